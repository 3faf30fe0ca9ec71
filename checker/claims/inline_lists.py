"""Counts the items of a list written inside running text: by letters, semicolons or commas."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

import re2

from checker.claims.thresholds import ANNOUNCED_ITEMS
from checker.language.language import derived, table, word_set
from checker.language.words import words
from checker.model.claim import Listing

_FIRST = re2.compile(r"^\s*(\(?)([ai1])([).])\s")
_LETTERS = tuple(ascii_lowercase[: ANNOUNCED_ITEMS + 1])
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NUMBERS = tuple(str(n + 1) for n in range(ANNOUNCED_ITEMS + 1))
"""One more than a number can announce, so that a list of one too many is told from one of the right length."""
_ENDS = ".!?;:)\"'"
_JOINTS = word_set("language/clauses", "list_joints")


def read(
    plain: str, start: int, sentence_end: int, block_end: int, stated: int, *, last: bool, counted: bool
) -> Listing | None:
    """The list that starts at ``start``; letters may run on over sentences to ``block_end``.

    ``last``: nothing of the text follows the block, which may be cut off. ``counted``: the list itself holds
    counts, so that its items may be groups of what is counted. A list told by commas or by ordinals is
    never sure, because commas and such words stand inside items too.
    """
    whole, body = plain[start:block_end], plain[start:sentence_end]
    lettered = _lettered(whole)
    if lettered is not None:
        cut = last and whole.rstrip()[-1:] not in _ENDS
        return Listing(lettered, "letters", not _open(whole) and (lettered > stated or not cut))
    pieces = [p for p in (piece.strip() for piece in _split(body, ";")) if p.strip(" .")]
    if len(pieces) > 1:
        sure = not counted and not _open(body) and _closed(pieces) and body.rstrip()[-1:] in _ENDS
        return Listing(len(pieces), "semicolons", sure)
    ordered = _ordered(body)
    if ordered > 1:
        return Listing(ordered, "words", False)
    readings = _readings(body)
    if not readings:
        return None
    return Listing(stated if stated in readings else readings[0], "commas", False)


def _lettered(text: str) -> int | None:
    """How many of a), b), c) or (1), (2), (3) follow each other, when the first of them opens the text."""
    first = _FIRST.search(text)
    if first is None:
        return None
    opening, label, closing = first.groups()
    if closing == "." and (label != "1" or opening):
        return None
    labels: Sequence[str] = {"a": _LETTERS, "i": _ROMAN, "1": _NUMBERS}[label]
    count, at = 1, first.end()
    for label in labels[1:]:
        sign = f"{opening}{label}{closing}"
        at = text.find(sign, at)
        while at >= 0 and not (text[at - 1].isspace() and text[at + len(sign) : at + len(sign) + 1].isspace()):
            at = text.find(sign, at + 1)
        if at < 0:
            break
        count += 1
        at += len(sign)
    return count if count > 1 else None


def _split(text: str, sign: str) -> list[str]:
    """The text's parts between signs that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for at, character in enumerate(text):
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        elif character == sign and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def _closed(pieces: Sequence[str]) -> bool:
    """Whether the last part is one item: told by "and" before it, or without one inside."""
    tail = [w.low for w in words(pieces[-1], 0, len(pieces[-1]))]
    return bool(tail) and (tail[0] in _JOINTS or not _JOINTS & set(tail))


@derived
def _openings() -> tuple[str, ...]:
    return tuple(table("language/listing")["open"])


def _open(text: str) -> bool:
    """Whether the list says that it goes on."""
    low = f" {text.lower()} "
    return any(sign in low if not sign[0].isalpha() else f" {sign} " in low.replace(".", " ") for sign in _openings())


def _ordered(text: str) -> int:
    """How far first, second, third lead."""
    lower_forms = [w.low for w in words(text, 0, len(text))]
    for row in table("language/listing")["ordinals"]:
        if lower_forms[:1] != [row[0]] and lower_forms[:2] != ["the", row[0]]:
            continue
        count = 0
        for word in lower_forms:
            if count < len(row) and word == row[count]:
                count += 1
        return count
    return 0


def _readings(text: str) -> list[int]:
    """How many items commas and a last "and" can be taken to part, the likeliest first."""
    pieces = [p.strip() for p in _split(text.strip().rstrip("."), ",") if p.strip()]
    if not pieces:
        return []
    tail = [w.low for w in words(pieces[-1], 0, len(pieces[-1]))]
    joints = sum(w in _JOINTS for w in tail[1:])
    if tail and tail[0] in _JOINTS:
        return [len(pieces)]
    readings = [len(pieces) + 1, len(pieces)] if joints else [len(pieces)]
    return [n for n in readings if n > 1]
