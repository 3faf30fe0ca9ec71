"""Tells the parts of a page apart: its main text, what stands beside it, and what tells nothing of its subject."""

from __future__ import annotations

from typing import Literal

from checker.language.language import word_set
from checker.sources.html import inline as html_inline
from checker.sources.html.tree import Element

Part = Literal["main", "margin", "furniture"]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FURNITURE_HEADINGS = word_set("text/page_sections", "furniture")
_MARGINS = frozenset({"footer", "aside"})
_FURNITURE_ROLES = frozenset({"dialog", "alertdialog"})
_MOST = 0.3
"""A part that holds more of the words than this is neither furniture nor beside the text, whatever it is called."""
_MOST_ALWAYS = 0.85
"""The same of what hardly ever is called so otherwise: notices of consent, comments."""
_LEAST_MAIN = 0.25
_LEAST_MAIN_SIZE = 200
_LINKED = 0.7
"""The share of its words that are links in a part that only leads elsewhere."""
_LEAST_LINKS = 4
_LONGEST_LINK = 60
_TEASERS = 3
_LEAST_TEASER = 60


class Regions:
    """The parts of one page."""

    def __init__(self, body: Element, title: Element | None, *, whole: bool = False) -> None:
        """``whole``: all of it is main text, such as a chapter of a book is."""
        self._whole = whole
        self.main = None if whole else _main(body)
        self._own = max((self.main or body).own, 1)
        self._holds_main: set[int] = set()
        if self.main is not None:
            self._mark(body, self.main)
        self._holds_title: set[int] = set()
        if title is not None:
            self._holds_title = {id(element) for element in _way(body, title)}

    def _mark(self, body: Element, main: Element) -> None:
        self._holds_main = {id(element) for element in _way(body, main)}

    def part(self, element: Element, within: Part) -> Part:
        """What part of the page an element is, that stands in the part ``within``."""
        if element is self.main:
            return "main"
        if id(element) in self._holds_main:
            return "margin"
        if within == "margin" and (element.tag == "main" or element.attributes.get("itemprop") == "articleBody"):
            return "main"
        if within == "furniture":
            return "furniture"
        tag = element.tag
        if self._whole:
            cited = tag == "blockquote" and element.attributes.get("type") == "cite"
            furniture = cited or tag == "nav" or (bool(element.attributes) and element.is_named("answered"))
            return "furniture" if furniture else within
        if not element.breaks:
            return within
        named = bool(element.attributes)
        if named and element.own < _MOST_ALWAYS * self._own and element.is_named("never main"):
            return "furniture"
        if element.own > _MOST * self._own:
            return within
        if tag == "nav":
            return "furniture"
        if named and element.is_named("facts"):
            return within
        if id(element) not in self._holds_title:
            if element.attributes.get("role") in _FURNITURE_ROLES or (named and element.is_named("furniture")):
                return "furniture"
            if _only_leads_elsewhere(element) or self._is_furniture_by_heading(element):
                return "furniture"
        if tag in _MARGINS or (tag == "header" and within == "margin") or (named and element.is_named("margins")):
            return "margin"
        if within == "margin" and _teases(element):
            return "furniture"
        return within

    def _is_furniture_by_heading(self, element: Element) -> bool:
        """A part whose first words are a heading such as ``Related articles``."""
        first: Element | str | None = element
        while isinstance(first, Element) and first.tag not in _HEADINGS:
            first = next((c for c in first.children if (isinstance(c, Element) and c.size) or str(c).strip()), None)
        if not isinstance(first, Element) or first is element or first.size > _LONGEST_LINK:
            return False
        return html_inline.line(first.children).lower().strip(" :.…") in _FURNITURE_HEADINGS


def _main(body: Element) -> Element | None:
    """The element that holds the main text, where the page says so and it holds enough of it."""
    mains: list[Element] = []
    articles: list[Element] = []
    named: list[Element] = []
    for element in body.all():
        if element.tag == "main":
            mains.append(element)
        elif element.tag == "article":
            articles.append(element)
        elif element.attributes and element.is_named("main"):
            named.append(element)
    own = max(body.own, 1)
    for candidates in (mains, articles, named):
        best = max(candidates, key=lambda e: e.own, default=None)
        if best is None:
            continue
        words = best.own
        if words > _LEAST_MAIN_SIZE and words > _LEAST_MAIN * own and (best.tag != "article" or words > own / 2):
            return best
    return None


def _way(top: Element, goal: Element) -> list[Element]:
    """The elements from ``top`` down to the one that holds ``goal``."""
    ahead: list[tuple[Element, int]] = [(top, 0)]
    way: list[Element] = []
    while ahead:
        element, depth = ahead.pop()
        del way[depth:]
        if element is goal:
            return way
        way.append(element)
        ahead += ((child, depth + 1) for child in element.elements)
    return []


def _only_leads_elsewhere(element: Element) -> bool:
    """A list or a bar of links."""
    if element.links < _LEAST_LINKS or element.linked < _LINKED * element.size or element.prose > _LEAST_TEASER:
        return False
    return element.tag not in ("table", "tr", "td", "tbody", "p") and element.linked <= element.links * _LONGEST_LINK


def _teases(element: Element) -> bool:
    """Several parts with a link each, and words that are to make one follow it."""
    parts = [child for child in element.elements if child.breaks and child.links]
    teasers = [part for part in parts if part.links <= _TEASERS and part.own > _LEAST_TEASER]
    return len(teasers) >= _TEASERS
