"""Reads waivers out of documents' own comments: ``<!-- check-claims: ignore RULE why -->``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.lines import Lines

_OPEN, _CLOSE = "<!--", "-->"
_WORD = "check-claims:"
_SUFFIXES = (".md", ".markdown", ".html", ".htm")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Inline:
    """One waiver: what it covers is ``start:end`` of its source's text."""

    source: str
    line: int
    rule: str
    reason: str
    start: int
    end: int
    problem: str = ""
    """Why it waives nothing; empty where it is in order."""


def waivers(texts: Mapping[str, str], paths: Mapping[str, str | None], rules: Collection[str]) -> tuple[Inline, ...]:
    """The waivers of all Markdown and HTML sources, in order; ``paths`` are their files by id.

    A comment on a line of its own covers the paragraph, list or table below it, up to a blank line; any other covers
    the lines that it stands on.
    """
    found: list[Inline] = []
    for source in sorted(texts):
        if _WORD in texts[source] and (paths.get(source) or "").lower().endswith(_SUFFIXES):
            found += _in(source, texts[source], rules)
    return tuple(found)


def hold(
    findings: Sequence[Finding], claims: Mapping[str, Claim], inline: Sequence[Inline]
) -> tuple[tuple[Finding, ...], tuple[Inline, ...]]:
    """The findings with those that a waiver covers marked, and the waivers that cover none or are not in order."""
    used: set[Inline] = set()
    by_rule: dict[str, list[Inline]] = {}
    for waiver in inline:
        if not waiver.problem:
            by_rule.setdefault(waiver.rule, []).append(waiver)
    marked: list[Finding] = []
    for finding in findings:
        covering = [
            waiver
            for waiver in by_rule.get(finding.rule, ())
            if finding.relation == "conflict" and any(_covers(waiver, claims.get(claim)) for claim in finding.claims)
        ]
        used.update(covering)
        marked.append(replace(finding, status="waived") if covering and finding.status == "open" else finding)
    return tuple(marked), tuple(waiver for waiver in inline if waiver not in used)


def _in(source: str, text: str, rules: Collection[str]) -> list[Inline]:
    lines = Lines(text)
    found: list[Inline] = []
    at = text.find(_OPEN)
    while at >= 0:
        close = text.find(_CLOSE, at)
        if close < 0:
            break
        said = text[at + len(_OPEN) : close].split()
        end = close + len(_CLOSE)
        if len(said) > 1 and said[0] == _WORD and said[1] == "ignore" and close - at < _LONGEST:
            rule = said[2] if len(said) > 2 else ""
            start, stop = _covered(text, at, end, lines)
            reason = " ".join(said[3:])
            found.append(Inline(source, lines.at(at)[0], rule, reason, start, stop, _problem(rule, reason, rules)))
        at = text.find(_OPEN, end)
    return found


def _covered(text: str, at: int, end: int, lines: Lines) -> tuple[int, int]:
    first, _ = lines.span(lines.at(at)[0])
    last_line = lines.at(end)[0]
    _, last = lines.span(last_line)
    if text[first:at].strip() or text[end:last].strip():
        return first, last
    while last < len(text):
        start, stop = lines.span(lines.at(last)[0])
        if stop <= last or not text[start:stop].strip():
            break
        last = stop
    return first, last


def _problem(rule: str, reason: str, rules: Collection[str]) -> str:
    from checker.strictyaml.nearest import suggestion

    if not rule:
        return "names no rule"
    if rule not in rules:
        return f"names no rule that there is, '{rule}' ({suggestion(rule, rules)})"
    return "" if reason else "gives no reason"


def _covers(waiver: Inline, claim: Claim | None) -> bool:
    return (
        claim is not None
        and claim.source == waiver.source
        and claim.evidence.start < waiver.end
        and waiver.start < claim.evidence.end
    )
