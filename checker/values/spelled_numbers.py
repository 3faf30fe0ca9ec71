"""Writes whole numbers in words: ``forty-five``, ``sixty thousand``, ``one hundred and twelve``."""

from __future__ import annotations

from checker.language.language import derived, table

MOST = 10**15
"""Numbers from here on are not written in words."""
_HUNDRED, _THOUSAND = 100, 1000


@derived
def _words() -> dict[int, str]:
    """The word of each number that has one of its own: the first that the table names."""
    numerals = table("values/numerals")
    found: dict[int, str] = {}
    for name in ("units", "teens", "tens", "hundreds", "scales"):
        for word, value in numerals[name].items():
            found.setdefault(int(value), word)
    return found


def in_words(number: int) -> str:
    """``number``, from 0 and below ``MOST``, in words; ValueError for another."""
    if not 0 <= number < MOST:
        raise ValueError(number)
    parts = []
    scale = _THOUSAND**4
    rest = number
    while scale >= _THOUSAND:
        count, rest = divmod(rest, scale)
        if count:
            parts.append(f"{_below_thousand(count)} {_words()[scale]}")
        scale //= _THOUSAND
    if rest or not parts:
        last = _below_thousand(rest)
        parts.append(f"and {last}" if parts and rest < _HUNDRED else last)
    return " ".join(parts)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, _HUNDRED)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{_words()[hundreds]} {_words()[_HUNDRED]}"
    return f"{head} and {_below_hundred(rest)}" if rest else head


def _below_hundred(number: int) -> str:
    known = _words().get(number)
    if known is not None:
        return known
    return f"{_words()[number // 10 * 10]}-{_words()[number % 10]}"
