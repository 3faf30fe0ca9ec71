"""Shows a long text at the terminal, and says how to get back from it."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

import click

from checker.cli import output

BACK = "q goes back to the review"
_LESS = "less"


def show(text: str, *, color: bool) -> None:
    """``text`` in the pager of the environment, under a line that says how to go back.

    ``less`` stays until its reader leaves, however it is set up, and says so in its last line. After any other pager a
    key is waited for, since it may have shown all at once.
    """
    waits = _is_less()
    if waits:
        own = os.environ.get("LESS", "")
        if BACK not in own:
            # Options of the environment stand first; -+F and -+E let it wait at the end of a short text.
            os.environ["LESS"] = f"{own} -R -+F -+E -Ps{BACK}, Space shows more$"
        click.echo_via_pager(f"({BACK})\n\n{text}", color=color)
        return
    click.echo_via_pager(text, color=color)
    output.say("Any key goes back to the review.\n")
    click.getchar()


def _is_less() -> bool:
    """Whether the pager is ``less``: that of the environment, or the one that is there."""
    if os.environ.get("TERM", "dumb") in ("dumb", "emacs"):
        return False
    named = shlex.split(os.environ.get("PAGER", "")) or [_LESS]
    return Path(named[0]).name == _LESS and shutil.which(named[0]) is not None
