"""Asks git what changed since a commit: which sources, and which lines of them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import parts
from checker.model.changed_lines import ALL_LINES, ChangedLines
from checker.model.user_error import UserError

if TYPE_CHECKING:
    from checker.corpus import Corpus

_SECONDS = 60
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_REMEDY = "name a branch, a tag or a commit that this clone has"


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a commit, with the files that git does not know yet."""

    sources: frozenset[str] | None
    """The ids of the sources that changed; None where a rule, a decision or the configuration did: all count then."""
    lines: Callable[[str], ChangedLines]
    """The changed lines of the document of a source, by its id."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file that changed: as git names it now and before."""

    name: str
    before: str | None = None
    """None where git does not know the file yet."""


def since(reference: str, corpus: Corpus) -> Changes:
    """What changed since this branch left the commit or branch ``reference``.

    A source changed when its document, its claims file or its entry in the register did; one that was moved did, though
    none of its lines. Raises UserError where git cannot tell: outside a repository, for what is no commit, and where a
    shallow clone lacks what it takes.
    """
    if reference.startswith("-") or not reference.strip():
        raise UserError(f"--since: no commit: '{reference}'", remedy=_REMEDY)
    top = _top(corpus.root if corpus.root != Path() else Path.cwd())
    start = _start(top, reference)
    changed = _changed(top, start)
    files = {g.source.id: Path(os.path.realpath(g.file)) for g in corpus.inputs if g.file is not None}

    @cache
    def lines(identifier: str) -> ChangedLines:
        file = files.get(identifier)
        return _lines(top, start, changed[file]) if file is not None and file in changed else ChangedLines()

    if any(corpus.governs(path) for path in changed):
        return Changes(None, lines)
    found = {identifier for identifier, file in files.items() if file in changed}
    for given in corpus.inputs:
        claims = corpus.claims_file(given)
        if claims is not None and Path(os.path.realpath(claims)) in changed:
            found.add(given.source.id)
    if corpus.registry is not None and corpus.registry.exists():
        registry = Path(os.path.realpath(corpus.registry))
        entries = _changed_entries(start, registry, top) if registry in changed else set()
        if entries is None:
            return Changes(None, lines)
        found |= entries
    return Changes(frozenset(found), lines)


def _changed(top: Path, start: str) -> dict[Path, _File]:
    """The files that changed, by their real paths; those that are gone are among them."""
    found: dict[str, _File] = {}
    words = iter(_git(top, "diff", "--name-status", "--no-relative", "-M", "-z", start, "--").split("\0"))
    for status in filter(None, words):
        before = next(words)
        name = next(words) if status[0] in "RC" else before
        found[name] = _File(name, before)
        if status[0] == "R":
            found[before] = _File(before, before)
    for name in filter(None, _git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0")):
        found[name] = _File(name)
    return {Path(os.path.realpath(top / name)): file for name, file in found.items()}


def _top(folder: Path) -> Path:
    """The top of the repository that ``folder`` is in."""
    ran = _run(folder, "rev-parse", "--show-toplevel")
    if ran.returncode:
        raise UserError(
            f"--since asks git what changed, and {_said(ran)}", str(folder), "run it in a clone, or without --since"
        )
    return Path(os.path.realpath(_text(ran).removesuffix("\n")))


def _start(top: Path, reference: str) -> str:
    """The commit where HEAD left ``reference``: that itself where HEAD comes from it."""
    ran = _run(top, "rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}")
    if ran.returncode:
        raise UserError(f"--since: there is no commit '{reference}' here", str(top), _fetched(top) or _REMEDY)
    commit = _text(ran).strip()
    base = _run(top, "merge-base", commit, "HEAD")
    if base.returncode:
        remedy = _fetched(top) or "name one that this branch comes from"
        raise UserError(f"--since: '{reference}' and HEAD have no commit in common here", str(top), remedy)
    return _text(base).strip()


def _fetched(top: Path) -> str:
    """What to do in a shallow clone; empty in one that has everything."""
    if _git(top, "rev-parse", "--is-shallow-repository").strip() != "true":
        return ""
    return "this clone is shallow: fetch the rest (git fetch --unshallow, or fetch-depth: 0 in actions/checkout)"


def _lines(top: Path, start: str, file: _File) -> ChangedLines:
    """The lines of a file, as it is now, that are not as they were."""
    if file.before is None:
        return ALL_LINES
    words = ("diff", "--unified=0", "--no-relative", "--no-color", "--no-ext-diff", "--no-textconv", "-M", start, "--")
    text = _git(top, *words, *(f":(top,literal){name}" for name in dict.fromkeys((file.before, file.name))))
    if "\nBinary files " in text:
        return ALL_LINES
    spans = ((int(first), int(count or 1)) for first, count in _HUNK.findall(text))
    return ChangedLines(tuple((first, first + count - 1) for first, count in spans if count))


def _changed_entries(start: str, registry: Path, top: Path) -> set[str] | None:
    """The sources whose entries in the register changed; None where the earlier register is not known."""
    try:
        before = parts.registry.entries(_git(top, "show", f"{start}:{registry.relative_to(top).as_posix()}"), start)
    except (UserError, ValueError):
        return None
    now = parts.registry.entries(parts.registry.text_of(registry), str(registry))
    return {name for name in now if now[name] != before.get(name)}


def _git(folder: Path, *words: str) -> str:
    ran = _run(folder, *words)
    if ran.returncode:
        raise UserError(f"--since: {_said(ran)}", str(folder), _REMEDY)
    return _text(ran)


def _said(ran: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of git's complaint."""
    lines = ran.stderr.decode("utf-8", "replace").strip().splitlines()
    return f"git says: {lines[0].removeprefix('fatal: ')}" if lines else "git failed"


def _text(ran: subprocess.CompletedProcess[bytes]) -> str:
    return ran.stdout.decode("utf-8", "surrogateescape")


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *words],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
            env=os.environ | {"LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UserError("git cannot be run, so it is not known what changed", str(folder), "install git") from error
