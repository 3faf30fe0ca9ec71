"""Finds the period that a document is for: from its header, title, first lines, file name, the register, last lines.

What a document reports on comes before the day on which it was written or changed. Within each of the two, what its
publisher states of it comes before what its text is seen to say, and the head of the text before its foot.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from checker.claims import reported_stretch
from checker.claims.thresholds import (
    DATED_LINE,
    FIRST_LINES,
    LAST_LINES,
    NAMES_BESIDE_DATE,
    PAGE_WORDS_BEFORE,
    PERIOD_DAYS,
    SERIES,
    SERIES_SHARE,
    WORDS_BEHIND_DATE,
    WORDS_BESIDE_DATE,
    YEARS_BEHIND_PERIOD,
)
from checker.language.language import derived, derived_up_to, table, word_set
from checker.language.release_lines import release_line
from checker.language.verbs import looks_past
from checker.model.document import Block, Document
from checker.model.period import NO_OUTSIDE_DATES, OutsideDates, Period, PeriodOrigin
from checker.model.value import Mention

_OVER_TEXT = frozenset({"title", "heading", "links", "boilerplate"})
_MARKS = " \t*_#>|()[]{}-–—:.,;·=\"'"
_PARTS = re.compile(r"[.;,](?=\s)|[|·()\[\]]|  ")
_LABELLED = frozenset({"pair", "row"})
_FIGURES = frozenset({"money", "percentage", "count", "measure"})
_CLOSED = frozenset({"exact", "range"})
_FINE = frozenset({"day", "month", "season", "quarter"})
_CHANGED = word_set("text/dating", "labels", "changed")
_WRITTEN = word_set("text/dating", "written")
_HELD = word_set("text/dating", "held")
_PAGES = word_set("text/dating", "pages")
_WORKS = word_set("text/dating", "works")
_KEYS = word_set("text/dating", "keys")
_BEING = word_set("language/auxiliaries", "be")
_OCCASIONS = word_set("text/dating", "occasions")
_OPENING = word_set("text/dating", "opening")
_BEFORE = word_set("text/dating", "before")


def period_of(
    document: Document, mentions: list[Mention], starts: list[int], outside: OutsideDates = NO_OUTSIDE_DATES
) -> Period | None:
    """The period that a document is for, with where it was read; None where nothing says it."""
    return _Finder(document, mentions, starts, outside).found()


def series_of(document: Document, mentions: list[Mention], starts: list[int]) -> dict[int, Period]:
    """The periods of headings that are one of a series, by their blocks: ``Lundby 2019``, ``Tarn 2021``.

    Most headings of their level have a date each, and no two the same.
    """
    levels: dict[int, list[tuple[int, Mention | None]]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind == "heading":
            within = mentions[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
            levels.setdefault(block.level, []).append((index, dated_alone(within)))
    found: dict[int, Period] = {}
    for headings in levels.values():
        dated = [(index, only) for index, only in headings if only is not None]
        known = {only.edtf for _, only in dated}
        if len(dated) >= SERIES and len(known) == len(dated) and len(dated) >= SERIES_SHARE * len(headings):
            found.update((index, heading_period(only)) for index, only in dated)
    return found


@dataclass(slots=True)
class _Finder:
    document: Document
    mentions: list[Mention]
    starts: list[int]
    outside: OutsideDates

    def found(self) -> Period | None:
        """The first that there is, in order of preference."""
        searches: tuple[Callable[[], Period | None], ...] = (
            self._of_header_period,
            self._of_stretch,
            self._of_title,
            self._of_reporting_line,
            self._of_file_name,
            self._of_register,
            self._of_header_day,
            self._of_first_lines,
            self._of_last_lines,
        )
        return next((period for search in searches if (period := search()) is not None), None)

    def _of_header_period(self) -> Period | None:
        """``season: 2016/17`` is the publisher's own word for what the page is about."""
        return next((_period(only, "header", True) for block, only in self._header() if block.key in periods()), None)

    def _of_header_day(self) -> Period | None:
        """Of the days in a header, the last: what the page says was last looked at then."""
        days = [only for block, only in self._header() if block.key not in periods()]
        return _period(max(days, key=_last_day), "header", False) if days else None

    def _header(self) -> Iterator[tuple[Block, Mention]]:
        for block in itertools.takewhile(attrgetter("header"), self.document.blocks):
            only = only_date(self._within(block))
            if is_of_page(block) and only is not None:
                yield block, only

    def _of_stretch(self) -> Period | None:
        """``For the seven months ended 31 July 2023``, over all of the text or in one of its first lines."""
        titles = list(self._titles())
        for block in (*titles, *(block for block in self._head() if block not in titles)):
            if block.kind == "heading" and block not in titles:
                continue
            only = reported_stretch.stated(block, self.document.plain, self._within(block), self._reports(block))
            if only is not None and _is_closed(only) and self._is_not_past(only):
                return _period(only, "title" if block in titles else "first lines", True)
        return None

    def _reports(self, block: Block) -> bool:
        return reports(self.document.plain[block.start : block.end])

    def _of_title(self) -> Period | None:
        """``Annual report 2018``; a date without such a word, where the text tells of nothing much later."""
        for block in self._titles():
            only = dated_alone(self._within(block))
            if only is None:
                continue
            text = self.document.plain[block.start : block.end]
            behind = self.document.plain[only.end : block.end].strip(_MARKS)
            apart = not behind and not _is_alone(text, only) and not text[: only.end].count("(")
            if reports(text) or (apart and self._is_not_past(only)):
                return _period(only, "title", True)
        return None

    def _of_file_name(self) -> Period | None:
        """``minutes-2025-03.txt``: no more than a name, so that the text has its say first.

        Where the first line tells the same date, both name what the text is about: ``1962 season.md``, "The 1962 ...".
        """
        only = dated_alone(self.outside.in_name)
        if only is None:
            return None
        if not (reports(self.outside.name) or self._is_not_past(only) or self._opens_with(only)):
            return None
        return _period(only, "file name", only.resolution != "day" or reports(self.outside.name))

    def _opens_with(self, only: Mention) -> bool:
        """Whether the first date of the first line lies in this one."""
        block = next((block for block in self._head() if block.end > block.start), None)
        dates = [mention for mention in self._within(block) if mention.kind == "date"] if block else []
        return bool(dates) and _has_both_ends(dates[0]) and _covers(only, dates[0])

    def _of_reporting_line(self) -> Period | None:
        """``Minutes of the meeting held on 18 January 2022``, ``Autumn 2019, edition 63``."""
        for block in self._head():
            values = self._within(block)
            only = dated_alone(values)
            if only is None or any(value.kind in _FIGURES for value in values):
                continue
            if block.kind == "pair" and (block.key or "").lower() in _OCCASIONS and self._is_not_past(only):
                return _period(only, "first lines", True)
            if block.kind == "heading" or (block.kind in _LABELLED and block is not self.document.blocks[0]):
                continue
            text = self.document.plain[block.start : block.end].strip(" *_#")
            if len(text) > DATED_LINE or text.endswith(":") or _opens_with_dating(text) or self._is_in_series(block):
                continue
            told = text.endswith(".") and _words(text.split()[0]).isdisjoint(_HELD)
            if _tells_what_it_is(text) and not told:
                before = self.document.plain[block.start : only.start]
                return _period(reported_stretch.year_to(only, before), "first lines", True)
        return None

    def _of_register(self) -> Period | None:
        """The day that a person wrote down for it."""
        published = self.outside.published
        return _period(published, "register", False) if published is not None and _is_closed(published) else None

    def _of_first_lines(self) -> Period | None:
        """``Published 3 May 2024``, or a line that is only a day."""
        for block in self._head():
            for segment, day in self._dated_segments(block):
                if self._dates_the_text(block, segment, day):
                    return _period(day, "first lines", False)
            only = dated_alone(self._within(block))
            if only is None or only.resolution not in _FINE or block.kind in {*_LABELLED, "item"}:
                continue
            text = self.document.plain[block.start : block.end]
            if any(looks_past(word) for word in _words(text)):
                continue
            alone = _is_alone(text, only) or (_is_among_names(text, only) and self._is_not_past(only))
            if alone and not self._is_in_series(block):
                return _period(only, "first lines", False)
        return None

    def _is_in_series(self, block: Block) -> bool:
        """A heading of a release, or one of several that are dates: each says when its own section is from."""
        if block.kind != "heading":
            return False
        blocks, plain = self.document.blocks, self.document.plain
        return release_line(plain[block.start : block.end]) is not None or any(
            other is not block and other.kind == "heading" and dated_alone(self._within(other)) is not None
            for other in blocks
        )

    def _of_last_lines(self) -> Period | None:
        """``This page was last changed on 22 March 2019``: the latest of such days in the foot of the text."""
        blocks = [block for block in self.document.blocks if block.end > block.start][-LAST_LINES:]
        days = [
            only
            for block in blocks
            for segment, only in self._dated_segments(block)
            if only.resolution in _FINE and self._dates_the_text(block, segment, only)
        ]
        return _period(max(days, key=_last_day), "last lines", False) if days else None

    def _dates_the_text(self, block: Block, segment: str, only: Mention) -> bool:
        """Whether words say that a date is the text's own; those of works do so where no date in it is much later."""
        before = self.document.plain[block.start : only.start].rstrip(_MARKS)
        opens = not before.removesuffix(segment).strip(_MARKS)
        if not _opens_with_dating(segment) or not (opens or block.end - block.start <= DATED_LINE):
            return False
        if block.kind in _LABELLED and not _said(segment, _WORKS).issubset(_KEYS):
            return False
        behind = self.document.plain[only.end : block.end].strip(_MARKS).split()
        if _said(segment, _OPENING) and not (opens and len(behind) <= WORDS_BEHIND_DATE):
            return False
        return not _said(segment, _WORKS) or self._is_not_past(only)

    def _titles(self) -> Iterable[Block]:
        """The title, and the headings that stand over all of the text."""
        blocks = (block for block in self.document.blocks if not block.header or block.kind == "title")
        head = list(itertools.takewhile(lambda block: block.kind in _OVER_TEXT, itertools.islice(blocks, FIRST_LINES)))
        return (
            block
            for n, block in enumerate(head)
            if n == 0
            or block.kind in {"title", "links"}
            or self._is_beside(head[n - 1], block)
            or (n + 1 < len(head) and head[n + 1].kind == "heading")
        )

    def _is_beside(self, before: Block, block: Block) -> bool:
        return self.document.plain[before.end : block.start].count("\n") == 1

    def _head(self) -> Sequence[Block]:
        """The first lines, without the last of a short text."""
        blocks = list(itertools.dropwhile(attrgetter("header"), self.document.blocks))
        return blocks[: min(FIRST_LINES, max(len(blocks) - 1, 2))]

    def _within(self, block: Block) -> list[Mention]:
        return self.mentions[bisect_left(self.starts, block.start) : bisect_left(self.starts, block.end)]

    def _dated_segments(self, block: Block) -> Iterator[tuple[str, Mention]]:
        """The words before each date of a line, from the last mark that parts them on."""
        plain, start = self.document.plain, block.start
        for mention in self._within(block):
            if _is_closed(mention):
                before = plain[start : mention.start].rstrip(_MARKS)
                yield _PARTS.split(before)[-1], mention
            if mention.kind == "date":
                start = mention.end

    def _is_not_past(self, only: Mention) -> bool:
        """Whether the text tells of no date that is much later, as a text about the past does."""
        return self._latest() <= int(str(only.high)[:4]) + YEARS_BEHIND_PERIOD

    def _latest(self) -> int:
        years = (int(m.high[:4]) for m in self.mentions if m.kind == "date" and m.high and not m.relative)
        return max(years, default=0)


def _period(only: Mention, origin: PeriodOrigin, reported: bool) -> Period:
    place = None if origin in {"file name", "register"} else only.start
    return Period(only.edtf or "", only.low or "", only.high or "", only.text, origin, reported, place)


def heading_period(only: Mention) -> Period:
    """The period that a heading says its section is for."""
    return _period(only, "heading", True)


def _last_day(only: Mention) -> str:
    return only.high or ""


def _has_both_ends(only: Mention) -> bool:
    return only.kind == "date" and not only.relative and bool(only.low and only.high) and only.modifier in _CLOSED


def _is_closed(only: Mention) -> bool:
    """A date with a beginning and an end that is no longer than what documents are for."""
    return _has_both_ends(only) and _days(only.low or "", only.high or "") <= PERIOD_DAYS


@derived_up_to(4096)
def _days(low: str, high: str) -> int:
    try:
        return (date.fromisoformat(high) - date.fromisoformat(low)).days
    except ValueError:
        return PERIOD_DAYS + 1


def only_date(mentions: Sequence[Mention]) -> Mention | None:
    """The one date among the values of a line, where it is the only value and has a beginning and an end."""
    return mentions[0] if len(mentions) == 1 and _has_both_ends(mentions[0]) else None


def dated_alone(mentions: Sequence[Mention]) -> Mention | None:
    """The one date among the values of a line, or the one that the others lie in, whatever other values there are."""
    dates = [mention for mention in mentions if mention.kind == "date"]
    if not all(map(_is_closed, dates)):
        return None
    return next((one for one in dates if all(_covers(one, other) for other in dates)), None)


def _covers(one: Mention, other: Mention) -> bool:
    return (one.low or "") <= (other.low or "") and (other.high or "") <= (one.high or "")


def _is_alone(text: str, only: Mention) -> bool:
    """Whether a line has hardly a word beside its date."""
    return len(text.replace(only.text, " ").strip(_MARKS).split()) <= WORDS_BESIDE_DATE


def _is_among_names(text: str, only: Mention) -> bool:
    """``Tarn Hall, Lundby, 3-5 June 2019``: where, and when."""
    words = [word for word in (word.strip(_MARKS) for word in text.replace(only.text, " ").split()) if word]
    named = all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    return named and len(words) <= NAMES_BESIDE_DATE


def _opens_with_dating(segment: str) -> bool:
    """``last updated``, ``This page was last changed on``: of the text itself, and not of what it tells of."""
    words = [word.strip(_MARKS).lower() for word in segment.split()]
    words = list(itertools.dropwhile(lambda word: not word or word in _BEFORE, words))
    text = " ".join(words)
    if any(text == label or text.startswith(label + " ") for label in _CHANGED):
        return len(words) <= PAGE_WORDS_BEFORE and _BEING.isdisjoint(words)
    named = not _PAGES.isdisjoint(words[:2])
    return named and len(words) <= PAGE_WORDS_BEFORE and not (_WRITTEN | _single()).isdisjoint(words)


@derived
def _single() -> frozenset[str]:
    """The labels of one word."""
    return frozenset(label for label in _CHANGED if " " not in label)


def _said(segment: str, labels: Set[str]) -> frozenset[str]:
    """The labels that stand in a segment."""
    words = f" {' '.join(word.strip(_MARKS).lower() for word in segment.split())} "
    return frozenset(label for label in labels if f" {label} " in words)


def _tells_what_it_is(text: str) -> bool:
    """Words for what reports on a period, or for a meeting."""
    return reports(text) or not _words(text).isdisjoint(_HELD)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(_MARKS).lower() for word in text.split())


def reports(text: str) -> bool:
    """Whether words make the date beside them that of what stands below: ``Annual Report``, ``Key figures``."""
    return not _words(text).isdisjoint(_reports())


def is_of_page(block: Block) -> bool:
    """Whether a value in the header of a page says which period or day the page is of: ``season: 2016/17``."""
    return block.header and block.kind == "pair" and (block.key in periods() or block.key in _header_days())


@derived
def periods() -> frozenset[str]:
    """Keys whose value is the period that figures are for."""
    return frozenset(table("text/periods"))


@derived
def _header_days() -> frozenset[str]:
    return frozenset(table("text/front_matter")["dates"])


@derived
def _reports() -> frozenset[str]:
    return frozenset(table("text/reports"))
