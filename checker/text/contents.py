"""Tells the entries of a table of contents or of figures, whose numbers only say on which page their words stand.

Such entries stand one below the other and end in numbers that never fall, behind dots or not. What proves them is a
heading over them that says so, or their words, which come again as headings behind them in the same order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.language.language import word_set
from checker.model.document import Block

_KINDS = frozenset({"title", "heading", "paragraph", "item", "pair", "row", "links"})
_PAGE = re.compile(r"(?<=[\s.…·_:|])([1-9]\d{0,3}|[ivxlc]{1,7})(?:\s?-\s?[1-9]\d{0,3})?$")
_LEADING = " \t.…·_:|"
_TAIL = 24
"""So many characters at the end of an entry hold its page."""
_NUMBER = re.compile(r"(?:[A-Za-z]|[ivxlcIVXLC]{1,7}|\d{1,3}(?:\.\d{1,2}){0,4})[.):]?\s+(?=\S)")
_LEADERS = ("..", ". .", "…", "··", "__")
_LONGEST = 250
_GAP = 3
"""So many lines in a row may be the first ones of long entries, or name parts."""
_FEWEST = 3
_FEWEST_ALONE = 4
"""So many entries, whose words come again, are no figures that happen to rise."""
_CAPTION = 80


@dataclass(frozen=True, slots=True)
class _Entry:
    block: int
    words: str
    page: int
    """0 for a Roman number, which stands before all others."""
    led: bool


def without_contents(plain: str, blocks: list[Block]) -> list[Block]:
    """``blocks`` with the entries of tables of contents as links."""
    lines = [_lines(plain, block) for block in blocks]
    headings: dict[str, list[int]] = {}
    found = list(blocks)
    at = 0
    while at < len(blocks):
        run = _run(lines, at)
        if len(run) >= _FEWEST:
            headings = headings or _headings(plain, blocks)
        if len(run) >= _FEWEST and _tell_pages(run, _name(plain, blocks, at), headings):
            for n in range(at, run[-1].block + 1):
                if blocks[n].kind != "links":
                    found[n] = replace(blocks[n], kind="links", level=0, key=None, heads=(), over=())
        at = run[-1].block + 1 if run else at + 1
    return found


def _lines(plain: str, block: Block) -> list[str]:
    """The lines of a block that may hold entries; none for any other block."""
    if block.kind not in _KINDS or block.header:
        return []
    text = plain[block.start : block.end]
    lines = [" ".join(text.split())] if block.kind in ("row", "pair") else text.split("\n")
    return lines if all(len(line) <= _LONGEST for line in lines) else []


def _run(lines: Sequence[Sequence[str]], first: int) -> list[_Entry]:
    """The entries from the block ``first`` on that stand together and whose numbers never fall."""
    run: list[_Entry] = []
    gap, last = 0, 0
    for n in range(first, len(lines)):
        if not lines[n]:
            break
        entries = []
        for line in lines[n]:
            entry = _entry(n, line)
            if entry is None or entry.page < last:
                gap += 1
                if gap > _GAP or not run:
                    return run
                continue
            gap, last = 0, entry.page
            entries.append(entry)
        run += entries
    return run


def _entry(block: int, line: str) -> _Entry | None:
    """The entry that a line is; None where it does not end in words and a page."""
    tail = max(0, len(line) - _TAIL)
    found = _PAGE.search(line, tail)
    if found is None:
        return None
    before = line[: found.start()]
    words = before.rstrip(_LEADING)
    if not any(map(str.isalpha, words)):
        return None
    led = any(sign in before[len(words) :] for sign in _LEADERS)
    return _Entry(block, _known(words), int(found[1]) if found[1].isdecimal() else 0, led)


def _tell_pages(run: Sequence[_Entry], name: str, headings: Mapping[str, Sequence[int]]) -> bool:
    """Whether the numbers of a run are those of pages; ``name`` stands over it."""
    if name in word_set("text/pages", "lists_of_places") or name.endswith("table of contents"):
        return True
    again = _again(run, headings)
    led = sum(entry.led for entry in run)
    if name in word_set("text/pages", "contents"):
        return again > 0 or led * 2 > len(run)
    if led * 2 > len(run):
        return again * 3 >= len(run)
    return again >= _FEWEST_ALONE and again * 2 >= len(run)


def _name(plain: str, blocks: Sequence[Block], first: int) -> str:
    """The words right over a run, or of a short line that opens it, in lower case."""
    above = blocks[first - 1] if first else None
    if above is None or above.end - above.start > _CAPTION:
        return ""
    return plain[above.start : above.end].strip("# :*_").lower()


def _again(run: Sequence[_Entry], headings: Mapping[str, Sequence[int]]) -> int:
    """How many entries come again behind the run as blocks of their own or captions, in the order of the run."""
    again, reached = 0, run[-1].block
    for entry in run:
        places = headings.get(entry.words, ())
        n = bisect_right(places, reached)
        if n < len(places):
            again, reached = again + 1, places[n]
    return again


def _headings(plain: str, blocks: Sequence[Block]) -> dict[str, list[int]]:
    """Where words stand that may be headings or captions: short blocks, and the first lines of paragraphs."""
    found: dict[str, list[int]] = {}
    for n, block in enumerate(blocks):
        if block.kind in ("title", "heading", "paragraph", "item", "links", "boilerplate"):
            line = plain[block.start : min(block.end, block.start + _LONGEST)].partition("\n")[0]
            if len(line) < _LONGEST:
                found.setdefault(_known(line), []).append(n)
    return found


def _known(words: str) -> str:
    """Words in the form in which they are known again: letters and figures alone, without their number."""
    words = " ".join(words.split())
    bare = _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words
    return "".join(c for c in (bare or words).lower() if c.isalnum())
