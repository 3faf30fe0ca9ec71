"""Reads tables that commas, semicolons, tabs or bars part into cells, one row a line: CSV and TSV.

The cells stay where they stand in the file. What parts them is found out by how evenly it does so. Lines over a table
say what it is, lines that open with a hash are notes, and a first row without figures heads the columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.language.language import derived, table, word_set
from checker.model.document import Block, Reading, Source, Warning
from checker.sources.markup import blank
from checker.sources.sheets import grids, outlines

Span = tuple[int, int]
Row = list[Span]

_SEPARATORS = ",;\t|"
_SAMPLE = 60_000
"""So many characters show what parts the cells."""
_TITLE = 110
"""A line over all else is a title up to so many characters."""
_WHOLE = re.compile(r"[+\-−]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+\s?%?")
_GROUPED = re.compile(r"[+\-−]?\d{1,3}(?:\.\d{3})+\s?%?")
_POINT = re.compile(r"[+\-−]?\d+\.(?:\d{1,2}|\d{4,})\s?%?")
_FRACTION = re.compile(r"\d,(?:\d{1,2}|\d{4,})\s?%?$")
_SWAPPED = str.maketrans(".,", ",.")
_JOINT = re.compile(r"(?<=[^\W_])[_.](?=[^\W_])")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_IDENTIFIERS = word_set("text/table_heads", "identifiers")


def reading(source: Source, text: str) -> Reading:
    """The rows of ``text``, and the lines around them."""
    separator = _separator(text)
    rows = list(_rows(text, separator))
    texts = [[text[start:end] for start, end in row] for row in rows]
    commas = separator == ";" and _has_decimal_commas(texts)
    plain = _Plain(text)
    blocks: list[Block] = []
    notes: list[Warning] = []
    unread: list[str] = []
    for number, part in enumerate(grids.parts(texts, apart=False), 1):
        if part.heads is None:
            for n in part.rows:
                for span in _lines(rows[n]):
                    blocks.append(_line(text, span, not blocks))
        elif why := grids.states_nothing(texts, part):
            first, last = rows[part.rows[0]], rows[part.rows[-1]]
            blocks.append(Block("code", first[0][0], last[-1][1]))
            line = text.count("\n", 0, first[0][0]) + 1
            if grids.is_large(texts, part) or grids.is_raw(texts, part):
                notes.append(Warning(source.id, line, f"a table is raw data, which states nothing: {why}"))
            else:
                unread.append(f"the table at line {line} is not read: {why}; give its rows a column of names")
        else:
            unnamed = _identifying([texts[n] for n in part.rows[: part.heads]])
            levels = outlines.levels(texts, part, _indents(text, rows, part.rows))
            for order, n in enumerate(part.rows):
                row, head = rows[n], order < part.heads
                label = part.columns.start + outlines.label(texts[n][part.columns.start :], part)
                cells = (row[label], *row[part.columns.start + part.labels :]) if part.labels > 1 else tuple(row)
                blocks.append(Block("row", row[0][0], row[-1][1], levels[order], cells=cells, table=number, head=head))
                plain.row(row, texts[n], head, commas, unnamed)
    return Reading(source, text, plain.whole(), tuple(blocks), tuple(notes), unread=tuple(unread))


class _Plain:
    """A text while what parts its cells is blanked, from its start on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.done = 0

    def row(self, row: Row, texts: Sequence[str], head: bool, commas: bool, unnamed: frozenset[int]) -> None:
        """Write a row of cells; those in ``unnamed`` columns name something and hold no values."""
        self._up_to(row[0][0], " ")
        for column, ((start, end), cell) in enumerate(zip(row, texts, strict=True)):
            self._up_to(start, "\t")
            if head:
                cell = _JOINT.sub(" ", cell)
            elif column in unnamed:
                cell = "".join("\n" if c == "\n" else " " for c in cell)
            elif commas and (_WHOLE.fullmatch(cell) or _GROUPED.fullmatch(cell)):
                cell = cell.translate(_SWAPPED)
            self.pieces.append(cell.replace('""', '" ') if '""' in cell else cell)
            self.done = end

    def whole(self) -> str:
        """The text, as long as it was."""
        self._up_to(len(self.text), " ")
        return blank("".join(self.pieces))

    def _up_to(self, end: int, sign: str) -> None:
        gap = self.text[self.done : end]
        if sign == " " and any(map(str.isalnum, gap)):
            self.pieces.append(gap.replace("#", " "))
        else:
            self.pieces.append("".join("\n" if c == "\n" else sign for c in gap))
        self.done = end


def _indents(text: str, rows: Sequence[Row], numbers: Sequence[int]) -> dict[int, int]:
    """How many blanks stand before the first cell of each row."""
    found = {}
    for n in numbers:
        start = rows[n][0][0]
        opens = text.rfind("\n", 0, start) + 1
        found[n] = len(text[opens:start].lstrip('"'))
    return found


def _lines(row: Row) -> Iterator[Span]:
    """The stretches of a line of text that cells without anything part; what parts cells may be a comma of it too."""
    for filled, spans in groupby(row, lambda span: span[0] < span[1]):
        if filled:
            together = list(spans)
            yield together[0][0], together[-1][1]


def _line(text: str, span: Span, first: bool) -> Block:
    start, end = span
    titled = first and end - start <= _TITLE and text[end - 1] not in ".:" and "\n" not in text[start:end]
    return Block("title", start, end, level=1) if titled else Block("paragraph", start, end)


def _separator(text: str) -> str:
    """The sign that parts most rows into as many cells, and into the most."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, found = (0.0, 0), ","
    for sign in _SEPARATORS:
        if sign not in sample:
            continue
        widths = Counter(len(row) for row in _rows(sample, sign) if len(row) > 1 or row[0][0] < row[0][1])
        parted = Counter({width: count for width, count in widths.items() if width > 1})
        if not parted:
            continue
        width, count = max(parted.items(), key=lambda item: (item[1], item[0]))
        score = (round(count / widths.total(), 1), width)
        if score > best:
            best, found = score, sign
    return found


def _rows(text: str, separator: str) -> Iterator[Row]:
    """The spans of each row's cells, without quotes and blanks around them; a note in one cell."""
    sign = re.escape(separator)
    quoted = re.compile(rf'[ ]?"([^"]*+(?:""[^"]*+)*+)" ?(?={sign}|\n|\Z)')
    bare = re.compile(rf"[^{sign}\n]*+")
    at, size = 0, len(text)
    while at < size:
        if text[at] == "#" and (end := _comment_end(text, at, separator)):
            start = at + len(text[at:end]) - len(text[at:end].lstrip("# \t"))
            yield [(min(start, end), end)]
            at = end + 1
            continue
        row: Row = []
        while True:
            found = quoted.match(text, at)
            if found is not None:
                row.append(_trimmed(text, *found.span(1)))
            else:
                found = bare.match(text, at)
                assert found is not None
                row.append(_trimmed(text, *found.span()))
            at = found.end()
            if at >= size or text[at] == "\n":
                at += 1
                break
            at += 1
        yield row


def _comment_end(text: str, at: int, separator: str) -> int:
    """Where the note ends that opens with a hash; 0 where the hash is the head of a column, or opens one."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    following = text[at + 1 : at + 2]
    is_note = following in (" ", "#", "\t") if separator != "\t" else following in (" ", "#")
    return end if is_note or separator not in text[at:end] else 0


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _has_decimal_commas(texts: Sequence[Sequence[str]]) -> bool:
    """Whether commas part whole from fraction in the figures: none has a point there, and some have a comma."""
    fractions = False
    for row in texts:
        for cell in row:
            if "." in cell and _POINT.fullmatch(cell) is not None:
                return False
            fractions = fractions or ("," in cell and _WHOLE.fullmatch(cell) and _FRACTION.search(cell)) is not None
    return fractions


def _identifying(heads: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns whose head, as machines write it, ends in what names a thing, or says where on the map it is."""
    found = set()
    for row in heads:
        for column, head in enumerate(row):
            words = _JOINT.sub(" ", _HUMP.sub(" ", head)).lower().split()
            named = " " not in head and len(words) > 1 and words[-1] in _names()
            if named or " ".join(words) in _coordinates():
                found.add(column)
    return frozenset(found)


@derived
def _coordinates() -> frozenset[str]:
    return frozenset(table("text/data_files")["coordinates"])


@derived
def _names() -> frozenset[str]:
    return frozenset((*table("language/identifying"), *table("text/front_matter")["named_by"], *_IDENTIFIERS))
