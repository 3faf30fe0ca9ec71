"""A text in the form in which it is read, and the place of each of its characters in the text as given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""The stretch ``start:end`` of a text, and what is read in its place."""


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text after edits, and the way back to the text before them.

    ``starts`` and ``origins`` are the segment map: from ``starts[n]`` on, characters stand one for one for those from
    ``origins[n]`` on, until the next segment begins. Both are empty where every offset is the same in both texts.
    """

    text: str
    starts: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    before: Canonical | None = None
    """What ``origins`` are offsets into; None for the text as given."""

    def given(self, at: int) -> int:
        """The place in the text as given of the place ``at`` of this text."""
        if self.starts:
            n = bisect_right(self.starts, at) - 1
            if n >= 0:
                at = self.origins[n] + at - self.starts[n]
                if n + 1 < len(self.origins):
                    at = min(at, self.origins[n + 1])
        return at if self.before is None else self.before.given(at)

    def read(self, at: int) -> int:
        """The place in this text of the place ``at`` of the text as given."""
        if self.before is not None:
            at = self.before.read(at)
        if not self.starts:
            return at
        n = bisect_right(self.origins, at) - 1
        if n < 0:
            return at
        at = self.starts[n] + at - self.origins[n]
        return min(at, self.starts[n + 1]) if n + 1 < len(self.starts) else at

    def edited(self, edits: Iterable[Edit]) -> Canonical:
        """This text with ``edits``, in order of place, made in it; what overlaps the one before is left out."""
        pieces: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        done = length = 0
        moved = False
        for start, end, instead in edits:
            if start < done:
                continue
            pieces += (self.text[done:start], instead)
            length += start - done
            if len(instead) != end - start:
                moved = True
                starts += (length, length + len(instead))
                origins += (start, end)
            length += len(instead)
            done = end
        if not pieces:
            return self
        text = "".join((*pieces, self.text[done:]))
        return Canonical(text, tuple(starts), tuple(origins), self) if moved else self._of_the_length(text)

    def _of_the_length(self, text: str) -> Canonical:
        """This text with other characters in the same places."""
        return Canonical(text, self.starts, self.origins, self.before)
