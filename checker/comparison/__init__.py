"""Decides which claims speak of the same thing in the same scope, and how their values stand to each other."""

from checker.comparison.compare import Compared, compare

__all__ = ["Compared", "compare"]
