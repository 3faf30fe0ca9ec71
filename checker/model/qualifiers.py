"""What the words beside a value say of it: of each or of all, the third, of whom, in what event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Change = Literal["rise", "fall"]


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What a sentence says of one of its values beyond the scope it holds in; all empty where it says nothing."""

    each: bool = False
    """The value is that of every single one of several: ``40 beds each``."""
    total: bool = False
    """It is the sum of others: ``420 in total``, ``a combined 420``."""
    worldwide: bool = False
    """It is that of the whole world: ``$40 million worldwide``."""
    of_whom: bool = False
    """It is a part of another number, stated or not: ``of whom 12 stayed``, ``among them 9 guards``."""
    throughout: bool = False
    """A count of a whole time, with all that happened in it: ``during construction``."""
    ordinals: tuple[str, ...] = ()
    """Which of a series the sentence speaks of: ``third`` in "the third season"."""
    role: str | None = None
    """Whom a count of people is of: passengers, crew, survivors and others of the vocabulary."""
    events: tuple[str, ...] = ()
    """What happened to those counted, or on that day: fire, sinking and other kinds of the vocabulary."""
    change: Change | None = None
    """A percentage is a change, and which way: ``up 12%``."""
    yearly: bool = False
    """It is a change from the year before: ``12% year on year``."""
    recurring: bool = False
    """A date whose sentence tells of what comes round every year, or remembers an event: ``the 50th anniversary``."""
    versions: tuple[str, ...] = ()
    """Which versions of the subject the sentence speaks of: ``2.4`` in "version 2.4"."""
    refers_back: bool = False
    """The sentence opens with a pronoun, and so goes on about what stands before it."""


NO_QUALIFIERS = Qualifiers()
