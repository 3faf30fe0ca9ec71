"""Recalls what an earlier run judged, wherever everything that it followed from is still the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from checker.comparison.entity_evidence import EntityEvidence
from checker.model.claim import Claim, Record
from checker.model.memo import Memo, Thing, Whole, each, each_part

_NAME = 16
"""Bytes of a digest that tell one source from all others."""


class ComparisonMemo:
    """What is remembered, and how all comparing sees each source."""

    def __init__(
        self,
        memory: Memo | None,
        marks: Mapping[str, bytes],
        records: Sequence[Record],
        claims: Sequence[Claim],
        support: EntityEvidence,
    ) -> None:
        """``marks`` digest what each source's record was made from; a source without one is judged anew.

        ``claims`` are those of ``records``, in order, under common ids.
        """
        self._memory = memory
        self._marks = marks if memory is not None else {}
        self._seen: dict[str, bytes] = {}
        if memory is None:
            return
        last = 0
        for record in records:
            source, first, last = record.source.id, last, last + len(record.claims)
            mark = self._marks.get(source)
            if mark is not None:
                self._seen[source] = _sight(mark, source, record, claims[first:last], support)

    @property
    def digests(self) -> Mapping[str, bytes]:
        """By source a digest of all that comparing sees of it: its claims, whom they are about, how known these are."""
        return self._seen

    def mark(self, source: str) -> bytes | None:
        """The digest of what a source's record was made from, whatever other sources say."""
        return self._marks.get(source)

    def sight(self, source: str) -> bytes | None:
        """A digest of all that comparing sees of a source: its claims, whom they are about and how known these are."""
        return self._seen.get(source)

    def key(self, what: str, parts: Sequence[bytes | None]) -> bytes | None:
        """The key of what follows from ``parts``, of which each but the last is of one length."""
        known = [part for part in parts if part is not None]
        if self._memory is None or len(known) < len(parts):
            return None
        return sha256(b"\0".join([what.encode(), *known])).digest()

    def each(
        self, things: Sequence[Thing], keys: Sequence[bytes | None], make: Callable[[Thing], list[Any]]
    ) -> list[list[Any]]:
        """What ``make`` gives for each thing, as JSON has it, made only where it is not remembered."""
        return each(self._memory, things, keys, make)

    def each_part(
        self,
        wholes: Sequence[Whole],
        keys: Sequence[tuple[bytes, str] | None],
        split: Callable[[Whole], Mapping[str, Thing]],
        make: Callable[[Thing], list[Any]],
    ) -> list[list[list[Any]]]:
        """As ``each``, of wholes whose parts are remembered one by one."""
        return each_part(self._memory, wholes, keys, split, make)


def _sight(mark: bytes, source: str, record: Record, claims: Sequence[Claim], support: EntityEvidence) -> bytes:
    subjects = [claim.subject.text for claim in claims]
    entities = [support.identity.ids[source, entity.id] for entity in record.entities]
    wholes = sorted({*entities, *(claim.subject.entity for claim in claims)})
    known = [support.of_all(whole) for whole in wholes]
    seen = json.dumps([source, subjects, entities, known]).encode()
    return sha256(mark + seen).digest()[:_NAME]
