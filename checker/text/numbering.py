"""Blanks the numbers of sections and clauses, which state nothing: "10.3 Notices" between "10.2" and "10.4".

A number of two or more levels that opens a block before a word is one of a section where its level counts up from 1, so
that another stands beside it; and so is the number over the first of them ("10 Notices"), and one with a point that
opens a heading and goes on from the one before ("10. Heaters", "11. Pipes"). Any other number may as well be a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model.document import Block
from checker.text.thresholds import NUMBERING_STEP

_NUMBERED = re.compile(r"[#*_ \t]*([1-9]\d{0,2}(?:\.[1-9]\d?){0,4})[.)]?(?=[ \t]+\W{0,2}[^\W\d])")


def without_numbers(plain: str, blocks: Sequence[Block]) -> str:
    """``plain`` with blanks for the numbers that open the sections and clauses of a document; as long as it was."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(set(section_numbers(plain, blocks))):
        parts += (plain[done:start], " " * (end - start))
        done = end
    return "".join((*parts, plain[done:])) if parts else plain


def section_numbers(plain: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where each number stands that opens a section or clause, many of them twice."""
    opened: dict[tuple[int, ...], tuple[int, int]] = {}
    over: dict[tuple[int, ...], tuple[int, int] | None] = {}
    last: dict[tuple[int, ...], int] = {}
    previous: tuple[int, ...] = ()
    for block in blocks:
        found = _NUMBERED.match(plain, block.start, block.end) if not block.table else None
        if found is None:
            continue
        numbers = tuple(int(figure) for figure in found[1].split("."))
        level, number = numbers[:-1], numbers[-1]
        if number == 1:
            over[level] = opened[level] if previous == level and level in opened else None
        opened[numbers], previous = (found.start(1), found.end()), numbers
        before = last.get(level, 0)
        if not level and not (block.kind in ("title", "heading") and plain[found.end(1)] in ".)"):
            continue
        if number != 1 and not 0 < before < number <= before + NUMBERING_STEP:
            continue
        last[level] = number
        if number != 1:
            yield from filter(None, (opened[*level, before], opened[numbers], over[level]))
