"""Makes blocks of a table's rows, however the table is written: which rows are heads, and which cells label the others.

A head over several columns belongs to every one of them, and so does a head that stands over other heads. A first row
that holds figures is no row of heads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.language.language import word_set
from checker.language.verbs import looks_past
from checker.model.document import Block
from checker.text import table_sections
from checker.text.lines import is_year
from checker.text.thresholds import (
    HEAD_ROWS,
    LABEL_WORDS,
    MOST_LABELS,
    NUMBERED_ROWS,
    ROWS_TOLD_APART,
    TIME_WORDS,
    TWO_LABELS_ROWS,
    YEAR_DIGITS,
)

Span = tuple[int, int]
Row = list[Span]

_PAIR = 2
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_IDENTIFIERS = word_set("text/table_heads", "identifiers")
_VALUES = word_set("text/table_heads", "values")
_TIMES = word_set("text/table_heads", "times")


def blocks(
    plain: str,
    rows: Sequence[Row],
    headed: int | None = None,
    goes_on: frozenset[int] = frozenset(),
    levels: Sequence[int] = (),
) -> list[Block]:
    """The rows of one table as blocks.

    ``headed``: how many rows stand above the sign that ends the heads; None where no sign says so. ``goes_on``: the
    rows, counted from 0, that only go on with the row above and so have its label. ``levels``: how deep in an outline
    each row stands; 0 where nothing tells.
    """
    levels = [level for row, level in zip(rows, levels or [0] * len(rows), strict=True) if row]
    rows = [row for row in rows if row]
    if not rows:
        return []
    top = _heads_above(plain, rows, headed)
    if not goes_on and (parallel := _parallel(plain, rows, top)):
        split = [
            (cells, level) for row, level in zip(rows[top:], levels[top:], strict=True) for cells in _cut(row, parallel)
        ]
        rows = [*(row[:parallel] for row in rows[:top]), *(cells for cells, _ in split)]
        levels = [*levels[:top], *(level for _, level in split)]
    over = _over(plain, rows[:top])
    heads = tuple(" ".join(_words(plain, span) for span in spans) for spans in over)
    body = rows[top:]
    labels = _labels(plain, heads, body)
    found: list[Block] = []
    above: list[Span] = []
    table = rows[0][0][0] + 1
    texts = [[_words(plain, span) for span in row] for row in body]
    paths = table_sections.paths(texts, labels[-1], levels[top:])
    for n, spans in enumerate(body, top):
        above = above if n in goes_on and above else _carried(spans, labels, above)
        block = _block(plain, spans, heads, over, labels, above, table)
        if block is not None:
            found.append(replace(block, under=paths[n - top]) if paths[n - top] else block)
    return _told_apart(found)


def _parallel(plain: str, rows: Sequence[Row], top: int) -> int:
    """The columns of each of the tables that stand side by side in one, under the same heads or none; 0 where none do.

    ``Lark | 31 | Wren | 28``: each label has what stands behind it, up to the next label.
    """
    body = rows[top:]
    width = max((len(row) for row in body), default=0)
    if len(body) < TWO_LABELS_ROWS or any(len(row) > width for row in rows[:top]):
        return 0
    columns = [[text for row in body if n < len(row) and (text := _words(plain, row[n]))] for n in range(width)]
    worded = [_are_words(texts) for texts in columns]
    valued = [bool(texts) and sum(map(_is_value, texts)) >= MOST_LABELS * len(texts) for texts in columns]
    for part in range(_PAIR, width // 2 + 1):
        if width % part or not all(worded[::part]) or not all(any(valued[n : n + part]) for n in range(0, width, part)):
            continue
        alike = all(worded[n] == worded[n % part] and valued[n] == valued[n % part] for n in range(width))
        same = all(_same_heads(plain, row, part, width) for row in rows[:top])
        if alike and same and (top or part == _PAIR):
            return part
    return 0


def _same_heads(plain: str, row: Row, part: int, width: int) -> bool:
    texts = [_words(plain, row[n]).lower() if n < len(row) else "" for n in range(width)]
    return all(text == texts[n % part] for n, text in enumerate(texts))


def _cut(row: Row, part: int) -> list[Row]:
    """The cells of a row in parts of so many, those that hold anything."""
    parts = [row[n : n + part] for n in range(0, len(row), part)]
    return [cells for cells in parts if any(start < end for start, end in cells)]


def _told_apart(rows: list[Block]) -> list[Block]:
    """The rows with the sections that they are in where their own labels alone do not tell them apart."""
    held = Counter(block.key for block in rows if len(block.cells) > 1)
    if all(count == 1 for count in held.values()):
        return rows
    near = Counter((block.under[-1:], block.key) for block in rows if len(block.cells) > 1)
    found = []
    for block in rows:
        if block.under and block.key and held[block.key] > 1:
            over = block.under[-1:] if near[block.under[-1:], block.key] == 1 else block.under
            block = replace(block, key=", ".join((*over, block.key)))
        found.append(block)
    return found


def pair(plain: str, spans: Row) -> Block | None:
    """A label and its value, outside any table."""
    return _block(plain, spans, (), (), (0,), spans[:1], 0)


def _words(plain: str, span: Span) -> str:
    return " ".join(plain[span[0] : span[1]].split())


def has_figure(text: str) -> bool:
    """Whether a cell holds a number of any kind."""
    return any(map(str.isdecimal, text))


def names_time(text: str) -> bool:
    """Whether a head is only a year, a span of years or a part of one: ``2021``, ``FY22``, ``2019/20``, ``Q3``."""
    parts = text.partition("(")[0].replace("/", " ").replace("-", " ").replace("–", " ").strip(" *()").split()
    if not parts or len(parts) > TIME_WORDS:
        return False
    named = all(is_year(part.strip(".*")) or _period(part) or part.isalpha() for part in parts)
    return named and any(is_year(p.strip(".*")) or (p[:1].isalpha() and p[-1:].isdecimal()) for p in parts)


def _period(part: str) -> bool:
    letters = part.rstrip("0123456789").lower()
    digits = part[len(letters) :]
    return len(digits) <= YEAR_DIGITS and letters in {"", "fy", "q", "h", "cy", "'", "ay"}


def _heads_above(plain: str, rows: Sequence[Row], headed: int | None) -> int:
    """How many of the first rows are heads."""
    if headed is not None:
        return 0 if _is_data(plain, rows[:headed]) else headed + _more_heads(plain, rows, headed)
    top = 0
    while top < min(len(rows) - 1, HEAD_ROWS) and _may_head(plain, rows[top], last=top):
        top += 1
    body = rows[top:]
    figures = sum(any(has_figure(_words(plain, span)) for span in row[1:]) for row in body)
    if not top or figures * 2 < len(body):
        return 0
    by_time = _words(plain, rows[0][0]).lower() in _TIMES or _are_years(plain, rows[:1])
    return top if max(map(len, body)) > _PAIR or by_time else 0


def _is_data(plain: str, heads: Sequence[Row]) -> bool:
    """Values stand where heads should: one beside its label (``Opened | 1934``), or amounts, which head nothing."""
    for row in heads:
        texts = [text for span in row[1:] if (text := _words(plain, span))]
        label = _words(plain, row[0])
        dated = len(row) == _PAIR and looks_past(label.lower().rpartition(" ")[2])
        valued = bool(texts) and all(_is_value(text) and (dated or not names_time(text)) for text in texts)
        if not label or label.lower() in _TIMES or not valued:
            return False
        if len(row) > 2 and not any(text[-1] == "%" or text[0] in "$£€¥" or "," in text for text in texts):
            return False
    return bool(heads) and any(has_figure(_words(plain, span)) for row in heads for span in row[1:])


def _are_years(plain: str, rows: Sequence[Row]) -> bool:
    """The figures of the rows are the years that their columns are of."""
    texts = [_words(plain, span) for row in rows for span in row[1:]]
    return any(map(names_time, texts)) and all(names_time(text) for text in texts if has_figure(text))


def _more_heads(plain: str, rows: Sequence[Row], headed: int) -> int:
    """Rows right below the sign that are heads still: nothing labels them, and they hold no figures but years."""
    more = 0
    while headed and headed + more < len(rows) - 1 and more < HEAD_ROWS:
        row = rows[headed + more]
        texts = [_words(plain, span) for span in row]
        if texts[0] or not any(texts) or any(has_figure(text) and not names_time(text) for text in texts):
            break
        more += 1
    return more


def _may_head(plain: str, row: Row, last: int) -> bool:
    """A row without a figure but years; the rows that it stands over are for the caller to look at."""
    texts = [_words(plain, span) for span in row]
    if not any(texts[1:]) or has_figure(texts[0]):
        return False
    figures = [text for text in texts[1:] if has_figure(text)]
    if not figures:
        return True
    named = all(map(names_time, figures))
    return named and (not texts[0] or texts[0].lower() in _TIMES | _VALUES or len(figures) == len(texts) - 1 > 1)


def _is_value(text: str) -> bool:
    """A cell that opens with a figure."""
    return text.lstrip("~<>+-(*$£€¥ ")[:1].isdecimal()


def _over(plain: str, heads: Sequence[Row]) -> tuple[tuple[Span, ...], ...]:
    """The heads over each column, the outermost first; one that spans others stands over each of these."""
    width = max((len(row) for row in heads), default=0)
    found: list[list[Span]] = [[] for _ in range(width)]
    for level, row in enumerate(heads):
        below = heads[level + 1 :]
        spanning: Span | None = None
        for column in range(width):
            span = row[column] if column < len(row) else (0, 0)
            if _words(plain, span):
                spanning = span if column else None
            elif spanning is not None and any(column < len(b) and _words(plain, b[column]) for b in below):
                span = spanning
            else:
                spanning = None
                continue
            if span not in found[column]:
                found[column].append(span)
    return tuple(map(tuple, found))


def _labels(plain: str, heads: tuple[str, ...], body: Sequence[Row]) -> tuple[int, ...]:
    """The columns that label a row: the first that is no number of the row, and what tells rows apart that share it.

    Of rows that share their first label, another column of words tells the one from the other: ``Bench | 1 | Green``.
    Where the first is a time that many rows share, such a column alone names them, or else another time.
    """
    width = min((len(row) for row in body if sum(s < e for s, e in row) > 1), default=0)
    first = 0
    numbered = heads[0].lower() in _IDENTIFIERS if heads and heads[0] else False
    numbered = numbered or _counts_up(plain, body)
    named = [row for row in body if len(row) >= width and row[0][0] < row[0][1]]
    if numbered and named:
        worded = (n for n in range(1, width - 1) if _are_words([_words(plain, row[n]) for row in named]))
        first = next(worded, 0)
    if width <= first + 2 or len(body) < TWO_LABELS_ROWS:
        return (first,)
    columns = [[_words(plain, row[n]) for row in body if len(row) >= width] for n in range(width)]
    if not _repeats(columns[first]):
        return (first,)
    return _telling(heads, columns, first) or (first,)


def _repeats(texts: Sequence[str]) -> bool:
    """Each text stands twice on average."""
    return len(set(texts) - {""}) * 2 <= len(texts) + 1


def _are_words(texts: Sequence[str]) -> bool:
    """Most cells of a column that hold anything are a few words."""
    filled = [text for text in texts if text]
    worded = sum(_has_words(text) and len(text.split()) <= LABEL_WORDS for text in filled)
    return bool(filled) and worded >= MOST_LABELS * len(filled)


def _telling(heads: tuple[str, ...], columns: Sequence[Sequence[str]], first: int) -> tuple[int, ...]:
    """The columns that label rows whose first label does not tell them apart; none where no words and times do."""
    words = [n for n in range(first, len(columns)) if _are_words(columns[n]) and not _identifies(heads, n)]
    varied = [n for n in words if len(set(columns[n])) > 1]
    times = [n for n, texts in enumerate(columns) if all(map(names_time, filter(None, texts))) and any(texts)]
    own = (first,) if first in words else ()
    if first not in words and first not in times and not _are_dates(columns[first]):
        return ()
    for n in varied:
        told = {*zip(*(columns[m] for m in (*times, *own, n)), strict=True)}
        if n != first and all(columns[n]) and len(told) >= ROWS_TOLD_APART * len(columns[first]):
            return (*own, n)
    if not varied:
        return next(((n,) for n in times if n != first and not _repeats(columns[n])), ())
    return ()


def _identifies(heads: tuple[str, ...], n: int) -> bool:
    return n < len(heads) and heads[n].lower().split("(")[0].strip(" :*") in _IDENTIFIERS


def _are_dates(texts: Sequence[str]) -> bool:
    """All cells of a column are days in figures: ``11/07/2023``, ``2023-07-11``."""
    filled = [text for text in texts if text]
    return bool(filled) and all(
        has_figure(text) and text.replace("/", "").replace("-", "").replace(".", "").isdecimal() for text in filled
    )


def _counts_up(plain: str, body: Sequence[Row]) -> bool:
    """The first column numbers the rows, all of them or, of many, nearly all."""
    numbers = [_words(plain, row[0]).strip("().").lower() for row in body if row[0][0] < row[0][1]]
    counted = range(1, len(numbers) + 1)
    forms = (map(str, counted), map(_roman, counted), _LETTERS[: len(numbers)])
    if len(numbers) > 1 and any(numbers == list(form) for form in forms):
        return True
    figures = [int(n) for n in numbers if n.isdecimal() and not is_year(n)]
    steps = sum(b - a == 1 for a, b in pairwise(figures))
    return len(figures) >= NUMBERED_ROWS and steps >= ROWS_TOLD_APART * (len(numbers) - 1)


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def _has_words(text: str) -> bool:
    """Whether a cell opens with a word."""
    return text[:1].isalpha() and not _is_value(text)


def _carried(spans: Row, labels: tuple[int, ...], above: list[Span]) -> list[Span]:
    """The spans of a row's labels; where the first of several is left out, that of the row above."""
    own = [spans[n] for n in labels if n < len(spans)]
    if len(own) > 1 and own[0][0] == own[0][1] and above:
        return [above[0], *own[1:]]
    return own


def _block(
    plain: str,
    spans: Row,
    heads: tuple[str, ...],
    over: tuple[tuple[Span, ...], ...],
    labels: tuple[int, ...],
    named: list[Span],
    table: int,
) -> Block | None:
    """A pair for a label and its value, a row for more cells; None where nothing is written."""
    filled = [span for span in spans if span[0] < span[1]]
    if not filled:
        return None
    start, end = filled[0][0], filled[-1][1]
    cells = tuple((min(max(s, start), end), min(max(e, start), end)) for s, e in spans)
    key = ", ".join(filter(None, (_words(plain, span).rstrip(":").rstrip() for span in named)))
    if len(filled) == 1 and len(spans) < 3 and not (heads and not has_figure(key)):
        return Block("item", start, end)
    two = len(spans) == 2 and len(filled) == 2
    specific = len(heads) == 2 and heads[1].lower().split("(")[0].strip() not in _VALUES | {""}
    kind = "pair" if two and not specific and not (heads and key[:1].isdecimal()) else "row"
    return Block(
        "pair" if kind == "pair" else "row",
        start,
        end,
        key=key or None,
        cells=cells,
        heads=heads,
        over=over,
        labels=labels,
        table=table,
    )
