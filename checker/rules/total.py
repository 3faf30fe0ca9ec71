"""Checks that shares add up to 100%, and parts to their total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from checker.model.claim import Claim
from checker.model.finding import Finding
from checker.model.kinds import KINDS, counts
from checker.model.qualifiers import Division
from checker.model.rule import RuleEntry
from checker.model.rule_input import RuleInput
from checker.model.subject_ref import SubjectRef
from checker.rules import headline
from checker.rules.finding_builder import finding, listed, shown
from checker.rules.named_parts import Parts, counts_a_part, division, division_of_earlier, find
from checker.rules.thresholds import SENTENCES_APART, SHARES_NEAR_100, SUM_CLOSE, TENS_BELOW
from checker.value_relation import addition_group

_HUNDRED = Decimal(100)
_PARTS = frozenset(kind for kind, entry in KINDS.items() if entry.additive)
"""The kinds of value that add up to a total of their own."""
_Sentence = list[Claim]


def apply(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    """Parts that add up to their whole agree; parts that must and do not conflict.

    ``options.of`` is ``shares`` (of 100%) or ``parts`` (of a stated total); ``options.wholes`` names the
    tables of parts by which sentences are read. With ``options.total`` and ``options.parts``, attributes,
    the values of one subject in one source are added up; ``all`` in ``options.of``: the parts are all there is.
    """
    if listed(rule, "total"):
        return _by_attribute(rule, given)
    shares = "shares" in listed(rule, "of")
    found = []
    before: dict[tuple[str, str], _Sentence] = {}
    for group, claims in _sentences(given, shares):
        if shares:
            found.extend(_shares(rule, given, claims))
        else:
            last = before.get((claims[0].source, group), [])
            follows = last and claims[0].evidence.start - last[0].evidence.end <= SENTENCES_APART
            found.extend(_parts(rule, given, claims, last if follows else []))
            before[claims[0].source, group] = claims
    return found


def _sentences(given: RuleInput, shares: bool) -> list[tuple[str, _Sentence]]:
    """For each sentence the exact figures that may be added up, each once, in the order of the text."""
    sentences: dict[tuple[str, int, str], dict[int, Claim]] = defaultdict(dict)
    for claim in given.of_kind.get("percentage", ()) if shares else given.ordered:
        group = addition_group(claim.value) if shares or claim.value.kind in _PARTS else None
        if group is not None:
            sentences[claim.source, claim.evidence.start, group].setdefault(claim.value.start, claim)
    return [(group, list(claims.values())) for (_, _, group), claims in sorted(sentences.items())]


def _figure(claim: Claim) -> Decimal:
    return Decimal(claim.value.low or 0)


def _give(claim: Claim) -> Decimal:
    """By how much rounding may have moved a figure: nothing where a count is given to the last one."""
    resolution = Decimal(claim.value.resolution or 1)
    if claim.value.kind == "percentage":
        return min(resolution, Decimal(1)) / 2
    return Decimal(0) if counts(claim.value.kind) and resolution <= 1 else resolution / 2


def _shares(rule: RuleEntry, given: RuleInput, claims: _Sentence) -> list[Finding]:
    runs = find(claims, listed(rule, "wholes"))
    if not runs and len(claims) <= 2:
        return []
    own_rates = any(claim.qualifiers.own_rates for claim in claims)
    if len(claims) > 2 and not own_rates:
        runs.append(Parts("", tuple(claims), False, False))
    wrong = None
    for run in runs:
        total, give = sum(map(_figure, run.claims)), sum(map(_give, run.claims))
        if abs(total - _HUNDRED) <= give:
            return [_of_hundred(rule, given, run, "agree", Decimal(total), Decimal(give))]
        alone = len(run.claims) == len(claims) and run.complete and run.plain and not own_rates
        if alone and abs(total - _HUNDRED) <= SHARES_NEAR_100:
            wrong = _of_hundred(rule, given, run, "conflict", Decimal(total), Decimal(give))
    return [wrong] if wrong is not None else []


def _of_hundred(
    rule: RuleEntry, given: RuleInput, run: Parts, relation: str, total: Decimal, give: Decimal
) -> Finding:
    added = " + ".join(shown(c) for c in run.claims)
    message = headline.told(
        "total",
        f"shares-{relation}",
        parts=headline.joined([headline.quoted(shown(c)) for c in run.claims]),
        sum=f"{_plain(total)}%",
        where=headline.where(given, run.claims),
    )
    steps = [rule.why, f"{added} = {_plain(total)}%, to be 100% (tolerance: {_plain(give)}, for rounding)"]
    return finding(
        rule, relation, [[c] for c in run.claims] if relation == "conflict" else [run.claims], message, steps
    )


def _parts(rule: RuleEntry, given: RuleInput, claims: _Sentence, before: _Sentence) -> list[Finding]:
    """Parts named in one sentence against the total that introduces them, follows them or stands just before."""
    wrong: list[Finding] = []
    for run in find(claims, listed(rule, "wholes")):
        at, end = claims.index(run.claims[0]), claims.index(run.claims[-1]) + 1
        for total in claims[max(0, at - 1) : at] + claims[end : end + 1] + before:
            if counts_a_part(total, run.whole):
                continue
            how = division_of_earlier(run.claims) if total in before else division(total, run.claims)
            judged = _against(rule, given, total, run.claims, how) if how is not None else None
            if judged is not None and judged.relation == "agree":
                return [judged]
            sure = total in claims[:at] and run.complete and run.plain and end == len(claims)
            if judged is not None and sure:
                wrong.append(judged)
    total, rest = claims[0], tuple(claims[1:])
    if len(rest) > 1 and division(total, rest) == "all":
        judged = _against(rule, given, total, rest, "all")
        if judged is not None and judged.relation == "agree":
            return [judged]
    return wrong[:1]


def _against(
    rule: RuleEntry, given: RuleInput, total: Claim, parts: Sequence[Claim], how: Division
) -> Finding | None:
    """What the parts' sum says of the total; None where rounding, or parts left unsaid, can make up for it."""
    added, stated = Decimal(sum(map(_figure, parts))), _figure(total)
    give = _room(total, parts)
    missing = stated - added
    if abs(missing) <= min(give, stated / SUM_CLOSE) and max(map(_figure, parts)) < stated:
        relation = "agree"
    elif abs(missing) <= give or how == "bare" or (how == "partly" and missing > 0):
        return None
    else:
        relation = "conflict"
    terms, whole_sum = " + ".join(shown(c) for c in parts), _in_unit(added, total)
    message = headline.told(
        "total",
        f"parts-{relation}",
        parts=headline.joined([headline.quoted(shown(c)) for c in parts]),
        sum=whole_sum,
        stated=headline.quoted(shown(total)),
        where=headline.where(given, [total, *parts]),
    )
    rounding = f"(tolerance: {_plain(give)}, for rounding)"
    steps = [rule.why, f"{terms} = {whole_sum}, stated: {shown(total)} {rounding}"]
    values = [shown(total), whole_sum] if relation == "conflict" else None
    return finding(rule, relation, [[total], list(parts)], message, steps, values=values)


def _room(total: Claim, parts: Sequence[Claim]) -> Decimal:
    """By how much rounding may part a sum from its total; a count of tens is exact beside counts of ones."""
    claims = (total, *parts)
    counted = [c for c in claims if addition_group(c.value) == "count"]
    tens = [c for c in counted if c.value.resolution == "10" and _figure(c) < TENS_BELOW]
    units = any(_give(c) == 0 for c in claims)
    return Decimal(sum(_give(c) for c in claims if not (units and c in tens)))


def _by_attribute(rule: RuleEntry, given: RuleInput) -> list[Finding]:
    totals, parts = listed(rule, "total"), listed(rule, "parts")
    values: dict[tuple[str, SubjectRef, str, str], dict[str, dict[str, Claim]]] = defaultdict(lambda: defaultdict(dict))
    for claim in given.ordered:
        group = addition_group(claim.value)
        if group is not None and claim.binding != "topic" and claim.attribute in (*totals, *parts):
            key = (claim.source, claim.subject.everywhere, group, claim.scope.time or "")
            values[key][claim.attribute].setdefault(claim.value.low or "", claim)
    found = []
    for _, by_attribute in sorted(values.items()):
        single = {a: next(iter(v.values())) for a, v in by_attribute.items() if len(v) == 1}
        for name in totals:
            if name not in single or any(part not in single for part in parts):
                continue
            chosen = [single[part] for part in parts]
            if len({c.evidence.start for c in (single[name], *chosen)}) == 1:
                continue
            judged = _against(rule, given, single[name], chosen, "all" if "all" in listed(rule, "of") else "partly")
            if judged is not None:
                found.append(judged)
    return found


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}"


def _in_unit(number: Decimal, like: Claim) -> str:
    v = like.value
    if v.kind == "money":
        return f"{v.unit} {_plain(number)}"
    return f"{_plain(number)} {v.unit}s" if v.kind == "measure" and v.unit else _plain(number)
