"""Counts with their nouns, bare numbers, number words, and wordings that count nothing."""

import pytest

from tests.values.stated import mentions, only, rows


@pytest.mark.parametrize(
    ("text", "written", "low", "noun", "unit"),
    [
        ("She logged over 4,000 flight hours.", "over 4,000", "4000", "flight hours", "hour"),
        ("about 70 different countries today", "about 70", "70", "different countries", "country"),
        ("some 2,000 courses", "some 2,000", "2000", "courses", "course"),
        ("more than 100 countries for the prize", "more than 100", "100", "countries", "country"),
        ("534 carrier landings.", "534", "534", "carrier landings", "landing"),
        (
            "expelling the five Danish naval officers receiving training",
            "five",
            "5",
            "danish naval officers",
            "officer",
        ),
        ("51 different types of aircraft", "51", "51", "different types", "type"),
        ("three men died", "three", "3", "men", "man"),
        ("273 people were fed", "273", "273", "people", "person"),
        ("only one person died", "only one", "1", "person", "person"),
        ("14,500+ Students", "14,500+", "14500", "students", "student"),
        ("Almost 120 courses are open", "Almost 120", "120", "courses", "course"),
        ("twenty-one counties", "twenty-one", "21", "counties", "county"),
        ("1.2 million rivets", "1.2 million", "1200000", "rivets", "rivet"),
        ("a dozen eggs", "a dozen", "12", "eggs", "egg"),
        ("two dozen eggs", "two dozen", "24", "eggs", "egg"),
        ("1 250 000 visitors", "1 250 000", "1250000", "visitors", "visitor"),
        ("1'250'000 visitors", "1'250'000", "1250000", "visitors", "visitor"),
        ("80 000 seats", "80 000", "80000", "seats", "seat"),
        ("6,214 Harbour Watch volunteers", "6,214", "6214", "harbour watch volunteers", "volunteer"),
        ("a 14-gun brig", "14", "14", "gun", "gun"),
        ("300 on-site employees,[19] and", "300", "300", "on-site employees", "employee"),
        ("21 Nobel Prize laureates", "21", "21", "nobel prize laureates", "laureate"),
        ("nine women's teams", "nine", "9", "women's teams", "team"),
        ("10 of those deaths", "10", "10", "deaths", "death"),
        ("150 U.S. training schools", "150", "150", "u.s. training schools", "school"),
    ],
)
def test_counted_nouns(text: str, written: str, low: str, noun: str, unit: str) -> None:
    found = only(text)
    assert (found.kind, found.text, found.low, found.noun, found.unit) == ("count", written, low, noun, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 9,000 and 30,000 people", [("between 9,000 and 30,000", "9000", "30000", "person", "range")]),
        ("750,000 to 1,000,000 people", [("750,000 to 1,000,000", "750000", "1000000", "person", "range")]),
        ("20 or 30 boats", [("20 or 30", "20", "30", "boat", "range")]),
        ("scores ranging from 720 to 800", [("from 720 to 800", "720", "800", None, "range")]),
        ("rose from 68 to 75", [("68", "68", "68", None, "exact"), ("75", "75", "75", None, "exact")]),
        ("5k-20k", [("5k-20k", "5000", "20000", None, "range")]),
        ("several hundred courses", [("several hundred", "200", "999", "course", "range")]),
        ("hundreds of ships", [("hundreds", "100", None, "ship", "more_than")]),
        ("Thousands of former students", [("Thousands", "1000", None, "student", "more_than")]),
        ("tens of thousands of books", [("tens of thousands", "10000", None, "book", "more_than")]),
        ("a few hundred thousand people", [("a few hundred thousand", "200000", "999999", "person", "range")]),
        ("dozens of factors", [("dozens", "24", None, "factor", "more_than")]),
        ("over a dozen sites", [("over a dozen", "12", None, "site", "more_than")]),
        ("fewer than 50 pupils", [("fewer than 50", None, "50", "pupil", "less_than")]),
        ("at least 12 boats", [("at least 12", "12", None, "boat", "at_least")]),
        ("no more than 12 boats", [("no more than 12", None, "12", "boat", "up_to")]),
        ("500 or more boats", [("500 or more", "500", None, "boat", "at_least")]),
        ("nearly 400 spans", [("nearly 400", "400", "400", "span", "almost")]),
        ("just over 1,500", [("just over 1,500", "1500", None, None, "more_than")]),
        ("exactly 42 boats", [("exactly 42", "42", "42", "boat", "exact")]),
        ("more than 5 but fewer than 10 staff", [("more than 5 but fewer than 10", "5", "10", "staff", "range")]),
        (
            "5000 or more than 4500",
            [("5000", "5000", "5000", None, "exact"), ("more than 4500", "4500", None, None, "more_than")],
        ),
        (">30 boats", [(">30", "30", None, "boat", "more_than")]),
        ("≤ 100", [("≤ 100", None, "100", None, "up_to")]),
        # A bound behind the noun holds too.
        ("10 pages or less", [("10", None, "10", "page", "up_to")]),
        ("10 old pages or more", [("10", "10", None, "page", "at_least")]),
        ("over 10 pages or more", [("over 10", "10", None, "page", "more_than")]),
        ("10 pages or books", [("10", "10", "10", "page", "exact")]),
        # Before a range a bound leaves one of its ends open.
        ("at least 30-40 boats", [("at least 30-40", "30", None, "boat", "at_least")]),
        ("up to 30-40 boats", [("up to 30-40", None, "40", "boat", "up_to")]),
        ("about 30-40 boats", [("about 30-40", "30", "40", "boat", "range")]),
    ],
)
def test_bounds_and_ranges(text: str, expected: list[object]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("joint", [" but ", ", but ", " and ", ", "])
def test_a_number_and_a_date_are_no_range(joint: str) -> None:
    found = mentions(f"It had more than 5000{joint}by the end of the 17th century fewer")
    assert [value.kind for value in found] == ["number", "date"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5,181", "5181"),
        ("100,000.0", "100000"),
        (".77", "0.77"),
        ("0.5", "0.5"),
        ("-504", "-504"),
        ("10k", "10000"),
        ("3M", "3000000"),
        ("minus forty", "-40"),
        ("one hundred and six", "106"),
        ("twenty-one trillion", "21000000000000"),
        ("30 lakh", "3000000"),
        ("three lakh crore", "3000000000000"),
        ("seven hundred twenty-one thousand and twelve", "721012"),
        ("three billions", "3000000000"),
        ("two hundred point zero three", "200.03"),
        ("4 thousand 3 hundred and 21", "4321"),
        ("9 hundred and 14", "914"),
        ("3 lakh and four hundred", "300400"),
        ("2 million and seven hundred", "2000700"),
        ("hundred thousand", "100000"),
        ("7 and a half", "7.5"),
        ("12 and a quarter million", "12250000"),
        ("two and a half million", "2500000"),
        ("three and a quarter million", "3250000"),
        ("one million and a half", "1500000"),
        ("forty-two and a third", "42.333333333333333"),
        ("two thirds", "0.666666666666667"),
        ("three-quarters", "0.75"),
        ("one-fourth", "0.25"),
        ("a fifth", "0.2"),
        ("half a dozen", "6"),
        ("two thirds of a million", "666666.666666667"),
        ("half a million", "500000"),
        ("1/4", "0.25"),
        ("2½", "2.5"),
        ("⅔", "0.6666666666666666666666666667"),
        ("6.23x10^-4", "0.000623"),
        ("１２，５００", "12500"),
        ("1\u202f250\u202f000", "1250000"),
        ("12\u00ad500", "12500"),
    ],
)
def test_numbers_in_figures_and_words(written: str, value: str) -> None:
    found = only(f"It was {written}.")
    assert (found.kind, found.low, found.high) == ("number", value, value)


@pytest.mark.parametrize(
    "text",
    [
        "one of the best",
        "One could say so.",
        "the two of them",
        "no one came",
        "this one is better",
        "one day he left",
        "One by one they went.",
        "on the one hand",
        "between the two",
        "Of the million reasons",
        "a few of us",
        "several people",
        "many ships",
        "both were late",
        "seconded to the navy",
        "the Seven Years' War",
        "the Three Mile Island site",
        "an even hand",
        "often",
        "the first of its sort",
    ],
)
def test_nothing_is_counted(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "studies [17], [12][3] and [ 4 ]",
        "Pub. L. No. 94-329",
        "P.L. 87-195",
        "HR 1810",
        "S. 647 and H.R. 12",
        "Section 331",
        "(page 15)",
        "pages 12-15",
        "Chapter 5, part II",
        "Public Law 480",
        "Executive Order 10973",
        "the F/A-18",
        "(PMA-265)",
        "COVID-19",
        "call 555-0142",
        "tel. +44 20 7946 0958",
        "ISBN 978-3-16-148410-0",
        "at 51°12′41″N 14°38′27″W",
        "51.21139; -14.64083",
        "version 2.4.1",
        "see http://a.example/2019/12",
        "write to b12@c.example",
        "images/t_1930.jpg",
        'width="119"',
        "id 4f1e2a77",
        "at John 10:30",
        "version 2.10",
        "version 3 was out",
        "Ubuntu 22.04 and Debian 12",
        "Bluetooth 5.0",
        "import six",
        "Six is a Python library.",
        "538 says that the north leans left.",
        "According to 538, it is close.",
        "538's model",
        "chapter 8-2",
        "an 8-2 room",
        "See 12c and 12p.",
        "Flat 12p is empty",
        "The Calder 5c was sold here.",
        "the 12c section",
        "1. Harbour",
        "Route 66",
        "a Boeing 747",
        "students3",
        "the 64th Division",
        "#5",
        "§ 12",
        "No. 7",
        "Room 12",
        "Windows 11",
        "(3)",
        "UTC+8",
        "post_id: 2212",
        "known as Explorer 53, a probe",
        "registered 9V-STU",
        "built by one Samuel Green",
    ],
)
def test_numbers_that_name_something(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in 1961.[12] Later", "1961"),
        ("rose to 500[3] boats", "500"),
        ("1,300+ staff[7]", "1300"),
        ("He served 34 terms.[3][4]", "34"),
    ],
)
def test_marks_fused_to_a_value(text: str, value: str) -> None:
    assert (only(text).low or "").startswith(value)


def test_a_wrapped_line_goes_on() -> None:
    text = "The harbour board reported in its yearly account that about\n70 boats had been repaired."
    assert rows(text) == [("about\n70", "70", "70", "boat", "about")]
    cut = "The harbour board has repaired many boats, in fact more than\nIn 1990 it stopped."
    assert [m.text for m in mentions(cut)] == ["1990"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("450 pupils3 in all", [("450", "450", "450", "pupil", "exact")]),
        ("450 pupils³ in all", [("450", "450", "450", "pupil", "exact")]),
        ("7.5m people", [("7.5m", "7500000", "7500000", "person", "exact")]),
        ("5m new jobs", [("5m", "5000000", "5000000", "job", "exact")]),
        ("7,5 million people", [("7,5 million", "7500000", "7500000", "person", "exact")]),
        ("1.234,56 people", []),
        ("2.000.000 people", [("2.000.000", "2000000", "2000000", "person", "exact")]),
        ("100-odd people", [("100-odd", "100", "100", "person", "about")]),
        ("100-plus people", [("100-plus", "100", None, "person", "at_least")]),
        ("2000-plus people", [("2000-plus", "2000", None, "person", "at_least")]),
        ("2000–3000 people", [("2000–3000", "2000", "3000", "person", "range")]),
        ("20 Harbour Street flats", [("20", "20", "20", "flat", "exact")]),
        ("20 Harbour Street, Lundby", [("20", "20", "20", None, "exact")]),
        ("three hundred Cr", [("three hundred Cr", "3000000000", "3000000000", None, "exact")]),
        ("1 point 1", [("1 point 1", "1.1", "1.1", None, "exact")]),
        ("above 1000 and below 1500", [("above 1000 and below 1500", "1000", "1500", None, "range")]),
        (
            "above one quarter and below a half",
            [("above one quarter and below a half", "0.25", "0.5", None, "range")],
        ),
        (
            "In 1,2,3 steps",
            [("1", "1", "1", None, "exact"), ("2", "2", "2", None, "exact"), ("3", "3", "3", "step", "exact")],
        ),
    ],
)
def test_counts_in_other_dress(text: str, expected: list[object]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on the iPhone 12 and others",
        "22 U.S.C. 2151",
        "Article 5(3)",
        "sections 5(3) and 6(1)",
        "E.O. 12958",
        "192.168.100.200",
        "a 403 error",
        "a 201 response.",
        "varchar(255) is long",
        "open 24x7",
    ],
)
def test_names_count_nothing(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "written", "low", "unit"),
    [
        ("- 312 models were shown", "312", "312", "model"),
        ("- two hundred ships", "two hundred", "200", "ship"),
        ("twenty  five  ships", "twenty  five", "25", "ship"),
        ("two  hundred  and  six ships", "two  hundred  and  six", "206", "ship"),
        ("two  hund\u00adred  and   six ships", "two  hund\u00adred  and   six", "206", "ship"),
        ("three hundred and two dozen eggs", "three hundred and two dozen", "324", "egg"),
        ("three hundred and two dozens", "three hundred and two dozens", "324", None),
        ("two hundred dozens", "two hundred dozens", "2400", None),
        ("300 maximum occupancy", "300", "300", None),
        ("- 1 4/5", "- 1 4/5", "-1.8", None),
        ("538 people say so", "538", "538", "person"),
        ("403 errors", "403", "403", "error"),
        ("403 error messages", "403", "403", "message"),
        ("Tarn(255) is long", "255", "255", None),
    ],
)
def test_numbers_in_other_dress(text: str, written: str, low: str, unit: str | None) -> None:
    assert rows(text) == [(written, low, low, unit, "exact")]


@pytest.mark.parametrize(
    "text",
    [
        "one billion billion billion billion",
        "999999999999999999999999 billion ships",
        "$10 billion billion billion billion",
        "billion " * 5000,
        "one " + "hundred billion " * 3000,
    ],
)
def test_a_number_beyond_all_measure_is_none(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize("text", ["The bill passed 8-2.", "They approved it 7-0.", "a 5-4 majority", "the 6-3 split"])
def test_votes_are_scores(text: str) -> None:
    assert [m.kind for m in mentions(text)] == ["score"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The switch is new in 0.17, and gone.", []),
        ("It reads files since 2.4.", []),
        ("In 0.17 the switch went.", []),
        ("It is better in 0.17 and slow.", []),
        ("A loss in 0.5 per cent", ["0.5 per cent"]),
        ("It came in 2.5 hours.", ["2.5 hours"]),
        ("A rise in 1.5 or 2.5 parts", ["1.5", "2.5"]),
        ("It rose in 2.5 million homes", ["2.5 million"]),
        ("It rose by 0.17.", ["0.17"]),
        ("Full text of 26 U.S. Code § 6103", []),
        ("Paragraphs 48 and 49 say so", []),
        ("26 U.S. ships", ["26"]),
    ],
)
def test_versions_and_parts_of_laws_are_no_numbers(text: str, values: list[str]) -> None:
    assert [m.text for m in mentions(text)] == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("the office at 1950 W. Harrow", None),
        ("the office at 220 N. Elm Street", None),
        ("a lamp of 60 W. The other is broken.", "watt"),
        ("a lamp of 60 W.", "watt"),
        ("a lamp of 60 W at Harrow", "watt"),
    ],
)
def test_streets_that_run_west_are_no_power(text: str, unit: str | None) -> None:
    (found,) = mentions(text)
    assert found.unit == unit
