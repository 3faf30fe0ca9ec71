"""Reads the dates of a document that stand outside its text: in the name of its file and in the register."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from checker.extraction import parts
from checker.model.document import Source
from checker.model.period import OutsideDates
from checker.model.value import Mention

_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[_. -](?=\d)")
_BETWEEN_WORDS = re.compile(r"[_+-]+(?!\d)|(?<!\d)[_+-]+")
_LONGEST = 200


def outside_dates(source: Source) -> OutsideDates:
    """The dates in the name of a document's file, and the one at which it is registered as published."""
    name = name_in_words(source.path or source.id)
    published = _dates((source.published or "").replace("/", "-"))
    return OutsideDates(name, _dates(name), published[0] if len(published) == 1 else None)


def name_in_words(path: str) -> str:
    """``docs/minutes_20250314-draft.md`` is ``minutes 2025-03-14 draft``."""
    stem = PurePosixPath(path).stem[:_LONGEST]
    stem = _COMPACT.sub(r"\1-\2-\3", stem)
    return _BETWEEN_WORDS.sub(" ", _BETWEEN_DIGITS.sub("-", stem)).strip()


def _dates(text: str) -> tuple[Mention, ...]:
    if not any(map(str.isdigit, text)):
        return ()
    return tuple(mention for mention in parts.values.find(text, text) if mention.kind == "date")
