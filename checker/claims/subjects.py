"""Says whom a value is about: the thing its verb makes or tells of, a reference, or the topic."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.claims.attributes import Trigger, governing_verb
from checker.claims.discourse import Discourse, is_agent
from checker.claims.entities import Thing
from checker.claims.parse import CLAUSE_MARKS, PREPOSITIONS, Parse, Referent
from checker.language import verbs
from checker.language.names import head_nouns
from checker.language.words import noun_class, singular, stopwords
from checker.model.claim import Binding

_NEAR_OBJECT = 7
_BENEFIT = frozenset({"for", "to", "through", "under"})
_SPEAKING = frozenset({"i", "my", "me"})
_BETWEEN = frozenset({"and", '"', "'"})
_RELATIVE = frozenset({"which", "who", "that", "where"})
_ADVERBS = frozenset(
    {"also", "first", "not", "only", "officially", "formally", "then", "later", "now", "originally"}
)


@dataclass(frozen=True, slots=True)
class About:
    """A subject and why."""

    thing: Thing
    basis: str
    binding: Binding = "named"
    part: str = ""
    """The part or product of the thing that is really meant: "tower", where a sentence starts so."""


def subjects_of(p: Parse, m: int, triggers: list[Trigger], d: Discourse, applies_to: tuple[str, ...] = (), by_law: bool = False) -> list[About]:
    """The things that mention ``m`` is about; more than one where "and" joins them."""
    trigger = triggers[0] if triggers else None
    at = trigger.at if trigger is not None and (trigger.manner == "verb" or trigger.at in p.verbs) else None
    if any(w.low in _SPEAKING for w in p.words[: p.spans[m][0]]):
        return [About(d.things.speaker(), "said in the first person", "referred")]
    event = event_after(p, m, d) if not by_law else None
    if event is not None and (at is None or trigger is None or trigger.cost > 1):
        return [event]
    if at is None:
        for other in [t for t in triggers if trigger is not None and t.attribute == trigger.attribute][:3]:
            owner = _owner(p, other, d)
            if owner is not None:
                return [owner]
        at = governing_verb(p, m)
    applies = frozenset(applies_to) if at is not None and trigger is not None and trigger.at == at else frozenset()
    found = _by_verb(p, m, at, d, applies) if at is not None else []
    if not found:
        found = _nearest(p, m, d)
    if not found:
        topic = d.about()
        found = [About(topic, "what the text is about", "topic")] if topic is not None else []
    if found and all(is_agent(a.thing) for a in found):
        found = _participation(p, d) or found
    if len(found) == 1 and found[0].binding == "topic":
        part = _part(p, m, at if at is not None else governing_verb(p, m), d)
        if part:
            return [replace(found[0], part=part, basis=f"{found[0].basis}, here its {part}")]
    return found


def _part(p: Parse, m: int, at: int | None, d: Discourse) -> str:
    """The common noun that a sentence without a name is about, unless it is people or what is counted."""
    if at is None or any(r.kind == "name" and d.stand_for(r)[0] is d.about() for r in p.referents):
        return ""
    first, last = p.spans[m]
    i = _clause_start(p, at)
    comma = next((j for j in range(i, at) if p.words[j].low == ","), None)
    if i < len(p.words) and p.words[i].low in PREPOSITIONS and comma is not None:
        i = comma + 1
    head = ""
    for j in range(i, at):
        word = p.words[j]
        if not word.is_word or p.covered[j] or word.low in PREPOSITIONS or j in p.verbs or first <= j < last:
            break
        if word.low not in stopwords() and not word.low.endswith("ly"):
            head = word.low
    if not head or head_nouns().get(head) == "person" or noun_class(head) == noun_class("people"):
        return ""
    noun = p.mentions[m].noun
    return "" if noun and singular(head) == singular(noun.split(" ")[-1]) else singular(head)


def event_after(p: Parse, m: int, d: Discourse) -> About | None:
    """``the November 1991 harbour fire``: a date right before a name dates the thing named."""
    if p.mentions[m].kind != "date" or p.mentions[m].modifier != "exact":
        return None
    first, last = p.spans[m]
    before = p.words[first - 1].low if first else ""
    if first == 0 or before in {"in", "on", "since", "until", "by", "during", ",", "("}:
        return None
    while last < len(p.words) and (p.words[last].low in _BETWEEN or p.covered[last] == 2):
        last += 1
    for r in p.referents:
        if r.kind == "name" and r.first == last and not r.possessive:
            thing, _ = d.stand_for(r)
            if thing is not None:
                return About(thing, "named right behind the date")
    return None


def _owner(p: Parse, trigger: Trigger, d: Discourse) -> About | None:
    """``IMET's budget``, ``the population of Rivertown``: who owns the naming noun."""
    if trigger.manner != "noun":
        return None
    for r in p.referents:
        if r.possessive and r.last <= trigger.at and trigger.at - r.last <= 4:
            thing, why = d.stand_for(r)
            if thing is not None:
                return About(thing, why)
        if r.preposition in {"of", "for"} and 0 < r.first - trigger.at <= 4 and r.kind == "name":
            thing, why = d.stand_for(r)
            if thing is not None:
                return About(thing, why)
    return None


def _voice(p: Parse, at: int, form: str) -> str:
    """passive, active, or open where the words alone do not tell."""
    auxiliaries = verbs.auxiliaries()
    i = at - 1
    while i >= 0 and (p.words[i].low in _ADVERBS or p.words[i].low.endswith("ly")) and at - i < 4:
        i -= 1
    before = auxiliaries.get(p.words[i].low) if i >= 0 else None
    if before in {"be", "link"}:
        return "active" if form == "ing" else "passive"
    if before in {"have", "modal", "do"}:
        return "active"
    return "open"


def _by_verb(p: Parse, m: int, at: int, d: Discourse, applies: frozenset[str]) -> list[About]:
    form = "ing" if p.words[at].low.endswith("ing") else "ed"
    voice = _voice(p, at, form)
    before = _antecedent(p, at, d) or _grammatical_subject(p, at, d)
    means = _means(p, at, d) if not before or before[0].thing.type != "person" else []
    if voice == "passive":
        return means or before
    if voice == "open" and form == "ed" and _reduced(p, at):
        nearest = [r for r in p.referents if r.last <= at]
        thing = d.stand_for(nearest[-1])[0] if nearest else None
        if thing is not None:
            return [About(thing, "named right before the participle")]
    if before and any(a.thing.type in applies for a in before):
        return before
    after = _objects(p, at, d)
    if not before and not after:
        return []
    if after and (not before or all(is_agent(a.thing) for a in before) or voice == "open"):
        if before and not all(is_agent(a.thing) for a in before) and p.mentions[m].kind != "date":
            return before
        if before and voice == "open" and not all(is_agent(a.thing) for a in before):
            return before if after[0].thing.type in {None, "place", "person"} else after
        return after
    if before and all(is_agent(a.thing) for a in before):
        topic = _program_named(p, d)
        return topic or before
    return before


def _means(p: Parse, at: int, d: Discourse) -> list[About]:
    """``officers were trained through X``: what is done through the text's topic is said of the topic."""
    about = [t for t in (d.paragraph, d.section, d.topic) if t is not None]
    for r in p.referents:
        if r.kind == "name" and r.first > at and r.preposition in {"through", "under"}:
            thing, _ = d.stand_for(r)
            if thing in about and thing is not None and thing.type not in {"person", "place", "law"}:
                return [About(thing, "done through the text's topic, named in the clause")]
    return []


def _reduced(p: Parse, at: int) -> bool:
    """``X, founded in 1976``: a participle behind a comma, with no object."""
    if at == 0 or p.words[at - 1].low not in {",", "("}:
        return False
    following = p.words[at + 1].low if at + 1 < len(p.words) else ""
    return following in PREPOSITIONS or (at + 1 < len(p.words) and p.covered[at + 1] == 2)


def _antecedent(p: Parse, at: int, d: Discourse) -> list[About]:
    """``the museum, which opened``: what a relative pronoun right before the verb's clause stands for."""
    for i in range(at - 1, max(-1, at - 14), -1):
        low = p.words[i].low
        if low in _RELATIVE:
            if any(i < r.first < at and r.preposition is None for r in p.referents):
                return []
            before = [r for r in p.referents if r.last <= i and i - r.last <= 3]
            thing, why = d.stand_for(before[-1]) if before else (None, "")
            return [About(thing, f'"{low}" is the last one named')] if thing is not None else []
        if low in CLAUSE_MARKS or (i in p.verbs and i < at - 1):
            return []
    return []


def _participation(p: Parse, d: Discourse) -> list[About]:
    """``Chile's part in the exchange ended``: what a country does in the text's topic is said of the topic."""
    about = [t for t in (d.paragraph, d.section, d.topic) if t is not None]
    for r in p.referents:
        if r.kind == "name" and r.preposition is not None:
            thing, _ = d.stand_for(r)
            if thing in about and thing is not None and not is_agent(thing) and thing.type != "person":
                return [About(thing, "the text's topic, in which a country takes part")]
    return []


def _program_named(p: Parse, d: Discourse) -> list[About]:
    """An agent does it; what it is about is the text's topic where the sentence names it."""
    about = [t for t in (d.paragraph, d.section, d.topic) if t is not None]
    for r in p.referents:
        thing, _ = d.stand_for(r) if r.kind == "name" else (None, "")
        if thing is not None and thing in about and not is_agent(thing):
            return [About(thing, "the text's topic, named in the sentence; the verb's subject only acts", "referred")]
    others = []
    for r in p.referents:
        if r.kind == "name":
            thing, why = d.stand_for(r)
            if thing is not None and not is_agent(thing) and thing.count > 1:
                others.append((r.preposition not in _BENEFIT, -thing.count, r.first, About(thing, why)))
    if others:
        return [min(others, key=lambda o: o[:3])[3]]
    if about and not is_agent(about[0]):
        return [About(about[0], "what the text is about", "topic")]
    return []


def _objects(p: Parse, at: int, d: Discourse) -> list[About]:
    """What the verb makes or changes: the first name or reference behind it, with all that "and" joins."""
    found: list[About] = []
    end = at
    for r in p.referents:
        if r.first <= at:
            continue
        gap = p.words[end + 1 : r.first] if not found else p.words[end : r.first]
        lows = [w.low for w in gap if w.is_word or w.low in CLAUSE_MARKS]
        if not found:
            if r.first - at > _NEAR_OBJECT or r.possessive or any(x in CLAUSE_MARKS for x in lows):
                break
            if r.preposition is not None or any(p.covered[i] == 2 for i in range(at + 1, r.first)):
                break
        elif (
            r.kind == "pronoun"
            or ("and" not in lows and p.words[r.first - 1].low != "and")
            or len(lows) > 3
            or any(i in p.verbs for i in range(end, r.first))
        ):
            break
        thing, why = d.stand_for(r)
        if thing is None:
            break
        found.append(About(thing, f"what was {p.words[at].low}"))
        end = r.last
    return found


def _grammatical_subject(p: Parse, at: int, d: Discourse) -> list[About]:
    """The names or references before the verb that no preposition governs, nearest group first."""
    chosen: list[Referent] = []
    owner: Referent | None = None
    low = _clause_start(p, at)
    for r in reversed([r for r in p.referents if low <= r.first and r.last <= at]):
        if r.possessive:
            if at - r.last <= 5:
                owner = owner or r
            continue
        if r.preposition is not None and r.preposition not in {"between", "as"}:
            continue
        if chosen and not _joined(p, r, chosen[-1]):
            break
        chosen.append(r)
    if not chosen and owner is not None:
        chosen = [owner]
    if not chosen:
        for r in [r for r in p.referents if low <= r.first and r.last <= at and r.kind == "name"]:
            if r.preposition in {"of", "in", "for"}:
                chosen = [r]
                break
    found = []
    for r in reversed(chosen):
        thing, why = d.stand_for(r)
        if thing is not None:
            found.append(About(thing, why, "named" if r.kind == "name" else "referred"))
    return found


def _joined(p: Parse, left: Referent, right: Referent) -> bool:
    between = [w.low for w in p.words[left.last : right.first]]
    return len(between) <= 4 and "and" in between


def _clause_start(p: Parse, at: int) -> int:
    """Where the verb's clause begins: after a strong mark, or after "which", "when", "while" and their like."""
    breaks = {"while", "whereas", "although", "though", "because", "but", "when", "if", "after", "where"}
    for i in range(at - 1, -1, -1):
        low = p.words[i].low
        if low in CLAUSE_MARKS:
            return i + 1
        if (
            low in breaks
            and any(i < v < at for v in p.verbs) is False
            and any(i < r.first < at for r in p.referents)
        ):
            return i + 1
    return 0


def _nearest(p: Parse, m: int, d: Discourse) -> list[About]:
    """The nearest thing named before the value that does not merely act, else after it."""
    first, last = p.spans[m]
    for r in reversed([r for r in p.referents if r.last <= first]):
        thing, why = d.stand_for(r)
        if thing is not None and not is_agent(thing) and not r.possessive and r.preposition is None:
            return [About(thing, why, "referred")]
    topic = d.about()
    if topic is not None:
        return [About(topic, "what the text is about", "topic")]
    for r in p.referents:
        thing, why = d.stand_for(r)
        if thing is not None:
            return [About(thing, why)]
    return []
