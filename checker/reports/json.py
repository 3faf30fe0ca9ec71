"""The JSON report as text: ASCII in its escapes wherever a character could act on a terminal."""

from __future__ import annotations

from functools import lru_cache
from json.encoder import encode_basestring

from checker.model.report import Report

_STEP = "  "


def render(report: Report) -> str:
    """The JSON report, indented, with a newline at its end; plain letters of any script stay as they are."""
    parts: list[str] = []
    _write(report.to_json(), "\n", parts)
    parts.append("\n")
    return "".join(parts)


# The standard library indents in Python, one token at a time; a report's claims are written several times faster whole.
def _write(value: object, margin: str, parts: list[str]) -> None:
    """Add a value's text to ``parts``; ``margin`` is the line break with the blanks that its last line begins with."""
    if isinstance(value, dict) and value:
        inner = margin + _STEP
        opening = "{" + inner
        for key, entry in value.items():
            if isinstance(entry, dict | list):
                parts.append(f"{opening}{_key(key)}: ")
                _write(entry, inner, parts)
            else:
                parts.append(f"{opening}{_key(key)}: {_scalar(entry)}")
            opening = "," + inner
        parts.append(margin + "}")
    elif isinstance(value, list) and value:
        inner = margin + _STEP
        opening = "[" + inner
        for entry in value:
            parts.append(opening)
            _write(entry, inner, parts)
            opening = "," + inner
        parts.append(margin + "]")
    elif isinstance(value, dict | list):
        parts.append("{}" if isinstance(value, dict) else "[]")
    else:
        parts.append(_scalar(value))


@lru_cache(maxsize=256)
def _key(name: str) -> str:
    return _scalar(name)


def _scalar(value: object) -> str:
    """A text, a number, a truth or nothing."""
    if isinstance(value, str):
        text = encode_basestring(value)
        return text if text.isprintable() else "".join(c if c.isprintable() else _escaped(ord(c)) for c in text)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    raise TypeError(f"no part of a report: {value!r}")


def _escaped(code: int) -> str:
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
