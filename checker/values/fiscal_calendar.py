"""Finds the fiscal year that a document says it goes by: ``it runs from July to June``, ``Jan | ... | Dec``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.language.language import derived
from checker.values.lexicon import listed, mapped

_YEAR_MONTHS = 12


def stated(plain: str) -> str | None:
    """The number of the month that the document's fiscal year begins in; None where it says none, or several.

    It says so by the two months that the year runs between, by the day that it ends on, or by twelve months in a row
    that head a table.
    """
    low = plain.lower()
    if _named().search(low) is None:
        return None
    first = {*_run(low), *_ended(low), *_headed(low)}
    return str(first.pop()) if len(first) == 1 else None


def _run(low: str) -> Iterator[int]:
    """``Our fiscal year runs from 1 July to 30 June``, ``FY23 (July-June)``, or a line that is no more than that."""
    for match in _stretch().finditer(low):
        first, last = (_months()[match[name]] for name in ("first", "last"))
        if first == last % _YEAR_MONTHS + 1:
            yield first


def _ended(low: str) -> Iterator[int]:
    """``the fiscal year ended June 30, 2023``."""
    for match in _end().finditer(low):
        yield _months()[match["last"]] % _YEAR_MONTHS + 1


def _headed(low: str) -> Iterator[int]:
    """Twelve months in a row."""
    for match in _twelve().finditer(low):
        found = [_months()[word] for word in re.findall(r"[^\W\d_]+", match[0]) if word in _months()]
        if all(later == month % _YEAR_MONTHS + 1 for month, later in pairwise(found)):
            yield found[0]


@derived
def _months() -> dict[str, int]:
    return {name: int(number) for key in ("months", "abbreviated") for name, number in mapped("calendar", key).items()}


@derived
def _month() -> str:
    return "|".join(sorted(_months(), key=len, reverse=True))


@derived
def _years() -> str:
    words = [*listed("calendar", "fiscal"), *listed("calendar", "fiscal_more")]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@derived
def _named() -> re.Pattern[str]:
    """A fiscal year, as one is named."""
    return re.compile(rf"\b(?:{_years()})(?=[\W\d])")


@derived
def _stretch() -> re.Pattern[str]:
    day = r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?"
    after = r"(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?"
    joints = "|".join(re.escape(word) for word in sorted(listed("calendar", "connectors"), key=len, reverse=True))
    months = rf"{day}(?:the )?(?P<first>{_month()})\b\.?{after} ?(?:{joints}|\u2013) ?{day}(?P<last>{_month()})\b"
    runs = "|".join(re.escape(word) for word in listed("calendar", "fiscal_runs"))
    return re.compile(
        rf"(?:\b(?:{_years()})(?: ?'?\d\d(?:\d\d)?)?(?: (?:{runs}))*[ (:,=\u2013-]*|(?<![^\n|])[ #*]*){months}"
    )


@derived
def _end() -> re.Pattern[str]:
    ends = "|".join(re.escape(word) for word in listed("calendar", "fiscal_ends"))
    return re.compile(rf"\b(?:{_years()}) (?:{ends}) (?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?P<last>{_month()})\b")


@derived
def _twelve() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_month()})\b(?:[^\w\n]{{1,8}}(?:\d{{2,4}}[^\w\n]{{1,8}})?(?:{_month()})\b){{11}}")
