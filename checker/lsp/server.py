"""Speaks the language server protocol over standard input and output.

Nothing is computed here but what an answer is made of: each folder is checked in its own process (``folder``), so that
the server answers at once, from what the last check found.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, count
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import TextDocument

from checker.lsp import protocol_view as shown
from checker.lsp.folder import SOON, WRITING, Folder, Held, Hooks
from checker.lsp.folder_view import FolderView
from checker.lsp.messages import Answer, Decide, Failed, Problem, Progress, Proposed, Waive, Written
from checker.lsp.positions import Encoding, Span, TextPositions
from checker.lsp.protocol_view import DECIDE, IGNORE, SHOW, SOURCE, Document, Editor
from checker.lsp.settings import SECTION, Settings, settings_of
from checker.model.user_error import UserError
from checker.reports.terminal import safe
from checker.sources import encoding
from checker.version import __version__

_REASON = "say why it may stay"
"""Stands in a waiver until somebody writes the reason over it."""
_PATIENCE = 0.7
"""Seconds after which the editor shows that a check is under way."""
_WATCHED = "**/*"


class Server(LanguageServer):
    """The server of one editor: its folders, its settings, and what it was shown."""

    def __init__(self) -> None:
        super().__init__(SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.settings = Settings()
        self.editor = Editor()
        self.open_folders: dict[str, Folder] = {}
        self._published: dict[str, dict[str, list[types.Diagnostic]]] = {}
        """By folder and address what is shown."""
        self._said: set[str] = set()
        self._tokens = count(1)
        self._tasks: set[asyncio.Task[Any]] = set()

    # What the editor tells

    def begin(self, given: types.InitializeParams) -> None:
        """Take the editor's settings and what it can do."""
        able = given.capabilities
        formats = get_capability(able, "text_document.hover.content_format", ()) or ()
        self.editor = Editor(
            bool(get_capability(able, "text_document.publish_diagnostics.related_information", False)),
            types.MarkupKind.Markdown in formats,
            bool(get_capability(able, "workspace.workspace_edit.document_changes", False)),
        )
        self.configure(given.initialization_options)

    def configure(self, given: Any) -> None:
        """Take settings over; those that are wrong are refused in one message, and nothing changes."""
        try:
            self.settings = settings_of(given)
        except UserError as error:
            self.say("\n".join((str(error), *error.notes)), types.MessageType.Error)

    def start(self, given: types.InitializeParams) -> None:
        """Check the folders that are open."""
        folders = given.workspace_folders or ()
        addresses = [folder.uri for folder in folders]
        if not addresses and self.workspace.root_uri is not None:
            addresses = [self.workspace.root_uri]
        if not addresses:
            self.say(
                "no folder is open, so nothing is checked: open the folder of the documents", types.MessageType.Info
            )
        self.open(addresses)

    def open(self, addresses: Iterable[str]) -> None:
        """Check further folders."""
        for uri in addresses:
            path = to_fs_path(uri)
            if path is None:
                self.log(f"{uri} is no folder of this machine and is not checked")
            elif uri not in self.open_folders:
                hooks = Hooks(self.held, self.checked, self.log, self.bar)
                self.open_folders[uri] = Folder(uri, path, self.encoding, hooks)
                self.open_folders[uri].want(SOON)

    def close(self, addresses: Iterable[str]) -> None:
        """Check some folders no more, and show nothing of them."""
        for uri in addresses:
            folder = self.open_folders.pop(uri, None)
            if folder is not None:
                folder.close()
                self.publish(uri, {}, {})

    def want(self, delay: float) -> None:
        """Have every folder checked: a document may be a source of several."""
        for folder in self.open_folders.values():
            folder.want(delay)

    # What folders ask and tell

    @property
    def encoding(self) -> Encoding:
        """How the editor counts characters."""
        return cast(Encoding, str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding)))

    def held(self) -> Held:
        """What the editor holds now."""
        documents = list(self.workspace.text_documents.values())
        texts = {}
        for document in documents:
            file = to_fs_path(document.uri)
            if file is not None and self.settings.unsaved:
                text = unsaved_text(file, document.source)
                if text is not None:
                    texts[os.path.realpath(file)] = text
        return Held(texts, {document.uri: document.version for document in documents}, self.settings.possible)

    def checked(self, folder: Folder, held: Held) -> None:
        """Show what a check found, or why there was none."""
        if self.open_folders.get(folder.uri) is not folder:
            return
        found = shown.diagnostics(folder.view, self.editor) if folder.view is not None else {}
        listed = {self.address(file): diagnostics for file, diagnostics in found.items()}
        for problem in folder.problems:
            if problem.file is not None:
                listed.setdefault(self.address(problem.file), []).append(shown.problem_diagnostic(problem))
        self.publish(folder.uri, listed, held.versions)
        if folder.problems:
            self.fail(folder.problems)

    def publish(
        self, folder: str, listed: dict[str, list[types.Diagnostic]], versions: Mapping[str, int | None]
    ) -> None:
        """Show the diagnostics of one folder, with those that others have for the same files.

        A document that was changed since the check began keeps what it shows: it is checked again already.
        """
        before = self._published.get(folder, {})
        self._published[folder] = listed
        for uri in sorted({*before, *listed}):
            if self.settings.unsaved and versions.get(uri, self.version_of(uri)) != self.version_of(uri):
                listed[uri] = before.get(uri, [])
            elif before.get(uri) != listed.get(uri):
                self.show(uri)

    def show(self, uri: str) -> None:
        """Send everything that there is about one file."""
        found: list[types.Diagnostic] = []
        for listed in self._published.values():
            found += [diagnostic for diagnostic in listed.get(uri, ()) if diagnostic not in found]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, self.version_of(uri)))

    def fail(self, problems: Iterable[Problem]) -> None:
        """Say in one message why nothing could be done, unless that was said last."""
        text = "\n".join(safe(problem.message) for problem in problems)
        if text not in self._said:
            self._said = {text}
            self.say(text, types.MessageType.Error)

    def say(self, text: str, kind: types.MessageType) -> None:
        """Show a message in the editor."""
        self.window_show_message(types.ShowMessageParams(kind, f"{SOURCE}: {text}"))

    def log(self, text: str) -> None:
        """Write into the editor's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Log, text))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """An error that nobody foresaw goes into the log; the server goes on."""
        self.log(f"an error in check-claims itself: {type(error).__name__}: {error}")

    def bar(self, folder: Folder) -> Callable[[Progress | None], None]:
        """Shows a check in the editor once it takes a while; what this gives is told how far it is, and its end."""
        if not get_capability(self.client_capabilities, "window.work_done_progress", False):
            return lambda _: None
        token = f"{SOURCE}-{next(self._tokens)}"
        state = {"begun": False, "over": False}

        async def begin() -> None:
            await asyncio.sleep(_PATIENCE)
            if state["over"]:
                return
            await self.work_done_progress.create_async(token)
            if not state["over"]:
                state["begun"] = True
                begun = types.WorkDoneProgressBegin("Checking claims", cancellable=False, percentage=0)
                self.work_done_progress.begin(token, begun)

        task = self.later(begin())

        def tell(progress: Progress | None) -> None:
            if progress is None:
                state["over"] = True
                if state["begun"]:
                    self.work_done_progress.end(token, types.WorkDoneProgressEnd())
                elif not self.work_done_progress.tokens.get(token):
                    task.cancel()
            elif state["begun"]:
                done = progress.done < progress.of
                words = f"read {progress.done} of {progress.of} documents" if done else "comparing what they claim"
                share = 80 * progress.done // max(1, progress.of)
                self.work_done_progress.report(token, types.WorkDoneProgressReport(message=words, percentage=share))

        return tell

    def later(self, work: Any) -> asyncio.Task[Any]:
        """Do something beside all else."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return cast("asyncio.Task[Any]", task)

    # What is asked of documents

    def address(self, file: str) -> str:
        """The address of a file: the editor's own where it has the file open."""
        documents = self.workspace.text_documents.values()
        known = (document.uri for document in documents if to_fs_path(document.uri) == file)
        return next(known, None) or from_fs_path(file) or ""

    def text_document(self, uri: str) -> TextDocument | None:
        """What the editor holds under an address, if it has it open."""
        return cast("TextDocument | None", self.workspace.text_documents.get(unquote(uri)))

    def version_of(self, uri: str) -> int | None:
        """The version of an open document."""
        found = self.text_document(uri)
        return found.version if found is not None else None

    def document(self, uri: str) -> Document | None:
        """An open document; None for one that is not open, or no file."""
        file = to_fs_path(uri)
        found = self.text_document(uri)
        if file is None or found is None:
            return None
        return Document(file, uri, found.version, TextPositions(found.source, self.encoding))

    def views(self) -> Iterator[tuple[str, FolderView]]:
        """The folders that were checked."""
        for uri, folder in self.open_folders.items():
            if folder.view is not None:
                yield uri, folder.view

    def claims_at(self, uri: str, at: types.Position) -> Iterator[tuple[FolderView, list[str]]]:
        """What each folder knows of the values at a place."""
        document, file = self.document(uri), to_fs_path(uri)
        for _, view in self.views():
            found = view.at(file or "", at.line, at.character, document.text if document is not None else None)
            if found:
                yield view, [name for name, _ in found]

    async def ask(self, folder: str, request: Decide | Waive) -> Answer | None:
        """What a folder's process answers; what goes wrong is shown, and the answer is None."""
        known = self.open_folders.get(folder)
        if known is None:
            self.say(f"{folder} is not open", types.MessageType.Error)
            return None
        answer = await known.ask(request)
        if isinstance(answer, Failed):
            self.say("\n".join(safe(problem.message) for problem in answer.problems), types.MessageType.Error)
            return None
        known.want(SOON)
        return answer


def unsaved_text(file: str, text: str) -> str | None:
    """What an editor holds of a file if that is something else than the file has."""
    try:
        data = Path(file).read_bytes()
        saved, _ = encoding.decode(data)
    except (OSError, encoding.Undecodable):
        return None
    return None if _bare(saved) == _bare(text) else text


def _bare(text: str) -> str:
    """A text whatever its line ends and its byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def made() -> Server:
    """A server with all that it answers."""
    server = Server()
    given: list[types.InitializeParams] = []

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        given.append(params)
        server.begin(params)

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        server.start(given[0])
        if get_capability(server.client_capabilities, "workspace.did_change_watched_files.dynamic_registration", False):
            server.later(_watch(server))

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        server.close(folder.uri for folder in params.event.removed)
        server.open(folder.uri for folder in params.event.added)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def settings_changed(params: types.DidChangeConfigurationParams) -> None:
        settings = params.settings
        if isinstance(settings, dict) and SECTION in settings:
            settings = settings[SECTION]
        if settings:
            server.configure(settings)
            server.want(SOON)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        files = [file for change in params.changes if (file := to_fs_path(change.uri)) is not None]
        for folder in server.open_folders.values():
            if any(folder.may_read(file) for file in files):
                folder.want(WRITING)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        uri = params.text_document.uri
        file = to_fs_path(uri)
        server.show(uri)
        if file is not None and server.settings.unsaved and unsaved_text(file, params.text_document.text) is not None:
            server.want(SOON)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        if server.settings.unsaved:
            server.want(WRITING)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.want(SOON)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        real = os.path.realpath(to_fs_path(params.text_document.uri) or "")
        for folder in server.open_folders.values():
            if real in folder.texts:
                folder.want(SOON)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        found = (
            shown.hover(view, names, server.editor)
            for view, names in server.claims_at(params.text_document.uri, params.position)
        )
        return next(filter(None, found), None)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> list[types.Location]:
        at = server.claims_at(params.text_document.uri, params.position)
        return _once(chain.from_iterable(shown.other_places(view, names) for view, names in at))

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        at = server.claims_at(params.text_document.uri, params.position)
        return _once(chain.from_iterable(shown.all_places(view, names) for view, names in at))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        document, only = server.document(params.text_document.uri), params.context.only
        wanted = not only or any(types.CodeActionKind.QuickFix.value.startswith(kind) for kind in only)
        if document is None or not wanted:
            return []
        start, end = params.range.start, params.range.end
        span = Span(start.line, start.character, end.line, end.character)
        found = (shown.actions(view, uri, document, span, server.editor) for uri, view in server.views())
        return list(chain.from_iterable(found))

    @server.command(DECIDE)
    async def decide(folder: str, fingerprint: str, verdict: str) -> None:
        answer = await server.ask(folder, Decide(fingerprint, verdict))
        if isinstance(answer, Written):
            server.say(f"{', '.join(map(safe, answer.files))} written", types.MessageType.Info)

    @server.command(IGNORE)
    async def ignore(folder: str, fingerprint: str) -> None:
        answer = await server.ask(folder, Waive(fingerprint, _REASON))
        if isinstance(answer, Proposed):
            await _propose(server, answer)

    @server.command(SHOW)
    async def show(uri: str, line: int, character: int, end_line: int, end_character: int) -> None:
        await _show(server, uri, Span(line, character, end_line, end_character))

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.close(list(server.open_folders))

    return server


async def _watch(server: Server) -> None:
    """Have the editor tell of files that change: configurations, rules, decisions and documents that are not open."""
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
    registration = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    await server.client_register_capability_async(types.RegistrationParams([registration]))


async def _propose(server: Server, proposed: Proposed) -> None:
    """Have the editor put a waiver into the file of decisions, unsaved, and show the reason to be written."""
    uri = server.address(proposed.file)
    document = server.text_document(uri)
    before = proposed.before or ""
    if document is not None and _bare(document.source) != _bare(before):
        server.say(f"{safe(proposed.file)} has unsaved changes: save it first", types.MessageType.Error)
        return
    lines = TextPositions(before, server.encoding)
    edit = types.TextEdit(shown.range_of(lines.span(0, len(before))), proposed.after)
    able = server.client_capabilities
    kinds = get_capability(able, "workspace.workspace_edit.resource_operations", ()) or ()
    change = shown.edited(uri, document.version if document is not None else None, edit, server.editor)
    if proposed.before is None:
        if types.ResourceOperationKind.Create not in kinds or change.document_changes is None:
            server.say("this editor makes no new files for a server; use check-claims decide", types.MessageType.Error)
            return
        change.document_changes = [types.CreateFile(uri), *change.document_changes]
    label = "Ignore a conflict"
    applied = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(change, label=label))
    if applied.applied:
        await _show(server, uri, proposed.blank)
    else:
        server.say("the editor did not take the waiver", types.MessageType.Error)


async def _show(server: Server, uri: str, span: Span) -> None:
    """Put the cursor where something is to be written, where the editor lets a server do so."""
    if get_capability(server.client_capabilities, "window.show_document.support", False):
        place = types.ShowDocumentParams(uri, take_focus=True, selection=shown.range_of(span))
        await server.window_show_document_async(place)


def _once(locations: Iterable[types.Location]) -> list[types.Location]:
    found: list[types.Location] = []
    for location in locations:
        if location not in found:
            found.append(location)
    return found


def serve() -> None:
    """Serve the editor at the other end of standard input and output until it is done."""
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR, format="%(message)s")
    server = made()
    try:
        server.start_io()
    finally:
        for folder in server.open_folders.values():
            folder.end()
