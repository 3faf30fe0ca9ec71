"""The command ``lsp``: the language server, for editors."""

from __future__ import annotations

import click

from checker import extras
from checker.cli import parts
from checker.model.user_error import UserError


@click.command(short_help="Serve an editor: show conflicts while documents are written.")
@click.option(
    "--stdio", is_flag=True, expose_value=False, help="Speak over standard input and output, as it does anyway."
)
def lsp() -> int:
    """Serve an editor over standard input and output, by the language server protocol: conflicts as diagnostics, what
    else is stated of a value, ways to the other places, and corrections. Editors start this command; a person has no
    use for it.
    """
    missing = extras.no_language_server()
    if missing is not None:
        raise UserError(missing)
    parts.lsp_server.serve()
    return 0
