"""Reads R Markdown and Quarto: Markdown with code that is run, formulas and citations in its sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.model.document import Reading, Source
from checker.sources import markdown
from checker.sources.formulas import is_plain
from checker.sources.markup import spaces

_CODE = re.compile(r"`\{?(?:r|python|julia|js|ojs)\}?[ \t][^`\n]{1,800}`")
_DISPLAY = re.compile(r"\$\$[^$]{1,4000}\$\$")
_FORMULA = re.compile(r"(?<![\\$\w])\$(?=[^\s$])([^$\n]{1,400})(?<=[^\s\\])\$(?![\d$])")
"""A sign of money before a figure opens no formula: none closes it, or a figure follows where it would."""
_CITATION = re.compile(r"(?<!\w)-?@\w[\w:.#%&+?~/-]{0,200}")


def reading(source: Source, text: str) -> Reading:
    """``text`` read as Markdown, without what is worked out, calculated or cited in its sentences."""
    plain = _CODE.sub(lambda match: spaces(match[0]), text) if "`" in text else text
    if "$" in plain:
        plain = _DISPLAY.sub(lambda match: spaces(match[0]), plain)
        plain = _FORMULA.sub(_formula, plain)
    plain = _CITATION.sub(lambda match: spaces(match[0]), plain) if "@" in plain else plain
    return replace(markdown.reading(source, plain), text=text)


def _formula(match: re.Match[str]) -> str:
    """``$n = 312$`` says what it says without its signs; what is more than that is no value."""
    return f" {match[1]} " if is_plain(match[1]) else spaces(match[0])
