"""The lines of a document that a change touched."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """Spans of lines, both ends included and counted from 1, in order; ``whole`` is every line there is."""

    spans: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def __bool__(self) -> bool:
        return self.whole or bool(self.spans)

    def first_in(self, first: int, last: int) -> int | None:
        """The first changed line from ``first`` to ``last``; None where none is."""
        if self.whole:
            return first
        return next((max(low, first) for low, high in self.spans if low <= last and high >= first), None)


ALL_LINES = ChangedLines(whole=True)
