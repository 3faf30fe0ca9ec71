"""Writes the values of cells as their number formats show them to people: ``12.5%``, ``£1,200``, ``(300)``.

A date is written so that no one can take its day for its month, whatever its format, and without the parts that the
format leaves out; a moment told to the second, as programs log it, is read as its day. Formats that show fractions of
two numbers or powers of ten are read as no format.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

from checker.language.language import derived_up_to

_GENERAL = "general"
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)')
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<literal>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<other>[^\]]*)\]'
    r"|(?P<blank>_.)|(?P<fill>\*.)|(?P<number>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|(?P<sign>.)",
    re.DOTALL,
)
_UNKNOWN = re.compile(r"[eE][+-]|[0#?]\s*/\s*[0#?\d]")
_DATE_LITERAL = re.compile(r'"[^"]*"?|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DIGITS = 11
_PER_CENT = Decimal(100)
_THOUSAND = Decimal(1000)
_LARGEST = 1e15
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def shown(value: object, code: str) -> str:
    """What a cell shows of a value under a format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, code)
    if isinstance(value, datetime.datetime):
        return _moment(value, code)
    if isinstance(value, datetime.date):
        return _moment(datetime.datetime(value.year, value.month, value.day), code)
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}" if not value.second else f"{value:%H:%M:%S}"
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(value)


def _number(value: float, code: str) -> str:
    if value != value or abs(value) > _LARGEST:
        return "" if value != value else str(value)
    exact = Decimal(repr(value))
    sections = _sections(code)
    n = 2 if not exact and len(sections) > 2 else 1 if exact < 0 and len(sections) > 1 else 0
    section = sections[n] if sections else _GENERAL
    if section.strip().lower() in (_GENERAL, "@", "") or _UNKNOWN.search(section):
        return "" if n and not section.strip() else _plain(exact)
    return _formatted(abs(exact) if n == 1 else exact, section)


@derived_up_to(1000)
def _sections(code: str) -> tuple[str, ...]:
    """The formats for amounts above, below and at nothing."""
    return tuple(found[1] for found in _SECTION.finditer(code) if found.end() > found.start())


def _plain(value: Decimal) -> str:
    """A number in as many digits as a cell has room for."""
    if value == value.to_integral_value():
        return str(int(value))
    whole = len(str(abs(int(value))))
    places = max(_DIGITS - whole - 1, 0)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded.normalize():f}" if rounded else "0"


def _formatted(value: Decimal, section: str) -> str:
    pieces = list(_PIECE.finditer(section))
    number = next((match["number"] for match in pieces if match["number"]), None)
    for match in pieces:
        if match["sign"] == "%":
            value *= _PER_CENT
    if number is not None:
        scaled = len(number) - len(number.rstrip(","))
        value /= _THOUSAND**scaled
    written, first = [], True
    for match in pieces:
        if match["number"]:
            written.append(_digits(value, match["number"].rstrip(",")) if first else "")
            first = False
        elif match["blank"] or match["fill"] or match["other"] is not None:
            written.append(" " if match["fill"] else "")
        else:
            written.append(match["quoted"] or match["literal"] or match["currency"] or match["sign"] or "")
    text = " ".join("".join(written).split())
    for sign in "£$€¥":
        text = text.replace(f"{sign} ", sign)
    return f"-{text}" if value < 0 and number is not None and any(map(str.isdecimal, text)) else text


def _digits(value: Decimal, number: str) -> str:
    """The digits alone: so many behind the point, grouped if the format groups them."""
    whole, _, fraction = number.partition(".")
    rounded = abs(value).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    optional = len(fraction) - len(fraction.rstrip("#?"))
    if optional and "." in text:
        kept = len(text) - optional
        text = text[:kept] + text[kept:].rstrip("0")
        text = text.rstrip(".")
    digits, _, rest = text.partition(".")
    wanted = whole.replace(",", "").count("0")
    return digits.rjust(wanted, "0") + (f".{rest}" if rest else "")


def _moment(value: datetime.datetime, code: str) -> str:
    """A date with the parts that its format shows, and the time of day where it shows that."""
    codes = _DATE_LITERAL.sub("", code).lower()
    clock = "h" in codes and not ("s" in codes and "d" in codes) and any((value.hour, value.minute))
    day, year = "d" in codes, "y" in codes
    named = "mmm" in codes
    month = named or bool(re.search(r"m", re.sub(r"h[^a-z]*m+|m+[^a-z]*s", "", codes)))
    if not (day or month or year or "h" in codes):
        day = month = year = True
    date = ""
    if day and month and year:
        date = f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if named else f"{value:%Y-%m-%d}"
    elif month and year:
        date = f"{_MONTHS[value.month - 1]} {value.year}"
    elif day and month:
        date = f"{value.day} {_MONTHS[value.month - 1]}"
    elif year:
        date = f"{value.year}"
    elif month or day:
        date = _MONTHS[value.month - 1] if month else f"{value:%A}"
    time = f"{value:%H:%M}" if clock or not date else ""
    return f"{date} {time}".strip()
