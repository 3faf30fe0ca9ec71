"""Checks a figure per head or per area against the two figures it is made of."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from checker.language.language import word_set
from checker.language.words import noun_class
from checker.model.claim import FACTUAL, Claim
from checker.model.finding import Finding
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput, TextSubject
from checker.rules import headline
from checker.rules.finding_builder import finding, label, listed, shown
from checker.rules.thresholds import RATIO_FIGURES, RATIO_ROUND_SHARE, RATIO_SHARE
from checker.value_relation import key, unit_of

_RATIO = " per "
"""Stands for the attribute of figures that say themselves what they are per."""
_HEADS = word_set("language/per", "heads")


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Ratios whose ``options.amount`` and ``options.over`` the same source states of the same subject.

    ``over`` is in the order of preference; a ratio that none of them gives conflicts only with the first.
    ``options.per`` names what an amount may be for one of: such a figure is a ratio too, and contradicts
    amounts of its own attribute only. ``options.tolerance`` is a share such as ``3%``.
    """
    amounts, overs, ratios = listed(rule, "amount"), listed(rule, "over"), listed(rule, "ratio")
    heads = frozenset(listed(rule, "per"))
    named = frozenset((*amounts, *overs, *ratios))
    by_subject: dict[TextSubject, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in given.ordered:
        v = claim.value
        if v.low is None or v.low != v.high:
            continue
        if heads and v.kind == "money" and _per(claim) in heads:
            by_subject[claim.source, claim.subject.everywhere][_RATIO].append(claim)
        elif claim.attribute in named:
            by_subject[claim.source, claim.subject.everywhere][claim.attribute].append(claim)
    found = []
    for _, stated in sorted(by_subject.items()):
        for ratio in (c for name in (*ratios, _RATIO) for c in stated[name]):
            unit = _per(ratio)
            tops = [c for name in amounts for c in stated[name] if _one_time(ratio, c)]
            lower = [c for name in overs for c in stated[name] if _one_time(ratio, c)]
            if max(len(tops), len(lower)) > RATIO_FIGURES:
                continue
            pairs = [(t, o) for o in lower for t in tops if _quotient(t, o, unit) is not None]
            found += _judged(rule, given, ratio, unit, pairs)
    return found


def _judged(
    rule: RuleEntry, given: RuleInput, ratio: Claim, unit: str | None, pairs: list[tuple[Claim, Claim]]
) -> list[Finding]:
    fits = [p for p in pairs if _fits(rule, ratio, *p, unit)]
    if fits:
        return [_finding(rule, given, ratio, *fits[0], unit, "agree")]
    best = listed(rule, "over")[:1]
    firm = [p for p in pairs if p[1].attribute in best and _firm(ratio, *p)]
    single = len({key(t.value) for t, _ in pairs}) == 1
    alike = not listed(rule, "per") or all(t.attribute == ratio.attribute for t, _ in pairs)
    if unit is not None and single and firm and alike:
        return [_finding(rule, given, ratio, *firm[0], unit, "conflict")]
    return []


def _one_time(left: Claim, right: Claim) -> bool:
    """Neither time is known to be another than the other's."""
    return left.scope.time is None or right.scope.time is None or left.scope.time == right.scope.time


def _firm(ratio: Claim, top: Claim, over: Claim) -> bool:
    """All three are said of the subject itself, exactly, and the two that change over time of one time."""
    claims = (ratio, top, over)
    return ratio.scope.time == top.scope.time and all(
        c.binding != "topic" and c.value.modifier == "exact" and c.modality in FACTUAL for c in claims
    )


def _per(ratio: Claim) -> str | None:
    """The unit that a figure is per: as it was read with it, or as its sentence says."""
    return ratio.value.per or ratio.qualifiers.per


def _quotient(top: Claim, over: Claim, unit: str | None) -> Decimal | None:
    """The amount for one ``unit`` of what it is spread over; None where the units do not go together."""
    amount, size = Decimal(top.value.low or 0), Decimal(over.value.low or 0)
    if over.value.kind == "measure":
        stated, wanted = unit_of(over.value.unit), unit_of(unit)
        if stated is None or wanted is None:
            return None
        size = size * stated.size / wanted.size
    elif unit is not None and unit not in _HEADS and unit != over.value.unit and noun_class(unit) != _counted(over):
        return None
    return amount / size if size else None


def _counted(over: Claim) -> str | None:
    return noun_class(over.value.unit) if over.value.unit else None


def _room(rule: RuleEntry, ratio: Claim, *terms: Claim) -> Decimal:
    """By how much the ratio may differ from the quotient; a whole amount of money is seldom told to the last place."""
    tolerance = str(rule.options.get("tolerance", "")).rstrip("%")
    share = Decimal(tolerance) / 100 if tolerance else RATIO_SHARE
    if listed(rule, "per"):
        share += sum((_rounding(c) for c in terms), Decimal(0))
    return max(Decimal(ratio.value.low or 0) * share, Decimal(ratio.value.resolution or 0) / 2)


def _rounding(claim: Claim) -> Decimal:
    """The share of itself by which a figure may be rounded, if it is a round one at all."""
    size, grain = Decimal(claim.value.low or 0), Decimal(claim.value.resolution or 0)
    return min(grain / 2 / size, RATIO_ROUND_SHARE) if size else Decimal(0)


def _fits(rule: RuleEntry, ratio: Claim, top: Claim, over: Claim, unit: str | None) -> bool:
    quotient = _quotient(top, over, unit)
    return quotient is not None and abs(quotient - Decimal(ratio.value.low or 0)) <= _room(rule, ratio, top, over)


def _finding(
    rule: RuleEntry, given: RuleInput, ratio: Claim, top: Claim, over: Claim, unit: str | None, relation: str
) -> Finding:
    quotient = round(_quotient(top, over, unit) or Decimal(0), 1).normalize()
    per = f" per {unit}" if unit else ""
    message = headline.told(
        "ratio",
        relation,
        top=headline.labelled(given, top),
        over=headline.labelled(given, over),
        computed=f"{quotient:,f}{per}",
        stated=headline.quoted(shown(ratio)),
        where=headline.where(given, [ratio, top, over]),
    )
    room = round(_room(rule, ratio, top, over), 2).normalize()
    steps = [
        rule.why,
        f"{shown(top)} / {shown(over)} = {quotient:f}{per}, stated: {shown(ratio)} (tolerance: {room:f})",
    ]
    values = [shown(ratio), f"{quotient:,f}{per}"] if relation == "conflict" else None
    return finding(rule, relation, [[ratio], [top, over]], message, steps, values=values)
