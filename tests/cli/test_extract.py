"""The command ``extract``: claims files written, held against drift, and kept as people edited them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import GUIDE, Command


@pytest.fixture
def extracted(corpus: Path, command: Command) -> Path:
    assert command("extract").code == 0
    return corpus


def test_it_writes_a_file_for_each_source_once(corpus: Path, command: Command) -> None:
    ran = command("extract")
    assert ran.code == 0
    assert ran.out.endswith("2 sources: 2 written, 0 unchanged, 0 not checked\n")
    assert sorted(p.name for p in (corpus / "claims").iterdir()) == ["guide.yaml", "letter.yaml"]
    before = {p: p.read_bytes() for p in (corpus / "claims").iterdir()}
    assert command("extract").out == "2 sources: 0 written, 2 unchanged, 0 not checked\n"
    assert {p: p.read_bytes() for p in (corpus / "claims").iterdir()} == before


def test_only_the_paths_given(corpus: Path, command: Command) -> None:
    assert command("extract", "docs/guide.txt").out.endswith("1 sources: 1 written, 0 unchanged, 0 not checked\n")
    assert [p.name for p in (corpus / "claims").iterdir()] == ["guide.yaml"]


def test_check_writes_nothing_and_names_what_is_missing(corpus: Path, command: Command) -> None:
    ran = command("extract", "--check")
    assert ran.code == 1
    assert ran.out == (
        "claims/guide.yaml is missing\nclaims/letter.yaml is missing\n"
        "2 sources: 2 out of date, 0 unchanged, 0 not checked\n"
    )
    assert not (corpus / "claims").exists()


def test_drift_is_found_and_shown(extracted: Path, command: Command) -> None:
    assert command("extract", "--check").code == 0
    (extracted / "docs/guide.txt").write_text(GUIDE.replace("1894", "1899"), encoding="utf-8")
    ran = command("extract", "--check")
    assert ran.code == 1
    assert ran.out.startswith("claims/guide.yaml is out of date\n")
    shown = command("extract", "--diff")
    assert shown.code == 0
    assert shown.out.startswith("--- a/claims/guide.yaml\n+++ b/claims/guide.yaml\n@@")
    assert any(line.startswith("-") and "1894" in line for line in shown.out.splitlines())
    assert any(line.startswith("+") and "1899" in line for line in shown.out.splitlines())
    assert command("extract", "--check", "--diff").code == 1


def test_check_reads_claims_as_people_edited_them(extracted: Path, command: Command) -> None:
    stored = extracted / "claims/guide.yaml"
    text = stored.read_text(encoding="utf-8")
    assert "modality: asserted" in text
    stored.write_text(text.replace("modality: asserted", "modality: projected"), encoding="utf-8")
    found = json.loads(command("-o", "json").out)["claims"]
    assert {c["modality"] for c in found if c["source"] == "guide"} == {"projected"}
    assert {c["modality"] for c in found if c["source"] == "letter"} == {"asserted"}


def test_stored_claims_and_fresh_ones_give_the_same_report(corpus: Path, command: Command) -> None:
    fresh = command("-o", "json").out
    command("extract")
    assert command("-o", "json").out == fresh


def of_version_1(written: str) -> str:
    """A claims file as it was written before claims said what stands around them."""
    bare = re.sub(r"(?m)^    (?:labels|qualifiers|words):\n(?:      .*\n)+|^    digest: .*\n", "", written)
    return bare.replace("schema_version: 2", "schema_version: 1")


def test_a_claims_file_of_version_1_is_read_as_extraction_would_write_it(extracted: Path, command: Command) -> None:
    file = extracted / "claims/guide.yaml"
    written, report = file.read_text(encoding="utf-8"), json.loads(command("-o", "json").out)
    assert any(c.get("qualifiers") for c in report["claims"] if c["source"] == "guide")
    file.write_text(of_version_1(written), encoding="utf-8")
    assert "qualifiers:" not in file.read_text(encoding="utf-8")
    assert json.loads(command("-o", "json").out) == report
    assert "claims/guide.yaml is out of date: run check-claims extract" in " ".join(command().out.split())
    assert command("extract", "--check").code == 1
    assert command("extract").code == 0
    assert "schema_version: 2\n" in file.read_text(encoding="utf-8")
    assert held_qualifiers(file) == held_qualifiers(written)


def held_qualifiers(file: Path | str) -> list[str]:
    written = file.read_text(encoding="utf-8") if isinstance(file, Path) else file
    return re.findall(r"(?m)^    qualifiers:\n(?:      .*\n)+", written)


def test_a_corrected_qualifier_reaches_the_report(extracted: Path, command: Command) -> None:
    file = extracted / "claims/guide.yaml"
    written = file.read_text(encoding="utf-8")
    assert written.count("refers_back: true") >= 1
    file.write_text(written.replace("refers_back: true", "each: true"), encoding="utf-8")
    for _ in range(2):
        found = [c.get("qualifiers") for c in json.loads(command("-o", "json").out)["claims"] if c["source"] == "guide"]
        assert {"each": True} in found
        assert {"refers_back": True} not in found
        assert command("extract").code == 0


def test_a_corrected_qualifier_decides(corpus: Path, command: Command) -> None:
    (corpus / "docs/guide.txt").write_text("Tarn Guide\n\nThe Tarn Inn has 312 employees.\n", encoding="utf-8")
    (corpus / "docs/letter.txt").write_text(
        "Tarn Guide\n\nBy the lake, the Tarn Inn has 290 employees.\n", encoding="utf-8"
    )

    def conflicts() -> list[list[str]]:
        report = json.loads(command("-o", "json").out)
        values = {c["id"]: c["value"]["text"] for c in report["claims"]}
        assert set(values.values()) == {"312", "290"}
        return [
            sorted(values[claim] for claim in finding["claims"])
            for finding in report["findings"]
            if finding["relation"] == "conflict"
        ]

    command("extract")
    assert conflicts() == [["290", "312"]]
    file = corpus / "claims/guide.yaml"
    head = "    modality: asserted\n"
    written = file.read_text(encoding="utf-8")
    assert head in written
    assert "      role: staff\n" in written
    file.write_text(written.replace("      role: staff\n", "      role: guests\n"), encoding="utf-8")
    assert conflicts() == []
    assert command("extract").code == 0
    assert conflicts() == []


def test_a_changed_source_is_read_anew_and_said(extracted: Path, command: Command) -> None:
    (extracted / "docs/guide.txt").write_text(GUIDE.replace("1894", "1899"), encoding="utf-8")
    out = " ".join(command().out.split())
    assert "claims/guide.yaml is out of date: run check-claims extract" in out
    assert "claims/letter.yaml" not in out


def test_a_missing_claims_file_is_said(corpus: Path, command: Command) -> None:
    assert "claims/guide.yaml is missing: run check-claims extract" in " ".join(command().out.split())


MALFORMED = "schema_version: 1\nsorce: {}\n"


def test_a_malformed_claims_file_is_never_overwritten(extracted: Path, command: Command) -> None:
    stored = extracted / "claims/guide.yaml"
    stored.write_text(MALFORMED, encoding="utf-8")
    ran = command("extract")
    assert ran.code == 2
    assert "claims/guide.yaml" in ran.err
    assert stored.read_text(encoding="utf-8") == MALFORMED


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (MALFORMED, "claims/guide.yaml:2: unknown key 'sorce'; did you mean 'source'? (and 1 more problem in it)"),
        ("schema_version: 1\nclaims: [\n", "claims/guide.yaml:2: cannot be read as YAML: "),
        ("", "claims/guide.yaml: "),
    ],
)
def test_a_source_whose_claims_file_is_malformed_is_not_checked(
    extracted: Path, command: Command, text: str, reason: str
) -> None:
    (extracted / "claims/guide.yaml").write_text(text, encoding="utf-8")
    ran = command("-o", "json")
    assert (ran.code, ran.err) == (2, "")
    report = json.loads(ran.out)
    (missing,) = report["not_checked"]
    assert (missing["source"], missing["rule"]) == ("guide", None)
    assert missing["reason"].startswith(reason)
    assert [(s["id"], s["status"]) for s in report["sources"]] == [("guide", "not-checked"), ("letter", "checked")]
    assert {claim["source"] for claim in report["claims"]} == {"letter"}
    assert command("--allow-incomplete").code == 1


def test_a_quote_that_is_not_in_the_source_is_refused(extracted: Path, command: Command) -> None:
    stored = extracted / "claims/guide.yaml"
    text = stored.read_text(encoding="utf-8")
    assert "312 boats" in text
    stored.write_text(text.replace("312 boats", "313 boats"), encoding="utf-8")
    ran = command("-o", "json")
    assert ran.code == 2
    (missing,) = json.loads(ran.out)["not_checked"]
    assert missing["source"] == "guide"
    assert missing["reason"].startswith("claims/guide.yaml:")


def test_an_unreadable_source_is_not_checked(extracted: Path, command: Command) -> None:
    (extracted / "docs/letter.txt").write_bytes(b"a\0b" * 50)
    ran = command("extract", "--check")
    assert ran.code == 2
    assert "not checked: " in ran.out
    assert ran.out.endswith("1 sources: 0 out of date, 1 unchanged, 1 not checked\n")


def test_a_folder_for_claims_must_be_named(docs: Path, command: Command) -> None:
    ran = command("extract", "docs")
    assert (ran.code, ran.err) == (
        2,
        "check-claims: error: no folder for claims; set one in the configuration: claims: claims\n",
    )
