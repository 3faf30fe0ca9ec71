"""Finds the topic of an infobox page: its title, or the full name in it where the title is only a label."""

from __future__ import annotations

from checker.language.language import derived, table
from checker.language.names import Name, fold
from checker.linguistics.thresholds import (
    BOX_BLOCKS,
    BOX_FIRST_BLOCKS,
    BOX_NAME,
    BOX_TITLE,
)
from checker.model.document import Block, Document


@derived
def _boxes() -> tuple[frozenset[str], frozenset[str]]:
    """Headings that name no thing, and the labels of lines that name the thing."""
    labels = table("names/labels")
    return frozenset(labels["boxes"]), frozenset(labels["full_name"])


def title_of(document: Document) -> Name | None:
    """The title of a page that goes on with labelled lines, whatever words it is made of; None for other pages."""
    blocks = [
        b for b in document.blocks if b.kind not in {"boilerplate", "links"} and not (b.header and b.kind == "pair")
    ][: BOX_BLOCKS + 1]
    if len(blocks) < 2 or blocks[0].kind not in {"title", "heading"} or blocks[1].kind != "pair":
        return None
    if sum(b.kind == "pair" for b in blocks[1 : BOX_FIRST_BLOCKS + 1]) * 2 < len(blocks[1 : BOX_FIRST_BLOCKS + 1]):
        return None
    start, end = blocks[0].start, blocks[0].end
    text = document.plain[start:end].strip(" #*:\n")
    headings, labels = _boxes()
    if text.lower() in headings:
        named = [b for b in blocks[1:] if b.kind == "pair" and b.key and b.key.lower() in labels and len(b.cells) == 2]
        return _named(document, named[0]) if named else None
    if not text or text.count(" ") >= BOX_TITLE:
        return None
    return Name(start, end, text, fold(text))


def is_named(document: Document, title: Name) -> bool:
    """Whether a labelled line gives the title as the thing's own name: ``Name: Bruma Steel``."""
    heading = next((b for b in document.blocks if b.kind in {"title", "heading"}), None)
    return heading is not None and title.start >= heading.end


def _named(document: Document, block: Block) -> Name | None:
    start, end = block.cells[1]
    text = document.plain[start:end].split("(")[0].split(",")[0].strip()
    return Name(start, end, text, fold(text)) if text and text.count(" ") < BOX_NAME else None
