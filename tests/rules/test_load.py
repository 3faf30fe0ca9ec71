"""Rules files go on top of the recommended ones, and what is wrong with them is said with its line."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from checker import strictyaml
from checker.model.rule import AttributeEntry, GroupWeights, RuleEntry
from checker.model.user_error import UserError
from checker.rules.load import load, recommended

OWN = """\
extends: recommended
entities:
  mill:
    name: Old Mill
    aliases: [the mill]
    not: [New Mill]
attributes:
  millstones:
    value: count
    nouns: [millstone]
rules:
  - id: millstones-agree
    kind: agreement
    attributes: [millstones]
    why: A mill has one number of stones.
    examples:
      conflict:
        - ["The mill has 4 millstones.", "The mill has 6 millstones."]
"""
KINDS = ("agreement", "order")


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def problems(folder: Path, *texts: str) -> list[str]:
    paths = [write(folder, f"{number}.yaml", text) for number, text in enumerate(texts, 1)]
    with pytest.raises(UserError) as caught:
        load(paths, kinds=KINDS)
    return [line.replace(f"{folder}/", "") for line in (str(caught.value), *caught.value.notes)]


def test_recommended_alone() -> None:
    assert load() == load([]) == recommended()
    assert recommended().rules
    assert recommended().attributes


def test_recommended_files_are_strict_yaml() -> None:
    folder = Path(__file__).parents[2] / "checker"
    rules = strictyaml.parse((folder / "rules" / "recommended.yaml").read_text(encoding="utf-8"), "recommended.yaml")
    assert [TypeAdapter(RuleEntry).validate_python(rule) for rule in rules["rules"]] == list(recommended().rules)
    attributes = {
        name: TypeAdapter(AttributeEntry).validate_python(entry)
        for path in sorted((folder / "vocabulary" / "attributes").glob("*.yaml"))
        for name, entry in strictyaml.parse(path.read_text(encoding="utf-8"), path.name).items()
    }
    assert attributes == recommended().attributes


def test_own_rules_on_top(tmp_path: Path) -> None:
    book = load([write(tmp_path, "own.yaml", OWN)], kinds=KINDS)
    base = recommended()
    assert book.entities["mill"].not_ == ("New Mill",)
    assert set(book.attributes) == {*base.attributes, "millstones"}
    assert [rule.id for rule in book.rules] == [*(rule.id for rule in base.rules), "millstones-agree"]


def test_without_extends_they_stand_alone(tmp_path: Path) -> None:
    book = load([write(tmp_path, "own.yaml", OWN.replace("extends: recommended\n", ""))], kinds=KINDS)
    assert set(book.attributes) == {"millstones"}
    assert [rule.id for rule in book.rules] == ["millstones-agree"]


def test_an_entry_replaces_the_recommended_one_in_its_place(tmp_path: Path) -> None:
    base = recommended()
    first = base.rules[0].id
    book = load([write(tmp_path, "own.yaml", OWN.replace("millstones-agree", first))], kinds=KINDS)
    assert [rule.id for rule in book.rules] == [rule.id for rule in base.rules]
    assert book.rules[0].why == "A mill has one number of stones."


@pytest.mark.parametrize("extends", ["recommended", "[recommended]"])
def test_what_a_file_extends_is_a_name_or_a_list_of_names(tmp_path: Path, extends: str) -> None:
    text = OWN.replace("extends: recommended", f"extends: {extends}")
    assert len(load([write(tmp_path, "own.yaml", text)], kinds=KINDS).rules) == len(recommended().rules) + 1


@pytest.mark.parametrize(
    ("old", "new", "line", "expected"),
    [
        ("kind: agreement", "kind: agrement", 13, "unknown kind 'agrement'; did you mean 'agreement'?"),
        ("[millstones]", "[milstones]", 14, "unknown attribute 'milstones'; did you mean 'millstones'?"),
        ("    why: A mill has one number of stones.\n", "", 12, "rules[1] lacks 'why'; add why"),
        ("why: A mill has one number of stones.", "why: ' '", 15, "says nothing under 'why'; say in a sentence why"),
        ("      conflict:\n        - ", "      agree: []\n# ", 16, "has no examples; add texts under conflict or"),
        (
            "extends: recommended",
            "extends: recomended",
            1,
            "extends: no rule pack 'recomended' is installed; did you mean 'recommended'?",
        ),
        ("extends: recommended", "extends: ''", 1, "extends is empty; write its value or leave the key out"),
        ("entities:", "entites:", 2, "unknown key 'entites'; did you mean 'entities'?"),
        ("aliases:", "alias:", 5, "unknown key 'alias' in entities.mill; did you mean 'aliases'?"),
        ("value: count", "value: numbre", 9, "attributes.millstones.value cannot be 'numbre'; did you mean 'number'?"),
    ],
)
def test_problems(tmp_path: Path, old: str, new: str, line: int, expected: str) -> None:
    assert old in OWN
    (told,) = problems(tmp_path, OWN.replace(old, new))
    assert told.startswith(f"1.yaml:{line}: ")
    assert expected in told


ORDER = """\
rules:
  - id: opened-first
    kind: order
    why: It opens before it closes.
    options: {earlier: [opened], later: [closed]}
    examples: {agree: [The mill opened in 1843.]}
"""


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (OWN.replace("not: [New Mill]", "not: [the Mill]"), 6, "lists under not 'the Mill'"),
        (OWN.replace("not: [New Mill]", "not: [OLD MILL]"), 6, "which is one of its own names"),
        (f"extends: recommended\n{ORDER}    attributes: [opened]\n", 8, "which the kind 'order' takes under options"),
        (f"extends: recommended\n{ORDER}    message: Which?\n", 8, "which only rules of the kind agreement show"),
    ],
)
def test_what_nothing_would_read_is_refused(tmp_path: Path, text: str, line: int, what: str) -> None:
    (found,) = problems(tmp_path, text)
    assert found.startswith(f"1.yaml:{line}: ") and what in found


def test_all_problems_at_once(tmp_path: Path) -> None:
    text = OWN.replace("kind: agreement", "kind: zzz").replace(
        "attributes: [millstones]", "attributes: [stones, mills]"
    )
    assert len(problems(tmp_path, text)) == 3


def test_one_id_in_two_files(tmp_path: Path) -> None:
    assert problems(tmp_path, OWN, OWN) == [
        "2.yaml:3: the entity 'mill' is given twice, also at 1.yaml:3; keep one",
        "2.yaml:8: the attribute 'millstones' is given twice, also at 1.yaml:8; keep one",
        "2.yaml:12: the rule 'millstones-agree' is given twice, also at 1.yaml:12; keep one",
    ]


@pytest.mark.parametrize(
    ("text", "message"), [("", "the file is empty"), ("- a", "the file must hold keys with values")]
)
def test_no_rules_in_it(tmp_path: Path, text: str, message: str) -> None:
    assert message in problems(tmp_path, text)[0]


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"own\.yaml: no such rules file"):
        load([tmp_path / "own.yaml"])


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(b"extends: \xff\n")
    with pytest.raises(UserError, match=r"own\.yaml: the rules file cannot be read: it is not UTF-8"):
        load([tmp_path / "own.yaml"])
    with pytest.raises(UserError, match=r"the rules file cannot be read: (?!it is not UTF-8)"):
        load([tmp_path])
    with pytest.raises(UserError, match="no such rules file"):
        load([tmp_path / "none.yaml"])


WEIGHTS = "weights:\n  words: 1.25\n  labels: 0\n  always: -0.5\n"


def test_weights_stand_in_a_rules_file(tmp_path: Path) -> None:
    book = load([write(tmp_path, "own.yaml", OWN + WEIGHTS)], kinds=KINDS)
    assert book.weights == GroupWeights(words=1.25, labels=0, always=-0.5)
    assert recommended().weights == GroupWeights()


def test_a_file_of_weights_alone_says_nothing_of_which_rules_there_are(tmp_path: Path) -> None:
    file = write(tmp_path, "weights.yaml", WEIGHTS)
    alone = load([file], kinds=KINDS)
    assert alone.rules == recommended().rules
    own = write(tmp_path, "own.yaml", OWN.replace("extends: recommended\n", ""))
    both = load([own, file], kinds=KINDS)
    assert [rule.id for rule in both.rules] == ["millstones-agree"]
    assert both.weights == alone.weights != GroupWeights()


@pytest.mark.parametrize(
    ("old", "new", "line", "expected"),
    [
        ("words:", "wrods:", 2, "unknown key 'wrods' in weights; did you mean 'words'?"),
        ("words: 1.25", "words: much", 2, "weights.words must be a number, not 'much'"),
        ("words: 1.25", "words: .nan", 2, "weights.words must be a number, not '.nan'"),
        ("words: 1.25", "words: inf", 2, "weights.words must be a number, not 'inf'"),
        ("words: 1.25", "words: -0.1", 2, "weights.words must be from 0 to 100; correct or remove it"),
        ("words: 1.25", "words: 100.5", 2, "weights.words must be from 0 to 100; correct or remove it"),
        ("always: -0.5", "always: -101", 4, "weights.always must be from -100 to 100; correct or remove it"),
    ],
)
def test_problems_of_weights(tmp_path: Path, old: str, new: str, line: int, expected: str) -> None:
    (told,) = problems(tmp_path, WEIGHTS.replace(old, new))
    assert told == f"1.yaml:{line}: {expected}"


def test_weights_are_given_once(tmp_path: Path) -> None:
    assert problems(tmp_path, OWN + WEIGHTS, WEIGHTS) == [
        f"2.yaml:1: weights are given twice, also at {tmp_path}/1.yaml:{OWN.count(chr(10)) + 1}; keep one".replace(
            f"{tmp_path}/", ""
        )
    ]
