"""Says in one line which sources hold a position, and how many independent voices they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from checker.model.claim import Claim
from checker.model.document import Source
from checker.model.finding import Finding, Position
from checker.model.kinds import counts
from checker.model.value import Mention

_SMALL = 10


def support_of(claims: Sequence[Claim], sources: Mapping[str, Source], position: Position | None = None) -> str:
    """``3 sources, 2 independent voices, highest authority 3``; empty where one source, of which no more is known, or
    none states the position.

    Sources that carry one text are one voice; where every source is one, no voices are counted.
    """
    names = {claim.source for claim in claims}
    facts = [_many(len(names), "source")]
    if position is not None and (voices := len(names - _copies(position))) < len(names):
        facts.append(_many(voices, "independent voice"))
    authorities = [s.authority for name in names if (s := sources.get(name)) is not None and s.authority is not None]
    if authorities:
        facts.append(f"{'highest ' if len(names) > 1 else ''}authority {max(authorities)}")
    if position is not None and position.odd_one_out:
        facts.append("stands alone")
    return ", ".join(facts) if len(names) > 1 or len(facts) > 1 else ""


def corroborates(finding: Finding, claims: Mapping[str, Claim]) -> bool:
    """Whether an agreement tells a reviewer something: two independent voices or more hold one position of it.

    What one source says twice, or what several sources copy from one text, confirms nothing, and neither does a small
    count of what no vocabulary names.
    """
    for position in finding.positions:
        stated = [claims[one] for one in position.claims if one in claims]
        if len({claim.source for claim in stated} - _copies(position)) > 1 and tells(stated):
            return True
    return False


def tells(claims: Iterable[Claim]) -> bool:
    """Whether it is worth knowing that these claims agree: ``two ways`` and ``one key`` are in any text."""
    return not all(claim.open and _small(claim.value) for claim in claims)


def _small(value: Mention) -> bool:
    stated = value.high or value.low
    return counts(value.kind) and stated is not None and abs(Decimal(stated)) <= _SMALL


def _copies(position: Position) -> set[str]:
    return {source.source for source in position.sources if source.same_text_as is not None}


def _many(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")
