"""Cuts the tables of LaTeX into rows of cells."""

from __future__ import annotations

import re

from checker.sources.latex.source import Groups
from checker.sources.markings import Span

_SIGN = re.compile(
    r"\\\\\*?(?:[ \t]*\[[^\]\n]{0,40}\])?"
    r"|\\(?P<command>[A-Za-z]+)|\\.|(?P<comment>%[^\n]*)|[{}&]",
    re.DOTALL,
)
_ENDING = frozenset({"tabularnewline", "cr", "crcr"})
_RULES = frozenset({"hline", "toprule", "midrule", "bottomrule", "Xhline", "thickhline"})
_REPEATED = frozenset({"endfirsthead", "endhead", "endfoot", "endlastfoot"})
_MOST = 200


class _Rows:
    """Gathers the cells of a table."""

    def __init__(self, start: int) -> None:
        self.rows: list[list[Span]] = []
        self.row: list[Span] = []
        self.at = start
        self.over = 1
        """How many columns the cell at hand stands over."""
        self.heads: int | None = None
        self.captions: list[Span] = []
        self.caption: Span | None = None
        """The caption that stands in the row at hand."""
        self.opening = self.headed = False
        """The heads stand in braces of their own, which are about to open or are open."""
        self.rules: list[int] = []
        """How many rows stand above each plain rule."""

    def cell(self, end: int, start: int) -> None:
        """End the cell at hand; the next begins at ``start``."""
        self.row.append((self.at, end))
        self.row += [(end, end)] * (self.over - 1)
        self.at, self.over = start, 1

    def line(self, end: int, start: int) -> None:
        """End the row at hand; the next begins at ``start``."""
        self.cell(end, start)
        if self.caption is not None:
            self.captions += [self.caption] * (not self.captions)
            self.caption = None
        else:
            self.rows.append(self.row)
        self.row = []


def rows(groups: Groups, start: int, end: int) -> tuple[list[list[Span]], int | None, list[Span]]:
    """The rows of a table by their cells, how many of them head the columns where a rule says so, and its caption."""
    text = groups.text
    found = _Rows(start)
    depth = 0
    inner = 0
    for sign in _SIGN.finditer(text, start, end):
        mark = sign[0]
        name = sign["command"]
        if mark == "{":
            depth += 0 if found.opening else 1
            found.at = sign.end() if found.opening else found.at
            found.opening = False
        elif mark == "}" and found.headed and not depth:
            found.line(sign.start(), sign.end())
            found.heads, found.headed = len(found.rows), False
        elif mark == "}":
            depth = max(depth - 1, 0)
        elif name in ("begin", "end"):
            inner = max(inner + (1 if name == "begin" else -1), 0)
        elif depth or inner or sign["comment"] is not None:
            continue
        elif mark == "&":
            found.cell(sign.start(), sign.end())
        elif mark.startswith("\\\\") or name in _ENDING:
            found.line(sign.start(), sign.end())
        elif name == "multicolumn":
            given, _ = groups.arguments(sign.end(), end, 1)
            number = text[slice(*given[0])].strip() if given else ""
            found.over = min(int(number), _MOST) if number.isdecimal() and len(number) <= 3 else 1
        elif name == "tablehead":
            found.opening = found.headed = True
            found.row = []
        elif name == "startdata":
            found.row, found.at = [], sign.end()
        elif name == "enddata":
            break
        elif name in ("caption", "tablecaption"):
            given, _ = groups.arguments(sign.end(), end, 1)
            if name == "caption":
                found.caption = given[0] if given else None
            else:
                found.captions += given[: 1 - len(found.captions)]
        elif name in _RULES:
            _ruled(found, text, name, sign.end())
        elif name in _REPEATED:
            _repeated(found, name, sign.end())
    stop = text.find("\\enddata", found.at, end)
    stop = stop if stop >= 0 else end
    if text[found.at : stop].strip():
        found.line(stop, stop)
    return found.rows, _heads(found), found.captions


def _ruled(found: _Rows, text: str, name: str, end: int) -> None:
    if not found.row:
        found.at = end
    if name == "midrule" and found.heads is None and found.rows:
        found.heads = len(found.rows)
    elif name != "midrule":
        found.rules.append(len(found.rows))


def _repeated(found: _Rows, name: str, end: int) -> None:
    """What a long table shows again on every page is read once: the heads of its first page, and no feet."""
    if name == "endfirsthead" or (name == "endhead" and found.heads is None):
        found.heads = len(found.rows)
    else:
        del found.rows[found.heads or 0 :]
    found.row = []
    found.at = end


def _heads(found: _Rows) -> int | None:
    """The rows that head the columns: those above the one rule inside the table."""
    if found.heads is not None:
        return found.heads if found.heads < len(found.rows) else None
    inside = [rule for rule in found.rules if 0 < rule < len(found.rows)]
    return inside[0] if len(set(inside)) == 1 and inside[0] == 1 else None
