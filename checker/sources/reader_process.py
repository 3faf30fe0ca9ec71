"""Reads formats whose libraries may crash, loop or take all memory in a process of its own, which is ended then.

One process serves all files of a run, and is started anew when it had to be ended. It may use so much memory and write
no file; it gets a file's bytes through a pipe and answers with JSON, so that nothing of a hostile file is run here.
"""

from __future__ import annotations

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from checker import isolation
from checker.model.document import Block, Metadata, Place, Places, Reading, Source, Warning
from checker.model.user_error import Unreadable
from checker.sources import formats
from checker.sources.formats import Format
from checker.sources.markup import blank

try:
    import resource
except ImportError:  # Windows has no such limits.
    resource = None  # type: ignore[assignment]

MEMORY = 3_000_000_000
"""Bytes of address space that the process may have, its libraries included."""
_LENGTH = struct.Struct(">I")
_START = "import sys; sys.path.insert(0, sys.argv[1]); from checker.sources import reader_process as r; r.serve()"


def read(form: Format, source: Source, data: bytes, seconds: float) -> Reading:
    """What the reader of ``form`` makes of ``data``; Unreadable where it fails, crashes or takes longer."""
    with _ONE:
        return _read(form, source, data, seconds)


_ONE = threading.Lock()
"""The process answers one request at a time."""


def _read(form: Format, source: Source, data: bytes, seconds: float) -> Reading:
    process = _KEPT.started()
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        answer = _asked(process, {"ending": _ending(form), "id": source.id, "path": source.path}, data)
    except BaseException:
        # What comes later would be taken for the answer to the next request.
        _KEPT.end()
        raise
    finally:
        timer.cancel()
    if answer is None:
        _KEPT.end()
        if late.is_set():
            raise Unreadable("", f"reading it took longer than {seconds:g} seconds: split it, or raise max_seconds")
        raise Unreadable("", f"the reader of {form.name} crashed on it: open it and save it anew")
    if "reason" in answer:
        raise Unreadable("", answer["reason"], answer.get("trace"))
    return _restored(answer, source)


def _ending(form: Format) -> str:
    return next(ending for ending, known in formats.READERS.items() if known is form)


class _Kept:
    """The process that reads for this one; a copy of this process starts its own."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.owner = 0

    def running(self) -> subprocess.Popen[bytes] | None:
        """The process, while it runs and is this one's."""
        if self.process is None or self.owner != os.getpid() or self.process.poll() is not None:
            return None
        return self.process

    def started(self) -> subprocess.Popen[bytes]:
        """The process, started where there is none."""
        process = self.running()
        if process is None:
            process = self.process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START, str(Path(__file__).parents[2])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self.owner = os.getpid()
        return process

    def end(self) -> None:
        """End the process, and let go of it; one that belongs to another process is left to that."""
        process, self.process = self.process, None
        if process is None or self.owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()


_KEPT = _Kept()
atexit.register(_KEPT.end)


def running() -> int | None:
    """The number of the process that reads for this one, while there is one."""
    process = _KEPT.running()
    return process.pid if process is not None else None


def stop() -> None:
    """End the process that reads for this one; the next file starts another."""
    _KEPT.end()


def _asked(process: subprocess.Popen[bytes], request: dict[str, Any], data: bytes) -> dict[str, Any] | None:
    """The answer to a request; None where the process ends before it."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        _send(process.stdin, json.dumps(request).encode())
        _send(process.stdin, data)
        answer = _received(process.stdout)
    except OSError:
        return None
    return None if answer is None else json.loads(answer)


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _received(pipe: IO[bytes]) -> bytes | None:
    """The next message; None where there is none, or only a part of it."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    return data if len(data) == length else None


def _restored(answer: dict[str, Any], source: Source) -> Reading:
    """A reading from the form in which it came."""
    blocks = [
        Block(kind, start, end, level, key, tuple((s, e) for s, e in cells), table=table, head=head)
        for kind, start, end, level, key, cells, table, head in answer["blocks"]
    ]
    places = Places(tuple(answer["starts"]), tuple(Place(*place) for place in answer["places"]))
    warnings = tuple(Warning(source.id, line, message) for line, message in answer["warnings"])
    text: str = answer["text"]
    metadata = Metadata(**answer["metadata"])
    unread = tuple(answer["unread"])
    return Reading(source, text, blank(text), tuple(blocks), warnings, places=places, metadata=metadata, unread=unread)


def _told(reading: Reading) -> dict[str, Any]:
    """A reading in a form that JSON knows."""
    return {
        "text": reading.text,
        "blocks": [[b.kind, b.start, b.end, b.level, b.key, b.cells, b.table, b.head] for b in reading.blocks or ()],
        "starts": reading.places.starts,
        "places": [[place.page, place.slide, place.cell] for place in reading.places.places],
        "warnings": [[warning.line, warning.message] for warning in reading.warnings],
        "metadata": asdict(reading.metadata),
        "unread": reading.unread,
    }


def serve() -> None:
    """Answer requests until there are no more: what the other process runs."""
    _limit()
    out = os.fdopen(os.dup(1), "wb")
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    while (request := _received(sys.stdin.buffer)) is not None:
        data = _received(sys.stdin.buffer)
        if data is None:
            break
        _send(out, json.dumps(_answer(json.loads(request), data)).encode())


def _answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    form = formats.READERS[request["ending"]]
    try:
        return _told(formats.reader(form)(Source(request["id"], request["path"]), data))
    except Unreadable as error:
        return {"reason": error.reason, "trace": error.trace}
    except MemoryError:
        return {"reason": f"the reader of {form.name} needs more than {MEMORY:,} bytes of memory for it: split it"}
    except Exception as error:
        line = " ".join(str(error).split())[:120]
        said = f"{type(error).__name__}: {line}" if line else type(error).__name__
        return {
            "reason": f"it cannot be read as {form.name} ({said}): open it and save it anew",
            "trace": isolation.trace(error),
        }


def _limit() -> None:
    """Bound this process's memory, and let it write no file, where the system knows such limits."""
    if resource is None:
        return
    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
