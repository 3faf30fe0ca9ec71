"""The command ``values``: show which values a text states and how each was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import output, parts
from checker.model.user_error import Unreadable, UserError
from checker.reports.terminal import safe

if TYPE_CHECKING:
    from checker.model.value import Mention


@click.command(short_help="Show the values that a text states, and how each was read.")
@click.argument("text", metavar="TEXT|PATH")
def values(text: str) -> int:
    """Show every value that TEXT, or the document at PATH, states: its kind, its place in the text (code
    points, the end not included), its words, its bounds, unit, modifier and EDTF date, and how it was read."""
    mentions = parts.pipeline.find_values(_text_of(text), explain=True)
    lines = [line for mention in mentions for line in mention_lines(mention)]
    output.say("\n".join(lines or ["no values"]) + "\n")
    return 0


def _text_of(argument: str) -> str:
    """The text of the document that the argument names, or the argument itself where there is none."""
    if argument != "-" and not _names_file(argument):
        return argument
    corpus = parts.corpus.corpus_of([argument], configured=False)
    try:
        return corpus.reading(corpus.inputs[0]).text
    except Unreadable as error:
        raise UserError(error.reason, error.path) from error


def _names_file(argument: str) -> bool:
    """Whether a file has the name; a text may be longer than any name, or hold what no name can."""
    try:
        return Path(argument).is_file()
    except (OSError, ValueError):
        return False


def mention_lines(mention: Mention) -> list[str]:
    """One line on what was read, and one for each step of how."""
    bounds = f"{mention.low or '..'} to {mention.high or '..'}"
    facts = [mention.low if mention.low == mention.high else bounds]
    facts += [mention.unit, mention.noun if mention.noun != mention.unit else None]
    facts += [f"per {mention.per}" if mention.per else None]
    facts += [mention.modifier if mention.modifier != "exact" else None]
    facts += [f"EDTF {mention.edtf}" if mention.edtf else None, mention.calendar]
    facts += ["relative to the document's date" if mention.relative else None]
    details = ", ".join(safe(fact) for fact in facts if fact is not None)
    head = f'{mention.kind}  {mention.start}:{mention.end}  "{safe(mention.text)}"  {details}'
    return [head, *(f"    {safe(step)}" for step in mention.steps)]
