"""The command ``remove``: take a source out of the corpus, and keep what people wrote of it."""

from __future__ import annotations

import click

from checker.cli import output, parts
from checker.reports.terminal import safe


@click.command(short_help="Remove a source; what people wrote about it is kept.")
@click.argument("identifier", metavar="ID")
@click.option("--force", is_flag=True, help="Remove it even if people wrote claims, marks or decisions about it.")
@click.option("--delete-file", is_flag=True, help="Delete the document too.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be affected.")
def remove(identifier: str, force: bool, delete_file: bool, dry_run: bool) -> int:
    """Take the source ID out of the register, with the claims that were extracted from it.

    Where people added, marked or decided anything about it, that is listed and nothing is done. With --force its
    claims file is set aside in the folder "removed" beside the others, where adding the same id finds it again,
    and the decisions stay, to be reported as orphaned until somebody deals with them. A document that stays where the
    configuration looks for sources is still checked; that is said.
    """
    here = parts.corpus_paths.here()
    going = parts.removing.leaving(here, identifier)
    if dry_run:
        lines = [here.shown(going.entry.file), *([here.shown(going.claims)] if going.claims else [])]
        lines += [*going.written, *going.decided]
        lines += [] if delete_file else parts.removing.still_checked(here, going)
        lines.append("Nothing was removed.")
    else:
        lines = parts.removing.remove(here, going, force=force, delete_file=delete_file)
    output.say("".join(f"{safe(line)}\n" for line in lines))
    return 0
