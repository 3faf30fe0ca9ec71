"""Reads timelines: a date that is a heading dates the events under it."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from checker.claims.attribute_triggers import Trigger
from checker.claims.claim_builder import ClaimBuilder
from checker.claims.thresholds import (
    DATE_HEADING_LEVEL,
    DATED_CHARACTERS,
    HEADING_DATE_COST,
    HEADING_DAY_WORDS,
    LEAD_CHARACTERS,
    PARAGRAPH_CHARACTERS,
)
from checker.language.language import derived, table
from checker.language.release_lines import release_line
from checker.language.words import stopwords
from checker.linguistics.coreference import Discourse
from checker.linguistics.sentence import ParsedSentence
from checker.model.claim import Claim, Scope
from checker.model.document import Block, Document, Sentence
from checker.model.reasons import AttributeReason
from checker.model.value import Mention

_AROUND = " #*_:,.;()[]|/-\u2013\u2014"
_OVER_TEXT = frozenset({"title", "heading", "links", "boilerplate"})


def under_heading(discourse: Discourse, document: Document, sentence: Sentence, mentions: list[Mention]) -> Discourse:
    """The discourse at a sentence, with the date that the heading over it is, and the period its figures are for."""
    block = document.blocks[sentence.block]
    text = document.plain[sentence.start : sentence.end]
    if sentence.start <= block.start:
        discourse = discourse._replace(entry_date=_entry_date(block, mentions))
    if block.kind == "paragraph":
        lead = _reported(text, mentions) if len(text) < LEAD_CHARACTERS and text.rstrip(" *").endswith(":") else None
        period = lead or discourse.heading_period
        return discourse if period is discourse.report_period else discourse._replace(report_period=period)
    if block.kind not in {"heading", "title"}:
        return discourse
    year, title = _reported(text, mentions), discourse.title_period
    if year is not None and (block.kind == "title" or (title is None and _opens(document, sentence.block))):
        title = year
    only = mentions[0] if len(mentions) == 1 and mentions[0].kind == "date" else None
    if only is not None and (
        _dateline(document, sentence.block) or len(only.text) < len(text.strip(" #*:")) or only.relative
    ):
        only = None
    period = year or title
    return discourse._replace(title_period=title, report_period=period, heading_period=period, heading_date=only)


def _entry_date(block: Block, mentions: list[Mention]) -> Mention | None:
    """The date that an entry of a chronicle opens with."""
    first = mentions[0] if block.kind == "item" and block.key and mentions else None
    dated = first is not None and first.kind == "date" and not first.relative and first.start <= block.start + 1
    return first if dated else None


def under_header(discourse: Discourse, document: Document, mentions: list[Mention], starts: list[int]) -> Discourse:
    """The discourse of a page whose header names the period that it is for, or the day it was last changed."""
    period = day = None
    for block in itertools.takewhile(attrgetter("header"), document.blocks):
        only = _only(mentions[bisect_left(starts, block.start) : bisect_left(starts, block.end)])
        if not is_of_page(block) or only is None or not only.low:
            continue
        if block.key in _periods():
            period = period or only
        elif day is None or not day.low or day.low < only.low:
            day = only
    return discourse._replace(title_period=period, report_period=period, heading_period=period, header_date=day)


def is_of_page(block: Block) -> bool:
    """Whether a value in the header of a page says which period or day the page is of: ``season: 2016/17``."""
    return block.header and block.kind == "pair" and (block.key in _periods() or block.key in _days())


def _opens(document: Document, index: int) -> bool:
    """Whether a heading belongs to the title: nothing but headings stands before it, and it has no text of its own,
    or no blank line parts it from the line before."""
    blocks = document.blocks
    empty = index + 1 < len(blocks) and blocks[index + 1].kind == "heading"
    beside = index > 0 and document.plain[blocks[index - 1].end : blocks[index].start].count("\n") == 1
    return (empty or beside) and all(block.kind in _OVER_TEXT for block in blocks[:index])


def _only(mentions: list[Mention]) -> Mention | None:
    """The one date among the values of a line, where it is the only value and has a beginning and an end."""
    only = mentions[0] if len(mentions) == 1 and mentions[0].kind == "date" else None
    if only is None or only.relative or not only.low or not only.high or only.modifier not in {"exact", "range"}:
        return None
    return only


def _dateline(document: Document, block: int) -> bool:
    """A date under a title, the one heading of its kind: the day that the text was published."""
    dates = [n for n, b in enumerate(document.blocks) if b.kind == "heading" and b.level == DATE_HEADING_LEVEL]
    text = next(
        (n for n, b in enumerate(document.blocks) if b.kind == "paragraph" and b.end - b.start > PARAGRAPH_CHARACTERS),
        0,
    )
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
def _days() -> frozenset[str]:
    return frozenset(table("text/front_matter")["dates"])


@derived
def _reports() -> frozenset[str]:
    return frozenset(table("text/reports"))


def state_day(builder: ClaimBuilder, block: Block, parsed: ParsedSentence, index: int) -> None:
    """State the day in a heading that names what was then, as a part of the text's topic: ``AGM, 14 March 2023``."""
    mention, topic = parsed.mentions[index], builder.discourse.topic
    text = builder.document.plain[block.start : block.end]
    at = mention.start - block.start
    dates = [other for other in parsed.mentions if other.kind == "date"]
    if topic is None or mention.kind != "date" or mention.resolution != "day" or len(dates) > 1:
        return
    rest = " ".join(f"{text[:at]} {text[at + len(mention.text) :]}".split()).strip(_AROUND)
    released = release_line(text) is not None
    words = [word.strip(_AROUND).lower() for word in rest.split()]
    if not released and not any(word.isalpha() and word not in _undated() for word in words):
        return
    if len(words) > HEADING_DAY_WORDS or parsed.verbs:
        return
    attribute = "released" if released else "date"
    basis = AttributeReason.LABEL.basis(rest)
    part = "_".join(filter(None, words))
    builder.state(topic, attribute, mention, Scope(), parsed, index, not released, basis, "topic", part, part_name=rest)


@derived
def _undated() -> frozenset[str]:
    """Words beside a day that name nothing: those of the week, small ones, and those of a text's own history."""
    return frozenset((*table("names/calendar")["days"], *table("text/front_matter")["dates"])) | stopwords()


def under_date(
    builder: ClaimBuilder, sentence: Sentence, parsed: ParsedSentence, stated: Sequence[Claim]
) -> tuple[ParsedSentence, int, list[Trigger]] | None:
    """A sentence without a date, laid out as if it opened with the one above it, where its verb happens once.

    ``stated``: the claims of the sentence so far.
    """
    date = builder.discourse.heading_date if builder.discourse.release is None else None
    date = builder.discourse.entry_date or date
    kind = builder.document.blocks[sentence.block].kind
    if date is None or kind not in {"paragraph", "item"} or any(m.kind == "date" for m in parsed.mentions):
        return None
    if parsed.end - date.start > DATED_CHARACTERS:
        return None
    laid = replace(parsed, start=date.start, mentions=[date], spans=[(0, 0)])
    found = [
        t
        for t in builder.lexicon.triggers(laid, 0)
        if t.cost <= HEADING_DATE_COST and t.manner == "verb" and t.at in parsed.verbs
    ]
    once = [t for t in found if builder.lexicon.entries[t.attribute].holds == "once"]
    if once and found[0] in once:
        return laid, 0, once
    return (laid, 0, [_struck(parsed)]) if _tells_of_a_happening(stated) else None


def _tells_of_a_happening(stated: Sequence[Claim]) -> bool:
    """The sentence counts the people that something befell, once: ``Nine men die when a hoist falls``."""
    return any(claim.attribute in _tolls() and claim.modality == "asserted" for claim in stated)


def _struck(parsed: ParsedSentence) -> Trigger:
    """What calls for the day of a happening: the first verb, or the sentence itself."""
    return Trigger(table("language/happenings")["dated"], "noun", parsed.verbs[0] if parsed.verbs else 0)


@derived
def _tolls() -> frozenset[str]:
    return frozenset(table("language/happenings")["tolls"])
