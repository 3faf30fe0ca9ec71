"""Knows which texts speak of what a text of one sentence is about, by the names and words of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from checker.comparison.context import context_of
from checker.comparison.subjects import whole_of
from checker.language.characters import fold
from checker.language.words import cut, stem, stopwords
from checker.model.claim import UNNAMED, Claim, Record
from checker.model.rule import Rulebook

_MOST = 32
"""How many texts and subjects one word of a name is looked up in."""
_HONOUR = 3
_MARKS = str.maketrans("", "", ",():")


def told_of(records: Sequence[Record], claims: Sequence[Claim]) -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    """For each one-sentence text and subject, the texts in which all its names stand, each with the subject there."""
    single = single_of(records)
    if not single or len(records) < 2:
        return {}
    said = Said(records, claims, single)
    about: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for claim in claims:
        subject = whole_of(claim.subject)[0]
        for part in _parts(claim.subject):
            if len(about[part]) < _MOST and part not in stopwords():
                about[part][claim.source, subject] = None
    found: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    for claim in claims:
        key = claim.source, whole_of(claim.subject)[0]
        if claim.source in single and key not in found:
            near = {pair for part in _parts(claim.subject) for pair in about[part]}
            found[key] = frozenset(
                (text, subject)
                for text, subject in near
                if text != claim.source and one_name(key[1], subject) and said.told(claim.source, text)
            )
    return {key: texts for key, texts in found.items() if texts}


def one_name(left: str, right: str) -> bool:
    """The one name is the other, or a part of it, with letters of an honour behind it at most."""
    a, b = sorted((left.split("_"), right.split("_")), key=len)
    return a == b or _within(a, b) or _honoured(a, b) or _honoured(b, a)


def _honoured(plain: Sequence[str], glued: Sequence[str]) -> bool:
    """The second name is the first with the letters of an honour run into its end: "Clara Vossobe"."""
    behind = glued[-1].removeprefix(plain[-1])
    return len(plain) > 1 and plain[:-1] == glued[:-1] and behind != glued[-1] and len(behind) <= _HONOUR


def single_of(records: Sequence[Record]) -> set[str]:
    """The sources of which all claims stand in one sentence, or on one line of a fact sheet."""
    return {r.source.id for r in records if len({c.evidence.start for c in r.claims}) == 1}


class Said:
    """The name words of every text, and all its words, so that a question about two texts is a look-up."""

    def __init__(self, records: Sequence[Record], claims: Sequence[Claim], single: set[str]) -> None:
        self.single = single
        values: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._days: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.value.kind == "date" and claim.value.low:
                self._days[claim.source, claim.value.low].add(claim.attribute)
            values[claim.source] |= _lows(claim.value.text)
            self._words[claim.source] |= context_of(claim).all
        self._names: dict[str, set[str]] = {}
        for record in records:
            found = {w for name in record.names for w in name.split(" ")}
            for entity in record.entities:
                if entity.id != UNNAMED:
                    for name in (entity.name, *entity.aliases):
                        found |= {low for low in _lows(name) if low[0].isalpha()}
            self._names[record.source.id] = {stem(w) for w in found - values[record.source.id] - stopwords()}
            self._words[record.source.id] |= {stem(w) for w in found}

    def told(self, statement: str, text: str) -> bool:
        """Every name of the statement stands in the text; one that names nothing is told of a text as short."""
        names = self._names[statement]
        if not names and (text not in self.single or not self._names[text]):
            return False
        return names <= self._words[text]

    @staticmethod
    def part_of_name(claim: Claim) -> bool:
        """The number is one of the subject's name: the 36 of "Tram 36"."""
        digits = {low for low in _lows(claim.value.text) if low[0].isdigit()}
        return not digits.isdisjoint(_lows(claim.subject_name))

    def of_one_moment(self, claim: Claim, other: Claim, book: Rulebook) -> bool:
        """The day that the other's age is of is that of an event which the statement tells: his death."""
        day = other.scope.low
        events = self._days.get((other.source, day or ""), ())
        told = context_of(claim).all
        return any(
            told & {stem(word) for word in (*book.attributes[event].verbs, *book.attributes[event].nouns)}
            for event in events
            if event in book.attributes
        )

    def one_subject(self, left: Claim, right: Claim, of_people: bool) -> bool:
        """The subjects are one by name, each text having all words of both, or one text names nothing at all.

        A person may go without a middle name; beside a longer text, the one name may be part of the other.
        """
        if not self._names[left.source] or not self._names[right.source]:
            return True
        a, b = _parts(left.subject), _parts(right.subject)
        if a == b or (of_people and (a[0], a[-1]) == (b[0], b[-1])) or _honoured(a, b):
            return True
        if right.source not in self.single and (_within(a, b) or _within(b, a)):
            return True
        both = {stem(word) for word in (*a, *b) if word not in stopwords()}
        return both <= self._words[left.source] and both <= self._words[right.source]


@lru_cache(maxsize=16384)
def _parts(subject: str) -> tuple[str, ...]:
    """The words of the subject's name."""
    return tuple(whole_of(subject)[0].translate(_MARKS).split("_"))


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """The words of the one name stand in the other, side by side."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


@lru_cache(maxsize=16384)
def _lows(text: str) -> frozenset[str]:
    """The words and marks of a text, lower case."""
    return frozenset(map(str.lower, cut(fold(text))[1]))
