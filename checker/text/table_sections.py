"""Says under which sections of its table a row stands: ``Expenses`` for the rows below that name, up to its total.

How deep a row stands is told by the format where that indents labels. Else a row of a label alone names a section where
a colon ends it, where a total of that name follows, or where all other rows of the table are full.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.language.language import word_set

_TOTALS = word_set("text/table_heads", "totals")

Path = tuple[str, ...]


def paths(rows: Sequence[Sequence[str]], label: int, levels: Sequence[int]) -> list[Path]:
    """The names of the sections over each row, the outermost first; ``rows`` are the words of cells.

    ``label`` is the column of labels, and ``levels`` how deep each row stands; 0 where nothing tells.
    """
    labels = [row[label].rstrip(":").rstrip() if label < len(row) else "" for row in rows]
    if len(set(levels)) > 1:
        return _by_level(labels, levels)
    bare = [bool(text) and sum(map(bool, row)) == 1 for text, row in zip(labels, rows, strict=True)]
    if not any(bare) or label:
        return [()] * len(rows)
    totalled = set(filter(None, map(_totalled, labels)))
    full = _are_full(rows, bare)
    names = [
        is_bare and any(map(str.isalpha, text)) and (full or row[label].endswith(":") or text.lower() in totalled)
        for is_bare, text, row in zip(bare, labels, rows, strict=True)
    ]
    return _by_name(labels, names)


def _are_full(rows: Sequence[Sequence[str]], bare: Sequence[bool]) -> bool:
    """Whether no row but those of a label alone lacks a cell."""
    others = [row for row, is_bare in zip(rows, bare, strict=True) if not is_bare]
    width = max(map(len, others), default=0)
    return bool(others) and all(len(row) == width and all(row) for row in others)


def _by_level(labels: Sequence[str], levels: Sequence[int]) -> list[Path]:
    found: list[Path] = []
    stack: list[tuple[int, str]] = []
    for text, level in zip(labels, levels, strict=True):
        named = _totalled(text)
        if named is not None:
            found.append(_above(stack, named, level))
            at = next((n for n, (_, name) in enumerate(stack) if name.lower() == named), len(stack))
            stack = [entry for entry in stack[:at] if entry[0] < level]
            continue
        stack = [entry for entry in stack if entry[0] < level]
        found.append(tuple(name for _, name in stack))
        if text:
            stack.append((level, text))
    return found


def _by_name(labels: Sequence[str], names: Sequence[bool]) -> list[Path]:
    found: list[Path] = []
    stack: list[tuple[int, str]] = []
    opens = True
    for text, is_name in zip(labels, names, strict=True):
        named = _totalled(text)
        if is_name:
            stack = stack if opens else stack[:-1]
            found.append(tuple(name for _, name in stack))
            stack = [*stack, (len(stack), text)]
        elif named is not None:
            found.append(_above(stack, named, 0))
            if any(name.lower() == named for _, name in stack):
                stack = stack[: len(found[-1])]
        else:
            found.append(tuple(name for _, name in stack))
        opens = is_name or named is not None
    return found


def _totalled(label: str) -> str | None:
    """What a label says that it adds up: ``income`` for ``Total Income``; None for a label of another kind."""
    words = label.lower().replace(",", " ").split()
    kept = [word for word in words if word not in _TOTALS and word != "for"]
    closes = bool(words) and (words[0] in _TOTALS or words[-1] in _TOTALS)
    return " ".join(kept) if closes else None


def _above(stack: Sequence[tuple[int, str]], named: str, level: int) -> Path:
    """The sections over that which is added up; where none has its name, those that are less deep than ``level``."""
    at = next((n for n, (_, name) in enumerate(stack) if name.lower() == named), None)
    kept = stack[:at] if at is not None else [entry for entry in stack if entry[0] < level and named]
    return tuple(name for _, name in kept)
