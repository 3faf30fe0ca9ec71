"""Every key that a person may write is read: for each there is a change of it that changes what comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from checker.cli.commands import run
from checker.cli.schema import text_of
from checker.model.rule import AttributeEntry, EntityEntry, GroupWeights, Rulebook
from checker.pipeline import check_with, recommended
from checker.rules.engine import KINDS
from checker.rules.options import OPTIONS

Command = Callable[..., tuple[int, str]]
ROOT = Path(__file__).parents[1] / "checker"


def keys(name: str) -> set[str]:
    """Each key of a schema, as ``attributes.*.compare.also``; those of kinds of rule are left to their own test."""
    schema = json.loads(text_of(name))
    return {".".join(path).replace("-", "_") for path in _keys(schema, schema, (), ())}


def _keys(part: Any, root: Any, path: tuple[str, ...], seen: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        if name not in seen:
            yield from _keys(root["$defs"][name], root, path, (*seen, name))
        return
    for choice in (*part.get("anyOf", ()), *part.get("oneOf", ()), *part.get("allOf", ())):
        yield from _keys(choice, root, path, seen)
    for deeper, step in ((part.get("items"), ()), (part.get("additionalProperties"), ("*",))):
        if isinstance(deeper, dict):
            yield from _keys(deeper, root, (*path, *step), seen)
    for key, value in part.get("properties", {}).items():
        yield (*path, key)
        yield from _keys(value, root, (*path, key), seen)


# Rules: two ways to write one key, and texts of which they make something else.

SAYS_BERTHS = {"value": "count", "holds": "once", "nouns": ["berth"]}
TWO = ["Port Ellery has 12 berths.", "Port Ellery has 14 berths."]
NEAR = ["Port Ellery has 1043 berths.", "Port Ellery has 1047 berths."]
ABOUT = ["Port Ellery has about 1043 berths.", "Port Ellery has 1127 berths."]
SHEET = ["# Port Ellery\n\nBerths: 12\n"]
PARTS: list[tuple[str, Any, Any, list[str]]] = [
    ("value", "count", "money", TWO),
    ("holds", "once", "many", TWO),
    ("nouns", ["berth"], ["pier"], TWO),
    ("label", "moorings", "landing places", TWO),
    ("verbs", ["rent"], ["lease"], ["Port Ellery leased 12 of them in all."]),
    ("says", ["room for {value}"], ["space for {value}"], ["There is room for 12 berths at Port Ellery."]),
    ("keys", ["berths"], ["docks"], SHEET),
    ("units", ["berth"], ["pier"], TWO),
    ("alone", ["berth"], ["pier"], TWO),
    ("never", [], ["has"], TWO),
    ("stage", None, "planned", TWO),
    ("per", [], ["share"], ["The dividend of Arden Lines was $4 per share."]),
]
PER = {"value": "money", "holds": "once", "nouns": ["dividend"], "keys": [], "verbs": []}


def made(texts: list[str], attributes: Mapping[str, Any], entities: Mapping[str, Any] | None = None) -> Any:
    """What comes of texts under the recommended rules with these attributes and entities on top."""
    book = recommended()
    book = Rulebook(
        entities={name: TypeAdapter(EntityEntry).validate_python(entry) for name, entry in (entities or {}).items()},
        attributes=book.attributes
        | {name: TypeAdapter(AttributeEntry).validate_python(entry) for name, entry in attributes.items()},
        rules=book.rules,
    )
    report = check_with({f"text{n}": text for n, text in enumerate(texts)}, book).to_json()
    return report["claims"], report["findings"], report["possible"], report["comparisons"]


@pytest.fixture
def command(folder: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """A command line, run in the folder: how it ended and what it said."""

    def ran(*arguments: str) -> tuple[int, str]:
        capfd.readouterr()
        code = run(arguments)
        said = capfd.readouterr()
        return code, said.out + said.err

    return ran


RULE = """\
extends: recommended
rules:
  - id: own-founding
    kind: agreement
    severity: error
    why: It is founded once.
    attributes: [founded]
    examples:
      conflict:
        - - "The Alder Ferry was founded in 1894."
          - "The Alder Ferry was founded in 1897."
      agree:
        - - "The Alder Ferry was founded in 1894."
          - "The Teal Ferry was founded in 1897."
"""
DOCUMENTS = {
    "docs/a.md": "The Alder Ferry was founded in 1894 by Amos Pike.\n",
    "docs/b.md": "Amos Pike founded the Alder Ferry in 1895.\n",
    "docs/sub/c.md": "Founded in 1896 by Amos Pike, the Alder Ferry is well known.\n",
    "docs/sources.yaml": "- {file: a.md, title: Guide}\n- {file: b.md}\n- {file: sub/c.md}\n",
    "registers/list.yaml": "- {file: ../docs/a.md, title: Letter}\n- {file: ../docs/b.md}\n",
    "docs/.notes/d.md": "It was in 1897 that Amos Pike founded the Alder Ferry.\n",
    "rules/own.yaml": RULE,
    "rules/grave.yaml": RULE.replace("severity: error", "severity: info"),
    "base.yaml": "fail_on: never\n",
    "other.yaml": "fail_on: warning\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in DOCUMENTS.items():
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "outside.md").write_text("The Alder Ferry was founded in 1903.\n")
    monkeypatch.chdir(tmp_path / "corpus")
    return tmp_path / "corpus"


CHECK = ("check", "--no-cache", "-o", "json")
CONFIG: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "extends": ("extends: base.yaml", "extends: other.yaml", ("check", "--no-cache")),
    "sources": ("sources: docs", "sources: docs/sub", CHECK),
    "exclude": ("exclude: []", "exclude: sub", CHECK),
    "include": ("include: []", "include: .notes", CHECK),
    "registry": ("registry: docs/sources.yaml", "registry: registers/list.yaml", CHECK),
    "claims": ("decisions: d", "claims: stored", ("check", "--no-cache")),
    "rules": ("rules: rules/own.yaml", "rules: rules/grave.yaml", CHECK),
    "decisions": ("decisions: docs", "decisions: other", CHECK),
    "schemas": ("claims: stored", "claims: stored\nschemas: schemas", ("extract", "--diff", "--no-cache")),
    "baseline": ("fail_on: info", "fail_on: info\nbaseline: known.json", CHECK),
    "fail_on": ("fail_on: never", "fail_on: info", CHECK),
    "jobs": ("jobs: 1", "jobs: 2", ("config", "show")),
    "max_file_size": ("max_file_size: 1 MB", "max_file_size: 5 B", CHECK),
    "max_seconds": ("max_seconds: 60", "max_seconds: 0.000001", CHECK),
    "severity": ("severity: {once-only: info}", "severity: {once-only: error}", CHECK),
    "ignore": ("ignore: []", "ignore: [once-only]", CHECK),
    "overrides": ("overrides: []", "overrides: [{paths: docs, severity: {once-only: info}}]", CHECK),
    "overrides.paths": (
        "overrides: [{paths: docs, severity: {once-only: info}}]",
        "overrides: [{paths: rules, severity: {once-only: info}}]",
        CHECK,
    ),
    "overrides.severity": (
        "overrides: [{paths: docs, severity: {once-only: info}}]",
        "overrides: [{paths: docs, severity: {once-only: error}}]",
        CHECK,
    ),
    "overrides.ignore": (
        "overrides: [{paths: docs, ignore: [once-only]}]", "overrides: [{paths: docs, ignore: []}]", CHECK
    ),
    "allow_outside": (
        "sources: [docs, ../outside.md]", "sources: [docs, ../outside.md]\nallow_outside: true", ("check", "--no-cache")
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", sorted(keys("config")))
def test_config(folder: Path, command: Command, key: str) -> None:
    outcomes = []
    if key == "baseline":
        (folder / "check-claims.yaml").write_text("sources: docs\n")
        command("check", "--no-cache", "--write-baseline", "known.json")
    for text in CONFIG[key][:2]:
        sources = "" if "sources:" in text else "sources: docs\n"
        (folder / "check-claims.yaml").write_text(f"{sources}{text}\n")
        outcomes.append(command(*CONFIG[key][2]))
    assert outcomes[0] != outcomes[1]


ALSO = ["# Alder Ferry\n\nMoored: 1637\n", "The Alder Ferry was berthed in 1638."]
MOORED = {"value": "date", "holds": "once", "keys": ["moored"]}
BERTHED = {"value": "date", "holds": "once", "verbs": ["berth"]}
TOLD = "The Alder Bridge is a bridge over the Tern. The Alder Bridge is long. Ada Corran quoted $27 million."
CORRAN = {"ada": {"name": "Ada Corran", "type": "person"}}
SCHEME = ["Corran Scheme was mooted in 1976."]
PLACED = ["Corran Mill was authorized in 1976."]
IN_TEXTS: dict[str, tuple[Any, Any]] = {
    "attributes": (made(TWO, {"berths": SAYS_BERTHS}), made(TWO, {})),
    "attributes.*.applies_to": (
        made(["The Alder Bridge has 12 berths."], {"berths": SAYS_BERTHS | {"applies_to": ["person"]}}),
        made(["The Alder Bridge has 12 berths."], {"berths": SAYS_BERTHS | {"applies_to": ["bridge"]}}),
    ),
    "attributes.*.compare.also": (
        made(ALSO, {"moored": MOORED, "berthed": BERTHED}),
        made(ALSO, {"moored": MOORED | {"compare": {"also": ["berthed"]}}, "berthed": BERTHED}),
    ),
    "attributes.*.doer": tuple(
        made(["Norland joined the Alder Union in 1973."], {"joined": BERTHED | {"verbs": ["join"], "doer": doer}})
        for doer in (False, True)
    ),
    "attributes.*.headline": tuple(
        made(TWO, {"berths": SAYS_BERTHS | {"headline": said}})
        for said in ("{subject} has {number} berths", "The quays of {subject} hold {number} boats")
    ),
    "attributes.*.spans": tuple(
        made(["Port Ellery was dug from 1887 to 1889."], {"dug": BERTHED | {"verbs": ["dig"], "spans": ends}})
        for ends in ((), ("construction_started", "dug"))
    ),
    "attributes.*.told_by": tuple(
        made([TOLD], {"price": {"value": "money", "verbs": ["quote"], "told_by": tellers}}, CORRAN)
        for tellers in ((), ("person",))
    ),
    "attributes.*.verbs_of": tuple(
        made(SCHEME, {"set_up": BERTHED | {"verbs_of": verbs}}, {"s": {"name": "Corran Scheme", "type": "programme"}})
        for verbs in ({}, {"programme": ("moot",)})
    ),
    "entities": (made(PLACED, {}), made(PLACED, {}, {"mill": {"name": "Corran Mill", "type": "programme"}})),
}  # fmt: skip
OF_ENTITIES: dict[str, tuple[Any, Any, list[str]]] = {
    "name": ("Corran Mill", "Teal Mill", ["Corran Mill was founded in 1843."]),
    "aliases": ([], ["Old Works"], ["Old Works was founded in 1843."]),
    "not": ([], ["Corran Mill Project"], ["Corran Mill Project was founded in 1843."]),
    "type": ("place", "programme", PLACED),
}
OF_COMPARISON: dict[str, tuple[Any, Any, list[str]]] = {
    "tolerance": ("0%", "5%", NEAR),
    "approximate": ("1%", "20%", ABOUT),
    "one_value_per": (["subject"], ["subject", "time"], TWO),
}
LINES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "extends": ("extends: recommended", "extends: []", CHECK),
    "rules": (RULE, "extends: recommended\n", CHECK),
    "rules.id": ("id: own-founding", "id: own-beginning", CHECK),
    "rules.kind": ("kind: agreement", "kind: listing", CHECK),
    "rules.attributes": ("attributes: [founded]", "attributes: [opened]", CHECK),
    "rules.severity": ("severity: error", "severity: info", CHECK),
    "rules.why": ("once.", "one time.", CHECK),
    "rules.message": ("attributes:", "message: Which of the two?\n    attributes:", CHECK),
    "rules.since": ("attributes:", "since: 2031\n    attributes:", ("explain", "own-founding")),
    "rules.options": ("attributes: [founded]", "options: {holds: many}", CHECK),
    "rules.examples": ("Teal", "Alder", ("rules", "test", "own-founding")),
    "rules.examples.agree": ("Teal", "Alder", ("rules", "test", "own-founding")),
    "rules.examples.conflict": ("1897.\"\n      agree", "1894.\"\n      agree", ("rules", "test", "own-founding")),
    "attributes.*.examples": (
        "rules:\n", 'attributes:\n  berths: {value: count, examples: ["No berths."]}\nrules:\n', ("rules", "test")
    ),
}  # fmt: skip


def in_texts(key: str) -> tuple[Any, Any]:
    if key in IN_TEXTS:
        return IN_TEXTS[key]
    last = key.rpartition(".")[2]
    if key.startswith("attributes.*.compare"):
        one, other, texts = OF_COMPARISON[last := "tolerance" if last == "compare" else last]
        return tuple(made(texts, {"berths": SAYS_BERTHS | {"compare": {last: value}}}) for value in (one, other))
    if key.startswith("entities.*"):
        one, other, texts = OF_ENTITIES[last]
        return tuple(made(texts, {}, {"mill": {"name": "Corran Mill", last: value}}) for value in (one, other))
    one, other, texts = next(part[1:] for part in PARTS if part[0] == last)
    base: dict[str, Any] = PER if key.endswith(".per") else SAYS_BERTHS
    if last in ("says", "verbs", "alone", "keys"):
        base = {**base, "nouns": []}
    return tuple(made(texts, {"berths": base | {last: value}}) for value in (one, other))


ELSEWHERE = ("vocabulary", "weights")
"""Keys of rules files that tests of their own are about."""


@pytest.mark.parametrize("key", sorted(key for key in keys("rules") if key.partition(".")[0] not in ELSEWHERE))
def test_rules(folder: Path, command: Command, key: str) -> None:
    if key not in LINES:
        one, other = in_texts(key)
        assert one != other
        return
    (folder / "check-claims.yaml").write_text("sources: [docs/a.md, docs/b.md]\nrules: rules/own.yaml\n")
    before, after, arguments = LINES[key]
    assert before in RULE
    outcomes = []
    for text in (RULE, RULE.replace(before, after, 1)):
        (folder / "rules" / "own.yaml").write_text(text)
        outcomes.append(command(*arguments))
    assert outcomes[0] != outcomes[1]


SHEETS = {
    "guide": "# Port Ellery\n\n## Harbour\n\nIn 2019 Port Ellery had 1,043 berths.\n",
    "letter": "# Port Ellery\n\n| Harbour | Berths in 2019 |\n|---|---|\n| Port Ellery | 1,043 |\n| Wisk | 1,211 |\n",
}


@pytest.mark.parametrize("key", sorted(key for key in keys("rules") if key.startswith("weights.")))
def test_weights(key: str) -> None:
    """How sure an agreement is changes with what each group of features counts."""
    outcomes = [
        check_with(SHEETS, replace(recommended(), weights=GroupWeights(**{key.partition(".")[2]: by}))).comparisons
        for by in (0.5, 1.5)
    ]
    assert outcomes[0] != outcomes[1]


@pytest.mark.parametrize(("kind", "option"), [(kind, option) for kind, known in OPTIONS.items() for option in known])
def test_options_of_rules(kind: str, option: str) -> None:
    """Each kind's own module, or what it takes its terms from, asks for the option."""
    rooms = [
        (ROOT / "rules" / f"{name}.py").read_text()
        for name in {KINDS[kind].__module__.rpartition(".")[2], "finding_builder", "engine", "date_pairs"}
    ]
    rooms += [path.read_text() for path in (ROOT / "review").glob("*.py")] if kind == "decision" else []
    assert any(re.search(rf"[\"']{option}[\"']|\.{option}\b", text) for text in rooms)


OF_SOURCES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "id": ("id: guide", "id: manual", CHECK),
    "file": ("file: a.md", "file: sub/c.md", CHECK),
    "title": ("title: Guide", "title: Letter", CHECK),
    "publisher": ("publisher: Harbour Board", "publisher: Mill Board", ("check", "--no-cache", "-o", "html")),
    "published": ('published: "2016"', 'published: "2018"', CHECK),
    "published_basis": ("published_basis: stated", "published_basis: inferred", ("list",)),
    "url": ("url: https://a.example/a", "url: https://a.example/b", ("check", "--no-cache", "-o", "html")),
    "authority": ("authority: 1", "authority: 3", CHECK),
}


@pytest.mark.parametrize("key", sorted({key.rpartition(".")[2] for key in keys("sources")} - {"sources"}))
def test_sources(folder: Path, command: Command, key: str) -> None:
    (folder / "check-claims.yaml").write_text("registry: docs/sources.yaml\n")
    full = "; ".join(one for one, _, _ in OF_SOURCES.values()).replace("; ", ", ")
    before, after, arguments = OF_SOURCES[key]
    outcomes = []
    for text in (full, full.replace(before, after)):
        (folder / "docs" / "sources.yaml").write_text(f"- {{{text}}}\n- {{file: b.md}}\n")
        outcomes.append(command(*arguments))
    assert outcomes[0] != outcomes[1]


SAYS_WHERE = {
    "claims": ("claims_files", "claims", "model", "comparison", "rules", "reports", "cli"),
    "decisions": ("review", "reports", "model", "cli"),
}


@pytest.mark.parametrize(("name", "key"), [(name, key) for name in SAYS_WHERE for key in sorted(keys(name))])
def test_what_is_stored_is_read(name: str, key: str) -> None:
    """Claims and decisions are written by commands: some module beside their schemas asks for each key."""
    last = key.rpartition(".")[2]
    texts = [
        p.read_text()
        for room in SAYS_WHERE[name]
        for p in (ROOT / room).rglob("*.py")
        if p.name not in {"schema.py", "decisions_schema.py"}
    ]
    assert any(re.search(rf"[\"']{last}[\"']|\.{last}\b", text) for text in texts)
