"""The shape of a decisions file: what a person or a command may write there."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from checker.model.decision import Verdict

SCHEMA_VERSION = 1


def _day(text: str) -> str:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueError("a day such as 2031-05-17 is expected") from None
    return text


Day = Annotated[str, AfterValidator(_day)]


class Entry(BaseModel):
    """Anything in a decisions file: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SideEntry(Entry):
    """The value and words of one source when the decision was made."""

    source: str
    value: str
    quote: str


class SidesEntry(Entry):
    """The two sides of the conflict."""

    left: tuple[SideEntry, ...] = ()
    right: tuple[SideEntry, ...] = ()


class DecisionEntry(Entry):
    """One decision.

    A waiver has a reason and a last day, ``both-wrong`` a reason where it has a last day, and ``both`` the scope that
    makes both sides true.
    """

    rule: str
    subject: str
    attribute: str
    values: dict[str, str]
    """Source id to a digest of what it states."""
    verdict: Verdict
    scope: str | None = None
    reason: str | None = None
    by: str
    on: Day
    expires: Day | None = None
    sides: SidesEntry = SidesEntry()


class DecisionsEntry(Entry):
    """A whole decisions file."""

    schema_version: Literal["1"]
    decisions: tuple[DecisionEntry, ...] = ()
