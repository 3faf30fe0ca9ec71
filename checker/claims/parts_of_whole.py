"""Reads which figures of a sentence are the parts of one whole, and of which figure before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from checker.claims.thresholds import PART_REACH, PART_SHARE_OF
from checker.language import verbs
from checker.language.canonical import canonical_quote
from checker.language.language import derived, derived_up_to, phrases, table, word_set
from checker.language.words import Word, stem, stopwords, words
from checker.model.claim import Claim
from checker.model.part_runs import LEAST, is_plain, runs
from checker.model.qualifiers import Divided, Division, NamedPart, Reach
from checker.model.value import Mention
from checker.value_relation import addition_group

_OF = word_set("language/wholes", "of")
_ALL = word_set("language/wholes", "all")
_RESUMES = word_set("language/wholes", "resumes")
_opens = phrases("language/wholes", "opens")
_partly = phrases("language/wholes", "partly")
Named = Mapping[int, tuple[NamedPart, ...]]
"""The parts that figures are named as, by where these stand."""


def figures_of(claims: Sequence[Claim]) -> list[list[Mention]]:
    """The exact figures of one sentence, each once, in the order of the text; those that may be added up together."""
    groups: dict[str, dict[int, Mention]] = defaultdict(dict)
    for claim in claims:
        group = addition_group(claim.value)
        if group is not None:
            groups[group].setdefault(claim.value.start, claim.value)
    return [[by_place[at] for at in sorted(by_place)] for by_place in groups.values() if len(by_place) >= LEAST]


def named_parts(quote: str, start: int, figures: Sequence[Mention]) -> Named:
    """The parts of ``quote``, which starts at ``start``, that stand beside others of the same whole.

    The names stand all behind their figures or all before them, whichever leaves fewer words unread.
    """
    places = [(v.start - start, v.end - start) for v in figures]
    gaps = [words(quote, a, b) for a, b in pairwise([0, *(x for p in places for x in p), len(quote)])][::2]
    forms = [{form for w in gap for form in (w.low, stem(w.low))} for gap in gaps]
    found: dict[int, tuple[NamedPart, ...]] = {}
    for whole, labels in _labels().items():
        if sum(not labels.keys().isdisjoint(held) for held in forms) < LEAST:
            continue
        behind = [_named(gap, labels) for gap in gaps[1:]]
        before = [_named(gap[::-1], labels, back=True) for gap in gaps[:-1]]
        chosen = before if _has_plain_run(before) > _has_plain_run(behind) or not _runs(behind) else behind
        for n in sorted({n for first, last in _runs(chosen) for n in range(first, last)}):
            part, reach = chosen[n]
            found[figures[n].start] = (*found.get(figures[n].start, ()), NamedPart(whole, part or "", reach))
    return found


_Reading = tuple[str | None, Reach]


def _named(gap: Sequence[Word], labels: Mapping[str, str], *, back: bool = False) -> _Reading:
    """The part that the words from a figure outwards name, and what else they say.

    "75% of males" is a share of the males, and names no part. ``back``: the gap is read from its end.
    """
    reach: Reach = "plain"
    for n, word in enumerate(gap[:PART_REACH]):
        part = labels.get(stem(word.low)) or labels.get(word.low)
        if part is not None:
            ahead = gap[n + 1 : n + 3] if back else gap[max(0, n - 2) : n][::-1]
            return (None, "wordy") if _is_share_of(ahead) else (part, reach)
        if word.low in {";", "."}:
            break
        if word.is_word and word.low not in stopwords() and stem(word.low) not in _stems("shares"):
            of = not back and any(w.low == "of" for w in gap[max(0, n - PART_SHARE_OF) : n])
            reach = "of" if of and reach != "wordy" else "wordy"
    return None, "wordy"


def _is_share_of(ahead: Sequence[Word]) -> bool:
    """Whether the words ahead of a name, nearest first, make it what the share is taken of."""
    near = [w.low for w in ahead]
    return near[:1] != [] and (near[0] in _OF or (near[1:2] != [] and near[1] in _OF and near[0] in _ALL))


def _runs(read: Sequence[_Reading]) -> list[tuple[int, int]]:
    return runs([part for part, _ in read])


def _has_plain_run(read: Sequence[_Reading]) -> bool:
    return any(is_plain([reach for _, reach in read[first:last]]) for first, last in _runs(read))


def divided(quote: str, start: int, figures: Sequence[Mention], parts: Named) -> Mapping[int, Divided]:
    """The figures that are the first part of the figure before them, by where they stand."""
    found = {}
    for n, (total, first) in enumerate(pairwise(figures)):
        leads = n == 0 and len(figures) > LEAST
        if leads or first.start in parts:
            division = _division(quote, total.end - start, first.start - start)
            if division == "all" or (division is not None and first.start in parts):
                found[first.start] = Divided(canonical_quote(total.text).text, division)
    return found


def _division(quote: str, end: int, first: int) -> Division | None:
    """How the words between a figure and the next make the next the first part of it."""
    between = f" {' '.join(w.low for w in words(quote, end, first))} "
    if any(f" {phrase} " in between for phrase in _opens()):
        return "all"
    if any(f" {phrase} " in between for phrase in _partly()):
        return "partly"
    if ";" in between or between.count(" ") > PART_REACH:
        return None
    mark = quote[:first].rstrip()[-1:]
    return "all" if mark in {":", "("} else "bare" if mark in {",", "-", "–", "—"} else None


def divides_earlier(quote: str, start: int, value: Mention) -> bool:
    """The sentence opens with "of these" before the value."""
    opening = quote[: value.start - start].lower().split(maxsplit=2)[:2]
    return len(opening) == 2 and opening[0] in _RESUMES


def tells_own_rates(quote: str) -> bool:
    """A word of the sentence says that its percentages are each group's own rate."""
    return any(stem(w.low) in _stems("rates") for w in words(quote, 0, len(quote)))


@derived_up_to(16)
def _stems(key: str) -> frozenset[str]:
    return frozenset(stem(form) for word in table("language/wholes")[key] for form in (word, *verbs.forms(word)))


@derived
def _labels() -> dict[str, dict[str, str]]:
    """For each whole, the stems of its words and the part that each names."""
    wholes = table("language/wholes")["wholes"]
    return {
        whole: {stem(word): part for part, names in parts.items() for word in names} for whole, parts in wholes.items()
    }
