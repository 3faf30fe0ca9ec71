"""Texts and presentations in OpenDocument: what a person reads in them, in that order."""

from __future__ import annotations

import pytest

from checker.model.document import Metadata, Place, Source
from checker.sources.office import open_document, open_presentation
from tests.sources.office_files import odp, odt, told

STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)


def _p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def _cell(text: str, properties: str = "") -> str:
    return f"<table:table-cell {properties}>{_p(text) if text else ''}</table:table-cell>"


def _row(*cells: str, properties: str = "") -> str:
    return f"<table:table-row {properties}>{''.join(cells)}</table:table-row>"


BODIES = {
    "title and headings": (
        _p("Corran Mill", "P1") + '<text:h text:outline-level="2">History</text:h>' + _p("It opened in 1931."),
        ["title1: Corran Mill", "heading2: History", "paragraph: It opened in 1931."],
    ),
    "items": (
        f"<text:list><text:list-item>{_p('Forty rooms')}{_p('More of them.')}<text:list><text:list-item>"
        f"{_p('Two halls')}</text:list-item></text:list></text:list-item></text:list>",
        ["item1: Forty rooms", "paragraph: More of them.", "item2: Two halls"],
    ),
    "accepted changes": (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + _p("1824")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + _p('Built in <text:change text:change-id="a"/><text:change-start/>1831<text:change-end/>.'),
        ["paragraph: Built in 1831."],
    ),
    "blanks, tabs and breaks": (
        _p('It\n   has<text:s text:c="3"/>12 wheels,<text:line-break/>all<text:soft-page-break/> turning.')
        + _p("Opened:<text:tab/>1931"),
        ["paragraph: It has 12 wheels,\nall turning.", "pair: Opened: 1931"],
    ),
    "hidden, raised and noted": (
        _p(
            '<text:span text:style-name="T1">Not in 1999. </text:span>In 1931'
            '<text:span text:style-name="T2">2</text:span>'
            "<office:annotation><dc:creator>Ann</dc:creator><text:p>Or 1932?</text:p></office:annotation>."
        )
        + '<text:section text:display="none">'
        + _p("Nor in 1998.")
        + "</text:section>",
        ["paragraph: In 1931²."],
    ),
    "notes": (
        _p(
            "It has 12<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + _p("By its records.")
            + "</text:note-body></text:note>wheels."
        ),
        ["paragraph: It has 12 wheels.", "paragraph: By its records."],
    ),
    "text boxes": (
        _p(f"Before.<draw:frame><draw:text-box>{_p('Boxed 1931.')}</draw:text-box></draw:frame>")
        + f"<draw:frame><draw:text-box>{_p('On the page.')}</draw:text-box></draw:frame>",
        ["paragraph: Before.", "paragraph: Boxed 1931.", "paragraph: On the page."],
    ),
    "a table of contents": (
        f"<text:table-of-content><text:index-body>{_p('History 12')}</text:index-body></text:table-of-content>"
        + _p("It opened in 1931."),
        ["links: History 12", "paragraph: It opened in 1931."],
    ),
    "a table with merged and repeated cells": (
        "<table:table><table:table-header-rows>"
        + _row(_cell("Mill"), _cell("Wheels", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>")
        + "</table:table-header-rows>"
        + _row(_cell("Corran", 'table:number-rows-spanned="2"'), _cell("12", 'table:number-columns-repeated="2"'))
        + _row("<table:covered-table-cell/>", _cell("15"), _cell(""))
        + _row(_cell(""), _cell(""), _cell(""), properties='table:number-rows-repeated="1048000"')
        + "</table:table>",
        ["row*: Mill | Wheels |", "row: Corran | 12 | 12", "row: Corran | 15 |"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_blocks(body: str, expected: list[str]) -> None:
    assert told(open_document.reading(Source("mill"), odt(body, STYLES))) == expected


def test_heads_of_pages_and_properties() -> None:
    master = (
        '<style:master-page style:name="Standard"><style:header>'
        + _p("Corran Mill Trust")
        + _p("3 March 2021")
        + "</style:header><style:footer>"
        + _p("Page <text:page-number>4</text:page-number>")
        + "</style:footer></style:master-page>"
    )
    meta = "<dc:title>Our mill</dc:title><meta:creation-date>2021-03-04T10:00:00</meta:creation-date>"
    read = open_document.reading(Source("mill"), odt(_p("It opened in 1931."), master=master, meta=meta))
    assert told(read) == [
        "boilerplate: Corran Mill Trust",
        "paragraph: 3 March 2021",
        "paragraph: It opened in 1931.",
        "boilerplate: Page",
    ]
    assert read.metadata == Metadata(title="Our mill", published="2021-03-04")


def _shape(text: str, x: int, y: int, properties: str = "") -> str:
    at = f'svg:x="{x}cm" svg:y="{y}cm" svg:width="5cm" svg:height="2cm"'
    return f"<draw:frame {at} {properties}><draw:text-box>{_p(text)}</draw:text-box></draw:frame>"


def test_slides() -> None:
    body = (
        "<draw:page>"
        + _shape("Right.", 10, 5)
        + _shape("Below.", 1, 10)
        + _shape("Left.", 1, 5)
        + _shape("Corran Mill", 1, 12, 'presentation:class="title"')
        + _shape("4", 20, 20, 'presentation:class="page-number"')
        + "<presentation:notes>"
        + _shape("It opened in 1931.", 1, 1, 'presentation:class="notes"')
        + "</presentation:notes></draw:page><draw:page>"
        + _shape("It has 12 wheels.", 1, 1)
        + "</draw:page>"
    )
    read = open_presentation.reading(Source("mill"), odp(body))
    assert told(read) == [
        "heading2: Corran Mill",
        "paragraph: Left.",
        "paragraph: Right.",
        "paragraph: Below.",
        "paragraph: It opened in 1931.",
        "paragraph: It has 12 wheels.",
    ]
    assert [read.places.at(read.text.index(words)) for words in ("Left", "It opened", "It has")] == [
        Place(slide=1),
        Place(slide=1),
        Place(slide=2),
    ]
