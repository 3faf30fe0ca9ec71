"""What the words beside a value say of it: of each or of all, the third, of whom, in what event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any, Literal

Change = Literal["rise", "fall"]
Reach = Literal["plain", "of", "wordy"]
Division = Literal["all", "partly", "bare"]


@dataclass(frozen=True, slots=True)
class Restatement:
    """That a measure is one stated right before it, in another unit: ``14 miles (22.5 km)``."""

    of: str
    """The other measure as it is written."""
    marked: bool = False
    """It stands in parentheses, so that nothing else can be meant: such a one may contradict the other."""


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A part of a whole that the words beside a figure name: ``12 men``."""

    whole: str
    """A whole of the vocabulary: sex, tenure and others."""
    part: str
    """One of its parts."""
    reach: Reach = "plain"
    """What stands between the figure and the name: small words only, once what it is a share of, or more words."""


@dataclass(frozen=True, slots=True)
class Divided:
    """The figure right before, of which this one and those that follow are parts: ``12 deaths: 7 men and 5 women``."""

    figure: str
    """The other figure as it is written."""
    division: Division = "bare"
    """The parts are all of it, may be not all of it, or just stand beside it."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The set or list that a place is a place in: ``the second longest bridge in Tern County``."""

    words: tuple[str, ...]
    """The words that name it, in their base forms: longest, bridge, tern, county."""
    joint: bool = False
    """Several share the place."""
    past: bool = False
    """The sentence puts the place into a past that it does not date."""
    named: bool = False
    """The sentence names what has the place, and does not only refer to it."""


@dataclass(frozen=True, slots=True)
class DateNearby:
    """A date in the sentence of a duration."""

    date: str
    """The date as it is written."""
    beside: bool = False
    """Nothing of meaning stands between the two: the duration is told of this date."""
    between: tuple[str, ...] = ()
    """The stems of the words of meaning between the two."""


@dataclass(frozen=True, slots=True)
class DurationContext:
    """What the sentence of a duration says of what lasted so long; words are given by their stems."""

    near: tuple[str, ...] = ()
    """The words that stand next to it on either side."""
    dates: tuple[DateNearby, ...] = ()
    """The dates of the sentence, but those that too many words part from it."""
    before: tuple[str, ...] = ()
    """Of the words before it, nearest first, names and the first that tells what happened."""
    behind: tuple[str, ...] = ()
    """The same of the words behind it."""
    alone: bool = False
    """The sentence tells the duration and little more, and does not bound it by another time."""
    tells: tuple[str, ...] = ()
    """Where it is alone, all that the sentence tells beside names."""
    others: bool = False
    """Where it is alone, the sentence names others than the subject."""


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
    """The sentence opens with a pronoun, and so continues what comes before it."""
    restates: Restatement | None = None
    """It is the measure before it, in another unit."""
    per: str | None = None
    """What it is for one of, where its own words do not say so: ``student`` in "the cost per student was $4,000"."""
    own_rates: bool = False
    """One of several percentages of a sentence that tells each group's own rate, such as literacy, and no shares."""
    parts: tuple[NamedPart, ...] = ()
    """The parts that it is said to be the figure of, of one whole each."""
    divides: Divided | None = None
    """It is the first part of the figure before it."""
    divides_earlier: bool = False
    """Its sentence opens with "of these", and so gives parts of a figure in the sentence before."""
    continues: bool = False
    """A date that nothing but marks parts from the date before it: both are one expression."""
    ranking: Ranking | None = None
    """The set or list that it is a place in."""
    lasting: DurationContext | None = None
    """What its sentence says of what lasted so long."""


NO_QUALIFIERS = Qualifiers()


def restored(said: Mapping[str, Any]) -> Qualifiers:
    """The qualifiers that ``plain`` gave as plain data."""
    made = dict(said)
    for name, make in _INNER.items():
        if made.get(name) is not None:
            made[name] = make(made[name])
    return Qualifiers(**{name: _kept(value) for name, value in made.items()})


def plain(leaf: Any) -> dict[str, Any]:
    """The fields of a record that say something, as plain data."""
    return {
        field.name: _plain(value)
        for field in fields(leaf)
        if (value := getattr(leaf, field.name)) is not None and value != field.default
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return plain(value)
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _kept(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _made(cls: Any, said: Mapping[str, Any]) -> Any:
    return cls(**{name: _kept(value) for name, value in said.items()})


def _lasting(said: Mapping[str, Any]) -> DurationContext:
    dates = tuple(_made(DateNearby, date) for date in said.get("dates", ()))
    made: DurationContext = _made(DurationContext, {**said, "dates": dates})
    return made


_INNER: Mapping[str, Callable[[Any], Any]] = {
    "restates": partial(_made, Restatement),
    "parts": lambda said: tuple(_made(NamedPart, part) for part in said),
    "divides": partial(_made, Divided),
    "ranking": partial(_made, Ranking),
    "lasting": _lasting,
}
"""What makes the records within qualifiers anew."""
