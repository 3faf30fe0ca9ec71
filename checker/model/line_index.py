"""Places in a text as editors count them: lines from 1, columns from 1 in code points."""

from __future__ import annotations

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of one text; a line ends at LF, CR or CRLF and at nothing else."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]
        self._length = len(text)

    @property
    def count(self) -> int:
        """How many lines there are: one more than there are line ends."""
        return len(self._starts)

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        return index + 1, offset - self._starts[index] + 1

    def span(self, line: int) -> tuple[int, int]:
        """Where ``line`` starts and where the next one does."""
        end = self._starts[line] if line < len(self._starts) else self._length
        return self._starts[line - 1], end
