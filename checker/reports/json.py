"""The JSON report as text: ASCII in its escapes wherever a character could act on a terminal."""

from __future__ import annotations

import json

from checker.model.report import Report


def render(report: Report) -> str:
    """The JSON report, indented, with a newline at its end; plain letters of any script stay as they are."""
    text = json.dumps(report.to_json(), indent=2, ensure_ascii=False)
    acting = {ord(char): _escaped(ord(char)) for char in set(text) if not char.isprintable() and char != "\n"}
    return text.translate(acting) + "\n"


def _escaped(code: int) -> str:
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
