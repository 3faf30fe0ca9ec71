"""Reads Jupyter notebooks: the words of their Markdown cells, and their code and what it printed as code.

The text is that of the cells, one after the other, each at the number that it has in the notebook. Pictures, pages
that code drew and the settings of the program that runs the code are no text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from checker.language.canonical import canonical
from checker.model.document import Block, Metadata, Place, Places, Reading, Source
from checker.model.user_error import Unreadable
from checker.sources import markdown

_GAP = "\n\n"


def reading(source: Source, data: bytes) -> Reading:
    """The cells of the notebook in ``data``."""
    notebook = _loaded(data)
    pieces: list[str] = []
    blanked: list[str] = []
    blocks: list[Block] = []
    starts: list[int] = []
    places: list[Place] = []
    length = 0
    for number, read in _cells(source, notebook):
        if pieces:
            pieces.append(_GAP)
            blanked.append(_GAP)
            length += len(_GAP)
        starts.append(length)
        places.append(Place(cell=f"[{number}]"))
        blocks += (replace(block, start=block.start + length, end=block.end + length) for block in read.blocks or ())
        pieces.append(read.text)
        blanked.append(read.blanked)
        length += len(read.text)
    text = "".join(pieces)
    if not text:
        raise Unreadable("", "there is no text in it")
    metadata = Metadata(title=_title(notebook))
    found = Places(tuple(starts), tuple(places))
    return Reading(source, text, "".join(blanked), tuple(blocks), places=found, metadata=metadata)


def _loaded(data: bytes) -> dict[str, Any]:
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable("", "it is no notebook, or damaged: open it and save it anew") from error
    if not isinstance(notebook, dict) or not isinstance(_listed(notebook), list):
        raise Unreadable("", "it is no notebook: it has no cells")
    return notebook


def _listed(notebook: dict[str, Any]) -> Any:
    """The cells; those of the oldest form stand on worksheets."""
    cells = notebook.get("cells")
    if cells is None and isinstance(sheets := notebook.get("worksheets"), list):
        return [
            cell
            for sheet in sheets
            if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
            for cell in sheet["cells"]
        ]
    return cells


def _title(notebook: dict[str, Any]) -> str | None:
    metadata = notebook.get("metadata")
    title = metadata.get("title") if isinstance(metadata, dict) else None
    return title.strip() or None if isinstance(title, str) else None


def _cells(source: Source, notebook: dict[str, Any]) -> Iterator[tuple[int, Reading]]:
    """Each cell with words in it, under its number from 1: as Markdown, or as code with what it printed."""
    for number, cell in enumerate(_listed(notebook), 1):
        if not isinstance(cell, dict):
            continue
        kind = cell.get("cell_type")
        text = _joined(cell.get("source", cell.get("input")))
        if kind == "heading" and isinstance(cell.get("level"), int):
            text = f"{'#' * min(max(cell['level'], 1), 6)} {text}"
        if kind in ("markdown", "heading"):
            if read := _clean(text):
                yield number, markdown.reading(source, read)
        elif read := _clean(_GAP.join((text, *_printed(cell)))):
            yield number, Reading(source, read, read, (Block("code", 0, len(read)),))


def _clean(text: str) -> str:
    return canonical(text.replace("\0", "")).text.rstrip().lstrip("\n")


def _printed(cell: dict[str, Any]) -> Iterator[str]:
    """What the code of a cell printed as text."""
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else ():
        if isinstance(output, dict):
            shown = output.get("data")
            yield _joined(output.get("text"))
            yield _joined(shown.get("text/plain")) if isinstance(shown, dict) else ""


def _joined(lines: object) -> str:
    """Text that stands in one piece or as its lines."""
    if isinstance(lines, list):
        return "".join(line for line in lines if isinstance(line, str))
    return lines if isinstance(lines, str) else ""
