"""The JSON report: the keys of schema version 1, and the same bytes whatever the order of claims."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.claim import Scope
from checker.model.report import Report
from checker.model.value import Mention
from checker.reports.json import render
from tests import snapshot
from tests.reports.invented import MUSEUM, claim, college, museum, shipping_line

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("report", [museum(), college(), shipping_line()])
def test_it_is_the_dict_and_acts_on_no_terminal(report: Report) -> None:
    text = render(report)
    assert json.loads(text) == report.to_json()
    assert all(line.isprintable() for line in text.split("\n"))
    plain = json.dumps(report.to_json(), indent=2, ensure_ascii=False) + "\n"
    assert text == "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in plain)


def is_one_text(name: str) -> bool:
    """Whether no two surrogates stand for one character: JSON has the same escapes for both."""
    return name == name.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@given(st.text(st.characters(), max_size=30).filter(is_one_text))
def test_any_name_survives(name: str) -> None:
    report = replace(museum(), claims=tuple(replace(c, subject_name=name) for c in museum().claims))
    text = render(report)
    assert {c["subject_name"] for c in json.loads(text)["claims"]} == {name}
    text.encode("utf-8")


def test_the_whole_of_one_report() -> None:
    snapshot.matches(SNAPSHOTS / "museum.json", render(museum()))


@given(st.permutations(museum().claims))
def test_the_order_of_claims_changes_nothing(claims: list) -> None:
    assert render(replace(museum(), claims=tuple(claims))) == render(museum())


def test_what_is_known_is_added_and_what_is_open_is_null() -> None:
    stated = replace(
        claim("guide", MUSEUM["guide"], "12,400 charts", name="Library", attribute="holdings"),
        value=Mention(
            "count", 10, 30, "more than 12,400", "12400", None, "chart", "more_than",
            noun="sea charts", per="room", resolution="100",
        ),
        scope=Scope(time="FY1999", low="1998-10-01", high="1999-09-30", basis="stated", cumulative=True),
    )  # fmt: skip
    (found,) = replace(museum(), claims=(stated,)).to_json()["claims"]
    assert found["value"] == {
        "text": "more than 12,400", "start": 10, "end": 30, "low": "12400", "high": None, "unit": "chart",
        "modifier": "more_than", "edtf": None, "noun": "sea charts", "per": "room", "resolution": "100",
    }  # fmt: skip
    assert found["scope"] == {
        "time": "FY1999", "place": None, "population": None, "stage": None,
        "low": "1998-10-01", "high": "1999-09-30", "basis": "stated", "cumulative": True,
    }  # fmt: skip
