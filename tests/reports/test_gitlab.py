"""The code quality report has what GitLab reads of each issue, and no two issues share a fingerprint."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.model.finding import NotChecked
from checker.model.report import Report
from checker.reports import gitlab
from checker.reports.terminal import safe
from tests.reports.invented import NASTY, college, ferry, museum, nasty, shipping_line
from tests.snapshot import matches

SNAPSHOTS = Path(__file__).parent / "snapshots"

_TEXT = {"type": "string", "minLength": 1, "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$"}
ISSUES = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": _TEXT,
                "check_name": _TEXT,
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]+$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": _TEXT | {"not": {"pattern": r"^\./"}},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)
"""What GitLab asks of the report: an array of issues, each with these keys, paths told from the root without ``./``."""


def issues(report: Report) -> list[Any]:
    text = gitlab.render(report)
    assert text.isascii()
    found: list[Any] = json.loads(text)
    ISSUES.validate(found)
    prints = [issue["fingerprint"] for issue in found]
    assert len(prints) == len(set(prints))
    return found


def test_snapshot() -> None:
    matches(SNAPSHOTS / "museum.gitlab.json", gitlab.render(museum()))


@pytest.mark.parametrize("report", [museum(), college(), shipping_line(), ferry()])
def test_an_issue_for_each_open_conflict_and_each_thing_not_checked(report: Report) -> None:
    opened = [f for f in report.findings if f.relation == "conflict" and f.status == "open"]
    found = issues(report)
    assert [issue["check_name"] for issue in found] == [
        *(safe(f.rule) for f in opened),
        *("not-checked" for _ in report.not_checked),
    ]
    assert [issue["severity"] for issue in found if issue["check_name"] == "not-checked"] == ["blocker"] * len(
        report.not_checked
    )


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_stays_text(text: str) -> None:
    opened, bare, unread, unfinished = issues(nasty(text))
    assert {opened["description"], bare["description"]} == {safe(text)}
    assert opened["location"] == {"path": safe(f"docs/{text}1"), "lines": {"begin": text[:0].count("\n") + 1}}
    assert bare["location"]["path"] == "."
    assert unread["description"] == safe(f"not checked: {text}")
    assert unfinished["description"] == safe(f"not checked: {text} (rule {text})")


def test_two_conflicts_of_one_fingerprint_are_two_issues_the_same_ones_every_time() -> None:
    report = museum()
    twice = replace(report, findings=(report.findings[0],) * 3)
    found = issues(twice)
    assert [issue["fingerprint"] for issue in found] == [issue["fingerprint"] for issue in issues(twice)]
    assert found[0]["fingerprint"] == report.findings[0].fingerprint


def test_two_rules_not_finished_on_one_source_are_two_issues() -> None:
    unfinished = tuple(NotChecked("plan", rule, "too many to compare") for rule in ("one", "two"))
    assert len(issues(replace(museum(), findings=(), not_checked=unfinished))) == 2


def test_a_possible_conflict_is_no_issue() -> None:
    issues = json.loads(gitlab.render(ferry()))
    assert [issue["fingerprint"] for issue in issues] == ["4a4a4a4a00000000"]
