"""A report as plain tables: its claims, its facts and its findings, one thing a row, for spreadsheets and data tools.

Each table has its columns in one place, with their type and what they hold; every writer goes by these. A fact has a
row for each value that is stated, and a finding one for each of its positions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from checker.model.claim import Claim
from checker.model.json_report import ordered_claims
from checker.model.report import Report
from checker.reports.locations import Places

Type = Literal["text", "number", "whole", "yes-or-no"]
Cell = str | int | float | Decimal | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what its cells are, and what they say."""

    name: str
    type: Type
    says: str
    width: int = 14
    """About how many characters wide it is to be shown."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its rows; ``link`` is the column that leads to the document."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    link: str = "file"


_PLACE = (
    Column("file", "text", "The document's file, as it was given.", 28),
    Column("place", "text", "Where it stands, as its format counts: line 3, page 2, cell Budget!B4.", 16),
    Column("line", "whole", "Line of the text, from 1.", 8),
    Column("column", "whole", "Column in that line, from 1.", 8),
)
CLAIMS = (
    Column("id", "text", "The claim's id, the same in every run.", 18),
    Column("source", "text", "The id of its document.", 18),
    Column("subject", "text", "What it is about, as people write it.", 28),
    Column("attribute", "text", "What is said of that.", 20),
    Column("kind", "text", "money, count, number, percentage, date, duration, measure, time or text.", 12),
    Column("value", "text", "The value as it is written.", 20),
    Column("low", "number", "Its lower bound; empty where it is open, and for dates.", 14),
    Column("high", "number", "Its upper bound; equal to low for one number.", 14),
    Column("first_day", "text", "Dates: the first day that they may be, as 2031-05-17.", 12),
    Column("last_day", "text", "Dates: the last day.", 12),
    Column("unit", "text", "Currency, counted noun, percent, or unit of time or measure.", 12),
    Column("modifier", "text", "exact, about, almost, more_than, at_least, less_than, up_to or range.", 12),
    Column("time", "text", "The time that it holds for.", 14),
    Column("scope_place", "text", "The place that it holds for.", 16),
    Column("population", "text", "Whom it holds for.", 16),
    Column("modality", "text", "asserted, projected, requested, reported, negated or hypothetical.", 12),
    *_PLACE,
    Column("quote", "text", "The sentence or row that states it.", 60),
)
FACTS = (
    Column("id", "text", "The fact's id.", 18),
    Column("subject", "text", "What it is about.", 28),
    Column("attribute", "text", "What is said of that.", 20),
    Column("value", "text", "One of the values that are stated.", 20),
    Column("values", "whole", "How many values are stated of it: 1 is an agreement.", 8),
    Column("sources", "text", "The documents that state this value.", 30),
    Column("claims", "whole", "How many claims state it.", 8),
    Column("confidence", "number", "How sure the conflict or the agreement is, from 0 to 1.", 11),
    *_PLACE,
    Column("quote", "text", "The first sentence that states it.", 60),
)
FINDINGS = (
    Column("key", "text", "The finding's key, for explain and decide.", 18),
    Column("severity", "text", "error, warning or info.", 10),
    Column("status", "text", "open, baseline, waived or resolved.", 10),
    Column("relation", "text", "conflict or agree.", 10),
    Column("possible", "yes-or-no", "Whether it is less sure than a warning.", 9),
    Column("rule", "text", "The rule that found it.", 22),
    Column("confidence", "number", "How sure it is, from 0 to 1.", 11),
    Column("message", "text", "What differs, in a line.", 60),
    Column("value", "text", "One of its values.", 20),
    Column("sources", "text", "The documents that state this value.", 30),
    Column("odd_one_out", "yes-or-no", "Whether one source alone states it, against several.", 11),
    *_PLACE,
    Column("quote", "text", "The first sentence that states it.", 60),
    Column("why", "text", "The steps, or the sum.", 60),
)


def claims(report: Report) -> Table:
    """A row for each claim, by source and place."""
    places = Places(report)
    return Table("claims", CLAIMS, tuple(_claim(claim, places) for claim in ordered_claims(report)))


def facts(report: Report) -> Table:
    """A row for each value of each fact, the facts in the order of the report."""
    places = Places(report)
    rows: list[Row] = []
    for fact in report.facts:
        first = places.claims[fact.claims[0]]
        for position in fact.positions:
            told = [places.claims[name] for name in position]
            rows.append(
                (
                    fact.id,
                    first.subject_name,
                    fact.attribute,
                    _line(told[0].value.text),
                    len(fact.positions),
                    _sources(told),
                    len(told),
                    round(fact.confidence, 3),
                    *_place(told[0], places),
                    _line(told[0].evidence.quote),
                )
            )
    return Table("facts", FACTS, tuple(rows))


def findings(report: Report) -> Table:
    """A row for each position of each finding, those that are only possible last."""
    places = Places(report)
    rows: list[Row] = []
    for finding in (*report.findings, *report.possible):
        for position in finding.positions:
            told = [places.claims[name] for name in position.claims if name in places.claims]
            rows.append(
                (
                    finding.fingerprint,
                    finding.severity,
                    finding.status,
                    finding.relation,
                    finding.possible,
                    finding.rule,
                    round(finding.confidence, 3),
                    _line(finding.message),
                    _line(position.value),
                    _sources(told),
                    position.odd_one_out,
                    *(_place(told[0], places) if told else (None, None, None, None)),
                    _line(told[0].evidence.quote) if told else None,
                    "\n".join(finding.explanation),
                )
            )
    return Table("findings", FINDINGS, tuple(rows))


TABLES: dict[str, Callable[[Report], Table]] = {"claims": claims, "facts": facts, "findings": findings}
COLUMNS: dict[str, tuple[Column, ...]] = {"claims": CLAIMS, "facts": FACTS, "findings": FINDINGS}


def _claim(claim: Claim, places: Places) -> Row:
    value, scope = claim.value, claim.scope
    dated = value.kind in ("date", "time")
    return (
        claim.id,
        claim.source,
        claim.subject_name,
        claim.attribute,
        value.kind,
        _line(value.text),
        None if dated else _number(value.low),
        None if dated else _number(value.high),
        value.low if dated else None,
        value.high if dated else None,
        value.unit,
        value.modifier,
        scope.time,
        scope.place,
        scope.population,
        claim.modality,
        *_place(claim, places),
        _line(claim.evidence.quote),
    )


def _place(claim: Claim, places: Places) -> Iterator[Cell]:
    place = places.of(claim)
    yield from (place.path, place.words, place.line, place.column)


def _sources(told: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(claim.source for claim in told))


def _number(stated: str | None) -> Decimal | None:
    try:
        return Decimal(stated) if stated is not None else None
    except InvalidOperation:
        return None


def _line(text: str) -> str:
    return " ".join(text.split())
