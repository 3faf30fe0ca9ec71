"""Knows what a paragraph of Word is by its style, and the styles that this is based on: title, heading, item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from checker.sources.office import word_looks
from checker.sources.office.story import Element, Role
from checker.sources.office.word_text import W, is_on, value

_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list (?:bullet|number|continue)?\s?([1-9])?")
_DEEPEST_HEADING = 9
_BODY = "9"
"""The outline level of text that is no heading."""
_CONTENTS = ("toc ", "table of figures", "contents ")
_CODE = frozenset({"source code", "code"})


class Styles:
    """The styles and lists of one document."""

    def __init__(self, document: Document) -> None:
        styles = document.styles.element
        self._by_id: dict[str, Element] = {}
        self._default: str | None = None
        for style in styles.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId")
            if name is not None:
                self._by_id.setdefault(name, style)
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                    self._default = self._default or name
        self._lists = _Lists(document)
        self._roles: dict[str | None, tuple[Role, str | None, int]] = {}
        self.hidden = frozenset(
            name
            for name, style in self._by_id.items()
            if style.get(f"{W}type") == "character" and self._is_hidden(name)
        )
        """The styles of characters that are not shown."""

    def role(self, paragraph: Element) -> Role:
        """What a paragraph is."""
        properties = paragraph.find(f"{W}pPr")
        role, number, depth = self._of_style(value(properties, "pStyle"))
        if properties is None:
            return self._as_item(role, number, depth)
        outline = value(properties, "outlineLvl")
        heading = role.heading
        if outline is not None:
            heading = _level(outline)
        numbered = properties.find(f"{W}numPr")
        if numbered is not None:
            own = value(numbered, "numId")
            number = own if own is not None else number
            deep = value(numbered, "ilvl")
            depth = int(deep) + 1 if deep is not None and deep.isdecimal() else depth
        if number is not None and not heading and self._lists.counts(number, depth) and word_looks.is_bold(paragraph):
            return replace(role, heading=heading)  # The numbered head of a section, which no style names.
        return self._as_item(replace(role, heading=heading), number, depth)

    def _as_item(self, role: Role, number: str | None, depth: int) -> Role:
        if role.title or role.heading or number is None or not self._lists.marks(number, depth):
            return role
        return replace(role, item=depth)

    def _of_style(self, name: str | None) -> tuple[Role, str | None, int]:
        """What a style makes of a paragraph, the list that it puts it in, and how deep."""
        if name not in self._roles:
            self._roles[name] = self._found(name)
        return self._roles[name]

    def _found(self, name: str | None) -> tuple[Role, str | None, int]:
        heading = number = None
        title = decided = contents = code = False
        depth = 0
        for style_id, style in self._chain(name or self._default):
            called = (value(style, "name") or style_id).lower()
            properties = style.find(f"{W}pPr")
            if not decided:
                outline = value(properties, "outlineLvl")
                match = _HEADING.fullmatch(called)
                title = called == "title"
                heading = int(match[1]) if match else None if outline is None or title else _level(outline)
                decided = title or match is not None or outline is not None
            contents |= called.startswith(_CONTENTS)
            code |= called in _CODE
            if properties is not None and number is None and (listed := properties.find(f"{W}numPr")) is not None:
                number = value(listed, "numId")
                deep = value(listed, "ilvl")
                if deep is not None and deep.isdecimal():
                    depth = depth or int(deep) + 1
                depth = depth or self._lists.depth_of(style_id)
            if not depth and (listed := _LIST.fullmatch(called)):
                depth = int(listed[1] or 1)
        hidden = self._is_hidden(name or self._default)
        return Role(title, heading, None, contents, code, hidden), number, depth or 1

    def _chain(self, name: str | None) -> Iterator[tuple[str, Element]]:
        """A style and those that it is based on, the nearest first."""
        seen: set[str] = set()
        while name is not None and name not in seen and name in self._by_id:
            seen.add(name)
            yield name, self._by_id[name]
            name = value(self._by_id[name], "basedOn")

    def _is_hidden(self, name: str | None) -> bool:
        """Whether a style says that words are not shown, or the nearest of those it is based on that says so or not."""
        found = (is_on(style.find(f"{W}rPr"), "vanish") for _, style in self._chain(name))
        return next((hidden for hidden in found if hidden is not None), False)


def _level(outline: str) -> int | None:
    """The level of a heading of this level of the outline."""
    if outline == _BODY or not outline.isdecimal():
        return None
    return min(int(outline) + 1, _DEEPEST_HEADING)


class _Lists:
    """The numbering of a document: which of its levels show a sign."""

    def __init__(self, document: Document) -> None:
        self._abstract: dict[str, str] = {}
        self._signs: dict[tuple[str, int], bool] = {}
        self._counted: set[tuple[str, int]] = set()
        self._depths: dict[str, int] = {}
        try:
            numbering = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        except KeyError:
            return
        root = getattr(numbering, "element", None)
        if root is None:
            return
        for number in root.iterchildren(f"{W}num"):
            self._abstract[number.get(f"{W}numId") or ""] = value(number, "abstractNumId") or ""
        for abstract in root.iterchildren(f"{W}abstractNum"):
            kind = abstract.get(f"{W}abstractNumId") or ""
            for level in abstract.iterchildren(f"{W}lvl"):
                self._level(kind, level)

    def _level(self, kind: str, level: Element) -> None:
        depth = level.get(f"{W}ilvl") or "0"
        deep = int(depth) + 1 if depth.isdecimal() else 1
        shown = value(level, "numFmt") != "none" or bool((value(level, "lvlText") or "").strip())
        self._signs[kind, deep] = shown
        if shown and value(level, "numFmt") not in ("none", "bullet"):
            self._counted.add((kind, deep))
        if style := value(level, "pStyle"):
            self._depths.setdefault(style, deep)

    def marks(self, number: str, depth: int) -> bool:
        """Whether the items of a list have a sign or number at this depth."""
        if number == "0":
            return False
        return self._signs.get((self._abstract.get(number, ""), depth), True)

    def counts(self, number: str, depth: int) -> bool:
        """Whether the items of a list are numbered at this depth."""
        return number != "0" and (self._abstract.get(number, ""), depth) in self._counted

    def depth_of(self, style: str) -> int:
        """The depth that the list gives to paragraphs of a style; 0 where it says nothing."""
        return self._depths.get(style, 0)
