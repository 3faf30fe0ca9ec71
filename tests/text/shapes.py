"""A text's blocks and sentences as short lines, for tables of tests."""

from __future__ import annotations

from checker import text
from checker.model.document import Document, Reading, Source
from checker.sources.markup import blank


def document(written: str) -> Document:
    """The document of ``written``, taken as plain text."""
    return text.read(Reading(Source("a"), written, blank(written)))


def shapes(written: str) -> list[str]:
    """One line a block: its kind, level and key, and its words."""
    read = document(written)
    lines = []
    for block in read.blocks:
        words = " ".join(read.plain[block.start : block.end].split())
        level = str(block.level) if block.kind in ("heading", "item") else ""
        key = f" <{block.key}>" if block.key else ""
        heads = f" {'/'.join(block.heads)}" if block.heads else ""
        lines.append(f"{block.kind}{level}{key}{heads}: {words}")
    return lines


def sentences(written: str) -> list[str]:
    """The words of each sentence."""
    read = document(written)
    return [" ".join(read.plain[s.start : s.end].split()) for s in read.sentences]
