"""Writes reports where they were asked for: to standard output as it can show them, or to files, whole."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import click

from checker.cli.formats import FORMATS
from checker.model.failure import Failure

DEFAULT_WIDTH = 80
_LEAST_WIDTH = 40
_MOST_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Target:
    """One ``-o FORMAT[:PATH]``; no path means standard output."""

    format: str
    path: Path | None = None


class TargetType(click.ParamType[Target]):
    """``FORMAT[:PATH]`` as a target."""

    name = "format[:path]"

    def convert(self, value: str | Target, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        if isinstance(value, Target):
            return value
        name, _, path = value.partition(":")
        if name not in FORMATS:
            self.fail(f"no such format: {name}; there are {', '.join(FORMATS)}", param, ctx)
        return Target(name, Path(path) if path else None)


def validated(targets: Sequence[Target]) -> tuple[Target, ...]:
    """The targets, text on standard output where none was named; refuses two reports in one place."""
    chosen = tuple(targets) or (Target("text"),)
    places = [target.path for target in chosen]
    for place in places:
        if places.count(place) > 1:
            where = "standard output" if place is None else str(place)
            raise Failure(f"two reports cannot both go to {where}", remedy="give one a path: -o FORMAT:PATH")
        if place is not None:
            _writable(place)
    return chosen


def _writable(path: Path) -> None:
    if path.is_symlink():
        raise Failure("a report is not written through a symbolic link", str(path), "name the file itself")
    if path.is_dir():
        raise Failure("a report needs a file, and this is a folder", str(path))
    if not path.parent.is_dir():
        raise Failure("no such folder for the report", str(path.parent), "make it first")


def refuse_sources(targets: Sequence[Target], sources: Sequence[Path]) -> None:
    """Refuse to write a report over a document that was read for it."""
    read = {source.resolve() for source in sources}
    for target in targets:
        if target.path is not None and target.path.resolve() in read:
            raise Failure("a report would overwrite a source", str(target.path), "name another file")


def write_file(path: Path, text: str) -> None:
    """Put ``text`` at ``path`` as UTF-8: the old file or the new one, never a mix.

    A pipe or a device is written into and stays what it is.
    """
    data = text.encode("utf-8", "backslashreplace")
    if path.exists() and not path.is_file():
        try:
            with path.open("wb", buffering=0) as stream:
                stream.write(data)
        except OSError as error:
            raise Failure(f"cannot be written: {error.strerror}", str(path)) from error
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise Failure(f"cannot be written: {error.strerror}", str(path)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise Failure(f"cannot be written: {error.strerror}", str(path)) from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def append(path: Path, text: str) -> None:
    """Put ``text`` behind what the file at ``path`` holds."""
    try:
        with path.open("ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise Failure(f"cannot be written: {error.strerror}", str(path)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def say(text: str, *, encoding: str | None = None) -> None:
    """Print ``text`` as it stands; a reader that went away is no error.

    Without ``encoding`` it is for people: where a CI runner reads along, no line of it is a command to the runner.
    """
    _put(sys.stdout, text if encoding is not None else _told(text), encoding)


def remark(text: str) -> None:
    """Print ``text`` on standard error, where it disturbs no report."""
    _put(sys.stderr, _told(text), None)


def _told(text: str) -> str:
    """``text`` with nothing that a runner of GitHub, where there is one, takes for a command of its own."""
    if os.environ.get("GITHUB_ACTIONS") != "true" or ("::" not in text and "##[" not in text):
        return text
    lines = (
        line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line
        for line in text.replace("##[", "## [").split("\n")
    )
    return "\n".join(lines)


def _put(stream: TextIO, text: str, encoding: str | None) -> None:
    data = text.encode(encoding or stream.encoding or "utf-8", "backslashreplace")
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Failure(f"cannot be written: {error.strerror}", stream.name) from error


def colored(choice: str) -> bool:
    """Whether to paint standard output: ``always``, ``never``, or where a terminal shows it."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def width() -> int:
    """The columns of the terminal on standard output, within reason; 80 where there is none."""
    if not sys.stdout.isatty():
        return DEFAULT_WIDTH
    return min(max(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, _LEAST_WIDTH), _MOST_WIDTH)


def ornate() -> bool:
    """Whether standard output can show ornament beyond ASCII."""
    try:
        "─…".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
