"""Reads the grammar of a clause: its subject, its objects, and what its relative pronouns stand for."""

from __future__ import annotations

from checker.language import verbs
from checker.language.language import word_set
from checker.language.names import head_nouns
from checker.language.words import participants, singular, stopwords, undertakings
from checker.linguistics.coreference import Discourse
from checker.linguistics.sentence import CLAUSE_MARKS, PREPOSITIONS, ParsedSentence, Referent
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.linguistics.thresholds import (
    ADVERBS_BEFORE_VERB,
    ANTECEDENT_REACH,
    OBJECT_REACH,
    OWNER_REACH,
    RELATIVE_REACH,
    WORDS_BETWEEN_OBJECTS,
    WORDS_BETWEEN_SUBJECTS,
)
from checker.model.claim import Binding
from checker.model.reasons import SubjectBasis, SubjectReason

_OPENERS = word_set("language/clauses", "between_dates")
"""Words that are prepositions before a noun alone, and open a clause before a subject and its verb."""
_RELATIVE = word_set("language/clauses", "relative")
_POINTING = word_set("language/clauses", "pointing")
_PART_OF = word_set("language/clauses", "part_of")
_CLAUSE_OPENERS = word_set("language/clauses", "clause_openers")
_ADVERBS = word_set("language/clauses", "adverbs")


def voice_of(parsed: ParsedSentence, at: int, form: str) -> str:
    """passive, active, or open where the words alone do not tell."""
    auxiliaries = verbs.auxiliaries()
    i = at - 1
    while (
        i >= 0
        and (parsed.words[i].low in _ADVERBS or parsed.words[i].low.endswith("ly"))
        and at - i <= ADVERBS_BEFORE_VERB
    ):
        i -= 1
    before = auxiliaries.get(parsed.words[i].low) if i >= 0 else None
    if before in {"be", "link"}:
        return "active" if form == "ing" else "passive"
    if before in {"have", "modal", "do"}:
        return "active"
    return "open"


def is_reduced_participle(parsed: ParsedSentence, at: int) -> bool:
    """``X, founded in 1976``: a participle behind a comma, with no object."""
    if at == 0 or parsed.words[at - 1].low not in {",", "("}:
        return False
    following = parsed.words[at + 1].low if at + 1 < len(parsed.words) else ""
    return following in PREPOSITIONS or (at + 1 < len(parsed.words) and parsed.covered[at + 1] == 2)


def opening_participle(parsed: ParsedSentence, at: int, discourse: Discourse) -> list[SubjectCandidate]:
    """``Founded in 1979, the institute was``: the subject of an opening participle is behind the comma."""
    comma = next((i for i in range(at, len(parsed.words)) if parsed.words[i].low == ","), None)
    while comma is not None:
        for referent in parsed.referents:
            if referent.first in (comma + 1, comma + 2) and referent.preposition is None and not referent.possessive:
                entity = discourse.current_topic() if _modifies(parsed, referent) else discourse.resolve(referent)[0]
                return (
                    [SubjectCandidate(entity, SubjectBasis(SubjectReason.OPENING_PARTICIPLE))]
                    if entity is not None
                    else []
                )
        comma = next((i for i in range(comma + 1, len(parsed.words)) if parsed.words[i].low == ","), None)
    return []


def _modifies(parsed: ParsedSentence, referent: Referent) -> bool:
    """The name only describes the noun behind it: "this Gothic masterpiece"."""
    following = parsed.words[referent.last] if referent.last < len(parsed.words) else None
    return (
        referent.kind == "name"
        and following is not None
        and following.text.isalpha()
        and following.text.islower()
        and following.low not in verbs.auxiliaries()
        and following.low not in stopwords()
        and referent.last not in parsed.verbs
        and parsed.words[referent.first - 1].low in _POINTING
    )


def relative_antecedent(parsed: ParsedSentence, at: int, discourse: Discourse) -> list[SubjectCandidate]:
    """``the museum, which opened``: what a relative pronoun right before the verb's clause refers to."""
    for i in range(at - 1, max(-1, at - RELATIVE_REACH - 1), -1):
        low = parsed.words[i].low
        if low in _RELATIVE:
            if any(i < referent.first < at and referent.preposition is None for referent in parsed.referents):
                return []
            before = [
                referent
                for referent in parsed.referents
                if referent.last <= i and i - referent.last <= ANTECEDENT_REACH
            ]
            entity, _why = discourse.resolve(before[-1]) if before else (None, None)
            return [SubjectCandidate(entity, SubjectBasis(SubjectReason.LAST_NAMED, low))] if entity is not None else []
        if low in CLAUSE_MARKS or (i in parsed.verbs and i < at - 1):
            return []
    return []


def objects_of(parsed: ParsedSentence, at: int, discourse: Discourse) -> list[SubjectCandidate]:
    """What the verb makes or changes: the first name or reference behind it, with all that "and" joins."""
    found: list[SubjectCandidate] = []
    end = at
    for referent in parsed.referents:
        if referent.first <= at:
            continue
        gap = parsed.words[end + 1 : referent.first] if not found else parsed.words[end : referent.first]
        lower_forms = [w.low for w in gap if w.is_word or w.low in CLAUSE_MARKS]
        if not found:
            if referent.possessive:
                continue
            if referent.first - at > OBJECT_REACH or any(x in CLAUSE_MARKS or x in _RELATIVE for x in lower_forms):
                break
            if referent.preposition is not None or any(parsed.covered[i] == 2 for i in range(at + 1, referent.first)):
                break
        elif (
            referent.kind == "pronoun"
            or ("and" not in lower_forms and parsed.words[referent.first - 1].low != "and")
            or len(lower_forms) > WORDS_BETWEEN_OBJECTS
            or any(i in parsed.verbs for i in range(end, referent.first))
        ):
            break
        entity, _why = discourse.resolve(referent)
        if entity is None:
            break
        binding: Binding = "named" if referent.kind == "name" else "referred"
        found.append(SubjectCandidate(entity, SubjectBasis(SubjectReason.OBJECT, verb=parsed.words[at].low), binding))
        end = referent.last
    return found


def grammatical_subject(parsed: ParsedSentence, at: int, discourse: Discourse) -> list[SubjectCandidate]:
    """The names or references before the verb that no preposition governs, nearest group first."""
    chosen: list[Referent] = []
    owner: Referent | None = None
    begin = clause_start(parsed, at)
    for referent in reversed(
        [referent for referent in parsed.referents if begin <= referent.first and referent.last <= at]
    ):
        if referent.possessive:
            if at - referent.last <= OWNER_REACH:
                owner = owner or referent
            continue
        if (referent.preposition is not None and referent.preposition not in _OPENERS) or _in_brackets(
            parsed, referent, begin, at
        ):
            continue
        if not chosen and _object_of_first(parsed, referent, at, begin):
            continue
        if chosen and not _joined(parsed, referent, chosen[-1]):
            break
        chosen.append(referent)
    part = ""
    if not chosen and owner is not None:
        chosen = [owner]
        part = _head_of(parsed, owner.last, at)
    if not chosen:
        behind_adjunct = _behind_adjunct(parsed, begin, at)
        inside = [
            referent
            for referent in parsed.referents
            if begin <= referent.first and referent.last <= at and referent.kind == "name"
        ]
        for referent in sorted(inside, key=lambda referent: referent.first < behind_adjunct):
            if referent.preposition == "in" and _elsewhere(discourse, referent):
                continue
            begin = behind_adjunct if referent.first >= behind_adjunct else begin
            part = _head_of(parsed, begin, referent.first)
            if referent.preposition in _PART_OF or (
                referent.preposition == "on" and _undertaken(parsed, begin, referent.first)
            ):
                chosen = [referent]
                break
            part = ""
    found = []
    for referent in reversed(chosen):
        entity, why = discourse.resolve(referent)
        if entity is not None:
            own = "" if owner is None and part and head_nouns().get(part) in {"place", entity.type} else part
            found.append(SubjectCandidate(entity, why, _binding(referent, why), own))
    return found


def _binding(referent: Referent, why: SubjectBasis) -> Binding:
    """How firmly a subject is known that is given by a name, or by a reference."""
    return "named" if referent.kind == "name" else "topic" if why.reason is SubjectReason.TOPIC else "referred"


def _elsewhere(discourse: Discourse, referent: Referent) -> bool:
    """``our campus in Lundby is home to``: a place in which something of the text's topic stands, of another kind."""
    entity, topic = discourse.resolve(referent)[0], discourse.current_topic()
    placed = entity is not None and (
        entity.type in {"place", "landform"} or (entity.type is None and entity is not topic)
    )
    return placed and topic is not None and topic.type not in {None, "place", "person"}


def _in_brackets(parsed: ParsedSentence, referent: Referent, begin: int, at: int) -> bool:
    """The name stands in brackets that open and close before the verb: another name of the subject."""
    opens = next((i for i in range(referent.first - 1, begin, -1) if parsed.lower_forms[i] in {"(", ")"}), None)
    closes = next((i for i in range(referent.last, at) if parsed.lower_forms[i] in {"(", ")"}), None)
    return (
        opens is not None
        and closes is not None
        and parsed.lower_forms[opens] == "("
        and parsed.lower_forms[closes] == ")"
    )


def _head_of(parsed: ParsedSentence, first: int, last: int) -> str:
    """The noun that heads a stretch of words: the last one before a preposition, a verb or a mark."""
    head = ""
    auxiliaries = verbs.auxiliaries()
    for i in range(first, last):
        word = parsed.words[i]
        if (
            not word.is_word
            or word.low in PREPOSITIONS
            or word.low in auxiliaries
            or i in parsed.verbs
            or parsed.covered[i] == 2
        ):
            if head:
                break
            continue
        if not parsed.covered[i] and word.low not in stopwords() and word.low != "'s":
            head = word.low
    return "" if head in undertakings() or {head, singular(head)} & participants() else singular(head)


def _behind_adjunct(parsed: ParsedSentence, begin: int, at: int) -> int:
    """Where the clause goes on behind ``Since the founding of the club,``; ``begin`` where it opens with none."""
    if begin >= at or parsed.lower_forms[begin] not in PREPOSITIONS:
        return begin
    return next((i + 1 for i in range(at - 1, begin, -1) if parsed.lower_forms[i] == ","), begin)


def _undertaken(parsed: ParsedSentence, first: int, last: int) -> bool:
    """``work on the bridge``: the subject of work on an entity is the entity."""
    return any(parsed.lower_forms[i] in undertakings() for i in range(first, last))


def _object_of_first(parsed: ParsedSentence, referent: Referent, at: int, begin: int) -> bool:
    """``X runs Y and had``: what stands right before "and" and the second verb belongs to the first verb."""
    known = verbs.auxiliaries()
    joint = referent.last
    while joint + 1 < at and (
        parsed.covered[joint] == 2 or (parsed.lower_forms[joint] in PREPOSITIONS and parsed.covered[joint + 1] == 2)
    ):
        joint += 1
    while joint < at and parsed.lower_forms[joint] in {",", "and"}:
        joint += 1
    i = joint
    while i < at and parsed.lower_forms[i] in _ADVERBS:
        i += 1
    if parsed.lower_forms[joint - 1] not in {",", "and"} or not (
        i in parsed.verbs or parsed.lower_forms[i] in known or parsed.lower_forms[i] in verbs.presents()
    ):
        return False
    return any(
        x.preposition is None
        and not x.possessive
        and begin <= x.first
        and x.last < referent.first
        and any(
            i in parsed.verbs or parsed.lower_forms[i] in known or parsed.lower_forms[i] in verbs.presents()
            for i in range(x.last, referent.first)
        )
        for x in parsed.referents
    )


def _joined(parsed: ParsedSentence, left: Referent, right: Referent) -> bool:
    if right.kind == "pronoun":
        return False
    between = [w.low for w in parsed.words[left.last : right.first]]
    return len(between) <= WORDS_BETWEEN_SUBJECTS and "and" in between


def clause_start(parsed: ParsedSentence, at: int) -> int:
    """Where the verb's clause begins: after a strong mark, or after "which", "when", "while" and their like."""
    for i in range(at - 1, -1, -1):
        low = parsed.words[i].low
        if low in CLAUSE_MARKS:
            return i + 1
        if (
            low in _CLAUSE_OPENERS
            and any(i < v < at for v in parsed.verbs) is False
            and any(i < referent.first < at for referent in parsed.referents)
        ):
            return i + 1
    return 0
