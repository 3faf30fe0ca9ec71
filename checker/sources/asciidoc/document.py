"""Reads AsciiDoc: the blocks that its grammar marks, their words in place.

The processors that are kept are in Ruby, JavaScript and Java; those of Python are under the GPL or AGPL, write pages
and tell no places.
"""

from __future__ import annotations

import re

from checker.language.language import derived, table
from checker.model.document import Metadata, Reading, Source
from checker.sources.asciidoc import inline as asciidoc_inline
from checker.sources.asciidoc import tables as asciidoc_tables
from checker.sources.asciidoc.lines import (
    ANCHOR,
    ATTRIBUTES,
    CALLOUT,
    DELIMITER,
    HEADING,
    LISTED,
    MACRO,
    NUMBERED,
    TERM,
    TITLE,
    item,
    opens,
)
from checker.sources.markings import Markings, Span, cut
from checker.sources.stated_days import day

_ATTRIBUTE = re.compile(r":(!?[A-Za-z0-9_][\w-]{0,80}!?):(?:[ \t]+(.*))?$")
_STYLE = re.compile(r"\[\s?([\w-]{0,40})")
_REVISION = re.compile(r"v?[\d.]{1,20},?[ \t]+([12]\d{3}-\d\d?-\d\d?)|([12]\d{3}-\d\d?-\d\d?)")
_AUTHOR = re.compile(r"\{[\w-]{1,60}\}$|[^\W\d_][^\n,:;|=]{1,80}(?:<[^<>\n]{1,120}>)?(?:;[^\n]{1,200})?$")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):[ \t]+")
_REFERENCE = re.compile(r"\{([\w-]{1,60})\}")
_CONDITIONS = ("ifdef::", "ifndef::", "endif::", "include::")
_UNDERLINES = "=-~^+"
_DEEPEST = 20
_SHORT = 80


def reading(source: Source, text: str) -> Reading:
    """``text`` with its marks left out and its headings, paragraphs, items, tables and code distinguished."""
    return _Parser(text).read(source)


@derived
def _words() -> dict[str, frozenset[str]]:
    words = table("text/asciidoc")
    return {name: frozenset(words[name]) for name in ("dated", "published_by", "code", "dropped")}


class _Parser:
    """Walks over the lines of a text and gathers its blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = cut(text)
        self.markings = Markings(text)
        self.attributes: dict[str, str] = {}
        """The short values that the text gives to names."""
        self.style = ""
        """What the line of attributes over the next block says."""
        self.published: str | None = None
        self.publisher: str | None = None

    def read(self, source: Source) -> Reading:
        """The reading of the whole text."""
        self._body(self._header(), len(self.lines), 0)
        return self.markings.reading(source, metadata=Metadata(publisher=self.publisher, published=self.published))

    def _header(self) -> int:
        """Read the title with the lines right below it; the line behind them."""
        lines = self.lines
        at = 0
        while at < len(lines):
            text = lines[at].text
            if text.startswith("//") and not text.startswith("////"):
                pass
            elif (
                text
                and not self._attribute(at)
                and not text.startswith(("ifdef::", "ifndef::", "endif::", "include::"))
            ):
                break
            at += 1
        if at >= len(lines) or not lines[at].text.startswith("= "):
            return at
        self._heading(at, 1, 2)
        at += 1
        plain = 0
        while at < len(lines) and lines[at].text:
            text = lines[at].text
            revision = _REVISION.match(text)
            if plain < 2 and revision is not None:
                self.published = self.published or day(revision[1] or revision[2])
            elif (plain or not _AUTHOR.match(text)) and not (
                self._attribute(at) or text.startswith(("//", *_CONDITIONS))
            ):
                break
            plain += not text.startswith((":", "//"))
            at += 1
        return at

    def _attribute(self, at: int) -> bool:
        """Whether a line gives a name its value, which is learnt."""
        line = self.lines[at]
        found = _ATTRIBUTE.match(line.text) if line.text.startswith(":") else None
        if found is None:
            return False
        name, value = found[1].lower(), (found[2] or "").strip()
        if name in _words()["dated"]:
            self.published = day(value) or self.published
            self.markings.pair(
                (line.start + 1, line.start + 1 + len(name)), (line.end - len(value) if value else line.end, line.end)
            )
        elif name in _words()["published_by"]:
            self.publisher = value or self.publisher
        while (
            "{" in value and (inner := re.search(r"\{([\w-]{1,60})\}", value)) and inner[1].lower() in self.attributes
        ):
            value = value.replace(inner[0], self.attributes[inner[1].lower()])[: _SHORT + 1]
        if name.strip("!") != name:
            self.attributes.pop(name.strip("!"), None)
        elif len(value) <= _SHORT and "\\" not in value and "{" not in value:
            self.attributes[name] = value
        return True

    # blocks

    def _body(self, at: int, last: int, depth: int) -> None:
        """The blocks of lines ``at`` up to ``last``."""
        lines = self.lines
        while at < last:
            line = lines[at]
            text = line.text
            if not text:
                self.style = self.style if at and lines[at - 1].text.startswith("[") else ""
                at += 1
            elif text[0].isalpha() and not (line.indent or "::" in text or ";;" in text or text[1:2] in ".)"):
                at = self._plain(at, last)
            else:
                at = self._signed(at, last, depth)

    def _plain(self, at: int, last: int) -> int:
        """Add a paragraph that opens with a word; the line behind it."""
        line = self.lines[at]
        under = self.lines[at + 1].text if at + 1 < last else ""
        ruled = len(under) > 2 and under[0] in _UNDERLINES and not under.strip(under[0])
        if ruled and abs(len(under) - len(line.text)) <= 2 and not line.text.endswith(("+", ".")):
            self._heading(at, _UNDERLINES.index(under[0]) + 1, 0)
            return at + 2
        if line.text[0].isupper() and (found := _ADMONITION.match(line.text)):
            return self._paragraph(at, last, line.start + found.end())
        return self._paragraph(at, last, line.start)

    def _heading(self, at: int, level: int, width: int) -> None:
        line = self.lines[at]
        start = line.start + width
        words = line.text[width:].rstrip("=# \t") if width else line.text
        self._mark(start, start + len(words))
        self.markings.add("heading", start, start + len(words), level)

    def _paragraph(self, at: int, last: int, start: int) -> int:
        """Add the paragraph of the lines from ``at`` up to what ends it; the line behind it."""
        end = self._end(at, last)
        stop = self.lines[end - 1].end
        style = self._styled()
        if style in _words()["code"]:
            self.markings.add("code", start, stop)
        elif style not in _words()["dropped"]:
            self._said("paragraph", start, stop)
        return end

    def _end(self, at: int, last: int, listed: bool = False) -> int:
        """The line behind a paragraph; in a list the next item ends it too."""
        at += 1
        while at < last:
            line = self.lines[at]
            text = line.text
            if not text or text == "+":
                break
            if not text[0].isalnum():
                if DELIMITER.match(text) or (text[0] == "[" and (ATTRIBUTES.match(text) or ANCHOR.match(text))):
                    break
                if text.startswith("//") and not text.startswith("////"):
                    self.markings.leave_out(line.start, line.end)
                if listed and (LISTED.match(text) or CALLOUT.match(text)):
                    break
            elif "::" in text and (MACRO.match(text) or (listed and TERM.match(text))):
                if not text.startswith(("ifdef", "ifndef", "endif", "ifeval", "include", "image")):
                    break
                self.markings.leave_out(line.start, line.end)
            elif listed and NUMBERED.match(text):
                break
            at += 1
        return at

    def _said(self, kind: str, start: int, end: int, level: int = 0) -> None:
        self._mark(start, end)
        self.markings.add("item" if kind == "item" else "paragraph", start, end, level)

    def _mark(self, start: int, end: int) -> None:
        asciidoc_inline.mark(self.markings, start, end, self.attributes)

    def _styled(self) -> str:
        """The style of the next block, which is forgotten."""
        found = _STYLE.match(self.style)
        self.style = ""
        return found[1].lower() if found is not None else ""

    def _signed(self, at: int, last: int, depth: int) -> int:
        """Add the block that a sign opens; the line behind it."""
        line = self.lines[at]
        text = line.text
        if text[0] == "/" and text.startswith("//") and not text.startswith("////"):
            return at + 1
        if DELIMITER.match(text):
            return self._delimited(at, last, depth)
        if text[0] == "[" and ANCHOR.match(text):
            return at + 1
        if text[0] == "[" and ATTRIBUTES.match(text):
            self.style = text if not self.style or len(text) > 3 else self.style
            return at + 1
        if MACRO.match(text):
            return at + 1
        if text[0] == ":" and self._attribute(at):
            while self.lines[at].text.endswith("\\") and at + 1 < last:
                at += 1
            return at + 1
        heading = HEADING.match(text) if text[0] in "=#" and not line.indent else None
        if heading is not None:
            self._heading(at, len(heading[1]), heading.end())
            self.style = ""
            return at + 1
        if text[0] == "." and (title := TITLE.match(text)):
            self._mark(line.start + title.end(), line.end)
            self.markings.caption(line.start + title.end(), line.end)
            return at + 1
        if text == "+":
            return at + 1
        if item(line) is not None:
            return self._list(at, last, depth)
        if line.indent and self._styled() not in ("quote", "verse", "abstract", "normal"):
            end = at
            while end < last and self.lines[end].text:
                end += 1
            self.markings.add("code", line.start, self.lines[end - 1].end)
            return end
        if admonition := _ADMONITION.match(text):
            return self._paragraph(at, last, line.start + admonition.end())
        return self._plain(at, last) if text[0].isalnum() else self._paragraph(at, last, line.start)

    def _delimited(self, at: int, last: int, depth: int) -> int:
        """Add the block between two lines of the same delimiter; the line behind it."""
        lines = self.lines
        sign = lines[at].text
        closing = "```" if sign.startswith("```") else sign
        end = at + 1
        while end < last and lines[end].text != closing:
            end += 1
        attributes, style = self.style, self._styled()
        if sign[1:2] == "=" and sign[0] in "|,:!":
            self._table(at, end, sign[0], attributes)
        elif sign[0] in "-.`" and sign != "--":
            self._code(at + 1, end)
        elif sign[0] in "/+" or style in _words()["dropped"]:
            pass
        elif style in _words()["code"]:
            self._code(at + 1, end)
        elif depth < _DEEPEST:
            if end >= last:
                return at + 1
            self._body(at + 1, end, depth + 1)
        return min(end + 1, max(last, at + 1))

    def _code(self, at: int, end: int) -> None:
        if at < end:
            self.markings.add("code", self.lines[at].start, self.lines[end - 1].end)

    def _table(self, at: int, end: int, sign: str, attributes: str) -> None:
        if at + 1 >= end:
            return
        start, stop = self.lines[at].end + 1, self.lines[end - 1].end
        found = asciidoc_tables.read(self.text, start, stop, sign, attributes)
        for mark in found.marks:
            self.markings.leave_out(*mark)
        for row in found.rows:
            for cell in row:
                if cell[0] < cell[1]:
                    self._mark(*cell)
        self.markings.table(found.rows, found.heads)

    # lists

    def _list(self, at: int, last: int, depth: int) -> int:
        """Add the items of a list, and what is joined to them; the line behind it."""
        lines = self.lines
        signs: list[str] = []
        self.style = ""
        while at < last:
            line = lines[at]
            if not line.text or (line.text.startswith("//") and not DELIMITER.match(line.text)):
                at += 1
                continue
            if line.text == "+":
                at = self._joined(at + 1, last, depth)
                continue
            opened = item(line)
            if opened is None:
                if line.indent and lines[at - 1].text == "" and signs and not DELIMITER.match(line.text):
                    end = self._end(at, last, listed=True)
                    self._code(at, end)
                    at = end
                    continue
                if line.text[0] == "[" and ATTRIBUTES.match(line.text) and self._goes_on(at, last):
                    at += 1
                    continue
                break
            sign, start = opened
            if sign in signs:
                del signs[signs.index(sign) + 1 :]
            else:
                signs.append(sign)
            at = self._listed(at, last, sign, start, len(signs))
        return at

    def _goes_on(self, at: int, last: int) -> bool:
        """Whether the list goes on behind a line of attributes."""
        following = self.lines[at + 1] if at + 1 < last else None
        return following is not None and bool(following.text) and item(following) is not None

    def _listed(self, at: int, last: int, sign: str, start: int, level: int) -> int:
        """Add an item, or a term with its definition; the line behind it."""
        lines = self.lines
        line = lines[at]
        end = self._end(at, last, listed=True)
        if sign not in ("::", ":::", "::::", ";;"):
            self._said("item", start, lines[end - 1].end, level)
            return end
        found = TERM.match(line.text)
        term: Span = (line.start, line.start + (found.end("term") if found is not None else 0))
        self._mark(*term)
        if start >= line.end:
            first = end if end > at + 1 else at + 1
            if end == at + 1:
                while first < last and not lines[first].text:
                    first += 1
                following = lines[first] if first < last else None
                if following is None or following.text == "+" or opens(following) or item(following):
                    self.markings.add("item", *term, level)
                    return at + 1
                end = self._end(first, last, listed=True)
            else:
                first = at + 1
            start = lines[first].start
            if item(lines[first]):
                self.markings.add("item", *term, level)
                return first
        self._mark(start, lines[end - 1].end)
        self.markings.pair(term, (start, lines[end - 1].end), level)
        return end

    def _joined(self, at: int, last: int, depth: int) -> int:
        """Add the block that is joined to an item; the line behind it."""
        lines = self.lines
        while at < last and (ATTRIBUTES.match(lines[at].text) or ANCHOR.match(lines[at].text) or not lines[at].text):
            if ATTRIBUTES.match(lines[at].text):
                self.style = lines[at].text
            at += 1
        if at >= last:
            return at
        text = lines[at].text
        if DELIMITER.match(text):
            return self._delimited(at, last, depth)
        if text.startswith(".") and (title := TITLE.match(text)):
            self._mark(lines[at].start + title.end(), lines[at].end)
            self.markings.caption(lines[at].start + title.end(), lines[at].end)
            return self._joined(at + 1, last, depth) if at + 1 < last and lines[at + 1].text else at + 1
        if MACRO.match(text) or text.startswith("//"):
            return at + 1
        if item(lines[at]) is not None:
            return at
        admonition = _ADMONITION.match(text)
        start = lines[at].start + (admonition.end() if admonition is not None else 0)
        if self._styled() in _words()["code"]:
            end = self._end(at, last)
            self._code(at, end)
            return end
        end = self._end(at, last, listed=True)
        self._said("paragraph", start, lines[end - 1].end)
        return end
