"""Reads each percentage of a sentence with the count that it is, and the whole where that stands beside them.

``45 of 196 (23%)``, ``23% (45/196)``, ``12% of 54,000 is 6,480``, ``8% of them (some 430 jobs)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.constraints.quantities import RANGE, Passage, Quantity
from checker.language.language import any_of, derived, table
from checker.language.words import singular, stopwords

_WORDS = "constraints/share"
_COUNTABLE = frozenset(("count", "money", "measure", "time"))
_SMALL = 12
"""A number of words up to so many may be part of what a larger one did."""
_WIDEST = 70
"""So many characters at most stand between a count and its share."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A count with the share that it is said to be."""

    passage: Passage
    part: Quantity
    share: Quantity
    base: Quantity | None
    """The whole that the sentence names for it."""
    stated_part: bool = False
    """The share and the whole come first, and the count follows from them."""
    back: bool = False
    """It says "of them"."""
    of_noun: str = ""
    """What it is of, where words alone say so: "12% of the roll"."""


def pairs_of(passage: Passage) -> Iterator[Pair]:
    """Every percentage of a passage with its count, and its base if one stands beside it."""
    quantities = passage.quantities
    for n, share in enumerate(quantities):
        if share.sort not in {"percent", "fraction"} or share.modifier == RANGE or not _is_share(passage, share):
            continue
        pair = _whole_first(passage, n)
        if share.sort == "fraction" and _MORE.search(passage.ahead(share, 8)) is not None:
            continue  # "time and a half" is more than the whole
        if share.sort == "fraction":
            pair = pair if pair is not None and pair.stated_part else _share_first(passage, n)
            if pair is not None and pair.base is not None and "/" in passage.between(pair.part.end, pair.base.start):
                continue  # "two-thirds (2/3)" is the part in figures
            if pair is not None and 0 < share.value < 1 and pair.part.value > 0:
                yield replace(pair, share=_as_percent(share), stated_part=True)
            continue
        pair = pair or _count_first(passage, n) or _share_first(passage, n)
        if pair is not None and pair.part.value >= 0 and pair.part.modifier != RANGE:
            yield pair


_MORE = re.compile(r"(?<![,;]\s)\band\s+$")


def _as_percent(share: Quantity) -> Quantity:
    """A fraction in words, which is told roughly, as a percentage."""
    return replace(share, value=share.value * 100, step=Decimal(4), rough=share.rough)


def _is_share(passage: Passage, share: Quantity) -> bool:
    """Whether it may be the share of a count, and is no interval, change or tax."""
    if share.value > 100 or _intervals().match(passage.behind(share, 20)) or share.value <= 0:
        return False
    return _changes().search(passage.ahead(share, 24)) is None


@derived
def _intervals() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{any_of(table('constraints/quantities')['intervals'])})\b", re.IGNORECASE)


@derived
def _changes() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?<!made )(?<!make )(?<!makes )(?<!making )(?:{any_of(table(_WORDS)['changes'])})\s"
        r"(?:about |some |around )?|[+\-−×x*=]\s?)$",
        re.IGNORECASE,
    )


@derived
def _of() -> re.Pattern[str]:
    """All that stands between a count and its whole: "of the", "patients out of all"."""
    of, determiners = any_of(table(_WORDS)["of"]), any_of(table(_WORDS)["determiners"])
    return re.compile(
        rf"\s*\)?\s*(?:(?!(?:{any_of(table(_WORDS)['not_of'])})\s)[a-z'-]+\s+){{0,3}}?(?:(?:{of})\s+(?:(?:{determiners})\s+)?(?:n\s?=\s?)?|/\s*)$",
        re.IGNORECASE,
    )


@derived
def _close_of() -> re.Pattern[str]:
    of, determiners = any_of(table(_WORDS)["of"]), any_of(table(_WORDS)["determiners"])
    whose = r"(?:(?:the\s|our\s|its\s|their\s)?[a-z-]+(?:'s|s')\s+)?"
    return re.compile(rf"\s*\)?\s*(?:{of})\s+(?:(?:{determiners})\s+)?{whose}$", re.IGNORECASE)


@derived
def _link() -> re.Pattern[str]:
    """The end of what stands between a count and its share: a bracket, or a comma and "or"."""
    links = any_of(table(_WORDS)["links"])
    moves = any_of((*table("constraints/arithmetic")["up"], *table("constraints/arithmetic")["down"]))
    named = rf",\s?an?\s(?!(?:[a-z]+\s)?(?:{moves})\s)(?:[a-z-]+\s){{1,2}}of"
    return re.compile(
        rf"(?:[(\[](?:{links})?|,\s?(?:{links})|{named})\s*$|\s(?:which is|that is|i\.e\.)\s*$"
        r"|,\s(?:which|that|this)\s(?:works? out|comes? out|came out|comes? to|came to|makes|made|gives|amounts to)"
        r"\s(?:as |at |to |of |about |a |rate )*$",
        re.IGNORECASE,
    )


@derived
def _copula() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s[a-z' -]{{0,40}})?(?:\((?:that is|or|i\.e\.|n\s?=|about|some|=)?\s?"
        rf"|,?\s(?:{any_of(table(_WORDS)['copulas'])})\s)\s*$",
        re.IGNORECASE,
    )


def _is_linked(gap: str) -> bool:
    """Whether a count and a percentage behind it belong together by what stands between them."""
    found = _link().search(gap)
    if found is None or len(gap) > _WIDEST:
        return False
    words = gap[: found.start()]
    return not any(mark in words for mark in ".;:()[]!?") and words.count(",") == 0


def _count_first(passage: Passage, n: int) -> Pair | None:
    """``45 (23%)``, ``45 of 196 (23%)``, ``45 (23%) of 196``, ``45, or 23% of 196``."""
    quantities = passage.quantities
    share = quantities[n]
    if n == 0 or quantities[n - 1].sort not in _COUNTABLE:
        return None
    last = quantities[n - 1]
    parted = n >= 2 and last.is_like(quantities[n - 2]) and _of().match(passage.gap(n - 1)) is not None
    if not _is_linked(passage.gap(n)) and not (parted and re.fullmatch(r"[^,;.:()]{0,40},\s", passage.gap(n))):
        return None
    last = _head(passage, n) or last
    behind = passage.between(share.end, share.end + 40)
    if _is_less(behind) or (passage.gap(n).endswith("(") and re.match(r"[^)]*\d\s?(?:%|per ?cent)", behind)):
        return None  # a change, or two percentages in one bracket
    if parted:
        other = _is_of_words(behind) and not re.match(r"\s?of\s(?:them|these|those)\b", behind)
        return None if other else Pair(passage, quantities[n - 2], share, last)
    if n + 1 < len(quantities) and _close_of().match(passage.gap(n + 1)) and last.is_like(quantities[n + 1]):
        return Pair(passage, last, share, quantities[n + 1])
    return Pair(passage, last, share, None, back=_is_back(passage, last, share), of_noun=_of_noun(behind))


def _head(passage: Passage, n: int) -> Quantity | None:
    """The count that a clause opens with, where only a small number in words parts it from its share.

    ``137 were given four (28%)``
    """
    if n < 2:
        return None
    head, last = passage.quantities[n - 2], passage.quantities[n - 1]
    words = passage.between(last.start, last.end)
    if last.sort != "count" or head.sort != "count" or last.value > _SMALL or any(map(str.isdecimal, words)):
        return None
    gap = passage.between(head.end, last.start)
    return head if head.value > _SMALL and not re.search(r"[,;:.()]|\bof\b", gap) else None


def _is_back(passage: Passage, part: Quantity, share: Quantity) -> bool:
    words = f"{passage.ahead(part, 12)} {passage.between(part.end, share.start)} {passage.behind(share, 14)}"
    return re.search(rf"\b(?:{any_of(table(_WORDS)['back'])})\b", words, re.IGNORECASE) is not None


def _is_of_words(behind: str) -> bool:
    return re.match(r"\s?of\s", behind) is not None


@derived
def _of_phrase() -> re.Pattern[str]:
    words = table(_WORDS)
    return re.compile(
        rf"\s?\)?\s?of\s(?:(?:{any_of(words['determiners'])})\s)?(?P<words>(?:[a-z'-]+\s?){{1,3}})", re.IGNORECASE
    )


def _of_noun(behind: str) -> str:
    """What a percentage is of in words, in the singular; empty where that is not said, or said by "of them"."""
    found = _of_phrase().match(behind)
    if found is None:
        return ""
    words = found["words"].split()
    cut = next(
        (n for n, word in enumerate(words) if word.lower() in stopwords() or word.lower() in _verbs()), len(words)
    )
    if cut == 0:
        return ""
    return singular(words[cut - 1].lower())


@derived
def _verbs() -> frozenset[str]:
    return frozenset(word for phrase in table("constraints/impossible")["does"] for word in phrase.split()[:1])


@derived
def _less() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{any_of(table(_WORDS)['less'])})\b", re.IGNORECASE)


def _is_less(behind: str) -> bool:
    """Whether a percentage is a change by what stands behind it: "40% less"."""
    return _less().match(behind) is not None


def _share_first(passage: Passage, n: int) -> Pair | None:
    """``23% (45/196)``, ``23% (45 of 196)``, ``23% of patients (45)``."""
    quantities = passage.quantities
    if n + 1 >= len(quantities) or quantities[n + 1].sort not in _COUNTABLE:
        return None
    share, part = quantities[n], quantities[n + 1]
    gap = passage.gap(n + 1)
    bracket = re.search(r"\((?:n\s?=\s?|about |some |or |i\.e\. |that is,? )?[£$€₹]?$", gap)
    if (
        bracket is None
        or _is_less(gap)
        or len(gap) > _WIDEST
        or any(mark in gap[: bracket.start()] for mark in ".;:()!?,")
    ):
        return None
    if n + 2 < len(quantities) and part.is_like(quantities[n + 2]) and _of().match(passage.gap(n + 2)):
        return Pair(passage, part, share, quantities[n + 2])
    if re.match(r"(?:\s?[a-z-]+){0,3}\)", passage.behind(part, 40)) is None:
        return None
    return Pair(
        passage, part, share, None, stated_part=part.rough, back=_is_back(passage, part, share), of_noun=_of_noun(gap)
    )


def _whole_first(passage: Passage, n: int) -> Pair | None:
    """``12% of the 54,000 households (6,480)``, ``12% of 54,000 is 6,480``; ``6,480 (12% of 54,000)``."""
    quantities = passage.quantities
    if n + 1 >= len(quantities) or not _close_of().match(passage.gap(n + 1)):
        return None
    share, whole = quantities[n], quantities[n + 1]
    if n and quantities[n - 1].is_like(whole) and (_is_linked(passage.gap(n)) or _is_being(passage.gap(n))):
        return Pair(passage, quantities[n - 1], share, whole)
    part = quantities[n + 2] if n + 2 < len(quantities) else None
    if part is None or not part.is_like(whole) or part.modifier not in {"exact", "about"}:
        return None
    return Pair(passage, part, share, whole, stated_part=True) if _copula().match(passage.gap(n + 2)) else None


def _is_being(gap: str) -> bool:
    return (
        re.fullmatch(
            r"[^.;:(),]{0,40}\b(?:is|are|was|were|makes|represents?|constitutes?|make up|equals?)\s(?:about |some )?",
            gap,
        )
        is not None
    )
