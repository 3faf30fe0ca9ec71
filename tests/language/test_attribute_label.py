"""Attributes are shown in words: those of the vocabulary by their id, all others in the words of the text."""

from __future__ import annotations

import pytest

import checker
from checker.language.attribute_label import attribute_label, attribute_labels, plain
from tests.rules.told import Told, rule_input


@pytest.mark.parametrize(
    ("sentence", "value", "attribute", "label"),
    [
        ("Maintenance of the mill costs $3 million.", "$3 million", "mainten__cost", "maintenance costs"),
        ("The prior agreement runs for 3 years.", "3 years", "prior__agreement__run", "prior agreement runs"),
        ("The releases become 12 in all.", "12", "releas__becom", "releases become"),
        ("They logged 300 flight hours.", "300", "flight_hour__log", "flight hours logged"),
        ("They launch a ferry; launched in 1962.", "1962", "launch", "launched"),
        ("It opened in 1962.", "1962", "own_remark", "own remark"),
    ],
)
def test_an_open_attribute_in_the_words_of_its_text(sentence: str, value: str, attribute: str, label: str) -> None:
    told = Told(sentence, {value: attribute}, open=frozenset({attribute}))
    (claim,) = rule_input([told]).claims.values()
    assert attribute_label(claim) == label


def test_an_attribute_of_the_vocabulary_keeps_its_name() -> None:
    (claim,) = rule_input([Told("It cost $3 million to maintain.", {"$3 million": "upkeep_cost"})]).claims.values()
    assert attribute_label(claim) == plain("upkeep_cost") == "upkeep cost"


def test_one_label_for_an_attribute_of_several_claims() -> None:
    forms = {"a": "It launched in 1962.", "b": "It launches in 1962.", "c": "Then it launched in 1962."}
    told = [Told(s, {"1962": "launch"}, source=name, open=frozenset({"launch"})) for name, s in forms.items()]
    assert attribute_labels(rule_input(told).claims.values()) == {"launch": "launched"}


def test_no_stem_reaches_a_message() -> None:
    texts = {
        "a": "The Corran Ferry maintenance cost $3 million in 2015.",
        "b": "The Corran Ferry maintenance cost $5 million in 2015.",
    }
    report = checker.check_texts(texts).to_json()
    assert {c["value"]["text"] for c in report["claims"]} >= {"$3 million", "$5 million"}
    (finding,) = report["findings"]
    assert finding["message"] == (
        'Two documents give different amounts for "maintenance cost" (the Corran Ferry): '
        "$3 million (a) and $5 million (b)"
    )
