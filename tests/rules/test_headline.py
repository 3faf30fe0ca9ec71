"""Every finding opens with one plain sentence that says what differs and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import checker
from checker import vocabulary
from checker.pipeline import recommended
from checker.rules import constraints
from checker.rules.headline import headline_problem, joined

MUSEUM = "The Northwind Museum was founded in {} by retired pilots. It keeps 312 ship models from Port Ellery."


def headlines(*texts: str, relation: str = "conflict") -> list[str]:
    report = checker.check_texts(dict(zip(("annual", "press", "letter", "guide"), texts, strict=False)))
    found = [f for f in (*report.findings, *report.possible) if f.relation == relation]
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (
            [MUSEUM.format("1894"), MUSEUM.format("1897")],
            "The Northwind Museum was founded in 1894 or 1897: annual and press disagree",
        ),
        (
            [MUSEUM.format("1894"), MUSEUM.format("1897"), MUSEUM.format("1894")],
            "The Northwind Museum was founded in 1894 or 1897: annual and letter against press",
        ),
        (
            [MUSEUM.format("1894"), MUSEUM.format("1897"), MUSEUM.format("1899")],
            "The Northwind Museum was founded in 1894, 1897 or 1899: "
            "annual says 1894, press says 1897, letter says 1899",
        ),
        (
            [
                "The Ardle Viaduct was opened on 9 June 1877 by Lady Corran.",
                "On 9 July 1877 Lady Corran opened the Ardle Viaduct.",
            ],
            "The Ardle Viaduct opened on 9 June 1877 or 9 July 1877: annual and press disagree",
        ),
        (
            [
                "Calder College had an endowment of $412 million in 2019. Calder College was founded on 3 May 1871.",
                "In 2019 the endowment of Calder College was $371 million. Calder College was founded on 3 May 1871.",
            ],
            "The endowment of Calder College is $371 million or $412 million: press and annual disagree",
        ),
        (
            [
                "The Ardle Viaduct rests on 24 granite piers, each sunk by divers. It was opened on 9 June 1877.",
                "The Ardle Viaduct rests on 26 granite piers, each sunk by divers. It was opened on 9 June 1877.",
            ],
            "For the Ardle Viaduct, the number of granite piers is 24 or 26: annual and press disagree",
        ),
        (
            ["The budget of the Tarn Ferry grew by 12%, from £382 million in 2022 to £412 million in 2023."],
            "£382 million and £412 million make it 7.9%, but the text says 12%: annual",
        ),
        (
            ["Edwin Marlow was born in 1871. Edwin Marlow died in 1869."],
            "Edwin Marlow died in 1869, but was born in 1871: annual",
        ),
        (
            ["# Fair\n\nThe fair opens on Monday, 12 May 2026, in Tarn Hill.\n"],
            '12 May 2026 is a Tuesday, but the text says "Monday": annual',
        ),
        (
            ["Notice of **thirty** (45) days is needed."],
            'The words say "thirty", but the figure beside it is 45: annual',
        ),
        (
            ["The board met on 31 June 2026."],
            "There is no 31 June 2026, as June has 30 days: annual",
        ),
    ],
)
def test_the_sentence(texts: list[str], said: str) -> None:
    assert said in headlines(*texts)


def test_what_is_alike_in_several_sources_is_said_once() -> None:
    said = headlines(MUSEUM.format("1894"), MUSEUM.format("1894"), relation="agree")
    assert "The Northwind Museum was founded in 1894: annual and press" in said


def test_an_attribute_that_has_no_name_is_no_reason_for_a_bad_sentence() -> None:
    said = headlines(
        "The Corran Ferry maintenance cost $3 million in 2015.", "The Corran Ferry maintenance cost $5 million in 2015."
    )
    assert said == [
        'Two documents give different amounts for "maintenance cost" (the Corran Ferry): '
        "$3 million (annual) and $5 million (press)"
    ]


def test_sources_go_by_their_files_and_pages(tmp_path: Path) -> None:
    for folder, year in (("2020", "1894"), ("2021", "1897")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "faq.md").write_text(MUSEUM.format(year))
    (finding,) = [f for f in checker.check_paths([tmp_path]).findings if f.relation == "conflict"]
    assert finding.message.endswith(": 2020/faq.md and 2021/faq.md disagree")


def _texts() -> list[tuple[str, list[str]]]:
    rules = recommended().rules
    examples = [(rule.id, example) for rule in rules for example in rule.examples.conflict]
    return [(name, [example] if isinstance(example, str) else list(example)) for name, example in examples]


def test_every_example_of_every_rule_gives_a_sentence() -> None:
    """It begins with a capital or a figure, has no mark, brace or doubled word, and ends with its sources."""
    for rule, texts in _texts():
        said = headlines(*texts)
        assert said, rule
        for sentence in said:
            assert re.match(r"[A-Z0-9\"'£$€-]", sentence), (rule, sentence)
            assert not re.search(r"\*\*|\]\(|[{}]|<\w|\b(\w{3,}) \1\b|  |: :", sentence), (rule, sentence)
            assert re.search(r"annual|press", sentence.rpartition(": ")[2]), (rule, sentence)


def test_every_form_of_every_kind_has_a_sentence() -> None:
    data = vocabulary.headlines()
    missing = [
        (kind, form)
        for kind, forms in constraints.FORMS.items()
        for form in forms
        if form not in data[kind] and "other" not in data[kind]
    ]
    assert missing == []


def test_every_sentence_of_an_attribute_can_be_filled_in() -> None:
    known = recommended().attributes
    wrong = {name: headline_problem(entry.headline) for name, entry in known.items() if entry.headline is not None}
    assert {name: what for name, what in wrong.items() if what} == {}
    unsaid = [name for name, entry in known.items() if entry.value == "date" and entry.headline is None]
    assert unsaid == []


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("{subject} has {number} berths", ""),
        ("{subject} was moored {when}", ""),
        ("{subject} has berths", "has no {value}, {number} or {when}"),
        ("{thing} has {value}", "can have only"),
        ("{subject.name} has {value}", "can have only"),
        ("{subject} has {value!r}", "can have only"),
        ("{subject} has {value", "has a brace too many"),
    ],
)
def test_a_sentence_that_cannot_be_filled_in_is_refused(sentence: str, problem: str) -> None:
    assert headline_problem(sentence).startswith(problem)
    assert bool(problem) == bool(headline_problem(sentence))


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_joined(words: list[str], said: str) -> None:
    assert joined(words) == said
