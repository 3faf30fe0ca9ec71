"""Where reports go: a file is replaced whole, and what is no file stays what it is."""

import os
import stat
import threading
from pathlib import Path

from checker.cli.output import write_file


def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    write_file(pipe, "the report")
    reader.join(timeout=10)
    assert read == ["the report"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old", encoding="utf-8")
    write_file(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]
