"""What goes wrong with one document is said of that document alone: the others are checked, and the exit code is 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import checker
from checker import claims, comparison, extraction, pipeline
from checker.rules import engine, per_source
from tests.faults.conftest import CONFIG, GUIDE, LETTER, Command

MARK = "Ferdinand"
BAD = f"The Harbour Watch was founded in 1894, says {MARK}.\n"
TEXTS = {"guide": GUIDE, "letter": LETTER, "other": BAD}
MANY = {f"{name}{n}": text for name, text in TEXTS.items() for n in range(3)}


class Broken(Exception):
    """Something that nobody foresaw."""


@pytest.fixture(params=[KeyError("boats"), MemoryError(), RecursionError(), Broken("two\nlines")], ids=repr)
def failing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Exception:
    """Reading claims fails for every document that has the mark."""
    error: Exception = request.param
    extract = claims.extract_claims

    def failed(document: Any, *more: Any, **named: Any) -> Any:
        if MARK in document.text:
            raise error
        return extract(document, *more, **named)

    monkeypatch.setattr(claims, "extract_claims", failed)
    return error


def write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_66_an_error_while_one_is_read(folder: Path, command: Command, jobs: str) -> None:
    write(folder, MANY)
    ran = command("check", "--no-config", "--no-cache", "--jobs", jobs, "-o", "json", ".")
    told = json.loads(ran.out)
    assert (ran.code, ran.err) == (2, "")
    assert [n["source"] for n in told["not_checked"]] == ["other0", "other1", "other2"]
    assert {c["source"] for c in told["claims"]} == {name for name in MANY if not name.startswith("other")}
    assert [f["relation"] for f in told["findings"]].count("conflict") == 1
    assert all("\n" not in n["reason"] for n in told["not_checked"])


def test_66_debug_shows_where(folder: Path, command: Command, failing: Exception) -> None:
    write(folder, TEXTS)
    for words in (("--debug", "check", "--no-config", "."), ("check", "--debug", "--no-config", "."), (".", "--debug")):
        ran = command(*words)
        assert (ran.code, "Traceback" in ran.err, type(failing).__name__ in ran.err) == (2, True, True)
    assert "Traceback" not in command("check", "--no-config", ".").err


@pytest.mark.usefixtures("failing")
def test_66_from_python() -> None:
    report = checker.check_texts(TEXTS)
    assert [(n.source, n.rule) for n in report.not_checked] == [("other", None)]
    assert {c.source for c in report.claims} == {"guide", "letter"}
    assert sum(f.relation == "conflict" for f in report.findings) == 1


@pytest.mark.usefixtures("failing")
def test_66_claims_of_the_others_are_written(town: Path, command: Command) -> None:
    (town / "docs/letter.txt").write_text(BAD)
    ran = command("extract", "--no-cache")
    assert (ran.code, "not checked: docs/letter.txt" in ran.out, ran.err) == (2, True, "")
    assert "Traceback" in command("extract", "--no-cache", "--debug").err
    assert (town / "claims/guide.yaml").exists()
    assert not (town / "claims/letter.yaml").exists()


@pytest.mark.parametrize(
    ("together", "left_out"),
    [
        pytest.param({"other"}, ["other"], id="one-alone"),
        pytest.param({"guide", "other"}, ["other"], id="two-together"),
        pytest.param({"guide"}, ["guide"], id="the-first"),
        pytest.param(set(), ["guide", "letter", "other"], id="always"),
    ],
)
def test_66_an_error_while_they_are_compared(
    monkeypatch: pytest.MonkeyPatch, together: set[str], left_out: list[str]
) -> None:
    compare = comparison.compare

    def failed(records: Any, *more: Any) -> Any:
        if records and together <= {record.source.id for record in records}:
            raise Broken
        return compare(records, *more)

    monkeypatch.setattr(comparison, "compare", failed)
    report = checker.check_texts(TEXTS)
    assert [n.source for n in report.not_checked] == left_out
    assert [s.source.id for s in report.sources if s.status == "not-checked"] == left_out
    assert {c.source for c in report.claims} == set(TEXTS) - set(left_out)


def test_66_an_error_of_one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(rule: Any, facts: Any) -> Any:
        if any(claim.source == "other" for claim in facts.claims.values()):
            raise Broken
        return engine.agreement.apply(rule, facts)

    whole = checker.check_texts(TEXTS)
    monkeypatch.setitem(engine.KINDS, "agreement", failed)
    report = checker.check_texts(TEXTS)
    rules = sorted(rule.id for rule in pipeline.recommended().rules if rule.kind == "agreement")
    assert [(n.source, n.rule) for n in report.not_checked] == [("other", rule) for rule in rules]
    (conflict,) = [f for f in report.findings if f.relation == "conflict"]
    assert {standing.source for p in conflict.positions for standing in p.sources} == {"guide", "letter"}
    assert len(report.claims) == len(whole.claims)


@pytest.mark.parametrize("kind", sorted(engine.LOCAL | {"order", "change"}))
def test_66_an_error_that_no_source_is_to_blame_for(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    def failed(rule: Any, facts: Any) -> Any:
        raise Broken("0x7f3a01 is not here")

    monkeypatch.setitem(engine.KINDS, kind, failed)
    report = checker.check_texts(TEXTS)
    rules = sorted(rule.id for rule in pipeline.recommended().rules if rule.kind == kind)
    assert [(n.source, n.rule) for n in report.not_checked] == [(None, rule) for rule in rules]
    assert all("0x..." in n.reason for n in report.not_checked)
    assert sum(f.relation == "conflict" for f in report.findings) == 1


def test_66_an_error_that_shows_in_no_rule_alone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(*_: Any) -> Any:
        raise KeyError("boats")

    monkeypatch.setattr(per_source, "findings", failed)
    report = checker.check_texts({"guide": GUIDE, "letter": LETTER}).to_json()
    missed = {entry["rule"] for entry in report["not_checked"]}
    assert missed == {rule.id for rule in pipeline.recommended().rules if rule.kind in engine.LOCAL}
    assert all("KeyError" in entry["reason"] for entry in report["not_checked"])
    assert report["findings"]


def test_66_an_error_outside_of_every_document(town: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(*_: Any) -> Any:
        raise Broken("no\nsuch")

    monkeypatch.setattr(pipeline, "settled", failed)
    ran = command("check")
    assert (ran.code, ran.out, ran.err.count("\n"), "Traceback" in ran.err) == (2, "", 1, False)
    assert "Traceback" in command("check", "--debug").err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_70_a_source_that_takes_too_long(town: Path, command: Command, jobs: str) -> None:
    (town / "docs/long.txt").write_text("The Alder Museum keeps 1 2 3 4 boats. " * 80_000)
    (town / "docs/sources.yaml").write_text("sources: [{file: guide.txt}, {file: letter.txt}, {file: long.txt}]\n")
    (town / "check-claims.yaml").write_text(CONFIG + "max_seconds: 3\n")
    ran = command("check", "--no-cache", "--jobs", jobs, "-o", "json")
    told = json.loads(ran.out)
    assert ran.code == 2
    (missing,) = told["not_checked"]
    assert (missing["source"], "longer than 3 seconds" in missing["reason"]) == ("long", True)
    assert "max_seconds" in missing["reason"]
    assert {c["source"] for c in told["claims"]} == {"guide", "letter"}


def test_70_the_limit_holds_from_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.limits, "SECONDS", 0.0)
    monkeypatch.setattr(pipeline.limits, "SECONDS_A_MEGABYTE", 2.0)
    report = checker.check_texts({"long": "The Alder Museum keeps 1 2 3 4 boats. " * 20_000})
    assert ["longer than" in n.reason for n in report.not_checked] == [True]


@pytest.mark.parametrize(
    ("text", "most"), [("1 2 ", 10), ("1,", 10), ("7 ", 10), ("3.5% ", 10), ("Alder Yard (AY) ", 100)]
)
def test_70_figures_cost_a_bounded_multiple_of_prose(text: str, most: int) -> None:
    program = (
        "import sys, time, checker\n"
        "words = ' '.join(f'The {name} Watch of the old harbour was founded in {1800 + n} by {n + 7} people, and it "
        "keeps {n * 3 + 2} boats.' for n, name in enumerate(a + b + 'ley' for a in 'ABCDEFGHKLMNPRSTVW' for b in "
        "('ar', 'el', 'in', 'or', 'un', 'am', 'eth', 'is')))\n"
        "def cost(text):\n"
        "    began = time.process_time()\n"
        "    checker.check_texts({'a': text})\n"
        "    return (time.process_time() - began) / len(text)\n"
        "cost(words[:2000])\n"
        f"figures = cost({text!r} * (60_000 // {len(text)}))\n"
        "print(figures / cost(words))\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert float(ran.stdout) < most


def test_every_way_to_read_has_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words, figures and tables all look at the clock."""
    for text in ("The Harbour Watch is old. " * 3000, "1 2 " * 20_000, "| a | 12 |\n" * 5000, "# Head 5\n\n" * 5000):
        document = extraction.document_of(reading_of(text))
        book = pipeline.recommended()
        with pytest.raises(pipeline.limits.Late), pipeline.limits.within(0.0):
            extraction.record_of(document, book, extraction.lexicon_of(book))


def reading_of(text: str) -> Any:
    from checker import sources

    return sources.from_text("long", text)
