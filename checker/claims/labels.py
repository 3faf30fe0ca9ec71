"""Says what labels a claim: the headings, key, row and column, question and caption over and beside it.

All of it comes from the document's blocks, in one pass. A question is a heading that ends in a question mark, a block
that is one (``**How old is it?**``, ``Q: ...``) and that the next block answers, with the list or table right behind
that, or the sentence that opens the claim's own block. A caption is the line right before a table or list that
introduces it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from checker.claims.thresholds import LABEL_CHARACTERS
from checker.language.language import derived, derived_up_to, table
from checker.model.claim import Claim
from checker.model.document import Block, Document
from checker.model.labels import Labels

_MARKS = " \t\n#*_>:"
_LISTED = frozenset({"row", "pair", "item"})
_CONTENT = frozenset({"paragraph", "item", "row", "pair"})


class Outline:
    """A document's labels, block by block."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._opening: dict[int, tuple[int, int]] = {}
        for sentence in document.sentences:
            self._opening.setdefault(sentence.block, (sentence.start, sentence.end))
        self._blocks: list[Labels] = []
        self._questions: list[tuple[int, int] | None] = []
        self._walk()

    def of(self, claim: Claim, index: int, start: int) -> Labels:
        """What labels a claim of block ``index`` whose sentence begins at ``start``."""
        labels, block = self._blocks[index], self._document.blocks[index]
        if claim.labels.key is not None:
            labels = replace(labels, key=claim.labels.key)
        if block.under:
            labels = replace(labels, headings=(*labels.headings, *block.under))
        if block.heads:
            column = next((n for n, (a, b) in enumerate(block.cells) if a <= claim.value.start < b), 0)
            labelled = column not in block.labels and column < len(block.heads)
            head = block.heads[column].strip(_MARKS) if labelled else ""
            labels = replace(labels, column=head) if head else labels
        first, end = self._opening.get(index, (start, start))
        if start > first and self._document.plain[first:end].rstrip(" *_").endswith("?"):
            labels = replace(labels, question=self._question(first, end))
        return labels

    def question_before(self, index: int) -> tuple[int, int] | None:
        """Where the question stands that block ``index`` answers, where nothing but the answer follows it."""
        return self._questions[index]

    def _walk(self) -> None:
        blocks, title = self._document.blocks, self._title()
        path: list[tuple[int, str]] = []
        asked: str | None = None
        answered = False
        at: tuple[int, int] | None = None
        captions = self._captions()
        for index, block in enumerate(blocks):
            if block.kind == "title":
                path = []
            if block.kind == "heading":
                path = [entry for entry in path if entry[0] < block.level]
                asked = None
            headings = tuple(text for _, text in path)
            over = next((text for _, text in reversed(path) if text.endswith("?")), None)
            own = self._asks(index, block)
            if answered and block.kind not in _LISTED:
                asked = None
            question = asked if own is None else None
            key = (block.key or "").strip(_MARKS) if block.kind in {"pair", "row", "item"} else ""
            self._blocks.append(
                Labels(
                    title,
                    headings,
                    key=key or None if block.kind in {"pair", "item"} and not self._is_dialogue(block) else None,
                    row=key or None if block.kind == "row" else None,
                    question=question or over,
                    caption=captions.get(index),
                )
            )
            self._questions.append(at if block.kind in _CONTENT and own is None else None)
            answered = answered or block.kind in _CONTENT
            if block.kind in _CONTENT or block.kind == "heading":
                at = None
            if own is not None:
                asked, answered, at = own, False, self._question_at(block)
            text = self._text(block.start, block.end) if block.kind == "heading" else None
            if text is not None:
                path.append((block.level, text))
                at = (block.start, block.end) if text.endswith("?") else None

    def _question_at(self, block: Block) -> tuple[int, int]:
        """Where the words of a question stand in the block that is one."""
        text = self._document.plain[block.start : block.end]
        front, colon, rest = text.partition(":")
        if colon and front.strip(_MARKS).lower() in _words("question"):
            return block.end - len(rest.lstrip()), block.end
        return block.start, block.end

    def _title(self) -> str | None:
        found = next((b for b in self._document.blocks if b.kind == "title"), None)
        return (self._text(found.start, found.end) if found is not None else None) or self._document.source.title

    def _asks(self, index: int, block: Block) -> str | None:
        """The question that a block is, from end to end."""
        if block.kind == "pair" and (block.key or "").strip(_MARKS).lower() in _words("question") and block.cells:
            return self._question(block.cells[-1][0], block.end)
        first, end = self._opening.get(index, (block.start, block.start))
        plain = self._document.plain
        if block.kind not in _CONTENT or block.kind == "row" or plain[end : block.end].strip(_MARKS):
            return None
        return self._question(first, end) if plain[first:end].rstrip(" *_").endswith("?") else None

    def _question(self, start: int, end: int) -> str | None:
        return self._text(start, end)

    def _is_dialogue(self, block: Block) -> bool:
        key = (block.key or "").strip(_MARKS).lower()
        return key in _words("question") or key in _words("answer")

    def _captions(self) -> dict[int, str]:
        """For each block of a table or list the line that introduces it."""
        found: dict[int, str] = {}
        blocks = self._document.blocks
        for index, (before, block) in enumerate(pairwise(blocks), 1):
            if block.kind not in _LISTED:
                continue
            text = self._introducing(before, block) if before.kind in _CONTENT else None
            if text is not None:
                found[index] = text
            elif before.kind == block.kind and index - 1 in found:
                found[index] = found[index - 1]
        return found

    def _introducing(self, before: Block, block: Block) -> str | None:
        written = self._document.plain[before.start : before.end].strip(" *_")
        is_text = before.kind == "paragraph"
        opens = before.kind in {"paragraph", "pair"} and written.split(" ")[0].strip(".:").lower() in _openings()
        over_table = is_text and block.kind == "row" and written[-1:] not in {".", "!", "?"}
        introduces = opens or over_table or (is_text and written.endswith(":"))
        return self._text(before.start, before.end) if introduces else None

    def _text(self, start: int, end: int) -> str | None:
        """The words of a stretch without the marks around them; None where they are too many for a label."""
        text = " ".join(self._document.plain[start:end].split()).strip(_MARKS)
        return text if 0 < len(text) <= LABEL_CHARACTERS else None


@derived_up_to(2)
def _words(which: str) -> frozenset[str]:
    return frozenset(table("language/questions")[which])


@derived
def _openings() -> frozenset[str]:
    return frozenset(table("language/captions")["opens"])
