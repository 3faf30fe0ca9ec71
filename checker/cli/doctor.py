"""The command ``doctor``: versions, the configuration in force, and what is missing."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import sys
from pathlib import Path

import click

from checker import extras
from checker.cli import output, parts
from checker.model.user_error import UserError
from checker.reports.terminal import safe
from checker.sources import formats
from checker.version import __version__

BROKEN = 2
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@click.command(short_help="Show what is installed, configured and missing.")
def doctor() -> int:
    """Print versions, the configuration in force with its sources and rules, and what is missing; exit with 2 where
    a check could not run.
    """
    lines = [f"check-claims {__version__}", f"Python {platform.python_version()}, {sys.platform}", ""]
    missing = _packages(lines)
    lines += ["", *_formats()]
    broken = _configuration(lines)
    lines += ["", f"cache: {parts.cache.state(parts.cache.folder())}", *_programs()]
    output.say("\n".join(safe(line) for line in lines) + "\n")
    return BROKEN if missing or broken else 0


def _packages(lines: list[str]) -> bool:
    """The packages that are needed to run, with their versions; whether one is missing."""
    missing = False
    try:
        needs = importlib.metadata.requires("check-claims") or ()
    except importlib.metadata.PackageNotFoundError:
        lines.append("  not installed: run from its own folder")
        return False
    for needed in needs:
        if "extra ==" in needed:
            continue
        match = _NAME.match(needed)
        name = match[0] if match is not None else needed
        try:
            lines.append(f"  {name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing = True
            lines.append(f"  {name} is missing: install check-claims again")
    return missing


def _formats() -> list[str]:
    """The formats that are read here, and what to install for the others, for p values and for editors."""
    known = dict.fromkeys(form.name for form in formats.READERS.values())
    missing: dict[str, list[str]] = {}
    for form in dict.fromkeys(formats.READERS.values()):
        if form.extra is not None and not formats.is_installed(form):
            known.pop(form.name, None)
            missing.setdefault(form.extra, []).append(form.name)
    lines = [f"reads {', '.join(known)}"]
    lines += [f"not read: {', '.join(names)}: {extras.install(extra)}" for extra, names in missing.items()]
    return [*lines, *filter(None, (extras.no_p_values(), extras.no_language_server()))]


def _configuration(lines: list[str]) -> bool:
    """The configuration with what it names; whether it is wrong."""
    lines.append("")
    try:
        settings = parts.configuration.find(Path.cwd())
        if settings is None:
            lines.append("configuration: none here or in a parent folder; check-claims init makes one")
            return False
        lines.append(f"configuration: {settings.file}")
        corpus = parts.corpus.corpus_of(())
        stored = [given for given in corpus.inputs if (file := corpus.claims_file(given)) is not None and file.exists()]
        lines.append(f"  {len(corpus.inputs)} sources, {len(stored)} of them with stored claims")
        lines.append(f"  {len(corpus.rulebook.rules)} rules, {len(corpus.rulebook.attributes)} attributes")
        if corpus.decisions is not None:
            count = len(parts.decisions_file.load(corpus.decisions))
            lines.append(f"  {count} {'decision' if count == 1 else 'decisions'}")
    except UserError as failure:
        lines += [f"  wrong: {line}" for line in (str(failure), *failure.notes)]
        return True
    return False


def _programs() -> list[str]:
    """The programs that some commands call."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    return [
        f"git: {shutil.which('git') or 'missing; --since needs it'}",
        f"editor: {editor or 'none set; review opens files in $EDITOR'}",
    ]
