"""Reads what a value is modified by: approximators, bounds and signs before it, bounds after it."""

from __future__ import annotations

from checker.model.value import Modifier
from checker.values.lexicon import listed, modifier_signs, modifiers_after, modifiers_before

_REACH = 40
_STRONGER = ("more_than", "at_least", "less_than", "up_to")


def before(text: str, start: int) -> tuple[Modifier | None, int]:
    """The modifier that ends right before ``start``, if any, and where the value starts with it."""
    found, at = _one_before(text, start)
    if found is None:
        return None, start
    again, further = _one_before(text, at)
    if again is None:
        return found, at
    if found in _STRONGER or again == "exact":
        return found, further
    return again, further


def _one_before(text: str, start: int) -> tuple[Modifier | None, int]:
    if start == 0:
        return None, start
    for sign, modifier in modifier_signs():
        for blank in ("", " "):
            if text.endswith(sign + blank, max(0, start - 6), start):
                at = start - len(sign + blank)
                if sign[0] in "<>" and at and not (text[at - 1] in " (" or text[at - 1].isalpha() and text[at - 2 : at - 1] in ("", " ")):
                    continue
                return modifier, at
    if text[start - 1] != " ":
        return None, start
    window = text[max(0, start - _REACH) : start - 1]
    if window.endswith(" the") or window.endswith(" an") or window.endswith(" a"):
        window = window[: window.rfind(" ")]
        if not window.endswith(("about", "than", "over", "nearly", "almost", "around", "least", "under", "to")):
            return None, start
    low = window.lower()
    last = low[max(low.rfind(" "), low.rfind("\n"), low.rfind("("), low.rfind('"')) + 1 :]
    for phrase, modifier in modifiers_before().get(last, ()):
        if low.endswith(phrase):
            at = max(0, start - _REACH) + len(low) - len(phrase)
            if at == 0 or not text[at - 1].isalnum():
                return modifier, at
    return None, start


def after(text: str, end: int) -> tuple[Modifier | None, int]:
    """The bound that follows a value directly, if any, and where the value ends with it."""
    following = text[end : end + 1]
    if following == "+" and not text[end + 1 : end + 2].isalnum():
        return "at_least", end + 1
    if following != " ":
        return None, end
    low = text[end + 1 : end + 24].lower()
    first = low.split(" ", 1)[0]
    if first.rstrip(".,;)") not in _first_words():
        return None, end
    for phrase, modifier in modifiers_after():
        if low.startswith(phrase) and not low[len(phrase) : len(phrase) + 1].isalnum():
            return modifier, end + 1 + len(phrase)
    return None, end


def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase, _ in modifiers_after())


def bounds(low: str | None, high: str | None, modifier: Modifier) -> tuple[str | None, str | None]:
    """The bounds of a value under a modifier: what is open is None."""
    if modifier in ("more_than", "at_least"):
        return low, None
    if modifier in ("less_than", "up_to"):
        return None, high
    return low, high


def hedges() -> frozenset[str]:
    """Words that may stand between a modifier and its value."""
    return listed("modifiers", "between")
