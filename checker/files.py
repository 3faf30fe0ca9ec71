"""Replaces files whole, one writer at a time, so that a reader meets the old file or the new one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from checker.model.failure import Failure

WAIT = 10.0
"""Seconds that a second writer waits for the first."""


def replace(path: Path, text: str | bytes, what: str) -> None:
    """Put ``text`` at ``path``, as UTF-8, through a temporary file that is synced and then renamed.

    ``what`` names the file in messages (``the claims file``). Missing folders are made, the mode of an existing
    file is kept. Raises Failure where nothing could be written; the old file is then untouched.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise Failure(f"{what} cannot be written: {error.strerror}", str(path)) from error


@contextmanager
def locked(folder: Path, what: str) -> Iterator[None]:
    """Keep every other writer out of ``folder`` meanwhile; Failure where another holds it longer than ``WAIT``.

    The lock is a file ``.lock`` in the folder, gone when its holder is done: whoever waits opens it by name again and
    again. The system frees it when its process ends, however that happens.
    """
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=WAIT)
        with lock:
            try:
                yield
            finally:
                # Whoever waits on the file finds it gone and tries anew; one that stays does no harm.
                with suppress(OSError):
                    Path(lock.lock_file).unlink()
    except Timeout as error:
        raise Failure(f"{what} are being written by another run", str(folder), "try again when it is done") from error
