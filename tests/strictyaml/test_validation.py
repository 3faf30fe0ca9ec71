"""A file that does not fit its model is told so key by key, with the line and the nearest name."""

import pytest

from checker.model.user_error import UserError
from checker.rules.rules_file import RulesFile
from checker.strictyaml import nearest, read, validate


def problems(text: str) -> list[str]:
    with pytest.raises(UserError) as caught:
        validate(RulesFile, read(text, "r.yaml"))
    return [str(caught.value), *caught.value.notes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("atributes: {}", "r.yaml:1: unknown key 'atributes'; did you mean 'attributes'?"),
        (
            "zzz: {}",
            "r.yaml:1: unknown key 'zzz'; known are: attributes, entities, extends, rules, vocabulary, weights",
        ),
        (
            "attributes:\n  opened:\n    value: date\n    hold: once",
            "r.yaml:4: unknown key 'hold' in attributes.opened; did you mean 'holds'?",
        ),
        (
            "attributes:\n  opened:\n    value: datum",
            "r.yaml:3: attributes.opened.value cannot be 'datum'; did you mean 'date'?",
        ),
        (
            "attributes:\n  opened: {value: date, verbs: open}",
            "r.yaml:2: attributes.opened.verbs must be a list, not 'open'",
        ),
        ("attributes:\n  opened:", "r.yaml:2: attributes.opened is empty; write its value or leave the key out"),
        ("attributes:\n  opened: {}", "r.yaml:2: attributes.opened lacks 'value'; add value"),
        (
            "rules:\n  - id: a\n    kind: agreement\n    why: so\n    examples: {}\n    severity: warn",
            "r.yaml:6: rules[1].severity cannot be 'warn'; did you mean 'warning'?",
        ),
        ("entities:\n  dock: {name: [a]}", "r.yaml:2: entities.dock.name must be text, not a list"),
        ("- a\n- b", "r.yaml: the file must hold keys with values"),
    ],
)
def test_one_problem(text: str, expected: str) -> None:
    assert problems(text) == [expected]


def test_all_problems_are_listed_in_the_order_of_the_file() -> None:
    lines = problems("rules:\n  - kind: agreement\n    why: so\nextra: 1\nentities:\n  dock: {nam: Dock}\n")
    assert [line.split(":")[1] for line in lines] == ["2", "2", "4", "6", "6"]


def test_a_fitting_file_becomes_its_model() -> None:
    book = validate(RulesFile, read("attributes:\n  opened: {value: date, verbs: [open]}", "r.yaml"))
    assert book.attributes["opened"].verbs == ("open",)


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("severty", ["severity", "sources"], "severity"),
        ("fundedd", ["founded", "funded"], "funded"),
        ("qqq", ["founded"], None),
        ("x", [], None),
    ],
)
def test_nearest(name: str, known: list[str], expected: str | None) -> None:
    assert nearest(name, known) == expected
