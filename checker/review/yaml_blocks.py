"""Edits a decisions file block by block, so that a decision made changes its own lines and no other."""

from __future__ import annotations

import json
import re
from typing import Any

from checker import strictyaml
from checker.model.decision import Decision, Side
from checker.model.user_error import UserError
from checker.review.decisions_schema import SCHEMA_VERSION
from checker.strictyaml import modelines

Name = tuple[str, str, str, tuple[tuple[str, str], ...]]

HEAD = f"schema_version: {SCHEMA_VERSION}\ndecisions:\n"
_WIDTH = 100


def split(text: str, where: str) -> tuple[str, dict[Name, str]]:
    """The text before the first decision, and each decision's lines with the comments above them, by its name.

    ``text`` is a file that was read before. Raises UserError where decisions are not written one block each.
    """
    parsed = strictyaml.read(text, where)
    lines = text.splitlines(keepends=True)
    entries = parsed.data.get("decisions") or ()
    places = [("decisions", i) for i in range(len(entries))]
    starts = [_start(lines, parsed.line(place) or 0, parsed.at(place)) for place in places]
    head = "".join(lines[: starts[0]]) if starts else remarks(text) + HEAD
    ends = [*starts[1:], len(lines)] if starts else []
    found: dict[Name, str] = {}
    for entry, start, end, place in zip(entries, starts, ends, places, strict=True):
        block = "".join(lines[start:end])
        if _name(entry) in found:
            raise UserError("two verdicts on one conflict", parsed.at(place), "keep one")
        found[_name(entry)] = block if block.endswith("\n") else block + "\n"
    return head, found


def block(decision: Decision) -> str:
    """The lines of one decision, ended by a line break; every string that is free text is quoted."""
    lines = [
        f"  - rule: {_quoted(decision.rule)}",
        f"    subject: {_quoted(decision.subject)}",
        f"    attribute: {_quoted(decision.attribute)}",
        "    values:",
        *(f"      {_quoted(source)}: {_quoted(digest)}" for source, digest in decision.values),
        f"    verdict: {decision.verdict}",
    ]
    for name in ("scope", "reason", "by", "on", "expires"):
        written = getattr(decision, name)
        lines += [f"    {name}: {_quoted(written)}"] if written else []
    if decision.left or decision.right:
        lines.append("    sides:")
    for name, sides in (("left", decision.left), ("right", decision.right)):
        lines += [f"      {name}:"] if sides else []
        lines += [line for side in sides for line in _side(side)]
    return "\n".join(lines) + "\n"


def remarks(block: str) -> str:
    """The comments of ``block``, a line each, those behind a key included; the line for editors is none."""
    return "".join(f"  {comment.text}\n" for comment in strictyaml.comments(modelines.without(block)))


def renamed(text: str, where: str, old: str, new: str) -> str:
    """A decisions file where the source ``old`` is called ``new``, in order again; other characters stay.

    Raises UserError where a name does not stand on a line with its key.
    """
    parsed = strictyaml.read(text, where)
    lines = text.splitlines(keepends=True)
    name = rf"""(["']?)(?<![\w.-]){re.escape(old)}\1"""
    for path, key in _places(parsed.data, old):
        pattern = rf"{name}(?=\s*:)" if key else rf"(?<=source:)\s*{name}(?![\w.-])"
        number = (parsed.line(path) or 1) - 1
        line = lines[number]
        place = re.search(pattern, line)
        if place is None:
            raise UserError(f"the name '{old}' is not on a line with its key", parsed.at(path), "write it so")
        lines[number] = f"{line[: place.start()]}{'' if key else ' '}{_quoted(new)}{line[place.end() :]}"
    head, found = split("".join(lines), where)
    return head + "".join(found[key] for key in sorted(found))


def _places(data: Any, source: str) -> list[tuple[tuple[str | int, ...], bool]]:
    """Where a decisions file names ``source``, and whether as a key."""
    found: list[tuple[tuple[str | int, ...], bool]] = []
    for index, entry in enumerate(data.get("decisions") or ()):
        if source in entry["values"]:
            found.append((("decisions", index, "values", source), True))
        for side, written in (entry.get("sides") or {}).items():
            at = ("decisions", index, "sides", side)
            found += [((*at, n, "source"), False) for n, one in enumerate(written) if one["source"] == source]
    return found


def _side(side: Side) -> list[str]:
    return [
        f"        - source: {_quoted(side.source)}",
        f"          value: {_quoted(side.value)}",
        f"          quote: {_quoted(side.quote)}",
    ]


def _quoted(text: str) -> str:
    """``text`` as a double-quoted YAML scalar of one line; what is not printable is escaped."""
    written = json.dumps(text, ensure_ascii=False)
    return written if written.isprintable() else "".join(c if c.isprintable() else _escape(ord(c)) for c in written)


def _escape(code: int) -> str:
    """A character as YAML escapes it, which knows no surrogates."""
    if 0xD800 <= code < 0xE000:
        code = 0xFFFD
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _start(lines: list[str], line: int, at: str) -> int:
    """The index of the first line of the block whose item stands on ``line``: comments right above it are its own."""
    index = line - 1
    if not lines[index].lstrip().startswith("- "):
        raise UserError("decisions must stand one block each to be changed here", at, "write each from '  - rule:' on")
    while index and lines[index - 1].lstrip().startswith("#"):
        index -= 1
    return index


def _name(entry: Any) -> Name:
    return entry["subject"], entry["rule"], entry["attribute"], tuple(sorted(entry["values"].items()))
