"""Makes the man page out of the help of every command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from checker.cli.commands import COMMANDS, NAME, commands
from checker.version import __version__

FILES = """.TP
.I check-claims.yaml
The configuration; or the table [tool.check-claims] of pyproject.toml.
.TP
.I sources.yaml
The register: what is known of each document.
.TP
.I claims/ID.yaml
What each document claims, with the words of each as evidence.
.TP
.I rules/*.yaml
Rules, and the names and attributes of a field.
.TP
.I rules/weights.yaml
How much each group of features counts when statements are compared, as tune fits it.
.TP
.I rules/decisions/*.yaml
What people decided about conflicts.
"""
EXITS = {
    "0": "everything was checked, and nothing at or above \\-\\-fail\\-on is open",
    "1": "open findings, stored claims that are out of date, or examples that do not come out as written",
    "2": "the answer is not whole: bad configuration or rules, or a source that is missing or cannot be read",
    "130": "interrupted",
}


def page() -> str:
    """The man page in roff, section 1."""
    top = click.Context(commands, info_name=NAME, **commands.context_settings)
    lines = [f'.TH CHECK\\-CLAIMS 1 "" "check\\-claims {__version__}" "User Commands"', ".SH NAME"]
    lines.append("check\\-claims \\- check that documents agree on what they claim")
    lines += [".SH SYNOPSIS", f".B {escaped(NAME)}", escaped(" ".join(commands.collect_usage_pieces(top)))]
    lines += [".SH DESCRIPTION", *text(commands.help or ""), *options(commands, top), ".SH COMMANDS"]
    for name in COMMANDS:
        command = commands.get_command(top, name)
        if command is not None:
            lines += section(command, click.Context(command, info_name=name, parent=top))
    lines += [".SH EXIT STATUS"]
    for code, meaning in EXITS.items():
        lines += [".TP", f".B {code}", meaning]
    return "\n".join([*lines, ".SH FILES", FILES.rstrip()]) + "\n"


def section(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".SS {escaped(context.command_path)} {escaped(usage)}"
    yield from text(command.help or "")
    yield from options(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            sub: Any = command.get_command(context, name)
            yield from section(sub, click.Context(sub, info_name=name, parent=context))


def options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option) and "--help" not in record[0]:
            yield from (".TP", f".B {escaped(record[0])}", escaped(" ".join(record[1].split())) or "\\&")


def text(said: str) -> Iterator[str]:
    """Paragraphs as they are; those that stand as written keep their lines."""
    import inspect

    for number, paragraph in enumerate(inspect.cleandoc(said).split("\n\n")):
        if number:
            yield ".PP"
        first, _, rest = paragraph.partition("\n")
        if first.strip() == "\b":
            yield from (".nf", *map(escaped, rest.split("\n")), ".fi")
        else:
            yield from map(escaped, paragraph.split("\n"))


def escaped(line: str) -> str:
    plain = line.rstrip().replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
