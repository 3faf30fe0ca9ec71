"""The command ``check``: compare documents, write the reports asked for, and say by exit code what is open."""

from __future__ import annotations

import dataclasses
import datetime
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import output, parts
from checker.cli.arguments import corpus_options, resource_options
from checker.cli.commands import show_traces
from checker.cli.formats import FORMATS, Presentation
from checker.cli.repo_paths import from_top
from checker.model.user_error import UserError
from checker.reports.terminal import safe

if TYPE_CHECKING:
    from checker.cli.git_changes import Changes
    from checker.corpus import Corpus
    from checker.model.finding import Severity
    from checker.model.report import Report
    from checker.review import Policy

OPEN = 1
INCOMPLETE = 2
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where GitHub takes Markdown for the page of a job."""


@click.command(short_help="Compare documents and report what agrees and what conflicts (the default).")
@corpus_options
@click.option(
    "-o",
    "--output",
    "targets",
    type=output.TargetType(),
    multiple=True,
    metavar="FORMAT[:PATH]",
    help=f"Write a report ({', '.join(FORMATS)}) to standard output or to PATH; may be repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*_SEVERITIES, "never"]),
    help="Exit with 1 on open findings of this severity or higher.  [default: as configured, or error]",
)
@click.option("--allow-incomplete", is_flag=True, help="Do not exit with 2 because something was not checked.")
@click.option("--select", multiple=True, metavar="RULE", help="Run only this rule; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not run this rule; may be repeated.")
@click.option("--all", "every", is_flag=True, help="Show every list of the text report in full.")
@click.option("--possible", is_flag=True, help="Show conflicts that are only possible as well; none fails the run.")
@click.option("-q", "--quiet", is_flag=True, help="Show only conflicts and what was not checked.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour the text report.  [default: auto]",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Known conflicts; only new ones count.",
)
@click.option("--no-baseline", "unknown", is_flag=True, help="Count known conflicts as well, and show them.")
@click.option(
    "--write-baseline",
    "writing",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write the open conflicts to the baseline.",
)
@click.option("--prune", is_flag=True, help="Remove conflicts that are gone from the baseline.")
@click.option("--since", metavar="GITREF", help="Count only conflicts of sources that changed since this commit.")
@click.option("--stats", is_flag=True, help="Print the findings by rule and the time taken to standard error.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Use DATE (2031-05-17) as today.")
@resource_options
def check(
    paths: tuple[str, ...],
    configured: bool,
    targets: Sequence[output.Target],
    fail_on: str | None,
    allow_incomplete: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    every: bool,
    possible: bool,
    quiet: bool,
    color: str,
    baseline: Path | None,
    unknown: bool,
    writing: Path | None,
    prune: bool,
    since: str | None,
    stats: bool,
    today: datetime.datetime | None,
    jobs: int | None,
    cached: bool,
) -> int:
    """Compare the documents at PATHS, files or folders, and report where their claims agree and conflict.

    Without PATHS the sources of the configuration are compared: [tool.check-claims] in pyproject.toml, or
    check-claims.yaml, here or in a folder above. The path - reads one document from standard input.
    """
    began = time.monotonic()
    targets = output.validated(targets)
    corpus = parts.corpus.corpus_of(paths, configured=configured, select=select, ignore=ignore)
    for target in targets:
        if target.path is not None:
            output.refuse_inputs("a report", target.path, corpus)
    if unknown and (baseline is not None or prune):
        raise UserError("--no-baseline leaves no baseline to use", remedy="drop one of the two options")
    known = baseline or corpus.baseline
    changes = parts.git_changes.since(since, corpus) if since is not None else None
    policy = _policy(corpus, today, None if unknown or writing is not None else known, changes)
    if writing is not None:
        output.refuse_links("the baseline", writing, Path.cwd())
        output.refuse_inputs("the baseline", writing, corpus, known=known)
    with parts.resources.resources_for(corpus, jobs=jobs, cached=cached) as resources:
        found = parts.pipeline.taken(corpus, resources).report()
    report = parts.pipeline.settled(found, corpus, policy)
    if writing is not None or prune:
        policy = _rebased(report, policy, writing, known)
        report = parts.pipeline.settled(found, corpus, policy)
    failing = _failing(fail_on or corpus.fail_on)
    _write(report, corpus, targets, failing, every=every, quiet=quiet, possible=possible, color=color, changes=changes)
    show_traces(missed.trace for missed in report.not_checked)
    if stats:
        _count(report, time.monotonic() - began)
    return exit_code(report, fail_on or corpus.fail_on, allow_incomplete=allow_incomplete)


def _policy(corpus: Corpus, today: datetime.datetime | None, known: Path | None, changes: Changes | None) -> Policy:
    """The day, the decisions, the baseline and the changed sources of the run."""
    policy = parts.pipeline.policy_of(corpus, today.date().isoformat() if today is not None else None, known)
    return policy if changes is None else dataclasses.replace(policy, changed=changes.sources)


def _rebased(report: Report, policy: Policy, writing: Path | None, known: Path | None) -> Policy:
    """Write the baseline anew, or remove the entries whose conflicts are gone; the policy with the new baseline."""
    if writing is not None:
        count = parts.baseline.write(writing, report.findings, {c.id: c for c in report.quoted}, policy.today)
        output.remark(f"{safe(str(writing))}: {count} known {'conflict' if count == 1 else 'conflicts'}\n")
        return dataclasses.replace(policy, baseline=parts.baseline.read(writing))
    if known is None:
        raise UserError("no baseline to prune", remedy="name it: --baseline PATH")
    if not policy.whole or report.not_checked:
        raise UserError(
            "not everything was checked, so what is gone is not known", str(known), "prune after a full check"
        )
    count = parts.baseline.prune(known, policy.baseline, parts.review.stale(report, report.findings, policy))
    output.remark(f"{safe(str(known))}: {count} removed\n")
    return dataclasses.replace(policy, baseline=parts.baseline.read(known))


def exit_code(report: Report, fail_on: str, *, allow_incomplete: bool) -> int:
    """0, 1 for open findings at or above ``fail_on``, 2 where something was not checked."""
    if report.not_checked and not allow_incomplete:
        return INCOMPLETE
    failing = _failing(fail_on)
    found = any(
        finding.relation == "conflict" and finding.status == "open" and finding.severity in failing
        for finding in report.findings
    )
    return OPEN if found else 0


def _failing(fail_on: str) -> tuple[Severity, ...]:
    """The severities at or above ``fail_on``; none where it is "never"."""
    return _SEVERITIES[: _SEVERITIES.index(fail_on) + 1] if fail_on in _SEVERITIES else ()


def _write(
    report: Report,
    corpus: Corpus,
    targets: Sequence[output.Target],
    failing: tuple[Severity, ...],
    *,
    every: bool,
    quiet: bool,
    possible: bool,
    color: str,
    changes: Changes | None,
) -> None:
    for target in targets:
        here = target.path is None
        presentation = Presentation(
            width=output.width() if here else output.DEFAULT_WIDTH,
            color=output.colored(color) if here else color == "always",
            unicode=output.has_unicode() if here else True,
            every=every,
            quiet=quiet,
            possible=possible,
            rules=corpus.rulebook.rules,
            failing=failing,
            changed=changes.lines if changes is not None else None,
        )
        format = FORMATS[target.format]
        shown = from_top(report, corpus) if format.from_top else report
        text = format.render(shown, presentation)
        if target.path is None:
            output.say(text, encoding=format.encoding)
        else:
            output.write_file(target.path, text)
        if target.format == "github" and os.environ.get(_SUMMARY):
            output.append(Path(os.environ[_SUMMARY]), FORMATS["markdown"].render(shown, presentation))


def _count(report: Report, seconds: float) -> None:
    counts: dict[str, list[int]] = {}
    for finding in report.findings:
        of_rule = counts.setdefault(finding.rule, [0, 0])
        of_rule[0 if finding.relation == "conflict" else 1] += 1
    size = max(map(len, ["rule", *counts]))
    lines = [f"{'rule':{size}}  conflicts  agreements"]
    for rule in sorted(counts):
        conflicts, agreements = counts[rule]
        lines.append(f"{safe(rule):{size}}  {conflicts:9}  {agreements:10}")
    checks = report.checks
    if checks:
        size = max(map(len, ["within documents", *checks]))
        lines += ["", f"{'within documents':{size}}  seen  read  checked"]
        lines += [f"{kind:{size}}  {seen:4}  {read:4}  {checked:7}" for kind, (seen, read, checked) in checks.items()]
    output.remark("\n".join([*lines, f"{seconds:.2f} s"]) + "\n")
