"""Limits the computing time that goes into one source, wherever its reading is asked to look at the clock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SECONDS = 60.0
SECONDS_A_MEGABYTE = 30.0
"""What a source may take on top of that; prose takes a tenth of it."""


class Late(Exception):
    """The time is over."""


_until: ContextVar[float | None] = ContextVar("until", default=None)


def seconds(size: int, most: float | None) -> float:
    """What a source of so many bytes may take; ``most`` where it is set."""
    return SECONDS + SECONDS_A_MEGABYTE * size / 1e6 if most is None else most


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Have ``check`` raise Late once this thread has computed so long."""
    token = _until.set(time.thread_time() + seconds)
    try:
        yield
    finally:
        _until.reset(token)


def check() -> None:
    """Raise Late where the time is over; costs next to nothing where no time is set."""
    until = _until.get()
    if until is not None and time.thread_time() > until:
        raise Late
