"""The command line: one module a command, each imported only when it runs."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that ``sys.argv`` names and leave with its exit code."""
    from checker.cli.commands import run

    sys.exit(run(sys.argv[1:]))
