"""What stands on a page, with its edges: fragments of lines, and tables found by their rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.sources.pdf.fragments import Fragment


@dataclass(slots=True, eq=False)
class Table:
    """A table by rows of cells, and where it stands."""

    x0: float
    x1: float
    top: float
    bottom: float
    rows: list[list[str]]
    size: float = 10.0


Box = Fragment | Table


@dataclass(slots=True, eq=False)
class Line:
    """The fragments on one line of a column."""

    fragments: list[Fragment]
    right: float = 0.0
    """The right edge of its column."""
    main: Fragment = field(init=False)
    """Its longest fragment."""

    def __post_init__(self) -> None:
        self.main = max(self.fragments, key=lambda f: len(f.text))

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.fragments[0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return max(f.x1 for f in self.fragments)

    @property
    def y(self) -> float:
        """The line that its letters stand on."""
        return self.main.y

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return self.main.size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(f.bold for f in self.fragments)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(f.text for f in self.fragments)


def lines(fragments: Iterable[Fragment]) -> list[Line]:
    """The lines that fragments make, from top to bottom, each from left to right."""
    found: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: -f.y):
        for line in reversed(found[-4:]):
            if _level(line, fragment):
                line.append(fragment)
                break
        else:
            found.append([fragment])
    return [_without_marks(Line(sorted(line, key=lambda f: f.x0))) for line in found]


def _level(fragments: Sequence[Fragment], fragment: Fragment) -> bool:
    """Whether a fragment stands on the line of others, and over none of them."""
    first = fragments[0]
    smaller = min(first.size, fragment.size)
    away = abs(first.y - fragment.y)
    near = 0.3 * smaller if smaller > 0.8 * max(first.size, fragment.size) else 0.55 * smaller
    if away > near:
        return False
    return away < 0.1 * smaller or all(f.x1 < fragment.x0 + 0.5 or f.x0 > fragment.x1 - 0.5 for f in fragments)


def _without_marks(line: Line) -> Line:
    """A line without raised marks of footnotes that stand beside its words as fragments of their own."""
    if len(line.fragments) < 2:
        return line
    main = line.main
    kept = [
        f
        for n, f in enumerate(line.fragments)
        if not (
            n
            and len(f.text) <= 3
            and f.size < 0.8 * main.size
            and f.y > main.y + 0.15 * main.size
            and f.text.strip("0123456789*†‡§,") == ""
        )
    ]
    return Line(kept)
