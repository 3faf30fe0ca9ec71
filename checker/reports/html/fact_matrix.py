"""Sets facts against sources: who states which value of what, the odd one out and the copies marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.model.fact import Fact
from checker.model.finding import Finding, Position
from checker.reports.conflicts import grade_of
from checker.reports.html.claim_status import status_of
from checker.reports.html.page_model import Contents
from checker.reports.html.provenance import tells
from checker.reports.terminal import safe

MOST_ROWS = 60
MOST_COLUMNS = 24
GRADES = ("error", "warning", "info", "resolved", "waived", "baseline", "differs", "agree", "possible")
"""What a row is, the gravest first: an open conflict, one that was decided, one by no rule, agreement, or possible."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value as a source states it, the number of its position, and the claim."""

    position: int
    text: str
    claim: str
    odd: bool = False
    """It is of the only position that one independent source holds, while each of the others has two or more."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of a fact."""

    values: tuple[Value, ...]
    same_as: str | None = None
    """The source whose text it carries: both are one voice."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact."""

    subject: str
    attribute: str
    grade: str
    finding: Finding | None
    confidence: float
    cells: dict[str, Cell]
    """By source."""

    @property
    def voices(self) -> int:
        """How many sources state it, those that carry one text counted once."""
        return sum(cell.same_as is None for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class FactMatrix:
    """The rows that fit a page read without scripts, and the sources that state any of them."""

    sources: tuple[str, ...]
    rows: tuple[Row, ...]
    more_rows: int
    more_sources: int


def rows_of(contents: Contents) -> list[Row]:
    """Every fact that several voices state alike, or on which there are several positions; the gravest first."""
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in contents.findings:
        if finding.kind == "agreement":
            for claim in finding.claims:
                by_claim[claim].append(finding)
    rows = [
        (_row(fact, by_claim[fact.claims[0]], contents), tells(contents.claims_of(fact.claims)))
        for fact in contents.report.facts
    ]
    kept = [row for row, told in rows if row.grade != "agree" or (told and row.voices > 1)]
    return sorted(
        kept, key=lambda r: (GRADES.index(r.grade), -r.confidence if r.grade != "agree" else 0.0, -len(r.cells))
    )


def matrix_of(rows: Sequence[Row]) -> FactMatrix:
    """The part of the whole that is shown where no script runs."""
    shown = rows[:MOST_ROWS]
    sources = list(dict.fromkeys(source for row in shown for source in row.cells))
    kept = sources[:MOST_COLUMNS]
    return FactMatrix(tuple(kept), tuple(shown), len(rows) - len(shown), len(sources) - len(kept))


def _row(fact: Fact, findings: Sequence[Finding], contents: Contents) -> Row:
    claims = set(fact.claims)
    finding = next((f for f in findings if claims <= set(f.claims) and _fits(f, fact)), None)
    positions = finding.positions if finding is not None else tuple(Position("", held) for held in fact.positions)
    first = contents.claims_of(positions[0].claims)[0]
    return Row(
        safe(first.subject_name),
        safe(contents.attributes[fact.attribute]),
        _grade(fact, finding),
        finding,
        fact.confidence,
        _cells(positions, contents),
    )


def _fits(finding: Finding, fact: Fact) -> bool:
    """Whether a finding says of a fact what the fact says of itself."""
    if fact.tier is None:
        return finding.relation == "agree"
    return finding.relation == "conflict" and finding.possible == (fact.tier == "possible")


def _grade(fact: Fact, finding: Finding | None) -> str:
    if finding is None:
        return "agree" if fact.tier is None else "possible" if fact.tier == "possible" else "differs"
    return grade_of(finding) if status_of(finding) == "open" else status_of(finding)


def _cells(positions: Sequence[Position], contents: Contents) -> dict[str, Cell]:
    values: dict[str, list[Value]] = defaultdict(list)
    same_as: dict[str, str] = {}
    for number, position in enumerate(positions):
        for claim in contents.claims_of(position.claims):
            text = safe(" ".join(claim.value.text.split()))
            if text not in [value.text for value in values[claim.source] if value.position == number]:
                values[claim.source].append(Value(number, text, claim.id, position.odd_one_out))
        same_as |= {s.source: s.same_text_as for s in position.sources if s.same_text_as is not None}
    return {source: Cell(tuple(held), same_as.get(source)) for source, held in values.items()}
