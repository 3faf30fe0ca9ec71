"""Reads waivers out of documents' own comments: ``<!-- check-claims: ignore RULE why -->``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.line_index import Lines
from checker.strictyaml.suggestions import suggestion

_OPEN, _CLOSE = "<!--", "-->"
_WORD = "check-claims:"
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm")
_LONGEST = 2000
_DEEPEST = 20


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

    A comment on lines of its own covers the paragraph, list or table below it, blank lines between them or not; any
    other covers the lines that it stands on. Code that shows how a waiver is written waives nothing.
    """
    found: list[Inline] = []
    for source in sorted(texts):
        path = (paths.get(source) or "").lower()
        if _WORD in texts[source] and path.endswith((*_MARKDOWN, *_HTML)):
            found += _in(source, texts[source], rules, path.endswith(_MARKDOWN))
    return tuple(found)


def mark_waived(
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


def _in(source: str, text: str, rules: Collection[str], markdown: bool) -> list[Inline]:
    """The waivers of one source, but for those that its Markdown shows as code."""
    lines = Lines(text)
    found: list[Inline] = []
    quoted = _quoted(text, lines) if markdown else ()
    at = text.find(_OPEN)
    while at >= 0:
        close = text.find(_CLOSE, at)
        if close < 0:
            break
        words = text[at + len(_OPEN) : close].split()
        end = close + len(_CLOSE)
        shown = any(start <= at < stop for start, stop in quoted)
        if words[:2] == [_WORD, "ignore"] and close - at < _LONGEST and not shown:
            rule = words[2] if len(words) > 2 else ""
            start, stop = _covered(text, at, end, lines)
            reason = " ".join(words[3:])
            found.append(Inline(source, lines.at(at)[0], rule, reason, start, stop, _problem(rule, reason, rules)))
        at = text.find(_OPEN, end)
    return found


def _covered(text: str, at: int, end: int, lines: Lines) -> tuple[int, int]:
    first, _ = lines.span(lines.at(at)[0])
    last_line = lines.at(end)[0]
    _, last = lines.span(last_line)
    if text[first:at].strip() or text[end:last].strip():
        return first, last
    reached = False
    while last < len(text):
        start, stop = lines.span(lines.at(last)[0])
        blank = not text[start:stop].strip()
        if stop <= last or (blank and reached):
            break
        reached = reached or not blank
        last = stop
    return first, last


def _quoted(text: str, lines: Lines) -> list[tuple[int, int]]:
    """Where Markdown shows text as it is written: blocks of code, and code within a paragraph."""
    from markdown_it import MarkdownIt

    found: list[tuple[int, int]] = []
    for token in MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(text):
        if token.map is None:
            continue
        start, stop = lines.span(token.map[0] + 1)[0], lines.span(max(token.map[1], token.map[0] + 1))[1]
        if token.type in ("fence", "code_block"):
            found.append((start, stop))
        for child in token.children or ():
            if child.type == "code_inline" and _WORD in child.content:
                at = text.find(child.content.strip(), start, stop)
                found.append((at, at + len(child.content)) if at >= 0 else (start, stop))
    return found


def _problem(rule: str, reason: str, rules: Collection[str]) -> str:
    if not rule:
        return "names no rule"
    if rule not in rules:
        return f"names the unknown rule '{rule}' ({suggestion(rule, rules)})"
    return "" if reason else "gives no reason"


def _covers(waiver: Inline, claim: Claim | None) -> bool:
    return (
        claim is not None
        and claim.source == waiver.source
        and claim.evidence.start < waiver.end
        and waiver.start < claim.evidence.end
    )
