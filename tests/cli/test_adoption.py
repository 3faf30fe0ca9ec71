"""A team takes the checker on: baselines, changed sources, waivers in documents, and what an exit code says then."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

MUSEUM = {
    "guide.txt": "The Harbour Museum was founded in 1894 by seven retired pilots.\n",
    "letter.txt": "Seven retired pilots founded the Harbour Museum in 1895, and none too soon.\n",
}
SCHOOL = {
    "a.txt": "The Tide School was founded in 1911.\n",
    "b.txt": "Founded in 1912, the Tide School teaches sailing.\n",
}
RULES = """extends: recommended
rules:
  - id: idle-rule
    kind: definition
    severity: error
    why: Whoever reads an acronym must know what it means.
    examples:
      conflict: [The Alder Tree Survey (ATS) began. Later the Alder Tree Sample (ATS) grew.]
      agree: [The Alder Tree Survey (ATS) began. Later the ATS grew.]
"""


def write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def town(folder: Path) -> Path:
    """Two conflicts, configured, with a rule of its own in a folder of rules."""
    write(folder / "docs", MUSEUM | SCHOOL)
    write(folder / "rules", {"own.yaml": RULES})
    (folder / "check-claims.yaml").write_text("sources: docs\nrules: rules/*.yaml\n", encoding="utf-8")
    return folder


def findings(command: Command, *arguments: str) -> list[Any]:
    """The findings of a check, agreements left out."""
    found = json.loads(command("check", "-o", "json", *arguments).out)["findings"]
    return [finding for finding in found if finding["relation"] == "conflict"]


def opened(command: Command, *arguments: str) -> list[str]:
    """The messages of what is open, each up to its first colon."""
    return [f["message"].split(":")[0] for f in findings(command, *arguments) if f["status"] == "open"]


def test_known_conflicts_do_not_count_and_new_ones_do(command: Command, town: Path) -> None:
    ran = command("check", "-q", "--write-baseline", "known.json", "--today", "2031-05-17")
    assert (ran.code, ran.out, ran.err) == (0, "", "known.json: 2 known conflicts\n")
    known = json.loads(Path("known.json").read_text(encoding="utf-8"))
    assert [(e["rule"], e["count"]) for e in known["conflicts"]] == [("once-only", 1)] * 2
    assert command("check", "--baseline", "known.json").code == 0
    line = "Not shown: 2 in the baseline since 2031-05-17 (--no-baseline shows them).\n"
    assert line in command("check", "--baseline", "known.json").out
    write(
        town / "docs",
        {"c.txt": "The Coast Guild cost £50 million.\n", "d.txt": "It cost £51 million to build the Coast Guild.\n"},
    )
    assert command("check", "--baseline", "known.json", "--fail-on", "warning").code == 1
    assert opened(command, "--baseline", "known.json") == ["Coast Guild"]
    before = Path("known.json").read_bytes()
    assert command("check", "--baseline", "known.json", "--fail-on", "warning").code == 1
    assert Path("known.json").read_bytes() == before


def test_the_baseline_that_the_configuration_names(command: Command, town: Path) -> None:
    with (town / "check-claims.yaml").open("a", encoding="utf-8") as file:
        file.write("baseline: known.json\n")
    ran = command("check")
    assert (ran.code, ran.out) == (2, "")
    assert "no such baseline; write one with --write-baseline" in ran.err
    assert command("check", "--write-baseline", "known.json").code == 0
    assert command("check").code == 0


def test_what_is_gone_is_said_and_pruned_on_request_alone(command: Command, town: Path) -> None:
    command("check", "--write-baseline", "known.json")
    write(town / "docs", {"b.txt": SCHOOL["a.txt"]})
    (notice,) = [f for f in findings(command, "--baseline", "known.json") if f["status"] == "open"]
    assert (notice["rule"], notice["severity"]) == ("baseline-stale", "info")
    assert notice["message"].startswith("the baseline lists a conflict that is gone: Tide School: founded: ")
    assert command("check", "--baseline", "known.json").code == 0
    assert command("check", "--baseline", "known.json", "--fail-on", "info").code == 1
    ran = command("check", "-q", "--baseline", "known.json", "--prune", "--fail-on", "info")
    assert (ran.code, ran.out, ran.err) == (0, "", "known.json: 1 removed\n")
    assert [e["message"].split(":")[0] for e in json.loads(Path("known.json").read_text())["conflicts"]] == [
        "Harbour Museum"
    ]
    write(town / "docs", {"b.txt": SCHOOL["b.txt"]})
    assert opened(command, "--baseline", "known.json") == ["Tide School"]


def test_nothing_is_called_gone_that_was_not_looked_for(command: Command, town: Path) -> None:
    command("check", "--write-baseline", "known.json")
    before = Path("known.json").read_bytes()
    assert opened(command, "--baseline", "known.json", "--select", "idle-rule", "--select", "baseline-stale") == []
    assert opened(command, "--baseline", "known.json", "--ignore", "once-only") == []
    assert opened(command, "docs/guide.txt", "--baseline", "known.json") == []
    assert command("check", "--baseline", "known.json", "--prune", "--ignore", "once-only").code == 0
    ran = command("check", "docs/guide.txt", "--baseline", "known.json", "--prune")
    assert (ran.code, ran.out) == (2, "")
    assert "not everything was checked, so what is gone is not known; prune after a full check" in ran.err
    (town / "docs/a.txt").write_bytes(b"\x00\x01\x02")
    assert command("check", "--baseline", "known.json", "--prune").code == 2
    assert opened(command, "--baseline", "known.json") == []
    assert Path("known.json").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the baseline is not JSON"),
        ("[]", "not a baseline"),
        ('{"schema_version": 9, "conflicts": []}', "written by a newer release (schema_version 9)"),
        ('{"schema_version": 1, "conflicts": [{"rule": "x"}]}', "not a baseline"),
        ('{"schema_version": 1, "conflicts": {"a": 1}}', "not a baseline"),
    ],
)
def test_a_file_that_is_no_baseline_is_neither_read_nor_written_over(
    command: Command, town: Path, text: str, said: str
) -> None:
    (town / "known.json").write_text(text, encoding="utf-8")
    ran = command("check", "--baseline", "known.json")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    ran = command("check", "--write-baseline", "known.json")
    assert (ran.code, ran.out) == (2, "")
    assert "this file is not a baseline; name another, or remove it" in ran.err
    assert (town / "known.json").read_text(encoding="utf-8") == text


def test_a_baseline_goes_over_no_source_and_prune_needs_one(command: Command, town: Path) -> None:
    ran = command("check", "--write-baseline", "docs/guide.txt")
    assert (ran.code, "would overwrite a source" in ran.err) == (2, True)
    assert (town / "docs/guide.txt").read_text(encoding="utf-8") == MUSEUM["guide.txt"]
    assert "no baseline to prune; name it: --baseline PATH" in command("check", "--prune").err


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=Ida", "-c", "user.email=ida@harbour.example", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(town: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    git(town, "init", "--quiet")
    git(town, "add", ".")
    git(town, "commit", "--quiet", "--message", "all of it")
    return town


@pytest.mark.parametrize(
    ("change", "counting"),
    [
        ({}, []),
        ({"docs/guide.txt": MUSEUM["guide.txt"] + "It has a roof.\n"}, ["Harbour Museum"]),
        ({"docs/new.txt": "It was in 1913 that the Tide School was founded.\n"}, ["Tide School"]),
        ({"docs/ünï\ncode.txt": "It was in 1913 that the Tide School was founded.\n"}, ["Tide School"]),
        ({"elsewhere.txt": "Nothing of it.\n"}, []),
        ({"docs/a.txt": None}, []),
        ({"docs/a.txt": None, "docs/guide.txt": MUSEUM["guide.txt"] + "It has a roof.\n"}, ["Harbour Museum"]),
        ({"rules/own.yaml": RULES + "# why\n"}, ["Harbour Museum", "Tide School"]),
        ({"rules/more.yaml": "rules: []\n"}, ["Harbour Museum", "Tide School"]),
        (
            {"rules/own.yaml": None, "rules/z.yaml": None, "check-claims.yaml": "sources: docs\n"},
            ["Harbour Museum", "Tide School"],
        ),
        (
            {"check-claims.yaml": "sources: docs\nrules: rules/*.yaml\nfail-on: error\n"},
            ["Harbour Museum", "Tide School"],
        ),
        ({"rules/decisions/x.yaml": "schema_version: 1\ndecisions: []\n"}, ["Harbour Museum", "Tide School"]),
    ],
)
def test_only_conflicts_of_what_changed_count(
    command: Command, repository: Path, change: dict[str, str | None], counting: list[str]
) -> None:
    for name, text in change.items():
        path = repository / name
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    assert sorted(opened(command, "--since", "HEAD")) == counting
    assert command("check", "--since", "HEAD", "--fail-on", "warning").code == (1 if counting else 0)
    git(repository, "add", "--all")
    assert sorted(opened(command, "--since", "HEAD")) == counting
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "changed")
    assert sorted(opened(command, "--since", "HEAD~1")) == counting
    assert opened(command, "--since", "HEAD") == []


def test_a_rules_file_that_was_deleted_counts_for_all(command: Command, repository: Path) -> None:
    write(repository / "rules", {"more.yaml": RULES.replace("idle-rule", "other-rule")})
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "more")
    (repository / "rules/more.yaml").unlink()
    assert sorted(opened(command, "--since", "HEAD")) == ["Harbour Museum", "Tide School"]


def test_a_new_entry_of_the_register_counts_for_its_source_alone(command: Command, repository: Path) -> None:
    listed = [f"  - {{id: {Path(name).stem}, file: docs/{name}}}\n" for name in sorted(MUSEUM | SCHOOL)]
    register = repository / "sources.yaml"
    register.write_text("sources:\n" + "".join(listed), encoding="utf-8")
    (repository / "check-claims.yaml").write_text("registry: sources.yaml\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "a register")
    register.write_text("sources:\n" + "".join(listed).replace("letter,", "letter, title: A letter,"), encoding="utf-8")
    assert opened(command, "--since", "HEAD") == ["Harbour Museum"]
    assert sorted(opened(command, "--since", "HEAD~1")) == ["Harbour Museum", "Tide School"]


def test_settings_of_git_and_folders_below_change_nothing(
    command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "config", "diff.relative", "true")
    write(repository / "docs", {"new.txt": "It was in 1913 that the Tide School was founded.\n"})
    write(repository / "docs", {"guide.txt": MUSEUM["guide.txt"] + "It has a roof.\n"})
    (repository / "below").mkdir()
    monkeypatch.chdir(repository / "below")
    assert sorted(opened(command, "--since", "HEAD")) == ["Harbour Museum", "Tide School"]


@pytest.mark.parametrize("reference", ["no-such-branch", "--output=x", ""])
def test_a_commit_that_there_is_not(command: Command, repository: Path, reference: str) -> None:
    ran = command("check", f"--since={reference}")
    assert (ran.code, ran.out) == (2, "")
    assert "name a commit" in ran.err or "name a branch, a tag or a commit" in ran.err
    assert not (repository / "x").exists()


def test_no_repository_and_no_git(command: Command, town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(town.parent))
    ran = command("check", "--since", "HEAD")
    assert (ran.code, ran.out) == (2, "")
    assert "--since asks git what changed, and git says: not a git repository" in ran.err
    assert ran.err.endswith("; run it in a clone, or without --since\n")
    monkeypatch.setenv("PATH", str(town))
    assert "git cannot be run, so it is not known what changed; install git" in command("check", "--since", "HEAD").err


def commit(folder: Path, texts: dict[str, str], message: str = "more") -> None:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def test_a_branch_is_compared_with_where_it_left_the_other(command: Command, repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "work")
    commit(repository, {"docs/guide.txt": MUSEUM["guide.txt"] + "It has a roof.\n"})
    git(repository, "checkout", "--quiet", "main")
    commit(repository, {"docs/a.txt": SCHOOL["a.txt"] + "It has a pier.\n"})
    git(repository, "checkout", "--quiet", "work")
    assert opened(command, "--since", "main") == ["Harbour Museum"]


def marked(command: Command, *arguments: str) -> list[str]:
    """The places that annotations stand at, and what the notices say."""
    lines = command("check", "-o", "github", *arguments).out.splitlines()
    places = [
        re.search(r"file=([^,]*),line=(\d+)", line) for line in lines if line.startswith(("::error", "::warning"))
    ]
    return [":".join(place.groups()) for place in places if place] + [
        line.rpartition("::")[2] for line in lines if line.startswith("::notice")
    ]


def test_only_changed_lines_are_marked(command: Command, repository: Path) -> None:
    assert sorted(marked(command)) == ["docs/a.txt:1", "docs/guide.txt:1"]
    assert marked(command, "--since", "HEAD") == [
        "2 conflicts are not on changed lines and not marked: 2 in documents that did not change, not counted"
    ]
    commit(repository, {"docs/guide.txt": f"It is by the sea.\n{MUSEUM['guide.txt']}"})
    assert marked(command, "--since", "HEAD~1") == [
        "2 conflicts are not on changed lines and not marked: 1 in changed documents, open; "
        "1 in documents that did not change, not counted"
    ]
    commit(repository, {"docs/letter.txt": MUSEUM["letter.txt"].replace("none too", "not at all too")})
    assert marked(command, "--since", "HEAD~1")[0] == "docs/letter.txt:1"
    (repository / "docs/new.txt").write_text("It was in 1913 that the Tide School was founded.\n", encoding="utf-8")
    assert marked(command, "--since", "HEAD")[0] == "docs/new.txt:1"


def test_a_moved_document_has_no_changed_line(command: Command, repository: Path) -> None:
    git(repository, "mv", "docs/guide.txt", "docs/the guide ü.txt")
    assert opened(command, "--since", "HEAD") == ["Harbour Museum"]
    assert marked(command, "--since", "HEAD") == [
        "2 conflicts are not on changed lines and not marked: 1 in changed documents, open; "
        "1 in documents that did not change, not counted"
    ]


@pytest.fixture
def shallow(command: Command, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of the last of three commits."""
    commit(repository, {"docs/guide.txt": MUSEUM["guide.txt"] + "It has a roof.\n"})
    commit(repository, {"docs/guide.txt": MUSEUM["guide.txt"] + "It has a red roof.\n"})
    folder = tmp_path_factory.mktemp("shallow") / "clone"
    git(repository, "clone", "--quiet", "--depth", "1", f"file://{repository}", str(folder))
    return folder


@pytest.mark.parametrize("reference", ["HEAD~1", "origin/elsewhere"])
def test_a_shallow_clone_says_what_to_fetch(
    command: Command, shallow: Path, monkeypatch: pytest.MonkeyPatch, reference: str
) -> None:
    monkeypatch.chdir(shallow)
    ran = command("check", "--since", reference)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert f"--since: there is no commit '{reference}' here; this clone is shallow: fetch the rest" in ran.err
    assert opened(command, "--since", "HEAD") == []


def test_a_commit_without_a_common_one(
    command: Command, repository: Path, shallow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "checkout", "--quiet", "-b", "side", "HEAD~2")
    commit(repository, {"docs/a.txt": SCHOOL["a.txt"] + "It has a pier.\n"})
    monkeypatch.chdir(shallow)
    git(shallow, "fetch", "--quiet", "--depth", "1", "origin", "side:side")
    ran = command("check", "--since", "side")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "--since: 'side' and HEAD have no commit in common here" in ran.err
    assert "this clone is shallow" in ran.err


NOTICE = "<!-- check-claims: ignore {} -->"
WAIVED = "once-only the deed is lost"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.md", f"{NOTICE.format(WAIVED)}\nThe Tide School was founded in 1911.\n", []),
        ("a.md", f"{NOTICE.format(WAIVED)}\n\nThe Tide School was founded in 1911.\n", []),
        ("a.md", f"The Tide School was founded in 1911. {NOTICE.format(WAIVED)}\n", []),
        (
            "a.md",
            "<!--\ncheck-claims: ignore once-only\nthe deed is lost\n-->\nThe Tide School was founded in 1911.\n",
            [],
        ),
        ("a.md", f"- {NOTICE.format(WAIVED)} The Tide School was founded in 1911.\n", []),
        ("a.txt", f"The Tide School was founded in 1911. {NOTICE.format(WAIVED)}\n", ["Tide School"]),
        (
            "a.md",
            f"{NOTICE.format('once-only')}\nThe Tide School was founded in 1911.\n",
            ["Tide School", "the waiver in a, line 1, gives no reason"],
        ),
        (
            "a.md",
            f"Of schools. {NOTICE.format('once-onyl x')}\n\nThe Tide School was founded in 1911.\n",
            [
                "Tide School",
                "the waiver in a, line 1, names the unknown rule 'once-onyl' (did you mean 'once-only'?)",
            ],
        ),
        (
            "a.md",
            f"The Tide School was founded in 1911.\n\n{NOTICE.format('')}\n",
            ["Tide School", "the waiver in a, line 3, names no rule"],
        ),
        (
            "a.md",
            f"The Tide School was founded in 1911.\n\nIts roof leaks. {NOTICE.format(WAIVED)}\n",
            ["Tide School", "the waiver in a, line 3, covers no conflict of once-only"],
        ),
        ("a.md", f"`{NOTICE.format(WAIVED)}` The Tide School was founded in 1911.\n", ["Tide School"]),
        ("a.md", f"The Tide School was founded in 1911.\n\n```html\n{NOTICE.format('x')}\n```\n", ["Tide School"]),
        ("a.md", f"The Tide School was founded in 1911.\n\n    {NOTICE.format('x')}\n", ["Tide School"]),
        ("a.md", "The Tide School was founded in 1911. <!-- check-claims: ignore once-only x\n", ["Tide School"]),
    ],
)
def test_waivers_in_documents(command: Command, town: Path, name: str, text: str, said: list[str]) -> None:
    (town / "docs/a.txt").unlink()
    write(town / "docs", {name: text})
    found = [f for f in findings(command) if "Harbour" not in f["message"]]
    assert [
        f["message"] if f["kind"] == "decision" else f["message"].split(":")[0] for f in found if f["status"] == "open"
    ] == said
    assert [f["status"] for f in found if f["kind"] != "decision"] == ["open" if said else "waived"]


def test_a_waiver_of_a_rule_that_is_not_run_is_neither_broken_nor_unused(command: Command, town: Path) -> None:
    write(town / "docs", {"m.md": f"The Tide School was founded in 1911. {NOTICE.format(WAIVED)}\n"})
    assert opened(command, "--ignore", "once-only") == []


@pytest.mark.parametrize(
    ("settings", "options", "code"),
    [
        ("", [], 1),
        ("", ["--fail-on", "never"], 0),
        ("fail-on: never\n", [], 0),
        ("fail-on: never\n", ["--fail-on", "error"], 1),
        ("severity: {once-only: info}\n", [], 0),
        ("severity: {once-only: info}\n", ["--fail-on", "info"], 1),
        ("severity: {once-only: warning}\nfail-on: error\n", [], 0),
        ("ignore: once-only\n", [], 0),
        ("overrides:\n  - paths: docs\n    ignore: once-only\n", [], 0),
        ("overrides:\n  - paths: [docs/a.txt, 'docs/gui*']\n    severity: {once-only: info}\n", [], 0),
        ("overrides:\n  - paths: docs/a.txt\n    severity: {once-only: info}\n", [], 1),
        (
            "overrides:\n  - paths: '**/a.txt'\n    ignore: once-only\n"
            "  - paths: docs/guide.txt\n    ignore: once-only\n",
            [],
            0,
        ),
        (
            "overrides:\n  - paths: docs\n    severity: {once-only: info}\n"
            "  - paths: docs\n    severity: {once-only: error}\n",
            [],
            1,
        ),
    ],
)
def test_exit_codes(command: Command, town: Path, settings: str, options: list[str], code: int) -> None:
    with (town / "check-claims.yaml").open("a", encoding="utf-8") as file:
        file.write(settings)
    assert command("check", *options).code == code
    (town / "docs/broken.txt").write_bytes(b"\x00\x01\x02")
    assert command("check", *options).code == 2
    assert command("check", "--allow-incomplete", *options).code == code


def test_paths_are_told_from_the_top_of_the_repository(
    command: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (town / "sub").mkdir()
    for name in ("docs", "rules", "check-claims.yaml"):
        (town / name).rename(town / "sub" / name)
    git(town, "init", "--quiet")
    for folder, arguments in (("sub", ()), ("sub/docs", ()), ("sub/docs", ("a.txt", "b.txt"))):
        monkeypatch.chdir(town / folder)
        issues = json.loads(command("check", *arguments, "-o", "gitlab").out)
        assert {issue["location"]["path"] for issue in issues} <= {"sub/docs/a.txt", "sub/docs/guide.txt"}
        assert "file=sub/docs/a.txt," in command("check", *arguments, "-o", "github").out
        run = json.loads(command("check", *arguments, "-o", "sarif").out)["runs"][0]
        uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}
        assert "sub/docs/a.txt" in uris
        assert "sub/docs/a\\.txt" in command("check", *arguments, "-o", "markdown").out


def test_a_summary_is_put_behind_what_is_there(command: Command, town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (town / "summary.md").write_text("# before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(town / "summary.md"))
    assert command("check", "-o", "text").code == 1
    assert (town / "summary.md").read_text(encoding="utf-8") == "# before\n"
    assert command("check", "-o", "github").code == 1
    said = (town / "summary.md").read_text(encoding="utf-8")
    assert said.startswith("# before\n<!-- check-claims: report -->\n\n## check-claims: 2 open conflicts\n")


def test_a_runner_takes_no_line_of_a_text_for_a_command(
    command: Command, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filler = "and so on " * 6
    write(town / "docs", {"a.txt": f"The Tide School was founded in 1911 {filler} ::error::forged ##[error]forged.\n"})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    shown = command("check", "--all").out + command("review").out
    assert "forged" in shown
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in shown.splitlines())
    assert any(line.lstrip().startswith("::") for line in command("check", "-o", "github").out.splitlines())
