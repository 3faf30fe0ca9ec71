"""Shows what sources agree on, as one compact table."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.finding import Finding
from checker.reports.conflicts import Index
from checker.reports.terminal import Look, columns, fit, pad, safe

MOST_ROWS = 20
"""A table longer than this is cut unless all is asked for."""

_HEADS = ("subject", "attribute", "value", "sources")
_LEAST = (8, 6, 8, 8)
_GAP = 2

_Row = tuple[str, str, str, str]


def agreement_lines(findings: Sequence[Finding], index: Index, look: Look, *, every: bool) -> list[str]:
    """The table, sorted by subject, attribute and value; its last line says how many rows were cut."""
    rows = sorted((_row(finding, index) for finding in findings), key=lambda row: [c.casefold() for c in row])
    shown = rows if every else rows[:MOST_ROWS]
    if not shown:
        return []
    widths = _widths(shown, look.width - 2)
    lines = [look.paint("quiet", _line(_HEADS, widths, look))]
    lines += [_line(row, widths, look) for row in shown]
    if len(shown) < len(rows):
        lines.append(look.paint("quiet", f"  and {len(rows) - len(shown)} more (--all shows them)"))
    return lines


def _row(finding: Finding, index: Index) -> _Row:
    claims = index.claims_of(finding.claims)
    sources = sorted({claim.source for claim in claims})
    values = list(dict.fromkeys(position.value for position in finding.positions))
    return (
        safe(claims[0].subject_name) if claims else "",
        safe(claims[0].attribute.replace("_", " ")) if claims else safe(finding.rule),
        safe(" / ".join(values)),
        safe(", ".join(sources)),
    )


def _widths(rows: Sequence[_Row], room: int) -> list[int]:
    """A width for each column: what it needs, the widest giving way first, none below its least."""
    widths = [max(columns(cell) for cell in column) for column in zip(_HEADS, *rows, strict=True)]
    room -= _GAP * (len(widths) - 1)
    while sum(widths) > room:
        spare = [width - least for width, least in zip(widths, _LEAST, strict=True)]
        widest = max(range(len(widths)), key=lambda place: (spare[place] > 0, widths[place]))
        if spare[widest] <= 0:
            break
        widths[widest] -= 1
    return widths


def _line(cells: _Row, widths: Sequence[int], look: Look) -> str:
    parts = [pad(fit(cell, width, look.ellipsis), width) for cell, width in zip(cells, widths, strict=True)]
    return "  " + (" " * _GAP).join(parts).rstrip()
