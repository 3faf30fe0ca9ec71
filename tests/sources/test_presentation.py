"""PowerPoint presentations: slide by slide, in the order of reading, with the data of tables and charts."""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from checker.model.document import Metadata, Place, Reading, Source
from checker.sources.office.presentation import reading
from tests.sources.office_files import told

TITLE, BULLETS, TITLE_ONLY, BLANK = 0, 1, 5, 6


def _saved(deck: Any) -> Reading:
    data = io.BytesIO()
    deck.save(data)
    return reading(Source("mill"), data.getvalue())


def _box(slide: Any, text: str, x: float, y: float, width: float = 5, height: float = 2) -> Any:
    box = slide.shapes.add_textbox(Cm(x), Cm(y), Cm(width), Cm(height))
    box.text_frame.text = text
    return box


def test_titles_items_and_notes() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE])
    slide.shapes.title.text = "Corran Mill"
    slide.placeholders[1].text = "A mill on the Leith"
    slide = deck.slides.add_slide(deck.slide_layouts[BULLETS])
    slide.shapes.title.text = "History"
    frame = slide.placeholders[1].text_frame
    frame.text = "It opened in 1931"
    deeper = frame.add_paragraph()
    deeper.text, deeper.level = "In spring", 1
    slide.notes_slide.notes_text_frame.text = "It has 12 wheels."
    read = _saved(deck)
    assert told(read) == [
        "title1: Corran Mill",
        "paragraph: A mill on the Leith",
        "heading2: History",
        "item1: It opened in 1931",
        "item2: In spring",
        "paragraph: It has 12 wheels.",
    ]
    assert read.places.at(read.text.index("Corran")) == Place(slide=1)
    assert read.places.at(read.text.index("It has 12")) == Place(slide=2)


def test_the_order_of_reading() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
    _box(slide, "Below all.", 1, 12)
    _box(slide, "Right.", 12, 6)
    _box(slide, "Left.", 1, 6.2)
    group = slide.shapes.add_group_shape()
    _box(group, "Second of the group.", 1, 9.5)
    _box(group, "First of the group.", 1, 8)
    _box(slide, "Our mill", 1, 1)
    assert told(_saved(deck)) == [
        "heading2: Our mill",
        "paragraph: Left.",
        "paragraph: Right.",
        "paragraph: First of the group.",
        "paragraph: Second of the group.",
        "paragraph: Below all.",
    ]


def test_paragraphs_of_a_frame() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text = "Facts"
    frame = _box(slide, "In 1931", 1, 6).text_frame
    mark = frame.paragraphs[0].add_run()
    mark.text = "2"
    mark.font._element.set("baseline", "30000")
    frame.paragraphs[0].add_line_break()
    frame.paragraphs[0].add_run().text = "in spring."
    frame.add_paragraph().text = "Opened:\t1931"
    assert told(_saved(deck)) == ["heading2: Facts", "paragraph: In 1931²\nin spring.", "pair: Opened: 1931"]


def test_a_table_with_a_label_over_two_rows() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
    table = slide.shapes.add_table(3, 3, Cm(1), Cm(1), Cm(9), Cm(6)).table
    for row, cells in enumerate((("Mill", "Year", "Wheels"), ("Corran", "1931", "12"), ("", "1940", "15"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    assert told(_saved(deck)) == ["row: Mill | Year | Wheels", "row: Corran | 1931 | 12", "row: Corran | 1940 | 15"]


def test_the_data_of_charts() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
    data = CategoryChartData()
    data.categories = ["1931", "1940"]
    data.add_series("Wheels", (12, 15.5))
    data.add_series("Share", (0.25, 0.5), number_format="0.0%")
    for kind in (XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.THREE_D_COLUMN):
        frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(1), Cm(1), Cm(9), Cm(6), data)
        if kind is XL_CHART_TYPE.THREE_D_COLUMN:
            plot = frame.chart._chartSpace.chart.plotArea[1]
            plot.tag = plot.tag.replace("barChart", "bar3DChart")
        frame.chart.has_title = True
        frame.chart.chart_title.text_frame.text = "Mill on the Leith"
    expected = [
        "paragraph: Mill on the Leith",
        "row*: | Wheels | Share",
        "row: 1931 | 12 | 25%",
        "row: 1940 | 15.5 | 50%",
    ]
    assert told(_saved(deck)) == expected * 2


def test_the_margins_of_slides_are_told_once_and_hidden_slides_are_not_read() -> None:
    deck = Presentation()
    for year in (1931, 1940, 1950):
        slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        slide.shapes.title.text = f"In {year}"
        for holder in slide.slide_layout.placeholders:
            if holder.placeholder_format.type in (13, 15, 16):
                slide.shapes.clone_placeholder(holder)
        for holder in slide.placeholders:
            words = {13: "4", 15: "Corran Mill Trust", 16: "3 March 2021"}
            holder.text_frame.text = words.get(int(holder.placeholder_format.type), holder.text_frame.text)
    deck.slides[2]._element.set("show", "0")
    read = _saved(deck)
    assert sorted(told(read)) == [
        "boilerplate: Corran Mill Trust",
        "heading2: In 1931",
        "heading2: In 1940",
        "paragraph: 3 March 2021",
    ]
    assert [warning.message for warning in read.warnings] == ["slide 3 is hidden and is not read"]


def test_properties_of_a_template_are_none_of_the_deck() -> None:
    deck = Presentation()
    _box(deck.slides.add_slide(deck.slide_layouts[BLANK]), "It opened in 1931.", 1, 9)
    assert _saved(deck).metadata == Metadata()
