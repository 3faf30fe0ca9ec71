"""Finds the subject of a value: the likeliest of all candidates, unless the clause says outright what it is of.

A clause says so by who owns the attribute ("the depth of the dock"), by the verb that calls for the attribute and what
it makes ("opened a library"), and by few other forms. Else all that a value may be of are ranked by their weighted
features. What the rules of grammar (``subject_resolution``) would take is one of them; that they would, by which rule,
and whether they are sure, are features of it. A noun phrase without a name is never an entity: it is a part of the
likeliest one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from checker.claims.attribute_triggers import Trigger
from checker.claims.subject_candidates import ReadSubject, ValueClause, clause_of, read_subjects
from checker.claims.subject_features import values_of
from checker.claims.subject_resolution import GrammarRule, subjects_by_grammar
from checker.claims.thresholds import PART_FOR_WHOLE, PHRASE_PROBABILITY
from checker.linguistics.clauses import Grammar, grammar_of
from checker.linguistics.coreference import Discourse
from checker.linguistics.ranking import probabilities, score, weights
from checker.linguistics.sentence import ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.model.reasons import SubjectReason
from checker.model.rule import AttributeEntry

_OUTRIGHT: frozenset[GrammarRule] = frozenset(
    {
        "owner",
        "own_verb",
        "speaker",
        "first_person",
        "product",
        "work",
        "ellipsis",
        "joint",
        "event",
        "fronted",
        "present",
    }
)
"""Rules that name the subject by the form of the clause, and not by what stands nearest or governs the value."""


@dataclass(frozen=True, slots=True)
class RankedSubject:
    """A candidate with its features, and how likely it is the subject."""

    read: ReadSubject
    features: Mapping[str, float]
    score: float
    probability: float


def subjects_of(
    parsed: ParsedSentence,
    index: int,
    triggers: list[Trigger],
    discourse: Discourse,
    entry: AttributeEntry | None = None,
    by_law: bool = False,
    grammar: Callable[[ParsedSentence], Grammar] = grammar_of,
) -> list[SubjectCandidate]:
    """The things that mention ``index`` is about; more than one where "and" joins them.

    ``triggers`` are the words that call for its attribute, cheapest first, and ``entry`` is that attribute. Where the
    sentence names the law that the value goes back to (``by_law``), a date does not date the name behind it.
    ``grammar`` lays the sentence out by clauses, where it may be done once for all values of a sentence.
    """
    chosen, ranked = ranking_of(parsed, index, triggers, discourse, entry, by_law, grammar)
    best = likeliest(ranked)
    if best is None or "chosen" in best.read.roles:
        return chosen
    return [best.read.candidate()]


def ranking_of(
    parsed: ParsedSentence,
    index: int,
    triggers: list[Trigger],
    discourse: Discourse,
    entry: AttributeEntry | None = None,
    by_law: bool = False,
    grammar: Callable[[ParsedSentence], Grammar] = grammar_of,
) -> tuple[list[SubjectCandidate], list[RankedSubject]]:
    """What the rules of grammar would take, and all candidates, the likeliest first; none where the clause says it."""
    chosen, rule = subjects_by_grammar(parsed, index, triggers, discourse, entry, by_law)
    sure = is_decided(parsed, index, chosen, entry, discourse, grammar)
    if chosen and (rule in _OUTRIGHT or _is_of_release(chosen, discourse)):
        return chosen, []
    attribute_at = triggers[0].at if triggers else -1
    return chosen, rank_subjects(clause_of(grammar(parsed), index, discourse, chosen, entry, attribute_at, sure, rule))


def _is_of_release(chosen: Sequence[SubjectCandidate], discourse: Discourse) -> bool:
    """What stands under the heading of a release, and names nothing else, is of that release."""
    return discourse.release_date is not None and all(one.entity is discourse.section for one in chosen)


def is_decided(
    parsed: ParsedSentence,
    index: int,
    chosen: Sequence[SubjectCandidate],
    entry: AttributeEntry | None,
    discourse: Discourse,
    grammar: Callable[[ParsedSentence], Grammar],
) -> bool:
    """The rules of grammar are sure of what mention ``index`` is of, and its own clause is about nothing else."""
    if not is_sure(chosen, entry):
        return False
    if len(parsed.referents) < 2 or any(one.part for one in chosen):
        return True
    return not is_of_another(grammar(parsed), index, chosen, discourse)


def is_sure(chosen: Sequence[SubjectCandidate], entry: AttributeEntry | None) -> bool:
    """The rules of grammar found what the clause names, or several things.

    A participle behind a name is of that name where an attribute is called for (``entry``): "founded in 1913"; and so
    is a part of the topic: "the south span was completed".
    """
    if len(chosen) != 1:
        return bool(chosen)
    reason = chosen[0].basis.reason
    if reason is SubjectReason.BEFORE_PARTICIPLE or chosen[0].part:
        return entry is not None
    return chosen[0].binding != "topic" and reason is not SubjectReason.SENTENCE_BEFORE


def is_of_another(grammar: Grammar, index: int, chosen: Sequence[SubjectCandidate], discourse: Discourse) -> bool:
    """The value's own clause is about something else and names none that was chosen: ``Otto says the mill has``."""
    parsed, first = grammar.parsed, grammar.parsed.spans[index][0]
    topical = grammar.topical(first)
    if topical is None or topical.how != "own":
        return False
    begin, end = grammar.bounds(first)
    inside = [r for r in parsed.referents if begin <= r.first < end]
    keys = [entity.key for r in inside if (entity := discourse.resolve(r)[0]) is not None]
    named = any(r.last == topical.phrase.last and r.first >= topical.phrase.first for r in inside)
    return named and not any(one.entity.key in keys for one in chosen)


def likeliest(ranked: Sequence[RankedSubject]) -> RankedSubject | None:
    """The likeliest entity, of which its parts speak too; or a part of it that is likely enough by itself."""
    chances: dict[str, float] = defaultdict(float)
    for one in ranked:
        chances[one.read.entity.key] += one.probability * (PART_FOR_WHOLE if one.read.phrase is not None else 1)
    if not chances:
        return None
    entity = max(chances, key=lambda key: (chances[key], key))
    own = [one for one in ranked if one.read.entity.key == entity]
    likely = (one for one in own if one.read.phrase is None or one.probability >= PHRASE_PROBABILITY)
    return next(likely, None)


def rank_subjects(clause: ValueClause) -> list[RankedSubject]:
    """The candidates for a value's subject, the likeliest first."""
    weigh = weights("subject")
    read = [(one, values_of(clause, one)) for one in read_subjects(clause)]
    scores = [score(features, weigh) for _, features in read]
    ranked = [
        RankedSubject(one, features, points, chance)
        for (one, features), points, chance in zip(read, scores, probabilities(scores), strict=True)
    ]
    return sorted(ranked, key=lambda r: -r.score)
