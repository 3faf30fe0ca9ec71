"""Tests of what is reported of constraints within one document, from the text to each report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker import pipeline
from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.rule import Examples, Rulebook, RuleEntry
from checker.reports import github, sarif, text
from checker.reports import json as json_report
from checker.rules import constraints
from checker.rules.options import problems

Options = dict[str, str | int | list[str] | dict[str, str]]

WRONG = "# Fair\n\nThe fair opens on Monday, 12 May 2026, in Tarn Hill.\n"
RIGHT = WRONG.replace("Monday", "Tuesday")


def rule(**options: str | int | list[str] | dict[str, str]) -> RuleEntry:
    return RuleEntry(
        id="days", kind="calendar", severity="error", why="Days have names.", options=options, examples=Examples()
    )


def checked(written: str, entry: RuleEntry | None = None) -> Report:
    return pipeline.check_with({"fair": written}, Rulebook(rules=(entry or rule(),)))


def conflicts(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.relation == "conflict"]


def test_what_does_not_fit_is_a_finding_of_two_positions() -> None:
    report = checked(WRONG)
    (finding,) = conflicts(report)
    assert finding.message == '12 May 2026 is a Tuesday, but the text says "Monday": fair'
    assert [position.value for position in finding.positions] == ["Monday", "Tuesday"]
    assert [source.source for position in finding.positions for source in position.sources] == ["fair", "fair"]
    assert report.checks == {"calendar": (1, 1, 1)}


def test_what_fits_is_counted_and_gives_no_finding() -> None:
    report = checked(RIGHT)
    assert not report.findings
    assert report.checks == {"calendar": (1, 1, 1)}
    assert "Checked within documents: weekdays and days 1." in text.render(report)


@pytest.mark.parametrize(
    ("options", "found"),
    [({"of": ["weekday"]}, 1), ({"of": ["outside"]}, 0), ({"tolerance": "1"}, 1), ({"tolerance": "2"}, 0)],
)
def test_options_say_what_is_judged(options: Options, found: int) -> None:
    report = checked(WRONG, rule(**options))
    assert len(conflicts(report)) == found
    assert report.checks == {"calendar": (1, 1, 1)}


@pytest.mark.parametrize("kind", sorted(constraints.FORMS))
def test_an_unknown_form_is_refused(kind: str) -> None:
    entry = RuleEntry(id="x", kind=kind, why="y", options={"of": ["nonsense"]}, examples=Examples())
    assert [what for _, what, _ in problems(entry, ())] == ["option 'of' cannot be 'nonsense'"]


def test_json_names_places_that_are_no_claim() -> None:
    report = checked(WRONG)
    found = json.loads(json_report.render(report))
    (finding,) = found["findings"]
    claims = {claim["id"]: claim for claim in found["claims"]}
    assert [claims[one]["value"]["text"] for one in finding["claims"]] == ["12 May 2026"]
    (place,) = finding["places"]
    assert place == {"source": "fair", "quote": "Monday", "start": 26, "end": 32, "line": 3, "column": 19}
    assert WRONG[26:32] == "Monday"
    assert found["checks"] == [{"kind": "calendar", "seen": 1, "read": 1, "checked": 1}]
    assert found["summary"]["claims"] == len(found["claims"])


def test_other_reports_point_at_the_words() -> None:
    report = checked(WRONG)
    (result,) = json.loads(sarif.render(report))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 19, 25)
    assert "line=3,endLine=3,col=19,endColumn=25" in github.render(report)
    shown = text.render(report)
    assert "The fair opens on Monday, 12 May 2026, in Tarn Hill." in shown
    assert "^^^^^^" in shown


def test_a_finding_keeps_its_key_when_lines_are_wrapped_or_moved() -> None:
    (first,) = conflicts(checked(WRONG))
    for written in (
        WRONG.replace("opens on ", "opens on\n"),
        WRONG.replace("# Fair", "# Fair\n\nAll are welcome."),
        WRONG.replace("\n", "\r\n"),
    ):
        (again,) = conflicts(checked(written))
        assert again.fingerprint == first.fingerprint


def test_constraints_are_kept_in_the_cache_and_found_beside_claims_files(tmp_path: Path) -> None:
    from checker.cache import entry_codec

    report = checked(WRONG)
    kept = dict(report.constraints)["fair"]
    record = pipeline.record_of(
        pipeline.document_of(pipeline.sources.from_text("fair", WRONG)), Rulebook(), pipeline.lexicon_of(Rulebook())
    )
    entry = entry_codec.CacheEntry(record.source, WRONG, (), record, constraints=kept)
    assert entry_codec.load(entry_codec.dump(entry), WRONG).constraints == kept


def test_a_comment_in_the_document_waives_it(tmp_path: Path) -> None:
    from checker.corpus import corpus_of

    (tmp_path / "fair.md").write_text(
        WRONG.replace("Hill.", "Hill. <!-- check-claims: ignore weekday-of-date as printed -->"), encoding="utf-8"
    )
    (finding,) = conflicts(pipeline.check(corpus_of([str(tmp_path)])))
    assert finding.status == "waived"
