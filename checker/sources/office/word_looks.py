"""Finds the headings of a Word document that no style names.

They are short lines, each alone before the text it heads, that are set otherwise than this: in bold, underlined, in
italics or larger type. A single such line may stress what it says; several of one document are headings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.language.language import word_set
from checker.sources.office.story import Element, Role
from checker.sources.office.word_text import W, is_on, value

Part = tuple[Element, Role | None]
Look = tuple[int, bool, bool, bool]
"""The size of letters in half points, 0 for that of the style; whether they are bold, underlined, and in italics."""

_LONGEST = 100
_FEWEST = 3
_MOST = 0.5
"""The part of a document's paragraphs that may be such headings."""
_OPEN_ENDS = (".", ",", ";", ":", "!")
_DEEPEST = 6
_TOP = 2
"""The level of the first of them where no style names a heading: the first level is the title's."""


def is_bold(paragraph: Element) -> bool:
    """Whether all words of a paragraph are bold."""
    look = _look(paragraph)
    return look is not None and look[1]


def with_headings(parts: Sequence[Part]) -> list[Part]:
    """The paragraphs and tables of a body, the lines whose looks make them headings with their levels."""
    told = [n for n, (part, role) in enumerate(parts) if role is None or (not role.hidden and _text(part).strip())]
    looks = {n: _look(part) for n in told for part, role in (parts[n],) if role is not None}
    usual = _usual(parts, looks)
    marked = {n: look for n, look in looks.items() if look is not None and _stands_out(look, usual)}
    lines = {n: look for n, look in marked.items() if _may_head(*parts[n])}
    heads = {
        n: lines[n]
        for n, after in pairwise(told)
        if n in lines and (n == told[0] or after not in marked or (after in lines and lines[after] < lines[n]))
    }
    plain = sum(1 for n in looks if (role := parts[n][1]) is not None and role.plain)
    if not _FEWEST <= len(heads) <= _MOST * plain:
        return list(parts)
    return list(_leveled(parts, heads, told[0]))


def _leveled(parts: Sequence[Part], heads: dict[int, Look], first: int) -> Iterator[Part]:
    """The parts, with the level of each heading below that of the last one that a style names."""
    styled = 0
    over: list[Look] = []
    for n, (part, role) in enumerate(parts):
        if role is not None and role.heading:
            styled, over = role.heading, []
        if n not in heads:
            yield part, role
        elif n == first:
            yield part, Role(heading=1)
        else:
            while over and over[-1] <= heads[n]:
                over.pop()
            yield part, Role(heading=min((styled + 1 if styled else _TOP) + len(over), _DEEPEST))
            over.append(heads[n])


def _usual(parts: Sequence[Part], looks: dict[int, Look | None]) -> Look:
    """The look of most letters of the body."""
    letters: Counter[Look] = Counter()
    for n, look in looks.items():
        letters[look or (0, False, False, False)] += len(_text(parts[n][0]))
    return max(letters, key=lambda look: letters[look], default=(0, False, False, False))


def _stands_out(look: Look, usual: Look) -> bool:
    larger = look[0] > usual[0] > 0
    return larger or any(own and not others for own, others in zip(look[1:], usual[1:], strict=True))


def _may_head(paragraph: Element, role: Role | None) -> bool:
    text = _text(paragraph).strip()
    if role is None or not role.plain or len(text) > _LONGEST or text.endswith(_OPEN_ENDS):
        return False
    if any(sign in text for sign in "\t\n") or sum(map(str.isalpha, text)) < _FEWEST:
        return False
    first, _, rest = text.partition(" ")
    return not (first.lower().rstrip(".") in word_set("text/pages", "captions") and rest[:1].isdecimal())


def _look(paragraph: Element) -> Look | None:
    """The look of a paragraph; None where its words are set in several ways, or it has none."""
    found: Look | None = None
    for run in paragraph.iterchildren(f"{W}r"):
        if not any((part.text or "").strip() for part in run.iterchildren(f"{W}t")):
            continue
        properties = run.find(f"{W}rPr")
        size = value(properties, "sz") or ""
        line = value(properties, "u")
        look = (
            int(size) if size.isdecimal() else 0,
            bool(is_on(properties, "b")),
            line not in (None, "none"),
            bool(is_on(properties, "i")),
        )
        if found is not None and found != look:
            return None
        found = look
    return found


def _text(paragraph: Element) -> str:
    tags = {f"{W}t": None, f"{W}tab": "\t", f"{W}br": "\n"}
    parts = (tags[e.tag] or e.text or "" for e in paragraph.iter(*tags) if e.getparent().tag == f"{W}r")
    return "".join(parts)
