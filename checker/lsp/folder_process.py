"""Runs the check of one folder in a process of its own (``folder_worker``) and asks it one thing after the other.

The process ends when the server does, or is ended with whatever it is doing; it is started anew when it is next needed.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from checker.lsp.framing import LENGTH, packed
from checker.lsp.messages import Answer, Progress, Request, Start

_START = "import sys; sys.path.insert(0, sys.argv[1]); from checker.lsp import folder_worker as w; w.serve()"
_GRACE = 0.5
"""Seconds in which the last answer of a process that is gone still comes out of the pipe."""


class Ended(Exception):
    """The process is gone before it answered."""


class FolderProcess:
    """The process of one folder, seen from the server; one request is under way at a time."""

    def __init__(self, start: Start) -> None:
        self._start = start
        self._process: asyncio.subprocess.Process | None = None
        self._one = asyncio.Lock()
        self._closed = False

    async def ask(self, request: Request, watch: Callable[[Progress], None] | None = None) -> Answer:
        """The answer to a request; raises Ended where the process dies of it or is ended.

        Whoever gives up waiting leaves the request to its end: half an answer would garble the next one.
        """
        return await asyncio.shield(asyncio.ensure_future(self._asked(request, watch)))

    async def _asked(self, request: Request, watch: Callable[[Progress], None] | None) -> Answer:
        async with self._one:
            process = await self._started()
            try:
                await _write(process, packed(request))
                while True:
                    answer = await _read(process)
                    if not isinstance(answer, Progress):
                        return cast(Answer, answer)
                    if watch is not None:
                        watch(answer)
            except (asyncio.IncompleteReadError, ConnectionError) as error:
                self._kill()
                code = await process.wait()
                self._process = None
                raise Ended(f"signal {-code}" if code < 0 else f"exit code {code}") from error

    def close(self) -> None:
        """End the process, whatever it is doing; it is not started again."""
        self._closed = True
        self._kill()

    def _kill(self) -> None:
        """End the process with those that it started."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()

    async def _started(self) -> asyncio.subprocess.Process:
        if self._closed:
            raise Ended("the folder was closed")
        if self._process is None or self._process.returncode is not None:
            package = str(Path(__file__).parent.parent.parent)
            # -P: a folder that is checked may hold modules of any name, and none of them is to be run.
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-c", _START, package),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                start_new_session=True,
            )
            if self._closed:
                self._kill()
            await _write(self._process, packed(self._start))
        return self._process


async def _write(process: asyncio.subprocess.Process, data: bytes) -> None:
    if process.stdin is None:
        raise ConnectionResetError
    process.stdin.write(data)
    await process.stdin.drain()


async def _read(process: asyncio.subprocess.Process) -> Any:
    """The next message. The pipe may outlive the process, with those that it started."""
    if process.stdout is None:
        raise ConnectionResetError
    reading = asyncio.ensure_future(_message(process.stdout))
    ended = asyncio.ensure_future(process.wait())
    done, _ = await asyncio.wait({reading, ended}, return_when=asyncio.FIRST_COMPLETED)
    if reading not in done:
        await asyncio.wait({reading}, timeout=_GRACE)
    ended.cancel()
    if not reading.done():
        reading.cancel()
        raise ConnectionResetError
    return reading.result()


async def _message(stream: asyncio.StreamReader) -> Any:
    (length,) = LENGTH.unpack(await stream.readexactly(LENGTH.size))
    return pickle.loads(await stream.readexactly(length))
