"""Hostile documents, names and words: each report stays what it is, and shows them as text."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from checker.cli.formats import FORMATS
from tests.faults.conftest import Command

EVIL = [
    pytest.param("\x1b[31mred\x1b]8;;http://x\x07", id="1-terminal-codes"),
    pytest.param("\x9b31m\x85 \x90q", id="1-control-characters"),
    pytest.param("a\n::error file=x::forged", id="3-annotation"),
    pytest.param("%0A::error::forged", id="3-encoded"),
    pytest.param("</script><script>alert(1)</script>", id="4-script"),
    pytest.param('<img src=x onerror="alert(1)">', id="4-handler"),
    pytest.param("[x](javascript:alert(1)) ![y](http://z) @everyone | <b>", id="6-markdown"),
    pytest.param("\ufffe\x0c\x01 &amp; ]]>", id="8-no-xml"),
    pytest.param("=1+1", id="7-formula"),
]


@pytest.fixture
def evil(folder: Path, request: pytest.FixtureRequest) -> Path:
    """Two documents that conflict, whose words, title and rule all carry the same evil text."""
    said = request.param
    (folder / "docs").mkdir()
    (folder / "docs/a.txt").write_text(
        f"The Harbour Watch was founded in 1894 by the town. It belongs to {said} now.\n", "utf-8"
    )
    (folder / "docs/b.txt").write_text(
        f"Founded in 1895 by the town, the Harbour Watch grew. It belongs to {said} now.\n", "utf-8"
    )
    quoted = json.dumps(said)
    (folder / "docs/sources.yaml").write_text(
        f"sources:\n  - {{file: a.txt, title: {quoted}, url: 'javascript:alert(1)'}}\n"
        f"  - {{file: b.txt, publisher: {quoted}, url: 'data:text/html,x'}}\n",
        "utf-8",
    )
    (folder / "rules.yaml").write_text(
        "extends: recommended\nrules:\n  - id: own\n    kind: agreement\n    severity: error\n"
        f"    why: {quoted}\n    attributes: [founded]\n    options: {{holds: [once]}}\n"
        '    examples: {agree: ["It was founded in 1894."]}\n',
        "utf-8",
    )
    (folder / "check-claims.yaml").write_text("registry: docs/sources.yaml\nrules: rules.yaml\n")
    return folder


@pytest.mark.parametrize("evil", EVIL, indirect=True)
def test_every_report_stays_what_it_is(evil: Path, command: Command) -> None:
    names = [name for name in FORMATS if name != "text"]
    ran = command(
        "check",
        "--fail-on",
        "warning",
        "-o",
        "text",
        *(word for name in names for word in ("-o", f"{name}:out.{name}")),
    )
    assert (ran.code in (1, 2), ran.err) == (True, ""), "a document full of control characters is refused as binary"
    texts = {name: (evil / f"out.{name}").read_bytes().decode("utf-8") for name in names} | {"text": ran.out}
    controls = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
    assert {name: controls.findall(text) for name, text in texts.items() if controls.search(text)} == {}
    for name in ("json", "sarif", "gitlab"):
        assert json.loads(texts[name])
    assert ElementTree.fromstring(texts["junit"]) is not None
    lines = texts["github"].splitlines()
    assert [line for line in lines if "forged" in line.split("::")[0] or line.startswith("::error file=x")] == []
    for name in ("html", "markdown"):
        shown = texts[name]
        assert not re.search(r"(?<!\\)<(script>alert|img src=x)", shown)
        assert not re.search(r"<a[^>]*(javascript|data):", shown)
    assert "](javascript:" not in texts["markdown"].replace("\\]", "").replace("\\(", "")
    if "csv" in texts:
        cells = [cell for row in csv.reader(texts["csv"].splitlines()) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "@", "\t", "\r"))] == []


@pytest.mark.parametrize("name", ["\x1b[31mred.txt", "a\n::error::forged.txt", "<img src=x>.txt", "\u202eevil.txt"])
def test_2_names_of_files_are_shown_as_text(folder: Path, command: Command, name: str) -> None:
    (folder / name).write_text("The Harbour Watch was founded in 1894.\n")
    (folder / "b.txt").write_text("The Harbour Watch was founded in 1897.\n")
    for format in FORMATS:
        ran = command("check", "--no-config", "-o", format, ".")
        assert "\x1b" not in ran.out
        assert "\u202e" not in ran.out
        assert "\n::error::forged" not in ran.out
        assert "<img src=x>" not in ran.out or format not in ("html", "markdown")
