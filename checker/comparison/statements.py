"""Holds a text of one sentence against what another text says of the same things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.comparison import ladder, scopes
from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.context import context_of, distributed
from checker.comparison.relation import related
from checker.comparison.subjects import whole_of
from checker.comparison.support import Support
from checker.language.characters import fold
from checker.language.words import cut, noun_class, stem, stopwords
from checker.model.claim import UNNAMED, Claim, Record
from checker.model.comparison import Comparison
from checker.model.rule import Rulebook

_GROUP = 32
"""How many claims of one attribute are looked at, of any number of texts."""
_ROW = 6
"""Content words of a fact sheet's row at most; a sentence as long says more of its amount than what is counted."""
_POINTS = 2
_UNSAID = {"negated", "hypothetical", "requested", "projected"}


def against(
    records: Sequence[Record], claims: Sequence[Claim], support: Support, book: Rulebook
) -> Iterator[Comparison]:
    """Conflicts of one-sentence texts with texts in which all their names stand, value by value."""
    single = _single(records)
    if not single or len(records) < 2:
        return
    said = _Said(records, claims, single)
    groups = _grouped(claims)
    for claim in claims:
        if claim.source not in single or claim.attribute in NEVER_ALONE or claim.value.kind == "text":
            continue
        seen: set[str] = set()
        for key in _keys(claim, book):
            members = [c for c in groups.get(key, ())[:_GROUP] if c.source not in seen]
            seen |= {c.source for c in members}
            yield from _of_statement(claim, members, key[0] == claim.attribute, said, support, book)


def told_of(records: Sequence[Record], claims: Sequence[Claim]) -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    """For each one-sentence text and subject, the texts in which all its names stand, each with the subject there."""
    single = _single(records)
    if not single or len(records) < 2:
        return {}
    said = _Said(records, claims, single)
    about: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for claim in claims:
        subject = whole_of(claim.subject)[0]
        for part in _parts(claim.subject):
            if len(about[part]) < _GROUP and part not in stopwords():
                about[part][claim.source, subject] = None
    found: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    for claim in claims:
        key = claim.source, whole_of(claim.subject)[0]
        if claim.source in single and key not in found:
            near = {pair for part in _parts(claim.subject) for pair in about[part]}
            found[key] = frozenset(
                (text, subject)
                for text, subject in near
                if text != claim.source and _one_name(key[1], subject) and said.told(claim.source, text)
            )
    return {key: texts for key, texts in found.items() if texts}


def _one_name(left: str, right: str) -> bool:
    """The one name is the other, or a part of it, with letters of an honour behind it at most."""
    a, b = sorted((left.split("_"), right.split("_")), key=len)
    return a == b or _within(a, b) or (a[:-1] == b[:-1] and b[-1].startswith(a[-1]) and len(a) > 1)


def _single(records: Sequence[Record]) -> set[str]:
    return {r.source.id for r in records if len({c.evidence.start for c in r.claims}) == 1}


def _grouped(claims: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Claims by attribute and by what they count, each with their kind."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        family = _family(claim)
        groups[claim.attribute, family].append(claim)
        if family == "count" and claim.open:
            for noun in {noun_class(claim.value.unit or ""), claim.attribute} - {""}:
                groups[f"of {noun}", family].append(claim)
    return groups


def _keys(claim: Claim, book: Rulebook) -> list[tuple[str, str]]:
    """Where the claims stand that may say the same: under its attribute, under one like it, under the noun counted."""
    family, entry = _family(claim), book.attributes.get(claim.attribute)
    keys = [(claim.attribute, family)]
    keys += [(other, family) for other in (entry.compare.also if entry else ())]
    if family == "count" and claim.open and claim.value.unit:
        keys += [(f"of {noun}", family) for noun in (noun_class(claim.value.unit), stem(claim.value.unit))]
    return keys


def _family(claim: Claim) -> str:
    kind = claim.value.kind
    if kind in {"count", "number"}:
        return "count"
    return f"money {claim.value.unit}" if kind == "money" else kind


def _of_statement(
    claim: Claim, members: Sequence[Claim], same: bool, said: _Said, support: Support, book: Rulebook
) -> Iterator[Comparison]:
    entry = book.attributes.get(claim.attribute)
    of_people = entry is not None and "person" in entry.applies_to
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for other in members:
        if (
            other.source != claim.source
            and said.told(claim.source, other.source)
            and _comparable(claim, other)
            and said.one_subject(claim, other, of_people)
        ):
            by_source[other.source].append(other)
    for _, others in sorted(by_source.items()):
        if not same:
            others = [o for o in others if len(context_of(o).all) <= _ROW]
        if not others or said.part_of_name(claim) or said.part_of_name(others[0]):
            continue
        relations = [ladder.values(claim.value, other.value) for other in others]
        if any(relation != "conflict" for relation, _ in relations):
            continue
        if (not same or entry is None or entry.holds == "many") and len(
            {(o.value.low, o.value.high) for o in others}
        ) > 1:
            continue
        if any(support.says_both(claim, other) for other in others):
            continue
        best = max(range(len(others)), key=lambda n: (len(_shared(claim, others[n])), -n))
        changing = entry is not None and entry.holds in {"per_time", "growing"}
        if changing and claim.value.kind == "duration" and not said.of_one_moment(claim, others[best], book):
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
        if a == b or (of_people and (a[0], a[-1]) == (b[0], b[-1])):
            return True
        if right.source not in self.single and (_within(a, b) or _within(b, a)):
            return True
        both = {stem(word) for word in (*a, *b) if word not in stopwords()}
        return both <= self._words[left.source] and both <= self._words[right.source]


@lru_cache(maxsize=16384)
def _parts(subject: str) -> tuple[str, ...]:
    """The words of the subject's name."""
    return tuple(whole_of(subject)[0].replace(",", "").split("_"))


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """The words of the one name stand in the other, side by side."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


@lru_cache(maxsize=16384)
def _lows(text: str) -> frozenset[str]:
    """The words and marks of a text, lower case."""
    return frozenset(map(str.lower, cut(fold(text))[1]))
