"""Reads the paragraphs of a text frame of PowerPoint: words, and whether and how deep they stand in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.sources.office.raised import raised
from checker.sources.office.story import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_BREAKS = re.compile(r"[\t\n\r]")
_SIGNS = (f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; ``depth`` is that of an item of a list, from 1, and 0 for what is none."""

    text: str
    depth: int = 0


def lines(body: Element | None, listed: bool = False, inherited: tuple[Element, ...] = ()) -> Iterator[Line]:
    """The paragraphs of a text body that hold words.

    ``listed``: they are items where nothing says otherwise; ``inherited``: the bodies whose styles they follow.
    """
    for paragraph in body.iterchildren(f"{A}p") if body is not None else ():
        text = words(paragraph)
        if text.strip():
            properties = paragraph.find(f"{A}pPr")
            level = (properties.get("lvl") if properties is not None else None) or "0"
            depth = int(level) + 1 if level.isdecimal() else 1
            yield Line(text, depth if _is_item(properties, depth, (body, *inherited), listed) else 0)


def words(paragraph: Element) -> str:
    """The words of a paragraph, without the number of its slide."""
    pieces: list[str] = []
    for part in paragraph:
        tag = part.tag
        if tag == f"{A}br":
            pieces.append("\n")
        elif tag == f"{A}r" or (tag == f"{A}fld" and part.get("type") != "slidenum"):
            text = _BREAKS.sub(_seen, part.findtext(f"{A}t") or "").replace("\v", "\n")
            properties = part.find(f"{A}rPr")
            up = properties is not None and (properties.get("baseline") or "0").rstrip("%").lstrip("0") != ""
            up = up and not (properties.get("baseline") or "").startswith("-")
            pieces.append(raised(text, "".join(pieces[-1:])) if up else text)
        elif isinstance(tag, str) and tag.endswith("}AlternateContent"):
            pieces += (text.text or "" for choice in part.iterchildren(_CHOICE) for text in choice.iter(_MATH))
        elif isinstance(tag, str):
            pieces += (text.text or "" for text in part.iter(_MATH))
    return "".join(pieces)


def _seen(match: re.Match[str]) -> str:
    return "\t" if match[0] == "\t" else " "


def _is_item(own: Element | None, depth: int, bodies: tuple[Element, ...], otherwise: bool) -> bool:
    """Whether a paragraph has the sign of an item: by its own properties, or the nearest styles that say."""
    styles = (body.find(f"{A}lstStyle/{A}lvl{depth}pPr") for body in bodies)
    for properties in (own, *styles):
        if properties is None:
            continue
        if properties.find(f"{A}buNone") is not None:
            return False
        if any(properties.find(sign) is not None for sign in _SIGNS):
            return True
    return otherwise
