"""Reads the header that publishing systems put before a page, in YAML or TOML: its title, its labelled values."""

from __future__ import annotations

import re

from checker.language.language import derived, table
from checker.model.document import Block
from checker.text.lines import Line, cut
from checker.text.thresholds import HEADER

_RULES = {"---": (":", ("---", "...")), "+++": ("=", ("+++",))}
_TABLE = re.compile(r"\[\[?([\w. -]{1,60})\]\]?")
_KEY = re.compile(r"[A-Za-z][\w .-]{0,60}")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def read(plain: str) -> tuple[list[Block], int]:
    """The blocks of the header, and where the page itself begins; nothing and 0 where there is none."""
    sign, ends = _RULES.get(plain[:3], ("", ()))
    if not sign:
        return [], 0
    lines = cut(plain, 0, min(len(plain), HEADER))
    close = next((i for i, line in enumerate(lines[1:], 1) if line.text in ends), None)
    if lines[0].text != plain[:3] or close is None:
        return [], 0
    header = lines[1:close]
    if not any(sign in line.text for line in header):
        return [], 0
    return _filled(_values(header, sign), lines[close].end), lines[close].end


def _values(header: list[Line], sign: str) -> list[Block]:
    """The title and the labelled values, in order."""
    found: list[Block] = []
    over = ""
    titled = listed = False
    for line in header:
        listed = line.text.startswith("- ") or (listed and line.indent > 0)
        if listed:
            continue
        section = _TABLE.fullmatch(line.text) if sign == "=" else None
        if section is not None:
            over = _spelt(section[1])
            continue
        key, value = _parted(line, sign)
        if sign == ":" and not line.indent and key:
            over = ""
        if not key or over in _keys("template"):
            continue
        words = _spelt(key)
        if value is None:
            over = words if sign == ":" and not line.indent else over
            continue
        start, end = value
        if words in _keys("title") and not line.indent and not over and not titled:
            found.append(Block("title", start, end, level=1, header=True))
            titled = True
        elif any(map(str.isdecimal, line.text[len(key) :])) and not _is_template(words):
            at = line.text.index(key)
            name = f"{over} {words}".strip()
            cells = ((line.start + at, line.start + at + len(key)), value)
            found.append(Block("pair", line.start + at, end, key=name, cells=cells, header=True))
    return found


def _parted(line: Line, sign: str) -> tuple[str, tuple[int, int] | None]:
    """The key of a line, and where its value stands without its quotes; "" for a line that has no key."""
    text = line.text
    front, found, rest = text.partition(sign)
    key = front.strip().strip("\"'")
    if not found or not _KEY.fullmatch(key) or text.startswith("- "):
        return "", None
    value = rest.strip()
    comment = value.find(" #")
    if comment >= 0 and value[:1] not in "\"'":
        value = value[:comment].rstrip()
    if not value:
        return key, None
    start = line.start + len(front) + 1 + rest.index(value)
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        start, value = start + 1, value[1:-1]
    return key, (start, start + len(value)) if value.strip() and value[0] not in "[{|>&*" else None


def _is_template(words: str) -> bool:
    """Whether a key is for what lays out and sorts pages, or names one: ``post id``."""
    known = words in _keys("template") or words in _keys("title")
    return known or words.rpartition(" ")[2] in _keys("named_by")


def _filled(values: list[Block], end: int) -> list[Block]:
    """The values, and between them what is no claim, up to the end of the header."""
    found: list[Block] = []
    done = 0
    for block in values:
        if done < block.start:
            found.append(Block("boilerplate", done, block.start, header=True))
        found.append(block)
        done = block.end
    return [*found, Block("boilerplate", done, end, header=True)]


def _spelt(key: str) -> str:
    """A key in words: ``free_places``, ``freePlaces`` and ``free-places`` are free places."""
    return " ".join(re.split(r"[\s_.-]+", _HUMP.sub(" ", key))).lower().strip()


@derived
def _all_keys() -> dict[str, frozenset[str]]:
    return {name: frozenset(keys) for name, keys in table("text/front_matter").items()}


def _keys(name: str) -> frozenset[str]:
    return _all_keys()[name]
