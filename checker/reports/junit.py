"""The report as JUnit XML: one suite a rule, one case a rule and subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree

from checker.language.markup import without_marks
from checker.model.finding import Finding, Severity
from checker.model.report import Report
from checker.model.rule import RuleEntry
from checker.reports.conflicts import Index, label_of, sureness
from checker.reports.quotation import quotation
from checker.reports.terminal import safe


def render(
    report: Report, rules: Sequence[RuleEntry] = (), failing: Sequence[Severity] = ("error", "warning", "info")
) -> str:
    """The XML: an open conflict fails its case, a silenced one skips it, agreement passes it.

    One of a severity that does not fail the run, as ``failing`` names them, passes too, and is listed in its output.
    A rule of ``rules`` that found nothing is a case that passed; what was not checked is an error.
    """
    index = Index({c.source.id: c.source for c in report.sources}, {c.id: c for c in report.quoted})
    cases: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in report.findings:
        cases[finding.rule][_subject(finding, index)].append(finding)
    unfinished = {missing.rule for missing in report.not_checked}
    for rule in rules:
        if rule.id not in cases and rule.id not in unfinished:
            checked = report.checks.get(rule.kind, (0, 0, 0))[2]
            cases[rule.id][f"{checked} checked" if checked else "nothing to compare"] = []
    root = ElementTree.Element("testsuites", name="check-claims")
    for name in sorted(cases):
        suite = ElementTree.SubElement(root, "testsuite", name=safe(name))
        for subject in sorted(cases[name]):
            _case(suite, name, subject, cases[name][subject], index, failing)
    if report.not_checked:
        suite = ElementTree.SubElement(root, "testsuite", name="not checked")
        for missing in report.not_checked:
            parts = (missing.source, f"rule {missing.rule}" if missing.rule is not None else None)
            about = safe(", ".join(part for part in parts if part is not None))
            case = ElementTree.SubElement(suite, "testcase", classname="not checked", name=about)
            ElementTree.SubElement(case, "error", message=safe(missing.reason), type="not-checked")
    for suite in root:
        _count(suite)
    _count(root)
    # The schema that readers go by has this total for suites alone.
    del root.attrib["skipped"]
    ElementTree.indent(root)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ElementTree.tostring(root, encoding="unicode") + "\n"


def _subject(finding: Finding, index: Index) -> str:
    names = dict.fromkeys(claim.subject_name for claim in index.claims_of(finding.claims))
    return ", ".join(names) or finding.message


def _case(
    suite: ElementTree.Element,
    rule: str,
    subject: str,
    findings: Sequence[Finding],
    index: Index,
    failing: Sequence[Severity],
) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname=safe(rule), name=safe(subject))
    conflicts = [finding for finding in findings if finding.relation == "conflict"]
    opened = [finding for finding in conflicts if finding.status == "open"]
    for finding in (f for f in opened if f.severity in failing):
        message = safe(finding.message)
        failure = ElementTree.SubElement(case, "failure", message=message, type=safe(f"{finding.severity}"))
        failure.text = "\n".join(_lines(finding, index))
    if conflicts and not opened:
        message = ", ".join(sorted({finding.status for finding in conflicts}))
        ElementTree.SubElement(case, "skipped", message=message)
    passed = [finding for finding in opened if finding.severity not in failing]
    if passed:
        outputs = [f"{f.severity}, which does not fail this run: {safe(f.message)}" for f in passed]
        lines = [line for f, head in zip(passed, outputs, strict=True) for line in (head, *_lines(f, index))]
        ElementTree.SubElement(case, "system-out").text = "\n".join(lines)


def _lines(finding: Finding, index: Index) -> list[str]:
    sure = sureness(finding)
    lines = [f"key {finding.fingerprint[:8]}" + (f", {sure}" if sure else "")]
    for position in finding.positions:
        lines.append(safe(without_marks(position.value)))
        lines += [
            f"  {safe(quotation([claim], index.heads).text)} ({label_of(claim, index)})"
            for claim in index.claims_of(position.claims)
        ]
    return [*lines, *(safe(step) for step in finding.explanation)]


def _count(element: ElementTree.Element) -> None:
    """The totals that readers of the format show."""
    cases = list(element.iter("testcase"))
    element.set("tests", str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(sum(case.find(tag) is not None for case in cases)))
