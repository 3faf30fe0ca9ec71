"""A folder of invented documents, and the command line run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli.commands import run

GUIDE = """The Harbour Watch

The Joint Harbour Watch Exercise (JHWE) began in 1894. It keeps 312 boats.
"""
LETTER = """A letter on the Joint Harbour Watch Exercise (JHWE)

The Joint Harbour Watch Exercise (JHWE) began in 1894. Later the Joint Harbour Watch Exchange (JHWE) grew.
"""
"""One acronym with two expansions: one conflict, a warning of the recommended rules."""

RULES = """extends: recommended
rules:
  - id: acronym-is-tidy
    kind: definition
    severity: error
    why: Whoever reads an acronym must know what it means.
    examples:
      conflict:
        - The Alder Tree Survey (ATS) began. Later the Alder Tree Sample (ATS) grew.
      agree:
        - The Alder Tree Survey (ATS) began. Later the ATS grew.
"""
REGISTER = """sources:
  - id: guide
    file: guide.txt
    published: "2008"
  - id: letter
    file: letter.txt
"""


@dataclass(frozen=True)
class Ran:
    """How a command line ended and what it printed."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Command:
    def ran(*arguments: str) -> Ran:
        capfd.readouterr()
        code = run(arguments)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def docs(folder: Path) -> Path:
    """``docs/`` with two documents, one of them with a conflict; nothing is configured."""
    documents = folder / "docs"
    documents.mkdir()
    (documents / "guide.txt").write_text(GUIDE, encoding="utf-8")
    (documents / "letter.txt").write_text(LETTER, encoding="utf-8")
    return documents


@pytest.fixture
def corpus(docs: Path, folder: Path) -> Path:
    """The same documents, registered and configured, with a rule of their own and a folder for claims."""
    (docs / "sources.yaml").write_text(REGISTER, encoding="utf-8")
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    (folder / "check-claims.yaml").write_text(
        "registry: docs/sources.yaml\nclaims: claims\nrules: rules.yaml\n", encoding="utf-8"
    )
    return folder
