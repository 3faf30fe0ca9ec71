"""Counts the entries that an infobox lists behind a label: ``Labels: Corran; Lund Records``."""

from __future__ import annotations

from checker.claims.claim_builder import ClaimBuilder
from checker.claims.thresholds import ITEM_WORDS
from checker.language.language import derived, table, word_set
from checker.language.words import LISTED, words
from checker.linguistics.sentence import parse
from checker.model.claim import Scope
from checker.model.document import Block, Sentence
from checker.model.reasons import AttributeReason
from checker.model.value import Mention

_MARKS = frozenset("/&:")
_SUFFIXES = word_set("names/labels", "suffixes")


@derived
def _labels() -> dict[str, tuple[str, bool]]:
    """For each label what stands behind it, and whether that is all there is."""
    lists = table("language/sheet_lists")
    return {
        key: (noun, kind == "whole")
        for kind in ("whole", "open")
        for noun, e in lists[kind].items()
        for key in e["keys"]
    }


@derived
def _unsure() -> frozenset[str]:
    return frozenset(table("language/sheet_lists")["unsure"])


def read(builder: ClaimBuilder, block: Block, sentence: Sentence) -> None:
    """State how many entries the labelled line lists, where it is a list and the text has a topic."""
    if block.kind != "pair" or not block.key or len(block.cells) != 2:
        return
    noun, whole = _labels().get(block.key.lower().strip(" *"), ("", False))
    d = builder.discourse
    topic = d.section if d.section is not None else d.topic
    if not noun or topic is None:
        return
    start, end = block.cells[1]
    value = builder.document.plain[start:end]
    start, value = start + len(value) - len(value.lstrip()), value.strip(" .\n")
    number = _items(value, noun in table("language/sheet_lists")["compound"])
    if not number or (number == 1 and not whole):
        return
    stated = str(number)
    mention = Mention(
        "count",
        start,
        start + len(value),
        builder.document.text[start : start + len(value)],
        stated,
        stated if whole else None,
        noun.split(" ")[-1],
        "exact" if whole else "at_least",
        noun=noun,
        resolution="1",
    )
    parsed = parse(builder.document.plain, block.start, block.end, [], [mention])
    attribute = LISTED + noun.replace(" ", "_")
    builder.state(
        topic, attribute, mention, Scope(), parsed, 0, True, AttributeReason.LIST_LABEL.basis(block.key), "referred"
    )


def _items(value: str, compound: bool) -> int:
    """How many entries a line lists; 0 where that is not certain, as with commas inside names."""
    bare = _without_parentheses(value)
    lower_forms = {w.low for w in words(bare, 0, len(bare))}
    if lower_forms & _unsure() or any(c.isdigit() for c in bare) or _MARKS & set(bare) or ". " in bare:
        return 0
    if ";" in bare:
        return sum(bool(part.strip(" ,")) for part in bare.split(";"))
    if compound and "," in bare:
        return 0
    parts = [part.strip() for part in bare.replace(" and ", ",").split(",")]
    parts = [part for part in parts if part and part.lower() not in _SUFFIXES]
    plain = all(part[0].isalpha() and len(part.split()) <= ITEM_WORDS for part in parts)
    return len(parts) if plain else 0


def _without_parentheses(value: str) -> str:
    depth, kept = 0, []
    for character in value:
        depth += character in "(["
        if not depth:
            kept.append(character)
        depth -= character in ")]" and depth > 0
    return "".join(kept)
