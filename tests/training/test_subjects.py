"""Labelled values become groups of candidates with the right ones marked, and the same labels give the same weights."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker import check_paths
from checker.claims import extract
from checker.claims.subject_ranking import subjects_of
from training import subjects
from training.conditional_logit import Group

TEXT = "Osier Mill is a mill. The wheel shed has 40 looms. It was built in 1904.\n"
LOOMS, YEAR = "40 looms", "1904"


def placed(text: str, value: str, *names: str) -> subjects.Label:
    start = text.index(value)
    return subjects.Label(start, start + len(value), list(names))


def right(group: Group) -> list[dict[str, float]]:
    return [features for features, is_right in zip(group.features, group.right, strict=True) if is_right]


def groups(text: str, value: str, *names: str) -> list[Group]:
    return list(subjects.groups_of(text, [placed(text, value, *names)], "part", 2.0))


def test_the_right_candidate_is_the_one_that_the_label_names() -> None:
    (group,) = groups(TEXT, LOOMS, "Osier Mill")
    assert (group.part, group.weight, sum(group.right)) == ("part", 2.0, 1)
    assert "current_topic" in right(group)[0]


@pytest.mark.parametrize(
    ("names", "phrase"),
    [
        # The owner alone makes no part of it right; a word of the part does, with or without its owner.
        (["Osier Mill"], [False]),
        (["wheel"], [True]),
        (["the Osier Mill wheel"], [False, True]),
        (["the roof"], []),
        (["Tarn Hall"], []),
    ],
)
def test_a_part_is_right_where_the_label_has_a_word_of_it(names: list[str], phrase: list[bool]) -> None:
    (group,) = groups(TEXT, LOOMS, *names)
    assert sorted("phrase_precedes" in features for features in right(group)) == phrase


def test_a_short_form_of_the_name_is_right() -> None:
    text = "The Tarn Weavers Union (TWU) is a union. The wheel shed has 40 looms.\n"
    (group,) = groups(text, LOOMS, "TWU")
    assert "current_topic" in right(group)[0]


def test_a_label_is_of_the_value_that_it_stands_on() -> None:
    (group,) = groups("Osier Mill is a mill. Some say that it needs 40 looms.\n", LOOMS, "Osier Mill")
    assert "by_pronoun" in right(group)[0]


@pytest.mark.parametrize("value", ["Mill", "The wheel"])
def test_a_label_beside_all_values_has_no_group(value: str) -> None:
    assert groups(TEXT, value, "Osier Mill") == []


@pytest.mark.parametrize(
    ("sentence", "value", "outright"),
    [
        ("The depth of Tarn Hall is 40 m.", "40 m", True),
        ("Tarn Hall was founded in 1904.", YEAR, True),
        ("Tarn Hall opened a library in 1904.", YEAR, True),
        ("Tarn Hall has 40 looms.", LOOMS, True),
        # The verb calls for no attribute, or governs nothing.
        ("Tarn Hall sold 40 looms.", LOOMS, False),
        ("There are 40 looms in Tarn Hall.", LOOMS, False),
    ],
)
def test_a_value_whose_clause_says_outright_what_it_is_of_has_no_group(
    sentence: str, value: str, outright: bool
) -> None:
    assert (groups(f"Osier Mill is a mill. {sentence}\n", value, "Tarn Hall") == []) is outright


def test_claims_are_extracted_as_before_behind_the_groups() -> None:
    groups(TEXT, LOOMS, "Osier Mill")
    assert extract.subjects_of is subjects_of


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ({"start": 3, "end": 5}, (3, 5)),
        ({"line": 1, "text": "ab"}, (0, 2)),
        ({"line": 2, "text": "ab"}, (6, 8)),
        ({"line": 2, "text": "ab", "nth": 2}, (9, 11)),
        ({"line": 2, "text": "ab", "nth": 3}, None),
        ({"line": 2, "text": "xy"}, None),
        ({"line": 3, "text": "ab"}, None),
    ],
)
def test_where_a_label_stands(label: dict[str, Any], expected: tuple[int, int] | None) -> None:
    assert subjects._place("ab cd\nab ab", label) == expected


def write_labels(folder: Path, copies: int) -> Path:
    """A file of labels of two folders with these copies of one page, and labels that are passed over."""
    labels: list[dict[str, Any]] = []
    for name, title in (("mills", "Osier Mill"), ("halls", "Tarn Hall")):
        (folder / name).mkdir()
        for n in range(copies):
            (folder / name / f"page{n}.md").write_text(TEXT.replace("Osier Mill", title), encoding="utf-8")
            own = {"folder": name, "file": f"page{n}.md", "line": 1}
            labels += [
                {**own, "text": LOOMS, "subject": [title]},
                {**own, "text": YEAR, "subject": [title], "is_claim": False},
                {**own, "text": LOOMS, "subject": []},
                {**own, "text": "50 looms", "subject": [title]},
            ]
    path = folder / "labels.yaml"
    path.write_text(yaml.safe_dump(labels), encoding="utf-8")
    return path


@pytest.mark.parametrize(("option", "weight"), [("", 1.0), (":3", 3.0)])
def test_labels_are_read_by_folder(tmp_path: Path, option: str, weight: float) -> None:
    found = list(subjects.labelled(f"{write_labels(tmp_path, 1)}:{tmp_path}/FOLDER{option}"))
    assert [(group.part, group.weight) for group in found] == [("halls", weight), ("mills", weight)]
    assert all("current_topic" in right(group)[0] for group in found)


def write_pairs(folder: Path) -> Path:
    path = folder / "pairs.jsonl"
    case = {"id": "1b", "title": "Osier Mill", "a": TEXT, "b": TEXT.replace("40", "60")}
    for side, value in (("a", LOOMS), ("b", "60 looms")):
        start = case[side].index(value)
        case[f"{side}_span"] = [start, start + len(value)]
    path.write_text(json.dumps(case) + "\n", encoding="utf-8")
    return path


def test_pairs_give_a_group_for_each_of_their_texts(tmp_path: Path) -> None:
    found = list(subjects.pairs(write_pairs(tmp_path), 0.4))
    assert [(group.part, group.weight, sum(group.right)) for group in found] == [("pairs 7", 0.4, 1)] * 2


def test_the_same_labels_give_the_same_weights_and_a_line_for_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    labels, written = write_labels(tmp_path, 10), []
    for n in range(2):
        out = tmp_path / f"weights{n}.yaml"
        monkeypatch.setattr(subjects, "WEIGHTS", out)
        given = ["subjects", f"{labels}:{tmp_path}/FOLDER", "--pairs", str(write_pairs(tmp_path)), "--write"]
        monkeypatch.setattr(sys, "argv", given)
        subjects.main()
        written.append(out.read_text(encoding="utf-8"))
    assert written[0] == written[1]
    weights = yaml.safe_load(written[0])
    assert weights["current_topic"] > 0 > weights["phrase_leads"]
    lines = capsys.readouterr().out.splitlines()
    score = "among the candidates 1.000; right, held out by folder, 1.000; fitted on all 1.000"
    assert lines == [f"labels.yaml: 20 values; {score}", f"pairs: 2 values; {score}"] * 2


def test_nothing_is_written_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "weights.yaml"
    monkeypatch.setattr(subjects, "WEIGHTS", out)
    monkeypatch.setattr(sys, "argv", ["subjects", f"{write_labels(tmp_path, 2)}:{tmp_path}/FOLDER"])
    subjects.main()
    assert not out.exists()


def test_labels_of_a_web_page_are_of_the_text_taken_out_of_it(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>Osier Mill</h1><p>Osier Mill is a mill.</p><p>The wheel shed has 40 looms.</p></body></html>"
    )
    (tmp_path / "mill.html").write_text(page, encoding="utf-8")
    ((_, text),) = check_paths([tmp_path / "mill.html"]).texts
    start = text.index(LOOMS)
    label = {"folder": ".", "file": "mill.html", "start": start, "end": start + len(LOOMS), "subject": ["wheel shed"]}
    (tmp_path / "labels.yaml").write_text(yaml.safe_dump([label]), encoding="utf-8")
    (group,) = subjects.labelled(f"{tmp_path / 'labels.yaml'}:{tmp_path}")
    assert any(group.right)
