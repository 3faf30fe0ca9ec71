"""The command line: one module a command, each imported only when it runs."""

from __future__ import annotations

import gc
import sys

_ALLOCATIONS = 2_000_000
"""How many objects may be made before garbage is looked for: a run makes many that all stay, and hardly a cycle."""


def main() -> None:
    """Run the command that ``sys.argv`` names and leave with its exit code."""
    from checker.cli.commands import run

    gc.set_threshold(_ALLOCATIONS)
    code = run(sys.argv[1:])
    gc.freeze()  # all of it goes with the process: leaving need not look for cycles in it
    sys.exit(code)
