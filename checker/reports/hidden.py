"""Says what a report leaves out because it was dealt with: decided, waived, known, or in documents as they were."""

from __future__ import annotations

from checker.model.report import Report


def hidden_lines(report: Report) -> list[str]:
    """``Not shown: 12 in the baseline since 2031-05-17 (--no-baseline shows them).``, and such a line for the rest.

    Empty where everything is shown.
    """
    silenced = [f for f in report.findings if f.status != "open" and f.relation == "conflict"]
    counts = {
        "resolved": sum(f.status == "resolved" for f in silenced),
        "waived": sum(f.status == "waived" for f in silenced),
        "in documents that did not change": sum(f.unchanged for f in silenced),
    }
    told = [f"{count} {status}" for status, count in counts.items() if count]
    known = [f.known_since for f in silenced if f.status == "baseline" and not f.unchanged]
    lines = [f"Not shown: {', '.join(told)}."] if told else []
    if known:
        days = sorted({day for day in known if day is not None})
        since = f" since {' to '.join(dict.fromkeys((days[0], days[-1])))}" if days else ""
        them = "it" if len(known) == 1 else "them"
        lines.append(f"Not shown: {len(known)} in the baseline{since} (--no-baseline shows {them}).")
    return lines
