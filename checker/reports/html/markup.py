"""Takes the marks of Markdown and HTML out of a text, so that a quotation shows what its readers see."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]{0,300}|!--[^<>]{0,300}--)>")
_LINK = re.compile(r'(!?\[)[^\[\]]{0,300}(\](?:\([^()\s]{0,500}(?:\s{1,5}"[^"]{0,200}")?\)|\[[^\[\]]{0,100}\]))')
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_BRACES = re.compile(r"\{[:#.%][^{}]{0,200}\}")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TICKS = re.compile(r"`+")
_LINE = re.compile(r"(?:\A|(?<=\n))[ \t]{0,8}(?:#{1,6}[ \t]{1,8}|>[ \t]{0,8}|[-*+][ \t]{1,8})")
_EMPHASIS = re.compile(r"(?<![*_~])(\*{1,3}|_{1,3}|~~)(?![*_~])")

Cut = tuple[int, int, str]
"""A span of a text and what stands there instead."""


def cuts(text: str) -> list[Cut]:
    """What to replace in ``text``, in order and apart."""
    found = sorted(_found(text))
    kept: list[Cut] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _found(text: str) -> Iterator[Cut]:
    for match in _LINK.finditer(text):
        yield (*match.span(1), "")
        yield (*match.span(2), "")
    for pattern in (_TAG, _NOTE, _BRACES, _ESCAPE, _TICKS, _LINE):
        for match in pattern.finditer(text):
            yield (*match.span(), "")
    for match in _ENTITY.finditer(text):
        if (char := html.unescape(match[0])) != match[0]:
            yield (*match.span(), char)
    yield from _emphasis(text)


def _emphasis(text: str) -> Iterator[Cut]:
    """Signs that open beside a word and close beside one; a sign alone, as of a footnote, stays."""
    opened: dict[str, tuple[int, int]] = {}
    for match in _EMPHASIS.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        sign = match[1]
        inside = sign[0] == "_" or len(sign) == 1
        if sign in opened and before.strip() and not (inside and after.isalnum()):
            yield (*opened.pop(sign), "")
            yield start, end, ""
        elif after.strip() and not (inside and before.isalnum()):
            opened[sign] = start, end
