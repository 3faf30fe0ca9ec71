"""Finds who speaks in a quotation, where a line behind it says so: ``- Ada Corran, keeper``, ``(Ada Corran, 1931)``."""

from __future__ import annotations

from checker.claims.thresholds import SIGNATURE_CHARACTERS
from checker.language import names as naming
from checker.linguistics.agents import is_agent
from checker.linguistics.entity_clusters import EntityCluster, EntityIndex
from checker.model.document import Document

_MARKS = "\"'"
_SIGNING = frozenset({"paragraph", "item", "heading", "links"})


def speaker_of(document: Document, index: int, entities: EntityIndex) -> EntityCluster | None:
    """The person whose words block ``index`` quotes, if it is a quotation that somebody is said to have spoken."""
    block, plain = document.blocks[index], document.plain
    if block.kind not in {"paragraph", "item"} or plain[block.start : block.start + 2].lstrip("> ")[:1] not in _MARKS:
        return None
    close = plain.rfind('"', block.start + 1, block.end)
    if close < 0:
        return None
    start, end = close + 1, block.end
    if not plain[start:end].strip(" .\n") and index + 1 < len(document.blocks):
        behind = document.blocks[index + 1]
        start, end = behind.start, behind.end
        if behind.kind not in _SIGNING or plain[block.end : start + 2].strip("\n >")[:1] not in {
            "-",
            "(",
            "—",
        }:
            return None
    return _signed(plain, start, end, entities)


def _signed(plain: str, start: int, end: int, entities: EntityIndex) -> EntityCluster | None:
    """The name that a signature opens with."""
    named = naming.find(plain, start, end) if end - start <= SIGNATURE_CHARACTERS else []
    if not named or plain[start : named[0].start].strip("\n >-—(,."):
        return None
    entity = entities.find(named[0])
    return entity if entity.type in {None, "person"} or is_agent(entity) else None
