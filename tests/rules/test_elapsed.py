"""Ages and durations against their dates: what agrees, what conflicts, and what must not be held together."""

from dataclasses import replace

import pytest

from tests.rules.told import Told, findings, recommended_rule, relations, rule, rule_input

BORN = Told("Ada Corran was born on 3 May 1871.", {"3 May 1871": "born"})
DIED = Told("Ada Corran died on 9 June 1932.", {"9 June 1932": "died"})
BUILT = rule("elapsed", start="construction_started", end="opened", duration="construction_time")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She died on 9 June 1932, aged 61.", ["agree"]),
        ("She died in Port Ellery on 9 June 1932 at the age of 61.", ["agree"]),
        ("Died: 9 June 1932 (aged 61)", ["agree"]),
        ("She died on 9 June 1932, aged 62.", ["conflict"]),
        ("She died on 9 June 1932, aged 26.", ["conflict"]),
        ("She died on 9 June 1932, leaving a son aged 26.", []),
        ("At the age of 26 she went to sea, and she died on 9 June 1932.", []),
        ("She died on 9 June 1932; her widower, aged 66, moved away.", []),
    ],
)
def test_age_in_the_sentence_of_the_death(sentence: str, expected: list[str]) -> None:
    age = next(word.strip(".,)") for word in sentence.split() if word.strip(".,)") in {"61", "62", "26", "66"})
    told = Told(sentence, {"9 June 1932": "died", age: "age"})
    assert relations(recommended_rule("age-at-death"), rule_input([BORN, told])) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She died in Port Ellery at the age of 61.", ["agree"]),
        ("She was 61 years old when she died.", ["agree"]),
        ("She was 70 years old when she died.", ["conflict"]),
        ("She was 26 years old when she went to sea.", []),
        ("She retired at the age of 26 and was a teacher until her death.", []),
    ],
)
def test_age_away_from_the_date(sentence: str, expected: list[str]) -> None:
    age = next(word.strip(".") for word in sentence.split() if word.strip(".").isdigit())
    text = f"{age} years old" if f"{age} years old" in sentence else age
    known = rule_input([BORN, DIED, Told(sentence, {text: "age"})])
    assert relations(recommended_rule("age-at-death"), known) == expected


def test_the_sum_is_shown_with_its_tolerance() -> None:
    told = Told("She died on 9 June 1932, aged 64.", {"9 June 1932": "died", "64": "age"})
    (found,) = findings(recommended_rule("age-at-death"), rule_input([BORN, told]))
    assert found.message == (
        "For Marlow, the text says 64 (age), but 3 May 1871 (born) to 9 June 1932 (died) is 61 years: a"
    )
    assert found.explanation[1:] == (
        "from 1871-05-03 to 1932-06-09",
        "61 years, stated: 64 (tolerance: 0 years)",
    )
    assert [p.value for p in found.positions] == ["64", "61 years"]


@pytest.mark.parametrize(
    "change",
    [
        {"binding": "topic"},
        {"modality": "negated"},
        {"modality": "projected"},
        {"subject": "holt"},
    ],
)
def test_a_weak_claim_contradicts_nothing(change: dict[str, str]) -> None:
    told = Told("She died on 9 June 1932, aged 64.", {"9 June 1932": "died", "64": "age"})
    known = rule_input([BORN, replace(told, **change)])
    assert relations(recommended_rule("age-at-death"), known) == []


def test_two_births_leave_open_which_one_counts() -> None:
    other = Told("Ada Corran was born in 1869.", {"1869": "born"})
    told = Told("She died on 9 June 1932, aged 70.", {"9 June 1932": "died", "70": "age"})
    assert relations(recommended_rule("age-at-death"), rule_input([BORN, other, told])) == []


def test_two_deaths_in_one_text_are_not_both_hers() -> None:
    told = [
        Told("She died on 9 June 1932, aged 61.", {"9 June 1932": "died", "61": "age"}),
        Told("Her widower died in 1940, aged 66.", {"1940": "died", "66": "age"}),
    ]
    assert relations(recommended_rule("age-at-death"), rule_input([BORN, *told])) == ["agree"]


@pytest.mark.parametrize(("linked", "expected"), [(True, ["conflict"]), (False, [])])
def test_another_source_must_be_known_to_speak_of_the_same_person(linked: bool, expected: list[str]) -> None:
    told = Told("She died on 9 June 1932, aged 70.", {"9 June 1932": "died", "70": "age"}, source="b")
    assert relations(recommended_rule("age-at-death"), rule_input([BORN, told], linked=linked)) == expected


@pytest.mark.parametrize(
    ("took", "expected"),
    [
        ("four years", ["agree"]),
        ("about four years", ["agree"]),
        ("five years", ["agree"]),
        ("three years", ["conflict"]),
        ("nine years", ["conflict"]),
        ("more than three years", ["agree"]),
        ("more than one year", []),
        ("less than five years", ["agree"]),
        ("less than two years", ["conflict"]),
        ("48 months", ["agree"]),
        ("90 months", ["conflict"]),
        ("two decades", ["conflict"]),
    ],
)
def test_building(took: str, expected: list[str]) -> None:
    began = Told(
        f"Work on the quay began in March 1926 and took {took}.",
        {"March 1926": "construction_started", took: "construction_time"},
    )
    opened = Told("It was opened on 3 May 1930.", {"3 May 1930": "opened"})
    assert relations(BUILT, rule_input([began, opened])) == expected


def test_a_duration_told_elsewhere_does_not_contradict() -> None:
    told = [
        Told("Work on the quay began in 1926.", {"1926": "construction_started"}),
        Told("It was opened on 3 May 1930.", {"3 May 1930": "opened"}),
        Told("Its east wing took nine years.", {"nine years": "construction_time"}),
    ]
    assert relations(BUILT, rule_input(told)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It ran for 26 years until it closed in 1939.", ["conflict"]),
        ("It ran for 26 years and was closed in 1939.", ["conflict"]),
        ("It ran for 26 years under Jane Marl and closed in 1939.", []),
        ("It ran for 26 years without a loss until it closed in 1939.", []),
        ("It ran for 38 years without a loss until it closed in 1939.", ["agree"]),
    ],
)
def test_what_stands_between_the_duration_and_the_end(sentence: str, expected: list[str]) -> None:
    years = "26 years" if "26" in sentence else "38 years"
    told = [
        Told("The ferry was opened in 1901.", {"1901": "opened"}),
        Told(sentence, {years: "run", "1939": "closed"}, open=frozenset({"run"})),
    ]
    assert relations(recommended_rule("years-in-being"), rule_input(told)) == expected


def test_an_end_before_the_start_is_left_to_the_order_of_events() -> None:
    told = [
        Told(
            "Work on the quay began in 1936 and took four years.",
            {"1936": "construction_started", "four years": "construction_time"},
        ),
        Told("It was opened on 3 May 1930.", {"3 May 1930": "opened"}),
    ]
    assert relations(BUILT, rule_input(told)) == []


@pytest.mark.parametrize(
    ("sentence", "span", "expected"),
    [
        ("The quay was built in four years (1926-30).", "1926-30", ["agree"]),
        ("The quay was built in nine years (1926-30).", "1926-30", ["conflict"]),
    ],
)
def test_a_range_of_dates_has_both_ends(sentence: str, span: str, expected: list[str]) -> None:
    entry = rule("elapsed", span="built", duration="construction_time")
    took = "four years" if "four" in sentence else "nine years"
    assert relations(entry, rule_input([Told(sentence, {took: "construction_time", span: "built"})])) == expected


def test_words_tell_a_duration_of_no_known_attribute() -> None:
    active = Told("Years active: 1971-1988", {"1971-1988": "active_from"})
    entry = rule("elapsed", span="active_from", says=["active"])
    for sentence, expected in (
        ("The trio was active for 17 years.", ["agree"]),
        ("The trio was active for 27 years.", ["conflict"]),
        ("The trio slept for 27 years.", []),
    ):
        text = "17 years" if "17" in sentence else "27 years"
        told = Told(sentence, {text: "activ"}, open=frozenset({"activ"}))
        assert relations(entry, rule_input([active, told])) == expected


def test_activity_that_goes_on_or_came_twice_bears_nothing_out() -> None:
    told = Told("The trio was active for 17 years.", {"17 years": "activ"}, open=frozenset({"activ"}))
    once = Told("Years active: 1971-1988", {"1971-1988": "active_from"})
    again = Told("They met again from 2001 to 2012.", {"from 2001 to 2012": "active_from"})
    since = Told("They have played since 2014.", {"since 2014": "active_from"})
    entry = rule("elapsed", span="active_from", says=["active"])
    assert relations(entry, rule_input([once, again, told])) == []
    assert relations(entry, rule_input([once, since, told])) == []


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2009", "115 years", ["agree"]),
        ("2009-03", "115 years", ["agree"]),
        ("1999/2002", "115 years", []),
        ("2019", "115 years", []),
        (None, "115 years", []),
    ],
)
def test_until_the_date_of_the_document(published: str | None, text: str, expected: list[str]) -> None:
    told = [
        Told("The press was founded in 1894.", {"1894": "founded"}),
        Told("In its 115 years it has moved twice.", {"115 years": "existence"}),
    ]
    assert relations(recommended_rule("years-since"), rule_input(told, published=published)) == expected


def test_years_served_lead_from_one_sentence_about_him_to_another() -> None:
    told = [
        Told("Holt was appointed harbour master on 29 August 1907.", {"29 August 1907": "appointed"}),
        Told("He entered the coast guard in 1873.", {"1873": "joined"}, subject="coast_guard"),
        Told("He has served 34 years.", {"34 years": "service_years"}),
    ]
    (found,) = findings(recommended_rule("years-served"), rule_input(told))
    assert found.relation == "agree" and len(found.claims) == 3
    wrong = Told("He has served 12 years.", {"12 years": "service_years"})
    assert relations(recommended_rule("years-served"), rule_input([*told[:2], wrong])) == []


def test_no_order_of_claims_matters() -> None:
    told = [BORN, DIED, Told("She died on 9 June 1932, aged 64.", {"9 June 1932": "died", "64": "age"})]
    known = rule_input(told)
    turned = replace(known, claims=dict(reversed(known.claims.items())))
    entry = recommended_rule("age-at-death")
    assert findings(entry, known) == findings(entry, turned)
