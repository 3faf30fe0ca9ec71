"""Turns what a reader hands on into a document: plain text, blocks and sentences."""

from __future__ import annotations

from checker.language.characters import fold
from checker.model.canonical import Canonical
from checker.model.document import Block, Document, Reading, Sentence
from checker.text import boilerplate, front_matter, sentences, unwrap
from checker.text.blocks import Divider, name_lists, with_title

_SPLIT = ("paragraph", "item")
_SILENT = ("links", "boilerplate", "code")


def read(reading: Reading) -> Document:
    """The document of ``reading``; offsets are code points into its text, half open."""
    plain = _parted(fold(reading.blanked), reading.blanked)
    header, start = front_matter.read(plain)
    blocks = _blocks(plain, reading.blocks, start)
    marked = frozenset(b.start for b in blocks if b.kind == "heading" and _is_marked(plain, b))
    form = reading.form or Canonical(reading.text)
    blocks = boilerplate.sort_out(plain, form.text, name_lists(blocks, marked))
    blocks = with_title(plain, header + blocks)
    form, plain, blocks = unwrap.unwrap(form, plain, blocks)
    return Document(
        source=reading.source,
        text=form.text,
        plain=plain,
        blocks=tuple(blocks),
        sentences=tuple(_sentences(plain, blocks)),
        warnings=reading.warnings,
        given=reading.text,
        form=None if form.text == reading.text else form,
    )


def _parted(plain: str, text: str) -> str:
    """``plain`` with the long dashes between two words as they are written, which part clauses and join no words."""
    at = text.find("—")
    if at < 0:
        return plain
    parts: list[str] = []
    last = 0
    while at >= 0:
        if plain[at - 1 : at].isalpha() and plain[at + 1 : at + 2].isalnum():
            parts += (plain[last:at], "—")
            last = at + 1
        at = text.find("—", at + 1)
    return "".join((*parts, plain[last:]))


def _blocks(plain: str, given: tuple[Block, ...] | None, start: int) -> list[Block]:
    if given is None:
        return Divider(plain, start, len(plain)).divide()
    blocks: list[Block] = []
    for block in given:
        if block.start < start:
            continue
        if block.kind == "paragraph":
            blocks += Divider(plain, block.start, block.end, joined=True).divide()
        elif block.kind == "item":
            blocks.append(_item(plain, block))
        else:
            blocks.append(block)
    return blocks


def _item(plain: str, block: Block) -> Block:
    """The item, or the pair that it holds."""
    inside = Divider(plain, block.start, block.end, joined=True).divide()
    return inside[0] if len(inside) == 1 and inside[0].kind == "pair" else block


def _is_marked(plain: str, block: Block) -> bool:
    return plain[max(0, block.start - 2) : block.start].strip().endswith("#")


def _sentences(plain: str, blocks: list[Block]) -> list[Sentence]:
    found = []
    for index, block in enumerate(blocks):
        if block.kind in _SPLIT:
            found += [Sentence(s, e, index) for s, e in sentences.split(plain, block.start, block.end)]
        elif block.kind not in _SILENT:
            found.append(Sentence(block.start, block.end, index))
    return [s for s in found if not boilerplate.tells_of_the_page(plain, s.start, s.end)]
