"""The report as a GitLab code quality report: one issue a conflict, at the less authoritative side."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from checker.model.finding import Severity
from checker.model.report import Report
from checker.reports.locations import Places
from checker.reports.terminal import safe

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}


def render(report: Report) -> str:
    """The issues as JSON: open conflicts, then each source or rule that was not checked as a blocker."""
    places = Places(report)
    issues: list[dict[str, object]] = []
    shown: Counter[str] = Counter()
    for finding in report.findings:
        if finding.relation != "conflict" or finding.status != "open":
            continue
        claims = [claim for group in places.by_position(finding) for claim in group]
        place = places.of(claims[0]) if claims else None
        again = shown[finding.fingerprint]
        shown[finding.fingerprint] += 1
        in_file = place is None or place.in_file
        issues.append(
            _issue(
                finding.message if in_file or place is None else f"{finding.message} ({place.words})",
                finding.rule,
                # Of two issues with one fingerprint, one would be lost.
                _digest(finding.fingerprint, str(again)) if again else finding.fingerprint,
                _SEVERITIES[finding.severity],
                place.path if place is not None else ".",
                place.line if place is not None and in_file else 1,
            )
        )
    for missing in report.not_checked:
        path = places.path(missing.source) if missing.source is not None else "."
        about = f" (rule {missing.rule})" if missing.rule is not None else ""
        digest = _digest(missing.source or "", missing.rule or "", missing.reason)
        issues.append(_issue(f"not checked: {missing.reason}{about}", "not-checked", digest, "blocker", path, 1))
    return json.dumps(issues, ensure_ascii=True, indent=2) + "\n"


def _issue(message: str, check: str, fingerprint: str, severity: str, path: str, line: int) -> dict[str, object]:
    return {
        "description": safe(message),
        "check_name": safe(check),
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": safe(path), "lines": {"begin": line}},
    }


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
