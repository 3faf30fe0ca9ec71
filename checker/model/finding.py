"""A finding: what a rule says of several claims, and the report that gathers findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
Status = Literal["open", "baseline", "waived", "resolved"]


@dataclass(frozen=True, slots=True)
class Position:
    """One distinct value, as shown, and the claims that state it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule has to say."""

    rule: str
    kind: str
    severity: Severity
    relation: Literal["conflict", "agree"]
    claims: tuple[str, ...]
    positions: tuple[Position, ...]
    message: str
    explanation: tuple[str, ...]
    """The steps, one a line; for arithmetic, the sum itself."""
    fingerprint: str
    status: Status = "open"


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A source, or a rule on a source, that could not be checked in full."""

    source: str | None
    rule: str | None
    reason: str
