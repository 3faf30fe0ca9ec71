"""The command ``tune``: fit the weights of comparing to a corpus, and write them where they do better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import output, parts
from checker.cli.arguments import corpus_options, resource_options
from checker.cli.commands import show_traces
from checker.model.rule import GroupWeights
from checker.model.user_error import UserError
from checker.reports.terminal import safe

if TYPE_CHECKING:
    from checker.comparison.tuning import Tuned
    from checker.corpus import Corpus
    from checker.model.finding import Finding
    from checker.model.report import Report
    from checker.model.rule import Rulebook
    from checker.pipeline import Run

INCOMPLETE = 2
_MOST_SHOWN = 10


@click.command(short_help="Fit the weights of comparing to these documents.")
@corpus_options
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
@resource_options
def tune(paths: tuple[str, ...], configured: bool, dry_run: bool, jobs: int | None, cached: bool) -> int:
    """Fit the weights by which statements are compared to the documents at PATHS, or to those of the configuration,
    and write them into rules/weights.yaml.

    They are fitted to what is known of these documents: rare values that two of them state in like words, and
    what people decided about conflicts (check-claims review). How well the weights do is measured on pairs of
    documents that they were not fitted to. Where they do no better than the shipped weights, nothing is written.
    """
    settings = parts.configuration.find(Path.cwd()) if configured else None
    if settings is None and not dry_run:
        raise UserError(
            "no configuration, so no place for weights", remedy="make one: check-claims init, or add --dry-run"
        )
    corpus = parts.corpus.corpus_of(paths, configured=configured)
    file = parts.weights_file.place(settings) if settings is not None else None
    with parts.resources.resources_for(corpus, jobs=jobs, cached=cached) as resources:
        run = parts.pipeline.taken(corpus, resources)
    tuned = _tuned(run, corpus)
    output.say("".join(f"{line}\n" for line in _judged(tuned)))
    if not tuned.better:
        left = f"; without {safe(file.name)} it is as good" if file is not None and file.exists() else ""
        output.say(f"No better on pairs that it was not fitted to: nothing is written{left}.\n")
    else:
        output.say("".join(f"{line}\n" for line in _changes(run, tuned.weights, corpus)))
        if dry_run or file is None or settings is None:
            output.say("\n" + parts.weights_file.text_of(tuned.weights))
        else:
            shown = parts.weights_file.write(file, tuned.weights, settings)
            output.say(f"\n{safe(shown)} written\n")
            if not settings.rules or file not in settings.rule_paths():
                output.remark(f"The configuration does not name it yet: add {safe(shown)} to rules.\n")
    for missed in run.not_checked:
        output.say(f"not checked: {safe(missed.source or '')}: {safe(missed.reason)}\n")
    show_traces(missed.trace for missed in run.not_checked)
    return INCOMPLETE if run.not_checked else 0


def _tuned(run: Run, corpus: Corpus) -> Tuned:
    """The fit to everything that is known of the documents; UserError where that is too little.

    The labels are found with the shipped weights, so that weights that were written before change nothing.
    """
    shipped = run.under(replace(corpus.rulebook, weights=GroupWeights()))
    compared = shipped.compared()
    claims = parts.text_positions.as_they_stand(compared.claims, shipped.records)
    decisions = parts.pipeline.policy_of(corpus).decisions
    decided = parts.decided_pairs.decided_pairs(decisions, claims, corpus.rulebook.rules)
    with parts.language.using(corpus.language):
        pairs = parts.labelled_pairs.labelled(compared, decided)
    missing = parts.tuning.shortage(pairs)
    if missing is not None:
        raise UserError(missing, remedy="decide conflicts with check-claims review, or add documents")
    return parts.tuning.tuned(pairs)


def _judged(tuned: Tuned) -> Iterator[str]:
    """How the shipped weights and the fitted ones do, as a table."""
    one, two = tuned.one_fact, tuned.two_facts
    yield f"{one.pairs + two.pairs} pairs of statements are labelled, {tuned.decided} of them by decisions."
    yield "Told right, with a fifth of the pairs of documents held out at a time:"
    yield ""
    yield f"{'':14}{'pairs':>8}{'shipped':>10}{'tuned':>10}"
    for name, told in (("of one fact", one), ("of two facts", two)):
        yield f"{name:14}{told.pairs:8}{told.before:10}{told.after:10}"
    yield f"{'log loss':14}{'':8}{tuned.before:10.3f}{tuned.after:10.3f}"
    yield ""


def _changes(run: Run, weights: GroupWeights, corpus: Corpus) -> Iterator[str]:
    """The conflicts that come, go or are graded otherwise, against what a check says now."""
    before = _conflicts(_report(run, corpus.rulebook, corpus))
    after = _conflicts(_report(run, replace(corpus.rulebook, weights=weights), corpus))
    lines = []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        grades = [_grade(finding) for finding in (old, new) if finding is not None]
        shown = new or old
        if shown is None or (len(grades) > 1 and grades[0] == grades[1]):
            continue
        what = f"{grades[0]} to {grades[1]}" if len(grades) > 1 else f"{'new' if old is None else 'gone'}, {grades[0]}"
        lines.append((grades[-1], f"  {what}: {safe(key[:8])}: {safe(shown.message)}"))
    yield f"Conflicts that change in a check: {len(lines)}"
    yield from (line for _, line in sorted(lines)[:_MOST_SHOWN])
    if len(lines) > _MOST_SHOWN:
        yield f"  and {len(lines) - _MOST_SHOWN} more"


def _report(run: Run, rulebook: Rulebook, corpus: Corpus) -> Report:
    return parts.pipeline.settled(run.under(rulebook).report(), corpus)


def _conflicts(report: Report) -> dict[str, Finding]:
    found = [f for f in (*report.findings, *report.possible) if f.relation == "conflict" and f.kind != "decision"]
    return {finding.fingerprint: finding for finding in found}


def _grade(finding: Finding) -> str:
    return "possible" if finding.possible else finding.severity
