"""Tells nouns that happen to a thing, or are people in it, from the nouns that are parts of it."""

from __future__ import annotations

from checker.language.language import derived, table
from checker.language.names import places
from checker.language.words import noun_class, participants, singular
from checker.linguistics.sentence import ParsedSentence
from checker.model.kinds import counts


@derived
def _happenings() -> frozenset[str]:
    return frozenset(noun for kind in table("language/happenings")["kinds"].values() for noun in kind["nouns"])


def is_event_noun(part: str) -> bool:
    """A fire or a flood happens to an entity and is no part of it."""
    return part in _happenings()


def counts_people(parsed: ParsedSentence, index: int, named: bool = False) -> bool:
    """People are counted: those of a campus are those of its school; ``named``: also by their nation's name."""
    mention = parsed.mentions[index]
    noun = singular((mention.noun or "").split(" ")[-1])
    behind = parsed.words[parsed.spans[index][1]] if named and parsed.spans[index][1] < len(parsed.words) else None
    if behind is not None and behind.low.endswith("s") and places().get(behind.low.removesuffix("s")):
        return True
    return counts(mention.kind) and (noun in participants() or noun_class(noun) == noun_class("people"))
