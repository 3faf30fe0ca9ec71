"""When a document is from: what its head, its foot and its name say of it, and what they do not."""

from __future__ import annotations

import pytest

import checker
from checker import sources, values
from checker.claims.document_period import period_of
from checker.claims.thresholds import DATED_LINE, FIRST_LINES, LAST_LINES, NAMES_BESIDE_DATE, PAGE_WORDS_BEFORE
from checker.extraction.extract_one import document_of
from checker.extraction.outside_dates import name_in_words, outside_dates
from checker.model.document import Source
from checker.model.period import Period
from tests.readings import claims, stated

CLUB = "The Osier Club is a rowing club in Lundby. It has 412 members.\n"
PARAGRAPHS = [f"The {word} is old.\n\n" for word in ("boat", "shed", "quay", "bell", "mast", "oar", "rope", "sail")]


def period(text: str, name: str = "a") -> Period | None:
    document = document_of(sources.from_text(name, text))
    mentions = values.find(document.plain, document.text)
    return period_of(document, mentions, [m.start for m in mentions], outside_dates(document.source))


@pytest.mark.parametrize(
    ("text", "edtf", "origin", "reported"),
    [
        (f"---\nseason: 2016/17\nupdated: 2019-05-04\n---\n\n{CLUB}", "2016/2017", "header", True),
        (f"---\ndate: 2018-05-04\nlastmod: 2019-05-04\n---\n\n{CLUB}", "2019-05-04", "header", False),
        (f"# Osier Club: annual report 2018\n\n{CLUB}", "2018", "title", True),
        (f"OSIER CLUB\nAnnual report 2018\n\n{CLUB}", "2018", "title", True),
        (f"# The Osier Oar, spring 2019\n\n{CLUB}", "2019-21", "title", True),
        (f"# Osier Club in Q3 2024\n\n{CLUB}", "2024-35", "title", True),
        (f"# Osier Club\n\nMinutes of the meeting held on 18 January 2022, Boathouse 1\n\n{CLUB}", "2022-01-18",
         "first lines", True),
        (f"# Osier Club\n\nDate: 18 January 2022\n\n{CLUB}", "2022-01-18", "first lines", True),
        (f"# Osier Club\n\nReport for the year ended 31 March 2024\n\n{CLUB}", "2023-04-01/2024-03-31",
         "first lines", True),
        (f"# Osier Club\n\nReport for the year to 31 December 2023\n\n{CLUB}", "2023", "first lines", True),
        (f"# Osier Club\n\nPublished 3 May 2024\n\n{CLUB}", "2024-05-03", "first lines", False),
        (f"# Osier Club\n\n*3 May 2024*\n\n{CLUB}", "2024-05-03", "first lines", False),
        (f"# Osier Club\n\nBoathouse, Lundby, 3 May 2024\n\n{CLUB}", "2024-05-03", "first lines", False),
        (f"# Osier Club\n\nVersion 7, August 2021. It is free.\n\n{CLUB}", "2021-08", "first lines", False),
        (f"# Osier Club\n\n{CLUB}\nThis page was last changed on 22 March 2019, at 14:05.\n", "2019-03-22",
         "last lines", False),
        (f"# Osier Club\n\n{CLUB}\nPrices correct as of 3 May 2024.\n", "2024-05-03", "last lines", False),
        (f"# Osier Club\n\n{CLUB}\nFree. Docs built for 2.1.4 on 18 April 2024.\n", "2024-04-18", "last lines", False),
    ],
)  # fmt: skip
def test_where_a_document_says_when_it_is_from(text: str, edtf: str, origin: str, reported: bool) -> None:
    found = period(text)
    assert found is not None
    assert (found.edtf, found.origin, found.reported) == (edtf, origin, reported)
    assert found.start is not None and text[found.start :].startswith(found.words)


@pytest.mark.parametrize(
    "text",
    [
        f"# Osier Club\n\n{CLUB}",
        f"# The Battle of Tarn (1858)\n\n{CLUB}",
        f"# The Osier Club, spring 1911\n\n{CLUB}It moved in 1950.\n",
        f"# Osier Club\n\nThe club was published on 3 May 2024 in a list.\n\n{CLUB}",
        f"# Osier Club\n\nBorn: 3 May 1911\n\n{CLUB}",
        f"# Osier Club\n\nReleased: 3 May 1911\n\n{CLUB}",
        f"# Osier Club\n\nNet budget 2023/24: £176.9 million\n\n{CLUB}",
        f"# Osier Club\n\nOpened 3 May 1911\n\n{CLUB}",
        f"# Osier Club\n\nOf all land. As of the census of 2000, there were 840 rowers in the town.\n\n{CLUB}",
        f"# Osier Club\n\n{CLUB}\nThe novel was published on 3 May 1931.\n",
        f"# Osier Club\n\n{CLUB}\nNext meeting: 15 February, 7.30 pm.\n",
        f"# Changes of oarlock\n\n## 1.8.1 (2019-12-20)\n\n- 12 new knots\n\n{CLUB}",
        f"# Osier Club\n\n## 3 May 2019\n\nA race.\n\n## 4 May 2020\n\nA fire.\n\n{CLUB}",
    ],
)
def test_dates_that_are_not_the_documents_own(text: str) -> None:
    assert period(text) is None
    assert stated(text, "412")


@pytest.mark.parametrize(("characters", "dated"), [(DATED_LINE, True), (DATED_LINE + 1, False)])
def test_how_long_a_line_is_that_says_what_is_reported_on(characters: int, dated: bool) -> None:
    line = "Minutes of the meeting of 18 January 2022, ".ljust(characters, "x")
    assert (period(f"# Osier Club\n\n{line}\n\n{CLUB}") is not None) is dated


@pytest.mark.parametrize(("words", "dated"), [(NAMES_BESIDE_DATE, True), (NAMES_BESIDE_DATE + 1, False)])
def test_how_many_names_stand_beside_a_day(words: int, dated: bool) -> None:
    line = ", ".join(["Tarn"] * words)
    assert (period(f"# Osier Club\n\n{line}, 3 May 2024\n\n{CLUB}") is not None) is dated


@pytest.mark.parametrize(("words", "dated"), [(PAGE_WORDS_BEFORE, True), (PAGE_WORDS_BEFORE + 1, False)])
def test_how_far_before_its_day_the_word_for_a_change_stands(words: int, dated: bool) -> None:
    line = " ".join(["changed", *["so"] * (words - 1)])
    assert (period(f"# Osier Club\n\n{CLUB}\n{line} 3 May 2024\n") is not None) is dated


@pytest.mark.parametrize(("blocks", "dated"), [(FIRST_LINES - 2, True), (FIRST_LINES - 1, False)])
def test_how_far_the_head_of_a_text_goes(blocks: int, dated: bool) -> None:
    before, behind = "".join(PARAGRAPHS[:blocks]), "".join(PARAGRAPHS)
    assert (period(f"# Osier Club\n\n{before}Published 3 May 2024\n\n{behind}") is not None) is dated


@pytest.mark.parametrize(("blocks", "dated"), [(LAST_LINES - 1, True), (LAST_LINES, False)])
def test_how_far_the_foot_of_a_text_goes(blocks: int, dated: bool) -> None:
    before, behind = "".join(PARAGRAPHS), "".join(PARAGRAPHS[:blocks])
    assert (period(f"# Osier Club\n\n{before}Last updated 3 May 2024\n\n{behind}") is not None) is dated


@pytest.mark.parametrize(
    ("name", "edtf"),
    [
        ("report_2023.md", "2023"),
        ("docs/minutes-2025-03.txt", "2025-03"),
        ("season-2016-17.md", "2016/2017"),
        ("oar-spring-2019.md", "2019-21"),
        ("q3_2024.md", "2024-35"),
        ("20240312_minutes.txt", "2024-03-12"),
        ("Wembley_1923.txt", "1923"),
    ],
)
def test_the_name_of_a_file(name: str, edtf: str) -> None:
    found = period(f"# Osier Club\n\n{CLUB}", name)
    assert found is not None and (found.edtf, found.origin, found.start) == (edtf, "file name", None)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.md", CLUB),
        ("top-40.md", CLUB),
        ("flood-1953.md", f"{CLUB}The wall was rebuilt in 1961.\n"),
    ],
)
def test_names_of_files_that_say_nothing(name: str, text: str) -> None:
    assert period(text, name) is None
    assert stated(text, "412")


@pytest.mark.parametrize(
    ("opening", "dated"),
    [
        ("The 1953 season was the last one of the Osier Club at Tarn.", True),
        ("In May 1953 the Osier Club rowed on the Tarn.", True),
        ("In 1954 the Osier Club rowed on the Tarn, after the flood of 1953.", False),
        ("The Osier Club rows on the Tarn.", False),
    ],
)
def test_the_name_of_a_file_whose_date_opens_the_text(opening: str, dated: bool) -> None:
    """What comes later in the text does not matter then: it tells of that year, and of what followed."""
    found = period(f"{opening}\n\n{CLUB}The wall was rebuilt in 1990.\n", "tarn-1953.md")
    assert (found is not None and found.edtf == "1953") is dated
    assert stated(f"{opening}\n\n{CLUB}", "412")


def test_a_text_has_its_say_before_its_name() -> None:
    found = period(f"# Osier Club: annual report 2018\n\n{CLUB}", "report_2019.md")
    assert found is not None and found.origin == "title"


@pytest.mark.parametrize(
    ("published", "edtf"), [("2008", "2008"), ("2008-04-30", "2008-04-30"), ("1999/2000", "1999/2000"), (None, None)]
)
def test_the_register_says_when_a_document_was_published(published: str | None, edtf: str | None) -> None:
    found = outside_dates(Source("notes", published=published)).published
    assert (found.edtf if found is not None else None) == edtf


def test_names_in_words() -> None:
    assert name_in_words("docs/minutes_20250314-draft.md") == "minutes 2025-03-14 draft"


@pytest.mark.parametrize(
    ("sentence", "value", "time"),
    [
        ("It has 38,000 objects.", "38,000", "2024-05-03"),
        ("It charges £12.", "£12", "2024-05-03"),
        ("Founded in 1911, it employs 340 people.", "340", "2024-05-03"),
        ("It was set up by nuns and looks after 9 museums.", "9", "2024-05-03"),
        ("It has sold 30 boats.", "30", "2024-05-03"),
        ("It had 740 workmen.", "740", None),
        ("The tower is 90 metres high.", "90 metres", None),
        ("In 2019 it had 48,000 visitors.", "48,000", "2019"),
        ("It hopes to employ 500 people.", "500", None),
    ],
)
def test_what_holds_on_the_day_a_page_was_changed(sentence: str, value: str, time: str | None) -> None:
    text = f"# Tarn Museum\n\nTarn Museum is a museum in Lundby. {sentence}\n\nLast updated 3 May 2024\n"
    found = stated(text, value)
    assert found and {c.scope.time for c in found} == {time}
    assert {c.scope.basis for c in found} == {"unknown" if time is None else "stated" if time == "2019" else "document"}


@pytest.mark.parametrize(
    ("sentence", "value", "time"),
    [
        ("It had 740 members.", "740", "2018"),
        ("It took 7,200 calls.", "7,200", "2018"),
        ("It was set up in 1946. It had 740 workmen.", "740", None),
        ("Lundby had 740 members in 1946.", "740", "1946"),
        ("The tower is 90 metres high.", "90 metres", None),
    ],
)
def test_what_a_report_tells_of_its_period(sentence: str, value: str, time: str | None) -> None:
    found = stated(f"# Tarn Museum: annual report 2018\n\nTarn Museum is a museum in Lundby. {sentence}\n", value)
    assert found and {c.scope.time for c in found} == {time}


def test_a_founding_year_holds_for_ever() -> None:
    text = "# Tarn Museum\n\nTarn Museum was founded in 1911. It has 40 boats.\n\nLast updated 3 May 2024\n"
    found = [c for c in claims(text) if c.attribute == "founded"]
    assert [(c.value.text, c.scope.time) for c in found] == [("1911", None)]


@pytest.mark.parametrize(
    ("headings", "time"),
    [
        (("## 2019 season", "### Results"), "2019"),
        (("## Results, 2019", "### Boats"), "2019"),
        (("## Lundby 2019", "### Boats", "## Tarn 2021"), "2019"),
        (("## Lundby 2019", "### Boats"), None),
        (("## The fire of 2019",), None),
        (("## 2019 season", "## Results"), None),
    ],
)
def test_the_period_of_a_section(headings: tuple[str, ...], time: str | None) -> None:
    over = [heading for heading in headings if not heading.startswith("## Tarn")]
    behind = "\n\n## Tarn 2021\n\nThe club has 90 boats.\n" if len(over) < len(headings) else "\n"
    text = "# Osier Club\n\nThe Osier Club is a rowing club.\n\n" + "\n\n".join(over) + f"\n\nIt has 60 boats.{behind}"
    found = stated(text, "60")
    assert found and {c.scope.time for c in found} == {time}


def test_figures_of_two_years_are_no_conflict() -> None:
    texts = {f"report_{year}.md": f"# Osier Club\n\nThe Osier Club has {n} members.\n" for year, n in
             (("2021", 412), ("2022", 455))}  # fmt: skip
    found = checker.check_texts(texts)
    assert {c.scope.time for c in found.claims} == {"2021", "2022"}
    assert not [finding for finding in found.findings if finding.relation == "conflict"]
