"""How times of day stand to each other, alone and in documents."""

from __future__ import annotations

import pytest

import checker
from checker import value_relation

_TEXT = "Harlow Ferry is a ferry across the Tarn. Harlow Ferry departs at {} from Tarn Pier every day.\n"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("2:20 p.m.", "14:20", "agree"),
        ("noon", "12:00 p.m.", "agree"),
        ("half past nine", "9:30", "agree"),
        ("2:20 p.m.", "2:30 p.m.", "conflict"),
        ("2:20 p.m.", "2:20 a.m.", "conflict"),
        ("half past nine", "9:30 p.m.", "compatible"),
        ("half past nine", "9:15 p.m.", "conflict"),
        ("about 9 p.m.", "9:20 p.m.", "compatible"),
        ("about 9 p.m.", "9:40 p.m.", "conflict"),
        ("before noon", "11 a.m.", "compatible"),
        ("before noon", "noon", "conflict"),
        ("until noon", "noon", "compatible"),
        ("after 9 p.m.", "9 p.m.", "conflict"),
        ("10 p.m. to 2 a.m.", "1 a.m.", "compatible"),
        ("10 p.m. to 2 a.m.", "3 a.m.", "conflict"),
        ("9 a.m. to 5 p.m.", "9 a.m. to 5 p.m.", "agree"),
        ("14:30 GMT", "14:30 EST", "incomparable"),
        ("9 p.m.", "9 years", "incomparable"),
    ],
)
def test_relation(left: str, right: str, relation: str) -> None:
    (a,), (b,) = checker.find_values(f"at {left}"), checker.find_values(f"at {right}")
    assert value_relation.relation(a, b)[0] == value_relation.relation(b, a)[0] == relation


def test_in_documents() -> None:
    left, right = "2:20 p.m.", "14:20"
    report = checker.check_texts({"a": _TEXT.format(left), "b": _TEXT.format(right)}).to_json()
    assert [c["value"]["text"] for c in report["claims"] if c["kind"] == "time"] == [left, right]
    assert [f["relation"] for f in report["findings"]] == ["agree"]
    assert report["not_checked"] == []


def test_other_trains_do_not_conflict() -> None:
    other = "Harlow Museum is a museum in Tarn. Harlow Museum opens at 10 a.m. on weekdays.\n"
    report = checker.check_texts({"a": _TEXT.format("2:20 p.m."), "b": other}).to_json()
    assert [c["value"]["low"] for c in report["claims"] if c["kind"] == "time"] == ["14:20", "10:00"]
    assert report["summary"]["conflicts"] == 0
