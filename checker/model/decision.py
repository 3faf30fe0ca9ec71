"""A decision: a person's verdict on one conflict, and its state in a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["left", "right", "both", "both-wrong", "not-same-fact", "extraction-error", "waived"]
"""left, right: that side is right. both: both are, under a scope. both-wrong: no side is; the conflict stays open until
the documents are corrected, or waived through a last day. not-same-fact: the sides speak of different facts.
extraction-error: the text was read wrongly. waived: left as it is through a last day."""
State = Literal["active", "changed", "ambiguous", "expired", "orphaned", "unused"]
"""active: holds for its conflict. changed: the conflict is there with other values. ambiguous: several conflicts
could be meant. expired: its last day is over. orphaned: a source or a quote that it names is gone. unused: all it
names is there, and no such conflict."""


@dataclass(frozen=True, slots=True)
class Side:
    """The value and words of one source when the decision was made."""

    source: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict on one conflict, which rule, subject, attribute and sources name."""

    rule: str
    subject: str
    attribute: str
    values: tuple[tuple[str, str], ...]
    """Each source in conflict, in order, with a digest of what it states: other values are another conflict."""
    verdict: Verdict
    by: str
    on: str
    """The day it was made, ISO."""
    reason: str | None = None
    scope: str | None = None
    """What makes both sides true, for the verdict ``both``."""
    expires: str | None = None
    """Its last day, ISO: it still holds on that day."""
    left: tuple[Side, ...] = ()
    right: tuple[Side, ...] = ()
    where: str = ""
    """``file:line`` it was read from; empty where it is not written yet."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources in conflict, in order."""
        return tuple(source for source, _ in self.values)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The state of a decision in one run, and the finding that it is about, if any."""

    decision: Decision
    state: State
    fingerprint: str | None = None
