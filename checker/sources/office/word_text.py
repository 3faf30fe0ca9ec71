"""Reads the words of one paragraph of Word: as they stand when all changes are accepted, with fields shown by results.

The library gives the text of a paragraph without changes, fields, symbols, notes and text boxes; these are taken from
its tree here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.sources.office import raised
from checker.sources.office.story import Element, Words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{W}val"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_BREAKS = re.compile(r"[\t\n\r]")
"""Breaks in the file itself, which are blanks to its reader."""
_OFF = ("0", "false", "off")
_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SECTION"})
_SYMBOL_FONT = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        "\xa3\xb3\xb1\xb4\xb0\xb9\xbb\xa5\xb7\xb8\xa2\xbc\xae\xac\xd7\xd6",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ≤≥±×°≠≈∞•÷′…→←⋅√",
        strict=True,
    )
)
"""The signs of the font Symbol whose codes are not those of the same signs elsewhere."""


def words(paragraph: Element, hidden: frozenset[str] = frozenset()) -> Words:
    """The words of a paragraph; ``hidden``: the styles of characters that are not shown."""
    gatherer = _Gatherer(hidden)
    gatherer.inside(paragraph)
    found = gatherer.found
    found.text = "".join(gatherer.pieces)
    found.contents |= bool(gatherer.to_headings.strip()) and gatherer.to_headings.strip() == found.text.strip()
    return found


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where it is not given."""
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else found.get(VAL) not in _OFF


def value(properties: Element | None, name: str) -> str | None:
    """The value of a property."""
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else found.get(VAL)


def chosen(alternatives: Element) -> Element | None:
    """The one of several forms of the same content that is read: the first, or the last where that has no words."""
    choice = alternatives.find(f"{_MC}Choice")
    fallback = alternatives.find(f"{_MC}Fallback")
    if choice is None or (fallback is not None and next(choice.iter(f"{W}t"), None) is None):
        return fallback
    return choice


def is_placeholder(control: Element) -> bool:
    """Whether a content control still asks for its content."""
    return bool(is_on(control.find(f"{W}sdtPr"), "showingPlcHdr"))


class _Gatherer:
    """Walks over the content of a paragraph."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self.found = Words()
        self.pieces: list[str] = []
        self.hidden = hidden
        self.fields: list[_Field] = []
        self.to_headings = ""
        """The words of links to headings."""
        self.cited = False
        """The mark of a note stood right before."""

    def inside(self, container: Element) -> None:
        for child in container:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag == _CONTROL:
                if not is_placeholder(child):
                    for content in child.iterchildren(_CONTROL_CONTENT):
                        self.inside(content)
            elif tag == _ALTERNATIVES:
                if (one := chosen(child)) is not None:
                    self.inside(one)
            elif tag == _SIMPLE_FIELD:
                if not _numbers_pages(child.get(f"{W}instr") or ""):
                    self.inside(child)
            elif tag == _LINK:
                self._link(child)
            elif tag in _MATHS:
                self._write("".join(_formula(child)))
            elif tag not in _GONE and isinstance(tag, str):
                self.inside(child)

    def _link(self, link: Element) -> None:
        """A link; those to places in the document, with a tab before the page, make up tables of contents."""
        before = len(self.pieces)
        self.inside(link)
        if anchor := link.get(f"{W}anchor"):
            text = "".join(self.pieces[before:])
            self.found.contents |= "\t" in text
            self.to_headings += text if anchor.startswith("_Toc") else ""

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        up = hidden = False
        if properties is not None and len(properties):
            up = value(properties, "vertAlign") == "superscript"
            hidden = self._is_hidden(properties)
        self._parts(run, up, hidden)

    def _is_hidden(self, properties: Element) -> bool:
        own = is_on(properties, "vanish")
        return value(properties, "rStyle") in self.hidden if own is None else own

    def _parts(self, run: Element, up: bool, hidden: bool) -> None:
        for part in run:
            tag = part.tag
            if tag == _FIELD_SIGN:
                self._field_sign(part.get(f"{W}fldCharType"))
            elif tag == _CODE:
                if self.fields:
                    self.fields[-1].code += part.text or ""
            elif hidden:
                continue
            elif tag == _TEXT:
                if text := _BREAKS.sub(" ", part.text or ""):
                    self._write(raised.raised(text, self._last()) if up else text)
            elif tag in _STAND_INS:
                self._write(_STAND_INS[tag])
            elif tag == _SYMBOL:
                self._write(_symbol(part))
            elif tag in _NOTES:
                self.found.notes.append((_NOTES[tag], part.get(f"{W}id") or ""))
                self.cited = True
                if part.get(f"{W}customMarkFollows") not in (None, *_OFF):
                    return
            elif tag == _ALTERNATIVES:
                if (one := chosen(part)) is not None:
                    self._parts(one, up, hidden)
            elif tag in _DRAWINGS:
                self._drawing(part)
            elif tag == _RUBY:
                for base in part.iterchildren(f"{W}rubyBase"):
                    self.inside(base)

    def _drawing(self, drawing: Element) -> None:
        """Note the text boxes, charts and diagrams of a drawing, each once, though it may be there in two forms."""
        if drawing.tag in (_BOX, CHART, DIAGRAM):
            self.found.boxes.append(drawing)
        elif drawing.tag == _ALTERNATIVES:
            if (one := chosen(drawing)) is not None:
                self._drawing(one)
        else:
            for child in drawing:
                self._drawing(child)

    def _field_sign(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            code = self.fields[-1].code
            self.fields[-1].silent = _numbers_pages(code)
            self.found.contents |= code.split()[:1] == ["PAGEREF"] and self._last() == "\t"
        elif self.fields and kind == "end":
            self.fields.pop()

    def _last(self) -> str:
        """The last character so far."""
        return self.pieces[-1][-1] if self.pieces else ""

    def _write(self, text: str) -> None:
        if any(one.silent for one in self.fields):
            return
        if self.cited and text:
            self.cited = False
            if text[0].isalnum() and self._last().isalnum():
                text = f" {text}"
        if text:
            self.pieces.append(text)


@dataclass(slots=True)
class _Field:
    """A field: its code comes first, which is not shown, then its result."""

    code: str = ""
    silent: bool = True


def _numbers_pages(code: str) -> bool:
    """Whether a field tells of the pages."""
    return (code.split(maxsplit=1) or [""])[0].upper() in _PAGE_NUMBERS


def _symbol(symbol: Element) -> str:
    """The sign that a code of a font of symbols shows; nothing where it is a picture."""
    try:
        code = int(symbol.get(f"{W}char") or "", 16)
        sign = chr(code - 0xF000 if 0xF000 <= code < 0xF100 else code)
    except (ValueError, OverflowError):
        return ""
    if (symbol.get(f"{W}font") or "").lower() == "symbol":
        return _SYMBOL_FONT.get(sign, sign)
    return "" if code >= 0xE000 or (symbol.get(f"{W}font") or "").lower().startswith(("wing", "web")) else sign


def _formula(element: Element) -> Iterator[str]:
    """The characters of a formula, exponents raised and fractions on one line."""
    for child in element:
        if child.tag == f"{_M}t":
            yield child.text or ""
        elif child.tag == f"{_M}sup":
            inner = "".join(_formula(child))
            yield raised.exponent(inner) if inner[:1].isdecimal() or inner[:1] in "-−+" else f"^{inner}"
        elif child.tag == f"{_M}den":
            yield "/"
            yield from _formula(child)
        elif isinstance(child.tag, str) and child.tag.startswith(_M):
            yield from _formula(child)
            if child.tag == f"{_M}fName" or element.tag in _PARTED:
                yield " "


_RUN = f"{W}r"
_TEXT = f"{W}t"
_CODE = f"{W}instrText"
_FIELD_SIGN = f"{W}fldChar"
_SIMPLE_FIELD = f"{W}fldSimple"
_SYMBOL = f"{W}sym"
_LINK = f"{W}hyperlink"
_CONTROL = f"{W}sdt"
_CONTROL_CONTENT = f"{W}sdtContent"
_ALTERNATIVES = f"{_MC}AlternateContent"
_BOX = f"{W}txbxContent"
_RUBY = f"{W}ruby"
_MATHS = (f"{_M}oMath", f"{_M}oMathPara")
_PARTED = (f"{_M}m", f"{_M}mr", f"{_M}eqArr")
"""Whose parts stand beside each other in a formula."""
_DRAWINGS = (f"{W}drawing", f"{W}pict", f"{W}object")
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_GONE = frozenset({f"{W}pPr", f"{W}rPr", f"{W}del", f"{W}moveFrom"})
_STAND_INS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
