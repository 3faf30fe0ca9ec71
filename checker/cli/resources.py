"""Opens the cache for a run, counts its processes, and shows on a terminal how far it is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from checker import files
from checker.cli import output, parts
from checker.corpus import Corpus
from checker.extraction import Resources
from checker.language.language import using
from checker.reports.terminal import safe

_PATIENCE = 0.7
"""Seconds after which somebody who waits wants to know how far it is."""
_PAUSE = 0.1


@contextmanager
def resources_for(corpus: Corpus, *, jobs: int | None = None, cached: bool = True) -> Iterator[Resources]:
    """The cache and the number of processes of one run: those asked for, else those of the configuration.

    A cache that cannot be used is reported once, on standard error, and changes nothing else.
    """
    _take_language(corpus)
    _name_configuration(corpus)
    _clean(corpus)
    progress = Progress() if Progress.wanted() else None
    kept = parts.cache.Cache(parts.cache.folder()) if cached else None
    try:
        yield Resources(kept, jobs or corpus.jobs, progress.show if progress is not None else None)
    finally:
        if progress is not None:
            progress.clear()
        if kept is not None:
            kept.close()
            if kept.trouble is not None:
                output.remark(f"check-claims: the cache cannot be used in full: {safe(kept.trouble)}\n")


def _take_language(corpus: Corpus) -> None:
    """Read by the corpus's language until the command is over."""
    command = click.get_current_context(silent=True)
    if command is not None:
        command.with_resource(using(corpus.language))


def _name_configuration(corpus: Corpus) -> None:
    """Name the configuration that applies where it is in a folder above, and the rules that it leaves out."""
    file = corpus.configuration
    if file is None or os.path.realpath(file.parent) == os.path.realpath(Path.cwd()):
        return
    left = f" and leaves out {', '.join(sorted(corpus.left_out))}" if corpus.left_out else ""
    output.remark(f"check-claims: {safe(str(file))} applies here{safe(left)}; --no-config ignores it\n")


def _clean(corpus: Corpus) -> None:
    """Remove what killed runs left in the folders that this one writes into."""
    register = corpus.registry.parent if corpus.registry is not None else None
    for folder in (corpus.claims, corpus.decisions, register):
        if folder is not None:
            files.clean(folder)


class Progress:
    """One line on standard error that is written over, and is gone at the end."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    @staticmethod
    def wanted() -> bool:
        """Whether somebody looks on, at a terminal that can write over a line."""
        return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def show(self, done: int, of: int) -> None:
        """Show how many sources are done, and of how many."""
        now = time.monotonic()
        if now < self._next and not (self._shown and done == of):
            return
        self._next = now + _PAUSE
        self._shown = True
        what = f"read {done:,} of {of:,} sources" if done < of else "comparing what they claim"
        output.remark(f"\r\x1b[K{what} ...")

    def clear(self) -> None:
        """Leave the line as it was."""
        if self._shown:
            output.remark("\r\x1b[K")
