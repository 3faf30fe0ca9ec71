"""Finds the object without a name that an active verb creates or opens: "the college opened a library"."""

from __future__ import annotations

from checker.claims.thresholds import ADVERBS, CREATED_WORDS
from checker.language.language import derived, derived_up_to, table
from checker.language.verbs import auxiliaries, forms
from checker.language.words import singular, stopwords
from checker.linguistics.sentence import CLAUSE_MARKS, PREPOSITIONS, ParsedSentence
from checker.linguistics.syntax import voice_of
from checker.model.rule import AttributeEntry


@derived
def _words() -> tuple[frozenset[str], frozenset[str]]:
    words = table("language/products")
    return frozenset(words["before"]), frozenset(words["itself"])


@derived_up_to(1024)
def _forms(bases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for base in bases if " " not in base for form in forms(base))


def makes(parsed: ParsedSentence, at: int, entry: AttributeEntry) -> bool:
    """The word is a verb of an attribute of created objects, and not of persons."""
    return not entry.doer and "person" not in entry.applies_to and parsed.lower_forms[at] in _forms(entry.verbs)


def created_object(parsed: ParsedSentence, at: int, entry: AttributeEntry) -> str:
    """The noun of what the verb at word ``at``, one of the attribute's own, makes; empty where it makes nothing."""
    if not makes(parsed, at, entry):
        return ""
    if voice_of(parsed, at, "ing" if parsed.lower_forms[at].endswith("ing") else "ed") == "passive":
        return ""
    before, itself = _words()
    first = at + 1
    while first < len(parsed.lower_forms) and first - at <= ADVERBS and parsed.lower_forms[first].endswith("ly"):
        first += 1
    if first >= len(parsed.lower_forms) or parsed.lower_forms[first] not in before:
        return ""
    head = ""
    for i in range(first + 1, min(first + 1 + CREATED_WORDS, len(parsed.lower_forms))):
        low = parsed.lower_forms[i]
        if parsed.covered[i] == 1:
            return ""
        if (
            low in PREPOSITIONS
            or low in CLAUSE_MARKS
            or low in auxiliaries()
            or not parsed.words[i].is_word
            or i in parsed.verbs
        ):
            break
        if not parsed.covered[i] and low not in stopwords():
            head = low
    if any(referent.first in {first, first + 1} and referent.kind == "definite" for referent in parsed.referents):
        return ""
    return "" if singular(head) in itself else singular(head)


def work_done(parsed: ParsedSentence, index: int) -> str:
    """``was widened in 1962 at a cost of``: the work that the amount is for, or an empty string."""
    first = parsed.spans[index][0]
    for i in reversed(range(first)):
        if parsed.lower_forms[i] in CLAUSE_MARKS:
            return ""
        if not parsed.covered[i] and parsed.lower_forms[i] in _alterations():
            return _alterations()[parsed.lower_forms[i]]
        if i in parsed.verbs:
            return ""
    return ""


@derived
def _alterations() -> dict[str, str]:
    """The past and the -ing form of each verb of such work to the latter, which names the work."""
    found: dict[str, str] = {}
    for base in table("language/alterations"):
        inflected = forms(base)
        name = next(form for form, kind in inflected.items() if kind == "ing")
        found.update({form: name for form, kind in inflected.items() if kind not in {"base", "third"}})
    return found
