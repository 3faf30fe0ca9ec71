"""Finds the subject where a country or a person only takes part in it: "Chile's part in the exchange ended"."""

from __future__ import annotations

from dataclasses import replace

from checker.claims.thresholds import SHARED_REACH
from checker.language.language import word_set
from checker.language.words import participations
from checker.linguistics.agents import is_agent
from checker.linguistics.coreference import Discourse
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.linguistics.syntax import clause_start
from checker.model.reasons import SubjectBasis, SubjectReason

_THROUGH = word_set("language/clauses", "through")
_TAKEN_PART_IN = word_set("language/clauses", "taken_part_in")


def _topics(discourse: Discourse) -> list[EntityCluster]:
    return [t for t in (discourse.paragraph, discourse.section, discourse.topic) if t is not None]


def means(parsed: ParsedSentence, at: int, discourse: Discourse) -> list[SubjectCandidate]:
    """``officers were trained through X``: what is done through the topic is a claim about the topic."""
    about = _topics(discourse)
    for referent in parsed.referents:
        if referent.kind == "name" and referent.first > at and referent.preposition in _THROUGH:
            entity, _ = discourse.resolve(referent)
            if entity in about and entity is not None and entity.type not in {"person", "place", "law"}:
                return [SubjectCandidate(entity, SubjectBasis(SubjectReason.THROUGH_TOPIC))]
    return []


def topic_taken_part_in(parsed: ParsedSentence, discourse: Discourse) -> list[SubjectCandidate]:
    """``Chile's part in the exchange ended``: what a country does in the topic is a claim about the topic."""
    about = _topics(discourse)
    for referent in parsed.referents:
        if referent.kind == "name" and referent.preposition is not None:
            entity, _ = discourse.resolve(referent)
            if entity in about and entity is not None and not is_agent(entity) and entity.type != "person":
                return [SubjectCandidate(entity, SubjectBasis(SubjectReason.COUNTRY_IN_TOPIC))]
    return []


def shared_undertaking(parsed: ParsedSentence, index: int, discourse: Discourse) -> list[SubjectCandidate]:
    """``Chile's participation ended in 1973``: a claim about the topic, or about what is named behind it."""
    low = clause_start(parsed, parsed.spans[index][0])
    for referent in parsed.referents:
        if not referent.possessive or referent.kind == "pronoun" or referent.last < low:
            continue
        noun = next(
            (
                i
                for i in (referent.last + 1, referent.last + 2)
                if i < len(parsed.lower_forms) and parsed.lower_forms[i] in participations()
            ),
            None,
        )
        entity = discourse.resolve(referent)[0] if noun is not None else None
        if noun is None or entity is None or not is_agent(entity):
            continue
        into = next(
            (x for x in parsed.referents if noun < x.first <= noun + SHARED_REACH and x.preposition in _TAKEN_PART_IN),
            None,
        )
        topic = next(iter(_topics(discourse)), None)
        whole, why = discourse.resolve(into) if into is not None else (topic, SubjectBasis(SubjectReason.TOPIC))
        if whole is not None and not is_agent(whole) and whole.type != "person":
            return [SubjectCandidate(whole, replace(why, participant=entity.name), "referred")]
    return []
