"""Goes over the tokens once and keeps, at each, the longest value that a reader makes of it."""

from __future__ import annotations

from checker.model.value import Mention
from checker.values import counts, date_ranges, durations, measures, money, noise, percentages, ratios
from checker.values.draft import Draft
from checker.values.numerals import ranged
from checker.values.reading import Reading
from checker.values.tokens import BREAK

_UNITED = (money.read, percentages.read, durations.read, measures.read)
_DATED = frozenset(("month", "decade", "decade word", "quarter", "half", "season", "fiscal", "academic", "event"))


def find(plain: str, text: str, *, explain: bool = False) -> list[Mention]:
    """The mentions of folded ``plain``, their text cut from ``text``."""
    reading = Reading.of(_parted(plain, text))
    found: list[Mention] = []
    i = 0
    covered = 0
    while i < len(reading.tokens):
        draft = _read(reading, i)
        if draft is None or draft.start < covered or draft.end <= draft.start:
            i = max(i + 1, _skipped(reading, i))
            continue
        found.append(draft.mention(text))
        covered = draft.end
        i = draft.next
        while i < len(reading.tokens) and reading.tokens[i].start < covered:
            i += 1
    return found


def _parted(plain: str, text: str) -> str:
    """``plain`` with long dashes told from hyphens, except between digits."""
    if "—" not in text:
        return plain
    parts = plain.split("-")
    at = text.find("—")
    characters = list(plain)
    while at >= 0:
        if not (plain[at - 1 : at].isdigit() and plain[at + 1 : at + 2].isdigit()):
            characters[at] = BREAK
        at = text.find("—", at + 1)
    return "".join(characters) if parts else plain


def _skipped(reading: Reading, i: int) -> int:
    return i + 1


def _read(reading: Reading, i: int) -> Draft | None:
    token = reading.tokens[i]
    kind = token.kind
    if kind in ("num", "quarter") and noise.is_name(reading, i):
        return None
    if kind == "relative":
        return _relative(reading, i)
    date = None if kind == "indefinite" else date_ranges.read(reading, i)
    if kind in _DATED:
        return date
    number = _number(reading, i)
    if date is None or number is None:
        return number or date
    return number if number.end > date.end and number.kind not in ("number", "count") else date


def _relative(reading: Reading, i: int) -> Draft:
    token = reading.tokens[i]
    return Draft("date", token.start, token.end, None, None, i + 1, relative=True)


def _number(reading: Reading, i: int) -> Draft | None:
    token = reading.tokens[i]
    if token.kind == "nth":
        return ratios.rank(reading, i)
    score = ratios.score(reading, i, None) if token.kind == "num" else None  # type: ignore[arg-type]
    if score is not None:
        return score
    found = ranged(reading, i)
    if found is None:
        return ratios.rank(reading, i) if token.kind == "ordinal" else None
    for read in _UNITED:
        draft = read(reading, i, found)
        if draft is not None:
            break
    else:
        draft = ratios.ratio(reading, i, found) or ratios.multiple(reading, i, found) or counts.read(reading, i, found)
    if draft is not None and not (draft.kind == "date"):
        draft.modify(reading.text)
    return draft
