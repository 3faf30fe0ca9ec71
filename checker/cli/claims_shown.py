"""Puts what was read from one document into lines: each claim below its words, in order of place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli import claim_facts
from checker.model.line_index import Lines
from checker.reports.quotes import quote_lines
from checker.reports.terminal import Look, fit, safe, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.extraction.document_claims import DocumentClaims, Topic
    from checker.model.claim import Claim
    from checker.model.value import Mention

_NEXT_TOPICS = 3
_LEAST_LIKELY = 0.005
"""What rounds to no percentage is not shown."""
_GUTTER = 7
_HOW_TO_CORRECT = "To correct a claim, edit it in its claims file (CLAIMS/ID.yaml) and mark it: see docs/review.md"


def lines_of(name: str, found: DocumentClaims, look: Look) -> list[str]:
    """The document and what it is about, its claims, what was left out, and how to correct a claim."""
    places = Lines(found.text)
    lines = [look.paint("strong", fit(safe(name), look.width, look.ellipsis)), *_about(found.topics, look)]
    lines += _hanging(_counts(found), look, 0)
    for claim in found.claims:
        lines += ["", *_claim(claim, places.at(claim.value.start)[0], look)]
    if found.left_out:
        lines += ["", "left out as stating nothing:"]
        lines += [_value(value, places, look) for value in found.left_out]
    return [*lines, "", *(look.paint("quiet", line) for line in wrap(_HOW_TO_CORRECT, look.width))]


def _about(topics: Sequence[Topic], look: Look) -> list[str]:
    shown = [f"{topic.name} ({topic.likelihood:.0%})" for topic in topics[: 1 + _NEXT_TOPICS]]
    others = [text for text, topic in zip(shown, topics, strict=False) if topic.likelihood >= _LEAST_LIKELY][1:]
    lines = _hanging(f"about: {shown[0]}", look, 0) if shown else []
    return lines + (_hanging(f"next likely: {', '.join(others)}", look, 0) if others else [])


def _counts(found: DocumentClaims) -> str:
    read, claims, out = found.values, len(found.claims), len(found.left_out)
    return (
        f"{read} {'value' if read == 1 else 'values'} read, {claims} {'claim' if claims == 1 else 'claims'}, "
        f"{out} {'value' if out == 1 else 'values'} left out as stating nothing"
    )


def _claim(claim: Claim, line: int, look: Look) -> list[str]:
    """The line of the value with its number, and below it each thing that was read."""
    first, *rest = quote_lines([claim], look.width - _GUTTER, look, most=1)
    number = look.paint("quiet", f"{line:{_GUTTER - 2}}")
    quoted = [f"{number}  {first}", *(f"{'':{_GUTTER}}{below}" for below in rest)]
    return [*quoted, *(part for fact in _facts(claim) for part in _hanging(fact, look, _GUTTER))]


def _facts(claim: Claim) -> Iterable[str]:
    read = (claim_facts.kind_words(claim), claim_facts.value_words(claim))
    yield f"value: {', '.join(part for part in read if part)}"
    yield claim_facts.subject_fact(claim)
    yield "; ".join(part for part in (claim_facts.attribute_fact(claim), claim_facts.origin_words(claim)) if part)
    yield f"when: {claim_facts.time_fact(claim) or 'unknown'}"
    limits = claim_facts.limit_facts(claim)
    limits += [f"said by {claim.scope.speaker}"] if claim.scope.speaker else []
    for name, said in (
        ("scope", limits),
        ("labels", claim_facts.label_facts(claim)),
        ("qualifiers", claim_facts.qualifier_facts(claim)),
    ):
        if said:
            yield f"{name}: {'; '.join(said)}"
    if claim.modality != "asserted":
        yield f"modality: {claim.modality}"
    if claim.origin != "extracted":
        yield "written by hand"


def _value(value: Mention, places: Lines, look: Look) -> str:
    number = look.paint("quiet", f"{places.at(value.start)[0]:{_GUTTER - 2}}")
    return f"{number}  {fit(safe(' '.join(value.text.split())), look.width - _GUTTER, look.ellipsis)}"


def _hanging(text: str, look: Look, indent: int) -> list[str]:
    """``text`` in lines, those behind the first a little further in."""
    first, *rest = wrap(safe(text), look.width - indent - 2) or [""]
    return [f"{'':{indent}}{first}", *(f"{'':{indent + 2}}{line}" for line in rest)]
