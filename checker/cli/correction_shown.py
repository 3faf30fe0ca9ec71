"""Shows a correction before it is written: the patch, what it changes, what is left, and what comes up with it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.collection.corrections import Correction
from checker.reports.terminal import Look, Style, safe

_LONGEST = 400
"""Characters of a line of a patch that are shown; of a longer one only the part around what changes."""
_MOST_ARISING = 5


def patch_lines(correction: Correction, *, color: bool) -> Iterator[str]:
    """The unified diff of each file, safe to print; line ends are not shown."""
    look = Look(color=color)
    for patch in correction.patches:
        lines = patch.diff()
        at = _change(lines)
        for line in lines:
            style: Style | None = {"+": "good", "-": "error", "@": "info"}.get(line[:1])  # type: ignore[assignment]
            shown = safe(_cut(line, at if line[:1] in "+-" else 0).replace("\t", "    "))
            yield look.paint(style, shown) if style is not None and line[:3] not in ("+++", "---") else shown


def summary_lines(correction: Correction) -> Iterator[str]:
    """Each value that changes, each that is left to be changed by hand, and each conflict that comes up."""
    for one in correction.replacements:
        yield safe(f"{one.where}: '{one.before}' becomes '{one.after}'")
    for left in correction.by_hand:
        yield safe(f"Left to you: {left}")
    for other in correction.alike:
        yield safe(f"Not changed: {other.where}: '{other.before}', which may be of something else")
    count = len(correction.arising)
    if count:
        yield f"With this, {count} other {'conflict comes' if count == 1 else 'conflicts come'} up:"
        yield from (safe(f"  {f.severity}  {f.rule}: {f.message}") for f in correction.arising[:_MOST_ARISING])
        if count > _MOST_ARISING:
            yield f"  and {count - _MOST_ARISING} more"


def _change(lines: list[str]) -> int:
    """Where the first pair of changed lines begins to differ."""
    old = next((line for line in lines[2:] if line.startswith("-")), "")
    new = next((line for line in lines[2:] if line.startswith("+")), "")
    return next((n for n, (a, b) in enumerate(zip(old[1:], new[1:], strict=False), 1) if a != b), 0)


def _cut(line: str, at: int) -> str:
    """A line of bearable length, with what stands at ``at``."""
    if len(line) <= _LONGEST:
        return line
    start = max(1, at - _LONGEST // 2)
    end = start + _LONGEST
    return line[:1] + ("..." if start > 1 else "") + line[start:end] + ("..." if end < len(line) else "")
