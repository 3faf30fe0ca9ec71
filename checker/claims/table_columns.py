"""Tells what the columns and the rows of a table are: things, times, attributes, row numbers, units.

All rows of a table are looked at together, once. A row or column of years is when its figures hold; a column of ship
names labels the ships that the other columns say something of; under a head like ``Amount`` the row's label names the
attribute.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from checker.claims.attribute_triggers import Lexicon
from checker.claims.table_units import named, opens_caption
from checker.claims.thresholds import ROWS_ARE_KNOWN, ROWS_ARE_NAMES, SHORT_HEADS
from checker.language.language import derived, table, word_set
from checker.language.names import Name, fold, head_nouns
from checker.language.words import singular
from checker.language.words import words as words_of
from checker.linguistics.entity_clusters import EntityCluster, EntityIndex
from checker.linguistics.entity_typing import kind_of_rows
from checker.linguistics.name_keys import canonical
from checker.linguistics.title_names import names_in_full
from checker.model.document import Block, Document
from checker.model.value import Mention

Role = Literal["label", "time", "dates", "identifier", "unit", "value"]
"""``dates`` are those of the rows' own things, and when their other figures hold too."""
Rows = Literal["times", "things", "parts", "attributes"]

_IDENTIFIERS = word_set("text/table_heads", "identifiers")
_VALUES = word_set("text/table_heads", "values")
_TIMES = word_set("text/table_heads", "times")
_DATES = word_set("text/table_heads", "dates")
_UNITS = word_set("text/table_heads", "units")
_TOTALS = word_set("text/table_heads", "totals")
_AVERAGES = word_set("text/table_heads", "averages")
_TITLE = 6
"""A title is one of so many first blocks."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    role: Role
    head: str = ""
    """What the head says beside a time, the outermost first, with short heads written out."""
    inner: str = ""
    """The same of the innermost head alone."""
    when: Mention | None = None
    """The time that the head names."""
    thing: EntityCluster | None = None
    """The thing that the head names, where the rows are attributes."""
    shared: bool = False
    """Other columns have the same innermost head under another."""
    generic: bool = False
    """The head names no attribute: ``Amount``."""
    numbers: bool = False
    """Its figures are numbers, even those that look like years."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns, and what its rows are."""

    columns: tuple[Column, ...]
    rows: Rows
    kind: str | None
    """The type of the things that the rows are."""
    first: int
    """The table's first block."""
    over: tuple[str, ...] = ()
    """The lines that say what the table is, the nearest first."""
    when: Mention | None = None
    """The one date in the nearest of them that has any."""
    sheet: str = ""
    """The name of its sheet, where other sheets have tables with the same labels."""
    currency: str | None = None
    """The money that the lines over the table, its heads or one of its cells are in."""


def sums_up(label: str) -> bool:
    """Whether a row or column adds the others up: ``Total``, ``All sources``, ``Income, total``."""
    return _holds(label, _TOTALS)


def averages(label: str) -> bool:
    """Whether a row or column is the average of the others."""
    return _holds(label, _AVERAGES)


def _holds(label: str, words: Set[str]) -> bool:
    found = label.lower().strip(" *:").replace(",", " ").split()
    return bool(found) and (
        found[0] in words or found[-1] in words or (found[0] == "grand" and found[1:2] == ["total"])
    )


class Reader:
    """Reads the tables of one document."""

    def __init__(
        self, document: Document, lexicon: Lexicon, entities: EntityIndex, mentions: list[Mention], starts: list[int]
    ) -> None:
        self._document, self._lexicon, self._entities = document, lexicon, entities
        self._mentions, self._starts = mentions, starts

    def read(self, index: int, lines: tuple[tuple[int, int], ...], sheet: str) -> Columns:
        """The columns of the table that block ``index`` is a row of; ``lines`` say what it is.

        ``sheet`` is the name of its sheet where other sheets have the same labels.
        """
        blocks = self._document.blocks
        number = blocks[index].table
        first, last = index, index
        while number and first and blocks[first - 1].table == number:
            first -= 1
        while number and last + 1 < len(blocks) and blocks[last + 1].table == number:
            last += 1
        rows = blocks[first : last + 1]
        columns = self._columns(rows)
        corner = [head for n in rows[0].labels for head in self._heads(rows[0], n) if "(" in head or named(head)]
        over = tuple(filter(None, (*(self._text(span) for span in lines if self.is_time(span) is None), *corner)))
        when = next((t for span in lines if self._labels_table(span) and (t := self.time(span)) is not None), None)
        kind = kind_of_rows(rows[0])
        things = self._heads_as_things(rows[0], columns)
        if things is not None:
            return Columns(things, "attributes", None, first, over, when, sheet)
        currency = self._currency(rows, over)
        return Columns(columns, self._rows(rows, columns, kind, sheet), kind, first, over, when, sheet, currency)

    def _heads(self, row: Block, n: int) -> list[str]:
        return [self._text(span) for span in row.over[n]] if n < len(row.over) else []

    def _currency(self, rows: Sequence[Block], over: Sequence[str]) -> str | None:
        measures = [measure for label in (*over, *rows[0].heads) if (measure := named(label)) is not None]
        money = [measure.unit for measure in measures if measure.kind == "money"]
        cells = (m.unit for block in rows for span in block.cells for m in self.cell(span) if m.kind == "money")
        return next(iter(money), None) or next(cells, None)

    def _labels_table(self, span: tuple[int, int]) -> bool:
        """A line that is no sentence, or that opens as captions do; a title dates all of its text or nothing."""
        text = self._text(span)
        titled = any(block.kind == "title" and block.start == span[0] for block in self._document.blocks[:_TITLE])
        return not titled and (opens_caption(text) or text[-1:] not in {".", "!", "?"})

    def cell(self, span: tuple[int, int]) -> list[Mention]:
        """The values of a cell."""
        return self._mentions[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]

    def time(self, span: tuple[int, int]) -> Mention | None:
        """The one date that a stretch holds."""
        dates = [m for m in self.cell(span) if m.kind == "date"]
        return dates[0] if len(dates) == 1 and not dates[0].relative else None

    def is_time(self, span: tuple[int, int]) -> Mention | None:
        """The date that a cell is, but for small words around it."""
        when = self.time(span)
        if when is None:
            return None
        rest = self._text(span).replace(when.text, " ").lower().strip(" *()[]:.,")
        return when if all(w.strip(".,:") in _TIMES or len(w) < 2 for w in rest.split()) else None

    def _text(self, span: tuple[int, int]) -> str:
        return " ".join(self._document.plain[span[0] : span[1]].split())

    def _columns(self, rows: Sequence[Block]) -> tuple[Column, ...]:
        heads = [[self._text(span) for span in spans] for spans in rows[0].over]
        short = _written_out([texts[-1] if texts else "" for texts in heads])
        width = max(len(block.cells) for block in rows)
        found = [self._column(rows, n, heads[n] if n < len(heads) else [], short) for n in range(width)]
        if not any(column.role == "value" and self._has_values(rows, n) for n, column in enumerate(found)):
            found = [replace(c, role="value") if c.role in {"time", "dates"} else c for c in found]
        outer = {(column.inner.lower(), column.head) for column in found if column.inner}
        times = Counter(inner for inner, _ in outer)
        return tuple(replace(column, shared=times[column.inner.lower()] > 1) for column in found)

    def _column(self, rows: Sequence[Block], n: int, heads: list[str], short: dict[str, str]) -> Column:
        spans = rows[0].over[n] if n < len(rows[0].over) else ()
        when = next((t for t in map(self.time, reversed(spans)) if t is not None), None)
        texts = [short.get(text, text) for text in heads]
        if when is not None:
            texts = [rest for text in texts if any(map(str.isalpha, rest := _without(text, when)))]
        inner = texts[-1] if texts else ""
        bare = inner.lower().split("(")[0].strip(" :*")
        return Column(
            self._role(rows, n, bare, inner),
            " ".join(texts),
            inner,
            when,
            generic=bare in _VALUES,
            numbers=bare not in _TIMES and self._are_numbers(rows, n),
        )

    def _role(self, rows: Sequence[Block], n: int, bare: str, inner: str) -> Role:
        if n in rows[0].labels:
            return "label"
        if bare in _IDENTIFIERS or inner.strip() == "#" or (n < min(rows[0].labels) and not self._has_times(rows, n)):
            return "identifier"
        if bare in _UNITS:
            return "unit"
        if bare.rpartition(" ")[2] not in _TIMES or not self._has_times(rows, n):
            return "value"
        own = bare in _DATES or bare not in _TIMES
        return "dates" if own and n > rows[0].labels[-1] else "time"

    def _has_times(self, rows: Sequence[Block], n: int) -> bool:
        return any(self.time(block.cells[n]) is not None for block in rows if n < len(block.cells))

    def _has_values(self, rows: Sequence[Block], n: int) -> bool:
        return any(self.cell(block.cells[n]) for block in rows if n < len(block.cells))

    def _are_numbers(self, rows: Sequence[Block], n: int) -> bool:
        """Some figure of the column is no year, and none is a date of another form."""
        found = [m for block in rows if n < len(block.cells) for m in self.cell(block.cells[n])]
        dates = [m for m in found if m.kind == "date"]
        plain = [m for m in found if m.kind in {"number", "count"}]
        return bool(plain) and all(m.text.isdecimal() for m in dates)

    def _heads_as_things(self, block: Block, columns: tuple[Column, ...]) -> tuple[Column, ...] | None:
        """The columns where their heads name things that the text tells of, so that the rows are attributes."""
        values = [c for c in columns if c.role == "value" and c.head]
        things = [self._known(c.head) for c in values]
        lettered = any(map(str.isalpha, block.key or ""))
        if sum(map(bool, things)) * 2 < max(len(values), 1) or any(c.when is not None for c in values) or not lettered:
            return None
        if any(map(named, block.heads)) or sum(
            self._lexicon.keys.get(c.inner.lower()) is not None for c in values
        ) * 2 > len(values):
            return None
        return tuple(replace(c, thing=self._as_thing(block, n, c)) for n, c in enumerate(columns))

    def _as_thing(self, block: Block, n: int, column: Column) -> EntityCluster | None:
        if column.role != "value" or not column.head:
            return None
        start, end = block.over[n][-1]
        return self._known(column.head) or self._entities.find(Name(start, end, column.head, fold(column.head)))

    def _known(self, text: str) -> EntityCluster | None:
        """The thing that a head names in full."""
        if not text[:1].isupper():
            return None
        for key in names_in_full(text):
            entity = self._entities.by_key.get(self._entities.alias.get(key, key))
            if entity is not None and entity.count and (" " in key or entity.topic):
                return entity
        return None

    def _rows(self, rows: Sequence[Block], columns: tuple[Column, ...], kind: str | None, sheet: str) -> Rows:
        labels = [block for block in rows if block.key and not sums_up(block.key) and not averages(block.key)]
        at = rows[0].labels[0]
        times = [b for b in labels if at < len(b.cells) and self.is_time(b.cells[at]) is not None]
        if labels and len(times) * 2 > len(labels):
            return "times"
        if kind is not None and kind != "census":
            return "things"
        keys = [block.key or "" for block in labels]
        if self._are_things(keys, repeated=bool(sheet)):
            return "things"
        values = [c for c in columns if c.role == "value"]
        if values and columns and rows[0].heads and all(c.generic or not c.head for c in values):
            return "attributes"
        return "parts"

    def _are_things(self, keys: Sequence[str], repeated: bool) -> bool:
        """The labels are names: some of them stand elsewhere too, or most have the form of a name.

        Where they are ``repeated`` in one table after the other, that they stand elsewhere says nothing.
        """
        if not keys or sum(key[:1].isupper() for key in keys) < ROWS_ARE_NAMES * len(keys):
            return False
        attributes = sum(bool(self._lexicon.keys.get(key.lower().split("(")[0].strip())) for key in keys)
        if attributes * 2 > len(keys):
            return False
        known = 0 if repeated else sum(self._is_named(key) for key in keys)
        full = sum(_is_full_name(key) for key in keys)
        return known >= ROWS_ARE_KNOWN * len(keys) or full >= ROWS_ARE_NAMES * len(keys)

    def _is_named(self, key: str) -> bool:
        folded = canonical(fold(key))
        entity = self._entities.by_key.get(self._entities.alias.get(folded, folded))
        return entity is not None and entity.count > (" " in key)


def _is_full_name(key: str) -> bool:
    """Two words and more, all of them with a capital, the last of them no common noun."""
    found = [w for w in words_of(key.split("(")[0], 0, len(key.split("(")[0])) if w.is_word and len(w.low) > 2]
    return len(found) > 1 and all(w.capital for w in found) and singular(found[-1].low) not in _common()


@derived
def _common() -> frozenset[str]:
    return frozenset(head_nouns()) | _VALUES | _TOTALS


def _without(text: str, when: Mention) -> str:
    return " ".join(text.replace(when.text, " ").split()).strip(" ()-,:*")


def _written_out(heads: Sequence[str]) -> dict[str, str]:
    """The heads that are short for others, with what they are short for."""
    for name in ("short_scores", "short_spreads"):
        group = table("text/table_heads")[name]
        found = {head: group[head.lower()] for head in heads if head.lower() in group}
        if len(found) >= SHORT_HEADS:
            return found
    return {}
