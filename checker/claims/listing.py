"""Counts the items of the list that a stated number announces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import re2

from checker.claims import enumerations
from checker.language import verbs
from checker.language.words import words
from checker.model.claim import Claim, Listing
from checker.model.document import Document, Sentence
from checker.model.value import Mention
from checker.vocabulary import table

_MOST = 20
_WIDEST = 9
"""How many words may tie the counted noun to its list."""
_BEFORE = 4
_MARKER = re2.compile(r"(?:^|[\s,:])(\(?(?:a|i|1)\))\s")
_RUN_ON = {"links", "boilerplate", "code"}


def announced(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims; with those whose number heads a list goes how many items that list has."""
    starts = [sentence.start for sentence in document.sentences]
    kept = []
    for claim in claims:
        if _countable(claim.value):
            sentence = document.sentences[bisect_right(starts, claim.value.start) - 1]
            found = _list_of(document, sentence, claim, claims)
            claim = replace(claim, listed=found) if found is not None else claim
        kept.append(claim)
    return kept


def _countable(value: Mention) -> bool:
    """Whether the value is a small whole number of things."""
    if value.kind not in {"count", "number"} or value.modifier != "exact" or not value.noun:
        return False
    stated = value.low if value.low == value.high else None
    return stated is not None and stated.isdecimal() and 2 <= int(stated[:9]) <= _MOST


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    lists = table("language/listing")
    return {key: frozenset(lists[key]) for key in ("links", "ties", "partly", "choice")}


def _list_of(document: Document, sentence: Sentence, claim: Claim, claims: list[Claim]) -> Listing | None:
    """The list right behind the claim's sentence, or inside it behind a colon or a first letter in brackets."""
    value = claim.value
    stated = int(value.low or 0)
    rest = document.plain[value.end : sentence.end]
    colon = next(_colons(rest), -1)
    marker = _MARKER.search(rest)
    if marker is not None and (colon < 0 or marker.start(1) < colon):
        at = value.end + marker.start(1)
        head = document.plain[value.end : at].rstrip(" :,")
    elif colon >= 0:
        at = value.end + colon + 1
        head = rest[:colon]
    else:
        return None
    if not _heads(document.plain, claim, value.end + len(head), sentence, claims):
        return None
    if not document.plain[at : sentence.end].strip():
        return _bullets(document, sentence, stated)
    counted = any(at <= c.value.start < sentence.end and c.value.kind in {"count", "number"} for c in claims)
    end = document.blocks[sentence.block].end
    last = end >= _text_end(document)
    return enumerations.read(document.plain, at, sentence.end, end, stated, last=last, counted=counted)


def _colons(text: str) -> Iterator[int]:
    """Where the colons stand, those of times and ratios apart."""
    at = text.find(":")
    while at >= 0:
        if not (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()):
            yield at
        at = text.find(":", at + 1)


def _heads(plain: str, claim: Claim, end: int, sentence: Sentence, claims: list[Claim]) -> bool:
    """Whether the counted noun is what the list is of: nothing but ties and links stand behind it."""
    known = _words()
    value = claim.value
    before = [w.low for w in words(plain, sentence.start, value.start)][-_BEFORE:]
    if known["choice"] & set(before):
        return False
    if any(value.end <= c.value.start < end for c in claims):
        return False
    noun = (value.noun or "").split()
    behind = [w.low for w in words(plain, value.end, end)]
    if noun and behind[: len(noun)] == noun:
        behind = behind[len(noun) :]
    elif (value.noun or "") not in value.text.lower():
        return False
    if len(behind) > _WIDEST or known["partly"] & set(behind):
        return False
    if all(w in known["links"] for w in behind):
        return True
    while behind and behind[-1] in known["links"]:
        behind.pop()
    return behind[0] in known["ties"] and not any(_acts(w) for w in behind) and not set(behind) & {"and", ",", ";", "."}


def _acts(low: str) -> bool:
    return low in verbs.auxiliaries() or verbs.looks_past(low) or any(c.isdigit() for c in low)


def _bullets(document: Document, sentence: Sentence, stated: int) -> Listing | None:
    """The items of the list block right behind the sentence's own block."""
    blocks = document.blocks
    if document.plain[sentence.end : blocks[sentence.block].end].strip():
        return None
    count, level, sure = 0, None, True
    at = sentence.block + 1
    while at < len(blocks) and blocks[at].kind in {"item", "pair"}:
        block = blocks[at]
        if block.kind == "pair" and not _marked(document, block.start):
            sure = False
            break
        depth = level if block.kind == "pair" or level is None else block.level
        level = block.level if level is None else level
        if depth is not None and depth < level:
            break
        count += depth is None or depth == level
        at += 1
    if at == len(blocks):
        sure = sure and count >= stated
    elif blocks[at].kind in _RUN_ON or (at + 1 < len(blocks) and blocks[at + 1].kind == "item"):
        sure = False
    return Listing(count, "bullets", sure) if count > 1 else None


def _marked(document: Document, start: int) -> bool:
    """Whether a bullet or number stands before ``start`` on its line."""
    line = document.text.rfind("\n", 0, start) + 1
    return bool(document.text[line:start].strip())


def _text_end(document: Document) -> int:
    """Where the last block ends that is text."""
    return max((b.end for b in document.blocks if b.kind not in _RUN_ON), default=0)
