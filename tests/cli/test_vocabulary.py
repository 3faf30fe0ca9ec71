"""Words that a corpus adds hold for every command, in every process, and in the cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command

RULES = """extends: recommended
vocabulary:
  values/standard_units:
    length: {cable: {factor: 200, symbols: [cb]}}
  values/units: {cable: [cable]}
"""
TEXT = "# Ellery Channel\n\nThe Ellery Channel is %s long.\n"


@pytest.fixture
def channel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "check-claims.yaml").write_text("sources: [docs]\nrules: [own.yaml]\n")
    (tmp_path / "own.yaml").write_text(RULES)
    for name, length in {
        "chart": "24 cables",
        "guide": "4,800 metres",
        "letter": "24 cables",
        "sign": "4,800 metres",
    }.items():
        (tmp_path / "docs" / f"{name}.md").write_text(TEXT % length)
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_it_holds_in_every_process(channel: Path, command: Command, jobs: str) -> None:
    ran = command("check", "--jobs", jobs)
    assert (ran.code, ran.err) == (0, "")
    assert "0 conflicts, 0 possible, 1 agreement" in " ".join(ran.out.split())


def test_another_word_makes_another_report(channel: Path, command: Command) -> None:
    assert command("check").code == 0
    (channel / "own.yaml").write_text(RULES.replace("200", "185.2"))
    ran = command("check", "--fail-on", "warning")
    assert ran.code == 1 and "24 cables" in ran.out and "4,800 metres" in ran.out
    (channel / "own.yaml").write_text("extends: recommended\n")
    assert command("check").code == 0


def test_a_conflict_of_its_units_is_explained(channel: Path, command: Command) -> None:
    (channel / "own.yaml").write_text(RULES.replace("200", "185.2"))
    key = command("check").out.split("once-only", 1)[1].split()[0]
    ran = command("explain", key)
    assert ran.code == 0 and "24 cables" in ran.out


def test_a_word_that_does_not_fit_is_said_with_its_line(channel: Path, command: Command) -> None:
    (channel / "own.yaml").write_text(RULES.replace("factor: 200", "faktor: 200"))
    ran = command("check")
    assert ran.code == 2
    assert ran.err.replace(f"{channel}/", "") == (
        "check-claims: error: own.yaml:4: vocabulary.values/standard_units.length.cable.faktor "
        "unknown key 'faktor'; did you mean 'factor'?\n"
    )
