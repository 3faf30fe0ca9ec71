"""The server outlives whatever happens to documents, settings, requests and its own processes."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from checker.lsp.folder_check import FolderCheck
from checker.model.user_error import UserError
from tests import event_loops
from tests.lsp.conftest import GUIDE, LETTER
from tests.lsp.editor import PATIENCE, START, Editor, play
from tests.sources.made_pdf import Page, paper

BROKEN = "sources: docs\nfail_on: [\n"
UNKNOWN = "sources: docs\nfail-onn: error\n"


def children(process: int) -> list[int]:
    """The processes that a process started."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def server_of(editor: Editor) -> int:
    process = editor.client._server
    assert process is not None
    return process.pid


@pytest.mark.parametrize(("text", "line"), [(BROKEN, None), (UNKNOWN, 1)])
def test_a_configuration_that_is_wrong_is_a_message_and_a_diagnostic(town: Path, text: str, line: int | None) -> None:
    file, guide = town / "check-claims.yaml", town / "docs" / "guide.md"
    file.write_text(text, encoding="utf-8")

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(file)
        assert (found.code, found.severity) == ("configuration", types.DiagnosticSeverity.Error)
        assert line is None or found.range.start.line == line
        editor.open(guide)
        assert await editor.hover(guide, 2, 35) is None
        editor.save(guide, GUIDE + "\n")  # the same message is not shown twice
        await asyncio.sleep(1)
        file.write_text("sources: docs\n", encoding="utf-8")
        editor.changed_outside(file)
        await editor.clear(file)
        await editor.diagnostics(guide)

    assert len(play(scene, town).messages) == 1


def test_what_was_found_stays_while_the_configuration_is_wrong(town: Path) -> None:
    file, guide = town / "check-claims.yaml", town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(guide)
        file.write_text(BROKEN, encoding="utf-8")
        editor.changed_outside(file)
        await editor.diagnostics(file)
        assert editor.found(guide)

    play(scene, town)


def test_rules_and_decisions_that_are_wrong_are_shown_where_they_stand(town: Path) -> None:
    rules, decisions = town / "rules.yaml", town / "rules" / "decisions" / "watch.yaml"
    (town / "check-claims.yaml").write_text("sources: docs\nrules: rules.yaml\n", encoding="utf-8")
    rules.write_text("extends: recommended\nrules:\n  - id: x\n    kind: nonsense\n", encoding="utf-8")

    async def scene(editor: Editor) -> None:
        found = await editor.diagnostics(rules)
        assert found[0].range.start.line in (2, 3)
        rules.write_text("extends: recommended\n", encoding="utf-8")
        decisions.parent.mkdir(parents=True)
        decisions.write_text("schema_version: 1\ndecisions:\n  - rule: x\n", encoding="utf-8")
        editor.changed_outside(rules)
        await editor.clear(rules)
        await editor.diagnostics(decisions)
        decisions.unlink()
        editor.changed_outside(decisions)
        await editor.clear(decisions)
        await editor.diagnostics(town / "docs" / "guide.md")

    play(scene, town)


def test_settings_that_are_wrong_are_refused_and_nothing_else_changes(town: Path) -> None:
    async def scene(editor: Editor) -> None:
        await editor.diagnostics(town / "docs" / "guide.md")
        settings = types.DidChangeConfigurationParams({"check-claims": {"unsaved": "no"}})
        editor.client.workspace_did_change_configuration(settings)
        await editor.until(lambda: len(editor.messages) > 1)

    first, second = play(scene, town, options={"hints": True}).messages
    assert "no setting 'hints'" in first
    assert "'unsaved' must be true or false" in second


def test_documents_that_cannot_be_read_say_why_and_the_others_are_checked(town: Path) -> None:
    docs = town / "docs"
    (docs / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (docs / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (docs / "huge.txt").write_bytes(b"The Ferry Line is old.\n" * 20_000)
    (docs / "gone.md").symlink_to(docs / "nowhere.md")
    (town / "check-claims.yaml").write_text("sources: docs\nmax_file_size: 300 kB\n", encoding="utf-8")

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(docs / "guide.md")
        for name in ("binary.txt", "broken.pdf", "huge.txt"):
            (found,) = await editor.diagnostics(docs / name)
            assert (found.code, found.severity) == ("not-checked", types.DiagnosticSeverity.Warning)
            assert found.message.startswith("not checked: ")
        assert [line for line in editor.logged if "not checked: huge: larger than 300 kB" in line]

    play(scene, town)


def test_a_folder_without_permission(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "chdir", refuse)
    with pytest.raises(UserError) as raised:
        FolderCheck(str(town), "utf-16")
    assert str(raised.value) == f"{town}: the folder cannot be checked: permission denied"


def test_a_folder_that_is_not_there_is_said(town: Path, tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        await editor.diagnostics(town / "docs" / "guide.md")
        await editor.until(lambda: any("cannot be checked" in message for message in editor.messages))

    play(scene, town, tmp_path / "nowhere")


def test_files_and_folders_that_vanish(town: Path) -> None:
    guide, letter = town / "docs" / "guide.md", town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(guide)
        editor.open(letter)
        letter.unlink()
        editor.changed_outside(letter)
        await editor.clear(guide)
        guide.unlink()
        editor.changed_outside(guide)
        await editor.until(lambda: editor.messages)
        letter.write_text(LETTER, encoding="utf-8")
        guide.write_text(GUIDE, encoding="utf-8")
        editor.changed_outside(guide)
        await editor.diagnostics(guide)

    play(scene, town)


def large(town: Path) -> None:
    """Documents that take a few seconds."""
    for n in range(40):
        lines = [f"The Ferry Line {n} carried {k},{n:03} people in {1900 + k}. It is old.\n" for k in range(1, 60)]
        (town / "docs" / f"{n}.md").write_text(f"# Note {n}\n\n{''.join(lines)}", encoding="utf-8")


@pytest.mark.parametrize("busy", [True, False])
def test_the_process_that_checks_may_die(town: Path, busy: bool) -> None:
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(guide)
        (worker,) = children(server_of(editor))
        editor.open(guide)
        if busy:
            large(town)
            editor.progress.clear()
            editor.changed_outside(guide)
            await editor.until(lambda: editor.progress)
        os.kill(worker, signal.SIGKILL)
        if busy:
            await editor.until(lambda: any("ended (signal 9)" in message for message in editor.messages))
        editor.write(guide, "\n" + GUIDE.replace("1894", "1893"))
        await editor.until(lambda: [d for d in editor.found(guide) if "1893" in d.message])

    assert len(play(scene, town).messages) == busy


def test_the_server_answers_while_a_check_is_under_way(town: Path) -> None:
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(guide)
        large(town)
        editor.open(guide)
        editor.progress.clear()
        editor.changed_outside(guide)
        await editor.until(lambda: editor.progress)
        began = time.monotonic()
        assert await editor.hover(guide, 2, 35) is not None
        assert time.monotonic() - began < 1
        assert all(value["kind"] != "end" for value in editor.progress)

    play(scene, town)


def test_it_leaves_amid_a_check_and_nothing_is_left(town: Path) -> None:
    large(town)
    left: list[int] = []

    async def scene(editor: Editor) -> None:
        left.extend(await editor.until(lambda: editor.progress) and children(server_of(editor)))

    began = time.monotonic()
    play(scene, town)
    assert time.monotonic() - began < PATIENCE
    gone(left)


def gone(processes: list[int]) -> None:
    """Wait until processes are no more."""
    assert processes
    until = time.monotonic() + 10
    while any(alive(process) for process in processes):
        assert time.monotonic() < until
        time.sleep(0.05)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return (
        "Z"
        not in subprocess.run(
            ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
        ).stdout.strip()[:1]
        + ""
    )


@pytest.mark.parametrize("how", ["closes", "kills"])
def test_an_editor_that_is_gone_leaves_no_process(town: Path, how: str) -> None:
    large(town)
    left: list[int] = []

    async def played() -> None:
        editor = Editor()
        await editor.begin([town])
        await editor.until(lambda: editor.progress)
        process = editor.client._server
        assert process is not None and process.stdin is not None
        left.extend(children(process.pid))
        process.stdin.close() if how == "closes" else process.kill()
        await asyncio.wait_for(process.wait(), PATIENCE)

    event_loops.run(played)
    gone(left)


def test_requests_that_are_cancelled_and_requests_that_make_no_sense(town: Path) -> None:
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(guide)
        editor.open(guide)
        action = (await editor.actions(guide, found))["Decide: 1895 is right"]
        assert action.command is not None
        protocol: Any = editor.client.protocol
        command = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        asked = protocol.send_request(types.WORKSPACE_EXECUTE_COMMAND, command, msg_id="decide")
        protocol.notify(types.CANCEL_REQUEST, types.CancelParams("decide"))
        await asyncio.wait({asyncio.wrap_future(asked)})
        for arguments in (["nowhere", "x", "left"], [town.as_uri(), "0" * 32, "left"], [1], []):
            wrong = types.ExecuteCommandParams("check-claims.decide", arguments)
            await asyncio.wait({asyncio.wrap_future(protocol.send_request(types.WORKSPACE_EXECUTE_COMMAND, wrong))})
        protocol.notify("nonsense/at-all", {"a": 1})
        assert await editor.hover(guide, -1 % 2**31, 0) is None
        assert await editor.hover(town / "docs" / "never-opened.md", 0, 0) is None
        editor.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem("untitled:One", "markdown", 1, GUIDE))
        )
        editor.save(guide, GUIDE.replace("1894", "1893"))
        await editor.until(lambda: [d for d in editor.found(guide) if "1893" in d.message])

    play(scene, town)


def test_a_conflict_with_a_paper_is_shown_in_the_text_with_the_page(town: Path) -> None:
    (town / "docs" / "letter.md").unlink()
    page = Page()
    page.lines(50, 700, ["The Harbour Watch was founded in 1895, as everybody knows."])
    paper_file = town / "docs" / "letter.pdf"
    paper_file.write_bytes(paper([page]))
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(guide)
        assert "letter.pdf, page 1: 1895" in found.message
        assert editor.found(paper_file) == []
        editor.open(guide)
        assert await editor.places(guide, 2, 35) == [("letter.pdf", 0, 0)]
        await editor.actions(guide, found)

    play(scene, town)


def test_a_missing_extra_is_one_clear_line(tmp_path: Path) -> None:
    hidden = f"import sys; sys.modules['pygls'] = None; {START}"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run(
        [sys.executable, "-c", hidden, "lsp"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=tmp_path,
    )
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.startswith(
        "check-claims: error: the language server needs pygls, which is not installed: python -m pip"
    )
