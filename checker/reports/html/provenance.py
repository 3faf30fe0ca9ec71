"""Says in one line which sources support a position: how many sources, and the highest authority among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model.claim import Claim
from checker.model.document import Source


def support_of(claims: Sequence[Claim], sources: Mapping[str, Source]) -> str:
    """``2 sources, highest authority 3``; empty where nobody states the position."""
    names = {claim.source for claim in claims}
    if not names:
        return ""
    count = f"{len(names)} source" + ("" if len(names) == 1 else "s")
    authorities = [s.authority for name in names if (s := sources.get(name)) is not None and s.authority is not None]
    if not authorities:
        return count
    return f"{count}, {'highest ' if len(names) > 1 else ''}authority {max(authorities)}"
