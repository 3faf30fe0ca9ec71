"""Tells headings, footnotes and large figures from paragraphs by their type, beside that of the document's body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from checker.sources.pdf.paragraphs import Passage, is_caption

_LARGER = 1.1
_NOTE = 0.93
_CAPTION = 6
"""The level of a caption that is set as a heading: below all others."""
_LONGEST = 200
_LONGEST_BOLD = 120
_MOST_LINES = 4
_NUMBERED = re.compile(r"(\d{1,3})[.)]?\s+(?=\D)")
_SAME = 0.6
"""Points between sizes of one level."""

Outline = Mapping[tuple[int, str], int]
"""The levels of the document's own outline, by page and words."""


def body_size(passages: Sequence[Passage]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for passage in passages:
        for line in passage.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def mark(passages: Sequence[Passage], outline: Outline) -> None:
    """Give headings, with their levels, and footnotes their kind."""
    body = body_size(passages)
    bold = sum(len(p.text) for p in passages if p.bold)
    plain_body = bold * 2 < sum(len(p.text) for p in passages)
    headings: list[Passage] = []
    for n, passage in enumerate(passages):
        if passage.kind != "paragraph":
            continue
        listed = (passage.page, known(passage.text)) in outline
        if listed or _is_heading(passage, body, plain_body, passages[n + 1] if n + 1 < len(passages) else None):
            headings.append(passage)
    _level(headings, outline)
    notes = [p for p in passages if p.kind == "paragraph" and p.size < _NOTE * body and _opens_note(p)]
    for passage in notes:
        passage.kind = "note"
    _number(notes)


def _number(notes: Sequence[Passage]) -> None:
    """Take the numbers from before the words of notes that are counted one after the other."""
    found = [(note, match) for note in notes if (match := _NUMBERED.match(note.text)) is not None]
    numbers = [int(match[1]) for _, match in found]
    for n, (note, match) in enumerate(found):
        if numbers[n] - 1 in numbers[max(0, n - 1) : n] or numbers[n] + 1 in numbers[n + 1 : n + 2]:
            note.text = note.text[match.end() :]


def known(text: str) -> str:
    """The words of a heading in the form in which they are looked for."""
    return "".join(c for c in text.lower() if c.isalnum())


def _is_heading(passage: Passage, body: float, plain_body: bool, after: Passage | None) -> bool:
    text = passage.text
    letters = sum(map(str.isalpha, text))
    if (
        len(passage.lines) > _MOST_LINES
        or len(text) > _LONGEST
        or letters < 3
        or letters * 2 < len(text.replace(" ", ""))
    ):
        return False
    if text[-1] in ",;" or (text[-1] == "." and len(text.split()) > 8):
        return False
    if passage.size >= _LARGER * body:
        return not passage.mark or any(map(str.isdecimal, passage.mark)) or passage.size >= 1.25 * body
    if after is None or passage.size < 0.93 * body or text[-1] == "." or len(text) > _LONGEST_BOLD:
        return False
    if any(sign in passage.mark for sign in "•▪"):
        return False
    if passage.bold and plain_body:
        return not after.bold or after.size < 0.95 * passage.size or after.kind != "paragraph"
    return len(passage.lines) == 1 and text.isupper() and letters > 4 and not after.text.isupper()


def _level(headings: Sequence[Passage], outline: Outline) -> None:
    """The levels of headings: as the outline has them, or else one below the last one that is set larger."""
    largest = max((p.size for p in headings), default=0.0)
    top = [p for p in headings if p.size > largest - _SAME]
    title = top[0] if len(top) == 1 and len(headings) > 1 else None
    over: list[tuple[tuple[float, bool], int]] = []
    for passage in headings:
        passage.kind, passage.level = "heading", 1
        if passage is title:
            continue
        if is_caption(passage.text):
            passage.level = _CAPTION
            continue
        rank = (round(passage.size / _SAME), passage.bold)
        while over and over[-1][0] <= rank:
            over.pop()
        level = min(over[-1][1] + 1 if over else 1, _CAPTION - 1)
        passage.level = outline.get((passage.page, known(passage.text)), level)
        over.append((rank, passage.level))


def _opens_note(passage: Passage) -> bool:
    """Whether a small passage opens with the number or sign of a footnote."""
    first = passage.text[:4]
    return bool(first) and (first[0] in "*†‡§" or first[0].isdecimal()) and not first.isdecimal()
