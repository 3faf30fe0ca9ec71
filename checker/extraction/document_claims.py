"""Reads one document for a person to judge: its claims, what it may be about, and the values that it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import claims, limits, values
from checker.extraction.extract_one import Extractor, UnreadSource, document_of, late
from checker.extraction.outside_dates import outside_dates
from checker.extraction.text_positions import as_given
from checker.language.language import using
from checker.linguistics.document_entities import named_entities
from checker.linguistics.ranking import probabilities
from checker.linguistics.topic_detection import rank_topics
from checker.model.claim import UNNAMED
from checker.model.user_error import Unreadable

if TYPE_CHECKING:
    from checker.corpus import Corpus
    from checker.inputs import Input
    from checker.model.claim import Claim
    from checker.model.document import Document
    from checker.model.period import Period
    from checker.model.rule import Rulebook

_EVERY_VALUE = 0.0
"""So likely at least does a value have to state something, for none to be left out."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that a document may be about, and how likely, from 0 to 1."""

    name: str | None
    """None stands for something that the document never names."""
    likelihood: float


@dataclass(frozen=True, slots=True)
class DocumentClaims:
    """What was read from one document."""

    text: str
    claims: tuple[Claim, ...]
    """In order of place, as people corrected them in a claims file that there is."""
    topics: tuple[Topic, ...]
    """The likeliest first."""
    period: Period | None
    """When it is from, or what it reports on."""
    values: int
    """How many values the text states, those included that no claim is made of."""
    left_out: tuple[Claim, ...]
    """A claim of each value that states nothing, as it would have been read, in order of place."""


def claims_of(corpus: Corpus, given: Input) -> DocumentClaims:
    """What is read from one file of a corpus; nothing is written. Raises Unreadable with the reason."""
    extractor = Extractor(corpus, stored=True)
    found = extractor.read(given)
    where = given.source.path or given.source.id
    if isinstance(found, UnreadSource):
        raise Unreadable(where, found.reason, found.trace)
    most = extractor.most(given)
    try:
        with limits.within(most), using(corpus.language):
            document = document_of(corpus.reading(given))
            mentions = values.find(document.plain, document.text)
            outside = outside_dates(document.source)
            book, lexicon = corpus.rulebook, extractor.lexicon
            stating, every = (
                as_given(claims.extract_claims(document, mentions, book, lexicon, least, outside), document)
                for least in (None, _EVERY_VALUE)
            )
            period = claims.period_of(document, mentions, [mention.start for mention in mentions], outside)
            topics = _topics(document, corpus.rulebook)
    except limits.Late as error:
        raise Unreadable(where, late(most)) from error
    return DocumentClaims(
        found.text,
        tuple(sorted(found.record.claims, key=lambda c: (c.value.start, c.value.end, c.attribute, c.id))),
        topics,
        period,
        len(mentions),
        _left_out(every.claims, stating.claims),
    )


def _topics(document: Document, rulebook: Rulebook) -> tuple[Topic, ...]:
    ranked = rank_topics(document, *named_entities(document, rulebook.entities))
    likely = probabilities([one.score for one in ranked])
    names = (one.entity.name if one.entity.key != UNNAMED else None for one in ranked)
    return tuple(map(Topic, names, likely))


def _left_out(every: Iterable[Claim], stating: Iterable[Claim]) -> tuple[Claim, ...]:
    kept = {(claim.value.start, claim.value.end) for claim in stating}
    found = {(claim.value.start, claim.value.end): claim for claim in every}
    return tuple(found[place] for place in sorted(found.keys() - kept))
