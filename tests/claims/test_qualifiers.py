"""What the words beside a value say of it, on both sides of each reach."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims import qualifiers_in_quote
from checker.model.claim import Claim, Evidence, Scope
from checker.model.qualifiers import NO_QUALIFIERS, Qualifiers
from checker.model.value import Mention
from tests.readings import claims, stated

INN = "# Tarn Inn\n\n"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("The Tarn Inn has 40 beds.", "40", {}),
        ("The Tarn Inn has 40 beds in each wing.", "40", {"each": True}),
        ("In every wing the Tarn Inn has 40 beds.", "40", {"each": True}),
        ("The Tarn Inn has 40 beds in the wings that look out on the lake and each hill.", "40", {}),
        ("Each wing that the people of the town of Tarn and those of the hills built has 40 beds.", "40", {}),
        ("The Tarn Inn has a total of 40 beds.", "a total of 40", {"total": True}),
        ("The Tarn Inn has 40 beds altogether.", "40", {"total": True}),
        ("The Tarn Inn has 40 beds for guests and staff combined.", "40", {}),
        ("The Tarn Inn sold 300 books worldwide.", "300", {"worldwide": True}),
        ("The Tarn Inn sold 300 books to guests of the world.", "300", {}),
        ("The Tarn Inn had 300 guests in its third season.", "300", {"ordinals": ("third",)}),
        ("The second and the third wing have 40 beds.", "40", {"ordinals": ("second", "third")}),
        ("The Tarn Inn has 40 beds, including 12 sofas.", "12", {"of_whom": True}),
        ("The Tarn Inn has 40 beds, and 12 sofas.", "12", {}),
        ("Excluding 12 sofas, the Tarn Inn has 40 beds.", "12", {"of_whom": True}),
        ("The Tarn Inn is for those whom 12 beds suit.", "12", {}),
        ("It has 40 beds.", "40", {"refers_back": True}),
        ("The Tarn Inn says it has 40 beds.", "40", {}),
        ("The boat carried 80 passengers.", "80", {"role": "passengers"}),
        ("The boat carried 80 crew.", "80", {"role": "crew"}),
        ("The boat lost 8 of its crew.", "8", {"role": "crew"}),
        ("The boat lost 8 of the horses, chickens and crew.", "8", {}),
        ("Of those on the boat 12 were passengers.", "12", {"role": "passengers"}),
        ("The boat carried 80 horses.", "80", {}),
        ("Visits rose by 12%.", "12%", {"change": "rise"}),
        ("Visits fell by 12%.", "12%", {"change": "fall"}),
        ("Visits fell by 12% year on year.", "12%", {"change": "fall", "yearly": True}),
        ("Of all visits 12% were year on year.", "12%", {"total": True}),
        ("Visits rose in 40 towns.", "40", {}),
        ("The inn celebrated its birthday on 3 May 1994.", "3 May 1994", {"recurring": True}),
        ("The inn celebrated its birthday with 300 guests.", "300", {}),
        ("The Tarn Inn sells 300 copies of version 2.4.", "300", {"versions": ("2.4",)}),
        ("The Tarn Inn sells 300 copies of v3 and release 4.", "300", {"versions": ("3", "4")}),
        ("The Tarn Inn sells 300 copies of the version of 2004.", "300", {}),
        ("Tarn Inn 2.4 has 300 copies.", "300", {"versions": ("2.4",)}),
        ("Tarn Inn 2 has 300 copies.", "300", {}),
        (f"Visits rose, {'as the inn had hoped all along, ' * 2}and 12% came by boat.", "12%", {}),
    ],
)
def test_qualifiers(text: str, value: str, expected: dict[str, object]) -> None:
    found = {claim.qualifiers for claim in stated(INN + text, value)}
    assert found == {Qualifiers(**expected)}


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("The fire at the Tarn Inn killed 9 people.", "9", {"events": ("fire",)}),
        ("The Tarn Inn collapsed and 9 people were killed.", "9", {"events": ("fall",)}),
        ("At the Tarn Inn 9 people were killed by falls.", "9", {}),
        ("During construction 9 people were killed at the Tarn Inn.", "9", {"throughout": True}),
        ("During the great fire 9 people were killed at the Tarn Inn.", "9", {"events": ("fire",)}),
        ("The fire killed 9 people, and the flood killed 4 people.", "9", {"events": ("fire",)}),
        ("The fire killed 9 people, and the flood killed 4 people.", "4", {"events": ("flood",)}),
        ("The board of the Tarn Inn has 9 members.", "9", {"role": "members"}),
    ],
)
def test_events(text: str, value: str, expected: dict[str, object]) -> None:
    found = {claim.qualifiers for claim in stated(INN + text, value)}
    assert found == {Qualifiers(**expected)}


@pytest.mark.parametrize(
    ("first", "second", "converted"),
    [
        ("412 metres", "1,352 feet", True),
        ("at least 412 metres", "1,352 feet", True),
        ("up to 412 metres", "1,352 feet", True),
        ("412 metres", "at most 1,352 feet", True),
        ("412 metres", "1,352 lamps", False),
    ],
)
def test_a_measure_in_brackets_may_convert_one_that_is_a_bound(first: str, second: str, converted: bool) -> None:
    text = f"The Harlow Bridge is {first} ({second}) long."
    (claim,) = [claim for claim in claims(text) if claim.value.text in {second, second.removesuffix(" lamps")}]
    restates = claim.qualifiers.restates
    assert (restates.of if restates is not None else None) == (first if converted else None)


@pytest.mark.parametrize(
    ("between", "converted"), [("(that is, equivalent to,", True), ("(that is, equivalent to =", False)]
)
def test_how_far_a_conversion_may_stand(between: str, converted: bool) -> None:
    (claim,) = stated(f"The Harlow Bridge is 412 metres {between} 1,352 feet) long.", "1,352 feet")
    assert (claim.qualifiers.restates is not None) is converted


@pytest.mark.parametrize(
    ("rooms", "figure"), [("12 old", None), ("12 old and 28 new", "40"), ("12 old, 20 new and 8 small", "40")]
)
def test_two_figures_alone_are_no_whole_and_its_parts(rooms: str, figure: str | None) -> None:
    (claim,) = stated(f"The Tarn Inn has 40 rooms: {rooms}.", "12")
    divides = claim.qualifiers.divides
    assert (divides.figure if divides is not None else None) == figure


@pytest.mark.parametrize(("characters", "change"), [(21, "rise"), (22, None)])
def test_how_far_behind_a_percentage_its_change_may_stand(characters: int, change: str | None) -> None:
    (claim,) = stated(f"Of visits 12% {'x' * characters} rose.", "12%")
    assert claim.qualifiers.change == change


def test_nothing_said_is_one_object() -> None:
    (claim,) = stated(f"{INN}The Tarn Inn was founded in 1894.", "1894")
    assert claim.qualifiers is NO_QUALIFIERS


QUOTES = [
    "It has 40 beds in each wing.",
    "The fire killed 40 people, of whom 12 were crew.",
    "Sales rose 40% worldwide.",
]


@given(st.sampled_from(QUOTES), st.integers(0, 50))
@settings(deadline=None)
def test_a_quote_says_the_same_wherever_it_stands(quote: str, start: int) -> None:
    def read(start: int) -> Qualifiers:
        at = start + quote.index("40")
        value = Mention("count", at, at + 2, "40", "40", "40")
        evidence = Evidence(quote, start, start + len(quote), 1, 1)
        return qualifiers_in_quote(Claim("a-1", "a", "inn", "Inn", "deaths", value, Scope(), "asserted", evidence))

    assert read(start) == read(0) != NO_QUALIFIERS
