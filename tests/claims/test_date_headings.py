"""A date over a text dates what is told below it."""

from __future__ import annotations

import pytest

from tests.readings import claims, told

COLLEGE = "# Calder College\n\nCalder College is a college in Tarn Hill.\n\n"
YEARS = COLLEGE + "1936\n\nA fire destroyed the north hall. Osier Hall was opened. 11 students died.\n\n"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (YEARS, ("Osier Hall", "opened", "1936")),
        (YEARS + "1940\n\nThe Pell Library was founded.\n", ("Pell Library", "founded", "1940")),
    ],
)
def test_dated_by_the_heading(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (COLLEGE + "1936\n\nOsier Hall was opened in 1934.\n", ("Osier Hall", "opened", "1936")),
        (YEARS + "## Grounds\n\nTarn Hall was opened.\n", ("Tarn Hall", "opened", "1936")),
        (COLLEGE + "1936\n\nThe school grew fast.\n", ("Calder College", "founded", "1936")),
    ],
)
def test_not_dated_by_the_heading(text: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in told(text)


def test_what_is_counted_below_a_date_holds_then() -> None:
    counted = [c for c in claims(YEARS) if c.value.text.startswith("11")]
    assert [c.scope.time for c in counted] == ["1936"]


def test_the_evidence_holds_the_date() -> None:
    dated = [c for c in claims(YEARS) if c.value.text == "1936"]
    assert dated and all("1936" in c.evidence.quote for c in dated)


@pytest.mark.parametrize(
    ("date", "characters", "dated"),
    [
        ("1936", 100, True),
        ("1936", 101, False),
        ("### 1936", 101, False),
        ("## 1936", 101, True),
    ],
)
def test_a_date_between_a_title_and_its_text_is_when_it_was_published(date: str, characters: int, dated: bool) -> None:
    text = "It has 40 beds" + " so" * 40
    found = told(f"# Calder College\n\n{date}\n\nOsier Hall was opened.\n\n{text[: characters - 1]}.\n")
    assert "40" in {value for _, _, value in found}
    assert (("Osier Hall", "opened", "1936") in found) is dated


@pytest.mark.parametrize(("characters", "time"), [(79, "2022"), (80, None)])
def test_how_long_a_line_is_that_tells_the_period_of_figures(characters: int, time: str | None) -> None:
    lead = "Key figures for 2022 ".ljust(characters - 1, "x") + ":"
    figures = list(claims(f"# Bruma Steel\n\nBruma Steel is a maker.\n\n{lead}\n\n- Employees: 40\n- Mills: 5\n"))
    assert [(c.value.text, c.scope.time) for c in figures if c.attribute == "employees"] == [("40", time)]


@pytest.mark.parametrize(
    ("heading", "claim"),
    [
        ("Open evening, 14 March 2023", ("Calder College, Open evening", "date", "14 March 2023")),
        ("Open evening - 14 March", ("Calder College, Open evening", "date", "14 March")),
        ("2023-03-14: Open evening", ("Calder College, Open evening", "date", "2023-03-14")),
    ],
)
def test_a_day_in_a_heading_that_names_what_was_then(heading: str, claim: tuple[str, str, str]) -> None:
    assert claim in told(f"{COLLEGE}## {heading}\n\nIt drew 40 people.\n")


@pytest.mark.parametrize(
    "heading",
    [
        "14 March 2023",
        "Tuesday 14 March 2023",
        "Updated 14 March 2023",
        "Costs of 2023",
        "Open evenings, March 2023",
        "Open evening for all who want to see the new north hall, 14 March 2023",
    ],
)
def test_a_heading_of_no_such_day(heading: str) -> None:
    found = told(f"{COLLEGE}## {heading}\n\nIt drew 40 people.\n")
    assert "40" in {value for _, _, value in found}
    assert not {value for _, attribute, value in found if attribute == "date"}


def test_the_day_of_a_release_whose_log_names_no_product() -> None:
    log = "# Changelog\n\n## 2.1.0 - 14 March 2023\n\n- Weaves 30 rows\n"
    assert ("Changelog, 2.1.0", "released", "14 March 2023") in told(log)
