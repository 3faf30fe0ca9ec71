"""No conflict, and not because a text was not read: what differs between the texts is a claim in each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model.claim import Claim
from checker.model.finding import Finding
from tests.readings import report

_FIGURE = re.compile(r"\d[\d,.:/]*\d|\d")


def conflicts_of_read(*texts: str) -> list[Finding]:
    """The conflicts between texts, of each of which the figures that set it apart were read."""
    told = report(*texts)
    assert_read(told.claims, texts)
    return [finding for finding in told.findings if finding.relation == "conflict"]


def assert_read(claims: Sequence[Claim], texts: Sequence[str]) -> None:
    """Each text has claims, and where it has figures that another text lacks, one is in the value of a claim."""
    for place in range(len(texts)):
        source = chr(ord("a") + place)
        values = [claim.value.text for claim in claims if claim.source == source]
        assert values, f"nothing was read in {source}"
        figures = [set(_FIGURE.findall(other)) for other in texts]
        own = {figure for figure in figures[place] if any(figure not in other for other in figures)}
        assert not own or any(figure in value for figure in own for value in values), f"{own} was not read in {source}"
