"""Holds stretches of time in sentences against their order and the lengths stated with them.

``a term of 24 months from 1 January 2024 to 31 December 2026``; ``9:00 to 12:00 (two hours)``; ``from May 2025 to March
2025``. A length belongs to a stretch that stands right before it, or behind it with nothing but a few words between.
Counting both its first and its last day fits, and so does counting one of them; for "a three-day conference from 3 to 6
May" both are days of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from checker.constraints import clock
from checker.constraints.clock import Hours
from checker.constraints.context import Context, Draft, Span
from checker.constraints.durations import lengths
from checker.constraints.events import event_of, word_lists, words_in
from checker.constraints.number_words import reads
from checker.constraints.periods import Moment, Period, goes_back, lives, periods
from checker.language.language import derived, table
from checker.model.value import Mention

KIND = "timespan"
_BEFORE = 80
"""So many characters before a stretch its length may stand."""
_BEHIND = 40
_WORD = re.compile(r"[a-z]+|[(,:–—-]")
_AFTER_GAP = re.compile(
    r"\s?[,(–—:-]?\s?(?:(?:i\.e\.|that is|or|namely|a|in all|inclusive|in total|for|lasting|total of|term of"
    r"|period of|being|so|"
    r"making|exactly|duration|length|which is|this is|of)[ ,:]*){0,4}\(?"
)
_LEAD_WORDS = re.compile(r"(?:[a-z]+ )?[a-z]+ $")
_BREAK = 90
"""Hours of work may leave out so many minutes of rest."""
_EVENT = re.compile(r"\b([a-z]+|\d{1,2})[- ]days?[ -](?:of )?((?:[a-z-]+ ){0,2}?)([a-z]+)\b", re.IGNORECASE)


@derived
def _lists() -> dict[str, frozenset[str]]:
    lists = table("constraints/timespan")
    return {
        name: frozenset(lists[name]) for name in ("other_lengths", "not_lengths", "parts", "opens", "takes", "goes_on")
    }


def find(context: Context, known: Sequence[Moment]) -> Iterator[Draft]:
    """Every stretch of time in a sentence whose order or length can be checked."""
    found = sorted(periods(context, known), key=lambda period: period.start)
    for period in found:
        if period.is_reversed:
            if period.opened and _is_prose(context, period.start):
                context.saw(KIND)
                yield reversed_draft(context, period.first.span, period.last.span)
            continue
        yield from _length_of(context, period)
    yield from _lives(context)
    yield from _hours(context)
    yield from _event_days(context)


def _is_prose(context: Context, start: int) -> bool:
    sentence = context.sentence_at(start)
    return sentence is not None and context.document.blocks[sentence.block].kind not in {"code", "links", "boilerplate"}


def reversed_draft(context: Context, first: Span, last: Span, sure: bool = True) -> Draft:
    """The draft for a stretch that ends before it begins."""
    start, end = context.words(*first), context.words(*last)
    return Draft(
        KIND,
        "order",
        f"From {start} to {end}",
        (last,),
        (first,),
        end,
        f"after {start}",
        f"that is before {start}",
        f"{end} is before {start} (tolerance: none)",
        2.0,
        sure,
    )


def _lives(context: Context) -> Iterator[Draft]:
    for life in lives(context):
        context.saw(KIND, read=life.opened)
        if life.opened and life.is_reversed:
            yield reversed_draft(context, life.first.span, life.last.span)


def _length_of(context: Context, period: Period) -> Iterator[Draft]:
    """The length that belongs to a stretch, where there is one."""
    sentence = context.sentence_at(period.start)
    if sentence is None or not _is_prose(context, period.start):
        return
    for mention in (*_lengths_before(context, period.start, sentence.start), *_lengths_behind(context, period.end)):
        unit = _unit(context, mention)
        events = unit == "day" and _names_event(context, mention)
        fitting = lengths(period, unit, events)
        context.saw(KIND, read=bool(fitting))
        if fitting:
            yield _length_draft(context, period, mention, unit, fitting)
            return


def _unit(context: Context, mention: Mention) -> str:
    if "night" in mention.text.lower():
        return "night"
    return mention.unit or ""


def _names_event(context: Context, mention: Mention) -> bool:
    """Whether a number of days is of something that takes place on each of them."""
    after = words_in(context.plain[mention.end : mention.end + 40])
    named = bool(word_lists()["events"] & after)
    return named and not after & {
        "trip",
        "tour",
        "voyage",
        "trek",
        "cruise",
        "stay",
        "notice",
        "period",
        "residency",
        "exercise",
    }


def _lengths_before(context: Context, start: int, opening: int) -> Iterator[Mention]:
    """The length that a stretch says the ends of: 24 months from, a three-day fair (."""
    near = [
        m
        for m in context.mentions_in(max(opening, start - _BEFORE), start)
        if _is_length(context, m) and m.end <= start
    ]
    for mention in reversed(near[-1:]):
        gap = context.plain[mention.end : start].lower()
        gap = re.sub(r"[a-z]+day[,.]? $", "", gap)
        words = _WORD.findall(gap)
        if any(character.isdigit() or character in ".;|\n" for character in gap) or len(words) > 9:
            continue
        opens = words and (
            words[-1] in _lists()["opens"] or (words[-1] == "the" and words[-2:-1] and words[-2] in _lists()["opens"])
        )
        if opens and not _lists()["parts"].intersection(words):
            yield mention


def _lengths_behind(context: Context, end: int) -> Iterator[Mention]:
    for mention in context.mentions_in(end, end + _BEHIND)[:1]:
        gap = context.plain[end : mention.start].lower()
        if (
            _is_length(context, mention)
            and gap.strip()
            and _AFTER_GAP.fullmatch(gap)
            and not _goes_elsewhere(context, mention)
        ):
            yield mention


def _goes_elsewhere(context: Context, mention: Mention) -> bool:
    after = re.match(r"[\s-]*([a-z]+)", context.plain[mention.end : mention.end + 16].lower())
    return after is not None and after[1] in _lists()["parts"] | {
        "earlier",
        "into",
        "to",
        "from",
        "notice",
        "walk",
        "drive",
    }


def _is_length(context: Context, mention: Mention) -> bool:
    if mention.kind != "duration" or mention.modifier != "exact" or mention.low is None or mention.low != mention.high:
        return False
    lead = _LEAD_WORDS.search(context.plain[max(0, mention.start - 24) : mention.start].lower())
    before = lead[0].split() if lead is not None else []
    after = re.match(r"[\s-]*([a-z]+)", context.plain[mention.end : mention.end + 14].lower())
    if after is not None and after[1] in _lists()["not_lengths"]:
        return False
    return not (before and before[-1] in _lists()["other_lengths"]) and "notice" not in before[-2:]


def _length_draft(context: Context, period: Period, mention: Mention, unit: str, fitting: Set[Decimal]) -> Draft:
    stated = Decimal(mention.low or "0")
    ends = ((period.first.start, period.first.end), (period.last.start, period.last.end))
    says, span = context.words(mention.start, mention.end), context.words(period.start, period.end)
    near = sorted(number for number in fitting if number == number.to_integral_value()) or sorted(fitting)
    right = counted(near, unit)
    off = min(abs(stated - number) for number in fitting)
    return Draft(
        KIND, "duration", f"From {context.words(*ends[0]).removeprefix('from ')} to {context.words(*ends[1])}",
        ((mention.start, mention.end),), ends, says, right, f"{span.removeprefix('from ')} is {right}",
        f"{span} is {right}; {says} is stated (tolerance: none)",
        0.0 if not off else 2.0, _is_sure(period, unit, stated, off),
    )  # fmt: skip


def _is_sure(period: Period, unit: str, stated: Decimal, off: Decimal) -> bool:
    """Whether no other way to count gives the length: weeks and days may leave out holidays."""
    if unit == "week":
        return off >= 2 or stated <= 4
    if unit == "year" and period.first.is_year:
        return off >= 1
    return True


def counted(numbers: Sequence[Decimal], unit: str) -> str:
    """A number with its unit, or two of them: ``3 or 4 days``."""
    low, high = numbers[0], numbers[-1]
    if unit in {"day", "night"} and len(numbers) > 2:
        low, high = numbers[-2], numbers[-1]
    plural = "" if high == low == 1 else "s"
    return (
        f"{low.normalize():f} {unit}{plural}"
        if low == high
        else f"{low.normalize():f} or {high.normalize():f} {unit}{plural}"
    )


def _hours(context: Context) -> Iterator[Draft]:
    """Every stretch between two times of day, with its length where one is stated."""
    found = list(clock.hours(context.plain))
    for n, span in enumerate(found):
        sentence = context.sentence_at(span.start)
        if sentence is None or not _is_prose(context, span.start):
            continue
        if span.is_reversed:
            if goes_back(context, span.start):
                continue
            context.saw(KIND)
            yield reversed_draft(context, (span.first.start, span.first.end), (span.last.start, span.last.end))
            continue
        if _has_more(found, n, sentence.start, sentence.end):
            continue
        mentions = [
            *_lengths_before(context, span.start, sentence.start),
            *_lengths_behind(context, span.end),
            *_sentence_before(context, span),
        ]
        for mention in mentions[:1]:
            unit = _unit(context, mention)
            context.saw(KIND, read=unit in {"hour", "minute"})
            if unit in {"hour", "minute"}:
                yield _hours_draft(context, span, mention, unit)


def _has_more(found: Sequence[Hours], n: int, start: int, end: int) -> bool:
    """Whether a sentence names two stretches of the day: a length may be of both."""
    others = (*found[max(0, n - 1) : n], *found[n + 1 : n + 2])
    return any(start <= other.start < end for other in others)


def _sentence_before(context: Context, span: Hours) -> Iterator[Mention]:
    """The length in the sentence before, where this one goes on about the same: "It is held from 9:00 to 12:00"."""
    sentence = context.sentence_at(span.start)
    if sentence is None or sentence.start < 2:
        return
    opening = re.match(r"[A-Za-z]+", context.plain[sentence.start : sentence.start + 12])
    earlier = context.sentence_at(sentence.start - 2)
    if (
        earlier is None
        or earlier.block != sentence.block
        or opening is None
        or opening[0].lower() not in _lists()["goes_on"]
    ):
        return
    near = [m for m in context.mentions_in(earlier.start, earlier.end) if _is_length(context, m)]
    if len(near) == 1:
        before = context.plain[max(earlier.start, near[0].start - 12) : near[0].start].lower().split()
        if before and before[-1] in _lists()["takes"]:
            yield near[0]


def _hours_draft(context: Context, span: Hours, mention: Mention, unit: str) -> Draft:
    stated = Decimal(mention.low or "0") * (60 if unit == "hour" else 1)
    step = Decimal(30) if unit == "hour" and stated % 30 == 0 else Decimal(5)
    off = min(abs(stated - length) for length in span.lengths)
    if unit == "hour" and any(length >= 300 and 0 < length - stated <= _BREAK for length in span.lengths):
        off = Decimal(0)
    words, says = context.words(span.start, span.end), context.words(mention.start, mention.end)
    right = clock.shown(span.lengths[0])
    return Draft(
        KIND, "duration", f"From {words}", ((mention.start, mention.end),), ((span.start, span.end),), says, right,
        f"{words} is {right}", f"{words} is {right}; {says} is stated (tolerance: {step.normalize():f} minutes)",
        float(off / step) if off < step else 2.0 if off else 0.0,
    )  # fmt: skip


def _event_days(context: Context) -> Iterator[Draft]:
    """The days of the one event of a document, stated apart from its dates: "the three-day festival"."""
    event = event_of(context)
    if event is None:
        return
    for found in _EVENT.finditer(context.plain):
        number = int(found[1]) if found[1].isdecimal() else _spelled(found[1])
        noun = found[3].lower()
        if number is None or noun not in word_lists()["events"] or noun not in event.names:
            continue
        sentence = context.sentence_at(found.start())
        if (
            sentence is None
            or sentence.start <= event.span[0] < sentence.end
            or words_in(context.plain[sentence.start : sentence.end])
            & {"previous", "earlier", "former", "once", "used", "each", "every", "ticket", "tickets", "pass", "next"}
        ):
            continue
        context.saw(KIND)
        says, when = context.words(found.start(), found.end()), context.words(*event.span)
        yield Draft(
            KIND, "duration", noun.capitalize(), ((found.start(), found.end()),), (event.span,), says,
            f"{event.days} days",
            f"{when} is {event.days} days", f"{when} is {event.days} days; {says} is stated (tolerance: none)",
            0.0 if number == event.days else 2.0,
        )  # fmt: skip


def _spelled(word: str) -> int | None:
    found = reads(word, 0)
    return int(found.value) if found is not None and not found.ordinal else None
