"""Tells what a page says of itself (navigation, notices, references) from what it says of its subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.language.language import derived, table
from checker.model.document import Block
from checker.text.lines import words

_SHORT = 100
_REACH = 4
_TOPICS_OF_A_NOTICE = 2
_LONGEST_PHRASES = 160
_OPENING = 90
_ENTRY = re.compile(
    r"[A-Z][\w'-]+, (?:[A-Z]\.[ -]?){1,4}(?:,? [^()\d]{2,200})?\(?(?:1[5-9]|20)\d\d[a-z]?(?:\)[.,:]?|[.:]) [\"'A-Z]"
)
"""An entry of a list of references: who wrote it, when, and its title."""


def sort_out(plain: str, text: str, blocks: list[Block]) -> list[Block]:
    """``blocks`` with consent notices, page furniture and reference lists marked as what they are."""
    cues = _Cues(plain)
    notices = [
        block.kind in ("paragraph", "item", "pair") and cues.topics(block) >= _TOPICS_OF_A_NOTICE for block in blocks
    ]
    if any(notices):
        notices = _spread(blocks, notices, cues)
    sorted_out = []
    for block, notice in zip(blocks, notices, strict=True):
        kind = block.kind
        if kind in ("code", "links", "title"):
            pass
        elif notice or is_furniture(plain[block.start : min(block.end, block.start + _LONGEST_PHRASES + 1)]):
            kind = "boilerplate"
        elif kind != "row" and _is_bare_link(text, block.start, block.end):
            kind = "links"
        sorted_out.append(block if kind == block.kind else replace(block, kind=kind, level=0))
    return _references(plain, text, sorted_out)


class _Cues:
    """Where a text has cues of consent and privacy notices; most have none."""

    def __init__(self, plain: str) -> None:
        folded = plain.lower()
        if len(folded) != len(plain):
            folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
        found: list[tuple[int, str]] = []
        for topic, cues in table("text/boilerplate")["topics"].items():
            for cue in cues:
                at = folded.find(cue)
                while at >= 0:
                    found.append((at, topic))
                    at = folded.find(cue, at + 1)
        found.sort()
        self.offsets = [offset for offset, _ in found]
        self.found = [topic for _, topic in found]

    def topics(self, block: Block) -> int:
        """How many topics the block has cues of."""
        if not self.offsets:
            return 0
        first, last = bisect_left(self.offsets, block.start), bisect_left(self.offsets, block.end)
        return len(set(self.found[first:last]))


def is_furniture(line: str) -> bool:
    """Whether a line is made up of the phrases of navigation and forms alone."""
    if len(line) > _LONGEST_PHRASES:
        return False
    first = line.split(maxsplit=1)[0].lower().strip(":>»«<|·.") if line.strip() else ""
    if len(first) > 1 and first not in _phrases():
        return False
    rest = " ".join(line.lower().split()).strip(" :>»«<|·.")
    if len(rest) < 2:
        return not rest.isdecimal()
    while rest:
        head = rest.split(" ", 1)[0]
        phrase = next((p for p in _phrases().get(head, ()) if _starts(rest, p)), None)
        if phrase is None:
            return False
        rest = rest[len(phrase) :].strip(" :>»«<|·.")
    return True


def tells_of_the_page(plain: str, start: int, end: int) -> bool:
    """Whether a sentence says when the page itself was changed or what was wrong in it, and nothing of its subject.

    ``This page was last updated on 3 May``, ``Corrected 8 May 2020: ...``, ``Page 3 of 6.``, ``Copyright 2011``.
    """
    said = plain[start : min(end, start + _OPENING)].lstrip("_*(>\"' ")
    low = said.lower()
    return low.startswith(_changes()) or _notes().match(low) is not None


def _starts(line: str, phrase: str) -> bool:
    return line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalnum()


@derived
def _changes() -> tuple[str, ...]:
    """How a sentence begins that says when the page itself was changed."""
    said = table("text/boilerplate")["changed"]
    pages = [*(f"this {page} was last" for page in said["pages"]), *(f"{page} last" for page in said["pages"])]
    return tuple(f"{page} {verb}" for page in pages for verb in said["verbs"])


@derived
def _notes() -> re.Pattern[str]:
    """How a note opens that a page has of itself: what was done to it and the day, by whom, or its number."""
    said = table("text/boilerplate")["changed"]
    months = "|".join(sorted(words("months")))
    month = rf"(?:{months})[a-z]*\.?"
    year = r"[12][0-9]{3}(?:-[0-9]{2}){0,2}"
    day = rf"(?:[0-3]?[0-9] )?(?:{month} )?(?:[0-3]?[0-9], )?{year}|[0-3]?[0-9] {month}"
    verbs, pages = "|".join(said["verbs"]), "|".join(map(re.escape, said["pages"]))
    done = rf"(?:first |last |date )?(?:{verbs})"
    return re.compile(
        rf"(?:(?:(?:this|these|the) )?(?:[a-z]+ )?(?:{pages})s?,? (?:was |were |has been )?)?{done}"
        rf"(?: on)?(?:[:,]? (?:{day})(?=$|[\s.:;,()]*$|[.:;(]| at | by | \()|:? by )"
        rf"|(?:{'|'.join(said['openings'])})\b"
        rf"|(?:[a-z]+ )?(?:{pages}) [0-9]{{1,4}} of [0-9]{{1,4}}\b"
        rf"|this (?:{pages}) has been (?:viewed|read|visited)"
    )


@derived
def _phrases() -> dict[str, list[str]]:
    """The phrases under their first word, longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(table("text/boilerplate")["phrases"], key=len, reverse=True):
        found.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return found


def _spread(blocks: Sequence[Block], notices: list[bool], cues: _Cues) -> list[bool]:
    """Blocks between or beside notices are notices when they carry one cue, or are short and enclosed."""
    spread = list(notices)
    for order in (range(len(blocks)), range(len(blocks) - 1, -1, -1)):
        near = 0
        for index in order:
            if notices[index]:
                near = _REACH
            elif near and not spread[index]:
                spread[index] = cues.topics(blocks[index]) >= 1
                near = _REACH if spread[index] else near - 1
    for index in range(1, len(blocks) - 1):
        short = blocks[index].end - blocks[index].start <= _SHORT
        if short and spread[index - 1] and any(spread[index + 1 : index + 3]):
            spread[index] = True
    return spread


def _is_bare_link(text: str, start: int, end: int) -> bool:
    """Whether the text as given is one link and no more."""
    if text[max(0, start - 2) : start] == "![":
        return False
    if text.startswith("</a", end) and text[max(0, start - 1) : start] == ">":
        return True
    piece = text[max(0, start - 1) : end + 4000].split("\n", 1)[0]
    if text[max(0, start - 1) : start] == "[" and piece.rstrip().endswith(")") and piece.count("](") == 1:
        return piece.find("](") >= end - start
    piece = text[start:end].strip()
    return piece.startswith(("http://", "https://", "www.")) and " " not in piece


def _references(plain: str, text: str, blocks: list[Block]) -> list[Block]:
    """Entries under a heading for references become links, and so does any entry that looks like one."""
    headings: frozenset[str] = frozenset(table("text/boilerplate")["references"])
    marks: Iterable[str] = table("text/boilerplate")["reference_marks"]
    level = 0
    inside = False
    found = []
    for block in blocks:
        line = plain[block.start : min(block.end, block.start + 400)]
        if block.kind in ("heading", "title"):
            name = line.strip("# :").lower()
            if name in headings:
                inside, level = True, block.level
            elif inside and block.level <= level:
                inside = False
        elif block.kind in ("item", "paragraph", "pair"):
            marked = line.startswith(("^", "↑")) or _ENTRY.match(line) is not None
            if inside and not marked:
                low = line.lower()
                short = block.end - block.start <= 300 and block.kind == "item"
                linked = "](" in text[block.start : block.end] or "://" in text[block.start : block.end]
                marked = short or linked or any(mark in low for mark in marks)
            if marked:
                block = replace(block, kind="links", level=0)
        found.append(block)
    return found
