"""The words behind a claim as people read them: without marks, a row of a table with the heads of its columns.

``Total** | 2,003 | **2,224`` reads ``Total; 2023: 2,003; 2024: 2,224``. Every report quotes by this module.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from checker.language.markup import Change, changes
from checker.model.claim import Claim

Heads = Mapping[tuple[str, int], Mapping[int, str]]
"""By source and start of a row: where each value of it starts, and the head of its column."""

_BAR = re.compile(r"\s*(?:\|\s*)+")
_BREAK = "; "
_SEPARATORS = "\t,;"
_LONGEST_HEAD = 40


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words to read, and where in them the values stand."""

    text: str
    marks: tuple[tuple[int, int], ...]


def heads_of(claims: Iterable[Claim]) -> Heads:
    """The heads over the values of each row that claims were read from."""
    found: dict[tuple[str, int], dict[int, str]] = defaultdict(dict)
    for claim in claims:
        if claim.labels.column:
            found[claim.source, claim.evidence.start][claim.value.start - claim.evidence.start] = claim.labels.column
    return found


def is_row(claim: Claim) -> bool:
    """Whether a claim was read from a row of a table."""
    return claim.labels.column is not None or claim.labels.row is not None


def quotation(claims: Sequence[Claim], heads: Heads) -> Quotation:
    """The sentence or row that ``claims`` share, with their values."""
    first = claims[0]
    quote, start = first.evidence.quote, first.evidence.start
    spans = [(max(0, c.value.start - start), max(0, min(len(quote), c.value.end - start))) for c in claims]
    found = [one for one in changes(quote) if not any(a >= one[0] and b <= one[1] and a < b for a, b in spans)]
    if is_row(first):
        known = heads.get((first.source, start), {})
        own = {c.value.start - start: c.labels.column for c in claims if c.labels.column}
        found += _as_row(quote, {**known, **own}, spans[0][0])
    return _changed(quote, spans, sorted(found, key=lambda one: (one[0], one[1])))


def _as_row(quote: str, heads: Mapping[int, str], value: int) -> list[Change]:
    """What parts the cells of a row as a semicolon, and the heads before the cells that have one."""
    parted = _partings(quote, value)
    ends = [end for _, end in parted]
    found: list[Change] = [(start, end, "" if start == 0 or end >= len(quote) else _BREAK) for start, end in parted]
    headed: set[int] = set()
    for at, head in sorted(heads.items()):
        n = bisect_right(ends, at) - 1
        cell = ends[n] if n >= 0 else 0
        text = " ".join(head.split())
        if cell in headed or not text or len(text) > _LONGEST_HEAD:
            continue
        headed.add(cell)
        found.append((cell, cell, f"{text}: "))
    return found


def _partings(quote: str, value: int) -> list[tuple[int, int]]:
    """Where the cells of a row are parted: by bars, else by the sign before the value, outside quotation marks."""
    if "|" in quote:
        return [found.span() for found in _BAR.finditer(quote)]
    before = quote[:value].rstrip(" \"'$£€")
    sign = "\t" if "\t" in quote else before[-1:]
    if not sign or sign not in _SEPARATORS:
        return []
    inside = list(accumulate((char == '"' for char in quote), lambda a, b: a ^ b, initial=False))
    return [(n, n + 1) for n, char in enumerate(quote) if char == sign and not inside[n]]


def _changed(quote: str, spans: Sequence[tuple[int, int]], found: Sequence[Change]) -> Quotation:
    """The quote with changes made, runs of blanks as one, and the spans moved with it."""
    pieces: list[tuple[str, int]] = []
    at = 0
    for start, end, read in found:
        if start < at:
            continue
        pieces += [(quote[n], n) for n in range(at, start)]
        pieces += [(char, -1) for char in read]
        at = end
    pieces += [(quote[n], n) for n in range(at, len(quote))]
    kept: list[tuple[str, int]] = []
    for char, place in pieces:
        blank = char.isspace()
        if blank and (not kept or kept[-1][0] == " "):
            continue
        kept.append((" " if blank else char, place))
    while kept and kept[-1][0] == " ":
        kept.pop()
    marks = []
    for start, end in spans:
        places = [n for n, (_, place) in enumerate(kept) if start <= place < end]
        if places:
            marks.append((places[0], places[-1] + 1))
    return Quotation("".join(char for char, _ in kept), tuple(marks))
