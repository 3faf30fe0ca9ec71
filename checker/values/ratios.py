"""Ratios, multiples, scores and ranks."""

from __future__ import annotations

from checker.values.draft import Draft
from checker.values.lexicon import listed, mapped
from checker.values.numerals import Quantity, plain
from checker.values.numerals import _divided as divided
from checker.values.reading import Reading
from checker.values.tokens import Token


def ratio(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """3:1, 6-to-1, one in five, two out of three."""
    tokens, j = reading.tokens, found.next
    if j >= len(tokens) or found.single is None or tokens[j].kind not in ("num", "units", "teens", "tens", "hundreds"):
        return None
    gap, other = reading.gap(j - 1), tokens[j]
    if gap == ":" or gap == "-to-" or gap == " : ":
        if other.value == 0 or not other.is_plain and other.kind == "num" and other.places == 0:
            return None
        value = divided(found.low, other.value)
    elif gap in (" in ", " out of ", " in every ", " out of every "):
        if not 0 < found.low < other.value or other.is_year or other.value > 1000000 or not _is_share(reading, found, other, gap):
            return None
        value = divided(found.low, other.value)
    else:
        return None
    draft = Draft("ratio", found.start, other.end, plain(value), plain(value), j + 1)
    return draft


def _is_share(reading: Reading, found: Quantity, other: Token, gap: str) -> bool:
    if "out" in gap or "every" in gap:
        return True
    word, _, _ = reading.word_after(other.end)
    low = word.lower()
    round_number = other.value in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10000, 100000, 1000000)
    timely = low in ("years", "months", "days", "weeks", "hours", "minutes", "decades", "boxes", "seconds")
    return found.low <= 10 and round_number and not timely and (found.single is None or found.single.kind == "units" or found.low == 1)


def multiple(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """2.5x, three times, threefold."""
    text, end = reading.text, found.end
    window = text[end : end + 7].lower()
    for form in ("x", "-fold", "fold", " fold", " times", "-times"):
        if window.startswith(form) and not window[len(form) : len(form) + 1].isalnum():
            if form == "x" and text[end - 1] == " ":
                continue
            return Draft("multiple", found.start, end + len(form), plain(found.low), plain(found.high), found.next, None, found.modifier)
    return None


def score(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """3-2 after won, beat, by a vote of."""
    tokens, j = reading.tokens, i + 1
    token = tokens[i]
    if j >= len(tokens) or not token.is_plain or not tokens[j].is_plain or reading.gap(i) != "-":
        return None
    if len(token.text) > 3 or len(tokens[j].text) > 3:
        return None
    window = reading.text[max(0, token.start - 32) : token.start].lower().split()
    behind = reading.text[tokens[j].end : tokens[j].end + 16].lower().split()[:2]
    cues = listed("ratios", "score_cues")
    if not any(word.strip(".,;()") in cues for word in (*window[-4:], *behind)):
        return None
    low, high = sorted((token.value, tokens[j].value))
    return Draft("score", token.start, tokens[j].end, plain(low), plain(high), j + 1)


def word_multiple(reading: Reading, i: int) -> Draft | None:
    """Twice, doubled."""
    token = reading.tokens[i]
    value = mapped("ratios", "multiples")[token.text.lower()]
    return Draft("multiple", token.start, token.end, value, value, i + 1)


def rank(reading: Reading, i: int) -> Draft | None:
    """Eighth in the nation, third largest, ranked 12th: an ordinal that states a place."""
    token, text = reading.tokens[i], reading.text
    word, _ = reading.word_before(token.start)
    cued = word in listed("ratios", "rank_cues")
    after = text[token.end : token.end + 40].lower()
    if not cued and not (after.startswith(" in ") and after[4:8].isdigit()) and not any(_starts(after, place) for place in listed("ratios", "places")):
        return None
    if not cued and after.startswith(" in ") and after[4:8].isdigit() and not after[8:9].isalnum():
        cued = token.value > 1
    if token.value == 1 and not cued and not _starts(after, "place") and not _starts(after, "in the nation"):
        return None
    if text[token.end : token.end + 1] == "-" and not after.startswith(("-largest", "-most", "-highest", "-place", "-ranked")):
        return None
    return Draft("ordinal", token.start, token.end, plain(token.value), plain(token.value), i + 1)


def _starts(after: str, words: str) -> bool:
    return after[1:].startswith(words) and after[:1] in " -" and not after[1 + len(words) : 2 + len(words)].isalpha()
