"""What stands in docs/ is true: its generated parts are current, and every command in it runs."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from checker.cli.commands import COMMANDS, run
from checker.configuration import Configuration
from checker.rules.rules_file import RulesFile
from checker.sources.registry import Registry
from docs.generate import pages
from tests.sources.made_pdf import Page, paper

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = pages()
WRITTEN = ("ci.md", "review.md", "sources.md", "rule-authors.md")
READ = (*WRITTEN, "editors.md", "tune.md")
"""Pages whose samples and links are good; the commands of the last two are for editors, or need more documents."""
FENCES = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("seeds", "claims", "rules", "docs")


def printed(text: str) -> bytes:
    """A document of one page, as PDF."""
    page = Page()
    page.lines(50, 700, text.splitlines())
    return paper([page])


REPORT = "The School of the Americas was founded in 1947. It has 12 rooms.\n"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name], "run: make docs"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of this project with a document to add, so that commands may write into it."""
    for name in COPIED:
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "report.pdf").write_bytes(printed(REPORT))
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    for words in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "-m", "all"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(page: str, language: str) -> list[str]:
    found = FENCES.findall((DOCS / page).read_text(encoding="utf-8"))
    return [body for name, body in found if name == language]


@pytest.mark.parametrize("page", WRITTEN)
def test_its_commands_run_one_after_the_other(project: Path, capfd: pytest.CaptureFixture[str], page: str) -> None:
    lines = [line.removeprefix("$ ") for block in blocks(page, "console") for line in block.splitlines()]
    assert len(lines) > 4
    for line in lines:
        code = run(shlex.split(line, comments=True)[1:])
        assert code in (0, 1), (line, capfd.readouterr().err)
        assert "error:" not in capfd.readouterr().err, line


@pytest.mark.parametrize("page", READ)
def test_its_samples_are_well_formed(page: str) -> None:
    shapes = [Configuration, RulesFile, Registry]
    for block in blocks(page, "yaml"):
        data = yaml.load(block, yaml.BaseLoader)
        assert any(fits(shape, data) for shape in shapes), block
    for block in blocks(page, "toml"):
        assert tomllib.loads(block)


def fits(shape: type[BaseModel], data: object) -> bool:
    try:
        shape.model_validate(data)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("page", READ)
def test_its_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (DOCS / page).read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target


def test_the_manual_has_every_command_and_is_good_roff() -> None:
    manual = PAGES["check-claims.1"]
    assert [name for name in COMMANDS if f".SS check\\-claims {name}" not in manual] == []
    if shutil.which("groff"):
        ran = subprocess.run(
            ["groff", "-man", "-ww", "-Tutf8"], input=manual, capture_output=True, text=True, check=True
        )
        assert ran.stderr == ""
