"""A pipeline in five minutes, followed to the letter: each command of the page, and what it prints."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.ci.conftest import ROOT
from tests.sources.made_pdf import Page, paper

PAGE = (ROOT / "docs/pipeline.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
DAY = "2031-05-17"
"""The day in the page."""
MOST_COMMANDS = 10


def commands() -> list[tuple[str, int, str]]:
    """Each command of the page, its exit code, and what it prints."""
    found = []
    for block in BLOCKS:
        for part in block.split("$ ")[1:]:
            line, _, printed = part.partition("\n")
            command, _, code = line.partition("  # exit code ")
            found.append((command, int(code or 0), printed))
    return found


def sentences() -> dict[str, list[str]]:
    """What the page says that each document says."""
    rows = re.findall(r"^\| `([\w.]+)` \| (.*) \|$", PAGE, re.MULTILINE)
    return {name: re.findall(r"[^.]+\.", text) for name, text in rows}


def write_documents(folder: Path) -> None:
    texts = {name: [sentence.strip() for sentence in said] for name, said in sentences().items()}
    assert sorted(texts) == ["letter.docx", "report.pdf", "website.md"]
    page = Page()
    page.lines(50, 700, ["Harbour Museum: annual report 2023", "", *texts["report.pdf"]])
    (folder / "report.pdf").write_bytes(paper([page]))
    letter = docx.Document()
    letter.add_heading("Letter to members", 1)
    for sentence in texts["letter.docx"]:
        letter.add_paragraph(sentence)
    letter.save(str(folder / "letter.docx"))
    *first, last = texts["website.md"]
    (folder / "website.md").write_text(f"# Harbour Museum\n\n{' '.join(first)}\n\n{last}\n", encoding="utf-8")


def pattern(printed: str) -> str:
    """What an output has to match: three dots stand for any lines."""
    lines = printed.split("\n")
    return "\n".join("(?:.*\n)*?.*" if line == "..." else re.escape(line) for line in lines)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with the three documents."""
    folder = tmp_path / "museum"
    folder.mkdir()
    write_documents(folder)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def test_its_commands_print_what_it_says(project: Path, published: Path, offline: dict[str, str]) -> None:
    published.rename(project.parent / "check-claims")
    venv = project.parent / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    names = {f"GIT_{who}_{what}": "ada@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**offline, **names, "PATH": f"{venv / 'bin'}:{offline['PATH']}", "PYTHONIOENCODING": "utf-8"}
    for command, code, printed in commands():
        before = datetime.date.today()
        ran = subprocess.run(
            ["bash", "-ec", command],
            cwd=project,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert ran.returncode == code, (command, ran.stdout, ran.stderr)
        shown = ran.stdout.replace(before.isoformat(), DAY)
        assert re.fullmatch(pattern(printed), shown), (command, shown)


def test_it_is_short() -> None:
    assert len(commands()) <= MOST_COMMANDS


def test_its_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert targets
    assert [target for target in targets if not (ROOT / "docs" / target).exists()] == []
