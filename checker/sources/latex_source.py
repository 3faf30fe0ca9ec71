"""Finds its way in the source of LaTeX: groups, arguments, environments, comments."""

from __future__ import annotations

import re

from checker.sources.markings import Span

TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z@]+)\*?(?P<behind>[ \t]*)"
    r"|\\(?P<escaped>[^A-Za-z@]|\n)"
    r"|(?P<comment>%[^\n]*(?:\n[ \t]*(?!\n))?)"
    r"|(?P<blank>\n[ \t]*\n\s*)"
    r"|(?P<dollars>\$\$?)"
    r"|\{(?P<grouped>[.,])\}"
    r"|(?P<sign>[{}&~^_]|``|''|-{2,3}|\#\d?)"
)
_SPACE = re.compile(r"(?:[ \t]*(?:%[^\n]*)?\n?[ \t]*)")
_BRACE = re.compile(r"\\.|[{}]|%[^\n]*", re.DOTALL)
_BRACKET = re.compile(r"\\.|[{}\[\]]", re.DOTALL)
_UNIT = r"(?:true)?(?:pt|cm|mm|in|em|ex|bp|pc|sp)\b"
_LENGTH = re.compile(
    rf"[ \t]*=?[ \t]*-?\d{{0,6}}(?:\.\d{{1,6}})?[ \t]*(?:{_UNIT}|\\[a-z]{{1,20}}(?:width|height|skip|sep))"
    r"(?:[ \t]*(?:plus|minus)[ \t]*-?[\d.]{1,8}[ \t]?(?:pt|cm|mm|in|em|ex|fill?)){0,2}"
)
_FARTHEST = 100_000
_OPTION = 2_000


def group(text: str, at: int, end: int) -> Span | None:
    """What stands in the braces that open at ``at``; None where no brace opens there, or none closes it."""
    if text[at : at + 1] != "{":
        return None
    depth = 0
    for found in _BRACE.finditer(text, at, min(end, at + _FARTHEST)):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                return at + 1, found.start()
    return None


def option(text: str, at: int, end: int) -> Span | None:
    """What stands in the brackets that open at ``at``; None where none do."""
    if text[at : at + 1] != "[":
        return None
    depth = 0
    for found in _BRACKET.finditer(text, at + 1, min(end, at + _OPTION)):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == "]" and depth <= 0:
            return at + 1, found.start()
    return None


def spaced(text: str, at: int, end: int) -> int:
    """The place behind the blanks at ``at``, one line break among them at most."""
    found = _SPACE.match(text, at, end)
    return found.end() if found is not None else at


def length_end(text: str, at: int, end: int) -> int:
    """The place behind the length that stands at ``at``, where one does."""
    found = _LENGTH.match(text, at, end)
    return found.end() if found is not None else at


def arguments(text: str, at: int, end: int, count: int) -> tuple[list[Span], int]:
    """So many arguments in braces from ``at`` on, those in brackets passed over, and the place behind them."""
    found: list[Span] = []
    last = at
    while True:
        at = spaced(text, last, end)
        given = option(text, at, end)
        if given is not None:
            last = given[1] + 1
            continue
        if len(found) == count:
            return found, last
        inner = group(text, at, end)
        if inner is None:
            return found, last
        found.append(inner)
        last = inner[1] + 1


def ending(text: str, at: int, end: int, name: str) -> Span:
    """Where the environment ``name`` ends, one inside another passed over: the span of its last command."""
    sign = re.compile(rf"\\(begin|end)[ \t]*\{{{re.escape(name)}\}}")
    depth = 1
    for found in sign.finditer(text, at, end):
        depth += 1 if found[1] == "begin" else -1
        if not depth:
            return found.span()
    return end, end
