"""An editor for tests: it starts ``check-claims lsp`` as editors do and remembers what it is told."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Union

from cattrs import Converter
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import LanguageServerProtocol, default_converter

from tests import event_loops

START = "from checker.cli import main; main()"
PATIENCE = 60.0
"""Seconds that a busy machine may need."""
ALL = types.ClientCapabilities(
    general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf16]),
    window=types.WindowClientCapabilities(
        work_done_progress=True, show_document=types.ShowDocumentClientCapabilities(support=True)
    ),
    workspace=types.WorkspaceClientCapabilities(
        apply_edit=True,
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[types.ResourceOperationKind.Create]
        ),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    ),
    text_document=types.TextDocumentClientCapabilities(
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
    ),
)
NONE = types.ClientCapabilities()


def converter() -> Converter:
    """Tells a code action that has a command from a bare command, by the kind of its ``command``."""
    made = default_converter()

    def action(given: Any, _: Any) -> types.Command | types.CodeAction:
        bare = isinstance(given.get("command"), str)
        return made.structure(given, types.Command if bare else types.CodeAction)

    made.register_structure_hook(Union[types.Command, types.CodeAction], action)  # noqa: UP007, the key it is known by
    return made


class Editor:
    """One editor, its server, and what that has told so far."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1", LanguageServerProtocol, converter)
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.messages: list[str] = []
        self.logged: list[str] = []
        self.progress: list[Any] = []
        self.watches: list[types.Registration] = []
        self.edits: list[types.WorkspaceEdit] = []
        self.shown: list[types.ShowDocumentParams] = []
        self.versions: dict[str, int] = {}
        self.server: types.InitializeResult | None = None
        self._news = asyncio.Event()
        self._listen()

    def _listen(self) -> None:
        client = self.client

        def told(kept: list[Any], what: Any) -> None:
            kept.append(what)
            self._news.set()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.published[params.uri] = params
            self._news.set()

        @client.feature(types.WINDOW_SHOW_MESSAGE)
        def message(params: types.ShowMessageParams) -> None:
            told(self.messages, params.message)

        @client.feature(types.WINDOW_LOG_MESSAGE)
        def log(params: types.LogMessageParams) -> None:
            told(self.logged, params.message)

        @client.feature(types.WINDOW_WORK_DONE_PROGRESS_CREATE)
        def create(params: types.WorkDoneProgressCreateParams) -> None:
            return None

        @client.feature(types.PROGRESS)
        def progress(params: types.ProgressParams) -> None:
            told(self.progress, params.value)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.watches.extend(params.registrations)
            self._news.set()

        @client.feature(types.WORKSPACE_APPLY_EDIT)
        def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            told(self.edits, params.edit)
            return types.ApplyWorkspaceEditResult(True)

        @client.feature(types.WINDOW_SHOW_DOCUMENT)
        def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            told(self.shown, params)
            return types.ShowDocumentResult(True)

    async def begin(self, folders: Sequence[Path], options: Any = None, able: types.ClientCapabilities = ALL) -> None:
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "USER": "mara"}
        await self.client.start_io(sys.executable, "-c", START, "lsp", env=environment)
        named = [types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders]
        params = types.InitializeParams(able, workspace_folders=named, initialization_options=options)
        self.server = await self.client.initialize_async(params)
        self.client.initialized(types.InitializedParams())

    async def end(self) -> int | None:
        """Leave as editors do; the exit code of the server."""
        await asyncio.wait_for(self.client.shutdown_async(None), PATIENCE)
        self.client.exit(None)
        process = self.client._server
        assert process is not None
        await asyncio.wait_for(process.wait(), PATIENCE)
        return process.returncode

    async def until(self, fits: Callable[[], Any], what: str = "") -> Any:
        """What ``fits`` gives once that is true of what the server told."""

        async def wait() -> Any:
            while not (found := fits()):
                self._news.clear()
                await self._news.wait()
            return found

        try:
            return await asyncio.wait_for(wait(), PATIENCE)
        except TimeoutError as error:
            shown = {uri.rpartition("/")[2]: [d.message for d in p.diagnostics] for uri, p in self.published.items()}
            raise AssertionError((what, shown, self.messages, self.logged)) from error

    def found(self, file: Path) -> list[types.Diagnostic]:
        """What is shown in a file now."""
        params = self.published.get(file.as_uri())
        return list(params.diagnostics) if params is not None else []

    async def diagnostics(self, file: Path, code: str | None = None) -> list[types.Diagnostic]:
        """What is shown in a file once there is something, of one code if one is given."""
        return await self.until(lambda: [d for d in self.found(file) if code in (None, d.code)], f"{file} {code}")

    async def clear(self, file: Path) -> None:
        """Wait until nothing is shown in a file."""
        await self.until(lambda: file.as_uri() in self.published and not self.found(file), f"{file} clear")

    def open(self, file: Path, text: str | None = None) -> str:
        uri = file.as_uri()
        self.versions[uri] = 1
        held = file.read_bytes().decode() if text is None else text
        item = types.TextDocumentItem(uri, "markdown", 1, held)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def write(self, file: Path, text: str) -> None:
        """Change what is held of an open file."""
        uri = file.as_uri()
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def save(self, file: Path, text: str) -> None:
        if file.as_uri() in self.versions:
            self.write(file, text)
        file.write_text(text, encoding="utf-8")
        params = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(file.as_uri()))
        self.client.text_document_did_save(params)

    def close(self, file: Path) -> None:
        params = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(file.as_uri()))
        self.client.text_document_did_close(params)

    def changed_outside(self, file: Path) -> None:
        event = types.FileEvent(file.as_uri(), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    async def hover(self, file: Path, line: int, character: int) -> str | None:
        params = types.HoverParams(types.TextDocumentIdentifier(file.as_uri()), types.Position(line, character))
        found = await self.client.text_document_hover_async(params)
        if found is None:
            return None
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def places(self, file: Path, line: int, character: int) -> list[tuple[str, int, int]]:
        """Where "go to definition" leads: file name, line and character."""
        params = types.DefinitionParams(types.TextDocumentIdentifier(file.as_uri()), types.Position(line, character))
        found: Any = await self.client.text_document_definition_async(params)
        return [(p.uri.rpartition("/")[2], p.range.start.line, p.range.start.character) for p in found or ()]

    async def actions(self, file: Path, diagnostic: types.Diagnostic) -> dict[str, types.CodeAction]:
        """What may be done about a diagnostic, by title."""
        document = types.TextDocumentIdentifier(file.as_uri())
        params = types.CodeActionParams(document, diagnostic.range, types.CodeActionContext([diagnostic]))
        found: Any = await self.client.text_document_code_action_async(params)
        assert len({action.title for action in found}) == len(found)
        return {action.title: action for action in found}

    async def execute(self, action: types.CodeAction) -> None:
        assert action.command is not None
        command = action.command
        params = types.ExecuteCommandParams(command.command, command.arguments)
        await self.client.workspace_execute_command_async(params)


Scene = Callable[[Editor], Awaitable[None]]


def play(scene: Scene, *folders: Path, options: Any = None, able: types.ClientCapabilities = ALL) -> Editor:
    """What an editor was told, once it has gone through a scene with these folders open and has left."""

    async def played() -> Editor:
        editor = Editor()
        await editor.begin(folders, options, able)
        try:
            await scene(editor)
        except BaseException:
            process = editor.client._server
            if process is not None and process.returncode is None:
                process.kill()
            raise
        assert await editor.end() == 0
        return editor

    return event_loops.run(played)


def edited(text: str, edit: types.WorkspaceEdit) -> str:
    """A text of ASCII after an edit of one document."""
    changes = [c for c in edit.document_changes or () if isinstance(c, types.TextDocumentEdit)]
    edits: list[Any] = [e for c in changes for e in c.edits] or [e for es in (edit.changes or {}).values() for e in es]
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
    (one,) = edits
    start = starts[one.range.start.line] + one.range.start.character
    end = starts[one.range.end.line] + one.range.end.character
    return text[:start] + one.new_text + text[end:]
