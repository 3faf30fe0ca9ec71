"""Reads changelogs: a heading that is a version and its date is a release, and what stands under it happened in it."""

from __future__ import annotations

from dataclasses import replace

from checker.claims import settings
from checker.claims.claim_builder import ClaimBuilder
from checker.claims.thresholds import RELEASE_REST
from checker.language.language import derived, table
from checker.language.names import Name, fold
from checker.language.release_lines import ReleaseLine, release_line
from checker.linguistics.coreference import Discourse
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.sentence import ParsedSentence
from checker.linguistics.title_names import names_in_full
from checker.model.claim import Scope
from checker.model.document import Document, Sentence
from checker.model.reasons import AttributeReason
from checker.model.value import Mention

_RELEASED = "released"


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
    return (found, dates[0]) if len(text) - found.end - len(dates[0].text) <= RELEASE_REST else None


def under_heading(discourse: Discourse, builder: ClaimBuilder, index: int, mentions: list[Mention]) -> Discourse:
    """The discourse at a block, with the release that a heading opens, or without the one that it ends."""
    document = builder.document
    block = document.blocks[index]
    if block.kind not in {"heading", "title"} or discourse.release_block == index:
        return discourse
    found = release_of(document, index, mentions)
    if found is None:
        if discourse.release is None:
            return discourse
        if block.level > document.blocks[discourse.release_block].level:
            return discourse._replace(section=discourse.release, heading_date=discourse.release_date)
        return discourse._replace(release=None, release_date=None, release_block=-1)
    line, date = found
    product = _product(discourse, line)
    if product.key in _unnamed():
        return discourse._replace(heading_date=date, release=None, release_date=None, release_block=-1)
    name = f"{_bare(builder.shown(product))} {line.version}"
    release = discourse.entities.find(Name(block.start, block.end, name, fold(name)))
    return discourse._replace(
        section=release, heading_date=date, release=release, release_date=date, release_block=index
    )


@derived
def _unnamed() -> frozenset[str]:
    """Titles of changelogs that name no product, as two files of one folder may have."""
    return frozenset(table("names/labels")["changelogs"])


def _bare(name: str) -> str:
    """A product's name without the words of a title around it: ``Changelog of Corran``."""
    key = names_in_full(name)[-1] if names_in_full(name) else name.lower()
    at = name.lower().find(key)
    return name[at : at + len(key)] if at >= 0 else name


def state(builder: ClaimBuilder, parsed: ParsedSentence) -> None:
    """The day of the release, in its heading."""
    release, date = builder.discourse.release, builder.discourse.release_date
    assert release is not None
    index = next(n for n, mention in enumerate(parsed.mentions) if mention is date)
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
    return names if builder.entities.find(names[0]).count > 1 else names[1:]


def _product(discourse: Discourse, line: ReleaseLine) -> EntityCluster:
    """What the release is one of: named before the version, or by the last heading over it that names something."""
    if line.product:
        return discourse.entities.find(Name(0, 0, line.product, fold(line.product)))
    topic = discourse.product or discourse.topic
    assert topic is not None
    return topic
