"""Says who stands behind each position of a finding: how many independent sources, how recent and how close."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from checker.model.facts import Facts
from checker.model.finding import RIVALS, Finding, Position, Standing
from checker.rules.positions import Sets


def with_standing(finding: Finding, facts: Facts) -> Finding:
    """The finding with its positions' sources; where they rival each other, with the odd one out and the copies."""
    positions = tuple(replace(p, sources=_sources(p, facts)) for p in finding.positions)
    if finding.kind not in RIVALS:
        return replace(finding, positions=positions)
    positions = _odd_one_out(positions) if finding.relation == "conflict" else positions
    return replace(finding, positions=positions, explanation=(*finding.explanation, *_copies(positions)))


def _sources(position: Position, facts: Facts) -> tuple[Standing, ...]:
    """The sources in order of their ids; those that carry one sentence, directly or by way of a third, are one."""
    carried: dict[str, list[str]] = defaultdict(list)
    for identifier in position.claims:
        claim = facts.claims[identifier]
        source, start = facts.copies.get((claim.source, claim.evidence.start), (claim.source, -1))
        carried[claim.source].append(f"{source}:{start}")
    voices = Sets()
    for source, texts in carried.items():
        for text in texts:
            voices.join(f"={source}", text)
    first: dict[str, str] = {}
    found = []
    for source in sorted(carried):
        same = first.setdefault(voices.root(f"={source}"), source)
        known = facts.sources[source]
        found.append(Standing(source, known.published, known.authority, same if same != source else None))
    return tuple(found)


def _odd_one_out(positions: Sequence[Position]) -> tuple[Position, ...]:
    alone = [p for p in positions if p.independent == 1]
    single = len(positions) > 1 and len(alone) == 1
    return tuple(replace(p, odd_one_out=single and p.independent == 1) for p in positions)


def _copies(positions: Sequence[Position]) -> list[str]:
    """One step for each group of sources that are counted as one."""
    groups: dict[str, list[str]] = defaultdict(list)
    for standing in (s for p in positions for s in p.sources if s.same_text_as is not None):
        groups[standing.same_text_as or ""].append(standing.source)
    return [f"{', '.join((first, *others))} carry one text: one independent source" for first, others in groups.items()]
