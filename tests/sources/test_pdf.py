"""PDF: words in reading order, and the structure that type and places show."""

from __future__ import annotations

from checker.model.document import Reading, Source
from checker.sources.pdf import reading
from tests.sources.made_pdf import BOLD, FIXED, PLAIN, Page, paper

_FILLER = [
    "The mill by the weir has ground flour and oats for the farms along the river since",
    "anybody in the valley can remember, and most of its wheels and stones are those that",
    "were set there by the two brothers who built it with timber from the upper woods.",
]


def read(*pages: Page, **more: object) -> Reading:
    return reading(Source("mill"), paper(pages, **more))  # type: ignore[arg-type]


def shown(result: Reading) -> list[tuple[str, str]]:
    return [(block.kind, result.text[block.start : block.end]) for block in result.blocks or ()]


def words(result: Reading, kind: str) -> list[str]:
    return [text for found, text in shown(result) if found == kind]


def test_lines_become_paragraphs_and_broken_words_whole() -> None:
    page = Page()
    page.lines(50, 780, [
        "The wool exchange at Marlow Bridge was for many years the best attended of the mar-",
        "kets in the shire, and its well-known clock has told the time to all since it opened in",
        "1887. During the COVID-19 years it closed, and the fund for its roof ran in 2019-",
        "2020 only. A self-",
        "taught clerk kept the books.",
    ])  # fmt: skip
    page.lines(50, 700, ["A second paragraph stands apart and has one line of its own."])
    assert shown(read(page)) == [
        ("paragraph", "The wool exchange at Marlow Bridge was for many years the best attended of the markets in the "
         "shire, and its well-known clock has told the time to all since it opened in 1887. During the COVID-19 years "
         "it closed, and the fund for its roof ran in 2019-2020 only. A self-taught clerk kept the books."),
        ("paragraph", "A second paragraph stands apart and has one line of its own."),
    ]  # fmt: skip


def column(page: Page, x: float, name: str, lines: int = 12) -> list[str]:
    told = [f"{name} line {n} tells of the {n} mills" for n in range(1, lines + 1)]
    page.lines(x, 700, told)
    return told


def test_columns_are_read_one_after_the_other() -> None:
    for xs in ((50, 310), (40, 230, 420)):
        page = Page()
        page.text(50, 760, "A title that runs over all of the columns of the page here", 18, BOLD)
        expected = [" ".join(column(page, x, name)) for x, name in zip(xs, ("First", "Second", "Third"), strict=False)]
        found = " ".join(text.replace("\n", " ") for kind, text in shown(read(page)) if kind == "paragraph")
        assert found == " ".join(expected)


def test_what_runs_at_the_head_and_foot_of_pages_is_dropped() -> None:
    pages = []
    for n in range(5):
        page = Page()
        page.text(50, 810, "Marlow Bridge Trust annual review 2019", 8)
        page.lines(50, 760, [*_FILLER, f"It ground {n + 3},400 sacks in the year {1990 + n}."])
        page.text(280, 30, str(n + 7) if n % 2 else f"Page {n + 7} of 11", 8)
        pages.append(page)
    result = read(*pages)
    assert "annual review" not in result.text
    assert "Page" not in result.text
    assert [result.text.count(f"It ground {n + 3},400 sacks in the year {1990 + n}.") for n in range(5)] == [1] * 5
    assert [result.places.at(result.text.index(f"{n + 3},400")).page for n in range(5)] == [1, 2, 3, 4, 5]


def test_headings_at_the_top_of_pages_stay() -> None:
    pages = []
    for n, name in enumerate(("Wool", "Flour", "Timber")):
        page = Page()
        page.text(50, 800, f"Chapter {n + 4}: {name}", 16, BOLD)
        page.lines(50, 770, [*_FILLER, f"It is the chapter on {name.lower()}."])
        pages.append(page)
    assert words(read(*pages), "heading") == ["Chapter 4: Wool", "Chapter 5: Flour", "Chapter 6: Timber"]


def test_headings_have_the_levels_of_their_sizes() -> None:
    page = Page()
    page.text(50, 800, "Marlow Bridge Exchange", 24, BOLD)
    y = 770.0
    for size, font, name in (
        (16, BOLD, "History"),
        (10, BOLD, "The early years"),
        (16, BOLD, "Trade"),
        (12, PLAIN, "Wool"),
    ):
        page.text(50, y, name, size, font)
        y = page.lines(50, y - 20, _FILLER) - 14
    result = read(page)
    told = [(b.kind, b.level, result.text[b.start : b.end]) for b in result.blocks or () if b.kind != "paragraph"]
    assert told == [
        ("title", 1, "Marlow Bridge Exchange"),
        ("heading", 1, "History"),
        ("heading", 2, "The early years"),
        ("heading", 1, "Trade"),
        ("heading", 2, "Wool"),
    ]


def test_bookmarks_tell_headings() -> None:
    page = Page()
    page.text(50, 800, "Staff and wages")
    page.lines(50, 780, _FILLER)
    assert ("heading", "Staff and wages") in shown(read(page, bookmarks=[("Staff and wages", 0)]))
    assert ("heading", "Staff and wages") not in shown(read(page))


def test_items_of_lists() -> None:
    page = Page()
    page.lines(50, 790, ["The exchange keeps these things under its roof:"])
    y = 770.0
    for sign, first, second in (
        ("•", "a clock of 1887, which the guild", "had made in the town"),
        ("•", "40 seats", ""),
    ):
        page.text(60, y, sign)
        page.text(75, y, first)
        if second:
            y -= 12
            page.text(75, y, second)
        y -= 12
    for n, told in enumerate(("the north hall of 300 seats,", "the south hall of 200 seats"), 1):
        page.text(60, y, f"{n}. {told}")
        y -= 12
    assert words(read(page), "item") == [
        "a clock of 1887, which the guild had made in the town",
        "40 seats",
        "the north hall of 300 seats,",
        "the south hall of 200 seats",
    ]


def grid(page: Page, xs: list[float], ys: list[float]) -> None:
    for x in xs:
        page.rule(x, ys[0], x, ys[-1])
    for y in ys:
        page.rule(xs[0], y, xs[-1], y)


def test_a_table_by_its_rules() -> None:
    page = Page()
    grid(page, [50, 200, 300, 400], [700, 670, 640, 620])
    page.row(690, [(55, "Hall"), (205, "Seats"), (305, "Rent for")])
    page.text(305, 678, "one day")
    page.row(660, [(55, "North hall with"), (205, "300"), (305, "£40")])
    page.text(55, 648, "its gallery")
    page.row(626, [(55, "South hall"), (205, "200"), (305, "£25")])
    assert words(read(page), "row") == [
        "Hall | Seats | Rent for one day",
        "North hall with its gallery | 300 | £40",
        "South hall | 200 | £25",
    ]


def test_a_table_without_rules() -> None:
    page = Page()
    page.lines(50, 790, _FILLER)
    page.row(720, [(50, "Grain"), (200, "Sacks ground"), (330, "Price")])
    rows = [
        ("Oats", "1,200", "4.50"),
        ("Barley", "900", "3.75"),
        ("Wheat of the first", "", ""),
        ("grade", "400", "9.10"),
    ]
    for n, (name, sacks, price) in enumerate(rows):
        page.row(705 - 13 * n, [(50, name), (215, sacks), (335, price)] if price else [(50, name)])
    page.lines(50, 600, _FILLER)
    assert [kind for kind, _ in shown(read(page))] == ["paragraph", "row", "row", "row", "row", "paragraph"]
    assert words(read(page), "row") == [
        "Grain | Sacks ground | Price",
        "Oats | 1,200 | 4.50",
        "Barley | 900 | 3.75",
        "Wheat of the first grade | 400 | 9.10",
    ]


def test_heads_over_several_columns() -> None:
    page = Page()
    page.row(735, [(210, "2018"), (360, "2019")])
    page.row(720, [(180, "Men"), (240, "Women"), (330, "Men"), (390, "Women")])
    for n, (name, *figures) in enumerate((("Clerks", 4, 6, 5, 7), ("Porters", 9, 2, 8, 3), ("Cooks", 1, 3, 2, 4))):
        page.row(705 - 13 * n, [(50, name), *((x, str(f)) for x, f in zip((182, 245, 332, 395), figures, strict=True))])
    assert words(read(page), "row") == [
        "| 2018 | | 2019 |",
        "| Men | Women | Men | Women",
        "Clerks | 4 | 6 | 5 | 7",
        "Porters | 9 | 2 | 8 | 3",
        "Cooks | 1 | 3 | 2 | 4",
    ]


def test_footnotes_stand_apart_and_their_marks_are_gone() -> None:
    first, second = Page(), Page()
    first.marked(50, 780, "The exchange sold 12,000", "3", " bales in its best year, on a floor of 900 m")
    first.lines(50, 768, ["and the sales of the whole shire came to no more than twice as many, which the"])
    first.text(50, 90, "3 Counted by the guild in 1901.", 7)
    second.lines(50, 780, ["clerks of the guild did not believe until they had counted them all again."])
    second.lines(50, 750, _FILLER)
    assert words(read(first, second), "paragraph")[:2] == [
        "The exchange sold 12,000 bales in its best year, on a floor of 900 m and the sales of the whole shire came to "
        "no more than twice as many, which the clerks of the guild did not believe until they had counted them all "
        "again.",
        "3 Counted by the guild in 1901.",
    ]


def test_raised_figures_that_are_no_marks_stay() -> None:
    page = Page()
    page.marked(50, 780, "The floor measures 900 m", "2", " in all.")
    page.marked(50, 768, "It was the 4", "th", " hall of the town.")
    page.marked(50, 756, "They counted 3 × 10", "6", " grains.")
    assert read(page).text.replace("\n", " ") == (
        "The floor measures 900 m² in all. It was the 4th hall of the town. They counted 3 × 10⁶ grains."
    )


def test_letters_that_are_spaced_out_are_words() -> None:
    page = Page()
    page.text(50, 780, "ANNUAL", 10, spaced=4)
    page.text(50, 740, "W O O L  S A L E S", 10)
    page.lines(50, 700, _FILLER)
    assert [text for _, text in shown(read(page))[:2]] == ["ANNUAL", "WOOL SALES"]


def test_what_is_turned_is_furniture_unless_the_whole_page_is() -> None:
    page = Page()
    page.lines(100, 780, _FILLER)
    page.text(40, 300, "Draft of 1 May", 8, matrix="0 1 -1 0")
    page.text(200, 200, "SECRET", 60, matrix="0.7 0.7 -0.7 0.7")
    assert words(read(page), "boilerplate") == ["Draft of 1 May SECRET"]
    turned = Page(rotate=90)
    turned.text(100, 100, "The hall of the guild has 300 seats.", matrix="0 1 -1 0")
    assert shown(read(turned)) == [("paragraph", "The hall of the guild has 300 seats.")]


def test_words_behind_a_picture_are_read_and_hidden_ones_are_not() -> None:
    scan = Page(picture=True)
    scan.text(50, 700, "The hall opened in 1887.", mode=3)
    assert shown(read(scan)) == [("paragraph", "The hall opened in 1887.")]
    scan.lines(50, 600, _FILLER)
    assert "1887" not in read(scan).text


def test_entries_of_contents_are_furniture_and_prices_are_not() -> None:
    page = Page()
    page.text(50, 800, "Contents", 16, BOLD)
    for n, (name, number) in enumerate((("Wool", 3), ("Flour and oats", 12), ("Timber", 27))):
        page.text(50, 770 - 14 * n, f"{name} {'.' * 60} {number}")
    page.text(50, 700, "Prices", 16, BOLD)
    for n, (name, price) in enumerate((("Tea", "£2.50"), ("Cake", "£1.90"), ("Soup", "£4.20"))):
        page.text(50, 670 - 14 * n, f"{name} {'.' * 60} {price}")
    page.lines(50, 600, _FILLER)
    result = read(page)
    assert words(result, "links") == ["Wool 3\nFlour and oats 12\nTimber 27"]
    assert words(result, "pair") == ["Tea: £2.50", "Cake: £1.90", "Soup: £4.20"]


def test_numbers_of_lines_are_dropped() -> None:
    page = Page()
    for n in range(1, 26):
        page.text(50, 800 - 28 * n, str(n), 10, FIXED)
        page.text(90, 800 - 28 * n, f"and the clerk said that there were {n * 3} sacks", 10, FIXED)
    assert "16 and the clerk" not in read(page).text
    assert "there were 48 sacks" in read(page).text


def test_title_of_the_file() -> None:
    page = Page()
    page.lines(50, 700, _FILLER)
    result = read(page, info="/Title (Review of the mills) /CreationDate (D:20190312101500Z)")
    assert (result.metadata.title, result.metadata.published) == ("Review of the mills", None)
    for title in ("Microsoft Word - review.doc", "untitled", "review_final_2"):
        assert read(page, info=f"/Title ({title})").metadata.title is None


def test_a_paragraph_over_a_page_break_is_one() -> None:
    first, second = Page(), Page()
    first.lines(50, 780, _FILLER)
    first.lines(50, 100, ["The exchange sold 12,000 bales in its best year, which was more than the whole of the"])
    second.lines(50, 780, ["shire had sold in 1870, and it employed 45 clerks."])
    second.lines(50, 740, _FILLER)
    result = read(first, second)
    assert words(result, "paragraph")[1].endswith(
        "more than the whole of the shire had sold in 1870, and it employed 45 clerks."
    )
    assert [result.places.at(start).page for start in (0, result.text.index("12,000"))] == [1, 1]
    assert result.places.at(len(result.text) - 1).page == 2


def test_what_is_filled_in_in_a_form_is_read() -> None:
    page = Page(fields=[(150, 697, "300")])
    page.text(50, 700, "Seats in the hall:")
    page.lines(50, 600, _FILLER)
    assert words(read(page), "paragraph")[0] == "Seats in the hall: 300"


def test_a_large_figure_stands_with_its_caption() -> None:
    page = Page()
    page.lines(50, 790, _FILLER)
    for x, figure, caption in (
        (60, "61", "open forums"),
        (220, "1,400", "visitors to the hall"),
        (400, "14", "guilds"),
    ):
        page.text(x, 700, figure, 30, BOLD)
        page.text(x, 684, caption)
        page.text(x, 672, "in the year 2019")
    told = [text.replace("\n", " ") for text in words(read(page), "paragraph")[1:]]
    assert told == [
        "61 open forums in the year 2019",
        "1,400 visitors to the hall in the year 2019",
        "14 guilds in the year 2019",
    ]


def test_columns_of_sections_stay_in_their_section() -> None:
    page = Page()
    for y, name in ((780, "Wool"), (600, "Flour")):
        page.text(50, y, name, 16, BOLD)
        for x, side in ((50, "left"), (320, "right")):
            page.lines(x, y - 30, [f"{name} on the {side} side, and line {n} of it" for n in range(1, 7)])
    text = read(page).text
    places = [text.index(part) for part in ("Wool on the left", "Wool on the right", "Flour\n", "Flour on the left")]
    assert places == sorted(places)


def test_a_table_whose_outer_columns_have_no_rules() -> None:
    page = Page()
    for x in (200, 300):
        page.rule(x, 700, x, 600)
    for y in (700, 680, 600):
        page.rule(50, y, 400, y)
    page.row(686, [(55, "Grain"), (205, "Sacks"), (305, "Price")])
    for n, (name, sacks, price) in enumerate(
        (("Oats", "1,200", "4.50"), ("Barley", "900", "3.75"), ("Rye", "70", "2.00"))
    ):
        page.row(664 - 14 * n, [(55, name), (205, sacks), (305, "£"), (330, price)])
    assert words(read(page), "row") == [
        "Grain | Sacks | Price",
        "Oats | 1,200 | £4.50",
        "Barley | 900 | £3.75",
        "Rye | 70 | £2.00",
    ]


def test_words_of_the_document_tell_how_a_broken_one_is_written() -> None:
    page = Page()
    page.lines(50, 780, [
        "A council met and approved the roof. The roof that was council-",
        "approved in 1887 cost more than the post-",
        "master had, who was a postmaster for 40 years and kept the pay-",
        "ments in a book.",
    ])  # fmt: skip
    assert read(page).text.replace("\n", " ") == (
        "A council met and approved the roof. The roof that was council-approved in 1887 cost more than the postmaster "
        "had, who was a postmaster for 40 years and kept the payments in a book."
    )


def test_marks_of_notes_in_roman_numbers_and_letters_are_gone() -> None:
    page = Page()
    for n, (before, mark, after) in enumerate([
        ("The weir cost $1.84 billion", "xxxv", " by then"), ("The Act of 1920", "xix", " holds"),
        ("Anna Harrow", "a,b", " and Jo Pike"), ("A sum of 12", "iv, 12", " pounds"),
        ("On the 3", "rd", " of May"), ("A yard of 40 m", "2", " and"), ("The sign of WeirBank", "Plus", " is"),
    ]):  # fmt: skip
        page.marked(50, 780 - 40 * n, before, mark, after)
    told = " ".join(text for _, text in shown(read(page)))
    for expected in (
        "$1.84 billion by then", "Act of 1920 holds", "Anna Harrow and", "sum of 12 pounds", "3rd of May", "40 m² and",
        "WeirBankPlus",
    ):  # fmt: skip
        assert expected in told


def test_feet_of_pages_that_name_the_chapter_are_dropped_and_numbered_steps_are_not() -> None:
    chapters = ["The mill", "The mill", "Its owners", "The weir", "The weir", "The fire"]
    steps = ["Plan a weir", "Buy good stones", "Dig out the bed", "Set the gates", "Let water in", "Hold a feast"]
    pages = []
    for n, name in enumerate(chapters):
        page = Page()
        page.text(50, 790, f"{n + 1} {steps[n]}", 14, BOLD)
        page.lines(50, 700 - n, _FILLER)
        if n % 2:
            page.text(300, 40, f"Mills of the valley - {name} {n + 5}", 8)
        else:
            page.text(50, 40, f"{n + 5} Mills of the valley - {name}", 8)
        pages.append(page)
    told = shown(read(*pages))
    assert not [text for _, text in told if "Mills of" in text]
    assert [text for kind, text in told if kind == "heading"] == [f"{n + 1} {step}" for n, step in enumerate(steps)]


def test_notes_that_are_counted_are_read_without_their_numbers() -> None:
    page = Page()
    for n in range(4):
        page.lines(50, 780 - 60 * n, _FILLER)
    page.lines(50, 100, ["17 Tern Trust, the yearly report", "18 Heron Society, the rolls", "19 Weir Papers"], 7, 9)
    told = [text for _, text in shown(read(page))]
    assert told[-3:] == ["Tern Trust, the yearly report", "Heron Society, the rolls", "Weir Papers"]
    page.lines(50, 240, ["12 boats are for hire here"], 7, 9)
    assert "12 boats are for hire here" in [text for _, text in shown(read(page))]
