"""What the words beside a name say that it is, up to the place where they speak of something else."""

from __future__ import annotations

import pytest

from checker.linguistics import entity_typing
from checker.model.document import Block

NAME = "Corran"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" is a bridge", "bridge"),
        (" was the museum of the county", "building"),
        (" are an old ferry", "ship"),
        (" (1871) is a bridge", "bridge"),
        (", was a bridge", "bridge"),
        ("   is a bridge", "bridge"),
        (" was born in Lund", "person"),
        (" is a bridge of steel and a ship", "bridge"),
        (" is old", None),
        (" of Lund is a bridge", None),
        (f" ({'x' * 80}) is a bridge", "bridge"),
        (f" ({'x' * 81}) is a bridge", None),
        (f" is a {'very ' * 7}old bridge", "bridge"),
        (f" is a {'very ' * 8}old bridge", None),
        (f" is a {'x' * 167} bridge", "bridge"),
        (f" is a {'x' * 168} bridge", None),
    ],
)
def test_stated_type(behind: str, expected: str | None) -> None:
    assert entity_typing.stated_type(NAME + behind, len(NAME)) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (", a bridge", "bridge"),
        (", an old ferry of steel", "ship"),
        (", the bridge", None),
        (", a town", None),
        (", a government", None),
        (" a bridge", None),
        (f", a {'x' * 78} bridge", "bridge"),
        (f", a {'x' * 80} bridge", None),
    ],
)
def test_type_beside(behind: str, expected: str | None) -> None:
    assert entity_typing.type_beside(NAME + behind, len(NAME)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("the ferry ", "ship"),
        ("the old ferry ", "ship"),
        ("the very old ferry ", "ship"),
        ("the one very old ferry ", None),
        ("its ferry ", "ship"),
        ("ferry ", None),
        ("of ferry ", None),
        ("poet ", None),
        ("met poet ", "person"),
        ("of the ferry. ", None),
        ("the ferry\n", None),
        ("see the\nferry ", None),
        ("the ferry  ", None),
        ("hms  ", "ship"),
        ("the hms  ", "ship"),
        ("in a census ", None),
        ("on a ferry2 ", None),
        ("the ferry", None),
        (f"the {'x' * 29} ferry ", "ship"),
        (f"the {'x' * 30} ferry ", None),
    ],
)
def test_introduced_type(before: str, expected: str | None) -> None:
    assert entity_typing.introduced_type(before + NAME, len(before)) == expected


@pytest.mark.parametrize(
    ("behind", "noun", "kind"),
    [
        (" bridge", "bridge", "bridge"),
        (" station.", "station", "building"),
        (" ship, and", "ship", "ship"),
        (" series\n\nNext", "series", "broadcast"),
        (" school's end", "school", "university"),
        (" (CB) bridge", "bridge", "bridge"),
        (" (CB bridge", "", None),
        (" Bridge", "", None),
        (" old bridge", "", None),
        ("bridge", "", None),
        (" ", "", None),
        ("", "", None),
        (f" ({'x' * 29}) bridge", "bridge", "bridge"),
        (f" ({'x' * 31}) bridge", "", None),
    ],
)
def test_the_noun_behind_a_name(behind: str, noun: str, kind: str | None) -> None:
    assert entity_typing.noun_behind(NAME + behind, len(NAME)) == noun
    assert entity_typing.headed_type(NAME + behind, len(NAME)) == kind


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" (Ohio) is", {"ohio"}),
        ("   (Ohio)", {"ohio"}),
        (", Crawford County, Ohio", {"ohio", "crawford county"}),
        (", Ohio, is", {"ohio"}),
        (", Ohio, Lund, Tarn, Hay", {"ohio", "lund", "tarn"}),
        (" (CB)", set()),
        (" (CB AB)", {"cb ab"}),
        (" (Cba)", {"cba"}),
        (" (1871)", set()),
        (" (ab)", set()),
        (" (abc)", {"abc"}),
        (f" ({'a' * 40})", {"a" * 40}),
        (f" ({'a' * 41})", set()),
        (f", A{'b' * 90}", {"a" + "b" * 87}),
        (" is", set()),
    ],
)
def test_qualifiers(behind: str, expected: set[str]) -> None:
    assert entity_typing.qualifiers(NAME + behind, len(NAME)) == expected


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Bridge", "Length"), "bridge"),
        (("Bridges", "Length"), "bridge"),
        (("Bridge", ""), "bridge"),
        (("", "Bridge"), None),
        ((), None),
    ],
)
def test_kind_of_rows(heads: tuple[str, ...], expected: str | None) -> None:
    assert entity_typing.kind_of_rows(Block("row", 0, 1, heads=heads)) == expected
