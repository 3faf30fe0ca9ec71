"""Reads what a page says of itself: its title, who publishes it, and when it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from checker.model.document import Metadata
from checker.sources.html.tree import Element, Page

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "dc.date", "citation_publication_date", "citation_date", "pubdate", "publishdate", "publish_date", "date",
)  # fmt: skip
_DATE = re.compile(r"\s{0,9}([12][0-9]{3})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?(?![0-9])")
_BETWEEN = re.compile(r"\s+[|\-–—·•»:›]+\s+|\s*[|»›]\s*|\s+[\-–—|]$")
_MOST_LINKED_DATA = 500_000
_DEEPEST = 8


def read(page: Page) -> Metadata:
    """The metadata of a page."""
    linked = [thing for text in page.linked_data for thing in _things(text)]
    published = first(
        (*(page.meta.get(name) for name in _PUBLISHED), *(thing.get("datePublished") for thing in linked)), date
    )
    publisher = first(
        (*(page.meta.get(name) for name in _PUBLISHERS), *(_name(thing.get("publisher")) for thing in linked)), words
    )
    title = first((*titles(page), *(page.meta.get(name) for name in _TITLES), page.title), words)
    return Metadata(title, publisher, published)


def first(given: Iterable[object], read: Any) -> str | None:
    """The first that says something."""
    return next((found for one in given if (found := read(one))), None)


def words(given: object) -> str | None:
    """A text on one line."""
    return " ".join(given.split())[:500] or None if isinstance(given, str) else None


def date(given: object) -> str | None:
    """A year, month or day as EDTF has it."""
    match = _DATE.match(given) if isinstance(given, str) else None
    if match is None:
        return None
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if not 1 <= month <= 12:
        return year
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{year}-{month:02}"


def titles(page: Page) -> list[str]:
    """What the page is called, without the name of the site that it is on, the likeliest first."""
    found = [page.meta[name] for name in _TITLES[:1] if page.meta.get(name)]
    site = " ".join(page.meta.get("og:site_name", "").lower().split())
    parts = [part.strip() for part in _BETWEEN.split(page.title) if part.strip() and part.strip().lower() != site]
    return [" ".join(title.split()) for title in (*found, *parts[:4]) if title.strip()]


def title_heading(page: Page, headings: list[tuple[Element, str]]) -> Element | None:
    """The heading that is the title of all: the one that says what the page is called, or the first topmost one."""
    called = [title.lower() for title in (page.title, *titles(page))]
    for name in called:
        for element, text in headings:
            if text.lower() == name:
                return element
    tops = [(element, text) for element, text in headings if element.tag == "h1" and text]
    for element, text in tops:
        if len(text) > 3 and any(text.lower() in name or name in text.lower() for name in called if len(name) > 3):
            return element
    if not tops:
        return None
    element, text = tops[0]
    shared = set(text.lower().split()) & set(page.title.lower().split())
    return element if " " in text or shared or not page.title else None


def _things(text: str) -> Iterator[dict[str, Any]]:
    """The things that JSON-LD tells of, the page's own before those in it."""
    if len(text) > _MOST_LINKED_DATA:
        return
    try:
        ahead = [(json.loads(text), 0)]
    except (ValueError, RecursionError):
        return
    while ahead:
        thing, depth = ahead.pop(0)
        if isinstance(thing, dict):
            yield thing
            if depth < _DEEPEST and "@graph" in thing:
                ahead.append((thing["@graph"], depth + 1))
        elif isinstance(thing, list) and depth < _DEEPEST:
            ahead += ((one, depth + 1) for one in thing[:100])


def _name(given: object) -> object:
    if isinstance(given, list):
        given = given[0] if given else None
    return given.get("name") if isinstance(given, dict) else given
