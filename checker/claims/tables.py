"""Reads the rows of tables: what each figure is of, by its row, its column, the heads over it and the line before.

A figure's thing, attribute and time are among its labels. In a table of ships the row is the thing and the column the
attribute; in one of years the row or the column is the time, and the other the attribute of what the text is about. A
row of totals is about the topic, and never about the thing of the row above it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from checker.claims import parallel_tables, table_units
from checker.claims.attribute_triggers import Trigger
from checker.claims.claim_builder import ClaimBuilder
from checker.claims.key_value_lines import by_label, known_thing, open_key
from checker.claims.open_attributes import words_of_label
from checker.claims.scope import scope_of, time_of
from checker.claims.table_columns import Column, Columns, Reader, averages, sums_up
from checker.claims.thresholds import CAPTION_WORDS, CELL_CHARACTERS, LABELLED_COST, ROW_LABEL_WORDS, UNDER_HEADING
from checker.language.language import word_set
from checker.language.names import Name, fold
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import ParsedSentence
from checker.model.claim import Scope
from checker.model.document import Block
from checker.model.labels import NO_WORDS
from checker.model.qualifiers import NO_QUALIFIERS, Qualifiers
from checker.model.reasons import AttributeReason
from checker.model.value import Mention

_HOURS = word_set("text/table_heads", "hours")
_SIGNS = "$£€¥ "
_STATED = frozenset({"value", "dates"})


def read(builder: ClaimBuilder, block: Block, parsed: ParsedSentence, triggers: list[list[Trigger]]) -> bool:
    """State the values of a table's row; False where nothing labels them."""
    if not block.cells or not block.key:
        return False
    if any(_is_prose(builder, block, n) for n, _ in enumerate(block.cells)):
        return False
    reader = Reader(builder.document, builder.lexicon, builder.entities, builder.mentions, builder.starts)
    columns = _columns(builder, reader, block)
    row = _Row(builder, reader, block, columns)
    parsed = _with_losses(builder, block, columns, parsed)
    triggers = triggers + [[]] * (len(parsed.mentions) - len(triggers))
    for index, mention in enumerate(parsed.mentions):
        if not mention.is_stated:
            continue
        n = next((i for i, (a, b) in enumerate(block.cells) if a <= mention.start < b), None)
        if n is not None and n in block.labels and mention.kind == "time":
            row.state_hour(parsed, index, n)
        if n is not None and n < len(columns.columns) and columns.columns[n].role in _STATED:
            row.state(parsed, index, n, triggers[index])
    return True


def _with_losses(builder: ClaimBuilder, block: Block, columns: Columns, parsed: ParsedSentence) -> ParsedSentence:
    """The row with the amounts less than nothing that books put in brackets: ``(12)``."""
    found: list[tuple[Mention, tuple[int, int]]] = []
    for column, (start, end) in zip(columns.columns, block.cells, strict=False):
        text = builder.document.plain[start:end]
        inner = text[1:-1].strip().lstrip(_SIGNS).replace(",", "")
        if column.role != "value" or text[:1] != "(" or text[-1:] != ")" or not _is_number(inner):
            continue
        low, unit = f"-{inner}", columns.currency
        first = sum(word.end <= start for word in parsed.words)
        last = sum(word.start < end for word in parsed.words)
        if unit is not None and not any(start <= m.start < end for m in parsed.mentions):
            mention = Mention("number", start, end, builder.document.text[start:end], low, low, resolution="1")
            found.append((mention, (first, last)))
    if not found:
        return parsed
    mentions = [*parsed.mentions, *(mention for mention, _ in found)]
    return replace(parsed, mentions=mentions, spans=[*parsed.spans, *(span for _, span in found)])


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def _is_prose(builder: ClaimBuilder, block: Block, n: int) -> bool:
    """A cell of sentences, with values among them, is read as sentences are."""
    start, end = block.cells[n]
    if end - start < CELL_CHARACTERS or n in block.labels:
        return False
    at = bisect_left(builder.starts, start)
    return at < len(builder.starts) and builder.starts[at] < end


def _columns(builder: ClaimBuilder, reader: Reader, block: Block) -> Columns:
    found = builder.tables.get(block.table) if block.table else None
    if found is None:
        spans = table_units.lines_over(builder.document, builder.discourse.block)
        if builder.sheets is None:
            builder.sheets = parallel_tables.sheets(builder.document)
        found = reader.read(builder.discourse.block, spans, builder.sheets.get(block.table, ""))
        builder.tables[block.table] = found
    return found


class _Row:
    """One row of a table while it is read."""

    def __init__(self, builder: ClaimBuilder, reader: Reader, block: Block, columns: Columns) -> None:
        self.builder, self.reader, self.block, self.columns = builder, reader, block, columns
        self.label = block.key or ""
        self.named = 0 < len(self.label.split()) <= ROW_LABEL_WORDS
        self.total = sums_up(self.label) and columns.rows != "attributes"
        self.average = averages(self.label) and columns.rows != "attributes"
        self.topic = _topic(builder, columns.first)
        self.when = self._time()
        self.thing = self._thing()
        self.unit = self._unit()

    def _cells(self, role: str) -> list[tuple[int, int]]:
        return [
            span for span, column in zip(self.block.cells, self.columns.columns, strict=False) if column.role == role
        ]

    def _time(self) -> Mention | None:
        """The time that the row's label or a column of times says it holds at."""
        spans = [
            *self._cells("time"),
            *self._cells("dates"),
            *(self._cells("label") if self.columns.rows == "times" else []),
        ]
        return next((t for t in map(self.reader.time, spans) if t is not None), None)

    def _unit(self) -> str:
        start, end = next(iter(self._cells("unit")), (0, 0))
        return self.builder.document.plain[start:end].strip()

    def _thing(self) -> EntityCluster | None:
        """The thing that the row is about, where it is one that has a name."""
        if self.total or self.average or not self.named or self.columns.rows in {"times", "attributes"}:
            return None
        known = known_thing(self.builder, self.label) if not self.columns.sheet else None
        if known is not None or self.columns.rows != "things":
            return known
        name = self.label.split(" (")[0] if self.label.endswith(")") else self.label
        start, end = self.block.cells[min(self.block.labels[-1], len(self.block.cells) - 1)]
        entity = self.builder.entities.find(Name(start, end, name, fold(name)))
        return entity if entity.type is not None else replace(entity, type=self.columns.kind)

    def state(self, parsed: ParsedSentence, index: int, n: int, triggers: list[Trigger]) -> None:
        """State one value of the row."""
        builder, column = self.builder, self.columns.columns[n]
        subject = self.thing or column.thing or self.topic
        part = self._part(column)
        if self.columns.sheet and subject is not None and subject is self.topic and not self._is_of_sheet(subject):
            part = ", ".join(filter(None, (self.columns.sheet, part)))
        if subject is None or (column.role == "dates" and self.thing is None and not part):
            return
        mention = self._mention(parsed, index, n)
        candidates = self._names(column, self._beside(parsed, n))
        options: list[str] = []
        if not column.shared:
            options = next((o for name in candidates if (o := by_label(builder, name, mention, subject))), [])
        is_open = not options
        key = next((n for n in candidates if any(map(str.isalpha, n)) and len(n.split()) <= ROW_LABEL_WORDS), "")
        words = words_of_label(_without_unit(key)) if is_open and key else NO_WORDS
        if options:
            attribute = options[0]
        elif triggers and triggers[0].cost <= LABELLED_COST and not self.block.heads:
            attribute, is_open = triggers[0].attribute, False
        elif key:
            attribute = open_key(_without_unit(key))
        else:
            attribute = mention.kind
        builder.state(
            subject,
            attribute,
            mention,
            self._scope(parsed, index, column, mention, attribute if not is_open else None),
            parsed,
            index,
            is_open,
            AttributeReason.LABEL.basis(key or self.label),
            "referred",
            _part_key(part),
            words=words,
            part_name=part,
            qualifiers=self._qualifiers(column),
        )

    def state_hour(self, parsed: ParsedSentence, index: int, n: int) -> None:
        """State the time of day that labels a row: that of what the row names, else what the head says it is."""
        column, subject = self.columns.columns[n], self.topic
        named = "" if column.inner.lower().strip(" *:") in _HOURS else column.inner
        beside = (self.builder.document.plain[a:b] for a, b in self.block.cells[n + 1 :])
        part = "" if named else _happening(beside)
        if subject is None or not (part or named):
            return
        self.builder.state(
            subject,
            open_key(named) if named else "time",
            parsed.mentions[index],
            self._scope(parsed, index, column, parsed.mentions[index], None),
            parsed,
            index,
            True,
            AttributeReason.LABEL.basis(part or named),
            "referred",
            _part_key(part),
            words=words_of_label(named) if named else NO_WORDS,
            part_name=part,
        )

    def _beside(self, parsed: ParsedSentence, n: int) -> str:
        """The words of a cell beside its values: ``fee`` of "£350,000 fee", ``gear`` of "14 tons of gear"."""
        start, end = self.block.cells[n]
        counted = [m.noun for m in parsed.mentions if start <= m.start < end and m.noun]
        text = self.builder.document.plain[start:end]
        for mention in reversed(parsed.mentions):
            if start <= mention.start and mention.end <= end:
                text = text[: mention.start - start] + " " + text[mention.end - start :]
        return counted[0] if counted else " ".join(text.split()).strip(" ()*,;:-")

    def _mention(self, parsed: ParsedSentence, index: int, n: int) -> Mention:
        """The value in whole units, with its sign."""
        column, mention = self.columns.columns[n], parsed.mentions[index]
        if column.numbers and table_units.may_be_year(mention):
            mention = table_units.as_number(mention)
        unit = table_units.unit_behind(column.inner)[1]
        labels = [self._head(n), *(f"({one})" for one in (unit, self.unit) if one)]
        if self.columns.rows == "attributes" or not column.head or column.thing is not None:
            labels.append(self.label)
        money = any(map(self.builder.lexicon.of_money, (column.inner, self.label)))
        counted = any(
            self.builder.lexicon.keys.get(name.lower().split("(")[0].split(",")[0].strip(" :*"))
            for name in (column.inner, self.label)
        )
        return table_units.whole(
            mention,
            labels,
            self.columns.over,
            is_money=money,
            counted=counted and not money and not sums_up(self.label),
            is_number=money or any(self.builder.lexicon.of_number(x) or table_units.of_amount(x) for x in labels),
        )

    def _head(self, n: int) -> str:
        return self.block.heads[n] if n < len(self.block.heads) else ""

    def _names(self, column: Column, beside: str) -> list[str]:
        """The labels that may name the attribute, the likeliest first; ``beside`` is what else the cell says."""
        row = "" if self.columns.rows == "times" or self.total or self.average else self.label
        if self.columns.rows == "attributes" or column.thing is not None:
            return [self.label]
        if not self.block.heads:
            return [beside] if beside else []
        if not column.generic and not sums_up(column.inner) and column.head:
            return [column.head] if column.shared else list(dict.fromkeys((column.inner, column.head)))
        if self.columns.rows == "things" or not row:
            return [name for name in (self._caption(), self.label if self.total else row, column.inner) if name]
        return [name for name in (row, column.inner) if name]

    def _caption(self) -> str:
        """What the line over the table says that its figures are: ``Visitors by region, 2019`` is visitors."""
        for text in self.columns.over:
            if table_units.is_unit_line(text):
                continue
            front = text.split("(")[0].strip(" *_:#.")
            if table_units.opens_caption(front):
                first, mark, rest = front.partition(":")
                first, mark, rest = (first, mark, rest) if mark else front.partition(". ")
                front = rest.strip() or first
            front = front.split(",")[0].partition(" by ")[0].strip()
            if 0 < len(front.split()) <= CAPTION_WORDS and any(map(str.isalpha, front)):
                return front
        return ""

    def _part(self, column: Column) -> str:
        """Which part of the topic the row is of: none where it is a time, a thing, an attribute or the total."""
        if self.columns.rows != "parts" or self.thing is not None or not self.named or self.total or self.average:
            return ""
        named = bool(column.inner) and not column.generic and column.thing is None
        if not named and self.block.heads:
            return ""
        if any(map(str.isalpha, self.label)):
            return self.label
        head = self._head(self.block.labels[0])
        return f"{head} {self.label}" if head and self.when is None else ""

    def _is_of_sheet(self, subject: EntityCluster) -> bool:
        """Whether what the table is about has the name of its sheet."""
        return subject.name.lower() == self.columns.sheet.lower()

    def _qualifiers(self, column: Column) -> Qualifiers:
        labels = (self.label, column.inner)
        total, average = any(map(sums_up, labels)), any(map(averages, labels))
        return Qualifiers(total=total, average=average) if total or average else NO_QUALIFIERS

    def _scope(
        self, parsed: ParsedSentence, index: int, column: Column, mention: Mention, attribute: str | None
    ) -> Scope:
        if mention.kind == "date":
            return Scope()
        stage = self.builder.lexicon.entries[attribute].stage if attribute is not None else None
        when = column.when or self.when
        if when is None:
            when = self.columns.when
        if when is None:
            at = time_of(parsed, index, {})
            stated = parsed.mentions[at] if at is not None else None
            beside = stated is not None and any(
                a <= stated.start < b and a <= mention.start < b for a, b in self.block.cells
            )
            label = any(a <= stated.start < b for a, b in self._cells("label")) if stated is not None else False
            when = stated if beside or label else None
        return scope_of(parsed, index, when, stage, self.builder.home)


def _happening(cells: Iterable[str]) -> str:
    """What a row of a schedule says happens: the first cell that opens with words, up to a bracket or a comma."""
    for text in cells:
        front = text.partition("(")[0].partition(",")[0].strip(" *_")
        if front[:1].isalpha() and len(front.split()) <= ROW_LABEL_WORDS:
            return front
    return ""


def _part_key(part: str) -> str:
    """A part in the form that tells it from others: its words in base form, and its numbers as they stand."""
    numbers = [word for word in part.lower().split() if any(map(str.isdecimal, word))]
    return "_".join((open_key(part), *numbers)) if part else ""


def _without_unit(label: str) -> str:
    """A label without the unit in its brackets: ``Pitch (m) length``."""
    before, bracket, rest = label.partition("(")
    inside, _, behind = rest.partition(")")
    if not bracket:
        return table_units.unit_behind(label)[0]
    named = table_units.named(f"({inside})") is not None
    return " ".join(f"{before} {behind}".split()) if named and (before + behind).strip() else label


def _topic(builder: ClaimBuilder, first: int) -> EntityCluster | None:
    """What the table is about: the thing that the heading right over it names, else the text's topic."""
    d = builder.discourse
    if d.section is None or first - d.heading_block > UNDER_HEADING:
        return d.topic
    heading = builder.document.blocks[d.heading_block]
    words = builder.document.plain[heading.start : heading.end].split()
    return d.section if len(d.section.name.split()) * 2 >= len(words) else d.topic
