"""Blocks go in one after the other; the text, the spans and the places that come out hold each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker import text as texts
from checker.language.canonical import canonical
from checker.model.document import Block, Document, Place, Reading, Source
from checker.sources.text_builder import TextBuilder, clean


def read(builder: TextBuilder) -> Document:
    return texts.read(builder.reading(Source("report")))


def words(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind, reading.text[block.start : block.end]) for block in reading.blocks or ()]


def report() -> TextBuilder:
    builder = TextBuilder()
    builder.place = Place(page=1)
    builder.title("Ardle  Ferry\nReport")
    builder.paragraph("The ferry\u00a0carried 4,120 people.\nIt ran on 310 days.")
    builder.place = Place(page=2)
    builder.heading("Fares", 2)
    builder.item("Adults pay £3", 1)
    builder.pair("Founded", "1894")
    builder.table([["Year", "Boats", ""], ["2021", "12", "late"], ["", "", ""], ["2022", "", "14"]], 1)
    builder.furniture("Back to top", "links")
    return builder


def test_what_is_written() -> None:
    reading = report().reading(Source("report"))
    assert reading.text == (
        "Ardle Ferry\nReport\n\nThe ferry carried 4,120 people.\nIt ran on 310 days.\n\nFares\n\nAdults pay £3\n\n"
        "Founded: 1894\n\nYear | Boats |\n2021 | 12 | late\n2022 | | 14\n\nBack to top"
    )
    assert words(reading) == [
        ("title", "Ardle Ferry\nReport"),
        ("paragraph", "The ferry carried 4,120 people.\nIt ran on 310 days."),
        ("heading", "Fares"),
        ("item", "Adults pay £3"),
        ("pair", "Founded: 1894"),
        ("row", "Year | Boats |"),
        ("row", "2021 | 12 | late"),
        ("row", "2022 | | 14"),
        ("links", "Back to top"),
    ]
    assert len(reading.blanked) == len(reading.text)
    pages = [reading.places.at(block.start).page for block in reading.blocks or ()]
    assert pages == [1, 1, 2, 2, 2, 2, 2, 2, 2]


def test_cells_keep_their_columns() -> None:
    reading = report().reading(Source("report"))
    rows = [block for block in reading.blocks or () if block.kind == "row"]
    assert [[reading.text[start:end] for start, end in row.cells] for row in rows] == [
        ["Year", "Boats", ""],
        ["2021", "12", "late"],
        ["2022", "", "14"],
    ]
    assert [row.head for row in rows] == [True, False, False]
    assert {row.table for row in rows} == {1}


def test_a_cell_stands_where_its_sheet_has_it() -> None:
    builder = TextBuilder()
    builder.paragraph("Budget")
    rows = [["Item", "Cost"], ["Roof", "£1,200"]]
    places = [[Place(cell=f"Sheet!{column}{row}") for column in "AB"] for row in (3, 4)]
    builder.table(rows, 1, places)
    builder.paragraph("Checked on 4 May 2021.")
    reading = builder.reading(Source("budget"))
    at = {word: reading.places.at(reading.text.index(word)).cell for word in ("Budget", "Item", "£1,200", "Checked")}
    assert at == {"Budget": None, "Item": "Sheet!A3", "£1,200": "Sheet!B4", "Checked": None}


def test_a_table_gets_its_heads_and_labels() -> None:
    rows = [block for block in read(report()).blocks if block.kind == "row"]
    assert [row.heads for row in rows] == [("Year", "Boats", "")] * 2
    assert [row.key for row in rows] == ["2021", "2022"]


def test_two_tables_in_a_row_are_two() -> None:
    builder = TextBuilder()
    builder.table([["Town", "People", "Wells"], ["Ardle", "4,120", "3"]], 1)
    builder.table([["Year", "Ships", "Docks"], ["1894", "12", "2"]], 1)
    rows = [block for block in read(builder).blocks if block.kind == "row"]
    assert [row.heads for row in rows] == [("Town", "People", "Wells"), ("Year", "Ships", "Docks")]


def test_nothing_is_written_for_nothing() -> None:
    builder = TextBuilder()
    builder.paragraph(" \n\u200b ")
    builder.table([["", ""]])
    builder.pair("", "")
    reading = builder.reading(Source("empty"))
    assert (reading.text, reading.blocks) == ("", ())


def test_a_label_without_a_value_is_a_paragraph() -> None:
    builder = TextBuilder()
    builder.pair("Founded", " ")
    assert words(builder.reading(Source("x"))) == [("paragraph", "Founded")]


def test_controls_are_left_out() -> None:
    assert clean("a\x07b  c\u2028d\u00ade e\u0301") == "ab c de \u00e9"


_TEXT = st.text(st.sampled_from("abc 12,\n\t\u00a0e\u0301|#-*£\x00\u200b"), max_size=30)
_STEP = st.one_of(
    st.tuples(st.sampled_from(["title", "paragraph", "code", "furniture", "item"]), _TEXT),
    st.tuples(st.just("pair"), _TEXT, _TEXT),
    st.tuples(st.just("heading"), _TEXT, st.integers(1, 6)),
    st.tuples(st.just("table"), st.lists(st.lists(_TEXT, min_size=1, max_size=3), max_size=3)),
)


@settings(max_examples=150)
@given(st.lists(_STEP, max_size=6))
def test_spans_lie_in_order_and_the_text_is_in_one_form(steps: list[tuple[object, ...]]) -> None:
    builder = TextBuilder()
    for page, (name, *given_words) in enumerate(steps, 1):
        builder.place = Place(page=page)
        getattr(builder, str(name))(*given_words)
    reading = builder.reading(Source("any"))
    assert canonical(reading.text).text == reading.text
    last = 0
    blocks: list[Block] = list(reading.blocks or ())
    for block in blocks:
        assert last <= block.start < block.end <= len(reading.text)
        assert reading.text[block.start : block.end].strip()
        assert all(block.start <= start <= end <= block.end for start, end in block.cells)
        last = block.end
    assert reading.places.starts == tuple(sorted(set(reading.places.starts)))
    texts.read(reading)
