"""What is configured, where it comes from, and what is missing: ``config show``, chains of ``extends``, ``doctor``."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def settings(command: Command) -> dict[str, tuple[str, str]]:
    """Value and origin of each setting, by its name."""
    ran = command("config", "show")
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split(None, 1) for line in ran.out.splitlines()[2:]]
    parts = {name: rest.rsplit(None, 1) for name, rest in rows}
    return {name: (part[0].strip(), part[1]) for name, part in parts.items()}


def test_settings_and_where_they_come_from(command: Command, docs: Path, folder: Path) -> None:
    (folder / "base").mkdir()
    (folder / "base/common.yaml").write_text(
        "extends: ../top.yaml\nsources: ../docs\nfail-on: error\nseverity: {once-only: info}\n", encoding="utf-8"
    )
    (folder / "top.yaml").write_text("fail_on: never\nmax-file-size: 5 MB\n", encoding="utf-8")
    (folder / "check-claims.yaml").write_text(
        "extends: base/common.yaml\nignore: percent-change\noverrides:\n  - paths: docs/guide.txt\n"
        "    severity: {once-only: error}\n    ignore: acronym-spelt-once\n",
        encoding="utf-8",
    )
    shown = settings(command)
    assert shown["fail-on"] == ("error", "base/common.yaml:3")
    assert shown["sources"] == ("docs", "base/common.yaml:2")
    assert shown["max-file-size"] == ("5000000", "top.yaml:2")
    assert shown["severity"] == ("once-only: info", "base/common.yaml:4")
    assert shown["ignore"] == ("percent-change", "check-claims.yaml:2")
    assert shown["overrides"][0] == "docs/guide.txt (once-only: error, ignore acronym-spelt-once)"
    assert shown["decisions"] == ("rules/decisions", "default")
    assert shown["baseline"] == ("-", "default")
    assert command("check").code == 0


def test_defaults_are_the_values_in_force(command: Command, docs: Path, folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.check-claims]\nsources = ["docs"]\n', encoding="utf-8")
    shown = settings(command)
    assert shown["fail-on"] == ("error", "default")
    assert shown["sources"] == ("docs", "pyproject.toml:2")


def test_no_configuration(command: Command, folder: Path) -> None:
    ran = command("config", "show")
    assert (ran.code, ran.out) == (
        0,
        "No configuration here or in a parent folder: give the paths on the command line.\n",
    )


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (
            {"check-claims.yaml": "extends: check-claims.yaml\n"},
            "check-claims.yaml:1: extends: 'check-claims.yaml' leads back here",
        ),
        (
            {"check-claims.yaml": "extends: a.yaml\n", "a.yaml": "extends: check-claims.yaml\n"},
            "a.yaml:1: extends: 'check-claims.yaml' leads back here",
        ),
        (
            {"check-claims.yaml": "extends: a.yaml\n"},
            "check-claims.yaml:1: extends: no such file, and no such rule pack: a.yaml; correct or remove it",
        ),
        (
            {"check-claims.yaml": "extends: a.yaml\n", "a.yaml": "sorces: docs\n"},
            "a.yaml:1: unknown key 'sorces'; did you mean 'sources'?",
        ),
        (
            {"check-claims.yaml": "extends: a.toml\n", "a.toml": "[tool.check-claims]\n"},
            "extends: 'a.toml' is no YAML file",
        ),
        ({"check-claims.yaml": "extends: ../a.yaml\n"}, "extends: '../a.yaml' leads out of"),
        (
            {"check-claims.yaml": "fail-onn: error\n"},
            "check-claims.yaml:1: unknown key 'fail_onn'; did you mean 'fail_on'?",
        ),
        (
            {"check-claims.yaml": "fail-on: eror\n"},
            "check-claims.yaml:1: fail_on cannot be 'eror'; did you mean 'error'?",
        ),
        (
            {"check-claims.yaml": "fail-on: error\nfail_on: never\n"},
            "'fail-on' is given twice, with hyphens and without; keep one",
        ),
        (
            {"check-claims.yaml": "sources: docs\nseverity: {once-onyl: info}\n"},
            "no rule 'once-onyl'; did you mean 'once-only'?",
        ),
        ({"check-claims.yaml": "sources: docs\nignore: once-onyl\n"}, "no rule 'once-onyl'; did you mean 'once-only'?"),
        (
            {"check-claims.yaml": "sources: docs\noverrides:\n  - paths: docs\n    ignore: once-onyl\n"},
            "no rule 'once-onyl'; did you mean 'once-only'?",
        ),
        (
            {"check-claims.yaml": "sources: docs\noverrides:\n  - path: docs\n"},
            "check-claims.yaml:3: unknown key 'path' in overrides[1]; did you mean 'paths'?",
        ),
        (
            {"pyproject.toml": "[tool.check-claims]\nsorces = ['docs']\n"},
            "pyproject.toml:2: unknown key 'sorces'; did you mean 'sources'?",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    command: Command, docs: Path, folder: Path, files: dict[str, str], line: str
) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    ran = command("check")
    assert (ran.code, ran.out) == (2, "")
    assert line in ran.err


def test_a_chain_of_configurations_ends(command: Command, docs: Path, folder: Path) -> None:
    for number in range(20):
        (folder / f"c{number}.yaml").write_text(f"extends: c{number + 1}.yaml\n", encoding="utf-8")
    (folder / "check-claims.yaml").write_text("extends: c0.yaml\n", encoding="utf-8")
    ran = command("check")
    assert (ran.code, ran.out) == (2, "")
    assert "more than 8 configurations extend each other" in ran.err


def test_doctor(command: Command, corpus: Path) -> None:
    ran = command("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"check-claims {importlib.metadata.version('check-claims')}\nPython 3.")
    for said in (
        "\n  click ",
        f"\nconfiguration: {corpus}/check-claims.yaml\n  2 sources, 0 of them with",
        "\n  0 decisions\n",
    ):
        assert said in ran.out
    assert "\n  pytest " not in ran.out


def test_doctor_says_what_is_wrong(command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "check-claims.yaml").write_text("sorces: docs\nfail-on: x\n", encoding="utf-8")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    ran = command("doctor")
    assert ran.code == 2
    assert f"  wrong: {folder}/check-claims.yaml:1: unknown key 'sorces'; did you mean 'sources'?\n" in ran.out
    assert "  wrong: " in ran.out.split("'sources'?")[1]
    assert "git: missing; --since needs it\n" in ran.out
    assert "editor: none set; review opens files in $EDITOR\n" in ran.out


def test_doctor_without_an_installation(command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> list[str]:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "requires", missing)
    ran = command("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "not installed: run from its own folder" in ran.out
