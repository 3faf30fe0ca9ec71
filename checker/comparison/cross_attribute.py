"""Holds a text of one sentence against what another text says of the same things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker import value_relation
from checker.comparison import scope_overlap
from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.comparison_rows import related
from checker.comparison.entity_evidence import EntityEvidence
from checker.comparison.events import of_other_extent
from checker.comparison.name_containment import NameIndex, part_of_name, single_of
from checker.comparison.profiles import profile_of
from checker.comparison.statement_scope import comparable, same_extent, shared, stand
from checker.comparison.thresholds import LABEL_WORDS, ROW_WORDS, STATEMENT_CLAIMS, SUPPORT_OF_STATEMENT, UNNAMED_WORDS
from checker.language import verbs
from checker.language.language import derived, table, word_set
from checker.language.words import LISTED, noun_class, stem
from checker.model.claim import Claim, Record
from checker.model.comparison import Comparison
from checker.model.kinds import KINDS, family
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import Rulebook

_NAMED = frozenset({"duration", "money", "measure", "date"})
"""Kinds of values that a word of the sentence may name the attribute of, whatever the subject seems to be."""
_BOUNDING = word_set("language/clauses", "bounding")
_TWO = 2


def against(
    records: Sequence[Record], claims: Sequence[Claim], support: EntityEvidence, book: Rulebook
) -> Iterator[Comparison]:
    """Conflicts of one-sentence texts with texts in which all their names stand, value by value."""
    single = single_of(records)
    if not single or len(records) < 2:
        return
    names = NameIndex(records, claims, single)
    groups = _grouped(claims)
    sources = {key: {c.source for c in members} for key, members in groups.items()}
    named = _named(book)
    for claim in claims:
        if claim.source not in single or claim.attribute in NEVER_ALONE or claim.value.kind == "text":
            continue
        seen: set[str] = set()
        for key in _keys(claim, book, named):
            if key not in groups:
                continue
            members = [c for c in groups[key][:STATEMENT_CLAIMS] if c.source not in seen]
            seen |= {c.source for c in members}
            alone = len(sources[key] | {claim.source}) == _TWO
            yield from _of_statement(claim, members, key[0], alone, names, support, book)


def _counts(book: Rulebook, attribute: str, claim: Claim) -> bool:
    """Whether the attribute is told in the claim's unit, and in none of the words that never tell it."""
    entry = book.attributes[attribute]
    return (not entry.units or claim.value.unit in entry.units) and not any(map(profile_of(claim).says, entry.never))


def _grouped(claims: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Claims by attribute and by what they count, each with their kind."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        kind = _family(claim)
        groups[claim.attribute, kind].append(claim)
        for noun in _counted().get(claim.attribute.removeprefix(LISTED), ()) if listed(claim) else ():
            groups[f"listed {noun}", kind].append(claim)
        if kind == "count" and claim.open:
            for noun in {noun_class(claim.value.unit or ""), claim.attribute} - {""}:
                groups[f"of {noun}", kind].append(claim)
        for attribute in _loosely(claim):
            groups[attribute, kind].append(claim)
    return groups


def _named(book: Rulebook) -> dict[tuple[str, str], list[str]]:
    """The attributes that a word names, by its stem and the kind of value, and those compared with one, by "".

    What may be said under either name is looked for under the other from both sides.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for identity, entry in book.attributes.items():
        words = {form for verb in entry.verbs for form in verbs.forms(verb)} | set(entry.nouns)
        words = set() if entry.value == "date" and entry.holds != "once" else words
        for low in {stem(word) for word in words if " " not in word}:
            found[low, entry.value].append(identity)
        for other in entry.compare.also:
            found[other, ""].append(identity)
    return found


def _keys(claim: Claim, book: Rulebook, named: Mapping[tuple[str, str], Sequence[str]]) -> list[tuple[str, str]]:
    """Where the claims stand that may say the same: under its attribute, under one like it, under the noun counted."""
    kind, entry = _family(claim), book.attributes.get(claim.attribute)
    loose = [other for other in _loosely(claim) if other not in book.attributes or _counts(book, other, claim)]
    keys = [(claim.attribute, kind), *((other, kind) for other in loose)]
    keys += [(other, kind) for other in (entry.compare.also if entry else ())]
    keys += [(other, kind) for other in named.get((claim.attribute, ""), ())]
    if kind == "count":
        nouns = dict.fromkeys(noun_class(low) for low in (claim.value.noun, claim.value.unit, claim.attribute) if low)
        keys = [*((f"listed {noun}", kind) for noun in nouns), *keys]
    if claim.open and claim.value.kind in _NAMED:
        stems = claim.attribute.split("__")
        others = [o for low in stems for o in named.get((low, claim.value.kind), ()) if _counts(book, o, claim)]
        keys += [(other, kind) for other in others]
        keys += [(like, kind) for other in others for like in book.attributes[other].compare.also]
    if claim.open and claim.attribute == "date":
        keys.append(("event_date", kind))
    if kind == "count" and claim.open and claim.value.unit:
        keys += [(f"of {noun}", kind) for noun in (noun_class(claim.value.unit), stem(claim.value.unit))]
    return keys


@derived
def _by_word() -> dict[tuple[str, str], tuple[str, ...]]:
    """By kind of value, and by the stem of a verb or by a counted noun: the attributes that it may state."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for kind, attributes in table("language/loosely").items():
        for attribute, words in attributes.items():
            stems = {stem(form) for word in words for form in verbs.forms(word)}
            for one in sorted(words if kind == "count" else stems):
                found[kind, one] = (*found.get((kind, one), ()), attribute)
    return found


def _loosely(claim: Claim) -> tuple[str, ...]:
    """The vocabulary's attributes that an open one may stand for: by its verb, or by all that is counted."""
    if not claim.open:
        return ()
    verb = claim.attribute.rpartition("__")[2]
    return _by_word().get((claim.value.kind, verb if claim.value.kind != "count" else claim.value.noun or ""), ())


def _family(claim: Claim) -> str:
    kind = claim.value.kind
    return f"{kind} {claim.value.unit}" if KINDS[kind].unit == "fixed" else family(kind)


def _of_statement(
    claim: Claim,
    members: Sequence[Claim],
    attribute: str,
    alone: bool,
    names: NameIndex,
    support: EntityEvidence,
    book: Rulebook,
) -> Iterator[Comparison]:
    same = attribute == claim.attribute or attribute in _loosely(claim)
    entry = book.attributes.get(attribute if claim.open else claim.attribute)
    counts_people = entry is not None and "person" in entry.applies_to
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for other in members:
        if (
            other.source != claim.source
            and names.all_stand_in(claim.source, other.source)
            and comparable(claim, other)
            and not of_other_extent(claim, other)
            and not scope_overlap.of_a_part(claim, other)
            and not (entry is not None and "unit" in entry.compare.one_value_per and _of_another_kind(claim, other))
            and names.one_subject(claim, other, counts_people, alone)
        ):
            by_source[other.source].append(other)
    for _, others in sorted(by_source.items()):
        if not same and not listed(others[0]):
            others = [o for o in others if len(profile_of(o).content) <= ROW_WORDS]
        if not others or part_of_name(claim) or part_of_name(others[0]):
            continue
        others = same_extent(claim, others)
        relations = [stand(claim, other) for other in others]
        if any(relation != "conflict" for relation, _ in relations):
            continue
        if (not same or entry is None or entry.holds == "many") and not _one_value(others):
            continue
        if not listed(others[0]) and any(support.says_both(claim, other) for other in others):
            continue
        best = max(range(len(others)), key=lambda n: (len(shared(claim, others[n])), -n))
        changing = entry is not None and entry.holds in {"per_time", "growing"}
        if changing and others[best].scope.low is None and _of_another_year(claim, others[best]):
            continue
        if claim.value.kind == "duration" and not _BOUNDING.isdisjoint(profile_of(claim).mask):
            continue
        if changing and claim.value.kind == "duration" and not names.of_one_moment(claim, others[best], book):
            continue
        dates = claim.value.kind == "date" and (names.unnamed(claim) or names.unnamed(others[best]))
        if dates and len(shared(claim, others[best])) < UNNAMED_WORDS:
            continue
        loosely = claim.open != others[best].open
        if changing and not (loosely or _plain_row(others[best]) or shared(claim, others[best])):
            continue
        reason = Reason.of(ComparisonReason.STATEMENT, relations[best][1])
        yield related(claim, others[best], "conflict", reason, SUPPORT_OF_STATEMENT)


def _of_another_kind(left: Claim, right: Claim) -> bool:
    """Nine arches are not nine bricks."""
    return noun_class(left.value.unit or "") != noun_class(right.value.unit or "")


@derived
def _counted() -> dict[str, list[str]]:
    """For each thing that fact sheets list, the classes of the nouns by which sentences count it."""
    lists = table("language/sheet_lists")
    entries = [entry for kind in ("whole", "open") for entry in lists[kind].items()]
    return {noun.replace(" ", "_"): [noun_class(low) for low in entry["counts"]] for noun, entry in entries}


def listed(claim: Claim) -> bool:
    """The value is the number of things that the text lists."""
    return claim.attribute.startswith(LISTED)


def _plain_row(claim: Claim) -> bool:
    """The value stands in a row that says no more than what it is: a list, or a label of a word or two."""
    return listed(claim) or len(profile_of(claim).content) <= LABEL_WORDS


def _one_value(claims: Sequence[Claim]) -> bool:
    """All state one value, be it in several units."""
    return all(value_relation.agree(claims[0].value, other.value) for other in claims[1:])


def _of_another_year(claim: Claim, other: Claim) -> bool:
    """The statement says of when its value is, and the other text is not about a thing of that year."""
    return claim.scope.low is not None and claim.scope.low[:4] not in other.subject.text
