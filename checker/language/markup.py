"""Takes the marks of Markdown and HTML out of words that people are to read.

``**about** [1898](https://example.org) &amp; <b>since</b>`` reads ``about 1898 & since``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_MARKS = re.compile(
    r"""
    (?P<comment><!--[^>]{0,400}-->)
  | (?P<tag></?[A-Za-z][A-Za-z0-9]{0,14}(?:\s[^<>]{0,400})?/?>)
  | (?P<image>!\[)
  | (?P<target>\]\([^()\s]{1,400}(?:\s"[^"]{0,200}")?\)|\]\[[\w .:/-]{0,80}\](?!\())
  | (?P<link>\[(?=[^\[\]]{1,200}(?:\]\([^()\s]{1,400}(?:\s"[^"]{0,200}")?\)|\]\[[\w .:/-]{0,80}\])))
  | (?P<attributes>\{:?\s?[.#][\w.# :=-]{1,60}\})
  | (?P<strong>\*\*\*?|__(?=\w)|(?<=\w)__(?!\w)|~~|``?)
  | (?P<emphasis>(?<![\w*])\*(?=[\w(])|(?<=[\w.,;:!?)])\*(?![\w*])|(?<!\w)_(?=[A-Za-z(])|(?<=[A-Za-z.,;:!?)])_(?!\w))
  | (?P<escape>\\(?=[*_`\[\](){}#|<>~-]))
  | (?P<entity>&(?:[A-Za-z]{2,8}|\#\d{2,6}|\#[xX][0-9A-Fa-f]{2,5});)
    """,
    re.VERBOSE,
)
_OPENING = re.compile(r"\s{0,8}(?:(?:\#{1,6}|>{1,3}|[-*+•])\s+)+")
"""What opens a heading, a quotation or an item."""

Change = tuple[int, int, str]
"""A span of a text, and what is read in its place."""


def changes(text: str) -> Iterator[Change]:
    """The marks of a text in order, each with what people read there: nothing, a blank, the sign of an entity."""
    opening = _OPENING.match(text)
    start = 0
    if opening is not None and opening.end() < len(text):
        yield 0, opening.end(), ""
        start = opening.end()
    for mark in _MARKS.finditer(text, start):
        yield mark.start(), mark.end(), _read(mark)


def _read(mark: re.Match[str]) -> str:
    if mark["entity"] is not None:
        return html.unescape(mark[0])
    tag = mark["tag"]
    return " " if tag is not None and tag.lower().startswith(_BREAKS) else ""


_BREAKS = ("<br", "<p", "</p", "<td", "</td", "<th", "</th", "<li", "</li", "<tr", "</tr", "<div", "</div")


def without_marks(text: str) -> str:
    """The text as people read it, on one line."""
    parts, at = [], 0
    for start, end, read in changes(text):
        parts += [text[at:start], read]
        at = end
    return " ".join("".join((*parts, text[at:])).split())
