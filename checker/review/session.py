"""Goes through open conflicts one by one: every answer is kept at once, and the last ones can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import get_args

from checker.model.decision import Decision, Ruling
from checker.model.finding import Finding, Severity
from checker.model.report import Report
from checker.review import decisions_file

SOON = 14
"""Days before its last one that a decision comes up again."""


_GRAVITY = get_args(Severity)


@dataclass(frozen=True, slots=True)
class _Step:
    """Where the reviewer was before an answer, and what takes it back."""

    at: int
    findings: Sequence[Finding]
    take_back: Callable[[], None] | None = None
    verdict: str | None = None
    """None for a conflict that was skipped or corrected."""
    corrected: int = 0


@dataclass(slots=True)
class Session:
    """The conflicts under review, where the reviewer is, and what was answered so far."""

    folder: Path
    findings: Sequence[Finding]
    schemas: Path | None = None
    at: int = 0
    _past: list[_Step] = field(default_factory=list)

    @property
    def current(self) -> Finding | None:
        """The conflict on the screen; None behind the last one."""
        return self.findings[self.at] if self.at < len(self.findings) else None

    @property
    def decided(self) -> int:
        """How many conflicts have a decision now."""
        return sum(step.verdict is not None for step in self._past)

    @property
    def both_wrong(self) -> int:
        """How many of these stay open, since no side is right."""
        return sum(step.verdict == "both-wrong" for step in self._past)

    @property
    def corrected(self) -> int:
        """How many conflicts are gone since documents were corrected."""
        return sum(step.corrected for step in self._past)

    def answer(self, decision: Decision, rulings: Iterable[Ruling]) -> None:
        """Write ``decision`` on the current conflict in place of what was decided before, and go on."""
        changes = decisions_file.keep(self.folder, [decision], superseded(rulings), self.schemas)
        back = partial(decisions_file.take_back, self.folder, changes)
        self._past.append(_Step(self.at, self.findings, back, decision.verdict))
        self.at += 1

    def correct(self, waiting: Sequence[Finding], take_back: Callable[[], None]) -> None:
        """Go on among the conflicts that are ``waiting`` now that documents were corrected, which ``take_back`` undoes.

        Those that were skipped or decided stay where they are; those that come up now are the last.
        """
        by_print = {finding.fingerprint: finding for finding in waiting}
        before, after = self.findings[: self.at], self.findings[self.at :]
        left = [by_print[finding.fingerprint] for finding in after if finding.fingerprint in by_print]
        known = {finding.fingerprint for finding in self.findings}
        arising = [finding for finding in waiting if finding.fingerprint not in known]
        gone = len(after) - len(left)
        self._past.append(_Step(self.at, self.findings, take_back, corrected=gone))
        self.findings = [*before, *left, *arising]

    def skip(self) -> None:
        """Leave the current conflict as it is."""
        self._past.append(_Step(self.at, self.findings))
        self.at += 1

    def undo(self) -> bool:
        """Go back one conflict and take back what was decided there; False at the first.

        Raises UserError where the file was edited since; then nothing is taken back.
        """
        if not self._past:
            return False
        step = self._past[-1]
        if step.take_back is not None:
            step.take_back()
        self.at, self.findings = step.at, step.findings
        self._past.pop()
        return True


def superseded(rulings: Iterable[Ruling]) -> list[Decision]:
    """The decisions that a new one replaces: those that were about other values of the same conflict."""
    return [ruling.decision for ruling in rulings if ruling.state in ("changed", "expired", "active")]


def queue(report: Report, today: str, soon: str) -> list[Finding]:
    """The conflicts to review: the open ones, grave ones first, then those whose decision ends by ``soon``.

    Those that are decided as wrong on all sides wait for no decision.
    """
    conflicts = [f for f in report.findings if f.relation == "conflict" and f.kind != "decision"]
    conflicts.sort(key=lambda f: _GRAVITY.index(f.severity))
    ending = {
        ruling.fingerprint
        for ruling in report.rulings
        if ruling.state == "active" and ruling.decision.expires and today <= ruling.decision.expires <= soon
    }
    wrong = {finding.fingerprint for finding in to_correct(report)}
    return [f for f in conflicts if f.status == "open" and f.fingerprint not in wrong] + [
        f for f in conflicts if f.status != "open" and f.fingerprint in ending
    ]


def to_correct(report: Report) -> list[Finding]:
    """The open conflicts that are decided as wrong on all sides."""
    wrong = {r.fingerprint for r in report.rulings if r.state == "active" and r.decision.verdict == "both-wrong"}
    return [f for f in report.findings if f.status == "open" and f.fingerprint in wrong and f.kind != "decision"]
