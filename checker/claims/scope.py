"""Reads the scope of a value: its time, place, population and stage."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from checker.claims.competing_dates import of_compared
from checker.claims.inclusions import inclusions_of
from checker.claims.thresholds import STAGE_REACH, TIME_BEFORE_COST, TIME_BEHIND, TIME_RIVAL_COST, YEARLESS_COST
from checker.language.language import derived, derived_up_to, table, word_set
from checker.language.names import Name, countries, places
from checker.language.verbs import auxiliaries, presents
from checker.language.words import noun_class, populations
from checker.linguistics.sentence import CLAUSE_MARKS, PREPOSITIONS, ParsedSentence
from checker.model.claim import Basis, Scope
from checker.model.kinds import KINDS
from checker.model.value import YEARLESS, Mention

_QUANTITIES = frozenset(kind for kind, entry in KINDS.items() if entry.scale in {"number", "clock"})
_SURVEYS = word_set("names/labels", "surveys")
"""Who counted, and not where."""
_SINGLED_OUT = word_set("language/clauses", "singled_out")
_WHOLE = frozenset({"year", "decade", None})
_PERFECT = word_set("language/clauses", "perfect")
_MARKS = CLAUSE_MARKS | {","}
_CONVERTED = "converted"
"""An amount in the money of another time, whatever else is said of it."""


@derived
def _stages_of_money() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first word, the words that say how far an amount has come."""
    return _stages("language/stages")


@derived
def _stages_of_any_value() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first word, the words that say of any value that it is not reached yet."""
    return _stages("language/plans")


def _stages(words: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word of a cue to the cue's words and the stage they tell."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for stage, cues in table(words).items():
        for cue in cues:
            parts = tuple(cue.lower().split(" "))
            found.setdefault(parts[0], []).append((parts, stage))
    return found


@derived
def _cumulative() -> tuple[str, ...]:
    return tuple(f" {cue} " for cue in table("language/cumulative")["cues"])


@derived_up_to(256)
def _adds_up(line: str) -> bool:
    return any(cue in line for cue in _cumulative())


def time_of(
    parsed: ParsedSentence, index: int, taken: dict[int, int], yearless_cost: int = YEARLESS_COST
) -> int | None:
    """The date mention that says when value ``index`` holds, or None; ``taken`` maps dates to their values."""
    first, last = parsed.spans[index]
    best: tuple[int, int] | None = None
    quantities = [x for other, (x, _) in zip(parsed.mentions, parsed.spans, strict=True) if other.kind in _QUANTITIES]
    for n, other in enumerate(parsed.mentions):
        if other.kind != "date" or other.relative:
            continue
        a, b = parsed.spans[n]
        between = range(min(last, b), max(first, a))
        colon = b + 1 if parsed.lower_forms[b : b + 1] == [")"] else b
        if parsed.lower_forms[colon : colon + 1] == [":"]:
            if first == colon + 1:
                return n
            continue
        if _within(parsed.marks, between):
            continue
        if a >= last and _ranked(parsed, between):
            continue
        rivals = _within(quantities, between)
        if rivals and a >= last and of_compared(parsed, index, n):
            continue
        if a >= last:
            cost = (a - last) + TIME_RIVAL_COST * rivals
            if a - last > TIME_BEHIND:
                continue
        else:
            opening = a <= 2 and (a == 0 or parsed.words[0].low in PREPOSITIONS)
            verb = bisect_left(parsed.verbs, a) - 1
            if (
                not opening
                and _within(parsed.verbs, between)
                and verb >= 0
                and _MARKS.isdisjoint(parsed.lower_forms[parsed.verbs[verb] : a])
            ):
                continue
            cost = TIME_BEFORE_COST + (0 if opening else first - b + TIME_RIVAL_COST * rivals)
        if (other.edtf or "").startswith(YEARLESS):
            cost += yearless_cost
        if best is None or cost < best[0]:
            best = (cost, n)
    return best[1] if best is not None else None


def _ranked(parsed: ParsedSentence, between: range) -> bool:
    """``a span of 400 metres was the longest in Europe until 1940``: what a rank holds for is no scope of it."""
    return any(parsed.lower_forms[i] == "the" and _superlative(parsed.lower_forms[j]) for i, j in pairwise(between))


@derived_up_to(4096)
def _superlative(low: str) -> bool:
    """Longest, most: a word that ranks one among others."""
    words = table("language/rankings")
    return low in words["superlatives"] or (low.endswith("est") and low not in words["never"])


def _within(places: list[int], between: range) -> int:
    """How many of the places, which are in order, lie in a stretch."""
    return max(0, bisect_left(places, between.stop) - bisect_left(places, between.start))


def scope_of(
    parsed: ParsedSentence, index: int, when: Mention | None, stage: str | None, home: frozenset[str]
) -> Scope:
    """The scope that the sentence states for value ``index``."""
    mention = parsed.mentions[index]
    stated_stage = _stage(parsed, index)
    return _scope(
        when.edtf if when is not None else None,
        _since(when) if when is not None else None,
        when.high if when is not None else None,
        _place(parsed, index, home),
        _population(mention) or _part_of_year(parsed, index, when),
        stated_stage if stated_stage == _CONVERTED else stage or stated_stage,
        mention.kind in _QUANTITIES and (_adds_up(parsed.line) or _goes_on(parsed, index, when)),
        *(inclusions_of(parsed, index) if mention.kind in _QUANTITIES else ((), ())),
    )


@derived_up_to(4096)
def _scope(
    time: str | None,
    low: str | None,
    high: str | None,
    place: str | None,
    population: str | None,
    stage: str | None,
    cumulative: bool,
    included: tuple[str, ...],
    excluded: tuple[str, ...],
) -> Scope:
    """The scope; most claims of a text share one, or a few."""
    basis: Basis = "stated" if low or high else "unknown"
    return Scope(time, low, high, basis, place, population, stage, cumulative, None, included, excluded)


def _goes_on(parsed: ParsedSentence, index: int, when: Mention | None) -> bool:
    """``Since 1961 it has worked in 135 countries``: counted from then on, and nobody says up to when."""
    since = when is not None and when.low is not None and when.high is None
    return (
        since
        and parsed.mentions[index].kind in {"count", "number", "money"}
        and any(low in _PERFECT for low in parsed.lower_forms)
    )


def _since(when: Mention) -> str | None:
    """The first day of a time; "by 1965" says how things stood in that year."""
    if when.low is None and when.high is not None and when.text.lower().startswith("by "):
        return when.last[0] if when.last is not None else when.high[:4] + "-01-01"
    return when.low


def _place(parsed: ParsedSentence, index: int, home: frozenset[str]) -> str | None:
    """The countries and regions a sentence names, by name or by their people; the document's own says nothing."""
    if not parsed.names:
        return None
    known, wide = places(), countries()
    found = set()
    first, last = parsed.spans[index]
    start = parsed.words[max((i for i in parsed.marks if i < first), default=0)].start
    close = min((i for i in parsed.marks if i >= last), default=len(parsed.words) - 1)
    close = min((i for i in range(last, close) if _parts_off(parsed, i) or _another_verb(parsed, i)), default=close)
    end = parsed.words[close].end
    speech = " language" in parsed.line
    for name in parsed.names:
        if not start <= name.start < end or _of_an_earlier_item(parsed, name, first):
            continue
        if name.start > parsed.words[first].start and _ranked(parsed, range(last, _word_at(parsed, name.start))):
            continue
        place = known.get(name.key)
        if not _SURVEYS.isdisjoint(name.key.split(" ")):
            continue
        if place is None and " " in name.key:
            place = known.get(name.key.split(" ", 1)[0])
        if speech and place != name.key:
            continue
        if place is not None and place in wide and place not in home:
            found.add(place)
    return ", ".join(sorted(found)) or None


def _word_at(parsed: ParsedSentence, start: int) -> int:
    return next(i for i, word in enumerate(parsed.words) if word.end > start)


def _parts_off(parsed: ParsedSentence, i: int) -> bool:
    """Examples, or a part of what is counted, follow: ``of whom 900 were in France``."""
    return parsed.lower_forms[i] in _partly() or (
        parsed.lower_forms[i] in _SINGLED_OUT and parsed.lower_forms[i - 1] == "of"
    )


def _another_verb(parsed: ParsedSentence, i: int) -> bool:
    """``and has become``: what the subject does besides has its own place."""
    low = parsed.lower_forms[i + 1]
    return (
        parsed.lower_forms[i] == "and"
        and parsed.lower_forms[i - 1] != "("
        and (i + 1 in parsed.verbs or low in auxiliaries() or low in presents())
    )


def _of_an_earlier_item(parsed: ParsedSentence, name: Name, first: int) -> bool:
    """``has halls in Lund, more than ten laboratories``: the verb's objects are listed, and each has its own place."""
    if name.start >= parsed.words[first].start:
        return False
    at = next(i for i, word in enumerate(parsed.words) if word.end > name.start)
    between = range(at + 1, first)
    has_subject = any(referent.last <= at and referent.preposition is None for referent in parsed.referents)
    return (
        has_subject
        and any(parsed.lower_forms[i] == "," for i in between)
        and not any(i in parsed.verbs for i in between)
    )


@derived
def _partly() -> frozenset[str]:
    """Words that what follows is only examples after."""
    return frozenset(table("language/listing")["partly"])


@derived
def _parts_of_years() -> tuple[tuple[str, str], ...]:
    found = [(f" {cue} ", part) for part, cues in table("language/part_years").items() for cue in cues]
    return tuple(sorted(found, key=lambda cue: (-len(cue[0]), cue)))


def _part_of_year(parsed: ParsedSentence, index: int, when: Mention | None) -> str | None:
    """Which part of some year the amount is for, where no date says so: ``fourth-quarter sales came to``."""
    if parsed.mentions[index].kind not in {"money", "percentage"} or (
        when is not None and when.resolution not in _WHOLE
    ):
        return None
    first, last = parsed.spans[index]
    opens = next((i for i, low in enumerate(parsed.lower_forms) if low in _MARKS), 0)
    start = max((i + 1 for i in range(first) if parsed.lower_forms[i] in _MARKS), default=0)
    close = min(
        (i for i in range(last, len(parsed.lower_forms)) if parsed.lower_forms[i] in _MARKS),
        default=len(parsed.lower_forms),
    )
    opening = parsed.text(0, opens) if parsed.lower_forms[0] in PREPOSITIONS else ""
    beside = f" {opening} {parsed.text(start, first)} | {parsed.text(last, close)} "
    return next((part for cue, part in _parts_of_years() if cue in beside), None)


def _population(mention: Mention) -> str | None:
    if not mention.noun:
        return None
    modifiers = [w for w in mention.noun.split(" ")[:-1] if w in populations()]
    head = mention.noun.split(" ")[-1]
    if noun_class(head) in populations() or head in populations():
        modifiers.append(head)
    return " ".join(modifiers) or None


def _beside(parsed: ParsedSentence, at: int, words: int, index: int) -> bool:
    """Words stand in the clause of a value: before it, or right behind its noun, with no comma between."""
    first, last = parsed.spans[index]
    between = parsed.lower_forms[at + words : first] if at < first else parsed.lower_forms[last:at]
    return "," not in between and (at < first or len(between) <= _RIGHT_BEHIND)


_RIGHT_BEHIND = 3
"""Words between a value and what is said of it: ``40 new homes are planned``."""
_NEVER_STAGED = frozenset({"date", "time", "ordinal", "text"})


def _stage(parsed: ParsedSentence, index: int) -> str | None:
    kind = parsed.mentions[index].kind
    if kind in _NEVER_STAGED:
        return None
    first, last = parsed.spans[index]
    best: tuple[int, str] | None = None
    stages = _stages_of_money() if kind == "money" else _stages_of_any_value()
    for i, low in enumerate(parsed.lower_forms):
        if low not in stages or parsed.covered[i]:
            continue
        for parts, stage in stages[low]:
            if len(parts) > 1 and tuple(parsed.lower_forms[i : i + len(parts)]) != parts:
                continue
            if i >= first and parts[-1] in PREPOSITIONS:
                continue
            if kind != "money" and not _beside(parsed, i, len(parts), index):
                continue
            gap = first - i - len(parts) + 1 if i < first else i - last + 2
            if gap < STAGE_REACH and (best is None or gap < best[0]):
                best = (gap, stage)
    return best[1] if best else None
