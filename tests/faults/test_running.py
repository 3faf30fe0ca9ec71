"""Faults of files, of people and of the machine while it runs: nothing is lost, and nothing looks like success."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker import files
from tests.faults.conftest import CONFIG, GUIDE, LETTER, Command
from tests.interrupts import INTERRUPTIBLE

ROOT = Path(__file__).parent.parent.parent
PROGRAM = [sys.executable, "-c", "from checker.cli import main; main()"]
DAY = "2031-05-17"


def process(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, env=environment, timeout=120, check=False)


def key_of(command: Command) -> str:
    findings = json.loads(command("check", "-o", "json").out)["findings"]
    return next(str(f["fingerprint"]) for f in findings if f["relation"] == "conflict" and f["rule"] == "once-only")


def decided(town: Path, command: Command) -> Path:
    words = ("--verdict", "waived", "--reason", "asked", "--expires", DAY, "--today", "2031-05-01")
    assert command("decide", key_of(command), *words).code == 0
    (path,) = (town / "rules/decisions").glob("*.yaml")
    return path


def test_45_a_loop_of_links_is_walked_once(folder: Path, command: Command) -> None:
    (folder / "docs").mkdir()
    (folder / "docs/guide.txt").write_text(GUIDE)
    (folder / "docs/again").symlink_to(folder / "docs", target_is_directory=True)
    report = json.loads(command("check", "--no-config", "-o", "json", "docs").out)
    assert [source["id"] for source in report["sources"]] == ["guide"]


@pytest.mark.parametrize(
    "setting", ["sources: ../out\n", "sources: /etc\n", "sources: link\n", "registry: ../s.yaml\n"]
)
def test_46_nothing_outside_is_read_unless_allowed(folder: Path, command: Command, setting: str) -> None:
    home = folder / "home"
    home.mkdir()
    (folder / "out").mkdir()
    (folder / "out/guide.txt").write_text(GUIDE)
    (folder / "s.yaml").write_text("sources: [{file: out/guide.txt}]\n")
    (home / "link").symlink_to(folder / "out", target_is_directory=True)
    (home / "check-claims.yaml").write_text(setting)
    os.chdir(home)
    ran = command("check")
    assert (ran.code, "leads out of" in ran.err) == (2, True)


def test_47_a_pipe_among_the_sources_is_reported(folder: Path, command: Command) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "guide.txt").write_text(GUIDE)
    ran = command("check", "--no-config", ".")
    assert (ran.code, "it is a named pipe" in ran.out) == (2, True)


@pytest.mark.parametrize("target", ["link.json", "docs/guide.txt"])
def test_48_no_report_goes_through_a_link_or_over_a_source(town: Path, command: Command, target: str) -> None:
    (town / "precious").write_text("keep")
    (town / "link.json").symlink_to(town / "precious")
    ran = command("check", "-o", f"json:{target}")
    assert ran.code == 2
    assert ((town / "precious").read_text(), (town / "docs/guide.txt").read_text()) == ("keep", GUIDE)


def test_50_a_full_disk_leaves_old_decisions(town: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    path = decided(town, command)
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    ran = command("decide", key_of(command), "--verdict", "left")
    assert (ran.code, path.read_bytes()) == (2, before)
    assert "No space left on device" in ran.err
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_51_an_interrupted_check_leaves_nothing(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").write_text((GUIDE + LETTER) * 60)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-c", INTERRUPTIBLE + PROGRAM[-1]]
    run = subprocess.Popen(
        [*program, "check", "--no-config", "-o", "json:out.json", "--jobs", "2", "."],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True,
    )  # fmt: skip
    wait_for_workers(run.pid)
    os.killpg(run.pid, signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert (run.returncode, b"Traceback" in err) == (130, False)
    assert not (folder / "out.json").exists()
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


def wait_for_workers(pid: int) -> None:
    """Return once the process has another at work, which has begun to read documents."""
    for _ in range(600):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if any(processor_time(child) > AT_WORK for child in children):
            return
        time.sleep(0.05)
    raise AssertionError("the process never started another")


AT_WORK = 0.6
"""Seconds of processor time behind which a process has loaded the program."""


def processor_time(pid: str) -> float:
    """Seconds that a process has used; 0 for one that has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_53_a_second_writer_waits_and_says_so(town: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_of(command)
    monkeypatch.setattr(files, "WAIT", 0.2)
    with files.locked(town / "rules/decisions", "the decisions"):
        ran = command("decide", key, "--verdict", "left")
    assert (ran.code, "being written by another run" in ran.err) == (2, True)
    assert command("decide", key, "--verdict", "left").code == 0


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        pytest.param(lambda t: t.replace("decisions:\n", "<<<<<<< ours\ndecisions:\n"), ":2", id="56-merge-markers"),
        pytest.param(lambda t: t + t.partition("decisions:\n")[2], "two verdicts", id="57-two-verdicts"),
        pytest.param(lambda t: t.replace("version: 1", "version: 9"), "newer release", id="58-newer-version"),
    ],
)
def test_a_decisions_file_that_is_not_sound_stays_as_it_is(
    town: Path, command: Command, edit: object, said: str
) -> None:
    path = decided(town, command)
    text = edit(path.read_text())
    path.write_text(text)
    key = "0123abcd"
    for words in (("check",), ("decide", key, "--verdict", "left")):
        ran = command(*words)
        assert (ran.code, ran.out, said in ran.err) == (2, "", True), ran.err
    assert path.read_text() == text


def test_59_a_reader_that_went_away_is_quiet(town: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.Popen([*PROGRAM, "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert run.stdout is not None and run.stderr is not None
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    run.wait(timeout=60)


def test_60_an_ascii_terminal(folder: Path) -> None:
    (folder / "a.txt").write_text("Das Ärmelmuseum “Café” was founded in 1894.\n", "utf-8")
    (folder / "b.txt").write_text("Das Ärmelmuseum “Café” was founded in 1897.\n", "utf-8")
    ran = process("check", "--no-config", ".", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert ran.returncode in (0, 1), ran.stderr
    assert (ran.stdout.isascii(), ran.stderr) == (True, b"")


def test_61_the_same_bytes(town: Path) -> None:
    first = process("check", "-o", "json", TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    other = process("check", "-o", "json", "--jobs", "2", TZ="Asia/Tokyo", PYTHONHASHSEED="2", LC_ALL="C")
    assert first.stdout == other.stdout
    forth = process("check", "--no-config", "-o", "json", "docs/guide.txt", "docs/letter.txt")
    back = process("check", "--no-config", "-o", "json", "docs/letter.txt", "docs/guide.txt")
    assert forth.stdout == back.stdout


@pytest.mark.parametrize(("today", "code"), [("2031-05-16", 0), (DAY, 0), ("2031-05-18", 1)])
def test_62_a_waiver_holds_through_its_last_day(town: Path, command: Command, today: str, code: int) -> None:
    decided(town, command)
    assert command("check", "--today", today, "--fail-on", "warning").code == code


def test_64_a_value_edited_under_a_waiver_is_open_again(town: Path, command: Command) -> None:
    decided(town, command)
    assert command("check", "--today", "2031-05-02").code == 0
    (town / "docs/letter.txt").write_text(LETTER.replace("1895", "1896"))
    ran = command("check", "--today", "2031-05-02", "--fail-on", "warning")
    assert (ran.code, "1896" in ran.out) == (1, True)


def test_65_an_extension_that_is_broken_is_named(town: Path, command: Command) -> None:
    (town / "check-claims.yaml").write_text(CONFIG + "extends: gone-pack\n")
    ran = command("check")
    assert (ran.code, "gone-pack" in ran.err) == (2, True)
