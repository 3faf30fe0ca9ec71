"""A single date with what bounds it: since, until, before, after, by, circa, to the present."""

from __future__ import annotations

from checker.language.language import derived, word_set
from checker.model.value import Modifier
from checker.values import calendar, modifiers
from checker.values.calendar import Period
from checker.values.context_flags import DATING, MODIFIER, PARTED, ahead
from checker.values.cursor import THE, Reading
from checker.values.date_draft import Dated
from checker.values.lexicon import bound_words, date_prefixes, listed, mapped
from checker.values.mention_draft import Draft

_ENDED = word_set("values/calendar", "ended")
_BOUNDED = DATING | PARTED


@derived
def _open_ends() -> dict[str, tuple[str, ...]]:
    """What leaves a date open behind, by its first word, or a hyphen, longest first."""
    found: dict[str, list[str]] = {}
    for words in sorted(listed("calendar", "open_ends"), key=len, reverse=True):
        found.setdefault("-" if "-" in words[:2] else words.split()[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


def read(reading: Reading, found: Dated) -> Draft:
    """The draft of a date with its approximator and its bound."""
    text, period = reading.text, found.period
    beside = ahead(reading, found.start)
    if beside & PARTED:
        _stretch_until(reading, found)
        period = found.period
    draft = Draft("date", found.start, found.end, period.first, period.last, found.next)
    draft.edtf = period.edtf
    draft.resolution, draft.calendar = period.resolution, period.calendar
    if beside & MODIFIER:
        modifier, start = modifiers.before(reading, found.start)
        if modifier == "about":
            draft.modifier, draft.start = "about", start
            if "/" not in period.edtf:
                draft.edtf = period.edtf + "~"
    if period.first is None or period.last is None:
        return draft
    prefix, at = _prefix(reading, found)
    if prefix is not None and prefix != "about":
        return _bounded(draft, period, at, draft.end, prefix)
    if prefix is not None:
        draft.start, draft.modifier = at, prefix
        draft.edtf = period.edtf if "/" in period.edtf else period.edtf + "~"
    if text[draft.end : draft.end + 1] in (" ", "-"):
        end = _ends_open(reading, draft.start, draft.end)
        if end:
            word, at = reading.word_before(draft.start)
            return _bounded(draft, period, at if word in ("from", "since") else draft.start, end, "at_least")
    if beside & _BOUNDED or draft.start < found.start:
        bound, at = _bound(reading, draft.start, period)
        if bound is not None:
            return _bounded(draft, period, at, draft.end, bound)
    return draft


def _stretch_until(reading: Reading, found: Dated) -> None:
    """The year ended 31 December 2019, the month ended 28 February 2019."""
    word, at = reading.word_before(found.start)
    if word not in _ENDED or found.period.resolution not in ("day", "month") or found.period.last is None:
        return
    word, at = reading.word_before(at)
    count = mapped("calendar", "ended_stretches").get(word)
    if count is not None:
        found.period, found.start = calendar.months_until(found.period, int(count)), at


def _prefix(reading: Reading, found: Dated) -> tuple[Modifier | None, int]:
    """The bound that a hyphen joins to a date, if any, and where it starts: pre-1914."""
    text, end = reading.text, found.start - 1
    if end < 1 or text[end] != "-":
        return None, found.start
    for word, modifier in date_prefixes().items():
        at = end - len(word)
        if at >= reading.covered and text[at:end].lower() == word and not text[at - 1 : at].isalnum():
            return modifier, at
    return None, found.start


def _ends_open(reading: Reading, start: int, end: int) -> int:
    """Where "to the present" and its like end, 0 where there are none."""
    text = reading.text
    first = reading.word_after(end)[0].lower()
    if text[end] == "-" or text.startswith(" -", end):
        first = "-"
    for words in _open_ends().get(first, ()):
        stop = end + len(words)
        if text.startswith(words, end) and not text[stop : stop + 1].isalpha():
            if words == " on" and reading.word_before(start)[0] != "from":
                continue
            return stop
    return 0


def _bound(reading: Reading, start: int, period: Period) -> tuple[Modifier | None, int]:
    word, at = reading.word_before(start)
    if word in THE and (period.named or period.resolution in ("decade", "century", "quarter", "half")):
        start = at
        word, at = reading.word_before(start)
    phrases = bound_words().get(word)
    if phrases is None:
        return None, start
    low = reading.text[max(reading.covered, start - 30) : start - 1].lower()
    for phrase, modifier in phrases:
        if low.endswith(phrase) and not low[: -len(phrase)][-1:].isalnum():
            return modifier, start - 1 - len(phrase)
    return None, start


def _bounded(draft: Draft, period: Period, start: int, end: int, modifier: Modifier) -> Draft:
    assert period.first is not None and period.last is not None
    both = (period.first, period.last)
    draft.start, draft.end, draft.modifier = start, end, modifier
    head, _, tail = period.edtf.partition("/")
    if modifier in ("at_least", "more_than"):
        draft.low, draft.high = both[modifier == "more_than"], None
        draft.first, draft.edtf = both, f"{head}/.."
    else:
        draft.low, draft.high = None, both[modifier != "less_than"]
        draft.last, draft.edtf = both, f"../{tail or head}"
    return draft
