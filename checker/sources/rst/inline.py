"""Reads the marks inside the words of reStructuredText: roles, links, emphasis, substitutions, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.language.language import derived, table
from checker.sources import formulas
from checker.sources.markings import Markings

_MARKS = re.compile(
    r"\\(?P<escaped>.|\n)"
    r"|(?<![\w`])``(?P<literal>(?:(?!``)[^\n]|\n(?!\s*\n)){1,1000}?)``"
    r"|:(?P<role>[A-Za-z][\w.+-]{0,40}(?::[\w.+-]{1,40}){0,2}):`(?P<of_role>[^`]{1,1000})`"
    r"|(?P<target>_?)`(?P<quoted>[^`]{1,1000})`(?P<behind>__?(?!\w)|:[A-Za-z][\w:.+-]{0,40}:)?"
    r"|(?<![\w|])\|(?P<name>[^|\s][^|\n]{0,80})(?<!\s)\|(?P<linked>__?)?(?!\w)"
    r"|[ ]?\[(?:\#?[\w.-]{0,60}|\*)\]_(?!\w)"
    r"|(?<![\w*])(?P<stars>\*{1,2})(?=[^\s*])(?P<stressed>[^*]{1,1000})(?<=\S)(?P=stars)(?![\w*])"
    r"|(?<=[A-Za-z0-9])(?P<reference>__?)(?![\w`])"
)
_TARGET = re.compile(r"\s{0,9}<[^<>]{1,800}>$")
_SIGNS = re.compile(r"[\\`|*_]")


def mark(markings: Markings, start: int, end: int, substitutions: Mapping[str, str]) -> None:
    """Leaves out the marks in a stretch of text, and puts in what they stand for."""
    if _SIGNS.search(markings.text, start, end) is None:
        return
    for found in _MARKS.finditer(markings.text, start, end):
        kind = found.lastgroup
        first, last = found.span()
        if kind == "escaped":
            escaped = found["escaped"]
            markings.read_as(first, last, "" if escaped.isspace() else escaped)
        elif kind in ("literal", "stressed"):
            _unmark(markings, found, kind)
        elif found["role"] is not None:
            _role(markings, found)
        elif found["quoted"] is not None:
            if (found["behind"] or "").startswith(":"):
                markings.leave_out(*found.span("behind"))
                last = found.end("quoted") + 1
            _unmark(markings, found, "quoted", last)
            _without_target(markings, *found.span("quoted"))
        elif found["name"] is not None:
            markings.read_as(first, last, substitutions.get(found["name"].lower(), ""))
        elif kind == "reference":
            markings.leave_out(*found.span("reference"))
        else:
            markings.leave_out(first, last)


def _unmark(markings: Markings, found: re.Match[str], group: str, last: int = 0) -> None:
    """Leaves out what stands around the words of a group."""
    markings.leave_out(found.start(), found.start(group))
    markings.leave_out(found.end(group), last or found.end())


def _role(markings: Markings, found: re.Match[str]) -> None:
    role, (start, end) = found["role"].lower(), found.span("of_role")
    known = roles()
    if role == "math":
        formulas.read(markings, found.start(), (start, end), found.end())
        return
    if role in known.unsaid:
        markings.leave_out(*found.span())
        return
    word = known.said.get(role.rpartition(":")[2])
    if word is not None:
        markings.read_as(found.start(), start, f"{word} ")
    else:
        markings.leave_out(found.start(), start)
    markings.leave_out(end, found.end())
    if markings.text[start] in "~!":
        dot = markings.text.rfind(".", start, end) if markings.text[start] == "~" else -1
        markings.leave_out(start, max(start, dot) + 1)
    _without_target(markings, start, end)


def _without_target(markings: Markings, start: int, end: int) -> None:
    """Leaves out where a link leads; a link that says nothing else leaves nothing."""
    target = _TARGET.search(markings.text, start, end)
    if target is not None:
        markings.leave_out(target.start(), target.end())


class Roles:
    """What roles do with their words."""

    def __init__(self) -> None:
        words = table("text/restructuredtext")
        self.unsaid = frozenset(words["unsaid"])
        self.said: dict[str, str] = words["said"]


@derived
def roles() -> Roles:
    """The roles that are known."""
    return Roles()
