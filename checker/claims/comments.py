"""Keeps the comments of a claims file when it is written anew."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|(?<![^\s,\[{:])\'(?:[^\']|\'\')*\'')
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_ENTRY = re.compile(r"  - (?:id|acronym): *(.*)$")
_TOP = re.compile(r"[a-z_]+:")

_HEAD = ""


def keep(old: str, new: str) -> str:
    """``new`` with the comments of ``old``, each above the entry or section that it stood in or above.

    Comments of an entry that is gone move to the top of the file.
    """
    if "#" not in old:
        return new
    found = _gather(old)
    if not any(found.values()):
        return new
    lines: list[str] = []
    for line in new.splitlines():
        anchor = _anchor(line)
        if anchor is not None:
            indent = line[: len(line) - len(line.lstrip())]
            lines += [f"{indent}{comment}" for comment in found.pop(anchor, ())]
        lines.append(line)
    homeless = [comment for comments in found.values() for comment in comments]
    return "".join(f"{line}\n" for line in (*homeless, *lines))


def _anchor(line: str) -> str | None:
    entry = _ENTRY.match(line)
    if entry:
        return entry[1].strip().strip("\"'")
    top = _TOP.match(line)
    return top[0] if top else None


def _gather(old: str) -> dict[str, list[str]]:
    """The comments of a file under the entry that follows them, or the one they stand in."""
    found: dict[str, list[str]] = {_HEAD: []}
    inside = _HEAD
    waiting: list[str] = []
    for line in old.splitlines():
        if line.lstrip().startswith("#"):
            comment = line.strip()
            if line.startswith("    "):
                found.setdefault(inside, []).append(comment)
            else:
                waiting.append(comment)
            continue
        comment_at = _COMMENT.search(_QUOTED.sub(lambda m: " " * len(m[0]), line)) if "#" in line else None
        bare = line[: comment_at.start()] if comment_at else line
        anchor = _anchor(bare)
        if anchor is not None:
            inside = anchor
            found.setdefault(anchor, []).extend(waiting)
            waiting = []
        if comment_at:
            found.setdefault(inside, []).append(line[comment_at.start() :].strip())
    found.setdefault(_HEAD, []).extend(waiting)
    return found
