"""Amounts of money: a currency sign, code or name beside a number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from checker.values.draft import Draft
from checker.values.lexicon import listed, mapped
from checker.values.numerals import Quantity, plain, quantity
from checker.values.reading import Reading
from checker.vocabulary import table

_RANGE_GAPS = ("-", " - ", " to ", " and ", "--")


@dataclass(frozen=True, slots=True)
class Signs:
    """What currencies are written as."""

    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    last_before: frozenset[str]
    names: dict[str, str]
    parts: dict[str, str]
    longest: int


@cache
def signs() -> Signs:
    """Every sign and name of a currency, longest first."""
    data = table("values/currencies")
    symbols: dict[str, str] = dict(data["symbols"])
    codes = [*data["codes"], *data["withdrawn"]]
    only_before, only_after = set(data["only_before"]), set(data["only_after"])
    before = {s: u for s, u in symbols.items() if s not in only_after}
    before |= {code: code for code in codes if code not in data["words"]}
    after = {s: u for s, u in symbols.items() if s not in only_before} | {code: code for code in codes}
    names = {}
    for name, unit in mapped("currencies", "names").items():
        if unit:
            names[name] = unit
            names.setdefault(name + "s", unit)
    by_length = lambda pairs: tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))  # noqa: E731
    return Signs(
        by_length(before),
        by_length(after),
        frozenset(sign[-1] for sign in before),
        names,
        mapped("currencies", "parts"),
        max(name.count(" ") for name in names) + 1,
    )


def read(reading: Reading, i: int, found: Quantity) -> Draft | None:
    """The amount whose number is ``found``, at token ``i``; None where no currency stands beside it."""
    ahead = _before(reading.text, found.start)
    if ahead is not None:
        return _after_sign(reading, found, *ahead)
    behind = _behind(reading, found)
    if behind is None:
        return None
    unit, end = behind
    draft = Draft.of("money", found, unit)
    draft.end = end
    _late_scale(reading, found, draft)
    if unit not in signs().parts.values():
        _with_parts(reading, draft)
    _finish(reading, draft)
    return draft


def _before(text: str, start: int) -> tuple[str, int] | None:
    """The currency written before ``start`` and where it starts."""
    end = start
    if end and text[end - 1] in "-+" and end > 1 and not text[end - 2].isspace():
        end -= 1
    if end and text[end - 1] == " ":
        end -= 1
    if not end or text[end - 1] not in signs().last_before:
        return _name_before(text, start)
    for sign, unit in signs().before:
        if text.endswith(sign, 0, end) or sign[:-1].isalpha() and _spaced(text, sign, end):
            at = end - len(sign)
            if not text.endswith(sign, 0, end):
                at = text.rindex(sign[0], 0, end - 1)
            if sign[0].isalpha() and at and text[at - 1].isalnum():
                continue
            if sign in ("LE", "RM", "Rs", "Ft") and end == start - 1 and text[at - 1 : at].isalpha():
                continue
            return unit, at
    lowered = text[max(0, end - 6) : end].lower()
    for letters, unit in (("c $", "CAD"), ("cad$", "CAD"), ("nzd$", "NZD"), ("a $", "AUD"), ("us $", "USD")):
        if lowered.endswith(letters):
            return unit, end - len(letters)
    return _name_before(text, start)


def _spaced(text: str, sign: str, end: int) -> bool:
    return False


def _name_before(text: str, start: int) -> tuple[str, int] | None:
    if not start or text[start - 1] != " ":
        return None
    first = max(text.rfind(" ", max(0, start - 16), start - 1), text.rfind("\n", max(0, start - 16), start - 1)) + 1
    word = text[first : start - 1].lower()
    if word in listed("currencies", "before"):
        return signs().names.get(word) or signs().parts.get(word, ""), first
    code = word.upper()
    if len(word) == 3 and code in signs().names.values() and code in table("values/currencies")["codes"]:
        return (code, first) if word in ("usd", "eur", "gbp", "rmb") else None
    if word == "rmb":
        return "CNY", first
    return None


def _after_sign(reading: Reading, found: Quantity, unit: str, start: int) -> Draft | None:
    text = reading.text
    negative = text[start - 1 : start] == "-" and (start < 2 or not text[start - 2].isalnum())
    if found.low >= 0 and negative:
        found.low, found.high, start = -found.low, -(found.high or found.low), start - 1
    _money_letters(reading, found)
    draft = Draft.of("money", found, unit)
    draft.start = start
    _range_with_signs(reading, found, draft)
    _trailing_code(reading, draft)
    _with_parts(reading, draft)
    _finish(reading, draft)
    return draft


def _money_letters(reading: Reading, found: Quantity) -> None:
    """$50m, £1.2b: letters that are other units elsewhere."""
    text, end = reading.text, found.end
    if found.scaled or text[end : end + 1] not in ("m", "b", "t", "M", "B", "T") or text[end + 1 : end + 2].isalnum():
        return
    value = Decimal(mapped("numerals", "money_suffixes")[text[end].lower()])
    found.low, found.place, found.scaled = found.low * value, found.place * value, True
    found.high = found.low if found.modifier == "exact" else (found.high or found.low) * value
    found.end = end + 1


def _range_with_signs(reading: Reading, found: Quantity, draft: Draft) -> None:
    """$25 to $30 million, $5-$10, between $2 million and $3 million: one value; $50 million to $85 million: two."""
    tokens, j = reading.tokens, found.next
    if found.modifier != "exact" or j >= len(tokens):
        return
    gap = reading.text[found.end : tokens[j].start]
    if len(gap) > 12:
        return
    other = quantity(reading, j)
    if other is None or other.modifier != "exact" or other.high is None:
        return
    ahead = _before(reading.text, other.start)
    if ahead is None or ahead[0] != draft.unit:
        return
    _money_letters(reading, other)
    gap = reading.text[found.end : ahead[1]]
    word, at = reading.word_before(draft.start)
    between = word == "between"
    shares_scale = other.scaled and not found.scaled
    if not (gap in ("-", " - ", "--") or between and gap == " and " or gap == " to " and shares_scale):
        return
    low = found.low
    if shares_scale:
        factor = tokens[other.next - 1].value if tokens[other.next - 1].kind in ("scales", "hundreds") else Decimal(1)
        low = low * factor if low * factor < other.low else low
    if not low < other.low:
        return
    draft.low, draft.high, draft.modifier = plain(low), plain(other.low), "range"
    draft.end, draft.next, draft.resolution = other.end, other.next, plain(other.place)
    if between:
        draft.start = at
    found.low, found.high = low, other.low


def _trailing_code(reading: Reading, draft: Draft) -> None:
    """$50 million USD, $20 dollars."""
    word, _, end = reading.word_after(draft.end)
    if reading.text[draft.end : draft.end + 1] == " " and (word == draft.unit or word in ("AUD", "CAD", "NZD", "USD")):
        draft.unit, draft.end = word, end


def _behind(reading: Reading, found: Quantity) -> tuple[str, int] | None:
    """The currency written behind the number and where it ends."""
    text, end = reading.text, found.end
    start = end + 1 if text[end : end + 1] in (" ", "-") else end
    if start >= len(text) or text[start] in "\n.,;:)":
        return None
    for sign, unit in _after_by_first().get(text[start], ()):
        if text.startswith(sign, start):
            stop = start + len(sign)
            if not (sign[-1].isalpha() and text[stop : stop + 1].isalnum()) and not text[stop : stop + 1].isdigit():
                return unit, stop
    words = text[start : start + 40].split("\n", 1)[0].split(" ", signs().longest)[: signs().longest]
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        for cut in (phrase, phrase.rstrip(".,;:!?)]\"'"), phrase.split("-", 1)[0].rstrip(".,;:!?)]\"'"), phrase.split("'", 1)[0]):
            low = cut.lower()
            unit = signs().names.get(low) or signs().parts.get(low)
            if unit and (len(low) > 1 or start == end) and _is_money(reading, found, low, start + len(cut)):
                return unit, start + len(cut)
    return None


@cache
def _after_by_first() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for sign, unit in signs().after:
        found.setdefault(sign[0], []).append((sign, unit))
    return {first: tuple(pairs) for first, pairs in found.items()}


def _is_money(reading: Reading, found: Quantity, name: str, end: int) -> bool:
    """Whether a name that is also a unit of mass means money here."""
    if name.rstrip("s") not in listed("currencies", "also_mass"):
        return name not in ("le", "rm", "l.e", "rs", "c", "p") or found.single is not None
    if reading.text[end : end + 4] == " of ":
        return False
    if found.scaled and found.low >= 1000000:
        return True
    window = reading.text[max(0, found.start - 60) : end + 30].lower()
    return any(cue in window for cue in listed("currencies", "money_cues") if len(cue) > 3 or cue == "£")


def _late_scale(reading: Reading, found: Quantity, draft: Draft) -> None:
    """75 USD million."""
    tokens, j = reading.tokens, found.next
    if not found.scaled and j < len(tokens) and tokens[j].kind == "scales" and reading.text[draft.end : tokens[j].start] == " ":
        found.low, found.high = found.low * tokens[j].value, (found.high or found.low) * tokens[j].value
        draft.low, draft.high = plain(found.low), plain(found.high)
        draft.end, draft.next = tokens[j].end, j + 1
        draft.resolution = plain(found.place * tokens[j].value)


def _with_parts(reading: Reading, draft: Draft) -> None:
    """3 dollars 50 cents, 20 dollars and 43 cents."""
    tokens, j = reading.tokens, draft.next
    if draft.modifier != "exact" or j >= len(tokens) or draft.low is None or "." in draft.low:
        return
    gap = reading.text[draft.end : tokens[j].start]
    if gap not in (" ", " and ", ", "):
        return
    other = quantity(reading, j)
    if other is None or other.high is None or not 0 < other.low < 100 or other.fraction or other.scaled:
        return
    word, start, end = reading.word_after(other.end)
    part = signs().parts.get(word.lower())
    if part is not None and (len(word) > 1 or start == other.end):
        pass
    elif gap != ", " and _ends_clause(reading.text, other.end) and _is_named(reading.text, draft):
        end = other.end
    else:
        return
    draft.low = draft.high = plain(Decimal(draft.low) + other.low / 100)
    draft.end, draft.next, draft.resolution = end, other.next, "0.01"


def _is_named(text: str, draft: Draft) -> bool:
    return text[draft.end - 1].isalpha()


def _ends_clause(text: str, end: int) -> bool:
    return text[end : end + 1] in ("", ".", "!", "?", ";", ")", "\n") and not text[end + 1 : end + 2].isdigit()


def _finish(reading: Reading, draft: Draft) -> None:
    text = reading.text
    if text[draft.start - 1 : draft.start] == "(" and text[draft.end : draft.end + 1] == ")" and _is_account(text, draft.start - 1):
        if draft.low is not None and not draft.low.startswith("-") and draft.low == draft.high:
            draft.low = draft.high = "-" + draft.low
        draft.start, draft.end = draft.start - 1, draft.end + 1
        return
    draft.per = _per(text, draft.end)


def _is_account(text: str, start: int) -> bool:
    """Whether a bracketed amount is a negative one: alone in a cell, or after is, was, of, a colon."""
    before = text[max(0, start - 8) : start].rstrip(" ")
    return not before or before[-1] in ":|\t\n$" or before.rsplit(" ", 1)[-1].lower() in ("is", "was", "of", "were")


def _per(text: str, end: int) -> str | None:
    window = text[end : end + 40].split("\n", 1)[0]
    low = window.lower()
    for word in (" per ", " a ", " an ", " each ", " every ", " for each ", " for every ", "/", "-a-", " - a - ", "-per-"):
        if low.startswith(word):
            noun = window[len(word) :].split(" ", 1)[0].split("-", 1)[0].rstrip(".,;:!?)]\"'")
            return noun.lower() if noun.isalpha() else None
    return "one" if low.startswith((" apiece", " each")) else None
