"""Retraces how two claims came to be compared, or which gate first kept them apart, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker import value_relation
from checker.comparison import (
    near_duplicate_pairs,
    paraphrase_conflicts,
    same_attribute,
    scope_overlap,
)
from checker.comparison.blocking import NEVER_ALONE, Block, blocks, collapse
from checker.comparison.compare import Compared
from checker.comparison.comparison_rows import Judged
from checker.comparison.edit_statistics import EditStatistics
from checker.comparison.paraphrases import alike, likeness, restated, rivals
from checker.comparison.profiles import profile_of
from checker.comparison.sentence_alignment import aligned_pairs
from checker.comparison.thresholds import COUNTERPARTS, NEAR_DUPLICATE, VALUES_COMPARED
from checker.language.attribute_label import attribute_label
from checker.language.names import fold
from checker.model.claim import Claim
from checker.model.comparison import Comparison, Relation
from checker.model.kinds import family
from checker.model.reasons import ComparisonReason, Reason
from checker.model.rule import AttributeEntry, Rulebook


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one way of comparing two claims: how they stand, or no relation and what kept them apart."""

    relation: Relation | None
    reason: Reason
    through: tuple[str, ...] = ()
    """The claims of the same values through which they were compared."""

    @classmethod
    def of(cls, judged: Judged) -> _Outcome:
        return cls(judged.relation, judged.reason) if isinstance(judged, Comparison) else cls(None, judged)

    @property
    def text(self) -> str:
        """What people read."""
        text = f"{self.relation}: {self.reason.text}" if self.relation is not None else self.reason.text
        if len(self.through) == 1:
            return f"{text}, through the claim {self.through[0]}"
        return f"{text}, through the claims {' and '.join(self.through)} of the same values" if self.through else text


def _apart(code: ComparisonReason, *words: object) -> _Outcome:
    return _Outcome(None, Reason.of(code, *words))


@dataclass(frozen=True, slots=True)
class PairExplanation:
    """How two claims stand, and every step on the way there."""

    verdict: str
    """``conflict: the dates lie apart`` or ``not compared: other attributes: founded and opened``."""
    values: str
    """How the values alone stand to each other."""
    subject: tuple[str, ...]
    """Why both subjects are one, or are not."""
    support: tuple[Reason, ...]
    """What speaks for both sources telling of one thing, a point each."""
    ways: tuple[tuple[str, str], ...]
    """Each way of comparing them, and what came of it."""


def trace(left: Claim, right: Claim, compared: Compared, book: Rulebook) -> PairExplanation:
    """The path of two claims of ``compared`` from their subjects to the verdict; looks everything up anew."""
    known = next((c for c in compared.comparisons if {c.left, c.right} == {left.id, right.id}), None)
    relation, reason = _values(left, right, book)
    of_attribute = _of_attribute(left, right, compared, book)
    ways = (
        ("one attribute", of_attribute.text),
        ("near-identical sentences", _of_sentences(left, right, compared, book).text),
        ("one statement in other words", _of_words(left, right, compared, book).text),
    )
    if known is not None:
        verdict = _Outcome.of(known).text
    elif of_attribute.relation is not None:
        verdict = of_attribute.text
    else:
        verdict = f"{'incomparable' if relation == 'incomparable' else 'not compared'}: {of_attribute.text}"
    one = left.subject.entity == right.subject.entity
    support = compared.support.grounds(left.subject.entity, left.source, right.source) if one else ()
    return PairExplanation(verdict, _Outcome(relation, reason).text, _subject(left, right, compared), support, ways)


def counterparts(claim: Claim, compared: Compared, most: int = COUNTERPARTS) -> list[Claim]:
    """The claims of other sources that come nearest to ``claim``: compared with it, of its subject, of its words."""
    met = {c.left if c.right == claim.id else c.right for c in compared.comparisons if claim.id in (c.left, c.right)}
    found = []
    for other in compared.claims:
        if other.source == claim.source or family(other.value.kind) != family(claim.value.kind):
            continue
        nearness = (
            other.id in met,
            (other.subject.entity == claim.subject.entity) + (other.attribute == claim.attribute),
            len(profile_of(other).near & profile_of(claim).near),
        )
        if nearness > (False, 0, 1):
            found.append((nearness, other))
    found.sort(key=lambda pair: pair[1].id)
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [other for _, other in found[:most]]


def _values(left: Claim, right: Claim, book: Rulebook) -> tuple[Relation, Reason]:
    if family(left.value.kind) != family(right.value.kind):
        return "incomparable", Reason.of_either(ComparisonReason.KINDS_OF_VALUE, _counted(left), _counted(right))
    relation, reason = same_attribute.relation_of(left, right, book)
    return relation, Reason.of(ComparisonReason.VALUES, reason)


def _entry(claim: Claim, book: Rulebook) -> AttributeEntry | None:
    return book.attributes.get(claim.attribute)


def _subject(left: Claim, right: Claim, compared: Compared) -> tuple[str, ...]:
    one, other = left.subject.entity, right.subject.entity
    if one != other:
        return (f"{left.source} speaks of {left.subject_name}, {right.source} of {right.subject_name}",)
    if left.source == right.source:
        return (f"both are said of {left.subject_name} in {left.source}",)
    names = {source: _names(one, source, compared) for source in (left.source, right.source)}
    shared = sorted(names[left.source].keys() & names[right.source].keys())
    named = [f"{source} names it {', '.join(sorted(set(known.values())))}" for source, known in names.items() if known]
    if shared:
        return (*named, f"one by the name {names[left.source][shared[0]]}")
    return (*named, f"both texts are about {compared.identity.names.get(one, left.subject_name)}")


def _names(subject: str, source: str, compared: Compared) -> dict[str, str]:
    """The names that a source has for a subject, by their folded form."""
    entities = [e for where, e in compared.identity.entities.get(subject, ()) if where == source]
    return {fold(name): name for entity in entities for name in (*entity.aliases, entity.name)}


def _of_attribute(left: Claim, right: Claim, compared: Compared, book: Rulebook) -> _Outcome:
    """What came of comparing them as values of one attribute of one subject."""
    if left.subject.entity != right.subject.entity:
        return _apart(ComparisonReason.OTHER_SUBJECTS, left.subject_name, right.subject_name)
    if left.attribute != right.attribute:
        return _apart(ComparisonReason.OTHER_ATTRIBUTES, attribute_label(left), attribute_label(right))
    if left.attribute in NEVER_ALONE:
        return _apart(ComparisonReason.RULES_OF_ITS_OWN, attribute_label(left))
    block = next((b for b in blocks(compared.claims, book) if left in b.claims), None)
    if block is None or right not in block.claims:
        return _apart(ComparisonReason.OTHER_KINDS, _counted(left), _counted(right))
    return _of_block(left, right, block, compared, book)


def _of_block(left: Claim, right: Claim, block: Block, compared: Compared, book: Rulebook) -> _Outcome:
    groups = collapse(block.claims)
    i, j = sorted(n for claim in (left, right) for n, group in enumerate(groups) if claim in group)
    if i == j:
        first = groups[i][0]
        apart = next((s for c in (left, right) if (s := scope_overlap.differing(first, c)) is not None), None)
        if apart is not None:
            return _Outcome(None, apart)
        through = () if first in (left, right) else (first.id,)
        return _Outcome("agree", Reason(ComparisonReason.SAME_IN_SCOPE), through)
    if j >= VALUES_COMPARED:
        return _apart(ComparisonReason.CROWDED, len(groups), VALUES_COMPARED)
    judged = same_attribute.pair(groups, i, j, same_attribute.places(groups), _entry(left, book), compared.support)
    outcome = _Outcome.of(judged)
    if isinstance(judged, Reason) or {judged.left, judged.right} == {left.id, right.id}:
        return outcome
    return replace(outcome, through=(judged.left, judged.right))


def _of_sentences(left: Claim, right: Claim, compared: Compared, book: Rulebook) -> _Outcome:
    """What came of comparing the sentences word by word."""
    pair = {left.id, right.id}
    edited = _found_by(ComparisonReason.EDITED_COPY, left, right, compared)
    if edited is not None:
        return edited
    pairs = aligned_pairs(compared.claims)
    aligned = next((t for t in pairs if {t.left.id, t.right.id} == pair), None)
    if aligned is not None:
        relations = [value_relation.relation(t.left.value, t.right.value)[0] for t in pairs]
        judged = near_duplicate_pairs.of_aligned(aligned, EditStatistics.of(pairs, relations), compared.support, book)
        return _Outcome.of(judged)
    a, b = profile_of(left).content, profile_of(right).content
    share = round(100 * len(a & b) / max(len(a | b), 1))
    if left.source == right.source:
        return _apart(ComparisonReason.IN_ONE_SOURCE)
    if share < NEAR_DUPLICATE * 100:
        return _apart(ComparisonReason.FEW_WORDS_SHARED, share, f"{NEAR_DUPLICATE:.0%}")
    return _apart(ComparisonReason.OTHER_PLACES_IN_SENTENCE, share)


def _of_words(left: Claim, right: Claim, compared: Compared, book: Rulebook) -> _Outcome:
    """What came of comparing them as one statement, by the words near the values."""
    if left.source == right.source:
        return _apart(ComparisonReason.IN_ONE_SOURCE)
    if left.subject.entity != right.subject.entity:
        return _apart(ComparisonReason.TWO_SUBJECTS)
    other_year = _found_by(ComparisonReason.OTHER_YEAR, left, right, compared)
    if other_year is not None:
        return other_year
    equal = value_relation.agree(left.value, right.value)
    score = likeness(left, right) if equal else alike(left, right)
    apart = scope_overlap.differing(left, right)
    if not score and apart is not None:
        return _Outcome(None, apart)
    if not score:
        shared = len(profile_of(left).near & profile_of(right).near)
        return _apart(ComparisonReason.FEW_WORDS_NEAR, shared)
    near = _mutual(left, compared)
    pairs = restated(near) if equal else rivals(near, compared.support.common)
    if not any({a.id, b.id} == {left.id, right.id} for a, b in pairs):
        return _apart(ComparisonReason.NEARER_COUNTERPART)
    if equal:
        return _Outcome("agree", Reason(ComparisonReason.RESTATED))
    return _Outcome.of(paraphrase_conflicts.of_rivals(left, right, compared.support, book))


def _found_by(code: ComparisonReason, left: Claim, right: Claim, compared: Compared) -> _Outcome | None:
    """What the comparison of the two says that was made for one reason, if there is any."""
    pair = {left.id, right.id}
    found = (c for c in compared.comparisons if {c.left, c.right} == pair and c.reason.code is code)
    return next(map(_Outcome.of, found), None)


def _mutual(left: Claim, compared: Compared) -> Sequence[Claim]:
    """All that can be a counterpart: the claims of the subject."""
    whole = left.subject.entity
    return [c for c in compared.claims if c.subject.entity == whole]


def _counted(claim: Claim) -> str:
    return " of ".join(part for part in (claim.value.kind, claim.value.noun or claim.value.unit) if part)
