"""The command ``add``: register a source, and show what it newly agrees with, conflicts with and says alone."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from checker.cli import output, parts
from checker.model.user_error import UserError
from checker.reports.terminal import Look, fit, safe, wrap

if TYPE_CHECKING:
    from checker.collection.adding import NewSource, Outcome
    from checker.collection.intake import Guess

_MOST_SHOWN = 10
_ASKED = {
    "title": "Title",
    "publisher": "Publisher",
    "published": "Published (2008, 2008-04 or 1999/2002)",
    "url": "Address",
    "authority": "Authority (larger is closer to the facts)",
}


@click.command(short_help="Add a source, and show what it agrees and conflicts with.")
@click.argument("given", metavar="PATH|URL")
@click.option("--id", "identifier", metavar="ID", help="The id of the source.  [default: made from its name]")
@click.option("--title", metavar="TEXT", help="Its title.  [default: guessed from its heading]")
@click.option("--publisher", metavar="TEXT", help="Who published it.")
@click.option("--published", metavar="DATE", help="2008, 2008-04, 2008-04-30 or 1999/2002.")
@click.option("--url", metavar="URL", help="Its web address.")
@click.option("--authority", type=int, metavar="N", help="A number; larger means closer to the facts.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing; accept the guesses.")
@click.option("--allow-local", is_flag=True, help="Fetch from addresses of the local network too.")
@click.option("--all", "every", is_flag=True, help="Show every list in full.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would happen.")
def add(
    given: str,
    identifier: str | None,
    title: str | None,
    publisher: str | None,
    published: str | None,
    url: str | None,
    authority: int | None,
    yes: bool,
    allow_local: bool,
    every: bool,
    dry_run: bool,
) -> int:
    """Register the document at PATH or URL as a source, copy it to the others and extract its claims.

    \b
      check-claims add report.txt --publisher "Harbour Board" --published 2016
      check-claims add https://example.org/report.txt --dry-run

    At a terminal it asks for what no option says. What it guesses is marked as a guess in the register.
    """
    here = parts.corpus_paths.here()
    facts = {
        "title": title,
        "publisher": publisher,
        "published": published,
        "url": url,
        "authority": str(authority) if authority is not None else None,
    }
    _refuse_unfit(facts)
    came = parts.intake.arrive(given, max_bytes=here.max_bytes, allow_local=allow_local)
    with parts.intake.on_disk(came) as file:
        new = parts.adding.new_source(here, came, file, identifier)
        known = {name: fact for name, fact in facts.items() if fact is not None}
        if came.url is not None:
            known.setdefault("url", came.url)
        asks = not yes and sys.stdin.isatty() and sys.stderr.isatty()
        facts_given = _ask(known, new.guessed) if asks else {**{n: g.value for n, g in new.guessed.items()}, **known}
        facts_given = {name: facts_given[name] for name in parts.adding.FACTS if facts_given.get(name)}
        guessed = {name: g for name, g in new.guessed.items() if name not in known and facts_given.get(name) == g.value}
        entry = _entry(facts_given, guessed)
        outcome = parts.adding.outcome(here, new, file, entry)
    name = here.shown(new.file)
    _show(name, new, facts_given, guessed, outcome, every=every)
    if dry_run:
        output.say("\nNothing was written.\n")
        return 0
    remarks = {name: f"guessed: {g.why}" for name, g in guessed.items()}
    lines = parts.adding.keep(here, new, entry, remarks)
    output.say("\n" + "".join(f"{safe(line)}\n" for line in lines))
    return 0


def _entry(facts_given: Mapping[str, str], guessed: Mapping[str, Guess]) -> dict[str, str]:
    """The facts as the register has them: a guessed date says that it is one."""
    entry: dict[str, str] = {}
    for name, value in facts_given.items():
        entry[name] = value
        if name == "published" and name in guessed:
            entry["published_basis"] = "inferred"
    return entry


def _ask(known: Mapping[str, str], guessed: Mapping[str, Guess]) -> dict[str, str]:
    """What a person at the terminal says of each fact that is not known; an empty answer leaves it out."""
    facts_given = dict(known)
    for name, question in _ASKED.items():
        if name in facts_given:
            continue
        guess = guessed.get(name)
        while True:
            answer = click.prompt(
                question, default=guess.value if guess else "", show_default=guess is not None, err=True
            ).strip()
            try:
                _refuse_unfit({name: answer or None})
            except UserError as failure:
                output.remark(f"{safe(str(failure))}\n")
                continue
            break
        facts_given[name] = answer
    return facts_given


def _refuse_unfit(facts: Mapping[str, str | None]) -> None:
    """Raise UserError for a fact that the register would not take."""
    data = {"file": "source", **{name: fact for name, fact in facts.items() if fact is not None}}
    parts.strictyaml.validate(parts.registry.Entry, parts.strictyaml.Parsed(data, "", {(name,): 0 for name in data}))


def _show(
    name: str,
    new: NewSource,
    facts_given: Mapping[str, str],
    guessed: Mapping[str, Guess],
    outcome: Outcome,
    *,
    every: bool,
) -> None:
    look = Look(width=output.width(), color=output.colored("auto"), unicode=output.has_unicode())
    lines = [f"{look.paint('strong', safe(new.identifier))}: {safe(name)}, {_many(len(outcome.claims), 'claim')}"]
    for fact, value in facts_given.items():
        remark = f"  (guessed: {guessed[fact].why})" if fact in guessed else ""
        lines.append(fit(f"  {fact:10} {safe(value)}{remark}", look.width, look.ellipsis))
    lines += [f"  {line}" for message in new.warnings for line in wrap(safe(message), look.width - 2)]
    lines += _brought(outcome, look, every=every)
    output.say("\n".join(lines) + "\n")


def _brought(outcome: Outcome, look: Look, *, every: bool) -> list[str]:
    index = parts.reports_conflicts.Index(
        {checked.source.id: checked.source for checked in outcome.report.sources},
        {claim.id: claim for claim in outcome.report.claims},
    )
    lines = ["", look.paint("strong", f"New conflicts: {len(outcome.conflicts)}")]
    for finding in outcome.conflicts:
        lines += ["", *parts.reports_conflicts.conflict_lines(finding, index, look)]
    if outcome.joins:
        lines += ["", look.paint("strong", f"Joins existing conflicts: {len(outcome.joins)}")]
        lines += _few([safe(finding.message) for finding in outcome.joins], look, every=every)
    lines += ["", look.paint("strong", f"New agreements: {len(outcome.agrees)}")]
    lines += _few([safe(finding.message) for finding in outcome.agrees], look, every=every)
    lines += ["", look.paint("strong", f"Stated by this source only: {len(outcome.alone)}")]
    label = parts.attribute_label.attribute_label
    place = parts.reports_locations.place_words
    alone = [
        f"{safe(c.subject_name)}: {safe(label(c))}: {safe(c.value.text)} ({place(c, index.sources.get(c.source))})"
        for c in outcome.alone
    ]
    lines += _few(alone, look, every=every)
    if outcome.reopened:
        lines += ["", look.paint("strong", f"Decisions it reopens: {len(outcome.reopened)}")]
        lines = [f"'{r.decision.verdict}' by {safe(r.decision.by)}, {safe(r.decision.where)}" for r in outcome.reopened]
        lines += _few(lines, look, every=every)
    return lines


def _few(texts: list[str], look: Look, *, every: bool) -> list[str]:
    shown = texts if every else texts[:_MOST_SHOWN]
    lines = [fit(f"  {text}", look.width, look.ellipsis) for text in shown]
    if len(shown) < len(texts):
        lines.append(look.paint("quiet", f"  and {len(texts) - len(shown)} more (--all shows them)"))
    return lines


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
