"""The number grammar every kind of value shares: figures, number words, scales, fractions and ranges of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

from checker.model.value import Modifier
from checker.values.lexicon import listed, mapped
from checker.values.reading import Reading
from checker.values.tokens import Token

_ONE = Decimal(1)
_WORDS = frozenset(("units", "teens", "tens", "hundreds", "scales"))
_SCALES = frozenset(("scales", "hundreds", "dozens"))
_RANGES = frozenset(("-", " - ", " to ", "--", " -- ", " or ", " through ", " up to ", "~", " -", "- "))
_BETWEEN = frozenset((" and ", " to ", "-", " and about ", " and approximately "))


@dataclass(slots=True)
class Quantity:
    """A number or a range of numbers with its place, before its kind is known.

    ``next`` is the index of the first token behind it; ``place`` the size of the last place stated.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    place: Decimal
    next: int
    modifier: Modifier = "exact"
    single: Token | None = None
    scaled: bool = False
    fraction: bool = False
    sign_start: int = -1


def plain(value: Decimal | None) -> str | None:
    """The value as a decimal string without exponent or needless zeros."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def quantity(reading: Reading, i: int) -> Quantity | None:
    """The number that starts at token ``i``, without modifiers and without a range."""
    token = reading.tokens[i]
    if token.kind == "num":
        found = _figure(reading, i)
    elif token.kind == "indefinite":
        return Quantity(token.start, token.end, token.value, token.high, _ONE, i + 1, "range" if token.high else "more_than")
    elif token.kind in _WORDS:
        found = _words(reading, i)
    elif token.kind == "articled":
        found = Quantity(token.start, token.end, token.value, token.value, token.value, i + 1)
        found = _scaled(reading, found)
    elif token.kind == "vulgar":
        found = Quantity(token.start, token.end, token.value, token.value, token.value, i + 1, fraction=True)
        found = _scaled(reading, found)
    elif token.kind in ("fraction", "ordinal"):
        found = _share(reading, i)
    else:
        return None
    if found is not None:
        _signed(reading, found)
    return found


def _set(found: Quantity, value: Decimal) -> None:
    found.low = found.high = value


def _figure(reading: Reading, i: int) -> Quantity:
    token = reading.tokens[i]
    found = Quantity(token.start, token.end, token.value, token.value, _place(token), i + 1, single=token)
    _spaced_groups(reading, found)
    return _scaled(reading, _with_fraction(reading, found))


def _place(token: Token) -> Decimal:
    if token.places:
        return _ONE.scaleb(-token.places)
    digits = token.text.rstrip("0")
    zeros = len(token.text) - len(digits.rstrip(",'"))
    return _ONE.scaleb(zeros - token.text[len(digits.rstrip(",'")) :].count(",")) if digits else _ONE


def _spaced_groups(reading: Reading, found: Quantity) -> None:
    """Groups of three digits set apart by blanks: 1 250 000."""
    tokens, first = reading.tokens, found.single
    if first is None or not first.is_plain or len(first.text) > 3 or first.text[0] == "0":
        return
    i, text = found.next, first.text
    while (
        i < len(tokens)
        and reading.gap(i - 1) == " "
        and tokens[i].kind == "num"
        and len(tokens[i].text.partition(".")[0]) == 3
        and tokens[i].text.replace(".", "").isdigit()
    ):
        text += tokens[i].text
        i += 1
        if tokens[i - 1].places:
            break
    groups = i - found.next
    if groups >= 2 or groups == 1 and tokens[i - 1].text == "000":
        last = tokens[i - 1]
        _set(found, Decimal(text))
        found.end, found.next, found.single = last.end, i, None
        found.place = _ONE.scaleb(-last.places) if last.places else _place(Token("num", 0, 0, text, found.low))


def _with_fraction(reading: Reading, found: Quantity) -> Quantity:
    """2 ½, 1 4/5, 3/4 and powers of ten."""
    tokens, i = reading.tokens, found.next
    if i >= len(tokens) or found.single is None:
        return found
    gap, token = reading.gap(i - 1), tokens[i]
    if token.kind == "vulgar" and gap in ("", " ") and found.single.is_plain:
        _set(found, found.low + token.value)
        found.end, found.next, found.place, found.single = token.end, i + 1, token.value, None
        return found
    if gap in ("/", " / ") and found.single.is_plain and token.is_plain:
        if _is_share(reading, i, found.low, token.value):
            _set(found, _divided(found.low, token.value))
            found.end, found.next, found.fraction, found.single = token.end, i + 1, True, None
            found.place = found.low
        return found
    if gap == " " and i + 1 < len(tokens) and token.is_plain and reading.gap(i) == "/" and tokens[i + 1].is_plain:
        bottom = tokens[i + 1]
        if _is_share(reading, i + 1, token.value, bottom.value) and found.single.is_plain:
            _set(found, found.low + _divided(token.value, bottom.value))
            found.end, found.next, found.place, found.single = bottom.end, i + 2, _divided(_ONE, bottom.value), None
    return found


def _is_share(reading: Reading, i: int, top: Decimal, bottom: Decimal) -> bool:
    return 0 < top < bottom <= 1000 and not reading.text[reading.tokens[i].end :].startswith(("/", "-"))


def _divided(top: Decimal, bottom: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 15
        return top / bottom


def _scaled(reading: Reading, found: Quantity) -> Quantity:
    """Multiplied by the scale words or letters that follow: 3 million, 11.8B, two dozen, 4 thousand 3 hundred."""
    tokens = reading.tokens
    while found.next < len(tokens):
        gap, token = reading.gap(found.next - 1), tokens[found.next]
        if token.kind in _SCALES and gap in (" ", "-", ""):
            _multiply(found, token.value, token.end)
            found.next += 1
            continue
        if token.kind in ("articled", "scales") and found.fraction and gap == " of ":
            _multiply(found, token.value, token.end)
            found.next += 1
            continue
        if token.kind == "articled" and found.fraction and gap == " ":
            _multiply(found, token.value, token.end)
            found.next += 1
            continue
        break
    if not found.scaled and found.single is not None:
        _lettered(reading, found)
    elif found.scaled:
        _and_a_half(reading, found)
    return found


def _multiply(found: Quantity, value: Decimal, end: int) -> None:
    assert found.high is not None
    found.low, found.high, found.place = found.low * value, found.high * value, found.place * value
    found.end, found.scaled = end, True
    found.single = None


def _lettered(reading: Reading, found: Quantity) -> None:
    text, end = reading.text, found.end
    start = end
    if text[end : end + 1] == " ":
        start += 1
    stop = start
    while stop < start + 4 and text[stop : stop + 1].isalpha():
        stop += 1
    letters = text[start:stop]
    if not letters or text[stop : stop + 1].isalnum():
        return
    value = mapped("numerals", "suffixes").get(letters)
    if value is None or letters.lower() not in listed("numerals", "plain_suffixes"):
        return
    if start > end and len(letters) == 1 and not (letters in "kG" and found.single and found.single.places):
        return
    _multiply(found, Decimal(value), stop)


def _and_a_half(reading: Reading, found: Quantity) -> None:
    """One million and a half."""
    tokens, i = reading.tokens, found.next
    if i < len(tokens) and reading.gap(i - 1) in (" and a ", " and ") and tokens[i].kind == "fraction":
        token = tokens[i]
        following = tokens[i + 1] if i + 1 < len(tokens) and reading.gap(i) == " " else None
        if token.value not in (2, 4):
            return
        if following is not None and following.kind == "scales":
            _set(found, found.low + following.value / token.value)
            found.end, found.next = following.end, i + 2
        else:
            _set(found, found.low + found.place / token.value)
            found.end, found.next = token.end, i + 1


def _words(reading: Reading, i: int) -> Quantity | None:
    """Number words: one hundred and six, twenty-one trillion, two and a half million, three quarters."""
    tokens = reading.tokens
    total = group = last_scale = Decimal(0)
    previous = ""
    start, end, j = tokens[i].start, tokens[i].end, i
    place = _ONE
    while j < len(tokens):
        token = tokens[j]
        gap = reading.gap(j - 1) if j > i else ""
        if token.kind not in _WORDS or j > i and not _joins(gap, previous, token, group, last_scale):
            break
        if token.kind == "hundreds":
            group = (group or _ONE) * 100
            place = Decimal(100)
        elif token.kind == "scales":
            if group == 0 and total:
                total *= token.value
            else:
                total += (group or _ONE) * token.value
            group, last_scale, place = Decimal(0), token.value, token.value
        else:
            group += token.value
            place = Decimal(10) if token.kind == "tens" else _ONE
        previous, end = token.kind, token.end
        j += 1
    found = Quantity(start, end, total + group, total + group, place, j, scaled=bool(last_scale))
    if j == i + 1:
        found.single = tokens[i]
    _decimal_words(reading, found)
    _mixed(reading, found)
    found = _scaled(reading, found) if not last_scale or found.fraction else _more_scale(reading, found)
    if found.single is not None and found.single.kind == "units" and found.next == i + 1:
        return found
    return found


def _more_scale(reading: Reading, found: Quantity) -> Quantity:
    _and_a_half(reading, found)
    return found


def _joins(gap: str, previous: str, token: Token, group: Decimal, last_scale: Decimal) -> bool:
    blank = not gap.strip() and "\n" not in gap and gap != "" or gap.strip() == "-" and len(gap) < 4
    if token.kind == "hundreds":
        return blank and previous in ("units", "teens", "tens") and group < 100
    if token.kind == "scales":
        return blank and (not last_scale or group > 0 and token.value < last_scale or previous == "scales")
    if gap == " and ":
        return previous in ("hundreds", "scales") and token.value != 0
    if not blank:
        return False
    if previous == "tens":
        return token.kind == "units" and token.value != 0
    return previous in ("hundreds", "scales") and token.value != 0


def _decimal_words(reading: Reading, found: Quantity) -> None:
    """Two point five, nought point zero eight."""
    tokens, j = reading.tokens, found.next
    if j >= len(tokens) or reading.gap(j - 1).strip() != "point":
        return
    digits = ""
    while j < len(tokens) and (not digits or reading.gap(j - 1) in (" ", "-")):
        token = tokens[j]
        if token.kind == "units" and digits and tokens[j - 1].kind == "tens":
            digits = digits[:-1] + str(token.value)
        elif token.kind in ("units", "teens", "tens") or token.is_plain:
            digits += str(token.value)
        else:
            break
        j += 1
    if digits:
        _set(found, found.low + Decimal("0." + digits))
        found.end, found.next, found.place, found.single = tokens[j - 1].end, j, _ONE.scaleb(-len(digits)), None


def _mixed(reading: Reading, found: Quantity) -> None:
    """Fractions behind a number: two and a half, three and one fourth, two thirds, three quarters of a million."""
    tokens, j = reading.tokens, found.next
    if j >= len(tokens):
        return
    gap, token = reading.gap(j - 1), tokens[j]
    if gap in (" and a ", " and an ", " and ") and token.kind in ("fraction", "ordinal") and token.value >= 2:
        if gap == " and " and token.kind == "ordinal" or token.kind == "ordinal" and token.value == 2:
            return
        _set(found, found.low + _divided(_ONE, token.value))
        found.end, found.next, found.single, found.place = token.end, j + 1, None, _divided(_ONE, token.value)
        return
    if gap == " and " and token.kind == "units" and j + 1 < len(tokens) and reading.gap(j) in (" ", "-"):
        bottom = tokens[j + 1]
        if bottom.kind in ("fraction", "ordinal") and bottom.value >= 2:
            _set(found, found.low + _divided(token.value, bottom.value))
            found.end, found.next, found.single = bottom.end, j + 2, None
        return
    if gap.strip() in ("", "-") and 0 < len(gap) < 4 and _is_denominator(reading, j, found.low):
        _set(found, _divided(found.low, token.value))
        found.end, found.next, found.single, found.fraction = token.end, j + 1, None, True
        found.place = found.low


def _is_denominator(reading: Reading, j: int, top: Decimal) -> bool:
    token = reading.tokens[j]
    if token.kind == "fraction":
        return token.text.lower() not in ("seconds", "firsts") and (top == 1) == (not token.text.lower().endswith("s"))
    return token.kind == "ordinal" and top == 1 and token.value > 2


def _share(reading: Reading, i: int) -> Quantity | None:
    """Half a million, a third of, a quarter: a fraction that no number precedes."""
    token, text = reading.tokens[i], reading.text
    start = token.start
    article = text[max(0, start - 3) : start].lower()
    has_article = article.endswith(("a ", "an ")) and not article.strip()[:-1].rstrip("an").isalnum()
    after = text[token.end : token.end + 4].lower()
    if token.kind == "ordinal" or token.text.lower() not in ("half",):
        if not has_article or token.value < 3 or token.text.lower().endswith("s"):
            return None
        rest = text[token.end : token.end + 1]
        next_scale = i + 1 < len(reading.tokens) and reading.tokens[i + 1].kind == "scales" and reading.gap(i) == " "
        if not after.startswith(" of ") and not next_scale and not (not rest or rest in ".,;:!?)"):
            return None
    share = _divided(_ONE, token.value)
    begin = start - (2 if article.endswith(" a ") or article == "a " or article.endswith("a ") else 3) if has_article else start
    found = Quantity(max(0, begin), token.end, share, share, share, i + 1, fraction=True)
    if token.text.lower() == "half":
        nxt = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
        gap = reading.gap(i).replace("  ", " ")
        if nxt is not None and nxt.kind in ("articled", "scales", "dozens") and gap in (" ", "-"):
            found.start = start if not has_article else found.start
            _multiply(found, nxt.value, nxt.end)
            found.next = i + 2
            return found
        if not (after.startswith((" of ", " the", " its", " a ", " an ")) or has_article):
            return None
        return found
    return _scaled(reading, found)


def _signed(reading: Reading, found: Quantity) -> None:
    text, start = reading.text, found.start
    if start == 0:
        return
    if text[start - 1] == "-" and (start == 1 or text[start - 2] in " \n\t(["):
        if start == 1 or text[start - 2] != " " or start < 3 or not text[start - 3].isdigit():
            _negate(found, start - 1)
        return
    if text[start - 1] == " ":
        word, at = reading.word_before(start)
        if word in listed("numerals", "negative"):
            _negate(found, at)
        elif word == "-" and at == 0:
            _negate(found, at)


def _negate(found: Quantity, start: int) -> None:
    assert found.high is not None
    found.low, found.high, found.start = -found.low, -found.high, start
    found.single = None


def ranged(reading: Reading, i: int) -> Quantity | None:
    """The number or range of numbers that starts at token ``i``, without modifiers."""
    found = quantity(reading, i)
    if found is None:
        return None
    tokens = reading.tokens
    between = _preceding(reading, found.start, ("between",))
    if found.modifier == "exact" and found.next < len(tokens):
        gap = reading.gap(found.next - 1)
        if gap in _RANGES or between is not None and gap in _BETWEEN:
            _extend(reading, found, between)
    return found


def _preceding(reading: Reading, start: int, wanted: tuple[str, ...]) -> int | None:
    word, at = reading.word_before(start)
    return at if word in wanted else None


def _ranges(text: str, start: int) -> bool:
    """Whether from A to B states a range there and not a change."""
    window = text[max(0, start - 40) : start].lower().replace(",", " ").split()[-4:]
    return any(word.startswith(tuple(listed("modifiers", "ranging"))) for word in window)


def _extend(reading: Reading, found: Quantity, between: int | None) -> None:
    tokens = reading.tokens
    other = quantity(reading, found.next)
    if other is None or other.modifier != "exact" or other.high is None:
        return
    gap = reading.text[found.end : other.start]
    if found.fraction and other.fraction and gap != "-":
        return
    from_start = _preceding(reading, found.start, ("from",))
    if from_start is not None and not _ranges(reading.text, from_start):
        return
    low, place = found.low, found.place
    if other.scaled and not found.scaled and found.single is not None and low < 1000:
        factor = tokens[other.next - 1].value if tokens[other.next - 1].kind in _SCALES else other.low / tokens[found.next].value
        if low * factor < other.low:
            low, place = low * factor, place * factor
    if not low < other.low:
        return
    if gap == " or " and not (found.single is not None and other.low - low <= 5 * max(place, other.place)):
        return
    found.low, found.high, found.place = low, other.low, max(place, other.place)
    found.end, found.next, found.modifier, found.single = other.end, other.next, "range", None
    found.scaled = found.scaled or other.scaled
    if between is not None:
        found.start = between
    else:
        found.start = from_start if from_start is not None else found.start
