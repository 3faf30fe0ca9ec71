"""Finds its way in the source of LaTeX: groups, arguments, environments, comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from checker.model.document import Source, Warning
from checker.model.line_index import Lines
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
_BRACE = re.compile(r"\\.|[{}\[\]]|%[^\n]*", re.DOTALL)
_UNIT = r"(?:true)?(?:pt|cm|mm|in|em|ex|bp|pc|sp)\b"
_LENGTH = re.compile(
    rf"[ \t]*=?[ \t]*-?\d{{0,6}}(?:\.\d{{1,6}})?[ \t]*(?:{_UNIT}|\\[a-z]{{1,20}}(?:width|height|skip|sep))"
    r"(?:[ \t]*(?:plus|minus)[ \t]*-?[\d.]{1,8}[ \t]?(?:pt|cm|mm|in|em|ex|fill?)){0,2}"
)
_NAME = re.compile(r"[\w./ @+-]{1,200}")
_ENVIRONMENT = re.compile(r"\\(begin|end)[ \t]*\{([^{}\n]{1,60})\}")
_OPTION = 2_000


class Groups:
    """The groups, arguments and environments of a text: each opening and where it closes, found once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._closing: dict[int, int] = {}
        self._ending: dict[int, Span] = {}
        opened: list[int] = []
        brackets: list[list[int]] = [[]]
        for found in _BRACE.finditer(text):
            sign, at = found[0], found.start()
            if sign == "{":
                opened.append(at)
                brackets.append([])
            elif sign == "}" and opened:
                self._closing[opened.pop()] = at
                brackets.pop()
            elif sign == "[":
                brackets[-1].append(at)
            elif sign == "]" and brackets[-1]:
                self._closing[brackets[-1].pop()] = at
        begun: dict[str, list[int]] = {}
        for found in _ENVIRONMENT.finditer(text):
            over = begun.setdefault(found[2], [])
            if found[1] == "begin":
                over.append(found.end())
            elif over:
                self._ending[over.pop()] = found.span()

    def group(self, at: int, end: int) -> Span | None:
        """What stands in the braces that open at ``at``; None where no brace opens there, or none closes it."""
        close = self._closing.get(at, end) if self.text[at : at + 1] == "{" else end
        return (at + 1, close) if close < end else None

    def option(self, at: int, end: int) -> Span | None:
        """What stands in the brackets that open at ``at``; None where none do."""
        close = self._closing.get(at, end) if self.text[at : at + 1] == "[" else end
        return (at + 1, close) if close < min(end, at + _OPTION) else None

    def arguments(self, at: int, end: int, count: int) -> tuple[list[Span], int]:
        """So many arguments in braces from ``at`` on, those in brackets passed over, and the place behind them."""
        found: list[Span] = []
        last = at
        while True:
            at = spaced(self.text, last, end)
            given = self.option(at, end)
            if given is not None:
                last = given[1] + 1
                continue
            inner = self.group(at, end) if len(found) < count else None
            if inner is None:
                return found, last
            found.append(inner)
            last = inner[1] + 1

    def environment_end(self, at: int, end: int) -> Span:
        """The span of the command that ends the environment whose first command ends at ``at``."""
        first, last = self._ending.get(at, (end, end))
        return (first, last) if last <= end else (end, end)

    def definition_end(self, at: int, end: int) -> int:
        """The place behind a definition whose command ends at ``at``: behind its name, its parameters and its body."""
        text, last = self.text, at
        at = spaced(text, at, end)
        if text[at : at + 1] == "\\":
            name = TOKEN.match(text, at, end)
            at = name.end() if name is not None else at
        else:
            inner = self.group(at, end)
            at = inner[1] + 1 if inner is not None else at
        while at < end and text[at] in "#123456789 \t":
            at += 1
        return max(self.arguments(at, end, 1)[1], last)


def spaced(text: str, at: int, end: int) -> int:
    """The place behind the blanks at ``at``, one line break among them at most."""
    found = _SPACE.match(text, at, end)
    return found.end() if found is not None else at


def length_end(text: str, at: int, end: int) -> int:
    """The place behind the length that stands at ``at``, where one does."""
    found = _LENGTH.match(text, at, end)
    return found.end() if found is not None else at


def absent(source: Source, text: str, inputs: Sequence[tuple[int, str]]) -> list[Warning]:
    """A warning for each file that the text takes in, by its place and name, and that is not there."""
    if source.path is None or not inputs:
        return []
    folder, lines = Path(source.path).parent, Lines(text)
    return [
        Warning(
            source.id, lines.at(at)[0], f"what it takes in from {name} is not read: there is no such file beside it"
        )
        for at, name in inputs
        if _NAME.fullmatch(name) and not any(_is_there(folder / f"{name}{ending}") for ending in ("", ".tex"))
    ]


def _is_there(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file()
    return True
