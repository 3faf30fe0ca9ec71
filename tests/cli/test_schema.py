"""The command ``schema``, and the line in every file written that tells editors of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from checker.cli.schema import SCHEMAS, text_of
from checker.strictyaml.modelines import MARK
from tests.cli.conftest import Command

ROOT = Path(__file__).parent.parent.parent
DECISIONS = """schema_version: 1
decisions:
  - rule: once-only
    subject: harbour
    attribute: founded
    values: {guide: 1894, letter: 1897}
    verdict: waived
    reason: asked
    by: Ada
    "on": "2031-05-17"
    expires: "2031-06-17"
"""
HELD = [("claims", path.read_text(encoding="utf-8")) for path in sorted((ROOT / "claims").glob("*.yaml"))] + [
    ("sources", (ROOT / "seeds/sources.yaml").read_text(encoding="utf-8")),
    ("sources", "sources:\n  guide: {file: guide.txt, published: 2008}\n"),
    ("sources", "- file: guide.txt\n  authority: 3\n"),
    ("rules", (ROOT / "rules/imet.yaml").read_text(encoding="utf-8")),
    ("config", "rules: rules/*.yaml\nmax-file-size: 50 MB\nfail-on: error\n"),
    ("config", "rules: [a.yaml, b.yaml]\nmax_file_size: 1000\nseverity: {once-only: info}\n"),
    ("decisions", DECISIONS),
]
REFUSED = [
    ("claims", "schema_version: 1\nsource: {id: a}\nclaim: []\n"),
    ("sources", "sources:\n  - title: no file\n"),
    ("sources", "sources:\n  - file: a.txt\n    publshed: 2008\n"),
    ("rules", "rules:\n  - id: a\n    kind: agreement\n"),
    ("config", "fail_on: sometimes\n"),
    ("config", "max_file_size: much\n"),
    ("decisions", DECISIONS.replace("waived", "waved")),
]


def validator(name: str) -> Any:
    schema = json.loads(text_of(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_it_prints_a_valid_schema(name: str, command: Command) -> None:
    ran = command("schema", name)
    assert (ran.code, ran.err) == (0, "")
    jsonschema.Draft202012Validator.check_schema(json.loads(ran.out))


@pytest.mark.parametrize(("name", "text"), HELD)
def test_it_takes_what_the_tool_takes(name: str, text: str) -> None:
    assert [error.message for error in validator(name).iter_errors(yaml.safe_load(text))] == []


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_it_refuses_what_the_tool_refuses(name: str, text: str) -> None:
    assert list(validator(name).iter_errors(yaml.safe_load(text)))


@pytest.fixture
def pointed(corpus: Path) -> Path:
    """The corpus with a folder of schemas configured."""
    with (corpus / "check-claims.yaml").open("a", encoding="utf-8") as file:
        file.write("schemas: docs/schemas\n")
    return corpus


def test_every_file_that_is_written_names_its_schema_once(pointed: Path, command: Command) -> None:
    command("extract")
    note = pointed / "note.txt"
    note.write_text("The Joint Harbour Watch Exercise (JHWE) began in 1897.\n", encoding="utf-8")
    assert command("add", str(note), "--yes").code == 0
    keys = [f["fingerprint"] for f in json.loads(command("check", "-o", "json").out)["findings"]]
    assert command("decide", keys[0], "--verdict", "left").code == 0
    written = {
        "docs/sources.yaml": "schemas/sources.json",
        "claims/guide.yaml": "../docs/schemas/claims.json",
        "claims/note.yaml": "../docs/schemas/claims.json",
    }
    (decided,) = (pointed / "rules/decisions").glob("*.yaml")
    written[decided.relative_to(pointed).as_posix()] = "../../docs/schemas/decisions.json"
    for name, schema in written.items():
        text = (pointed / name).read_text(encoding="utf-8")
        assert text.startswith(f"{MARK}{schema}\n"), name
        assert text.count(MARK) == 1
    before = {path: path.read_bytes() for path in pointed.rglob("*.yaml")}
    assert "0 written" in command("extract").out
    assert command("decide", keys[0], "--verdict", "right").code == 0
    assert decided.read_text(encoding="utf-8").count(MARK) == 1
    assert {p: p.read_bytes() for p in pointed.rglob("*.yaml") if p != decided} == {
        p: data for p, data in before.items() if p != decided
    }


def test_it_is_no_work_of_a_person(pointed: Path, command: Command) -> None:
    command("extract")
    assert command("remove", "letter").code == 0
    assert not (pointed / "claims/letter.yaml").exists()


@pytest.mark.parametrize("remark", ["", "# a word of ours\n"])
def test_a_file_that_is_written_anew_keeps_its_comments_below(pointed: Path, command: Command, remark: str) -> None:
    command("extract")
    path = pointed / "claims/guide.yaml"
    line, rest = path.read_text(encoding="utf-8").split("\n", 1)
    path.write_text(remark + rest, encoding="utf-8")
    assert command("extract", "--check").code == 1
    command("extract")
    assert path.read_text(encoding="utf-8") == f"{line}\n{remark}{rest}"
