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
from checker.reports.schema import report_schema
from tests import snapshot
from tests.reports.invented import MUSEUM, claim, college, ferry, museum, shipping_line

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("report", [museum(), college(), shipping_line(), ferry()])
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


def test_possible_conflicts_are_no_findings() -> None:
    data = ferry().to_json()
    assert [finding["fingerprint"] for finding in data["possible"]] == ["6c6c6c6c00000000"]
    assert "6c6c6c6c00000000" not in [finding["fingerprint"] for finding in data["findings"]]
    assert (data["summary"]["conflicts"], data["summary"]["possible"]) == (1, 1)
    assert [finding["confidence"] for finding in data["findings"]] == [0.9612, 0.8]
    assert [comparison["score"] for comparison in data["comparisons"]] == [0.9612, 0.8]


def test_a_fact_names_its_positions_and_its_tier() -> None:
    sure, agreed, possible = ferry().to_json()["facts"]
    assert [position["value"] for position in sure["positions"]] == ["1911", "1912"]
    assert (sure["tier"], sure["confidence"], len(sure["claims"])) == ("error", 0.9612, 4)
    assert (agreed["tier"], len(agreed["positions"])) == (None, 1)
    assert (possible["tier"], possible["attribute"]) == ("possible", "passengers")


@pytest.mark.parametrize("report", [museum(), ferry()])
def test_the_schema_names_every_key_of_what_is_counted_compared_and_found(report: Report) -> None:
    data, schema = report.to_json(), report_schema()["properties"]
    assert data.keys() == schema.keys()
    assert data["summary"].keys() == schema["summary"]["properties"].keys()
    for name in ("comparisons", "facts", "findings", "possible"):
        for entry in data[name]:
            assert entry.keys() <= schema[name]["items"]["properties"].keys()
