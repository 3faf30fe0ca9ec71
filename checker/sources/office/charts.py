"""Reads the data behind the charts of Office: categories by rows, series by columns.

python-pptx refuses several kinds of charts (three-dimensional ones, stock charts), whose data stand in the same places
as those of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from checker.sources.office.story import Element
from checker.sources.text_builder import TextBuilder, clean

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MOST_POINTS = 5000
_FIRST_DAY = date(1899, 12, 30)
"""The day from which a workbook counts days."""
_QUOTED = re.compile(r'"[^"]{0,80}"|\[[^\]]{0,80}\]|\\.')


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    labels: dict[int, str]
    values: dict[int, str]


def hand_on(chart: Element, builder: TextBuilder) -> None:
    """Write the title of a chart and its data as a table; series with the same categories stand in one."""
    for title in chart.iter(f"{_C}title"):
        words = "".join(text.text or "" for text in title.iter(f"{_A}t"))
        if clean(words):
            builder.paragraph(words)
    tables: list[list[_Series]] = []
    for series in _series(chart):
        if tables and (series.labels == tables[-1][0].labels or not series.labels):
            tables[-1].append(series)
        else:
            tables.append([series])
    for together in tables:
        labels = together[0].labels
        at = sorted({n for series in together for n in series.values} | labels.keys())
        rows = [[labels.get(n, ""), *(series.values.get(n, "") for series in together)] for n in at]
        builder.table([["", *(series.name for series in together)], *rows], heads=1)


def _series(chart: Element) -> Iterator[_Series]:
    for series in chart.iter(f"{_C}ser"):
        name = series.find(f"{_C}tx")
        words = " ".join(value.text or "" for value in name.iter(f"{_C}v")) if name is not None else ""
        labels = _points(_first(series, "cat", "xVal"))
        values = _points(_first(series, "val", "yVal"))
        if values:
            yield _Series(words, labels, values)


def _first(series: Element, *names: str) -> Element | None:
    return next((found for name in names if (found := series.find(_C + name)) is not None), None)


def _points(data: Element | None) -> dict[int, str]:
    """The points of a series by their numbers, as they are shown; of categories on several levels, the innermost."""
    if data is None:
        return {}
    level = next(data.iter(f"{_C}lvl"), data)
    code = _QUOTED.sub("", next((found.text or "" for found in data.iter(f"{_C}formatCode")), ""))
    found: dict[int, str] = {}
    for point in level.iter(f"{_C}pt"):
        number = point.get("idx") or ""
        value = point.find(f"{_C}v")
        if number.isdecimal() and value is not None and value.text and len(found) < _MOST_POINTS:
            found[int(number)] = _shown(value.text.strip(), code)
    return found


def _shown(value: str, code: str) -> str:
    """A value as its format shows it: a percentage, a day, a number without the noise of its storage."""
    try:
        number = float(value)
    except ValueError:
        return value
    if "%" in code:
        return f"{round(number * 100, _places(code)):.15g}%"
    if re.search(r"[dy]", code, re.IGNORECASE) and "e" not in code.lower() and 1 <= number < 200_000:
        day = _FIRST_DAY + timedelta(days=int(number))
        return day.isoformat() if "d" in code.lower() else f"{day:%Y-%m}" if "m" in code.lower() else f"{day:%Y}"
    return f"{number:.12g}" if abs(number) < 1e12 else value


def _places(code: str) -> int:
    """How many places behind the point a format shows."""
    return len(code.partition(".")[2]) - len(code.partition(".")[2].lstrip("0#"))
