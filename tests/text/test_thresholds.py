"""The thresholds of keyed lines, tables and the header of a page: the last place that counts, and the first that does
not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.sources.plain import from_text
from checker.text import read
from checker.text import thresholds as at
from checker.text.keyed_lines import keyed
from tests.text.shapes import shapes

Found = Callable[[str], bool]


def kinds(kind: str) -> Found:
    return lambda text: any(line.startswith(kind) for line in shapes(text))


def laid_out(text: str) -> bool:
    """Whether the line of Elm is one of a table that blanks lay out."""
    return any(block.table and block.key == "Elm" for block in read(from_text("a", text)).blocks)


def unnumbered(text: str) -> bool:
    """Whether the numbers of sections are gone from what is searched for values."""
    return "5." not in read(from_text("a", text)).plain


def key(**how: bool) -> Found:
    return lambda text: keyed(text, **how) is not None


def filled(length: int, start: str = "", end: str = "") -> str:
    """Words of so many characters in all."""
    middle = length - len(start) - len(end)
    return start + ("loam " * middle)[: middle - 1] + "y" + end


def sheet(lines: int, width: int = 5) -> str:
    return "\n".join(f"{'peat'.ljust(width, 'y')}: {n}" for n in range(10, 10 + lines))


def entries(lines: int) -> str:
    return "\n".join(f"{3 + n} May 19{11 + n} The ferry sank" for n in range(lines))


def gapped(words: int) -> str:
    """So many lines with a gap and no figure, and then three with figures, which are a table with three others."""
    return (
        "".join(f"Peat{'s' * n}   bog\n" for n in range(words))
        + "Ash     40     7\nElm     31     9\nYew     12     8\n"
    )


def grid(rows: int) -> str:
    """Places that repeat in the first column, with their parts in the second."""
    body = [("Fell", "Ebb"), ("Fell", "Orr"), ("Fell", "Tarn"), ("Fell", "Lund")][:rows]
    return "| Shire | Town | Wells | Pumps |\n|---|---|---|---|\n" + "".join(
        f"| {a} | {b} | {n} | {n * 2} |\n" for n, (a, b) in enumerate(body, 3)
    )


def counted(rows: int) -> str:
    """So many rows, numbered from 7 on."""
    body = "".join(f"| {n} | Bog{'s' * n} | {n * 3} |\n" for n in range(7, 7 + rows))
    return f"| Wagon | Peat | Carts |\n|---|---|---|\n{body}"


def named(words: int) -> str:
    """Rows that share their first label, told apart by one of so many words behind a figure."""
    return "| Peat | Carts | Bog | Depth |\n|---|---|---|---|\n" + "".join(
        f"| Turf | {n} | {'bog ' * (words - 1)}{name} | {n * 2} |\n"
        for n, name in enumerate(("Fell", "Tarn", "Lund"), 3)
    )


def mostly_named(others: int) -> str:
    """Ten rows that share their first label; the third cell of so many is a figure."""
    cells = [f"{n}5" if n < others else f"Bog {'abcdefghij'[n]}" for n in range(10)]
    return "| Peat | Carts | Bog | Depth |\n|---|---|---|---|\n" + "".join(
        f"| Turf | 3 | {cell} | 8 |\n" for cell in cells
    )


def told_apart(alike: int) -> str:
    """Ten rows that share their first label; so many of them have the same third cell."""
    cells = ["Bog" if n < alike else f"Bog {'abcdefghij'[n]}" for n in range(10)]
    return "| Peat | Carts | Bog | Depth |\n|---|---|---|---|\n" + "".join(
        f"| Turf | 3 | {cell} | 8 |\n" for cell in cells
    )


def headed(rows: int) -> str:
    """A table that opens with so many rows of words."""
    heads = "".join(f"Shed{'s' * n}\tPeat{'s' * n}\tLoam{'s' * n}\n" for n in range(rows))
    return heads + "Ash\t40\t7\nElm\t31\t9\n"


def ruled(lines: int) -> str:
    """The sign below the heads stands behind so many lines."""
    above = "".join(f"| Peat{n} | Loam{n} | Clay{n} |\n" for n in range(lines))
    return above + "|---|---|---|\n| Ash | 40 | 7 |\n| Elm | 31 | 9 |\n"


def years(head: str) -> str:
    """A table with this head, and no sign below it."""
    return f"| Peat | {head} | {head} |\n| Ash | 4 | 7 |\n| Elm | 3 | 9 |\n"


SIDES: dict[str, tuple[int, Callable[[int], str], Found, bool]] = {
    "SHEET_LINES": (at.SHEET_LINES, sheet, kinds("pair <peaty>"), False),
    "SHEET_KEY": (at.SHEET_KEY, lambda n: sheet(3, n), kinds("pair <peat"), True),
    "VALUE_BELOW": (at.VALUE_BELOW, lambda n: f"- Peat\n  {filled(n, '40 ')}\n", kinds("pair <Peat>"), True),
    "TABLE_TRIES": (at.TABLE_TRIES - 1, lambda n: gapped(n + 3), laid_out, True),
    "CHRONICLE_LINES": (at.CHRONICLE_LINES, entries, kinds("item1 <3 May 1911>"), False),
    "TERM": (at.TERM, lambda n: f"{filled(n, 'Peat ')}\n: 40 carts\n", kinds("pair <Peat "), True),
    "KEY": (at.KEY, lambda n: f"{'Peats'.ljust(n - 2, 's')} = 40", key(), True),
    "KEY_WORDS": (at.KEY_WORDS, lambda n: f"Peat{' bog' * (n - 1)} = 40", key(), True),
    "KEYED_VALUE": (at.KEYED_VALUE, lambda n: f"Peat = {filled(n, '40 ')}", key(), True),
    "FIGURE_WORDS": (at.FIGURE_WORDS, lambda n: f"Peat = {'about ' * (n - 1)}40", key(), True),
    "GLUED_LABELS": (
        at.GLUED_LABELS,
        lambda n: "Corran Mill" + "".join(("TypePaper works", "Opened1871", "Area12 ha", "Staff44")[:n]),
        kinds("pair <Opened>"),
        False,
    ),
    "HEADER": (
        at.HEADER,
        lambda n: f"---\nlooms: 12\n{'#' * (n - 18)}\n---\n\nPeat is dug.",
        kinds("pair <looms>"),
        True,
    ),
    "BAR_CELL": (at.BAR_CELL, lambda n: f"{filled(n)} | 40 | 7", kinds("row <loam"), True),
    "BAR_LINK": (at.BAR_LINK, lambda n: f"{filled(n)} | Peat | Bog", kinds("links"), True),
    "BOX_LINE": (at.BOX_LINE, lambda n: f"| Peat\n{filled(n)}\n| Bog\n", kinds("item0: loam"), True),
    "RULED_LINES": (at.RULED_LINES - 1, ruled, kinds("row <Ash> Peat0 "), True),
    "ALIGNED_CELL": (at.ALIGNED_CELL, lambda n: f"Elm{' ' * n}31\nYew{' ' * n}12\n{filled(n)}   40\n", laid_out, True),
    "ALIGNED_VALUE": (at.ALIGNED_VALUE, lambda n: f"Ash   40 {'m' * (n - 3)}\nElm   31\n", laid_out, True),
    "ALIGNED_VALUE_WORDS": (at.ALIGNED_VALUE_WORDS, lambda n: f"Ash   40{' m' * (n - 1)}\nElm   31\n", laid_out, True),
    "HEAD_ROWS": (at.HEAD_ROWS, headed, lambda text: not kinds("row <Shed")(text), True),
    "TWO_LABELS_ROWS": (at.TWO_LABELS_ROWS, grid, kinds("row <Fell, Ebb>"), False),
    "LABEL_WORDS": (at.LABEL_WORDS, named, kinds("row <Turf, "), True),
    "MOST_LABELS": (10 - round(at.MOST_LABELS * 10), mostly_named, kinds("row <Turf, "), True),
    "ROWS_TOLD_APART": (11 - round(at.ROWS_TOLD_APART * 10), told_apart, kinds("row <Turf, "), True),
    "NUMBERED_ROWS": (at.NUMBERED_ROWS, counted, kinds("row <Bogs"), False),
    "TIME_WORDS": (at.TIME_WORDS, lambda n: years(f"{'May ' * (n - 1)}2021"), kinds("row <Ash> Peat/"), True),
    "NUMBERING_STEP": (at.NUMBERING_STEP, lambda n: f"5.1 Boats\n\n5.{1 + n} Crews\n", unnumbered, True),
    "YEAR_DIGITS": (at.YEAR_DIGITS, lambda n: years(f"FY{'20210'[:n]}"), kinds("row <Ash> Peat/"), True),
}


@pytest.mark.parametrize("name", SIDES)
def test_both_sides(name: str) -> None:
    last, written, found, below = SIDES[name]
    within, beyond = (last, last + 1) if below else (last, last - 1)
    assert (found(written(within)), found(written(beyond))) == (True, False), (
        shapes(written(within))[:8],
        shapes(written(beyond))[:8],
    )


def test_every_threshold_has_a_case() -> None:
    assert set(SIDES) == {name for name in vars(at) if name.isupper()}
