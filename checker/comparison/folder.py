"""Lays out what all documents together tell: who names what, which values, and which frames and labels recur.

A sentence said again is a sign of a template as much as of a copy: where many documents share a frame or a label, and
state other values in it, each of them speaks of its own thing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence, Set
from copy import copy
from itertools import chain
from typing import Any

from checker.comparison.entity_resolution import Identity
from checker.comparison.profiles import Profile
from checker.comparison.thresholds import FEW_DOCUMENTS, FRAME_NEIGHBOURS, FRAME_WORDS
from checker.language.names import fold
from checker.model.claim import UNNAMED, Record
from checker.model.rule import AttributeEntry

Slot = Hashable
"""A frame or a set of labels in which documents state values."""


class Folder:
    """What is asked of documents while their statements are compared; each question is a look-up."""

    def __init__(
        self,
        records: Sequence[Record],
        profiles: Sequence[Profile],
        identity: Identity,
        attributes: Mapping[str, AttributeEntry],
        ordered: Set[tuple[str, str]] = frozenset(),
        copies: Set[str] = frozenset(),
    ) -> None:
        """``ordered``: two attributes each of which the rules say that the one comes before the other.

        ``copies``: documents that are another one said again, and so tell nothing of how often things are said.
        """
        self.ordered = ordered
        self.identity = identity
        self.attributes = attributes
        self.names = {record.source.id: record.names for record in records}
        self.topics: dict[str, frozenset[str]] = {}
        self.topic_ids: dict[str, frozenset[str]] = {}
        self.topic_words: dict[str, tuple[frozenset[str], ...]] = {}
        for record in records:
            topics = [e for e in record.entities if e.topic and e.id != UNNAMED]
            self.topics[record.source.id] = frozenset(fold(name) for e in topics for name in (e.name, *e.aliases))
            self.topic_ids[record.source.id] = frozenset(
                identity.ids.get((record.source.id, e.id), e.id) for e in topics
            )
            self.topic_words[record.source.id] = tuple(
                frozenset(name.split(" ")) for name in sorted(self.topics[record.source.id])
            )
        self._documents = max(1, len(self.names) - len(copies))
        about = frozenset(chain.from_iterable(self.topic_ids.values()))
        # A single word that no document is about is seldom a name.
        self._speaking = {
            entity: max(1, len({source for source, _ in told} - copies))
            for entity, told in identity.entities.items()
            if entity != UNNAMED and ("_" in entity or entity in about)
        }
        self.values: dict[str, Counter[int]] = defaultdict(Counter)
        self.rare: dict[str, set[int]] = defaultdict(set)
        numbers: dict[Slot, int] = {}
        self._slots: list[tuple[set[str], set[int]]] = []
        for profile in profiles:
            self.values[profile.source][profile.value] += 1
            if profile.rare:
                self.rare[profile.source].add(profile.value)
            profile.slots = tuple(numbers.setdefault(slot, len(numbers)) for slot in slots_of(profile))
            self._slots += [(set(), set()) for _ in range(len(numbers) - len(self._slots))]
            for number in profile.slots if profile.source not in copies else ():
                sources, values = self._slots[number]
                sources.add(profile.source)
                values.add(profile.value)

    def under(self, sources: Mapping[str, str], identity: Identity) -> Folder:
        """The same under the sources' own ids."""
        made = copy(self)
        made.identity = identity
        tables: tuple[Mapping[str, Any], ...] = (self.names, self.topics, self.topic_ids, self.topic_words, self.rare)
        made.names, made.topics, made.topic_ids, made.topic_words, made.rare = (
            {sources[source]: found for source, found in table.items()} for table in tables
        )
        made.values = defaultdict(Counter, {sources[source]: found for source, found in self.values.items()})
        return made

    def crowd(self, left: Profile, right: Profile) -> float:
        """How often the number of documents that may speak of one thing doubles beyond a few, at most 3.

        Of a thing that both statements are about these are the documents that speak of it, else all documents.
        """
        shared = [self._speaking[entity] for entity in _entities(left) & _entities(right) if entity in self._speaking]
        return min(3.0, max(0.0, math.log2(max(shared, default=self._documents) / FEW_DOCUMENTS)))

    def statements(self, source: str) -> int:
        """How many values a document states."""
        return self.values[source].total()

    def variety(self, slot: int) -> int:
        """How many values the documents state in one frame or under one label, where three of them do; else 0."""
        sources, values = self._slots[slot]
        return len(values) if len(sources) > 2 else 0

    def sharing(self, slot: int) -> int:
        """How many documents have the frame or the label."""
        return len(self._slots[slot][0])


def _entities(profile: Profile) -> set[str]:
    return {claim.subject.entity for claim in profile.claims}


def slots_of(profile: Profile) -> list[Slot]:
    """The frames in which a value stands: its labels, its sentence without figures and names, its nearest words.

    Each cell of a table stands in frames of its own: another row of the table is another frame.
    """
    found: list[Slot] = []
    if profile.labels:
        found.append((profile.family, frozenset(profile.labels), profile.cell))
    if len(profile.frame) >= FRAME_WORDS:
        found.append((profile.left[:1], profile.right[:1], profile.frame, profile.cell))
    for side, words in (("left", profile.left), ("right", profile.right)):
        if len(words) >= FRAME_NEIGHBOURS:
            found.append((profile.family, side, words[:FRAME_NEIGHBOURS], profile.cell))
    return found
