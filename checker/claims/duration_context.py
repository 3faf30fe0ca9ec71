"""Reads what the sentence of a duration says of what lasted so long: its dates, and the words that tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.thresholds import DURATION_FAR, DURATION_NEAR, DURATION_TELLING, DURATION_TO_DATE
from checker.language.canonical import canonical_quote
from checker.language.language import word_set
from checker.language.words import Word, stem, stopwords, words
from checker.model.claim import Claim
from checker.model.qualifiers import DateNearby, DurationContext

_AGES = word_set("language/lasting", "ages")
_AGED = word_set("language/lasting", "aged")
_BREAKS = word_set("language/lasting", "breaks")
_LEADS = word_set("language/lasting", "leads")
_BOUNDS = word_set("language/lasting", "bounds")
_FALLS = word_set("language/lasting", "falls")
_COARSE = word_set("language/lasting", "coarse")


def duration_context(quote: str, start: int, claim: Claim, claims: Sequence[Claim]) -> DurationContext:
    """What ``quote``, which starts at ``start``, says of the duration ``claim``; ``claims`` are all of the sentence."""
    at, end = claim.value.start - start, claim.value.end - start
    before, behind = words(quote, 0, at)[::-1], words(quote, end, len(quote))
    tells, others = _told(claim, before, behind)
    near = (*before[:DURATION_NEAR], *behind[:DURATION_NEAR])
    return DurationContext(
        near=tuple(sorted({stem(w.low) for w in near if w.is_word})),
        dates=tuple(_dates(quote, start, claim, claims)),
        before=_way(before),
        behind=_way(behind),
        alone=tells is not None,
        tells=tells or (),
        others=tells is not None and others,
    )


def _dates(quote: str, start: int, claim: Claim, claims: Sequence[Claim]) -> list[DateNearby]:
    at, end = claim.value.start - start, claim.value.end - start
    dates = {c.value.start: c.value for c in claims if c.value.kind == "date"}
    found = []
    for place in sorted(dates):
        date = dates[place]
        (_, first), (last, _) = sorted(((at, end), (date.start - start, date.end - start)))
        if last - first > DURATION_FAR:
            continue
        between = words(quote, first, last)
        telling = tuple(dict.fromkeys(stem(w.low) for w in between if w.capital or not _is_small(w)))
        if len(telling) <= DURATION_TO_DATE:
            clear = all(_is_small(w) and w.low not in _BREAKS for w in between)
            found.append(
                DateNearby(canonical_quote(date.text).text, clear and len(between) <= DURATION_TO_DATE, telling)
            )
    return found


def _way(way: Sequence[Word]) -> tuple[str, ...]:
    """Of the words on the way away from a duration, the names, and the first that tells what happened."""
    found = []
    for word in way[:DURATION_TO_DATE]:
        small = _is_small(word)
        if word.is_word and word.low not in stopwords() and (word.capital or not small):
            found.append(stem(word.low))
        if not small or word.text[0].isdigit() or (word.low in _BREAKS and word.low not in _LEADS):
            break
    return tuple(found)


def _told(claim: Claim, before: Sequence[Word], behind: Sequence[Word]) -> tuple[tuple[str, ...] | None, bool]:
    """What the sentence says beside names and the duration, and whether it names others.

    None where it says more, or bounds the duration by another time.
    """
    laid = (*before[::-1], *behind)
    falls = bool(before) and before[0].low in _FALLS and claim.value.unit in _COARSE
    if falls or any(w.low in _BOUNDS for w in laid):
        return None, False
    names = {w.low for w in words(claim.subject_name, 0, len(claim.subject_name))}
    telling = [w for w in laid if w.is_word and w.low not in names and w.low not in stopwords()]
    tells = tuple(dict.fromkeys(stem(w.low) for w in telling if not w.capital and w.low not in _AGED))
    return (tells if len(tells) <= DURATION_TELLING else None), any(w.capital for w in telling)


def _is_small(word: Word) -> bool:
    """Whether a word carries no meaning of its own here: a stop word, a mark, a figure, a name."""
    return not word.is_word or word.capital or word.low in _AGES or word.low in stopwords()
