"""Folders are walked once, in one order, and nothing that looks like a document goes missing in silence."""

import os
from collections.abc import Sequence
from json import dumps
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import check_paths, check_texts
from checker.language.language import table
from checker.model.user_error import UserError
from checker.reports import html, json, markdown
from checker.sources import discover, identify
from checker.sources.discovery import Choice
from checker.sources.formats import READERS


def lay_out(root: Path, names: Sequence[str]) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"words of {name}")


INSTEAD = {".doc": "it as .docx", ".xls": "it as .xlsx", ".djvu": "it as .pdf"}


def no_reader(ending: str) -> str:
    instead = INSTEAD.get(ending, "its text as .txt or .md")
    return f"no reader for {ending} yet; save {instead}, or list it under exclude in the configuration"


OUTSIDE = "a link that leads out of the folder; give what it leads to by name"


def found(root: Path, *paths: Path, **options: Any) -> tuple[list[str], dict[str, str]]:
    result = discover(paths or (root,), **options)
    files = [path.relative_to(root).as_posix() for path in result.files]
    return files, {Path(s.path).relative_to(root).as_posix(): s.reason for s in result.skipped}


def left(root: Path, **options: Any) -> dict[str, str]:
    """Kind by path of what is ignored in a folder."""
    return {Path(one.path).relative_to(root).as_posix(): one.kind for one in discover([root], **options).ignored}


def test_a_folder(tmp_path: Path) -> None:
    lay_out(tmp_path, ["b.txt", "a.md", "sub/C.TXT", "sub/d.markdown", "code.py", "sources.yaml", "photo.png"])
    assert found(tmp_path) == (["a.md", "b.txt", "sub/C.TXT", "sub/d.markdown"], {})
    assert left(tmp_path) == {"code.py": "code file", "sources.yaml": "settings file", "photo.png": "image"}


@pytest.mark.parametrize(
    "name",
    [
        "README",
        "LICENSE",
        "a.txt",
        "a.text",
        "a.md",
        "a.markdown",
        "a.Rmd",
        "a.qmd",
        "a.mdx",
        "a.html",
        "a.eml",
        "Café notes",
    ],
)
def test_what_is_read(tmp_path: Path, name: str) -> None:
    lay_out(tmp_path, [name])
    assert found(tmp_path) == ([name], {})
    assert left(tmp_path) == {}


@pytest.mark.parametrize(
    "name",
    [
        "letter.doc", "sheet.xls", "run.log", "refs.bib", "odd.7f3", "x.jsonl", "drawing.vsdx",
    ],
)  # fmt: skip
def test_what_no_reader_reads_is_named(tmp_path: Path, name: str) -> None:
    lay_out(tmp_path, [name])
    assert found(tmp_path) == ([], {name: no_reader(Path(name).suffix)})
    assert left(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.PNG", "image"), ("a.svg", "image"), ("a.py", "code file"), ("Makefile", "code file"),
        ("CMakeLists.txt", "code file"), ("a.woff2", "font"), ("a.zip", "archive"), ("a.mp4", "media file"),
        ("poetry.lock", "lock file"), ("package-lock.json", "lock file"), ("~$letter.docx", "lock file"),
        ("tsconfig.app.json", "settings file"), ("shop.schema.json", "settings file"),
        ("docker-compose.dev.yml", "settings file"), ("openapi.v2.yaml", "settings file"),
        ("uv-lock.yaml", "lock file"), ("ruff.toml", "settings file"),
        ("requirements-dev.txt", "settings file"), ("a.toml", "settings file"),
        ("a.exe", "program"), ("notes.txt~", "backup file"), ("a.md.bak", "backup file"), ("Thumbs.db", "system file"),
        (".hidden.txt", "hidden file"), (".gitignore", "hidden file"),
    ],
)  # fmt: skip
def test_what_is_ignored(tmp_path: Path, name: str, kind: str) -> None:
    lay_out(tmp_path, ["seen.txt", name])
    assert found(tmp_path) == (["seen.txt"], {})
    assert left(tmp_path) == {name: kind}
    named = found(tmp_path, tmp_path / name)
    assert name in (*named[0], *named[1])


@pytest.mark.parametrize(
    "name",
    [
        "package.json", "pyproject.toml", "Cargo.toml", "CITATION.cff", "codemeta.json", "pubspec.yaml", "facts.yaml",
        "branches.json", "visitors.csv", "visitors.tsv", "book.ipynb", "budget.xlsx", "budget.ods",
    ],
)  # fmt: skip
def test_data_that_states_facts_is_read(tmp_path: Path, name: str) -> None:
    lay_out(tmp_path, [name])
    assert found(tmp_path) == ([name], {})
    assert left(tmp_path) == {}


def test_every_name_and_ending_is_of_one_kind_and_in_lower_case() -> None:
    kinds = table("text/ignored")["kinds"].values()
    endings = [ending for kind in kinds for ending in kind.get("endings", ())]
    names = [name for kind in kinds for name in kind.get("names", ())]
    for listed in (endings, names):
        assert sorted(set(listed)) == sorted(listed)
        assert all(entry == entry.lower() for entry in listed)
    assert all(ending.startswith(".") for ending in endings)
    assert not READERS.keys() & set(endings)


def test_folders_without_documents(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        [
            ".git/x.txt", ".github/y.md", "node_modules/x.md", "sub/__pycache__/m.txt", "env/pyvenv.cfg",
            "env/lib/z.md", "kept/CACHEDIR.TAG", "kept/z.md", "seen.txt",
        ],
    )  # fmt: skip
    (tmp_path / "none").mkdir()
    assert found(tmp_path) == (["seen.txt"], {})
    folders = [".git", ".github", "env", "kept", "node_modules", "sub/__pycache__"]
    assert left(tmp_path) == dict.fromkeys(folders, "folder")
    for folder, inside in ((".github", ".github/y.md"), ("env", "env/lib/z.md"), ("node_modules", "node_modules/x.md")):
        assert found(tmp_path, tmp_path / folder)[0] == [inside]


def test_files_without_an_ending(tmp_path: Path) -> None:
    (tmp_path / "NOTES").write_text("The mill was built in 1843.")
    (tmp_path / "run").write_text("#!/bin/sh\necho 12\n")
    (tmp_path / "blob").write_bytes(b"\0\1\2" * 50)
    (tmp_path / "done").touch()
    (tmp_path / "marker.7f3").touch()
    (tmp_path / "empty.txt").touch()
    assert found(tmp_path) == (["NOTES", "blob", "empty.txt"], {})
    assert left(tmp_path) == {"run": "code file", "done": "empty file", "marker.7f3": "empty file"}
    report = check_paths([tmp_path])
    assert {n.source: n.reason for n in report.not_checked} == {
        "blob": "holds NUL bytes: binary, or UTF-16 without a byte order mark",
        "empty": "the file is empty; write into it, or list it under exclude in the configuration",
    }


def test_reports_of_an_earlier_check_are_no_documents(tmp_path: Path) -> None:
    lay_out(tmp_path, ["a.md"])
    report = check_texts({"a": "The Alder Museum was founded in 1894."})
    (tmp_path / "report.html").write_text(html.render(report))
    (tmp_path / "report.md").write_text(markdown.render(report))
    (tmp_path / "report.json").write_text(json.render(report))
    assert found(tmp_path) == (["a.md"], {})
    assert left(tmp_path) == dict.fromkeys(["report.html", "report.md", "report.json"], "check-claims file")
    (tmp_path / "own.html").write_text("<p>The Alder Museum was founded in 1894.</p>")
    (tmp_path / "own.json").write_text('{"founded": 1894}')
    assert found(tmp_path) == (["a.md", "own.html", "own.json"], {})


def test_a_choice_of_the_configuration(tmp_path: Path) -> None:
    lay_out(tmp_path, ["a.md", "old/b.md", "c.svg", ".github/d.md", ".github/e.md", "node_modules/f.md", "rules.yaml"])
    choices: dict[str, Choice] = {
        "old": "exclude", "c.svg": "include", ".github": "enter", ".github/d.md": "include", "rules.yaml": "own",
    }  # fmt: skip

    def choose(path: Path) -> Choice | None:
        return choices.get(path.relative_to(tmp_path).as_posix())

    assert found(tmp_path, choose=choose) == ([".github/d.md", "a.md"], {"c.svg": no_reader(".svg")})
    assert left(tmp_path, choose=choose) == {
        "old": "excluded", ".github": "folder", "node_modules": "folder", "rules.yaml": "check-claims file",
    }  # fmt: skip
    assert found(tmp_path, tmp_path / "old" / "b.md", choose=choose) == (["old/b.md"], {})


def test_what_a_pattern_matched_is_as_if_found_in_a_folder(tmp_path: Path) -> None:
    lay_out(tmp_path, ["a.md", "b.py", "c.djvu", ".d.md"])
    paths = sorted(tmp_path.iterdir())
    assert found(tmp_path, *paths, matched=paths) == (["a.md"], {"c.djvu": no_reader(".djvu")})
    assert found(tmp_path, *paths)[0] == [".d.md", "a.md"]


def test_whatever_is_named_is_reported(tmp_path: Path) -> None:
    lay_out(tmp_path, ["photo.png", "NOTES"])
    assert found(tmp_path, tmp_path / "photo.png", tmp_path / "NOTES") == (
        ["NOTES"],
        {"photo.png": no_reader(".png")},
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
    (inside / "gone.json").symlink_to(inside / "never.json")
    (inside / "gone.png").symlink_to(inside / "never.png")
    (inside / "round.txt").symlink_to(inside / "round.txt")
    (inside / ".git").symlink_to(outside)
    files, skipped = found(tmp_path, inside)
    assert files == ["inside/a.txt", "inside/sub/b.txt"]
    assert skipped == {
        "inside/away.txt": OUTSIDE,
        "inside/far": OUTSIDE,
        "inside/gone.txt": "a link to nothing",
        "inside/gone.json": "a link to nothing",
        "inside/round.txt": "too many levels of symbolic links",
    }
    assert left(inside) == {"gone.png": "image", ".git": "folder"}


def test_pipes_are_reported(tmp_path: Path) -> None:
    lay_out(tmp_path, ["a.txt"])
    os.mkfifo(tmp_path / "pipe.txt")
    assert found(tmp_path) == (["a.txt"], {"pipe.txt": "it is a named pipe, not a file"})


def test_nothing_to_read_is_a_failure(tmp_path: Path) -> None:
    lay_out(tmp_path, ["code.py"])
    with pytest.raises(UserError, match=r"no documents to check \(1 code file ignored\); give files that end in \.txt"):
        discover([tmp_path])
    with pytest.raises(UserError, match="no documents"):
        discover([])


def test_missing_paths_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
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
        (["README", "README.md"], ["README", "README-md"]),
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


def test_a_baseline_is_no_document(tmp_path: Path) -> None:
    """A folder whose configuration does not name its baseline any more does not read it as a source."""
    (tmp_path / "a.md").write_text("The mill opened in 1894.")
    entry = {"schema_version": 1, "conflicts": [{"fingerprint": "0a1b", "count": 1}]}
    (tmp_path / "baseline.json").write_text(dumps(entry, indent=2))
    assert found(tmp_path) == (["a.md"], {})
    assert left(tmp_path) == {"baseline.json": "check-claims file"}
