"""Holds a whole against parts that are told behind it in any words, in its sentence and in the two that follow.

``Of the 284, 231 reached week 24. Thirty-four withdrew and 19 could not be reached.`` The parts are known to be all
there are by opposite words, by "the other 7" at the end, by "nothing was left over", or by a sum that is off by a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.constraints import part_classes
from checker.constraints.context import Context, Draft
from checker.constraints.parts import KIND, drafted, is_close, is_slip, off
from checker.constraints.quantities import RANGE, Passage, Quantity
from checker.language.language import any_of, derived, table

_WORDS = "constraints/partition"
_SORTS = frozenset(("count", "money", "measure", "time"))
_LEAST = 5
"""The parts of a smaller whole are told one by one."""
_MORE = 2
"""The parts stand in the sentence of their whole and in so many behind it."""
_MOST = 8


@dataclass(frozen=True, slots=True)
class _Part:
    quantity: Quantity
    words: str
    passage: Passage
    closes: bool
    """The words before it say that it is what remains."""


def find(context: Context, everything: Sequence[Passage], index: int) -> Draft | None:
    """The first whole of a passage whose parts follow it, and whether they make it."""
    passage = everything[index]
    for n, whole in enumerate(passage.quantities):
        if whole.sort not in _SORTS or whole.modifier == RANGE or whole.value < _LEAST or whole.per:
            continue
        if is_bracketed(passage, whole) or (n and not _may_be_whole(passage, whole)):
            continue
        if _back().match(passage.text) and not _opening().search(passage.ahead(whole, 40)):
            continue
        found = _of_whole(context, everything, index, whole)
        if found is not None:
            return found
    return None


def _of_whole(context: Context, everything: Sequence[Passage], index: int, whole: Quantity) -> Draft | None:
    bracketed = _bracketed_parts(everything[index], whole)
    parts = bracketed or list(_parts(everything, index, whole))
    if len(parts) < 2:
        return None
    for count in range(2, len(parts) + 1):
        chosen = [p.quantity for p in parts[:count]]
        if off(whole, chosen) <= 1 and is_clean(chosen):
            context.saw(KIND)
            return drafted(context, "parts", whole, chosen)
    meant = _closed(everything, index, whole, parts, told=bool(bracketed))
    if meant is None:
        return None
    chosen = [p.quantity for p in meant]
    if _is_itself_part(everything[index], whole, parts, meant):
        return None
    if not is_close(whole, chosen) or not is_clean((whole, *chosen)) or _some_fit(whole, parts):
        context.saw(KIND, read=False)
        return None
    context.saw(KIND)
    return drafted(context, "parts", whole, chosen)


def _bracketed_parts(passage: Passage, whole: Quantity) -> list[_Part]:
    """``9,490 at three grounds (Elm Park 4,150, Riverside 3,020 and the Rec 2,320)``."""
    opens = re.match(r"[^(;:\d]{0,50}(\()", passage.text[whole.end - passage.start :])
    if opens is None:
        return []
    start = whole.end + opens.start(1)
    closes = passage.text.find(")", start - passage.start)
    inside = [q for q in passage.quantities if start < q.start < passage.start + closes]
    parts = [q for q in inside if q.is_like(whole) and q.value < whole.value]
    if len(parts) < 3 or len(parts) != len(inside):
        return []
    return [_Part(q, passage.between(q.end, q.end + 20), passage, False) for q in parts]


def _is_itself_part(passage: Passage, whole: Quantity, parts: Sequence[_Part], meant: Sequence[_Part]) -> bool:
    """Whether the whole is one of the parts by its words, or adds up with them to a number near them."""
    until = parts[0].quantity.start if parts[0].passage is passage else passage.end
    own = part_classes.groups(words_of(passage, passage.start, whole, until))
    name = part_classes.parting([p.words for p in meant])
    if name is not None and name in own:
        return True
    total = whole.value
    later = [q for p in {id(x.passage): x.passage for x in parts}.values() for q in p.quantities if q.is_like(whole)]
    for part in meant:
        total += part.quantity.value
        if any(q.value == total or abs(q.value - total) < q.slack for q in later):
            return True
    return False


def is_clean(quantities: Sequence[Quantity]) -> bool:
    return not any(q.modifier in {"more_than", "at_least", "less_than", "up_to", RANGE} for q in quantities)


def _some_fit(whole: Quantity, parts: Sequence[_Part]) -> bool:
    """Whether some neighbours among the parts make the whole."""
    for first in range(len(parts)):
        for last in range(first + 2, len(parts) + 1):
            if off(whole, [p.quantity for p in parts[first:last]]) <= 1:
                return True
    return False


def _parts(everything: Sequence[Passage], index: int, whole: Quantity) -> Iterator[_Part]:
    """The numbers behind a whole that may be its parts, in order."""
    block, count = everything[index].block, 0
    for step, passage in enumerate(everything[index : index + _MORE + 1]):
        if passage.block != block or (step and (_is_new(passage, whole) or _is_open(passage.text))):
            return
        start = whole.end if step == 0 else passage.start
        inside = [q for q in passage.quantities if q.start >= start]
        parts = [q for q in inside if _is_part(passage, q, whole)]
        if step and not parts:
            return
        for n, q in enumerate(parts):
            until = parts[n + 1].start if n + 1 < len(parts) else passage.end
            since = parts[n - 1].end if n else start
            yield _Part(
                q, words_of(passage, since, q, until), passage, _closing().search(passage.ahead(q, 24)) is not None
            )
            count += 1
            if count == _MOST:
                return


def _is_part(passage: Passage, q: Quantity, whole: Quantity) -> bool:
    if not q.is_like(whole) or q.value >= whole.value or q.per or is_bracketed(passage, q):
        return False
    if q.sort == "count" and q.value != q.value.to_integral_value():
        return False
    return _sub().match(passage.behind(q, 20)) is None and _is_time_label(passage, q) is False


def _is_time_label(passage: Passage, q: Quantity) -> bool:
    return (
        re.search(
            r"(?<!the )(?<!this )(?<!that )\b(?:week|month|day|year|wave|visit|grade|class)s?\s$",
            passage.ahead(q, 10),
            re.I,
        )
        is not None
    )


def words_of(passage: Passage, since: int, q: Quantity, until: int) -> str:
    """The words of a part: up to the clause of the next one, with those of its own clause before it."""
    ahead = re.split(r"[,;:.()]|\b(?:and|but|while|with)\b", passage.between(since, q.start))[-1]
    behind = passage.between(q.end, until)
    if until != passage.end:
        pieces = re.split(r"[,;]\s|\b(?:and|while|but|with)\b", behind)
        behind = " ".join(pieces[:-1]) if len(pieces) > 1 else behind
    else:
        behind = re.split(r"[;]|,\s(?:though|although|while|but|which|and)\b", behind)[0]
    return f"{ahead} {behind}"


def is_bracketed(passage: Passage, q: Quantity) -> bool:
    before = passage.between(passage.start, q.start)
    return before.count("(") > before.count(")")


def _may_be_whole(passage: Passage, whole: Quantity) -> bool:
    """Whether a number that is not the first of its sentence may be divided in what follows."""
    return (
        _opening().search(passage.ahead(whole, 40)) is not None or _all().search(passage.ahead(whole, 30)) is not None
    )


@derived
def _back() -> re.Pattern[str]:
    """At the head of a sentence whose numbers are of a whole told before it."""
    return re.compile(rf"\W*(?:{any_of(table(_WORDS)['back'])})\b", re.IGNORECASE)


@derived
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[.;:(,]\s?|\band\s)\s*(?:of|among|out of|from)\s+"
        r"(?:the |these |those |all |our |its )?(?:\w+ )?[£$€₹]?$",
        re.IGNORECASE,
    )


@derived
def _all() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['wholes'])})\s(?:[a-z]+\s)?[£$€₹]?$", re.IGNORECASE)


@derived
def _sub() -> re.Pattern[str]:
    """Behind a number that is a part of a part, or of another whole."""
    return re.compile(r"\s(?:of (?:which|whom|these|those)\b|%|per cent|percent)", re.IGNORECASE)


def _is_new(passage: Passage, whole: Quantity) -> bool:
    """Whether a sentence goes on to divide something else."""
    first = next((q for q in passage.quantities if q.sort in _SORTS), None)
    if first is None:
        return False
    return _opening().search(passage.ahead(first, 40)) is not None and first.value != whole.value


@derived
def _open_words() -> re.Pattern[str]:
    closing = any_of(table(_WORDS)["closing"])
    return re.compile(
        rf"(?!(?:{closing})\s+[£$€₹]?\d)(?<!the )(?<![\w-])(?:{any_of(table(_WORDS)['open'])})(?![\w-])", re.IGNORECASE
    )


def _is_open(words: str) -> bool:
    return _open_words().search(_harmless().sub(" ", words)) is not None


@derived
def _harmless() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['not_open'])})\b", re.IGNORECASE)


@derived
def _closing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['closing'])})[\s,]*[£$€₹]?$", re.IGNORECASE)


@derived
def _nothing_left() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['nothing_left'])})\b", re.IGNORECASE)


def leaves_rest(everything: Sequence[Passage], index: int) -> bool:
    """Whether one of the next sentences tells of a rest without its number: "The others were of nine kinds"."""
    block = everything[index].block
    return any(p.block == block and _rest().match(p.text) is not None for p in everything[index + 1 : index + 3])


@derived
def _rest() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(table(_WORDS)['closing'])})\b", re.IGNORECASE)


def _closed(
    everything: Sequence[Passage], index: int, whole: Quantity, parts: Sequence[_Part], told: bool
) -> Sequence[_Part] | None:
    """The parts that must be all there are; None where that is not clear. ``told``: it is known to be a whole."""
    passage = everything[index]
    told = told or bool(whole.noun) or whole.sort != "count" or _may_be_whole(passage, whole)
    last = next((n for n, part in enumerate(parts) if part.closes), None)
    if last is not None and last >= 1 and (told or parts[0].passage is not passage):
        chosen = parts[: last + 1]
        return chosen if not _is_open(_stretch(passage, whole, chosen)) else None
    for count in range(len(parts), 1, -1):
        chosen = parts[:count]
        name = part_classes.parting([p.words for p in chosen])
        if name is not None:
            return chosen if not _is_open(_stretch(passage, whole, chosen)) else None
    same = [p for p in parts if p.passage is parts[0].passage]
    if len(same) < 2 or _is_open(_stretch(passage, whole, same)):
        return None
    joined = re.search(r"\b(?:and|while)\b|&", same[-1].passage.between(same[-2].quantity.end, same[-1].quantity.start))
    if _nothing_left().search(parts[-1].passage.text):
        return same
    if leaves_rest(everything, index):
        return None
    if len(same) >= 3 and len(same) == len(parts) and joined and is_slip(whole, [p.quantity for p in same]):
        return same if told and _is_even(same) else None
    return None


def _is_even(parts: Sequence[_Part]) -> bool:
    """Whether parts are told alike: no two of them count things of different names."""
    nouns = {p.quantity.noun for p in parts if p.quantity.noun}
    return len(nouns) <= 1 or len(nouns) == len(parts)


def _stretch(passage: Passage, whole: Quantity, parts: Sequence[_Part]) -> str:
    """All words from a whole to the end of its parts."""
    words = [passage.between(whole.end, passage.end)]
    seen = {passage.start}
    for part in parts:
        if part.passage.start not in seen:
            seen.add(part.passage.start)
            words.append(part.passage.text)
    return " ".join(words)
