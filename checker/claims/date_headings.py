"""Reads timelines: a date that is a heading dates the events under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.claims import document_period, reported_stretch
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
from checker.model.period import Period
from checker.model.reasons import AttributeReason
from checker.model.value import Mention

_APART = (",", "(", ":", " -", "|", ";")
_AROUND = " #*_:,.;()[]|/-\u2013\u2014"


def under_heading(
    discourse: Discourse,
    document: Document,
    sentence: Sentence,
    mentions: list[Mention],
    series: Mapping[int, Period],
) -> Discourse:
    """The discourse at a sentence, with the date or the period that the heading over it names.

    ``series``: the periods of the headings that are one of a series, by their blocks.
    """
    block = document.blocks[sentence.block]
    text = document.plain[sentence.start : sentence.end]
    if sentence.start <= block.start:
        discourse = discourse._replace(entry_date=_entry_date(block, mentions))
    if block.kind == "paragraph":
        opens = len(text) < LEAD_CHARACTERS and text.rstrip(" *").endswith(":")
        lead = _reported(document, block, text, mentions) if opens else None
        return discourse if lead is discourse.lead_period else discourse._replace(lead_period=lead)
    if block.kind not in {"heading", "title"}:
        return discourse
    only = mentions[0] if len(mentions) == 1 and mentions[0].kind == "date" else None
    if only is not None and (
        _dateline(document, sentence.block) or len(only.text) < len(text.strip(" #*:")) or only.relative
    ):
        only = None
    period = series.get(sentence.block) or _reported(document, block, text, mentions)
    if period is None and sentence.block and block.kind == "heading":
        dated = document_period.only_date(mentions) if only is not None else _set_apart(text, sentence.start, mentions)
        period = document_period.heading_period(dated) if dated is not None else None
    over = tuple(known for known in discourse.section_periods if known[0] < block.level)
    over = (*over, (block.level, period)) if period is not None else over
    return discourse._replace(lead_period=None, section_periods=over, heading_date=only)


def _entry_date(block: Block, mentions: list[Mention]) -> Mention | None:
    """The date that an entry of a chronicle opens with."""
    first = mentions[0] if block.kind == "item" and block.key and mentions else None
    dated = first is not None and first.kind == "date" and not first.relative and first.start <= block.start + 1
    return first if dated else None


def _dateline(document: Document, block: int) -> bool:
    """A date under a title, the one heading of its kind: the day that the text was published."""
    dates = [n for n, b in enumerate(document.blocks) if b.kind == "heading" and b.level == DATE_HEADING_LEVEL]
    text = next(
        (n for n, b in enumerate(document.blocks) if b.kind == "paragraph" and b.end - b.start > PARAGRAPH_CHARACTERS),
        0,
    )
    return dates == [block] and 0 < block < text


def _reported(document: Document, block: Block, heading: str, mentions: list[Mention]) -> Period | None:
    """``Annual Report 2023``, ``Key figures 2022``: the one period that figures without a date are for."""
    stretch = reported_stretch.stated(block, document.plain, mentions, document_period.reports(heading))
    if stretch is not None:
        return document_period.heading_period(stretch)
    only = document_period.only_date(mentions)
    return document_period.heading_period(only) if only is not None and document_period.reports(heading) else None


def _set_apart(heading: str, start: int, mentions: list[Mention]) -> Mention | None:
    """``Open days, spring 2019``: a date behind a mark, at the end of a heading."""
    only = document_period.dated_alone(mentions)
    if only is None:
        return None
    before, behind = heading[: only.start - start].rstrip(), heading[only.end - start :].strip(" *#:.)")
    return only if not behind and before.endswith(_APART) else None


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
