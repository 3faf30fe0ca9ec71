"""Says whether a name that a person gave is one of the names of an entity."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.language.names import fold, places

_BRACKETS = re.compile(r"\s*\(.*?\)\s*$")
_SMALL = frozenset({"the", "and", "for", "of", "a", "an"})


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(re.findall(r"\w{2,}", fold(_BRACKETS.sub("", str(name))).lower())) - _SMALL


def names_it(forms: Iterable[str], names: Iterable[str]) -> bool:
    """Whether a form has most words of one of the names, or is a short form of one."""
    wanted = [words_of(name) for name in names]
    for form in forms:
        found = words_of(form)
        if not found:
            continue
        for words in wanted:
            short = found <= words and form.lower() not in places()
            longer = words <= found and len(words) * 2 >= len(found)
            if words and (len(words & found) * 2 > len(words | found) or short or longer):
                return True
    return False
