"""The command ``extract``: write down what each source claims, or show what would change."""

from __future__ import annotations

import difflib

import click

from checker.cli import output
from checker.cli.arguments import corpus_options
from checker.model.failure import Failure, Unreadable
from checker.reports.terminal import safe

DRIFT = 1
INCOMPLETE = 2


@click.command(short_help="Write the claims of each source into its claims file.")
@corpus_options
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a claims file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def extract(paths: tuple[str, ...], configured: bool, check: bool, diff: bool) -> int:
    """Write the claims of each source into CLAIMS/ID.yaml, the folder that the configuration names.

    With PATHS, of these sources only. What people wrote into a claims file is kept.
    """
    from checker import pipeline
    from checker.corpus import corpus_of

    corpus = corpus_of(paths, configured=configured)
    if corpus.claims is None:
        raise Failure("no folder for claims", remedy="name one in the configuration, such as claims: claims")
    unread: list[Unreadable] = []
    run = pipeline.extract(corpus, unread)
    changed = total = 0
    for found in run:
        total += 1
        if found.after == found.before:
            continue
        changed += 1
        name = corpus.shown(found.file)
        if diff:
            output.say(_difference(name, found.before, found.after))
        elif check:
            output.say(f"{safe(name)} {'is out of date' if found.before is not None else 'is missing'}\n")
        else:
            pipeline.keep(found)
            output.say(f"{safe(name)}: {len(found.record.claims)} claims\n")
    for error in unread:
        output.say(f"not checked: {safe(str(error))}\n")
    if not diff or changed == 0:
        verb = "out of date" if check else "would change" if diff else "written"
        output.say(f"{total} sources: {changed} {verb}, {total - changed} unchanged, {len(unread)} not checked\n")
    if unread:
        return INCOMPLETE
    return DRIFT if check and changed else 0


def _difference(name: str, before: str | None, after: str) -> str:
    """A unified diff of a claims file, safe to print."""
    old = f"a/{name}" if before is not None else "/dev/null"
    lines = difflib.unified_diff((before or "").splitlines(), after.splitlines(), old, f"b/{name}", lineterm="")
    return "".join(f"{safe(line)}\n" for line in lines)
