"""Finds the same value of the same subject said in other words, where the words around it overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from checker import value_relation
from checker.comparison import scope_overlap
from checker.comparison.blocking import NEVER_ALONE
from checker.comparison.profiles import profile_of
from checker.comparison.source_statements import rare
from checker.comparison.thresholds import (
    CLOSE_WEIGHT,
    CLOSE_WORDS,
    PAIRED_WORDS,
    PARAPHRASES_COMPARED,
    RARE_WEIGHT,
    RESTATED_WEIGHT,
    RESTATED_WORDS,
    RESTATED_WORDS_EVERYWHERE,
    SAME_LOW_WEIGHT,
    SAME_UNIT_WEIGHT,
)
from checker.language.words import noun_class, stem
from checker.model.claim import Claim
from checker.model.kinds import KINDS
from checker.value_relation import Key, key


def restated(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of two sources with equal values, each the other's best counterpart by common words."""
    groups: dict[tuple[str, Key], list[Claim]] = defaultdict(list)
    for claim in claims:
        v = claim.value
        if claim.attribute in NEVER_ALONE or v.kind == "text" or (v.low is None and v.high is None):
            continue
        groups[_whole(claim), key(v)].append(claim)
    for _, members in sorted((members[0].id, members[:PARAPHRASES_COMPARED]) for members in groups.values()):
        if len({c.source for c in members}) > 1:
            yield from _mutual(members, likeness)


def rivals(claims: Sequence[Claim], common: str | None) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of two sources that look like one statement with different values.

    They are of one attribute; of ``common``, what the documents are about, also of two, where one is in the text's
    own words.
    """
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        v = claim.value
        if KINDS[v.kind].amount and v.kind != "number" and v.low is not None:
            family = noun_class(v.unit or "") if v.kind == "count" else v.kind
            groups[_whole(claim), claim.attribute, family].append(claim)
            if common is not None and _whole(claim) == common:
                for pair in _pairs(claim):
                    groups[common, "", v.kind, *pair].append(claim)
    for place in sorted(groups):
        members = groups[place][:PARAPHRASES_COMPARED]
        if not place[1] and not _exclusive(members):
            continue
        if len({c.source for c in members}) > 1:
            score_of = alike if place[1] else _alike_elsewhere
            yield from ((a, b) for a, b in _mutual(members, score_of) if not value_relation.agree(a.value, b.value))


def alike(left: Claim, right: Claim) -> int:
    """How much two sentences are one statement by the words near their values, whatever the values are."""
    if scope_overlap.same_time(left, right) is False or left.scope.place != right.scope.place:
        return 0
    a, b = profile_of(left), profile_of(right)
    near = len(a.near & b.near)
    if near < CLOSE_WORDS:
        return 0
    return (
        CLOSE_WEIGHT * near
        + len(a.content & b.content)
        + (SAME_LOW_WEIGHT if key(left.value).low == key(right.value).low else 0)
    )


def _pairs(claim: Claim) -> Iterator[tuple[str, str]]:
    """Every two of the words next to a value, by which it is found again under another attribute."""
    named = {stem(word) for word in claim.subject.text.replace("_", " ").split(" ")}
    near = sorted(profile_of(claim).near - named)[:PAIRED_WORDS]
    return combinations(near, 2)


def _exclusive(members: Sequence[Claim]) -> bool:
    """Each source has one sentence only with these words near its value."""
    places = {(c.source, c.evidence.start) for c in members}
    return 1 < len(places) == len({source for source, _ in places})


def _alike_elsewhere(left: Claim, right: Claim) -> int:
    """As ``alike``, for two attributes of which one is open: what is counted must be the same then."""
    if left.attribute == right.attribute or not (left.open or right.open):
        return 0
    units = {noun_class(c.value.unit) for c in (left, right) if c.value.unit} - {"other"}
    if scope_overlap.same_time(left, right) is False or (len(units) > 1 and left.value.kind == "count"):
        return 0
    a, b = profile_of(left), profile_of(right)
    return len(a.near & b.near) + len(a.content & b.content)


def _whole(claim: Claim) -> str:
    return claim.subject.entity


def _mutual(members: list[Claim], score_of: Callable[[Claim, Claim], int]) -> Iterator[tuple[Claim, Claim]]:
    best: dict[str, tuple[int, str]] = {}
    pairs: dict[tuple[str, str], tuple[int, Claim, Claim]] = {}
    for i, a in enumerate(members):
        for b in members[i + 1 :]:
            score = score_of(a, b) if a.source != b.source else 0
            if score:
                pairs[a.id, b.id] = (score, a, b)
                for one, other in ((a, b), (b, a)):
                    key = f"{one.id} {other.source}"
                    if score > best.get(key, (0, ""))[0]:
                        best[key] = (score, other.id)
    for (left, right), (_, a, b) in sorted(pairs.items()):
        if best[f"{left} {b.source}"][1] == right and best[f"{right} {a.source}"][1] == left:
            yield a, b


def likeness(left: Claim, right: Claim) -> int:
    """How strongly two equal values look like one statement; 0 where too little speaks for it."""
    if scope_overlap.same_time(left, right) is False or left.modality != right.modality:
        return 0
    if scope_overlap.including_and_leaving_out(left, right) is not None:
        return 0
    if left.scope.place != right.scope.place or (
        left.scope.stage and right.scope.stage and left.scope.stage != right.scope.stage
    ):
        return 0
    a, b = profile_of(left), profile_of(right)
    near, everywhere = len(a.near & b.near), len(a.content & b.content)
    same_unit = bool(left.value.unit) and noun_class(left.value.unit or "") == noun_class(right.value.unit or "")
    points = RESTATED_WEIGHT * near + everywhere + (SAME_UNIT_WEIGHT if same_unit and left.value.kind == "count" else 0)
    if rare(left) is not None:
        return points + RARE_WEIGHT if near or everywhere >= RESTATED_WORDS or same_unit else 0
    named = left.attribute == right.attribute and not left.open and left.value.kind == "money"
    return points if near >= RESTATED_WORDS or (near and (named or everywhere >= RESTATED_WORDS_EVERYWHERE)) else 0
