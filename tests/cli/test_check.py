"""The command ``check``: exit codes, reports where they were asked for, and the same bytes every time."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import LETTER, Command
from tests.interrupts import INTERRUPTIBLE, UNINTERRUPTIBLE

PROGRAM = "from checker.cli import main; main()"
ROOT = Path(__file__).parent.parent.parent


def process(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [["docs"], ["check", "docs"], ["docs/letter.txt"], ["docs", "docs/letter.txt"]])
def test_any_folder_works_without_a_configuration(docs: Path, command: Command, arguments: list[str]) -> None:
    ran = command(*arguments)
    assert ran.code == 0
    assert "warning  acronym-spelt-once" in ran.out
    assert ran.err == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--fail-on", "info"], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning", "--ignore", "acronym-spelt-once"], 0),
        (["--fail-on", "warning", "--select", "acronym-spelt-once"], 1),
        (["--fail-on", "warning", "--select", "percent-change"], 0),
        (["--fail-on", "warning", "--jobs", "2"], 1),
        (["--fail-on", "warning", "--today", "2031-05-17"], 1),
        (["--fail-on", "warning", "--possible"], 1),
    ],
)
def test_exit_codes(docs: Path, command: Command, arguments: list[str], code: int) -> None:
    assert command("docs", *arguments).code == code


def test_a_part_that_is_not_read_makes_a_check_incomplete(tmp_path: Path, command: Command) -> None:
    records = "".join(f"2030,{('day', 'night')[n % 2]},{n * 7}\n" for n in range(40))
    (tmp_path / "log.csv").write_text(f"Hut,Beds\nReed,14\n\nYear,Kind,Guests\n{records}", encoding="utf-8")
    ran = command(str(tmp_path), "--no-cache")
    assert ran.code == 2
    assert "the table at line 4 is not read: nothing labels its rows" in " ".join(ran.out.split())
    assert command(str(tmp_path), "--no-cache", "--allow-incomplete").code == 0
    assert command(str(tmp_path)).code == command(str(tmp_path)).code == 2


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nosuch"], "nosuch: no such file or folder"),
        (["chek"], "no such command, file or folder: chek; did you mean 'check'?"),
        (["empty"], "empty: there are no documents to check"),
        ([""], "an empty path; name a file or a folder; . is this folder"),
        ([], "no sources; give a path, or set the folder up: check-claims init"),
        (["docs", "--fial-on", "error"], "no such option: --fial-on; did you mean --fail-on?"),
        (["docs", "--fail-on", "grave"], "'--fail-on'"),
        (
            ["docs", "-o", "xml"],
            "no such format: xml; there are text, json, sarif, junit, github, gitlab, markdown, comment, html",
        ),
        (["docs", "-o", "text", "-o", "json"], "two reports cannot both go to standard output"),
        (["docs", "-o", "text:a", "-o", "json:a"], "two reports cannot both go to a"),
        (["docs", "-o", "json:docs"], "docs: a report needs a file, and this is a folder"),
        (["docs", "-o", "json:nowhere/x.json"], "nowhere: no such folder for the report"),
        (["docs", "-o", "json:docs/guide.txt"], "docs/guide.txt: a report would overwrite a source"),
        (
            ["docs", "--select", "acronym-spelt-onse"],
            "no rule 'acronym-spelt-onse'; did you mean 'acronym-spelt-once'?",
        ),
        (["docs", "--ignore", "nosuch"], "no rule 'nosuch'"),
        (["docs", "--jobs", "0"], "'--jobs'"),
        (["docs", "--today", "yesterday"], "'--today'"),
    ],
)
def test_bad_input_is_one_clear_line(
    docs: Path, folder: Path, command: Command, arguments: list[str], line: str
) -> None:
    (folder / "empty").mkdir()
    ran = command(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("check-claims: error: ")
    assert line in ran.err
    assert ran.err.count("\n") == 1
    assert (docs / "letter.txt").read_text(encoding="utf-8") == LETTER


def test_every_missing_path_is_named(docs: Path, command: Command) -> None:
    assert command("docs", "one", "two").err == (
        "check-claims: error: one: no such file or folder\ncheck-claims: error: two: no such file or folder\n"
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("binary.txt", b"a\0b" * 50, "binary"),
        ("empty.txt", b"", "empty"),
        ("paper.djvu", b"AT&TFORM", "no reader for .djvu"),
    ],
)
def test_what_cannot_be_read_is_listed_and_makes_the_answer_incomplete(
    docs: Path, command: Command, name: str, content: bytes, reason: str
) -> None:
    (docs / name).write_bytes(content)
    ran = command("docs")
    assert ran.code == 2
    assert "acronym-spelt-once" in ran.out
    listed = ran.out[ran.out.index("Not checked") :]
    assert f"docs/{name}: " in listed
    assert reason in listed
    assert "1 not" in listed
    assert command("docs", "--allow-incomplete").code == 0
    assert command("docs", "--allow-incomplete", "--fail-on", "warning").code == 1
    assert command("docs", "--allow-incomplete", "--fail-on", "never").code == 0


def test_reports_go_where_they_are_asked_for(docs: Path, folder: Path, command: Command) -> None:
    ran = command("docs", "-o", "json:report.json", "-o", "text:report.txt", "--fail-on", "never")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert report["summary"]["conflicts"] == 1
    assert (folder / "report.txt").read_text(encoding="utf-8") == command("docs").out
    assert stat.S_IMODE((folder / "report.json").stat().st_mode) & 0o111 == 0
    assert sorted(p.name for p in folder.iterdir()) == ["docs", "report.json", "report.txt"]


def test_a_report_is_not_written_through_a_link(docs: Path, folder: Path, command: Command) -> None:
    (folder / "target").write_text("keep me", encoding="utf-8")
    (folder / "link").symlink_to("target")
    assert "symbolic link" in command("docs", "-o", "json:link").err
    assert (folder / "target").read_text(encoding="utf-8") == "keep me"


def test_json_on_standard_output_is_json(docs: Path, command: Command) -> None:
    report = json.loads(command("docs", "-o", "json").out)
    assert [source["path"] for source in report["sources"]] == ["docs/guide.txt", "docs/letter.txt"]


def test_quiet_and_stats(docs: Path, command: Command) -> None:
    ran = command("docs", "--quiet", "--stats")
    assert "Agreements" not in ran.out
    assert "Conflicts" in ran.out
    assert [line.split()[:2] for line in ran.err.splitlines()[:2]] == [
        ["rule", "conflicts"],
        ["acronym-spelt-once", "1"],
    ]
    assert command("docs/guide.txt", "--quiet").out == ""


@pytest.mark.parametrize(
    ("arguments", "environment", "painted"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {}, False),
    ],
)
def test_colour_only_where_asked_for(
    docs: Path,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    painted: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in command("docs", *arguments).out) is painted


def test_standard_input_is_one_document(folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
    ran = command("-", "-o", "json", "--fail-on", "warning")
    assert ran.code == 1
    assert [source["id"] for source in json.loads(ran.out)["sources"]] == ["stdin"]


def test_a_configured_project_needs_no_paths(corpus: Path, command: Command) -> None:
    ran = command("-o", "json")
    report = json.loads(ran.out)
    assert [(s["id"], s["path"], s["published"]) for s in report["sources"]] == [
        ("guide", "docs/guide.txt", "2008"),
        ("letter", "docs/letter.txt", None),
    ]
    assert {f["rule"] for f in report["findings"] if f["relation"] == "conflict"} >= {"acronym-is-tidy"}


def test_configured_rules_hold_for_paths_unless_refused(corpus: Path, command: Command) -> None:
    assert "acronym-is-tidy" in command("docs/letter.txt").out
    assert "acronym-is-tidy" not in command("docs/letter.txt", "--no-config").out


@pytest.mark.parametrize(
    ("settings", "code"),
    [("", 1), ("fail_on: never\n", 0), ("severity: {acronym-is-tidy: info}\nignore: acronym-spelt-once\n", 0)],
)
def test_settings_hold(corpus: Path, command: Command, settings: str, code: int) -> None:
    with (corpus / "check-claims.yaml").open("a", encoding="utf-8") as file:
        file.write(settings)
    assert command().code == code


@pytest.mark.parametrize(
    ("file", "content", "line"),
    [
        ("check-claims.yaml", "sorces: docs\n", "did you mean 'sources'"),
        ("check-claims.yaml", "sources: docs\nseverity: {nosuch: info}\n", "no rule 'nosuch'"),
        ("rules.yaml", "", "empty"),
        ("docs/sources.yaml", "sources:\n  - id: a\n    file: gone.txt\n", "gone.txt"),
    ],
)
def test_a_faulty_project_is_one_clear_line(corpus: Path, command: Command, file: str, content: str, line: str) -> None:
    (corpus / file).write_text(content, encoding="utf-8")
    ran = command()
    assert (ran.code, ran.out) == (2, "")
    assert line in ran.err


def test_the_same_bytes_in_any_order_folder_zone_locale_and_seed(docs: Path, folder: Path) -> None:
    other = folder / "elsewhere" / "deep"
    other.mkdir(parents=True)
    shutil.copytree(docs, other / "docs")
    one = process("docs", "-o", "json", "--fail-on", "warning", cwd=folder, PYTHONHASHSEED="1", TZ="UTC")
    two = process(
        "docs/letter.txt", "docs/guide.txt", "-o", "json", "--jobs", "2", "--fail-on", "warning",
        cwd=other, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C",
    )  # fmt: skip
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout


def test_an_ascii_terminal_gets_ascii(docs: Path, folder: Path) -> None:
    (docs / "guide.txt").write_text("Das Café Größe (CG) began in 1894. Das Café Gräte (CG) grew.\n", encoding="utf-8")
    ran = process("docs", "--fail-on", "warning", cwd=folder, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ran.returncode == 1
    assert ran.stderr == b""
    assert ran.stdout.isascii()


def test_a_reader_that_goes_away_is_no_error(docs: Path, folder: Path) -> None:
    ran = subprocess.run(
        f"{sys.executable} -c '{PROGRAM}' docs --stats 2>errors | true; cat errors",
        shell=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in ran.stdout + ran.stderr
    assert b"BrokenPipe" not in ran.stdout + ran.stderr


def test_a_full_disk_is_one_clear_line(docs: Path, folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM, "docs"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 2
    assert b"cannot be written: No space left on device" in ran.stderr
    assert ran.stderr.count(b"\n") == 1


def test_an_interrupted_check_says_so_by_its_code(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE + PROGRAM, "-"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin is not None
        try:
            wait_until_reading(running.pid)
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=30)
        finally:
            running.kill()
    assert running.returncode == 130
    assert out == b""
    assert b"Traceback" not in err


def test_an_interrupt_that_the_caller_ignores_is_ignored(folder: Path) -> None:
    """A run in the background of a shell is not ended by Ctrl-C, which is meant for what runs in the foreground."""
    with subprocess.Popen(
        [sys.executable, "-c", UNINTERRUPTIBLE + PROGRAM, "-", "-o", "json"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        try:
            wait_until_reading(running.pid)
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(b"The Tarn Mill was founded in 1894.\n", timeout=60)
        finally:
            running.kill()
    assert (running.returncode, err) == (0, b"")
    assert json.loads(out)["summary"]["sources"] == 1


def test_an_interrupt_while_the_program_starts_is_one_too(folder: Path) -> None:
    program = (
        "import sys, signal\n"
        "class Slow:\n"
        "    def find_spec(self, name, *more):\n"
        "        if name == 'checker.cli.commands': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Slow())\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTIBLE + program + PROGRAM, "."],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


def wait_until_reading(pid: int) -> None:
    """Return once the process waits on its standard input."""
    import time

    for _ in range(600):
        call = Path(f"/proc/{pid}/syscall").read_text().split()
        if call[:2] == ["0", "0x0"]:
            return
        time.sleep(0.05)
    raise AssertionError("the process never read its standard input")


def test_hostile_names_and_texts_stay_text(folder: Path) -> None:
    (folder / "docs").mkdir()
    text = LETTER.replace("grew.", "grew\x1b]0;owned\x07\u202e.\n::error::forged")
    for name in (b"caf\xe9.txt", b"e\x1b]0;x\x07.txt", b"n\n::error::x.txt"):
        (folder / "docs" / os.fsdecode(name)).write_text(text, encoding="utf-8")
    for arguments in (["docs"], ["docs", "-o", "json"], ["docs/nosuch\x1b[2J\n::error::"]):
        ran = process(*arguments, cwd=folder, LC_ALL="C")
        printed = (ran.stdout + ran.stderr).decode("utf-8")
        assert printed
        assert all(line.isprintable() for line in printed.split("\n"))
        assert not any(line.startswith("::") for line in printed.split("\n"))
        assert "Traceback" not in printed


def test_possible_conflicts_are_shown_where_they_are_asked_for(
    folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.comparison.confidence.tiers", lambda: {"error": 2.0, "warning": 1.5, "possible": 0.0})
    (folder / "one.txt").write_text("The Tide School was founded in 1913 by Ida Penrose.\n", encoding="utf-8")
    (folder / "two.txt").write_text("Ida Penrose founded the Tide School in 1931.\n", encoding="utf-8")
    ran = command("one.txt", "two.txt", "--fail-on", "info")
    assert ran.code == 0
    assert "1 conflict is possible: --possible shows it." in ran.out
    ran = command("one.txt", "two.txt", "--fail-on", "info", "--possible")
    assert ran.code == 0
    assert "\npossible  once-only  " in ran.out
    assert all(year in ran.out for year in ("1913", "1931"))
    assert "0 conflicts, 1 possible, " in ran.out
    assert command("one.txt", "two.txt", "--quiet").out == ""
