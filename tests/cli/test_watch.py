"""``check --watch``: a change starts a run, own outputs do not, an error is a line, Ctrl-C ends it."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import extras
from checker.cli.commands import run
from tests.interrupts import INTERRUPTIBLE

_PATIENCE = 60.0
_PROGRAM = INTERRUPTIBLE + "from checker.cli import main; main()"


class Watching:
    """A check that watches a folder, and the lines that it writes."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        root = Path(__file__).parent.parent.parent
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", _PROGRAM, "check", "docs", "--watch", "--no-config", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(root)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """All that it writes up to a line with some words."""
        seen = ""
        while words not in seen:
            seen += self.lines.get(timeout=_PATIENCE)
        return seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "guide.md").write_text("The Harbour Museum was founded in 1894.\n", encoding="utf-8")
    (docs / "letter.md").write_text("The Harbour Museum was founded in 1894.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    found = Watching(folder, "-o", "text", "-o", "json:docs/report.json")
    yield found
    found.process.kill()
    found.process.wait()


def test_changes_start_runs_until_it_is_interrupted(folder: Path, watching: Watching) -> None:
    assert "0 conflicts" in watching.until("watching docs: Ctrl-C ends it")
    (folder / "docs/letter.md").write_text("The Harbour Museum was founded in 1895.\n", encoding="utf-8")
    seen = watching.until("watching docs")
    assert "changed: docs/letter.md\n" in seen
    assert "1 conflict," in seen
    (folder / "docs/letter.md").unlink()
    seen = watching.until("watching docs")
    assert "0 conflicts" in seen
    # No document is left: one line, and it waits on.
    (folder / "docs/guide.md").unlink()
    seen = watching.until("watching docs")
    assert "check-claims: error: " in seen
    (folder / "docs/guide.md").write_text("The Harbour Museum was founded in 1894.\n", encoding="utf-8")
    assert "1 source," in watching.until("watching docs")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(_PATIENCE) == 0
    rest = "".join(iter(lambda: watching.lines.get_nowait() if not watching.lines.empty() else "", ""))
    assert "Traceback" not in rest


@pytest.mark.parametrize("option", [["--write-baseline", "b.json"], ["--prune"]])
def test_what_writes_the_baseline_is_refused(
    folder: Path, option: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert run(["check", "docs", "--watch", *option]) == 2
    assert "--watch checks files again and again" in capsys.readouterr().err


def test_a_missing_library_is_named_with_the_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(extras, "missing", lambda name: name == "watchfiles")
    assert run(["check", "docs", "--watch"]) == 2
    assert "watchfiles is not installed" in capsys.readouterr().err
