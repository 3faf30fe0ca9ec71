"""The worked example: its stored claims are current and its report says what it is known to say."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli.commands import run as run_command

ROOT = Path(__file__).parents[1]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    monkeypatch.chdir(ROOT)

    def at_root(*arguments: str) -> tuple[int, str]:
        code = run_command(list(arguments))
        return code, capsys.readouterr().out

    return at_root


def test_the_stored_claims_are_what_extraction_gives_now(run: Callable[..., tuple[int, str]]) -> None:
    code, output = run("extract", "--check")
    assert code == 0, output


def test_the_documents_tell_their_story(run: Callable[..., tuple[int, str]]) -> None:
    code, output = run("check", "--fail-on", "never", "-o", "json")
    assert code == 0, output
    findings = json.loads(output)["findings"]
    conflicts = {f["rule"]: f for f in findings if f["relation"] == "conflict"}
    assert conflicts.keys() >= {"acronym-spelt-once", "founded-first", "percent-change"}
    assert "JCET" in conflicts["acronym-spelt-once"]["message"]
    assert "early 1960s" in conflicts["founded-first"]["message"]
    assert "116%" in conflicts["percent-change"]["message"]
    founded = [f for f in findings if f["relation"] == "agree" and " was founded in 1976: " in f["message"]]
    assert len(founded) == 1
    assert len(founded[0]["positions"][0]["sources"]) == 6
