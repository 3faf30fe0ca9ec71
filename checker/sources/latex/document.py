"""Reads LaTeX: the blocks that its commands mark, their words in place.

pylatexenc reads the same grammar into nodes at 0.2 MB a second, and stops at what is no whole expression; the walk here
goes over the commands once and leaves every word that none of them takes away.
"""

from __future__ import annotations

import re

from checker.model.document import BlockKind, Metadata, Reading, Source
from checker.sources import formulas
from checker.sources.latex import tables as latex_tables
from checker.sources.latex.source import TOKEN, Groups, absent, length_end
from checker.sources.latex.words import QUANTITIES, SIGNS, SPACING, accented, commands, defined, is_size, quantity
from checker.sources.markings import Markings
from checker.sources.stated_days import day

_DOCUMENT = re.compile(r"\\begin[ \t]*\{document\}")
_END = re.compile(r"\\end[ \t]*\{document\}")
_FORMULA = re.compile(r"((?:[^$\\\n]|\\.|\n(?!\s*\n)){1,1000}?)\$", re.DOTALL)
_VALUE_END = re.compile(r"\n[ \t]*\n|\\item\b|\\(?:begin|end)[ \t]*\{")
_TITLED = {"title": "title", "subtitle": "paragraph"}
_DEEPEST = 30
_FAR = 40
_FORMULA_LENGTH = 5_000
_VERBATIM = 400


def reading(source: Source, text: str) -> Reading:
    """``text`` with its commands left out and its headings, paragraphs, items, tables and code distinguished."""
    return _Walk(text).read(source)


class _Walk:
    """Goes over the commands of a text and gathers its blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.groups = Groups(text)
        self.markings = Markings(text)
        self.known = commands()
        self.words = defined(text)
        """The short words that the text defines a command for."""
        self.published: str | None = None
        self.lists: list[str] = []
        self.kind: BlockKind = "paragraph"
        self.start = 0
        """Where the block at hand begins."""
        self.closing: list[str] = []
        """What stands for the closing brace of each group that is open."""
        self.inline = 0
        """Depth of stretches whose words are in a block already."""
        self.inputs: list[tuple[int, str]] = []

    def read(self, source: Source) -> Reading:
        """The reading of the whole text."""
        text = self.text
        start, end = 0, len(text)
        if (begins := _DOCUMENT.search(text)) is not None:
            self._preamble(begins.start())
            start = begins.end()
            ends = _END.search(text, start)
            end = ends.start() if ends is not None else end
        self.start = start
        self._walk(start, end)
        self._close(end)
        return self.markings.reading(source, absent(source, text, self.inputs), Metadata(published=self.published))

    def _preamble(self, end: int) -> None:
        """The title and the date that are set before the text begins."""
        for found in TOKEN.finditer(self.text, 0, end):
            name = found["command"]
            if name in _TITLED or name == "date":
                self._headed(found, name, end)

    def _headed(self, found: re.Match[str], name: str, end: int) -> int:
        """A command with the title or the date of the document; the place behind it."""
        spans, last = self.groups.arguments(found.end(), end, 1)
        if not spans:
            return found.end()
        if name == "date":
            self.published = self.published or day(self.text[slice(*spans[0])])
            return last
        self._stretch(*spans[0])
        self.markings.add("title" if name == "title" else "paragraph", *spans[0], 1 if name == "title" else 0)
        return last

    # blocks

    def _close(self, at: int, kind: BlockKind = "paragraph", start: int | None = None) -> None:
        """End the block at hand at ``at``; the next is a ``kind`` and begins at ``start``."""
        if self.inline:
            return
        self.markings.add(self.kind, self.start, at, max(len(self.lists), 1) if self.kind == "item" else 0)
        self.kind = kind
        self.start = at if start is None else start

    def _stretch(self, start: int, end: int) -> None:
        """Read the commands among words that are in a block, or that will be."""
        if self.inline > _DEEPEST:
            return
        self.inline += 1
        closing, self.closing = self.closing, []
        self._walk(start, end)
        self.closing = closing
        self.inline -= 1

    def _walk(self, at: int, end: int) -> None:
        while (found := TOKEN.search(self.text, at, end)) is not None:
            at = self._read(found, end)

    def _read(self, found: re.Match[str], end: int) -> int:
        """Read one command or sign; the place from which to go on."""
        group_name = found.lastgroup
        first, last = found.span()
        if group_name == "behind":
            return self._command(found, end)
        if group_name == "escaped":
            return self._escaped(found, end)
        if group_name == "blank":
            self._close(first, start=last)
        elif group_name == "comment":
            line = self.text.rfind("\n", 0, first) + 1
            self.markings.leave_out(first if self.text[line:first].strip() else line, last)
        elif group_name == "grouped":
            self.markings.read_as(first, last, found["grouped"])
        elif group_name == "dollars":
            return self._formula(found, end)
        elif group_name == "sign":
            self._sign(found[0], first, last)
        return last

    def _sign(self, sign: str, first: int, last: int) -> None:
        if sign == "{":
            self.closing.append("")
            self.markings.leave_out(first, last)
        elif sign == "}":
            words = self.closing.pop() if self.closing else ""
            self._say(first, last, words or (" " if self.text.startswith("{", last) else ""))
        elif sign in SIGNS:
            self.markings.read_as(first, last, SIGNS[sign])
        elif sign in "&^" or sign[0] == "#":
            self.markings.leave_out(first, last)

    def _formula(self, found: re.Match[str], end: int) -> int:
        """A formula between signs of money; one that is plain is words."""
        text = self.text
        first, last = found.span()
        if found[0] == "$$":
            close = text.find("$$", last, min(end, last + _FORMULA_LENGTH))
            close = close if close >= 0 else last
            self.markings.leave_out(first, min(close + 2, end))
            return min(close + 2, end)
        inner = _FORMULA.match(text, last, end)
        if inner is None:
            return last
        formulas.read(self.markings, first, inner.span(1), inner.end())
        return inner.end()

    def _say(self, start: int, end: int, words: str) -> None:
        """Read a stretch as ``words``, or as nothing."""
        if words:
            self.markings.read_as(start, end, words)
        else:
            self.markings.leave_out(start, end)

    def _escaped(self, found: re.Match[str], end: int) -> int:
        sign = found["escaped"]
        first, last = found.span()
        if sign in "%$&#_{}":
            self.markings.read_as(first, last, sign)
            return last
        if letter := accented(sign, self.text, last, end):
            self.markings.read_as(first, letter[1], letter[0])
            return letter[1]
        if sign in "([":
            close = self.text.find("\\)" if sign == "(" else "\\]", last, min(end, last + _FORMULA_LENGTH))
            if close < 0:
                return last
            if sign == "(":
                formulas.read(self.markings, first, (last, close), close + 2)
            else:
                self.markings.leave_out(first, close + 2)
            return close + 2
        if sign == "\\":
            given = self.groups.option(last, end)
            last = given[1] + 1 if given is not None and is_size(self.text[slice(*given)]) else last
            if self.inline or self.closing:
                self.markings.read_as(first, last, " ")
            else:
                self._close(first, start=last)
            return last
        self._say(first, last, SPACING.get(sign, ""))
        return last

    # commands

    def _command(self, found: re.Match[str], end: int) -> int:
        name = found["command"]
        first, last = found.span()
        text, known = self.text, self.known
        if name == "begin":
            return self._begin(found, end)
        if name == "end":
            return self._end(found, end)
        if name in known.headings:
            return self._heading(found, end)
        if name == "item":
            return self._item(found, end)
        if name in _TITLED or name == "date":
            last = self._headed(found, name, end) if not self.inline else last
            self._close(first, start=last)
            return last
        if name in known.captions:
            return self._caption(found, end)
        if name in ("footnote", "footnotetext", "endnote", "marginpar", "sidenote"):
            given = self.groups.option(last, end)
            last = given[1] + 1 if given is not None else last
            if self.groups.group(last, end) is not None:
                self.closing.append(")")
                self.markings.read_as(first, last + 1, " (")
                return last + 1
        if name in ("verb", "lstinline") and last < end and not text[last].isspace() and text[last] not in "{[":
            close = text.find(text[last], last + 1, min(end, last + _VERBATIM))
            if close >= 0 and "\n" not in text[last:close]:
                self.markings.leave_out(first, last + 1)
                self.markings.leave_out(close, close + 1)
                return close + 1
        if name in self.words:
            self._say(first, last - len(found["behind"]) if text[last : last + 2] != "{}" else last, self.words[name])
            return last
        if name in QUANTITIES:
            spans, behind = self.groups.arguments(last, end, QUANTITIES[name])
            if len(spans) == QUANTITIES[name]:
                for edit in quantity(name, text, first, spans, behind):
                    self.markings.read_as(*edit)
                return behind
        if name in known.symbols:
            behind = last + 2 if text[last : last + 2] == "{}" else last
            self._say(first, behind, known.symbols[name])
            return behind
        if letter := accented(name, text, last, end):
            self.markings.read_as(first, letter[1], letter[0])
            return letter[1]
        return self._other(found, end)

    def _other(self, found: re.Match[str], end: int) -> int:
        """A command that says nothing, or only sets off the words in its braces."""
        name = found["command"]
        first, last = found.span()
        text, known = self.text, self.known
        if name in known.definitions:
            return self._definition(first, last, end)
        if name in known.breaking:
            self._close(first, start=first)
        if name == "iffalse":
            close = text.find("\\fi", last, end)
            last = close + 3 if close >= 0 else last
        count = known.arguments(name)
        if count is not None:
            if count and text[last : last + 1] == "(":
                last = max(last, text.find(")", last, last + _FAR) + 1)
            spans, behind = self.groups.arguments(last, end, count) if count else ([], length_end(text, last, end))
            if name in ("input", "include", "subfile") and spans:
                self.inputs.append((first, text[slice(*spans[0])].strip()))
                self._close(first, start=behind)
            self.markings.leave_out(first, behind)
            return behind
        if text[last : last + 1] == "=":
            last = length_end(text, last, end)
        before = known.before_words.get(name, 0)
        given = self.groups.option(last, end)
        if before or given is not None:
            _, last = self.groups.arguments(last, end, before)
        else:
            inner = self.groups.group(last, end)
            if inner is not None and is_size(text[slice(*inner)]):
                last = inner[1] + 1
        self.markings.leave_out(first, last)
        return last

    def _definition(self, first: int, last: int, end: int) -> int:
        """A definition of a command, which says nothing here."""
        behind = self.groups.definition_end(last, end)
        self.markings.leave_out(first, behind)
        self._close(first, start=behind)
        return behind

    def _heading(self, found: re.Match[str], end: int) -> int:
        spans, last = self.groups.arguments(found.end(), end, 1)
        if not spans:
            self.markings.leave_out(*found.span())
            return found.end()
        if self.inline:
            self.markings.leave_out(found.start(), spans[0][0])
            return spans[0][0]
        self._close(found.start(), start=last)
        self._stretch(*spans[0])
        self.markings.add("heading", *spans[0], self.known.headings[found["command"]])
        return last

    def _caption(self, found: re.Match[str], end: int) -> int:
        """The words under or over a table or figure, a paragraph of their own."""
        count = 2 if found["command"] == "captionof" else 1
        spans, last = self.groups.arguments(found.end(), end, count)
        if len(spans) < count or self.inline:
            self.markings.leave_out(*found.span())
            return found.end()
        self._close(found.start(), start=last)
        self._stretch(*spans[-1])
        self.markings.caption(*spans[-1])
        return last

    def _item(self, found: re.Match[str], end: int) -> int:
        """An item of a list; one with a label is a label and its value."""
        first, last = found.span()
        if self.inline:
            self.markings.leave_out(first, last)
            return last
        self._close(first, "item", last)
        label = self.groups.option(last, end)
        if label is None:
            return last
        last = label[1] + 1
        if any(map(str.isalpha, self.text[slice(*label)])):
            self._stretch(*label)
            stop = _VALUE_END.search(self.text, last, end)
            at = stop.start() if stop is not None else end
            self._stretch(last, at)
            self.markings.pair(label, (last, at), len(self.lists))
            self.kind, self.start = "paragraph", at
            return at
        self.start = last
        return last

    # environments

    def _begin(self, found: re.Match[str], end: int) -> int:
        text, known = self.text, self.known
        first = found.start()
        given = self.groups.group(found.end(), end)
        if given is None:
            self.markings.leave_out(*found.span())
            return found.end()
        name, last = text[slice(*given)].strip(), given[1] + 1
        bare = name.rstrip("*")
        stop, behind = 0, 0
        if bare in known.unsaid_environments or bare in known.code or bare in known.references or name in known.tables:
            stop, behind = self.groups.environment_end(last, end)
        if bare in known.unsaid_environments:
            self.markings.leave_out(first, behind)
            return behind
        if bare in known.code or bare in known.references:
            self._close(first, start=behind)
            self.markings.add("code" if bare in known.code else "links", last, stop)
            return behind
        if name in known.tables and not self.inline:
            self._close(first, start=behind)
            _, start = self.groups.arguments(last, stop, known.tables[name])
            self._table(start, stop)
            return behind
        if bare in known.lists and not self.inline:
            self._close(first, start=last)
            self.lists.append(bare)
        count = known.environment_arguments.get(bare)
        if count is not None or text[last : last + 1] == "[":
            _, last = self.groups.arguments(last, end, count or 0)
        self.markings.leave_out(first, last)
        self._close(first, start=last)
        if bare == "frame" and not self.inline and (title := self.groups.group(last, end)):
            self._stretch(*title)
            self.markings.add("heading", *title, known.headings["frametitle"])
            last = title[1] + 1
            self.start = last
        return last

    def _end(self, found: re.Match[str], end: int) -> int:
        given = self.groups.group(found.end(), end)
        last = given[1] + 1 if given is not None else found.end()
        self.markings.leave_out(found.start(), last)
        self._close(found.start(), start=last)
        if given is not None and self.lists and not self.inline:
            name = self.text[slice(*given)].strip().rstrip("*")
            if name in self.known.lists:
                self.lists.pop()
        return last

    # tables

    def _table(self, start: int, end: int) -> None:
        rows, heads, captions = latex_tables.rows(self.groups, start, end)
        for caption in captions:
            self._stretch(*caption)
            self.markings.caption(*caption)
        for row in rows:
            for cell in row:
                if cell[0] < cell[1]:
                    self._stretch(*cell)
            last = row[-1][1] if row else end
            if self.text.startswith("\\\\", last):
                self.markings.leave_out(last, last + 2)
        self.markings.table(rows, heads)
