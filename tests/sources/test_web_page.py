"""Web pages: what is main text, its structure, and what is told apart from it."""

import random
import time
from pathlib import Path

import pytest

import checker
from checker.model.document import Metadata, Reading, Source
from checker.model.user_error import Unreadable
from checker.sources import read
from checker.sources.html import page as web_page

MILL = """<!doctype html><html lang="en"><head><title>Harwell Mill | Valley Trust</title>
<meta property="og:site_name" content="Valley Trust">
<script type="application/ld+json">{"@type": "Article", "datePublished": "2021-05-03T10:00"}</script></head>
<body><header class="site-header"><a href="/">Valley Trust</a>
<nav><ul><li><a href="1">Home</a><li><a href="2">Visits since 1800</a></ul></nav></header>
<div class="cookie-banner"><p>We keep 3 cookies. They last 30 days.</p><button>Accept</button></div>
<main><h1>Harwell Mill</h1>
<p>Harwell Mill opened in 1868 and has <b>6</b> floors.</p>
<h2>Visits</h2><p>In 2019 the mill had 12,400 visitors, who came from all parts of the valley and beyond it.</p>
<p>A second paragraph says how the looms were driven by water until the river ran low in summer.</p>
<aside class="related-posts"><h3>Related articles</h3><p>Bankside Mill opened in 1901.</p></aside></main>
<footer><p>Open Monday to Friday, 10 am to 4 pm.</p><p>&copy; 2024 Valley Trust. Charity 112233.</p></footer>
</body></html>"""


def page(body: str) -> Reading:
    return web_page.reading(Source("mill", "mill.html"), f"<!doctype html><title>Mill</title>{body}".encode())


def blocks(body: str) -> list[tuple[str, str]]:
    reading = page(body)
    assert reading.blocks is not None
    found = [(block.kind, reading.text[block.start : block.end]) for block in reading.blocks]
    return found[1:] if found[0] == ("title", "Mill") else found


def kinds(data: bytes) -> dict[str, str]:
    reading = web_page.reading(Source("mill", "mill.html"), data)
    return {reading.text[block.start : block.end]: block.kind for block in reading.blocks or ()}


def test_page() -> None:
    found = kinds(MILL.encode())
    assert found["Harwell Mill"] == "title"
    assert found["Harwell Mill opened in 1868 and has 6 floors."] == "paragraph"
    assert found["Visits"] == "heading"
    assert found["Home\nVisits since 1800"] == "links"
    assert found["We keep 3 cookies. They last 30 days.\nAccept"] == "boilerplate"
    assert found["Related articles\nBankside Mill opened in 1901."] == "boilerplate"
    assert found["Open Monday to Friday, 10 am to 4 pm."] == "paragraph"
    assert found["© 2024 Valley Trust. Charity 112233."] == "boilerplate"


def test_metadata() -> None:
    reading = web_page.reading(Source("mill", "mill.html"), MILL.encode())
    assert reading.metadata == Metadata("Harwell Mill", "Valley Trust", "2021-05-03")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:published_time" content="2020-02-01T08:00Z">', "2020-02-01"),
        ('<meta name="date" content="2019-07">', "2019-07"),
        ('<meta name="DC.date.issued" content="2018">', "2018"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2017-3-9"}]}</script>', "2017-03-09"),
        ('<script type="application/ld+json">{"datePublished": </script>', None),
        ('<meta name="date" content="last week">', None),
    ],
)
def test_published(head: str, expected: str | None) -> None:
    assert page(f"{head}<p>The mill opened in 1868.</p>").metadata.published == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One\n  line of  words</p>", [("paragraph", "One line of words")]),
        ("<p>It cost £5<br>in 1900</p>", [("paragraph", "It cost £5\nin 1900")]),
        ("First in 1868<br><br>Then in 1900", [("paragraph", "First in 1868"), ("paragraph", "Then in 1900")]),
        (
            "<p>Adults £12<br>Children £6<br>Families £30</p>",
            [("item", "Adults £12"), ("item", "Children £6"), ("item", "Families £30")],
        ),
        ("<h2>Size <a class=headerlink href=#s>¶</a></h2>", [("heading", "Size")]),
        ("<h2><img src=a alt='Hours'></h2><p>9 to 5</p>", [("heading", "Hours"), ("paragraph", "9 to 5")]),
        ("<div role=heading aria-level=3>Size</div>", [("heading", "Size")]),
        (
            "<ul><li>Looms: 40<ul><li>of oak: 12</ul><li>Mills</ul>",
            [("item", "Looms: 40"), ("item", "of oak: 12"), ("item", "Mills")],
        ),
        ("<dl><dt>Opened<dd>1868<dt>Rooms<dd>14</dl>", [("pair", "Opened: 1868"), ("pair", "Rooms: 14")]),
        ("<dl><div><dt>Opened</dt><dd>1868</dd></div></dl>", [("pair", "Opened: 1868")]),
        (
            "<dl><dt>How many rooms are there?<dd><p>There are 14.</p></dl>",
            [("paragraph", "How many rooms are there?"), ("paragraph", "There are 14.")],
        ),
        (
            "<details><summary>When did it close?</summary><p>In 1974.</p></details>",
            [("paragraph", "When did it close?"), ("paragraph", "In 1974.")],
        ),
        (
            "<details><summary>History</summary>It closed in 1974.</details>",
            [("heading", "History"), ("paragraph", "It closed in 1974.")],
        ),
        ("<figure><img><figcaption>The mill in 1900</figcaption></figure>", [("paragraph", "The mill in 1900")]),
        ("<blockquote><p>It has 6 floors.</p></blockquote>", [("paragraph", "It has 6 floors.")]),
        ("<pre><code>x = 1868</code></pre>", [("code", "x = 1868")]),
        ("<pre>$ mill --floors 6\nmade 6 floors</pre>", [("code", "$ mill --floors 6\nmade 6 floors")]),
        (
            "<pre>The mill opened in 1868 here.\nIt has six floors of oak.</pre>",
            [("paragraph", "The mill opened in 1868 here.\nIt has six floors of oak.")],
        ),
        ("<p>Opened <time datetime=1868-05-01></time></p>", [("paragraph", "Opened 1868-05-01")]),
        ("<p>12 m<sup>2</sup> and 10<sup>6</sup></p>", [("paragraph", "12 m² and 10⁶")]),
        ("<p>It has 6<sup><a href=#n>[12]</a></sup> floors</p>", [("paragraph", "It has 6 floors")]),
        ("<p><span>Opened</span><span>1868</span></p>", [("paragraph", "Opened 1868")]),
        ("<p>1<b>868</b> and <b>T</b>he</p>", [("paragraph", "1868 and The")]),
        ("<p>Tickets <s>£12</s> £10</p>", [("paragraph", "Tickets £10")]),
        ("<p>6 floors<span hidden>7 floors</span><i style='display: none'>8</i></p>", [("paragraph", "6 floors")]),
        ("<p>6 floors<script>7</script><template>8</template><!-- 9 --></p>", [("paragraph", "6 floors")]),
        ("<p>caf&eacute; for 1&nbsp;200 &lt; 2&#8201;000</p>", [("paragraph", "café for 1 200 < 2 000")]),
        ("<div><div class='field__label'>Rooms</div><div class='field__item'>14</div></div>", [("pair", "Rooms: 14")]),
        (
            "<div><div><span>Monday</span><span>9-5</span></div><div><b>Friday</b><i>9-6</i></div>"
            "<div><span>Sunday</span><span>Closed</span></div></div>",
            [("pair", "Monday: 9-5"), ("pair", "Friday: 9-6"), ("pair", "Sunday: Closed")],
        ),
        (
            "<ul><li><span>Floors</span><span>6</span><li><span>Rooms</span><span>14</span><li><b>Mills</b><i>2</i></ul>",
            [("pair", "Floors: 6"), ("pair", "Rooms: 14"), ("pair", "Mills: 2")],
        ),
        ("<dl><dt>Floors<dd>6<dd><a href=c>Change</a></dl>", [("pair", "Floors: 6"), ("links", "Floors: Change")]),
        ("<div><div>12,400</div><div>visitors</div></div>", [("paragraph", "12,400 visitors")]),
        ("<ul><li><div>14</div><p>rooms</p></ul>", [("item", "14 rooms")]),
        ("<div><button>Show 6 floors</button></div>", [("links", "Show 6 floors")]),
        (
            "<button>How many floors?</button><div><p>There are 6.</p></div>",
            [("paragraph", "How many floors?"), ("paragraph", "There are 6.")],
        ),
        ("<h2><button>Floors</button></h2><p>6 in all</p>", [("heading", "Floors"), ("paragraph", "6 in all")]),
        ("<p><a href=a>Read of the 6 floors</a></p>", [("links", "Read of the 6 floors")]),
    ],
)  # fmt: skip
def test_blocks(body: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(body) == expected


def test_levels() -> None:
    reading = page("<h1>Mill</h1><h3>Size</h3><ul><li>a<ol><li>b</ol></ul>")
    assert [(block.kind, block.level) for block in reading.blocks or ()] == [
        ("title", 1),
        ("heading", 3),
        ("item", 1),
        ("item", 2),
    ]


def test_title_where_the_site_has_a_heading_too() -> None:
    found = kinds(b"<title>Harwell Mill - Trust</title><h1>Trust</h1><p>Words</p><h1>Harwell Mill</h1><p>1868</p>")
    assert (found["Trust"], found["Harwell Mill"]) == ("heading", "title")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<table><caption>Visitors</caption><thead><tr><th>Year<th>All<tbody><tr><td>2019<td>12,400</table>",
            ["Visitors", "+Year | All", "2019 | 12,400"],
        ),
        ("<table><tr><th>Opened<td>1868<tr><th>Floors<td>6</table>", ["Opened | 1868", "Floors | 6"]),
        (
            "<table><tr><th>Year<th colspan=2>Visits<tr><td>2019<td>5<td>6</table>",
            ["+Year | Visits |", "2019 | 5 | 6"],
        ),
        (
            "<table><tr><th>Town<th>Year<th>Mills<tr><th rowspan=2>Leeds<td>1900<td>5<tr><td>1901<td>6</table>",
            ["+Town | Year | Mills", "Leeds | 1900 | 5", "Leeds | 1901 | 6"],
        ),
        (
            "<table><tfoot><tr><td>All<td>11</tfoot><tbody><tr><td>Leeds<td>5<tr><td>York<td>6</table>",
            ["Leeds | 5", "York | 6", "All | 11"],
        ),
        (
            "<table><tr><th>Of<th colspan=3>2019<tr><td>Rent<td>$<td>1,200<td><tr><td>Loss<td>$<td>(30<td>)</table>",
            ["+Of | 2019", "Rent | $1,200", "Loss | $(30)"],
        ),
        ("<table role=presentation><tr><td>Opened<td>1868</table>", ["Opened", "1868"]),
        ("<table><tr><td><h2>Past</h2><p>Opened in 1868.</p><td><p>Closed in 1974.</p></table>",
         ["Past", "Opened in 1868.", "Closed in 1974."]),
        ("<table><tr><th>Of<th>In<tr><td>a<br>b<td>1900<br>1901</table>", ["+Of | In", "a b | 1900, 1901"]),
    ],
)  # fmt: skip
def test_tables(body: str, expected: list[str]) -> None:
    reading = page(body)
    assert [
        "+" * bool(block.head) + reading.text[block.start : block.end] for block in (reading.blocks or ())[1:]
    ] == expected


def test_facts_beside_the_main_text() -> None:
    words = "The mill stands by the river and is open to all who like to see how cloth was made. " * 5
    found = kinds(
        f"""<title>Mill</title><div class=sidebar><div class=infobox><table><tr><th>Opened<td>1868<tr><th>Floors<td>6
        </table></div><ul><li><a href=a>Bank Mill 1901</a><li><a href=b>Low Mill 1902</a></ul></div>
        <main><h1>Mill</h1><p>{words}</p></main>
        <footer><h2>Find us</h2><address>12 Mill Lane, Harwell</address><p>Follow us</p></footer>""".encode()
    )
    assert found["Opened | 1868"] == "row"
    assert found["Bank Mill 1901"] == found["Low Mill 1902"] == "links"
    assert (found["Find us"], found["12 Mill Lane, Harwell"], found["Follow us"]) == (
        "heading",
        "paragraph",
        "boilerplate",
    )


def test_name_of_a_class_does_not_hide_the_main_text() -> None:
    words = "The mill opened in 1868 and was driven by the water of the river until it ran low. " * 9
    assert (
        kinds(f"<title>Mill</title><div class='share social'><p>{words}</p></div>".encode())[words.strip()]
        == "paragraph"
    )


def test_heading_whose_identifier_sounds_like_furniture() -> None:
    assert blocks("<p>Words</p><section id=sharing><h2>Sharing</h2><p>6 floors are shared.</p></section>")[1:] == [
        ("heading", "Sharing"),
        ("paragraph", "6 floors are shared."),
    ]


def test_source_of_a_generated_page() -> None:
    reading = web_page.reading(
        Source("mill", "mill.html"),
        b"---\ntitle: The mill\ndate: 2016-03-03\n---\n{% include top.html %}\n<p>It has 6 floors. {{ site.name }}</p>",
    )
    assert reading.text == "The mill\n\nIt has 6 floors."
    assert reading.metadata == Metadata("The mill", None, "2016-03-03")


@pytest.mark.parametrize(
    ("data", "words", "warned"),
    [
        ("<meta charset=latin-1><p>café 1868</p>".encode("latin-1"), "café 1868", "read as iso8859-1, which"),
        ("<meta charset=latin-1><p>café 1868</p>".encode(), "café 1868", None),
        (b"<meta charset=utf-8><p>mill 18\xff68</p>" + b" " * 2000, "mill 18\ufffd68", "1 of its bytes are no"),
        (b"<meta charset=nonsense><p>mill 1868</p>", "mill 1868", None),
        ("<p>mill 1868</p>".encode("utf-16"), "mill 1868", None),
        (b"<p>mill 18\x0068</p>" + b" " * 2000, "mill 1868", None),
    ],
)  # fmt: skip
def test_encodings(data: bytes, words: str, warned: str | None) -> None:
    reading = web_page.reading(Source("mill", "mill.html"), data)
    assert reading.text == words
    messages = [warning.message for warning in reading.warnings]
    assert (warned is None and not messages) or (warned is not None and warned in messages[0])


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 1_000_000 + b"1868",
        b"<ul><li>" * 200_000 + b"1868",
        b"<b>" * 50_000 + b"1868",
        b"<p class='" + b"a-" * 2_000_000 + b"'>1868</p>",
        b"<table><tr><td rowspan=60000 colspan=1000>1868" + b"<tr><td colspan=1000>1" * 2_000,
        b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b; 1868",
        b"---\n" * 50_000 + b"<p>1868",
        b"{%" * 100_000 + b"<p>1868",
        b"<table>" * 3_000 + b"1868",
        b"<dl>" * 3_000 + b"<dt>1868",
    ],
)  # fmt: skip
def test_hostile(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mill.html"
    path.write_bytes(data)
    start = time.perf_counter()
    try:
        assert len(read(path, Source("mill", path.as_posix())).text) < 5_000_000
    except Unreadable as error:
        assert "\n" not in error.reason
    assert time.perf_counter() - start < 10


def test_mutated_pages() -> None:
    draw = random.Random(11)
    whole = MILL.encode() + b"<table><tr><th rowspan=2>a<td>1</table><dl><dt>b<dd>2</dl><details><summary>c</details>"
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(draw.randrange(1, 30)):
            at = draw.randrange(len(data))
            data[at : at + draw.randrange(9)] = draw.choice(
                [b"", b"<", b">", b"</", b"<table>", b"&#x", b"\xff", b"<li>"]
            )
        try:
            web_page.reading(Source("mill", "mill.html"), bytes(data[: draw.randrange(1, len(data))]))
        except (Unreadable, ValueError) as error:
            assert "\n" not in str(error)


def test_page_without_text() -> None:
    with pytest.raises(Unreadable, match="there is no text in it"):
        page("<script>write('1868')</script>")


def test_changed_figure_is_found(tmp_path: Path) -> None:
    (tmp_path / "mill.html").write_text(MILL)
    (tmp_path / "mill.md").write_text("# Harwell Mill\n\nHarwell Mill opened in 1871 and has 6 floors.\n")
    report = checker.check_paths([tmp_path / "mill.html", tmp_path / "mill.md"]).to_json()
    assert [f["message"] for f in report["findings"]] == [
        "Harwell Mill opened in 1868 or 1871: mill.html and mill.md disagree"
    ]
    text = web_page.reading(Source("mill", "mill.html"), MILL.encode()).text
    claims = [claim for claim in report["claims"] if claim["source"] == "mill-html"]
    assert {"1868", "6", "12,400"} <= {claim["value"]["text"] for claim in claims}
    for claim in claims:
        evidence, value = claim["evidence"], claim["value"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert text[value["start"] : value["end"]] == value["text"]


def test_same_figures_do_not_conflict(tmp_path: Path) -> None:
    (tmp_path / "mill.html").write_text(MILL)
    (tmp_path / "mill.md").write_text("# Harwell Mill\n\nHarwell Mill opened in 1868 and has 6 floors.\n")
    report = checker.check_paths([tmp_path / "mill.html", tmp_path / "mill.md"]).to_json()
    assert report["summary"]["conflicts"] == 0
    assert report["summary"]["claims"] >= 5


_ROWS = "".join(f"<tr><td>Pier {name}</td><td>{120 + n}</td></tr>" for n, name in enumerate("ABCDEF"))


@pytest.mark.parametrize("style", ["visibility: hidden", "display:none"])
def test_tables_that_a_page_hides_until_a_script_shows_them(style: str) -> None:
    table = "<table><tr><th>Pier</th><th>Metres</th></tr>{}</table>"
    hidden = f'<div style="{style}">{table.format(_ROWS)}</div><p style="{style}">99 gulls</p>'
    result = page(f"<h1>Piers</h1><p>The harbour has 6 piers.</p>{hidden}")
    assert "125" in result.text and "99" not in result.text
    assert [warning for warning in result.warnings if "hidden" in warning.message]
    result = page(f"<h1>Piers</h1><p>The harbour has 6 piers.</p>{table.format(_ROWS)}{table.format(_ROWS)}{hidden}")
    assert result.text.count("125") == 2
    assert not result.warnings


def test_raised_marks_of_notes_stand_in_no_word_or_number() -> None:
    result = page(
        "<h1>Weir</h1><p>It cost $1.84 billion<sup>xxxv</sup> for 12<sup>3</sup> gates, 40 m<sup>2</sup>, the "
        "3<sup>rd</sup> weir, 1,200<sup>a</sup> men, 10<sup>6</sup> nails and 15<sup>[4]</sup> mills<sup>ii</sup>.</p>"
    )
    assert result.text.endswith(
        "It cost $1.84 billion for 12³ gates, 40 m², the 3rd weir, 1,200ᵃ men, 10⁶ nails and 15 mills."
    )
