"""The command ``init``: a folder that passes a check at once, and nothing overwritten."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from checker.collection import scaffold, wheel
from checker.strictyaml.modelines import MARK
from tests.cli.conftest import Command

GUIDE = "# The Merganser\n\nThe Merganser was launched on 3 May 1921 at Port Ellery. She weighs 412 tonnes.\n"
LETTER = "Launched in 1922 at Port Ellery, the Merganser weighs 412 tonnes and carries 40 passengers.\n"
CI = ("--hook", "--github", "--gitlab")


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def ships(folder: Path) -> Path:
    """Two documents that conflict, in a folder of their own."""
    (folder / "papers/old").mkdir(parents=True)
    (folder / "papers/guide.md").write_text(GUIDE, encoding="utf-8")
    (folder / "papers/old/letter.txt").write_text(LETTER, encoding="utf-8")
    return folder


def test_an_empty_folder_gets_an_example_and_passes(folder: Path, command: Command) -> None:
    ran = command("init")
    assert (ran.code, ran.err) == (0, "")
    assert set(tree(folder)) == {
        "check-claims.yaml",
        "claims/example.yaml",
        "documents/example.md",
        "documents/sources.yaml",
        "rules/rules.yaml",
        *(f"schemas/{name}.json" for name in ("claims", "config", "decisions", "rules", "sources")),
    }
    for name in ("check-claims.yaml", "documents/sources.yaml", "rules/rules.yaml", "claims/example.yaml"):
        first = (folder / name).read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith(MARK)
        assert (folder / name).parent.joinpath(first.removeprefix(MARK)).is_file()
    assert (command("check").code, command("extract", "--check").code) == (0, 0)
    assert command("rules", "test").code == 0


def test_the_example_goes_as_it_says_and_one_s_own_documents_come(folder: Path, command: Command) -> None:
    command("init")
    (line,) = [row for row in (folder / "documents/example.md").read_text().splitlines() if row.startswith("    ")]
    assert command(*line.split()[1:]).code == 0
    empty = command("check")
    assert (empty.code, "add one: check-claims add FILE" in empty.err) == (2, True)
    (folder / "own.txt").write_text(GUIDE, encoding="utf-8")
    assert command("add", "own.txt", "--yes").code == 0
    assert command("check").code == 0


@pytest.mark.parametrize("arguments", [(), ("--yes",), ("--documents", "papers")])
def test_documents_that_are_there_are_registered_and_their_conflicts_known(
    ships: Path, command: Command, arguments: tuple[str, ...]
) -> None:
    ran = command("init", *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert re.search(
        r"Found: 2 documents, \d claims, 1 conflict \(1 error\).*\n  error    [0-9a-f]{8}  .*Merg", ran.out
    )
    assert "Baseline: it is known from now on, in rules/baseline.json; only new ones fail a run.\n" in ran.out
    assert "To see it: check-claims check --no-baseline\n" in ran.out
    register = yaml.safe_load((ships / "papers/sources.yaml").read_text(encoding="utf-8"))
    assert [(e["id"], e["file"]) for e in register["sources"]] == [("guide", "guide.md"), ("letter", "old/letter.txt")]
    assert not (ships / "papers/example.md").exists()
    assert command("check").code == 0
    today = datetime.date.today().isoformat()
    assert f"Not shown: 1 in the baseline since {today} (--no-baseline shows it).\n" in command("check").out
    shown = command("check", "--no-baseline", "--fail-on", "warning")
    assert (shown.code, "Conflicts ─" in shown.out, "Not shown" in shown.out) == (1, True, False)
    (ships / "papers/new.txt").write_text("The Merganser weighs 421 tonnes. She is fast.\n", encoding="utf-8")
    assert command("check", "--fail-on", "warning").code == 1


def keys(command: Command, *paths: str) -> set[str]:
    found = json.loads(command("check", *paths, "-o", "json").out)["findings"]
    return {finding["fingerprint"] for finding in found}


def test_a_finding_keeps_its_key(ships: Path, command: Command) -> None:
    """As a check of plain paths had it, whatever the register guesses of the documents."""
    (ships / "papers/report_2021.md").write_text(f"Published: 4 May 2021\n\n{GUIDE}", encoding="utf-8")
    (ships / "papers/guide.html").write_text(
        f"<html><head><title>Ships</title><meta name='date' content='2020-02-02'></head><body>{LETTER}</body></html>",
        encoding="utf-8",
    )
    plain = keys(command, "papers")
    assert command("init").code == 0
    assert keys(command) == plain
    assert len(plain) > 2


def test_without_a_baseline_the_conflicts_are_open(ships: Path, command: Command) -> None:
    ran = command("init", "--no-baseline")
    assert (ran.code, "No baseline was written: they count in every run.\n" in ran.out) == (0, True)
    assert not (ships / "rules/baseline.json").exists()
    assert command("check", "--fail-on", "warning").code == 1


def test_nothing_is_overwritten_and_what_is_left_alone_is_said(ships: Path, command: Command) -> None:
    written = ["rules/rules.yaml", scaffold.HOOK, scaffold.GITLAB_MAIN, scaffold.GITHUB, "papers/sources.yaml"]
    for name in written:
        (ships / name).parent.mkdir(parents=True, exist_ok=True)
        (ships / name).write_text(
            "sources: [{file: guide.md}]\n" if "sources" in name else "# ours\n", encoding="utf-8"
        )
    (ships / "rules/rules.yaml").write_text("extends: recommended\n", encoding="utf-8")
    before = tree(ships)
    ran = command("init", *CI)
    assert ran.code == 0
    after = tree(ships)
    assert {name: after[name] for name in before} == before
    for name in written:
        assert f"left alone  {name}\n" in ran.out
    for name in (scaffold.HOOK, scaffold.GITLAB_MAIN):
        assert f"Add this to {name} yourself:" in ran.out


def test_run_again_it_changes_nothing(ships: Path, command: Command) -> None:
    command("init", *CI)
    before = tree(ships)
    ran = command("init", *CI)
    assert (ran.code, tree(ships)) == (0, before)
    assert "written" not in ran.out


def test_run_again_it_adds_what_is_asked_for(folder: Path, command: Command) -> None:
    command("init", "--no-schemas")
    assert not (folder / "schemas").exists()
    before = tree(folder)
    assert command("init", "--github").code == 0
    assert set(tree(folder)) - set(before) == {
        scaffold.GITHUB,
        scaffold.GITHUB_COMMENT,
        f"{scaffold.RELEASE}/{wheel.name()}",
    }


def test_what_it_writes_for_ci_is_yaml_and_its_commands_pass(ships: Path, command: Command) -> None:
    command("init", *CI)
    hook = yaml.safe_load((ships / scaffold.HOOK).read_text())["repos"][0]["hooks"][0]["entry"]
    steps = yaml.safe_load((ships / scaffold.GITHUB).read_text())["jobs"]["check-claims"]["steps"]
    job = yaml.safe_load((ships / scaffold.GITLAB).read_text())["check-claims"]["script"]
    assert yaml.safe_load((ships / scaffold.GITLAB_MAIN).read_text()) == {"include": [{"local": scaffold.GITLAB}]}
    lines = [hook, *(step["run"] for step in steps if "run" in step), *job]
    ran = [line.split()[1:] for line in lines if line.startswith("check-claims")]
    assert [words[:2] for words in ran] == [
        ["check", "--quiet"],
        ["extract", "--check"],
        ["check", "-o"],
        ["check", "--since"],
        ["extract", "--check"],
        ["check", "-o"],
    ]
    assert [command(*words).code for words in ran if "--since" not in words] == [0] * 5
    assert sum("pip install" in line for line in lines) == 2


def came_from(monkeypatch: pytest.MonkeyPatch, url: str, **more: object) -> None:
    """Let the release that runs have been installed from there."""
    kept = metadata.PathDistribution.read_text

    def read(self: metadata.PathDistribution, name: str) -> str | None:
        return json.dumps({"url": url, **more}) if name == "direct_url.json" else kept(self, name)

    monkeypatch.setattr(metadata.PathDistribution, "read_text", read)


VERSION = {"vcs": "git", "commit_id": "5f1e" * 10}


@pytest.mark.parametrize("option", ["--github", "--gitlab"])
def test_a_release_from_a_repository_is_named(
    ships: Path, command: Command, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    came_from(monkeypatch, "https://example.org/check-claims.git", vcs_info=VERSION)
    assert command("init", option).code == 0
    written = tree(ships)[scaffold.GITHUB if option == "--github" else scaffold.GITLAB].decode()
    wanted = f"check-claims[docs] @ git+https://example.org/check-claims.git@{VERSION['commit_id']}"
    assert f'pip install "{wanted}"\n' in written
    assert not (ships / scaffold.RELEASE).exists()


@pytest.mark.parametrize(
    ("url", "more"),
    [
        ("file:///home/ada/check-claims", {"dir_info": {}}),
        ("file:///home/ada/check-claims.whl", {"archive_info": {}}),
        ("file:///home/ada/check-claims", {"vcs_info": VERSION}),
        ("ssh://git@example.org/check-claims", {"vcs_info": VERSION}),
    ],
)
def test_a_release_that_others_do_not_reach_is_packed(
    ships: Path, command: Command, monkeypatch: pytest.MonkeyPatch, url: str, more: dict[str, object]
) -> None:
    came_from(monkeypatch, url, **more)
    assert command("init", "--github").code == 0
    written = tree(ships)
    assert f'pip install "$(echo {scaffold.RELEASE}/*.whl)[docs]"\n' in written[scaffold.GITHUB].decode()
    assert f"{scaffold.RELEASE}/{wheel.name()}" in written


def test_a_release_that_is_there_is_kept(ships: Path, command: Command) -> None:
    older = ships / scaffold.RELEASE / "check_claims-0.0.1-py3-none-any.whl"
    older.parent.mkdir()
    older.write_bytes(b"older")
    assert command("init", "--github", "--gitlab").code == 0
    assert [path.read_bytes() for path in older.parent.iterdir()] == [b"older"]


def test_what_runs_without_being_installed_is_refused(
    ships: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    before = tree(ships)
    ran = command("init", "--github")
    assert (ran.code, "without being installed" in ran.err, ran.err.count("\n")) == (2, True, 1)
    assert tree(ships) == before


def test_what_is_left_to_do_is_said(ships: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(ships))
    assert "activate its environment" in command("init", "--hook").out
    assert "top of the repository" not in command("init", "--hook").out
    (ships / ".git").mkdir()
    assert "top of the repository" not in command("init", "--hook").out
    monkeypatch.chdir(ships / "papers")
    assert f"run init in {ships}\n" in command("init", "--hook").out
    assert "run init in" not in command("init").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--documents", ".."), "leads out of this folder"),
        (("--documents", "papers/guide.md"), "must be in a folder"),
    ],
)
def test_what_it_refuses(ships: Path, command: Command, arguments: tuple[str, ...], said: str) -> None:
    before = tree(ships)
    ran = command("init", *arguments)
    assert (ran.code, said in ran.err, tree(ships)) == (2, True, before)


def test_the_example_rule_holds_when_its_number_signs_are_taken_away(folder: Path, command: Command) -> None:
    command("init")
    path = folder / "rules/rules.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    begins = lines.index("# entities:")
    own = [line[2:] if line.startswith(("# entities", "# rules", "#  ")) else line for line in lines[begins:]]
    path.write_text("\n".join([*lines[:begins], *own]) + "\n", encoding="utf-8")
    ran = command("rules", "test", "tonnage-agrees")
    assert (ran.code, ran.out) == (0, "2 examples, all passed\n"), ran.err


def test_at_a_terminal_it_asks(folder: Path) -> None:
    import os
    import pty

    main, other = pty.openpty()
    os.write(main, b"texts\ny\nn\nn\n")
    program = "from checker.cli import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", program, "init"],
        stdin=other,
        stderr=other,
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
    )
    os.close(other)
    assert ran.returncode == 0, ran.stdout
    assert (folder / "texts/example.md").is_file()
    assert (folder / scaffold.HOOK).is_file()
    assert not (folder / scaffold.GITHUB).exists()
