"""Files damaged in ways that a seed settles: cut short, with bytes changed, left out or said again."""

from __future__ import annotations

import random
from collections.abc import Iterator


def damaged(data: bytes, count: int = 200, seed: int = 7) -> Iterator[bytes]:
    """So many damaged forms of a file."""
    chance = random.Random(seed)
    for n in range(count):
        broken = bytearray(data)
        if n % 4 == 0:
            del broken[chance.randrange(len(broken)) :]
        for _ in range(chance.randrange(1, 8)):
            if not broken:
                break
            at = chance.randrange(len(broken))
            what = chance.randrange(3)
            if what == 0:
                broken[at] = chance.randrange(256)
            elif what == 1:
                del broken[at : at + chance.randrange(1, 20)]
            else:
                broken[at:at] = broken[max(0, at - 20) : at]
        yield bytes(broken)
