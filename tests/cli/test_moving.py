"""Documents come, go and move after ``init``: what was known stays known, and what still happens to a file is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

GUIDE = "The Harbour Museum was founded in 1894 by seven retired pilots.\n"
LETTER = "Seven retired pilots founded the Harbour Museum in 1895, and none too soon.\n"
BOOK = "# The Harbour Museum of Alder\n\nThe Harbour Museum was founded in {}. It has 12 rooms.\n"
RED = ("check", "--fail-on", "warning")


@pytest.fixture
def museum(folder: Path, command: Command) -> Path:
    """Two documents whose one conflict is in the baseline."""
    (folder / "docs").mkdir()
    (folder / "docs/guide.txt").write_text(GUIDE, encoding="utf-8")
    (folder / "docs/letter.txt").write_text(LETTER, encoding="utf-8")
    assert command("init", "--yes").code == 0
    assert command(*RED).code == 0
    return folder


def known(command: Command) -> int:
    found = json.loads(command("check", "-o", "json").out)["findings"]
    return sum(finding["status"] == "baseline" for finding in found)


@pytest.mark.parametrize(("year", "code"), [(1894, 0), (1895, 0), (1897, 1)])
def test_a_document_that_says_what_is_known_reopens_nothing(
    museum: Path, command: Command, year: int, code: int
) -> None:
    (museum / "book.md").write_text(BOOK.format(year), encoding="utf-8")
    ran = command("add", "book.md", "--yes")
    assert ran.code == 0
    assert ("New conflicts: 0\n" in ran.out, "Joins existing conflicts: 1\n" in ran.out) == (True, True)
    assert (command(*RED).code, known(command)) == (code, 1 - code)


def test_a_document_put_into_the_folder_reopens_nothing(museum: Path, command: Command) -> None:
    (museum / "docs/book.md").write_text(BOOK.format(1895), encoding="utf-8")
    assert (command(*RED).code, known(command)) == (0, 1)


def test_a_renamed_source_keeps_its_baseline(museum: Path, command: Command) -> None:
    assert command("rename", "letter", "a-letter").code == 0
    assert (museum / "docs/a-letter.txt").is_file()
    assert (command(*RED).code, known(command)) == (0, 1)
    assert command("extract", "--check").code == 0


@pytest.mark.parametrize("target", ["docs/a-letter.txt", "docs/old/letter.txt"])
def test_a_file_that_was_moved_is_found_by_its_content(museum: Path, command: Command, target: str) -> None:
    (museum / "docs/old").mkdir()
    (museum / "docs/letter.txt").rename(museum / target)
    ran = command(*RED)
    assert (ran.code, known(command)) == (0, 1)
    shown = " ".join(ran.out.split())
    assert f"it was moved to {target}, and the register has file: letter.txt; correct that" in shown
    assert ("or run check-claims rename letter a-letter" in shown) == ("a-letter" in target)
    assert command("extract", "--check").code == 0
    assert command("list").out.splitlines()[2].startswith("letter")
    assert command("rename", "letter", "a-letter").code == 0
    clean = command(*RED)
    assert (clean.code, "was moved" in clean.out, known(command)) == (0, False, 1)
    assert (museum / target).with_stem("a-letter").is_file()
    assert command("extract", "--check").code == 0


@pytest.mark.parametrize("change", ["edited", "twice", "unstored", "elsewhere"])
def test_a_file_that_cannot_be_told_is_missing(museum: Path, command: Command, change: str) -> None:
    moved = museum / "docs/moved.txt"
    if change == "elsewhere":
        moved = museum / "moved.txt"
    (museum / "docs/letter.txt").rename(moved)
    if change == "edited":
        moved.write_text(LETTER + "It has a roof.\n", encoding="utf-8")
    elif change == "twice":
        (museum / "docs/again.txt").write_text(LETTER, encoding="utf-8")
    elif change == "unstored":
        (museum / "claims/letter.yaml").unlink()
    ran = command("check")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "there is no file 'letter.txt'; correct the name or remove the entry" in ran.err


def test_a_removed_source_is_still_checked_where_its_folder_is(museum: Path, command: Command) -> None:
    line = "docs/letter.txt is still checked: sources: in check-claims.yaml covers it; delete it, or name it under exc"
    assert line in command("remove", "letter", "--dry-run").out
    assert line not in command("remove", "letter", "--dry-run", "--delete-file").out
    assert line in command("remove", "letter").out
    assert (command(*RED).code, known(command)) == (0, 1)
    config = museum / "check-claims.yaml"
    config.write_text(config.read_text() + "exclude: [docs/letter.txt]\n", encoding="utf-8")
    assert "2 sources" not in command("check").out


def test_a_removed_source_that_nothing_names_is_not_called_checked(museum: Path, command: Command) -> None:
    config = museum / "check-claims.yaml"
    lines = [line for line in config.read_text().splitlines() if not line.startswith("sources:")]
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ran = command("remove", "letter")
    assert (ran.code, "still checked" in ran.out) == (0, False)
