"""The command line as a whole: help, version, and names that are not quite right."""

from __future__ import annotations

import pytest

from checker.cli.commands import COMMANDS
from checker.version import __version__
from tests.cli.conftest import Command


def test_version(command: Command) -> None:
    assert command("--version").out == f"check-claims {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([name, "--help"] for name in COMMANDS)])
def test_help(command: Command, arguments: list[str]) -> None:
    ran = command(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: check-claims")
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_help_lists_every_command_with_what_it_does(command: Command) -> None:
    listed = command("--help").out.split("Commands:\n")[1]
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "] == [*COMMANDS]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["extrct"], "did you mean 'extract'?"),
        (["rules", "tset"], "tset"),
        (["values"], "missing argument"),
        (["--verion"], "no such option: --verion; did you mean --version?"),
        (["extract", "--chek"], "did you mean --check?"),
    ],
)
def test_a_name_that_is_not_right(folder: object, command: Command, arguments: list[str], line: str) -> None:
    ran = command(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert line in ran.err
    assert ran.err.count("\n") == 1
