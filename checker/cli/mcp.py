"""The command ``mcp``: a server by which writing assistants check what they write (Model Context Protocol)."""

from __future__ import annotations

from pathlib import Path

import click

from checker import extras
from checker.cli import parts
from checker.model.user_error import UserError


@click.command(short_help="Serve check, explain and values to writing assistants (MCP).")
def mcp() -> int:
    """Serve three tools over standard input and output, by the Model Context Protocol: check, explain and values.

    An assistant starts it by itself; docs/assistants.md says how to add it. Paths that it is given are taken from the
    folder that it was started in, and none outside it are read.
    """
    if extras.missing("mcp"):
        raise UserError("the package mcp is not installed", remedy=extras.install("mcp"))
    parts.assistant_tools.server(Path.cwd()).run("stdio")
    return 0
