"""Profiles each stated value once: all that comparing asks of it, laid out as small sets and numbers.

A statement is one value at one place of one source, with all claims that were read from it. What stands around the
value counts by its distance: words past a comma, a bracket or another figure are farther away than words beside it.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from checker.comparison.sentences import Sentence, sentence_of, stems_of, words_of
from checker.comparison.thresholds import (
    FAR_MARK,
    MEANT_FROM,
    NEIGHBOURS,
    PHRASE_WEIGHT,
    RARE_DIGITS,
    STRONGLY_MEANT_FROM,
    WEIGHT_HALVED_AFTER,
)
from checker.comparison.word_weights import Weighed, weighed
from checker.language.language import derived, word_set
from checker.language.meanings import meanings, phrases
from checker.language.rarity import rarity
from checker.language.words import noun_class, stem, stopwords
from checker.model.claim import YEAR_IN_NAME, Claim
from checker.model.kinds import KINDS, family
from checker.model.labels import Labels
from checker.model.rule import AttributeEntry
from checker.value_relation import key

NEVER_ALONE = frozenset({"stands_for", YEAR_IN_NAME})
"""Attributes that only rules of their own compare."""
SCOPING = "as_of"
"""The attribute of a date that another value holds for: compared only where the whole sentence is said again."""
_ENDING = frozenset(".|•")
_PARTING = frozenset({",", ";", ":", "(", ")"})
_CLAUSE = word_set("language/clauses", "parting")


@dataclass(slots=True, eq=False)
class Profile:
    """One stated value with what surrounds it; words are stems, and weights go from 0 to 1."""

    claims: tuple[Claim, ...]
    """Those read from this value; the first stands for them."""
    source: str
    place: tuple[int, int]
    """Where the value begins and ends in its source."""
    kind: str
    family: str
    """The kinds that it is compared with."""
    unit: str
    """The class of what is counted, the currency, or nothing."""
    value: int
    """The same for equal values of one family."""
    rare: bool
    """Two texts seldom share such a value by chance."""

    near: Mapping[str, float]
    """Words of the sentence, by how near they stand."""
    telling: Mapping[str, float]
    """The same, by how near they stand and how rare they are."""
    left: tuple[str, ...]
    right: tuple[str, ...]
    """The nearest content words on either side, inside the clause, nearest first."""
    before: str
    behind: str
    """The words right before and behind, content or not."""
    sentence: Weighed
    """All content words of the sentence."""
    mask: tuple[str, ...]
    """The sentence in lower case, every figure as #."""
    cell: tuple[str, ...]
    """Of a cell of a table the words that label its row and its column, figures and all."""
    figures: tuple[str, ...]
    """The other figures and months of its sentence."""
    frame: tuple[str, ...]
    """The sentence without its figures and names."""
    names: frozenset[str]
    """The names in the sentence."""
    crowd: int
    """How many values the sentence states."""
    noun: Weighed
    """The words of what is counted."""

    row: Weighed
    column: Weighed
    """The key of the line, list item or row; the head of the column, the question answered."""
    headings: Weighed
    section: Weighed
    """All headings below the title; the lowest of them."""
    title: Weighed
    tabular: bool
    """The value stands in a table or behind a key."""

    subjects: frozenset[object]
    subject_words: Weighed
    named: bool
    """The clause names its subject."""
    attributes: frozenset[str]
    """Those of the vocabulary."""
    open: frozenset[str]
    """Those in the text's own words."""
    meant: frozenset[str]
    strongly_meant: frozenset[str]
    """Attributes that words near the value, or right beside it, may state."""
    groups: Mapping[int, float]
    """Groups of words of one meaning, by how near their words stand."""
    top: tuple[int, ...]
    """The nearest three of these."""

    labels: Weighed
    """The words of the row and of the column."""
    own: Weighed
    """The words that are this value's own: near it, in its labels, or counted."""
    context: Mapping[str, float]
    """Everything around, down to the title, by how near and how rare it is."""
    norms: tuple[float, float, float]
    """The lengths of ``telling``, ``context`` and ``groups`` as vectors."""
    slots: tuple[int, ...] = ()
    """The frames in which the value stands, as the folder numbers them."""

    def under(self, source: str, claims: Mapping[str, Claim]) -> Profile:
        """The profile with its source and its claims under other ids."""
        return replace(self, source=source, claims=tuple(claims[claim.id] for claim in self.claims))


def profiles_of(claims: Sequence[Claim], attributes: Mapping[str, AttributeEntry]) -> list[Profile]:
    """The statements of all sources, in the order of their first claims."""
    found: dict[tuple[str, int, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.attribute not in NEVER_ALONE and claim.value.kind != "text":
            value = claim.value
            found[claim.source, value.start, value.end, _family(claim)].append(claim)
    stated = {place[:3] for place in found if place[3] != SCOPING}
    for place in [place for place in found if place[3] == SCOPING and place[:3] in stated]:
        del found[place]
    crowds = Counter((place[0], group[0].evidence.start) for place, group in found.items() if place[3] != SCOPING)
    vocabulary = _attributes_by_word(attributes)
    also = {name: entry.compare.also for name, entry in attributes.items() if entry.compare.also}
    values: dict[Hashable, int] = {}
    for group in found.values():
        group.sort(key=lambda c: (c.open, c.binding != "named", c.attribute, c.id))
    return [
        _profile(group, max(1, crowds[source, group[0].evidence.start]), vocabulary, also, values)
        for (source, *_), group in found.items()
    ]


def _family(claim: Claim) -> str:
    """The kinds that a claim's value is compared with."""
    return SCOPING if claim.attribute == SCOPING else family(claim.value.kind)


def _profile(
    claims: Sequence[Claim],
    crowd: int,
    vocabulary: Mapping[str, frozenset[str]],
    also: Mapping[str, Sequence[str]],
    values: dict[Hashable, int],
) -> Profile:
    claim = claims[0]
    value, evidence, labels = claim.value, claim.evidence, claim.labels
    sentence = sentence_of(claim)
    first = bisect_left(sentence.starts, value.start - evidence.start)
    last = bisect_left(sentence.starts, value.end - evidence.start, first)
    near, left, right = _surroundings(sentence, first, last)
    row = _joined(labels.key, labels.row)
    column = _joined(labels.column, labels.question)
    headings = _joined(*labels.headings)
    section = _joined(*labels.headings[-1:])
    title = _joined(labels.title)
    noun = _joined(value.noun)
    subject_words = frozenset().union(*(stems_of(c.subject_name) for c in claims))
    own_labels = row | column
    vocabulary_attributes = frozenset(c.attribute for c in claims if not c.open)
    stated = vocabulary_attributes.union(*(also.get(name, ()) for name in vocabulary_attributes))
    groups = _groups(_raised(near, ((own_labels | noun, 1.0), (section, 0.5))))
    meant = _meant(vocabulary, near, own_labels | section, MEANT_FROM)
    strongly = _meant(vocabulary, near, own_labels, STRONGLY_MEANT_FROM)
    around = (sentence.content, 0.15), (own_labels, 0.9), (headings, 0.6), (subject_words, 0.5), (title, 0.3)
    telling = _telling(near)
    context = _telling(_raised(near, around))
    unit = value.unit or ""
    return Profile(
        claims=tuple(claims),
        source=claim.source,
        place=(value.start, value.end),
        kind=value.kind,
        family=_family(claim),
        unit=noun_class(unit) if KINDS[value.kind].unit == "counted" and unit else unit,
        value=values.setdefault((family(value.kind), key(value)), len(values)),
        rare=is_rare(claim),
        near=near,
        telling=telling,
        left=left,
        right=right,
        before=next((w for w in reversed(sentence.mask[:first]) if w[0].isalpha()), ""),
        behind=next((w for w in sentence.mask[last:] if w[0].isalpha()), ""),
        sentence=weighed(sentence.content),
        mask=sentence.mask,
        cell=_cell(labels),
        figures=tuple([text for place, text in sentence.figures if not first <= place < last]),
        frame=sentence.frame,
        names=sentence.names,
        crowd=crowd,
        noun=weighed(noun),
        row=weighed(row),
        column=weighed(column),
        headings=weighed(headings),
        section=weighed(section),
        title=weighed(title),
        tabular=bool(labels.column or labels.row or labels.key),
        subjects=frozenset(c.subject for c in claims),
        subject_words=weighed(subject_words),
        named=any(c.binding == "named" for c in claims),
        attributes=vocabulary_attributes,
        open=frozenset(c.attribute for c in claims if c.open),
        meant=meant | stated,
        strongly_meant=strongly | stated,
        groups=groups,
        top=tuple(sorted(groups, key=lambda g: (-groups[g], g))[:3]),
        labels=weighed(own_labels),
        own=Weighed(near.keys() | own_labels | headings | noun),
        context=context,
        norms=(_length(telling), _length(context), _length(groups)),
    )


def _cell(labels: Labels) -> tuple[str, ...]:
    """What labels a cell of a table: rows of other labels, and columns of other heads, are no copies of each other."""
    if labels.row is None:
        return ()
    return (*words_of(labels.row), "|", *words_of(labels.column or ""), "|")


def is_rare(claim: Claim) -> bool:
    """A full date, or a number of several significant digits: two texts seldom share such a value by chance."""
    value = claim.value
    if value.kind == "date":
        return value.resolution == "day" and value.low is not None
    if value.low is None or value.kind == "duration" or not KINDS[value.kind].amount:
        return False
    return len(value.low.replace(".", "").replace("-", "").strip("0")) >= RARE_DIGITS


def _surroundings(
    sentence: Sentence, first: int, last: int
) -> tuple[dict[str, float], tuple[str, ...], tuple[str, ...]]:
    """The words around the value by nearness, and the nearest on either side within the clause."""
    near: dict[str, float] = {}
    for word in filter(None, sentence.stems[first:last]):
        near[word] = 1.0
    left = _outwards(sentence, range(first - 1, -1, -1), near)
    right = _outwards(sentence, range(last, len(sentence.mask)), near)
    return near, left, right


def _outwards(sentence: Sentence, places: range, near: dict[str, float]) -> tuple[str, ...]:
    """Weigh the words from the value outwards, and give the nearest ones up to the clause's end."""
    mask, stems = sentence.mask, sentence.stems
    distance, inside = 0.0, True
    beside: list[str] = []
    for place in places:
        word = mask[place]
        distance += 1
        if not word[0].isalpha():
            if word in _ENDING:
                distance += FAR_MARK
                inside = False
            elif word in _PARTING:
                distance += 1 if word == ":" else 3
                inside = inside and (word == ":" or place == places[0])
            elif word == "#":
                distance += 1
            continue
        if inside and word in _CLAUSE and place != places[0]:
            inside = False
        stemmed = stems[place]
        if not stemmed:
            continue
        if inside and len(beside) < NEIGHBOURS:
            beside.append(stemmed)
        weight = 1 / (1 + max(0.0, distance - 2) / WEIGHT_HALVED_AFTER)
        if near.get(stemmed, 0.0) < weight:
            near[stemmed] = weight
    return tuple(beside)


def _joined(*labels: str | None) -> frozenset[str]:
    words: frozenset[str] = frozenset()
    for label in labels:
        if label:
            words = words | stems_of(label)
    return words


def _meant(
    vocabulary: Mapping[str, frozenset[str]], near: Mapping[str, float], labels: Iterable[str], least: float
) -> frozenset[str]:
    found: set[str] = set()
    for word, weight in near.items():
        if weight > least and word in vocabulary:
            found |= vocabulary[word]
    for word in labels:
        if word in vocabulary:
            found |= vocabulary[word]
    return frozenset(found)


def _groups(weights: Mapping[str, float]) -> dict[int, float]:
    """The groups of words of one meaning; a word of several meanings says less of each."""
    found: dict[int, float] = {}
    for word, weight in weights.items():
        own = meanings(word)
        for group in own:
            found[group] = max(found.get(group, 0.0), weight / (1 + 0.35 * (len(own) - 1)))
        for words, group in phrases(word):
            telling = [weights.get(other, 0.0) for other in words if other not in _empty()]
            if len(telling) > 1 and all(telling):
                found[group] = max(found.get(group, 0.0), PHRASE_WEIGHT * min(telling))
    return found


@derived
def _empty() -> frozenset[str]:
    """The stems of words without content, which a profile does not hold."""
    return frozenset(map(stem, stopwords()))


def _raised(words: Mapping[str, float], others: Iterable[tuple[Iterable[str], float]]) -> dict[str, float]:
    """The words with their weights, and others with at least the weight given."""
    raised = dict(words)
    for more, weight in others:
        for word in more:
            if raised.get(word, 0.0) < weight:
                raised[word] = weight
    return raised


def _telling(words: Mapping[str, float]) -> dict[str, float]:
    return {word: weight * rarity(word) for word, weight in words.items()}


def _length(words: Mapping[Any, float]) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in words.values()))


def _attributes_by_word(attributes: Mapping[str, AttributeEntry]) -> dict[str, frozenset[str]]:
    """The attributes that a word may state, by its stem; of phrases only the words that are not common."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, entry in attributes.items():
        texts = (*entry.verbs, *entry.nouns, *entry.says, *entry.keys, *entry.units, *entry.alone, name)
        for text in texts:
            words = [w for w in text.replace("_", " ").split() if "{" not in w and "}" not in w]
            stems = sorted(stems_of(" ".join(words)))
            for one in stems:
                if len(stems) == 1 or rarity(one) > 3.5:
                    found[stem(one)].add(name)
                    found[one].add(name)
    return {word: frozenset(names) for word, names in found.items()}
