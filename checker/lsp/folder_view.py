"""What one folder's last check found, as it is asked for: by file, by place, by conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.lsp.messages import Checked, Conflict, Held, KnownFact, Stated
from checker.lsp.positions import Span, TextPositions


@dataclass(frozen=True, slots=True)
class Taking:
    """A claim's part in a conflict: at which place it stands, and which position it holds, if any."""

    conflict: Conflict
    claim: str
    position: Held | None


class FolderView:
    """A check's answer with its ways in."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked

    @cached_property
    def takings(self) -> dict[str, list[Taking]]:
        """By file the parts that its claims have in conflicts; a place has one part in each conflict.

        A conflict without a place in any text is at the top of the files that it is of.
        """
        found: dict[str, list[Taking]] = defaultdict(list)
        for conflict in self.checked.conflicts:
            known = [claim for claim in conflict.claims if claim in self.checked.stated]
            placed = [claim for claim in known if self.checked.stated[claim].in_text] or known
            seen: set[tuple[str, Span]] = set()
            for claim in placed:
                stated = self.checked.stated[claim]
                if stated.file is not None and (stated.file, stated.span) not in seen:
                    seen.add((stated.file, stated.span))
                    held = next((held for held in conflict.positions if claim in held.claims), None)
                    found[stated.file].append(Taking(conflict, claim, held))
        return found

    @cached_property
    def _by_file(self) -> dict[str, list[tuple[str, Stated]]]:
        found: dict[str, list[tuple[str, Stated]]] = defaultdict(list)
        for name, stated in self.checked.stated.items():
            if stated.in_text and stated.file is not None:
                found[stated.file].append((name, stated))
        return found

    @cached_property
    def _facts(self) -> dict[str, list[KnownFact]]:
        found: dict[str, list[KnownFact]] = defaultdict(list)
        for fact in self.checked.facts:
            for claim in fact.claims:
                found[claim].append(fact)
        return found

    @cached_property
    def _conflicts(self) -> dict[str, list[Conflict]]:
        found: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in self.checked.conflicts:
            for claim in conflict.claims:
                found[claim].append(conflict)
        return found

    def at(self, file: str, line: int, character: int, text: TextPositions | None) -> list[tuple[str, Stated]]:
        """The claims whose value stands at a place of a file; none that the text has moved away from."""
        return [
            (name, stated)
            for name, stated in self._by_file.get(file, ())
            if stated.span.has(line, character) and still_there(stated, text)
        ]

    def facts_of(self, claims: Iterable[str]) -> list[KnownFact]:
        """The facts that claims take part in, each once."""
        return _once(fact for claim in claims for fact in self._facts.get(claim, ()))

    def conflicts_of(self, claims: Iterable[str]) -> list[Conflict]:
        """The conflicts that claims take part in, each once."""
        return _once(conflict for claim in claims for conflict in self._conflicts.get(claim, ()))

    def places(self, claims: Iterable[str]) -> Iterator[Stated]:
        """Where claims stand, each place once, of those that were read from a file."""
        seen: set[tuple[str, Span, str]] = set()
        for claim in claims:
            stated = self.checked.stated.get(claim)
            if stated is not None and stated.file is not None:
                place = stated.file, stated.span, "" if stated.in_text else stated.where
                if place not in seen:
                    seen.add(place)
                    yield stated


def still_there(stated: Stated, text: TextPositions | None) -> bool:
    """Whether a value still stands where it was read; ``text`` is what the editor holds, None where it holds none."""
    return text is None or text.words(stated.span) == stated.value.text


def _once(things: Iterable[object]) -> list:  # type: ignore[type-arg]
    return list({id(thing): thing for thing in things}.values())
