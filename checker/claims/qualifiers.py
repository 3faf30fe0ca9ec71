"""Reads what the words beside a value say of it: of each, in total, the third, of whom, in what event.

Each qualifier has its words in the vocabulary (``language/distributive``, ``wholes``, ``worldwide``, ``parts``,
``roles``, ``happenings``) and its reach here; what figures, places and durations have to do with each other is read by
the modules beside this one. All of it is read once, with the claims of the sentence, so that neither comparison nor a
rule has to take the sentence apart again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.claims import parts_of_whole, rankings
from checker.claims.conversions import restatements
from checker.claims.duration_context import duration_context
from checker.claims.open_attributes import governing_verb
from checker.claims.per_units import per_unit
from checker.claims.thresholds import (
    CHANGE_BEFORE,
    CHANGE_BEHIND,
    EACH_BEFORE,
    EACH_BEHIND,
    EVENT_REACH,
    OF_WHOM_WORDS,
    SUM_REACH,
    YEARLY_BEHIND,
)
from checker.claims.versions import versions_in
from checker.language import events
from checker.language.characters import fold
from checker.language.language import derived, derived_up_to, table, word_set
from checker.language.words import singular, stem
from checker.linguistics.sentence import ParsedSentence, parse
from checker.model.claim import Claim
from checker.model.kinds import counts
from checker.model.qualifiers import NO_QUALIFIERS, Change, Divided, DurationContext, NamedPart, Qualifiers
from checker.model.value import Mention, placed

_LEADS = word_set("language/clauses", "counted_among")
_PARTS = word_set("language/clauses", "between_values")


def qualifiers_of(parsed: ParsedSentence, claims: Sequence[Claim]) -> list[Qualifiers]:
    """What the sentence says of the value of each of its claims."""
    starts = [w.start for w in parsed.words]
    words = frozenset(parsed.lower_forms)
    ordered = () if words.isdisjoint(_ordinals()) else parsed.lower_forms
    ordinals = tuple(dict.fromkeys(low for low in ordered if low in _ordinals()))
    back = bool(parsed.lower_forms) and parsed.lower_forms[0] in _pronouns()
    dated = any(claim.value.kind == "date" for claim in claims)
    recurs = dated and not _recurring().isdisjoint(map(stem, words))
    eventful = not (words.isdisjoint(events.words()) and words.isdisjoint(_set("happenings", "throughout")))
    stated: dict[int, list[Claim]] = {}
    for claim in claims:
        stated.setdefault(claim.evidence.start, []).append(claim)
    by_quote = {start: _Related(beside) for start, beside in stated.items()}
    ranks = any(c.value.kind in rankings.KINDS for c in claims) and rankings.may_rank(words)
    found = []
    for claim in claims:
        first = bisect_left(starts, claim.value.start)
        last = max(bisect_left(starts, claim.value.end, first), first + 1)
        near = parsed.lower_forms[max(0, first - SUM_REACH) : last + SUM_REACH]
        around = parsed.lower_forms[max(0, first - EACH_BEFORE) : first + EACH_BEHIND]
        kinds, throughout = _happened(parsed, starts, claim, claims) if eventful else ((), False)
        change = _change(parsed, claim) if claim.value.kind == "percentage" else None
        quote, start = claim.evidence.quote, claim.evidence.start
        related = by_quote[start]
        made = Qualifiers(
            each=not _set("distributive").isdisjoint(around),
            total=not _set("wholes", "sums").isdisjoint(near),
            worldwide=not _set("worldwide").isdisjoint(near),
            of_whom=_is_part(parsed, first),
            throughout=throughout,
            ordinals=ordinals,
            role=_role(parsed, claim, first, last),
            events=kinds,
            change=change,
            yearly=change is not None and _is_yearly(parsed, claim),
            recurring=claim.value.kind == "date" and recurs,
            versions=versions_of(claim),
            refers_back=back,
            restates=related.restated.get(claim.value.start) if claim.value.kind == "measure" else None,
            per=per_unit(quote, start, claim),
            own_rates=claim.value.kind == "percentage" and related.own_rates,
            parts=related.parts.get(claim.value.start, ()),
            divides=related.divided.get(claim.value.start),
            divides_earlier=claim.value.start in related.dividing,
            continues=(claim.value.start, claim.value.end) in related.continuing,
            ranking=rankings.ranking_of(quote, start, claim) if ranks else None,
            lasting=related.context_of(claim),
        )
        found.append(made if made != NO_QUALIFIERS else NO_QUALIFIERS)
    return found


class _Related:
    """What the figures and dates of one quote have to do with each other, by where they stand."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        quote, start = claims[0].evidence.quote, claims[0].evidence.start
        self._claims = claims
        self.restated = restatements(quote, start, claims)
        shares = {c.value.start for c in claims if c.value.kind == "percentage"}
        self.own_rates = len(shares) > 1 and parts_of_whole.tells_own_rates(quote)
        self.parts: dict[int, tuple[NamedPart, ...]] = {}
        self.divided: dict[int, Divided] = {}
        self.dividing: set[int] = set()
        for figures in parts_of_whole.figures_of(claims):
            named = parts_of_whole.named_parts(quote, start, figures)
            self.parts |= named
            self.divided |= parts_of_whole.divided(quote, start, figures, named)
            self.dividing |= {
                v.start for v in figures if v.start in named and parts_of_whole.divides_earlier(quote, start, v)
            }
        self.continuing = _continuing(quote, start, claims)

    def context_of(self, claim: Claim) -> DurationContext | None:
        """What the quote says of what lasted so long, where the claim is of a duration."""
        if claim.value.kind != "duration":
            return None
        return duration_context(claim.evidence.quote, claim.evidence.start, claim, self._claims)


def _continuing(quote: str, start: int, claims: Sequence[Claim]) -> set[tuple[int, int]]:
    """The ranges of dates that nothing but marks parts from the range before."""
    ranges = {(c.value.start, c.value.end) for c in claims if c.value.first is not None and c.value.last is not None}
    return {
        right
        for left, right in pairwise(sorted(ranges))
        if not any(character.isalpha() for character in quote[left[1] - start : right[0] - start])
    }


def versions_of(claim: Claim) -> tuple[str, ...]:
    """Which versions of its subject the claim's sentence speaks of."""
    return versions_in(claim.evidence.quote, claim.subject_name)


def qualifiers_in_quote(claim: Claim, beside: Sequence[Claim] = ()) -> Qualifiers:
    """What the quote of one claim says of its value, for a claim that was not read from a document.

    ``beside`` are the other claims of the quote.
    """
    start = claim.evidence.start
    evidence = replace(claim.evidence, start=0, end=len(claim.evidence.quote))
    claims = [replace(c, value=_moved(c.value, -start), evidence=evidence) for c in (claim, *beside)]
    quote = fold(claim.evidence.quote)
    values = sorted({c.value.start: c.value for c in reversed(claims)}.values(), key=lambda v: v.start)
    return qualifiers_of(parse(quote, 0, len(quote), [], values), claims)[0]


def _moved(value: Mention, by: int) -> Mention:
    return placed(value, value.start + by, value.end + by, value.text)


def _is_part(parsed: ParsedSentence, first: int) -> bool:
    """The words right before the value make it a part of another number."""
    phrases = _before_parts().get(parsed.lower_forms[first - 1], ()) if first else ()
    return any(tuple(parsed.lower_forms[max(0, first - len(words)) : first]) == words for words in phrases)


def _role(parsed: ParsedSentence, claim: Claim, first: int, last: int) -> str | None:
    """Whom a count of people is of, by its noun, those it is taken from, or the verb."""
    if not counts(claim.value.kind):
        return None
    nouns = [singular(word) for word in (claim.value.noun or claim.value.unit or "").split(" ")]
    ahead = parsed.lower_forms[last : last + OF_WHOM_WORDS + 1]
    if ahead and ahead[0] in _LEADS:
        nouns += [singular(low) for low in ahead[1:]]
    role = next((_roles()[noun, "noun"] for noun in reversed(nouns) if (noun, "noun") in _roles()), None)
    if role is not None:
        return role
    m = next((n for n, (a, b) in enumerate(parsed.spans) if a <= first < b), None)
    verb = governing_verb(parsed, m) if m is not None else None
    return _roles().get((parsed.lower_forms[verb], "verb")) if verb is not None else None


def _happened(
    parsed: ParsedSentence, starts: Sequence[int], claim: Claim, claims: Sequence[Claim]
) -> tuple[tuple[str, ...], bool]:
    """The kinds of event in the claim's own part of the sentence, and whether it is of a whole time."""
    is_toll = claim.attribute in _set("happenings", "tolls") and counts(claim.value.kind)
    if not is_toll and claim.attribute not in _set("happenings", "dates"):
        return (), False
    lower_forms = _own_part(parsed, starts, claim, claims)
    throughout = is_toll and any(
        low in _set("happenings", "throughout") and not any(map(events.kind_of, lower_forms[i + 1 : i + EVENT_REACH]))
        for i, low in enumerate(lower_forms)
    )
    return events.kinds_in(lower_forms), throughout


def _change(parsed: ParsedSentence, claim: Claim) -> Change | None:
    """The way that the words near a percentage say something went."""
    first, last = claim.value.start - CHANGE_BEFORE, claim.value.end + CHANGE_BEHIND
    near = [
        w.low for w in parsed.words if first <= w.start < last and not claim.value.start <= w.start < claim.value.end
    ]
    rises, falls = table("language/changes")["rise"], table("language/changes")["fall"]
    if any(low.startswith(tuple(falls)) for low in near):
        return "fall"
    return "rise" if any(low.startswith(tuple(rises)) for low in near) else None


def _is_yearly(parsed: ParsedSentence, claim: Claim) -> bool:
    """The words behind a change say that it is one from the year before."""
    behind = " ".join(w.low for w in parsed.words if claim.value.end <= w.start < claim.value.end + YEARLY_BEHIND)
    return any(phrase in behind for phrase in table("language/yearly"))


def _own_part(parsed: ParsedSentence, starts: Sequence[int], claim: Claim, claims: Sequence[Claim]) -> Sequence[str]:
    """The words around a value, up to the marks that part it from others of its subject and attribute."""
    beside = [
        c.value for c in claims if (c.attribute, c.subject) == (claim.attribute, claim.subject) and counts(c.value.kind)
    ]
    before = max((v.end for v in beside if v.end <= claim.value.start), default=None)
    behind = min((v.start for v in beside if v.start >= claim.value.end), default=None)
    at = bisect_left(starts, claim.value.start)
    first = 0 if before is None else _mark(parsed.lower_forms, bisect_left(starts, before), at)
    last = len(starts) if behind is None else _mark(parsed.lower_forms, at, bisect_left(starts, behind))
    return parsed.lower_forms[first:last]


def _mark(lower_forms: Sequence[str], first: int, last: int) -> int:
    """Where two values are parted: at the last mark between them, else right before the second."""
    return max((i for i in range(first, last) if lower_forms[i] in _PARTS), default=last)


@derived
def _roles() -> dict[tuple[str, str], str]:
    """Each form of a verb and each noun to the role of those counted."""
    return events.by_form(table("language/roles"))


@derived
def _before_parts() -> dict[str, list[tuple[str, ...]]]:
    """The last word of a phrase before a part to the phrase's words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("language/parts")["before"]:
        words = tuple(phrase.split(" "))
        found.setdefault(words[-1], []).append(words)
    return found


@derived_up_to(16)
def _set(name: str, key: str | None = None) -> frozenset[str]:
    words = table(f"language/{name}")
    return frozenset(words if key is None else words[key])


@derived
def _recurring() -> frozenset[str]:
    return frozenset(map(stem, table("language/recurring")["words"]))


@derived
def _ordinals() -> frozenset[str]:
    return frozenset(table("values/numerals")["ordinals"])


@derived
def _pronouns() -> frozenset[str]:
    groups = table("language/pronouns")
    return frozenset((*groups["thing"], *groups["person"]))
