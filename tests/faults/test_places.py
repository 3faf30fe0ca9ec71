"""Ids, links, pipes and folders that would lead somewhere else, or nowhere, are refused with their place."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker import files
from checker.model.user_error import UserError
from checker.sources import source_ids
from tests.faults.conftest import CONFIG, GUIDE, LETTER, REGISTER, RULES, Command
from tests.faults.test_running import key_of

SECONDS = 20.0
IGNORING = "ignore: [once-only]\nfail_on: never\n"


@pytest.fixture(autouse=True)
def nothing_hangs() -> Iterator[None]:
    """End the whole run, with a word, rather than wait for ever."""
    timer = threading.Timer(SECONDS * 6, os._exit, (3,))
    timer.daemon = True
    timer.start()
    yield
    timer.cancel()


def all_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


@pytest.mark.parametrize("name", ["link", "one"])
def test_45_links_that_lead_to_themselves(folder: Path, command: Command, name: str) -> None:
    (folder / "docs").mkdir()
    (folder / "docs/guide.txt").write_text(GUIDE)
    (folder / "docs/link.txt").symlink_to("link.txt")
    (folder / "docs/one.txt").symlink_to("other.txt")
    (folder / "docs/other.txt").symlink_to("one.txt")
    for words in (["docs"], [f"docs/{name}.txt", "docs/guide.txt"]):
        ran = command("check", "--no-config", "-o", "json", *words)
        told = json.loads(ran.out)
        assert (ran.code, [s["id"] for s in told["sources"] if s["status"] == "checked"]) == (2, ["guide"])


@pytest.mark.parametrize(
    "identifier",
    ["../../stolen", "../stolen", "/tmp/stolen", "a/b", "a\\b", "c:stolen", "..", ".", " ", "stolen "],
)
def test_46_an_id_leads_nowhere_else(folder: Path, command: Command, identifier: str) -> None:
    home = folder / "one/two"
    (home / "docs").mkdir(parents=True)
    (home / "docs/guide.txt").write_text(GUIDE)
    (home / "docs/sources.yaml").write_text(f"sources:\n  - {{id: {json.dumps(identifier)}, file: guide.txt}}\n")
    (home / "check-claims.yaml").write_text("registry: docs/sources.yaml\nclaims: claims\n")
    os.chdir(home)
    before = all_below(folder)
    for words in (["extract"], ["check"], ["list"], ["remove", identifier], ["rename", identifier, "new"]):
        ran = command(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "sources.yaml:2" in ran.err
    assert all_below(folder) == before


@pytest.mark.parametrize(
    ("identifier", "said"),
    [
        pytest.param("x" * 300, "longer", id="long"),
        pytest.param("ä" * 101, "longer", id="long-in-bytes"),
        pytest.param("one\ntwo", "U+000A", id="line-break"),
        pytest.param("one\u202etwo", "U+202E", id="bidi"),
        pytest.param("one\u2066two", "U+2066", id="isolate"),
        pytest.param("one\u200btwo", "U+200B", id="zero-width"),
        pytest.param("one\x1b[31m", "U+001B", id="escape"),
    ],
)
@pytest.mark.parametrize("by_id", [True, False])
def test_67_an_id_that_is_no_name(town: Path, command: Command, identifier: str, said: str, by_id: bool) -> None:
    quoted = json.dumps(identifier)
    listed = f"  - file: letter.txt\n  - {{file: guide.txt, id: {quoted}}}\n"
    named = f"  letter: {{file: letter.txt}}\n  {quoted}: {{file: guide.txt}}\n"
    (town / "docs/sources.yaml").write_text("sources:\n" + (named if by_id else listed))
    ran = command("extract")
    assert (ran.code, ran.out, said in ran.err, "sources.yaml:3" in ran.err) == (2, "", True, True)
    assert ran.err.count("\n") == 1
    assert identifier not in ran.err
    assert not (town / "claims").exists()


def test_67_a_file_with_such_a_name_wants_an_id_of_its_own(town: Path, command: Command) -> None:
    name = "one\u202etwo.txt"
    (town / "docs" / name).write_text(GUIDE)
    (town / "docs/sources.yaml").write_text(f"sources:\n  - file: {json.dumps(name)}\n")
    ran = command("check")
    assert (ran.code, "give the entry an id: of its own" in ran.err) == (2, True)
    (town / "docs/sources.yaml").write_text(f"sources:\n  - {{file: {json.dumps(name)}, id: one}}\n")
    assert command("extract").code == 0
    assert (town / "claims/one.yaml").exists()


def test_67_long_names_of_files_are_cut_and_kept_apart(folder: Path, command: Command) -> None:
    (folder / "docs").mkdir()
    for end in "ab":
        (folder / "docs" / f"{'x' * 240}{end}.txt").write_text(GUIDE)
    (folder / "check-claims.yaml").write_text("sources: docs\nclaims: claims\n")
    assert command("extract").code == 0
    assert len(list((folder / "claims").glob("*.yaml"))) == 2


@pytest.mark.parametrize("name", ["guide", "annual-report_2008", "Bericht über 1.2", "年報", "...", "a.b"])
def test_67_what_is_a_name_stays_one(name: str) -> None:
    assert source_ids.problem(name) is None
    assert source_ids.shortened(name) == name


PIPES = [
    "check-claims.yaml",
    "rules.yaml",
    "docs/sources.yaml",
    "claims/guide.yaml",
    "rules/decisions/x.yaml",
    "b.json",
]


@pytest.mark.parametrize("name", PIPES)
@pytest.mark.parametrize("words", [["check"], ["extract"], ["doctor"], ["rules"], ["list"], ["config", "show"]])
def test_47_no_file_is_waited_for(town: Path, command: Command, name: str, words: list[str]) -> None:
    (town / name).unlink(missing_ok=True)
    (town / name).parent.mkdir(parents=True, exist_ok=True)
    if name == "b.json":
        (town / "check-claims.yaml").write_text(CONFIG + "baseline: b.json\n")
    os.mkfifo(town / name)
    ran = command(*words)
    assert "Traceback" not in ran.err
    if words == ["check"]:
        assert (ran.code, "it is a named pipe" in " ".join((ran.err + ran.out).split())) == (2, True)


@pytest.mark.parametrize("end", [".txt", ".md", ".html", ".yaml", ""])
def test_47_a_pipe_of_any_name_in_a_folder(folder: Path, command: Command, end: str) -> None:
    (folder / "guide.txt").write_text(GUIDE)
    os.mkfifo(folder / f"pipe{end}")
    ran = command("check", "--no-config", ".")
    assert (ran.code, "it is a named pipe" in ran.out) == (2, True)


def test_47_claims_from_a_pipe_and_reports_into_one(town: Path, command: Command) -> None:
    os.mkfifo(town / "pipe")
    ran = command("extract", "docs/guide.txt", "--from", "pipe")
    assert (ran.code, "it is a named pipe" in ran.err) == (2, True)
    ran = command("check", "-o", "json:pipe")
    assert (ran.code, "nobody reads from this pipe" in ran.err) == (2, True)
    for option in (["--baseline", "pipe"], ["--write-baseline", "pipe"]):
        assert command("check", *option).code == 2
    ran = command("check", "--no-config", "/dev/zero")
    assert (ran.code, "it is a device" in ran.out) == (2, True)


def test_47_set_up_beside_a_pipe(folder: Path, command: Command) -> None:
    (folder / "guide.txt").write_text(GUIDE)
    os.mkfifo(folder / ".pre-commit-config.yaml")
    ran = command("init", "--yes", "--hook")
    assert (ran.code, "it is a named pipe" in ran.err) == (2, True)


INPUTS = [
    "check-claims.yaml",
    "rules.yaml",
    "docs/sources.yaml",
    "claims/guide.yaml",
    "claims/new.yaml",
    "docs/guide.txt",
]


@pytest.mark.parametrize("target", [*INPUTS, "docs/../rules.yaml", "linked/guide.txt", "rules/decisions/x.yaml"])
@pytest.mark.parametrize("option", [["-o", "json:{}"], ["--write-baseline", "{}"]])
def test_48_nothing_is_written_over_what_is_read(town: Path, command: Command, target: str, option: list[str]) -> None:
    command("extract")
    (town / "linked").symlink_to("docs", target_is_directory=True)
    (town / "rules/decisions").mkdir(parents=True)
    before = all_below(town)
    ran = command("check", *(word.format(target) for word in option))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert all_below(town) == before


def test_48_a_baseline_may_be_written_again(town: Path, command: Command) -> None:
    (town / "check-claims.yaml").write_text(CONFIG + "baseline: known.json\n")
    (town / "known.json").write_text('{"schema_version": 1, "conflicts": []}')
    assert command("check", "--write-baseline", "known.json").code == 0
    assert command("check").code == 0
    assert command("check", "-o", "json:known.json").code == 2


@pytest.mark.parametrize("target", ["link", "loop", "out/report.json", "here/report.json"])
@pytest.mark.parametrize("option", [["-o", "json:{}"], ["--write-baseline", "{}"]])
def test_68_nothing_is_written_through_a_link(
    town: Path, command: Command, tmp_path_factory: pytest.TempPathFactory, target: str, option: list[str]
) -> None:
    other = tmp_path_factory.mktemp("other")
    (town / "real").mkdir()
    (town / "link").symlink_to(other / "made")
    (town / "loop").symlink_to("loop")
    (town / "out").symlink_to(other, target_is_directory=True)
    (town / "here").symlink_to("real", target_is_directory=True)
    ran = command("check", *(word.format(target) for word in option))
    assert (ran.code, "symbolic link" in ran.err) == (2, True)
    assert list(other.iterdir()) == list((town / "real").iterdir()) == []


@pytest.mark.parametrize("link", [".github", ".github/workflows", "rules"])
def test_68_set_up_writes_through_no_link(
    folder: Path, command: Command, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    other = tmp_path_factory.mktemp("other")
    (folder / "guide.txt").write_text(GUIDE)
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(other, target_is_directory=True)
    ran = command("init", "--yes", "--github")
    assert (ran.code, "symbolic link" in ran.err) == (2, True)
    assert list(other.iterdir()) == []
    assert not (folder / "check-claims.yaml").exists()


@pytest.mark.parametrize("shape", ["link", "folder", "pipe"])
def test_68_a_lock_that_is_no_file(town: Path, command: Command, shape: str) -> None:
    key = key_of(command)
    folder = town / "rules/decisions"
    folder.mkdir(parents=True)
    lock = folder / ".lock"
    if shape == "link":
        lock.symlink_to(town / "precious")
    elif shape == "folder":
        lock.mkdir()
    else:
        os.mkfifo(lock)
    ran = command("decide", key, "--verdict", "left")
    assert (ran.code, ".lock: the lock of the decisions is a link or no file; remove it" in ran.err) == (2, True)
    assert not (town / "precious").exists()
    assert [path.name for path in folder.iterdir()] == [".lock"]


def test_68_claims_files_and_decisions_that_are_links_stay_links(town: Path, command: Command) -> None:
    (town / "claims").mkdir()
    (town / "claims/guide.yaml").symlink_to(town / "made.yaml")
    ran = command("extract")
    assert (ran.code, "symbolic link" in ran.err) == (2, True)
    assert not (town / "made.yaml").exists()


def above(folder: Path, text: str = IGNORING) -> Path:
    """A folder of documents in conflict, with a configuration in the folder above."""
    (folder / "work").mkdir()
    (folder / "work/guide.txt").write_text(GUIDE)
    (folder / "work/letter.txt").write_text(LETTER)
    (folder / "check-claims.yaml").write_text(text)
    os.chdir(folder / "work")
    return folder / "work"


def test_69_a_configuration_above_is_named(folder: Path, command: Command) -> None:
    above(folder)
    for words in (["check", "."], ["check", "--quiet", "."]):
        ran = command(*words)
        assert (ran.code, str(folder / "check-claims.yaml") in ran.err, "once-only" in ran.err) == (0, True, True)
    assert command("check", "--no-config", "--fail-on", "warning", ".").code == 1
    os.chdir(folder)
    assert command("check", "work").err == ""


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_69_nothing_above_the_repository_configures_it(folder: Path, command: Command, kind: str) -> None:
    work = above(folder)
    if kind == "folder":
        subprocess.run(["git", "init", "-q", str(work)], check=True)
    else:
        (work / ".git").write_text("gitdir: elsewhere\n")
    (work / "inner").mkdir()
    for place in (work, work / "inner"):
        os.chdir(place)
        ran = command("check", "--fail-on", "warning", str(work))
        assert (ran.code, ran.err) == (1, "")


@pytest.mark.parametrize("owner", ["mine", "root", "theirs"])
def test_69_a_configuration_of_somebody_else_is_refused(
    folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch, owner: str
) -> None:
    above(folder)
    uid = {"mine": os.geteuid(), "root": 0, "theirs": os.geteuid() + 1}[owner]
    lstat = Path.lstat
    monkeypatch.setattr(
        Path,
        "lstat",
        lambda path: SimpleNamespace(st_uid=uid, st_mode=0) if path.name == "check-claims.yaml" else lstat(path),
    )
    ran = command("check", ".")
    if owner == "theirs":
        assert (ran.code, ran.out, "another user" in ran.err, "--no-config" in ran.err) == (2, "", True, True)
        assert command("check", "--no-config", "--fail-on", "warning", ".").code == 1
        assert command("init", "--yes").code == 0
    else:
        assert ran.code == 0


@pytest.mark.parametrize(
    ("rules", "config"),
    [
        ("{}\n", ""),
        ("rules: []\n", ""),
        ("entities: {}\n", ""),
        ("attributes: {}\n", ""),
        ("extends: []\n", ""),
        (RULES, "ignore: [{}]\n"),
    ],
)
def test_20_where_no_rule_runs_nothing_is_green(town: Path, command: Command, rules: str, config: str) -> None:
    from checker import pipeline

    every = ", ".join(rule.id for rule in pipeline.recommended().rules)
    (town / "rules.yaml").write_text(rules)
    (town / "check-claims.yaml").write_text(CONFIG + config.format(every))
    ran = command("check")
    assert (ran.code, ran.out, "no rule runs" in ran.err, "rules.yaml" in ran.err) == (2, "", True, True)
    assert ("extends: recommended" in ran.err) == (not config)


def test_20_one_rule_is_enough(town: Path, command: Command) -> None:
    assert command("check", "--select", "once-only", "--fail-on", "warning").code == 1
    assert command("check", "--select", "decision-expired").code == 2


def test_71_what_killed_runs_left_is_cleaned(town: Path, command: Command) -> None:
    command("extract")
    left = [town / place / ".check-claims-0123456789abcdef.tmp" for place in ("claims", "docs", ".")]
    for path in left:
        path.write_text("half")
    other = town / "claims/.notes.tmp"
    other.write_text("a person's")
    files._cleaned.clear()
    assert command("check", "-o", "json:out.json", "--fail-on", "warning").code == 1
    assert [path for path in left if path.exists()] == []
    assert other.exists()


def test_71_what_a_run_at_work_writes_stays(tmp_path: Path) -> None:
    path, handle = files._temporary(tmp_path)
    files._cleaned.clear()
    files.clean(tmp_path)
    assert path.exists()
    os.close(handle)
    files._cleaned.clear()
    files.clean(tmp_path)
    assert not path.exists()


def test_a_link_is_seen_only_below_the_root(tmp_path: Path) -> None:
    (tmp_path / "real/in").mkdir(parents=True)
    (tmp_path / "to").symlink_to("real", target_is_directory=True)
    (tmp_path / "real/back").symlink_to("in", target_is_directory=True)
    root = tmp_path / "to"
    assert files.linked(root / "in/a.txt", root) is None
    assert files.linked(root / "back/a.txt", root) == root / "back"
    assert files.linked(root / "back/../a.txt", root) == root / "back"
    assert files.linked(tmp_path / "real/in/a.txt", root) is None


def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("made")
    with pytest.raises(UserError, match="symbolic link"):
        files.replace(tmp_path / "link", "text", "the file")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link"]


def test_the_register_still_names_all_sources(town: Path, command: Command) -> None:
    """The guards above cost nobody anything who has a sound folder."""
    assert (town / "docs/sources.yaml").read_text() == REGISTER
    assert command("extract").code == 0
    assert command("check", "--fail-on", "warning").code == 1
