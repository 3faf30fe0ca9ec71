"""Quotes the words behind a value: a sentence without its markup, or the row of a table under its heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.language.markup import Change, changes
from checker.model.claim import Claim
from checker.model.document import Source
from checker.reports.html.page_model import Contents
from checker.reports.terminal import safe

AROUND = 200
"""So much before and after a sentence is looked at for the one beside it."""
LONGEST = 320
"""A longer sentence is cut around its first value."""
_MOST_CELLS = 4
_MOST_LINES = 2000
_END = re.compile(r"[.!?][\"')\]”’]{0,3}(?=\s|\Z)")
_BLANKS = re.compile(r"\s+")
_BETWEEN = re.compile(r"^[\s|:+=-]+$")
_DELIMITERS = (",", ";", "\t", "|")

Span = tuple[int, int]
Pieces = tuple[str, ...]
"""Text that is not marked and text that is, in turn, the first and the last not marked; any may be empty."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of one sentence, with what stands around it; or cells, each under its head."""

    before: str = ""
    words: Pieces = ()
    after: str = ""
    heads: tuple[str, ...] = ()
    """Of a row whose table has heads; empty where it has none."""
    cells: tuple[Pieces, ...] = ()

    def plain(self) -> list[object]:
        """As lists, for a page: words as [before, pieces, after], a row as [heads, cells]."""
        if self.cells:
            return [list(self.heads), [list(cell) for cell in self.cells]]
        return [self.before, list(self.words), self.after]


def by_sentence(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims that share a sentence together, in their order."""
    groups: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.source, claim.evidence.start, claim.evidence.end), []).append(claim)
    return list(groups.values())


def shared_sentence(sides: Sequence[Sequence[Claim]]) -> list[Claim]:
    """The claims of several sides, where they all stand in one sentence, which then is quoted once; else none."""
    stated = list(dict.fromkeys(claim for side in sides for claim in side))
    one = len({(c.source, c.evidence.start, c.evidence.end) for c in stated}) == 1
    return stated if one and sum(bool(side) for side in sides) > 1 else []


def quoted(claims: Sequence[Claim], contents: Contents) -> Quotation:
    """The quotation of ``claims``, which share a sentence, in the text that a page has of their source."""
    source = claims[0].source
    return quotation(claims, contents.index.sources.get(source), contents.given.get(source))


def quotation(claims: Sequence[Claim], source: Source | None, text: str | None) -> Quotation:
    """The quotation of ``claims``, which share a sentence; ``text`` is that of their source, None where it is unknown.

    The values are marked. Text that was taken out of a file has no markup of its own.
    """
    evidence = claims[0].evidence
    first, last = evidence.start, evidence.end
    marks = sorted({(c.value.start, c.value.end) for c in claims})
    if text is None:
        text = evidence.quote
        marks = [(start - first, end - first) for start, end in marks]
        first, last = 0, len(text)
    extracted = source is not None and source.extracted
    path = (source.path or "").lower() if source is not None else ""
    row = _row(text, first, last, marks, path.endswith((".csv", ".tsv")))
    if row is not None:
        heads, cells = row
        shown = _chosen(cells, marks)
        return Quotation(
            heads=tuple("".join(_pieces(text, heads[n], (), extracted)) if n < len(heads) else "" for n in shown)
            if heads
            else (),
            cells=tuple(_pieces(text, cells[n], marks, extracted) for n in shown),
        )
    start = max(first, marks[0][0] - LONGEST // 2)
    end = min(last, max(marks[0][1], start + LONGEST))
    words = list(_pieces(text, (start, end), marks, extracted))
    if start > first:
        words[0] = f"… {words[0].partition(' ')[2] or words[0]}"
    if end < last:
        words[-1] = f"{words[-1].rpartition(' ')[0] or words[-1]} …"
    return Quotation(
        "" if start > first else _before(text, first, extracted),
        tuple(words),
        "" if end < last else _after(text, last, extracted),
    )


def _pieces(text: str, span: Span, marks: Sequence[Span], extracted: bool) -> Pieces:
    """The text of a span without markup, runs of blanks as one: plain and marked in turn, plain first and last.

    A value that stands in markup, as in an address, stays.
    """
    start, end = span
    gaps = [] if extracted else [(a + start, b + start, put) for a, b, put in changes(text[start:end])]
    gaps = [(a, b, put) for a, b, put in gaps if not any(a <= first and last <= b for first, last in marks)]
    found: list[str] = []
    at = start
    for first, last in marks:
        if first >= at and last <= end:
            found += [_kept(text, at, first, gaps), _kept(text, first, last, gaps)]
            at = last
    found.append(_kept(text, at, end, gaps))
    flat = [_BLANKS.sub(" ", piece) for piece in found]
    flat[0] = flat[0].lstrip()
    flat[-1] = flat[-1].rstrip()
    return tuple(safe(piece) for piece in flat)


def _kept(text: str, start: int, end: int, gaps: Sequence[Change]) -> str:
    """``text[start:end]`` with what stands in place of each gap; one that reaches over an end is cut there."""
    parts: list[str] = []
    at = start
    for first, last, put in gaps:
        if last <= at or first >= end:
            continue
        parts += [text[at : max(at, first)], put]
        at = min(last, end)
    return "".join([*parts, text[at:end]])


def _before(text: str, first: int, extracted: bool) -> str:
    """The end of the paragraph before: its last sentence, or what there is room for."""
    around = text[max(0, first - AROUND) : first]
    paragraph = around.rpartition("\n\n")[2]
    ends = [match.end() for match in _END.finditer(paragraph.rstrip()) if match.end() < len(paragraph.rstrip())]
    cut = first - len(paragraph) + (ends[-1] if ends else 0)
    words = "".join(_pieces(text, (cut, first), (), extracted))
    if not any(map(str.isalnum, words)):
        # The mark of an item alone.
        return ""
    long = not ends and len(paragraph) == AROUND
    return f"… {words.partition(' ')[2]}" if long else words


def _after(text: str, last: int, extracted: bool) -> str:
    """The sentence after, in the same paragraph, or what there is room for."""
    around = text[last : last + AROUND]
    paragraph = around.partition("\n\n")[0]
    match = _END.search(paragraph)
    end = match.end() if match is not None else len(paragraph)
    words = "".join(_pieces(text, (last, last + end), (), extracted))
    return f"{words.rpartition(' ')[0]} …" if match is None and len(paragraph) == AROUND else words


def _row(
    text: str, first: int, last: int, marks: Sequence[Span], delimited: bool
) -> tuple[Sequence[Span], Sequence[Span]] | None:
    """The heads, if any, and the cells of the table row that a sentence is; None where it is no row."""
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    if "\n" in text[start:end] or any(a < start or b > end for a, b in marks):
        return None
    if delimited:
        first_line = text.partition("\n")[0]
        sign = max(_DELIMITERS, key=first_line.count)
        cells = _delimited(text, start, end, sign)
        return (_delimited(text, 0, len(first_line), sign) if start else (), cells) if len(cells) > 1 else None
    cells = _barred(text, start, end)
    if len(cells) < 2:
        return None
    top = _top(text, start)
    below = text[end + 1 : end + 400].partition("\n")[0]
    if top is None and len(_barred(below, 0, len(below))) < 2:
        return None
    return _barred(text, *top) if top is not None else (), cells


def _top(text: str, start: int) -> Span | None:
    """The first line of the table whose row starts at ``start``; None where that is the first one."""
    top: Span | None = None
    at = start
    for _ in range(_MOST_LINES):
        if at == 0:
            break
        above = text.rfind("\n", 0, at - 1) + 1
        line = text[above : at - 1]
        if not _BETWEEN.match(line):
            if len(_barred(text, above, at - 1)) < 2:
                break
            top = above, at - 1
        at = above
    return top


def _barred(text: str, start: int, end: int) -> list[Span]:
    """The cells of a line with bars or tabs between them, outer bars or not; empty where it has none."""
    line = text[start:end]
    if "\t" not in line and "|" not in line:
        return []
    sign = "\t" if "\t" in line and "|" not in line else "|"
    edges = [n for n, char in enumerate(line) if char == sign and line[n - 1 : n] != "\\"]
    bounds = list(zip([0, *(n + 1 for n in edges)], [*edges, len(line)], strict=True))
    if sign == "|" and line.lstrip().startswith("|"):
        bounds = bounds[1:]
        if len(bounds) > 1 and line.rstrip().endswith("|"):
            bounds = bounds[:-1]
    return [(start + a, start + b) for a, b in bounds]


def _delimited(text: str, start: int, end: int, sign: str) -> list[Span]:
    """The values of a line with separators between them, those in quotation marks without these."""
    found: list[Span] = []
    at, quoted = start, False
    for place in range(start, end + 1):
        if place < end and text[place] == '"':
            quoted = not quoted
        elif place == end or (text[place] == sign and not quoted):
            inner = place - at > 1 and text[at] == text[place - 1] == '"'
            found.append((at + inner, place - inner))
            at = place + 1
    return found


def _chosen(cells: Sequence[Span], marks: Sequence[Span]) -> list[int]:
    """The cells to show, in order: the first one, which labels the row, those with marks, and those beside them."""
    marked = [n for n, (a, b) in enumerate(cells) if any(a <= first < b for first, _ in marks)]
    near = sorted(range(len(cells)), key=lambda n: (min((abs(n - m) for m in marked), default=n), n))
    most = max(_MOST_CELLS, min(len(marked) + 1, _MOST_CELLS + 2))
    return sorted(list(dict.fromkeys([0, *marked, *near]))[:most])
