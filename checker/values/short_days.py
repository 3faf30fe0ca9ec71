"""Finds days in figures whose year has two digits: as of 8.31.22, thru 31.08.22, 8/31/22.

Versions and sections are written so too. The figures are a day where one of the first two can only be the day of a
month, or where both have two digits and words or the end of a line part them from all else; between points, such words
or an end are always needed.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.language.language import derived_up_to
from checker.values.calendar import century_of, day
from checker.values.lexicon import listed
from checker.values.token import Token, figure

_DAY = re.compile(r"[(\[\"']*+(\d{1,2})([./])(\d{1,2})\2(\d{2})[)\]\"',.;:!?]*+")
_SHORTEST, _LONGEST = 6, 14
_MONTHS = 12
_WORDS = 2
_OPENING = "([\"'*_"
_PARTING = ("|", ":", "-", "(", ",")


def tokens(text: str, start: int, end: int, opens: int) -> tuple[Token, ...]:
    """The day, the month and the year that a word of the line that opens at ``opens`` is, else nothing."""
    if not _SHORTEST <= end - start <= _LONGEST:
        return ()
    match = _DAY.fullmatch(text, start, end)
    if match is None or not _is_day(match[1], match[3], match[4], match[2]):
        return ()
    cued = _is_cued(text, start, end, opens)
    certain = max(int(match[1]), int(match[3])) > _MONTHS
    if not cued and (match[2] == "." or not certain):
        return ()
    if not certain and not (len(match[1]) == len(match[3]) == 2):
        return ()
    line = text[opens:end]
    year = century_of(int(match[4]))
    first, second = (figure(line, match.start(n) - opens, match.end(n) - opens) for n in (1, 3))
    return first, second, Token("year", match.start(4) - opens, match.end(4) - opens, str(year), Decimal(year))


@derived_up_to(4096)
def _is_day(first: str, second: str, last: str, mark: str) -> bool:
    year, a, b = century_of(int(last)), int(first), int(second)
    return day(year, a, b) is not None or day(year, b, a) is not None


def _is_cued(text: str, start: int, end: int, opens: int) -> bool:
    """Whether a word that dates stands before the figures, or they are all that a line or a cell has."""
    before = text[max(opens, start - 32) : start].rstrip()
    if not before or before.endswith(_PARTING):
        return text[end : end + 3].lstrip(" ")[:1] in ("\n", "|", "")
    words = [word.lstrip(_OPENING) for word in before.lower().split(" ")[-_WORDS:]]
    cues = listed("calendar", "short_days")
    return words[-1] in cues or " ".join(words) in cues
