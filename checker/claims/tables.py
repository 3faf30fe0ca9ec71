"""Reads a table cell: the subject and the time that its row and column name, and the scale of its figures."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter

from checker.claims.claim_builder import ClaimBuilder
from checker.claims.thresholds import SCALE_CHARACTERS
from checker.language.language import derived, table, word_set
from checker.language.names import Name, fold
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.entity_typing import kind_of_rows
from checker.linguistics.title_names import names_in_full
from checker.model.document import Block
from checker.model.kinds import counts
from checker.model.value import Mention

_SCALES = {"one": Decimal(1), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}
TOTALS = word_set("names/labels", "totals")
"""What opens the row that adds the others up."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What the heads over and beside a cell say of it."""

    key: str
    """The label that names the attribute: the column's head, or the row's where the column is a time or a thing."""
    subject: EntityCluster | None = None
    when: Mention | None = None
    own: bool = False
    """The column names the attribute, and the row is one of several things or parts."""


def cell_of(builder: ClaimBuilder, block: Block, column: int) -> Cell:
    """What cell ``column`` of a table's row is of."""
    row = block.key or ""
    head = block.heads[column] if column < len(block.heads) else ""
    if not head:
        return Cell(row)
    when = _time(builder, block.over[column]) if column < len(block.over) else None
    if when is not None:
        rest = " ".join(head.replace(when.text, " ").split()).strip(" ()-,:*")
        return Cell(rest, when=when, own=True) if any(c.isalpha() for c in rest) else Cell(row, when=when)
    entities = [_thing(builder, text) for text in block.heads[1:]]
    if column - 1 < len(entities) and any(entities):
        start, end = block.over[column]
        return Cell(row, entities[column - 1] or builder.entities.find(Name(start, end, head, fold(head))))
    return Cell(head, own=True)


def thing_of_row(builder: ClaimBuilder, block: Block) -> EntityCluster | None:
    """The entity that a row is about, where the table has one entity a row."""
    kind, key = kind_of_rows(block), block.key or ""
    if kind is None or not key[:1].isupper() or not block.cells or key.lower().split(" ")[0] in TOTALS:
        return None
    entity = builder.entities.find(Name(*block.cells[0], key, fold(key)))
    return entity if entity.type is not None else replace(entity, type=kind)


def _time(builder: ClaimBuilder, span: tuple[int, int]) -> Mention | None:
    """The date that a column's head holds."""
    first = bisect_left(builder.starts, span[0])
    dates = [m for m in builder.mentions[first : bisect_left(builder.starts, span[1])] if m.kind == "date"]
    return dates[0] if len(dates) == 1 and not dates[0].relative else None


def _thing(builder: ClaimBuilder, head: str) -> EntityCluster | None:
    """The thing that a column's head names in full."""
    if not head[:1].isupper():
        return None
    for key in names_in_full(head):
        entity = builder.entities.by_key.get(builder.entities.alias.get(key, key))
        if entity is not None and entity.count > 1 and (" " in key or entity.topic):
            return entity
    return None


@derived
def _scaled() -> tuple[tuple[tuple[str, Decimal], ...], tuple[str, ...], dict[str, str], tuple[tuple[str, str], ...]]:
    words = table("text/scaled")
    phrases = tuple((phrase, scale) for name, scale in _SCALES.items() for phrase in words[name])
    units = tuple((phrase, unit) for unit, found in words["units"].items() for phrase in found)
    return phrases, tuple(words["apart"]), words["money"], units


def whole(builder: ClaimBuilder, block: Block, column: int, mention: Mention, is_money: bool) -> Mention:
    """The mention in whole units, where its labels or the line over the table say what the figures are in.

    ``is_money``: the attribute is an amount of money, so that a bare figure is one too.
    """
    phrases, apart, money, units = _scaled()
    bare = counts(mention.kind) and mention.unit is None
    if not bare and mention.kind != "money":
        return mention
    head = block.heads[column].lower() if 0 < column < len(block.heads) else ""
    row = (block.key or "").lower()
    labels = f"{row} {head} "
    unit = next((unit for phrase, unit in units if phrase in labels), None) if bare else None
    if unit is not None:
        return replace(mention, kind="measure", unit=unit)
    if not (is_money or mention.kind == "money") or any(c.isalpha() for c in mention.text.removeprefix("US")):
        return mention
    per_piece = any(word in labels for word in apart)
    for text in (row, head, block.heads[0].lower() if block.heads else "", _before(builder, block)):
        scale = next((scale for phrase, scale in phrases if phrase in text), None)
        if scale is not None and not (per_piece and scale != 1):
            sign = next((unit for sign, unit in money.items() if sign in text), None)
            currency = mention.unit if mention.kind == "money" else sign
            return _times(mention, scale, currency) if currency is not None else mention
    return mention


def _before(builder: ClaimBuilder, block: Block) -> str:
    """The short line right before the table, which may say what its figures are in."""
    if not block.over:
        return ""
    blocks = builder.document.blocks
    index = bisect_left(blocks, block.over[0][0], key=attrgetter("start")) - 1
    if index < 0 or blocks[index].end - blocks[index].start > SCALE_CHARACTERS:
        return ""
    return builder.document.plain[blocks[index].start : blocks[index].end].lower()


def _times(mention: Mention, scale: Decimal, unit: str) -> Mention:
    def large(number: str | None) -> str | None:
        return format((Decimal(number) * scale).normalize(), "f") if number is not None else None

    steps = large(mention.resolution) if mention.resolution else mention.resolution
    return replace(mention, kind="money", unit=unit, low=large(mention.low), high=large(mention.high), resolution=steps)
