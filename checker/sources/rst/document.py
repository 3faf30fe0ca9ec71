"""Reads reStructuredText: the blocks that its grammar marks, with those of Sphinx, their words in place.

The grammar is that of docutils, whose own parser is not used: it needs columns as they are written, gives lines and no
places, reports what it does not know as an error and drops the words of it.
"""

from __future__ import annotations

import re

from checker.model.document import Metadata, Reading, Source
from checker.sources.markings import Line, Markings, Span, cut
from checker.sources.rst import head as rst_head
from checker.sources.rst import inline as rst_inline
from checker.sources.rst import tables as rst_tables
from checker.sources.rst.directives import Directive, directive, words
from checker.sources.stated_days import day

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*")
_BULLET = re.compile(r"[-*+•‣⁃](?:[ \t]+|$)")
_NUMBER = re.compile(r"\(?(?:\d{1,9}|[a-zA-Z]|[ivxlcdm]{2,7}|[IVXLCDM]{2,7}|#)[.)](?:[ \t]+|$)")
_FIELD = re.compile(r":(?![:\s`])((?:[^:\\\n]|\\.|:(?!\s|$|`)){1,200}):(?:[ \t]+|$)")
_DIRECTIVE = re.compile(r"\.\. ?(?:\|([^|\n]{1,80})\| ?)?([A-Za-z0-9][\w:.+-]{0,80}?) ?::(?:[ \t]+|$)")
_NOTE = re.compile(r"\.\. \[(\#[\w.-]{0,60}|\*|\d{1,4}|[A-Za-z][\w.:-]{0,80})\](?:[ \t]+|$)")
_OPTION = re.compile(r"(?:--?[A-Za-z?][\w-]{0,40}|/[A-Z?])(?:[ =]?(?:<[^<>\n]{1,40}>|[A-Z_]{2,30}))?(?=[ ,]|$)")
_DEEPEST = 20
_FOUR = 4


def reading(source: Source, text: str) -> Reading:
    """``text`` with its marks left out and its headings, paragraphs, items, tables and code distinguished."""
    return _Parser(text).read(source)


class _Parser:
    """Walks over the lines of a text and gathers its blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = cut(text)
        self.markings = Markings(text)
        self.styles: list[tuple[str, bool]] = []
        """The ways in which headings are set off, by level, in order of appearance."""
        self.level = 0
        """The level of the last heading."""
        self.substitutions = rst_head.substitutions(self.lines) if ".. |" in text else {}
        self.published: str | None = None
        self.publisher: str | None = None

    def read(self, source: Source) -> Reading:
        """The reading of the whole text."""
        self._body(self._header(), len(self.lines), 0)
        return self.markings.reading(source, metadata=Metadata(publisher=self.publisher, published=self.published))

    def _header(self) -> int:
        """Add the fields that a proposal opens with; the line behind them."""
        fields, end = rst_head.fields(self.lines)
        for name, key, value in fields:
            if name == "title":
                self.markings.add("title", *value, 1)
            elif name not in words()["page_fields"]:
                self._mark(*value)
                self.markings.pair(key, value)
        return end

    def _body(self, at: int, last: int, depth: int, level: int = 0) -> None:
        """The blocks of lines ``at`` up to ``last``."""
        lines = self.lines
        while at < last and not lines[at].text:
            at += 1
        if at >= last:
            return
        indent = min(line.indent for line in lines[at:last] if line.text)
        while at < last:
            line = lines[at]
            if not line.text:
                at += 1
            elif line.indent > indent and depth < _DEEPEST:
                end = self._inside(at, last, indent)
                self._body(at, end, depth + 1, level)
                at = end
            else:
                at = self._block(at, last, depth, level)

    def _inside(self, at: int, last: int, indent: int) -> int:
        """The line behind those from ``at`` that stand further in than ``indent``."""
        end = at
        while at < last:
            line = self.lines[at]
            if line.text:
                if line.indent <= indent:
                    break
                end = at + 1
            at += 1
        return end

    def _block(self, at: int, last: int, depth: int, level: int) -> int:
        """Add the block that line ``at`` starts; the line behind it."""
        line = self.lines[at]
        text = line.text
        if not text[0].isalnum():
            end = self._signed(at, last, depth, level)
            if end:
                return end
        elif _NUMBER.match(text) is not None and self._counts(at, last):
            return self._item(at, last, depth, level)
        if not depth and (end := self._heading(at, last)):
            return end
        if at + 1 < last and self.lines[at + 1].text and self.lines[at + 1].indent > line.indent:
            return self._definition(at, last, depth, level)
        return self._paragraph(at, last)

    def _signed(self, at: int, last: int, depth: int, level: int) -> int:
        """Add the block that a sign opens; the line behind it, 0 where the sign opens none."""
        line = self.lines[at]
        text = line.text
        if text.startswith("..") and (len(text) == 2 or text[2] in " \t"):
            return self._explicit(at, last, depth, level)
        if text.startswith("__ "):
            return at + 1
        if _BULLET.match(text):
            return self._item(at, last, depth, level)
        if text[0] in "(#" and _NUMBER.match(text) and self._counts(at, last):
            return self._item(at, last, depth, level)
        if text[0] == ":" and (found := _FIELD.match(text)):
            return self._field(at, last, depth, found)
        if text[0] in "+=" and (end := rst_tables.laid_out_end(self.lines, at, last)):
            return self._laid_out(at, end)
        if text[0] == "|" and text[1:2] in ("", " "):
            return self._lines(at, last)
        if text.startswith(">>> "):
            return self._code(at, self._run(at, last))
        if text[0] in "-/" and _OPTION.match(text):
            end = max(at + 1, self._inside(at + 1, last, line.indent))
            self._text("item", at, self._run(at, end), line.start, level + 1)
            self._body(self._run(at, end), end, depth + 1, level + 1)
            return end
        if _ADORNMENT.fullmatch(text):
            if not depth and (end := self._heading(at, last)):
                return end
            if text == "::" or len(text) >= _FOUR:
                return self._literal(at + 1, last, line.indent) if text == "::" else at + 1
        return 0

    def _run(self, at: int, last: int) -> int:
        """The line behind those without a blank one between them."""
        while at < last and self.lines[at].text:
            at += 1
        return at

    def _counts(self, at: int, last: int) -> bool:
        """Whether a line that opens like a numbered item is one: none that is no item goes on at its edge."""
        if at + 1 >= last:
            return True
        line, following = self.lines[at], self.lines[at + 1]
        return not following.text or following.indent > line.indent or _NUMBER.match(following.text) is not None

    def _heading(self, at: int, last: int) -> int:
        """Add the heading that line ``at`` starts; the line behind it, 0 for none."""
        lines = self.lines
        first = lines[at].text
        over = len(first) > 1 and _ADORNMENT.fullmatch(first) is not None
        under = at + 2 if over else at + 1
        if under >= last:
            return 0
        title, rule = lines[under - 1], lines[under].text
        if not title.text or lines[under].indent or not rule or _ADORNMENT.fullmatch(rule) is None:
            return 0
        if over and (rule[0] != first[0] or _ADORNMENT.fullmatch(title.text)):
            return 0
        if len(rule) < min(len(title.text), _FOUR) or (len(rule) < _FOUR and rule in ("..", "::", "...")):
            return 0
        style = (rule[0], over)
        if style not in self.styles:
            self.styles.append(style)
        self.level = self.styles.index(style) + 1
        self._mark(title.start, title.end)
        self.markings.add("heading", title.start, title.end, self.level)
        return under + 1

    def _paragraph(self, at: int, last: int) -> int:
        """Add a paragraph, and the code that a double colon at its end announces; the line behind it."""
        indent = self.lines[at].indent
        end = at + 1
        while end < last and self.lines[end].text and self.lines[end].indent >= indent:
            end += 1
        return self._said("paragraph", at, end, last, self.lines[at].start)

    def _said(self, kind: str, at: int, end: int, last: int, start: int, level: int = 0) -> int:
        """Add a paragraph or item of lines ``at`` up to ``end`` from place ``start``; the line behind it."""
        self._text(kind, at, end, start, level)
        if self.lines[end - 1].text.endswith("::"):
            return self._literal(end, last, self.lines[end - 1].indent, at)
        return end

    def _text(self, kind: str, at: int, end: int, start: int, level: int = 0) -> None:
        """Add the words from ``start`` up to the end of the line before ``end``."""
        stop = self._stop(at, end)
        self._mark(start, stop)
        self.markings.add("item" if kind == "item" else "paragraph", start, stop, level)

    def _stop(self, at: int, end: int) -> int:
        """Where the words of lines ``at`` up to ``end`` end."""
        while end - 1 > at and not self.lines[end - 1].text:
            end -= 1
        line = self.lines[end - 1]
        if line.text.endswith("::"):
            self.markings.leave_out(
                line.end - (2 if line.text[:-2].endswith((" ", ":")) or line.text == "::" else 1), line.end
            )
        return line.end

    def _literal(self, at: int, last: int, indent: int, before: int | None = None) -> int:
        """Add the code behind a double colon; the line behind it."""
        first = at
        while first < last and not self.lines[first].text:
            first += 1
        if first >= last:
            return at
        line = self.lines[first]
        least = min(indent, self.lines[before].indent) if before is not None else indent
        if line.indent > least:
            return self._code(first, self._inside(first, last, least))
        if first > at and line.indent == least and _ADORNMENT.match(line.text):
            end = first
            while end < last and self.lines[end].text.startswith(line.text[0]):
                end += 1
            return self._code(first, end)
        return at

    def _code(self, at: int, end: int) -> int:
        if at < end:
            self.markings.add("code", self.lines[at].start, self.lines[end - 1].end)
        return max(end, at)

    def _mark(self, start: int, end: int) -> None:
        rst_inline.mark(self.markings, start, end, self.substitutions)

    def _item(self, at: int, last: int, depth: int, level: int) -> int:
        """Add an item and what stands under it; the line behind it."""
        line = self.lines[at]
        sign = _BULLET.match(line.text) or _NUMBER.match(line.text)
        width = sign.end() if sign is not None else 0
        end = max(at + 1, self._inside(at + 1, last, line.indent))
        start = line.start + width
        inner = line.text[width:]
        if inner and (_BULLET.match(inner) or inner.startswith(".. ")) and depth < _DEEPEST:
            held = self.lines[at]
            self.lines[at] = Line(start, line.end, inner, line.indent + max(width, 1))
            self._body(at, end, depth + 1, level + 1)
            self.lines[at] = held
            return end
        stop = self._run(at, end)
        if not inner:
            self._body(at + 1, end, depth + 1, level + 1)
            return end
        behind = self._said("item", at, stop, end, start, level + 1)
        self._body(behind, end, depth + 1, level + 1)
        return end

    def _definition(self, at: int, last: int, depth: int, level: int) -> int:
        """Add a term and its definition; the line behind them."""
        line = self.lines[at]
        end = self._inside(at + 1, last, line.indent)
        if line.text.endswith("::"):
            self._text("paragraph", at, at + 1, line.start)
            return self._literal(at + 1, last, line.indent)
        parted = line.text.find(" : ")
        term = (line.start, line.start + parted if parted > 0 else line.end)
        self._mark(line.start, line.end)
        self._defined(term, at + 1, end, depth, level)
        return end

    def _defined(self, term: Span, at: int, end: int, depth: int, level: int) -> None:
        """Add a term with the first paragraph of its definition, and the rest of that."""
        while at < end and not self.lines[at].text:
            at += 1
        if at >= end:
            self.markings.add("paragraph", *term)
            return
        line = self.lines[at]
        opens = line.text[0].isalnum() or not (
            _BULLET.match(line.text) or line.text.startswith((".. ", "::", "+-", "|"))
        )
        if not opens or _NUMBER.match(line.text):
            self.markings.add("item", *term, level + 1)
            self._body(at, end, depth + 1, level + 1)
            return
        stop = at + 1
        while stop < end and self.lines[stop].text and self.lines[stop].indent == line.indent:
            stop += 1
        place = self._stop(at, stop)
        self._mark(line.start, place)
        self.markings.pair(term, (line.start, place), level)
        if self.lines[stop - 1].text.endswith("::"):
            stop = self._literal(stop, end, line.indent)
        self._body(stop, end, depth + 1, level + 1)

    def _field(self, at: int, last: int, depth: int, found: re.Match[str]) -> int:
        """Add a field as a label and its value; the line behind it."""
        line = self.lines[at]
        end = max(at + 1, self._inside(at + 1, last, line.indent))
        name = found[1].lower()
        value = line.text[found.end() :]
        if name in words()["dated"] and self.published is None and not self.styles[1:]:
            self.published = day(value)
        elif name in words()["published_by"]:
            self.publisher = value.strip() or None
        if name in words()["page_fields"]:
            return end
        term = (line.start + 1, line.start + found.end(1))
        if not value:
            self._defined(term, at + 1, end, depth, 0)
            return end
        stop = self._run(at, end)
        place = self._stop(at, stop)
        self._mark(*term)
        self._mark(line.start + found.end(), place)
        self.markings.pair(term, (line.start + found.end(), place))
        self._body(stop, end, depth + 1)
        return end

    def _lines(self, at: int, last: int) -> int:
        """Add the lines of a block that keeps them; the line behind it."""
        first = at
        while at < last and (line := self.lines[at]).text and (at == first or line.text[0] == "|" or line.indent):
            if line.text[0] == "|":
                self.markings.leave_out(line.start, line.start + 1)
            at += 1
        self._text("paragraph", first, at, self.lines[first].start)
        return at

    def _laid_out(self, at: int, end: int) -> int:
        """Add a table that the text stage finds by its rulers or its grid; the line behind it."""
        self._mark(self.lines[at].start, self.lines[end - 1].end)
        self.markings.add("paragraph", self.lines[at].start, self.lines[end - 1].end)
        return end

    def _explicit(self, at: int, last: int, depth: int, level: int) -> int:
        """Add what an explicit mark holds: a directive, a note; comments, targets and the like hold nothing."""
        line = self.lines[at]
        end = max(at + 1, self._inside(at + 1, last, line.indent))
        if line.text == ".." and end > at + 1 and not self.lines[at + 1].text:
            return at + 1
        found = _DIRECTIVE.match(line.text)
        if found is not None:
            if found[1] is None:
                self._directive(at, end, depth, level, found)
            return end
        note = _NOTE.match(line.text)
        if note is not None:
            start = line.start + note.end()
            stop = self._run(at, end)
            if note[1][0].isalpha():
                self.markings.add("links", start, self._stop(at, end))
                return end
            if note.end() < len(line.text):
                self._text("paragraph", at, stop, start)
            self._body(stop if note.end() < len(line.text) else at + 1, end, depth + 1, level)
        return end

    def _directive(self, at: int, end: int, depth: int, level: int, found: re.Match[str]) -> None:
        line = self.lines[at]
        held = directive(self.lines, at, end, found[2], line.start + found.end())
        if held.kind == "dropped" or depth >= _DEEPEST:
            return
        if held.kind == "code":
            if held.body < end:
                self._code(held.body, end)
        elif held.kind in ("list-table", "csv-table"):
            self._argument(held)
            rows = rst_tables.list_table if held.kind == "list-table" else rst_tables.separated_table
            cells = rows(self.lines, held, end, self.text)
            for row in cells[0]:
                for cell in row:
                    self._mark(*cell)
            self.markings.table(*cells)
        elif held.kind == "describing" and held.argument:
            start, stop = held.argument
            first = self.text.find("\n", start, stop)
            self._defined((start, first if first > 0 else stop), held.body, end, depth, level)
        else:
            stop = held.body
            if held.argument and held.kind == "opening":
                stop = max(stop, self._run(held.body, end) if held.joined else stop)
                self._text("paragraph", at, max(stop, at + 1), held.argument[0])
            else:
                self._argument(held)
            self._body(stop, end, depth + 1, level)

    def _argument(self, held: Directive) -> None:
        """Add what stands behind a directive's name where it is words."""
        if held.argument and held.kind == "heading":
            self._mark(*held.argument)
            self.markings.add("heading", *held.argument, self.level + 1)
        elif held.argument and held.says:
            self._mark(*held.argument)
            self.markings.caption(*held.argument)
