"""Writes reports where they were asked for: to standard output as it can show them, or to files, whole."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from checker import files
from checker.cli.formats import FORMATS
from checker.model.user_error import UserError

if TYPE_CHECKING:
    from checker.corpus import Corpus

DEFAULT_WIDTH = 80
_LEAST_WIDTH = 40
_PATIENCE = 2.0
"""Seconds that a pipe may be without a reader."""
_PAUSE = 0.02
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
            raise UserError(f"two reports cannot both go to {where}", remedy="give one a path: -o FORMAT:PATH")
        if place is not None:
            _writable(place)
    return chosen


def _writable(path: Path) -> None:
    refuse_links("a report", path, Path.cwd())
    if path.is_dir():
        raise UserError("a report needs a file, and this is a folder", str(path))
    if not path.parent.is_dir():
        raise UserError("no such folder for the report", str(path.parent), "make it first")


def refuse_links(what: str, path: Path, root: Path) -> None:
    """Refuse a path that goes through a link below ``root``, or is one: whoever made it decides where it leads."""
    link = files.linked(path, root)
    if link is not None:
        raise UserError(f"{what} is not written through a symbolic link", str(link), "name the file itself")


def refuse_inputs(what: str, path: Path, corpus: Corpus, *, known: Path | None = None) -> None:
    """Refuse to write ``what`` over something that the run read: a document, a rule, claims, decisions, settings.

    ``known`` is the baseline, which a new baseline may replace.
    """
    refuse_links(what, path, corpus.root)
    real = Path(os.path.realpath(path))
    if real in {Path(os.path.realpath(source)) for source in corpus.files}:
        raise UserError(f"{what} would overwrite a source", str(path), "name another file")
    own = known is not None and real == Path(os.path.realpath(known))
    if corpus.is_input(real) and not own:
        raise UserError(f"{what} would overwrite a file that the check reads", str(path), "name another file")


def write_file(path: Path, text: str) -> None:
    """Put ``text`` at ``path`` as UTF-8: the old file or the new one, never a mix.

    A pipe or a device is written into and stays what it is.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def write_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, as ``write_file`` does."""
    if path.exists() and not path.is_file():
        _put_into(path, data, os.O_WRONLY)
    else:
        files.replace(path, data, "the report")


def append(path: Path, text: str) -> None:
    """Put ``text`` behind what the file at ``path`` holds."""
    _put_into(path, text.encode("utf-8", "backslashreplace"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)


def _opened(path: Path, how: int) -> int:
    """What is at ``path``, open to be written; the reader of a pipe has a moment to come."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return os.open(path, how | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0), 0o666)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _put_into(path: Path, data: bytes, how: int) -> None:
    """Write into what is at ``path``; a pipe that nobody reads is refused and not waited for."""
    try:
        handle = _opened(path, how)
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        with os.fdopen(handle, "wb", buffering=0) as stream:
            left = memoryview(data)
            while left:
                left = left[stream.write(left) :]
    except OSError as error:
        why = "nobody reads from this pipe" if error.errno == errno.ENXIO else error.strerror
        raise UserError(f"the report cannot be written: {why}", str(path)) from error


def say(text: str, *, encoding: str | None = None) -> None:
    """Print ``text`` as it is; a reader that went away is no error.

    Without ``encoding`` it is for people: where a CI runner reads along, no line of it is a command to the runner.
    """
    _put(sys.stdout, text if encoding is not None else _for_terminal(text), encoding)


def remark(text: str) -> None:
    """Print ``text`` on standard error, where it disturbs no report."""
    _put(sys.stderr, _for_terminal(text), None)


def _for_terminal(text: str) -> str:
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
            raise UserError(f"cannot be written: {error.strerror}", stream.name) from error


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


def has_unicode() -> bool:
    """Whether standard output can show ornament beyond ASCII."""
    try:
        "─…".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
