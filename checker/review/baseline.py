"""Reads, writes and applies a baseline: the conflicts known when a team began, so that only new ones count.

A conflict is known by its fingerprint. Where that is another, because a document came or went and with it the name of
the subject, the rule or the sources that take a side, it is known as long as nothing in it is new: each of its
positions is held in the same sentence, or of the same subject, as when the baseline was written.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker import files
from checker.model.claim import Claim
from checker.model.finding import RIVALS, Finding
from checker.model.user_error import UserError
from checker.value_relation import stored

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One conflict of the baseline, and how many findings have its fingerprint."""

    fingerprint: str
    rule: str
    message: str
    count: int = 1
    since: str | None = None
    """The ISO day at which it was taken in."""
    statements: frozenset[str] = frozenset()
    """Digests of what its claims say, by their sentences and by their subjects."""
    kind: str | None = None
    """The kind of its rule."""


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


def write(path: Path, findings: Sequence[Finding], claims: Mapping[str, Claim], today: str) -> int:
    """Put the open conflicts of ``findings``, and those of the baseline before, into a file; how many.

    Those that the file had keep the day at which they came into it; ``today`` is that of the others. Raises UserError,
    and writes nothing, where the file is there and is something else.
    """
    before: tuple[Entry, ...] = ()
    if path.exists():
        try:
            before = read(path)
        except UserError as failure:
            raise UserError("this file is not a baseline", str(path), "name another, or remove it") from failure
    kept = [
        f for f in findings if f.relation == "conflict" and f.status in ("open", "baseline") and f.kind != "decision"
    ]
    counts = Counter(f.fingerprint for f in kept)
    entries: dict[str, Entry] = {}
    for finding, known in zip(kept, _matched(kept, before, claims), strict=True):
        name, since = finding.fingerprint, known.since if known is not None else today
        said = frozenset(mark for claim in finding.claims if claim in claims for mark in _marks(claims[claim]))
        entries.setdefault(name, Entry(name, finding.rule, finding.message, counts[name], since, said, finding.kind))
    _put(path, list(entries.values()))
    return len(kept)


def prune(path: Path, entries: Sequence[Entry], stale: Sequence[Entry]) -> int:
    """Take the stale entries out of the file; how many conflicts. A baseline only shrinks by this."""
    gone = {entry.fingerprint: entry.count for entry in stale}
    kept = [replace(e, count=e.count - gone.get(e.fingerprint, 0)) for e in entries]
    if stale:
        _put(path, [entry for entry in kept if entry.count > 0])
    return sum(gone.values())


def mark_known(
    findings: Sequence[Finding], entries: Sequence[Entry], claims: Mapping[str, Claim] | None = None
) -> Marked:
    """Mark as many open conflicts as the baseline has of each, under their former fingerprints too.

    ``claims`` by id are what the findings name; without them only fingerprints count.
    """
    left = Counter({entry.fingerprint: entry.count for entry in entries})
    marked: list[Finding] = []
    for finding, known in zip(findings, _matched(findings, entries, claims or {}), strict=True):
        if known is not None:
            left[known.fingerprint] -= 1
        marked.append(
            replace(finding, status="baseline", known_since=known.since)
            if known is not None and finding.status == "open"
            else finding
        )
    stale = [replace(e, count=left[e.fingerprint]) for e in entries if left[e.fingerprint] > 0]
    return Marked(tuple(marked), tuple(stale))


def _matched(findings: Sequence[Finding], entries: Sequence[Entry], claims: Mapping[str, Claim]) -> list[Entry | None]:
    """The entry under which each finding is known: that of its fingerprint before one that says the same."""
    by_print = {entry.fingerprint: entry for entry in entries}
    left = Counter({entry.fingerprint: entry.count for entry in entries})
    found: list[Entry | None] = []
    for finding in findings:
        names = (finding.fingerprint, finding.former) if finding.relation == "conflict" else ()
        name = next((name for name in names if name is not None and left[name] > 0), None)
        if name is not None:
            left[name] -= 1
        found.append(by_print[name] if name is not None else None)
    by_statement: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for statement in entry.statements if left[entry.fingerprint] > 0 else ():
            by_statement[statement].append(entry)
    for number, finding in enumerate(findings):
        if found[number] is not None or finding.relation != "conflict" or not by_statement:
            continue
        said = (claims[claim] for claim in finding.claims if claim in claims)
        near = {e.fingerprint: e for claim in said for mark in _marks(claim) for e in by_statement.get(mark, ())}
        same = next((near[n] for n in sorted(near) if left[n] > 0 and _holds(near[n], finding, claims)), None)
        if same is not None:
            left[same.fingerprint] -= 1
            found[number] = same
    return found


def _holds(entry: Entry, finding: Finding, claims: Mapping[str, Claim]) -> bool:
    """Whether nothing in ``finding`` is new to ``entry``: in each position a claim says what one of its claims said.

    Where the positions are no rivals but parts of one sum, only sources count that say all of theirs in the sentences
    in which they did.
    """
    rivals = finding.kind in RIVALS and entry.kind in RIVALS
    if not (rivals or entry.rule == finding.rule) or not finding.positions:
        return False
    said = [claims[name] for name in finding.claims if name in claims]
    kept = {claim.id for claim in said if not entry.statements.isdisjoint(_marks(claim)[: None if rivals else 1])}
    if not rivals:
        changed = {claim.source for claim in said if claim.id not in kept}
        kept = {claim.id for claim in said if claim.source not in changed}
    return all(not kept.isdisjoint(position.claims) for position in finding.positions)


def _marks(claim: Claim) -> tuple[str, str]:
    """What a claim says, by its sentence and by its subject; neither names its source."""
    value = stored(claim.value)
    return _digest("sentence", claim.evidence.quote, value), _digest(
        "subject", claim.subject.text, claim.attribute, value
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _entry(data: Any) -> Entry:
    if not isinstance(data, dict):
        raise TypeError("an entry is no object")
    since = data.get("since")
    return Entry(
        str(data["fingerprint"]),
        str(data["rule"]),
        str(data["message"]),
        int(data.get("count", 1)),
        str(since) if since is not None else None,
        frozenset(map(str, data.get("statements", ()))),
        str(data["kind"]) if "kind" in data else None,
    )


def _put(path: Path, entries: Sequence[Entry]) -> None:
    conflicts = [
        {"fingerprint": e.fingerprint, "rule": e.rule, "message": e.message, "count": e.count}
        | ({"since": e.since} if e.since is not None else {})
        | ({"kind": e.kind} if e.kind is not None else {})
        | ({"statements": sorted(e.statements)} if e.statements else {})
        for e in sorted(entries, key=lambda e: (e.rule, e.message, e.fingerprint))
    ]
    data = {"schema_version": SCHEMA_VERSION, "conflicts": conflicts}
    files.replace(path, json.dumps(data, ensure_ascii=True, indent=2) + "\n", "the baseline")
