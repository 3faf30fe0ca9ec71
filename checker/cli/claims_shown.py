"""Puts what was read from one document into lines: each claim below its words, in order of place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli import claim_facts
from checker.model.line_index import Lines
from checker.reports.dates import date_words
from checker.reports.quotation import Heads, heads_of
from checker.reports.quotes import quote_lines
from checker.reports.terminal import Look, fit, safe, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.extraction.document_claims import DocumentClaims, Topic
    from checker.model.claim import Claim
    from checker.model.period import Period, PeriodOrigin

_NEXT_TOPICS = 3
_ORIGINS: dict[PeriodOrigin, str] = {
    "header": "in its header",
    "title": "in its title",
    "file name": "in the name of its file",
    "first lines": "in its first lines",
    "register": "in the register",
    "last lines": "in its last lines",
    "heading": "in a heading",
}
_ROUNDED = 0.01
_GUTTER = 7
_NEVER_NAMED = "something that it never names"


def lines_of(name: str, found: DocumentClaims, stored: str | None, look: Look) -> list[str]:
    """The document and what it is about, its claims, what was left out, and how to correct a claim.

    ``stored`` is the file that keeps its claims; None where the document is in no register.
    """
    places, heads = Lines(found.text), heads_of([*found.claims, *found.left_out])
    lines = [look.paint("strong", fit(safe(name), look.width, look.ellipsis)), *_about(found.topics, look)]
    lines += _hanging(_when(found.period), look, 0)
    lines += _hanging(_counts(found), look, 0)
    for claim in found.claims:
        lines += ["", *_claim(claim, places, look, heads)]
    if found.left_out:
        lines += ["", "left out as stating nothing:"]
        for claim in found.left_out:
            lines += _quoted(claim, places, look, heads)
    how = f"extract and edit {stored}" if stored else "add the document and edit its claims file"
    return [*lines, "", *_hanging(f"To correct a claim, {how}: docs/review.md", look, 0)]


def _about(topics: Sequence[Topic], look: Look) -> list[str]:
    shown = [f"{topic.name or _NEVER_NAMED} ({_percentage(topic.likelihood)})" for topic in topics[: 1 + _NEXT_TOPICS]]
    lines = [f"about: {shown[0]}", *([f"next likely: {', '.join(shown[1:])}"] if shown[1:] else [])]
    return [part for line in lines for part in _hanging(line, look, 0)]


def _when(period: Period | None) -> str:
    """The document's own period, and where it was read: ``from: May 2024 (in its last lines: "May 2024")``."""
    if period is None:
        return "from: unknown"
    name = "reports on" if period.reported else "from"
    return f'{name}: {date_words(period.edtf)} ({_ORIGINS[period.origin]}: "{period.words}")'


def _percentage(likelihood: float) -> str:
    """A likelihood that is not certain is never said to be 0% or 100%."""
    if 0 < likelihood < _ROUNDED:
        return "under 1%"
    return "over 99%" if 1 - _ROUNDED < likelihood < 1 else f"{likelihood:.0%}"


def _counts(found: DocumentClaims) -> str:
    read, claims, out = found.values, len(found.claims), len(found.left_out)
    return (
        f"{read} {'value' if read == 1 else 'values'} read, {claims} {'claim' if claims == 1 else 'claims'}, "
        f"{out} {'value' if out == 1 else 'values'} left out as stating nothing"
    )


def _claim(claim: Claim, places: Lines, look: Look, heads: Heads) -> list[str]:
    """The words of a claim, and below them each thing that was read."""
    facts = [part for fact in _facts(claim) for part in _hanging(fact, look, _GUTTER)]
    return [*_quoted(claim, places, look, heads), *facts]


def _quoted(claim: Claim, places: Lines, look: Look, heads: Heads) -> list[str]:
    """The words around the value, which is marked, behind the number of its line."""
    first, *below = quote_lines([claim], look.width - _GUTTER, look, most=1, heads=heads)
    number = look.paint("quiet", f"{places.at(claim.value.start)[0]:{_GUTTER - 2}}")
    return [f"{number}  {first}", *(f"{'':{_GUTTER}}{line}" for line in below)]


def _facts(claim: Claim) -> Iterable[str]:
    read = (claim_facts.kind_words(claim), claim_facts.value_words(claim))
    yield f"value: {', '.join(part for part in read if part)}"
    yield claim_facts.subject_fact(claim)
    yield "; ".join(part for part in (claim_facts.attribute_fact(claim), claim_facts.origin_words(claim)) if part)
    yield f"when: {claim_facts.time_fact(claim) or 'unknown'}"
    for name, said in (
        ("scope", claim_facts.limit_facts(claim)),
        ("labels", claim_facts.label_facts(claim)),
        ("qualifiers", claim_facts.qualifier_facts(claim)),
    ):
        if said:
            yield f"{name}: {'; '.join(said)}"
    if claim.modality != "asserted":
        yield f"modality: {claim.modality}"
    if claim.origin != "extracted":
        yield "written by hand"


def _hanging(text: str, look: Look, indent: int) -> list[str]:
    """``text`` in lines, those behind the first a little further in."""
    first, *rest = wrap(safe(text), look.width - indent - 2) or [""]
    return [f"{'':{indent}}{first}", *(f"{'':{indent + 2}}{line}" for line in rest)]
