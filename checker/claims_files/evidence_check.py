"""Holds stored claims against their source: what is quoted must stand there."""

from __future__ import annotations

from functools import cached_property

from checker.claims_files.schema import EvidenceEntry, ValueEntry
from checker.model.claim import Evidence
from checker.model.line_index import Lines
from checker.model.user_error import UserError
from checker.strictyaml import Parsed

_MOST_NOTES = 50
_LONGEST_SHOWN = 60


class Verifier:
    """Places quotes and values in one source's text and gathers those that cannot be placed."""

    def __init__(self, text: str, parsed: Parsed) -> None:
        self.text = text
        self.parsed = parsed
        self.problems: list[UserError] = []
        self.ids: dict[str, int] = {}

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.text)

    def refuse_problems(self) -> None:
        """Raise the first problem, the others as its notes."""
        if self.problems:
            first, *others = self.problems
            notes = tuple(map(str, others[:_MOST_NOTES]))
            if len(others) > _MOST_NOTES:
                notes += (f"and {len(others) - _MOST_NOTES} more in this file",)
            raise UserError(first.what, first.where, first.remedy, notes)

    def evidence(self, entry: EvidenceEntry, at: tuple[str | int, ...], name: str) -> Evidence:
        """The evidence with its place; a quote without one is looked for, and must stand just once."""
        start = entry.start
        if start is None:
            start = self._search(entry.quote, (*at, "evidence", "quote"), name)
        end = start + len(entry.quote)
        if self.text[start:end] != entry.quote or (entry.end is not None and entry.end != end):
            self._misplaced(entry.quote, start, (*at, "evidence", "quote"), name)
        line, column = (entry.line, entry.column)
        if line is None or column is None:
            line, column = self.lines.at(start)
        return Evidence(entry.quote, start, end, line, column, entry.page, entry.cell, entry.slide)

    def value(self, entry: ValueEntry, evidence: Evidence, index: int, identifier: str) -> tuple[int, int]:
        """Where the value stands: as the file says, or else inside its quote, as whole words."""
        at = ("claims", index, "value", "text")
        start = entry.start
        if start is None:
            start = evidence.start + _whole(entry.text, evidence.quote)
        end = start + len(entry.text)
        inside = evidence.start <= start and end <= evidence.end
        if not entry.text or not inside or self.text[start:end] != entry.text:
            self._problem(
                f"claim '{identifier}' gives a value that is not in its quote: {_short(entry.text)}",
                at,
                "" if entry.start is None else "leave out its start and end: they are looked for",
            )
        elif entry.start is None and not _stands_alone(start, end, self.text):
            self._problem(f"claim '{identifier}' gives a value that is part of a longer word: {_short(entry.text)}", at)
        return start, end

    def bounds(self, entry: ValueEntry, index: int, identifier: str) -> None:
        """Refuse a value written by hand that says nothing to compare."""
        if entry.kind != "text" and entry.low is None and entry.high is None:
            at = ("claims", index, "value")
            self._problem(f"claim '{identifier}' gives a {entry.kind} without bounds", at, "add low: and high:")

    def unique(self, identifier: str, index: int) -> None:
        """Note an id that an earlier claim has."""
        earlier = self.ids.setdefault(identifier, index)
        if earlier != index:
            line = self.parsed.line(("claims", earlier))
            self._problem(f"the id '{identifier}' is taken by the claim on line {line}", ("claims", index, "id"))

    def _search(self, quote: str, at: tuple[str | int, ...], name: str) -> int:
        found = self.text.find(quote) if quote else -1
        if found >= 0 and self.text.find(quote, found + 1) >= 0:
            self._problem(f"{name} quotes words that stand more than once in the source", at, "say where: start")
        return max(found, 0)

    def _misplaced(self, quote: str, start: int, at: tuple[str | int, ...], name: str) -> None:
        found = self.text.find(quote) if quote else -1
        if found >= 0:
            line, _ = self.lines.at(found)
            remedy = f"they stand at {found}, on line {line}: extract again"
            self._problem(f"{name} quotes words that are not at {start} in the source", at, remedy)
        else:
            self._problem(
                f"{name} quotes words that are not in the source: {_short(quote)}",
                at,
                "quote the source exactly or extract again",
            )

    def _problem(self, what: str, at: tuple[str | int, ...], remedy: str = "") -> None:
        self.problems.append(UserError(what, self.parsed.at(at), remedy))


def _whole(text: str, quote: str) -> int:
    """Where ``text`` stands in its quote: as whole words where it can, else anywhere; 0 where it does not."""
    first = found = quote.find(text) if text else -1
    while found >= 0:
        if _stands_alone(found, found + len(text), quote):
            return found
        found = quote.find(text, found + 1)
    return max(first, 0)


def _stands_alone(start: int, end: int, text: str) -> bool:
    """Whether a stretch cuts no word and no number, ``12`` in ``12,500`` being part of one."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if (before[-1:].isalnum() and text[start].isalnum()) or (after[:1].isalnum() and text[end - 1].isalnum()):
        return False
    cut_before = text[start].isdigit() and len(before) == 2 and before[0].isdigit() and before[1] in ".,"
    cut_after = text[end - 1].isdigit() and len(after) == 2 and after[1].isdigit() and after[0] in ".,"
    return not (cut_before or cut_after)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= _LONGEST_SHOWN else f"'{line[:_LONGEST_SHOWN]}...'"
