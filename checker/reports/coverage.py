"""Says what a check left out: what it could not read, and what it ignored in the folders that it walked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from checker.model.finding import NotChecked
from checker.model.report import EXCLUDED, Ignored
from checker.reports.terminal import safe

FEW = 3
"""So many sources that were not checked for one reason are named; where there are more, these are the first."""
WITHIN = {
    "arithmetic": "calculations",
    "calendar": "weekdays and days",
    "enumeration": "counted lists",
    "impossible": "limits and placeholders",
    "partition": "wholes and parts",
    "reference": "references",
    "restatement": "figures told twice",
    "share": "counts with percentages",
    "spelled": "figures in words",
    "statistic": "statistics",
    "table": "table totals",
    "terminology": "terms",
    "timespan": "periods and ages",
}
"""What a report calls that which was checked within single documents, by kind of constraint."""
_MOST_FOLDERS = 4
_FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Missing:
    """What was not checked for one reason: each by itself, or many of a kind together."""

    names: tuple[str, ...]
    reason: str
    rule: str | None = None

    @property
    def title(self) -> str:
        """``a.pdf, b.pdf``, or ``12 sources`` where there are many."""
        return ", ".join(self.names) if len(self.names) <= FEW else f"{len(self.names)} sources"

    @property
    def first(self) -> str:
        """``a.pdf, b.pdf, c.pdf and 9 more`` where there are many; empty where all are named."""
        return "" if len(self.names) <= FEW else f"{', '.join(self.names[:FEW])} and {len(self.names) - FEW} more"


def missing(report: Sequence[tuple[str | None, NotChecked]], *, every: bool = False) -> list[Missing]:
    """What was not checked, each with its name as shown; ``every`` puts none together."""
    groups: dict[tuple[str | None, str], list[str]] = {}
    for name, one in report:
        groups.setdefault((one.rule, one.reason), []).extend([name] if name is not None else [])
    found = []
    for (rule, reason), names in groups.items():
        kept = [(name,) for name in names] if every and names else [tuple(names)]
        found += [Missing(group, reason, rule) for group in kept]
    return found


def ignored_line(ignored: Sequence[Ignored]) -> str:
    """``Ignored by default: 12 images, 3 code files, .git; excluded: 2 files or folders``; empty where nothing was."""
    by_kind: dict[str, list[str]] = {}
    for one in ignored:
        by_kind.setdefault(one.kind, []).append(one.path)
    excluded = len(by_kind.pop(EXCLUDED, ()))
    folders = by_kind.pop(_FOLDER, [])
    counts = sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0]))
    counted = [_count(len(paths), kind) for kind, paths in counts]
    counted += _folders(folders)
    parts = [f"ignored by default: {', '.join(counted)}"] if counted else []
    parts += [f"excluded by the configuration: {_count(excluded, 'path')}"] if excluded else []
    line = "; ".join(parts)
    return line[:1].upper() + line[1:]


def ignored_list(ignored: Sequence[Ignored]) -> list[tuple[str, list[str]]]:
    """Each kind of what was ignored, with its paths."""
    by_kind: dict[str, list[str]] = {}
    for one in ignored:
        by_kind.setdefault(one.kind, []).append(safe(one.path))
    return sorted(by_kind.items())


def _folders(paths: Sequence[str]) -> list[str]:
    """The names of the folders, each once, as far as they are few."""
    names = sorted({PurePosixPath(path).name for path in paths})
    shown = [safe(name) for name in names[:_MOST_FOLDERS]]
    more = len(names) - len(shown)
    return [*shown, f"{_count(more, 'other folder')}"] if more else shown


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
