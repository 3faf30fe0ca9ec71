"""Gathers once what every part of the page is made of: the report's claims, texts and findings, ready to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.language.attribute_label import attribute_labels
from checker.model.claim import Claim
from checker.model.decision import Ruling
from checker.model.document import Source
from checker.model.finding import Finding
from checker.model.json_report import ordered_claims
from checker.model.report import Checked, Report
from checker.reports.conflicts import KEY_LENGTH, Index
from checker.reports.html.claim_status import is_notice, keys, ordered, standings, status_of
from checker.reports.html.excerpts import Shown, cut_down, from_quotes
from checker.reports.html.provenance import corroborates

MOST_TEXT = 5_000_000
"""So many bytes of source texts stand on a page in full; of the others, what findings need."""


@dataclass(frozen=True, slots=True)
class Text:
    """A source's text as shown, and whether all of it is there."""

    shown: Shown
    whole: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """A report with everything a page looks up in it."""

    report: Report
    sources: tuple[Checked, ...]
    claims: dict[str, Claim]
    """By id, in the order of sources and positions; with the terms of constraints that findings name."""
    attributes: dict[str, str]
    """By attribute: how people read it."""
    standing: dict[str, int]
    findings: tuple[Finding, ...]
    """Open conflicts first, the graver before the lighter; those that are only possible before the agreements, of
    which only those are here that two independent voices or more hold."""
    unlisted: int
    """So many agreements are not among them."""
    keys: dict[str, str]
    """By fingerprint: the name that commands take."""
    texts: dict[str, Text]
    given: dict[str, str]
    """By source: its text as it was read, where that is known."""
    rulings: dict[str, tuple[Ruling, ...]]
    """By fingerprint, those that hold first."""
    index: Index

    def claims_of(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids that the report has."""
        return [self.claims[claim] for claim in ids if claim in self.claims]


def contents_of(report: Report) -> Contents:
    """Everything a page needs of ``report``."""
    claims = {claim.id: claim for claim in ordered_claims(replace(report, claims=report.quoted))}
    known = {checked.source.id for checked in report.sources}
    strangers = sorted({claim.source for claim in claims.values()} - known)
    found = (*report.findings, *report.possible)
    findings = tuple(ordered([f for f in found if f.relation != "agree" or corroborates(f, claims)]))
    sources = (*report.sources, *(Checked(Source(source), "checked") for source in strangers))
    ruled = {ruling.fingerprint for ruling in report.rulings if ruling.fingerprint is not None}
    return Contents(
        report,
        sources,
        claims,
        attribute_labels(claims.values())
        | {claim.attribute: "" for claim in claims.values() if claim.origin == "term"},
        standings(report),
        findings,
        len(found) - len(findings),
        dict(keys(found, KEY_LENGTH)),
        _texts(report, claims, findings),
        dict(report.texts),
        {one: report.rulings_on(one) for one in sorted(ruled)},
        Index({checked.source.id: checked.source for checked in sources}, claims),
    )


def _texts(report: Report, claims: dict[str, Claim], findings: Iterable[Finding]) -> dict[str, Text]:
    """The texts of sources in open conflict first, then the others, in full as long as there is room."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        by_source[claim.source].append(claim)
    needed = {claim for finding in findings for claim in finding.claims}
    open_ones = [f for f in findings if status_of(f) == "open" and not is_notice(f)]
    grave = {claims[claim].source for finding in open_ones for claim in finding.claims if claim in claims}
    given = dict(report.texts)
    found: dict[str, Text] = {}
    room = MOST_TEXT
    for source in sorted(given, key=lambda s: (s not in grave, s)):
        text = given[source]
        if len(text) <= room:
            shown = Shown([(0, text)])
            size = len(shown.text.encode())
            if size <= room:
                room -= size
                found[source] = Text(shown, whole=True)
                continue
        spans = [(c.evidence.start, c.evidence.end) for c in by_source[source] if c.id in needed]
        found[source] = Text(cut_down(text, spans), whole=False)
    for source, stated in by_source.items():
        if source not in given:
            found[source] = Text(from_quotes((c.evidence.start, c.evidence.quote) for c in stated), whole=False)
    return found
