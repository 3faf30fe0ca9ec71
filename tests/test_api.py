"""The Python interface: texts, paths and values in, plain dicts out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import checker
from checker.model.user_error import UserError

TEXTS = {
    "log": "The Joint Harbour Watch Exercise (JHWE) began in 1894. Later the Joint Harbour Watch Exchange (JHWE) grew.",
    "guide": "The Joint Harbour Watch Exercise (JHWE) began in 1894 and spent $50 million in FY1999.",
}


def test_texts_are_compared_and_quoted_exactly() -> None:
    report = checker.check_texts(TEXTS).to_json()
    assert report["schema_version"] == 1
    assert report["tool"] == {"name": "check-claims", "version": checker.__version__}
    assert [source["id"] for source in report["sources"]] == ["guide", "log"]
    for claim in report["claims"]:
        text, evidence, value = TEXTS[claim["source"]], claim["evidence"], claim["value"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert text[value["start"] : value["end"]] == value["text"]
    ids = {claim["id"] for claim in report["claims"]}
    assert len(ids) == len(report["claims"]) == report["summary"]["claims"]
    for finding in report["findings"]:
        assert set(finding["claims"]) <= ids
    assert [f["rule"] for f in report["findings"] if f["relation"] == "conflict"] == ["acronym-spelt-once"]


def test_the_order_of_texts_changes_nothing() -> None:
    turned = dict(reversed(TEXTS.items()))
    assert json.dumps(checker.check_texts(turned).to_json()) == json.dumps(checker.check_texts(TEXTS).to_json())


@pytest.mark.parametrize("texts", [{}, {"empty": ""}, {"blank": " \n\t"}, {"one": "1"}])
def test_texts_without_claims(texts: dict[str, str]) -> None:
    report = checker.check_texts(texts).to_json()
    assert report["summary"] | {"sources": 0} == {
        "sources": 0,
        "claims": 0,
        "agreements": 0,
        "conflicts": 0,
        "possible": 0,
        "single_source": 0,
        "not_checked": 0,
    }
    assert report["summary"]["sources"] == len(texts)


def test_paths_are_read_and_what_cannot_be_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4")
    report = checker.check_paths([tmp_path]).to_json()
    assert [(s["id"], s["status"]) for s in report["sources"]] == [
        ("guide", "checked"),
        ("log", "checked"),
        ("scan", "not-checked"),
    ]
    assert [(n["source"], n["rule"]) for n in report["not_checked"]] == [("scan", None)]
    assert report["claims"] == checker.check_texts(TEXTS).to_json()["claims"]


def test_a_missing_path_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file or folder"):
        checker.check_paths([tmp_path / "nosuch"])


def test_values_have_offsets_into_the_text_as_given() -> None:
    text = "about\u00a0$50\u00a0million for FY1999"
    money, date = checker.find_values(text)
    assert (money.kind, money.low, money.high, money.unit, money.modifier) == (
        "money",
        "50000000",
        "50000000",
        "USD",
        "about",
    )
    assert money.text == text[money.start : money.end] == "about\u00a0$50\u00a0million"
    assert (date.kind, date.low, date.high) == ("date", "1998-10-01", "1999-09-30")
    assert text[date.start : date.end] == date.text == "FY1999"


@pytest.mark.parametrize("run", ["Ab and ", "Cap ", "1990 ", "(AB) ", "Ab has 5 boats in 1990, ", "Key: 5\n"])
def test_a_run_of_one_thing_is_read_to_its_end(run: str) -> None:
    text = run * 2000
    for claim in checker.check_texts({"run": text}).to_json()["claims"]:
        evidence = claim["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
