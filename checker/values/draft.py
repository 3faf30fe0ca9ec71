"""A mention in the making: what the reader of a kind has understood so far."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from checker.model.value import Calendar, Kind, Mention, Modifier
from checker.values import modifiers
from checker.values.numerals import Quantity, plain


@dataclass(slots=True)
class Draft:
    """One value before it is final. ``next`` is the index of the first token behind it."""

    kind: Kind
    start: int
    end: int
    low: str | None
    high: str | None
    next: int
    unit: str | None = None
    modifier: Modifier = "exact"
    edtf: str | None = None
    noun: str | None = None
    per: str | None = None
    resolution: str | None = None
    calendar: Calendar | None = None
    first: tuple[str, str] | None = None
    last: tuple[str, str] | None = None
    relative: bool = False

    @classmethod
    def of(cls, kind: Kind, found: Quantity, unit: str | None = None) -> Draft:
        """The draft of a quantity whose kind and unit are known."""
        draft = cls(kind, found.start, found.end, plain(found.low), plain(found.high), found.next, unit, found.modifier)
        draft.resolution = plain(found.place)
        return draft

    def modify(self, text: str) -> None:
        """Take in the modifiers before and behind."""
        if self.modifier == "range":
            behind: tuple[Modifier | None, int] = (None, self.end)
            ahead, start = modifiers.before(text, self.start)
            if ahead in ("about", "exact"):
                self.start = start
            return
        ahead, start = modifiers.before(text, self.start)
        behind = modifiers.after(text, self.end)
        if self.modifier == "more_than" and self.high is None:
            if ahead in ("more_than", "at_least", "about"):
                self.start = start
            return
        if ahead is not None:
            self.start, self.modifier = start, ahead
        if behind[0] is not None and not (ahead in ("more_than", "less_than") and behind[0] == "about"):
            self.end, self.modifier = behind[1], behind[0]
        self.low, self.high = modifiers.bounds(self.low, self.high, self.modifier)

    def mention(self, original: str, steps: tuple[str, ...] = ()) -> Mention:
        """The finished mention, its text cut from the original."""
        return Mention(
            self.kind, self.start, self.end, original[self.start : self.end], self.low, self.high, self.unit,
            self.modifier, self.edtf, self.noun, self.per, self.resolution, self.calendar, self.first, self.last,
            self.relative, steps,
        )  # fmt: skip


def widened(draft: Draft, value: Decimal) -> None:
    """Set both bounds."""
    draft.low = draft.high = plain(value)
