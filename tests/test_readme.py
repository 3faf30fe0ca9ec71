"""The README tells the truth: its commands run, and what it shows is what they print."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from checker.cli.commands import run
from tests.sources.made_pdf import Page, paper

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
FENCES = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("seeds", "claims", "rules", "docs", "pyproject.toml")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of this project, so that a command may write into it."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name)
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(language: str) -> list[str]:
    """The fenced blocks of one language, in order."""
    return [body for name, body in FENCES.findall(README.read_text(encoding="utf-8")) if name == language]


REPORT = "The Harrow Harbour Board was founded in 1911. It keeps 14 lighthouses.\n"
CLAIMS = """source: fas
claims:
  - subject: imet
    attribute: own remark
    value: {kind: date, text: "1976"}
    evidence: {quote: "%s"}
"""


def printed(text: str) -> bytes:
    """A document of one page, as PDF."""
    page = Page()
    page.lines(50, 700, text.splitlines())
    return paper([page])


def scripts() -> list[list[str]]:
    """The commands of each block of shell lines, in order; what stands in one block is run one after the other."""
    found = [[line for line in block.splitlines() if line.startswith("check-claims")] for block in blocks("sh")]
    return [lines for lines in found if lines]


@pytest.mark.parametrize("lines", scripts(), ids=lambda lines: lines[0].split("#")[0].strip())
def test_its_commands_run(project: Path, capfd: pytest.CaptureFixture[str], lines: list[str]) -> None:
    (project / "report.pdf").write_bytes(printed(REPORT))
    sentence = next(s for s in (project / "seeds/fas.txt").read_text().split(". ") if "1976" in s and '"' not in s)
    (project / "more.yaml").write_text(CLAIMS % sentence.split("\n")[-1])
    for line in lines:
        code = run(shlex.split(line, comments=True)[1:])
        out, err = capfd.readouterr()
        assert code in (0, 1), err
        assert out
        assert err == ""


@pytest.mark.parametrize("block", blocks("console"))
def test_it_shows_what_is_printed(project: Path, capfd: pytest.CaptureFixture[str], block: str) -> None:
    line = block.splitlines()[0]
    run(shlex.split(line.removeprefix("$ "))[1:])
    findings, _, _closing = capfd.readouterr().out.rstrip().rpartition("\n\n")
    printed = f"{line}\n{findings}\n"
    if os.environ.get("WRITE_SNAPSHOTS"):
        README.write_text(README.read_text(encoding="utf-8").replace(block, printed), encoding="utf-8")
    assert printed == block


def test_its_first_commands_are_make_check_and_make_test() -> None:
    first = blocks("sh")[0].splitlines()
    assert [line.split("#")[0].strip() for line in first] == ["make check", "make test"]
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"check", "test", "lint", "format"} <= set(targets)


def test_its_python_runs(project: Path) -> None:
    (code,) = blocks("python")
    exec(compile(code, "README.md", "exec"), {})  # the block is this project's own


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_its_exit_codes_are_those_of_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    said = set(re.findall(r"\b(\d+) [a-z]", capfd.readouterr().out.split("Exit codes:")[1].split("Options:")[0]))
    listed = set(re.findall(r"^\| (\d+) \|", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert said <= listed == {"0", "1", "2", "130"}
