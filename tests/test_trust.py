"""The same bytes however a run is made, and no trouble of a cache, a process or a reader shows in them."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.interrupts import INTERRUPTIBLE

ROOT = Path(__file__).parent.parent
PROGRAM = "from checker.cli import main; main()"
PATHS = ["docs/a.txt", "docs/b.md", "docs/c.txt", "docs/d.txt", "docs/e.txt"]
TEXTS = {
    "a.txt": "The Larnholt Museum was founded in 1871. It employs 340 people and drew 52,100 visitors in 1994.\n",
    "b.md": "# Larnholt Museum\n\nThe *Larnholt Museum* was founded in 1874 and employs 340 people.\n",
    "c.txt": "The Larnholt Museum was founded in 1871; in 1994 it drew 52,100 visitors.\n",
    "d.txt": "Caf\xe9 Larnholt, beside the Larnholt Museum, opened in 1902 and seats 60 guests.\n",
    "e.txt": "The Alder Tree Survey (ATS) began in 1894. Later the Alder Tree Sample (ATS) grew.\n",
}
WORK = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def run(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments, *(["--fail-on", "never"] if "-o" in arguments else [])],
        cwd=at,
        env={**os.environ, **WORK, **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("trust")
    (place / "docs").mkdir()
    for name, text in TEXTS.items():
        (place / "docs" / name).write_bytes(text.encode("latin-1" if name == "d.txt" else "utf-8"))
    return place


@pytest.fixture(scope="module")
def expected(folder: Path) -> bytes:
    """The report of one process without a cache."""
    ran = run(*PATHS, "-o", "json", "--no-cache", "--jobs", "1", at=folder)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["summary"]["conflicts"] >= 2
    return ran.stdout


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.mark.parametrize("jobs", [[], ["--jobs", "1"], ["--jobs", "2"], ["--jobs", "7"]], ids=" ".join)
def test_the_same_bytes_for_any_number_of_processes_cold_and_warm(
    folder: Path, expected: bytes, cache: Path, jobs: list[str]
) -> None:
    for _ in range(2):
        ran = run("docs", "-o", "json", *jobs, at=folder, CHECK_CLAIMS_CACHE=str(cache))
        assert (ran.stdout, ran.stderr) == (expected, b"")
    assert (cache / "sources.sqlite").is_file()


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "3"},
    ],
)
def test_the_same_bytes_in_any_order_folder_zone_locale_and_seed(
    folder: Path, expected: bytes, cache: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    elsewhere = tmp_path / "other" / "place"
    shutil.copytree(folder, elsewhere)
    for at, paths in ((elsewhere, PATHS[::-1]), (folder, [*PATHS[2:], *PATHS[:2]])):
        ran = run(*paths, "-o", "json", "--jobs", "2", at=at, CHECK_CLAIMS_CACHE=str(cache), **environment)
        assert (ran.stdout, ran.stderr) == (expected, b"")


def test_two_runs_at_once_share_the_cache(folder: Path, expected: bytes, cache: Path) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "docs", "-o", "json"],
            cwd=folder,
            env={**os.environ, **WORK, "CHECK_CLAIMS_CACHE": str(cache)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    assert [one.communicate(timeout=120) for one in runs] == [(expected, b"")] * 3


@pytest.mark.parametrize("shape", ["damaged", "emptied", "of another kind"])
def test_a_damaged_cache_shows_in_no_report(folder: Path, expected: bytes, cache: Path, shape: str) -> None:
    run("docs", at=folder, CHECK_CLAIMS_CACHE=str(cache))
    file = cache / "sources.sqlite"
    if shape == "of another kind":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(b"" if shape == "emptied" else b"\xa5" * 9000)
    ran = run("docs", "-o", "json", at=folder, CHECK_CLAIMS_CACHE=str(cache))
    assert (ran.returncode, ran.stdout) == (0, expected)
    assert ran.stderr.count(b"\n") == (shape != "emptied")
    assert (b"cache" in ran.stderr) == (shape != "emptied")


def test_an_edit_is_seen_at_once(folder: Path, cache: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, place := tmp_path / "edited")
    run("docs", at=place, CHECK_CLAIMS_CACHE=str(cache))
    file = place / "docs" / "b.md"
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("1874", "1871"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    (place / "check-claims.yaml").write_text("sources: docs\njobs: 2\n", encoding="utf-8")
    warm, cold = (run("-o", "json", *more, at=place, CHECK_CLAIMS_CACHE=str(cache)) for more in ([], ["--no-cache"]))
    assert warm.stdout == cold.stdout
    assert b"1874" not in warm.stdout


def test_changed_words_are_seen_at_once(folder: Path, cache: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, place := tmp_path / "worded")
    (place / "check-claims.yaml").write_text("sources: docs\nrules: rules.yaml\n", encoding="utf-8")
    found = []
    said = "extends: recommended\nattributes:\n  founded:\n    value: date\n    holds: once\n    verbs: [%s]\n"
    for verb in ("found", "seat", "found"):
        (place / "rules.yaml").write_text(said % verb, encoding="utf-8")
        warm, cold = (
            run("-o", "json", *more, at=place, CHECK_CLAIMS_CACHE=str(cache)) for more in ([], ["--no-cache"])
        )
        assert warm.stdout == cold.stdout
        found.append(warm.stdout)
    assert found[0] == found[2] != found[1]


def test_no_cache_is_made_where_none_is_wanted(folder: Path, cache: Path) -> None:
    assert run("docs", "--no-cache", at=folder, CHECK_CLAIMS_CACHE=str(cache)).stderr == b""
    assert not cache.exists()


def test_stored_claims_are_read_once(folder: Path, cache: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, place := tmp_path / "stored")
    entries = "".join(f"  - id: {path[5]}\n    file: {path}\n" for path in PATHS)
    (place / "sources.yaml").write_text(f"sources:\n{entries}", encoding="utf-8")
    (place / "check-claims.yaml").write_text("registry: sources.yaml\nclaims: claims\n", encoding="utf-8")

    def same(remarks: int) -> bytes:
        runs = [
            run("-o", "text", "--all", *more, at=place, CHECK_CLAIMS_CACHE=str(cache))
            for more in ([], [], ["--jobs", "3"], ["--no-cache"])
        ]
        assert len({ran.stdout for ran in runs}) == 1
        assert b" ".join(runs[0].stdout.split()).count(b"run check-claims extract") == remarks
        return runs[0].stdout

    same(5)
    assert run("extract", "--jobs", "2", at=place, CHECK_CLAIMS_CACHE=str(cache)).returncode == 0
    stored = same(0)
    (place / "docs" / "a.txt").write_text(TEXTS["a.txt"].replace("1871", "1872"), encoding="utf-8")
    assert same(1) != stored
    (place / "docs" / "a.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
    file = place / "claims" / "c.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("schema_version: 2", "schema_version: 9"), "utf-8")
    runs = [run("-o", "json", *more, at=place, CHECK_CLAIMS_CACHE=str(cache)) for more in ([], ["--no-cache"])]
    assert runs[0].stdout == runs[1].stdout
    assert [ran.returncode for ran in runs] == [2, 2]


KILLED = """
import os, signal, sys
from checker import values
find = values.find
def killed(plain, text=None, **more):
    if "Alder Tree" in plain and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return find(plain, text, **more)
here = os.getpid()
values.find = killed
"""


def test_a_process_that_is_killed_costs_its_source_alone(folder: Path, cache: Path) -> None:
    (longer := folder / "killed").mkdir()
    for name in PATHS:
        text = (folder / name).read_bytes()
        (longer / Path(name).name).write_bytes(text * (1 if name == "docs/c.txt" else 2))
    ran = subprocess.run(
        [sys.executable, "-c", KILLED + PROGRAM, "killed", "-o", "json", "--jobs", "2"],
        cwd=folder,
        env={**os.environ, **WORK, "CHECK_CLAIMS_CACHE": str(cache)},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (ran.returncode, ran.stderr) == (2, b"")
    report = json.loads(ran.stdout)
    assert [entry["source"] for entry in report["not_checked"]] == [
        source["id"] for source in report["sources"] if source["path"] == "killed/e.txt"
    ]
    assert "ended" in report["not_checked"][0]["reason"]


SLOW = """
import os, sys, time
from checker import values
find = values.find
def slow(plain, text=None, **more):
    if os.getpid() != here:
        print("at work", os.getpid(), file=sys.stderr, flush=True)
        time.sleep(60)
    return find(plain, text, **more)
here = os.getpid()
values.find = slow
"""


def test_an_interrupt_leaves_no_process_and_no_report(folder: Path, cache: Path) -> None:
    program = INTERRUPTIBLE + SLOW + PROGRAM
    with subprocess.Popen(
        [sys.executable, "-c", program, "docs", "-o", "json:report.json", "--jobs", "2"],
        cwd=folder,
        env={**os.environ, **WORK, "CHECK_CLAIMS_CACHE": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        assert running.stderr is not None
        try:
            workers = [int(running.stderr.readline().split()[-1]) for _ in range(2)]
            os.killpg(running.pid, signal.SIGINT)
            out, err = running.communicate(timeout=60)
        finally:
            running.kill()
    assert (running.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert not (folder / "report.json").exists()
    for _ in range(100):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.05)
    raise AssertionError("a process is left")


def test_progress_is_for_a_terminal_alone(folder: Path, expected: bytes) -> None:
    here, there = pty.openpty()
    program = "from checker.cli import resources; resources._PATIENCE = resources._PAUSE = 0.0\n" + PROGRAM
    with subprocess.Popen(
        [sys.executable, "-c", program, "docs", "-o", "json", "--no-cache", "--jobs", "1"],
        cwd=folder,
        env={**os.environ, **WORK, "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=there,
    ) as running:
        out, _ = running.communicate(timeout=120)
    os.close(there)
    shown = os.read(here, 10_000).decode()
    os.close(here)
    assert out == expected
    lines = shown.split("\r\x1b[K")
    assert lines[1] == "read 1 of 5 sources ..."
    assert lines[-2:] == ["comparing what they claim ...", ""]
