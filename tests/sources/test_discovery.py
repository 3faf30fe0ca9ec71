"""Folders are walked once, in one order, and nothing that looks like a document goes missing in silence."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import check_texts
from checker.model.failure import Failure
from checker.reports import html, markdown
from checker.sources import discover, identify


def lay_out(root: Path, names: Sequence[str]) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"words of {name}")


def found(root: Path, *paths: Path) -> tuple[list[str], dict[str, str]]:
    result = discover(paths or (root,))
    files = [path.relative_to(root).as_posix() for path in result.files]
    return files, {Path(s.path).relative_to(root).as_posix(): s.reason for s in result.skipped}


def test_a_folder(tmp_path: Path) -> None:
    lay_out(tmp_path, ["b.txt", "a.md", "sub/C.TXT", "sub/d.markdown", "code.py", "sources.yaml", "photo.png"])
    assert found(tmp_path) == (["a.md", "b.txt", "sub/C.TXT", "sub/d.markdown"], {})


def test_reports_of_an_earlier_check_are_no_documents(tmp_path: Path) -> None:
    lay_out(tmp_path, ["a.md"])
    report = check_texts({"a": "The Alder Museum was founded in 1894."})
    (tmp_path / "report.html").write_text(html.render(report))
    (tmp_path / "report.md").write_text(markdown.render(report))
    assert found(tmp_path) == (["a.md"], {})
    (tmp_path / "own.html").write_text("<p>The Alder Museum was founded in 1894.</p>")
    assert found(tmp_path) == (["a.md"], {"own.html": "no reader for .html yet"})


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    lay_out(tmp_path, [".hidden.txt", ".git/x.txt", "node_modules/x.md", "seen.txt"])
    assert found(tmp_path) == (["seen.txt"], {})


def test_documents_without_a_reader_are_reported(tmp_path: Path) -> None:
    lay_out(tmp_path, ["a.txt", "report.pdf", "sheet.xlsx"])
    assert found(tmp_path) == (
        ["a.txt"],
        {"report.pdf": "no reader for .pdf yet", "sheet.xlsx": "no reader for .xlsx yet"},
    )


def test_whatever_is_named_is_reported(tmp_path: Path) -> None:
    lay_out(tmp_path, ["photo.png", "NOTES"])
    assert found(tmp_path, tmp_path / "photo.png", tmp_path / "NOTES") == (
        [],
        {"photo.png": "no reader for .png yet", "NOTES": "no reader for a file without a format"},
    )


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    lay_out(tmp_path, ["sub/a.txt"])
    assert found(tmp_path, tmp_path / "sub" / "a.txt", tmp_path, tmp_path / "sub" / ".." / "sub")[0] == ["sub/a.txt"]


def test_a_folder_given_under_two_names_is_read_once(tmp_path: Path) -> None:
    folder, link = tmp_path / "docs", tmp_path / "link"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.txt").write_text("text")
    link.symlink_to(folder)
    assert discover([link, folder, folder / "sub" / "a.txt"]).files == (link / "sub" / "a.txt",)


def test_links(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    lay_out(tmp_path, ["inside/a.txt", "inside/sub/b.txt", "outside/c.txt"])
    (inside / "sub" / "loop").symlink_to(inside)
    (inside / "again.txt").symlink_to(inside / "a.txt")
    (inside / "away.txt").symlink_to(outside / "c.txt")
    (inside / "far").symlink_to(outside)
    (inside / "gone.txt").symlink_to(inside / "never.txt")
    files, skipped = found(tmp_path, inside)
    assert files == ["inside/a.txt", "inside/sub/b.txt"]
    assert skipped == {
        "inside/away.txt": "a link that leads out of the folder",
        "inside/far": "a link that leads out of the folder",
        "inside/gone.txt": "a link to nothing",
    }


def test_pipes_are_reported(tmp_path: Path) -> None:
    lay_out(tmp_path, ["a.txt"])
    os.mkfifo(tmp_path / "pipe.txt")
    assert found(tmp_path) == (["a.txt"], {"pipe.txt": "it is a named pipe, not a file"})


def test_nothing_to_read_is_a_failure(tmp_path: Path) -> None:
    lay_out(tmp_path, ["code.py"])
    with pytest.raises(Failure, match=r"there are no documents to check; give files that end in \.txt"):
        discover([tmp_path])
    with pytest.raises(Failure, match="no documents"):
        discover([])


def test_missing_paths_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        discover([tmp_path / "one.txt", tmp_path, tmp_path / "two.txt"])
    assert str(caught.value) == f"{tmp_path / 'one.txt'}: no such file or folder"
    assert caught.value.notes == (f"{tmp_path / 'two.txt'}: no such file or folder",)


@pytest.mark.parametrize(
    ("paths", "ids"),
    [
        (["docs/a.txt", "docs/b.txt"], ["a", "b"]),
        (["docs/a.txt", "notes/a.txt"], ["docs-a", "notes-a"]),
        (["x/docs/a.txt", "y/docs/a.txt", "b.txt"], ["x-docs-a", "y-docs-a", "b"]),
        (["docs/a.txt", "docs/a.md"], ["a-txt", "a-md"]),
        (["docs/Mill.txt", "notes/mill.txt"], ["docs-Mill", "notes-mill"]),
        (["docs/a\nb.txt"], ["a_b"]),
    ],
)
def test_ids(paths: list[str], ids: list[str]) -> None:
    named = identify([Path("/") / path for path in paths])
    assert [named[Path("/") / path] for path in paths] == ids


_NAMES = st.text("aAb-", min_size=1, max_size=3)
_PATHS = st.builds(lambda f, n, s: Path("/") / f / f"{n}{s}", _NAMES, _NAMES, st.sampled_from([".txt", ".md"]))


@given(st.lists(_PATHS, unique=True))
def test_ids_are_unique_whatever_the_order(paths: list[Path]) -> None:
    named = identify(paths)
    assert len({identifier.casefold() for identifier in named.values()}) == len(paths)
    assert identify(reversed(paths)) == named
