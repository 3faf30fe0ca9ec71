"""The JSON Schemas are schemas, and the files that people write fit them as YAML loads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker.cli.schema import SCHEMAS
from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors load it: numbers, true and false as what they are, days and ``on`` as text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [
            (tag, pattern)
            for tag, pattern in found
            if not tag.endswith("timestamp") and (not tag.endswith("bool") or first in "tf")
        ]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def validator(command: Command, name: str) -> Draft202012Validator:
    ran = command("schema", name)
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.out)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def problems(checked: Draft202012Validator, data: Any) -> list[str]:
    return [error.message for error in checked.iter_errors(data)]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_schema_is_one_and_refuses_what_it_does_not_know(command: Command, name: str) -> None:
    assert problems(validator(command, name), {"nonsense": 1}) != []
    assert problems(validator(command, name), "text") != []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        *(("claims", path) for path in sorted(ROOT.glob("claims/*.yaml"))),
        *(("rules", path) for path in sorted(ROOT.glob("rules/*.yaml"))),
        ("rules", ROOT / "checker/rules/recommended.yaml"),
        ("sources", ROOT / "seeds/sources.yaml"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_the_files_of_this_project_fit(command: Command, name: str, path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader)
    assert problems(validator(command, name), data) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config", "sources: docs\n"),
        ("config", "sources: [docs, more]\nfail-on: never\nmax-file-size: 5 MB\nallow-outside: true\njobs: 2\n"),
        ("config", "extends: ../base.yaml\nmax_file_size: 5000\nseverity: {once-only: info}\n"),
        ("config", "overrides:\n  - paths: 'docs/**'\n    ignore: once-only\n    severity: {once-only: error}\n"),
        ("sources", "sources:\n  guide: {file: guide.txt, published: 1999, authority: 2}\n"),
        ("sources", "- {id: 1984, file: guide.txt, title: 1984}\n"),
        ("sources", "sources:\n  - {file: guide.txt, published: 2008-04-01}\n"),
        (
            "decisions",
            "schema_version: 1\ndecisions:\n  - {rule: r, subject: s, attribute: a, values: {x: 123456789012}, "
            "verdict: left, by: Ida, on: 2031-05-17}\n",
        ),
    ],
)
def test_files_that_are_taken_fit(command: Command, name: str, text: str) -> None:
    assert problems(validator(command, name), yaml.load(text, Loader)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config", "sorces: docs\n"),
        ("config", "fail-on: sometimes\n"),
        ("config", "overrides:\n  - severity: {once-only: error}\n"),
        ("sources", "sources:\n  - {id: guide}\n"),
        ("sources", "sources:\n  - {file: guide.txt, authority: high}\n"),
        ("decisions", "schema_version: 2\n"),
        ("decisions", "schema_version: 1\ndecisions:\n  - {rule: r}\n"),
        ("rules", "rules:\n  - {id: x, kind: agreement}\n"),
    ],
)
def test_files_that_are_refused_do_not_fit(command: Command, name: str, text: str) -> None:
    assert problems(validator(command, name), yaml.load(text, Loader)) != []


def test_a_report_and_a_decision_that_are_written_fit(command: Command, docs: Path, corpus: Path) -> None:
    report = json.loads(command("check", "-o", "json").out)
    assert problems(validator(command, "report"), report) == []
    key = next(f["fingerprint"] for f in report["findings"] if f["relation"] == "conflict")
    assert command("decide", key, "--verdict", "1", "--reason", "12").code == 0
    (kept,) = (corpus / "rules/decisions").glob("*.yaml")
    assert problems(validator(command, "decisions"), yaml.load(kept.read_text(encoding="utf-8"), Loader)) == []
    assert problems(validator(command, "report"), json.loads(command("check", "-o", "json").out)) == []
    assert command("extract").code == 0
    for path in sorted((corpus / "claims").glob("*.yaml")):
        assert problems(validator(command, "claims"), yaml.load(path.read_text(encoding="utf-8"), Loader)) == []


def test_a_name_that_there_is_not_is_said(command: Command) -> None:
    ran = command("schema", "rulez")
    assert (ran.code, ran.out) == (2, "")
    assert "'rules'" in ran.err
