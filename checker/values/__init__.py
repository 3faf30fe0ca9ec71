"""Finds every value that a text states: dates, money, counts, percentages, durations, measures and their like."""

from __future__ import annotations

from checker.model.value import Mention

__all__ = ["find"]


def find(plain: str, text: str | None = None, *, explain: bool = False) -> list[Mention]:
    """Every value in folded text, in order of position, without overlaps.

    ``plain`` is the text with look-alike characters folded; ``text`` the original of the same length, from
    which a mention's text is cut. With ``explain`` each mention carries the steps that led to it.
    """
    from checker.values.finder import find as search

    return search(plain, plain if text is None else text, explain=explain)
