"""Counts the items of the list that a stated number announces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

import re2

from checker.claims import inline_lists
from checker.claims.thresholds import ANNOUNCED_ITEMS, ANNOUNCING_WORDS, CHOICE_BEFORE
from checker.language import verbs
from checker.language.language import derived, table
from checker.language.words import words
from checker.model.claim import Claim, Listing
from checker.model.document import Block, Document, Sentence
from checker.model.kinds import counts
from checker.model.value import Mention

_DIGITS = re2.compile(r"[0-9]+")
_LETTERS = re2.compile(r"[A-Za-z]+")
_MARKER = re2.compile(r"(?:^|[\s,:])(\(?(?:a|i|1)\))\s")
_RUN_ON = {"links", "boilerplate", "code"}


def announced(document: Document, claims: list[Claim]) -> list[Claim]:
    """The claims, in order of position; with those whose number heads a list goes what that list holds."""
    heads = _Heads(document, [c.value.start for c in claims if counts(c.value.kind)])
    kept = []
    for claim in claims:
        listed = heads.listing(claim) if _countable(claim.value) else None
        kept.append(replace(claim, listed=listed) if listed is not None else claim)
    return kept


def _countable(value: Mention) -> bool:
    """Whether the value is a small whole number of things."""
    if not counts(value.kind) or value.modifier != "exact" or not value.noun:
        return False
    return value.low is not None and value.low.isdecimal() and 2 <= int(value.low[:9]) <= ANNOUNCED_ITEMS


@derived
def _words() -> dict[str, frozenset[str]]:
    lists = table("language/listing")
    return {key: frozenset(lists[key]) for key in ("links", "ties", "sources", "partly", "of_each", "choice", "joined")}


class _Heads:
    """One document, in which numbers are looked at that may head a list."""

    def __init__(self, document: Document, counts: list[int]) -> None:
        """``counts``: where the document's counts stand, in order."""
        self.document = document
        self.counts = counts
        self.starts = [sentence.start for sentence in document.sentences]
        self.end = max((b.end for b in document.blocks if b.kind not in _RUN_ON), default=0)

    def listing(self, claim: Claim) -> Listing | None:
        """The list right behind the claim's sentence, or inside it behind a colon or a first letter in brackets."""
        plain, value = self.document.plain, claim.value
        sentence = self.document.sentences[bisect_right(self.starts, value.start) - 1]
        rest = plain[value.end : sentence.end]
        colon = next(_colons(rest), -1)
        marker = _MARKER.search(rest)
        if marker is not None and (colon < 0 or marker.start(1) < colon):
            at = value.end + marker.start(1)
            head = rest[: marker.start(1)].rstrip(" :,")
        elif colon >= 0:
            at = value.end + colon + 1
            head = rest[:colon]
        else:
            return None
        if self._counted(value.end, value.end + len(head)) or not _heads(plain, claim, len(head), sentence):
            return None
        if not plain[at : sentence.end].strip():
            return _bullets(self.document, sentence, int(value.low or 0))
        end = self.document.blocks[sentence.block].end
        return inline_lists.read(
            plain,
            at,
            sentence.end,
            end,
            int(value.low or 0),
            last=end >= self.end,
            counted=self._counted(at, sentence.end),
        )

    def _counted(self, start: int, end: int) -> bool:
        """Whether another count begins between the two places."""
        return bisect_left(self.counts, start) < bisect_left(self.counts, end)


def _colons(text: str) -> Iterator[int]:
    """Where the colons stand, those of times and ratios apart."""
    at = text.find(":")
    while at >= 0:
        if not (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()):
            yield at
        at = text.find(":", at + 1)


def _heads(plain: str, claim: Claim, length: int, sentence: Sentence) -> bool:
    """Whether the counted noun is what the list is of: nothing but ties and links stand behind it.

    ``length``: how many characters there are between the number and the list.
    """
    known = _words()
    value = claim.value
    before = [w.low for w in words(plain, sentence.start, value.start)][-CHOICE_BEFORE:]
    if known["choice"] & set(before):
        return False
    noun = (value.noun or "").split()
    behind = [w.low for w in words(plain, value.end, value.end + length)]
    if behind[: len(noun)] != noun:
        return False
    behind = behind[len(noun) :]
    behind = behind[: next((n for n, w in enumerate(behind) if w in known["sources"]), len(behind))]
    if len(behind) > ANNOUNCING_WORDS or (known["partly"] | known["of_each"]) & set(behind):
        return False
    if all(w in known["links"] for w in behind):
        return True
    return behind[0] in known["ties"] and not any(_acts(w) for w in behind) and not known["joined"] & set(behind)


def _acts(low: str) -> bool:
    return low in verbs.auxiliaries() or verbs.looks_past(low) or any(c.isdigit() for c in low)


def _bullets(document: Document, sentence: Sentence, stated: int) -> Listing | None:
    """The items of the list right behind the sentence's own block, one level below it; None where there is none.

    The list goes on over deeper items, and ends at a block that is no item, at one of a higher level and at one with
    a mark of another kind.
    """
    blocks, at = document.blocks, sentence.block + 1
    if document.plain[sentence.end : blocks[sentence.block].end].strip() or at == len(blocks):
        return None
    first, marks = blocks[at], _marks(document, blocks[at])
    if not _is_below(document, blocks[sentence.block], first):
        return None
    level = None if first.kind == "pair" else first.level
    count, sure = 0, True
    while at < len(blocks) and blocks[at].kind in {"item", "pair"}:
        block = blocks[at]
        if block.kind == "pair" and not _marks(document, block):
            sure = False
            break
        depth = level if block.kind == "pair" else block.level
        level = block.level if level is None else level
        if depth is not None and depth < level:
            break
        if depth is None or depth == level:
            if _marks(document, block) != marks:
                sure = False
                break
            count += 1
            sure = sure and not _announces_more(document, at)
        at += 1
    if at == len(blocks):
        sure = sure and count >= stated
    elif blocks[at].kind in _RUN_ON or (blocks[at].kind != "item" and _opens_list(blocks, at + 1)):
        sure = False
    return Listing(count, "bullets", sure) if count > 1 else None


def _opens_list(blocks: Sequence[Block], at: int) -> bool:
    return at < len(blocks) and blocks[at].kind == "item"


def _is_below(document: Document, head: Block, first: Block) -> bool:
    """Whether a list that opens with ``first`` can be that of ``head``: an item's own list is of a deeper level."""
    if first.kind not in {"item", "pair"}:
        return False
    return head.kind != "item" or first.level > head.level or (first.kind == "pair" and bool(_marks(document, first)))


def _announces_more(document: Document, at: int) -> bool:
    """Whether an item ends in a colon and the next one is of the same level: what follows may be of its own list."""
    block, *behind = document.blocks[at : at + 2]
    goes_on = bool(behind) and behind[0].kind == block.kind == "item" and behind[0].level == block.level
    return goes_on and document.plain[block.start : block.end].rstrip(" *_").endswith(":")


def _marks(document: Document, block: Block) -> str:
    """The bullet or number before a block on its line, any number as 1 and any letters as a."""
    line = document.text.rfind("\n", 0, block.start) + 1
    written = document.text[line : block.start].split()
    return _LETTERS.sub("a", _DIGITS.sub("1", written[0])) if written else ""
