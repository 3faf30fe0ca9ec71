"""Figures told twice become examples without labels, and the same documents give the same weights."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from training import restatement

TOLD = (
    "# Dig {n}\n\nThe dig had {a} worked flints in all.\n\n# Finds\n\nThe worked flints, {a} of them, are in store.\n"
)
APART = "# Hall {n}\n\nThe keep has 2{n}14 steps.\n\n# Songs\n\nThe choir sang at 2{n}41 weddings.\n"


def _documents(folder: Path) -> Path:
    for n in range(1, 13):
        for name, text in (("dig", TOLD), ("hall", APART)):
            path = folder / f"{name}{n}" / "page.md"
            path.parent.mkdir(parents=True)
            path.write_text(text.format(n=n % 8 + 1, a=12_340 + n), encoding="utf-8")
    return folder


def test_equal_figures_are_told_twice_and_slips_are_two_things(tmp_path: Path) -> None:
    folder = _documents(tmp_path / "documents")
    found = [
        (path.parent.name.rstrip("0123456789"), form)
        for group, path in restatement.documents([folder])
        for _, _, form, _ in restatement.examples(group, path, told=True)
    ]
    assert set(found) == {("dig", "equal"), ("hall", "swapped")}


def test_the_same_documents_give_the_same_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _documents(tmp_path / "documents")
    written = []
    for n in range(2):
        monkeypatch.setattr(restatement, "OUT", tmp_path / f"weights{n}.yaml")
        monkeypatch.setattr(sys, "argv", ["restatement", "--told", str(folder), "--write"])
        restatement.main()
        written.append((tmp_path / f"weights{n}.yaml").read_bytes())
    assert written[0] == written[1]
    assert b"threshold: 0.85\npossible: 0.6\n" in written[0]
    assert "12 told twice, 12 parted by a slip" in capsys.readouterr().out
