"""A stated percent change is held against its end points, and the finding shows the sum."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.claim import Scope
from checker.model.finding import Finding
from checker.model.rule_input import RuleInput
from checker.pipeline import check_texts
from tests.readings import agreements, conflicts
from tests.rules.told import Told, relations, rule, rule_input


def changes(text: str) -> list[Finding]:
    """The conflicts over a percent change, sure or only possible; one sentence that states all is a constraint too."""
    found = check_texts({"a": text})
    return [one for one in (*found.findings, *found.possible) if one.kind == "change" and one.relation == "conflict"]


@pytest.mark.parametrize(
    ("text", "sum_line"),
    [
        (
            "The budget of the Tarn Ferry grew from $50 million in 2000 to $90 million in 2008, a 60% increase.",
            "($90 million - $50 million) / $50 million = 80%, stated: 60%",
        ),
        (
            "The budget of the Pell Museum fell from $8 million in 2000 to $6 million in 2008, a 40% decrease.",
            "($6 million - $8 million) / $8 million = -25%, stated: 40%",
        ),
        (
            "Enrolment at Calder rose from 1,600 students in 1998 to 2,400 students in 2008, a rise of 20 percent.",
            "(2,400 students - 1,600 students) / 1,600 students = 50%, stated: 20 percent",
        ),
        (
            "Membership of the Osier Club dropped from 500 members in 1990 to 400 members in 2000, a drop of 50%.",
            "(400 members - 500 members) / 500 members = -20%, stated: 50%",
        ),
        (
            "Revenue of Bruma Steel grew 70% from €1.0 billion in 2010 to €1.3 billion in 2018.",
            "(€1.3 billion - €1.0 billion) / €1.0 billion = 30%, stated: 70%",
        ),
    ],
)
def test_a_change_that_does_not_follow(text: str, sum_line: str) -> None:
    (finding,) = changes(text)
    assert (finding.rule, finding.severity) == ("percent-change", "warning")
    assert sum_line in finding.explanation
    assert sum_line.partition(" = ")[2].partition(",")[0] in finding.message
    assert len(finding.positions) == 2
    assert len(finding.claims) == 3


def test_end_points_of_other_sentences_leave_it_only_possible() -> None:
    text = (
        "Funding for the Corran Trust has increased 70 percent since 2000. In 2000 it received $50 million. "
        "The Corran Trust received $108 million in 2016."
    )
    report = check_texts({"a": text})
    assert not [one for one in report.findings if one.kind == "change"]
    (finding,) = [one for one in report.possible if one.kind == "change"]
    assert "($108 million - $50 million) / $50 million = 116%, stated: 70 percent" in finding.explanation
    assert len(finding.claims) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The budget of the Tarn Ferry grew from $50 million in 2000 to $80 million in 2008, a 60% increase.",
        "The budget of the Pell Museum fell from $8 million in 2000 to $6 million in 2008, a 25% decrease.",
        "Enrolment at Calder rose from 1,600 students in 1998 to 2,400 students in 2008, an increase of 50 percent.",
        "Revenue of Bruma Steel grew 30% from €1.0 billion in 2010 to €1.3 billion in 2018.",
        # Rounded in the text.
        "The budget of the Tarn Ferry grew from $51 million in 2000 to $80 million in 2008, a 57% increase.",
        "The budget of the Tarn Ferry grew from $51 million in 2000 to $80 million in 2008, an increase of about 60%.",
        "The budget of the Tarn Ferry grew from $50 million in 2000 to $108 million in 2016, a rise of more than 100%.",
    ],
)
def test_a_change_that_follows(text: str) -> None:
    assert conflicts(text) == []
    (finding,) = [one for one in agreements(text) if one.kind == "change"]
    assert any(" = " in step and "stated: " in step for step in finding.explanation)


@pytest.mark.parametrize(
    "text",
    [
        # No end points.
        "The budget of the Tarn Ferry grew by 60% between 2000 and 2008.",
        # One end point.
        "The budget of the Tarn Ferry grew by 60% to $80 million in 2008.",
        # A share, no change.
        "In 2000 the Tarn Ferry spent $50 million, 60% of it on fuel, and in 2008 it spent $90 million.",
        # End points of another thing.
        "The budget of the Tarn Ferry grew by 60%. The Pell Museum spent $5 million in 2000 and $9 million in 2008.",
        # Another kind of value.
        "Sales of the Osier Club grew 60% from 2000 to 2008, when it had 900 members.",
    ],
)
def test_nothing_to_hold_it_against(text: str) -> None:
    assert changes(text) == []


def test_what_is_planned_is_no_end_point() -> None:
    text = "# Lundby\n\nLundby is a town. It had 55,020 inhabitants in 2010. "
    later = "By 2020 the population is projected to reach 63,000. Population growth from 2010 to 2020 was 6.2 percent."
    assert not conflicts(text + later)


CHANGE = rule("change")


def amount(value: str, year: int | None, sentence: str = "", source: str = "a", attribute: str = "budget") -> Told:
    time = None if year is None else str(year)
    return Told(sentence or f"It had {value}.", {value: attribute}, source=source, time=time)


def in_their_years(told: list[Told], places: dict[str, str] | None = None) -> RuleInput:
    """The input, each amount held for the whole of its year, and those of ``places`` for a place."""
    known = rule_input(told)
    claims = {
        i: replace(
            c,
            scope=Scope(
                c.scope.time,
                c.scope.time and f"{c.scope.time}-01-01",
                c.scope.time and f"{c.scope.time}-12-31",
                place=(places or {}).get(c.value.text),
            ),
        )
        for i, c in known.claims.items()
    }
    assert len(claims) == sum(len(t.attributes) for t in told)
    return replace(known, claims=claims)


SINCE = Told("It grew 70% since then.", {"70%": "growth"}, time="2000")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([amount("$50 million", 2000), SINCE, amount("$85 million", 2016)], ["agree"]),
        ([amount("$50 million", 2000), SINCE, amount("$108 million", 2016)], ["conflict"]),
        ([amount("$50 million", 2000), SINCE, amount("$85 million", 2016), amount("$108 million", 2016)], ["agree"]),
        ([amount("$50 million", 2000), SINCE, amount("$108 million", 2000)], []),
        ([amount("$50 million", 2001), SINCE, amount("$108 million", 2016)], []),
        ([amount("$50 million", 2000), SINCE, amount("$108 million", 1999)], []),
        ([amount("$50 million", 2000), SINCE, amount("€108 million", 2016)], []),
        ([amount("$0", 2000), SINCE, amount("$108 million", 2016)], []),
        ([amount("$50 million", 2000, source="b"), SINCE, amount("$108 million", 2016)], ["conflict"]),
        ([amount("$50 million", 2000), SINCE, amount("$108 million", 2016, source="b")], []),
        ([amount("$50 million", 2000), SINCE, amount("$108 million", 2016, attribute="spent")], ["conflict"]),
        ([amount("500", 2000), SINCE, amount("1,080", 2016)], ["conflict"]),
        ([amount("500", 2000), SINCE, amount("1,080", 2016, attribute="spent")], []),
        ([amount("$50 million", 2000), amount("$108 million", 2016)], []),
    ],
)
def test_the_ends_of_a_change_since_a_year(told: list[Told], expected: list[str]) -> None:
    assert relations(CHANGE, in_their_years(told)) == expected


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({}, ["conflict"]),
        ({"$50 million": "lundby"}, []),
        ({"$108 million": "lundby"}, []),
    ],
)
def test_what_holds_in_a_place_is_no_end_of_a_change_elsewhere(places: dict[str, str], expected: list[str]) -> None:
    told = [amount("$50 million", 2000), SINCE, amount("$108 million", 2016)]
    assert relations(CHANGE, in_their_years(told, places)) == expected


def both_ends(*others: Told, places: dict[str, str] | None = None) -> list[str]:
    """A change with both end points in its sentence, whose end other amounts may state anew."""
    sentence = "It grew 80% from $50 million to $80 million."
    known = in_their_years(
        [Told(sentence, {"80%": "growth", "$50 million": "budget", "$80 million": "budget"}), *others], places
    )
    years = {"$50 million": "2000", "$80 million": "2008"}
    claims = {
        i: replace(c, scope=Scope(y, f"{y}-01-01", f"{y}-12-31")) if (y := years.get(c.value.text)) else c
        for i, c in known.claims.items()
    }
    return relations(CHANGE, replace(known, claims=claims))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (amount("$90 million", 2008), ["agree"]),
        (amount("$90 million", None), ["agree"]),
        (amount("$90 million", 2009), ["conflict"]),
        (amount("$90 million", 2008, source="b"), ["conflict"]),
        (amount("$90 million", 2008, attribute="spent"), ["conflict"]),
        (amount("€90 million", 2008), ["conflict"]),
    ],
)
def test_another_figure_for_the_end_of_a_change(other: Told, expected: list[str]) -> None:
    assert both_ends(other) == expected


def test_another_figure_for_a_place_is_none_for_the_end() -> None:
    assert both_ends(amount("$90 million", 2008), places={"$90 million": "lundby"}) == ["conflict"]


def test_the_change_is_shown_to_one_place() -> None:
    text = "The budget of the Tarn Ferry grew from $50.00 million in 2000 to $66.17 million in 2008, a 60% increase."
    (finding,) = changes(text)
    assert finding.message.endswith("from $50.00 million to $66.17 million it is 32.3%: a")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("more than 60%", ["agree"]),
        ("more than 90%", ["conflict"]),
        ("at least 60%", ["agree"]),
        ("less than 60%", []),
        ("80.5%", ["agree"]),
        ("81.1%", ["conflict"]),
        ("about 82%", ["agree"]),
        ("84%", ["conflict"]),
    ],
)
def test_a_bound_and_rounding(stated: str, expected: list[str]) -> None:
    sentence = f"It grew {stated} from $50.00 million to $90.00 million."
    known = rule_input([Told(sentence, {stated: "growth", "$50.00 million": "budget", "$90.00 million": "budget"})])
    years = {"$50.00 million": "2000", "$90.00 million": "2008"}
    claims = {
        i: replace(c, scope=Scope(y, f"{y}-01-01", f"{y}-12-31")) if (y := years.get(c.value.text)) else c
        for i, c in known.claims.items()
    }
    assert relations(CHANGE, replace(known, claims=claims)) == expected


def last_year(*told: Told) -> list[str]:
    change = Told(
        "With $90 million it was up 80% from last year.", {"$90 million": "budget", "80%": "growth"}, time="2008"
    )
    return relations(CHANGE, in_their_years([*told, change]))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (amount("$50 million", 2007), ["agree"]),
        (amount("$60 million", 2007), ["conflict"]),
        (amount("$60 million", 2006), []),
        (amount("$60 million", None), []),
        (amount("$60 million", 2007, attribute="spent"), []),
        (amount("€60 million", 2007), []),
        (amount("$60 million", 2007, source="b"), ["conflict"]),
    ],
)
def test_the_amount_of_the_year_before(told: Told, expected: list[str]) -> None:
    assert last_year(told) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("2007-01-01", "2007-12-31", ["conflict"]),
        ("2006-07-01", "2007-06-30", ["conflict"]),
        ("2007-01-01", "2008-12-31", []),
    ],
)
def test_the_year_of_an_amount_is_that_of_its_last_day(low: str, high: str, expected: list[str]) -> None:
    change = Told(
        "With $90 million it was up 80% from last year.", {"$90 million": "budget", "80%": "growth"}, time="2008"
    )
    known = in_their_years([amount("$60 million", 2007), change])
    claims = {
        i: replace(c, scope=replace(c.scope, low=low, high=high)) if c.value.text == "$60 million" else c
        for i, c in known.claims.items()
    }
    assert relations(CHANGE, replace(known, claims=claims)) == expected


@pytest.mark.parametrize(
    ("start", "end", "stated", "expected"),
    [
        ("$50.000 million", "$90 million", "81.4%", ["agree"]),
        ("$50.000 million", "$90 million", "81.7%", ["conflict"]),
        ("$50.000 million", "$90.000 million", "81.4%", ["conflict"]),
        ("$50.0 million", "$90.000 million", "80.6%", ["agree"]),
        ("$50.0 million", "$90.000 million", "80.8%", ["conflict"]),
        ("$50.000 million", "$90.000 million", "80.6%", ["conflict"]),
    ],
)
def test_the_rounding_of_either_end(start: str, end: str, stated: str, expected: list[str]) -> None:
    known = rule_input(
        [Told(f"It grew {stated} from {start} to {end}.", {stated: "growth", start: "budget", end: "budget"})]
    )
    years = {start: "2000", end: "2008"}
    claims = {
        i: replace(c, scope=Scope(y, f"{y}-01-01", f"{y}-12-31")) if (y := years.get(c.value.text)) else c
        for i, c in known.claims.items()
    }
    assert relations(CHANGE, replace(known, claims=claims)) == expected
