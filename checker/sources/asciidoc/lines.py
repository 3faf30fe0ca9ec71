"""Says what the lines of AsciiDoc open: headings, items, blocks, macros."""

from __future__ import annotations

import re

from checker.sources.markings import Line

HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
DELIMITER = re.compile(r"(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|`{3,}[\w-]{0,40}|~{4,}|[|,:!]={3,})$")
ATTRIBUTES = re.compile(r"\[(?!\[)[^\n]{0,2000}\]$")
ANCHOR = re.compile(r"\[\[[^\[\]\n]{1,300}\]\]$")
TITLE = re.compile(r"\.(?![\s.])(?=.)")
MACRO = re.compile(
    r"(?:image|include|video|audio|toc|ifdef|ifndef|ifeval|endif|plantuml|asciinema|menu|xref)::[^\n]{0,2000}$"
    r"|(?:'{3,}|<{3,}|-{3}|\* ?\* ?\*)$"
)
TERM = re.compile(r"(?P<term>(?:[^\s:;]|:(?!:)|;(?!;)|[ \t](?=\S)){1,400}?)(?P<sign>:{2,4}|;;)(?:[ \t]+|$)")
LISTED = re.compile(r"(\*{1,6}|-|\.{1,6}|•)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)")
NUMBERED = re.compile(r"(?:\d{1,4}[.]|[a-zA-Z][.)]|[ivxIVX]{1,6}\))[ \t]+(?=\S)")
CALLOUT = re.compile(r"<(?:\d{1,3}|\.)>[ \t]+(?=\S)")


def item(line: Line) -> tuple[str, int] | None:
    """The sign of the item that a line opens, and where its words begin."""
    text = line.text
    if text[0] in "*-.•" and (found := LISTED.match(text)):
        return found[1], line.start + found.end()
    if text[0] == "<" and (found := CALLOUT.match(text)):
        return "<", line.start + found.end()
    if (text[0].isalnum() and text[1:6].strip("0123456789ivxIVX")[:1] in (".", ")")) and (
        found := NUMBERED.match(text)
    ):
        return "1.", line.start + found.end()
    if ("::" in text or ";;" in text) and (found := TERM.match(text)) and not MACRO.match(text):
        return found["sign"], line.start + found.end()
    return None


def opens(line: Line) -> bool:
    """Whether a line opens a block that is no paragraph."""
    text = line.text
    return bool(
        DELIMITER.match(text)
        or ATTRIBUTES.match(text)
        or ANCHOR.match(text)
        or MACRO.match(text)
        or (HEADING.match(text) and not line.indent)
    )
