"""One figure changed in a copy is a conflict, however it is read; issues of a series and other texts are no copies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from checker.comparison.memo import ComparisonMemo
from checker.comparison.single_edits import edited
from checker.comparison.thresholds import EDITED_SOURCES
from checker.model.claim import YEAR_IN_NAME, Claim, Record, Scope
from checker.model.comparison import Comparison
from checker.model.document import Source
from checker.model.reasons import ComparisonReason
from tests.comparison.negative import assert_read, conflicts_of_read
from tests.comparison.stated import TREES, evidence, stated
from tests.readings import conflicts, report

KEEPER = "The Harrow Light was lit on 4 March 1836. Its keeper, Amos Pike, wrote 12 logs in Lundby. "
TRADE = (
    "The Osier Club sold {} boats. The Osier Club owns 3 sheds in Lundby. The Osier Club rents 9 quays in Port Ellery."
)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        pytest.param(KEEPER + "Oil was burnt there since the 1870s.", "1870s", "1877s", id="no decade any more"),
        pytest.param(
            KEEPER + "Pike served there from 1901 to 1917.", "1917", "1899", id="the end before the beginning"
        ),
        pytest.param(
            KEEPER + "Pike served there between 1901 and 1917.", "1901", "1921", id="the beginning behind the end"
        ),
        pytest.param(KEEPER + "In 1841.", "1841", "1814", id="hardly a sentence"),
        pytest.param(KEEPER + "As of the count of 1851, there were 90 lamps.", "1851", "1815", id="when a value held"),
        pytest.param(KEEPER + "The mole was used until 1866.", "1866", "1896", id="an open end"),
        pytest.param(
            KEEPER + "The hall was built for a crew of 1,000 sailors.", "1,000", "800", id="as good as rounded"
        ),
        pytest.param(KEEPER + "Lamps burnt in the late 1880s.", "1880s", "1883s", id="inside the other's precision"),
        pytest.param(KEEPER + "The Harbour Pilots Act 1911 closed it.", "1911", "1921", id="the year in a law's name"),
        pytest.param("# Harrow Light (1836 lamp)\n\n" + KEEPER, "1836 lamp", "1863 lamp", id="the year in the title"),
    ],
)
def test_one_figure_changed(text: str, old: str, new: str) -> None:
    changed = text.replace(old, new)
    assert len(conflicts(text, changed)) == len(conflicts(changed, text)) == 1
    assert conflicts_of_read(text, text) == conflicts_of_read(changed, changed) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(TRADE.format("1,200"), TRADE.format("1200"), id="one value written twice"),
        pytest.param(TRADE.format("12.04 million"), TRADE.format("12 million"), id="rounded"),
        pytest.param(
            "# Osier Club: accounts of 2015\n\n" + TRADE.format(400),
            "# Osier Club: accounts of 2016\n\n" + TRADE.format(431),
            id="two issues of a series",
        ),
        pytest.param(
            "In 1841. The keeper had 3 dogs. Lamps: 4. Oil: 60 barrels.",
            "In 1814. The keeper had 5 dogs. Lamps: 9. Oil: 90 barrels.",
            id="most figures differ",
        ),
        pytest.param("In 1841. The Tarn Dock was dug.", "In 1814. The Elm Pier was sunk.", id="other names"),
    ],
)
def test_no_edited_copies(left: str, right: str) -> None:
    told = report(left, right)
    assert_read(told.claims, (left, right))
    assert [c for c in told.comparisons if c.reason.code is ComparisonReason.EDITED_COPY] == []


def edits(
    claims: Sequence[Claim], names: Mapping[str, str] | None = None, known: Mapping[tuple[str, str], Comparison] = {}
) -> list[Comparison]:
    """The figures in which texts differ that have these names, or none."""
    own = names or {}
    sources = dict.fromkeys(claim.source for claim in claims)
    records = [
        Record(Source(s), (), tuple(c for c in claims if c.source == s), frozenset(own.get(s, "").split()))
        for s in sources
    ]
    return list(edited(records, claims, known, ComparisonMemo(None, {}, records, claims, evidence(claims))))


def gates(figure: int, source: str, start: int = 0, **changes: Any) -> Claim:
    return stated(f"It has {figure} gates.", f"{figure} gates", source=source, start=start, **changes)


BOATS = [
    stated("It holds 12 boats.", "12 boats", "boats", source=source, start=start)
    for source in "ab"
    for start in (500, 600)
]
"""A sentence that both texts have twice."""


@pytest.mark.parametrize(
    ("same", "changed", "names", "expected"),
    [
        (2, 1, 0, 1),
        (1, 1, 0, 0),
        (1, 1, 3, 1),
        (1, 1, 2, 0),
        (0, 1, 3, 1),
        (0, 2, 3, 0),
        (2, 2, 0, 2),
        (2, 3, 0, 0),
    ],
)
def test_when_texts_are_copies(same: int, changed: int, names: int, expected: int) -> None:
    claims = []
    for source, figure in (("a", 40), ("b", 70)):
        told = ["It holds 12 boats."] * same + [f"It has {figure} {word}." for word in TREES[:changed]]
        claims += [stated(text, text.split(" ")[2], source=source, start=100 * n) for n, text in enumerate(told)]
    shared = " ".join(TREES[:names])
    assert len(edits(claims, {"a": shared, "b": shared})) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (range(10), range(9), 1),
        (range(9), range(10), 1),
        (range(10), range(8), 0),
        (range(8), range(10), 0),
        (range(3), range(1, 4), 0),
    ],
)
def test_copies_share_nearly_all_names(mine: range, theirs: range, expected: int) -> None:
    names = {source: " ".join(TREES[n] for n in own) for source, own in (("a", mine), ("b", theirs))}
    assert len(edits([gates(40, "a"), gates(70, "b"), *BOATS], names)) == expected


@pytest.mark.parametrize(
    ("left", "right", "value", "expected"),
    [
        ("It has 40 gates.", "It had 70 gates.", "40", 0),
        ("It has 40 gates.", "It has 70 gates.", "40", 1),
        ("It has 40 gates, 6 doors.", "It has 70 gates, 8 doors.", "40", 0),
        ("It has 40 gates, 6 doors.", "It has 40 gates, 8 doors.", "40", 0),
        ("It has 40 gates, 6 doors.", "It has 40 gates, 8 doors.", "6", 1),
        ("It has 1,200 gates.", "It has 1200 gates.", "1,200", 0),
        ("It has 12.04 million gates.", "It has 12 million gates.", "12.04 million", 0),
        ("It has 12.04 million gates.", "It has 17 million gates.", "12.04 million", 1),
    ],
)
def test_the_figure_that_differs(left: str, right: str, value: str, expected: int) -> None:
    at = left.index(value)
    mine = stated(left, value, source="a")
    theirs = stated(right, re.findall(r"[\d,.]+(?: million)?", right[at:])[0], source="b")
    assert len(edits([mine, theirs, *BOATS])) == expected


EARLY = Scope("1901", "1901-01-01", "1901-12-31", "stated")
LATER = Scope("1930", "1930-01-01", "1930-12-31", "stated")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({}, 1), ({"modality": "projected"}, 0), ({"scope": EARLY}, 1), ({"scope": LATER}, 0)],
)
def test_what_tells_amounts_apart(changes: dict[str, Any], expected: int) -> None:
    assert len(edits([gates(40, "a", scope=EARLY), gates(70, "b", **changes), *BOATS])) == expected


def test_days_are_not_told_apart_by_their_own_time() -> None:
    days = [
        stated(f"It opened in {scope.time}.", str(scope.time), source=source, scope=scope)
        for source, scope in (("a", EARLY), ("b", LATER))
    ]
    assert len(edits([*days, *BOATS])) == 1


def test_the_narrowest_values_of_one_attribute_stand_for_a_figure() -> None:
    claims = list(BOATS)
    for source, year in (("a", 1917), ("b", 1935)):
        sentence = f"It was open from 1901 to {year}."
        whole = stated(sentence, f"from 1901 to {year}", "open", source)
        at = sentence.index(str(year))
        end = replace(
            whole, id=f"{source}-end", attribute="closed", value=replace(whole.value, start=at, low=f"{year}")
        )
        claims += [whole, end, replace(end, id=f"{source}-own", attribute=f"seen_{source}")]
    (one,) = edits(claims)
    assert (one.left, one.right) == ("a-end", "b-end")
    known = {(one.left, one.right): one}
    assert edits(claims, known=known) == []
    assert edits(claims, known={pair: replace(one, relation="compatible") for pair in known}) == [one]


@pytest.mark.parametrize(("others", "expected"), [((), 1), ((90,), 0)])
def test_a_year_in_the_name_that_differs_beside_other_figures(others: tuple[int, ...], expected: int) -> None:
    title = [stated(f"Accounts of {year}", str(year), YEAR_IN_NAME, s) for s, year in (("a", 2015), ("b", 2016))]
    figures = [gates(figure, source, start) for start in others for source, figure in (("a", 40), ("b", 70))]
    assert len(edits([*title, *figures, *BOATS])) == expected


def test_a_sentence_said_a_different_number_of_times() -> None:
    assert len(edits([gates(40, "a"), gates(70, "b"), *BOATS])) == 1
    assert edits([gates(40, "a"), gates(40, "a", 100), gates(70, "b"), *BOATS]) == []


@pytest.mark.parametrize(("sources", "expected"), [(EDITED_SOURCES, EDITED_SOURCES - 1), (EDITED_SOURCES + 1, 0)])
def test_how_many_texts_of_one_sentence_are_looked_at(sources: int, expected: int) -> None:
    names = [f"s{n:02}" for n in range(sources)]
    claims = [*(gates(40, source) for source in names[:-1]), gates(70, names[-1])]
    assert len(edits(claims, dict.fromkeys(names, " ".join(TREES[:3])))) == expected
