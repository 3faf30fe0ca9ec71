"""The arguments that every command over documents takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def corpus_options(command: _Command) -> _Command:
    """``[PATHS]...`` and ``--no-config``, as parameters ``paths`` and ``configured``."""
    command = click.option(
        "--no-config", "configured", flag_value=False, default=True, help="Ignore the configuration; use PATHS."
    )(command)
    return click.argument("paths", nargs=-1, type=click.Path(path_type=str))(command)


def resource_options(command: _Command) -> _Command:
    """``--jobs`` and ``--no-cache``, as parameters ``jobs`` and ``cached``."""
    command = click.option("--no-cache", "cached", flag_value=False, default=True, help="Do not use the cache.")(
        command
    )
    return click.option(
        "--jobs",
        type=click.IntRange(min=1, max=256),
        metavar="N",
        help="Read documents in at most N processes; the result is the same.  [default: by the amount of text]",
    )(command)


def color_option(command: _Command) -> _Command:
    """``--color``, as parameter ``color``."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour the text.  [default: auto]",
    )(command)
