"""The JUnit report is read by readers of the format, and no case passes that was not checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from junitparser import JUnitXml

from checker.model.finding import NotChecked
from checker.model.report import Report
from checker.model.source_names import source_names
from checker.reports import junit
from checker.reports.terminal import safe
from tests.reports.invented import NASTY, college, ferry, museum, nasty, nasty_rule, shipping_line
from tests.snapshot import matches

SNAPSHOTS = Path(__file__).parent / "snapshots"

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"name", "classname"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "skipped": {"message"},
}
"""What the schema that CI systems share lets each element have, as far as it is used."""
INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error", "skipped"},
    "failure": set(),
    "error": set(),
    "skipped": set(),
}


def read(text: str) -> JUnitXml:
    """The suites, once every element has been held against the schema and the totals against the cases."""
    root = ElementTree.fromstring(text.encode())
    for element in root.iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= INSIDE[element.tag]
        assert element.tag not in ("testsuite", "testcase") or element.get("name")
    suites = JUnitXml.fromstring(text.encode())
    for suite in suites:
        cases = list(suite)
        assert suite.tests == len(cases)
        assert suite.failures == sum(any(r._tag == "failure" for r in case.result) for case in cases)
        assert suite.errors == sum(any(r._tag == "error" for r in case.result) for case in cases)
        assert suite.skipped == sum(case.is_skipped for case in cases)
    assert suites.tests == sum(suite.tests for suite in suites)
    assert suites.failures == sum(suite.failures for suite in suites)
    return suites


def test_snapshot() -> None:
    matches(SNAPSHOTS / "museum.junit.xml", junit.render(museum()))


@pytest.mark.parametrize("report", [museum(), college(), shipping_line(), ferry()])
def test_a_case_is_a_rule_and_a_subject(report: Report) -> None:
    cases = [(case.classname, case.name) for suite in read(junit.render(report)) for case in suite]
    assert len(cases) == len(set(cases))
    assert {rule for rule, _ in cases} - {"not checked"} == {safe(f.rule) for f in report.findings}


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_stays_text(text: str) -> None:
    suites = {suite.name: list(suite) for suite in read(junit.render(nasty(text), [nasty_rule(text)]))}
    (case,) = suites[safe(text)]
    assert case.name == safe(text)
    assert [failure.message for failure in case.result] == [safe(text)] * 2
    name = source_names(checked.source for checked in nasty(text).sources)[f"{text}2"]
    said = f"  Before. other stands here. Behind. ({safe(name)} ({safe(text)}), line 1)"
    assert [said in failure.text for failure in case.result] == [True, False]
    assert [c.result[0].message for c in suites["not checked"]] == [safe(text)] * 2
    assert len({c.name for c in suites["not checked"]}) == 2


def test_agreement_passes_what_is_decided_is_skipped_and_what_is_open_fails() -> None:
    report = museum()
    status = {
        case.name: [result._tag for result in case.result] for suite in read(junit.render(report)) for case in suite
    }
    assert status == {
        "Harbour Museum": ["failure"],
        "Harbour Museum library": [],
        "Northern Quay": ["failure"],
        "plan": ["error"],
    }
    silenced = replace(report, findings=tuple(replace(f, status="resolved") for f in report.findings))
    tags = [r._tag for suite in read(junit.render(silenced)) for case in suite for r in case.result]
    assert tags == ["skipped", "skipped", "error"]


def test_what_does_not_fail_the_run_passes_and_is_told() -> None:
    suites = ElementTree.fromstring(junit.render(museum(), failing=("error",)))
    case = next(case for case in suites.iter("testcase") if case.get("name") == "Northern Quay")
    assert [part.tag for part in case] == ["system-out"]
    assert "which does not fail this run" in (case[0].text or "")
    assert [case.find("failure") is not None for case in suites.iter("testcase")].count(True) == 1


def test_a_rule_that_found_nothing_passes_unless_it_could_not_be_checked() -> None:
    rule = nasty_rule("idle")
    report = replace(college(), not_checked=())
    assert [s.tests for s in read(junit.render(report, [rule])) if s.name == "idle"] == [1]
    broken = replace(report, not_checked=(NotChecked(None, "idle", "too many to compare"),))
    assert [s.name for s in read(junit.render(broken, [rule])) if not s.failures] == ["not checked"]


def test_a_possible_conflict_fails_no_case() -> None:
    text = junit.render(ferry())
    root = ElementTree.fromstring(text)
    assert [one.get("message") for one in root.iter("failure")] == [ferry().findings[0].message]
    assert (next(root.iter("failure")).text or "").startswith("key 4a4a4a4a, 96% sure\n")
    assert "6c6c6c6c" not in text
