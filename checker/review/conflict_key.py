"""Names a conflict so that a decision finds it again after edits elsewhere: no offsets, no line numbers."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from checker import value_relation
from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.value import Mention

Form = Callable[[Mention], str]
_TEXT = {"text": "text:"}
"""The prefix of a value that is words."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Who and what a conflict is about, and a digest of the values in it."""

    rule: str
    subject: str
    attribute: str
    values: tuple[tuple[str, str], ...]

    @property
    def sources(self) -> frozenset[str]:
        """The sources in conflict."""
        return frozenset(source for source, _ in self.values)

    @property
    def about(self) -> tuple[str, str, str]:
        """What a decision on it names, whatever the values and sources are by now."""
        return self.rule, self.subject, self.attribute


def conflict_of(finding: Finding, claims: Mapping[str, Claim], form: Form = value_relation.stored) -> Conflict:
    """The name of ``finding``: its claims' subjects and attributes, each once, and its values by source.

    ``form`` is the normal form of a value: decisions of release 0.1.0 have ``former``.
    """
    stated = [claims[claim] for claim in finding.claims if claim in claims]
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in stated:
        by_source[claim.source].append(claim)
    return Conflict(
        finding.rule,
        "+".join(sorted({_whole(claim) for claim in stated})),
        "+".join(sorted({claim.attribute for claim in stated})),
        tuple((source, digest(by_source[source], form)) for source in sorted(by_source)),
    )


def digest(claims: Sequence[Claim], form: Form = value_relation.stored) -> str:
    """Twelve hexadecimal digits of what ``claims`` state, without their wording and their source."""
    stated = sorted({f"{claim.attribute}:{_TEXT.get(claim.value.kind, '')}{form(claim.value)}" for claim in claims})
    return hashlib.sha256("\n".join(stated).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _whole(claim: Claim) -> str:
    return claim.subject.entity
