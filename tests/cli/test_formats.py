"""Each format of reports is written, to standard output and to a file, in the encoding it needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli.formats import FORMATS
from tests.cli.conftest import Command


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_the_same_in_a_file_and_on_standard_output(command: Command, docs: Path, name: str) -> None:
    shown = command("docs", "-o", name, "--fail-on", "warning")
    written = command("docs", "-o", f"{name}:report", "--fail-on", "warning")
    assert (shown.code, shown.err) == (1, "")
    assert written.out == ""
    assert Path("report").read_bytes().decode() == shown.out


def test_the_page_is_one_file_beside_the_others(command: Command, docs: Path, folder: Path) -> None:
    ran = command("docs", "-o", "html:page.html", "-o", "json:report.json", "--fail-on", "never")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert sorted(path.name for path in folder.iterdir()) == ["docs", "page.html", "report.json"]
    assert "Joint Harbour Watch Exchange" in Path("page.html").read_text(encoding="utf-8")
