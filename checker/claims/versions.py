"""Reads which versions of a thing a sentence speaks of: ``version 2.4``, ``v3``, ``Harbour Kit 2.5``."""

from __future__ import annotations

import re

from checker.claims.thresholds import SHORT_NAME
from checker.language.language import derived, derived_up_to, table

_NUMBER = r"\d{1,4}(?:\.\d{1,4}){0,4}"
_SEVERAL = r"\d{1,4}(?:\.\d{1,4}){1,4}"


@derived_up_to(4096)
def versions_in(sentence: str, subject: str) -> tuple[str, ...]:
    """The versions named by that word, and those of several parts right behind the subject's name."""
    if not any(c.isdecimal() for c in sentence):
        return ()
    found = _worded().findall(sentence)
    if len(subject) > SHORT_NAME:
        found += re.findall(rf"{re.escape(subject)} ({_SEVERAL})(?![\w.]*[\w%])", sentence)
    return tuple(dict.fromkeys(found))


@derived
def _worded() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, table("language/versions")), key=len, reverse=True))
    return re.compile(rf"\b(?:{words}) ?({_NUMBER})(?!\.?\w)", re.IGNORECASE)
