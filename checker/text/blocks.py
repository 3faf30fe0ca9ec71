"""Tells a text's titles, headings, paragraphs, items, rows and pairs apart."""

from __future__ import annotations

from dataclasses import replace

from checker.language.identifiers import identifier_end
from checker.model.document import Block, BlockKind
from checker.text import aligned_tables, merged_titles, tables
from checker.text.keyed_lines import KeyedLine, keyed, opens_with_figure
from checker.text.layout import Layout
from checker.text.lines import (
    Line,
    cut,
    date_end,
    ends_sentence,
    hashes,
    is_caption,
    is_date,
    is_dated_entry,
    is_label,
    is_release,
    is_rule,
    is_title_like,
    is_trail,
    is_wordy,
    label_end,
    mark,
)
from checker.text.paragraphs import is_prose, joins, wrap_width
from checker.text.thresholds import CHRONICLE_LINES, SHEET_KEY, SHEET_LINES, TABLE_TRIES, TERM, VALUE_BELOW

_PLAIN_HEADING = 2
_DATE_HEADING = 3
_FENCES = ("```", "~~~")


class Divider:
    """Walks over the lines of one stretch of text and gathers them into blocks."""

    def __init__(
        self,
        plain: str,
        start: int,
        end: int,
        layout: Layout | None = None,
        *,
        joined: bool = False,
        headed: bool = False,
        written: str = "",
    ) -> None:
        """``joined``: the format says that lines without a blank one between them are one paragraph; ``headed``: it
        says which lines are headings.

        ``written`` is the text with its markup, which stands at the same places.
        """
        self.plain = plain
        self.written = written or plain
        self.layout = layout or Layout(None)
        self.joined = joined
        self.headed = headed
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
        self.chronicle = False
        """Lines of the run at hand that open with a date are entries of their own."""

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
        self.low = len(low) >= SHEET_LINES and all(0 < label_end(line.text, low=True) <= SHEET_KEY for line in low)
        dated = sum(date_end(line.text) > 0 for line in self.lines[self.at : end])
        self.chronicle = dated >= CHRONICLE_LINES and date_end(self.lines[self.at].text) > 0

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
            if 0 < tried <= TABLE_TRIES:
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
            self._item(line, width, 1 + line.indent // 2 if line.indent else 1)
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

    def item(self, block: Block) -> list[Block]:
        """The item that the stretch is, or the pair in it."""
        self._measure()
        self._item(replace(self.lines[0], indent=0), 0, block.level)
        whole = len(self.blocks) == 1 and not any(line.text for line in self.lines[self.at :])
        return self.blocks if whole else [block]

    def _item(self, line: Line, width: int, level: int) -> None:
        body = Line(line.start + width, line.end, line.text[width:], line.indent)
        following = self.lines[self.at + 1] if self.at + 1 < self.region else None
        if following is not None and self._holds_value(body, following):
            self._pair(Line(body.start, following.end, body.text), KeyedLine(len(body.text), len(body.text)), level)
            self.at += 2
            return
        end = self._gather(body)
        dated = date_end(body.text)
        found = None if dated else self._keyed(body, item=True)
        if found is not None and (end == line.end or identifier_end(body.text)):
            self._pair(Line(body.start, end, self.plain[body.start : end]), found, level)
        else:
            self.blocks.append(Block("item", body.start, end, level=level, key=body.text[:dated] or None))

    def _holds_value(self, line: Line, following: Line) -> bool:
        """Whether an item is a key, and the line below it, further in, the value: a figure with a few words."""
        value = following.text
        inside = following.indent > line.indent and not self._starts(following)
        return inside and len(value) <= VALUE_BELOW and opens_with_figure(value) and is_label(line.text.rstrip(":"))

    def _keyed(self, line: Line, *, item: bool = False) -> KeyedLine | None:
        end = line.start + len((line.text.split(maxsplit=1) or [""])[0].rstrip(":,"))
        marked = self.written[line.start - 1 : line.start] == self.written[end : end + 1] == "`"
        return keyed(line.text, low=self.low, item=item, named=marked)

    def _pair(self, line: Line, found: KeyedLine, level: int = 0) -> None:
        """A key with its value; ``found`` says where in the text of the line they part."""
        key = " ".join(self.plain[line.start : line.start + found.key].split()).rstrip(":").rstrip()
        value = self.plain[line.start + found.value : line.end]
        start = line.start + found.value + len(value) - len(value.lstrip())
        cells = ((line.start, line.start + found.key), (start, line.end))
        self.blocks.append(Block("pair", line.start, line.end, level=level, key=key, cells=cells))

    def _table(self, line: Line) -> bool:
        if "|" not in line.text and "\t" not in line.text:
            return False
        found = tables.read(self.plain, self.lines, self.at)
        if found is None:
            return False
        blocks, self.at = found
        self.blocks.extend(blocks)
        return True

    def _defined(self, line: Line) -> bool:
        """A term, or a question, with its definitions below it, each behind a colon; moves past them."""
        at = self.at + 1
        if at + 1 < len(self.lines) and not self.lines[at].text:
            at += 1
        if at >= len(self.lines) or not self.lines[at].text.startswith(": ") or len(line.text) > TERM:
            return False
        if line.text.startswith(": "):
            return False
        asks = self._asks(line)
        if asks:
            self.blocks.append(Block("paragraph", line.start, line.end))
        opens = True
        while at < len(self.lines) and self.lines[at].text.startswith(": "):
            self.at = at
            self._measure()
            following = self.lines[at]
            inner = following.text[1:].lstrip()
            start = following.end - len(inner)
            end = self._gather(Line(start, following.end, inner, following.indent))
            if asks:
                self.blocks.append(Block("paragraph", start, end))
            else:
                key = (line.start, line.end) if opens else (start, start)
                self.blocks.append(Block("pair", key[0], end, key=line.text.rstrip(":"), cells=(key, (start, end))))
            at, opens = self.at, False
            if at + 1 < len(self.lines) and not self.lines[at].text and self.lines[at + 1].text.startswith(": "):
                at += 1
        return True

    def _gather(self, line: Line) -> int:
        """The end of the paragraph that ``line`` starts; moves past its lines."""
        first = self.at
        self.at += 1
        while self.at < self.region:
            following = self.lines[self.at]
            if (
                self.at in self.laid_out
                or self._starts(following)
                or not (self.joined or joins(line, following, self.width))
            ):
                break
            if self.at == first + 1 and self._asks(line):
                break
            line = following
            self.at += 1
        return line.end

    def _asks(self, line: Line) -> bool:
        """Whether the line, the first of its paragraph, is a question that the next line answers."""
        return line.text.rstrip("\"'*_ ").endswith("?") and len(line.text) <= TERM

    def _answers(self, line: Line) -> bool:
        """Whether a figure stands right below a question."""
        before = self.blocks[-1] if self.blocks else None
        if before is None or before.kind not in ("heading", "paragraph", "item") or not opens_with_figure(line.text):
            return False
        return self.plain[before.start : before.end].rstrip("\"'*_ ").endswith("?")

    def _starts(self, line: Line) -> bool:
        text = line.text
        if not text[0].isalpha() and (is_rule(text) or hashes(text) or text.startswith((*_FENCES, ": "))):
            return True
        if mark(text) or text[0] == "|" or (self.chronicle and date_end(text)):
            return True
        if text[0].islower() and not self.low:
            return identifier_end(text) > 0 and self._keyed(line) is not None
        return self._keyed(line) is not None

    def _text(self, line: Line) -> None:
        if self._underlined(line) or self._defined(line):
            return
        if self.chronicle and (dated := date_end(line.text)):
            self.blocks.append(Block("item", line.start, self._gather(line), level=1, key=line.text[:dated]))
            return
        if is_caption(line.text) or self._answers(line):
            self.blocks.append(Block("paragraph", line.start, self._gather(line)))
            return
        if is_release(line.text):
            self.blocks.append(Block("heading", line.start, line.end, level=_PLAIN_HEADING))
            self.at += 1
            return
        if self._wrapped(line) or self._labelled(line):
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
            colon = self.plain.index(":", line.start + 1) - line.start
            self._pair(Line(line.start, last.end, line.text), KeyedLine(colon, colon + 1))
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
        if self.chronicle and date_end(text):
            return False
        if identifier_end(text) and self._keyed(following) is not None:
            return False
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
        found = self._keyed(line)
        following = self.lines[self.at + 1] if self.at + 1 < self.region else None
        following = None if self.at + 1 in self.laid_out else following
        if found is not None:
            wrapped = following is not None and bool(self.width) and not self._starts(following)
            if wrapped and following is not None and joins(line, following, self.width):
                return False
            self._pair(line, found)
            self.at += 1
            return True
        if following is None or not line.text.endswith(":") or not is_label(line.text[:-1]):
            return False
        value = following.text
        short = len(value) <= 80 and not ends_sentence(value)
        if not short or self._starts(following) or not any(map(str.isdecimal, value)):
            return False
        colon = len(line.text) - 1
        self._pair(Line(line.start, following.end, line.text), KeyedLine(colon, colon + 1))
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
        return "paragraph" if self.headed else "heading"

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
        if block.kind == "heading" and block.level < _DATE_HEADING and not is_release(plain[block.start : block.end]):
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
