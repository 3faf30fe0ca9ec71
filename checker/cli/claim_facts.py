"""Says each thing that a claim holds in plain words: its value, subject, attribute, scope, labels and qualifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.language.attribute_label import attribute_label
from checker.model.labels import NO_WORDS
from checker.model.qualifiers import plain
from checker.model.reasons import AttributeReason, SubjectReason
from checker.reports.dates import date_words

if TYPE_CHECKING:
    from checker.model.claim import Claim

_BINDINGS = {
    "named": "named in the sentence",
    "referred": "referred to",
    "topic": "the topic of the text",
}
_BASES = {"stated": "stated in the text", "document": "from the period of the text around it", "unknown": "not stated"}
_ARTICLES = {"ordinal": "an ", "money": "", "text": ""}
_TOPIC = SubjectReason.TOPIC.value
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
    why = why if attribute else ""
    said = claim.binding == "named" or why.startswith(_TOPIC)
    found = [*([] if why and said else [_BINDINGS[claim.binding]]), *([why] if why else [])]
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
    return None if claim.words == NO_WORDS or claim.basis.attribute == _OWN_WORDS else "in the text's own words"


def time_fact(claim: Claim) -> str | None:
    """When the value holds, and where that comes from; None where nothing says it."""
    scope = claim.scope
    return f"{date_words(scope.time)} ({_BASES[scope.basis]})" if scope.time else None


def limit_facts(claim: Claim) -> list[str]:
    """Where, for whom, at which stage, with what and by whose words the value holds, as far as that is stated."""
    scope = claim.scope
    named = (
        ("in", scope.place),
        ("of", scope.population),
        ("stage", scope.stage),
        ("with", ", ".join(scope.included)),
        ("without", ", ".join(scope.excluded)),
        ("said by", scope.speaker),
    )
    return [f"{name} {text}" for name, text in named if text]


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
    """What the words beside the value say of it; of what lasted, the dates alone, since the rest are stems of words."""
    said = plain(claim.qualifiers)
    lasting = claim.qualifiers.lasting
    if lasting is not None:
        said["lasting"] = tuple(near.date for near in lasting.dates)
    return _qualifiers({name: value for name, value in said.items() if value != ()})


def _qualifiers(said: dict[str, Any]) -> list[str]:
    return [f"{_plain(name)}{_said(value)}" for name, value in said.items()]


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
