"""Says which lines of a hard-wrapped text belong to one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.language.language import derived, table
from checker.language.names import bodies
from checker.text.lines import Line, ends_sentence, is_title_like, words

_NARROWEST_WRAP = 45
_WIDEST_WRAP = 170
_WIDEST_LONG_WRAP = 250
_MANY_LINES = 4
_NARROWEST_PROSE = 15
_BEGUN = re.compile(r"[a-z0-9)]{2}[.!?] [A-Z][^.!?]*$")
_CONTINUATIONS = ",.;:)]}%&/'"


def wrap_width(lines: list[Line]) -> int:
    """The width at which ``lines`` were wrapped; 0 where their lengths show no wrapping.

    Lines are wrapped when the first word of each would not have fitted at the end of the line before.
    """
    width = max((len(line.text) for line in lines), default=0)
    widest = _WIDEST_LONG_WRAP if len(lines) >= _MANY_LINES else _WIDEST_WRAP
    if len(lines) < 2 or not _NARROWEST_WRAP <= width <= widest:
        return 0
    if len(lines) == 2 and ends_sentence(lines[0].text):
        return 0
    fits = 0
    for line, following in pairwise(lines):
        word = following.text.split(maxsplit=1)[0]
        fits += len(line.text) + 1 + len(word) <= width - 3
    return width if fits * 6 <= len(lines) - 1 else 0


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether ``lines`` are one paragraph, broken wherever the next word would not have fitted, at any width.

    It ends as a sentence does, or before a list, half of its breaks at least are inside sentences, and words in lower
    case stand in it.
    """
    if len(lines) < 2:
        return False
    width = max(len(line.text) for line in lines)
    if not _NARROWEST_PROSE <= width <= _WIDEST_LONG_WRAP or not (
        ends_sentence(lines[-1].text) or lines[-1].text.endswith(":")
    ):
        return False
    if not all(is_full(line, following, width) for line, following in pairwise(lines)):
        return False
    if len(lines) == 2 and is_title_like(lines[0].text):
        return False
    broken = sum(not ends_sentence(line.text) for line in lines[:-1])
    small = words("small")
    return broken * 2 >= len(lines) - 1 and any(
        word.isalpha() and word.islower() and word not in small for line in lines for word in line.text.split()
    )


def is_full(line: Line, following: Line, width: int) -> bool:
    """The first word of ``following`` would not have fitted behind ``line``."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def _awaits_a_name(text: str) -> bool:
    """Whether ``text`` ends in an initial, or in an abbreviation that stands before names."""
    if not text.endswith("."):
        return False
    last = text[-12:-1].split()[-1].lstrip("\"'([") if text[-12:-1].strip() else ""
    return (len(last) == 1 and last.isupper()) or (last[:1].isupper() and last.lower() in _titles())


@derived
def _titles() -> frozenset[str]:
    return frozenset(table("text/abbreviations")["before_name"])


def _breaks_off(before: str, after: str) -> bool:
    """Whether a sentence, or a name, goes on in the next line though that opens with a capital letter.

    A sentence has begun inside the line; or the next opens with the noun of a body that the line names (``The Corran
    Rowing`` over ``Club was``), or with the end of a name that a comma follows (``Severn`` over ``Ferry, which``).
    """
    first, _, rest = after.partition(" ")
    if _BEGUN.search(before) is not None and first.strip("\"'(,").lower() not in words("openers"):
        return True
    if not rest[:1].islower() or not before[-1:].isalpha():
        return False
    named = before.split()[-1][:1].isupper()
    if first.endswith(","):
        return named and any(word.islower() for word in before.split())
    return named and " " in before and first.lower() in bodies() and rest.split(" ", 1)[0] in words("verbs")


def joins(line: Line, following: Line, width: int) -> bool:
    """Whether ``following`` goes on with the paragraph that ``line`` belongs to.

    ``width`` is what ``wrap_width`` says of the lines around them.
    """
    before, after = line.text, following.text
    first = after[0]
    if first in _CONTINUATIONS or first.islower() or _awaits_a_name(before):
        return True
    if ends_sentence(before):
        return (
            bool(width) and not is_title_like(after) and len(before) + 1 + len(after.split(maxsplit=1)[0]) > width - 3
        )
    if before.endswith((",", ";", "(", "-", "/", "&")):
        return True
    if _breaks_off(before, after):
        return True
    opener = after.split(maxsplit=1)[0].strip("\"'(,").lower() in words("openers")
    last = before.split()[-1].strip("\"'(,").lower()
    if last in words("open_ends"):
        return not opener or bool(width)
    return bool(width) and len(before) + 1 + len(after.split(maxsplit=1)[0]) > width - 3
