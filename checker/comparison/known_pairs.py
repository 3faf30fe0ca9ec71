"""Remembers the features of pairs while one process compares again and again: an edit changes few pairs.

What is remembered of a pair follows from its two statements and their two documents alone, and is found again under a
digest of just that. What all documents together tell of it is asked anew each time. So nothing changes but the time.
"""

from __future__ import annotations

import pickle
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from checker.comparison.features import FEATURES, documents
from checker.comparison.folder import Folder
from checker.comparison.profiles import Profile
from checker.language.language import Language, in_use
from checker.model.rule import AttributeEntry
from checker.value_relation import key

MOST = 300_000
"""So many pairs are remembered at most, about 700 bytes each."""
_PLACES = {feature.name: place for place, feature in enumerate(FEATURES)}
_OF_FRAMES = tuple((_PLACES[name], measure) for name, measure in documents.OF_FRAMES.items())
_IN_CROWD = tuple((_PLACES[name], _PLACES[other]) for name, other in documents.IN_CROWD.items())


class KnownPairs:
    """The features of the pairs that the last two comparisons met."""

    def __init__(self) -> None:
        self._before: dict[bytes, bytes] = {}
        self._now: dict[bytes, bytes] = {}
        self._rules: tuple[Mapping[str, AttributeEntry], Language] | None = None
        self._digests: dict[int, bytes] = {}
        self.measured = 0
        """How many pairs of this comparison were not known."""

    def begin(self, profiles: Sequence[Profile], folder: Folder) -> None:
        """Get ready for one comparison: of these statements, by the attributes and the language in use."""
        rules = folder.attributes, in_use()
        if rules != self._rules:
            self._now, self._rules = {}, rules
        self._before, self._now, self.measured = self._now, {}, 0
        of_documents = _documents(profiles, folder)
        self._digests = {id(profile): _digest(profile, of_documents[profile.source]) for profile in profiles}

    def find(self, left: Profile, right: Profile, folder: Folder) -> tuple[float, ...] | None:
        """The features of a pair, those that all documents decide asked anew; None where it is not known."""
        name = self._digests[id(left)] + self._digests[id(right)]
        kept = self._now.get(name) or self._before.get(name)
        if kept is None:
            return None
        self._now[name] = kept
        values = array("d", kept)
        slots = [slot for slot in left.slots if slot in right.slots]
        for place, measure in _OF_FRAMES:
            values[place] = measure(slots, folder)
        crowd = folder.crowd(left, right)
        for place, other in _IN_CROWD:
            values[place] = values[other] * crowd
        return tuple(values)

    def keep(self, left: Profile, right: Profile, values: tuple[float, ...]) -> None:
        """Remember the features of a pair."""
        self.measured += 1
        if len(self._now) < MOST:
            self._now[self._digests[id(left)] + self._digests[id(right)]] = array("d", values).tobytes()


def _documents(profiles: Sequence[Profile], folder: Folder) -> dict[str, bytes]:
    """By document all that features ask of it, in one order whatever the hash of a word is."""
    rare: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        if profile.rare:
            rare[profile.source].add(repr((profile.family, key(profile.claims[0].value))))
    return {
        source: repr(
            (
                sorted(names),
                sorted(folder.topics[source]),
                sorted(folder.topic_ids[source]),
                sorted(map(sorted, folder.topic_words[source])),
                sorted(rare[source]),
            )
        ).encode("utf-8", "surrogatepass")
        for source, names in folder.names.items()
    }


def _digest(profile: Profile, document: bytes) -> bytes:
    """Of all that a profile follows from, and of its document. Equal claims may be pickled in several ways, which
    costs the work and nothing else."""
    digest = blake2b(document, digest_size=16)
    digest.update(pickle.dumps((profile.claims, profile.crowd), pickle.HIGHEST_PROTOCOL))
    return digest.digest()
