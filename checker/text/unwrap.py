"""Puts every paragraph, and whatever else its lines were broken in, on one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.model.canonical import Canonical, Edit
from checker.model.document import Block

_BREAK = re.compile(r"[ \t]*+\n[ \t]*+(?:>[ \t]*+)*+")
"""A line's end, with how far the next line is indented and the marks of a quotation before it."""
_BROKEN = frozenset(("title", "heading", "paragraph", "item", "row", "pair"))


def unwrap(form: Canonical, plain: str, blocks: list[Block]) -> tuple[Canonical, str, list[Block]]:
    """The text, its plain form and its blocks with a blank for each break inside a block."""
    edits = list(_breaks(form.text, plain, blocks))
    if not edits:
        return form, plain, blocks
    plain = Canonical(plain).edited(edits).text
    form = form.edited(edits)
    if any(end - start > 1 for start, end, _ in edits):
        blocks = moved(blocks, edits)
    return form, plain, blocks


def _breaks(text: str, plain: str, blocks: Sequence[Block]) -> Iterator[Edit]:
    done = 0
    for block in blocks:
        if block.kind not in _BROKEN or block.start < done:
            continue
        at = text.find("\n", block.start, block.end)
        if at < 0:
            continue
        for match in _BREAK.finditer(text, block.start, block.end):
            start, end = match.span()
            if plain[start:end].strip():
                end = text.index("\n", start) + 1
            yield start, end, " "
        done = block.end


def moved(blocks: Sequence[Block], edits: Sequence[Edit]) -> list[Block]:
    """The blocks where the edits leave them."""
    ends = [end for _, end, _ in edits]
    lost = [0]
    for start, end, instead in edits:
        lost.append(lost[-1] + end - start - len(instead))

    def place(at: int) -> int:
        return at - lost[bisect_right(ends, at)]

    def moved_all(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((place(start), place(end)) for start, end in spans)

    return [
        replace(
            b,
            start=place(b.start),
            end=place(b.end),
            cells=moved_all(b.cells),
            over=tuple(map(moved_all, b.over)),
        )
        for b in blocks
    ]
