"""Makes blocks of the values of a data file: titles, labelled values, rows of records, paragraphs.

A value is labelled by its key, behind those of the mappings around it. Records, which are mappings of one kind in a
list or under names, are rows of a table. A string of several words is a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from checker.language.language import derived, table
from checker.model.canonical import Canonical
from checker.model.document import Block
from checker.sources.data import node_tree
from checker.sources.data.node_tree import Node
from checker.sources.markup import blank

Entry = tuple[Node, Node]
Span = tuple[int, int]

_PROSE = 6
"""A string of so many words is prose."""
_SHORT = 120
"""A value behind a label is no longer than this."""
_COLUMNS = 30
_PATH_WORDS = 6
_RECORDS = 2
_JOINTS = re.compile(r"[\s_.-]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CLOCK = re.compile(r"(?<=\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[ \t]*\S.*)*")
_MACHINE = re.compile(r"[0-9a-fA-F]{16,}|\S*[/\\@]\S*|\d+(?:\.\d+){3,}|\d*[A-Za-z]+\d[\w.-]*")
"""A value that only names something: a digest, a path, an address."""
_CODE = re.compile(r"[%$#]\{|\{[{%\d}]|%[sd]\b|<%|=>|\(\)|[;{]\s*\}|\w\([\w\x22']*[.\x22']|<-|^\s*[<{\[]")
"""What stands in strings that are programs, patterns or forms to be filled in."""


class Facts:
    """Gathers the blocks of the documents in one file."""

    def __init__(self, text: str, form: Canonical, kept: frozenset[str] | None, *, raw: bool) -> None:
        """``kept``: the keys, with those around them, that say something; None for all. ``raw``: keys are settings."""
        self.text, self.form, self.kept, self.raw = text, form, kept, raw
        self.blocks: list[Block] = []
        self._tables = 0
        self._heads: list[tuple[int, int]] = []
        """The keys that head columns, where they stand first."""

    def document(self, tree: Node) -> None:
        """The facts of one tree."""
        named = self._name(tree)
        if named is None and self.kept is not None:
            named = next((found for _, table in tree.entries if (found := self._name(table)) is not None), None)
        if named is not None:
            self._add("title", named[1], level=1)
        self._value(tree, "", named)

    def blanked(self, blocks: Sequence[Block]) -> str:
        """The text in its form with all blanked that no block holds, and tabs between the cells of one."""
        text = self.form.text
        heads = sorted(self._heads)
        pieces: list[str] = []
        done = 0
        for block in blocks:
            inner = bool(block.cells) and block.kind == "row"
            first, last = bisect_left(heads, (block.start, 0)), bisect_left(heads, (block.end, 0))
            keys = frozenset(heads[first:last] if inner else block.cells[:1])
            for span in sorted({*keys, *block.cells}) or [(block.start, block.end)]:
                start, end = span
                if start < done:
                    continue
                gap = "".join("\n" if c == "\n" else "\t" if inner else " " for c in text[done:start])
                pieces += (gap, _cleared(text[start:end], is_key=span in keys))
                done = end
        pieces.append("".join("\n" if c == "\n" else " " for c in text[done:]))
        return blank("".join(pieces))

    def in_order(self) -> tuple[Block, ...]:
        """The blocks by place; of those that overlap, the first."""
        found: list[Block] = []
        for block in sorted(self.blocks, key=lambda block: block.start):
            if not found or block.start >= found[-1].end:
                found.append(block)
        return tuple(found)

    def _quoted(self, start: int, end: int) -> tuple[int, int]:
        """A stretch with the quotes around it."""
        text = self.form.text
        opens, closes = text[max(start - 1, 0) : start], text[end : end + 1]
        return start - (opens in ('"', "'")), end + (closes in ('"', "'") and closes != "")

    def _words(self, node: Node) -> str:
        return node_tree.words(node, self.text)

    def _span(self, node: Node) -> tuple[int, int]:
        return self.form.read(node.start), self.form.read(node.end)

    def _add(self, kind: str, node: Node, level: int = 0) -> None:
        start, end = self._span(node)
        if start < end:
            self.blocks.append(Block("title" if kind == "title" else "item", start, end, level=level))

    def _name(self, node: Node) -> Entry | None:
        """The entry of a mapping that names what it is about."""
        found = {spelt(self._words(key)): (key, value) for key, value in reversed(node.entries) if value.is_scalar}
        named = (found.get(name) for name in table("text/data_files")["names"])
        return next(
            (entry for entry in named if entry is not None and any(map(str.isalpha, self._words(entry[1])))), None
        )

    def _value(self, node: Node, path: str, named: Entry | None = None) -> None:
        if node.kind == "list":
            self._list(node, path)
        elif node.kind == "map":
            if not path and (records := self._under_names(node)):
                self._rows(records)
                return
            for entry in node.entries:
                if entry is not named:
                    self._entry(entry, path)

    def _entry(self, entry: Entry, path: str) -> None:
        key, value = entry
        own = self._words(key)
        label = spelt(own)
        whole = " ".join(dict.fromkeys(f"{path} {label}".split()[-_PATH_WORDS:]))
        full = f"{path} {label}".strip()
        if self.kept is not None:
            if not any(
                full == kept or full.startswith(f"{kept} ") or kept.startswith(f"{full} ") for kept in self.kept
            ):
                return
        elif _is_silent(label) or self._is_of_page(label, value, path):
            return
        if not value.is_scalar:
            self._value(value, full if self.kept is not None else whole)
        elif self._is_prose(value):
            self._paragraphs(value)
        elif self._is_figure(value):
            start, end = self._span(value)
            spans = (self._span(key), (start, end))
            name = own if self.raw and not path else with_unit(label if self.kept is not None else whole)
            of_page = not path and label in table("text/front_matter")["dates"] and self._is_day(value)
            block = Block("pair", *self._quoted(spans[0][0], end), key=name, cells=spans, header=of_page)
            self.blocks.append(block)

    def _is_prose(self, node: Node) -> bool:
        words = self._words(node)
        return node.kind == "text" and len(words.split()) >= _PROSE and _CODE.search(words) is None

    def _is_figure(self, node: Node) -> bool:
        words = self._words(node)
        if not any(map(str.isdecimal, words)) or len(words) > _SHORT:
            return False
        return _MACHINE.fullmatch(words) is None and _CODE.search(words) is None

    def _is_of_page(self, label: str, node: Node, path: str) -> bool:
        """Whether a value tells how a page is laid out, or the moment at which a part of the file was written."""
        keys = table("text/front_matter")
        if not node.is_scalar or self._is_prose(node):
            return False
        moment = _CLOCK.search(self._words(node)) is not None and label in keys["dates"]
        return label in keys["template"] or (bool(path) and moment)

    def _is_day(self, node: Node) -> bool:
        return _DAY.match(self._words(node)) is not None

    def _paragraphs(self, node: Node) -> None:
        start, end = self._span(node)
        for match in _PARAGRAPH.finditer(self.form.text, start, end):
            self.blocks.append(Block("paragraph", *match.span()))

    def _list(self, node: Node, path: str) -> None:
        records = [item for item in node.items if item.kind == "map"]
        rows = [(named, record) for record in records if (named := self._name(record)) is not None]
        if rows and len(rows) == len(records):
            self._rows([(named[1], record, named) for named, record in rows])
        else:
            for record in records:
                self._value(record, path)
        for item in node.items:
            if item.kind == "list":
                self._list(item, path)
            elif item.kind == "text" and self._is_prose(item):
                self._paragraphs(item)
            elif item.kind == "text" and self.kept is None and self._is_figure(item) and " " in self._words(item):
                self._add("item", item, level=1)

    def _under_names(self, node: Node) -> list[tuple[Node, Node, Entry | None]]:
        """The records of a mapping whose keys name them; none where it is no such."""
        maps = [(key, value) for key, value in node.entries if value.kind == "map"]
        keys = {self._words(key) for key, _ in maps}
        nested = any(key.rpartition(".")[0] in keys for key in keys)
        if len(maps) < _RECORDS or len(maps) < len(node.entries) or nested:
            return []
        shared = set.intersection(*({self._words(key) for key, _ in value.entries} for _, value in maps))
        return [(key, value, self._name(value)) for key, value in maps] if shared and self.kept is None else []

    def _rows(self, records: Sequence[tuple[Node, Node, Entry | None]]) -> None:
        """A table of the figures of records, each labelled by its name; their prose, and what they hold, below it."""
        self._tables += 1
        heads: dict[str, Node] = {}
        for _, record, _ in records:
            for key, value in record.entries:
                label = spelt(self._words(key))
                silent = _is_silent(label) or self._is_of_page(label, value, "records")
                if value.is_scalar and not silent and self._is_figure(value) and not self._is_prose(value):
                    heads.setdefault(label, key)
        columns = list(heads)[:_COLUMNS]
        self._heads += (self._span(heads[head]) for head in columns)
        for thing, record, named in records:
            values = {spelt(self._words(key)): value for key, value in record.entries if value.is_scalar}
            own = self._span(thing)
            spans = [own, *(self._cell(values.get(head), own) for head in columns)]
            if any(start < end for start, end in spans[1:]):
                self._row(thing, spans, columns, heads)
            for entry in record.entries:
                if entry is not named and (not entry[1].is_scalar or self._is_prose(entry[1])):
                    self._entry(entry, spelt(self._words(thing)) if not entry[1].is_scalar else "")

    def _row(self, thing: Node, spans: list[Span], columns: Sequence[str], heads: dict[str, Node]) -> None:
        filled = [span for span in spans if span[0] < span[1]]
        whole = self._quoted(min(start for start, _ in filled), max(end for _, end in filled))
        over = ((), *((self._span(heads[head]),) for head in columns))
        named = ("", *map(with_unit, columns))
        key, table = self._words(thing), self._tables
        self.blocks.append(Block("row", *whole, key=key, cells=tuple(spans), heads=named, over=over, table=table))

    def _cell(self, node: Node | None, own: tuple[int, int]) -> tuple[int, int]:
        if node is None or not self._is_figure(node) or self._is_prose(node):
            return own[1], own[1]
        return self._span(node)


def spelt(key: str) -> str:
    """A key in words: ``free_places``, ``freePlaces`` and ``free-places`` are free places."""
    return _JOINTS.sub(" ", _HUMP.sub(" ", key)).lower().strip(" @")


def with_unit(label: str) -> str:
    """A label with the unit that ends it in brackets: ``height (m)``."""
    front, _, last = label.rpartition(" ")
    return f"{front} ({last})" if front and last in _units() else label


def _cleared(piece: str, *, is_key: bool) -> str:
    """A key without what joins its words, or a value without the time of day behind a date."""
    return (_JOINTS if is_key else _CLOCK).sub(lambda match: " " * len(match[0]), piece)


def _is_silent(label: str) -> bool:
    last = label.rpartition(" ")[2]
    return label in _silent() or last in _naming() or not label


@derived
def _silent() -> frozenset[str]:
    words = table("text/data_files")
    return frozenset((*words["silent"], *words["coordinates"]))


@derived
def _naming() -> frozenset[str]:
    named = (*table("language/identifying"), *table("text/front_matter")["named_by"])
    return frozenset(named) - {"version"}


@derived
def _units() -> frozenset[str]:
    return frozenset(table("text/data_files")["units"])
