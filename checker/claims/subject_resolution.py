"""Reads the subject of a value off the grammar: the subject or object of its verb, a reference, or else the topic."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from checker.claims.agent_roles import means, shared_undertaking, topic_taken_part_in
from checker.claims.attribute_triggers import Trigger
from checker.claims.created_objects import created_object, makes, work_done
from checker.claims.open_attributes import governing_verb
from checker.claims.thresholds import GAP, OWNER_REACH, PARTICLE, PRESENT_BEFORE
from checker.claims.topic_parts import (
    counts_people,
    is_attribute_noun,
    is_event_noun,
    linking_verb,
    part_of_topic,
    site_nouns,
)
from checker.language.language import word_set
from checker.language.names import reporters
from checker.language.verbs import auxiliaries, presents
from checker.language.words import singular, stopwords
from checker.linguistics.agents import acts_beside, is_agent, is_person_or_acting_place
from checker.linguistics.coreference import Discourse
from checker.linguistics.name_segmentation import divisions
from checker.linguistics.sentence import CLAUSE_MARKS, PREPOSITIONS, ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate, as_topic
from checker.linguistics.syntax import (
    grammatical_subject,
    is_reduced_participle,
    objects_of,
    opening_participle,
    relative_antecedent,
    voice_of,
)
from checker.model.kinds import counts
from checker.model.reasons import SubjectBasis, SubjectReason
from checker.model.rule import AttributeEntry

GrammarRule = Literal[
    "speaker",
    "first_person",
    "ellipsis",
    "joint",
    "event",
    "fronted",
    "owner",
    "own_verb",
    "verb",
    "present",
    "nearest",
    "work",
    "product",
    "undertaking",
    "part",
]
"""What the rules go by: who is quoted, or speaks; a name of its own before a later value; an undertaking of several; an
event or a name that opens the sentence; who owns the attribute; the subject of the verb that calls for the attribute or
of that which governs the value; what a work or a product is of; a part of what the text is about."""
_BENEFIT = word_set("language/clauses", "benefit")
_SPEAKING = frozenset({"I", "my", "My", "me"})
_SPEAKING_LOWS = frozenset(map(str.lower, _SPEAKING))
_TAKING_PART = word_set("language/clauses", "taking_part")
_FRONTING = word_set("language/clauses", "fronting")
_HAVE = word_set("language/clauses", "have")
_OWNED_BY = word_set("language/clauses", "owned_by")
_TAKING_OVER = word_set("language/clauses", "taking_over")
_TIME_OF_CLAUSE = word_set("language/clauses", "time_of_clause")
_BETWEEN = frozenset({"and", '"', "'"})


def subjects_by_grammar(
    parsed: ParsedSentence,
    index: int,
    triggers: list[Trigger],
    discourse: Discourse,
    entry: AttributeEntry | None = None,
    by_law: bool = False,
) -> tuple[list[SubjectCandidate], GrammarRule]:
    """The things that mention ``index`` is about, several where "and" joins them, and the rule that found them."""
    trigger = triggers[0] if triggers else None
    at = trigger.at if trigger is not None and (trigger.manner == "verb" or trigger.at in parsed.verbs) else None
    if not _SPEAKING_LOWS.isdisjoint(parsed.lower_forms[: parsed.spans[index][0]]) and _speaks(parsed, index):
        speaker = discourse.speaker or discourse.entities.speaker()
        return [
            SubjectCandidate(speaker, SubjectBasis(SubjectReason.FIRST_PERSON), "referred")
        ], "speaker" if discourse.speaker else "first_person"
    gapped = _gapped(parsed, index, trigger.at if trigger is not None else -1, discourse)
    if gapped:
        return gapped, "ellipsis"
    shared = shared_undertaking(parsed, index, discourse)
    if shared:
        return shared, "joint"
    event = event_after(parsed, index, discourse) if not by_law else None
    if event is not None and (at is None or trigger is None or trigger.cost > 1):
        return [event], "event"
    fronted = _fronted(parsed, index, discourse)
    if fronted is not None:
        return [fronted], "fronted"
    if at is None:
        for other in [t for t in triggers if trigger is not None and t.attribute == trigger.attribute][:3]:
            owner = _owner(parsed, other, discourse)
            if owner is not None:
                return [owner], "owner"
        at = governing_verb(parsed, index)
    own = entry is not None and at is not None and trigger is not None and trigger.at == at
    calls = entry is not None and at is not None and trigger is not None and 0 <= trigger.at - at <= PARTICLE
    found, rule = _by_clause(parsed, index, at, discourse, entry, own, calls)
    counted = singular((parsed.mentions[index].noun or "").rpartition(" ")[2])
    found = [replace(a, part="") if a.part and a.part == counted else a for a in found]
    amount = entry is not None and entry.value == "money" and entry.holds == "once"
    work = work_done(parsed, index) if amount and found else ""
    if work:
        return [a if a.part else _part_of(a, work) for a in found], "work"
    once = entry is not None and entry.holds == "once" and _is_date(parsed, index)
    made = ""
    if once and found and entry is not None and at is not None and makes(parsed, at, entry):
        made = created_object(parsed, at, entry)
    if made:
        return [a if a.part else _part_of(a, made) for a in found], "product"
    undertaking = topic_taken_part_in(parsed, discourse) if found and all(is_agent(a.entity) for a in found) else []
    if undertaking:
        found, rule = undertaking, "undertaking"
    if len(found) == 1 and found[0].binding == "topic":
        verb = at if at is not None else governing_verb(parsed, index)
        part = part_of_topic(parsed, index, verb if verb is not None else linking_verb(parsed, index), discourse)
        if trigger is not None and (part in trigger.attribute.split("_") or is_attribute_noun(part, entry)):
            part = ""
        if part and not (is_event_noun(part) or (part in site_nouns() and counts_people(parsed, index))):
            return [_part_of(found[0], part)], "part"
    return found, rule


def _by_clause(
    parsed: ParsedSentence,
    index: int,
    at: int | None,
    discourse: Discourse,
    entry: AttributeEntry | None,
    own: bool,
    calls: bool,
) -> tuple[list[SubjectCandidate], GrammarRule]:
    """By the verb at ``at``, which alone (``own``) or with a particle ``calls`` for the attribute; else the nearest."""
    applies = frozenset(entry.applies_to) if entry is not None and own else frozenset()
    doer = entry is not None and entry.doer
    once = entry is not None and entry.holds == "once" and at is not None and makes(parsed, at, entry)
    by_verb = _by_verb(parsed, index, at, discourse, applies, doer, once) if at is not None else []
    if by_verb:
        return by_verb, "own_verb" if calls else "verb"
    present = _by_present(parsed, index, discourse)
    return (present, "present") if present else (_nearest(parsed, index, discourse), "nearest")


def _part_of(about: SubjectCandidate, part: str) -> SubjectCandidate:
    return replace(about, part=part, basis=replace(about.basis, part=part))


def _is_date(parsed: ParsedSentence, index: int) -> bool:
    return parsed.mentions[index].kind == "date"


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


def _by_verb(
    parsed: ParsedSentence, index: int, at: int, discourse: Discourse, applies: frozenset[str], doer: bool, once: bool
) -> list[SubjectCandidate]:
    form = "ing" if parsed.words[at].low.endswith("ing") else "ed"
    voice = voice_of(parsed, at, form)
    if voice == "open" and form == "ed" and at <= 1:
        opened = opening_participle(parsed, at, discourse)
        if opened:
            return opened
    before = relative_antecedent(parsed, at, discourse) or grammatical_subject(parsed, at, discourse)
    through = means(parsed, at, discourse) if not before or before[0].entity.type != "person" else []
    if voice == "passive":
        return through or before
    if voice == "open" and form == "ed" and is_reduced_participle(parsed, at):
        nearest = [referent for referent in parsed.referents if referent.last <= at]
        entity = discourse.resolve(nearest[-1])[0] if nearest else None
        if entity is not None and entity.key not in reporters():
            return [SubjectCandidate(entity, SubjectBasis(SubjectReason.BEFORE_PARTICIPLE))]
    if before and (doer or any(a.entity.type in applies for a in before)):
        return before
    after = objects_of(parsed, at, discourse)
    if not before and not after:
        return _served(parsed, index, at, discourse)
    made = once or (applies and "person" not in applies)
    if after and made and before and all(is_person_or_acting_place(a.entity) for a in before):
        return after
    if after and (not before or all(is_agent(a.entity) for a in before) or voice == "open"):
        if before and not all(is_agent(a.entity) for a in before) and parsed.mentions[index].kind != "date":
            return before
        if before and voice == "open" and not all(is_agent(a.entity) for a in before):
            return before if after[0].entity.type in {None, "place", "person"} else after
        return after
    if before and all(is_agent(a.entity) for a in before):
        topic = _program_named(parsed, discourse)
        return topic or before
    return before


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


def _program_named(parsed: ParsedSentence, discourse: Discourse) -> list[SubjectCandidate]:
    """An agent does it; what it is about is the text's topic where the sentence names it."""
    about = [t for t in (discourse.paragraph, discourse.section, discourse.topic) if t is not None]
    for referent in parsed.referents:
        entity = discourse.resolve(referent)[0] if referent.kind == "name" else None
        if entity is not None and entity in about and not is_agent(entity):
            return [SubjectCandidate(entity, SubjectBasis(SubjectReason.TOPIC_NAMED), "referred")]
    others = []
    for referent in parsed.referents:
        if referent.kind == "name":
            entity, why = discourse.resolve(referent)
            if entity is not None and not is_agent(entity) and entity.count > 1:
                others.append(
                    (referent.preposition not in _BENEFIT, -entity.count, referent.first, SubjectCandidate(entity, why))
                )
    if others:
        return [min(others, key=lambda o: o[:3])[3]]
    if about and not is_agent(about[0]):
        return as_topic(about[0])
    return []


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
