"""Takes the characters of a page from the library, with the boxes and the type in which they are set."""

from __future__ import annotations

import ctypes
import sys
from collections import Counter
from collections.abc import Callable
from ctypes import POINTER, c_double, c_float, c_int, c_uint, c_void_p
from math import atan2, hypot, pi
from typing import Any

import pypdfium2.raw as pdfium

from checker.sources.pdf.fragments import Fragment, Sheet, Style, add, joins, spell, welded

MOST_CHARACTERS = 100_000
"""More on one page are no text that anybody reads."""
_WORD = 0.17
"""So many times the size of the type a gap parts two words."""
_WORD_SPACED = 0.3
"""The same where the document writes its spaces."""
_SUPPOSED = 0.1
"""The same where the library takes a gap for a space, too."""
_BREAK = 1.0
_TINY = 2.0
"""Nobody reads type of this size."""
_CLOSE = 0.08
"""So many times the size letters of one word are apart at most."""
_PLAIN = 0x2000
"""Characters below this one are letters, figures and their signs."""
_MOSTLY_HIDDEN = 4
_INVISIBLE = (3, 7)
_BOLD = 600
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"-demi")
_SIGN_NAMES = (b"wingdings", b"dingbat", b"webdings")
_QUARTER = pi / 2
_SKEW = 0.12
_SPACE = 32
_SPACES = frozenset(
    (
        9,
        10,
        11,
        12,
        13,
        32,
        0x85,
        0xA0,
        0x2000,
        0x2001,
        0x2002,
        0x2003,
        0x2004,
        0x2005,
        0x2006,
        0x2007,
        0x2008,
        0x2009,
        0x200A,
        0x200B,
        0x2028,
        0x2029,
        0x202F,
        0x205F,
        0x3000,
    )
)
_HYPHENS = frozenset((0x02, 0xFFFE))
"""What the library gives for a hyphen at the end of a line."""
_UNREAD = frozenset((0, 0xFFFD, 0xFFFF))
_BULLETS = frozenset((0xF0B7, 0xF0A7, 0xF076, 0xF0D8, 0xF0FC, 0xF0A8))
"""Bullets of sign fonts, in the plane that is left to fonts."""
_PRIVATE = range(0xE000, 0xF900)
_FIRST_HALVES = range(0xD800, 0xDC00)
_SECOND_HALVES = range(0xDC00, 0xE000)
"""Characters beyond the first 65,536 come in two halves."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


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
    reader = _Characters(text_page, fonts)
    reader.gather()
    runs = reader.runs
    for fragments in (*runs.values(), reader.hidden):
        for fragment in fragments:
            spell(fragment)
    lengths = Counter({turn: sum(len(f.text) for f in fragments) for turn, fragments in runs.items()})
    length = sum(len(f.text) for f in reader.hidden)
    if length > _MOSTLY_HIDDEN * sum(lengths.values()):
        runs, lengths = {0: reader.hidden}, Counter({0: length})
    turn = max(lengths, key=lambda t: lengths[t], default=0)
    return Sheet(
        number,
        welded([f for f in runs.get(turn, []) if f.text and f.size > _TINY]),
        [f for other, fragments in runs.items() if other != turn for f in fragments if f.text],
        max(turn, 0),
        reader.unread,
        *_height(page, max(turn, 0)),
    )


def _height(page: Any, turn: int) -> tuple[float, float]:
    """The foot and the head of a page that was turned."""
    left, bottom, right, top = page.get_cropbox()
    return ((bottom, top), (-right, -left), (-top, -bottom), (left, right))[turn]


class _Characters:
    """The characters of one page, in the order of the file, put together to fragments."""

    def __init__(self, text_page: Any, fonts: Fonts) -> None:
        self.runs: dict[int, list[Fragment]] = {}
        """Fragments by the quarter turns by which they are turned."""
        self.hidden: list[Fragment] = []
        """Those that nobody sees: the words behind a picture, as text recognition found them."""
        self.unread = 0
        self._fonts = fonts
        self._handle = ctypes.cast(text_page.raw, c_void_p).value
        count = min(text_page.count_chars(), MOST_CHARACTERS)
        self._codes = [_unicode(self._handle, k) for k in range(count)]
        self._objects = [_object(self._handle, k) for k in range(count)]
        boxes = (c_float * (4 * count))()
        base = ctypes.addressof(boxes)
        for k in range(count):
            _box(self._handle, k, base + 16 * k)
        self._edges = list(boxes)

    def gather(self) -> None:
        """Put all characters together."""
        codes, objects, edges = self._codes, self._objects, self._edges
        spaces = sum(1 for code, item in zip(codes, objects, strict=True) if code == _SPACE and item)
        word = _WORD_SPACED if spaces * 20 > len(codes) else _WORD
        last: int | None = None
        style = Style(0, 1.0, 0.0)
        fragment: Fragment | None = None
        target: list[Fragment] = []
        space, supposed, close = 0, False, 0.0
        for k, code in enumerate(codes):
            item = objects[k]
            if code in _SPACES:
                if item is None:
                    supposed = True
                    last = last if code == _SPACE else None
                elif style.turn or not self._is_part(k, fragment, close):
                    space += 1
                continue
            if item is None:
                continue
            if item != last:
                last = item
                style = self._style(k, item)
                target = self.hidden if style.hidden else self.runs.setdefault(style.turn, [])
                fragment = target[-1] if target and target[-1] is fragment else None
                close = _CLOSE * style.size
            elif fragment is not None and not space and not supposed and not style.turn and _SPACE < code < _PLAIN:
                left, right = edges[4 * k], edges[4 * k + 2]
                one = left == fragment.last and right == fragment.x1
                if not style.signs and style.y == fragment.y and (one or -close < left - fragment.x1 < close):
                    fragment.letters.append(chr(code))
                    fragment.gaps.append(0.0)
                    fragment.x1, fragment.last, fragment.votes = right, left, fragment.votes + 1
                    continue
            letter = self._letter(k, style)
            if not letter:
                continue
            left, right = _ends(style.turn, *edges[4 * k : 4 * k + 4])
            if fragment is not None and joins(fragment, letter, left, style, space):
                add(fragment, letter, left, right, style, space, _word_gap(style, supposed, word))
            else:
                fragment = Fragment(
                    left,
                    right,
                    style.y,
                    style.size,
                    style.bold,
                    opens_bold=style.bold,
                    last=left,
                    tall=style.size,
                    letters=[letter],
                )
                target.append(fragment)
            space, supposed = 0, False

    def _is_part(self, k: int, fragment: Fragment | None, close: float) -> bool:
        """Whether a space is only a part of what one sign stands for, before or behind it."""
        left, right = self._edges[4 * k], self._edges[4 * k + 2]
        if fragment is not None and right <= fragment.x1 + close:
            return True
        return self._edges[4 * k + 4 : 4 * k + 7 : 2] == [left, right]

    def _style(self, k: int, item: int) -> Style:
        """How the character ``k``, which is of the text object at ``item``, is set."""
        x, y, matrix = c_double(), c_double(), pdfium.FS_MATRIX()
        _origin(self._handle, k, x, y)
        _matrix(self._handle, k, ctypes.addressof(matrix))
        angle = atan2(matrix.b, matrix.a)
        turn = round(angle / _QUARTER)
        skewed = abs(angle - turn * _QUARTER) > _SKEW
        turn %= 4
        scale = hypot(matrix.c, matrix.d) or 1.0
        bold, signs = self._fonts.of(_font(item) or 0)
        return Style(
            -1 if skewed else turn,
            abs(_font_size(self._handle, k)) * scale or 1.0,
            (y.value, -x.value, -y.value, x.value)[turn],
            bold,
            _mode(item) in _INVISIBLE,
            signs,
        )

    def _letter(self, k: int, style: Style) -> str:
        """The character ``k`` as text; empty where the file does not tell which letter it shows."""
        code = self._codes[k]
        if code in _HYPHENS:
            return "-"
        if code in _BULLETS or style.signs:
            return "•"
        if code in _SECOND_HALVES:
            return ""
        if code in _FIRST_HALVES and k + 1 < len(self._codes) and self._codes[k + 1] in _SECOND_HALVES:
            return chr(0x10000 + (code - 0xD800) * 0x400 + self._codes[k + 1] - 0xDC00)
        if code in _UNREAD or code in _PRIVATE or code in _FIRST_HALVES or code > sys.maxunicode:
            self.unread += 1
            return ""
        return _LIGATURES.get(code) or chr(code)


def _word_gap(style: Style, supposed: bool, word: float) -> float:
    """So many times the size of the type a gap parts two words; on a slope nothing but spaces does."""
    if style.turn < 0:
        return _BREAK
    return _SUPPOSED if supposed else word


def _ends(turn: int, left: float, top: float, right: float, bottom: float) -> tuple[float, float]:
    """The left and right end of a character on a page turned so that it runs from left to right."""
    if turn == 1:
        left, right = bottom, top
    elif turn == 2:
        left, right = -right, -left
    elif turn == 3:
        left, right = -top, -bottom
    return min(left, right), max(left, right)
