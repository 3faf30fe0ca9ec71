"""Fragments of lines: characters that stand side by side, put together to words.

Coordinates are those of the page, turned so that most of its words run from left to right; y grows upwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checker.sources.pdf import raised

_BREAK = 1.0
"""So many times the size of the type a gap parts what may be cells or columns."""
_FIGURES = 0.45
"""The same between two figures."""
_WORD = 0.17
"""So many times the size a gap parts two words."""
_FIGURE_ENDS = frozenset("0123456789)%–")
_FIGURE_STARTS = frozenset("0123456789($£€–")
_BACK = 0.6
_SAME_LINE = 0.12
_LEVEL = 0.06
_TWICE = 50
"""So many fragments are looked at for what may be set twice or stand beside another."""
_RAISED = (0.12, 0.85)
_LOWERED = (-0.45, -0.05)
_SMALLER = 0.86
_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a"}
_ACCENT = re.compile("([´`¨ˆ˜ˇ˚])([A-Za-zı])")


@dataclass(slots=True, eq=False)
class Fragment:
    """Words side by side on one line, set alike."""

    x0: float
    x1: float
    y: float
    """The line that the letters stand on."""
    size: float
    bold: bool
    text: str = ""
    opens_bold: bool = False
    """Its first letters are bold."""
    last: float = 0.0
    """Where its last letter starts."""
    tall: float = 0.0
    """The size of its largest letters on the line."""
    votes: int = 1
    starts: list[tuple[float, float]] = field(default_factory=list)
    """Where its words start but the first, and the gap before each in sizes of the type."""
    gaps: list[float] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The upper end of its letters."""
        return self.y + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The lower end of its letters."""
        return self.y - 0.22 * self.size


@dataclass(slots=True)
class Sheet:
    """A page's fragments, in the order of the file."""

    number: int
    fragments: list[Fragment]
    sideways: list[Fragment]
    """Those that run in another direction than most."""
    turn: int = 0
    """The quarter turns by which the page was turned."""
    unread: int = 0
    """The characters whose letters the file does not tell."""
    foot: float = 0.0
    head: float = 0.0
    """The heights between which the page lies."""


@dataclass(slots=True)
class Style:
    """How the characters of one piece of a page's text are set."""

    turn: int
    """The quarter turns by which they are turned; -1 for any other angle."""
    size: float
    y: float
    bold: bool = False
    hidden: bool = False
    signs: bool = False
    """Its font holds signs and no letters."""


def joins(fragment: Fragment, letter: str, left: float, style: Style, space: int) -> bool:
    """Whether a character goes on with a fragment."""
    if style.turn < 0:
        return fragment.y == style.y
    size = max(fragment.size, style.size)
    gap = left - fragment.x1
    if not -_BACK * size < gap < _BREAK * size or (space > 2 and gap > 0.6 * size):
        return False
    rise = (style.y - fragment.y) / size
    if gap > _FIGURES * size and fragment.letters[-1][-1] in _FIGURE_ENDS and letter in _FIGURE_STARTS:
        return False
    if abs(rise) < _SAME_LINE:
        return 0.5 < style.size / fragment.size < 2 or gap < 0.4 * size
    if style.size < _SMALLER * fragment.size:
        return gap < 0.4 * size and (_RAISED[0] < rise < _RAISED[1] or _LOWERED[0] < rise < _LOWERED[1])
    if fragment.size < _SMALLER * style.size and len(fragment.letters) < 4:
        return gap < 0.6 * size and _RAISED[0] < -rise < _RAISED[1]
    return False


def add(fragment: Fragment, letter: str, left: float, right: float, style: Style, space: int, word: float) -> None:
    size = max(fragment.size, style.size)
    gap = max((left - fragment.x1) / size, 0.0)
    parted = space > 0 or gap > word
    rise = (style.y - fragment.y) / size
    if style.size < _SMALLER * fragment.size and abs(rise) >= 0.05:
        letter = raised.sign(letter) if rise > 0 else letter
        parted = parted and gap > word
    elif fragment.size < _SMALLER * style.size and rise < -0.05:
        fragment.letters = [raised.sign(old) for old in fragment.letters]
        fragment.size, fragment.y, fragment.bold = style.size, style.y, style.bold
        fragment.tall = style.size
    else:
        _vote(fragment, style)
    if parted:
        fragment.starts.append((left, gap))
    fragment.letters.append((" " if parted else "") + letter)
    fragment.gaps.append(gap)
    fragment.x1 = max(fragment.x1, right)
    fragment.last = left


def _vote(fragment: Fragment, style: Style) -> None:
    """Let a letter count for the size of most letters, and against bold where it is not."""
    if not style.bold:
        fragment.bold = False
    fragment.tall = max(fragment.tall, style.size)
    if abs(style.size - fragment.size) < 0.2:
        fragment.votes += 1
    elif fragment.votes:
        fragment.votes -= 1
    else:
        fragment.size, fragment.votes = style.size, 1


def welded(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments with those put together that touch although the file does not write them one after the other.

    Those that are set twice, for a shadow or to look bold, are taken once.
    """
    once: dict[str, list[Fragment]] = {}
    for fragment in fragments:
        same = once.setdefault(fragment.text, [])
        near = 0.3 * fragment.size
        if not any(abs(f.x0 - fragment.x0) < near and abs(f.y - fragment.y) < near for f in same[-_TWICE:]):
            same.append(fragment)
    if sum(map(len, once.values())) < len(fragments):
        kept = {id(f) for same in once.values() for f in same}
        fragments = [f for f in fragments if id(f) in kept]
    order = sorted(range(len(fragments)), key=lambda n: (-fragments[n].y, fragments[n].x0))
    gone: set[int] = set()
    for at, n in enumerate(order):
        fragment = fragments[n]
        if n in gone:
            continue
        while (other := _touching(fragments, order, at, fragment, gone)) is not None:
            _weld(fragment, fragments[other])
            gone.add(other)
    return [f for n, f in enumerate(fragments) if n not in gone] if gone else fragments


def _touching(fragments: list[Fragment], order: list[int], at: int, fragment: Fragment, gone: set[int]) -> int | None:
    """The fragment that goes on right behind another one, on the same line."""
    for step in (1, -1):
        k = at + step
        while 0 <= k < len(order) and abs(k - at) < _TWICE:
            other = fragments[order[k]]
            if abs(other.y - fragment.y) > _LEVEL * fragment.size:
                break
            if (
                order[k] not in gone
                and min(fragment.last - 0.15 * fragment.size, fragment.x1 - _BACK * fragment.size) < other.x0
                and fragment.x0 < other.x0 < fragment.x1 + _BREAK * fragment.size
                and 0.85 < other.size / fragment.size < 1.18
                and not _are_figures(fragment, other)
            ):
                return order[k]
            k += step
    return None


def _are_figures(fragment: Fragment, other: Fragment) -> bool:
    """Whether two fragments are figures of two columns."""
    apart = other.x0 - fragment.x1 > _FIGURES * fragment.size
    return apart and fragment.text[-1] in _FIGURE_ENDS and other.text[0] in _FIGURE_STARTS


def _weld(fragment: Fragment, other: Fragment) -> None:
    text = other.text
    gap = other.x0 - fragment.x1
    if text[0] == fragment.text[-1] and abs(other.x0 - fragment.last) < 0.15 * fragment.size:
        text = text[1:]
    elif gap > _WORD * fragment.size:
        text = " " + text
    if text[:1] == " ":
        fragment.starts.append((other.x0, gap / fragment.size))
    fragment.starts += other.starts
    fragment.text += text
    fragment.bold = fragment.bold and other.bold
    fragment.x1, fragment.last = max(fragment.x1, other.x1), other.last
    fragment.tall = max(fragment.tall, other.tall)


def parted(fragment: Fragment, at: Sequence[int]) -> list[Fragment]:
    """A fragment cut before its words of these numbers; whole where its words are not where they were."""
    words = fragment.text.split(" ")
    if not at or len(words) != len(fragment.starts) + 1:
        return [fragment]
    found = []
    for first, end in pairwise([0, *at, len(words)]):
        x0 = fragment.starts[first - 1][0] if first else fragment.x0
        x1 = fragment.x1
        if end < len(words):
            x, gap = fragment.starts[end - 1]
            x1 = x - gap * fragment.size
        text, starts = " ".join(words[first:end]), fragment.starts[first : end - 1]
        found.append(
            Fragment(x0, x1, fragment.y, fragment.size, fragment.bold, text, starts=starts, tall=fragment.tall)
        )
    return found


def _accented(match: re.Match[str]) -> str:
    """A letter with the accent that is set over it as a character of its own; what has no such form stays."""
    letter = match[2].replace("ı", "i")
    one = unicodedata.normalize("NFC", letter + _ACCENTS[match[1]])
    return one if len(one) == 1 else match.group()


def spell(fragment: Fragment) -> None:
    """Put the text of a fragment together; letters that are spaced out for looks are no words of their own."""
    letters = fragment.letters
    single = sum(1 for letter in letters if letter[0] == " ")
    if len(letters) >= 4 and single >= 0.6 * (len(letters) - 1) and all(c.strip().isalpha() for c in letters):
        usual = sorted(fragment.gaps)[len(fragment.gaps) // 2]
        parts = [letters[0].strip()]
        for letter, gap in zip(letters[1:], fragment.gaps, strict=True):
            parts.append((" " if gap > 1.6 * usual else "") + letter.strip())
        fragment.text = "".join(parts)
        fragment.starts = []
    else:
        fragment.text = "".join(letters)
    fragment.text = raised.resolved(_ACCENT.sub(_accented, fragment.text))
    fragment.letters, fragment.gaps = [], []
