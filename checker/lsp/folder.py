"""One folder of the workspace: when it is checked, and what its last check found."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.lsp.folder_process import Ended, FolderProcess
from checker.lsp.folder_view import FolderView
from checker.lsp.messages import Answer, Check, Checked, Failed, Problem, Progress, Request, Start
from checker.lsp.positions import Encoding

SOON, WRITING = 0.05, 0.4
"""Seconds to wait for more of the same: after a file was saved, and while somebody writes."""
_LONGEST = 2.0
"""Seconds after which a check is due however much is written."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the editor holds when a check begins."""

    texts: Mapping[str, str]
    """What is not saved, by real path."""
    versions: Mapping[str, int | None]
    """The versions of all open documents, by address."""
    possible: bool


@dataclass(frozen=True, slots=True)
class Hooks:
    """What a folder asks of the server, and tells it."""

    held: Callable[[], Held]
    checked: Callable[[Folder, Held], None]
    """A check is over: its outcome is in the folder."""
    log: Callable[[str], None]
    progress: Callable[[Folder], Callable[[Progress | None], None]]
    """Called when a check begins; what it gives is told how far it is, and None when it is over."""


class Folder:
    """Checks one folder, one check after the other, whenever something changed."""

    def __init__(self, uri: str, path: str, encoding: Encoding, hooks: Hooks) -> None:
        self.uri = uri
        self.path = path
        self.real = os.path.realpath(path)
        self.view: FolderView | None = None
        self.problems: tuple[Problem, ...] = ()
        """Why the last check was not possible; empty where it was."""
        self.texts: Mapping[str, str] = {}
        """What was not saved when the last check began."""
        self._hooks = hooks
        self._process = FolderProcess(Start(path, encoding))
        self._wanted = asyncio.Event()
        self._due = self._latest = 0.0
        self._task = asyncio.ensure_future(self._run())

    def want(self, delay: float) -> None:
        """Have it checked once nothing more is wanted for ``delay`` seconds."""
        now = asyncio.get_running_loop().time()
        if not self._wanted.is_set():
            self._latest = now + _LONGEST
        self._due = min(now + delay, self._latest)
        self._wanted.set()

    async def ask(self, request: Request, watch: Callable[[Progress], None] | None = None) -> Answer:
        """The answer of its process; Failed where that ends over it."""
        try:
            return await self._process.ask(request, watch)
        except Ended as error:
            what = f"the process that checks {self.path} ended ({error}), as happens where memory runs out"
            return Failed((Problem(None, 0, f"{what}; it is started again with the next change"),))
        except OSError as error:
            return Failed((Problem(None, 0, f"no process can be started to check {self.path}: {error.strerror}"),))

    def may_read(self, file: str) -> bool:
        """Whether a check may read a file: not those of hidden folders, such as ``.git``; others may be anywhere."""
        folders = Path(os.path.relpath(file, self.path)).parent.parts
        return not any(part.startswith(".") and part not in (".", "..") for part in folders)

    def close(self) -> None:
        """End a check that is under way, and check no more."""
        self._task.cancel()
        self.end()

    def end(self) -> None:
        """End its process, whatever that is doing."""
        self._process.close()

    async def _run(self) -> None:
        while True:
            await self._wanted.wait()
            while (left := self._due - asyncio.get_running_loop().time()) > 0:
                await asyncio.sleep(left)
            self._wanted.clear()
            await self._check()

    async def _check(self) -> None:
        held = self._hooks.held()
        self.texts = held.texts
        show = self._hooks.progress(self)
        try:
            answer = await self.ask(Check(held.texts, held.possible), show)
        finally:
            show(None)
        if isinstance(answer, Checked):
            self.view, self.problems = FolderView(answer), ()
            for line in answer.log:
                self._hooks.log(line)
        elif isinstance(answer, Failed):
            self.problems = answer.problems
            if answer.trace is not None:
                self._hooks.log(answer.trace)
        self._hooks.checked(self, held)
