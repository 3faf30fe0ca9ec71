"""Keeps an error that one item causes from stopping the work on all others."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

_MOST = 20
"""So many items are left out one by one before the work is given up."""
_LONGEST = 200
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]+")


@dataclass(frozen=True, slots=True)
class Fault(Generic[Thing]):
    """An error, and the item without which it does not happen; None where it happens without any."""

    thing: Thing | None
    reason: str
    trace: str


def reason(error: BaseException) -> str:
    """One line on an error that nobody foresaw, the same in every run."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for it: split it, or let the process have more"
    lines = _ADDRESS.sub("0x...", str(error)).strip().splitlines()
    error_text = f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
    if len(error_text) > _LONGEST:
        error_text = f"{error_text[:_LONGEST]}..."
    return f"an error in check-claims itself ({error_text}): run again with --debug, and report it"


def trace(error: BaseException) -> str:
    """Where an error happened, for whoever mends it."""
    return "".join(traceback.format_exception(error))


def without(
    things: Sequence[Thing], work: Callable[[Sequence[Thing]], Result]
) -> tuple[Result | None, list[Fault[Thing]]]:
    """What ``work`` gives for as many of the items as it can, and the faults of those that are left out.

    None where it cannot be done at all: the last fault then has no item. Costs nothing where nothing fails.
    """
    left, faults = list(things), list[Fault[Thing]]()
    while True:
        error = _error(left, work, done := list[Result]())
        if error is None:
            return done[0], faults
        count, error = _shortest(left, work, error)
        if count == 0 or len(faults) == _MOST:
            return None, [*faults, Fault(None, reason(error), trace(error))]
        faults.append(Fault(left.pop(count - 1), reason(error), trace(error)))


def _error(things: Sequence[Thing], work: Callable[[Sequence[Thing]], Result], done: list[Result]) -> Exception | None:
    try:
        done.append(work(things))
    except Exception as error:
        return error
    return None


def _shortest(
    things: Sequence[Thing], work: Callable[[Sequence[Thing]], Result], error: Exception
) -> tuple[int, Exception]:
    """How many of the items, from the first, it takes to fail, and with which error; all of them fail with ``error``.

    Halving is enough: the last of them is one without which those before it do not fail.
    """
    works, fails = -1, len(things)
    while fails - works > 1:
        middle = (works + fails) // 2
        found = _error(things[:middle], work, [])
        if found is None:
            works = middle
        else:
            fails, error = middle, found
    return fails, error
