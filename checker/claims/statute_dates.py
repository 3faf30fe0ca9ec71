"""Finds the law that a year dates, by its name or behind it."""

from __future__ import annotations

from checker.claims.attribute_triggers import Trigger
from checker.claims.claim_builder import ClaimBuilder
from checker.claims.thresholds import LAW_BRACKET, LAW_WORDS
from checker.language.language import word_set
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import ParsedSentence

_MADE = "founded"
_BY_LAW = word_set("language/clauses", "by_law")


def law_of(builder: ClaimBuilder, parsed: ParsedSentence, index: int) -> EntityCluster | None:
    """The law that a year belongs to: ``the Harbour Act of 1911``, ``the 1911 Harbour Act``."""
    mention = parsed.mentions[index]
    if mention.kind != "date" or mention.resolution not in {"year", "day"} or mention.modifier != "exact":
        return None
    first, last = parsed.spans[index]
    for referent in parsed.referents:
        if referent.kind != "name" or referent.name is None:
            continue
        entity = builder.entities.find(referent.name)
        if entity.type != "law":
            continue
        gap = [w.low for w in parsed.words[referent.last : first]]
        if referent.last <= first and gap in (["of"], [], [","], ["("]):
            return entity
        if referent.first == last:
            return entity
        if referent.last <= first and "(" in gap[: LAW_BRACKET + 1] and ")" not in gap and len(gap) <= LAW_WORDS:
            return entity
    return None


def ends_name(parsed: ParsedSentence, index: int) -> bool:
    """The year right behind a name is part of it, and distinguishes it from its namesakes: ``the Harbour Act 1911``."""
    first = parsed.spans[index][0]
    return parsed.mentions[index].resolution == "year" and any(
        referent.kind == "name" and referent.last == first for referent in parsed.referents
    )


def made_by_law(parsed: ParsedSentence, index: int, trigger: Trigger) -> bool:
    """The law's year also dates what the law made: ``established by the Harbour Act of 1911``.

    A law may authorise a thing long after it was made, so words that also mean "authorised" do not count.
    """
    if trigger.manner != "verb" or trigger.of or trigger.at > parsed.spans[index][0] or trigger.attribute != _MADE:
        return False
    between = [w.low for w in parsed.words[trigger.at + 1 : parsed.spans[index][0]]]
    return any(x in _BY_LAW for x in between) and ";" not in between
