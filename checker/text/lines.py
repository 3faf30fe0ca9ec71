"""Cuts a text into lines and says what shape each of them has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from checker.language.language import derived, table
from checker.language.release_lines import release_line

_BULLETS = frozenset("-*+•‣◦▪●○·–—►▶■□✓")
_ROMAN = frozenset("ivx")
_SENTENCE_ENDS = (".", "!", "?", "…")
_STEPS = (" > ", " » ", " › ", " >> ", " → ", " ▸ ")
_TRAIL = 2
_STEP = 8
"""How many words a step of such a trail has at most."""
_LONGEST_LABEL = 60
_NICKNAME = 24
"""So many characters behind a release's date may name it."""
_BEHIND_DATE = " \t.,:;)-–—"
_LONGEST_VALUE = 220
_LONGEST_NUMBER = 6


@dataclass(slots=True)
class Line:
    """One line without its surrounding blanks: ``text`` stands at ``start:end`` of the plain text."""

    start: int
    end: int
    text: str
    indent: int = 0


@derived
def words(name: str) -> frozenset[str]:
    """The list ``name`` of the packaged words that tell how a line works."""
    return frozenset(table("text/words")[name])


def cut(plain: str, start: int, end: int) -> list[Line]:
    """The lines of ``plain[start:end]``, blank ones included as empty texts."""
    lines = []
    at = start
    region = plain if start == 0 and end == len(plain) else plain[start:end]
    for raw in region.splitlines(keepends=True):
        text = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if text else 0
        lines.append(Line(at + indent, at + indent + len(text), text, indent))
        at += len(raw)
    return lines


def ends_sentence(text: str) -> bool:
    """Whether ``text`` stops as a sentence does."""
    return text.rstrip("\"')]} ").endswith(_SENTENCE_ENDS)


def _first_word(text: str) -> str:
    parts = text.split(maxsplit=1)
    return parts[0].strip("\"'(,").lower() if parts else ""


def is_wordy(text: str) -> bool:
    """Whether ``text`` begins as words do, and so with no sign; most lines are told by this alone."""
    return text[:1].isalpha() and text[1:2] not in (".", ")") and text[0] not in _ROMAN


def mark(text: str) -> int:
    """How many characters a list item's bullet or number takes, its blanks included; 0 for no item."""
    if is_wordy(text):
        return 0
    head = text[:8].split(maxsplit=1)[0] if text[:8].strip() else ""
    if not head or len(head) == len(text) or len(head) > 6:
        return 0
    if head not in _BULLETS:
        core = head.strip("().")
        if head[-1] not in ".)" or not core or (head[0] == "(" and head[-1] != ")"):
            return 0
        number = core.isdecimal() and len(core) <= 3
        letter = (len(core) == 1 and core.isalpha()) or set(core) <= _ROMAN
        if not number and not (letter and (head[-1] == ")" or core.islower())):
            return 0
    rest = text[len(head) :]
    return len(head) + len(rest) - len(rest.lstrip())


def hashes(text: str) -> int:
    """The level of a ``# heading`` line; 0 for any other."""
    if not text.startswith("#"):
        return 0
    level = len(text) - len(text.lstrip("#"))
    return level if level <= 6 and text[level : level + 1] in (" ", "\t") else 0


def is_rule(text: str, signs: str = "-*_=") -> bool:
    """Whether ``text`` is a line of one repeated sign."""
    bare = text.replace(" ", "")
    return len(bare) >= 3 and bare[0] in signs and not bare.strip(bare[0])


def label_end(text: str, *, low: bool = False) -> int:
    """Where the colon of a ``Key: value`` line stands; -1 for any other line.

    The key is a short name, not a sentence, and what follows is not a paragraph. ``low``: it may open in lower case.
    """
    colon = text.find(":", 1, _LONGEST_LABEL)
    if colon < 0:
        return -1
    value = text[colon + 1 :]
    if not value[:1].isspace() or not value.strip() or len(value) > _LONGEST_VALUE:
        return -1
    if value.lstrip()[0] in "\"'" and not value.rstrip().endswith(value.lstrip()[0]):
        return -1
    if len(value) > 40 and ends_sentence(value) and _first_word(value) in words("openers"):
        return -1
    return colon if is_label(text[:1].upper() + text[1:colon] if low else text[:colon]) else -1


def is_label(text: str) -> bool:
    """Whether ``text`` can be the key of a pair: a short name without a verb."""
    parts = text.split()
    first = parts[0].lstrip("\"'(~$#") if parts else ""
    if not 0 < len(parts) <= 8 or not (first[:1].isupper() or first[:1].isdecimal()):
        return False
    if is_year(first) or names_day(text) or is_caption(f"{text}:"):
        return False
    if (". " in text and len(first) > 4) or any(sign in text for sign in '!?;|"'):
        return False
    if text.count(",") > 1 or not any(c.isalpha() for c in text):
        return False
    if len(parts) > 2 and first.lower() in words("openers"):
        return False
    return not any(part.strip("().,") in words("verbs") for part in parts)


def is_caption(text: str) -> bool:
    """Whether ``text`` opens as the line under or over a figure or table does: ``Fig. 2``, ``Table 3:``, ``Photo:``."""
    first, _, rest = text.partition(" ")
    word = first.lower().rstrip(".:")
    if word not in _captions() or not first[0].isupper():
        return False
    number = rest.split(" ", 1)[0].rstrip(".:")
    return first.endswith(":") or (rest[:1].isdecimal() and len(number) < _LONGEST_NUMBER and len(rest) > len(number))


@derived
def _captions() -> frozenset[str]:
    captions = table("language/captions")
    return frozenset((*captions["opens"], *captions["pictures"]))


def is_year(word: str) -> bool:
    """Whether ``word`` is a year of four digits."""
    return len(word) == 4 and word.isdecimal() and "1000" <= word < "2200"


def names_day(text: str) -> bool:
    """Whether a month and a number stand side by side in ``text``."""
    parts = text.replace(",", " ").replace("(", " ").split()
    for part, following in pairwise(parts):
        for month, number in ((part, following), (following, part)):
            if month[:3].lower() in words("months") and month[0].isupper() and number[:1].isdecimal():
                return True
    return False


def is_date(text: str) -> bool:
    """Whether ``text`` is nothing but a year, a decade, or a year with its month and day."""
    parts = text.replace(",", " ").split()
    if not 0 < len(parts) <= 3:
        return False
    years = 0
    for part in parts:
        bare = part.rstrip("s.")
        if bare.isdecimal():
            years += len(bare) == 4
        elif bare[:3].lower() not in words("months") or not bare.isalpha():
            return False
    return years == 1


def is_dated_entry(text: str) -> bool:
    """Whether ``text`` opens with a year and a dash, as the entries of a chronicle do."""
    first, _, rest = text.partition(" ")
    return is_year(first) and rest.startswith("-")


def date_end(text: str) -> int:
    """Where the date ends that ``text`` opens with, and behind which it goes on: ``3 May 1911. Storm``; 0 for none."""
    if not text[:1].isdecimal() and not _is_month(text.split(maxsplit=1)[0] if text else ""):
        return 0
    found = _dates().match(text)
    return found.end() if found is not None and text[found.end() :].strip(_BEHIND_DATE) else 0


def _is_month(word: str) -> bool:
    return word[:1].isupper() and word[:3].lower() in words("months")


@derived
def _dates() -> re.Pattern[str]:
    month = f"(?:{'|'.join(word.title() for word in sorted(words('months')))})[a-z]{{0,6}}\\.?"
    year = "[12][0-9]{3}"
    return re.compile(
        rf"(?:{year}-[01][0-9](?:-[0-3][0-9])?|[0-3]?[0-9](?:st|nd|rd|th)? {month}(?:,? {year})?"
        rf"|{month} [0-3]?[0-9](?:st|nd|rd|th)?(?:,? {year})?"
        rf"|(?:{month} )?{year}s?(?: ?-(?: ?{year}| ?[0-9]{{2}}\b)?)?)"
        r"(?=$|[\s:.,;)-])"
    )


def is_release(text: str) -> bool:
    """Whether a line is the version of a release and its date: ``v2.0 / 2015-06-01``, ``Version 4.1 - May 2020``."""
    found = release_line(text)
    date = _dates().match(text, found.end) if found is not None else None
    return date is not None and len(text) - date.end() <= _NICKNAME


def is_trail(text: str) -> bool:
    """Whether ``text`` says where on its site a page stands: ``Home > Bridges > Oregon``."""
    steps = [step for sign in _STEPS for step in [text.split(sign)] if len(step) > _TRAIL]
    return bool(steps) and all(0 < len(step.split()) <= _STEP for step in steps[0])


def is_title_like(text: str, longest: int = 110) -> bool:
    """Whether ``text`` reads as a heading or a name: short, no sentence, words in title case or few."""
    if not text or len(text) > longest or text[-1] in ".;:,!-" or ";" in text or names_day(text):
        return False
    if not (text[0].isupper() or text[0].isdecimal() or text[0] in "\"'("):
        return False
    parts = text.split()
    bare = [part.strip("\"'(),?") for part in parts]
    named = [part for part in bare if part[:1].isalpha() and part.lower() not in words("small")]
    if not named:
        return False
    upper = sum(part[0].isupper() for part in named)
    if upper == len(named):
        return True
    if bare[-1].lower() in words("open_ends"):
        return False
    verb = any(part.lower() in words("verbs") and part[:1].islower() for part in bare)
    if upper >= 0.7 * len(named) and len(named) >= 3:
        return not verb or len(parts) > 4
    return len(parts) <= 7 and not verb and (upper == 1 or "," not in text)
