"""Says in a few words how many sources hold a position, how old they are and how close to the facts."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.finding import RIVALS, Finding, Position
from checker.reports.dates import date_words
from checker.reports.terminal import safe


def stated_by(finding: Finding) -> str:
    """Each position with those who hold it; empty where one source speaks alone, or nothing is known of any."""
    if finding.kind not in RIVALS or len({s.source for p in finding.positions for s in p.sources}) < 2:
        return ""
    known = any(s.authority is not None for p in finding.positions for s in p.sources)
    if not known and all(len(p.sources) < 2 for p in finding.positions):
        return ""
    return "; ".join(f"{safe(p.value)}: {summary_of(p)}" for p in finding.positions)


def summary_of(position: Position) -> str:
    """``2 independent sources of 3 (1999 to 2009, authority 1 to 3)``, and whether it is the odd one out."""
    independent, all_ = position.independent, len(position.sources)
    count = f"{independent} independent source" + ("s" if independent != 1 else "") if all_ > 1 else "1 source"
    of = f" of {all_}" if independent != all_ else ""
    dates = date_words(*{s.published for s in position.sources if s.published is not None})
    weights = _span([str(n) for n in sorted({s.authority for s in position.sources if s.authority is not None})])
    facts = [safe(dates)] if dates else []
    facts += [f"authority {weights}"] if weights else []
    details = f" ({', '.join(facts)})" if facts else ""
    return f"{count}{of}{details}{', the odd one out' if position.odd_one_out else ''}"


def _span(ordered: Sequence[str]) -> str:
    return f"{ordered[0]} to {ordered[-1]}" if len(ordered) > 1 else "".join(ordered)
