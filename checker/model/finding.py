"""A finding: what a rule says of several claims, and the report that gathers findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
Status = Literal["open", "baseline", "waived", "resolved"]


RIVALS = frozenset({"agreement", "ranking"})
"""The kinds of rule whose positions are different values of one subject and attribute."""


@dataclass(frozen=True, slots=True)
class PositionSource:
    """One source that holds a position, and what is known of its weight."""

    source: str
    published: str | None = None
    """EDTF, as the register of sources has it."""
    authority: int | None = None
    same_text_as: str | None = None
    """The source before it whose sentence it carries near to the word: the two are one voice."""


@dataclass(frozen=True, slots=True)
class Position:
    """One distinct value, as shown, the claims that state it, and their sources."""

    value: str
    claims: tuple[str, ...]
    sources: tuple[PositionSource, ...] = ()
    odd_one_out: bool = False
    """The only position that one independent source holds, while each of the others has two or more."""

    @property
    def independent(self) -> int:
        """How many sources hold it, those that carry one text counted once."""
        return sum(source.same_text_as is None for source in self.sources)


@dataclass(frozen=True, slots=True)
class Finding:
    """One conflict or agreement that a rule found."""

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
    confidence: float = 1.0
    """How sure it is, from 0 to 1; what follows from the figures alone is certain."""
    possible: bool = False
    """A conflict that is less sure than a warning: counted and ranked, and shown only where it is asked for."""
    former: str | None = None
    """The fingerprint under which release 0.1.0 knew it, by its sources' ids: baselines of that time still hold."""
    known_since: str | None = None
    """The ISO day at which it was taken into the baseline, where it is there and that says so."""
    unchanged: bool = False
    """It counts as known only because this run asks for what changed, and none of its sources did."""
    about: tuple[str, int] | None = None
    """The source and its line that a finding without claims is about; in no report."""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A source, or a rule on a source, that could not be checked in full."""

    source: str | None
    rule: str | None
    reason: str
    trace: str | None = None
    """Where an error happened that nobody foresaw; in no report."""
