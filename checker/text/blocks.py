"""Tells a text's titles, headings, paragraphs, items, rows and pairs apart."""

from __future__ import annotations

from dataclasses import replace

from checker.model.document import Block, BlockKind
from checker.text import aligned_tables, merged_titles, tables
from checker.text.layout import Layout
from checker.text.lines import (
    Line,
    cut,
    ends_sentence,
    hashes,
    is_date,
    is_dated_entry,
    is_label,
    is_rule,
    is_title_like,
    is_trail,
    is_wordy,
    label_end,
    mark,
)
from checker.text.paragraphs import is_prose, joins, wrap_width

_PLAIN_HEADING = 2
_DATE_HEADING = 3
_SHEET = 3
"""So many lines of a run, and all that open in lower case, are labelled before any such is."""
_TRIES = 3
"""A table starts at one of so many first lines of a run with gaps; no longer run is looked at again and again."""
_KEY = 32
_FENCES = ("```", "~~~")


class Divider:
    """Walks over the lines of one stretch of text and gathers them into blocks."""

    def __init__(self, plain: str, start: int, end: int, layout: Layout | None = None, *, joined: bool = False) -> None:
        """``joined``: the format says that lines without a blank one between them are one paragraph."""
        self.plain = plain
        self.layout = layout or Layout(None)
        self.joined = joined
        self.lines = cut(plain, start, end)
        self.blocks: list[Block] = []
        self.at = 0
        self.region = 0
        self.width = 0
        self.prose = (0, 0)
        """The lines found to be one wrapped paragraph, of those looked at up to ``seen``."""
        self.seen = 0
        self.laid_out: dict[int, aligned_tables.Found] = {}
        """The tables that blanks lay out in the run at hand, by the line that each starts at."""
        self.low = False
        """Lines of the run at hand that open in lower case are labels with their values."""

    def divide(self) -> list[Block]:
        """The blocks of the stretch, in order."""
        lines = self.lines
        while self.at < len(lines):
            line = lines[self.at]
            if not line.text:
                self.at += 1
                continue
            self._measure()
            if not (self._aligned() or self._marked(line) or self._table(line)):
                self._text(line)
        return self.blocks

    def _measure(self) -> None:
        """Learns, once for each run of lines without a blank one, whether it is hard-wrapped."""
        if self.at < self.region:
            return
        end = self.at
        while end < len(self.lines) and self.lines[end].text:
            end += 1
        self.region = end
        self.width = wrap_width(self.lines[self.at : end]) if end - self.at > 1 else 0
        self._lay_out(end)
        low = [line for line in self.lines[self.at : end] if line.text[0].islower()]
        self.low = len(low) >= _SHEET and all(0 < label_end(line.text, low=True) <= _KEY for line in low)

    def _lay_out(self, end: int) -> None:
        """Finds the tables that blanks or rulers lay out among the lines of the run at hand."""
        self.laid_out = {}
        if end - self.at < 2:
            return
        at, tried = self.at, 0
        while at < end:
            gaps = aligned_tables.may_start(self.lines[at], self.layout)
            tried = tried + 1 if gaps else 0
            found = None
            if 0 < tried <= _TRIES:
                found = aligned_tables.read(self.plain, self.lines, at, self.layout)
            if found is not None:
                self.laid_out[at] = found
                tried = 0
            at = found[1] if found is not None else at + 1

    def _aligned(self) -> bool:
        """A table that was found where the reading stands; moves past its lines."""
        found = self.laid_out.get(self.at)
        if found is None:
            return False
        blocks, self.at = found
        self.blocks.extend(blocks)
        return True

    def _marked(self, line: Line) -> bool:
        """Lines that a sign of their own tells apart: fences, rules, headings, items."""
        text = line.text
        if is_wordy(text):
            return False
        if text.startswith(_FENCES):
            self._code(line)
        elif is_rule(text):
            self.at += 1
        elif level := hashes(text):
            body = text[level:].strip().rstrip("#").rstrip()
            start = line.end - len(text[level:].lstrip())
            if body:
                self.blocks.append(Block("heading", start, start + len(body), level=level))
            self.at += 1
        elif width := mark(text):
            self._item(line, width)
        else:
            return False
        return True

    def _code(self, line: Line) -> None:
        fence = line.text[:3]
        close = self.at + 1
        while close < len(self.lines) and not self.lines[close].text.startswith(fence):
            close += 1
        last = self.lines[min(close, len(self.lines) - 1)]
        self.blocks.append(Block("code", line.start, last.end))
        self.at = close + 1

    def _item(self, line: Line, width: int) -> None:
        level = 1 + line.indent // 2 if line.indent else 1
        body = Line(line.start + width, line.end, line.text[width:])
        end = self._gather(body)
        label = label_end(body.text)
        if label > 0 and end == line.end:
            self.blocks.append(self._pair(body, label))
        else:
            self.blocks.append(Block("item", body.start, end, level=level))

    def _pair(self, line: Line, label: int) -> Block:
        key = " ".join(line.text[:label].split())
        value = line.text[label + 1 :]
        start = line.start + label + 1 + len(value) - len(value.lstrip())
        return Block("pair", line.start, line.end, key=key, cells=((line.start, line.start + label), (start, line.end)))

    def _table(self, line: Line) -> bool:
        if "|" not in line.text and "\t" not in line.text:
            return False
        found = tables.read(self.plain, self.lines, self.at)
        if found is None:
            return False
        blocks, self.at = found
        self.blocks.extend(blocks)
        return True

    def _gather(self, line: Line) -> int:
        """The end of the paragraph that ``line`` starts; moves past its lines."""
        self.at += 1
        while self.at < self.region:
            following = self.lines[self.at]
            if (
                self.at in self.laid_out
                or self._starts(following)
                or not (self.joined or joins(line, following, self.width))
            ):
                break
            line = following
            self.at += 1
        return line.end

    def _starts(self, line: Line) -> bool:
        text = line.text
        if not text[0].isalpha() and (is_rule(text) or hashes(text) or text.startswith(_FENCES)):
            return True
        if mark(text) or text[0] == "|":
            return True
        return (self.low or not text[0].islower()) and label_end(text, low=self.low) > 0

    def _text(self, line: Line) -> None:
        if self._underlined(line) or self._wrapped(line) or self._labelled(line):
            return
        first = self.at
        end = self._gather(line)
        single = self.at == first + 1
        kind: BlockKind = self._kind(line, first) if single else "paragraph"
        level = _PLAIN_HEADING if kind == "heading" else 0
        if single and is_date(line.text) and self._dates_a_text(first):
            kind, level = "heading", _DATE_HEADING
        self.blocks.append(Block(kind, line.start, end, level=level))

    def _wrapped(self, line: Line) -> bool:
        """A paragraph over several lines, or a pair whose value is one; moves past its lines."""
        if self.at >= self.seen:
            self._look_for_prose()
        first, end = self.prose
        if self.at != first or end <= first:
            return False
        last = self.lines[end - 1]
        text = " ".join(one.text for one in self.lines[first:end])
        if label_end(text) > 0:
            whole = Line(line.start, last.end, self.plain[line.start : last.end])
            self.blocks.append(self._pair(whole, whole.text.index(":", 1)))
        else:
            self.blocks.append(Block("paragraph", line.start, last.end))
        self.at = end
        return True

    def _look_for_prose(self) -> None:
        """Finds the wrapped paragraph that starts here, or behind a line that heads it."""
        end = self.at + 1
        while end < self.region and end not in self.laid_out and self._goes_on(self.lines[end - 1], self.lines[end]):
            end += 1
        self.prose, self.seen = (0, 0), end
        for first in (self.at, self.at + 1):
            if is_prose(self.lines[first:end]):
                self.prose = first, end
                return

    def _goes_on(self, line: Line, following: Line) -> bool:
        """Whether a wrapped paragraph may run from one line to the next: no sign starts a block of its own."""
        text = following.text
        if text[0] == "|" or "\t" in text or is_rule(text) or hashes(text) or text.startswith(_FENCES):
            return False
        if following.indent > line.indent or is_dated_entry(text):
            return False
        ended = ends_sentence(line.text) or line.text.endswith(":")
        if mark(text):
            return text[0].isdecimal() and not ended
        return label_end(text) < 0 or not (ended or label_end(line.text) > 0 or is_title_like(line.text))

    def _underlined(self, line: Line) -> bool:
        following = self.lines[self.at + 1].text if self.at + 1 < len(self.lines) else ""
        if self.at + 1 in self.laid_out or len(following) < 3 or not is_rule(following, "=-") or len(line.text) > 120:
            return False
        self.blocks.append(Block("heading", line.start, line.end, level=1 if following[0] == "=" else _PLAIN_HEADING))
        self.at += 2
        return True

    def _labelled(self, line: Line) -> bool:
        """A ``Key: value`` line, or a key with its value, a figure, on the next line."""
        label = label_end(line.text, low=self.low)
        following = self.lines[self.at + 1] if self.at + 1 < self.region else None
        following = None if self.at + 1 in self.laid_out else following
        if label > 0:
            if following is not None and self.width and joins(line, following, self.width):
                return False
            self.blocks.append(self._pair(line, label))
            self.at += 1
            return True
        if following is None or not line.text.endswith(":") or not is_label(line.text[:-1]):
            return False
        value = following.text
        short = len(value) <= 80 and not ends_sentence(value)
        if not short or self._starts(following) or not any(map(str.isdecimal, value)):
            return False
        keyed = Line(line.start, following.end, self.plain[line.start : following.end])
        self.blocks.append(self._pair(keyed, len(line.text) - 1))
        self.at += 2
        return True

    def _kind(self, line: Line, index: int) -> BlockKind:
        """What a line that stands alone is: a heading, an entry with a figure, or a paragraph."""
        text = line.text
        if is_trail(text):
            return "links"
        if not is_title_like(text):
            return "paragraph"
        figure = text.split()[0].lstrip("#~$€£")
        if figure[:1].isdecimal() and (not figure.isdecimal() or self._neighbours_start_with_figures(index)):
            return "item"
        return "heading"

    def _neighbours_start_with_figures(self, index: int) -> bool:
        around = [self.lines[i].text for i in (index - 1, index + 1) if 0 <= i < len(self.lines)]
        return any(text[:1].isdecimal() or text[:2].lstrip("#")[:1].isdecimal() for text in around)

    def _dates_a_text(self, index: int) -> bool:
        """Whether text other than one more date follows soon."""
        for line in self.lines[index + 1 : index + 6]:
            if line.text:
                return not is_date(line.text)
        return False


def with_title(plain: str, blocks: list[Block]) -> list[Block]:
    """``blocks`` with the document's title marked: its first heading, where little stands before it."""
    before = 0
    for index, block in enumerate(blocks):
        if block.kind == "title":
            return blocks
        if block.kind == "heading" and block.level < _DATE_HEADING:
            long_enough = len(plain[block.start : block.end].split()) >= 3
            if before == 0 or (before <= 400 and long_enough):
                return [*blocks[:index], replace(block, kind="title", level=1), *blocks[index + 1 :]]
            return blocks
        if block.kind == "paragraph" and before == 0:
            titled = merged_titles.split(plain, block)
            if len(titled) > 1:
                return [*blocks[:index], *titled, *blocks[index + 1 :]]
        if block.kind in ("paragraph", "item", "pair", "row"):
            before += block.end - block.start
    return blocks


def name_lists(blocks: list[Block], marked: frozenset[int]) -> list[Block]:
    """``blocks`` with would-be headings that head nothing turned into links.

    These are three and more in a row, of which only the last may head the text that follows, and any that
    no text follows. ``marked`` holds the starts of those that a sign proves to be headings.
    """
    found = list(blocks)
    run: list[int] = []
    for index in range(len(blocks) + 1):
        block = blocks[index] if index < len(blocks) else None
        if block and block.kind == "heading" and block.level == _PLAIN_HEADING and block.start not in marked:
            run.append(index)
            continue
        heads_text = block is not None and (
            block.kind in ("paragraph", "item", "pair", "row")
            or (block.kind == "heading" and block.level > _PLAIN_HEADING and len(run) == 1)
        )
        names = run[:-1] if heads_text and len(run) >= 3 else [] if heads_text else run
        for name in names:
            if name:
                found[name] = replace(blocks[name], kind="links", level=0)
        run = []
    return found
