"""Finds the figures of a sentence that are the parts of one whole, by what their claims say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.language.language import derived, table
from checker.language.words import stem
from checker.model.claim import Claim
from checker.model.part_runs import is_plain, runs
from checker.model.qualifiers import Division, NamedPart


@dataclass(frozen=True, slots=True)
class Parts:
    """A run of figures of one sentence, each named as another part of one whole."""

    whole: str
    claims: tuple[Claim, ...]
    complete: bool
    """Every part that the whole must have is there."""
    plain: bool
    """Nothing but small words stands between each figure and its name, once at most with what it is a share
    of: the figures cannot be of different things."""


def find(claims: Sequence[Claim], wholes: Sequence[str]) -> list[Parts]:
    """The runs of two or more figures of one sentence, in the order of the text, that name parts of one whole."""
    return [parts for whole in wholes for parts in _of_whole(whole, claims)]


def _of_whole(whole: str, claims: Sequence[Claim]) -> list[Parts]:
    named = [_part(claim, whole) for claim in claims]
    found = []
    for first, last in runs([part.part if part is not None else None for part in named]):
        run = [part for part in named[first:last] if part is not None]
        complete = _needed(whole) <= {part.part for part in run}
        plain = is_plain([part.reach for part in run])
        found.append(Parts(whole, tuple(claims[first:last]), complete, plain))
    return found


def _part(claim: Claim, whole: str) -> NamedPart | None:
    return next((part for part in claim.qualifiers.parts if part.whole == whole), None)


def _needed(whole: str) -> set[str]:
    """The parts that must be named."""
    known = table("language/wholes")
    return set(known["wholes"].get(whole, ())) - set(known["besides"])


@derived
def _names() -> dict[str, frozenset[str]]:
    """For each whole, the stems of the words that name its parts."""
    wholes = table("language/wholes")["wholes"]
    return {name: frozenset(stem(w) for words in parts.values() for w in words) for name, parts in wholes.items()}


def counts_a_part(claim: Claim, whole: str) -> bool:
    """Whether the noun that a figure counts is itself the name of a part."""
    return not _names().get(whole, frozenset()).isdisjoint(map(stem, (claim.value.noun or "").split()))


def division(total: Claim, parts: Sequence[Claim]) -> Division | None:
    """How a figure is tied to parts of the same sentence; None where it is not."""
    if total.value.start > parts[0].value.start:
        return "bare" if total.qualifiers.total else None
    divided = parts[0].qualifiers.divides
    return divided.division if divided is not None and divided.figure == total.value.text else None


def division_of_earlier(parts: Sequence[Claim]) -> Division | None:
    """How a figure in the sentence before is tied to parts: this one goes on with "of these"."""
    return "bare" if parts[0].qualifiers.divides_earlier else None
