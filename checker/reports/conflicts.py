"""Shows one conflict: who says what, in which words, and why it is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model.claim import Claim
from checker.model.decision import Ruling
from checker.model.document import Source
from checker.model.finding import RIVALS, Finding, Position
from checker.reports.dates import date_words
from checker.reports.locations import place_words
from checker.reports.position_summary import stated_by
from checker.reports.quotes import quote_lines
from checker.reports.terminal import Look, columns, fit, safe, wrap
from checker.value_relation import Key, key

KEY_LENGTH = 8
"""So many characters of a fingerprint name a finding in reports and commands."""

_QUOTE_INDENT = "      "
_MOST_FOLDED = 8
_MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Index:
    """What a report's findings point to: its sources and claims by id."""

    sources: dict[str, Source]
    claims: dict[str, Claim]

    def claims_of(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids that the report holds."""
        return [self.claims[claim] for claim in ids if claim in self.claims]


def key_of(finding: Finding) -> str:
    """The short name of a finding, which commands take."""
    return finding.fingerprint[:KEY_LENGTH]


def label_of(claim: Claim, index: Index) -> str:
    """The place of a claim: ``fas (1999 to 2002), line 31``."""
    source = index.sources.get(claim.source)
    dated = f" ({safe(date_words(source.published))})" if source is not None and source.published else ""
    return f"{safe(claim.source)}{dated}, {place_words(claim, source)}"


def conflict_lines(finding: Finding, index: Index, look: Look, rulings: Sequence[Ruling] = ()) -> list[str]:
    """The whole block of one conflict, without a blank line at its end; ``rulings`` are the decisions about it."""
    lines = [*_head_lines(finding, look), "", *_positions(finding, index, look)]
    stated = stated_by(finding)
    lines += _labelled("stated by", stated, look) if stated else []
    return lines + why_lines(finding, look) + before_lines(rulings, look)


def possible_lines(finding: Finding, index: Index, look: Look) -> list[str]:
    """The short block of a conflict that is only possible: what it is about, its values, their words and places."""
    return [*_head_lines(finding, look), "", *_positions(finding, index, look)]


def notice_lines(finding: Finding, look: Look) -> list[str]:
    """The lines on a decision, a waiver or a baseline entry: what is wrong, and what to do."""
    remedy = safe(reason_of(finding))
    return _head_lines(finding, look) + (_labelled("do", remedy, look) if remedy else [])


def grade_of(finding: Finding) -> str:
    """Its severity, or that it is only possible."""
    return "possible" if finding.possible else finding.severity


def sureness(finding: Finding) -> str:
    """``72% sure``; empty where the rule leaves nothing to be weighed."""
    return f"{min(99, round(finding.confidence * 100))}% sure" if finding.confidence < 1 else ""


def _head_lines(finding: Finding, look: Look) -> list[str]:
    """The grade, the rule and the key; of what is only possible, how sure it is; then what it is about."""
    grade = look.paint("info" if finding.possible else finding.severity, grade_of(finding))
    sure = f"  {sureness(finding)}" if finding.possible else ""
    head = f"{grade}  {safe(finding.rule)}  {look.paint('quiet', safe(key_of(finding)))}{sure}"
    return [head, *("  " + look.paint("strong", line) for line in wrap(safe(finding.message), look.width - 2))]


def _positions(finding: Finding, index: Index, look: Look) -> list[str]:
    """Each position with its sentences, then what else takes part."""
    lines: list[str] = []
    shown: set[str] = set()
    room = max((columns(safe(p.value)) for p in finding.positions), default=0)
    for position in finding.positions:
        lines += _position_lines(position, finding, index, look, min(room, look.width // 3))
        shown.update(position.claims)
    others = index.claims_of(claim for claim in finding.claims if claim not in shown)
    return lines + (_sentences(others, "with", "", index, look, _MOST_SENTENCES) if others else [])


def before_lines(rulings: Sequence[Ruling], look: Look) -> list[str]:
    """What was decided about a conflict, as a hint, and why it does not settle it any more."""
    if not rulings:
        return []
    decision = rulings[0].decision
    why = f": {decision.reason}" if decision.reason else f", {decision.scope}" if decision.scope else ""
    end = decision.expires or ""
    state = {
        "active": f"holds until {end}"
        if end
        else "open until corrected"
        if decision.verdict == "both-wrong"
        else "holds",
        "changed": "the values have changed since",
        "ambiguous": "it may be about another conflict",
        "expired": f"it ended on {end}",
    }.get(rulings[0].state, rulings[0].state)
    text = f"{decision.verdict} by {decision.by} on {decision.on}{why} ({state})"
    return [look.paint("quiet", line) for line in _labelled("decided before", safe(text), look)]


def why_lines(finding: Finding, look: Look) -> list[str]:
    """One step of the explanation: the reason for an agreement, the last step, the sum, for all else."""
    reason = safe(reason_of(finding))
    return _labelled("why", reason, look) if reason else []


def reason_of(finding: Finding) -> str:
    """One step of the explanation, empty where there is none."""
    steps = [step for step in finding.explanation if step.strip()] or [""]
    return steps[0] if finding.kind in RIVALS else steps[-1]


def _labelled(what: str, text: str, look: Look) -> list[str]:
    """``  why: text``, its later lines under its first."""
    head = f"  {what}: "
    lines = wrap(text, look.width - len(head))
    return [(" " * len(head) if place else head) + line for place, line in enumerate(lines)]


def _position_lines(position: Position, finding: Finding, index: Index, look: Look, room: int) -> list[str]:
    """A position's value and the words of one claim for it; of each, where its claims are parts of a sum."""
    claims = index.claims_of(position.claims)
    value = fit(safe(position.value), look.width - 4, look.ellipsis)
    if not claims:
        return ["  " + look.paint("strong", value)]
    most = 1 if finding.kind in RIVALS else _MOST_SENTENCES
    return _sentences(claims, value, " " * max(0, room - columns(value)), index, look, most)


def _sentences(claims: Sequence[Claim], head: str, gap: str, index: Index, look: Look, most: int) -> list[str]:
    """A heading, the first sentences that state the claims, and the names of the rest."""
    shown, folded = _by_sentence(claims, most)
    lines: list[str] = []
    for place, group in enumerate(shown):
        label = label_of(group[0], index)
        if place > 0:
            lines.append(f"  {' ' * columns(head + gap)}  {label}")
        elif columns(head + gap) + columns(label) + 4 <= look.width:
            lines.append(f"  {look.paint('strong', head)}{gap}  {label}")
        else:
            lines += [f"  {look.paint('strong', head)}", f"    {label}"]
        quote = quote_lines(group, look.width - len(_QUOTE_INDENT), look)
        lines += [_QUOTE_INDENT + line for line in quote]
    return lines + _folded(folded, index, look)


def _by_sentence(claims: Sequence[Claim], most: int) -> tuple[list[list[Claim]], list[list[Claim]]]:
    """The claims by sentence: at most ``most`` sentences that each state another value, and all the rest."""
    sentences: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.source, claim.evidence.start, claim.evidence.end), []).append(claim)
    shown: list[list[Claim]] = []
    folded: list[list[Claim]] = []
    stated: set[Key] = set()
    for sentence in sentences.values():
        values = {key(c.value) for c in sentence}
        if values <= stated or len(shown) == most:
            folded.append(sentence)
        else:
            shown.append(sentence)
            stated |= values
    return shown, folded


def _folded(groups: Sequence[Sequence[Claim]], index: Index, look: Look) -> list[str]:
    """``also 3 more: fas:12, ...``: the sentences of a position that are not shown."""
    if not groups:
        return []
    places = list(dict.fromkeys(_short_place(group[0], index.sources.get(group[0].source)) for group in groups))
    more = [look.ellipsis] if len(places) > _MOST_FOLDED else []
    text = f"also {len(groups)} more: " + ", ".join(places[:_MOST_FOLDED] + more)
    return [_QUOTE_INDENT + look.paint("quiet", line) for line in wrap(text, look.width - len(_QUOTE_INDENT))]


def _short_place(claim: Claim, source: Source | None) -> str:
    """``fas:12``; of what is no text file ``fas, page 3``."""
    if source is None or not source.extracted:
        return f"{safe(claim.source)}:{claim.evidence.line}"
    return f"{safe(claim.source)}, {place_words(claim, source)}"
