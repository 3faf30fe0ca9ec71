"""The SARIF log fits the schema of the format, whatever documents, rules and people wrote."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from checker.model.claim import Evidence
from checker.model.decision import Decision, Ruling
from checker.model.document import Source
from checker.model.report import Checked, Report
from checker.model.source_names import source_names
from checker.reports import sarif
from checker.reports.terminal import safe
from tests.reports.invented import MUSEUM, NASTY, college, ferry, museum, nasty, nasty_rule, shipping_line
from tests.snapshot import matches

SCHEMA = Path(__file__).parent / "schemas/sarif-2.1.0.json"
SNAPSHOTS = Path(__file__).parent / "snapshots"


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def log(report: Report, *rules: Any) -> Any:
    text = sarif.render(report, rules)
    assert text.isascii()
    data = json.loads(text)
    validator().validate(data)
    return data["runs"][0]


def shown(message: str) -> str:
    """A message as a viewer shows it: links as their text, escapes undone."""
    message = re.sub(r"(?<!\\)\[((?:\\.|[^\\\]])*)\]\(\d+\)", r"\1", message)
    return re.sub(r"\\(.)", r"\1", message).replace("{{", "{").replace("}}", "}")


def test_snapshot() -> None:
    matches(SNAPSHOTS / "museum.sarif", sarif.render(museum()))


@pytest.mark.parametrize("report", [museum(), college(), shipping_line(), ferry()])
def test_a_log_fits_its_schema(report: Report) -> None:
    run = log(report)
    conflicts = [f for f in report.findings if f.relation == "conflict" and f.claims]
    assert [result["ruleId"] for result in run["results"]] == [safe(f.rule) for f in conflicts]
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_stays_text(text: str) -> None:
    run = log(nasty(text), nasty_rule(text))
    opened, waived = run["results"]
    name = source_names(checked.source for checked in nasty(text).sources)[f"{text}2"]
    assert shown(opened["message"]["text"]) == f"{safe(text)}. See {safe(name)}, line 1."
    assert opened["relatedLocations"][0]["id"] == 1
    assert re.findall(r"(?<!\\)\]\((\d+)\)", opened["message"]["text"]) == ["1"]
    assert (opened["ruleIndex"], run["tool"]["driver"]["rules"][0]["id"]) == (0, safe(text))
    assert "suppressions" not in opened
    assert waived["suppressions"][0]["kind"] == "external"
    location = opened["locations"][0]["physicalLocation"]["artifactLocation"]
    assert re.fullmatch(r"docs/[A-Za-z0-9%/._~-]+", location["uri"])
    assert location["uriBaseId"] == "%SRCROOT%"


def test_the_side_of_less_authority_is_where_a_result_stands_and_the_others_are_related() -> None:
    report = museum()
    weights = {"annual": 3, "guide": 1, "letter": 2}
    sources = [replace(c, source=replace(c.source, authority=weights.get(c.source.id))) for c in report.sources]
    run = log(replace(report, sources=tuple(sources), texts=tuple(MUSEUM.items())))
    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/letter.txt"
    assert place["region"] == {
        "startLine": 2,
        "startColumn": MUSEUM["letter"].splitlines()[1].index("1897") + 1,
        "endLine": 2,
        "endColumn": MUSEUM["letter"].splitlines()[1].index("1897") + 5,
        "snippet": {"text": "1897"},
    }
    related = [r["physicalLocation"]["artifactLocation"]["uri"] for r in result["relatedLocations"]]
    assert related == ["docs/annual.txt", "docs/guide.txt"]
    assert result["partialFingerprints"] == {"checkClaims/v1": "3f9a21bc77d05e11"}


def test_columns_count_characters_and_not_their_parts() -> None:
    report = nasty("😀 12")
    region = log(report)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (9, 13)


def test_at_most_so_many_results_open_and_grave_ones_first_and_what_was_cut_is_said() -> None:
    report = museum()
    grave = report.findings[0]
    resolved = [replace(grave, fingerprint=f"{n:032x}", status="resolved") for n in range(sarif.MOST_RESULTS)]
    notes = [replace(grave, fingerprint=f"a{n:031x}", severity="info") for n in range(10)]
    last = replace(grave, fingerprint="b" * 32)
    run = json.loads(sarif.render(replace(report, findings=(*resolved, *notes, last))))["runs"][0]
    assert len(run["results"]) == sarif.MOST_RESULTS
    assert [r["level"] for r in run["results"] if "suppressions" not in r] == ["note"] * 10 + ["error"]
    (said,) = [n for n in run["invocations"][0]["toolExecutionNotifications"] if "cut" in n["message"]["text"]]
    assert said["message"]["text"].startswith("11 more conflicts were cut")


def test_what_was_not_checked_is_no_success() -> None:
    (invocation,) = log(museum())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [(n["level"], n["message"]["text"]) for n in invocation["toolExecutionNotifications"]] == [
        ("error", "not checked: docs/plan.txt: binary: a NUL byte at offset 12")
    ]


def test_a_suppression_says_who_decided_what_and_why() -> None:
    report = museum()
    first = replace(report.findings[0], status="resolved")
    said = Decision("r", "s", "a", (), "left", "Ida", "2031-05-17", reason="the deed says so")
    held = replace(report, findings=(first,), rulings=(Ruling(said, "active", first.fingerprint),))
    (suppression,) = log(held)["results"][0]["suppressions"]
    assert suppression["justification"] == "left by Ida on 2031-05-17: the deed says so"
    (bare,) = log(replace(report, findings=(replace(first, status="baseline"),)))["results"][0]["suppressions"]
    assert (bare["kind"], bare["justification"]) == ("external", "known: in the baseline, or untouched by what changed")
    (inline,) = log(replace(report, findings=(replace(first, status="waived"),)))["results"][0]["suppressions"]
    assert (inline["kind"], inline["justification"]) == ("inSource", "waived in the document")


def test_a_file_outside_the_repository_has_no_base() -> None:
    report = museum()
    sources = [Checked(Source("letter", path="../else/letter.txt"), "checked")]
    place = log(replace(report, sources=tuple(sources)))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "../else/letter.txt"}


def test_a_span_over_lines_ends_on_its_last() -> None:
    report = nasty("1894\nand 1895")
    claims = tuple(replace(c, evidence=Evidence(c.evidence.quote, 0, 9, 1, 1)) for c in report.claims)
    region = log(replace(report, claims=claims))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"], region["endColumn"]) == (1, 2, 9)


def test_the_rank_says_how_sure_a_conflict_is_and_what_is_possible_is_counted() -> None:
    run = log(ferry())
    assert [(result["ruleId"], result["level"], result["rank"]) for result in run["results"]] == [
        ("once-only", "error", 96.12)
    ]
    assert run["properties"] == {"possible": 1}
    assert [result["rank"] for result in log(museum())["results"]] == [100.0, 100.0]
