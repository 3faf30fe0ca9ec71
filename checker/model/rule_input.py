"""What rules look at: all claims of a run under common subjects, their comparisons, and the sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from checker.model.claim import Claim
from checker.model.comparison import Comparison
from checker.model.constraint import Constraints
from checker.model.document import Source
from checker.model.fact import Fact
from checker.model.memo import Memo
from checker.model.rule import AttributeEntry
from checker.model.source_names import source_names
from checker.model.subject_ref import SubjectRef

Laid = TypeVar("Laid")
SentenceKey = tuple[str, int]
"""A sentence by its source and the offset it starts at."""
TextSubject = tuple[str, SubjectRef]
"""A subject in one source."""


@dataclass(frozen=True)
class RuleInput:
    """Claims by id, comparisons between them, sources by id, the attributes' entries, and copied sentences.

    Claims stand source by source in an order that no source's name decides. What several rules look at is laid out
    once.
    """

    claims: Mapping[str, Claim]
    comparisons: tuple[Comparison, ...]
    sources: Mapping[str, Source]
    attributes: Mapping[str, AttributeEntry]
    copies: Mapping[SentenceKey, SentenceKey] = field(default_factory=dict)
    """Sentences that stand near-verbatim in several sources, each with the one that stands for all of them."""
    texts_naming: Mapping[TextSubject, frozenset[TextSubject]] = field(default_factory=dict)
    """For each one-sentence source and subject, the sources in which all its names stand, with the subject there."""
    memory: Memo | None = None
    facts: Sequence[Fact] = ()
    """What at least two claims state, with their positions."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """By source a digest of all that its record follows from, where there is one."""
    constraints: Mapping[str, Constraints] = field(default_factory=dict)
    """By source what must fit together in it, where anything was found."""

    _laid: dict[Callable[[RuleInput], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, layout: Callable[[RuleInput], Laid]) -> Laid:
        """What ``layout`` makes of this input, made for the first rule that asks for it."""
        if layout not in self._laid:
            self._laid[layout] = layout(self)
        made: Laid = self._laid[layout]
        return made

    @cached_property
    def terms(self) -> dict[str, Claim]:
        """The words that take part in constraints, by id, in the form of claims."""
        return {term.id: term for found in self.constraints.values() for term in found.terms}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """By id what people call each source: its file."""
        return source_names(self.sources.values())

    def stated(self, identifier: str) -> Claim:
        """The claim or the term of this id."""
        return self.claims.get(identifier) or self.terms[identifier]

    @cached_property
    def ordered(self) -> Sequence[Claim]:
        """The claims by source, in the order that these have here, and by place."""
        rank = {source: n for n, source in enumerate(dict.fromkeys(claim.source for claim in self.claims.values()))}
        return sorted(self.claims.values(), key=lambda c: (rank[c.source], c.value.start, c.id))

    @cached_property
    def of_kind(self) -> Mapping[str, Sequence[Claim]]:
        """The claims by the kind of their value, in order of source and place."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.ordered:
            found[claim.value.kind].append(claim)
        return found

    @cached_property
    def compared(self) -> Sequence[tuple[str, Comparison]]:
        """The agreements and conflicts, each with the attribute of its claims."""
        claims = self.claims
        return [(claims[c.left].attribute, c) for c in self.comparisons if c.relation in {"agree", "conflict"}]
