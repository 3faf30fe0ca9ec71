"""Knows which texts speak of what a text of one sentence is about, by the names and words of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.comparison.canonical_subjects import is_unnamed
from checker.comparison.profiles import profile_of
from checker.comparison.thresholds import HONOUR_LETTERS, SURNAME_NAMES, TEXTS_NAMING
from checker.language import verbs
from checker.language.characters import fold
from checker.language.language import derived_up_to, word_set
from checker.language.names import broad, head_nouns, reporters, type_of
from checker.language.names import fold as folded
from checker.language.words import cut, stem, stopwords
from checker.model.claim import UNNAMED, Claim, Record
from checker.model.rule import Rulebook
from checker.model.rule_input import TextSubject

_WORKS = frozenset({"film", "broadcast", "album", "song", "book", "game", "artwork"})
_DETERMINERS = word_set("language/clauses", "determiners")
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
        self._days: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.value.kind == "date" and claim.value.low:
                self._days[claim.source, claim.value.low].add(claim.attribute)
            values[claim.source] |= lower_forms(claim.value.text)
            self._words[claim.source] |= profile_of(claim).content
        self._names: dict[str, set[str]] = {}
        self._types: dict[tuple[str, str], str] = {}
        for record in records:
            found = {w for name in record.names - reporters() for w in name.split(" ")} - values[record.source.id]
            for entity in record.entities:
                if entity.type is not None:
                    self._types[record.source.id, entity.id] = entity.type
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

    def unnamed(self, claim: Claim) -> bool:
        """The text names nothing at all, or not what the claim is about."""
        return not self._names[claim.source] or is_unnamed(claim.subject)

    def of_one_moment(self, claim: Claim, other: Claim, book: Rulebook) -> bool:
        """The day that the other's age is of is that of an event which the statement tells: his death."""
        day = other.scope.low
        events = self._days.get((other.source, day or ""), ())
        content = profile_of(claim).content
        return any(
            content & {stem(word) for word in (*book.attributes[event].verbs, *book.attributes[event].nouns)}
            for event in events
            if event in book.attributes
        )

    def one_subject(self, left: Claim, right: Claim, counts_people: bool, alone: bool) -> bool:
        """The subjects are one by name, each text having all words of both, or one text names nothing at all.

        ``alone``: no third text states the attribute; then a person may go by the last name, or by none.

        A name of nothing but its kind ("the Earthquake") is one of many that a third text may mean.

        A person may go without a middle name, or by it; beside a longer text, the one name may be part of the other.
        What is never named must be of the type that the other is known to be of.
        """
        if self.unnamed(left) or self.unnamed(right):
            apart = self.unnamed(left) != self.unnamed(right)
            return apart and alone and self._of_type(left, right) and self._of_type(right, left)
        a, b = _parts(left.subject.entity), _parts(right.subject.entity)
        if alone and self._surname(left, right):
            return True
        if a == b or (counts_people and _one_person(a, b)) or _honoured(a, b):
            return True
        if not alone and (set(a) <= head_nouns().keys() or set(b) <= head_nouns().keys()):
            return False
        if right.source not in self.single and (_within(a, b) or _within(b, a)):
            return True
        both = {stem(word) for word in (*a, *b) if word not in stopwords()}
        return both <= self._words[left.source] and both <= self._words[right.source]

    def _surname(self, left: Claim, right: Claim) -> bool:
        """The one text calls by the last name alone whom the other calls by all."""
        short, long = sorted((left, right), key=lambda c: len(_parts(c.subject.entity)))
        kinds = {self._types.get((c.source, c.subject.text)) for c in (left, right)}
        names = _parts(long.subject.entity)
        return kinds <= {None, "person"} and len(names) <= SURNAME_NAMES and _parts(short.subject.entity) == names[-1:]

    def _of_type(self, left: Claim, right: Claim) -> bool:
        """Where the left text speaks of "the film" and no name, the right one's subject is not known to be another.

        The last word of a name tells no type of works, whose titles are of any words.
        """
        kind = self._types.get((right.source, right.subject.text))
        if kind is None or not self.unnamed(left):
            return True
        titled = kind == type_of(right.subject.entity.replace("_", " "))
        mask, heads = profile_of(left).mask, head_nouns()
        kinds = [
            broad().get(noun, frozenset({heads[noun]}))
            for word, noun, following in zip(mask, mask[1:], mask[2:], strict=False)
            if word in _DETERMINERS and noun in heads and _ends(following)
        ]
        return not kinds or any(kind in group or (titled and group & _WORKS) for group in kinds)


def _ends(following: str) -> bool:
    """A noun phrase ends before the word."""
    return not following[0].isalpha() or following in stopwords() | verbs.presents() or verbs.looks_past(following)


def part_of_name(claim: Claim) -> bool:
    """The number is one of the subject's name: the 36 of "Tram 36"."""
    digits = {low for low in lower_forms(claim.value.text) if low[0].isdigit()}
    return not digits.isdisjoint(lower_forms(claim.subject_name))


@derived_up_to(16384)
def _parts(entity: str) -> tuple[str, ...]:
    """The words of the subject's name."""
    return tuple(entity.translate(_MARKS).split("_"))


def _one_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """The same last name, and the same first one or all names of the one among the other's."""
    short, long = sorted((left, right), key=len)
    return short[-1] == long[-1] and (short[0] == long[0] or (len(short) > 1 and set(short) <= set(long)))


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """The words of the one name stand in the other, side by side."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


@derived_up_to(16384)
def lower_forms(text: str) -> frozenset[str]:
    """The words and marks of a text, lower case."""
    return frozenset(map(str.lower, cut(fold(text))[1]))
