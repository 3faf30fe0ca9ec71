"""Whatever documents and people wrote, text and JSON act on no terminal, and JSON fits its schema."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from checker.reports import json as json_report
from checker.reports import text as text_report
from checker.reports.review_screen import badges, screen
from checker.reports.schema import report_schema
from checker.reports.terminal import Look, columns, safe
from tests.reports.invented import NASTY, college, ferry, museum, nasty, shipping_line


@pytest.mark.parametrize("text", NASTY)
def test_text(text: str) -> None:
    shown = text_report.render(nasty(text))
    assert all(line.isprintable() for line in shown.split("\n"))
    assert "".join(safe(text).split())[:300] in "".join(shown.split())


@pytest.mark.parametrize("text", NASTY)
def test_json(text: str) -> None:
    shown = json_report.render(nasty(text))
    assert all(line.isprintable() for line in shown.split("\n"))
    data = json.loads(shown)
    Draft202012Validator(report_schema()).validate(data)
    assert data["findings"][0]["message"] == text


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("width", [40, 80])
def test_screen(text: str, width: int) -> None:
    report = nasty(text)
    finding = report.findings[0]
    marks = badges(report.rulings_on(finding.fingerprint))
    lines = screen(finding, report, Look(width=width), place=(1, 1), height=20, badges=marks)
    assert len(lines) <= 20
    assert all(line.isprintable() and columns(line) <= width for line in lines)


@pytest.mark.parametrize("report", [museum(), college(), shipping_line(), ferry()])
def test_reports_fit_their_schema(report: object) -> None:
    schema = report_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(json_report.render(report)))
