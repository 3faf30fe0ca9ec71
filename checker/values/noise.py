"""Tells numbers that name something from values: sections, laws, phones, clock times, list marks."""

from __future__ import annotations

from checker.values.lexicon import listed
from checker.values.reading import Reading


def is_name(reading: Reading, i: int) -> bool:
    """Whether the figure at token ``i`` is part of a name, a reference, a time of day or a list mark."""
    token, text = reading.tokens[i], reading.text
    start, end = token.start, token.end
    previous = text[start - 1 : start]
    if previous in ("#", "§", "№") or _is_phone(reading, i) or _is_clock(text, end) or _is_coordinate(text, end):
        return previous != "#" or not text[max(0, start - 12) : start].lower().rstrip("#").rstrip().endswith(("ranked", "rank"))
    if _is_list_mark(text, start, end):
        return True
    return _follows_label(reading, start)


def _follows_label(reading: Reading, start: int) -> bool:
    text = reading.text
    if start and text[start - 1] in "-(/" and start > 1 and text[start - 2] == " ":
        return False
    word, at = reading.word_before(start)
    if not word:
        return False
    bare = word.rstrip(":,")
    if bare != word and word[-1] == ",":
        return False
    if bare not in listed("noise", "before"):
        return False
    if bare in listed("noise", "capital") and not text[at].isupper():
        return bare in ("page", "pages", "part", "article", "note", "line", "room", "rooms", "number") and bare in ("page", "pages", "room")
    if word[-1] == ":" and bare not in ("phone", "tel", "telephone", "fax", "isbn", "issn", "no", "id", "zip", "doi"):
        return False
    return True


def _is_phone(reading: Reading, i: int) -> bool:
    tokens, text = reading.tokens, reading.text
    token = tokens[i]
    if not token.is_plain:
        return False
    start, end = token.start, token.end
    joined = 0
    j = i
    while j + 1 < len(tokens) and reading.gap(j) in ("-", ".", ") ", " - ") and tokens[j + 1].is_plain and joined < 4:
        joined += 1
        j += 1
    k = i
    while k > 0 and reading.gap(k - 1) in ("-", ".", ") ") and tokens[k - 1].is_plain and joined < 6:
        joined += 1
        k -= 1
    sizes = [len(tokens[n].text) for n in range(k, j + 1)]
    if joined >= 2:
        return not (joined == 2 and sizes[0] == 4 and max(sizes[1:]) <= 2 or max(sizes[:2]) <= 2 and sizes[2] in (2, 4))
    if joined == 1 and sizes == [3, 4]:
        return True
    return text[start - 1 : start] == "+" and len(token.text) < 4 and text[end : end + 1] in (" ", "-") and text[end + 1 : end + 2].isdigit()


def _is_clock(text: str, end: int) -> bool:
    window = text[end : end + 10].lower()
    if window[:1] == " ":
        window = window[1:]
    word = window.split(" ", 1)[0].split("\n", 1)[0].rstrip(",;)")
    return word in ("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "utc", "o'clock")


def _is_coordinate(text: str, end: int) -> bool:
    return text[end : end + 1] == "°" and text[end + 1 : end + 3].strip()[:1].isdigit() or (
        text[end : end + 1] in ("′", "″") and text[end + 1 : end + 2] in ("N", "S", "E", "W")
    )


def _is_list_mark(text: str, start: int, end: int) -> bool:
    if end - start > 3 or text[end : end + 1] not in (".", ")") or text[end + 1 : end + 2] not in (" ", "\t"):
        return False
    line = text.rfind("\n", max(0, start - 8), start) + 1 if start else 0
    if start and line == 0 and start > 8:
        return False
    return not text[line:start].strip(" \t*-(")
