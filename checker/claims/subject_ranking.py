"""Ranks the candidates for a value's subject by their weighted features."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.claims.attribute_triggers import Trigger
from checker.claims.subject_candidates import ReadSubject, ValueClause, clause_of, read_subjects
from checker.claims.subject_features import values_of
from checker.claims.thresholds import PHRASE_PROBABILITY
from checker.linguistics.clauses import Grammar
from checker.linguistics.coreference import Discourse
from checker.linguistics.ranking import probabilities, score, weights
from checker.linguistics.subject_candidate import SubjectCandidate, as_topic
from checker.model.rule import AttributeEntry


@dataclass(frozen=True, slots=True)
class RankedSubject:
    """A candidate with its features, and how likely it is the subject."""

    read: ReadSubject
    features: Mapping[str, float]
    score: float
    probability: float


def subjects_of(
    grammar: Grammar,
    index: int,
    triggers: list[Trigger],
    discourse: Discourse,
    entry: AttributeEntry | None = None,
    by_law: bool = False,
) -> list[SubjectCandidate]:
    """The things that mention ``index`` is most likely about; more than one where "and" joins them.

    ``triggers`` are the words that call for its attribute, cheapest first, and ``entry`` is that attribute. Where the
    sentence names the law that the value goes back to (``by_law``), a date does not date the name behind it.
    """
    clause = clause_of(grammar, index, triggers, discourse, entry, by_law)
    ranked = rank_subjects(clause, triggers)
    if not ranked:
        return as_topic(discourse.current_topic())
    best = next((r for r in ranked if r.read.phrase is None or r.probability >= PHRASE_PROBABILITY), ranked[0])
    joined = next((group for group in best.read.groups if len(group) > 1), [best.read.entity])
    return [best.read.candidate(entity) for entity in joined]


def rank_subjects(clause: ValueClause, triggers: list[Trigger]) -> list[RankedSubject]:
    """The candidates for a value's subject, the likeliest first."""
    weigh = weights("subject")
    read = [(one, values_of(clause, one)) for one in read_subjects(clause, triggers)]
    scores = [score(features, weigh) for _, features in read]
    chances = probabilities(scores)
    ranked = [
        RankedSubject(one, features, points, chance)
        for (one, features), points, chance in zip(read, scores, chances, strict=True)
    ]
    return sorted(ranked, key=lambda r: (-r.score, r.read.entity.key))
