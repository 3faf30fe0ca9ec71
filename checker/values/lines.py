"""Cuts a text into the lines that are read one by one: no value goes beyond its line."""

from __future__ import annotations

from collections.abc import Iterator

from checker.values.tokens import BREAK

_LONGEST = 65536
_WRAPPED = 45
"""A line shorter than this was ended on purpose."""


def lines(plain: str, text: str) -> Iterator[str]:
    """The lines of folded ``plain`` in order, each with its line end; hard-wrapped lines are joined by a blank,
    and a line beyond all measure is cut at a blank."""
    for line in _unwrapped(_parted(plain, text)):
        if len(line) <= _LONGEST:
            yield line
        else:
            yield from _pieces(line)


def _parted(plain: str, text: str) -> str:
    """``plain`` with long dashes told from hyphens, except between digits."""
    at = text.find("—")
    if at < 0:
        return plain
    characters = list(plain)
    while at >= 0:
        if not (plain[at - 1 : at].isdigit() and plain[at + 1 : at + 2].isdigit()):
            characters[at] = BREAK
        at = text.find("—", at + 1)
    return "".join(characters)


def _unwrapped(plain: str) -> Iterator[str]:
    held = ""
    for line in plain.splitlines(keepends=True):
        if held:
            if _goes_on(line):
                held = held[:-1] + " " + line if len(held) < _LONGEST else held + line
                if not _is_open(line):
                    yield held
                    held = ""
                continue
            yield held
            held = ""
        if _is_open(line):
            held = line
        else:
            yield line
    if held:
        yield held


def _is_open(line: str) -> bool:
    """Whether a line may go on in the next: long, and ended by a letter, a digit or a comma."""
    return len(line) > _WRAPPED and line[-1] == "\n" and (line[-2].isalnum() or line[-2] in ",$-")


def _goes_on(line: str) -> bool:
    """Whether a line may be the rest of the one before."""
    return line[:1].islower() or line[:1].isdigit() or line[:1] in "$£€"


def _pieces(line: str) -> Iterator[str]:
    start = 0
    while start < len(line):
        end = min(start + _LONGEST, len(line))
        if end < len(line):
            cut = line.rfind(". ", start + _LONGEST // 2, end) + 1 or line.rfind(" ", start + _LONGEST // 2, end)
            end = cut if cut > 0 else end
        yield line[start:end]
        start = end
