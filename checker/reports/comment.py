"""The report as a comment on a pull or merge request: short, the worst first, and known again by a hidden mark.

Whoever posts it looks for a comment that has ``COMMENT_MARK`` in it and updates that one. Where nothing is open, the
mark is ``CLEAR_MARK``: such a comment takes the place of an earlier one, and need not be posted where there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from checker.model.changed_lines import ChangedLines
from checker.model.claim import Claim
from checker.model.finding import Finding, Position, Severity
from checker.model.report import REPORT_MARK, Report
from checker.reports.conflicts import key_of, sureness
from checker.reports.coverage import missing
from checker.reports.hidden import hidden_lines
from checker.reports.locations import Places
from checker.reports.markdown import escape
from checker.reports.terminal import safe
from checker.reports.text import closing

COMMENT_MARK = "<!-- check-claims: comment"
"""How the hidden mark begins."""
CLEAR_MARK = f"{COMMENT_MARK}, clear -->"
OPEN_MARK = f"{COMMENT_MARK}, open -->"
LONGEST = 60_000
"""Bytes; GitHub takes 65,536 characters."""
MOST = 20
"""So many conflicts are told; one line counts the rest."""

_MOST_MISSING = 10
_MOST_POSITIONS = 6
_MOST_PLACES = 4
_LONGEST_PIECE = 300
_SIGNS: dict[Severity, str] = {"error": "🟥", "warning": "🟧", "info": "🟦"}
_NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
Changed = Callable[[str], ChangedLines]
"""The changed lines of a source's document, by its id."""


def render(report: Report, changed: Changed | None = None) -> str:
    """The comment; nothing in it becomes a link, an image, a mention or HTML of its own.

    With ``changed``, conflicts on lines that a change touched come first in their grade, and these lines are told.
    """
    places = Places(report)
    touched = {c.id for c in report.quoted if changed is not None and places.changed(c, changed(c.source)) is not None}
    opened = [f for f in report.findings if f.relation == "conflict" and f.status == "open"]
    opened.sort(key=lambda f: (list(_SIGNS).index(f.severity), touched.isdisjoint(f.claims), -f.confidence, f.message))
    mark = OPEN_MARK if opened or report.not_checked else CLEAR_MARK
    head = [f"{REPORT_MARK}\n{mark}\n", f"### check-claims: {_headline(opened, report)}\n"]
    if changed is not None and opened:
        count = sum(not touched.isdisjoint(f.claims) for f in opened)
        head.append(f"{count} of them on changed lines, which are marked **changed**.\n")
    tail = [*_missing(report, places), *(f"{escape(line)}\n" for line in hidden_lines(report))]
    if opened:
        tail.append("Why one is a conflict: `check-claims explain KEY`. To decide: `check-claims decide KEY`.\n")
    tail.append(f"{escape(closing(report))}\n")
    room = LONGEST - sum(len(part.encode()) + 1 for part in (*head, *tail)) - _LONGEST_PIECE
    return "\n".join((*head, *_conflicts(opened, places, touched, room), *tail))


def _headline(opened: Sequence[Finding], report: Report) -> str:
    """``3 open conflicts (1 error, 2 warnings), 1 not checked``."""
    counts = Counter(finding.severity for finding in opened)
    grades = ", ".join(_many(counts[severity], noun) for severity, noun in _NOUNS.items() if counts[severity])
    headline = f"{_many(len(opened), 'open conflict')} ({grades})" if opened else "no open conflicts"
    return f"{headline}, {len(report.not_checked)} not checked" if report.not_checked else headline


def _missing(report: Report, places: Places) -> list[str]:
    """What was not checked, a line for each reason."""
    named = [(places.path(n.source) if n.source is not None else None, n) for n in report.not_checked]
    gaps = missing(named)
    if not gaps:
        return []
    lines = []
    for gap in gaps[:_MOST_MISSING]:
        about = ", ".join(([gap.title] if gap.title else []) + ([f"rule {gap.rule}"] if gap.rule else []))
        lines.append(f"- **{_piece(about)}**: {_piece(gap.reason)}" if about else f"- {_piece(gap.reason)}")
    if len(gaps) > _MOST_MISSING:
        lines.append(f"- and {len(gaps) - _MOST_MISSING} more reasons")
    return ["Not checked:\n", "\n".join(lines) + "\n"]


def _conflicts(opened: Sequence[Finding], places: Places, touched: set[str], room: int) -> list[str]:
    """The first conflicts that fit ``room`` bytes, and how many more there are."""
    blocks: list[str] = []
    for finding in opened[:MOST]:
        block = _conflict(finding, places, touched)
        room -= len(block.encode()) + 1
        if room < 0:
            break
        blocks.append(block)
    if not blocks and not opened:
        return []
    text = ["\n".join(blocks) + "\n"] if blocks else []
    rest = Counter(finding.severity for finding in opened[len(blocks) :])
    if rest:
        grades = ", ".join(_many(rest[severity], noun) for severity, noun in _NOUNS.items() if rest[severity])
        text.append(f"and {grades} more, in the report of the job.\n")
    return text


def _conflict(finding: Finding, places: Places, touched: set[str]) -> str:
    """One conflict with its positions and where they stand."""
    about = ", ".join((escape(finding.rule), *filter(None, [sureness(finding)]), f"key `{key_of(finding)}`"))
    lines = [f"- {_SIGNS[finding.severity]} **{_piece(finding.message)}** ({about})"]
    lines += [f"  - {_position(position, places, touched)}" for position in finding.positions[:_MOST_POSITIONS]]
    if len(finding.positions) > _MOST_POSITIONS:
        lines.append(f"  - and {len(finding.positions) - _MOST_POSITIONS} more values")
    if not finding.positions:
        lines += [f"  - {_piece(step)}" for step in finding.explanation[:1] if step.strip()]
    return "\n".join(lines)


def _position(position: Position, places: Places, touched: set[str]) -> str:
    """``1894: docs/guide.txt, line 2 (changed); docs/annual.txt, line 1``."""
    claims = [places.claims[claim] for claim in position.claims if claim in places.claims]
    claims.sort(key=lambda claim: claim.id not in touched)
    told = list(dict.fromkeys(_place(claim, places, touched) for claim in claims))
    more = len(told) - _MOST_PLACES
    where = "; ".join([*told[:_MOST_PLACES], *([f"{more} more places"] if more > 0 else [])])
    value = _piece(position.value)
    return f"{value}: {where}" if where else value


def _place(claim: Claim, places: Places, touched: set[str]) -> str:
    place = places.of(claim)
    mark = " (**changed**)" if claim.id in touched else ""
    return f"{_piece(place.path)}, {_piece(place.words)}{mark}"


def _piece(text: str) -> str:
    """``text`` on one line, cut where it is long, as Markdown."""
    words = " ".join(safe(text).split())
    return escape(words if len(words) <= _LONGEST_PIECE else f"{words[: _LONGEST_PIECE - 1].rstrip()}…")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
