"""What earlier runs worked out, by digests of everything that it follows from."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

Thing = TypeVar("Thing")


class Memory(Protocol):
    """Keeps what was found under a key; a key that is not there, or no longer, costs the work and nothing else."""

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept of those keys."""

    def keep(self, key: bytes, found: bytes) -> None:
        """Keep what was found, for later runs."""


def each(
    memory: Memory | None, things: Sequence[Thing], keys: Sequence[bytes | None], make: Callable[[Thing], list[Any]]
) -> list[list[Any]]:
    """What ``make`` gives for each thing, as JSON has it, made only where it is not remembered under its key."""
    kept = memory.recall([key for key in keys if key is not None]) if memory is not None else {}
    return [_one(memory, thing, key, kept.get(key or b""), make) for thing, key in zip(things, keys, strict=True)]


def _one(
    memory: Memory | None, thing: Thing, key: bytes | None, kept: bytes | None, make: Callable[[Thing], list[Any]]
) -> list[Any]:
    if kept is not None:
        try:
            found = json.loads(zlib.decompress(kept))
        except (zlib.error, ValueError):
            found = None
        if isinstance(found, list):
            return found
    made = make(thing)
    if key is not None and memory is not None:
        memory.keep(key, zlib.compress(json.dumps(made, separators=(",", ":")).encode(), 1))
    return made
