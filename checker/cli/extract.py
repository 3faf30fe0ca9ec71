"""The command ``extract``: write down what each source claims, or show what would change or what is read."""

from __future__ import annotations

import difflib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli import output, parts
from checker.cli.arguments import color_option, corpus_options, resource_options
from checker.cli.commands import show_traces
from checker.model.user_error import Unreadable, UserError
from checker.reports.terminal import Look, safe

if TYPE_CHECKING:
    from checker.corpus import Corpus
    from checker.inputs import Input

STANDARD_INPUT = "-"
DRIFT = 1
INCOMPLETE = 2


@click.command(short_help="Write the claims of each source into its claims file.")
@corpus_options
@click.option(
    "--from", "given", type=click.Path(path_type=Path), metavar="FILE", help="Import claims from FILE (YAML or JSON)."
)
@click.option("--partial", is_flag=True, help="With --from: import what is in order, even if the rest is not.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a claims file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--show", "shown", metavar="FILE|ID", help="Write nothing; show what is read from one document.")
@color_option
@resource_options
def extract(
    paths: tuple[str, ...],
    configured: bool,
    given: Path | None,
    partial: bool,
    check: bool,
    diff: bool,
    shown: str | None,
    color: str,
    jobs: int | None,
    cached: bool,
) -> int:
    """Write the claims of each source into CLAIMS/ID.yaml, the folder that the configuration names.

    With PATHS, of these sources only. What people wrote into a claims file is kept.

    With --from, claims that a person or another tool wrote are added to those of their source. Each must quote
    the source word for word; nothing is written where one does not, unless --partial.

    With --show, the claims of one document are printed in order of place, each below its words: any file, or the
    id of a source in the register.
    """
    if shown is not None:
        if paths or given is not None or partial or check or diff:
            raise UserError("--show takes one document", remedy="give it alone, without PATHS or another mode")
        return _show(shown, configured, color)
    corpus = parts.corpus.corpus_of(paths, configured=configured)
    if corpus.claims is None:
        raise UserError("no folder for claims", remedy="set one in the configuration: claims: claims")
    unread: list[Unreadable] = []
    added, refused = _given(corpus, given, partial) if given is not None else (None, 0)
    if added is not None:
        corpus = replace(corpus, inputs=tuple(one for one in corpus.inputs if one.source.id in added))
    with parts.resources.resources_for(corpus, jobs=jobs, cached=cached) as resources:
        run = parts.pipeline.extract(corpus, unread, added, resources)
    changed = total = 0
    waiting: list[str] = []
    for found in run:
        total += 1
        waiting += [parts.claims_file_state.orphaned(corpus, found.file, orphan) for orphan in found.orphans]
        if found.after == found.before:
            continue
        changed += 1
        name = corpus.shown(found.file)
        if diff:
            output.say(_difference(name, found.before, found.after))
        elif check:
            output.say(f"{safe(name)} {'is out of date' if found.before is not None else 'is missing'}\n")
        else:
            parts.pipeline.keep(found)
            more = f", {len(found.added)} imported" if found.added else ""
            output.say(f"{safe(name)}: {len(found.record.claims)} claims{more}\n")
    for error in unread:
        output.say(f"not checked: {safe(str(error))}\n")
    show_traces(error.trace for error in unread)
    if not diff or changed == 0:
        verb = "out of date" if check else "would change" if diff else "written"
        output.say(f"{total} sources: {changed} {verb}, {total - changed} unchanged, {len(unread)} not checked\n")
    if not diff:
        output.say("".join(f"{safe(line)}\n" for line in waiting))
    if unread or refused:
        return INCOMPLETE
    return DRIFT if check and changed else 0


def _show(name: str, configured: bool, color: str) -> int:
    """Print the claims of one document; UserError where it cannot be read."""
    corpus, given = _document(name, configured)
    try:
        found = parts.document_claims.claims_of(corpus, given)
    except Unreadable as error:
        show_traces([error.trace])
        raise UserError(error.reason, error.path) from error
    look = Look(width=output.width(), color=output.colored(color), unicode=output.has_unicode())
    title = corpus.shown(given.file) if given.file is not None else name
    file = corpus.claims_file(given)
    stored = corpus.shown(file) if file is not None else None
    output.say("\n".join(parts.claims_shown.lines_of(title, found, stored, look)) + "\n")
    return 0


def _document(name: str, configured: bool) -> tuple[Corpus, Input]:
    """The document that a path or the id of a source names, in its corpus."""
    if name == STANDARD_INPUT or Path(name).is_dir():
        raise UserError("not one document", name, "name a file, or a source by its id")
    settings = parts.configuration.find(Path.cwd()) if configured and not os.path.lexists(name) else None
    if settings is not None and (settings.sources or settings.registry):
        corpus = parts.corpus.corpus_of((), may_be_empty=True)
        known = next((given for given in corpus.inputs if given.source.id == name), None)
        if known is not None:
            return corpus, known
    corpus = parts.corpus.corpus_of([name], configured=configured)
    return corpus, corpus.inputs[0]


def _given(corpus: Corpus, file: Path, partial: bool) -> tuple[dict[str, tuple[dict[str, Any], ...]], int]:
    """The claims of a file by their source, and how much in it is wrong; UserError for that unless ``partial``."""
    taken = parts.importing.take_in(corpus, file)
    if taken.problems:
        first, *others = taken.problems
        if not partial:
            raise UserError(first.what, first.where, first.remedy, tuple(map(str, others)))
        output.remark("".join(f"not imported: {safe(str(problem))}\n" for problem in taken.problems))
    return {taken.source: taken.claims}, len(taken.problems)


def _difference(name: str, before: str | None, after: str) -> str:
    """A unified diff of a claims file, safe to print."""
    old = f"a/{name}" if before is not None else "/dev/null"
    lines = difflib.unified_diff((before or "").splitlines(), after.splitlines(), old, f"b/{name}", lineterm="")
    return "".join(f"{safe(line)}\n" for line in lines)
