"""Remembers the results of comparison, as long as the same code would give them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.cache.keys import comparison_digest
from checker.cache.store import Cache


class MemoStore:
    """What the comparison of one release found, in the cache's file; what finds claims is in the sources' keys."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._release = comparison_digest()

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under those keys."""
        return {key[len(self._release) :]: found for key, found in self._cache.recall(self._all(keys)).items()}

    def keep(self, key: bytes, found: bytes) -> None:
        """Keep what was found under a key."""
        self._cache.keep(self._release + key, found)

    def _all(self, keys: Sequence[bytes]) -> list[bytes]:
        return [self._release + key for key in keys]
