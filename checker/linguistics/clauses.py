"""Parts a sentence into clauses, and finds the words that each clause is about: "The mast weighs 4 tonnes and leans".

A clause ends at a strong mark, at a bracket, at a word such as "which" or "while" that a verb follows, at an "and" that
a verb, or a subject with its verb, follows, and behind a verb such as "said" that such a subject follows. It is about
the first phrase before its verb that no preposition governs; where it has none, it goes on about what the clause before
it is about, or behind "which", about the phrase right before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from checker.language.language import word_set
from checker.language.verbs import auxiliaries, base, looks_past, present_plurals, presents
from checker.language.words import singular, stopwords
from checker.linguistics.noun_phrases import NounPhrase, noun_phrases
from checker.linguistics.sentence import CLAUSE_MARKS, PREPOSITIONS, SUBORDINATORS, ParsedSentence
from checker.linguistics.thresholds import ADVERBS_BEFORE_VERB, CLAUSE_PHRASES, CLAUSE_REACH

_first = attrgetter("first")
_RELATIVE = word_set("language/clauses", "relative")
_ADVERBS = word_set("language/clauses", "adverbs")
_OPENING = frozenset({"", ";", "."})
_CONJUNCTIONS = word_set("language/clauses", "joining_clauses")
_INDEFINITE = word_set("language/clauses", "indefinite")
_BEFORE_NOUN = word_set("language/clauses", "determiners", "indefinite", "single", "none")
_PARTICLES = word_set("language/clauses", "particles")
_OPENING_OBJECT = word_set("language/clauses", "before_noun_only", "none")
_BEFORE_BASE = word_set("language/clauses", "before_base")
_BEFORE_THIRD = word_set("language/clauses", "before_third")
_SAYING = word_set("language/clauses", "saying")
_ASKING = word_set("language/clauses", "asking")
_OBJECT_PRONOUNS = word_set("language/clauses", "object_pronouns")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words with at most one chain of verbs."""

    first: int
    last: int
    """Index behind the last word."""
    opener: str = ""
    """What opens it: the word before it that parts it from another clause, or a bracket; empty in the first."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may name what a clause is about: a name, a pronoun or a noun phrase."""

    first: int
    last: int
    free: bool
    """No preposition governs it, and it owns nothing."""


@dataclass(frozen=True, slots=True)
class Topical:
    """The phrase that a clause is about, and how that is known."""

    phrase: Phrase
    how: str
    """own, of its own verb; shared, with the clause before; antecedent, of a relative clause or before a bracket."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A sentence laid out by clauses."""

    parsed: ParsedSentence
    verbs: list[int]
    noun_phrases: list[NounPhrase]
    phrases: list[Phrase]
    """Its names, references and noun phrases, in order; the longer first where two begin alike."""
    clauses: list[Clause]

    def bounds(self, at: int) -> tuple[int, int]:
        """The words of the clause of word ``at``."""
        clause = self.clauses[max(0, bisect_right(self.clauses, at, key=_first) - 1)]
        return clause.first, clause.last

    def main_phrase(self) -> Phrase | None:
        """The phrase that the sentence is about: that of its first clause with one."""
        if not self.clauses:
            return None
        found = topical_phrase(self.parsed, self.clauses[0].first, self.clauses, self.verbs, self.phrases)
        return found.phrase if found is not None else None

    def main_noun_phrase(self) -> NounPhrase | None:
        """The same where it is a noun phrase without a name."""
        about = self.main_phrase()
        ends = (about.first, about.last) if about is not None else None
        return next((n for n in self.noun_phrases if (n.first, n.last) == ends), None)

    def topical(self, at: int) -> Topical | None:
        """The phrase that the clause of word ``at`` is about."""
        return topical_phrase(self.parsed, at, self.clauses, self.verbs, self.phrases)


def grammar_of(parsed: ParsedSentence) -> Grammar:
    """The clauses, verbs and phrases of a sentence."""
    verbs = predicates(parsed)
    nouns = noun_phrases(parsed, frozenset(verbs))
    phrases = [Phrase(r.first, r.last, r.preposition is None and not r.possessive) for r in parsed.referents]
    low = parsed.lower_forms
    phrases += [
        Phrase(n.first, n.last, n.preposition is None and (n.last >= len(low) or low[n.last] not in {"'s", "'"}))
        for n in nouns
    ]
    phrases.sort(key=lambda p: (p.first, -p.last))
    return Grammar(parsed, verbs, nouns, phrases, clauses(parsed, verbs, phrases))


def predicates(parsed: ParsedSentence) -> list[int]:
    """The words that are verbs of a clause, auxiliaries among them: those that the sentence was parsed with, less the
    participles before a noun ("registered players"), and verbs in the present that their neighbours tell."""
    low = parsed.lower_forms
    known, helping, present = set(parsed.verbs), auxiliaries(), presents()
    found = []
    for i, word in enumerate(low):
        if parsed.covered[i] or (not parsed.words[i].is_word and word not in helping) or _is_in_code(parsed, i):
            continue
        if word in helping:
            if word != "'s":
                found.append(i)
        elif i in known:
            if not _is_attributive(parsed, i) and not _is_owned(parsed, i):
                found.append(i)
        elif (
            (word in present and _may_follow_subject(parsed, i))
            or _is_present(parsed, i)
            or _is_of_speaker(parsed, i)
            or _is_imperative(parsed, i)
        ):
            found.append(i)
    return found


def _is_in_code(parsed: ParsedSentence, i: int) -> bool:
    """``max_rows``: a word of a name in a program is no verb."""
    words = parsed.words
    joints = (at for at in (i - 1, i + 1) if 0 < at < len(words) - 1 and words[at].text == "_")
    return any(words[at - 1].end == words[at].start and words[at].end == words[at + 1].start for at in joints)


def _is_attributive(parsed: ParsedSentence, i: int) -> bool:
    """``registered players``: a participle that opens a noun phrase, or stands behind its article."""
    low, behind = parsed.lower_forms, i + 1
    if behind >= len(low) or parsed.covered[behind] or not parsed.words[behind].is_word:
        return False
    if not low[i].endswith(("ed", "ing", "en")) or low[behind] in stopwords() or low[behind].endswith("ly"):
        return False
    if (
        low[behind] in PREPOSITIONS
        or low[behind] in _BEFORE_NOUN
        or low[behind] in auxiliaries()
        or behind in parsed.verbs
    ):
        return False
    before = low[i - 1] if i else ""
    opens = i == 0 or before in CLAUSE_MARKS or before in {"(", "-", "*", "."}
    return opens or before in _BEFORE_NOUN or before in PREPOSITIONS or parsed.covered[i - 1] == 2


def _is_owned(parsed: ParsedSentence, i: int) -> bool:
    """``the guild's keel``: behind the "'s" of a noun or a name, a word that is no past is a noun."""
    low = parsed.lower_forms
    return i > 1 and low[i - 1] == "'s" and low[i - 2] not in _BEFORE_THIRD and not looks_past(low[i])


def _may_follow_subject(parsed: ParsedSentence, i: int) -> bool:
    before = parsed.lower_forms[i - 1] if i else ""
    return i > 0 and parsed.covered[i - 1] != 2 and before not in _BEFORE_NOUN and before not in PREPOSITIONS


def _is_of_speaker(parsed: ParsedSentence, i: int) -> bool:
    """``we report``, ``they also hold``: the first word behind such a pronoun that is no adverb."""
    low = parsed.lower_forms
    if low[i] in stopwords() or low[i] in PREPOSITIONS or low[i].endswith("ly"):
        return False
    before = i - 1
    while before >= 0 and i - before <= ADVERBS_BEFORE_VERB and (low[before] in _ADVERBS or low[before].endswith("ly")):
        before -= 1
    return before >= 0 and low[before] in _BEFORE_BASE


def _is_imperative(parsed: ParsedSentence, i: int) -> bool:
    """``Choose a boat``, ``please call us``: the first word, before an article or a pronoun that is its object."""
    low, behind = parsed.lower_forms, i + 1
    if behind >= len(low) or low[i] in stopwords() or low[i] in PREPOSITIONS or not all(w in _ASKING for w in low[:i]):
        return False
    return low[behind] in _BEFORE_NOUN or low[behind] in _OBJECT_PRONOUNS


def _is_present(parsed: ParsedSentence, i: int) -> bool:
    """``weighs 4 tonnes``, ``the towers stand 96 metres``: a form of the present right before a value or an article."""
    low, behind = parsed.lower_forms, i + 1
    if behind >= len(low) or low[i] in stopwords():
        return False
    if i == 0 or not parsed.words[i - 1].is_word:
        return _is_third(low[i]) and _counts_things(parsed, behind)
    if not parsed.words[i].text.islower() or not (_is_quantity(parsed, behind) or low[behind] in _OPENING_OBJECT):
        return False
    before = low[i - 1]
    if parsed.covered[i - 1] == 2 or before in _BEFORE_NOUN or before in PREPOSITIONS or before == "'s":
        return False
    if low[i] in present_plurals():
        return before not in _BEFORE_THIRD and singular(before) != before
    return _is_third(low[i]) and (before in _BEFORE_THIRD or not before.endswith("s"))


def _is_third(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and base(word) != word


def _counts_things(parsed: ParsedSentence, i: int) -> bool:
    """``Weaves 30 rows``: a count with its noun, which a label such as "Employees 4,100" does not have."""
    return any(
        mention.kind == "count" and mention.noun is not None and first <= i < last
        for mention, (first, last) in zip(parsed.mentions, parsed.spans, strict=True)
    )


def _is_quantity(parsed: ParsedSentence, i: int) -> bool:
    """The word belongs to a value that a verb may take: any but a date."""
    if parsed.covered[i] != 2:
        return False
    return all(
        mention.kind != "date"
        for mention, (first, last) in zip(parsed.mentions, parsed.spans, strict=True)
        if first <= i < last
    )


def clauses(parsed: ParsedSentence, verbs: Sequence[int], phrases: Sequence[Phrase]) -> list[Clause]:
    """The clauses of a sentence, in order; ``verbs`` are its ``predicates``, ``phrases`` its phrases in order."""
    cuts: list[tuple[int, int, str]] = []
    low, known = parsed.lower_forms, set(verbs)
    told = bool(low) and (low[0] in PREPOSITIONS or low[0] in SUBORDINATORS)
    for i, word in enumerate(low):
        told = told or i in known
        if parsed.covered[i]:
            continue
        if word in CLAUSE_MARKS or word in {"(", ")"} or _is_full_stop(parsed, i):
            cuts.append((i, i + 1, word))
        elif word == "," and i + 1 in known and _is_reduced(parsed, i + 1, phrases):
            cuts.append((i, i + 1, "reduced"))
        elif (word in SUBORDINATORS or (told and (word == "," or word in _CONJUNCTIONS))) and _opens_clause(
            parsed, i + 1, verbs, phrases
        ):
            cuts.append((i, i + 1, word))
        elif i in known and word in _SAYING and _opens_clause(parsed, i + 1, verbs, phrases):
            cuts.append((i + 1, i + 1, word))
        else:
            continue
        told = False
    found, first, opener = [], 0, ""
    for end, begin, word in [*cuts, (len(low), len(low), "")]:
        found.append(Clause(first, end, opener))
        first, opener = begin, word
    return [clause for clause in found if clause.first < clause.last]


def _is_reduced(parsed: ParsedSentence, i: int, phrases: Sequence[Phrase]) -> bool:
    """``the guild, founded in 1888``: a participle with no object, behind the comma behind a phrase."""
    low = parsed.lower_forms
    n = bisect_left(phrases, i, key=_first) - 1
    beside = n >= 0 and any(p.last == i - 1 for p in phrases[max(0, n - CLAUSE_PHRASES) : n + 1])
    behind = i + 1 < len(low) and (low[i + 1] in PREPOSITIONS or low[i + 1] in _PARTICLES or parsed.covered[i + 1] == 2)
    return beside and behind and looks_past(low[i])


def _is_full_stop(parsed: ParsedSentence, i: int) -> bool:
    return (
        parsed.lower_forms[i] == "." and i + 1 < len(parsed.words) and parsed.words[i].end < parsed.words[i + 1].start
    )


def _opens_clause(parsed: ParsedSentence, at: int, verbs: Sequence[int], phrases: Sequence[Phrase]) -> bool:
    """A verb follows, right behind adverbs or behind a free phrase and what belongs to it."""
    low = parsed.lower_forms
    i = at
    while i < len(low) and i - at < ADVERBS_BEFORE_VERB and (low[i] in _ADVERBS or low[i].endswith("ly")):
        i += 1
    n = bisect_left(verbs, i)
    if n >= len(verbs):
        return False
    if verbs[n] == i:
        return True
    if verbs[n] - at > CLAUSE_REACH:
        return False
    between = low[at : verbs[n]]
    if any(word in CLAUSE_MARKS or word in {",", "(", ")"} or word in _CONJUNCTIONS for word in between):
        return False
    x = bisect_left(phrases, at, key=_first)
    inside = phrases[x : bisect_left(phrases, verbs[n], key=_first)]
    return any(p.free for p in inside) and len(inside) <= CLAUSE_PHRASES


def topical_phrase(
    parsed: ParsedSentence, at: int, found: Sequence[Clause], verbs: Sequence[int], phrases: Sequence[Phrase]
) -> Topical | None:
    """The phrase that the clause of word ``at`` is about."""
    n = max(0, bisect_right(found, at, key=_first) - 1)
    how = "own"
    while n >= 0 and found:
        clause = found[n]
        own = _own_phrase(parsed, clause, verbs, phrases)
        if own is not None:
            return Topical(own, how)
        if clause.opener in _RELATIVE or clause.opener in {"(", "reduced"}:
            before = _antecedent(parsed, clause.first, phrases)
            return Topical(before, "antecedent") if before is not None else None
        how, n = "shared", n - 1
    return _behind_participle(parsed, found, verbs, phrases)


def _behind_participle(
    parsed: ParsedSentence, found: Sequence[Clause], verbs: Sequence[int], phrases: Sequence[Phrase]
) -> Topical | None:
    """``Founded in 1904, the museum holds``: an opening participle is of what the next clause is about."""
    if len(found) < 2 or found[1].opener != ",":
        return None
    own = _own_phrase(parsed, found[1], verbs, phrases)
    return Topical(own, "own") if own is not None else None


def _antecedent(parsed: ParsedSentence, at: int, phrases: Sequence[Phrase]) -> Phrase | None:
    """The phrase right before; of ``the Osier Fund, a charity, which`` the one that the last describes."""
    n = bisect_left(phrases, at, key=_first) - 1
    if n < 0:
        return None
    low, first = parsed.lower_forms, phrases[n].first
    first -= first > 0 and low[first - 1] in _INDEFINITE
    if n and first > 1 and low[first - 1] == "," and low[first] in _INDEFINITE and phrases[n - 1].last == first - 1:
        return phrases[n - 1]
    return phrases[n]


def _own_phrase(
    parsed: ParsedSentence, clause: Clause, verbs: Sequence[int], phrases: Sequence[Phrase]
) -> Phrase | None:
    """The first free phrase before the clause's verb, or behind the comma of an opening participle."""
    n = bisect_left(verbs, clause.first)
    verb = verbs[n] if n < len(verbs) and verbs[n] < clause.last else clause.last
    x = bisect_left(phrases, clause.first, key=_first)
    inside = [p for p in phrases[x : bisect_left(phrases, clause.last, key=_first)] if p.free]
    before = [p for p in inside if p.last <= verb]
    if before:
        return before[0]
    if verb < clause.last and clause.opener in _OPENING:
        comma = next((i for i in range(verb, clause.last) if parsed.lower_forms[i] == ","), None)
        later = next((v for v in verbs if comma is not None and v > comma), None)
        behind = [p for p in inside if comma is not None and comma < p.first and (later is None or p.last <= later)]
        return behind[0] if behind else None
    return None
