"""Tables of every writing are rows with their labels and heads; what only looks like a table is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.document import Block, Document
from checker.sources.plain import from_text
from checker.text.parse import read

Row = tuple[str | None, list[str], tuple[str, ...]]

LATHES = ["Lathe 9 | 4.2 | 18", "Drill | 3.1 | 7"]
PIPES = "| Machine | Power (kW) | Hours |\n|---|--:|--:|\n| Lathe 9 | 4.2 | 18 |\n| Drill | 3.1 | 7 |\n"
BARE = "Machine   Power (kW)   Hours\nLathe 9          4.2      18\nDrill            3.1       7\n"
DASHED = BARE.replace("\n", "\n-------   ----------   -----\n", 1)
SIMPLE = (
    "=======  ==========  =====\nMachine  Power (kW)  Hours\n=======  ==========  =====\n"
    "Lathe 9  4.2         18\nDrill    3.1         7\n=======  ==========  =====\n"
)
GRID = (
    "+---------+------------+-------+\n| Machine | Power (kW) | Hours |\n+=========+============+=======+\n"
    "| Lathe 9 | 4.2        | 18    |\n+---------+------------+-------+\n"
    "| Drill   | 3.1        | 7     |\n+---------+------------+-------+\n"
)
TABS = "Machine\tPower (kW)\tHours\nLathe 9\t4.2\t18\nDrill\t3.1\t7\n"


def document(text: str) -> Document:
    return read(from_text("a", text))


def rows(text: str) -> list[Block]:
    return [block for block in document(text).blocks if block.table]


def seen(text: str) -> list[Row]:
    found = document(text)
    return [
        (block.key, [found.plain[start:end] for start, end in block.cells], block.heads)
        for block in found.blocks
        if block.table
    ]


@pytest.mark.parametrize("text", [PIPES, BARE, DASHED, SIMPLE, GRID, TABS])
def test_one_table_in_every_writing(text: str) -> None:
    heads = ("Machine", "Power (kW)", "Hours")
    assert seen(f"Shop floor\n\n{text}\nThe shop is closed.\n") == [
        ("Lathe 9", ["Lathe 9", "4.2", "18"], heads),
        ("Drill", ["Drill", "3.1", "7"], heads),
    ]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            (
                "| Kiln | Heat | | Load | |\n|---|---|---|---|---|\n"
                "| | Low (°C) | High (°C) | Pots | Bricks |\n| Ida | 600 | 990 | 40 | 12 |\n"
            ),
            ("Kiln", "Heat Low (°C)", "Heat High (°C)", "Load Pots", "Load Bricks"),
        ),
        (
            (
                "             Eggs            Milk\n           2020   2021     2020   2021\n"
                "North        14     15       90     91\nSouth         8      9       70     77\n"
            ),
            ("", "Eggs 2020", "Eggs 2021", "Milk 2020", "Milk 2021"),
        ),
        (
            (
                "=====  =====  ======\n   Inputs     Output\n------------  ------\nRun    Sand   Glass\n"
                "=====  =====  ======\nOne    20     18\nTwo    30     27\n=====  =====  ======\n"
            ),
            ("Inputs Run", "Sand", "Output Glass"),
        ),
        ("| Oven | Loaves | |\n|---|---|---|\n| Ash | 40 | 12 |\n", ("Oven", "Loaves", "")),
    ],
    ids=["pipes", "blanks", "simple", "no head below, so none is shared"],
)
def test_heads_over_several_rows(text: str, heads: tuple[str, ...]) -> None:
    assert rows(text)[0].heads == heads


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("| Hives | 41 |\n|---|---|\n| Queens | 39 |\n", ["Hives", "Queens"]),
        ("| Opened | 1934 |\n|---|---|\n| Lofts | 22 |\n", ["Opened", "Lofts"]),
        ("| | 1934 |\n|---|---|\n| Lofts | 22 |\n", ["Lofts"]),
        ("| Wool | $4 | $5 |\n|---|---|---|\n| Felt | $9 | $8 |\n", ["Wool", "Felt"]),
        ("| Runner | 100 m | 200 m |\n|---|---|---|\n| Ada | 11.9 | 24.8 |\n", ["Ada"]),
        ("Wool      4       5\nFelt      9       8\n", ["Wool", "Felt"]),
        ("          2004    2005\nWool      4       5\nFelt      9       8\n", ["Wool", "Felt"]),
    ],
)
def test_data_in_the_first_row_is_no_head(text: str, keys: list[str]) -> None:
    assert [block.key for block in rows(text)] == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("| # | Choir | Voices |\n|---|---|---|\n| 1 | Lark | 31 |\n| 2 | Wren | 28 |\n", ["Lark", "Wren"]),
        ("| No. | Choir | Voices |\n|---|---|---|\n| 7 | Lark | 31 |\n| 9 | Wren | 28 |\n", ["Lark", "Wren"]),
        (
            "| Version | Date | By |\n|---|---|---|\n| 1.2 | 3 May 2011 | Ida |\n| 1.3 | 4 June 2012 | Ida |\n",
            ["1.2", "1.3"],
        ),
        (
            (
                "| Shire | Town | Wells |\n|---|---|---|\n| Fell | Ebb | 3 |\n| | Orr | 4 |\n"
                "| Tern | Lund | 5 |\n| | Pell | 6 |\n"
            ),
            ["Fell, Ebb", "Fell, Orr", "Tern, Lund", "Tern, Pell"],
        ),
        (
            "| Shire | Wells | Pumps |\n|---|---|---|\n| Fell | 3 | 1 |\n| | 4 | 2 |\n| Tern | 5 | 2 |\n",
            ["Fell", None, "Tern"],
        ),
    ],
    ids=["number sign", "number", "versions label", "two labels", "no label"],
)
def test_labels_of_rows(text: str, keys: list[str | None]) -> None:
    assert [block.key for block in rows(text)] == keys


@pytest.mark.parametrize(
    "text",
    [
        "It has  two blanks.  There were 12 men in it.\nThen  came others.  They were 14 in all.\n",
        "1871  The mill opened with 40 looms\n1890  Fire took 3 floors of it\n",
        "Capital: 433 sq km  (167 sq mi)\nMetro: 4,715 sq km  (1,820 sq mi)\n",
        "Staff:      12\nLofts:      14\n",
        "- Ewes       40\n- Rams       12\n",
        "alpha   beta    gamma\ndelta   epsilon zeta\n",
        "Ewes       40\n",
    ],
    ids=["prose", "chronicle", "labels", "pairs", "items", "no figures", "one line"],
)
def test_what_is_no_table(text: str) -> None:
    assert rows(f"Farm notes\n\n{text}\nThe farm is old.\n") == []


def test_values_do_not_run_from_one_cell_into_the_next() -> None:
    found = document("          2004    2005    2006\nGulls      388     655     701\nTerns       97     149     152\n")
    block = next(block for block in found.blocks if block.table)
    assert found.plain[block.start : block.end] == "Gulls\t388\t655\t701"
    assert found.text[block.start : block.end] == "Gulls 388 655 701"


def test_rows_of_two_tables_are_told_apart() -> None:
    found = rows(f"{PIPES}\nBetween them.\n\n{BARE}")
    assert len({block.table for block in found}) == 2
    assert [block.table for block in found] == sorted(block.table for block in found)


_WORD = st.sampled_from(["Oak", "Ash", "Elm", "Yew"])
_CELL = st.integers(0, 99_999).map(lambda number: f"{number:,}")


@given(st.lists(st.tuples(_WORD, _CELL, _CELL), min_size=2, max_size=6), st.integers(2, 6))
def test_blanks_and_bars_are_one_table(cells: list[tuple[str, str, str]], gap: int) -> None:
    wide = [max(map(len, column)) for column in zip(*cells, strict=True)]
    blanks = "\n".join(
        (" " * gap).join(c.rjust(w) if n else c.ljust(w) for n, (c, w) in enumerate(zip(row, wide, strict=True)))
        for row in cells
    )
    bars = "\n".join("| " + " | ".join(row) + " |" for row in cells)
    assert [row[:2] for row in seen(blanks)] == [row[:2] for row in seen(bars)]


HEADED = "| {} |\n|" + "---|" * 4 + "\n{}"


def four(heads: str, *body: str) -> str:
    """A table of four columns."""
    return HEADED.format(heads, "".join(f"| {row} |\n" for row in body))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        # Rows that share their first label are told apart by the next words, also behind a figure.
        (
            four(
                "Item | Count | Place | Worth",
                "Bench | 1 | Green | 30",
                "Bench | 2 | Quay | 35",
                "Bench | 1 | Hill | 28",
            ),
            ["Bench, Green", "Bench, Quay", "Bench, Hill"],
        ),
        (
            four("Group | Name | Rate | Cases", "Age | Young | 3 | 40", "Age | Old | 4 | 31", "Size | Tall | 5 | 22"),
            ["Age, Young", "Age, Old", "Size, Tall"],
        ),
        # A year that all rows share names none of them.
        (
            four(
                "Year | Kind | Name | Rooms",
                "2025 | Inn | Orr | 40",
                "2025 | Inn | Pell | 31",
                "2025 | Hotel | Ebb | 22",
            ),
            ["Orr", "Pell", "Ebb"],
        ),
        # Years that differ are what the rows are of.
        (
            four(
                "Year | Winner | Goals | Games", "2023 | Orr | 40 | 12", "2024 | Pell | 31 | 12", "2025 | Orr | 22 | 12"
            ),
            ["2023", "2024", "2025"],
        ),
        # Where all words are the same in every row, the season tells rows apart.
        (
            four(
                "Told | Season | Share | Sum",
                "11/07/2023 | 2020/21 | 93% | 47",
                "11/07/2023 | 2021/22 | 89% | 41",
                "11/07/2023 | 2022/23 | 93% | 11",
            ),
            ["2020/21", "2021/22", "2022/23"],
        ),
        # Remarks of many words label nothing.
        (
            four("Item | Count | Remark | Worth", *(f"Bench | {n} | {'so ' * 9}{n} | 30" for n in (1, 2, 3))),
            ["Bench", "Bench", "Bench"],
        ),
    ],
    ids=["behind a figure", "groups", "one year", "years", "seasons", "remarks"],
)
def test_what_tells_rows_apart(text: str, keys: list[str]) -> None:
    assert [block.key for block in rows(text)] == keys


def pairs(*body: str) -> list[tuple[str | None, int]]:
    found = document("Notes on the farm\n\n" + "".join(f"| {row} |\n" for row in body))
    return [(block.key, len(block.cells)) for block in found.blocks if block.kind in {"row", "pair"}]


def test_tables_that_stand_side_by_side_are_read_apart() -> None:
    assert pairs("Lark | 31 | Wren | 28", "Gull | 12 | Tern | 19", "Rook | 8 | |") == [
        ("Lark", 2),
        ("Wren", 2),
        ("Gull", 2),
        ("Tern", 2),
        ("Rook", 2),
    ]


def test_a_table_with_heads_of_its_own_for_each_column_is_one() -> None:
    written = four(
        "Bird | Nests | Cove | Depth", "Lark | 31 | Wren | 28", "Gull | 12 | Tern | 19", "Rook | 8 | Orr | 3"
    )
    assert [(block.key, len(block.cells)) for block in rows(written)] == [("Lark", 4), ("Gull", 4), ("Rook", 4)]
