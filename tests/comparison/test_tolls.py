"""Each condition under which two tolls are of one happening, from both sides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.comparison.events import against, of_other_extent
from checker.comparison.thresholds import TOLLS_COMPARED
from checker.model.claim import Claim, Scope
from checker.model.qualifiers import NO_QUALIFIERS
from tests.comparison.stated import book, evidence, named, stated, words

RULES = book(deaths={"value": "count", "holds": "many", "units": ["people"]}, gates={"value": "count", "holds": "once"})


def lasting(days: str) -> Scope:
    first, last = days.split("/")
    return Scope(days, first, last, "stated")


MAY, JUNE = lasting("1901-05-01/1901-05-31"), lasting("1901-06-01/1901-06-30")
YEAR_1903, YEAR_1904 = lasting("1903-01-01/1903-12-31"), lasting("1904-01-01/1904-12-31")
WHOLE = lasting("1901-01-01/1903-12-31")


def toll(figure: int, source: str = "a", tale: str = words(0, 1, 2), **changes: Any) -> Claim:
    """A number of people that a fire befell; changes of scope and qualifiers by their own names."""
    qualified = {"events": ("fire",)} | {
        name: changes.pop(name) for name in ("events", "of_whom", "throughout", "each") & changes.keys()
    }
    attribute = changes.pop("attribute", "deaths")
    made = stated(f"{tale} {figure} people", f"{figure} people", attribute, source, **changes)
    return replace(made, qualifiers=replace(NO_QUALIFIERS, **qualified))


def relations(*claims: Claim, common: str | None = "tarn_weir", kind: str | None = None) -> dict[tuple[str, str], str]:
    """How tolls stand, by their figures; the sources share much."""
    entities = {source: [named("Tarn Weir", type=kind)] for source in {c.source for c in claims}}
    support = evidence(claims, entities=entities, common=common)
    found = against(claims, support, RULES)
    of = {claim.id: claim.value.text for claim in claims}
    return {tuple(sorted((of[c.left], of[c.right]))): c.relation for c in found}


def in_conflict(left: Claim, right: Claim, *others: Claim, **known: Any) -> bool:
    forth, back = relations(left, right, *others, **known), relations(right, left, *others, **known)
    assert forth == back
    pair = tuple(sorted((left.value.text, right.value.text)))
    return forth.get(pair) == "conflict"


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({}, {}, True),
        ({"events": ("flood",)}, {}, False),
        ({"events": ("flood",)}, {"events": ("fire", "flood")}, True),
        ({"events": ("accident",)}, {}, True),
        ({"events": ()}, {}, False),
        ({"modality": "projected"}, {}, False),
        ({"of_whom": True}, {}, False),
        ({"throughout": True}, {}, False),
        ({"each": True}, {}, False),
        ({"each": True}, {"each": True}, True),
        ({"attribute": "gates"}, {"attribute": "gates"}, False),
        ({"attribute": "injured"}, {}, False),
        ({"scope": Scope(place="Lund")}, {}, False),
        ({"scope": Scope(population="men")}, {}, True),
        ({"scope": Scope(population="women")}, {}, False),
        ({"scope": Scope(population="men"), "tale": f"women {words(0, 1, 2)}"}, {}, False),
        ({"scope": Scope(population="men")}, {"scope": Scope(population="people")}, True),
    ],
)
def test_what_keeps_tolls_apart(mine: dict[str, Any], theirs: dict[str, Any], expected: bool) -> None:
    assert in_conflict(toll(43, **mine), toll(57, "b", **theirs)) is expected


@pytest.mark.parametrize(
    ("shared", "mine", "theirs", "expected"),
    [
        (1, MAY, MAY, True),
        (0, MAY, MAY, False),
        (2, MAY, Scope(), True),
        (1, MAY, Scope(), False),
        (3, MAY, JUNE, True),
        (2, MAY, JUNE, False),
        (3, MAY, YEAR_1903, True),
        (3, MAY, YEAR_1904, False),
        (3, YEAR_1903, replace(MAY, low=None, high="1901-05-31"), False),
    ],
)
def test_words_that_two_tales_share(shared: int, mine: Scope, theirs: Scope, expected: bool) -> None:
    left = toll(43, tale=words(*range(shared), 5), scope=mine)
    right = toll(57, "b", tale=words(*range(shared), 6), scope=theirs)
    assert in_conflict(left, right) is expected


@pytest.mark.parametrize(("shared", "expected"), [(3, "agree"), (2, None)])
def test_one_number_of_two_times(shared: int, expected: str | None) -> None:
    left = toll(43, tale=words(*range(shared), 5), scope=MAY)
    right = toll(43, "b", tale=words(*range(shared), 6), scope=YEAR_1904)
    assert relations(left, right).get((left.value.text, left.value.text)) == expected


@pytest.mark.parametrize(
    ("kind", "events", "shared", "scope", "expected"),
    [
        ("ship", ("sinking",), 1, Scope(), True),
        ("ship", ("sinking",), 0, Scope(), False),
        ("ship", ("fire",), 1, Scope(), False),
        ("structure", ("sinking",), 1, Scope(), False),
        ("ship", ("sinking",), 1, JUNE, False),
    ],
)
def test_what_befalls_a_ship_once(
    kind: str, events: tuple[str, ...], shared: int, scope: Scope, expected: bool
) -> None:
    left = toll(43, tale=words(*range(shared), 5), events=events, scope=MAY)
    right = toll(57, "b", tale=words(*range(shared), 6), events=events, scope=scope)
    assert in_conflict(left, right, kind=kind) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (toll(61, start=90), False),
        (toll(61, start=90, events=("flood",)), True),
        (toll(61, start=90, events=("accident",)), False),
        (toll(61, start=90, throughout=True), True),
        (toll(61, start=90, of_whom=True), True),
        (toll(57, start=90, events=("flood",)), False),
        (toll(43, start=90), True),
        (toll(61, "c", start=90), True),
    ],
)
def test_what_else_a_text_tells_of(other: Claim, expected: bool) -> None:
    assert in_conflict(toll(43), toll(57, "b"), other) is expected


@pytest.mark.parametrize(("scope", "expected"), [(JUNE, False), (MAY, True)])
def test_the_same_number_once_more(scope: Scope, expected: bool) -> None:
    again = toll(43, start=90, scope=scope)
    assert in_conflict(toll(43, scope=MAY), toll(57, "b", scope=MAY), again) is expected


@pytest.mark.parametrize(("common", "expected"), [("tarn_weir", True), (None, False)])
def test_tolls_need_support(common: str | None, expected: bool) -> None:
    assert in_conflict(toll(43), toll(57, "b"), common=common) is expected
    assert relations(toll(43), toll(43, "b"), common=common) == {("43", "43"): "agree"}


def test_tolls_of_one_source_are_not_compared() -> None:
    assert relations(toll(43), toll(57, start=90)) == {}
    assert relations(toll(43), toll(57, start=90, events=("flood",)), toll(57, "b", events=("flood",))) != {}


@pytest.mark.parametrize(("before", "expected"), [(TOLLS_COMPARED - 2, True), (TOLLS_COMPARED - 1, False)])
def test_how_many_tolls_are_compared(before: int, expected: bool) -> None:
    others = [toll(101 + n, "a", events=("riot",), start=90 * n) for n in range(before)]
    assert in_conflict(toll(43, "b"), toll(57, "c"), *others) is expected


@pytest.mark.parametrize(
    ("days", "others", "expected"),
    [
        (("3 May 1901", "9 June 1902"), 0, 1),
        (("3 May 1901", "3 May 1901"), 0, 1),
        (("3 May 1901", "9 June 1902"), 1, 0),
    ],
)
def test_the_days_that_go_with_tolls(days: tuple[str, str], others: int, expected: int) -> None:
    claims = []
    for source, day, figure in zip("ab", days, (43, 57), strict=True):
        sentence = f"{words(0, 1, 2, 3)} {figure} people on {day}"
        claims.append(toll(figure, source))
        claims[-1] = replace(stated(sentence, f"{figure} people", "deaths", source), qualifiers=claims[-1].qualifiers)
        dated = stated(sentence, day, "accident", source)
        claims += [dated, *(replace(dated, id=f"{dated.id}-{n}") for n in range(others))]
    found = relations(*claims)
    assert (found.pop(tuple(sorted(days)), None) is not None) == bool(expected)
    assert ("43", "57") in found


def test_a_toll_holds_for_the_one_day_of_its_sentence() -> None:
    def told(source: str, figure: int, *days: str) -> list[Claim]:
        sentence = f"{words(0, 'ab'.index(source) + 5)} {figure} people {'; '.join(days)}"
        fire = replace(stated(sentence, f"{figure} people", "deaths", source), qualifiers=toll(9).qualifiers)
        return [fire, *(stated(sentence, day, "event_date", source) for day in days)]

    one = told("a", 43, "3 May 1901")
    assert relations(*one, *told("b", 57, "3 May 1901")) == {("43", "57"): "conflict"}
    assert relations(*one, *told("b", 57)) == {}
    assert relations(*one, *told("b", 57, "3 May 1901", "9 June 1902")) == {}


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({}, {}, False),
        ({"attribute": "gates", "of_whom": True}, {}, False),
        ({"of_whom": True}, {}, True),
        ({"throughout": True}, {"throughout": True, "events": ()}, False),
        ({"throughout": True}, {}, True),
        ({"throughout": True}, {"events": ()}, False),
        ({"throughout": True}, {"events": (), "tale": "one day"}, True),
        ({"throughout": True}, {"events": (), "scope": MAY}, True),
        ({"throughout": True}, {"events": (), "scope": WHOLE}, False),
        ({"throughout": True}, {"events": (), "scope": replace(MAY, high=None)}, False),
        ({"events": ("flood",)}, {}, True),
        ({"events": ("accident",)}, {}, False),
        ({"events": ()}, {}, False),
    ],
)
def test_of_another_extent(mine: dict[str, Any], theirs: dict[str, Any], expected: bool) -> None:
    left, right = toll(43, **mine), toll(57, "b", **theirs)
    assert of_other_extent(left, right) is expected
    if "attribute" not in mine:
        assert of_other_extent(right, left) is expected
