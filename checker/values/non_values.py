"""Tells figures that name something from values: sections, laws, phones, list marks."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.language.language import derived, derived_up_to, word_set
from checker.language.words import stopwords
from checker.values import counted_noun, ratios
from checker.values.cursor import CLOSING, Reading
from checker.values.lexicon import listed
from checker.values.token import DIGITS, PLAIN, Token

_AHEAD = 8
"""How near another figure is with which one makes a range or a list."""
_FINE = Decimal("0.01")
_WORD_BEFORE_BRACKET = re.compile(r"(?<![\w])([A-Za-z_]\w*)\($")
_DEGREES = frozenset("°′″")
_LABEL_MARKS = frozenset("#§№")
_JOINTS = word_set("values/joints", "labelled")


def behind_name(reading: Reading, i: int) -> int:
    """The index behind a name, a reference or a list mark at token ``i``; ``i`` itself where the
    figure there is none of these."""
    token, text = reading.tokens[i], reading.text
    start, end = token.start, token.end
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before == " ":
        if text[start - 2 : start - 1] == "[" and text.startswith((" ]", "]"), end):
            return i + 1
        if _is_labelled(reading, start) and not _is_dated_name(reading, token) and not _is_rank(text, start - 1):
            return _behind_list(reading, i)
    elif before in _LABEL_MARKS and before:
        return i if _is_rank(text, start) else i + 1
    if before == "+" and text[start - 2 : start - 1].isalpha():
        return i + 1
    if behind == " " or behind.isalpha():
        word = reading.word_after(end)[0]
        if _is_code(word) or _is_status(reading, token, word):
            return i + 1
        if text[end + 1 : end + 24].lower().startswith(_codes_of_words()):
            return i + 1
        if text.startswith(" : ", end) and text[end + 3 : end + 4].isdecimal():
            return i + 2
    if before == "(" and behind == ")" and token.kind != "year" and _is_argument(text, start):
        return i + 1
    if token.place < _FINE and _is_position(reading, i):
        return i + 2
    if behind in _DEGREES:
        return i + 1 if _is_coordinate(text, start, end) else i
    if (behind and behind in "-.)") or (before and before in "+("):
        joined = _behind_phone(reading, i)
        if joined > i:
            return joined
        if _is_list_mark(text, start, end):
            return i + 1
    return i


def _is_rank(text: str, end: int) -> bool:
    """Whether a # that ends there stands behind a word of ranking: placed #92."""
    if text[end - 1 : end] != "#":
        return False
    return text[max(0, end - 20) : end - 1].rstrip().lower().endswith(tuple(listed("noise", "before_rank")))


def is_title(reading: Reading, i: int) -> bool:
    """Whether a number word with a capital letter, inside a sentence, is part of a name: Three Mile Island."""
    token, text = reading.tokens[i], reading.text
    if text[token.start - 1 : token.start] == "-" and text[token.start - 2 : token.start - 1].isalpha():
        return True
    word, at = reading.word_before(token.start)
    if not word or word[-1] in '.!?:;"-' or (text[at].isupper() and word not in ("the", "of")):
        return (
            bool(word) and text[at].isupper() and word[-1].isalpha() and reading.word_after(token.end)[0][:1].isupper()
        )
    return reading.word_after(token.end)[0][:1].isupper()


def is_numbered_name(reading: Reading, token: Token) -> bool:
    """Whether a small figure that counts nothing belongs to the name before it, inside a sentence: Explorer 53."""
    if token.kind != "int" or len(token.text) > 3:
        return False
    word, at = reading.word_before(token.start)
    if not word.isalpha() or len(word) < 2 or not _is_capital(reading.text[at : at + 2]):
        return False
    before, first = reading.word_before(at)
    return before.isalpha() and reading.text[first].islower() and before not in listed("noise", "conjunctions")


def _is_capital(letters: str) -> bool:
    """Whether a name starts so: Explorer, iPhone."""
    return letters[:1].isupper() or letters[1:].isupper()


def is_release(reading: Reading, i: int) -> bool:
    """Whether a figure with decimals is a version, since it stands where a year would: new in 0.17, since 2.4."""
    token, text = reading.tokens[i], reading.text
    if "." not in token.text or reading.word_before(token.start)[0] not in listed("noise", "release_cues"):
        return False
    behind = text[token.end : token.end + 1]
    if behind != " ":
        return not behind or (behind in ".,;:)\n" and text[token.end + 1 : token.end + 2] not in DIGITS)
    if reading.near(i + 1, _AHEAD) is not None:
        return False
    return reading.word_after(token.end)[0] in listed("noise", "release_behind")


def is_house(reading: Reading, token: Token) -> bool:
    """Whether a figure is the number of a house in a street, and neither a year nor a count: 10 Harbour Street."""
    if (
        not reading.text[token.end + 1 : token.end + 2].isupper()
        or token.kind not in PLAIN
        or reading.text[token.start - 1 : token.start] == "$"
    ):
        return False
    window = reading.text[token.end + 1 : token.end + 48].partition("\n")[0]
    way, _, rest = window.partition(" ")
    if way[-1:] == "." and way[:-1] in _compass() and token.kind in ("int", "year"):
        name = rest.partition(" ")[0].rstrip(CLOSING)
        if name[:1].isupper() and len(name) > 2 and name.lower() not in stopwords():
            return True
    if _streets().search(window) is None:
        return False
    before = reading.word_before(token.start)[0].rstrip(",;:")
    if before in listed("noise", "year_cues") or before in listed("noise", "determiners"):
        return False
    words = [word for n, word in enumerate(window.split(" ")[:6]) if n or word.rstrip(".") not in _compass()]
    for n, name in enumerate(words[:4]):
        if n and name.lower().rstrip(CLOSING) in listed("noise", "streets") and name[0].isupper():
            if token.kind == "year" and name.lower() in listed("noise", "surnames"):
                return False
            behind = words[n + 1] if n + 1 < len(words) else ""
            return name[-1] in CLOSING or not (behind[:1].islower() and counted_noun.is_plural(behind.rstrip(CLOSING)))
        if not name[:1].isupper() or name[-1] in CLOSING:
            return False
    return False


@derived
def _codes_of_words() -> tuple[str, ...]:
    return tuple(code for code in listed("noise", "codes") if " " in code)


@derived_up_to(8192)
def _is_code(word: str) -> bool:
    return word.lower().rstrip(CLOSING) in listed("noise", "codes")


def _is_status(reading: Reading, token: Token, word: str) -> bool:
    """``a 403 error``: three figures before what a program answers, which are not 120 error messages."""
    if token.kind != "int" or len(token.text) != 3 or word.lower().rstrip(CLOSING) not in listed("noise", "statuses"):
        return False
    return counted_noun.after(reading, token.end) is None


def _is_argument(text: str, start: int) -> bool:
    """``varchar(255)``: in brackets right behind a word in lower case."""
    word = _WORD_BEFORE_BRACKET.search(text, max(0, start - 30), start)
    return word is not None and word[1].islower()


@derived
def _compass() -> frozenset[str]:
    return frozenset(name.upper() for name in listed("noise", "compass"))


@derived
def _streets() -> re.Pattern[str]:
    names = sorted(listed("noise", "streets"))
    return re.compile(" (?:" + "|".join(form for name in names for form in (name.title(), name.upper())) + r")\b")


def _behind_list(reading: Reading, i: int) -> int:
    """Behind all that one label names: sections 5, 6 and 7; No. 94-329."""
    tokens, j = reading.tokens, i + 1
    while j < len(tokens) and tokens[j].kind in PLAIN and reading.gap(j - 1) in _JOINTS:
        if tokens[j].kind == "year" and reading.gap(j - 1) not in ("-", "/"):
            break
        j += 1
    return j


def _is_labelled(reading: Reading, start: int) -> bool:
    word, at = reading.word_before(start)
    labels, capital = _label(word)
    return labels and (not capital or reading.text[at : at + 1].isupper())


def _is_dated_name(reading: Reading, token: Token) -> bool:
    """Whether a year ends the name of a law: the Harbour Pilots Act 1911."""
    if token.kind != "year":
        return False
    word, at = reading.word_before(token.start)
    name, first = reading.word_before(at)
    return word in listed("noise", "dated_names") and reading.text[first : first + 1].isupper() and name != "public"


@derived_up_to(8192)
def _label(word: str) -> tuple[bool, bool]:
    """Whether a word names the figure behind it, and whether it has to have a capital letter for that."""
    bare = word.rstrip(":")
    if bare.endswith("_id"):
        return True, False
    labels = bare in listed("noise", "before") and (bare == word or bare in listed("noise", "colon"))
    return labels, bare in listed("noise", "capital")


def _behind_phone(reading: Reading, i: int) -> int:
    """Behind a run of figures joined by hyphens or points that is no date and no range: 555-0142-778, 8-2."""
    tokens, text = reading.tokens, reading.text
    token = tokens[i]
    if token.kind not in PLAIN or i + 1 == len(tokens) or tokens[i + 1].start - token.end > 3:
        return i
    if text[token.start - 1 : token.start] == "+" and len(token.text) < 4 and reading.gap(i) in (" ", "-", " ("):
        return _behind_run(reading, i)
    j = i + 1
    while j < min(len(tokens), i + 8) and tokens[j].start - tokens[j - 1].end <= 3 and tokens[j].kind in PLAIN:
        if reading.gap(j - 1) not in ("-", ".", ") ", " - ", ")-"):
            break
        j += 1
    sizes = [len(tokens[k].text) for k in range(i, j)]
    dashed = text[token.end : token.end + 1]
    if len(sizes) >= 3:
        date = (sizes[0] == 4 and max(sizes[1:3]) <= 2) or (max(sizes[:2]) <= 2 and sizes[2] in (2, 4))
        ranged = len(sizes) == 6 and 4 in sizes
        return i if date or ranged else j
    if len(sizes) == 2 and sizes == [3, 4] and dashed in "-.":
        return j
    return j if len(sizes) == 2 and dashed == "-" and _is_descending(reading, token, tokens[i + 1]) else i


def _is_descending(reading: Reading, first: Token, second: Token) -> bool:
    """Whether two figures are no range, since the second is not greater, and no result that words tell of: 8-2."""
    short = len(first.text) <= 3 and len(second.text) <= 3
    if reading.word_after(second.end)[0].lower() in listed("calendar", "era_before"):
        return False
    if reading.word_before(first.start)[0].rstrip(":,;") in listed("times", "opening"):
        return False
    return short and first.value >= second.value and not ratios.is_scored(reading, first, second)


def _behind_run(reading: Reading, i: int) -> int:
    """Behind the groups of an international telephone number."""
    tokens, j = reading.tokens, i + 1
    while j < min(len(tokens), i + 8) and tokens[j].kind in PLAIN and tokens[j].start - tokens[j - 1].end <= 2:
        j += 1
    return j


def _is_position(reading: Reading, i: int) -> bool:
    """Whether two figures with many decimals are a latitude and a longitude."""
    other = reading.near(i + 1, 4)
    return other is not None and other.place < _FINE and reading.gap(i).rstrip("-").strip() in (",", ";")


def _is_coordinate(text: str, start: int, end: int) -> bool:
    """Whether degrees, minutes or seconds of an arc are a place on the globe: 37° 49′ N."""
    at = end + 1 + text.startswith(" ", end + 1)
    if text[at : at + 1] in ("N", "S", "E", "W") and not text[at + 1 : at + 2].isalpha():
        return True
    if text[end] == "°":
        return text[at : at + 1].isdecimal() or text[at : at + 1] in ("N", "S", "E", "W")
    before = text[max(0, start - 2) : start]
    return "°" in before or "′" in before


def _is_list_mark(text: str, start: int, end: int) -> bool:
    """Whether a number opens a line and a point or bracket follows it."""
    if end - start > 3 or text[end : end + 1] not in (".", ")") or text[end + 1 : end + 2] not in (" ", "\t"):
        return False
    opening = text[max(0, start - 8) : start]
    line = opening.rpartition("\n")[2]
    return (len(line) < len(opening) or start <= 8) and not line.strip(" \t*-(")
