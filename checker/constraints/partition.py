"""Holds a whole against the parts that a sentence or a list divides it into: ``64 members: 30 women and 32 men``.

The parts must be complete: they follow a colon, or "of whom" with words that leave nothing over, such as women and men,
or end in "the remaining 7". Behind "including", "such as" and the like, and where parts may overlap, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from checker.constraints import balances, part_classes, partition_lists, told_parts
from checker.constraints.context import Context, Draft
from checker.constraints.parts import KIND, drafted, drafted_hundred, drafted_rest, is_close, is_slip, off
from checker.constraints.quantities import RANGE, Passage, Quantity, passages
from checker.language.language import any_of, derived, table

_WORDS = "constraints/partition"
_PARTING = re.compile(r"\s*[,;]\s*(?:and|&|or|while|with|but)?\s+|\s+(?:and|&|while)\s+", re.IGNORECASE)
_COLON = re.compile(r";\s|(?<!\d)\s?:\s|(?<=\d):\s|\s[-\u2013\u2014]\s|\u2014")
_FIGURE = re.compile(r"[£$€\d]")
_SPELT = Decimal(100)
"""The parts of a whole of so many are written in figures where the whole is."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Parts with the words around each, in order."""

    parts: tuple[Quantity, ...]
    words: tuple[str, ...]
    joined: bool
    """The last one is joined by "and"."""


def find(context: Context) -> Iterator[Draft]:
    """Every whole with its parts, in sentences, lists and beside tables."""
    everything = passages(context)
    for index, passage in enumerate(everything):
        if not passage.quantities:
            continue
        found = _of_passage(context, everything, index)
        if found is not None:
            yield found
    yield from partition_lists.find(context)


def _of_passage(context: Context, everything: Sequence[Passage], index: int) -> Draft | None:
    passage = everything[index]
    for way in (_behind_colon, _altogether, _of_whom, _left_over, _hundred, _flow):
        found = way(context, passage)
        if found is not None:
            return found
    found = told_parts.find(context, everything, index) or balances.find(context, everything, index)
    return found or (_of_sentence_before(context, everything, index) if index else None)


def _behind_colon(context: Context, passage: Passage) -> Draft | None:
    """``1,240 enrolled: 980 completed, 180 withdrew and 60 were lost``."""
    for colon in (*_COLON.finditer(passage.text), *_divided().finditer(passage.text)):
        at = passage.start + colon.end()
        before = [q for q in passage.quantities if q.end <= passage.start + colon.start()]
        if not before:
            continue
        whole = before[-1]
        if whole.sort not in {"count", "money", "measure", "time"} or _is_open(passage.text[: colon.start()]):
            continue
        listed = listed_in(passage, at, passage.end, whole)
        if listed is None:
            continue
        stretch = passage.between(at, passage.end)
        joined = listed.joined and not colon[0].startswith(";")
        complete = joined or is_slip(whole, listed.parts) or part_classes.parting(listed.words) is not None
        if not complete or _is_open(stretch) or len(listed.parts) == whole.value:
            context.saw(KIND, read=False)
            continue
        return _judged(context, whole, listed, near=True)
    return None


def _judged(context: Context, whole: Quantity, listed: Listed, near: bool) -> Draft | None:
    if off(whole, listed.parts) > 1 and not (near and is_close(whole, listed.parts)):
        context.saw(KIND, read=False)
        return None
    if any(q.modifier in {"more_than", "at_least", "less_than", "up_to"} for q in (whole, *listed.parts)):
        context.saw(KIND, read=False)
        return None
    context.saw(KIND)
    return drafted(context, "parts", whole, listed.parts)


def listed_in(passage: Passage, start: int, end: int, whole: Quantity) -> Listed | None:
    """The parts in a stretch, one in each member of its list; None where some member has none, or several."""
    inside = [q for q in passage.quantities if start <= q.start < end and q.is_like(whole)]
    if any(q.modifier == RANGE for q in inside):
        return None
    if whole.value >= _SPELT and _is_figure(passage, whole):
        inside = [q for q in inside if _is_figure(passage, q)]
    open_air = [q for q in inside if not _is_bracketed(passage, start, q)]
    parts = open_air if len(open_air) >= 2 else inside
    if len(parts) < 2 or (len(open_air) == 1 and len(inside) > 1):
        return None
    members = _members(passage, start, end, parts)
    if members is None:
        return None
    last = passage.between(parts[-2].end, parts[-1].start)
    return Listed(tuple(parts), members, re.search(r"(?:\b(?:and|while)\b|&)", last, re.IGNORECASE) is not None)


def _members(passage: Passage, start: int, end: int, parts: Sequence[Quantity]) -> tuple[str, ...] | None:
    """The words of each member of a list, which all hold one part; words that hold none belong to the one before."""
    stretch = passage.between(start, end)
    cuts = [0, *(m.end() for m in _PARTING.finditer(stretch)), len(stretch)]
    members: list[str] = []
    pending = ""
    for first, last in pairwise(cuts):
        inside = [q for q in parts if start + first <= q.start < start + last]
        words = stretch[first:last]
        if len(inside) > 1:
            return None
        if inside:
            members.append(pending + words)
            pending = ""
        elif members:
            members[-1] += " " + words
        else:
            pending = words
    return tuple(members) if len(members) == len(parts) else None


def _is_bracketed(passage: Passage, start: int, quantity: Quantity) -> bool:
    before = passage.between(start, quantity.start)
    return before.count("(") > before.count(")")


def _is_figure(passage: Passage, quantity: Quantity) -> bool:
    return any(map(str.isdecimal, passage.between(quantity.start, quantity.end)))


@derived
def _open_words() -> re.Pattern[str]:
    closing = any_of(table(_WORDS)["closing"])
    return re.compile(
        rf"(?!(?:{closing})\s+\d)(?<!the )(?<![\w-])(?:{any_of(table(_WORDS)['open'])})(?![\w-])", re.IGNORECASE
    )


def _is_open(words: str) -> bool:
    """Whether words say that a list is not complete, or that its parts overlap."""
    return _open_words().search(words) is not None


@derived
def _closing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['closing'])})\s*$", re.IGNORECASE)


def _is_closed(passage: Passage, listed: Listed) -> bool:
    """Whether nothing can be left over: opposites, or "the remaining 7" at the end."""
    ahead = passage.ahead(listed.parts[-1], 24)
    return part_classes.parting(listed.words) is not None or _closing().search(ahead) is not None


def _of_whom(context: Context, passage: Passage) -> Draft | None:
    """``64 members, of whom 30 are women and 32 men``; ``Of 64 members 30 are women and 32 men``."""
    for n, whole in enumerate(passage.quantities[:-1]):
        if whole.sort not in {"count", "money"}:
            continue
        behind = passage.behind(whole, 80)
        of_whom = re.search(r",?\s(?:of whom|of which|of these|of them|has|had|have|with|are|were|\()\s?", behind)
        opens = _OPENING.search(passage.ahead(whole, 40)) is not None
        following = passage.quantities[n + 1].start - whole.end
        if not opens and (of_whom is None or of_whom.start() > following) and not _is_of_them(passage, n):
            continue
        listed = listed_in(passage, whole.end, passage.end, whole)
        if listed is None or max(p.value for p in listed.parts) > whole.value:
            continue
        if not opens and part_classes.parting([behind[:following], *listed.words]) is not None:
            continue  # "47 were granted, 33 refused": itself a part
        return _closed_or_slip(context, passage, whole, listed, whole.end)
    return None


def _is_of_them(passage: Passage, n: int) -> bool:
    """``60 flats, 42 of them let``."""
    part = passage.quantities[n + 1]
    return re.match(r"\sof\s(?:them|these|those|whom|which)\b", passage.behind(part, 16)) is not None


def _flow(context: Context, passage: Passage) -> Draft | None:
    """``240 screened, 96 excluded, 144 randomised``."""
    counts = [q for q in passage.quantities if q.sort == "count" and q.value >= 1]
    if len(counts) != 3 or len(passage.quantities) != 3:
        return None
    whole, gone, left = counts
    goes = [_out().match(passage.behind(q, 30)) is not None for q in counts]
    words = [passage.behind(q, 30) for q in counts]
    if part_classes.parting([re.split(r"[,;.]|\band\b", one)[0] for one in words]) is not None:
        return None  # three parts of a whole that is told before
    if goes != [False, True, False] or gone.value >= whole.value or max(len(passage.gap(1)), len(passage.gap(2))) > 40:
        return None
    if abs(whole.value - gone.value - left.value) > whole.value / 10 or _is_open(passage.text):
        context.saw(KIND, read=False)
        return None
    context.saw(KIND)
    return drafted(context, "flow", whole, (gone, left))


@derived
def _out() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[a-z]+\s){{0,2}}?(?:{any_of(table(_WORDS)['out'])})\b", re.IGNORECASE)


def _closed_or_slip(context: Context, passage: Passage, whole: Quantity, listed: Listed, start: int) -> Draft | None:
    closed = _is_closed(passage, listed)
    fits = off(whole, listed.parts) <= 1
    if _is_open(passage.between(start, passage.end)) and not fits:
        context.saw(KIND, read=False)
        return None
    if not fits and not closed and not (listed.joined and is_slip(whole, listed.parts)):
        context.saw(KIND, read=False)
        return None
    return _judged(context, whole, listed, near=True)


def _of_sentence_before(context: Context, everything: Sequence[Passage], index: int) -> Draft | None:
    """``It considered 31 offers. 12 were accepted, 17 declined and 2 are pending.``"""
    passage, before = everything[index], everything[index - 1]
    if before.block != passage.block or not before.quantities or not passage.quantities:
        return None
    counts = [q for q in before.quantities if q.sort in {"count", "money"}]
    for whole in reversed(counts):
        listed = listed_in(passage, passage.start, passage.end, whole)
        if listed is None or max(p.value for p in listed.parts) >= whole.value:
            continue
        back = re.search(r"\b(?:of them|of these|of those|they|these)\b", passage.text, re.IGNORECASE) is not None
        slip = is_slip(whole, listed.parts) and listed.joined
        other = (
            re.search(r"\bthe (?:other|remaining)\s*$", passage.ahead(listed.parts[-1], 24), re.IGNORECASE) is not None
        )
        fits = off(whole, listed.parts) <= 1
        if not fits and _some_fit(whole, listed.parts):
            continue
        meant = (
            slip
            or (other and is_close(whole, listed.parts))
            or (back and part_classes.parting(listed.words) is not None)
        )
        if fits or (meant and not _is_open(passage.text) and not told_parts.leaves_rest(everything, index)):
            return _judged(context, whole, listed, near=True)
    return None


def _some_fit(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether some neighbours of a list make the whole."""
    runs = ((first, last) for first in range(len(parts)) for last in range(first + 2, len(parts) + 1))
    return any(off(whole, parts[first:last]) <= 1 for first, last in runs)


@derived
def _sum_behind() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:\w+\s){{0,2}}?(?:{any_of(table(_WORDS)['altogether'])})\b", re.IGNORECASE)


@derived
def _sum_ahead() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[,;(]|\s[-\u2013\u2014])\s?(?:so |and |that |thus |or |in all "
        rf"|)*(?:{any_of(table(_WORDS)['making'])})\s(?:about |of )?$",
        re.IGNORECASE,
    )


def _altogether(context: Context, passage: Passage) -> Draft | None:
    """``30 women and 32 men, 64 in all``."""
    for n, whole in enumerate(passage.quantities):
        if n < 2 or whole.sort not in {"count", "money", "measure", "time"}:
            continue
        behind = _sum_behind().match(passage.behind(whole, 40)) is not None
        figure = next((m.start() for m in _FIGURE.finditer(passage.between(whole.start, whole.end))), 0)
        ahead = _sum_ahead().search(passage.between(whole.start - 40, whole.start + figure)) is not None
        if not behind and not ahead:
            continue
        gap = passage.gap(n)
        listed = listed_in(passage, passage.start, whole.start, whole)
        if listed is None or not re.search(r"[,;(]|\s[-\u2013\u2014]\s", gap) or not listed.joined:
            continue
        words = passage.between(passage.start, whole.start)
        if _is_open(words) or not all(p.value < whole.value for p in listed.parts):
            context.saw(KIND, read=False)
            continue
        return _judged(context, whole, listed, near=True)
    return None


@derived
def _left() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['left'])})\b", re.IGNORECASE)


def _left_over(context: Context, passage: Passage) -> Draft | None:
    """``£9,350 of the £12,000 had been spent; £2,650 was therefore left``."""
    quantities = passage.quantities
    for n in range(len(quantities) - 2):
        one, other = quantities[n], quantities[n + 1]
        if not one.is_like(other) or one.sort not in {"count", "money", "measure", "time"}:
            continue
        if _TAKEN_OF.fullmatch(passage.gap(n + 1)):
            taken, whole = one, other
        elif _OPENING.search(passage.ahead(one, 40)):
            whole, taken = one, other
        else:
            continue
        rest = [q for q in quantities[n + 2 :] if q.is_like(whole) and _is_left(passage, q)]
        if taken.value >= whole.value or len(rest) != 1 or not is_close(whole, [taken, rest[0]]):
            continue
        if re.search(r"\b(?:also|further|another|and of)\b", passage.between(other.end, rest[0].start)):
            continue
        context.saw(KIND)
        return drafted_rest(context, whole, taken, rest[0])
    return None


_TAKEN_OF = re.compile(r"\s(?:\w+\s){0,2}?(?:out )?of\s(?:the |these |those |our |its |a total of )?(?:[\w']+ )?")
_OPENING = re.compile(
    r"(?:^|[.;:(,]\s?|\band\s)\s*(?:of|among|out of|from)\s+(?:the |these |those |all |our |its )?(?:\w+ )?$",
    re.IGNORECASE,
)


def _is_left(passage: Passage, quantity: Quantity) -> bool:
    return _left().search(re.split(r"[,;]", passage.behind(quantity, 34))[0]) is not None


@derived
def _divided() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['divided'])})\b", re.IGNORECASE)


def _hundred(context: Context, passage: Passage) -> Draft | None:
    """``The mark is made up of coursework, 60%, and an exam, 40%``; ``45% are women and the remaining 55% men``."""
    shares = [q for q in passage.quantities if q.sort == "percent"]
    if len(shares) < 2 or len(shares) != len([q for q in passage.quantities if q.sort not in {"fraction"}]):
        return None
    first = shares[0]
    whole = replace(first, value=Decimal(100), step=Decimal(1), rough=False, modifier="exact")
    divided = _divided().search(passage.between(passage.start, first.start))
    start = passage.start + divided.end() if divided else passage.start
    listed = listed_in(passage, start, passage.end, whole)
    if listed is None or len(listed.parts) != len(shares):
        return None
    if not divided and not _is_closed(passage, listed):
        return None
    total = sum((q.value for q in shares), Decimal(0))
    room = sum((q.step for q in shares), Decimal(0)) / 2
    if _is_open(passage.text) or any(q.rough for q in shares) or not is_close(whole, shares):
        context.saw(KIND, read=False)
        return None
    context.saw(KIND)
    ahead = passage.ahead(listed.parts[-1], 40)
    complete = divided is not None or _closing().search(ahead) is not None
    return drafted_hundred(context, shares, total, room, complete=complete)
