"""A mention in the making: what the reader of a kind has understood so far."""

from __future__ import annotations

from checker.model.value import Calendar, Kind, Mention, Modifier, mention
from checker.values import modifiers
from checker.values.cursor import Reading
from checker.values.quantity import Quantity, plain, plain_place


class Draft:
    """One value before it is final. ``next`` is the index of the first token behind it."""

    edtf: str | None = None
    noun: str | None = None
    per: str | None = None
    resolution: str | None = None
    calendar: Calendar | None = None
    first: tuple[str, str] | None = None
    last: tuple[str, str] | None = None
    relative: bool = False

    def __init__(
        self,
        kind: Kind,
        start: int,
        end: int,
        low: str | None,
        high: str | None,
        next: int,
        unit: str | None = None,
        modifier: Modifier = "exact",
    ) -> None:
        self.kind, self.start, self.end, self.low, self.high = kind, start, end, low, high
        self.next, self.unit, self.modifier = next, unit, modifier

    @classmethod
    def of(cls, kind: Kind, found: Quantity, unit: str | None = None) -> Draft:
        """The draft of a quantity whose kind and unit are known."""
        single = found.single
        if single is not None and single.plain:
            draft = cls(kind, found.start, found.end, single.plain, single.plain, found.next, unit, found.modifier)
        else:
            low = plain(found.low)
            high = low if found.high is found.low else plain(found.high)
            draft = cls(kind, found.start, found.end, low, high, found.next, unit, found.modifier)
        draft.resolution = plain_place(found.place)
        return draft

    @classmethod
    def floating(cls, start: int, end: int, next: int) -> Draft:
        """A date that only the document's own date places."""
        draft = cls("date", start, end, None, None, next)
        draft.relative = True
        return draft

    def modify(self, reading: Reading, *, ahead: bool = True, behind: bool = True) -> None:
        """Take in the modifiers, where there may be one ``ahead`` and ``behind``."""
        first, start = modifiers.before(reading, self.start) if ahead else (None, self.start)
        if self.modifier == "range":
            if first not in (None, "more_than"):
                self.start = start
            if first in ("at_least", "up_to", "less_than"):
                self.modifier = first
                self.low, self.high = modifiers.bounds(self.low, self.high, first)
            return
        if self.modifier == "more_than" and self.high is None:
            if first in ("more_than", "at_least", "about"):
                self.start = start
            return
        last, end = modifiers.after(reading, self.end) if behind else (None, self.end)
        if first is not None:
            self.start, self.modifier = start, first
        if last is not None and not (first in ("more_than", "less_than") and last == "about"):
            self.end, self.modifier = end, last
        if self.modifier != "exact":
            self.low, self.high = modifiers.bounds(self.low, self.high, self.modifier)

    def mention(self, text: str, start: int, end: int, steps: tuple[str, ...]) -> Mention:
        """The finished mention at a place in the whole text."""
        return mention(
            self.kind, start, end, text[start:end], self.low, self.high, self.unit, self.modifier, self.edtf,
            self.noun, self.per, self.resolution, self.calendar, self.first, self.last, self.relative, steps,
        )  # fmt: skip
