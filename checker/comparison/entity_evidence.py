"""Gathers the positive evidence that two sources speak of one thing; nothing may conflict without it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from checker.comparison.entity_resolution import Identity
from checker.comparison.profiles import profile_of
from checker.comparison.source_statements import SourceStatements
from checker.comparison.thresholds import (
    NAMES_SHARED,
    NAMES_SHARED_SHARE,
    NEAR_DUPLICATES_SHARED,
    PERSON_IN_FULL,
    RARE_VALUES,
    SHORT_NAME,
    STATEMENT_WORDS,
    SUPPORT_OF_ONE_SOURCE,
    TOPIC_WORDS,
    WIDELY_NAMED,
    WIDELY_NAMED_SHARE,
)
from checker.language.attribute_label import plain
from checker.language.names import titles
from checker.language.words import stopwords
from checker.model.claim import Claim, Record
from checker.model.reasons import Reason, SupportReason
from checker.value_relation import Key

_LIFE = ("born", "died")

NearDuplicateCounts = Mapping[str, Mapping[str, int]]
"""For two sources, the lesser first: how many of their sentences are near-identical and hold equal values."""


@dataclass(frozen=True)
class NamedSubjects:
    """Who names which subject and how; each table is laid out when it is first asked for."""

    identity: Identity
    sources: int
    """How many sources there are."""

    @cached_property
    def names(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """By subject and source the names that the source has for it, their words joined by underscores."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for subject, entities in self.identity.entities.items():
            for source, named in entities:
                found[subject, source] |= {
                    named.id,
                    *(name.lower().replace(" ", "_") for name in (named.name, *named.aliases)),
                }
        return {place: frozenset(names) for place, names in found.items()}

    @cached_property
    def widely_named(self) -> frozenset[str]:
        """Subjects whose name is of several words that three sources use, and a third of all."""
        found = set()
        for subject, entities in self.identity.entities.items():
            naming = len({source for source, _ in entities}) if "_" in subject else 0
            if naming >= WIDELY_NAMED and naming * WIDELY_NAMED_SHARE >= self.sources:
                found.add(subject)
        return frozenset(found)

    @cached_property
    def types(self) -> Mapping[str, frozenset[str]]:
        """By subject the types that the texts know it by."""
        return {
            subject: frozenset(named.type for _, named in entities if named.type)
            for subject, entities in self.identity.entities.items()
        }


@dataclass(frozen=True, slots=True)
class EntityEvidence:
    """What speaks for two sources telling of the same subject, in points."""

    sources: Mapping[str, SourceStatements]
    subjects: NamedSubjects
    common: str | None = None
    """What most of the documents are about."""
    near_duplicates: NearDuplicateCounts = field(default_factory=dict)

    @classmethod
    def gather(
        cls, records: Sequence[Record], claims: Sequence[Claim], identity: Identity, common: str | None = None
    ) -> EntityEvidence:
        """Lay the evidence out so that a question about two sources is a few look-ups."""
        by_source: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_source[claim.source].append(claim)
        sources = {r.source.id: SourceStatements(r, by_source.get(r.source.id, ())) for r in records}
        return cls(sources, NamedSubjects(identity, len(sources)), common)

    def with_near_duplicates(self, counts: NearDuplicateCounts) -> EntityEvidence:
        """This evidence, and what near-identical sentences with equal values are evidence of."""
        return replace(self, near_duplicates=counts)

    @property
    def identity(self) -> Identity:
        """Which subjects of the sources are one."""
        return self.subjects.identity

    def points(self, left: Claim, right: Claim) -> int:
        """The grounds counted; a statement much alike, of what all the documents are about, is one more."""
        much = len(profile_of(left).near & profile_of(right).near) >= STATEMENT_WORDS
        return len(self.grounds(left.subject.entity, left.source, right.source)) + (
            much and self.is_known(left.subject.entity)
        )

    def grounds(self, entity: str, left: str, right: str) -> tuple[Reason, ...]:
        """Why both sources speak of one subject, a point each; symmetric in the sources."""
        if left == right:
            return (Reason(SupportReason.ONE_SOURCE),) * SUPPORT_OF_ONE_SOURCE
        a, b = min(left, right), max(left, right)
        return (
            *self._by_name(entity, a, b),
            *self._by_rare_values(a, b),
            *self._by_near_duplicates(a, b),
            *self._by_facts(entity, a, b),
            *self._by_all_names(a, b),
        )

    def _by_name(self, entity: str, a: str, b: str) -> list[Reason]:
        found = []
        if self._named_alike(entity, a, b):
            found.append(Reason.of(SupportReason.BOTH_NAME, self.identity.names.get(entity, entity)))
        if self.fully_named(entity, a, b):
            found.append(Reason(SupportReason.IN_FULL))
        if self.is_common(entity):
            found.append(Reason(SupportReason.COMMON))
        elif entity in self.subjects.widely_named:
            found.append(Reason(SupportReason.WIDELY_NAMED))
        return found

    def _by_rare_values(self, a: str, b: str) -> list[Reason]:
        shared = self.sources[a].rare & self.sources[b].rare
        if not shared:
            return []
        found = [Reason.of(SupportReason.RARE_VALUE, min(_shown(value) for _, value in shared))]
        if len(shared) >= RARE_VALUES:
            found.append(Reason.of(SupportReason.RARE_VALUES, len(shared)))
        return found

    def _by_near_duplicates(self, a: str, b: str) -> list[Reason]:
        sentences = self.near_duplicates.get(a, {}).get(b, 0)
        found = [Reason(SupportReason.NEAR_DUPLICATES)] if sentences else []
        if sentences >= NEAR_DUPLICATES_SHARED:
            found.append(Reason(SupportReason.MANY_NEAR_DUPLICATES))
        return found

    def _by_facts(self, entity: str, a: str, b: str) -> list[Reason]:
        facts = self.sources[a].facts_of(entity) & self.sources[b].facts_of(entity)
        return [Reason.of(SupportReason.ONE_FACT, plain(min(attribute for attribute, _ in facts)))] if facts else []

    def _by_all_names(self, a: str, b: str) -> list[Reason]:
        mine, theirs = self.sources[a].names, self.sources[b].names
        few, shared = min(mine, theirs, key=len), mine & theirs
        if len(shared) >= NAMES_SHARED and len(shared) >= NAMES_SHARED_SHARE * len(few):
            return [Reason.of(SupportReason.NAMES, len(shared))]
        if shared == few and any(" " in name for name in shared):
            return [Reason(SupportReason.ALL_NAMES)]
        return []

    def is_known(self, entity: str) -> bool:
        """Many of the sources name the subject, or most of them are about it."""
        return self.is_common(entity) or entity in self.subjects.widely_named

    def of_all(self, entity: str) -> tuple[bool, bool, list[str]]:
        """All that is asked of a subject whatever the two sources: what was judged is remembered while it holds."""
        return self.is_common(entity), self.is_known(entity), sorted(self.types(entity))

    def types(self, entity: str) -> frozenset[str]:
        """The types that the texts know the subject by."""
        return self.subjects.types.get(entity, frozenset())

    def is_common(self, entity: str) -> bool:
        """The subject, or what it is a part of, is what most of the documents are about."""
        return entity == self.common

    def _named_alike(self, entity: str, a: str, b: str) -> bool:
        """Both texts use a name of at least two words, or an acronym with its expansion, for the subject."""
        mine, theirs = self._names(entity, a), self._names(entity, b)
        if mine and theirs and any("_" in n for n in mine | theirs):
            return True
        return any("_" in n or (len(n) >= SHORT_NAME and n not in stopwords()) for n in mine & theirs)

    def _names(self, entity: str, source: str) -> frozenset[str]:
        return self.subjects.names.get((entity, source), frozenset())

    def fully_named(self, entity: str, a: str, b: str) -> bool:
        """Both sources are about a person whom both call by three names or more, which namesakes seldom share."""
        about = {source for source, e in self.identity.entities.get(entity, ()) if e.topic and e.type == "person"}
        if not {a, b} <= about or self._two_lives(entity, a, b):
            return False
        shared = self._names(entity, a) & self._names(entity, b)
        return any(_parts_of_name(name) >= PERSON_IN_FULL for name in shared)

    def _two_lives(self, entity: str, a: str, b: str) -> bool:
        """No day of birth and none of death is the same: a father and his son of one name."""
        lives = [
            {end: {fact for fact in self.sources[source].facts_of(entity) if fact[0] == end} for end in _LIFE}
            for source in (a, b)
        ]
        return all(lives[0][end] and lives[1][end] and not lives[0][end] & lives[1][end] for end in _LIFE)

    def is_stranger(self, left: Claim, right: Claim) -> bool:
        """Each sentence names something that the whole other text never names."""
        mine, theirs = self.sources[left.source].names, self.sources[right.source].names
        return bool((profile_of(left).names & mine) - theirs) and bool((profile_of(right).names & theirs) - mine)

    def of_own_topics(self, left: Claim, right: Claim) -> bool:
        """Both texts are about things of their own, which the other text never names."""
        if left.subject == right.subject or "named" in (left.binding, right.binding):
            return False
        one, other = self.sources[left.source], self.sources[right.source]
        mine, theirs = one.topic_names, other.topic_names
        words = {w for n in mine for w in n.split(" ")} & {w for n in theirs for w in n.split(" ")}
        return (
            bool(mine and theirs)
            and len(words - stopwords()) < TOPIC_WORDS
            and mine.isdisjoint(other.names)
            and theirs.isdisjoint(one.names)
        )

    def says_both(self, left: Claim, right: Claim) -> bool:
        """A source that also states the other's value does not contradict it."""
        return self.sources[right.source].states(left, right) or self.sources[left.source].states(right, left)


def _parts_of_name(name: str) -> int:
    """How many words a name has, titles left out."""
    return len([word for word in name.split("_") if not titles() & set(word.split("-"))])


def _shown(value: Key) -> str:
    return f"{value.low:f}" if isinstance(value.low, Decimal) else str(value.low)
