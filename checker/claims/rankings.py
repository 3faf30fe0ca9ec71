"""Reads which set or list a place is a place in: ``the second longest bridge in Tern County``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.claims.thresholds import JOINT_CHARACTERS, RANKING_REACH, RANKING_SET
from checker.language.language import derived, table, word_set
from checker.language.names import fold, places
from checker.language.words import Word, noun_class, singular, stem, stopwords, words
from checker.model.claim import Claim
from checker.model.qualifiers import Ranking

_RANKS = word_set("language/rankings", "ranks")
_SUPERLATIVES = word_set("language/rankings", "superlatives")
_NEVER = word_set("language/rankings", "never")
_BREAKS = word_set("language/rankings", "breaks")
_PAST = word_set("language/rankings", "past")
_SHARED = word_set("language/rankings", "shared")
KINDS = frozenset({"ordinal", "number"})
"""The kinds of value that may be a place."""


def may_rank(lower_forms: Iterable[str]) -> bool:
    """Whether a sentence of these words can name a set or a list at all."""
    return any(_is_superlative(low) or singular(low) in _lists() for low in lower_forms)


def ranking_of(quote: str, start: int, claim: Claim) -> Ranking | None:
    """The set or list that the clause around a place names; None where it names none for sure."""
    if claim.value.kind not in KINDS or claim.value.low is None or claim.value.low != claim.value.high:
        return None
    at, end = claim.value.start - start, claim.value.end - start
    ahead = _clause(words(quote, end, len(quote)))
    behind = _clause(words(quote, 0, at)[::-1])
    subject = frozenset(fold(claim.subject_name).split())
    naming = [w for w in (*ahead, *behind) if _names_ranking(w, subject)]
    ranking = sorted({stem(noun_class(w.low)) for w in naming})
    if ahead and _is_superlative(ahead[0].low):
        sure = len(ranking) > RANKING_SET
    else:
        sure = any(singular(w.low) in _lists() for w in naming) and any(_is_name(w) for w in naming)
    if not sure:
        return None
    near = words(quote, max(0, at - JOINT_CHARACTERS), min(len(quote), end + JOINT_CHARACTERS))
    return Ranking(
        tuple(ranking),
        joint=any(w.low in _SHARED for w in near),
        past=any(w.low in _PAST for w in (*ahead, *behind)),
        named=any(w.capital and fold(w.text) in subject for w in words(quote, 0, len(quote))),
    )


def _clause(way: Sequence[Word]) -> list[Word]:
    found = []
    for word in way[:RANKING_REACH]:
        if word.low in _BREAKS:
            break
        found.append(word)
    return found


def _names_ranking(word: Word, subject: frozenset[str]) -> bool:
    """The word names the ranking: it is no word of the thing itself, of being ranked, or of every clause."""
    if not word.is_word or word.low in stopwords() or word.low in _RANKS:
        return False
    return word.low not in subject or not word.capital


def _is_name(word: Word) -> bool:
    """A name that is not that of a place: a place may have many rankings."""
    return word.capital and fold(word.text) not in places() and singular(word.low) not in _lists()


def _is_superlative(low: str) -> bool:
    return low in _SUPERLATIVES or (low.endswith("est") and low not in _NEVER)


@derived
def _lists() -> frozenset[str]:
    nouns = table("language/rankings")["lists"]
    return frozenset((*nouns, *map(singular, nouns)))
