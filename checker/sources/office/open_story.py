"""Reads the blocks that text documents and presentations in OpenDocument are made of.

Deleted text stands apart in such a file, so that what stands in the text is the text with all changes accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.sources.office import open_tables
from checker.sources.office.open_package import CHART, DRAW, OFFICE, STYLE, TABLE, TEXT, OpenPackage
from checker.sources.office.raised import raised
from checker.sources.office.story import Element, Role, Story, Words
from checker.sources.office.table_grid import Row
from checker.sources.text_builder import clean

_INDEXES = tuple(
    f"{TEXT}{kind}"
    for kind in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
_CONTENTS = Role(contents=True)
_DEEPEST_HEADING = 9
_BREAKS = re.compile(r"[\t\n\r]")
"""Breaks in the file itself, which are blanks to its reader."""
_MOST_BLANKS = 1000
_CODE = ("preformatted text", "source code")


class OpenStory(Story):
    """The blocks of a document."""

    def __init__(self, package: OpenPackage) -> None:
        super().__init__()
        self.package = package
        self._roles: dict[str | None, Role] = {}
        self._raised: dict[str | None, bool] = {}
        self._hidden: dict[str | None, bool] = {}

    def parts(self, container: Element) -> Iterator[tuple[Element, Role | None]]:
        yield from self._parts(container, 0)

    def _parts(self, container: Element, depth: int) -> Iterator[tuple[Element, Role | None]]:
        """``depth``: that of the list that the container is an item of, whose first paragraph is the item."""
        opens = depth > 0
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                role = self._role(child)
                yield child, Role(item=depth, hidden=role.hidden) if opens and role.plain else role
                opens = False
            elif tag == _HEADING:
                yield child, self._role(child)
                opens = False
            elif tag == f"{TABLE}table":
                yield child, None
            elif tag == f"{TEXT}list":
                for item in child:
                    if item.tag == f"{TEXT}list-item":
                        yield from self._parts(item, depth + 1)
                    else:
                        yield from self._parts(item, 0)
            elif tag in _INDEXES:
                for line in child.iter(_PARAGRAPH):
                    yield line, _CONTENTS
            elif tag in _WRAPPERS:
                yield from self._parts(child, depth)
            elif tag == f"{TEXT}section":
                if child.get(f"{TEXT}display") != "none":
                    yield from self._parts(child, 0)
            elif tag == f"{TEXT}numbered-paragraph":
                level = child.get(f"{TEXT}level") or "1"
                yield from self._parts(child, int(level) if level.isdecimal() else 1)
            elif tag == f"{DRAW}object":
                if (chart := self.package.embedded(child)) is not None:
                    for title in chart.iterchildren(f"{CHART}title"):
                        yield from self._parts(title, 0)
                    yield from self._parts(chart, 0)
            elif isinstance(tag, str) and tag.startswith(DRAW):
                yield from self._parts(child, 0)

    def words(self, paragraph: Element) -> Words:
        found = Words()
        pieces: list[str] = []
        self._gather(paragraph, pieces, found, False)
        found.text = "".join(pieces)
        return found

    def rows(self, table: Element) -> list[Row]:
        return open_tables.rows(table)

    def note(self, reference: Element) -> Element | None:
        return reference

    def _role(self, paragraph: Element) -> Role:
        name = paragraph.get(f"{TEXT}style-name")
        if name not in self._roles:
            self._roles[name] = self._of_style(name)
        role = self._roles[name]
        if paragraph.tag != _HEADING:
            return role
        level = paragraph.get(f"{TEXT}outline-level") or "1"
        heading = min(int(level), _DEEPEST_HEADING) if level.isdecimal() else 1
        return Role(role.title, heading or 1, hidden=role.hidden)

    def _of_style(self, name: str | None) -> Role:
        """What the style of a paragraph makes of it."""
        title = code = False
        for called, _ in self.package.chain("paragraph", name):
            known = called.replace("_20_", " ").lower()
            title |= known == "title"
            code |= known in _CODE
        if name and name.replace("_20_", " ").lower() == "title":
            title = True
        return Role(title, code=code, hidden=self.package.is_hidden("paragraph", name))

    def _gather(self, container: Element, pieces: list[str], found: Words, up: bool) -> None:
        """The words inside of a paragraph; ``up``: they are raised."""
        _write(container.text, pieces, up)
        for child in container:
            tag = child.tag
            if tag in _SPANS:
                name = child.get(f"{TEXT}style-name")
                if not self._is_hidden(name):
                    self._gather(child, pieces, found, up or self._is_raised(name))
            elif tag == f"{TEXT}s":
                count = child.get(f"{TEXT}c") or "1"
                pieces.append(" " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1))
            elif tag in _STAND_INS:
                pieces.append(_STAND_INS[tag])
            elif tag == f"{TEXT}note":
                if (body := child.find(f"{TEXT}note-body")) is not None:
                    found.notes.append(body)
                    if pieces and pieces[-1][-1:].isalnum() and (child.tail or "")[:1].isalnum():
                        pieces.append(" ")
            elif tag in _GONE or not isinstance(tag, str):
                pass
            elif tag == f"{TEXT}hidden-text":
                if child.get(f"{TEXT}is-hidden") == "false":
                    self._gather(child, pieces, found, up)
            elif tag == f"{TEXT}ruby":
                for base in child.iterchildren(f"{TEXT}ruby-base"):
                    self._gather(base, pieces, found, up)
            elif tag.startswith(DRAW):
                found.boxes.append(child)
            else:
                self._gather(child, pieces, found, up)
            _write(child.tail, pieces, up)

    def margins(self) -> tuple[list[str], list[str]]:
        """The lines at the head and at the foot of the pages, each once."""
        found: dict[str, dict[str, None]] = {"header": {}, "footer": {}}
        root = self.package.common
        for page in root.iter(f"{STYLE}master-page") if root is not None else ():
            for margin in page:
                kind = margin.tag.removeprefix(STYLE).partition("-")[0] if isinstance(margin.tag, str) else ""
                if kind in found and margin.get(f"{STYLE}display") != "false":
                    lines = (clean(self.words(line).text) for line in margin.iter(_PARAGRAPH))
                    found[kind].update(dict.fromkeys(filter(None, lines)))
        return list(found["header"]), list(found["footer"])

    def _is_raised(self, name: str | None) -> bool:
        if name not in self._raised:
            self._raised[name] = self.package.is_raised(name)
        return self._raised[name]

    def _is_hidden(self, name: str | None) -> bool:
        if name not in self._hidden:
            self._hidden[name] = self.package.is_hidden("text", name)
        return self._hidden[name]


def _write(text: str | None, pieces: list[str], up: bool) -> None:
    if text:
        text = _BREAKS.sub(" ", text)
        pieces.append(raised(text, pieces[-1] if pieces else "") if up else text)


_PARAGRAPH = f"{TEXT}p"
_HEADING = f"{TEXT}h"
_SPANS = (f"{TEXT}span", f"{TEXT}a")
_WRAPPERS = (f"{TEXT}bibliography", f"{TEXT}index-body")
_STAND_INS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_GONE = (
    f"{OFFICE}annotation",
    f"{OFFICE}annotation-end",
    f"{TEXT}page-number",
    f"{TEXT}page-count",
    f"{TEXT}hidden-paragraph",
    f"{TEXT}script",
)
