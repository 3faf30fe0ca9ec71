"""The command ``rules``: list the rules in force, or run the examples written in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli import output, parts
from checker.cli.new_rule import write
from checker.reports.terminal import Look, safe, wrap

if TYPE_CHECKING:
    from checker.model.rule import RuleEntry


@click.group(invoke_without_command=True, short_help="List the rules; test runs their examples, new writes one.")
@click.option("--no-config", "configured", flag_value=False, default=True, help="Only the recommended rules.")
@click.pass_context
def rules(context: click.Context, configured: bool) -> int:
    """List the rules in force: id, kind, severity, attributes, and why each exists."""
    context.obj = configured
    if context.invoked_subcommand is not None:
        return 0
    look = Look(width=output.width(), unicode=output.has_unicode())
    blocks = ["\n".join(rule_lines(rule, look)) for rule in parts.corpus.rulebook_of(configured=configured).rules]
    output.say("\n\n".join(blocks or ["no rules"]) + "\n")
    return 0


@rules.command("test", short_help="Run the examples.")
@click.argument("names", nargs=-1, metavar="[RULE|ATTRIBUTE]...")
@click.pass_obj
def test(configured: bool, names: tuple[str, ...]) -> int:
    """Run the examples of the rules and attributes in force, or of those named; exit with 1 on a mismatch."""
    rulebook = parts.corpus.rulebook_of(configured=configured)
    parts.corpus.refuse_unknown(
        names, [*(rule.id for rule in rulebook.rules), *rulebook.attributes], "rule or attribute"
    )
    places = parts.corpus.places_of(configured=configured)
    run = failed = 0
    for outcome in parts.examples.outcomes(rulebook, names):
        run += 1
        if outcome.passed:
            continue
        failed += 1
        expected = "no conflict" if outcome.expected == "agree" else f"a {outcome.expected}"
        place = places.get(outcome.owner, "recommended")
        lines = [f"{place}: {outcome.owner}: example {outcome.number} of {outcome.expected}: expected {expected}"]
        lines += [f"    text {number}: {text}" for number, text in enumerate(outcome.texts, 1)]
        lines += [f"    got {line}" for line in outcome.got]
        output.say("".join(f"{safe(line)}\n" for line in lines))
    output.say(f"{run} examples, {failed} failed\n" if failed else f"{run} examples, all passed\n")
    return 1 if failed else 0


@rules.command("new", short_help="Write a new rule to begin with.")
@click.argument("name", metavar="ID")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "info"]),
    default="warning",
    show_default=True,
    help="The severity of a conflict.",
)
@click.pass_obj
def new(configured: bool, name: str, severity: str) -> int:
    """Write a new rule ID into a file of its own beside the other rules: it loads, and its examples pass. Then put in
    your own texts, and run `check-claims rules test ID` until it says what you mean.
    """
    path, listed = write(name, severity, parts.corpus.rulebook_of(configured=configured))
    output.say(f"{safe(path)} written; now: check-claims rules test {safe(name)}\n")
    if not listed:
        output.remark(f"The configuration does not name it yet: add {safe(path)} to rules.\n")
    return 0


def rule_lines(rule: RuleEntry, look: Look) -> list[str]:
    """A rule's id, what it is, what it looks at, and why it exists."""
    facts = [rule.kind, rule.severity]
    facts += [", ".join(rule.attributes).replace("_", " ")] if rule.attributes else []
    head = f"{rule.id}: {', '.join(facts)}"
    return [*wrap(safe(head), look.width), *(f"    {line}" for line in wrap(safe(rule.why), look.width - 4))]
