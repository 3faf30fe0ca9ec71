"""The way of somebody new: an empty folder, three documents, a conflict, a waiver, an edit, and green again."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command

TEXTS = {
    "visit.md": "# Tarn Hill Observatory\n\nTarn Hill Observatory was founded in 1931. It has 14 employees.\n",
    "guide.txt": "Tarn Hill Observatory was founded in 1931. Tarn Hill Observatory is open on Fridays.\n",
    "history.txt": "Tarn Hill Observatory was founded in 1934. The budget of it was $310,000 in 2019.\n",
}
DAYS = ("--today", "2031-05-01")


def test_red_and_green_again(folder: Path, command: Command) -> None:
    assert command("init", "--yes", "--github").code == 0
    assert command("check", *DAYS).code == 0
    assert command("remove", "example", "--delete-file").code == 0
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
        ran = command("add", name, "--yes")
        assert (ran.code, ran.err) == (0, "")
        assert f"documents/{name} written: edit this copy from now on\n" in ran.out
        (folder / name).unlink()
    red = command("check", "--fail-on", "warning", *DAYS)
    assert red.code == 1
    key = next(line.split()[-1] for line in red.out.splitlines() if "once-only" in line)
    assert command("explain", key).code == 0
    refused = command("decide", key, "--verdict", "waived", "--reason", "asked", *DAYS)
    assert (refused.code, "add --expires" in refused.err) == (2, True)
    words = ("--verdict", "waived", "--reason", "asked", "--expires", "2031-06-01")
    assert command("decide", key, *words, *DAYS).code == 0
    assert command("check", *DAYS).code == 0

    document = folder / "documents/history.txt"
    document.write_text(document.read_text().replace("1934", "1936"))
    again = command("check", "--fail-on", "warning", *DAYS)
    assert (again.code, "the values have changed since" in " ".join(again.out.split())) == (1, True)
    assert command("extract", "--check").code == 1

    document.write_text(document.read_text().replace("1936", "1931"))
    assert command("extract").code == 0
    left = json.loads(command("check", "-o", "json", *DAYS).out)["findings"]
    assert [f["rule"] for f in left if f["relation"] == "conflict"] == ["decision-orphaned"]
    assert command("check", *DAYS).code == 0
    assert command("decide", "--prune", *DAYS).out.endswith("\n1 removed\n")
    assert "decision-orphaned" not in command("check", *DAYS).out
    assert (command("check", *DAYS).code, command("extract", "--check").code) == (0, 0)
