"""A folder's files are read, named or counted under its configuration, and what cannot be read changes nothing else."""

from pathlib import Path

import pytest

from checker import check_paths
from checker.cli.commands import run
from checker.corpus import corpus_of

FOUNDED = "The Alder Ferry was founded in 1894.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "docs/b.md", "docs/old/c.md", ".github/d.md", "docs/e.svg", "docs/f.djvu"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(FOUNDED)
    return tmp_path


def standing(*paths: str) -> tuple[list[str], list[str], dict[str, list[str]]]:
    """What is read, what is not checked, and what is ignored by its kind, as reports name it."""
    corpus = corpus_of(paths)
    ignored: dict[str, list[str]] = {}
    for one in corpus.ignored:
        ignored.setdefault(one.kind, []).append(one.path)
    return (
        sorted(str(given.source.path) for given in corpus.inputs if given.problem is None),
        sorted(str(given.source.path) for given in corpus.inputs if given.problem is not None),
        ignored,
    )


def test_without_a_configuration(folder: Path) -> None:
    assert standing(".") == (
        ["a.md", "docs/b.md", "docs/old/c.md"],
        ["docs/f.djvu"],
        {"folder": [".github"], "image": ["docs/e.svg"]},
    )


def test_with_one(folder: Path) -> None:
    (folder / "check-claims.yaml").write_text(
        'sources: .\nexclude: [old, "*.djvu"]\ninclude: [".github/d.md", "*.svg"]\n'
    )
    (folder / "rules").mkdir()
    (folder / "rules" / "decisions").mkdir()
    (folder / "rules" / "decisions" / "x.yaml").write_text("")
    assert standing() == standing(".") == (
        [".github/d.md", "a.md", "docs/b.md"],
        ["docs/e.svg"],
        {"check-claims file": ["check-claims.yaml", "rules/decisions"], "excluded": ["docs/f.djvu", "docs/old"],
         "folder": [".github"]},
    )  # fmt: skip
    assert standing("docs/old/c.md", "docs/f.djvu") == (["docs/old/c.md"], ["docs/f.djvu"], {})


def test_patterns_of_sources_find_and_their_names_name(folder: Path) -> None:
    (folder / "check-claims.yaml").write_text('sources: ["docs/*"]\nexclude: old\n')
    assert standing() == (["docs/b.md"], ["docs/f.djvu"], {"excluded": ["docs/old"], "image": ["docs/e.svg"]})
    (folder / "check-claims.yaml").write_text("sources: [docs/e.svg, docs/b.md]\nexclude: docs\n")
    assert standing() == (["docs/b.md"], ["docs/e.svg"], {})


def test_settings_of_another_folder_are_told_from_there(folder: Path) -> None:
    (folder / "docs" / "base.yaml").write_text("exclude: [old/c.md, f.djvu]\n")
    (folder / "check-claims.yaml").write_text("sources: .\nextends: docs/base.yaml\n")
    assert standing()[:2] == (["a.md", "docs/b.md"], [])


def test_what_cannot_be_read_changes_no_id(folder: Path) -> None:
    before = {given.source.path: given.source.id for given in corpus_of(["docs/b.md", "a.md"]).inputs}
    for name in ("a.djvu", "a.vsdx", "b.doc", "docs/a.xls"):
        (folder / name).write_text("x")
    after = {given.source.path: given.source.id for given in corpus_of(["."]).inputs}
    assert before.items() <= after.items()
    assert len({identifier.casefold() for identifier in after.values()}) == len(after)


def test_a_folder_that_was_set_up_where_it_stands_checks_itself(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "docs" / "f.djvu").unlink()
    assert run(["init", "--yes", "--documents", "."]) == 0
    capsys.readouterr()
    assert run(["check"]) == 0
    assert standing()[:2] == (["a.md", "docs/b.md", "docs/old/c.md"], [])


def test_a_folder_of_ignored_files_alone_is_told_what_they_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "src").mkdir()
    (folder / "src" / "m.py").write_text("x = 1\n")
    (folder / "src" / "empty").mkdir()
    assert run(["check", "src"]) == 2
    assert "src: there are no documents to check (1 code file ignored)" in capsys.readouterr().err
    assert run(["check", "src/empty"]) == 2
    assert "src/empty: there are no documents to check; give files" in capsys.readouterr().err


def test_hundreds_of_files_of_code_are_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs" / "f.djvu").unlink()
    for n in range(300):
        (folder / f"m{n}.py").write_text("x = 1\n")
    assert run(["check", "."]) == 0
    shown = capsys.readouterr().out
    assert "300 code files" in shown and "m7.py" not in shown
    assert not check_paths([folder]).not_checked
