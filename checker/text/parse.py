"""Turns what a reader hands on into a document: plain text, blocks and sentences."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from checker.language.characters import fold
from checker.model.canonical import Canonical
from checker.model.document import Block, Document, Reading, Sentence
from checker.text import boilerplate, citations, contents, front_matter, glued, numbering, sentences, table_rows, unwrap
from checker.text.blocks import Divider, name_lists, with_title
from checker.text.layout import Layout

_SPLIT = ("paragraph", "item")
_SILENT = ("links", "boilerplate", "code")


def read(reading: Reading) -> Document:
    """The document of ``reading``; offsets are code points into its text, half open."""
    plain = _parted(fold(reading.blanked), reading.blanked)
    form, given = reading.form or Canonical(reading.text), reading.blocks
    if edits := glued.seams(plain):
        form, plain = form.edited(edits), Canonical(plain).edited(edits).text
        given = tuple(unwrap.moved(given, edits)) if given is not None else None
    header, start = front_matter.read(plain)
    headed = reading.source.extracted and any(block.kind == "heading" for block in given or ())
    blocks = _blocks(plain, form, given, start, headed)
    plain = _spaced(plain, blocks)
    blocks = contents.without_contents(plain, blocks)
    marked = frozenset(b.start for b in blocks if b.kind == "heading" and _is_marked(plain, b))
    blocks = boilerplate.sort_out(plain, form.text, name_lists(blocks, marked))
    blocks = with_title(plain, header + blocks)
    form, plain, blocks = unwrap.unwrap(form, _celled(plain, blocks), blocks)
    plain = citations.without_references(numbering.without_numbers(plain, blocks))
    return Document(
        source=reading.source,
        text=form.text,
        plain=plain,
        blocks=tuple(blocks),
        sentences=tuple(_sentences(plain, blocks)),
        warnings=reading.warnings,
        given=reading.text,
        form=None if form.text == reading.text else form,
        places=reading.places,
        metadata=reading.metadata,
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


def _celled(plain: str, blocks: list[Block]) -> str:
    """``plain`` with a tab between cells that blanks alone part, so that no value runs from one into the next."""
    parts: list[str] = []
    done = 0
    for block in blocks:
        for (_, end), (start, _) in pairwise(block.cells if block.table else ()):
            if done <= end < start and not plain[end:start].strip(" "):
                parts += (plain[done:end], "\t" * (start - end))
                done = start
    return "".join((*parts, plain[done:])) if parts else plain


def _spaced(plain: str, blocks: list[Block]) -> str:
    """``plain`` with a blank for the sign between a key and a value that stands glued to it: ``JOBS=8``."""
    glued_to = [b.cells[0][1] for b in blocks if b.kind == "pair" and b.cells and b.cells[0][1] + 1 == b.cells[1][0]]
    signs = [at for at in glued_to if plain[at] == "="]
    pieces = [plain[a:b] for a, b in zip([0, *(at + 1 for at in signs)], [*signs, len(plain)], strict=True)]
    return " ".join(pieces) if signs else plain


def _blocks(plain: str, form: Canonical, given: tuple[Block, ...] | None, start: int, headed: bool) -> list[Block]:
    """The blocks of a text from ``start`` on; ``headed``: those given say which are headings."""
    layout, written = Layout(form), form.text
    if given is None:
        return Divider(plain, start, len(plain), layout, written=written).divide()
    blocks: list[Block] = []
    for table, together in groupby(_with_definitions(plain, given), _table_of):
        if table:
            blocks += _table(plain, list(together))
            continue
        for block in together:
            if block.start < start:
                continue
            if block.kind == "paragraph":
                inside = Divider(plain, block.start, block.end, layout, joined=True, headed=headed, written=written)
                blocks += inside.divide()
            elif block.kind == "item":
                blocks += _item(plain, written, block)
            else:
                blocks.append(block)
    return blocks


def _table_of(block: Block) -> int:
    """The number of the table that a row is of which a reader only cut into cells; 0 for any other block."""
    return block.table if block.kind == "row" and block.head is not None else 0


def _table(plain: str, rows: list[Block]) -> list[Block]:
    """The rows of a table with the heads and labels that they have."""
    heads = sum(1 for _ in takewhile(lambda row: row.head, rows))
    return table_rows.blocks(plain, [list(row.cells) for row in rows], heads or None, levels=[r.level for r in rows])


def _with_definitions(plain: str, given: tuple[Block, ...]) -> list[Block]:
    """The blocks with each definition behind a colon in one with the term over it."""
    found: list[Block] = []
    for block in given:
        if found and found[-1].kind == block.kind == "paragraph" and plain.startswith(": ", block.start):
            found[-1] = replace(found[-1], end=block.end)
        else:
            found.append(block)
    return found


def _item(plain: str, written: str, block: Block) -> list[Block]:
    """The item, or the pair that it holds, read as the one item of a list."""
    inside = Divider(plain, block.start, block.end, joined=True, written=written)
    return inside.item(block)


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
