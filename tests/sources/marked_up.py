"""What a reader of a format makes of a text: its blocks, the words that are read, the claims and their evidence."""

from __future__ import annotations

import random
from pathlib import Path
from types import ModuleType

import checker
from checker.model.document import Reading, Source
from checker.sources import plain
from checker.text import parse


def read(module: ModuleType, text: str) -> Reading:
    """The reading of ``text``, whose blocks stand one behind the other in the text that is read."""
    reading = plain.read_with(module.reading, Source("mill"), text)
    form = reading.form.text if reading.form is not None else reading.text
    assert len(reading.blanked) == len(form)
    assert reading.text == text
    done = 0
    for block in reading.blocks or ():
        assert done <= block.start <= block.end <= len(form)
        done = block.end
    return reading


def blocks(module: ModuleType, text: str) -> list[tuple[str, int, str]]:
    """Kind, level and words of each block; the cells of rows and pairs with a bar between them."""
    reading = read(module, text)
    found = []
    for block in reading.blocks or ():
        spans = block.cells or ((block.start, block.end),)
        words = " | ".join(" ".join(reading.blanked[start:end].split()) for start, end in spans)
        found.append((block.kind, block.level, words))
    return found


def words(module: ModuleType, text: str) -> str:
    """The words that are read of a text that is one block."""
    (_, _, found), *_ = blocks(module, text)
    return found


def rows(module: ModuleType, text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The heads and the cells of each row, as the text stage finds them."""
    document = parse.read(read(module, text))
    return [
        (block.heads, tuple(" ".join(document.plain[start:end].split()) for start, end in block.cells))
        for block in document.blocks
        if block.kind in ("row", "pair") and block.cells
    ]


def claims(folder: Path, name: str, text: str) -> list[tuple[str, str]]:
    """The values that are read of a file and the sentence of each, both as they are written."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    found = []
    for claim in checker.check_paths([path]).to_json()["claims"]:
        evidence, value = claim["evidence"], claim["value"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert text[value["start"] : value["end"]] == value["text"]
        found.append((value["text"], evidence["quote"]))
    return found


def mutated(text: str, signs: list[str], count: int) -> list[str]:
    """``count`` texts in which stretches of ``text`` are cut out, doubled and parted by signs."""
    chance = random.Random(7)
    found = []
    for _ in range(count):
        changed = text[: chance.randrange(len(text) // 2, len(text) + 1)]
        for _ in range(chance.randrange(1, 25)):
            at = chance.randrange(len(changed) + 1)
            other = chance.randrange(len(changed) + 1)
            changed = chance.choice(
                [
                    changed[:at] + changed[at + chance.randrange(1, 30) :],
                    changed[:at] + chance.choice(signs) * chance.choice([1, 1, 3]) + changed[at:],
                    changed[:at] + changed[other : other + 80] + changed[at:],
                ]
            )
        found.append(changed)
    return found
