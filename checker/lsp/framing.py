"""How the server and the process that checks a folder part their messages: each is pickled, behind its length.

Both sides are this program, and nobody else writes into these pipes.
"""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

LENGTH = struct.Struct(">Q")


def packed(message: object) -> bytes:
    """A message as it goes into a pipe."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(data)) + data


def received(pipe: IO[bytes]) -> Any:
    """The next message of a pipe; None where the other side is gone."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = pipe.read(length)
    return pickle.loads(data) if len(data) == length else None
