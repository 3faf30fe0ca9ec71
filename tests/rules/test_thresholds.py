"""Each threshold of the rules, and of what they read of a claim, from both sides."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from checker.language.words import stem
from checker.model.claim import Claim, Scope
from checker.model.rule_input import RuleInput
from checker.rules.date_pairs import Dates
from checker.rules.intervals import slack
from checker.rules.sentence_context import context_of, dates_beside
from tests.rules.told import Told, findings, recommended_rule, relations, rule, rule_input

YEARS = {"$50 million": 2000, "$90 million": 2008}
CHANGE = rule("change")


def of_year(claim: Claim, year: int) -> Claim:
    return replace(claim, scope=Scope(time=str(year), low=f"{year}-01-01", high=f"{year}-12-31"))


def in_years(known: RuleInput, years: dict[str, int]) -> RuleInput:
    """The input, each amount of money held for the year that its text has in ``years``."""
    claims = {i: of_year(c, years[c.value.text]) if c.value.text in years else c for i, c in known.claims.items()}
    assert {c.value.text for c in claims.values()} >= set(years)
    return replace(known, claims=claims)


def between_amounts(sentence: str) -> list[str]:
    told = Told(sentence, {"$50 million": "budget", "$90 million": "budget", "60%": "growth"})
    return relations(CHANGE, in_years(rule_input([told]), YEARS))


@pytest.mark.parametrize(("gap", "expected"), [(54, ["conflict"]), (55, [])])
def test_the_direction_stands_before_a_change(gap: int, expected: list[str]) -> None:
    assert between_amounts(f"$50 million, $90 million; grew {'x' * gap} 60%") == expected


@pytest.mark.parametrize(("gap", "expected"), [(21, ["conflict"]), (22, [])])
def test_the_direction_stands_behind_a_change(gap: int, expected: list[str]) -> None:
    assert between_amounts(f"$50 million, $90 million; 60% {'x' * gap} up") == expected


@pytest.mark.parametrize(("gap", "expected"), [(47, ["conflict"]), (48, [])])
def test_a_yearly_change_says_so_close_behind(gap: int, expected: list[str]) -> None:
    phrase = "from last year"
    told = [
        Told("It had $50 million.", {"$50 million": "budget"}),
        Told(f"With $90 million it was up 60% {'x' * gap} {phrase}", {"$90 million": "budget", "60%": "growth"}),
    ]
    assert relations(CHANGE, in_years(rule_input(told), {"$50 million": 2007, "$90 million": 2008})) == expected


@pytest.mark.parametrize(("others", "expected"), [(63, "agree"), (64, "conflict")])
def test_how_many_amounts_are_looked_at(others: int, expected: str) -> None:
    told = [
        *(Told("It had $1 million.", {"$1 million": "budget"}) for _ in range(others)),
        Told("It had $50 million.", {"$50 million": "budget"}),
        Told("With $90 million it was up 80% from last year", {"$90 million": "budget", "80%": "growth"}),
    ]
    known = in_years(rule_input(told), {"$1 million": 2007, "$50 million": 2007, "$90 million": 2008})
    assert relations(CHANGE, known) == [expected]


@pytest.mark.parametrize(
    ("first", "last", "change", "expected"),
    [
        ("$5 million", "$8.12 million", "61%", "agree"),
        ("$5 million", "$8.13 million", "61%", "conflict"),
        ("$101 million", "$5,050 million", "4,905%", "agree"),
        ("$101 million", "$5,050 million", "4,906%", "conflict"),
    ],
)
def test_rounding_of_the_ends_moves_a_change(first: str, last: str, change: str, expected: str) -> None:
    told = Told(f"From {first} to {last}, grew {change}", {first: "budget", last: "budget", change: "growth"})
    assert relations(CHANGE, in_years(rule_input([told]), {first: 2000, last: 2008})) == [expected]


@pytest.mark.parametrize(("between", "expected"), [("x", ["agree"]), ("xy", [])])
def test_neighbouring_sentences(between: str, expected: list[str]) -> None:
    first, second = "From May 1990 to June 1994", "From June 1994 to 1998"
    told = [
        Told(f"{first} Ada Corran was mayor.", {first: "mayor"}, subject="corran"),
        Told(between, {}),
        Told(f"{second} it was Jane Marl.", {second: "held"}, subject="marl"),
    ]
    assert relations(recommended_rule("next-term"), rule_input(told)) == expected


@pytest.mark.parametrize(
    ("lead", "expected"), [("to that is or to that is", ["agree"]), ("to that is, or to that is", [])]
)
def test_a_conversion_stands_close(lead: str, expected: list[str]) -> None:
    sentence = f"It is 14 miles {lead} 22.5 km long."
    assert (
        relations(rule("conversion"), rule_input([Told(sentence, {"14 miles": "length", "22.5 km": "length"})]))
        == expected
    )


@pytest.mark.parametrize(("stated", "expected"), [("145 km", "agree"), ("144 km", "conflict")])
def test_a_round_measure(stated: str, expected: str) -> None:
    told = Told(f"It is 100 miles ({stated}) long.", {"100 miles": "length", stated: "length"})
    assert relations(rule("conversion"), rule_input([told])) == [expected]


@pytest.mark.parametrize(("stated", "expected"), [("1.58 km", "agree"), ("1.57 km", "conflict")])
def test_a_short_factor(stated: str, expected: str) -> None:
    told = Told(f"It is 1.000 miles ({stated}) long.", {"1.000 miles": "length", stated: "length"})
    assert relations(rule("conversion"), rule_input([told])) == [expected]


def dated(count: int, source: str) -> list[Told]:
    return [Told("It opened in 1907.", {"1907": "opened"}, source=source) for _ in range(count)]


def test_how_many_dates_are_looked_at() -> None:
    told = [*dated(20, "a"), Told("It lasted 3 years.", {"3 years": "stay"}), *dated(20, "a")]
    told += [one for other in ("b", "c", "d", "e", "f") for one in dated(20, other)]
    known = rule_input(told)
    near = Dates(known.of_kind["date"]).near(known.of_kind["duration"][0], ["opened"])
    assert sum(c.source == "a" for c in near) == 32
    assert sum(c.source == "b" for c in near) == 16
    assert sum(c.source != "a" for c in near) == 64 - 16  # those of the own source are among the first 64


@pytest.mark.parametrize(("distance", "expected"), [(600, 1), (601, 0)])
def test_how_far_around_a_date_is_looked_for(distance: int, expected: int) -> None:
    date, duration = "In 1907 it opened.", "3 years it lasted."
    filler = "x" * (distance + len("In ") - len(date) - 2)
    known = rule_input([Told(date, {"1907": "opened"}), Told(filler, {}), Told(duration, {"3 years": "stay"})])
    claim = known.of_kind["duration"][0]
    assert claim.value.start - known.of_kind["date"][0].value.start == distance
    assert len(Dates(known.of_kind["date"]).around(claim, ["opened"])) == expected


@pytest.mark.parametrize(("small", "expected"), [(8, 1), (9, 0)])
def test_how_far_the_word_for_a_date_stands(small: int, expected: int) -> None:
    known = rule_input(
        [Told("In 1932 it ended.", {"1932": "died"}), Told(f"61 years {'of ' * small}died", {"61 years": "age"})]
    )
    age, date = known.of_kind["duration"][0], known.of_kind["date"][0]
    assert len(dates_beside(age, [date], {"died": {stem("died")}})) == expected


@pytest.mark.parametrize(("small", "expected"), [(9, 1), (10, 0)])
def test_how_far_a_date_stands_beside_a_duration(small: int, expected: int) -> None:
    known = rule_input([Told(f"61 years {'of ' * small}1932", {"61 years": "age", "1932": "died"})])
    age, date = known.of_kind["duration"][0], known.of_kind["date"][0]
    assert len(dates_beside(age, [date], {})) == expected


def built(start: str, end: str, time: str) -> list[str]:
    entry = rule("elapsed", start="construction_started", end="opened", duration="construction_time")
    told = [
        Told(f"Work began in {start}.", {start: "construction_started"}),
        Told(f"It was opened in {end}.", {end: "opened"}),
        Told(f"The building of it took {time}.", {time: "construction_time"}),
    ]
    return relations(entry, rule_input(told))


@pytest.mark.parametrize(
    ("start", "end", "time", "expected"),
    [
        ("1 May 1900", "1 May 1915", "over ten years", ["agree"]),
        ("1 May 1900", "1 June 1916", "over ten years", []),
        ("1900", "1903", "3 years", ["agree"]),
        ("1 May 1900", "third quarter of 1900", "5 months", []),
        ("1 May 1900", "1 April 1966", "about 60 years", ["agree"]),
        ("1 May 1900", "1 June 1966", "about 60 years", []),
    ],
)
def test_what_bears_a_duration_out(start: str, end: str, time: str, expected: list[str]) -> None:
    assert [relation for relation in built(start, end, time) if relation == "agree"] == expected


def test_how_many_earlier_events_are_named() -> None:
    told = [Told("Born in 1871.", {"1871": "born"}) for _ in range(70)]
    (found,) = findings(
        recommended_rule("born-before-died"), rule_input([*told, Told("Died in 1869.", {"1869": "died"})])
    )
    assert [len(p.claims) for p in found.positions] == [1, 64]


def ranked(*sentences: str, subjects: tuple[str, ...] = ("mill", "mill")) -> list[str]:
    places = ("third", "fourth")
    told = [
        Told(s, {next(p for p in places if p in s): "rank"}, subject=who)
        for s, who in zip(sentences, subjects, strict=True)
    ]
    return relations(rule("ranking", rank=["rank"]), rule_input(told))


@pytest.mark.parametrize(("named", "expected"), [("quarry in Lundby", ["conflict"]), ("quarry", [])])
def test_how_many_words_name_a_set(named: str, expected: list[str]) -> None:
    assert ranked(f"It is the third largest {named}", f"It is the fourth largest {named}") == expected


@pytest.mark.parametrize(("small", "expected"), [(9, ["conflict"]), (10, [])])
def test_how_far_the_words_for_a_set_stand(small: int, expected: list[str]) -> None:
    named = f"largest quarry {'of ' * small}Lundby"
    assert ranked(f"It is the third {named}", f"It is the fourth {named}") == expected


@pytest.mark.parametrize(("gap", "expected"), [(33, []), (34, ["conflict"])])
def test_how_far_a_shared_place_says_so(gap: int, expected: list[str]) -> None:
    said = [f"{name} is joint {'x' * gap} third largest quarry in Lundby" for name in ("Mill", "Corran")]
    assert ranked(*said, subjects=("mill", "corran")) == expected


def density(people: list[str], gap: int = 0, shown: str = "310") -> list[str]:
    told = [Told(f"Population: {n}", {n: "population"}) for n in people]
    told += [Told("Area: 40 km2", {"40 km2": "land_area"})]
    told += [Told(f"Density: {shown} {'x' * gap}{' ' if gap else ''}per km2", {shown: "population_density"})]
    return relations(recommended_rule("density"), rule_input(told))


@pytest.mark.parametrize(("count", "expected"), [(16, ["agree"]), (17, [])])
def test_how_many_figures_a_ratio_may_be_made_of(count: int, expected: list[str]) -> None:
    assert density(["12,400"] * count) == expected


@pytest.mark.parametrize(("gap", "expected"), [(17, ["conflict"]), (19, [])])
def test_how_far_a_ratio_says_what_it_is_per(gap: int, expected: list[str]) -> None:
    assert density(["12,400"], gap, "270") == expected


@pytest.mark.parametrize(("shown", "expected"), [("301", ["agree"]), ("300.9", ["conflict"]), ("300.5", ["conflict"])])
def test_the_room_of_a_ratio_without_a_tolerance(shown: str, expected: list[str]) -> None:
    told = [
        Told("Population: 12,400", {"12,400": "population"}),
        Told("Area: 40 km2", {"40 km2": "land_area"}),
        Told(f"Density: {shown} per km2", {shown: "population_density"}),
    ]
    entry = rule("ratio", amount="population", over=["land_area"], ratio="population_density")
    assert relations(entry, rule_input(told)) == expected


@pytest.mark.parametrize(("women", "expected"), [("32%", ["conflict"]), ("31%", [])])
def test_shares_that_miss_a_hundred_by_far(women: str, expected: list[str]) -> None:
    told = Told(f"Of the crew {women} are women and 53% are men.", {women: "share", "53%": "share"})
    assert relations(recommended_rule("shares-sum"), rule_input([told])) == expected


@pytest.mark.parametrize(
    ("total", "men", "women", "expected"),
    [
        ("$10.1 million", "$6 million", "$4 million", ["agree"]),
        ("$9.9 million", "$6 million", "$4 million", []),
        ("990", "580", "411", ["conflict"]),
        ("1,990", "1,580", "411", ["agree"]),
    ],
)
def test_sums_that_rounding_explains(total: str, men: str, women: str, expected: list[str]) -> None:
    told = Told(f"{total}: {men} men and {women} women", {total: "crew", men: "crew", women: "crew"})
    assert relations(recommended_rule("parts-sum"), rule_input([told])) == expected


@pytest.mark.parametrize(("small", "expected"), [(9, ["conflict"]), (10, [])])
def test_how_far_the_name_of_a_part_stands(small: int, expected: list[str]) -> None:
    told = Told(f"43% {'the ' * small}women and 53% men.", {"43%": "share", "53%": "share"})
    assert relations(recommended_rule("shares-sum"), rule_input([told])) == expected


@pytest.mark.parametrize(
    ("said", "expected"), [("of the residents are", ["conflict"]), ("of the very many residents are", [])]
)
def test_how_far_a_share_says_what_it_is_of(said: str, expected: list[str]) -> None:
    told = Told(f"43% {said} women and 53% men.", {"43%": "share", "53%": "share"})
    assert relations(recommended_rule("shares-sum"), rule_input([told])) == expected


@pytest.mark.parametrize(
    ("unit", "stated", "room"),
    [("decade", 1, "0.25"), ("decade", 4, "0.5"), ("day", 100, "10"), ("day", 4, "1"), ("year", 100, "1")],
)
def test_the_room_of_a_duration(unit: str, stated: int, room: str) -> None:
    assert slack(unit, Decimal(stated), Decimal(1)) == Decimal(room)


@pytest.mark.parametrize(("words", "expected"), [(4, True), (5, False)])
def test_how_far_around_a_duration_words_are_looked_at(words: int, expected: bool) -> None:
    (claim,) = rule_input([Told(f"61 years {'of ' * words}ferry", {"61 years": "age"})]).claims.values()
    assert (stem("ferry") in context_of(claim).near) == expected


@pytest.mark.parametrize(("stated", "expected"), [("$1,140", ["agree"]), ("$1,150", ["conflict"])])
def test_the_room_of_a_round_figure_in_a_ratio(stated: str, expected: list[str]) -> None:
    told = [
        Told("The budget was $1 million.", {"$1 million": "budget"}),
        Told("The population was 1,003.", {"1,003": "population"}),
        Told(f"The budget per head was {stated}.", {stated: "budget"}),
    ]
    entry = rule("ratio", amount="budget", over=["population"], per=["head"])
    assert relations(entry, rule_input(told)) == expected


@pytest.mark.parametrize(("small", "expected"), [(2, ["agree"]), (3, [])])
def test_how_far_the_word_for_a_sum_stands(small: int, expected: list[str]) -> None:
    told = Told(f"580 men and 411 women, in total {'of ' * small}991", {"580": "crew", "411": "crew", "991": "crew"})
    assert relations(recommended_rule("parts-sum"), rule_input([told])) == expected
