"""What earlier runs worked out, by digests of everything that it follows from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Memory(Protocol):
    """Keeps what was found under a key; a key that is not there, or no longer, costs the work and nothing else."""

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept of those keys."""

    def keep(self, key: bytes, found: bytes) -> None:
        """Keep what was found, for later runs."""
