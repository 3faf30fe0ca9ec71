"""Reads MDX: Markdown with components, expressions and statements of JavaScript among it."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.model.document import Reading, Source
from checker.sources import markdown
from checker.sources.markup import spaces

_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})")
_STATEMENT = re.compile(
    r"import\s{1,9}(?:[\"'{*]|\w+\s{0,9},|\w+\s{1,9}from\s{0,9}[\"'])"
    r"|export\s{1,9}(?:[{*]|(?:default|const|let|var|async|function|class)\b)"
)
_COMPONENT = re.compile(r"</?(?:[A-Z][\w.]{0,80}(?:[\s/][^<>]{0,2000})?)?>")
_EXPRESSION = re.compile(r"\{[^{}\n]{0,2000}\}")


def reading(source: Source, text: str) -> Reading:
    """``text`` read as Markdown, without what is code: only the text between components belongs to the document."""
    read = markdown.reading(source, _without_code(text))
    return replace(read, text=text)


def _without_code(text: str) -> str:
    """``text`` with statements, components and expressions outside code blocks blanked, one character for one."""
    lines: list[str] = []
    fenced = stated = False
    for line in text.splitlines(keepends=True):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            stated = bool(line.strip()) and (stated or _STATEMENT.match(line) is not None)
            line = spaces(line) if stated else _blanked(line)
        lines.append(line)
    return "".join(lines)


def _blanked(line: str) -> str:
    line = _COMPONENT.sub(lambda match: spaces(match[0]), line) if "<" in line else line
    return _EXPRESSION.sub(lambda match: spaces(match[0]), line) if "{" in line else line
