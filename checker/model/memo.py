"""What earlier runs worked out, by digests of everything that it follows from."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

Thing = TypeVar("Thing")


class Memo(Protocol):
    """Keeps what was found under a key; a key that is not there, or no longer, costs the work and nothing else."""

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept of those keys."""

    def keep(self, key: bytes, found: bytes) -> None:
        """Keep what was found, for later runs."""


def each(
    memory: Memo | None,
    things: Sequence[Thing],
    keys: Sequence[bytes | None],
    make: Callable[[Thing], list[Any]],
) -> list[list[Any]]:
    """What ``make`` gives for each thing, as JSON has it, made only where it is not remembered under its key."""
    kept = memory.recall([key for key in keys if key is not None]) if memory is not None else {}
    return [_one(memory, thing, key, kept.get(key or b""), make) for thing, key in zip(things, keys, strict=True)]


def _decoded(kept: bytes | None) -> list[Any] | None:
    """What was kept, or nothing where it is damaged."""
    if kept is None:
        return None
    try:
        found = json.loads(zlib.decompress(kept).decode())
    except (zlib.error, ValueError):
        return None
    return found if isinstance(found, list) else None


def _encoded(made: list[Any]) -> bytes:
    return zlib.compress(json.dumps(made, separators=(",", ":")).encode(), 1)


def _one(
    memory: Memo | None,
    thing: Thing,
    key: bytes | None,
    kept: bytes | None,
    make: Callable[[Thing], list[Any]],
) -> list[Any]:
    found = _decoded(kept)
    if found is not None:
        return found
    made = make(thing)
    if key is not None and memory is not None:
        memory.keep(key, _encoded(made))
    return made
