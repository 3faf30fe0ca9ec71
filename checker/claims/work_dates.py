"""Finds the work that a year dates by standing before a noun for it: ``her 1998 novel Low Tide``."""

from __future__ import annotations

from checker.claims.claim_builder import ClaimBuilder
from checker.claims.thresholds import WORK_WORDS
from checker.language.language import derived, table, word_set
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import PREPOSITIONS, ParsedSentence
from checker.linguistics.syntax import grammatical_subject

_ARTICLES = word_set("language/clauses", "indefinite")
_BEFORE = word_set("language/clauses", "determiners", "indefinite", "before_work")
_BEHIND = word_set("language/clauses", "behind_work")
_IS = word_set("language/clauses", "is")


@derived
def _attributes() -> dict[str, str]:
    """Noun for a work to the attribute that dates it."""
    return {noun: attribute for attribute, nouns in table("names/works").items() for noun in nouns}


def work_of(builder: ClaimBuilder, parsed: ParsedSentence, index: int) -> tuple[EntityCluster, str] | None:
    """The work that the year before it dates, by its name behind a noun or by what is said to be one."""
    mention = parsed.mentions[index]
    first, last = parsed.spans[index]
    if mention.kind != "date" or mention.resolution != "year" or mention.modifier != "exact" or last - first != 1:
        return None
    noun = _noun_behind(parsed, last) if first and parsed.lower_forms[first - 1] in _BEFORE else None
    if noun is None:
        return None
    attribute = _attributes()[parsed.lower_forms[noun]]
    name = next(
        (i for i in range(noun + 1, len(parsed.words)) if parsed.words[i].is_word and parsed.lower_forms[i] != "the"),
        None,
    )
    for referent in parsed.referents:
        if referent.kind == "name" and referent.first == name and not referent.possessive:
            entity = builder.discourse.resolve(referent)[0]
            return (entity, attribute) if entity is not None else None
    if first > 1 and parsed.lower_forms[first - 1] in _ARTICLES and parsed.lower_forms[first - 2] in _IS:
        about = grammatical_subject(parsed, first - 2, builder.discourse)
        return (about[0].entity, attribute) if len(about) == 1 and not about[0].part else None
    return None


def _noun_behind(parsed: ParsedSentence, last: int) -> int | None:
    """The word right behind a year and what describes the work that is one of the nouns for works."""
    found = None
    for i in range(last, min(len(parsed.words), last + WORK_WORDS + 1)):
        word = parsed.words[i]
        if word.low in _attributes() and not parsed.covered[i]:
            found = i
        elif (
            found is not None
            or not word.is_word
            or word.low in PREPOSITIONS
            or parsed.covered[i] == 2
            or i in parsed.verbs
        ):
            break
    following = parsed.words[found + 1] if found is not None and found + 1 < len(parsed.words) else None
    if following is not None and following.is_word and not following.capital and not _goes_on(following.low):
        return None
    return found


def _goes_on(low: str) -> bool:
    """The noun phrase ends before the word: no "film director"."""
    return low in PREPOSITIONS or low in _BEHIND or low.endswith("ed")
