"""Reads, writes and applies a baseline: the conflicts known when a team began, so that only new ones count."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker import files
from checker.model.finding import Finding
from checker.model.user_error import UserError

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One conflict of the baseline, and how many findings have its fingerprint."""

    fingerprint: str
    rule: str
    message: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Marked:
    """The findings with those of the baseline marked, and the entries whose conflicts are gone."""

    findings: tuple[Finding, ...]
    stale: tuple[Entry, ...]


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file; UserError for one that is missing, malformed or of a newer release."""
    try:
        data: Any = json.loads(files.read_text(path))
    except FileNotFoundError:
        raise UserError("no such baseline", str(path), "write one with --write-baseline") from None
    except OSError as error:
        raise UserError(f"the baseline cannot be read: {error.strerror}", str(path)) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UserError(
            f"the baseline is not JSON: {error}", str(path), "write it again with --write-baseline"
        ) from error
    version = data.get("schema_version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise UserError(f"written by a newer release (schema_version {version})", str(path), "upgrade check-claims")
    try:
        if version != SCHEMA_VERSION:
            raise KeyError("schema_version")
        return tuple(_entry(entry) for entry in data["conflicts"])
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(f"not a baseline: {error}", str(path), "write it again with --write-baseline") from error


def write(path: Path, findings: Sequence[Finding]) -> int:
    """Put the open conflicts of ``findings``, and those of the baseline before, into a file; how many.

    Raises UserError, and writes nothing, where the file is there and is something else.
    """
    if path.exists():
        try:
            read(path)
        except UserError as failure:
            raise UserError("this file is not a baseline", str(path), "name another, or remove it") from failure
    kept = [
        f for f in findings if f.relation == "conflict" and f.status in ("open", "baseline") and f.kind != "decision"
    ]
    counts = Counter(f.fingerprint for f in kept)
    by_print = {f.fingerprint: f for f in kept}
    entries = [Entry(k, by_print[k].rule, by_print[k].message, counts[k]) for k in counts]
    _put(path, entries)
    return len(kept)


def prune(path: Path, entries: Sequence[Entry], stale: Sequence[Entry]) -> int:
    """Take the stale entries out of the file; how many conflicts. A baseline only shrinks by this."""
    gone = {entry.fingerprint: entry.count for entry in stale}
    kept = [replace(e, count=e.count - gone.get(e.fingerprint, 0)) for e in entries]
    if stale:
        _put(path, [entry for entry in kept if entry.count > 0])
    return sum(gone.values())


def mark_known(findings: Sequence[Finding], entries: Sequence[Entry]) -> Marked:
    """Mark as many open conflicts as the baseline has of each fingerprint, under its former one too."""
    left = Counter({entry.fingerprint: entry.count for entry in entries})
    marked: list[Finding] = []
    for finding in findings:
        names = (finding.fingerprint, finding.former) if finding.relation == "conflict" else ()
        known = next((name for name in names if name is not None and left[name] > 0), None)
        if known is not None:
            left[known] -= 1
        marked.append(
            replace(finding, status="baseline") if known is not None and finding.status == "open" else finding
        )
    stale = [replace(e, count=left[e.fingerprint]) for e in entries if left[e.fingerprint] > 0]
    return Marked(tuple(marked), tuple(stale))


def _entry(data: Any) -> Entry:
    return Entry(str(data["fingerprint"]), str(data["rule"]), str(data["message"]), int(data.get("count", 1)))


def _put(path: Path, entries: Sequence[Entry]) -> None:
    conflicts = [
        {"fingerprint": e.fingerprint, "rule": e.rule, "message": e.message, "count": e.count}
        for e in sorted(entries, key=lambda e: (e.rule, e.message, e.fingerprint))
    ]
    data = {"schema_version": SCHEMA_VERSION, "conflicts": conflicts}
    files.replace(path, json.dumps(data, ensure_ascii=True, indent=2) + "\n", "the baseline")
