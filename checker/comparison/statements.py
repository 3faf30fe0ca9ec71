"""Holds a text of one sentence against what another text says of the same things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.comparison import ladder, scopes
from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.context import context_of, distributed
from checker.comparison.relation import related
from checker.comparison.subjects import whole_of
from checker.comparison.support import Support
from checker.language.characters import fold
from checker.language.words import Word, stem, stopwords, words
from checker.model.claim import UNNAMED, Claim, Record
from checker.model.comparison import Comparison
from checker.model.rule import Rulebook

_GROUP = 32
"""How many claims of one attribute are looked at, of any number of texts."""
_POINTS = 2
_UNSAID = {"negated", "hypothetical", "requested", "projected"}


def against(
    records: Sequence[Record], claims: Sequence[Claim], support: Support, book: Rulebook
) -> Iterator[Comparison]:
    """Conflicts of one-sentence texts with texts in which all their names stand, value by value."""
    single = {r.source.id for r in records if len({c.evidence.start for c in r.claims}) == 1}
    if not single or len(records) < 2:
        return
    said = _Said(records, claims)
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.attribute not in NEVER_ALONE and claim.value.kind != "text":
            groups[claim.attribute, _family(claim)].append(claim)
    for key in sorted(groups):
        members = groups[key]
        for claim in [c for c in members if c.source in single][:_GROUP]:
            yield from _of_statement(claim, members[:_GROUP], said, support, book)


def _family(claim: Claim) -> str:
    kind = claim.value.kind
    if kind in {"count", "number"}:
        return "count"
    return f"money {claim.value.unit}" if kind == "money" else kind


def _of_statement(
    claim: Claim, members: Sequence[Claim], said: _Said, support: Support, book: Rulebook
) -> Iterator[Comparison]:
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for other in members:
        if other.source != claim.source and _comparable(claim, other) and said.one_subject(claim, other):
            by_source[other.source].append(other)
    entry = book.attributes.get(claim.attribute)
    for source, others in sorted(by_source.items()):
        if not said.told(claim.source, source):
            continue
        relations = [ladder.values(claim.value, other.value) for other in others]
        if any(relation != "conflict" for relation, _ in relations):
            continue
        if (entry is None or entry.holds == "many") and len({(o.value.low, o.value.high) for o in others}) > 1:
            continue
        if any(support.says_both(claim, other) for other in others):
            continue
        best = max(range(len(others)), key=lambda n: (len(_shared(claim, others[n])), -n))
        changing = entry is not None and entry.holds in {"per_time", "growing"}
        if changing and claim.value.kind == "duration":
            continue
        if changing and not _shared(claim, others[best]):
            continue
        reason = f"a statement and its text, {relations[best][1]}"
        yield related(claim, others[best], "conflict", reason, _POINTS)


def _comparable(claim: Claim, other: Claim) -> bool:
    """Nothing of what the two say keeps their values apart."""
    a, b = claim.scope, other.scope
    return (
        not {claim.modality, other.modality} & _UNSAID
        and scopes.same_time(claim, other) is not False
        and not (a.place and b.place and a.place != b.place)
        and a.population == b.population
        and a.stage == b.stage
        and claim.value.per == other.value.per
        and distributed(claim) == distributed(other)
    )


def _shared(left: Claim, right: Claim) -> frozenset[str]:
    return context_of(left).near & context_of(right).near


class _Said:
    """The name words of every text, and all its words, so that a question about two texts is a look-up."""

    def __init__(self, records: Sequence[Record], claims: Sequence[Claim]) -> None:
        values: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            values[claim.source] |= {w.low for w in _words(claim.value.text)}
            self._words[claim.source] |= context_of(claim).all
        self._names: dict[str, set[str]] = {}
        for record in records:
            found = {w for name in record.names for w in name.split(" ")}
            for entity in record.entities:
                if entity.id != UNNAMED:
                    found |= {w.low for name in (entity.name, *entity.aliases) for w in _words(name) if w.is_word}
            self._names[record.source.id] = {stem(w) for w in found - values[record.source.id] - stopwords()}
            self._words[record.source.id] |= {stem(w) for w in found}

    def told(self, statement: str, text: str) -> bool:
        """Every name of the statement stands in the text."""
        names = self._names[statement]
        return names <= self._words[text]

    def one_subject(self, left: Claim, right: Claim) -> bool:
        """The names of the two subjects share a word, or one text names nothing at all."""
        if not self._names[left.source] or not self._names[right.source]:
            return True
        a, b = whole_of(left.subject)[0], whole_of(right.subject)[0]
        return a == b or bool(set(a.split("_")) & set(b.split("_")) - stopwords())


def _words(text: str) -> list[Word]:
    plain = fold(text)
    return words(plain, 0, len(plain))
