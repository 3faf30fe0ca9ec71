"""Parses one sentence: its words, and which of them are names, values, references and verbs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from checker import limits
from checker.language import verbs
from checker.language.language import derived, table, word_set
from checker.language.names import Name, bodies, head_nouns, places
from checker.language.words import Word, apart, stopwords, words
from checker.linguistics.thresholds import (
    DETERMINER_REACH,
    NOUNS_BEHIND_NAME,
)
from checker.model.value import Mention

PREPOSITIONS = word_set("language/prepositions")
DETERMINERS = word_set("language/clauses", "determiners")
_DATING = word_set("language/clauses", "dating")
_BEFORE_NOUN = word_set("language/clauses", "before_noun")
_BEFORE_NOUN_ONLY = word_set("language/clauses", "before_noun_only")
_BEFORE_VERB = word_set("language/clauses", "before_verb")
_OWNERS = word_set("language/clauses", "owners")
_OWN = word_set("language/clauses", "own")
CLAUSE_MARKS = frozenset(";:—")
SUBORDINATORS = word_set("language/clauses", "subordinators")


@dataclass(slots=True)
class Referent:
    """Words that refer to an entity: a name, a pronoun or a definite phrase such as "the program"."""

    first: int
    last: int
    """Index behind the last word."""
    kind: Literal["name", "pronoun", "definite"]
    name: Name | None = None
    type: str | None = None
    word: str = ""
    """The pronoun, or the head noun of the definite phrase or of the words after the name."""
    preposition: str | None = None
    """The preposition right before, if any."""
    possessive: bool = False


@dataclass(slots=True)
class ParsedSentence:
    """One sentence laid out; positions are indexes into ``words``."""

    start: int
    end: int
    words: list[Word]
    names: list[Name]
    mentions: list[Mention]
    spans: list[tuple[int, int]]
    """For each mention, the words it covers."""
    referents: list[Referent] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    covered: list[int] = field(default_factory=list)
    """For each word: 1 inside a name, 2 inside a mention, else 0."""
    lower_forms: list[str] = field(init=False)
    """The lower-case form of each word."""
    marks: list[int] = field(init=False)
    """The words that part clauses."""
    line: str = field(init=False)
    """All lower-case words, by single spaces, with one before and behind."""

    def __post_init__(self) -> None:
        self.lower_forms = [w.low for w in self.words]
        self.marks = [i for i, low in enumerate(self.lower_forms) if low in CLAUSE_MARKS]
        self.line = f" {' '.join(self.lower_forms)} "

    def text(self, first: int, last: int) -> str:
        """The lower-case words of a stretch, by single spaces."""
        return " ".join(self.lower_forms[first:last])


@derived
def _pronouns() -> dict[str, str]:
    groups = table("language/pronouns")
    return {word: kind for kind in ("thing", "person", "plural") for word in groups[kind]}


@derived
def _referring() -> frozenset[str]:
    return frozenset({*DETERMINERS, *_pronouns()})


def parse(plain: str, start: int, end: int, names: list[Name], mentions: list[Mention]) -> ParsedSentence:
    """Lay out ``plain[start:end]`` with the names and mentions found inside it."""
    limits.check()
    laid = words(plain, start, end)
    starts = [w.start for w in laid]
    covered = [0] * len(laid)
    spans = []
    for mention in mentions:
        first = bisect_left(starts, mention.start)
        if first and laid[first - 1].end > mention.start:
            first -= 1
        last = bisect_left(starts, mention.end)
        spans.append((first, max(last, first + 1)))
        for i in range(first, min(last, len(laid))):
            covered[i] = 2
    figures = [x for x in mentions if any(map(str.isdigit, x.text))] if names else []
    kept = []
    for name in names:
        first = bisect_left(starts, name.start)
        last = bisect_left(starts, name.end)
        if first < last and not any(x.start < name.end and name.start < x.end for x in figures):
            kept.append((first, last, name))
            for i in range(first, last):
                covered[i] = 1
    result = ParsedSentence(start, end, laid, [n for _, _, n in kept], mentions, spans, covered=covered)
    result.referents = _referents(result, kept)
    result.verbs = _verbs(result)
    return result


def _preposition(parsed: ParsedSentence, first: int) -> str | None:
    laid, i = parsed.words, first - 1
    while i >= 0 and parsed.covered[i] == 2:
        i -= 1
    if i < first - 1 and i >= 0 and laid[i].low in _DATING and _dated(parsed, i + 1):
        return None
    while i >= 0 and laid[i].low in _BEFORE_NOUN:
        i -= 1
    return laid[i].low if i >= 0 and laid[i].low in PREPOSITIONS else None


def _dated(parsed: ParsedSentence, first: int) -> bool:
    """``In 1980 she joined``: a date without an article ends its phrase, and what follows stands free."""
    return any(
        begin == first and mention.kind == "date"
        for (begin, _), mention in zip(parsed.spans, parsed.mentions, strict=True)
    )


def _referents(parsed: ParsedSentence, names: list[tuple[int, int, Name]]) -> list[Referent]:
    heads, pronouns, referring = head_nouns(), _pronouns(), _referring()
    found = []
    laid = parsed.words
    for first, last, name in names:
        if _adjective(name, laid, last) or _counted(name, parsed.covered, first):
            continue
        bare = name.text.lower()
        if last == first + 1 and first and laid[first - 1].low in DETERMINERS and (bare in heads or bare in bodies()):
            found.append(
                Referent(first - 1, last, "definite", name, heads.get(bare), bare, _preposition(parsed, first - 1))
            )
            continue
        if found and first and laid[first - 1].low == "(" and found[-1].last == first - 1 and name.text.isupper():
            found[-1].last = min(last + 1, len(laid))
            continue
        if _of_a_place(name, laid, first, last):
            word = laid[last].low
            found.append(
                Referent(first - 1, last + 1, "definite", None, heads[word], word, _preposition(parsed, first - 1))
            )
            continue
        possessive = _owns(laid, last)
        preposition = _preposition(parsed, first)
        if preposition is None and found and laid[first - 1].low == "," and found[-1].last == first - 1:
            preposition = found[-1].preposition if name.key in places() else None
        word, stop = "", last
        while (
            stop < len(laid)
            and stop < last + NOUNS_BEHIND_NAME
            and laid[stop].low in heads
            and not parsed.covered[stop]
        ):
            word = laid[stop].low
            stop += 1
        found.append(
            Referent(
                first,
                last if possessive else stop,
                "name",
                name,
                heads.get(word),
                word,
                preposition,
                possessive,
            )
        )
    taken = {i for referent in found for i in range(referent.first, referent.last)}
    for i, low in enumerate(parsed.lower_forms):
        if low not in referring or parsed.covered[i] or i in taken:
            continue
        w = laid[i]
        if w.low in pronouns and w.low != "that":
            found.append(
                Referent(
                    i,
                    i + 1,
                    "pronoun",
                    None,
                    pronouns[w.low],
                    w.low,
                    _preposition(parsed, i),
                    w.low in _OWNERS,
                )
            )
        if w.low in DETERMINERS:
            for j in range(i + 1, min(i + 1 + DETERMINER_REACH, len(laid))):
                if parsed.covered[j] or not laid[j].is_word or laid[j].low in apart():
                    break
                if laid[j].low in heads:
                    k = j
                    if k + 1 < len(laid) and laid[k + 1].low in heads and not parsed.covered[k + 1]:
                        k += 1
                    if w.low not in _OWN:
                        possessive = k + 1 < len(laid) and laid[k + 1].low in {"'s", "'"}
                        found.append(
                            Referent(
                                i,
                                k + 1,
                                "definite",
                                None,
                                heads[laid[k].low],
                                laid[k].low,
                                _preposition(parsed, i),
                                possessive,
                            )
                        )
                    break
    found.sort(key=lambda referent: referent.first)
    return found


def _counted(name: Name, covered: list[int], first: int) -> bool:
    """``165,000 Chileans``: people who are counted are not referred to."""
    people = name.text.endswith("s") and places().get(name.key.removesuffix("s")) not in {None, name.key}
    return people and first > 0 and covered[first - 1] == 2


def _of_a_place(name: Name, laid: list[Word], first: int, last: int) -> bool:
    """``the Leeds company`` is the company, which is in Leeds."""
    if name.key not in places() or not first or laid[first - 1].low != "the" or last >= len(laid):
        return False
    return head_nouns().get(laid[last].low) in {"company", "university", "agency", "organisation"}


def _owns(laid: list[Word], last: int) -> bool:
    """A possessive mark stands behind a name, and no quote is closed there."""
    low = laid[last].low if last < len(laid) else ""
    return low == "'s" or (low == "'" and laid[last - 1].low.endswith("s") and laid[last].start == laid[last - 1].end)


def _adjective(name: Name, laid: list[Word], last: int) -> bool:
    """A people's word before another word ("Chilean ships") describes and stands for nothing."""
    place = places().get(name.key)
    if place is None or place == name.key or name.text.endswith("s") or name.text.isupper() or "." in name.text:
        return False
    return last < len(laid) and laid[last].is_word


def _a_noun(lower_forms: list[str], i: int) -> bool:
    """``the final cost was``: a past like its base form is a noun behind an article."""
    forms = verbs.forms(lower_forms[i])
    alike = lower_forms[i] in forms and forms.get(lower_forms[i]) in {"ed", "past"}
    return alike and not _BEFORE_NOUN_ONLY.isdisjoint(lower_forms[max(0, i - 2) : i])


def _verbs(parsed: ParsedSentence) -> list[int]:
    auxiliaries = verbs.auxiliaries()
    stops, lower_forms = stopwords(), parsed.lower_forms
    found = []
    for i, (w, low, covered) in enumerate(zip(parsed.words, lower_forms, parsed.covered, strict=True)):
        if covered or not w.is_word or low in auxiliaries:
            continue
        before = lower_forms[i - 1] if i else ""
        if i and before in _BEFORE_VERB and i > 1:
            before = lower_forms[i - 2] if lower_forms[i - 2] in auxiliaries else before
        if (
            (verbs.looks_past(low) and not _a_noun(lower_forms, i))
            or (before in auxiliaries and low not in stops and not low.endswith("ly"))
            or (before == "to" and low not in stops and i + 1 < len(parsed.words))
        ):
            found.append(i)
    return found
