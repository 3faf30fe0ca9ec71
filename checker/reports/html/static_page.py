"""Prepares what the page says without scripts: the first screen, each conflict in its words, what was not checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model.claim import Claim
from checker.model.decision import Ruling
from checker.model.finding import Finding, Position
from checker.reports.conflicts import grade_of, label_of, sureness
from checker.reports.dates import date_words
from checker.reports.html.claim_status import is_notice, status_of
from checker.reports.html.links import inside, web_address
from checker.reports.html.page_json import SEVERITIES
from checker.reports.html.page_model import Contents
from checker.reports.html.provenance import support_of
from checker.reports.html.quotations import Quotation, by_sentence, quoted, shared_sentence
from checker.reports.html.sides import between, side_name, verdict_words
from checker.reports.terminal import safe

MOST_IN_FULL = 300
"""So many conflicts show their words where no script runs; the others are a line each."""
MOST_POSSIBLE = 50
"""The same of conflicts that are only possible."""
FIRST = 5
"""So many lines of each list are shown before the rest is folded."""
_MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line that leads to a finding."""

    text: str
    grade: str
    """Its severity, or ``possible``."""
    link: str
    key: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation and its place."""

    said: Quotation
    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Side:
    """One position: its value, empty for what only takes part, its support, some sentences, and how many more."""

    value: str
    support: str
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Block:
    """One conflict in full."""

    line: Line
    rule: str
    sure: str
    status: str
    between: str
    shared: Quote | None
    """The sentence that all sides share, where they do."""
    sides: tuple[Side, ...]
    steps: tuple[str, ...]
    decided: tuple[str, ...]
    command: str | None


def line_of(finding: Finding, contents: Contents) -> Line:
    """A finding as one line."""
    key = contents.keys[finding.fingerprint]
    return Line(safe(finding.message), grade_of(finding), inside("finding", key), key)


def open_conflicts(contents: Contents) -> list[Finding]:
    """The open conflicts between claims, gravest first."""
    return [f for f in contents.findings if status_of(f) == "open" and not is_notice(f)]


def by_severity(findings: Sequence[Finding]) -> list[tuple[str, int]]:
    """How many findings there are of each severity."""
    return [(severity, sum(f.severity == severity for f in findings)) for severity in SEVERITIES]


def changed(contents: Contents) -> list[Line]:
    """Decisions that no longer hold: one line each, leading to the conflict or the notice that speaks of it."""
    by_print = {finding.fingerprint: finding for finding in contents.findings}
    notices = [line_of(f, contents) for f in contents.findings if is_notice(f) and status_of(f) == "open"]
    reopened = {
        (r.fingerprint, r.state): by_print[r.fingerprint]
        for r in contents.report.rulings
        if r.state in ("changed", "ambiguous") and r.fingerprint in by_print
    }
    lines = []
    for (_, state), finding in reopened.items():
        line = line_of(finding, contents)
        message = (
            "the values have changed since it was decided"
            if state == "changed"
            else "an older decision may be meant for it"
        )
        lines.append(Line(f"{message}: {line.text}", line.grade, line.link, line.key))
    return [*lines, *notices]


def block_of(finding: Finding, contents: Contents) -> Block:
    """All of one conflict as text."""
    stated = [(p, contents.claims_of(p.claims)) for p in finding.positions]
    taken = {claim for position in finding.positions for claim in position.claims}
    others = contents.claims_of(claim for claim in finding.claims if claim not in taken)
    line = line_of(finding, contents)
    shared = shared_sentence([*(claims for _, claims in stated), others])
    return Block(
        line,
        safe(finding.rule),
        sureness(finding),
        status_of(finding),
        between(finding),
        _quote(shared, contents) if shared else None,
        (
            *(_side(side_name(p, claims, finding), claims, contents, p) for p, claims in stated),
            *([_side("", others, contents)] if others else []),
        ),
        tuple(safe(step) for step in finding.explanation if step.strip()),
        tuple(_decided(ruling) for ruling in contents.rulings.get(finding.fingerprint, ())),
        None if is_notice(finding) or finding.possible else f"check-claims decide {line.key} --verdict ...",
    )


def _side(value: str, claims: Sequence[Claim], contents: Contents, position: Position | None = None) -> Side:
    groups = by_sentence(claims)
    return Side(
        value,
        support_of(claims, contents.index.sources, position),
        tuple(_quote(group, contents) for group in groups[:_MOST_QUOTES]),
        max(0, len(groups) - _MOST_QUOTES),
    )


def _quote(claims: Sequence[Claim], contents: Contents) -> Quote:
    first = claims[0]
    return Quote(quoted(claims, contents), label_of(first, contents.index), inside("text", safe(first.source)))


def _decided(ruling: Ruling) -> str:
    decision = ruling.decision
    facts = [
        f"{ruling.state}: {verdict_words(decision)}, by {decision.by} on {decision.on}",
        f"until {decision.expires}" if decision.expires else None,
        decision.scope,
        decision.reason,
    ]
    return safe(", ".join(fact for fact in facts if fact))


@dataclass(frozen=True, slots=True)
class Page:
    """One source: its name, what is known of it, and its text."""

    id: str
    name: str
    facts: tuple[str, ...]
    address: str | None
    """A web address that may be a link."""
    text: str | None
    whole: bool


def pages(contents: Contents) -> list[Page]:
    """A page for each source, in the report's order."""
    made = []
    for checked in contents.sources:
        source = checked.source
        address = web_address(source.url)
        facts = [
            source.title,
            source.publisher,
            f"published {date_words(source.published)}" if source.published else None,
            f"authority {source.authority}" if source.authority is not None else None,
            source.path,
            None if address else source.url,
            f"not checked: {checked.reason}" if checked.status != "checked" else None,
        ]
        text = contents.texts.get(source.id)
        name = safe(source.id)
        message = tuple(safe(fact) for fact in facts if fact)
        shown = None if text is None else text.shown.text
        made.append(Page(f"text={name}", name, message, address, shown, text is not None and text.whole))
    return made
