"""Reads timelines: a date that is a heading dates the events under it."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from checker.claims.attribute_triggers import Trigger
from checker.claims.claim_builder import ClaimBuilder
from checker.language.language import derived, table
from checker.linguistics.coreference import Discourse
from checker.linguistics.sentence import ParsedSentence
from checker.model.document import Block, Document, Sentence
from checker.model.value import Mention

_OVER_TEXT = frozenset({"title", "heading", "links", "boilerplate"})
_FAR = 8.0
_DATE_HEADING = 3
"""The level of a heading that is a date."""
_LINE = 100
"""A paragraph is text from this many characters on, and no line about it."""
_LEAD = 80
"""A longer line opens no list of figures."""
_REACH = 600
"""How many characters below its date an event may be."""


def enter(discourse: Discourse, document: Document, sentence: Sentence, mentions: list[Mention]) -> None:
    """Note the date that a heading is made of, and the period that a report's title, heading or list is for."""
    block = document.blocks[sentence.block]
    if sentence.start <= block.start:
        opens = block.kind == "item" and bool(block.key) and mentions and mentions[0].kind == "date"
        dated = opens and mentions[0].start <= block.start + 1 and not mentions[0].relative
        discourse.entry_date = mentions[0] if dated else None
    if block.kind not in {"heading", "title"}:
        if block.header and names_period(block):
            discourse.title_period = _only(mentions) or discourse.title_period
            discourse.report_period = discourse.heading_period = discourse.title_period
        if block.kind == "paragraph":
            text = document.plain[sentence.start : sentence.end]
            lead = _reported(text, mentions) if len(text) < _LEAD and text.rstrip(" *").endswith(":") else None
            discourse.report_period = lead or discourse.heading_period
        return
    year = _reported(document.plain[sentence.start : sentence.end], mentions)
    if year is not None and (
        block.kind == "title" or (discourse.title_period is None and _opens(document, sentence.block))
    ):
        discourse.title_period = year
    discourse.report_period = discourse.heading_period = year or discourse.title_period
    whole = document.plain[sentence.start : sentence.end].strip(" #*:")
    only = mentions[0] if len(mentions) == 1 and mentions[0].kind == "date" else None
    if only is not None and _dateline(document, sentence.block):
        only = None
    discourse.heading_date = only if only is not None and len(only.text) >= len(whole) and not only.relative else None


def names_period(block: Block) -> bool:
    """Whether a value in the header of a page says which period the page is for: ``season: 2016/17``."""
    return block.header and block.kind == "pair" and (block.key or "") in _periods()


def _opens(document: Document, index: int) -> bool:
    """Whether nothing but headings stands before a block."""
    return all(block.kind in _OVER_TEXT for block in document.blocks[:index])


def _only(mentions: list[Mention]) -> Mention | None:
    """The one date among the values of a line, where it is the only value and has a beginning and an end."""
    only = mentions[0] if len(mentions) == 1 and mentions[0].kind == "date" else None
    if only is None or only.relative or not only.low or not only.high or only.modifier not in {"exact", "range"}:
        return None
    return only


def _dateline(document: Document, block: int) -> bool:
    """A date under a title, the one heading of its kind: the day that the text was published."""
    dates = [n for n, b in enumerate(document.blocks) if b.kind == "heading" and b.level == _DATE_HEADING]
    text = next((n for n, b in enumerate(document.blocks) if b.kind == "paragraph" and b.end - b.start > _LINE), 0)
    return dates == [block] and 0 < block < text


def _reported(heading: str, mentions: list[Mention]) -> Mention | None:
    """``Annual Report 2023``, ``Key figures 2022``: the one period that figures without a date are for."""
    only = _only(mentions)
    if only is None:
        return None
    words = {word.strip(".,:;()#*").lower() for word in heading.split()}
    return None if words.isdisjoint(_reports()) else only


@derived
def _periods() -> frozenset[str]:
    return frozenset(table("text/periods"))


@derived
def _reports() -> frozenset[str]:
    return frozenset(table("text/reports"))


def under_date(
    builder: ClaimBuilder, sentence: Sentence, parsed: ParsedSentence
) -> tuple[ParsedSentence, int, list[Trigger]] | None:
    """A sentence without a date, laid out as if it opened with the one above it, where its verb happens once."""
    date = builder.discourse.heading_date if builder.discourse.release is None else None
    date = builder.discourse.entry_date or date
    kind = builder.document.blocks[sentence.block].kind
    if date is None or kind not in {"paragraph", "item"} or any(m.kind == "date" for m in parsed.mentions):
        return None
    if parsed.end - date.start > _REACH:
        return None
    laid = replace(parsed, start=date.start, mentions=[date], spans=[(0, 0)])
    found = [
        t for t in builder.lexicon.triggers(laid, 0) if t.cost <= _FAR and t.manner == "verb" and t.at in parsed.verbs
    ]
    once = [t for t in found if builder.lexicon.entries[t.attribute].holds == "once"]
    if once and found[0] in once:
        return laid, 0, once
    return (laid, 0, [_struck(parsed)]) if _tells_of_a_happening(builder, parsed) else None


def _tells_of_a_happening(builder: ClaimBuilder, parsed: ParsedSentence) -> bool:
    """The sentence counts the people that something befell, once: ``Nine men die when a hoist falls``."""
    counted = takewhile(lambda c: c.evidence.start == parsed.start, reversed(builder.claims))
    return any(c.attribute in _tolls() and c.modality == "asserted" for c in counted)


def _struck(parsed: ParsedSentence) -> Trigger:
    """What calls for the day of a happening: the first verb, or the sentence itself."""
    return Trigger(table("language/happenings")["dated"], "noun", parsed.verbs[0] if parsed.verbs else 0)


@derived
def _tolls() -> frozenset[str]:
    return frozenset(table("language/happenings")["tolls"])
