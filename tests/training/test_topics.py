"""Texts with their topics become groups of candidates, and the same texts give the same weights."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
import yaml

from training import topics

BRIDGE = "Harlow Bridge is a bridge in the far north of the land. The bridge opened in 1907. Trams met it."
HALL = "Tarn Hall is a hall in the far north of the land. The hall was old. Ada Voss met it."


def test_the_right_candidates_are_those_that_the_label_names() -> None:
    group = topics.group_of(topics.document_of(BRIDGE), ["Harlow Bridge"], "part", 4.0)
    assert (group.part, group.weight, sum(group.right)) == ("part", 4.0, 1)
    assert "opens_text" in group.features[group.right.index(True)]


@pytest.mark.parametrize("topic", [[], ["Ida Lund"]])
def test_a_text_of_nobody_and_one_that_does_not_name_its_topic(topic: list[str]) -> None:
    group = topics.group_of(topics.document_of(BRIDGE), topic, "part")
    right = [features for features, is_right in zip(group.features, group.right, strict=True) if is_right]
    assert ["nobody" in features for features in right] == ([] if topic else [True])


def test_the_same_texts_give_the_same_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"title": "Harlow Bridge", "text": BRIDGE}, {"title": "Tarn Hall", "text": HALL}] * 6
    packed = tmp_path / "articles.jsonl.gz"
    packed.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    for folder, text in (("bridges", f"# Notes\n\n{BRIDGE}"), ("halls", f"# Notes\n\n{HALL}")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.md").write_text(text, encoding="utf-8")
    labels = tmp_path / "labels.yaml"
    labels.write_text(
        yaml.safe_dump(
            [
                {"folder": "bridges", "file": "page.md", "topic": ["Harlow Bridge"]},
                {"folder": "halls", "file": "page.md", "topic": ["Tarn Hall"]},
            ]
        ),
        encoding="utf-8",
    )
    written = []
    for n in range(2):
        out = tmp_path / f"weights{n}.yaml"
        monkeypatch.setattr(topics, "WEIGHTS", out)
        monkeypatch.setattr(sys, "argv", ["topics", str(packed), f"{labels}:{tmp_path}/FOLDER", "--write"])
        topics.main()
        written.append(out.read_text(encoding="utf-8"))
    assert written[0] == written[1]
    assert set(yaml.safe_load(written[0])) == topics.names_of_features()
    assert "by folder held out: 1.000 of 2" in capsys.readouterr().out
