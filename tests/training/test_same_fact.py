"""Labelled documents become pairs with features and labels, and the same documents give the same weights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from checker.comparison import confidence
from checker.comparison.features import FEATURES, RIVAL_FEATURES
from checker.comparison.scoring import weight_names
from checker.comparison.thresholds import HOPELESS, LIKELY
from training import same_fact
from training.corpora import Corpus, Link
from training.same_fact import Example, Judged, example_of, records_of, table_of

NAMES = ("Tarn Weir", "Osier Mill", "Harlow Bridge", "Calder Hall", "Alder Lock", "Birch Ferry")
OPENING = "{name} was opened on 3 May {year} by Amos Pike."
SENTENCE = OPENING + " {name} has {gates} gates. The quay of Larch Haven is {length} metres long."


def texts(name: str = NAMES[0], year: int = 1871, gates: int = 412) -> dict[str, str]:
    """Two documents that agree on when something opened, conflict on its gates, and tell of two quays."""
    return {
        "a": SENTENCE.format(name=name, year=year, gates=gates, length=173),
        "b": SENTENCE.format(name=name, year=year, gates=gates + 9, length=245).replace("Larch Haven", "Yew Sound"),
    }


def linked(given: dict[str, str], same: bool, relation: str, left: str, right: str) -> Link:
    a, b = given["a"].index(left), given["b"].index(right)
    return Link(("a", a, a + len(left)), ("b", b, b + len(right)), same, relation)


def corpus(**changes: Any) -> Corpus:
    given = texts()
    links = [
        linked(given, True, "agree", "3 May 1871", "3 May 1871"),
        linked(given, True, "conflict", "412", "421"),
        linked(given, False, "trap", "173", "245"),
    ]
    return Corpus("ours", "ours/weir", **{"texts": given, "links": links} | changes)


def example(**changes: Any) -> Example:
    made = corpus(**changes)
    return example_of(made, records_of(made))


def labels(found: Example) -> dict[tuple[str, str], int]:
    """By the texts of two values, those of a first."""
    shown = {}
    for (left, right), label in zip(found.places, found.labels, strict=True):
        one, other = sorted((found.profiles[left], found.profiles[right]), key=lambda p: p.source)
        if one.source != other.source:
            shown[one.claims[0].value.text, other.claims[0].value.text] = int(label)
    return shown


def test_what_is_labelled_of_one_fact_and_of_two() -> None:
    found = labels(example())
    assert found["3 May 1871", "3 May 1871"] == 1
    assert found["412", "421"] == 1
    assert found["173 metres", "245 metres"] == 0


@pytest.mark.parametrize(
    ("changes", "agree", "conflict"),
    [
        ({"whole": True}, 0, 0),
        ({"whole": True, "clean": False}, 0, 0),
        ({"clean": True}, -1, 0),
        ({"clean": False}, -1, -1),
    ],
)
def test_what_is_known_of_pairs_without_a_label(changes: dict[str, bool], agree: int, conflict: int) -> None:
    found = labels(example(links=[], **changes))
    assert (found["3 May 1871", "3 May 1871"], found["412", "421"]) == (agree, conflict)


def test_links_tell_whether_both_values_are_claims_and_candidates() -> None:
    made = corpus()
    made.links.append(linked(made.texts, True, "agree", "Amos Pike", "Amos Pike"))
    found = example_of(made, records_of(made))
    assert [(relation, both, bool(pairs)) for relation, both, pairs in found.links] == [
        ("agree", True, True),
        ("conflict", True, True),
        ("agree", False, False),
    ]
    assert all(found.relation[n] == relation for relation, _, pairs in found.links for n in pairs)


def test_features_of_each_pair_alone_and_among_its_rivals() -> None:
    found = example()
    assert found.alone.shape == (len(found.places), len(FEATURES))
    among = same_fact.with_rivals(found, np.zeros(len(found.places)))
    assert among.shape == (len(found.places), len(FEATURES) + len(RIVAL_FEATURES))
    assert (among[:, : len(FEATURES)] == found.alone).all()
    assert 0 <= found.fold < same_fact.FOLDS


def test_each_text_is_read_with_places_as_given_and_as_compared() -> None:
    """A text that cannot be read is left out."""
    texts_given = {"a": "It has 40 gates.", "b": "It has\r\n43 gates.", "c": "\0\1\2" * 40}
    found = records_of(corpus(links=[], texts=texts_given))
    assert [given.source.id for given, _ in found][:2] == ["a", "b"]
    for given, read in found:
        assert [claim.id for claim in given.claims] == [claim.id for claim in read.claims]


def test_a_twin_is_an_agreement_with_another_value() -> None:
    found = example()
    found.score = np.full(len(found.places), LIKELY + 1)
    rows, truth, places = same_fact.confidence_rows(found, "copy", "agree")
    assert truth.tolist().count(1) == 1
    assert [found.relation[n] for n in places] == ["agree"] * len(places)
    (twin,), (counts,) = same_fact.twins(found, "copy")
    assert counts == 1
    names = [measure.__name__ for measure in confidence.COPY]
    own = dict(zip(names, rows[truth == 1][0], strict=True))
    changed = dict(zip(names, twin, strict=True))
    assert own.pop("distance") == 0.0
    assert 0 <= changed.pop("distance") <= 3
    assert own == changed


@pytest.mark.parametrize(("above", "seen"), [(0.001, True), (-0.001, False)])
def test_what_scores_hopelessly_has_no_confidence(above: float, seen: bool) -> None:
    found = example()
    found.score = np.full(len(found.places), HOPELESS + above)
    assert bool(same_fact.confidence_rows(found, "copy", "conflict")[2]) is seen


def test_how_good_the_weights_are_is_told_by_precision_and_by_false_ones() -> None:
    one = Judged([(0.9, True), (0.8, True), (0.7, False), (0.6, True)], wanted=4, documents=100)
    (line,) = table_of({"ours": one})
    assert " ".join(line.split()) == (
        "ours 4 wanted 100 documents AP 0.688 | "
        "P 0.95: R 0.50 from 0.80; P 0.9: R 0.50 from 0.80; P 0.8: R 0.50 from 0.80; "
        "P 0.5: R 0.75 from 0.60; 0.2 false/100: 2 from 0.80; 2 false/100: 3 from 0.60; 4 false/100: 3 from 0.60"
    )
    (line,) = table_of({"quiet": Judged([(0.9, False)], wanted=0, documents=10)})
    assert " ".join(line.split()) == "quiet 0 wanted 10 documents |"


def test_how_sure_it_is_is_held_against_how_often_it_was_right() -> None:
    sure = [(0.9, True), (0.9, True), (0.9, False), (0.3, False), (0.1, True)]
    (line,) = same_fact.calibration_of({"ours:x": Judged(sure, wanted=4, documents=9)})
    assert " ".join(line.split()) == "ours 0.20-0.40: 0 of 1 (0.00); 0.85-0.95: 2 of 3 (0.67)"


def test_where_all_pairs_are_of_one_fact_only_their_number_counts() -> None:
    found = example(links=[linked(texts(), True, "conflict", "412", "421")], whole=False, clean=False)
    found.score = np.full(len(found.places), LIKELY + 1)
    fitted = {what: same_fact.ConfidenceFit([found], what, "conflict") for what in same_fact.CONFLICTS}
    assert not any(fit.weights.any() for fit in fitted.values())
    odds = {round(float(np.exp(fit.always))) for fit in fitted.values()}
    assert odds == {1, 3}, "the conflict, and the day told twice with another value"


def folders(root: Path) -> Path:
    """Two folders for each name, labelled whole; in every fourth one nothing that looks alike is one fact."""
    for n, name in enumerate(NAMES * 2):
        given = texts(name, 1871 + n, 412 + 7 * n)
        links = [("3 May", "3 May", "agree"), (f"{412 + 7 * n}", f"{421 + 7 * n}", "conflict"), ("173", "245", "trap")]
        if n % 4 == 3:
            links = [(left, right, "trap") for left, right, _ in links]
        values, relations = [], []
        for at, (left, right, label) in enumerate(links):
            for file, words in (("a", left), ("b", right)):
                start = given[file].index(words)
                values.append({"id": f"{file}{at}", "file": f"{file}.txt", "start": start, "end": start + len(words)})
            relations.append({"a": f"a{at}", "b": f"b{at}", "label": label})
        folder = root / f"{n:02}"
        (folder / "docs").mkdir(parents=True)
        for file, text in given.items():
            (folder / "docs" / f"{file}.txt").write_text(text, encoding="utf-8")
        (folder / "labels.yaml").write_text(yaml.safe_dump({"values": values, "relations": relations}))
    return root


def test_the_same_documents_give_the_same_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    collection = f"folders:{folders(tmp_path / 'folders')}*2"
    written = []
    for n in range(2):
        out = tmp_path / f"weights{n}"
        out.mkdir()
        monkeypatch.setattr(same_fact, "OUT", out)
        (out / "conflict.yaml").write_text("tiers: {error: 0.9, warning: 0.5, possible: 0.25}\nweights:\n  old: 1\n")
        (out / "copy.yaml").write_text("weights:\n  old: 1\n")
        (out / "agreement.yaml").write_text("threshold: 0.5\nweights:\n  old: 1\n")
        same_fact.main([collection, "--records", str(tmp_path / "records"), "--write"])
        written.append({path.name: path.read_text(encoding="utf-8") for path in out.iterdir()})
    assert written[0] == written[1]
    tables = {name: yaml.safe_load(text) for name, text in written[0].items()}
    assert {step: tuple(own) for step, own in tables["same_fact.yaml"].items()} == weight_names()
    assert tables["conflict.yaml"]["tiers"] == {"error": 0.9, "warning": 0.5, "possible": 0.25}
    assert tables["agreement.yaml"]["threshold"] == 0.5
    for name, measures in same_fact.MEASURES.items():
        assert list(tables[f"{name}.yaml"]["weights"]) == ["always", *(measure.__name__ for measure in measures)]
    among = tables["same_fact.yaml"]["among"]
    assert among["near_alike"] > 0 > among["other_names"], "what tells one fact from two gets the weight"
    told = capsys.readouterr().out
    assert told.count("12 corpora, 18 links, 18 both claims, 18 candidates;") == 2
    assert len(list((tmp_path / "records").iterdir())) == 1, "what was read is used again"
