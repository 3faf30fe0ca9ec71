"""What the figures, places and durations of one sentence have to do with each other, on both sides of each reach."""

from __future__ import annotations

import pytest

from checker.model.claim import Claim
from checker.model.qualifiers import DateNearby, Divided, DurationContext, NamedPart, Ranking, Restatement
from tests.rules.told import Told, rule_input


def claims_of(sentence: str, attributes: dict[str, str], subject: str = "marlow") -> dict[str, Claim]:
    found = {c.value.text: c for c in rule_input([Told(sentence, attributes, subject=subject)]).claims.values()}
    assert set(found) == set(attributes)
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is 14 miles (22.5 km) long.", Restatement("14 miles", True)),
        ("It is 14 miles [22.5 km] long.", Restatement("14 miles", True)),
        ("It is 14 miles (22.5 km; in spring less) long.", Restatement("14 miles", True)),
        ("It is 14 miles (22.5 km from Lundby) long.", None),
        ("It is 14 miles (22.5 km, it is said) long.", None),
        ("It is 14 miles (in the dry season 22.5 km) long.", None),
        ("It is 14 miles or 22.5 km long.", Restatement("14 miles")),
        ("It is 14 miles, that is 22.5 km, long.", Restatement("14 miles")),
        ("It is 14 miles, not 22.5 km, long.", None),
        ("It is 14 miles (to that is or to that 22.5 km) long.", Restatement("14 miles", True)),
        ("It is 14 miles (to that is or to that is 22.5 km) long.", None),
    ],
)
def test_a_measure_said_again(sentence: str, expected: Restatement | None) -> None:
    found = claims_of(sentence, {"14 miles": "length", "22.5 km": "length"})
    assert found["22.5 km"].qualifiers.restates == expected
    assert found["14 miles"].qualifiers.restates is None


@pytest.mark.parametrize(("left", "right"), [("14 miles", "22.5 miles"), ("14 miles", "22.5 kg")])
def test_what_no_conversion_can_give_is_none(left: str, right: str) -> None:
    found = claims_of(f"It is {left} ({right}) long.", {left: "length", right: "length"})
    assert found[right].qualifiers.restates is None


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("The density is 310 per km2.", "310", "square kilometre"),
        ("The density is 310/sq mi.", "310", "square mile"),
        ("The density is 310 in all.", "310", None),
        ("The density is 310 per kmx.", "310", None),
        (f"The density is 310 {'x' * 17} per km2.", "310", "square kilometre"),
        (f"The density is 310 {'x' * 19} per km2.", "310", None),
        ("The cost per student was $4,000.", "$4,000", "student"),
        ("The cost per student per year was $4,000.", "$4,000", "year"),
        (f"The cost per student {'x' * 7} was $4,000.", "$4,000", "student"),
        (f"The cost per student {'x' * 12} was $4,000.", "$4,000", None),
        ("The cost of each student was $4,000.", "$4,000", None),
        ("The cost was $4,000 as per", "$4,000", None),
    ],
)
def test_what_a_figure_is_for_one_of(sentence: str, value: str, expected: str | None) -> None:
    assert claims_of(sentence, {value: "figure"})[value].qualifiers.per == expected


def parts(sentence: str, *figures: str) -> list[tuple[NamedPart, ...]]:
    found = claims_of(sentence, dict.fromkeys(figures, "share"))
    return [found[figure].qualifiers.parts for figure in figures]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Of the staff 43% are women and 57% are men.", [("women", "plain"), ("men", "plain")]),
        ("Women were 43% and men were 57%.", [("women", "plain"), ("men", "plain")]),
        ("Of it 43% of the residents are women and 57% are men.", [("women", "of"), ("men", "plain")]),
        ("Of it 43% went sailing as women and 57% are men.", [("women", "wordy"), ("men", "plain")]),
        ("There 43% of women can read and 57% of men.", []),
        ("There 43% of all women can read and 57% of the men.", []),
        ("There 43% among women can read and 57% among the men.", []),
        ("There 43% of rich women and 57% of men.", []),
        ("Of the staff 43% are women and 57% are women.", []),
        ("Of the staff 43% are women and 57% are tall.", []),
        ("Of the staff 43%; women are 57% here.", []),
    ],
)
def test_the_parts_that_figures_are(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = parts(sentence, "43%", "57%")
    assert found == [(NamedPart("sex", part, reach),) for part, reach in expected] or (found, expected) == (
        [(), ()],
        [],
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There were 12 deaths: 7 men and 5 women.", Divided("12", "all")),
        ("There were 12 deaths (7 men and 5 women).", Divided("12", "all")),
        ("There were 12 deaths, 7 men and 5 women.", Divided("12", "bare")),
        ("There were 12 deaths - 7 men and 5 women.", Divided("12", "bare")),
        ("There were 12 deaths, of whom 7 men and 5 women.", Divided("12", "all")),
        ("There were 12 deaths, including 7 men and 5 women.", Divided("12", "partly")),
        ("There were 12 deaths among 7 men and 5 women.", None),
        ("There were 12 deaths; 7 men and 5 women.", None),
        (f"There were 12 deaths {'so ' * 7}: 7 men and 5 women.", Divided("12", "all")),
        (f"There were 12 deaths {'so ' * 8}: 7 men and 5 women.", None),
        ("There were 12 deaths: 7 by day and 5 by night.", Divided("12", "all")),
        ("There were 12 deaths, 7 by day and 5 by night.", None),
    ],
)
def test_the_figure_that_parts_are_of(sentence: str, expected: Divided | None) -> None:
    found = claims_of(sentence, {"12": "deaths", "7": "deaths", "5": "deaths"})
    assert found["7"].qualifiers.divides == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Of these, 7 were men and 5 women.", True),
        ("Of 7 men and 5 women", False),
        ("Most of these 7 were men and 5 women.", False),
        ("Of these, 7 came by day and 5 by night.", False),
    ],
)
def test_parts_of_a_figure_before(sentence: str, expected: bool) -> None:
    assert claims_of(sentence, {"7": "crew", "5": "crew"})["7"].qualifiers.divides_earlier is expected


@pytest.mark.parametrize(("noun", "expected"), [("literacy", True), ("share", False)])
def test_rates_of_each_group(noun: str, expected: bool) -> None:
    found = claims_of(f"The {noun} is 43% for women and 57% for men.", {"43%": "share", "57%": "share"})
    assert [c.qualifiers.own_rates for c in found.values()] == [expected, expected]


@pytest.mark.parametrize(("between", "expected"), [(", ", True), (" / ", True), (" and ", False)])
def test_ranges_that_are_one_expression(between: str, expected: bool) -> None:
    first, second = "1990 to 1994", "1994 to 1998"
    found = claims_of(f"Terms: {first}{between}{second}.", {first: "held", second: "held"})
    assert (found[first].qualifiers.continues, found[second].qualifiers.continues) == (False, expected)


LONGEST = ("bridg", "longest", "tern")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is the third longest bridge in Tern.", Ranking(LONGEST)),
        ("Marlow is the third longest bridge in Tern.", Ranking(LONGEST, named=True)),
        ("It was the third longest bridge in Tern.", Ranking(LONGEST, past=True)),
        ("It is joint third longest bridge in Tern.", Ranking(("bridg", "joint", "longest", "tern"), joint=True)),
        ("It is the third longest bridge in Tern, a long way from here, together with another.", Ranking(LONGEST)),
        ("It is the third longest bridge.", None),
        ("It came third west of the old bridge in Tern.", None),
        ("It came third in the Ardle Post survey.", Ranking(("ardl", "post", "survey"))),
        ("It came third in the survey.", None),
        ("It came third in the Ardle Post.", None),
        ("It came third, in the Ardle Post survey.", None),
    ],
)
def test_the_set_of_a_place(sentence: str, expected: Ranking | None) -> None:
    assert claims_of(sentence, {"third": "rank"})["third"].qualifiers.ranking == expected


@pytest.mark.parametrize(
    ("sentence", "joint"),
    [
        (f"It is third longest bridge in Tern {'x' * 10} joint.", True),
        (f"It is third longest bridge in Tern {'x' * 11} joint.", False),
        (f"A joint {'x' * 33} third longest bridge in Tern", True),
        (f"A joint {'x' * 34} third longest bridge in Tern", False),
    ],
)
def test_how_far_from_a_place_it_is_said_to_be_shared(sentence: str, joint: bool) -> None:
    ranking = claims_of(sentence, {"third": "rank"})["third"].qualifiers.ranking
    assert ranking is not None and ranking.joint is joint


@pytest.mark.parametrize(("name", "versions"), [("Mi", ()), ("Mil", ("2.4",))])
def test_how_long_the_name_is_before_a_version(name: str, versions: tuple[str, ...]) -> None:
    found = claims_of(f"{name} 2.4 has 300 copies.", {"300": "copies"}, subject=name.lower())
    assert found["300"].subject_name == name
    assert found["300"].qualifiers.versions == versions


def context(sentence: str, *dates: str, duration: str = "61 years") -> DurationContext:
    found = claims_of(sentence, {duration: "age", **dict.fromkeys(dates, "died")})
    lasting = found[duration].qualifiers.lasting
    assert lasting is not None
    return lasting


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She died in 1932 at the age of 61 years.", DateNearby("1932", True)),
        (f"In 1932 {'of ' * 9}61 years", DateNearby("1932", True)),
        (f"In 1932 {'of ' * 10}61 years", DateNearby("1932")),
        ("She died in 1932 and 61 years", DateNearby("1932")),
        ("She died in 1932; 61 years", DateNearby("1932")),
        ("She died in 1932 when 61 years had passed", DateNearby("1932")),
        ("She died in 1932, leaving a son of 61 years.", DateNearby("1932", False, ("leav", "son"))),
        ("After 61 years with Corran it closed in 1932.", DateNearby("1932", False, ("corran", "close"))),
    ],
)
def test_the_date_of_a_duration(sentence: str, expected: DateNearby) -> None:
    assert context(sentence, "1932").dates == (expected,)


def test_a_date_that_many_words_part_from_a_duration_is_left_out() -> None:
    telling = ["rowed", "sailed", "walked", "slept", "sang", "fished", "baked", "painted", "mended", "sewed"]
    assert len(context(f"In 1932 {' '.join(telling[:9])} 61 years", "1932").dates) == 1
    assert context(f"In 1932 {' '.join(telling)} 61 years", "1932").dates == ()


@pytest.mark.parametrize(
    ("sentence", "before", "behind"),
    [
        ("Ada Corran died aged 61 years, leaving a son.", ("die",), ("leav",)),
        ("Ada Corran sang and died aged 61 years.", ("die",), ()),
        ("Ada Corran died in 7 parts aged 61 years.", ("part",), ()),
        ("Ada Corran died, 7 of 61 years.", (), ()),
        ("For 61 years when she died", (), ("die",)),
        ("For 61 years after she died", (), ()),
        ("For 61 years Ada Corran rowed and sang", (), ("ada", "corran", "row")),
        (f"61 years {'of ' * 8}rowing", (), ("row",)),
        (f"61 years {'of ' * 9}rowing", (), ()),
    ],
)
def test_the_words_that_tell_of_a_duration(sentence: str, before: tuple[str, ...], behind: tuple[str, ...]) -> None:
    found = context(sentence)
    assert (found.before[: len(before) or None], found.behind) == (before, behind)


@pytest.mark.parametrize(
    ("sentence", "tells", "others"),
    [
        ("Marlow sang for 61 years.", ("sang",), False),
        ("Marlow sang for 61 years with Corran.", ("sang",), True),
        ("Marlow was aged 61 years.", (), False),
        ("Marlow sang for 61 years before the war.", None, False),
        ("Marlow sang after 61 years.", None, False),
    ],
)
def test_a_sentence_of_a_duration_alone(sentence: str, tells: tuple[str, ...] | None, others: bool) -> None:
    found = context(sentence)
    assert (found.alone, found.tells, found.others) == (tells is not None, tells or (), others)


@pytest.mark.parametrize(("more", "alone"), [("", True), (" dug", False)])
def test_how_much_a_sentence_of_a_duration_tells(more: str, alone: bool) -> None:
    telling = "rowed sailed walked slept sang fished baked painted mended sewed rode ran"
    found = context(f"Marlow {telling}{more} for 61 years.")
    assert (found.alone, len(found.tells)) == (alone, 12 if alone else 0)


@pytest.mark.parametrize(
    ("sentence", "duration", "alone"),
    [
        ("Marlow sang in three centuries.", "three centuries", False),
        ("Marlow sang for three centuries.", "three centuries", True),
        ("Marlow sang in 61 years.", "61 years", True),
    ],
)
def test_what_falls_in_a_long_time(sentence: str, duration: str, alone: bool) -> None:
    assert context(sentence, duration=duration).alone is alone
