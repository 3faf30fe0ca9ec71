"""Word documents: what a person reads in them, in that order."""

from __future__ import annotations

import pytest

from checker.model.document import Source
from checker.sources.office.word_document import reading
from tests.sources.office_files import docx, drawn, p, r, tc, told, tr


def blocks(body: str, **parts: str) -> list[str]:
    return told(reading(Source("mill"), docx(body, **parts)))


def _item(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _box(content: str) -> str:
    return f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"


UP = '<w:vertAlign w:val="superscript"/>'

PARAGRAPHS = {
    "title and headings": (
        p("Corran Mill", "Titel")
        + p("History", "berschrift1")
        + p("Owners", "House")
        + p("Later owners", "Part")
        + p("It opened in 1931."),
        ["title1: Corran Mill", "heading1: History", "heading1: Owners", "heading3: Later owners",
         "paragraph: It opened in 1931."],
    ),
    "a title of two lines": (
        p("Our mill:", "Titel") + p("<w:r/>") + p("a history", "Titel") + p("Body.") + p("Part two", "Titel"),
        ["title1: Our mill: a history", "paragraph: Body.", "heading1: Part two"],
    ),
    "a level of the outline on the paragraph": (
        p("Staff", properties='<w:outlineLvl w:val="1"/>') + p("Body", "Part", '<w:outlineLvl w:val="9"/>'),
        ["heading2: Staff", "paragraph: Body"],
    ),
    "a long sentence with the style of a heading": (
        p("When the mill on the river burnt down its owners and their workers built a new one in its place within "
          "nine months.", "berschrift1"),
        ["paragraph: When the mill on the river burnt down its owners and their workers built a new one in its place "
         "within nine months."],
    ),
    "items": (
        p("Forty rooms", properties=_item(0))
        + p("Two halls", properties=_item(1))
        + p("No sign at this depth", properties=_item(2))
        + p("By its style", "ListBullet2")
        + p("Out of the list", "ListBullet2", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        ["item1: Forty rooms", "item2: Two halls", "paragraph: No sign at this depth", "item2: By its style",
         "paragraph: Out of the list"],
    ),
    "numbered heads of sections": (
        p(r("The mill", "<w:b/>"), properties=_item(1)) + p(r("bold", "<w:b/>") + r(" in part"), properties=_item(1))
        + p(r("A bold item", "<w:b/>"), properties=_item(0)),
        ["paragraph: The mill", "item2: bold in part", "item1: A bold item"],
    ),
    "accepted changes": (
        p(r("Built in ") + f'<w:del w:id="1"><w:r><w:delText>1824</w:delText></w:r></w:del><w:ins w:id="2">{r("1831")}'
          "</w:ins>" + r(".")),
        ["paragraph: Built in 1831."],
    ),
    "moved text": (
        p(f'<w:moveFrom w:id="1">{r("It has 12 wheels.")}</w:moveFrom>') + p("First.")
        + p(f'<w:moveTo w:id="1">{r("It has 12 wheels.")}</w:moveTo>'),
        ["paragraph: First.", "paragraph: It has 12 wheels."],
    ),
    "a paragraph whose end was deleted": (
        p("It opened ", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + p("in 1931."),
        ["paragraph: It opened in 1931."],
    ),
    "hidden text": (
        p(r("Open ") + r("or 1999 ", "<w:vanish/>") + r("and 1998 ", '<w:rStyle w:val="Secret"/>')
          + r("since ", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>') + r("1931.")),
        ["paragraph: Open since 1931."],
    ),
    "results of fields": (
        p(r("It has ") + _field("DOCPROPERTY wheels", "12") + r(" wheels. See page ") + _field("PAGEREF _x", "7")
          + '<w:fldSimple w:instr=" DATE ">' + r(" 2020") + "</w:fldSimple>"),
        ["paragraph: It has 12 wheels. See page 2020"],
    ),
    "signs": (
        p("<w:r><w:t>1931</w:t><w:noBreakHyphen/><w:t>1940</w:t><w:tab/><w:t>long</w:t><w:softHyphen/><w:t>er</w:t>"
          '<w:br/><w:t>next </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t></w:r>'),
        ["paragraph: 1931-1940 longer\nnext ≥ 5"],
    ),
    "raised figures": (
        p(r("In 1931") + r("2", UP) + r(" the 1")
          + r("st", UP) + r(" wheel weighed 900") + r("a", UP) + r(".")
          + r("3", UP) + r(",", UP) + r("4", UP) + r(" Then 4 billion") + r("xiv", UP) + r(".")),
        ["paragraph: In 1931² the 1st wheel weighed 900ᵃ. Then 4 billion."],
    ),
    "words in several runs": (
        p(r("It op") + r("ened in 19", "<w:b/>") + r("31.")),
        ["paragraph: It opened in 1931."],
    ),
    "content controls": (
        "<w:sdt><w:sdtPr/><w:sdtContent>" + p(r("Opened ") + "<w:sdt><w:sdtPr/><w:sdtContent>" + r("1931")
        + "</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>"
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here") + "</w:sdtContent></w:sdt>",
        ["paragraph: Opened 1931"],
    ),
    "links": (
        p(r("See ") + f'<w:hyperlink r:id="x">{r("the 12 wheels")}</w:hyperlink>' + r(".")),
        ["paragraph: See the 12 wheels."],
    ),
    "a table of contents": (
        p("Owners 12", "Verzeichnis1")
        + p(f'<w:hyperlink w:anchor="_Toc9">{r("Wheels")}<w:r><w:tab/></w:r>{r("14")}</w:hyperlink>')
        + p(r("See ") + f'<w:hyperlink w:anchor="_Toc9">{r("Wheels")}</w:hyperlink>' + r(" for all 12.")),
        ["links: Owners 12", "links: Wheels 14", "paragraph: See Wheels for all 12."],
    ),
    "a table of contents that Word made": (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('Contents')}{p('1 Wheels 12')}</w:sdtContent></w:sdt>" + p("It has 12 wheels."),
        ["links: Contents", "links: 1 Wheels 12", "paragraph: It has 12 wheels."],
    ),
    "a formula": (
        p(r("Power is ") + "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup>"
          "</m:sSup><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),
        ["paragraph: Power is 10⁶1/2"],
    ),
    "a text box once": (
        p(r("Before.") + f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{_box(p('Boxed 1931.'))}"
          f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('Boxed 1931.')}</w:txbxContent>"
          "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r(" Behind."))
        + p(f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Old box.')}</w:txbxContent></v:textbox></w:pict></w:r>"),
        ["paragraph: Before. Behind.", "paragraph: Boxed 1931.", "paragraph: Old box."],
    ),
    "tabs": (
        p("<w:r><w:t>Opened:</w:t><w:tab/><w:t>1931</w:t></w:r>") + p("Then.")
        + p("<w:r><w:t>1.</w:t><w:tab/><w:t>It has 12 wheels.</w:t></w:r>") + p("Year")
        + p("<w:r><w:t>Corran</w:t><w:tab/><w:t>12</w:t></w:r>")
        + p("<w:r><w:t>Leith</w:t><w:tab/><w:t>15</w:t></w:r>"),
        ["pair: Opened: 1931", "paragraph: Then.", "paragraph: 1. It has 12 wheels.", "paragraph: Year",
         "row: Corran | 12", "row: Leith | 15"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert blocks(body) == expected


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


DOWN, GOES_ON, HEAD = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", "<w:tblHeader/>"

TABLES = {
    "a head that the file names": (
        tr(tc("Year"), tc("Guests"), properties=HEAD) + tr(tc("1931"), tc("900")),
        ["row*: Year | Guests", "row: 1931 | 900"],
    ),
    "a label over several rows": (
        tr(tc("Mill"), tc("Year"), tc("Wheels"))
        + tr(tc("Corran", DOWN), tc("1931"), tc("12", DOWN))
        + tr(tc("<w:p/>", GOES_ON), tc("1940"), tc("<w:p/>", GOES_ON)),
        ["row: Mill | Year | Wheels", "row: Corran | 1931 | 12", "row: Corran | 1940 |"],
    ),
    "heads over several rows and columns": (
        tr(tc("Mill", DOWN), tc("Wheels", _span(2)))
        + tr(tc("<w:p/>", GOES_ON), tc("1931"), tc("1940"))
        + tr(tc("Corran"), tc("12"), tc("15")),
        ["row: Mill | Wheels |", "row: | 1931 | 1940", "row: Corran | 12 | 15"],
    ),
    "deleted rows and cells": (
        tr(tc("Year"), tc("Guests"))
        + tr(tc("1930"), tc("800"), properties='<w:del w:id="1"/>')
        + tr(tc("1931"), tc("900", '<w:cellDel w:id="2"/>')),
        ["row: Year | Guests", "row: 1931 |"],
    ),
    "a row that starts further right": (
        tr(tc("Year"), tc("Guests")) + tr(tc("900"), properties='<w:gridBefore w:val="1"/>'),
        ["row: Year | Guests", "row: | 900"],
    ),
    "one column, which places text": (
        tr(tc(p("Facts", "berschrift1") + p("It opened in 1931."))) + tr(tc("It has 12 wheels.")),
        ["heading1: Facts", "paragraph: It opened in 1931.", "paragraph: It has 12 wheels."],
    ),
    "one row of columns of text": (
        tr(tc(p("Left one.") + p("Left two.")), tc("Right.")),
        ["paragraph: Left one.", "paragraph: Left two.", "paragraph: Right."],
    ),
    "labels with lists beside them": (
        tr(tc("Opened"), tc("1931"))
        + tr(tc("Halls"), tc(p("Two of them:") + p("North", properties=_item(0)) + p("South", properties=_item(0)))),
        ["pair: Opened: 1931", "pair: Halls: Two of them:", "item1: North", "item1: South"],
    ),
    "lines in a cell": (
        tr(tc("Mill"), tc("Wheels"), tc("Note")) + tr(tc("Corran"), tc(p("1931: 12") + p("1940: 15")), tc("none")),
        ["row: Mill | Wheels | Note", "row: Corran | 1931: 12; 1940: 15 | none"],
    ),
    "a table in a table": (
        tr(tc("Mill"), tc("Wheels"))
        + tr(tc("Corran"), tc(f"<w:tbl>{tr(tc('1931'), tc('12'))}{tr(tc('1940'), tc('15'))}</w:tbl><w:p/>")),
        ["row: Mill | Wheels", "row: Corran |", "row: 1931 | 12", "row: 1940 | 15"],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), TABLES.values(), ids=TABLES)
def test_tables(rows: str, expected: list[str]) -> None:
    assert blocks(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>") == expected


def _cite(kind: str, number: int, properties: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"{properties}/></w:r>'


def _note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{p(f"<w:r><w:{kind}Ref/></w:r>" + r(text))}</w:{kind}>'


def test_a_note_stands_behind_the_block_that_cites_it_and_its_mark_in_no_number() -> None:
    body = p(r("It opened in 1931") + _cite("footnote", 2) + r(" and has 12") + _cite("endnote", 3) + r("wheels."))
    body += p(r("Nine more") + _cite("footnote", 2) + r("."))
    rows = tr(tc("Halls"), tc(p(r("4") + _cite("footnote", 4))), tc("x")) + tr(tc("a"), tc("b"), tc("c"))
    body += f"<w:tbl>{rows}</w:tbl>"
    footnotes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    footnotes += _note("footnote", 2, " By its records.") + _note("footnote", 4, "Without the attic.")
    footnotes += _note("footnote", 5, "Cited nowhere.")
    told_blocks = blocks(body, footnotes=footnotes, endnotes=_note("endnote", 3, "In 1950."))
    assert told_blocks == [
        "paragraph: It opened in 1931 and has 12 wheels.",
        "paragraph: By its records.",
        "paragraph: In 1950.",
        "paragraph: Nine more.",
        "row: Halls | 4 | x",
        "row: a | b | c",
        "paragraph: Without the attic.",
    ]


def test_a_note_with_a_mark_of_its_own() -> None:
    body = p(r("In 1931") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>7</w:t></w:r>' + r("."))
    assert blocks(body, footnotes=_note("footnote", 2, "So.")) == ["paragraph: In 1931.", "paragraph: So."]


def test_heads_and_feet_of_pages_are_furniture_but_for_a_date() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    section += '<w:headerReference w:type="first" r:id="footer1"/><w:footerReference w:type="default" r:id="footer1"/>'
    heads = p("Corran Mill Trust") + p("3 March 2021")
    feet = p(r("Page ") + _field("PAGE", "4")) + p("Corran Mill Trust")
    body = p("It opened in 1931.", properties=section + "</w:sectPr>") + section + "</w:sectPr>"
    assert blocks(body, header1=heads, footer1=feet) == [
        "boilerplate: Corran Mill Trust",
        "paragraph: 3 March 2021",
        "paragraph: It opened in 1931.",
        "boilerplate: Page",
    ]


def test_a_part_in_another_format_is_told_of() -> None:
    read = reading(Source("mill"), docx(p("It opened in 1931.") + '<w:altChunk r:id="x"/>'))
    assert read.unread == ("a part in another format is embedded in it: open it in the office program and save it",)


def _data(name: str, code: str, *values: str) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    cached = f"<c:numCache><c:formatCode>{code}</c:formatCode>{points}</c:numCache>"
    return f"<c:{name}><c:numRef>{cached}</c:numRef></c:{name}>"


def _series(name: str, *data: str) -> str:
    told_name = f"<c:tx><c:strRef><c:strCache><c:pt><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    return f"<c:ser>{told_name}{''.join(data)}</c:ser>"


def test_the_data_of_a_chart_as_it_is_shown() -> None:
    days = _data("cat", "yyyy\\-mm\\-dd", "44197", "44562")
    wheels = _series("Wheels", days, _data("val", "General", "12", "15.300000000000001"))
    share = _series("Share", days, _data("val", "0.0%", "0.255", "0.5"))
    points = _series("Height", _data("xVal", "General", "1", "2"), _data("yVal", "General", "3.5", "4"))
    chart = f"<c:chart><c:title><a:t>Our </a:t><a:t>mill</a:t></c:title>{wheels}{share}{points}</c:chart>"
    assert told(reading(Source("mill"), drawn("chart", chart))) == [
        "paragraph: Our mill",
        "row*: | Wheels | Share",
        "row: 2021-01-01 | 12 | 25.5%",
        "row: 2022-01-01 | 15.3 | 50%",
        "row*: | Height",
        "row: 1 | 3.5",
        "row: 2 | 4",
    ]


def test_the_words_of_a_diagram_in_order() -> None:
    points = [
        ("0", "doc", ""),
        ("1", "node", "Wheels"),
        ("2", "node", "North"),
        ("3", "node", "Halls"),
        ("4", "pres", "x"),
    ]
    links = [("0", "3", 1), ("0", "1", 0), ("1", "2", 0), ("2", "1", 0)]
    data = "".join(
        f'<d:pt modelId="{name}" type="{kind}"><d:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>'
        for name, kind, text in points
    )
    data += "".join(f'<d:cxn srcId="{over}" destId="{under}" srcOrd="{n}"/>' for over, under, n in links)
    assert told(reading(Source("mill"), drawn("diagram", data))) == ["item1: Wheels", "item2: North", "item1: Halls"]


_TEXT = "The mill has ground flour for the farms along the river since anybody can remember."


@pytest.mark.parametrize("look", ["<w:b/>", '<w:u w:val="single"/>', "<w:i/>", '<w:b/><w:sz w:val="28"/>'])
def test_lines_of_one_look_above_text_are_headings(look: str) -> None:
    names = ["The weir", "Its owners", "The fire of 1931"]
    body = p(_TEXT) + "".join(p(r(name, look)) + p(_TEXT) + p(_TEXT) for name in names)
    assert [block for block in blocks(body) if block.startswith("heading")] == [f"heading2: {name}" for name in names]


@pytest.mark.parametrize(
    "body",
    [
        p(_TEXT) + p(r("The weir", "<w:b/>")) + p(_TEXT) + p(r("Its owners", "<w:b/>")) + p(_TEXT),
        p(_TEXT) + (p(r("It burnt down.", "<w:b/>")) + p(_TEXT)) * 3,
        p(_TEXT) + (p(r("The weir", "<w:b/>") + r(" of 1931")) + p(_TEXT)) * 3,
        p(_TEXT) + (p(r("Table 3 Yields", "<w:b/>")) + p(_TEXT)) * 3,
        p(_TEXT) + p(r("Anna Harrow", "<w:b/>")) * 4 + p(_TEXT) * 4,
        p(r(_TEXT, "<w:b/>")) * 4 + p(r("Anna Harrow", "<w:b/>")) + p(r(_TEXT, "<w:b/>")) * 3,
    ],
)
def test_lines_in_bold_that_head_nothing(body: str) -> None:
    assert not [block for block in blocks(body) if block.startswith("heading")]


def test_levels_of_headings_that_no_style_names() -> None:
    large, small = '<w:b/><w:sz w:val="32"/>', '<w:b/><w:sz w:val="24"/>'
    body = p(r("Mills", large)) + p(_TEXT) + p(r("The weir", large)) + p(r("Its stones", small)) + p(_TEXT) * 2
    body += p(r("Its gates", small)) + p(_TEXT) * 2 + p(r("The fire", large)) + p(_TEXT)
    found = [block for block in blocks(body) if block.startswith("heading")]
    assert found == [
        "heading1: Mills", "heading2: The weir", "heading3: Its stones", "heading3: Its gates", "heading2: The fire",
    ]  # fmt: skip
