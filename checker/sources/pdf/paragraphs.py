"""Puts the lines of a column together to paragraphs, items and headings, as the blanks between and before them show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checker.language.language import word_set
from checker.sources.pdf.boxes import Line

_BULLET = re.compile(r"([•▪◦‣●○■□▫►▶➢➤✓✔❖◆♦·∙*–—-]|o(?= ))\s*(?=\S)")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\(?[A-Z]\))\s+(?=\S)")
_COUNTED = re.compile(r"(\d{1,3})\s+(?=[^\W\d_])")
_CAPTION = re.compile(r"([^\W\d_]+)\.?\s*[A-Z]?\d")
_SAME_SIZE = 0.08
_WIDER = 1.25
"""So many times as far apart as the lines of a paragraph usually are, two of them are none."""
_DOUBLE = 1.9
"""So many times the size of the type the lines of a paragraph are apart at most, unless most of them are."""
_INDENT = 0.8
_ENDS = ".!?:;"


@dataclass(slots=True, eq=False)
class Passage:
    """Lines that belong together, and what they are."""

    lines: list[Line]
    page: int
    mark: str = ""
    """The sign or number of an item."""
    kind: str = "paragraph"
    level: int = 0
    text: str = ""
    opens: bool = False
    """It stands first in its column."""
    seams: set[int] = field(default_factory=set)
    """The lines that end with a column."""

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.lines, key=lambda line: len(line.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]


def passages(lines: Sequence[Line], page: int) -> list[Passage]:
    """The passages that the lines of a column make, in their order."""
    if not lines:
        return []
    leading = _leading(lines)
    right = max(line.x1 for line in lines)
    found: list[Passage] = []
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        line.right = right
        mark = item_mark(line)
        if found and not _parts(found[-1], line, mark, _step(found[-1], line, below, leading), right):
            found[-1].lines.append(line)
        else:
            found.append(Passage([line], page, mark))
    return found


_FIGURE = re.compile(r"[^\W\d_]{0,3}[$£€]?\d[\d,.]*\s?(?:[%+]|[^\W\d_]{1,2}|million|billion)?\+?$")
_LARGE = 1.3


def with_captions(found: Sequence[Passage]) -> list[Passage]:
    """The passages of a column, each figure that is set large in one with the caption that is nearest to it."""
    kept: list[Passage] = []
    held: Passage | None = None
    for n, passage in enumerate(found):
        if held is not None:
            passage.lines = [*held.lines, *passage.lines]
            held = None
        elif len(passage.lines) == 1 and _FIGURE.match(passage.first.text) and n + 1 < len(found):
            below = found[n + 1]
            over = kept[-1].last.y - passage.first.y if kept else 1e9
            under = passage.first.y - below.first.y
            large = passage.size > _LARGE * below.size
            if large and under <= over and under < 2.5 * passage.size and not below.mark:
                held = passage
                continue
        kept.append(passage)
    return kept


def item_mark(line: Line) -> str:
    """The sign or number with which a line opens as an item of a list; empty for any other line."""
    text = line.text
    match = _BULLET.match(text) or _NUMBERED.match(text)
    if match is None:
        return ""
    sign = match.group().strip()
    spaced = match.group()[-1:] == " " or len(line.fragments) > 1
    if sign in "-–—·*" and not spaced:
        return ""
    return match.group()


def _leading(lines: Sequence[Line]) -> dict[int, float]:
    """How far apart the lines of each size usually stand."""
    steps: dict[int, list[float]] = {}
    for above, below in pairwise(lines):
        step = above.y - below.y
        if 0.9 * above.size < step < 2.2 * above.size and abs(above.size - below.size) < 0.5:
            steps.setdefault(round(above.size), []).append(step)
    return {size: _usual(known) for size, known in steps.items()}


def _usual(steps: Sequence[float]) -> float:
    """The step that most are close to, the smaller of two."""
    close = {step: sum(abs(other - step) < 0.06 * step for other in steps) for step in steps}
    return max(steps, key=lambda step: (close[step], -step))


def _step(passage: Passage, line: Line, below: Line | None, leading: dict[int, float]) -> float:
    """How far apart the lines of a passage stand here: as in the column, or as they do in what is known of it."""
    usual = leading.get(round(line.size), 1.25 * line.size)
    if len(passage.lines) > 1:
        own = passage.lines[0].y - passage.lines[1].y
    elif below is not None and abs(below.size - line.size) < 0.5:
        own = line.y - below.y
    else:
        own = 0.0
    return own if usual < own < _DOUBLE * line.size else usual


def _parts(passage: Passage, line: Line, mark: str, usual: float, right: float) -> bool:
    """Whether a line opens another passage than the one above it."""
    above = passage.last
    step = above.y - line.y
    if step < -above.size or _is_next_note(passage.first, line):
        return True
    if not (_is_alike(above, line) or _reads_on(above, line, right)) or (
        line.bold != passage.bold and not _runs_in(above, line, right)
    ):
        return True
    if step > max(_WIDER * usual, usual + 0.25 * line.size):
        return True
    if mark and (passage.mark or step > 1.05 * usual or _is_short(above, line, right) or mark.strip() in "•▪●■○◦➢►"):
        return True
    start = passage.first.x0
    if passage.mark:
        if line.x0 < start - 0.3 * line.size:
            return above.text[-1:] in _ENDS or _is_short(above, line, right)
        return line.x0 <= start + 1 and _is_short(above, line, right)
    others = passage.lines[1].x0 if len(passage.lines) > 1 else min(start, above.x0)
    if line.x0 > others + _INDENT * line.size and above.text[-1:] in _ENDS and len(passage.lines) > 1:
        return True
    if line.x0 > start + _INDENT * line.size and above.text[-1:] in _ENDS and _is_short(above, line, right):
        return True
    return above.text[-1:] in ".!?" and _is_short(above, line, right)


def _is_next_note(first: Line, line: Line) -> bool:
    """Whether a line opens with the number behind that of the note whose first line is ``first``, below it."""
    one, other = _COUNTED.match(first.text), _COUNTED.match(line.text)
    if one is None or other is None or int(one[1]) + 1 != int(other[1]):
        return False
    return abs(first.x0 - line.x0) < first.size and abs(first.size - line.size) < _SAME_SIZE * first.size


def _runs_in(above: Line, line: Line, right: float) -> bool:
    """Whether bold words go on in the next line, where the text begins, or plain ones end in bold ones."""
    if above.text[-1:] in _ENDS or _is_short(above, line, right):
        return False
    return line.fragments[0].opens_bold if above.bold else not above.fragments[0].opens_bold


def _reads_on(above: Line, line: Line, right: float) -> bool:
    """Whether a sentence that opens in slightly larger type goes on in the next line."""
    near = abs(above.size - line.size) < 0.15 * above.size
    return near and line.text[:1].islower() and above.text[-1:] not in _ENDS and not _is_short(above, line, right)


def _is_alike(above: Line, line: Line) -> bool:
    """Whether two lines are set in one size; small capitals among others are."""
    sizes = (above.size, above.main.tall)
    return any(abs(a - b) <= _SAME_SIZE * above.size for a in sizes for b in (line.size, line.main.tall))


def _is_short(above: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line had room on the line above it."""
    first = line.text.split(" ", 1)[0]
    width = (line.x1 - line.x0) * (len(first) + 1) / max(len(line.text), 1)
    return above.x1 + width < right - 0.3 * line.size


def is_broken(above: Line, line: Line) -> bool:
    """Whether the break between two lines of a passage is meant: there was room for more."""
    goes_on = line.text[:1].islower() and above.text[-1:] not in _ENDS
    return not goes_on and _is_short(above, line, above.right - 1.5 * line.size)


def is_caption(text: str) -> bool:
    """Whether words open a caption: ``Figure 3``."""
    match = _CAPTION.match(text)
    return match is not None and match[1].lower() in word_set("text/pages", "captions")
