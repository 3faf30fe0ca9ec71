"""Finds the attribute of a value by the vocabulary's words around it, each scored by its distance."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal, NamedTuple

from checker.claims.phrase_matcher import infinitive, inner, leftward, rightward
from checker.claims.thresholds import (
    ALONE_COST,
    BEHIND_COST,
    CLAUSE_COST,
    JOINED_COST,
    JOINT_COST,
    LISTED_COST,
    MARK_COST,
    NAME_COST,
    NOUN_COST,
    OTHER_CLAUSE_COST,
    PHRASE_BEFORE,
    PHRASE_BEHIND,
    RIVAL_COST,
    SKIPPED_AT_GAP,
    STAGE_VERB,
    STAGED_COST,
    TRIGGER_BEFORE,
    TRIGGER_BEHIND,
    TYPED_VERB_COST,
    WHEN_COST,
)
from checker.claims.trigger_scope import clause_of, is_dated_before, of_the_next, whole_ends
from checker.language import verbs
from checker.language.language import derived, derived_up_to, shipped, table, word_set
from checker.language.words import noun_class, singular
from checker.linguistics.sentence import CLAUSE_MARKS, SUBORDINATORS, ParsedSentence
from checker.model.kinds import counts
from checker.model.rule import AttributeEntry, Rulebook
from checker.model.value import Mention

Manner = Literal["verb", "noun", "says", "key", "alone"]
_KINDS = {
    "count": frozenset({"count", "number"}),
    "number": frozenset({"number", "count", "ratio", "score", "ordinal"}),
    "measure": frozenset({"measure"}),
    "money": frozenset({"money"}),
    "date": frozenset({"date"}),
    "time": frozenset({"time"}),
    "percentage": frozenset({"percentage"}),
    "duration": frozenset({"duration"}),
}
_ROW = word_set("language/clauses", "row")
Phrase = tuple[tuple[str, ...], tuple[str, ...], str]
"""The words before the value, those behind it, and the attribute."""


@derived
def _looked_up() -> frozenset[str]:
    return frozenset(table("text/dating")["looked_up"])


@derived
def _aspects() -> frozenset[str]:
    return frozenset(form for base in table("language/aspects") for form in verbs.forms(base))


@derived_up_to(1024)
def _added_units(named: tuple[str, ...]) -> tuple[str, ...]:
    """The units of the corpus's own that measure what one of these units does."""
    known = shipped().table("values/standard_units")
    return tuple(
        unit
        for dimension, units in table("values/standard_units").items()
        if not units.keys().isdisjoint(named)
        for unit in units
        if unit not in known.get(dimension, ())
    )


@derived_up_to(4096)
def _counted(noun: str, unit: str) -> frozenset[str]:
    parts = noun.split(" ")
    ends = {noun_class(" ".join((*parts[n:-1], singular(parts[-1])))) for n in range(len(parts)) if noun}
    return frozenset(ends | {noun_class(unit.lower())})


def counted(mention: Mention) -> frozenset[str]:
    """What a mention counts, from the whole phrase to its last noun, each as its class."""
    return _counted(mention.noun or "", mention.unit or "")


class Trigger(NamedTuple):
    """An attribute called for by words of the sentence; ``at`` is the word that called, -1 for a key."""

    attribute: str
    manner: Manner
    at: int
    form: str = ""
    cost: float = 0.0
    of: str = ""
    """The type of subject that the word speaks of, where it speaks of that type only."""


_NO_NUMBERS = frozenset({"date", "time", "text"})


class Lexicon:
    """The vocabulary's attributes, laid out so that a sentence's words find them."""

    def __init__(self, book: Rulebook) -> None:
        self.entries: dict[str, AttributeEntry] = dict(book.attributes)
        self.verbs: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self.nouns: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self.left: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
        self.right: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self.keys: dict[str, list[str]] = defaultdict(list)
        self.alone: dict[str, list[str]] = defaultdict(list)
        self.units: dict[str, frozenset[str]] = {}
        self.kinds: dict[str, frozenset[str]] = {}
        self.never: dict[str, tuple[str, ...]] = {}
        self.pieces = frozenset(piece for entry in self.entries.values() for piece in entry.per)
        """What only some attributes are for one of: share."""
        for identity, entry in self.entries.items():
            self._enter(identity, entry)
        self.calling = self.verbs.keys() | self.nouns.keys()
        """The words that call for an attribute by themselves, or open a phrase that does."""

    def _enter(self, identity: str, entry: AttributeEntry) -> None:
        for base in entry.verbs:
            head, *rest = base.split(" ")
            for form, tag in verbs.forms(head).items():
                if rest:
                    self.nouns[form].append(((form, *rest), identity))
                else:
                    self.verbs[form].append((identity, tag, ""))
        for kind, bases in entry.verbs_of.items():
            for base in bases:
                for form, tag in verbs.forms(base).items():
                    self.verbs[form].append((identity, tag, kind))
        for noun in entry.nouns:
            parts = tuple(noun.lower().split(" "))
            self.nouns[parts[0]].append((parts, identity))
            last = parts[-1]
            plural = last[:-1] + "ies" if last.endswith("y") and last[-2:-1] not in "aeiou" else last + "s"
            self.nouns[plural if len(parts) == 1 else parts[0]].append(((*parts[:-1], plural), identity))
        for phrase in entry.says:
            before, _, after = phrase.lower().partition("{value}")
            left, right = tuple(before.split()), tuple(after.split())
            if left:
                words = ["", *(x for x in left[:-1] if x != "...")]
                self.left[left[-1]][words[-1]].append((left, right, identity))
            elif right:
                self.right[right[0]].append((right, identity))
        for key in entry.keys:
            self.keys[key.lower()].append(identity)
        for noun in entry.alone:
            self.alone[noun_class(noun.lower())].append(identity)
        self.kinds[identity] = _KINDS[entry.value]
        own = _added_units(entry.units) if entry.value == "measure" else ()
        self.units[identity] = frozenset(noun_class(u.lower()) for u in (*entry.units, *own, *entry.alone))
        self.never[identity] = tuple(f" {phrase.lower()} " for phrase in entry.never)

    def fits(self, identity: str, mention: Mention) -> bool:
        """Whether a value of this kind and unit can be a value of the attribute."""
        kind = mention.kind
        if kind not in self.kinds[identity]:
            return False
        if mention.per in self.pieces and mention.per not in self.entries[identity].per:
            return False
        if kind not in {"count", "measure", "duration"}:
            return True
        units = self.units[identity]
        if units:
            return not units.isdisjoint(counted(mention))
        return not (kind == "count" and self.entries[identity].value == "number")

    def by_key(self, key: str, mention: Mention) -> list[str]:
        """The attributes that a label of a ``Key: value`` line or a table head names."""
        low = key.lower().strip(" :*")
        options = [a for a in self.keys.get(low, ()) if self.fits(a, mention)]
        if not options and "(" in low:
            inside = f" {low.partition('(')[2].strip('.)')} "
            options = [a for a in self.by_key(low.split("(")[0], mention) if not self._never(inside, a)]
        if not options and "," in low:
            options = self.by_key(low.split(",")[0], mention)
        if not options and " " in low and " per " not in low:
            first, *_, last = low.split(" ")
            for part in (last, first):
                options = options or [a for a in self.keys.get(part, ()) if self.fits(a, mention)]
        return options

    def of_money(self, key: str) -> bool:
        """Whether a label names an amount of money."""
        low = key.lower().split("(")[0].split(",")[0].strip(" :*")
        return any(self.entries[a].value == "money" for a in self.keys.get(low, ()))

    def of_number(self, key: str) -> bool:
        """Whether a label names what has a number, and never a date."""
        low = key.lower().split("(")[0].split(",")[0].strip(" :*")
        kinds = {self.entries[a].value for a in self.keys.get(low, ())}
        return bool(kinds) and kinds.isdisjoint(_NO_NUMBERS)

    def triggers(self, parsed: ParsedSentence, index: int) -> list[Trigger]:
        """The attributes called for around mention ``index``, cheapest first."""
        mention = parsed.mentions[index]
        first, last = parsed.spans[index]
        kind, unit = mention.kind, mention.unit
        found: list[Trigger] = []
        if kind == "date" and first and parsed.lower_forms[first - 1] in _looked_up():
            return found
        self._says(parsed, index, found)
        lower_forms, calling = parsed.lower_forms, self.calling
        low, high = max(0, first - TRIGGER_BEFORE), min(len(lower_forms), last + TRIGGER_BEHIND)
        for i in [i for i in range(low, high) if lower_forms[i] in calling]:
            inside = first <= i < last
            if (inside and kind != "measure") or parsed.covered[i] == 1:
                continue
            word = lower_forms[i]
            for identity, form, of in self.verbs.get(word, ()):
                if form == "base" and not infinitive(parsed, i):
                    continue
                if self._ends_another(parsed, i, identity):
                    continue
                if self.fits(identity, mention):
                    found.append(
                        Trigger(
                            identity,
                            "verb",
                            i,
                            form,
                            self._cost(parsed, index, i) + (TYPED_VERB_COST if of else 0.0),
                            of,
                        )
                    )
            for parts, identity in self.nouns.get(word, ()):
                if self.fits(identity, mention) and (
                    len(parts) == 1 or tuple(lower_forms[i : i + len(parts)]) == parts
                ):
                    if i >= last and of_the_next(parsed, i + len(parts), kind):
                        continue
                    listed = counts(kind) and "," in lower_forms[last:i]
                    cost = self._cost(parsed, index, i) + NOUN_COST - len(parts) + (LISTED_COST if listed else 0.0)
                    found.append(Trigger(identity, "noun", i, "", cost))
        if counts(kind) and unit:
            for noun in sorted(counted(mention), key=lambda n: (-n.count(" "), n)):
                found.extend(
                    Trigger(identity, "alone", last, "", ALONE_COST - noun.count(" "))
                    for identity in self.alone.get(noun, ())
                    if self.fits(identity, mention)
                )
        clause = clause_of(parsed, index)
        if counts(kind) and first:
            found = [t for t in found if t.manner == "alone" or t.at < whole_ends(parsed, index)]
        found = [
            t._replace(cost=t.cost + STAGED_COST) if self._stages(t, first) else t
            for t in found
            if not self._never(clause, t.attribute)
        ]
        found.sort(key=lambda t: (t.cost, t.attribute))
        return found

    def _ends_another(self, parsed: ParsedSentence, i: int, identity: str) -> bool:
        """``finished painting``: the verb is about the work behind it, unless that is the attribute's own."""
        low = parsed.lower_forms[i + 1] if i + 1 < len(parsed.lower_forms) else ""
        if not low.endswith("ing") or parsed.covered[i + 1] or parsed.lower_forms[i] not in _aspects():
            return False
        return all(identity != own for own, _, _ in self.verbs.get(low, ()))

    def _stages(self, trigger: Trigger, first: int) -> bool:
        """A verb right before an amount that says how far it has come ("earmarked $2 million")."""
        near = trigger.manner in {"verb", "says"} and 0 < first - trigger.at <= STAGE_VERB
        return near and self.entries[trigger.attribute].stage is not None

    def _never(self, clause: str, identity: str) -> bool:
        return any(phrase in clause for phrase in self.never[identity])

    def _cost(self, parsed: ParsedSentence, index: int, i: int) -> float:
        """How far a trigger stands from the mention: words between, more across marks and other values."""
        first, last = parsed.spans[index]
        a, b = (i + 1, first) if i < first else (last, i)
        cost = float(b - a) + (0.0 if i < first else BEHIND_COST)
        kind = parsed.mentions[index].kind
        if kind == "date" and a == last < b and parsed.lower_forms[a] == "and":
            cost += JOINED_COST
        if kind == "date" and a == last and "," in parsed.lower_forms[a:b] and is_dated_before(parsed, first):
            cost += OTHER_CLAUSE_COST
        for j in range(a, b):
            word = parsed.lower_forms[j]
            if parsed.covered[j] == 1:
                cost += NAME_COST
            elif word in CLAUSE_MARKS:
                cost += MARK_COST
            elif word in SUBORDINATORS:
                cost += WHEN_COST if j <= last + 1 and word == "when" else CLAUSE_COST
            elif word in _ROW:
                cost += JOINT_COST
        for n, (x, y) in enumerate(parsed.spans):
            if n != index and a <= x and y <= b and parsed.mentions[n].kind == kind:
                cost += RIVAL_COST
        return cost

    def _says(self, parsed: ParsedSentence, index: int, found: list[Trigger]) -> None:
        mention = parsed.mentions[index]
        first, last = parsed.spans[index]
        for back in range(1 - inner(parsed, index), PHRASE_BEFORE + 1):
            i = first - back
            if i < 0:
                break
            ends = self.left.get(parsed.lower_forms[i])
            if ends is None:
                continue
            for before in dict.fromkeys(("", *parsed.lower_forms[max(0, i - SKIPPED_AT_GAP - 2) : i])):
                for left, right, identity in ends.get(before, ()):
                    if (
                        self.fits(identity, mention)
                        and leftward(parsed, i, left)
                        and (not right or rightward(parsed, last, right))
                    ):
                        found.append(Trigger(identity, "says", i, "", back - 1 - len(left) - len(right)))
        noun = mention.noun.count(" ") + 1 if mention.noun else 0
        for ahead, low in enumerate(parsed.lower_forms[last : last + PHRASE_BEHIND + noun]):
            i = last + ahead
            for right, identity in self.right.get(low, ()):
                if of_the_next(parsed, i + len(right), mention.kind):
                    continue
                if self.fits(identity, mention) and rightward(parsed, i, right):
                    found.append(Trigger(identity, "says", i, "", ahead - len(right)))
