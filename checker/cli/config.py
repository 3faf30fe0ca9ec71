"""The command ``config``: the settings in force, and where each comes from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from checker.cli import output, parts
from checker.reports.terminal import safe


@click.group(short_help="Show the settings in force.")
def config() -> None:
    """The configuration: [tool.check-claims] in pyproject.toml, or check-claims.yaml, here or in a folder above."""


@config.command(short_help="Print every setting and where it comes from.")
def show() -> int:
    """Print every setting, its value, and the file and line that it comes from."""
    settings = parts.configuration.find(Path.cwd())
    if settings is None:
        output.say("No configuration here or in a parent folder: give the paths on the command line.\n")
        return 0
    rows = []
    for key in parts.configuration.Configuration.model_fields:
        origin = settings.origin(key)
        value = getattr(settings, key)
        if key == "fail_on" and value is None:
            value = parts.corpus.DEFAULT_FAIL_ON
        rows.append((key.replace("_", "-"), _value(value), _origin(origin, settings.root)))
    first, second = (max(len(row[n]) for row in rows) for n in (0, 1))
    output.say(f"{safe(str(settings.file))}\n\n")
    output.say("".join(f"{a:{first}}  {b:{min(second, 44)}}  {c}".rstrip() + "\n" for a, b, c in rows))
    return 0


def _value(value: object) -> str:
    if value is None or value == () or value == {}:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return safe(", ".join(f"{key}: {value[key]}" for key in sorted(value)))
    if isinstance(value, tuple):
        return safe(", ".join(map(_part, value)))
    return safe(str(value))


def _part(value: object) -> str:
    if not isinstance(value, parts.configuration.Override):
        return str(value)
    severities = [f"{rule}: {severity}" for rule, severity in sorted(value.severity.items())]
    severities += [f"ignore {rule}" for rule in value.ignore]
    return f"{' '.join(value.paths)} ({', '.join(severities) or 'nothing'})"


def _origin(origin: str, root: Path) -> str:
    path, _, line = origin.rpartition(":")
    return safe(f"{os.path.relpath(path, root)}:{line}") if path and line.isdecimal() else safe(origin)
