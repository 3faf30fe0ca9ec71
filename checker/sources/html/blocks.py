"""Writes what a page shows as blocks: headings, paragraphs, lists, fields, tables, and what is not its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.language.language import derived, table
from checker.sources.html import fields as html_fields
from checker.sources.html import inline as html_inline
from checker.sources.html import tables as html_tables
from checker.sources.html.fields import LONGEST_LABEL, Run
from checker.sources.html.regions import Part, Regions
from checker.sources.html.tree import Element
from checker.sources.text_builder import TextBuilder

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "dir", "menu"})
_CODE = frozenset({"pre", "listing", "xmp", "plaintext"})
_PARTS_OF_TABLE = frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"})
_LONGEST_HEADING = 250
_LINKED = 0.5
"""The share of links from which words beside the main text only lead elsewhere."""
_WHOLLY = 0.9
_LEAST_PROSE = 80
_LINE_WORDS = 14
_FEW_LINES = 3
_LONGEST_DAY = 25
_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_PROSE_WORDS = 5
_PROMPTS = ("$ ", ">>> ", "# ", "% ")


class Blocks:
    """Writes the blocks of one page."""

    def __init__(self, builder: TextBuilder, regions: Regions, title: Element | None, below: int = 0) -> None:
        """``title``: the heading that is the whole's title; ``below``: the others stand so many levels under it."""
        self.builder = builder
        self._regions = regions
        self._title = title
        self._below = below
        self._level = 1
        self._depth = 0
        """Of the list that is written."""
        self._waiting: list[tuple[str, int]] = []
        """Headings beside the main text, which are told once something under them is."""

    def write(self, body: Element) -> None:
        """The blocks of a page."""
        self._inside(body, "main" if self._regions.main is None else "margin")
        self._drop_waiting()

    def _inside(self, element: Element, part: Part, item: int = 0) -> None:
        """What is in an element, in order; ``item``: the level of the list whose item its first words are."""
        run: Run = []
        fields = html_fields.are_fields(element)
        for child in element.children:
            if isinstance(child, str) or not child.breaks:
                run.append(child)
                continue
            if fields and part == "main":
                if child.size:
                    self._pair(child)
                continue
            item = 0 if self._run(run, part, item) else item
            run = []
            self._block(child, part, item)
            item = 0 if item and child.size and child.tag not in _LISTS else item
        self._run(run, part, item)

    def _block(self, element: Element, within: Part, item: int = 0) -> None:
        tag = element.tag
        if not element.size and tag not in _HEADINGS:
            return
        part = self._regions.part(element, within)
        if part == "furniture":
            self._furniture(element)
            return
        if part != within:
            self._drop_waiting()
        if tag in _HEADINGS:
            self._heading(element, part)
        elif tag in _LISTS:
            self._depth += 1
            self._list(element, part, self._depth)
            self._depth -= 1
        elif tag == "li":
            self._item(element, part, 1)
        elif tag == "dl":
            self._definitions(element, part)
        elif tag == "table":
            self._table(element, part)
        elif tag in _CODE:
            self._preformatted(element, part)
        elif tag == "details":
            self._details(element, part)
        elif not self._field(element, part, item):
            self._inside(element, part, item)
        if part != within:
            self._drop_waiting()

    def _run(self, run: Run, part: Part, item: int = 0) -> bool:
        """Words without a block among them; whether there were any."""
        if not run:
            return False
        text = html_inline.text(run)
        if not text:
            return False
        linked, size = html_inline.links(run)
        if len(text) < _LONGEST_HEADING and text.lower().startswith(_owned()):
            self.builder.furniture(text)
        elif part == "margin" and not _tells(text, linked, size):
            self._drop_waiting()
            self.builder.furniture(text, "links" if linked > size * _LINKED else "boilerplate")
        elif linked >= _WHOLLY * size and linked:
            self.builder.furniture(text, "links")
        else:
            self._tell_waiting()
            self._words(text, item)
        return True

    def _words(self, text: str, item: int) -> None:
        for paragraph in html_inline.paragraphs(text):
            if item:
                self.builder.item(paragraph, item)
                item = 0
                continue
            lines = paragraph.split("\n")
            if _are_entries(lines):
                for line in lines:
                    self.builder.item(line, self._depth + 1)
            else:
                self.builder.paragraph(paragraph)

    def _heading(self, element: Element, part: Part) -> None:
        text = html_inline.line(element.children, alternative=True)
        level = min(_HEADINGS[element.tag] + self._below, 6)
        if not text:
            return
        if element is self._title:
            self._drop_waiting()
            self.builder.title(text)
            self._level = level
        elif len(text) > _LONGEST_HEADING:
            self._run(list(element.children), part)
        elif part == "margin":
            self._waiting.append((text, level))
        else:
            self._level = level
            self.builder.heading(text, level)

    def _tell_waiting(self) -> None:
        for text, level in self._waiting:
            self._level = level
            self.builder.heading(text, level)
        self._waiting.clear()

    def _drop_waiting(self) -> None:
        for text, _ in self._waiting:
            self.builder.furniture(text)
        self._waiting.clear()

    def _list(self, element: Element, part: Part, level: int) -> None:
        """A list; one right in another, as it is written by mistake, belongs to the item before it."""
        fields = part == "main" and html_fields.are_fields(element)
        for child in element.children:
            if isinstance(child, str):
                self._run([child], part)
            elif fields:
                if child.size:
                    self._pair(child)
            elif child.tag in _LISTS:
                self._block(child, part)
            elif child.tag == "li":
                self._item(child, part, level)
            elif child.breaks:
                self._block(child, part)
            else:
                self._run([child], part)

    def _item(self, element: Element, part: Part, level: int) -> None:
        part = self._regions.part(element, part)
        if part == "furniture":
            self._furniture(element)
        elif element.breaks and any(inner.tag in _HEADINGS for inner in element.all()):
            self._inside(element, part)
        elif not self._field(element, part, level):
            self._inside(element, part, level)

    def _definitions(self, element: Element, part: Part) -> None:
        terms: list[str] = []
        answered = False
        for child in _terms_and_definitions(element):
            if child.tag == "dt":
                if answered:
                    terms.clear()
                    answered = False
                text = html_inline.line(child.children, alternative=True)
                if text:
                    terms.append(text)
            elif child.size:
                self._definition(", ".join(terms), child, part, answered)
                answered = True
        if terms and not answered:
            self._run([", ".join(terms)], part)

    def _definition(self, term: str, element: Element, part: Part, again: bool) -> None:
        linked, size = element.linked, element.size
        if (part == "margin" and linked > size * _LINKED) or (again and linked >= _WHOLLY * size):
            self.builder.furniture(f"{term}: {html_inline.line(element.children)}", "links")
            return
        self._tell_waiting()
        whole = any(inner.breaks and inner.tag not in ("p", "div", "br") for inner in element.all())
        if not term:
            self._inside(element, part)
        elif term.endswith("?") or whole:
            if not again:
                self.builder.paragraph(term if term[-1] in "?:." else f"{term}:")
            self._inside(element, part)
        else:
            first, *others = html_inline.paragraphs(html_inline.text(_separate(element)))
            self.builder.pair(term.rstrip(": "), " ".join(first.split("\n")))
            for other in others:
                self.builder.paragraph(other)

    def _field(self, element: Element, part: Part, item: int = 0) -> bool:
        """A label with its value beside it, each an element of its own; whether that is what an element is."""
        if element.size > LONGEST_LABEL * 5 or len(element.children) > 5:
            return False
        filled = html_fields.filled(element)
        if part == "main" and html_fields.is_figure_with_its_words(filled):
            self._words(" ".join(html_inline.line([child]) for child in filled), item)
            return True
        if len(filled) != 2 or not all(isinstance(child, Element) for child in filled):
            return False
        label, value = filled
        if not isinstance(label, Element) or not isinstance(value, Element) or label.tag in _HEADINGS:
            return False
        if not label.attributes or not label.is_named("labels") or label.size > LONGEST_LABEL or label.links:
            return False
        if any(inner.breaks and inner.tag in (*_HEADINGS, *_LISTS, "table", "dl") for inner in (value, *value.all())):
            return False
        if part == "margin" and value.linked > value.size * _LINKED:
            return False
        self._tell_waiting()
        self._pair(element)
        return True

    def _pair(self, element: Element) -> None:
        label, value = html_fields.filled(element)
        self.builder.pair(html_inline.line([label]).rstrip(": "), html_inline.line([value]))

    def _details(self, element: Element, part: Part) -> None:
        summary = next((child for child in element.elements if child.tag == "summary"), None)
        text = html_inline.line(summary.children, alternative=True) if summary is not None else ""
        if text:
            self._tell_waiting()
            if text.endswith("?"):
                self.builder.paragraph(text)
            elif summary is not None and not any(inner.tag in _HEADINGS for inner in summary.all()):
                self.builder.heading(text, min(self._level + 1, 6))
            elif summary is not None:
                self._inside(summary, part)
        rest = Element("div", {}, [child for child in element.children if child is not summary])
        self._inside(rest, part)

    def _table(self, element: Element, part: Part) -> None:
        if not html_tables.is_data(element):
            self._laid_out(element, part)
            return
        linked, size = element.linked, element.size
        if part == "margin" and linked > size * _LINKED:
            self._furniture(element)
            return
        self._tell_waiting()
        for caption in html_tables.captions(element):
            for paragraph in html_inline.paragraphs(html_inline.text(caption.children)):
                self.builder.paragraph(paragraph)
        rows, heads = html_tables.read(element)
        self.builder.table(rows, heads)

    def _laid_out(self, element: Element, part: Part) -> None:
        """The parts of a page that a table lays out; a row of them in one line is one line."""
        for child in element.elements:
            if child.tag in _PARTS_OF_TABLE or child.tag == "caption":
                inner = self._regions.part(child, part)
                if inner == "furniture":
                    self._furniture(child)
                elif child.tag in ("td", "th", "caption"):
                    self._inside(child, inner)
                else:
                    self._laid_out(child, inner)
            elif child.breaks:
                self._block(child, part)

    def _preformatted(self, element: Element, part: Part) -> None:
        raw = _raw(element)
        if _is_code(element, raw):
            self.builder.code(raw)
            return
        for paragraph in re.split(r"\n[ \t]*\n", raw.replace("\r\n", "\n")):
            if paragraph.strip():
                self.builder.paragraph(paragraph)

    def _furniture(self, element: Element) -> None:
        self._drop_waiting()
        text = html_inline.text([element])
        text = "\n".join(line for line in text.split("\n") if line)
        self.builder.furniture(text, "links" if element.linked > element.size * _LINKED else "boilerplate")


def _separate(element: Element) -> Run:
    """What is in an element, with an empty line between its paragraphs."""
    found: Run = []
    for child in element.children:
        found += [child, Element("br"), Element("br")] if isinstance(child, Element) and child.breaks else [child]
    return found


def _terms_and_definitions(element: Element) -> list[Element]:
    found: list[Element] = []
    ahead = element.elements[::-1]
    while ahead:
        child = ahead.pop()
        if child.tag in ("dt", "dd", "dl") or not any(inner.tag in ("dt", "dd") for inner in child.elements):
            found.append(child)
        else:
            ahead += child.elements[::-1]
    return found


def _tells(text: str, linked: int, size: int) -> bool:
    """Whether words beside the main text may tell of its subject: they hold a figure or a sentence, and few links."""
    if linked > size * _LINKED:
        return False
    low = text.lower()
    if any(notice in low for notice in _notices()) or (len(text) <= _LONGEST_DAY and _YEAR.search(text)):
        return False
    return any(map(str.isdecimal, text)) or (len(text) >= _LEAST_PROSE and text.rstrip("\"'”’)")[-1:] in ".!?:…")


@derived
def _owned() -> tuple[str, ...]:
    return tuple(table("text/page_sections")["owned"])


@derived
def _notices() -> Sequence[str]:
    notices: list[str] = table("text/page_sections")["notices"]
    return notices


def _are_entries(lines: Sequence[str]) -> bool:
    """Whether lines are each an entry of its own, with its figure, and no sentence that runs on."""
    if len(lines) < _FEW_LINES:
        return False
    short = all(len(line.split()) <= _LINE_WORDS and not line.endswith(",") for line in lines)
    own = all(not line[:1].islower() for line in lines)
    return short and own and sum(any(map(str.isdecimal, line)) for line in lines) * 3 >= len(lines) * 2


def _raw(element: Element) -> str:
    """The words of an element with their blanks and line breaks as they are written."""
    pieces: list[str] = []
    ahead: list[Element | str] = [element]
    while ahead:
        node = ahead.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif node.tag == "br":
            pieces.append("\n")
        else:
            ahead += node.children[::-1]
    return "".join(pieces)


def _is_code(element: Element, raw: str) -> bool:
    """Whether preformatted words are code: marked so, or no prose."""
    if any(inner.tag in ("code", "samp", "kbd") for inner in element.elements) or element.is_named("code"):
        return True
    lines = [line for line in raw.split("\n") if line.strip()]
    if any(line.lstrip().startswith(_PROMPTS) for line in lines):
        return True
    prose = sum(len(line.split()) >= _PROSE_WORDS and not line.rstrip().endswith((";", "{", "}")) for line in lines)
    return prose * 2 < len(lines)
