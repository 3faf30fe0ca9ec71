"""Blanks the markup that turns up in plain text, one character for one, so that offsets survive."""

from __future__ import annotations

import html
import re

from checker.language.language import table
from checker.sources import link_markup

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})(?:[\s/][^<>]{0,8000})?>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ADDRESS = re.compile(r"(?:(?:https?|ftp) ?: ?//|\bwww\.)[^\s<>\"'()\[\]{}|]{1,4000}")
_QUOTE_MARKS = re.compile(r"(?m)^[ \t]{0,3}(?:> ?){1,9}")
_EMPHASIS = (
    re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,800})(?<=\S)(\*{1,3})(?![\w*])"),
    re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,800})(?<=\S)(_{1,3})(?![\w_])"),
    re.compile(r"(?<!`)(`)(?=[^`])([^`\n]{1,800})(`)(?!`)"),
)


def blank(text: str) -> str:
    """``text`` with tags, comments, entities, link targets, emphasis marks and citation marks replaced.

    The result is as long as ``text``. What starts a new block (``<p>``, ``<li>``, ``<h2>``, ``[edit]``)
    leaves a line break, a bullet or a heading's mark in its place; all else leaves spaces. Line breaks of
    the text stay where they are.
    """
    plain = text
    if "<" in plain:
        plain = _tags(plain)
    if "&" in plain:
        plain = _ENTITY.sub(_entity, plain)
    if "B-" in plain:
        plain = link_markup.written(plain)
    if "[" in plain or "{{" in plain or "]]" in plain:
        plain = link_markup.blank(plain)
    plain = without_addresses(plain)
    for mark, pattern in zip("*_`", _EMPHASIS, strict=True):
        if mark in plain:
            plain = pattern.sub(_emphasis, plain)
    return plain


def without_addresses(text: str) -> str:
    """``text`` with the addresses of pages blanked."""
    return _ADDRESS.sub(_address, text) if "//" in text or "www." in text else text


def unquoted(text: str) -> str:
    """``text`` with the marks blanked that open each line of a quotation."""
    return _QUOTE_MARKS.sub(lambda match: " " * len(match[0]), text) if ">" in text else text


def _tags(text: str) -> str:
    markup = table("text/markup")
    breaking: dict[str, str] = markup["breaking"]
    hidden = frozenset(markup["hidden"])
    known = hidden.union(breaking, markup["inline"])
    unclosed: set[str] = set()
    pieces: list[str] = []
    done = at = 0
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            close = text.find("-->", at + 4) if "-->" not in unclosed else -1
            if close < 0:
                unclosed.add("-->")
                at += 1
                continue
            end, stand_in = close + 3, ""
        else:
            match = _TAG.match(text, at)
            name = match[2].lower() if match else ""
            if match is None or name not in known:
                at += 1
                continue
            end = match.end()
            stand_in = breaking.get(name, "")
            if match[1]:
                stand_in = stand_in[:1] if stand_in.startswith("\n") else ""
            elif name in hidden and name not in unclosed:
                close = _closing(text, name, end)
                if close < 0:
                    unclosed.add(name)
                end = max(end, close)
        pieces += text[done:at], spaces(text[at:end], stand_in, at == 0 or text[at - 1] == "\n")
        done = at = end
    pieces.append(text[done:])
    return "".join(pieces)


def _closing(text: str, name: str, start: int) -> int:
    match = re.compile(rf"</{name}\s{{0,20}}>", re.IGNORECASE).search(text, start)
    return match.end() if match else -1


def spaces(piece: str, stand_in: str = "", at_line_start: bool = False) -> str:
    """As many spaces as ``piece`` is long, its line breaks kept, with ``stand_in`` at its start."""
    if at_line_start:
        stand_in = stand_in.removeprefix("\n") or stand_in
    while len(stand_in) > len(piece) and "##" in stand_in:
        stand_in = stand_in.replace("##", "#", 1)
    rest = piece[len(stand_in) :]
    if "\n" in rest or "\r" in rest:
        return stand_in + "".join(c if c in "\r\n" else " " for c in rest)
    return stand_in[: len(piece)] + " " * len(rest)


def _entity(match: re.Match[str]) -> str:
    entity = match[0]
    meant = html.unescape(entity)
    if meant == entity or len(meant) > len(entity) or not meant.isprintable():
        return " " * len(entity) if meant.isspace() else entity
    return meant.ljust(len(entity))


def _address(match: re.Match[str]) -> str:
    address = match[0]
    kept = address.rstrip(".,;:!?")
    return " " * len(kept) + address[len(kept) :]


def _emphasis(match: re.Match[str]) -> str:
    return " " * len(match[1]) + match[2] + " " * len(match[3])
