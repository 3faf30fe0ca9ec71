"""Makes a source's text fit for a page: every hostile character visible, every offset still to be found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from checker.reports.terminal import safe

_WIDEST_UNIT = "\uffff"
_CUT = "\n[…]\n"
AROUND = 240
"""So many characters on each side of a sentence stay where a text is cut down to what findings need."""


class Shown:
    """A text as a page shows it, whole or in pieces, and where each of its characters went."""

    def __init__(self, pieces: Sequence[tuple[int, str]]) -> None:
        """``pieces`` are parts of the source's text with their offsets there, in order and apart."""
        self._from: list[int] = []
        self._to: list[int] = []
        self._until = [start + len(text) for start, text in pieces]
        self._starts = [start for start, _ in pieces]
        self._units = 0
        parts: list[str] = []
        for place, (start, text) in enumerate(pieces):
            if place or start:
                parts.append(_CUT)
                self._units += len(_CUT)
            parts += self._piece(start, text)
        self.text = "".join(parts)

    def _piece(self, start: int, text: str) -> list[str]:
        self._step(start)
        odd = {c for c in set(text) if c > _WIDEST_UNIT or not (c in "\n\t" or c.isprintable())}
        if not odd:
            self._units += len(text)
            return [text]
        parts: list[str] = []
        done = 0
        for match in re.finditer(f"[{re.escape(''.join(sorted(odd)))}]", text):
            at = match.start()
            char = _visible(text, at)
            parts += [text[done:at], char]
            self._units += at - done + sum(2 if c > _WIDEST_UNIT else 1 for c in char)
            done = at + 1
            self._step(start + done)
        self._units += len(text) - done
        return [*parts, text[done:]]

    def _step(self, offset: int) -> None:
        self._from.append(offset)
        self._to.append(self._units)

    def at(self, offset: int) -> int | None:
        """Where the character at ``offset`` of the source is here, in UTF-16 units; None where it was cut out."""
        piece = bisect_right(self._starts, offset) - 1
        if piece < 0 or offset > self._until[piece]:
            return None
        step = bisect_right(self._from, offset) - 1
        return self._to[step] + offset - self._from[step]


def _visible(text: str, at: int) -> str:
    """One odd character as shown: line ends become plain ones, what is merely wide stays."""
    if text[at] == "\r":
        return "" if text[at + 1 : at + 2] == "\n" else "\n"
    return safe(text[at])


def cut_down(text: str, sentences: Iterable[tuple[int, int]]) -> Shown:
    """``text`` without what stands further than some words from any of ``sentences``, spans into it."""
    spans = [(max(0, start - AROUND), min(len(text), end + AROUND)) for start, end in sorted(set(sentences))]
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return Shown([(start, text[start:end]) for start, end in merged])


def from_quotes(quotes: Iterable[tuple[int, str]]) -> Shown:
    """What is known of a text from its quotes alone, each with its offset; of two that overlap the longer one."""
    longest = sorted(set(quotes), key=lambda quote: (quote[0], -len(quote[1]), quote[1]))
    kept: list[tuple[int, str]] = []
    for start, quote in longest:
        if not kept or start > kept[-1][0] + len(kept[-1][1]):
            kept.append((start, quote))
    return Shown(kept)
