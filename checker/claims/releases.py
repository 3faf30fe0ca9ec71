"""Reads changelogs: a heading that is a version and its date is a release, and what stands under it happened in it."""

from __future__ import annotations

from dataclasses import replace

from checker.claims import settings
from checker.claims.claim_builder import ClaimBuilder
from checker.language.names import Name, fold
from checker.language.release_lines import ReleaseLine, release_line
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import ParsedSentence
from checker.model.claim import Scope
from checker.model.document import Document, Sentence
from checker.model.reasons import AttributeReason
from checker.model.value import Mention

_RELEASED = "released"
_REST = 30
"""So many characters of the heading may be neither version nor date: a nickname."""


def release_of(document: Document, index: int, mentions: list[Mention]) -> tuple[ReleaseLine, Mention] | None:
    """The release that a heading is of, and its date."""
    block = document.blocks[index]
    if block.kind != "heading":
        return None
    text = document.plain[block.start : block.end]
    found = release_line(text)
    dates = [m for m in mentions if m.kind == "date" and not m.relative and block.start <= m.start]
    if found is None or len(dates) != 1 or dates[0].start < block.start + found.end - 1:
        return None
    return (found, dates[0]) if len(text) - found.end - len(dates[0].text) <= _REST else None


def enter(builder: ClaimBuilder, index: int, mentions: list[Mention]) -> bool:
    """Note the release that a heading opens, or that another heading ends; True where it opens one."""
    d, document = builder.discourse, builder.document
    block = document.blocks[index]
    if block.kind not in {"heading", "title"}:
        return False
    found = release_of(document, index, mentions)
    if found is None:
        if d.release is not None and block.level > document.blocks[d.release_block].level:
            d.section, d.heading_date = d.release, d.release_date
        else:
            d.release = d.release_date = None
        return False
    line, date = found
    product = _product(builder, line)
    name = f"{builder.shown(product)} {line.version}"
    d.release = builder.entities.cluster_of(Name(block.start, block.end, name, fold(name)))
    d.release_block, d.release_date = index, date
    d.section, d.heading_date = d.release, date
    return True


def state(builder: ClaimBuilder, parsed: ParsedSentence, index: int) -> None:
    """The day of the release."""
    release = builder.discourse.release
    assert release is not None
    basis = AttributeReason.LABEL.basis(release.name)
    builder.state(release, _RELEASED, parsed.mentions[index], Scope(), parsed, index, False, basis, "referred")


def before_it(parsed: ParsedSentence, index: int, date: Mention) -> Mention:
    """When a value of a release's notes held: from its day on, or up to it where it is what was before."""
    if not settings.is_former(parsed, index):
        return date
    return replace(date, low=None, edtf=f"../{date.edtf}")


def without_verb(builder: ClaimBuilder, sentence: Sentence, names: list[Name]) -> list[Name]:
    """The names of a release's note without the word it opens with, mostly a verb: ``Fixes``, ``Added``, ``Faster``."""
    if builder.discourse.release is None or not names or names[0].start != sentence.start or " " in names[0].text:
        return names
    return names if builder.entities.cluster_of(names[0]).count > 1 else names[1:]


def _product(builder: ClaimBuilder, line: ReleaseLine) -> EntityCluster:
    """What the release is one of: named before the version, or by the last heading over it that names something."""
    if line.product:
        return builder.entities.cluster_of(Name(0, 0, line.product, fold(line.product)))
    topic = builder.discourse.product or builder.discourse.topic
    assert topic is not None
    return topic
