"""Documents as people have them, with every value labelled: what is read, and what it is said to be about.

A floor says how much was right when it was set, not how much should be: it rises as more becomes right.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.label_scores import FLOORS, FOLDERS, Scores, holds, is_one_name, labels_of, place, scores, texts_of

FLOORS_OF: dict[str, Any] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def measured() -> dict[str, Scores]:
    return scores()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_label_names_the_words_at_its_line(folder: Path) -> None:
    texts, labels = texts_of(folder), labels_of(folder)
    assert labels["use"] in {"open", "closed"}
    labelled = [*labels["values"], *labels["none"]]
    assert [label for label in labelled if place(texts[label["file"]], label) is None] == []
    assert {label["file"] for label in labelled} == set(texts)


def test_each_share_that_is_measured_has_a_floor(measured: dict[str, Scores]) -> None:
    shares = {use: {block: set(aspects) for block, aspects in found.values.items()} for use, found in measured.items()}
    floors = {
        use: {block: set(aspects) for block, aspects in given["blocks"].items()} for use, given in FLOORS_OF.items()
    }
    assert shares == floors, "run python -m tests.label_scores and put its lines for what is new into floors.yaml"


@pytest.mark.parametrize("use", FLOORS_OF)
def test_no_share_of_right_answers_falls(measured: dict[str, Scores], use: str) -> None:
    found = measured[use].values
    fallen = [
        f"{block}, {aspect}: {found[block][aspect]}, floor {floor}"
        for block, floors in FLOORS_OF[use]["blocks"].items()
        for aspect, floor in floors.items()
        if found[block][aspect].floor() < floor
    ]
    assert not fallen, "\n".join(fallen)


@pytest.mark.parametrize("use", FLOORS_OF)
def test_no_more_numbers_are_read_that_state_nothing(measured: dict[str, Scores], use: str) -> None:
    nothing = measured[use].nothing
    assert nothing.ceiling() <= FLOORS_OF[use]["none_read_at_most"], f"{nothing}"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Gull Ferry", "gull ferry", True),
        ("Gull Ferry", "Gull Ferry Company Ltd", True),
        ("Gull Ferry", "Gull Ferry Pension Fund Board", False),
        ("Gull Ferry Company", "Gull Ferry Trust", False),
        ("Upper Gull Ferry Company", "Gull Ferry Company Ltd", True),
        ("the", "the", False),
    ],
)
def test_names_that_count_as_one(one: str, other: str, same: bool) -> None:
    assert is_one_name(one, other) is is_one_name(other, one) is same


@pytest.mark.parametrize(
    ("read", "accepted", "right"),
    [
        ("2021", "2021", True),
        ("2021", "2021-05-04", True),
        ("2021-05-04", "2021-05", True),
        ("../2021", "2021", True),
        ("2021-06", "2021-05-04", False),
        ("2021/2022", "2020/2021", False),
        ("2022", "2021", False),
        (None, "2021", False),
    ],
)
def test_times_that_count_as_right(read: str | None, accepted: str, right: bool) -> None:
    assert holds(read, accepted) is right
