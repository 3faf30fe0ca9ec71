"""Finds the candidates that stand in a certain relation to the value: its owner, a name right behind the date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.claims.attribute_triggers import Trigger
from checker.claims.thresholds import GAP, OWNER_REACH, PRESENT_BEFORE
from checker.claims.topic_parts import counts_people
from checker.language.language import word_set
from checker.language.verbs import auxiliaries, presents
from checker.language.words import stopwords
from checker.linguistics.agents import acts_beside, is_agent
from checker.linguistics.coreference import Discourse
from checker.linguistics.name_segmentation import divisions
from checker.linguistics.sentence import CLAUSE_MARKS, PREPOSITIONS, ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate, as_topic
from checker.linguistics.syntax import grammatical_subject, relative_antecedent
from checker.model.kinds import counts
from checker.model.reasons import SubjectBasis, SubjectReason

if TYPE_CHECKING:
    from checker.claims.subject_candidates import ValueClause

_SPEAKING = frozenset({"I", "my", "My", "me"})
_TAKING_PART = word_set("language/clauses", "taking_part")
_FRONTING = word_set("language/clauses", "fronting")
_HAVE = word_set("language/clauses", "have")
_OWNED_BY = word_set("language/clauses", "owned_by")
_TAKING_OVER = word_set("language/clauses", "taking_over")
_TIME_OF_CLAUSE = word_set("language/clauses", "time_of_clause")
_BETWEEN = frozenset({"and", '"', "'"})
Role = tuple[str, list[SubjectCandidate]]


def roles_of_values(clause: ValueClause, triggers: list[Trigger]) -> Iterator[Role]:
    """The candidates in each such relation, by its name."""
    parsed, index, discourse = clause.parsed, clause.index, clause.discourse
    if _speaks(parsed, index):
        basis = SubjectBasis(SubjectReason.FIRST_PERSON)
        yield "speaker", [SubjectCandidate(discourse.speaker or discourse.entities.speaker(), basis, "referred")]
    yield "gapped", _gapped(parsed, index, triggers[0].at if triggers else -1, discourse)
    event = event_after(parsed, index, discourse) if not clause.by_law else None
    yield "behind_date", [event] if event is not None else []
    fronted = _fronted(parsed, index, discourse)
    yield "fronted", [fronted] if fronted is not None else []
    same = [t for t in triggers if t.attribute == triggers[0].attribute][:3]
    owners = [_owner(parsed, t, discourse) for t in same]
    yield "owner", [o for o in owners if o is not None]
    yield "present_subject", _by_present(parsed, index, discourse)
    yield "nearest", _nearest(parsed, index, discourse)
    if clause.verb is not None:
        yield "served", _served(parsed, index, clause.verb, discourse)


def _fronted(parsed: ParsedSentence, index: int, discourse: Discourse) -> SubjectCandidate | None:
    """``At 88 metres, the dam is``, ``With 40 halls, it has``: what the clause behind the opening value is about."""
    first, last = parsed.spans[index]
    if parsed.mentions[index].kind == "date" or parsed.lower_forms[0] not in _FRONTING or first > GAP:
        return None
    if any(parsed.covered[i] == 1 or i in parsed.verbs for i in range(first)):
        return None
    comma = next(
        (i for i in range(last, min(last + GAP, len(parsed.lower_forms))) if parsed.lower_forms[i] == ","), last - 1
    )
    for referent in parsed.referents:
        if referent.first == comma + 1 and referent.preposition is None and not referent.possessive:
            entity, why = discourse.resolve(referent)
            return (
                SubjectCandidate(entity, why, "named" if referent.kind == "name" else "referred")
                if entity is not None
                else None
            )
    return None


def _speaks(parsed: ParsedSentence, index: int) -> bool:
    """Words of the first person stand before the value, and in no name."""
    first = parsed.spans[index][0]
    return any(w.text in _SPEAKING and parsed.covered[i] != 1 for i, w in enumerate(parsed.words[:first]))


def event_after(parsed: ParsedSentence, index: int, discourse: Discourse) -> SubjectCandidate | None:
    """``the November 1991 harbour fire``: a date right before a name dates the thing named."""
    if parsed.mentions[index].kind != "date" or parsed.mentions[index].modifier != "exact":
        return None
    first, last = parsed.spans[index]
    before = parsed.words[first - 1].low if first else ""
    if first == 0 or before in _TIME_OF_CLAUSE | {",", "("}:
        return None
    while last < len(parsed.words) and (parsed.words[last].low in _BETWEEN or parsed.covered[last] == 2):
        last += 1
    for referent in parsed.referents:
        if (
            referent.kind == "name"
            and referent.first == last
            and not referent.possessive
            and not _describes(parsed, referent.last)
        ):
            entity, _ = discourse.resolve(referent)
            if entity is not None:
                return SubjectCandidate(entity, SubjectBasis(SubjectReason.BEHIND_DATE))
    return None


def _describes(parsed: ParsedSentence, last: int) -> bool:
    """The name only says of what kind the noun behind it is: ``a 1916 Tern Gazette article``."""
    if last >= len(parsed.words) or parsed.covered[last] or last in parsed.verbs:
        return False
    low = parsed.lower_forms[last]
    plain = parsed.words[last].is_word and not parsed.words[last].capital and low not in PREPOSITIONS
    return plain and low not in stopwords() and low not in auxiliaries() and low not in presents()


def _owner(parsed: ParsedSentence, trigger: Trigger, discourse: Discourse) -> SubjectCandidate | None:
    """``IMET's budget``, ``the population of Rivertown``: who owns the naming noun."""
    if trigger.manner != "noun":
        return None
    for referent in parsed.referents:
        if referent.possessive and referent.last <= trigger.at and trigger.at - referent.last <= OWNER_REACH:
            entity, why = discourse.resolve(referent)
            if entity is not None:
                return SubjectCandidate(entity, why)
        near = referent.preposition in _OWNED_BY and 0 < referent.first - trigger.at <= OWNER_REACH
        if near and referent.kind == "definite" and referent.word in divisions():
            return next(iter(as_topic(discourse.current_topic(), referent.word)), None)
        if near and referent.kind == "name":
            entity, why = discourse.resolve(referent)
            if entity is not None:
                return SubjectCandidate(entity, why)
    return None


def _served(parsed: ParsedSentence, index: int, at: int, discourse: Discourse) -> list[SubjectCandidate]:
    """``900 people have served in X``: where the people that are counted take part, work or come to."""
    if parsed.spans[index][1] > at or not counts(parsed.mentions[index].kind) or not counts_people(parsed, index, True):
        return []
    behind = [referent for referent in parsed.referents if referent.kind == "name" and 0 < referent.first - at <= GAP]
    if not behind or behind[0].preposition not in _TAKING_PART:
        return []
    entity, _ = discourse.resolve(behind[0])
    if entity is None or entity.type in {"place", "person"}:
        return []
    return [SubjectCandidate(entity, SubjectBasis(SubjectReason.PEOPLE_IN_IT))]


def _gapped(parsed: ParsedSentence, index: int, at: int, discourse: Discourse) -> list[SubjectCandidate]:
    """``Ada was born in 1901 and Otto in 1905``: a name of its own before a later value of the same kind."""
    first = parsed.spans[index][0]
    before = [referent for referent in parsed.referents if referent.last <= first and referent.first > at]
    if at < 0 or not before or before[-1].kind != "name" or before[-1].possessive:
        return []
    referent = before[-1]
    earlier = any(
        n != index and parsed.mentions[n].kind == parsed.mentions[index].kind and parsed.spans[n][1] <= referent.first
        for n in range(len(parsed.mentions))
    )
    joined = parsed.words[referent.first - 1].low in _TAKING_OVER
    if (
        not earlier
        or not joined
        or any(referent.last <= v < first for v in parsed.verbs)
        or first - referent.last > GAP
    ):
        return []
    entity, why = discourse.resolve(referent)
    return [SubjectCandidate(entity, why)] if entity is not None else []


def _by_present(parsed: ParsedSentence, index: int, discourse: Discourse) -> list[SubjectCandidate]:
    """``X stands beside Y and has 2,300 students``: the subject of the present verb before the value."""
    first = parsed.spans[index][0]
    for at in range(first - 1, max(-1, first - PRESENT_BEFORE - 1), -1):
        if parsed.lower_forms[at] in CLAUSE_MARKS:
            return []
        if parsed.covered[at] or not (parsed.lower_forms[at] in presents() or parsed.lower_forms[at] in _HAVE):
            continue
        about = relative_antecedent(parsed, at, discourse) or grammatical_subject(parsed, at, discourse)
        return [] if all(acts_beside(a.entity, discourse.topic) for a in about) else about
    return []


def _nearest(parsed: ParsedSentence, index: int, discourse: Discourse) -> list[SubjectCandidate]:
    """The nearest thing named before the value that does not merely act, else the topic."""
    first, _last = parsed.spans[index]
    for referent in reversed([referent for referent in parsed.referents if referent.last <= first]):
        entity, why = discourse.resolve(referent)
        if entity is not None and not is_agent(entity) and not referent.possessive and referent.preposition is None:
            return [SubjectCandidate(entity, why, "referred")]
    return as_topic(discourse.current_topic())
