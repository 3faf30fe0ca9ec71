"""Writes the words of a page's elements as people see them: no words glued, none of the marks around a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.language.language import word_set
from checker.sources.html.tree import Element

_BLOCKS = word_set("text/web_pages", "blocks")
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LETTERS_OF_ONE_WORD = frozenset({"sup", "sub", "wbr"})
_REFERENCE = re.compile(r"\[?(?:[0-9]{1,4}|[a-z]|note [0-9]{1,3}|[*†‡§]{1,3})\]?")
_MARK = re.compile(r"\[[0-9]{1,4}\]|(?=[ivxlc]{2})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
"""What is a mark of a note though it does not lead to one."""
_LETTERS = str.maketrans("abcdef", "ᵃᵇᶜᵈᵉᶠ")
_MARKS = frozenset("¶#§🔗")
_NEWLINES = str.maketrans("\r\n\t\f", "    ")
_SEPARATE = re.compile(r"\n[\s]*\n\s*")


def text(nodes: Sequence[Element | str], *, alternative: bool = False) -> str:
    """The words of ``nodes``, each line break that they hold as one, with one blank between words.

    ``alternative``: what stands for pictures is told where there are no words.
    """
    pieces: list[str] = []
    _gather(nodes, pieces)
    found = _lines("".join(pieces))
    if not found and alternative:
        found = " ".join(_alternatives(nodes))
    return found


def line(nodes: Sequence[Element | str], *, alternative: bool = False) -> str:
    """The same on one line, with a comma between figures that only a line break parts."""
    lines = text(nodes, alternative=alternative).split("\n")
    pieces: list[str] = []
    for one in filter(None, lines):
        if pieces:
            pieces.append(", " if pieces[-1][-1].isdecimal() and one[0].isdecimal() else " ")
        pieces.append(one)
    return "".join(pieces)


def paragraphs(words: str) -> list[str]:
    """``words`` cut where lines without words stand between them."""
    return [piece for piece in _SEPARATE.split(words.strip("\n ")) if piece]


def links(nodes: Sequence[Element | str]) -> tuple[int, int]:
    """How many characters lead elsewhere, of how many."""
    size = linked = 0
    for node in nodes:
        if isinstance(node, str):
            size += len(" ".join(node.split()))
        else:
            size, linked = size + node.size, linked + node.linked
    return linked, size


def _lines(raw: str) -> str:
    return "\n".join(" ".join(one.split()) for one in raw.split("\n")).strip("\n")


def _gather(nodes: Sequence[Element | str], pieces: list[str]) -> None:
    after_element = False
    for node in nodes:
        if isinstance(node, str):
            pieces.append(node.translate(_NEWLINES))
            after_element = False
            continue
        tag = node.tag
        if tag == "br":
            pieces.append("\n")
        elif tag == "sup":
            _raise(node, pieces)
        elif tag == "q":
            pieces.append("“")
            _gather(node.children, pieces)
            pieces.append("”")
        elif tag == "time" and not node.size:
            pieces.append(node.attributes.get("datetime", "")[:10])
        elif tag in _BLOCKS:
            pieces.append("\n")
            _gather(node.children, pieces)
            pieces.append("\n")
        elif not (node.attributes and node.is_named("anchors")) and not _is_mark(node):
            start = len(pieces)
            _gather(node.children, pieces)
            if after_element and start and tag not in _LETTERS_OF_ONE_WORD and _glued(pieces, start):
                pieces.insert(start, " ")
        after_element = tag not in _LETTERS_OF_ONE_WORD


def _is_mark(node: Element) -> bool:
    if node.attributes.get("epub:type") == "noteref" or node.attributes.get("role") == "doc-noteref":
        return True
    return node.tag == "a" and node.size == 1 and all(c in _MARKS for c in node.children if isinstance(c, str))


def _raise(node: Element, pieces: list[str]) -> None:
    """A figure raised above the line, a power of what stands before it; a mark that leads to a note is left out."""
    own: list[str] = []
    _gather(node.children, own)
    words = "".join(own).strip()
    before = pieces[-1][-1:] if pieces else ""
    if (node.links and _REFERENCE.fullmatch(words.lower())) or (before.isalnum() and _MARK.fullmatch(words)):
        return
    if len(words) == 1 and before.isdecimal():
        words = words.translate(_LETTERS)
    raised = words.translate(_RAISED)
    pieces.append(raised if words and not any(c.isascii() and c.isalnum() for c in raised) else words)


def _glued(pieces: list[str], start: int) -> bool:
    """Whether two elements, one right behind the other, would make one word of two."""
    before = pieces[start - 1][-1:]
    after = next((piece[0] for piece in pieces[start:] if piece), "")
    if not before.isalnum() or not after.isalnum():
        return False
    return before.isalpha() != after.isalpha() or (before.islower() and after.isupper())


def _alternatives(nodes: Sequence[Element | str]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if isinstance(node, Element):
            pictures = (element for element in (node, *node.all()) if element.tag == "img")
            found += [" ".join(alt.split()) for picture in pictures if (alt := picture.attributes.get("alt"))]
    return found
