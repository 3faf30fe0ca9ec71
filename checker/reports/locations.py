"""Finds the lines and columns of claims in their files, as editors and CI systems count them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.model.changed_lines import ChangedLines
from checker.model.claim import Claim
from checker.model.document import Source
from checker.model.finding import Finding
from checker.model.line_index import Lines
from checker.model.report import Report
from checker.reports.terminal import safe

_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a file: lines and columns from 1, columns in code points, the end column just behind the span."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    words: str
    """The place as people find it: ``line 31``, ``page 3``, ``cell Budget!B4``."""
    in_file: bool = True
    """The lines and columns are those of the file; else they are of the text that was taken out of it."""

    @property
    def is_within_line(self) -> bool:
        """Whether columns say more than the line does."""
        return self.line == self.end_line and self.end_column > 1


def place_words(claim: Claim, source: Source | None) -> str:
    """Where a claim stands as its format counts: its cell, slide, page or line, or the heading over it."""
    evidence = claim.evidence
    if evidence.cell is not None:
        return f"cell {safe(evidence.cell)}"
    if evidence.slide is not None:
        return f"slide {evidence.slide}"
    if evidence.page is not None:
        return f"page {evidence.page}"
    if source is None or not source.extracted:
        return f"line {evidence.line}"
    headings = claim.labels.headings
    if headings:
        return f"under {safe(_cut(headings[-1]))}"
    return "under its title" if claim.labels.title else "at its start"


def _cut(heading: str) -> str:
    words = " ".join(heading.split())
    return words if len(words) <= _LONGEST_HEADING else f"{words[:_LONGEST_HEADING].rstrip()}..."


class Places:
    """The places of a report's claims; the lines of each text are counted once."""

    def __init__(self, report: Report) -> None:
        self.sources: dict[str, Source] = {checked.source.id: checked.source for checked in report.sources}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in report.quoted}
        self._texts = dict(report.texts)
        self._lines: dict[str, Lines] = {}

    def of(self, claim: Claim) -> Place:
        """The place of the claim's value, or the start of its sentence if the text is not at hand."""
        path = self.path(claim.source)
        source = self.sources.get(claim.source)
        shown = place_words(claim, source), source is None or not source.extracted
        text = self._texts.get(claim.source)
        if text is None:
            evidence = claim.evidence
            return Place(path, evidence.line, evidence.column, evidence.line, evidence.column, *shown)
        if claim.source not in self._lines:
            self._lines[claim.source] = Lines(text)
        lines = self._lines[claim.source]
        return Place(path, *lines.at(claim.value.start), *lines.at(claim.value.end), *shown)

    def changed(self, claim: Claim, lines: ChangedLines) -> Place | None:
        """The place of a claim that a change touched: of its value, or else the first changed line of its sentence.

        None where no line of its sentence changed. A file whose lines are not known changed as a whole.
        """
        place = self.of(claim)
        if not place.in_file:
            return place if lines else None
        if lines.first_in(place.line, place.end_line) is not None:
            return place
        text = self._lines.get(claim.source)
        if text is None:
            return None
        evidence = claim.evidence
        line = lines.first_in(text.at(evidence.start)[0], text.at(evidence.end)[0])
        return replace(place, line=line, column=1, end_line=line, end_column=1) if line is not None else None

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
