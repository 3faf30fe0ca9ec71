"""The command ``decide``: write down what was decided about conflicts, without a terminal."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

import click

from checker.cli import output, parts
from checker.model.decision import Verdict
from checker.model.user_error import UserError
from checker.reports.terminal import safe

if TYPE_CHECKING:
    from checker.collection.corrections import Correction
    from checker.corpus import Corpus
    from checker.model.finding import Finding
    from checker.model.report import Report
    from checker.review.decisions_file import Change

VERDICTS: tuple[str, ...] = get_args(Verdict)
OPEN = 1


@click.command(short_help="Decide conflicts: which side is right, or why both may stay.")
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--verdict", metavar="VERDICT", help=f"{', '.join(VERDICTS)}, or a position's number.")
@click.option("--reason", metavar="TEXT", help="The reason; a waiver needs one.")
@click.option("--scope", metavar="TEXT", help="What makes both sides true; needed for the verdict both.")
@click.option(
    "--expires",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The last day it holds (2031-05-17); a waiver needs one.",
)
@click.option("--by", metavar="NAME", help="Who makes the decision.  [default: the user's name]")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Use DATE (2031-05-17) as today.")
@click.option("--fix", is_flag=True, help="Correct the documents that are wrong: show the patch, ask, and write it.")
@click.option("-y", "--yes", is_flag=True, help="With --fix, write the patch without asking.")
@click.option("--prune", is_flag=True, help="Remove the decisions that no longer apply to any conflict.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
def decide(
    keys: tuple[str, ...],
    verdict: str | None,
    reason: str | None,
    scope: str | None,
    expires: datetime.datetime | None,
    by: str | None,
    today: datetime.datetime | None,
    fix: bool,
    yes: bool,
    prune: bool,
    dry_run: bool,
) -> int:
    """Decide the conflicts KEY..., the short names that a report shows, and keep it in the folder of decisions.

    \b
      check-claims decide 3f9a21bc --verdict left --reason "the statute says 1949"
      check-claims decide 3f9a21bc --verdict waived \\
          --reason "asked the author" --expires 2031-05-17
      check-claims decide 3f9a21bc --verdict left --fix

    left and right are the first and the second position as shown; the number of a position says which of several
    is right. A decision holds through its last day, and as long as the values in conflict stay. Once its conflict is
    gone, --prune takes it out. A conflict that is both-wrong stays open until its documents are corrected.

    --fix puts the right value into the text files that state another, once you agree to the patch; no decision is
    needed then, and none is kept. Without --verdict it goes by the decision that there is.
    """
    if prune == bool(keys):
        remedy = "name a KEY, as a report shows it" if not keys else "--prune removes all that no longer apply"
        raise UserError("no conflict to decide" if not keys else "--prune takes no KEY", remedy=remedy)
    if not fix and yes:
        raise UserError("--yes has no use without --fix")
    if fix and (prune or reason or scope or expires or by):
        raise UserError(
            "--fix keeps no decision, so it takes no --reason, --scope, --expires, --by or --prune",
            remedy="say why where the change is committed",
        )
    if keys and verdict is None and not fix:
        raise UserError("no verdict", remedy=f"add --verdict: {', '.join(VERDICTS)}, or a position's number")
    corpus = parts.corpus.corpus_of(())
    if corpus.decisions is None:
        raise UserError("no configuration, so no folder for decisions", remedy="make one: check-claims init")
    day = (today or datetime.datetime.now()).date().isoformat()
    with parts.resources.resources_for(corpus) as resources:
        policy = parts.pipeline.policy_of(corpus, day, corpus.baseline)
        report = parts.pipeline.check(corpus, policy, resources)
        found = [parts.review.finding_of(report.findings, key) for key in keys]
        if fix:
            choices = [parts.correcting.Choice(one, right_of(one, report, verdict)) for one in found]
            correction = parts.correcting.corrected(choices, report, corpus, policy, resources)
    if fix:
        return _fix(correction, found, report, corpus, yes=yes, dry_run=dry_run)
    if prune:
        return _prune(report, corpus, dry_run)
    claims = {claim.id: claim for claim in report.quoted}
    made = [
        parts.review.decide(
            finding,
            claims,
            verdict or "",
            by=by or person(),
            on=day,
            reason=reason,
            scope=scope,
            expires=expires.date().isoformat() if expires is not None else None,
        )
        for finding in found
    ]
    if dry_run:
        output.say("".join(parts.yaml_blocks.block(decision) for decision in made))
        return 0
    old = [
        decision for finding in found for decision in parts.session.superseded(report.rulings_on(finding.fingerprint))
    ]
    for change in parts.decisions_file.keep(corpus.decisions, made, old, corpus.schemas):
        output.say(f"{safe(corpus.shown(change.path))} written\n")
    return 0


def right_of(finding: Finding, report: Report, verdict: str | None) -> int:
    """The position, from 0, that a verdict says is right, or else the decision that there is; UserError for neither."""
    if verdict is not None:
        return parts.review.right_position(finding, verdict)
    claims = {claim.id: claim for claim in report.quoted}
    for ruling in report.rulings_on(finding.fingerprint):
        right = parts.review.decided_position(finding, ruling.decision, claims) if ruling.state == "active" else None
        if right is not None:
            return right
    raise UserError("no verdict, and no decision that one side is right", remedy="add --verdict left or right")


def _fix(
    correction: Correction, found: Sequence[Finding], report: Report, corpus: Corpus, *, yes: bool, dry_run: bool
) -> int:
    """Show the patch, and write it where that is wanted."""
    shown = parts.correction_shown
    output.say("".join(f"{line}\n" for line in shown.patch_lines(correction, color=output.colored("auto"))))
    output.remark("".join(f"{line}\n" for line in shown.summary_lines(correction)))
    if dry_run:
        return 0
    if not yes:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise UserError("nothing is written unless somebody agrees", remedy="add --yes")
        if not click.confirm("Write this?", default=False, err=True):
            output.remark("Nothing is written.\n")
            return OPEN
    changes = write(correction, found, report, corpus)
    output.say("".join(f"{safe(patch.shown)} written\n" for patch in correction.patches))
    for change in changes:
        output.say(f"{safe(corpus.shown(change.path))}: the decision is not needed any more\n")
    patched = {patch.file for patch in correction.patches}
    stored = [corpus.claims_file(given) for given in corpus.inputs if given.file in patched]
    if any(file is not None and file.exists() for file in stored):
        output.remark("Stored claims are out of date now: run check-claims extract\n")
    return 0


def write(correction: Correction, found: Sequence[Finding], report: Report, corpus: Corpus) -> list[Change]:
    """Write a correction and take out the decisions that it makes needless; how their files changed."""
    parts.corrections.write(correction)
    if correction.by_hand or corpus.decisions is None:
        return []
    old = [
        decision for finding in found for decision in parts.session.superseded(report.rulings_on(finding.fingerprint))
    ]
    return parts.decisions_file.keep(corpus.decisions, (), old, corpus.schemas) if old else []


def _prune(report: Report, corpus: Corpus, dry_run: bool) -> int:
    """Remove the decisions whose conflict, source or sentence is gone; one line names each."""
    gone = [ruling for ruling in report.rulings if ruling.state in ("unused", "orphaned")]
    for ruling in gone:
        decision = ruling.decision
        what = f"{decision.verdict} on {decision.subject}, {decision.attribute} ({', '.join(decision.sources)})"
        output.say(safe(f"{ruling.state}: {what}, by {decision.by} on {decision.on}") + "\n")
    if gone and not dry_run and corpus.decisions is not None:
        parts.decisions_file.keep(corpus.decisions, (), [ruling.decision for ruling in gone], corpus.schemas)
    output.say(f"{len(gone)} {'would be removed' if dry_run else 'removed'}\n")
    return 0


def person() -> str:
    """Whom a decision is by when nobody says: the user's name as the system has it."""
    return parts.reviewer.person()
