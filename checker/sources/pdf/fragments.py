"""Takes the characters of a page and puts together those that stand side by side on one line: fragments of lines.

Coordinates are those of the page, turned so that most of its words run from left to right; y grows upwards.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from ctypes import POINTER, c_double, c_float, c_int, c_uint, c_void_p
from dataclasses import dataclass, field
from itertools import pairwise
from math import atan2, hypot, pi
from typing import Any

import pypdfium2.raw as pdfium

from checker.sources.pdf import raised

MOST_CHARACTERS = 100_000
"""More on one page are no text that anybody reads."""
_BREAK = 1.0
"""So many times the size of the type a gap parts what may be cells or columns."""
_WORD = 0.17
"""So many times the size a gap parts two words."""
_WORD_SPACED = 0.3
"""The same where the document writes its spaces."""
_SUPPOSED = 0.1
"""The same where the library takes a gap for a space, too."""
_FIGURES = 0.45
"""The same between two figures."""
_FIGURE_ENDS = frozenset("0123456789)%–")
_FIGURE_STARTS = frozenset("0123456789($£€–")
_BACK = 0.6
_SAME_LINE = 0.12
_LEVEL = 0.06
_TWICE = 50
_RAISED = (0.12, 0.85)
_LOWERED = (-0.45, -0.05)
_SMALLER = 0.86
_INVISIBLE = (3, 7)
_BOLD = 600
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"-demi")
_SIGN_NAMES = (b"wingdings", b"dingbat", b"webdings")
_QUARTER = pi / 2
_SKEW = 0.12
_UNREAD = frozenset("\ufffd\0\ufffe\uffff")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
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
    raised: bool = False
    """It opens with a raised mark, which is left in ``text``."""
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
    size: tuple[float, float] = (0.0, 0.0)


@dataclass(slots=True)
class _Style:
    turn: int
    size: float
    y: float
    bold: bool = False
    hidden: bool = False
    signs: bool = False


def _function(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of the library with plain addresses for its handles, which is three times as quick."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


_unicode = _function(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
_object = _function(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
_box = _function(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_font_size = _function(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
_matrix = _function(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
_origin = _function(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, POINTER(c_double), POINTER(c_double))
_mode = _function(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
_font = _function(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
_weight = _function(pdfium.FPDFFont_GetWeight, c_int, c_void_p)
_name = _function(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)


class Fonts:
    """Which fonts of a document are bold, and which hold signs and no letters."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[bool, bool]] = {}

    def of(self, font: int) -> tuple[bool, bool]:
        """Whether the font at this address is bold, by its name or its weight, and whether it holds signs."""
        known = self._known.get(font)
        if known is None:
            buffer = ctypes.create_string_buffer(200)
            _name(font, ctypes.addressof(buffer), 200)
            name = buffer.value.lower()
            bold = any(part in name for part in _BOLD_NAMES) or _weight(font) >= _BOLD
            known = bold, any(part in name for part in _SIGN_NAMES)
            self._known[font] = known
        return known


def sheet(page: Any, text_page: Any, number: int, fonts: Fonts) -> Sheet:
    """The fragments of a page and which way they run."""
    handle = ctypes.cast(text_page.raw, c_void_p).value
    count = min(text_page.count_chars(), MOST_CHARACTERS)
    boxes = (c_float * (4 * count))()
    runs: dict[int, list[Fragment]] = {}
    hidden: list[Fragment] = []
    unread = _gather(handle, count, boxes, fonts, runs, hidden)
    for fragments in (*runs.values(), hidden):
        for fragment in fragments:
            _spell(fragment)
    lengths = Counter({turn: sum(len(f.text) for f in fragments) for turn, fragments in runs.items()})
    length = sum(len(f.text) for f in hidden)
    if length > 4 * sum(lengths.values()):
        runs, lengths = {0: hidden}, Counter({0: length})
    turn = max(lengths, key=lambda t: lengths[t], default=0)
    width, height = page.get_size()
    return Sheet(
        number,
        _welded([f for f in runs.get(turn, []) if f.text]),
        [f for other, fragments in runs.items() if other != turn for f in fragments if f.text],
        max(turn, 0),
        unread,
        (width, height),
    )


def _gather(
    handle: Any, count: int, boxes: Any, fonts: Fonts, runs: dict[int, list[Fragment]], hidden: list[Fragment]
) -> int:
    base = ctypes.addressof(boxes)
    x, y, matrix = c_double(), c_double(), pdfium.FS_MATRIX()
    at = ctypes.addressof(matrix)
    for k in range(count):
        _box(handle, k, base + 16 * k)
    edges = list(boxes)
    written = sum(1 for k in range(0, count, 7) if _unicode(handle, k) == 32 and _object(handle, k))
    word = _WORD_SPACED if written * 7 > count / 20 else _WORD
    last: int | None = None
    style = _Style(0, 1.0, 0.0)
    fragment: Fragment | None = None
    target: list[Fragment] = []
    space, supposed, unread = 0, False, 0
    for k in range(count):
        address = _object(handle, k)
        letter = chr(_unicode(handle, k))
        if letter.isspace() or letter == "\u200b":
            space += address is not None
            supposed = supposed or address is None
            continue
        if address is None:
            continue
        if address != last:
            last = address
            _origin(handle, k, x, y)
            _matrix(handle, k, at)
            style = _style(matrix, _font_size(handle, k), x.value, y.value)
            style.bold, style.signs = fonts.of(_font(address) or 0)
            style.hidden = _mode(address) in _INVISIBLE
            target = hidden if style.hidden else runs.setdefault(style.turn, [])
        if letter in _UNREAD or "\ue000" <= letter <= "\uf8ff":
            if letter == "\ufffe":
                letter = "-"
            elif "\ue000" <= letter <= "\uf8ff":
                letter = "•" if letter in "\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0a8" else ""
                unread += not letter
            else:
                unread += 1
                letter = ""
        elif letter == "\x02":
            letter = "-"
        elif style.signs:
            letter = "•"
        if not letter:
            continue
        left, top, right, bottom = edges[4 * k : 4 * k + 4]
        if style.turn:
            left, right = _turned(style.turn, left, top, right, bottom)
        if right < left:
            left, right = right, left
        letter = _LIGATURES.get(letter, letter)
        if fragment is not None and target and target[-1] is fragment and _joins(fragment, letter, left, style, space):
            _add(fragment, letter, left, right, style, space, _SUPPOSED if supposed else word)
        else:
            fragment = Fragment(left, right, style.y, style.size, style.bold, last=left, tall=style.size, letters=[letter])
            target.append(fragment)
        space, supposed = 0, False
    return unread


def _style(matrix: Any, size: float, x: float, y: float) -> _Style:
    angle = atan2(matrix.b, matrix.a)
    turn = round(angle / _QUARTER)
    skewed = abs(angle - turn * _QUARTER) > _SKEW
    turn %= 4
    line = (y, -x, -y, x)[turn]
    scale = hypot(matrix.c, matrix.d) or 1.0
    return _Style(-1 if skewed else turn, abs(size) * scale or 1.0, line)


def _turned(turn: int, left: float, top: float, right: float, bottom: float) -> tuple[float, float]:
    """The left and right end of a character on a page turned so that it runs from left to right."""
    if turn == 1:
        return bottom, top
    if turn == 2:
        return -right, -left
    if turn == 3:
        return -top, -bottom
    return left, right


def _joins(fragment: Fragment, letter: str, left: float, style: _Style, space: int) -> bool:
    """Whether a character goes on with a fragment."""
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


def _add(fragment: Fragment, letter: str, left: float, right: float, style: _Style, space: int, word: float) -> None:
    size = max(fragment.size, style.size)
    gap = max((left - fragment.x1) / size, 0.0)
    parted = space > 0 or gap > word
    rise = (style.y - fragment.y) / size
    if style.size < _SMALLER * fragment.size and abs(rise) >= 0.05:
        letter = raised.sign(letter) if rise > 0 else letter
        parted = parted and gap > word
    elif fragment.size < _SMALLER * style.size and rise < -0.05:
        fragment.letters = [raised.sign(old) for old in fragment.letters]
        fragment.raised = True
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


def _vote(fragment: Fragment, style: _Style) -> None:
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


def _welded(fragments: list[Fragment]) -> list[Fragment]:
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


def _touching(
    fragments: list[Fragment], order: list[int], at: int, fragment: Fragment, gone: set[int]
) -> int | None:
    """The fragment that goes on right behind another one, on the same line."""
    for step in (1, -1):
        k = at + step
        while 0 <= k < len(order):
            other = fragments[order[k]]
            if abs(other.y - fragment.y) > _LEVEL * fragment.size:
                break
            if (
                order[k] not in gone
                and min(fragment.last - 0.15 * fragment.size, fragment.x1 - _BACK * fragment.size) < other.x0
                and fragment.x0 < other.x0 < fragment.x1 + _BREAK * fragment.size
                and 0.85 < other.size / fragment.size < 1.18
            ):
                return order[k]
            k += step
    return None


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
        found.append(Fragment(x0, x1, fragment.y, fragment.size, fragment.bold, text, starts=starts, tall=fragment.tall))
    return found


def _accented(match: re.Match[str]) -> str:
    """A letter with the accent that is set over it as a character of its own; what has no such form stays."""
    letter = match[2].replace("ı", "i")
    one = unicodedata.normalize("NFC", letter + _ACCENTS[match[1]])
    return one if len(one) == 1 else match.group()


def _spell(fragment: Fragment) -> None:
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
