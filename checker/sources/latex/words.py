"""Knows what the commands of LaTeX do with their words: accents, signs, quantities with their units."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from checker.language.language import derived, table
from checker.model.canonical import Edit
from checker.sources.markings import Span

_POINTS = re.compile(r"[A-Za-z]*(?:cite|ref|label)[A-Za-z]*")
_UNIT = re.compile(r"\\([A-Za-z]+)|([A-Za-z%°µ/.^~-]+|\d+)")
_GROUPS = re.compile(r"[{}$\\,;: ~]")
_SIZE = re.compile(r"-?\d*\.?\d+\s?(?:pt|cm|mm|in|em|ex|bp|pc|sp)|-?[\d.]*\\[a-z]*(?:width|height|skip|sep|indent)")
_SILENT = frozenset({"of", "tothe", "raiseto", "text", "mathrm"})
_LETTER = re.compile(r"\s?(?:\{\s?\\?([A-Za-z])(?:\s|\{\})?\}|\\([ij])(?![A-Za-z])(?:\{\})?\s?|([A-Za-z]))")
SPACING = {",": " ", ";": " ", ":": " ", " ": " ", "\n": "\n", "!": "", "-": "", "/": "", "@": "", "~": " "}
"""What is read for a backslash with another sign."""
SIGNS = {"~": " ", "``": '"', "''": '"', "--": "–", "---": "—"}
"""What is read for other signs."""
_LONGEST = 300

_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand)\*?[ \t]*\{?[ \t]*\\([A-Za-z@]{1,40})[ \t]*\}?[ \t]*\{([^{}\n]{0,80})\}"
    r"|\\def[ \t]*\\([A-Za-z@]{1,40})[ \t]*\{([^{}\n]{0,80})\}"
)
_PLAIN = re.compile(r"[^\\$#{}&^~%_]*(?:\\xspace)?[ \t]*")


def defined(text: str) -> dict[str, str]:
    """The commands that a text defines as a few plain words."""
    if "\\newcommand" not in text and "\\def" not in text and "\\renewcommand" not in text:
        return {}
    found = {}
    for match in _DEFINITION.finditer(text):
        name, words = match[1] or match[3], match[2] if match[1] else match[4]
        if _PLAIN.fullmatch(words):
            found[name] = words.replace("\\xspace", "").strip()
    return found


class Commands:
    """The commands and environments that are known."""

    def __init__(self) -> None:
        words: dict[str, Any] = table("text/latex")
        self.headings = {name: int(level) for name, level in words["headings"].items()}
        self.unsaid = {name: int(count) for name, count in words["unsaid"].items()}
        self.before_words = {name: int(count) for name, count in words["before_words"].items()}
        self.tables = {name: int(count) for name, count in words["tables"].items()}
        self.environment_arguments = {name: int(count) for name, count in words["environment_arguments"].items()}
        self.symbols: dict[str, str] = words["symbols"]
        self.accents: dict[str, str] = words["accents"]
        self.units: dict[str, str] = words["units"]
        self.captions = frozenset(words["captions"])
        self.definitions = frozenset(words["definitions"])
        self.breaking = frozenset(words["breaking"])
        self.code = frozenset(words["code"])
        self.unsaid_environments = frozenset(words["unsaid_environments"])
        self.references = frozenset(words["references"])
        self.lists = frozenset(words["lists"])

    def arguments(self, name: str) -> int | None:
        """How many arguments a command has that says nothing; None for one whose words are read."""
        known = self.unsaid.get(name)
        if known is not None or name in self.before_words:
            return known
        return 1 if _POINTS.fullmatch(name) else None


@derived
def commands() -> Commands:
    """The commands and environments that are known."""
    return Commands()


def accented(accent: str, text: str, at: int, end: int) -> tuple[str, int] | None:
    """The letter behind an accent with it, and the place behind that; None where it is no accent or no letter."""
    mark = commands().accents.get(accent)
    letter = _LETTER.match(text, at, end) if mark is not None else None
    if mark is None or letter is None:
        return None
    return unicodedata.normalize("NFC", (letter[1] or letter[2] or letter[3]) + mark), letter.end()


def is_size(argument: str) -> bool:
    """Whether an argument is a length, which sets something and says nothing."""
    return _SIZE.fullmatch(argument.strip()) is not None


def unit(written: str) -> str:
    """A unit in its signs: ``\\kilo\\metre\\per\\hour`` is km/h."""
    units = commands().units
    pieces = []
    for found in _UNIT.finditer(written[:_LONGEST]):
        name = found[1]
        pieces.append(found[2] if name is None else units.get(name, "" if name in _SILENT else name))
    return "".join(pieces).replace("~", " ").replace("^2 ", "").strip(".")


def quantity(name: str, text: str, start: int, arguments: list[Span], end: int) -> list[Edit]:
    """What is read for a command of siunitx: a number, a unit, a number with its unit, or a span of them.

    The command stands for its number, and what follows that is read at its end, so that each is quoted whole.
    """
    written = [text[slice(*span)] for span in arguments]
    if any(len(argument) > _LONGEST for argument in written):
        return [(start, end, "")]
    numbers = [_GROUPS.sub("", argument).replace("+-", " ± ").replace("\\pm", " ± ") for argument in written]
    if name in ("si", "unit"):
        return [(start, end, unit(written[0]))]
    sign = "°" if name == "ang" else "" if name in ("num", "numprint", "numrange") else unit(written[-1])
    if sign in _MONEY:
        return [(start, end, sign + numbers[0])]
    behind = sign if sign in ("", "%", "°") else f" {sign}"
    if not name.endswith("range"):
        number, gap, rest = numbers[0].partition(" ")
        return [(start, end, number), (end, end, gap + rest + behind)]
    (low, low_end), (high, high_end) = arguments[:2]
    return [(start, low, ""), (low_end, high, " to "), (high_end, end, behind)]


_MONEY = frozenset("£€$")
QUANTITIES = {
    "num": 1,
    "numprint": 1,
    "ang": 1,
    "si": 1,
    "unit": 1,
    "SI": 2,
    "qty": 2,
    "numrange": 2,
    "SIrange": 3,
    "qtyrange": 3,
}
"""The commands of numbers and units, with how many arguments they have."""
