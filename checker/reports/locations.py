"""Finds the lines and columns of claims in their files, as editors and CI systems count them."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.claim import Claim
from checker.model.document import Source
from checker.model.finding import Finding
from checker.model.line_index import Lines
from checker.model.report import Report


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a file: lines and columns from 1, columns in code points, the end column just behind the span."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Places:
    """The places of a report's claims; the lines of each text are counted once."""

    def __init__(self, report: Report) -> None:
        self.sources: dict[str, Source] = {checked.source.id: checked.source for checked in report.sources}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in report.claims}
        self._texts = dict(report.texts)
        self._lines: dict[str, Lines] = {}

    def of(self, claim: Claim) -> Place:
        """The place of the claim's value, or the start of its sentence if the text is not at hand."""
        path = self.path(claim.source)
        text = self._texts.get(claim.source)
        if text is None:
            evidence = claim.evidence
            return Place(path, evidence.line, evidence.column, evidence.line, evidence.column)
        lines = self._lines.setdefault(claim.source, Lines(text))
        return Place(path, *lines.at(claim.value.start), *lines.at(claim.value.end))

    def path(self, source: str) -> str:
        """The file of a source with forward slashes, relative to the root; its id where it has no file."""
        known = self.sources.get(source)
        return known.path if known is not None and known.path is not None else source

    def by_position(self, finding: Finding) -> list[list[Claim]]:
        """The claims of a finding, one list a position, the position of least authority first.

        Authority is that of a position's best source; where it is equal or unknown, fewer sources come first.
        """
        groups = [[self.claims[i] for i in p.claims if i in self.claims] for p in finding.positions]
        shown = {claim.id for group in groups for claim in group}
        rest = [self.claims[i] for i in finding.claims if i in self.claims and i not in shown]
        ranked = sorted((group for group in groups if group), key=self._standing)
        return [*ranked, rest] if rest else ranked

    def _standing(self, group: list[Claim]) -> tuple[int, int]:
        authority = max(self._authority(claim) for claim in group)
        return authority, len({claim.source for claim in group})

    def _authority(self, claim: Claim) -> int:
        source = self.sources.get(claim.source)
        return source.authority if source is not None and source.authority is not None else 0
