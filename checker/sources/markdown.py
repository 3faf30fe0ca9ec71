"""Reads Markdown: the blocks that its grammar marks, their text in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.language.language import derived
from checker.model.document import Block, Reading, Source
from checker.model.line_index import Lines
from checker.sources.markup import blank

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_QUOTE_MARKS = re.compile(r"(?m)^[ \t]{0,3}(?:> ?){1,9}")
_ITEM_MARK = re.compile(r"[ \t>]{0,40}(?:[-+*]|\d{1,9}[.)])[ \t]{1,9}")
_DEEPEST = 20


def reading(source: Source, text: str) -> Reading:
    """``text`` with its marks blanked and its headings, paragraphs, items and code distinguished."""
    blanked = blank(text)
    if ">" in blanked:
        blanked = _QUOTE_MARKS.sub(lambda match: " " * len(match[0]), blanked)
    return Reading(source, text, blanked, tuple(_blocks(text)))


@derived
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    return parser.disable(["inline", "reference"])


def _blocks(text: str) -> Iterator[Block]:
    lines = Lines(text)
    items = 0
    first_of_item = False
    for token in _parser().parse(text):
        if token.type == "list_item_open":
            items, first_of_item = items + 1, True
        elif token.type == "list_item_close":
            items -= 1
        if token.map is None:
            continue
        start, end = _span(text, lines, token)
        if token.type == "heading_open":
            yield _heading(text, start, end, token)
        elif token.type == "paragraph_open":
            if first_of_item:
                match = _ITEM_MARK.match(text, start, end)
                yield Block("item", match.end() if match else start, end, level=items)
            else:
                yield Block("paragraph", start, end)
            first_of_item = False
        elif token.type in ("fence", "code_block"):
            yield Block("code", start, end)
        elif token.type in ("html_block", "table_open"):
            yield Block("paragraph", start, end)


def _span(text: str, lines: Lines, token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 1)
    start = lines.span(first + 1)[0]
    end = lines.span(max(last, first + 1))[1]
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip("\r\n")), start + len(piece.rstrip())


def _heading(text: str, start: int, end: int, token: Token) -> Block:
    """A heading's words without its signs; the line under it, where it is underlined, is left out."""
    piece = text[start:end]
    if token.markup[:1] in ("=", "-"):
        piece = piece.rstrip().rstrip("=-").rstrip()
    else:
        piece = piece.rstrip().rstrip("#").rstrip()
    bare = piece.lstrip("# \t>*+-")
    return Block("heading", start + len(piece) - len(bare), start + len(piece), level=int(token.tag[1]))
