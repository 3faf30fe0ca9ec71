"""Asks git which sources changed since a commit."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import parts
from checker.model.user_error import UserError

if TYPE_CHECKING:
    from checker.corpus import Corpus

_SECONDS = 60


def since(reference: str, corpus: Corpus) -> frozenset[str] | None:
    """The ids of the sources that changed since the commit ``reference``, files that git does not know yet included.

    A source changed when its document, its claims file or its entry in the register did. None where a rule, a
    decision or the configuration changed: then every source counts. Raises UserError where git cannot tell.
    """
    if reference.startswith("-"):
        raise UserError(f"no commit: {reference}", remedy="name a branch, a tag or a commit")
    folder = corpus.root if corpus.root != Path() else Path.cwd()
    top = Path(os.path.realpath(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n")))
    names = _git(top, "diff", "--name-only", "--no-relative", "-z", reference, "--").split("\0")
    names += _git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    changed = {Path(os.path.realpath(top / name)) for name in names if name}
    if any(corpus.governs(path) for path in changed):
        return None
    found: set[str] = set()
    if (
        corpus.registry is not None
        and corpus.registry.exists()
        and (registry := Path(os.path.realpath(corpus.registry))) in changed
    ):
        entries = _changed_entries(reference, registry, top)
        if entries is None:
            return None
        found |= entries
    for given in corpus.inputs:
        own = (given.file, corpus.claims_file(given))
        if any(path is not None and Path(os.path.realpath(path)) in changed for path in own):
            found.add(given.source.id)
    return frozenset(found)


def _changed_entries(reference: str, registry: Path, top: Path) -> set[str] | None:
    """The sources whose entries in the register changed; None where the earlier register is not known."""
    try:
        before = parts.registry.entries(
            _git(top, "show", f"{reference}:{registry.relative_to(top).as_posix()}"), reference
        )
    except (UserError, ValueError):
        return None
    now = parts.registry.entries(parts.registry.text_of(registry), str(registry))
    return {name for name in now if now[name] != before.get(name)}


def _git(folder: Path, *words: str) -> str:
    try:
        ran = subprocess.run(
            ["git", "-C", str(folder), *words],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
            env=os.environ | {"LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UserError("git cannot be run, so it is not known what changed", str(folder), "install git") from error
    if ran.returncode:
        lines = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UserError(
            f"git: {lines[0] if lines else 'failed'}", str(folder), "name a commit that this repository has"
        )
    return ran.stdout.decode("utf-8", "surrogateescape")
