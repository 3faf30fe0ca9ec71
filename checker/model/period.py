"""The period that a text, or a part of it, is for, and where that was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.value import Mention

PeriodOrigin = Literal["header", "title", "file name", "first lines", "register", "last lines", "heading"]


@dataclass(frozen=True, slots=True)
class Period:
    """The time for which a text says what it says without a date."""

    edtf: str
    low: str
    """Its first day, ISO."""
    high: str
    """Its last day, ISO."""
    words: str
    """As it is written."""
    origin: PeriodOrigin
    reported: bool
    """The text reports on it; else the text was written or changed then, and says how things stood."""
    start: int | None = None
    """Where it stands in the text; None where it does not."""

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return int(self.high[:4])


@dataclass(frozen=True, slots=True)
class OutsideDates:
    """The dates that are known of a document from outside its text."""

    name: str = ""
    """The name of its file, in words."""
    in_name: tuple[Mention, ...] = ()
    published: Mention | None = None
    """When it was published, as the register has it."""


NO_OUTSIDE_DATES = OutsideDates()
