"""Finds the stretches of time that a text gives both ends of: ``from 1 April 2025 to 31 March 2028``, ``1998-2002``.

An end is as exact as it is stated: a day, a month or a year.
"""

from __future__ import annotations

import calendar
import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.constraints.context import Context, Span
from checker.constraints.days import weekdays
from checker.language.language import any_of, derived, table
from checker.model.value import Mention

_APART = 60
"""So many characters may stand between the two ends."""
_LEAD = 32
"""So many characters before the first end the word that opens the stretch may begin."""
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]m\b|,? GMT|,? UTC")
_WORD = re.compile(r"[a-z]+")
_LIFE = re.compile(r"\(\s?(?:b\.\s?)?(1\d\d\d|20\d\d)\s?(?:-|–|to)\s?(?:d\.\s?)?(1\d\d\d|20\d\d)\s?\)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year, from its first day to its last."""

    start: int
    end: int
    low: datetime.date
    high: datetime.date

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def exact(self) -> bool:
        return self.low == self.high

    @property
    def is_year(self) -> bool:
        return (self.high - self.low).days > 300


@dataclass(frozen=True, slots=True)
class Period:
    """The time from one moment to another, as stated; the second may come first."""

    start: int
    end: int
    first: Moment
    last: Moment
    opened: bool
    """A word such as "from" opens it, or a bracket holds it, so that it is sure to be one."""

    @property
    def is_reversed(self) -> bool:
        return self.last.high < self.first.low


@derived
def _words() -> dict[str, frozenset[str]]:
    lists = table("constraints/timespan")
    return {name: frozenset(lists[name]) for name in ("begins", "ends", "between", "back")}


@derived
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(weekdays())})\b[.,]? ?", re.IGNORECASE)


def moments(context: Context) -> list[Moment]:
    """All days, months and years with a known year, in order of place."""
    found = [
        Moment(day.start, day.end, date, date)
        for day in context.days
        if (date := day.on()) is not None and not day.swapped
    ]
    taken = sorted((day.start, day.end) for day in context.days)
    starts = [start for start, _ in taken]
    for mention in context.mentions:
        if mention.kind == "date" and mention.resolution in {"month", "year"} and not _overlaps(mention, taken, starts):
            moment = _of_mention(mention)
            if moment is not None:
                found.append(moment)
    return sorted(found, key=lambda moment: moment.start)


def _overlaps(mention: Mention, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    n = bisect_left(starts, mention.end)
    return n > 0 and taken[n - 1][1] > mention.start


def _of_mention(mention: Mention) -> Moment | None:
    if mention.low is None or mention.high is None or mention.modifier not in {"exact", "at_least"} or mention.calendar:
        return None
    try:
        low, high = datetime.date.fromisoformat(mention.low), datetime.date.fromisoformat(mention.high)
    except ValueError:
        return None
    known = (high - low).days < 366 and low.day == 1 and high.day == calendar.monthrange(high.year, high.month)[1]
    return Moment(mention.start, mention.end, low, high) if known else None


def periods(context: Context, known: Sequence[Moment]) -> Iterator[Period]:
    """All stretches of time with two dated ends, in order of place."""
    text = context.plain
    for n in range(len(known) - 1):
        first, last = known[n], known[n + 1]
        gap = _weekday().sub("", _TIME.sub(" ", text[first.end : last.start]))
        if len(gap) > _APART or "|" in gap or "\n" in gap:
            continue
        before = _WORD.findall(text[max(0, first.start - _LEAD) : first.start].lower().rpartition(".")[2])
        joint = _joins(gap)
        opened = bool(_words()["begins"].intersection(before[-4:]))
        exact = first.exact and last.exact
        if joint == "and":
            if exact and before[-1:] == ["between"]:
                yield Period(first.start, last.end, first, last, True)
            elif exact and (last.low - first.low).days == 1:
                yield Period(first.start, last.end, first, last, False)
        elif joint == "dash" or (joint and opened):
            yield Period(first.start, last.end, first, last, exact or (opened and not goes_back(context, first.start)))
    yield from _ranges(context)


def goes_back(context: Context, offset: int) -> bool:
    """Whether the sentence at a place compares two times, or looks back from one to another."""
    sentence = context.sentence_at(offset)
    words = _WORD.findall(context.plain[sentence.start : sentence.end].lower()) if sentence is not None else []
    return bool(_words()["back"].intersection(words))


def _joins(gap: str) -> str:
    """How a gap joins two ends: with a dash or "to", or with more words; empty for one that does not."""
    low = gap.lower().strip(" ,(")
    if low in {"-", "–", "—", "to", "until", "till", "through", "up to", "to the"} or (
        low.endswith((" to", " until")) and len(low) < 20
    ):
        return "dash"
    if low in {"and", "&"}:
        return "and"
    words = _WORD.findall(low)
    if any(mark in low for mark in ".;:") or not words:
        return ""
    ends = _words()["ends"].intersection(words)
    rest = [word for word in words if word not in _words()["ends"] and word not in _words()["between"]]
    return "words" if ends and not rest else ""


def _ranges(context: Context) -> Iterator[Period]:
    """The ranges of months and of years that are read as one value."""
    for mention in context.mentions:
        if mention.kind != "date" or mention.modifier != "range" or mention.first is None or mention.last is None:
            continue
        if mention.resolution not in {"month", "year"} or mention.calendar or re.search(r"\d\d\d\d/\d\d", mention.text):
            continue
        ends = [m.span() for m in re.finditer(r"(?:[A-Z][a-z]+\.? )?\d{2,4}\b|[A-Z][a-z]{2,}", mention.text)]
        if len(ends) < 2:
            continue
        try:
            days = [datetime.date.fromisoformat(day) for day in (*mention.first, *mention.last)]
        except ValueError:
            continue
        first, last = days[:2], days[2:]
        yield Period(
            mention.start, mention.end,
            Moment(mention.start, mention.start + ends[-2][1], *first),
            Moment(mention.start + ends[-1][0], mention.end, *last),
            True,
        )  # fmt: skip


def lives(context: Context) -> Iterator[Period]:
    """The years of lives in brackets: ``Ada Corran (1840-1921)``."""
    for found in _LIFE.finditer(context.plain):
        first, last = (
            Moment(*found.span(n), datetime.date(int(found[n]), 1, 1), datetime.date(int(found[n]), 12, 31))
            for n in (1, 2)
        )
        name = re.search(r"[A-Z][\w.'’-]+ $", context.plain[max(0, found.start() - 40) : found.start()])
        yield Period(found.start(), found.end(), first, last, name is not None)
