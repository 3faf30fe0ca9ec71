"""A fact box whose lines a copy has lost is parted at its labels."""

import pytest

from tests.text.shapes import document, shapes

BOX = "Corran MillTypePaper worksOpened1871Area12 haStaff44 (2016)OwnerTarn Trust"


def test_a_glued_box() -> None:
    assert shapes(f"Corran Mill is a paper works.\n\n{BOX}")[1:] == [
        "heading2: Corran Mill",
        "pair <Type>: Type: Paper works",
        "pair <Opened>: Opened: 1871",
        "pair <Area>: Area: 12 ha",
        "pair <Staff>: Staff: 44 (2016)",
        "pair <Owner>: Owner: Tarn Trust",
    ]


def test_lines_break_inside_a_glued_box() -> None:
    assert "pair <Owner>: Owner: Tarn Trust" in shapes(BOX.replace("Tarn Trust", "Tarn\nTrust"))


def test_the_way_back() -> None:
    read = document(BOX)
    assert read.form is not None
    for block in read.blocks:
        start, end = (read.form.given(place) for place in block.cells[1]) if block.cells else (0, 0)
        assert BOX[start:end] == read.text[slice(*block.cells[1])] if block.cells else True


@pytest.mark.parametrize(
    "text",
    [
        "The iPhoneArea and the eBayType are named so.",
        "McDonald and MacOwner run the DeStaff mill.",
        "Type: paper works. Opened 1871. Area 12 ha. Staff 44.",
    ],
)
def test_what_is_not_glued(text: str) -> None:
    assert document(text).text == text
