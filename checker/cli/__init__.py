"""The command line: one module a command, each imported only when it runs."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
_ALLOCATIONS = 2_000_000
"""How many objects may be made before garbage is looked for: a run makes many that all stay, and hardly a cycle."""


def main() -> None:
    """Run the command that ``sys.argv`` names and leave with its exit code.

    Interrupts that are ignored already, as those of a shell's background jobs are, stay ignored.
    """
    gc.set_threshold(_ALLOCATIONS)
    try:
        from checker.cli.commands import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before or after the command itself, which turns it into its code
        code = INTERRUPTED
    gc.freeze()  # the process ends: no need to look for cycles
    sys.exit(code)
