"""How many labelled pairs of values are told right: conflicts and agreements found, and what is apart left alone.

Each file of ``labelled_pairs`` lists pairs. A pair has ``texts``, a ``left`` and a ``right`` value, each with the text
that states it, ``what`` it shows, and its ``kind``: ``conflict`` (of one fact, and only one can be right), ``agree``
(of one fact, and both can be right) or ``apart`` (of two facts; nothing else in these texts conflicts either).

    python -m tests.pair_scores > tests/labelled_pairs/shares.yaml

sets the shares to what is measured, rounded to the safe side. ``python -m tests.pair_scores FILE`` prints its misses.
"""

from __future__ import annotations

import itertools
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import checker
from checker.model.report import Report

FOLDER = Path(__file__).parent / "labelled_pairs"
SHARES = FOLDER / "shares.yaml"
FILES = sorted(path for path in FOLDER.glob("*.yaml") if path != SHARES)
STEPS = 20
"""Shares are whole twentieths."""
_SHOWN = ("error", "warning")
_COMPARED = ("once-only", "one-value-at-a-time", "same-sentence")
"""The rules that make findings of compared claims."""
_HEAD = """\
# Of each file the least share of conflicts that are found, as error or warning, and of agreements; and the greatest
# share of pairs of two facts in which an error or a warning is found. tests/pair_scores.py prints them.
"""


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two values in invented texts, and whether they state one fact."""

    kind: str
    what: str
    texts: dict[str, str]
    left: tuple[str, str]
    right: tuple[str, str]

    @classmethod
    def of(cls, entry: dict[str, Any]) -> LabelledPair:
        return cls(entry["kind"], entry["what"], entry["texts"], tuple(entry["left"]), tuple(entry["right"]))

    def __str__(self) -> str:
        return f"{self.kind} ({self.what}): {' | '.join(self.left)} and {' | '.join(self.right)}"


@dataclass(frozen=True, slots=True)
class Told:
    """What the report on the texts says of a pair."""

    pair: LabelledPair
    unread: tuple[str, ...]
    """Values that were not read as claims."""
    right: bool

    @classmethod
    def of(cls, pair: LabelledPair) -> Told:
        report = checker.check_texts(pair.texts)
        sides = pair.left, pair.right
        left, right = ({c.id for c in report.claims if (c.source, c.value.text) == side} for side in sides)
        unread = tuple(value for ids, (_, value) in zip((left, right), sides, strict=True) if not ids)
        if pair.kind == "apart":
            return cls(pair, unread, not any(f.relation == "conflict" and f.rule in _COMPARED for f in report.findings))
        found = _in_conflict(report) if pair.kind == "conflict" else _agreeing(report)
        return cls(pair, unread, any(both in found for both in itertools.product(left, right)))


def pairs_of(path: Path) -> list[LabelledPair]:
    """The labelled pairs of one file."""
    return [LabelledPair.of(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def shares(told: list[Told]) -> dict[str, float]:
    """By kind the share of pairs told right; of those apart the share told wrong."""
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for one in told:
        by_kind[one.pair.kind].append(one.right)
    return {
        kind: (right.count(False) if kind == "apart" else right.count(True)) / len(right)
        for kind, right in sorted(by_kind.items())
    }


def misses(told: list[Told]) -> str:
    """One line for each pair that is told wrong."""
    return "".join(f"\n  {one.pair}" for one in told if not one.right)


def _in_conflict(report: Report) -> set[tuple[str, str]]:
    """Claims in two positions of one fact, for which an error or a warning is shown."""
    return {
        pair
        for fact in report.facts
        if fact.tier in _SHOWN
        for one, other in itertools.permutations(fact.positions, 2)
        for pair in itertools.product(one, other)
    }


def _agreeing(report: Report) -> set[tuple[str, str]]:
    """Claims that can both be right of one fact."""
    found = [(c.left, c.right) for c in report.comparisons if c.relation in {"agree", "compatible"}]
    for fact in report.facts:
        for position in fact.positions:
            found += itertools.permutations(position, 2)
    return {pair for left, right in found for pair in ((left, right), (right, left))}


def _rounded(kind: str, share: float) -> float:
    whole = math.ceil(share * STEPS - 1e-9) if kind == "apart" else math.floor(share * STEPS + 1e-9)
    return whole / STEPS


def _lines() -> Iterator[str]:
    yield _HEAD
    for path in FILES:
        found = shares([Told.of(pair) for pair in pairs_of(path)])
        yield f"{path.stem}: {{{', '.join(f'{kind}: {_rounded(kind, share):.2f}' for kind, share in found.items())}}}\n"


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.stdout.write(misses([Told.of(pair) for pair in pairs_of(FOLDER / f"{sys.argv[1]}.yaml")])[1:] + "\n")
    else:
        sys.stdout.writelines(_lines())
