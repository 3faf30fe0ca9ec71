"""The MCP server with the official client: over a pipe, and each tool within the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from checker import extras
from checker.cli.assistant_tools import server
from checker.cli.commands import run
from tests import event_loops

ROOT = Path(__file__).parent.parent.parent
TEXTS = {
    "guide": "The Harbour Museum was founded in 1894.",
    "letter": "The Harbour Museum was founded in 1895.",
}


def _call(root: Path, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    async def told() -> list[Any]:
        async with Client(server(root)) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return event_loops.run(told)


def test_texts_are_checked_and_a_conflict_is_explained(tmp_path: Path) -> None:
    (outcome,) = _call(tmp_path, ("check", {"texts": TEXTS}))
    assert not outcome.is_error
    found = outcome.structured_content
    assert found["summary"]["conflicts"] == 1
    (conflict,) = found["conflicts"]
    assert [position["value"] for position in conflict["positions"]] == ["1894", "1895"]
    assert conflict["positions"][1]["stated"] == [
        {"source": "letter", "place": "line 1", "quote": "The Harbour Museum was founded in 1895."}
    ]
    (why,) = _call(tmp_path, ("explain", {"key": conflict["key"][:8], "texts": TEXTS}))
    assert why.structured_content["key"] == conflict["key"]
    assert why.structured_content["steps"]


def test_values_are_given_in_normal_form(tmp_path: Path) -> None:
    (outcome,) = _call(tmp_path, ("values", {"text": "about $1.5 million in 1999"}))
    first, second = outcome.structured_content["values"]
    assert (first["kind"], first["low"], first["unit"], first["modifier"]) == ("money", "1500000", "USD", "about")
    assert (second["kind"], second["edtf"]) == ("date", "1999")


def test_paths_are_read_within_the_folder_alone(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, text in TEXTS.items():
        (docs / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "secret.md").write_text(TEXTS["guide"], encoding="utf-8")
    within, above, beside = _call(
        docs,
        ("check", {"paths": ["."]}),
        ("check", {"paths": ["../secret.md"]}),
        ("check", {"paths": [str(tmp_path / "secret.md")]}),
    )
    assert within.structured_content["summary"]["conflicts"] == 1
    for refused in (above, beside):
        assert refused.is_error
        assert "outside the folder" in refused.content[0].text


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("explain", {"key": "0123abcd", "texts": TEXTS}, "no finding has the key 0123abcd"),
        ("check", {"texts": TEXTS, "paths": ["."]}, "texts and paths were both given"),
        ("check", {"paths": ["none.md"]}, "none.md"),
    ],
)
def test_a_wrong_call_is_one_line(tmp_path: Path, name: str, arguments: dict[str, Any], says: str) -> None:
    (outcome,) = _call(tmp_path, (name, arguments))
    assert outcome.is_error
    assert says in outcome.content[0].text
    assert "Traceback" not in outcome.content[0].text


def test_it_serves_over_a_pipe(tmp_path: Path) -> None:
    program = "import sys; sys.argv = ['check-claims', 'mcp']; from checker.cli import main; main()"
    started = StdioServerParameters(
        command=sys.executable,
        args=["-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    async def told() -> tuple[list[str], int]:
        async with Client(stdio_client(started)) as client:
            tools = await client.list_tools()
            outcome = await client.call_tool("check", {"texts": TEXTS})
            return sorted(tool.name for tool in tools.tools), outcome.structured_content["summary"]["conflicts"]

    assert event_loops.run(told) == (["check", "explain", "values"], 1)


def test_a_missing_package_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extras, "missing", lambda name: name == "mcp")
    assert run(["mcp"]) == 2
    assert "the package mcp is not installed" in capsys.readouterr().err
