"""The command export: paths and formats, what is missing, what was not checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import extras
from checker.cli.commands import run

TEXTS = {
    "guide.md": "The Harbour Museum was founded in 1894. In 2023 the Harbour Museum had 84,700 visitors.\n",
    "letter.md": "The Harbour Museum was founded in 1895. In 2023 the Harbour Museum had 84,700 visitors.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("what", ["claims", "facts", "findings"])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_a_table_is_written(folder: Path, what: str, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", what, "docs", "-o", f"out.{ending}"]) == 0
    first = (folder / f"out.{ending}").read_bytes()
    assert run(["export", what, "docs", "-o", f"out.{ending}"]) == 0
    assert (folder / f"out.{ending}").read_bytes() == first
    assert f"out.{ending}: " in capsys.readouterr().err


def test_standard_output_is_csv_without_a_mark(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "findings", "docs"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("key,severity,status,")
    assert ",1894," in out


def test_check_writes_findings_as_csv_too(folder: Path) -> None:
    assert run(["check", "docs", "--fail-on", "never", "-o", "csv:a.csv"]) == 0
    assert run(["export", "findings", "docs", "-o", "b.csv"]) == 0
    assert (folder / "a.csv").read_bytes() == (folder / "b.csv").read_bytes()


def test_what_was_not_checked_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs/broken.md").write_bytes(b"\x00\x01\x02\x00" * 50)
    assert run(["export", "claims", "docs", "-o", "out.csv"]) == 2
    assert "not checked: " in capsys.readouterr().err
    assert (folder / "out.csv").is_file()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["claims", "docs", "-o", "out.ods"], "no such format: out.ods; end it in .csv, .xlsx, .parquet"),
        (["claims", "docs", "-o", "none/out.csv"], "no such folder"),
        (["claims", "docs", "-o", "docs/guide.md"], "no such format: guide.md"),
        (["sources", "docs"], "'sources' is not one of 'claims', 'facts', 'findings'"),
    ],
)
def test_what_cannot_be_written_is_said(
    folder: Path, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", *arguments]) == 2
    assert says in capsys.readouterr().err
    assert (folder / "docs/guide.md").read_text(encoding="utf-8") == TEXTS["guide.md"]


@pytest.mark.parametrize(("ending", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_library_is_named_with_the_command(
    folder: Path, ending: str, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extras, "missing", lambda name: name == library)
    assert run(["export", "claims", "docs", "-o", f"out.{ending}"]) == 2
    err = capsys.readouterr().err
    assert f"{library} is not installed" in err
    assert "pip install" in err
    assert not (folder / f"out.{ending}").exists()
