"""Asks git which sources changed since a commit."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.failure import Failure

if TYPE_CHECKING:
    from checker.corpus import Corpus

_SECONDS = 60


def since(reference: str, corpus: Corpus) -> frozenset[str] | None:
    """The ids of the sources that changed since the commit ``reference``, files that git does not know yet included.

    A source changed when its document or its claims file did. None where a rule, a decision or the configuration
    changed too: then every source counts. Raises Failure where git cannot tell.
    """
    if reference.startswith("-"):
        raise Failure(f"no commit: {reference}", remedy="name a branch, a tag or a commit")
    folder = corpus.root if corpus.root != Path() else Path.cwd()
    top = Path(_git(folder, "rev-parse", "--show-toplevel").strip("\n"))
    names = _git(folder, "diff", "--name-only", "-z", reference, "--").split("\0")
    names += _git(folder, "ls-files", "--others", "--exclude-standard", "--full-name", "-z").split("\0")
    changed = {os.path.realpath(top / name) for name in names if name}
    if any(_governs(path, corpus) for path in changed):
        return None
    found = set()
    for given in corpus.inputs:
        own = (given.file, corpus.claims_file(given))
        if any(path is not None and os.path.realpath(path) in changed for path in own):
            found.add(given.source.id)
    return frozenset(found)


def _governs(path: str, corpus: Corpus) -> bool:
    """Whether a file says how all sources are checked."""
    known = {os.path.realpath(rule) for rule in corpus.governing}
    folder = os.path.realpath(corpus.decisions) + os.sep if corpus.decisions is not None else None
    return path in known or (folder is not None and path.startswith(folder))


def _git(folder: Path, *words: str) -> str:
    try:
        ran = subprocess.run(
            ["git", "-C", str(folder), *words],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Failure("git does not answer, so nobody knows what changed", str(folder), "install git") from error
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Failure(f"git: {said[0] if said else 'failed'}", str(folder), "name a commit that this repository has")
    return ran.stdout.decode("utf-8", "surrogateescape")
