"""The report for people at a terminal: conflicts first, then what agrees, then what was not checked."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.finding import Finding, NotChecked, Severity
from checker.model.json_report import single_source, summary
from checker.model.report import Report
from checker.reports.agreements import agreement_lines
from checker.reports.conflicts import Index, conflict_lines, key_of, notice_lines, possible_lines
from checker.reports.coverage import WITHIN, ignored_line, ignored_list, missing
from checker.reports.hidden import hidden_lines
from checker.reports.terminal import Look, columns, safe, wrap

MOST_WARNINGS = 10
"""More warnings about sources than this are cut unless all is asked for."""
MOST_POSSIBLE = 20
"""The same of conflicts that are only possible."""

_PLURALS: dict[Severity, str] = {"error": "errors", "warning": "warnings", "info": "notes"}
_SINGULARS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(
    report: Report,
    *,
    width: int = 80,
    color: bool = False,
    unicode: bool = True,
    every: bool = False,
    quiet: bool = False,
    possible: bool = False,
) -> str:
    """The whole report in lines of at most ``width`` columns, where no word or name is longer.

    ``every`` cuts no list; ``quiet`` keeps conflicts and what was not checked only, and is empty where
    there is neither. ``possible`` shows the conflicts that are only possible, which are else counted. ``unicode``
    allows ornament beyond ASCII.
    """
    look = Look(width=width, color=color, unicode=unicode)
    index = Index(
        sources={checked.source.id: checked.source for checked in report.sources},
        claims={claim.id: claim for claim in report.quoted},
    )
    conflicts = [f for f in report.findings if f.relation == "conflict" and f.status == "open"]
    notices = [f for f in conflicts if f.kind == "decision"]
    sections = [_conflicts([f for f in conflicts if f.kind != "decision"], report, index, look)]
    if possible:
        sections.append(_possible(report, index, look, every=every))
    elif not quiet:
        sections.append(_possible_count(report, look))
    sections.append(_notices(notices, look))
    if not quiet:
        agreements = [f for f in report.findings if f.relation == "agree"]
        table = agreement_lines(agreements, index, look, every=every)
        if table:
            sections.append([*_title("Agreements", str(len(agreements)), look), *table])
        sections += [
            _single(report, look),
            _within(report, look),
            [part for line in hidden_lines(report) for part in wrap(line, look.width)],
            _warnings(report, look, every=every),
        ]
    sections.append(_not_checked(report, index, look, every=every))
    if not quiet:
        sections.append(_ignored(report, look, every=every))
    if not quiet or any(sections):
        sections.append(wrap(closing(report), width))
    if not quiet:
        sections.append(_next([f for f in conflicts if f.kind != "decision"], look))
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n" if any(sections) else ""


def _next(conflicts: Sequence[Finding], look: Look) -> list[str]:
    """What to do about what was found: see why, and decide."""
    if not conflicts:
        return []
    first = min(conflicts, key=lambda f: list(_PLURALS).index(f.severity))
    line = f"Why: check-claims explain {safe(key_of(first))}. To decide: check-claims review."
    return [look.paint("quiet", line) for line in wrap(line, look.width)]


def closing(report: Report) -> str:
    """``5 sources, 164 claims: 4 conflicts, 2 possible, 23 agreements, 120 in one source only, 0 not checked``."""
    counts = summary(report)
    return (
        f"{_count(counts['sources'], 'source')}, {_count(counts['claims'], 'claim')}: "
        f"{_count(counts['conflicts'], 'conflict')}, {counts['possible']} possible, "
        f"{_count(counts['agreements'], 'agreement')}, "
        f"{counts['single_source']} in one source only, {counts['not_checked']} not checked"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _title(name: str, detail: str, look: Look) -> list[str]:
    rest = look.width - columns(name) - columns(detail) - 3
    return [f"{look.paint('strong', name)} {look.paint('quiet', look.line * max(3, rest))} {detail}"]


def _conflicts(conflicts: Sequence[Finding], report: Report, index: Index, look: Look) -> list[str]:
    """Errors, then warnings, each a block; notes a line each."""
    if not conflicts:
        return []
    by_severity, detail = _graded(conflicts)
    lines = _title("Conflicts", detail, look)
    for finding in by_severity["error"] + by_severity["warning"]:
        lines += ["", *conflict_lines(finding, index, look, report.rulings_on(finding.fingerprint))]
    if by_severity["info"]:
        lines.append("")
    for finding in by_severity["info"]:
        lines += _note(finding, look)
    return lines


def _possible(report: Report, index: Index, look: Look, *, every: bool) -> list[str]:
    """Each conflict that is only possible as a short block, the surest first."""
    if not report.possible:
        return []
    shown = report.possible if every else report.possible[:MOST_POSSIBLE]
    lines = _title("Possible conflicts, the surest first", str(len(report.possible)), look)
    for finding in shown:
        lines += ["", *possible_lines(finding, index, look)]
    if len(shown) < len(report.possible):
        more = f"  and {len(report.possible) - len(shown)} more (--all shows them)"
        lines += ["", look.paint("quiet", more)]
    return lines


def _possible_count(report: Report, look: Look) -> list[str]:
    """How many conflicts are only possible, and how to see them."""
    count = len(report.possible)
    if not count:
        return []
    more = " more" if any(f.relation == "conflict" and f.status == "open" for f in report.findings) else ""
    what = f"1{more} conflict is possible" if count == 1 else f"{count}{more} conflicts are possible"
    shows = "it" if count == 1 else "them"
    return [look.paint("quiet", line) for line in wrap(f"{what}: --possible shows {shows}.", look.width)]


def _notices(notices: Sequence[Finding], look: Look) -> list[str]:
    """What decisions, waivers and the baseline need, each a block; notes a line each."""
    if not notices:
        return []
    by_severity, detail = _graded(notices)
    lines = _title("Decisions and waivers", detail, look)
    for finding in by_severity["error"] + by_severity["warning"]:
        lines += ["", *notice_lines(finding, look)]
    if by_severity["info"]:
        lines.append("")
    for finding in by_severity["info"]:
        lines += _note(finding, look)
    return lines


def _graded(findings: Sequence[Finding]) -> tuple[dict[Severity, list[Finding]], str]:
    """The findings by severity, and how many there are of each."""
    by_severity: dict[Severity, list[Finding]] = {s: [f for f in findings if f.severity == s] for s in _PLURALS}
    counts = (
        f"{len(found)} {_SINGULARS[severity] if len(found) == 1 else _PLURALS[severity]}"
        for severity, found in by_severity.items()
        if found
    )
    return by_severity, ", ".join(counts)


def _note(finding: Finding, look: Look) -> list[str]:
    text = f"{safe(finding.message)} ({safe(finding.rule)}, {safe(key_of(finding))})"
    first, *rest = wrap(text, look.width - 6)
    return [f"{look.paint('info', 'info')}  {first}", *(f"      {line}" for line in rest)]


def _single(report: Report, look: Look) -> list[str]:
    alone = single_source(report)
    if not alone:
        return []
    counts: dict[str, int] = {}
    for claim in alone:
        counts[claim.source] = counts.get(claim.source, 0) + 1
    shares = ", ".join(f"{safe(source)} {counts[source]}" for source in sorted(counts))
    text = f"In one source only: {_count(len(alone), 'claim')} ({shares})."
    return wrap(text, look.width)


def _within(report: Report, look: Look) -> list[str]:
    """How much was checked within single documents, by kind: ``table totals 12 of 15``."""
    counts = [
        f"{WITHIN[kind]} {checked}" + (f" of {seen}" if checked < seen else "")
        for kind, (seen, _, checked) in report.checks.items()
        if seen
    ]
    return wrap(f"Checked within documents: {', '.join(counts)}.", look.width) if counts else []


def _warnings(report: Report, look: Look, *, every: bool) -> list[str]:
    if not report.warnings:
        return []
    shown = report.warnings if every else report.warnings[:MOST_WARNINGS]
    lines = _title("Warnings about sources", _count(len(report.warnings), "remark"), look)
    for warning in shown:
        place = f"{safe(warning.source)}, line {warning.line}" if warning.line > 0 else safe(warning.source)
        lines += _hanging(f"{place}: {safe(warning.message)}", look)
    if len(shown) < len(report.warnings):
        more = len(report.warnings) - len(shown)
        lines.append(look.paint("quiet", f"  and {more} more (--all shows them)"))
    return lines


def _not_checked(report: Report, index: Index, look: Look, *, every: bool) -> list[str]:
    if not report.not_checked:
        return []
    lines = _title("Not checked", str(len(report.not_checked)), look)
    for gap in missing([(_name(one, index), one) for one in report.not_checked], every=every):
        about = ", ".join(([gap.title] if gap.title else []) + ([f"rule {safe(gap.rule)}"] if gap.rule else []))
        lines += _hanging(f"{about}: {safe(gap.reason)}" if about else safe(gap.reason), look)
        if gap.first:
            lines += [f"    {line}" for line in wrap(f"{gap.first} (--all names them)", look.width - 4)]
    return lines


def _name(one: NotChecked, index: Index) -> str | None:
    source = index.sources.get(one.source or "")
    name = one.source if source is None or source.path is None else source.path
    return None if name is None else safe(name)


def _ignored(report: Report, look: Look, *, every: bool) -> list[str]:
    """What is no document, in one line; ``every`` names it all."""
    line = ignored_line(report.ignored)
    if not line:
        return []
    if not every:
        return [look.paint("quiet", line) for line in wrap(f"{line} (--all names them).", look.width)]
    lines = wrap(f"{line}.", look.width)
    for kind, paths in ignored_list(report.ignored):
        lines += _hanging(f"{kind}: {', '.join(paths)}", look)
    return lines


def _hanging(text: str, look: Look) -> list[str]:
    first, *rest = wrap(text, look.width - 4)
    return [f"  {first}", *(f"    {line}" for line in rest)]
