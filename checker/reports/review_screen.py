"""Shows one conflict on one screen, for somebody who is about to decide it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.language.markup import without_marks
from checker.model.claim import Claim
from checker.model.decision import Ruling
from checker.model.finding import RIVALS, Finding, Position
from checker.model.report import Report
from checker.reports.conflicts import Index, before_lines, key_of, label_of, why_lines
from checker.reports.difference import difference
from checker.reports.quotation import is_row
from checker.reports.quotes import quote_lines
from checker.reports.terminal import Look, columns, fit, safe, wrap

_REACH = 240
"""Characters on either side that a neighbouring sentence is looked for in."""
_AIRY = 3
"""Lines of a quote that go before blank lines between positions."""
_SHORT = 2
"""So few lines are left to the quote alone."""
_SOON = "expiring"
_ENDS = (". ", "? ", "! ", ".\n")


def screen(
    finding: Finding, report: Report, look: Look, *, place: tuple[int, int], height: int, badges: Sequence[str]
) -> list[str]:
    """The conflict in at most ``height`` lines, where it has no more positions than fit.

    ``place`` is its number and how many there are.
    """
    index = Index({c.source.id: c.source for c in report.sources}, {c.id: c for c in report.quoted})
    lines = [_head(finding, look, place, badges)]
    lines += [look.paint("strong", line) for line in _most(wrap(safe(finding.message), look.width), 2, look)]
    tail = _tail(finding, report, index, look)
    room = height - len(lines) - len(tail) - 1
    texts = dict(report.texts)
    shown = finding.positions[: max(1, room // 2)]
    count = max(1, len(shown))
    airy = (room - 1) // count - 2 >= _AIRY
    each = (room - 1) // count - 2 if airy else max(1, room // count - 1)
    blocks = [_position(number, position, index, texts, look, each) for number, position in enumerate(shown, 1)]
    for block in blocks:
        lines += ["", *block] if airy else block
    if airy:
        lines.append("")
    if len(shown) < len(finding.positions):
        lines.append(look.paint("quiet", f"  and {len(finding.positions) - len(shown)} more positions (? shows them)"))
    return [*lines[: height - len(tail)], *tail]


def _head(finding: Finding, look: Look, place: tuple[int, int], badges: Sequence[str]) -> str:
    """``2 of 9  warning  once-only  3f9a21bc  [new]`` in one line; the rule's name gives way."""
    head = f"{place[0]} of {place[1]}"
    marks = "".join(f"  [{badge}]" for badge in badges)
    key = safe(key_of(finding))
    room = look.width - sum(map(columns, (head, finding.severity, key, marks))) - 6
    return (
        f"{look.paint('strong', head)}  {look.paint(finding.severity, finding.severity)}  "
        f"{fit(safe(finding.rule), max(room, 1), look.ellipsis)}  "
        f"{look.paint('quiet', key)}{look.paint('warning', marks)}"
    )


def _most(lines: list[str], most: int, look: Look) -> list[str]:
    """The first ``most`` lines, the last of them marked where there were more."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], fit(f"{lines[most - 1]} {lines[most]}", look.width - len(look.ellipsis), look.ellipsis)]


def badges(rulings: Sequence[Ruling]) -> list[str]:
    """What is to be known of a conflict before it is decided: ``new``, ``changed``, ``expired``, ``expiring``."""
    if not rulings:
        return ["new"]
    ruling = rulings[0]
    if ruling.state == "active":
        return [f"{_SOON} {ruling.decision.expires}"] if ruling.decision.expires else []
    return [ruling.state]


def _position(number: int, position: Position, index: Index, texts: dict[str, str], look: Look, most: int) -> list[str]:
    """A position in at most ``most`` + 1 lines: its value, the sentence amid its neighbours, and who says it."""
    claims = index.claims_of(position.claims)
    names = {claim.source for claim in claims}
    where = _position_of(claims[0], index) if claims else ""
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    head = f"  {number}  {fit(safe(without_marks(position.value)), look.width - 5, look.ellipsis)}"
    if not claims or most <= _SHORT:
        beside = fit(where, max(1, look.width - columns(head) - 3 - columns(more)), look.ellipsis) + more
        return [f"{look.paint('strong', head)}   {beside}".rstrip(), *_quote(claims, index, texts, look, most)]
    where = fit(f"{look.dash} {where}", look.width - 5 - columns(more), look.ellipsis) + more
    quote = _quote(claims, index, texts, look, most - 1)
    return [look.paint("strong", head), *quote, f"     {look.paint('quiet', where)}"]


def _quote(claims: Sequence[Claim], index: Index, texts: dict[str, str], look: Look, most: int) -> list[str]:
    """The sentence of the first claim in at most ``most`` lines."""
    if not claims or most <= 0:
        return []
    # Without colour a mark takes a line of its own.
    rows = max(1, most if look.color else most // 2)
    widened = _in_context(claims[0], texts) if rows >= _AIRY - 1 and not is_row(claims[0]) else claims[0]
    return [f"     {line}" for line in quote_lines([widened], look.width - 5, look, most=rows, heads=index.heads)][
        :most
    ]


def _position_of(claim: Claim, index: Index) -> str:
    source = index.sources.get(claim.source)
    authority = f", authority {source.authority}" if source is not None and source.authority is not None else ""
    return f"{label_of(claim, index)}{authority}"


def _in_context(claim: Claim, texts: dict[str, str]) -> Claim:
    """The claim with a quote that takes in the sentence before and the one behind, within its paragraph."""
    text = texts.get(claim.source, "")
    evidence = claim.evidence
    if text[evidence.start : evidence.end] != evidence.quote:
        return claim
    before = text[max(0, evidence.start - _REACH) : evidence.start].rpartition("\n\n")[2]
    behind = text[evidence.end : evidence.end + _REACH].partition("\n\n")[0]
    start = evidence.start - (len(before) - at if (at := _opening(before)) >= 0 else 0)
    end = evidence.end + _closing(behind)
    return replace(claim, evidence=replace(evidence, quote=text[start:end], start=start, end=end))


def _opening(before: str) -> int:
    """Where the last sentence of ``before`` starts; -1 where it starts farther away."""
    ended = before.rstrip()[:-1]
    starts = [at + len(mark) for mark in _ENDS if (at := ended.rfind(mark)) >= 0]
    return max(starts) if starts else 0 if len(before) < _REACH else -1


def _closing(behind: str) -> int:
    """Where the first sentence of ``behind`` ends; 0 where it ends farther away."""
    ends = [at + 1 for mark in _ENDS if (at := behind.find(mark, len(behind) - len(behind.lstrip()))) >= 0]
    return min(ends) if ends else len(behind) if len(behind) < _REACH else 0


def _tail(finding: Finding, report: Report, index: Index, look: Look) -> list[str]:
    """The difference, one line of why, and what was decided before."""
    lines: list[str] = []
    firsts = [index.claims_of(position.claims)[:1] for position in finding.positions]
    values = [claims[0].value for claims in firsts if claims]
    apart = difference(values[0], values[1]) if len(values) == 2 and finding.kind in RIVALS else None
    if apart is not None:
        lines.append(f"  difference: {safe(apart)}")
    lines += why_lines(finding, look)[:2]
    return lines + before_lines(report.rulings_on(finding.fingerprint), look)[:2]
