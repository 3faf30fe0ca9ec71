"""Reads files that are files, and replaces them whole, one writer at a time: a reader meets the old one or the new."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from checker.model.user_error import UserError

WAIT = 10.0
"""Seconds that a second writer waits for the first."""
_TEMPORARY = (".check-claims-", ".tmp")
"""How the names of temporary files begin and end; nothing else is called so."""
_cleaned: set[str] = set()
_BINARY: int = getattr(os, "O_BINARY", 0)
_UNWAITING: int = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe that has nobody at its other end does not wait for somebody."""
_UNLINKED: int = getattr(os, "O_NOFOLLOW", 0)


def kind_of(mode: int) -> str | None:
    """The kind of what is no regular file: a folder, a pipe, a device."""
    if stat.S_ISREG(mode):
        return None
    for test, name in (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    ):
        if test(mode):
            return name
    return "something else"


def read_bytes(path: Path) -> bytes:
    """What a regular file holds; OSError for anything else, at once: nobody waits for the other end of a pipe."""
    descriptor = os.open(path, os.O_RDONLY | _UNWAITING | _BINARY)
    with os.fdopen(descriptor, "rb") as file:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        kind = kind_of(mode)
        if kind is not None:
            raise OSError(errno.EINVAL, f"it is {kind}, not a file", str(path))
        return file.read()


def read_text(path: Path, encoding: str = "utf-8") -> str:
    """The text of a regular file, with every line break as a line feed; raises as ``read_bytes`` does."""
    text = read_bytes(path).decode(encoding)
    return io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=True)


def linked(path: Path, root: Path) -> Path | None:
    """The first link that a path goes through below ``root``, its last part included; None where it goes through none.

    A path that is not below ``root`` as it is written is looked at in its last part alone.
    """
    base, whole = root.absolute(), path.absolute()
    here = base if whole.is_relative_to(base) else whole.parent
    for part in whole.relative_to(here).parts:
        here /= part
        if here.is_symlink():
            return here
    return None


def replace(path: Path, text: str | bytes, what: str) -> None:
    """Put ``text`` at ``path``, as UTF-8, through a temporary file that is synced and then renamed.

    ``what`` names the file in messages (``the claims file``). Missing folders are made, the mode of an existing
    file is kept. Raises UserError where nothing could be written, and for a symbolic link: what is there is then
    untouched.
    """
    if path.is_symlink():
        raise UserError(f"{what} is not written through a symbolic link", str(path), "name the file itself")
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        clean(path.parent)
        temporary, handle = _temporary(path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                temporary.chmod(path.stat().st_mode & 0o777)
            if os.name == "posix":  # still locked, so that nobody takes it for one that is left over
                temporary.replace(path)
        if os.name != "posix":  # where an open file cannot be renamed
            temporary.replace(path)
    except BaseException as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UserError(f"{what} cannot be written: {error.strerror}", str(path)) from error
        raise


def clean(folder: Path) -> None:
    """Remove the temporary files that killed runs left in a folder; those of runs at work stay. Once a process."""
    begin, end = _TEMPORARY
    if str(folder) in _cleaned:
        return
    _cleaned.add(str(folder))
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(begin) and path.name.endswith(end):
                _remove_left(path)


def _temporary(folder: Path) -> tuple[Path, int]:
    """A new file that is locked for as long as it is open, which says that its run is at work."""
    begin, end = _TEMPORARY
    while True:
        path = folder / f"{begin}{os.urandom(8).hex()}{end}"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _UNLINKED | _BINARY, 0o666)
        if _locked(handle, unknown=True) and path.exists():
            return path, handle
        os.close(handle)  # another run took it for one that is left over


def _remove_left(path: Path) -> None:
    """Remove a temporary file unless its run is at work; where files cannot be locked so, it cannot be removed then."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR | _UNWAITING | _UNLINKED | _BINARY)
        try:
            alone = stat.S_ISREG(os.fstat(handle).st_mode) and _locked(handle, unknown=False)
            if alone and os.name == "posix":
                path.unlink()
        finally:
            os.close(handle)
        if alone and os.name != "posix":
            path.unlink()


def _locked(handle: int, *, unknown: bool) -> bool:
    """Whether the lock of an open file was free, and is taken now; ``unknown`` on a file system without locks."""
    if os.name != "posix":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return unknown
    return True


@contextmanager
def locked(folder: Path, what: str) -> Iterator[None]:
    """Keep every other writer out of ``folder`` meanwhile; UserError where another holds it longer than ``WAIT``.

    The lock is a file ``.lock`` in the folder, gone when its holder is done: whoever waits opens it by name again and
    again. The system frees it when its process ends, however that happens.
    """
    from filelock import FileLock, Timeout

    path = folder / ".lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
            raise UserError(f"the lock of {what} is a link or no file", str(path), "remove it")
        lock = FileLock(path, timeout=WAIT)
        lock.acquire()
    except Timeout as error:
        raise UserError(f"{what} are being written by another run", str(folder), "try again when it is done") from error
    except OSError as error:
        raise UserError(f"{what} cannot be locked: {error.strerror}", str(path)) from error
    try:
        clean(folder)
        yield
    finally:
        # Whoever waits on the file finds it gone and tries anew; one that stays does no harm.
        with suppress(OSError):
            Path(lock.lock_file).unlink()
        lock.release()
