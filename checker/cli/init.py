"""The command ``init``: set up the current folder to be checked, and overwrite nothing."""

from __future__ import annotations

import datetime
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import output, parts
from checker.cli.schema import WRITTEN, text_of
from checker.model.user_error import UserError
from checker.reports.terminal import fit, safe

if TYPE_CHECKING:
    from checker.collection.scaffold import Layout, Started
    from checker.configuration import Configuration
    from checker.model.finding import Finding, Severity
    from checker.model.report import Report

_GRADES: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_MOST_LISTED = 10
_EXTRAS = {
    "hook": "Run it before each commit (pre-commit)?",
    "github": "Run it on GitHub?",
    "gitlab": "Run it on GitLab?",
}


@click.command(short_help="Set up this folder: configuration, register, rules, CI.")
@click.option("--documents", metavar="FOLDER", help="Where the documents are.  [default: detected, or documents/]")
@click.option("--hook/--no-hook", default=None, help="Write the configuration of pre-commit.")
@click.option("--github/--no-github", default=None, help="Write a workflow for GitHub.")
@click.option("--gitlab/--no-gitlab", default=None, help="Write a job for GitLab.")
@click.option("--schemas/--no-schemas", default=True, help="Write JSON Schemas, for completion in editors.")
@click.option(
    "--baseline/--no-baseline", default=None, help="Accept the present conflicts as known: only new ones fail."
)
@click.option(
    "-y",
    "--yes",
    is_flag=True,
    help="Ask nothing: write CI files only where asked for; accept conflicts as known.",
)
def init(
    documents: str | None,
    hook: bool | None,
    github: bool | None,
    gitlab: bool | None,
    schemas: bool,
    baseline: bool | None,
    yes: bool,
) -> int:
    """Set up the current folder: check-claims.yaml, a register of the documents found, a folder for claims and one
    for rules, and what an editor, pre-commit and CI need if you want it. A folder without documents gets an example.

    \b
      check-claims init --yes
      check-claims init --documents docs --github

    Files that are there already stay as they are. At a terminal it asks for what no option says.
    """
    root = Path.cwd()
    settings = parts.configuration.find(root, above=False)
    asks = not yes and sys.stdin.isatty() and sys.stderr.isatty()
    if settings is not None:
        layout, own = _layout_of(settings), False
    else:
        _name_above(root)
        layout, own = _layout(root, documents, schemas, asks), True
    wanted = {"hook": hook, "github": github, "gitlab": gitlab}
    extras = [
        name
        for name, question in _EXTRAS.items()
        if (_ask(question, False, asks) if wanted[name] is None else wanted[name])
    ]
    found = parts.scaffold.found(root, layout.documents)
    texts = parts.scaffold.plan(root, layout, found, extras)
    if layout.schemas is not None:
        texts = {**{f"{layout.schemas}/{name}.json": text_of(name) for name in WRITTEN}, **texts}
    if not own:
        texts = {name: text for name, text in texts.items() if name != "check-claims.yaml"}
    started = parts.scaffold.write(root, texts)
    _say(started, len(found), _notes(root, extras))
    _finish(layout, own and "check-claims.yaml" in started.written, baseline, asks)
    return 0


def _name_above(root: Path) -> None:
    """Say which configuration holds here until now; one that cannot be used will not be."""
    try:
        settings = parts.configuration.find(root)
    except UserError as failure:
        output.remark(f"{safe(str(failure))}\n")
        return
    if settings is not None:
        output.remark(f"{safe(str(settings.file))} applied to this folder until now; it no longer does.\n")


def _layout(root: Path, documents: str | None, schemas: bool, asks: bool) -> Layout:
    if documents is None:
        documents = parts.scaffold.folder_of(root, parts.scaffold.found(root, None))
        if asks:
            documents = click.prompt("Folder of the documents", default=documents, err=True).strip()
    place = (root / documents).resolve()
    if not place.is_relative_to(root.resolve()):
        raise UserError(f"'{documents}' leads out of this folder", remedy="run init in a folder above both")
    if place.exists() and not place.is_dir():
        raise UserError("the documents must be in a folder, and this is a file", documents)
    return parts.scaffold.Layout(place.relative_to(root.resolve()).as_posix(), schemas="schemas" if schemas else None)


def _layout_of(settings: Configuration) -> Layout:
    """Where the configuration that is here already has everything."""
    documents = Path(settings.registry).parent.as_posix() if settings.registry else next(iter(settings.sources), ".")
    rules = Path(settings.rules[0]).parent.as_posix() if settings.rules else "rules"
    return parts.scaffold.Layout(documents, settings.claims or "claims", rules, settings.schemas)


def _ask(question: str, default: bool, asks: bool) -> bool:
    return click.confirm(question, default=default, err=True) if asks else default


def _notes(root: Path, extras: Sequence[str]) -> list[str]:
    """What a person has to do before the files for pre-commit and CI have an effect."""
    notes = []
    if "hook" in extras and shutil.which("check-claims") is None:
        notes.append("pre-commit will look for check-claims on the PATH: activate its environment before you commit")
    top = next((place for place in (root, *root.parents) if (place / ".git").exists()), root)
    if extras and top != root:
        notes.append(f"pre-commit and CI read their files at the top of the repository alone: run init in {top}")
    return notes


def _say(started: Started, documents: int, notes: Sequence[str]) -> None:
    names = [name for name in started.written if not name.endswith(".json")]
    schemas = len(started.written) - len(names)
    lines = [f"written     {name}" for name in names]
    if schemas:
        lines.append(f"written     {schemas} JSON Schemas for editors")
    kept = [name for name in started.left if not name.endswith(".json")]
    lines += [f"left alone  {name}" for name in kept]
    if len(kept) < len(started.left):
        lines.append(f"left alone  {len(started.left) - len(kept)} JSON Schemas")
    for name, text in started.wanted.items():
        lines += ["", f"Add this to {name} yourself:", "", *text.rstrip().split("\n"), ""]
    lines += notes
    what = "1 document" if documents == 1 else f"{documents} documents"
    lines.append(f"{what} registered" if documents else "no documents here yet, so an example was added")
    output.say("".join(f"{safe(line)}\n" for line in lines))


def _finish(layout: Layout, own: bool, baseline: bool | None, asks: bool) -> None:
    """Store the claims, check, and take the conflicts there are as known where that is wanted."""
    corpus = parts.corpus.corpus_of(())
    for extraction in parts.pipeline.extract(corpus, []):
        if extraction.after != extraction.before:
            parts.pipeline.keep(extraction)
    today = datetime.date.today().isoformat()
    report = parts.pipeline.check(corpus, parts.pipeline.policy_of(corpus, today, corpus.baseline))
    conflicts = [f for f in report.findings if f.relation == "conflict" and f.status == "open" and f.kind != "decision"]
    output.say(f"\n{_found(report, conflicts)}\n")
    output.say("".join(f"{line}\n" for line in _listed(conflicts)))
    output.say("".join(f"not checked: {safe(n.source or '')}: {safe(n.reason)}\n" for n in report.not_checked))
    accepted = False
    if conflicts and own:
        question = f"Take {_many(len(conflicts), 'conflict')} as known, so that only new ones fail a run?"
        accepted = _ask(question, True, asks) if baseline is None else baseline
    if accepted:
        file = corpus.root / layout.rules / parts.scaffold.BASELINE
        count = parts.baseline.write(file, report.findings, {claim.id: claim for claim in report.quoted}, today)
        text = parts.scaffold.config(corpus.root, layout, baseline=True)
        parts.files.replace(corpus.root / "check-claims.yaml", text, "the configuration")
        these = "it is" if count == 1 else f"these {count} are"
        output.say(f"\nBaseline: {these} known from now on, in {safe(corpus.shown(file))}; only new ones fail a run.\n")
        output.say(f"To see {'it' if count == 1 else 'them'}: check-claims check --no-baseline\n")
    elif conflicts:
        output.say("\nNo baseline was written: they count in every run.\n")
    output.say(
        "\nNext: check-claims           what agrees and what conflicts\n"
        "      check-claims add FILE  one more document\n"
    )


def _found(report: Report, conflicts: Sequence[Finding]) -> str:
    """``Found: 4 documents, 32 claims, 3 conflicts (1 error, 2 warnings), 2 more possible``."""
    counts = Counter(finding.severity for finding in conflicts)
    grades = ", ".join(_many(counts[name], noun) for name, noun in _GRADES.items() if counts[name])
    found = f"{_many(len(conflicts), 'conflict')} ({grades})" if conflicts else "no conflicts"
    possible = f", {len(report.possible)}{' more' if conflicts else ''} possible" if report.possible else ""
    return f"Found: {_many(len(report.sources), 'document')}, {_many(len(report.claims), 'claim')}, {found}{possible}"


def _listed(conflicts: Sequence[Finding]) -> list[str]:
    """Each conflict in a line, the gravest first."""
    end = "…" if output.has_unicode() else "..."
    ranked = sorted(conflicts, key=lambda f: [*_GRADES].index(f.severity))
    lines = [
        fit(f"  {_GRADES[f.severity]:8} {f.fingerprint[:8]}  {safe(f.message)}", output.width(), end)
        for f in ranked[:_MOST_LISTED]
    ]
    more = len(conflicts) - _MOST_LISTED
    return [*lines, f"  and {more} more"] if more > 0 else lines


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
