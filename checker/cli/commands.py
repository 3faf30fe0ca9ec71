"""Finds the command that was asked for and turns whatever goes wrong into one clear line and an exit code."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

import click

from checker import isolation
from checker.cli import INTERRUPTED
from checker.model.user_error import UserError
from checker.reports.terminal import safe
from checker.version import __version__

NAME = "check-claims"
INCOMPLETE = 2

COMMANDS = (
    "init",
    "check",
    "extract",
    "review",
    "decide",
    "tune",
    "add",
    "remove",
    "rename",
    "list",
    "values",
    "rules",
    "explain",
    "export",
    "mcp",
    "config",
    "schema",
    "doctor",
    "lsp",
    "completion",
)
"""Each is the function of its own name in the module of its own name beside this one."""

_DEBUG = "--debug"
_GLOBAL = ("--help", "-h", "--version")


class Commands(click.Group):
    """The commands by name; anything else is what ``check`` is given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"checker.cli.{cmd_name}"), cmd_name)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)
        front, args = _parted(args)
        if not args or args[0] not in (*COMMANDS, *_GLOBAL):
            _refuse_misspelt(args[:1])
            args = ["check", *args]
        return super().parse_args(ctx, [*front, *args])


def _parted(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """``--debug``, wherever it is among the options, and the other arguments."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options = [argument for argument in arguments[:end] if argument != _DEBUG]
    return [_DEBUG] * (len(options) < end), [*options, *arguments[end:]]


def _refuse_misspelt(first: Sequence[str]) -> None:
    """A path that is not there and looks like a command was probably meant as one."""
    if not first or first[0].startswith("-") or os.path.lexists(first[0]):
        return
    near = _near(first[0], COMMANDS)
    if near:
        raise UserError(f"no such command, file or folder: {first[0]}", remedy=f"did you mean '{near[0]}'?")


def _near(name: str, known: Sequence[str]) -> list[str]:
    import difflib

    return difflib.get_close_matches(name, known, n=1, cutoff=0.7)


@click.command(
    cls=Commands, subcommand_metavar="[COMMAND | PATH]...", context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.option(_DEBUG, is_flag=True, help="Show the traceback of an error in check-claims itself, with any command.")
def commands(debug: bool) -> None:
    """Check that documents agree on what they claim: dates, money, counts, percentages, durations.

    Without a command, check-claims checks: the PATHs given, or what the configuration names.

    \b
      check-claims init                 set up this folder
      check-claims docs/                compare every document in a folder
      check-claims explain 3f9a21bc     why one finding fired (its key)
      check-claims check --help         all options of a check

    Exit codes: 0 all checked and nothing open, 1 open findings, 2 something could not be checked.
    """


def run(arguments: Sequence[str]) -> int:
    """Run a command line; its exit code."""
    try:
        code = commands.main(list(arguments), prog_name=NAME, standalone_mode=False)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        return INTERRUPTED
    except UserError as failure:
        return _fail([str(failure), *failure.notes])
    except click.ClickException as mistake:
        return _fail([_line(mistake)])
    except RecursionError:
        return _fail(["the input is nested too deeply to be read"])
    except Exception as error:
        if _parted(arguments)[0]:
            _remark(isolation.trace(error).splitlines())
        return _fail([isolation.reason(error)])
    return code if isinstance(code, int) else 0


def _line(mistake: click.ClickException) -> str:
    """What the command line got wrong, in one line, with the nearest name where there is one."""
    if isinstance(mistake, click.NoSuchOption):
        near = sorted(mistake.possibilities or ()) or _near(mistake.option_name, _GLOBAL)
        return f"no such option: {mistake.option_name}" + (f"; did you mean {near[0]}?" if near else "")
    message = " ".join(mistake.format_message().split())
    return (message[:1].lower() + message[1:]).removesuffix(".")


def show_traces(traces: Iterable[str | None]) -> None:
    """Show each of ``traces``, where that was asked for."""
    if click.get_current_context().find_root().params.get("debug"):
        for trace in dict.fromkeys(filter(None, traces)):
            _remark(trace.splitlines())


def _fail(lines: Sequence[str]) -> int:
    _remark([f"{NAME}: error: {line}" for line in lines])
    return INCOMPLETE


def _remark(lines: Sequence[str]) -> None:
    from checker.cli.output import remark

    remark("".join(f"{safe(line)}\n" for line in lines))
