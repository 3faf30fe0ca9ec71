"""Gathers the positive evidence that two sources speak of one thing; nothing may conflict without it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from checker.comparison.entity_resolution import Identity
from checker.comparison.profiles import profile_of, verbatim_key
from checker.comparison.sentence_alignment import AlignedPair
from checker.comparison.thresholds import (
    NAMES_SHARED,
    NAMES_SHARED_SHARE,
    NEAR_DUPLICATES_SHARED,
    PERSON_IN_FULL,
    RARE_DIGITS,
    RARE_VALUES,
    SHORT_NAME,
    STATEMENT_WORDS,
    SUPPORT_OF_ONE_SOURCE,
    TOPIC_WORDS,
    WIDELY_NAMED,
    WIDELY_NAMED_SHARE,
)
from checker.language.attribute_label import plain
from checker.language.names import fold, titles
from checker.language.words import LISTED, noun_class, stopwords
from checker.model.claim import UNNAMED, Claim, Record
from checker.model.kinds import KINDS
from checker.model.reasons import Reason, SupportReason
from checker.value_relation import Key, bare_bound, key

_LIFE = ("born", "died")


Rare = tuple[str, Key]
"""What is counted, and the value."""


def rare(claim: Claim) -> Rare | None:
    """A value that two texts seldom share by chance: a full date, or three significant digits."""
    v = claim.value
    if v.kind == "date":
        return ("", key(v)) if v.resolution == "day" and v.low else None
    if v.low is None or v.kind == "duration" or not KINDS[v.kind].amount:
        return None
    digits = v.low.replace(".", "").replace("-", "").strip("0")
    return (_counted(claim), key(v)) if len(digits) >= RARE_DIGITS else None


def _ends(claim: Claim) -> list[Rare]:
    """The days that a range of dates begins and ends on, as of a life: each is as rare as a day stated alone."""
    v = claim.value
    if v.kind != "date" or v.modifier != "range":
        return []
    return [("", key(v).at(day[0])) for day in (v.first, v.last) if day and day[0] == day[1]]


def _counted(claim: Claim) -> str:
    """What is counted, if anything is: nine boats are not nine piers."""
    v = claim.value
    return noun_class(v.unit) if v.kind == "count" and v.unit else ""


@dataclass(slots=True)
class _Source:
    """What one source states that may bear another one out."""

    values: set[Rare] = field(default_factory=set)
    """Its rare values."""
    facts: dict[str, set[tuple[str, Key]]] = field(default_factory=dict)
    """Every value of a known attribute, by the whole entity that it is stated of."""
    stated: set[tuple[str, Key]] = field(default_factory=set)
    """Every value, with what is counted."""
    bounds: set[tuple[str, Key]] = field(default_factory=set)
    """The numbers that are stated as bounds."""

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _Source:
        found = cls()
        for claim in claims:
            if claim.attribute.startswith(LISTED):
                continue
            value, counted = key(claim.value), _counted(claim)
            found.stated.add((counted, value))
            bound = bare_bound(claim.value)
            if bound is not None:
                found.bounds.add((counted, bound))
            seldom = rare(claim)
            if seldom is not None:
                found.values.add(seldom)
            found.values.update(_ends(claim))
            if not claim.open and claim.subject.is_whole:
                found.facts.setdefault(claim.subject.entity, set()).add((claim.attribute, value))
        return found


@dataclass(slots=True)
class EntityEvidence:
    """What speaks for two sources telling of the same subject, in points; nothing is computed twice."""

    records: dict[str, Record]
    identity: Identity
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    """Those of each source."""
    twins: dict[str, dict[str, int]] = field(default_factory=dict)
    """For two sources, the lesser first: how many of their sentences are near-identical and hold equal values."""
    common: str | None = None
    """What most of the documents are about."""
    told: dict[str, _Source] = field(default_factory=dict)
    """What each source asked about states."""
    cache: dict[tuple[str, str, str], tuple[Reason, ...]] = field(default_factory=dict)
    many: dict[str, bool] = field(default_factory=dict)
    """For each subject asked about, whether many sources name it."""
    topics: dict[str, frozenset[str]] = field(default_factory=dict)
    """For each source asked about, the names of what it is about."""
    called: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    """For each subject asked about, the names that each source has for it."""

    @classmethod
    def gather(
        cls,
        records: Sequence[Record],
        claims: Sequence[Claim],
        identity: Identity,
        common: str | None = None,
    ) -> EntityEvidence:
        """Lay the evidence out so that a question about two sources is a few look-ups."""
        support = cls({r.source.id: r for r in records}, identity, common=common)
        for claim in claims:
            support.claims.setdefault(claim.source, []).append(claim)
        return support

    def hear(self, equal: Sequence[AlignedPair]) -> None:
        """Count the near-identical sentences with equal values; all those of two sources are told at once."""
        tally: dict[tuple[str, str], set[tuple[str, Hashable]]] = defaultdict(set)
        for twin in equal:
            pair = (min(twin.left.source, twin.right.source), max(twin.left.source, twin.right.source))
            if rare(twin.left) is None and not twin.named:
                continue
            for claim in (twin.left, twin.right):
                tally[pair].add((claim.source, verbatim_key(claim)))
        for (a, b), quotes in tally.items():
            self.count(a, b, len(quotes))

    def count(self, left: str, right: str, sentences: int) -> None:
        """Two sources have so many near-identical sentences with equal values."""
        self.twins.setdefault(min(left, right), {})[max(left, right)] = sentences

    def _of(self, source: str) -> _Source:
        if source not in self.told:
            self.told[source] = _Source.of(self.claims.get(source, ()))
        return self.told[source]

    def grounds(self, entity: str, left: str, right: str) -> tuple[Reason, ...]:
        """Why both sources speak of one subject, a point each; symmetric in the sources."""
        a, b = min(left, right), max(left, right)
        key = (entity, a, b)
        if key not in self.cache:
            self.cache[key] = self._grounds(entity, a, b)
        return self.cache[key]

    def points(self, left: Claim, right: Claim) -> int:
        """The grounds counted; a statement much alike, of what all the documents are about, is one more."""
        much = len(profile_of(left).near & profile_of(right).near) >= STATEMENT_WORDS
        return len(self.grounds(left.subject.entity, left.source, right.source)) + (
            much and self.is_known(left.subject.entity)
        )

    def _grounds(self, entity: str, a: str, b: str) -> tuple[Reason, ...]:
        if a == b:
            return (Reason(SupportReason.ONE_SOURCE),) * SUPPORT_OF_ONE_SOURCE
        found: list[Reason] = []
        name = self.identity.names.get(entity, entity)
        if self._named_alike(entity, a, b):
            found.append(Reason.of(SupportReason.BOTH_NAME, name))
        if self.fully_named(entity, a, b):
            found.append(Reason(SupportReason.IN_FULL))
        if self.is_common(entity):
            found.append(Reason(SupportReason.COMMON))
        elif self._widely_named(entity):
            found.append(Reason(SupportReason.WIDELY_NAMED))
        mine, theirs = self._of(a), self._of(b)
        shared = mine.values & theirs.values
        if shared:
            found.append(Reason.of(SupportReason.RARE_VALUE, min(_shown(value) for _, value in shared)))
            if len(shared) >= RARE_VALUES:
                found.append(Reason.of(SupportReason.RARE_VALUES, len(shared)))
        copies = self.twins.get(a, {}).get(b, 0)
        if copies:
            found.append(Reason(SupportReason.NEAR_DUPLICATES))
            if copies >= NEAR_DUPLICATES_SHARED:
                found.append(Reason(SupportReason.MANY_NEAR_DUPLICATES))
        facts = mine.facts.get(entity, set()) & theirs.facts.get(entity, set())
        if facts:
            found.append(Reason.of(SupportReason.ONE_FACT, plain(min(attribute for attribute, _ in facts))))
        few = min(self.records[a].names, self.records[b].names, key=len)
        common = self.records[a].names & self.records[b].names
        if len(common) >= NAMES_SHARED and len(common) >= NAMES_SHARED_SHARE * len(few):
            found.append(Reason.of(SupportReason.NAMES, len(common)))
        elif common == few and any(" " in n for n in common):
            found.append(Reason(SupportReason.ALL_NAMES))
        return tuple(found)

    def _widely_named(self, entity: str) -> bool:
        """A name of several words that three sources use, and a third of all."""
        if "_" not in entity:
            return False
        if entity not in self.many:
            sources = {source for source, _ in self.identity.entities.get(entity, ())}
            self.many[entity] = len(sources) >= WIDELY_NAMED and len(sources) * WIDELY_NAMED_SHARE >= len(self.records)
        return self.many[entity]

    def is_known(self, entity: str) -> bool:
        """Many of the sources name the subject, or most of them are about it."""
        return self.is_common(entity) or self._widely_named(entity)

    def of_all(self, entity: str) -> tuple[bool, bool, list[str]]:
        """All that is asked of a subject whatever the two sources: what was judged is remembered while it holds."""
        return self.is_common(entity), self.is_known(entity), sorted(self.types(entity))

    def types(self, entity: str) -> frozenset[str]:
        """The types that the texts know the subject by."""
        return frozenset(named.type for _, named in self.identity.entities.get(entity, ()) if named.type)

    def is_common(self, entity: str) -> bool:
        """The subject, or what it is a part of, is what most of the documents are about."""
        return self.common is not None and entity == self.common

    def _named_alike(self, entity: str, a: str, b: str) -> bool:
        """Both texts use a name of at least two words, or an acronym with its expansion, for the subject."""
        mine, theirs = self._called(entity, a), self._called(entity, b)
        if mine and theirs and any("_" in n for n in mine | theirs):
            return True
        common = mine & theirs
        return any(n.count("_") >= 1 or (len(n) >= SHORT_NAME and n not in stopwords()) for n in common)

    def _called(self, entity: str, source: str) -> set[str]:
        """The names that a source has for a subject, their words joined by underscores."""
        if entity not in self.called:
            names = self.called[entity] = defaultdict(set)
            for place, named in self.identity.entities.get(entity, ()):
                names[place] |= {
                    named.id,
                    *(x.lower().replace(" ", "_") for x in (named.name, *named.aliases)),
                }
        return self.called[entity].get(source, set())

    def fully_named(self, entity: str, a: str, b: str) -> bool:
        """Both sources are about a person whom both call by three names or more, which namesakes seldom share."""
        about = {source for source, e in self.identity.entities.get(entity, ()) if e.topic and e.type == "person"}
        shared = self._called(entity, a) & self._called(entity, b) if {a, b} <= about else set()
        if self._two_lives(entity, a, b):
            return False
        return any(
            len([w for w in name.split("_") if not titles() & set(w.split("-"))]) >= PERSON_IN_FULL for name in shared
        )

    def _two_lives(self, entity: str, a: str, b: str) -> bool:
        """No day of birth and none of death is the same: a father and his son of one name."""
        lives = [
            {end: {fact for fact in self._of(source).facts.get(entity, ()) if fact[0] == end} for end in _LIFE}
            for source in (a, b)
        ]
        return all(lives[0][end] and lives[1][end] and not lives[0][end] & lives[1][end] for end in _LIFE)

    def stranger(self, left: Claim, right: Claim, left_names: frozenset[str], right_names: frozenset[str]) -> bool:
        """Each sentence names something that the whole other text never names."""
        mine, theirs = self.records[left.source].names, self.records[right.source].names
        return bool((left_names & mine) - theirs) and bool((right_names & theirs) - mine)

    def apart(self, left: Claim, right: Claim) -> bool:
        """Both texts are about things of their own, which the other text never names."""
        if left.subject == right.subject or "named" in (left.binding, right.binding):
            return False
        mine, theirs = self._topic(left.source), self._topic(right.source)
        words = {w for n in mine for w in n.split(" ")} & {w for n in theirs for w in n.split(" ")}
        return (
            bool(mine and theirs)
            and len(words - stopwords()) < TOPIC_WORDS
            and mine.isdisjoint(self.records[right.source].names)
            and theirs.isdisjoint(self.records[left.source].names)
        )

    def _topic(self, source: str) -> frozenset[str]:
        """The names of what a source is about."""
        if source not in self.topics:
            about = [e for e in self.records[source].entities if e.topic and e.id != UNNAMED]
            names = {fold(n) for e in about for n in (e.name, *e.aliases)}
            self.topics[source] = frozenset(names)
        return self.topics[source]

    def says_both(self, left: Claim, right: Claim) -> bool:
        """A source that also states the other's value does not contradict it."""
        return self._states(right, left) or self._states(left, right)

    def _states(self, one: Claim, other: Claim) -> bool:
        """The source of the one states the other's value too, and not only as the bound that the one is."""
        held, wanted = self._of(one.source), (_counted(other), key(other.value))
        return wanted in held.stated or (wanted in held.bounds and bare_bound(one.value) != wanted[1])


def _shown(value: Key) -> str:
    return f"{value.low:f}" if isinstance(value.low, Decimal) else str(value.low)
