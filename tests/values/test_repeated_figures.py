"""A number written twice, in words and in figures, is one value with its unit; another number in brackets is not."""

import pytest

from tests.values.stated import Row, mentions, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opens at least eight (8) hours a day.", ("at least eight (8) hours", "8", None, "hour", "at_least")),
        ("within thirty (30) days of the vote", ("within thirty (30) days", None, "30", "day", "up_to")),
        ("They pay five (5) % of the rent.", ("five (5) %", "5", "5", "percent", "exact")),
        ("They pay five (5) percent of the rent.", ("five (5) percent", "5", "5", "percent", "exact")),
        ("It runs for ten (10) working days.", ("ten (10) working days", "10", "10", "day", "exact")),
        ("A fee of three hundred (300) euros is due.", ("three hundred (300) euros", "300", "300", "EUR", "exact")),
        ("The quay is five (5) kilometres long.", ("five (5) kilometres", "5", "5", "kilometre", "exact")),
        ("A term of one (1) year follows.", ("one (1) year", "1", "1", "year", "exact")),
        ("It lasts 8 (eight) hours.", ("8 (eight) hours", "8", "8", "hour", "exact")),
        ("It lasts twenty-five (25) minutes.", ("twenty-five (25) minutes", "25", "25", "minute", "exact")),
        ("They owe one thousand five hundred (1,500) euros.", ("one thousand five hundred (1,500) euros",
         "1500", "1500", "EUR", "exact")),
    ],
)  # fmt: skip
def test_one_value_with_its_unit(text: str, expected: Row) -> None:
    assert rows(text)[:1] == [expected]


@pytest.mark.parametrize(
    ("text", "written", "noun"),
    [
        ("It has two (2) wardens.", "two", "wardens"),
        ("It has seven (7) members of the board.", "seven", "members"),
    ],
)
def test_what_is_counted_stands_behind_the_brackets(text: str, written: str, noun: str) -> None:
    (mention,) = mentions(text)
    assert (mention.kind, mention.noun) == ("count", noun)
    assert mention.text.startswith(written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A note, another number and a list mark are no second writing.
        ("It lasts eight (9) hours.", [("eight", "8", "8", None, "exact")]),
        ("The sum is twelve (12).", [("twelve", "12", "12", None, "exact")]),
        ("They sold 40 (12 in Lund).", [("40", "40", "40", None, "exact"), ("12", "12", "12", None, "exact")]),
        ("It took 8 (eighteen) hours.", [("8", "8", "8", None, "exact"), ("eighteen", "18", "18", None, "exact")]),
    ],
)
def test_another_number_in_brackets(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
