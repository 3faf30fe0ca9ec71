"""Shows what sources agree on, as one compact table: what independent sources bear out, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.language.attribute_label import attribute_labels
from checker.language.markup import without_marks
from checker.language.wording import names_value
from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.kinds import counts
from checker.reports.conflicts import Index
from checker.reports.terminal import Look, columns, fit, pad, safe

MOST_ROWS = 20
"""A table longer than this is cut unless all is asked for."""

_CHANCE = 3
"""Whole numbers up to this one stand in any two documents."""
_FIRM = 0.9
"""How sure an agreement on so small a number must be."""
_HEADS = ("subject", "attribute", "value", "sources")
_LEAST = (8, 6, 8, 8)
_GAP = 2
_VOICES = 2


@dataclass(frozen=True, slots=True)
class _Row:
    subject: str
    attribute: str
    value: str
    voices: int
    sources: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, str, str, str]:
        return self.subject, self.attribute, self.value, self.counted + ", ".join(self.sources)

    @property
    def counted(self) -> str:
        """How many of the sources speak for themselves, where some are copies of others."""
        return f"{self.voices} independent of {len(self.sources)}: " if self.voices < len(self.sources) else ""


def is_telling(finding: Finding, index: Index) -> bool:
    """Whether an agreement bears anything out: two independent sources state it, and not in a figure by chance.

    A list that has as many items as it announces, or a document and its copy, agree with themselves. A bare number
    whose meaning neither text names may be part of a code, and "two" or "three" stand in every text.
    """
    claims = index.claims_of(finding.claims)
    if voices(finding, claims) < _VOICES:
        return False
    if all(_is_small(claim) for claim in claims) and finding.confidence < _FIRM:
        return False
    if all(claim.open and claim.value.kind == "number" for claim in claims):
        return all(names_value(claim, claim.words.noun) for claim in claims if claim.words.noun is not None) and any(
            claim.words.noun is not None for claim in claims
        )
    return True


def voices(finding: Finding, claims: Sequence[Claim]) -> int:
    """How many independent sources state what a finding says."""
    copies = {s.source for p in finding.positions for s in p.sources if s.same_text_as is not None}
    return len({claim.source for claim in claims} - copies)


def _is_small(claim: Claim) -> bool:
    low = claim.value.low
    bare = counts(claim.value.kind) or claim.value.kind in {"number", "ordinal"}
    return bare and low is not None and low.removeprefix("-").isdecimal() and abs(int(low)) <= _CHANCE


def agreement_lines(findings: Sequence[Finding], index: Index, look: Look, *, every: bool) -> list[str]:
    """The table, sorted by subject, attribute and value; its last line says how many rows were cut."""
    rows = sorted(
        (_row(finding, index) for finding in findings), key=lambda row: [cell.casefold() for cell in row.cells]
    )
    shown = rows if every else rows[:MOST_ROWS]
    if not shown:
        return []
    room = look.width - 2 - _GAP * (len(_HEADS) - 1)
    if sum(_needed(shown)) > room:
        shown = [replace(row, subject=_short(row.subject)) for row in shown]
    widths = _widths(shown, room)
    lines = [look.paint("quiet", _line(_HEADS, widths))]
    lines += [_line(_fitted(row, widths, look.ellipsis), widths) for row in shown]
    if len(shown) < len(rows):
        lines.append(look.paint("quiet", f"  and {len(rows) - len(shown)} more (--all shows them)"))
    return lines


def _row(finding: Finding, index: Index) -> _Row:
    claims = index.claims_of(finding.claims)
    values = dict.fromkeys(" ".join(position.value.split()) for position in finding.positions)
    return _Row(
        subject=safe(without_marks(claims[0].subject_name)) if claims else "",
        attribute=safe(next(iter(attribute_labels(claims).values()))) if claims else safe(finding.rule),
        value=safe(without_marks(" / ".join(values))),
        voices=voices(finding, claims),
        sources=tuple(sorted({index.name(claim.source) for claim in claims})),
    )


def _short(subject: str) -> str:
    """The acronym of a name that ends in one, since it tells more than the name's beginning."""
    name, bracket, acronym = subject.rpartition(" (")
    return acronym[:-1] if bracket and acronym.endswith(")") and 1 < len(acronym[:-1]) < len(name) else subject


def _needed(rows: Sequence[_Row]) -> list[int]:
    """The width of the widest cell of each column."""
    return [max(map(columns, cells)) for cells in zip(_HEADS, *(row.cells for row in rows), strict=True)]


def _widths(rows: Sequence[_Row], room: int) -> list[int]:
    """A width for each column: what it needs, the widest giving way first, none below its least."""
    widths = _needed(rows)
    while sum(widths) > room:
        spare = [width - least for width, least in zip(widths, _LEAST, strict=True)]
        widest = max(range(len(widths)), key=lambda place: (spare[place] > 0, widths[place]))
        if spare[widest] <= 0:
            break
        widths[widest] -= 1
    return widths


def _fitted(row: _Row, widths: Sequence[int], ellipsis: str) -> tuple[str, ...]:
    """The cells cut to their widths; of the sources the last ones give way to their number first."""
    sources = row.cells[-1]
    named = len(row.sources)
    while named > 1 and columns(sources) > widths[-1]:
        named -= 1
        sources = f"{row.counted}{', '.join(row.sources[:named])} +{len(row.sources) - named}"
    cells = (*row.cells[:-1], sources)
    return tuple(fit(cell, width, ellipsis) for cell, width in zip(cells, widths, strict=True))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  " + (" " * _GAP).join(map(pad, cells, widths)).rstrip()
