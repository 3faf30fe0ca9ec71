"""Says each thing that a claim holds in plain words: its value, subject, attribute, scope, labels and qualifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.language.attribute_label import attribute_label
from checker.model.qualifiers import plain
from checker.model.reasons import AttributeReason
from checker.reports.dates import date_words

if TYPE_CHECKING:
    from checker.model.claim import Claim

_BINDINGS = {
    "named": "named in the sentence",
    "referred": "referred to",
    "topic": "the topic of the text",
}
_BASES = {"stated": "stated in the text", "document": "from the date of the document", "unknown": "not stated"}
_ARTICLES = {"ordinal": "an ", "money": "", "text": ""}
_OWN_WORDS = AttributeReason.OWN_WORDS.value


def kind_words(claim: Claim) -> str:
    """The kind of the value, as a sentence names it: ``a date``."""
    kind = claim.value.kind
    return f"{_ARTICLES.get(kind, 'a ')}{kind}"


def value_words(claim: Claim) -> str:
    """What the value was read as: its bounds, unit and modifier, and how precise a date is."""
    value = claim.value
    bounds = value.low if value.low == value.high else f"{value.low or '..'} to {value.high or '..'}"
    read = (
        bounds,
        value.unit,
        f"per {value.per}" if value.per else None,
        _plain(value.modifier) if value.modifier != "exact" else None,
        f"precise to the {value.resolution}" if value.kind == "date" and value.resolution else None,
    )
    return ", ".join(part for part in read if part)


def subject_fact(claim: Claim) -> str:
    """The subject, and how it is known."""
    why, attribute = claim.basis.subject, claim.basis.attribute
    found = [_BINDINGS[claim.binding]] if claim.binding != "named" or not (why and attribute) else []
    found += [why] if why and attribute else []
    return f"subject: {claim.subject_name} ({', '.join(found)})"


def attribute_fact(claim: Claim) -> str:
    """The attribute, and the words that it was read from."""
    why, attribute = claim.basis.subject, claim.basis.attribute
    by = "" if not attribute else f", by {attribute}" if why else f" ({attribute})"
    return f"attribute: {attribute_label(claim)}{by}"


def origin_words(claim: Claim) -> str | None:
    """Where the attribute's name comes from, where its fact does not say that already."""
    if not claim.open:
        return "of the vocabulary"
    return None if claim.basis.attribute == _OWN_WORDS else "in the text's own words"


def time_fact(claim: Claim) -> str | None:
    """When the value holds, and where that comes from; None where nothing says it."""
    scope = claim.scope
    return f"{date_words(scope.time)} ({_BASES[scope.basis]})" if scope.time else None


def limit_facts(claim: Claim) -> list[str]:
    """Where, for whom, at which stage and with what the value holds, as far as that is stated."""
    scope = claim.scope
    with_ = f"with {', '.join(scope.included)}" if scope.included else None
    without = f"without {', '.join(scope.excluded)}" if scope.excluded else None
    return [part for part in (scope.place, scope.population, scope.stage, with_, without) if part]


def label_facts(claim: Claim) -> list[str]:
    """The labels over and beside the claim, and the words that name what it counts."""
    labels, words = claim.labels, claim.words
    counted = " ".join(part for part in (*words.modifiers, words.noun) if part)
    named = (
        ("under", " > ".join(labels.headings)),
        ("label", labels.key),
        ("row", labels.row),
        ("column", labels.column),
        ("question", labels.question),
        ("caption", labels.caption),
        ("counted", counted),
        ("verb", words.verb),
    )
    return [f"{name} {_line(text)}" for name, text in named if text]


def qualifier_facts(claim: Claim) -> list[str]:
    """What the words beside the value say of it."""
    return _qualifiers(plain(claim.qualifiers))


def _qualifiers(said: dict[str, Any]) -> list[str]:
    return [f"{_plain(name)}{_said(value)}" for name, value in said.items() if value is not False]


def _said(value: Any) -> str:
    """What stands behind a qualifier's name: nothing where the name says it all."""
    if value is True:
        return ""
    if isinstance(value, dict):
        return f" ({', '.join(_qualifiers(value))})"
    if isinstance(value, tuple):
        return " " + ", ".join(_said(one).strip() for one in value)
    return f" {_line(str(value))}"


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _line(text: str) -> str:
    return " ".join(text.split())
