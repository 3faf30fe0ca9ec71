"""Reads the values of settings: ``timeout: how long it waits. Default: 30``, ``--jobs N (default 4)``."""

from __future__ import annotations

import re

from checker.claims.thresholds import ROLE_REACH
from checker.language.identifiers import is_identifier
from checker.language.language import derived, table
from checker.linguistics.sentence import ParsedSentence
from checker.model.document import Block, Document
from checker.model.labels import OpenWords

_VALUE = "setting_value"
_JOINTS = re.compile(r"[\s_.-]+|(?<=[a-z0-9])(?=[A-Z])")
_MARKED = re.compile(r"`(--?[A-Za-z][\w-]{0,40}|[A-Za-z]\w*[._]\w[\w.]{0,40}|[a-z]{2,40})`")


def is_setting(document: Document, block: Block) -> bool:
    """Whether a labelled line is of a setting: its key is an identifier, or written as code."""
    if block.kind != "pair" or block.header or not block.key or not block.cells:
        return False
    start, end = block.cells[0]
    marked = document.text[start - 1 : start] == document.text[end : end + 1] == "`"
    return is_identifier(block.key) or (marked and " " not in block.key)


def spelt(key: str) -> str:
    """The words of an identifier: ``max_size``, ``maxSize`` and ``--max-size`` are max size."""
    return " ".join(_JOINTS.split(key)).strip().lower()


def role_of(parsed: ParsedSentence, index: int) -> str:
    """Which value of the setting a figure is: its default, its maximum, one that it had, or simply its value."""
    first, last = parsed.spans[index]
    begin = max(0, first - ROLE_REACH, *(end for _, end in parsed.spans[:index]))
    before = f" {parsed.text(begin, first)} {parsed.mentions[index].text.lower()} "
    behind = parsed.lower_forms[last : last + 2]
    roles, former = _roles()
    if behind and behind[0] in former:
        return f"former_{_VALUE}"
    if is_former(parsed, index):
        return f"former_{_VALUE}"
    for role, cues in roles.items():
        if any(f" {cue} " in before for cue in cues) or (behind[:1] == ["by"] and behind[1:2] == [role]):
            return role
    return _VALUE


def is_former(parsed: ParsedSentence, index: int) -> bool:
    """Whether a figure is what held before the change: ``now 50 (was 20)``, ``50, up from 20``, ``from 5 to 10``."""
    first, last = parsed.spans[index]
    before = parsed.lower_forms[max(0, first - ROLE_REACH) : first]
    if not _roles()[1].isdisjoint(before[-2:]) or "instead of" in " ".join(before):
        return True
    if not before or before[-1] != "from":
        return False
    raised = bool(_changes().intersection(before[:-1]))
    following = parsed.spans[index + 1][0] if index + 1 < len(parsed.spans) else last
    return raised or (last < following <= last + ROLE_REACH and parsed.lower_forms[following - 1] == "to")


def named_in(document: Document, parsed: ParsedSentence, index: int) -> str:
    """The setting or option that a sentence names in marks of code, the last one before the value; "" for none."""
    text = document.text[parsed.start : parsed.end]
    at = parsed.mentions[index].start - parsed.start
    if "`" not in text:
        return ""
    found = [match for match in _MARKED.finditer(text) if not match.start() < at < match.end()]
    before = [match[1] for match in found if match.end() <= at]
    return before[-1] if before else found[0][1] if found else ""


def words_of_role(role: str) -> OpenWords:
    """The words of such an attribute."""
    *modifiers, noun = role.split("_")
    return OpenWords(None, noun, tuple(modifiers))


@derived
def _changes() -> frozenset[str]:
    return frozenset(table("language/settings")["changes"])


@derived
def _roles() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    words = table("language/settings")
    return {role: tuple(cues) for role, cues in words["roles"].items()}, frozenset(words["former"])
