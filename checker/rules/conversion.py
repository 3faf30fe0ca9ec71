"""Checks a measure against its conversion into another unit, stated right after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.rules import headline
from checker.rules.finding_builder import finding, shown
from checker.rules.thresholds import CONVERSION_SHARE, ROUND_FIGURE_SHARE
from checker.value_relation import convertible, units


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Measures with their conversion: those that rounding explains agree, those in parentheses must.

    ``options.tolerance`` is the largest share by which rounding may part figures of several places.
    """
    sentences: dict[tuple[str, int], dict[int, Claim]] = defaultdict(dict)
    for claim in given.of_kind.get("measure", ()):
        v = claim.value
        if v.unit in units() and (v.low or v.high) is not None:
            sentences[claim.source, claim.evidence.start].setdefault(v.start, claim)
    found = []
    for _, claims in sorted(sentences.items()):
        for left, right in pairwise(claims.values()):
            restates = right.qualifiers.restates
            if restates is not None and restates.of == left.value.text and convertible(left.value, right.value):
                found += _judged(rule, given, left, right, firm=restates.marked)
    return found


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a measure in the unit of its conversion, what is stated there, and how far the two may part."""

    converted: Decimal
    stated: Decimal
    room: Decimal

    @property
    def fits(self) -> bool:
        return abs(self.converted - self.stated) <= self.room


def _judged(rule: RuleEntry, given: RuleInput, left: Claim, right: Claim, *, firm: bool) -> list[Finding]:
    """Degrees mean a temperature or a difference of temperatures, whichever fits."""
    unit, other = units()[left.value.unit or ""], units()[right.value.unit or ""]
    shifts = dict.fromkeys(((unit.zero - other.zero) / other.size, Decimal(0)))
    readings = [_ends(rule, left, right, unit.size / other.size, shift) for shift in shifts]
    for ends in readings:
        if all(end.fits for end in ends):
            return [_finding(rule, given, left, right, ends, "agree")]
    several = unit.several or other.several
    return [_finding(rule, given, left, right, readings[0], "conflict")] if firm and not several else []


def _ends(rule: RuleEntry, left: Claim, right: Claim, scale: Decimal, shift: Decimal) -> list[_End]:
    """The ends of the measure, once where it is a single figure; both may be rounded from a third, exact one."""
    share = Decimal(str(rule.options.get("tolerance", "")).rstrip("%") or 0) / 100 or ROUND_FIGURE_SHARE
    found = []
    for one, other in zip(_figures(left), _figures(right), strict=True):
        converted = one * scale + shift
        rooms = (_grain(left, abs(converted), scale, share), _grain(right, abs(other), Decimal(1), share))
        found.append(_End(converted, other, max(rooms[0] + rooms[1], CONVERSION_SHARE * abs(other))))
    return list(dict.fromkeys(found))


def _figures(claim: Claim) -> tuple[Decimal, Decimal]:
    low, high = claim.value.low or claim.value.high, claim.value.high or claim.value.low
    return Decimal(low or 0), Decimal(high or 0)


def _grain(claim: Claim, size: Decimal, scale: Decimal, share: Decimal) -> Decimal:
    """By how much a figure may be rounded: half its last place, but only a share of it where it ends in zeros."""
    resolution = Decimal(claim.value.resolution or 0)
    half = resolution * scale / 2
    return half if resolution <= 1 else min(half, share * size)


def _finding(rule: RuleEntry, given: RuleInput, left: Claim, right: Claim, ends: Sequence[_End], relation: str) -> Finding:
    result = f"{' to '.join(_plain(end.converted) for end in ends)} {_symbol(right)}"
    message = headline.told(
        "conversion",
        relation,
        left=headline.quoted(shown(left)),
        right=headline.quoted(shown(right)),
        computed=result,
        where=headline.where(given, [left]),
    )
    room = _plain(max(end.room for end in ends))
    steps = [rule.why, f"{shown(left)} = {result}, stated: {shown(right)} (tolerance: {room}, for rounding)"]
    return finding(rule, relation, [[left], [right]], message, steps)


def _symbol(claim: Claim) -> str:
    unit = units()[claim.value.unit or ""]
    return unit.symbols[0] if unit.symbols else unit.name


def _plain(number: Decimal) -> str:
    """At most three significant places behind the point."""
    places = max(0, 3 - number.adjusted() - 1) if number else 0
    return f"{round(number, places).normalize():,f}"
