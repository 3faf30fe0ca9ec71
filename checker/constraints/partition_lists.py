"""Holds the number over a list against the numbers of its items, and follows flows line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.constraints.context import Context, Draft, Table
from checker.constraints.parts import KIND, drafted, is_close, is_slip, off
from checker.constraints.quantities import Passage, Quantity, of_span, passages
from checker.language.language import any_of, derived, table

_WORDS = "constraints/partition"
_LINES = frozenset(("item", "pair", "paragraph", "heading"))
_SHORT = 120
"""A line of a flow has at most so many characters."""


def find(context: Context) -> Iterator[Draft]:
    """Lists under a number, flows, and numbers over tables."""
    lines = _lines(context)
    yield from _lists(context, lines)
    yield from _flows(context, lines)
    for found in context.tables:
        yield from _over_table(context, found)


def _lines(context: Context) -> Sequence[Passage]:
    """The first passage of each block outside tables that is one passage long, in order."""
    everything = passages(context)
    blocks = [p.block for p in everything]
    return [p for n, p in enumerate(everything) if n == 0 or blocks[n - 1] != blocks[n]]


def _main(passage: Passage) -> Quantity | None:
    """The one number of a line: the only one outside brackets, else the only one."""
    counts = [q for q in passage.quantities if q.sort in {"count", "money", "measure", "time"}]
    bare = [
        q
        for q in counts
        if passage.text[: q.start - passage.start].count("(") == passage.text[: q.start - passage.start].count(")")
    ]
    chosen = bare or counts
    return chosen[0] if len(chosen) == 1 else None


def _lists(context: Context, lines: Sequence[Passage]) -> Iterator[Draft]:
    blocks = context.document.blocks
    n = 0
    while n < len(lines):
        first = n + 1
        last = first
        while (
            last < len(lines)
            and blocks[lines[last].block].kind in {"item", "pair"}
            and (lines[last].block == lines[last - 1].block + 1)
        ):
            last += 1
        if last - first >= 2 and blocks[lines[n].block].kind in {"paragraph", "heading", "title", "pair"}:
            found = list(_list(context, _lead(context, lines[n]), lines[first:last]))
            yield from found
            if not found and last < len(lines) and blocks[lines[last].block].kind == "paragraph":
                yield from _told_behind(context, lines[first:last], lines[last])
        n = max(last, n + 1)


def _lead(context: Context, line: Passage) -> Passage:
    """The last passage of the block that leads in to a list."""
    return [p for p in passages(context) if p.block == line.block][-1]


def _list(context: Context, lead: Passage, items: Sequence[Passage]) -> Iterator[Draft]:
    blocks = context.document.blocks
    top = min(blocks[p.block].level for p in items)
    items = [p for p in items if blocks[p.block].level == top]
    numbers = [_main(p) for p in items]
    if any(number is None for number in numbers) or len(items) < 2:
        return
    found = [number for number in numbers if number is not None]
    if not all(number.is_like(found[0]) for number in found):
        return
    if _total().match(items[-1].text) and len(items) >= 3:
        yield from _sum(context, found[-1], found[:-1], items[-1].text)
        return
    if _total().match(items[0].text) and len(items) >= 3:
        yield from _sum(context, found[0], found[1:], items[0].text)
        return
    if not lead.text.rstrip().endswith(":"):
        return
    wholes = [q for q in lead.quantities if q.is_like(found[0])]
    if len(wholes) != 1 or wholes[0].value == len(items) or _open().search(lead.text):
        return
    yield from _sum(context, wholes[0], found, " ".join(p.text for p in items))


def _told_behind(context: Context, items: Sequence[Passage], line: Passage) -> Iterator[Draft]:
    """``Those are the three classes, 501 members in all.`` under a list of them."""
    blocks = context.document.blocks
    numbers = [_main(p) for p in items if blocks[p.block].level == min(blocks[q.block].level for q in items)]
    found = [number for number in numbers if number is not None]
    if len(found) != len(numbers) or len(found) < 2 or not all(q.is_like(found[0]) for q in found):
        return
    wholes = [q for q in line.quantities if q.is_like(found[0]) and _altogether().match(line.behind(q, 40))]
    if len(wholes) == 1 and is_close(wholes[0], found):
        yield from _sum(context, wholes[0], found, " ".join(p.text for p in items))


@derived
def _altogether() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:\w+\s){{0,2}}?(?:{any_of(table(_WORDS)['altogether'])})\b", re.IGNORECASE)


def _sum(context: Context, whole: Quantity, parts: Sequence[Quantity], words: str) -> Iterator[Draft]:
    fits = off(whole, parts) <= 1
    read = fits or (is_close(whole, parts) and not _open().search(words))
    context.saw(KIND, read=read)
    if read:
        yield drafted(context, "parts", whole, parts)


@derived
def _total() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(table(_WORDS)['total'])})\b", re.IGNORECASE)


@derived
def _open() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(table(_WORDS)['open'])})(?![\w-])", re.IGNORECASE)


@derived
def _out() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(table(_WORDS)['out'])})(?![\w-])|^\s?[-\u2212\u2013]\s?\d", re.IGNORECASE)


def _flows(context: Context, lines: Sequence[Passage]) -> Iterator[Draft]:
    """``240 screened``, ``96 excluded``, ``144 randomised``: what came in, less what went out, is what is left."""
    blocks = context.document.blocks
    run: list[tuple[Quantity, bool, int]] = []
    for line in lines:
        number = _main(line)
        short = len(line.text) <= _SHORT and blocks[line.block].kind in _LINES
        if number is None or not short or number.sort != "count" or number.value < 1:
            yield from _flow(context, run)
            run = []
            continue
        block = blocks[line.block]
        run.append((number, _out().search(line.text) is not None, block.level if block.kind == "item" else 0))
    yield from _flow(context, run)


def _flow(context: Context, run: Sequence[tuple[Quantity, bool, int]]) -> Iterator[Draft]:
    """Each number that stays with those that go out behind it and the next that stays."""
    n = 0
    while n < len(run):
        number, goes, _ = run[n]
        last = n + 1
        while last < len(run) and run[last][1]:
            last += 1
        if not goes and n + 1 < last < len(run):
            depth = min(level for _, _, level in run[n + 1 : last])
            gone = [q for q, _, level in run[n + 1 : last] if level == depth]
            parts = [*gone, run[last][0]]
            fits = off(number, parts) <= 1
            slip = abs(sum((p.value for p in parts), Decimal(0)) - number.value) <= number.value / 20
            context.saw(KIND, read=fits or slip)
            if fits or slip:
                yield drafted(context, "flow", number, parts)
        n = max(last, n + 1)


def _over_table(context: Context, found: Table) -> Iterator[Draft]:
    """A number in the title of a table, or of a part of it, against the only column of counts under it."""
    title: tuple[str, int, int] | None = _caption(context, found)
    parts: list[Quantity] = []
    for row in found.rows:
        filled = [cell for cell in row.cells if cell.text]
        if len(filled) == 1 and filled[0].figure is None:
            yield from _column(context, title, parts)
            title, parts = (filled[0].text, *filled[0].span), []
            continue
        counts = [cell for cell in row.cells[1:] if cell.figure is not None and not cell.figure.percent]
        if len(counts) != 1 or not (counts[0].figure and counts[0].figure.is_whole) or _total().match(row.label):
            title, parts = None, []
            continue
        figure = counts[0].figure
        parts.append(
            Quantity(*counts[0].span, figure.value, figure.step, "count", "", "", "", figure.about, "exact", Decimal(1))
        )
    yield from _column(context, title, parts)


def _caption(context: Context, found: Table) -> tuple[str, int, int] | None:
    if not found.before:
        return None
    block = context.document.blocks[found.before[0]]
    if block.end - block.start > _SHORT:
        return None
    return context.words(block.start, block.end), block.start, block.end


def _column(context: Context, title: tuple[str, int, int] | None, parts: Sequence[Quantity]) -> Iterator[Draft]:
    if title is None or len(parts) < 3:
        return
    words, start, end = title
    counts = [q for q in of_span(context, start, end, 0).quantities if q.sort == "count" and q.value > len(parts)]
    if len(counts) != 1 or _open().search(words):
        return
    fits = off(counts[0], parts) <= 1
    context.saw(KIND, read=fits or is_slip(counts[0], parts))
    if fits or is_slip(counts[0], parts):
        yield drafted(context, "parts", counts[0], parts)
