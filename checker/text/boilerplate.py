"""Tells what a page says of itself (navigation, notices, references) from what it says of its subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from checker.model.document import Block
from checker.vocabulary import table

_SHORT = 100
_LONGEST_PHRASES = 160


def sort_out(plain: str, text: str, blocks: list[Block]) -> list[Block]:
    """``blocks`` with consent notices, page furniture and reference lists marked as what they are."""
    folded = plain.lower()
    topics = {
        topic: [cue for cue in cues if cue in folded] for topic, cues in table("text/boilerplate")["topics"].items()
    }
    notices = [_is_notice(plain, block, topics) for block in blocks]
    if any(notices):
        notices = _spread(plain, blocks, notices, topics)
    sorted_out = []
    for block, notice in zip(blocks, notices, strict=True):
        kind = block.kind
        if kind in ("code", "links", "title"):
            pass
        elif notice or is_furniture(plain[block.start : block.end]):
            kind = "boilerplate"
        elif kind != "row" and _is_bare_link(text, block.start, block.end):
            kind = "links"
        sorted_out.append(block if kind == block.kind else replace(block, kind=kind, level=0))
    return _references(plain, text, sorted_out)


def is_furniture(line: str) -> bool:
    """Whether a line is made up of the phrases of navigation and forms alone."""
    if len(line) > _LONGEST_PHRASES:
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


def _starts(line: str, phrase: str) -> bool:
    return line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalnum()


@cache
def _phrases() -> dict[str, list[str]]:
    """The phrases under their first word, longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(table("text/boilerplate")["phrases"], key=len, reverse=True):
        found.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return found


def _topics_of(line: str, topics: dict[str, list[str]]) -> int:
    found = 0
    for cues in topics.values():
        for cue in cues:
            if cue in line:
                found += 1
                break
    return found


def _is_notice(plain: str, block: Block, topics: dict[str, list[str]]) -> bool:
    if block.kind not in ("paragraph", "item", "pair") or not any(topics.values()):
        return False
    return _topics_of(plain[block.start : block.end].lower(), topics) >= 2


def _spread(plain: str, blocks: Sequence[Block], notices: list[bool], topics: dict[str, list[str]]) -> list[bool]:
    """Blocks between or beside notices are notices when they carry one cue, or are short and enclosed."""
    spread = list(notices)
    for order in (range(len(blocks)), range(len(blocks) - 1, -1, -1)):
        near = 0
        for index in order:
            if notices[index]:
                near = 4
            elif near and not spread[index]:
                low = plain[blocks[index].start : blocks[index].end].lower()
                spread[index] = _topics_of(low, topics) >= 1
                near = 4 if spread[index] else near - 1
    for index in range(1, len(blocks) - 1):
        short = blocks[index].end - blocks[index].start <= _SHORT
        if short and spread[index - 1] and any(spread[index + 1 : index + 3]):
            spread[index] = True
    return spread


def _is_bare_link(text: str, start: int, end: int) -> bool:
    """Whether the text as given is one link and no more."""
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
        line = plain[block.start : block.end]
        if block.kind in ("heading", "title"):
            name = line.strip("# :").lower()
            if name in headings:
                inside, level = True, block.level
            elif inside and block.level <= level:
                inside = False
        elif block.kind in ("item", "paragraph", "pair"):
            low = line[:400].lower()
            marked = low.startswith(("^", "↑")) or (inside and any(mark in low for mark in marks))
            short = len(line) <= 300 and block.kind == "item"
            linked = "](" in text[block.start : block.end] or "://" in text[block.start : block.end]
            if marked or (inside and (short or linked)):
                block = replace(block, kind="links", level=0)
        found.append(block)
    return found
