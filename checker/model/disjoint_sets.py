"""Claims joined into sets that share no member."""

from __future__ import annotations


class Sets:
    """Claims joined into sets."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def root(self, i: str) -> str:
        """The id that stands for the set of ``i``."""
        parent = self.parent
        over = parent.setdefault(i, i)
        while over != i:
            parent[i] = i = parent[over]
            over = parent[i]
        return i

    def join(self, a: str, b: str) -> None:
        """Make the sets of both one."""
        x, y = sorted((self.root(a), self.root(b)))
        self.parent[y] = x
