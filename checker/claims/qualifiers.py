"""Reads what the words beside a value say of it: of each, in total, the third, of whom, in what event.

Each qualifier has its words in the vocabulary (``language/distributive``, ``wholes``, ``worldwide``, ``parts``,
``roles``, ``happenings``) and its reach here. All of it is read from the sentence as it is already laid out for its
claims, so that neither comparison nor a rule has to take the sentence apart again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from checker.claims.open_attributes import governing_verb
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
from checker.model.qualifiers import NO_QUALIFIERS, Change, Qualifiers
from checker.model.value import placed

_LEADS = word_set("language/clauses", "counted_among")
_PARTS = word_set("language/clauses", "between_values")


def qualifiers_of(parsed: ParsedSentence, claims: Sequence[Claim]) -> list[Qualifiers]:
    """What the sentence says of the value of each of its claims."""
    starts = [w.start for w in parsed.words]
    words = frozenset(parsed.lower_forms)
    ordered = () if words.isdisjoint(_ordinals()) else parsed.lower_forms
    ordinals = tuple(dict.fromkeys(low for low in ordered if low in _ordinals()))
    back = bool(parsed.lower_forms) and parsed.lower_forms[0] in _pronouns()
    recurs = not _recurring().isdisjoint(map(stem, words))
    eventful = not (words.isdisjoint(events.words()) and words.isdisjoint(_set("happenings", "throughout")))
    found = []
    for claim in claims:
        first = bisect_left(starts, claim.value.start)
        last = max(bisect_left(starts, claim.value.end, first), first + 1)
        near = parsed.lower_forms[max(0, first - SUM_REACH) : last + SUM_REACH]
        around = parsed.lower_forms[max(0, first - EACH_BEFORE) : first + EACH_BEHIND]
        kinds, throughout = _happened(parsed, starts, claim, claims) if eventful else ((), False)
        change = _change(parsed, claim) if claim.value.kind == "percentage" else None
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
        )
        found.append(made if made != NO_QUALIFIERS else NO_QUALIFIERS)
    return found


def versions_of(claim: Claim) -> tuple[str, ...]:
    """Which versions of its subject the claim's sentence speaks of."""
    return versions_in(claim.evidence.quote, claim.subject_name)


def qualifiers_in_quote(claim: Claim) -> Qualifiers:
    """What the quote of one claim says of its value, for a claim that was not read from a document."""
    start = claim.evidence.start
    value = placed(claim.value, claim.value.start - start, claim.value.end - start, claim.value.text)
    quote = fold(claim.evidence.quote)
    return qualifiers_of(parse(quote, 0, len(quote), [], [value]), [replace(claim, value=value)])[0]


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
