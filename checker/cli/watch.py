"""Runs a check again whenever a document, the configuration, a rule or a decision changes, until Ctrl-C.

Files are watched with watchfiles, which the extra ``watch`` brings. Reports that the check writes, hidden folders and
files that a run does not read start no run. Only what changed is read again: the rest comes from the cache.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker import extras
from checker.cli import output
from checker.model.user_error import UserError
from checker.reports.terminal import safe

if TYPE_CHECKING:
    from checker.corpus import Corpus

_PAUSE = 200
"""Milliseconds to wait for further changes: editors write a file in several steps."""
_STEP = 50
_TURN = 200
"""Milliseconds after which the watcher looks for Ctrl-C."""
OPENED = 0
INCOMPLETE = 2
_MOST_NAMED = 3


def refuse_missing() -> None:
    """Raise UserError where the library that watches files is not installed."""
    if extras.missing("watchfiles"):
        raise UserError("watchfiles is not installed, which --watch needs", remedy=extras.install("watch"))


def watch(
    once: Callable[[], int], opened: Callable[[], Corpus], paths: Sequence[str], written: Iterable[Path | None]
) -> int:
    """Call ``once``, and again for each change; the exit code of the last run, once Ctrl-C ends it.

    ``opened`` makes the corpus anew, to know which files count. A run that fails says so in its line, and waits on.
    """
    from watchfiles import Change
    from watchfiles import watch as changes

    own = {Path(os.path.realpath(path)) for path in written if path is not None}
    corpus = opened()

    def counts(_: Change, path: str) -> bool:
        return _counts(Path(path), corpus, own)

    folders = _folders(corpus, paths)
    # It is watched from before the first run on: what changes while a check runs starts the next one.
    found = changes(
        *folders, watch_filter=counts, debounce=_PAUSE, step=_STEP, rust_timeout=_TURN, yield_on_timeout=True
    )
    code = OPENED
    try:
        next(found)
        code = once()
        output.remark(f"watching {safe(', '.join(map(str, folders)))}: Ctrl-C ends it\n")
        for changed in found:
            if not changed:
                continue
            output.remark(f"\nchanged: {safe(_named(sorted({path for _, path in changed})))}\n")
            try:
                corpus = opened()
                code = once()
            except UserError as failure:
                output.remark("".join(f"check-claims: error: {safe(str(one))}\n" for one in (failure, *failure.notes)))
                code = INCOMPLETE
            gc.collect()
            output.remark(f"watching {safe(', '.join(map(str, folders)))}: Ctrl-C ends it\n")
    except KeyboardInterrupt:
        return code
    finally:
        found.close()
    return code


def _folders(corpus: Corpus, paths: Sequence[str]) -> list[Path]:
    """The folders to watch, none of them within another."""
    asked = [Path(path) for path in paths] or [file.parent for file in corpus.files]
    found = {folder if folder.is_dir() else folder.parent for folder in asked}
    if corpus.configuration is not None:
        found.add(corpus.root)
    real = {Path(os.path.realpath(folder)): folder for folder in found if folder.is_dir()}
    return sorted(real[one] for one in real if not any(other in real for other in one.parents))


def _counts(path: Path, corpus: Corpus, own: set[Path]) -> bool:
    """Whether a change of a file may change the outcome."""
    real = Path(os.path.realpath(path))
    if real in own or any(part.startswith(".") for part in real.parts[1:] if part not in (".", "..")):
        return False
    return (
        corpus.is_input(real) or real in {Path(os.path.realpath(file)) for file in corpus.files} or _may_be_read(real)
    )


def _may_be_read(path: Path) -> bool:
    """Whether a reader takes such files: one that is new, or gone."""
    from checker.sources import formats

    return formats.has_reader(path)


def _named(paths: Sequence[str]) -> str:
    """``a.md, b.md``, by the names from here."""
    names = [os.path.relpath(path) for path in paths]
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
