"""Knows which texts speak of what a text of one sentence is about, by the names and words of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.comparison.sentences import sentence_of
from checker.comparison.thresholds import HONOUR_LETTERS, TEXTS_NAMING
from checker.language.characters import fold
from checker.language.language import derived_up_to
from checker.language.names import fold as folded
from checker.language.names import reporters
from checker.language.words import cut, stem, stopwords
from checker.model.claim import UNNAMED, Claim, Record
from checker.model.rule_input import TextSubject

_MARKS = str.maketrans("", "", ",():")


def texts_naming(records: Sequence[Record], claims: Sequence[Claim]) -> dict[TextSubject, frozenset[TextSubject]]:
    """For each one-sentence text and subject, the texts in which all its names stand, each with the subject there."""
    single = single_of(records)
    if not single or len(records) < 2:
        return {}
    names = NameIndex(records, claims, single)
    about: dict[str, dict[TextSubject, None]] = defaultdict(dict)
    for claim in claims:
        subject = claim.subject.whole
        for part in _parts(claim.subject.entity):
            if len(about[part]) < TEXTS_NAMING and part not in stopwords():
                about[part][claim.source, subject] = None
    found: dict[TextSubject, frozenset[TextSubject]] = {}
    for claim in claims:
        key = claim.source, claim.subject.whole
        if claim.source in single and key not in found:
            near = {pair for part in _parts(claim.subject.entity) for pair in about[part]}
            found[key] = frozenset(
                (text, subject)
                for text, subject in near
                if text != claim.source
                and one_name(key[1].entity, subject.entity)
                and names.all_stand_in(claim.source, text)
            )
    return {key: texts for key, texts in found.items() if texts}


def one_name(left: str, right: str) -> bool:
    """The one name is the other, or a part of it, with letters of an honour behind it at most."""
    a, b = sorted((left.split("_"), right.split("_")), key=len)
    return a == b or _within(a, b) or _honoured(a, b) or _honoured(b, a)


def _honoured(plain: Sequence[str], glued: Sequence[str]) -> bool:
    """The second name is the first with the letters of an honour run into its end: "Clara Vossobe"."""
    behind = glued[-1].removeprefix(plain[-1])
    return len(plain) > 1 and plain[:-1] == glued[:-1] and behind != glued[-1] and len(behind) <= HONOUR_LETTERS


def single_of(records: Sequence[Record]) -> set[str]:
    """The sources of which all claims stand in one sentence, or on one line of a fact sheet."""
    return {r.source.id for r in records if len({c.evidence.start for c in r.claims}) == 1}


class NameIndex:
    """The name words of every text, and all its words, so that a question about two texts is a look-up.

    Who only reports a figure is no name of what a text is about.
    """

    def __init__(self, records: Sequence[Record], claims: Sequence[Claim], single: set[str]) -> None:
        self.single = single
        values: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            values[claim.source] |= lower_forms(claim.value.text)
            self._words[claim.source] |= sentence_of(claim).content
        self._names: dict[str, set[str]] = {}
        for record in records:
            found = {w for name in record.names - reporters() for w in name.split(" ")} - values[record.source.id]
            for entity in record.entities:
                if entity.id != UNNAMED and folded(entity.name) not in reporters():
                    for name in (entity.name, *entity.aliases):
                        found |= {low for low in lower_forms(name) if low[0].isalpha()}
            self._names[record.source.id] = {stem(w) for w in found - stopwords()}
            self._words[record.source.id] |= {stem(w) for w in found}

    def all_stand_in(self, statement: str, text: str) -> bool:
        """Every name of the statement stands in the text; one that names nothing is told of a text as short."""
        names = self._names[statement]
        if not names and (text not in self.single or not self._names[text]):
            return False
        return names <= self._words[text]


@derived_up_to(16384)
def _parts(entity: str) -> tuple[str, ...]:
    """The words of the subject's name."""
    return tuple(entity.translate(_MARKS).split("_"))


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """The words of the one name stand in the other, side by side."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


@derived_up_to(16384)
def lower_forms(text: str) -> frozenset[str]:
    """The words and marks of a text, lower case."""
    return frozenset(map(str.lower, cut(fold(text))[1]))
