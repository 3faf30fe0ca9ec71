"""Makes of an HTML text the tree of what it shows: elements and their words, without scripts, forms and hidden parts.

The parser follows the rules by which browsers mend what is wrong. However deep a page is nested, the tree is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from checker.language.language import derived, derived_up_to, table, word_set
from checker.model.user_error import Unreadable

_DEEPEST = 120
"""What is nested deeper stands in the element at this depth."""
_MOST_DEPTH = 5_000
"""A text nested deeper would keep the parser busy for the square of that."""
_TEXT = "-text"
"""What the parser calls words; it calls all else that is no element by a name behind a dash or an exclamation mark."""
_NO_ELEMENT = ("-", "!")
_LONGEST_NAMES = 500
_LONGEST_NAME = 3
"""In words."""
_BLOCKS = word_set("text/web_pages", "blocks")
_HIDDEN = word_set("text/web_pages", "hidden")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_UNNESTED = word_set("text/web_pages", "void", "unnested")
_SELF_CLOSED = re.compile(r"<([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]{0,4000})?)/>")
_VOID = word_set("text/web_pages", "void")
_UNSHOWN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden")
_FEWEST_ROWS = 5
_MOST_ROWS = 0.5
"""What hides so many rows of all, and so large a part of them, hides what the page is there for."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})
_DECLARED_XML = re.compile(r"\s{0,100}<\?xml\b")


@dataclass(slots=True)
class Element:
    """An element of a page and what it shows."""

    tag: str
    """The element that it is by its role, where it has one."""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    breaks: bool = False
    """It starts a new line, or something in it does."""
    size: int = 0
    """The characters of its words."""
    linked: int = 0
    """Those that lead elsewhere."""
    links: int = 0
    prose: int = 0
    """The characters of the longest paragraph in it, without those that lead elsewhere."""

    @property
    def own(self) -> int:
        """The characters that do not lead elsewhere."""
        return self.size - self.linked

    @property
    def elements(self) -> list[Element]:
        """The elements right in it."""
        return [child for child in self.children if isinstance(child, Element)]

    def all(self) -> Iterator[Element]:
        """The elements in it at any depth, in order."""
        ahead = self.elements[::-1]
        while ahead:
            element = ahead.pop()
            yield element
            ahead += element.elements[::-1]

    def is_named(self, what: str) -> bool:
        """Whether its classes or its identifier call it one of the names listed as ``what``."""
        given = f"{self.attributes.get('class', '')} {'' if self._is_headed() else self.attributes.get('id', '')}"
        return given != " " and what in _called(given[:_LONGEST_NAMES])

    def _is_headed(self) -> bool:
        """Whether it opens with a heading, from which generators of pages make its identifier."""
        first = next((child for child in self.children if isinstance(child, Element)), None)
        return first is not None and first.tag[:1] == "h" and first.tag[1:].isdecimal()


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, and what it says of itself."""

    body: Element
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    """The content of each of its ``meta`` elements by its name in lower case."""
    linked_data: tuple[str, ...] = ()
    """Its JSON-LD."""
    revealed: bool = False
    """Most rows of its tables are hidden until a script shows them, and are read all the same."""


def parse(text: str, *, xml: bool = False) -> Page:
    """The page that ``text`` is; raises Unreadable for one that is nested too deep to be meant.

    ``xml``: it is XHTML, in which any element may be closed right where it opens.
    """
    if xml or _DECLARED_XML.match(text):
        text = _SELF_CLOSED.sub(_opened_and_closed, text)
    _refuse_depth(text)
    parser = LexborHTMLParser(text)
    meta: dict[str, str] = {}
    for node in parser.css("meta[content]"):
        given = node.attributes
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        meta.setdefault(name.lower(), given.get("content") or "")
    title = parser.css_first("title")
    linked = tuple(node.text() for node in parser.css('script[type="application/ld+json"]'))
    body = Element("body")
    shown: list[LexborNode] = []
    if parser.body is not None:
        shown = _revealed(parser)
        _fill(body, parser.body, frozenset(node.mem_id for node in shown))
    return Page(body, " ".join(title.text().split()) if title is not None else "", meta, linked, bool(shown))


def _revealed(parser: LexborHTMLParser) -> list[LexborNode]:
    """The elements of a hidden style that hold most rows of the page's tables: a script is to show them."""
    hidden = [node for node in parser.css("[style]") if _has_hidden_style(node.attributes)]
    if not hidden:
        return []
    rows = len(parser.css("tr"))
    return [node for node in hidden if _FEWEST_ROWS <= len(node.css("tr")) > _MOST_ROWS * rows]


def _has_hidden_style(attributes: dict[str, str | None]) -> bool:
    style = attributes.get("style")
    return bool(style) and _UNSHOWN.search(str(style)[:_LONGEST_NAMES].lower()) is not None


def _opened_and_closed(match: re.Match[str]) -> str:
    return match[0] if match[1].lower() in _VOID else f"<{match[1]}{match[2]}></{match[1]}>"


def _refuse_depth(text: str) -> None:
    if text.count("<") < _MOST_DEPTH:
        return
    depth = 0
    for match in _TAG.finditer(text):
        if match[2].lower() in _UNNESTED:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _MOST_DEPTH:
            raise Unreadable("", f"its elements are nested {_MOST_DEPTH:,} deep: it may be made to harm its reader")


def _fill(body: Element, top: LexborNode, revealed: frozenset[int]) -> None:
    """Copy what ``top`` shows into ``body``, with the elements ``revealed`` though hidden, and measure it."""
    node, into = top.first_child, body
    above: list[tuple[LexborNode | None, Element]] = []
    found = [body]
    while node is not None or above:
        if node is None:
            node, into = above.pop()
            continue
        tag = node.tag or ""
        if tag == _TEXT:
            into.children.append(node.text_content or "")
        elif tag and not tag.startswith(_NO_ELEMENT) and tag not in _HIDDEN:
            element = _element(tag, node.attributes, bool(revealed) and node.mem_id in revealed)
            if element is not None:
                above.append((node.next, into))
                if len(above) <= _DEEPEST:
                    into.children.append(element)
                    found.append(element)
                    into = element
                node = node.first_child
                continue
        node = node.next
    for element in reversed(found):
        _measure(element)


def _element(tag: str, given: dict[str, Any], revealed: bool) -> Element | None:
    """The element; None for one that is not shown."""
    if not given:
        return Element(tag)
    attributes = {name: value or "" for name, value in given.items()}
    if tag not in _NEVER_HIDDEN:
        if attributes.get("hidden", "until-found") != "until-found" or attributes.get("aria-hidden") == "true":
            return None
        if "style" in attributes and not revealed and _has_hidden_style(given):
            return None
    role = attributes.get("role", "").lower()
    if role:
        if role in ("presentation", "none") and tag == "table":
            attributes["layout"] = ""
        elif role == "heading" and tag[:1] != "h":
            level = attributes.get("aria-level", "2")
            tag = f"h{level}" if level in "123456" else "h6"
        else:
            tag = _roles().get(role, tag)
    element = Element(tag, attributes)
    return None if "class" in attributes and element.is_named("unseen") else element


@derived
def _roles() -> dict[str, str]:
    roles: dict[str, str] = table("text/web_pages")["roles"]
    return roles


def _measure(element: Element) -> None:
    """Fill in what an element is by what is in it, which is measured already."""
    element.breaks = element.tag in _BLOCKS
    paragraph = 0
    for child in element.children:
        if isinstance(child, str):
            size = len(" ".join(child.split()))
            element.size += size
            paragraph += size
            continue
        element.size += child.size
        element.linked += child.linked
        element.links += child.links
        if child.breaks:
            element.breaks = True
            element.prose = max(element.prose, child.prose, paragraph)
            paragraph = 0
        else:
            paragraph += child.own
    element.prose = max(element.prose, paragraph)
    if (element.tag == "a" and "href" in element.attributes) or (element.tag == "button" and _does(element)):
        element.linked, element.prose = element.size, 0
        element.links += 1


def _does(button: Element) -> bool:
    """Whether a button does something, rather than open the text that it heads or that answers it."""
    if "aria-expanded" in button.attributes:
        return False
    last = button.children[-1] if button.children else ""
    return not (isinstance(last, str) and last.rstrip().endswith("?"))


@derived_up_to(4096)
def _called(given: str) -> frozenset[str]:
    """What a class attribute and an identifier call an element: the lists that hold one of their names."""
    found: set[str] = set()
    for name in given.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if not words or words[0] in _states():
            continue
        for start in range(len(words)):
            for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
                found |= _lists().get(" ".join(words[start:end]), frozenset())
        found |= _lists().get(f"={' '.join(words)}", frozenset())
    return frozenset(found)


@derived
def _states() -> frozenset[str]:
    return frozenset(table("text/web_pages")["names"]["states"])


@derived
def _lists() -> dict[str, frozenset[str]]:
    """The lists that each name is in; one that is to be the whole name stands behind an equals sign."""
    found: dict[str, set[str]] = {}
    for what, names in table("text/web_pages")["names"].items():
        listed, alone, _ = what.partition("_alone")
        for name in names:
            found.setdefault("=" * bool(alone) + name, set()).add(listed)
    return {name: frozenset(lists) for name, lists in found.items()}
