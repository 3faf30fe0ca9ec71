"""JSON, YAML, TOML and CFF: facts are read where they stand, and what machines write for machines is not."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from checker import check_paths
from checker.model.document import Source
from checker.model.user_error import Unreadable
from checker.sources import plain, read
from checker.sources.data import document as data_files
from tests.sources.damaged import damaged

SILENT = [("code", "")]


def facts(text: str, name: str = "facts.yaml") -> list[tuple[str, str]]:
    """Each block's kind, with a label and its value, a row's cells, or the words."""
    found = plain.read_with(data_files.reading, Source("facts", path=name), text)
    said = []
    for block in found.blocks or ():
        cells = [" ".join(found.blanked[start:end].split()) for start, end in block.cells]
        words = " ".join(found.blanked[block.start : block.end].split())
        if block.kind == "pair":
            said.append((block.kind, f"{block.key} = {cells[1]}"))
        elif block.kind == "row":
            said.append((block.kind, " | ".join((block.key or "", *cells[1:]))))
        else:
            said.append((block.kind, "" if block.kind == "code" else words))
    return said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("founded: 1894\n", [("pair", "founded = 1894")]),
        ("name: Ardle Ferry\nfounded: '1894'\n", [("title", "Ardle Ferry"), ("pair", "founded = 1894")]),
        ("free_seats: 12\n", [("pair", "free seats = 12")]),
        ("pier-depth-m: 4\n", [("pair", "pier depth (m) = 4")]),
        ("boats:\n  ada:\n    seats: 120\n  owner: Ardle\n", [("pair", "boats ada seats = 120")]),
        ("seats: &n 120\nplaces: *n\n", [("pair", "seats = 120")]),
        ("opened: 1911-03-02T10:00:00Z\n", [("pair", "opened = 1911-03-02")]),
        ("about: |\n  The ferry has 12 boats in all.\n\n  It has 4 piers, as they all say.\n",
         [("paragraph", "The ferry has 12 boats in all."), ("paragraph", "It has 4 piers, as they all say.")]),
        ("rules:\n- At most 12 guests\n- none\n", [("item", "At most 12 guests")]),
        ("boats:\n- name: Ada\n  seats: 120\n  url: https://a.example/1\n- name: Bea\n  crew: 3\n  seats: 80\n",
         [("row", "Ada | 120 |"), ("row", "Bea | 80 | 3")]),
        ("Ada Line:\n  seats: 120\nBea Line:\n  seats: 80\n", [("row", "Ada Line | 120"), ("row", "Bea Line | 80")]),
        ("--- # one\nseats: 12\n---\nseats: 13\n", [("pair", "seats = 12"), ("pair", "seats = 13")]),
        ("id: 7\nurl: https://a.example/7\nsha256: 0af3\ncolor: '#112233'\norder: 4\npath: a/7\n", SILENT),
        ("greeting: There are %{count} boats and 12 piers here\n", SILENT),
        ("on: push\njobs:\n  test:\n    timeout-minutes: 12\n", SILENT),
        ("apiVersion: v1\nkind: Pod\nspec:\n  replicas: 3\n", SILENT),
        ("openapi: 3.0.1\ninfo:\n  version: 12\n", SILENT),
        ("- model: ferry.boat\n  pk: 4\n  fields: {seats: 120}\n", SILENT),
        ("# only a note of 12 boats\n", SILENT),
        ("seats: [" * 60 + "]" * 60, SILENT),
    ],
)  # fmt: skip
def test_yaml(text: str, found: list[tuple[str, str]]) -> None:
    assert [(kind, words.strip(" |") if kind == "row" else words) for kind, words in facts(text)] == [
        (kind, words.strip(" |") if kind == "row" else words) for kind, words in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"name": "Ardle", "foundingDate": "1894"}', [("title", "Ardle"), ("pair", "founding date = 1894")]),
        ('{"fare": "\\u00a35", "seats": 120}', [("pair", "fare = £5"), ("pair", "seats = 120")]),
        ('{"about": "The \\"Ada\\" and\\nthe caf\\u00e9 have 40 seats."}',
         [("paragraph", 'The "Ada" and the café have 40 seats.')]),
        ('{"boats": [{"id": 3, "name": "Ada", "seats": 120}, {"name": "Bea", "seats": 80}]}',
         [("row", "Ada | 120"), ("row", "Bea | 80")]),
        ('{"$schema": "x", "properties": {"seats": {"maximum": 120}}}', SILENT),
        ('{"type": "FeatureCollection", "features": [{"seats": 12}]}', SILENT),
        ('{"lockfileVersion": 3, "packages": {}}', SILENT),
        ("[" * 5000 + "]" * 5000, SILENT),
    ],
)  # fmt: skip
def test_json(text: str, found: list[tuple[str, str]]) -> None:
    assert facts(text, "facts.json") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('name = "Ardle Ferry" # since 1890\nfounded = 1894\n', [("title", "Ardle Ferry"), ("pair", "founded = 1894")]),
        ("[pier]\ndepth = 4.5\n[pier.north]\ndepth = 6\n",
         [("pair", "pier depth = 4.5"), ("pair", "pier north depth = 6")]),
        ('[[boats]]\nname = "Ada"\nseats = 120\n[[boats]]\nname = \'Bea\'\nseats = 80\n',
         [("row", "Ada | 120"), ("row", "Bea | 80")]),
        ('seats = {upper = 40, "lower deck" = 80}\n',
         [("pair", "seats upper = 40"), ("pair", "seats lower deck = 80")]),
        ('about = """\nThe ferry has 12 boats in \\u0041rdle."""\n',
         [("paragraph", "The ferry has 12 boats in Ardle.")]),
        ("when = [1894, 1896] # both\npier.depth = 3\n", [("pair", "pier depth = 3")]),
    ],
)  # fmt: skip
def test_toml(text: str, found: list[tuple[str, str]]) -> None:
    assert facts(text, "facts.toml") == found


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("CITATION.cff",
         "cff-version: 1.2.0\ntitle: Ferrylib\nversion: 2.4.1\ndate-released: 2021-03-02\ndoi: 10.5281/12\n"
         "references:\n- title: Boats\n  year: 1999\n",
         [("title", "Ferrylib"), ("pair", "version = 2.4.1"), ("pair", "date released = 2021-03-02")]),
        ("package.json",
         '{"name": "ferry", "version": "2.4.1", "engines": {"node": ">=18"}, "dependencies": {"left": "^1.3"},'
         '"jest": {"timeout": 30}}',
         [("title", "ferry"), ("pair", "version = 2.4.1"), ("pair", "node = >=18")]),
        ("pyproject.toml",
         '[build-system]\nrequires = ["x>=1.2"]\n[project]\nname = "ferry"\nrequires-python = ">=3.11"\n'
         "[tool.lint]\nline-length = 120\n",
         [("title", "ferry"), ("pair", "requires python = >=3.11")]),
        ("config.yaml", "max_boats: 12\n", [("pair", "max_boats = 12")]),
        ("codemeta.json", '{"name": "Ferrylib", "datePublished": "2021-03-02", "softwareVersion": "2.4.1"}',
         [("title", "Ferrylib"), ("pair", "date published = 2021-03-02"), ("pair", "software version = 2.4.1")]),
    ],
)  # fmt: skip
def test_known_files(name: str, text: str, found: list[tuple[str, str]]) -> None:
    assert facts(text, name) == found


def test_what_is_said_of_the_whole_file() -> None:
    text = "title: Ferrylib\ndate-released: 2021-03-02\n"
    found = plain.read_with(data_files.reading, Source("x", path="CITATION.cff"), text)
    assert (found.metadata.title, found.metadata.published) == ("Ferrylib", "2021-03-02")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.json", "{\n'seats': 12}", "it is no valid JSON (line 2: "),
        ("a.yaml", "seats: 12\n  boats: [", "it is no valid YAML (line 2: "),
        ("a.toml", "seats = \n", "it is no valid TOML (line 1: "),
    ],
)
def test_what_is_malformed(name: str, text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        facts(text, name)
    assert caught.value.reason.startswith(reason)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("seats: 12\n" * 30_000, "is taken for data that states nothing: it is longer than 200,000 characters"),
        ("a: " + "12 " * 9000, "is taken for data that states nothing: a line of it is longer than 20,000 characters"),
    ],
)
def test_what_is_too_large(text: str, message: str) -> None:
    found = plain.read_with(data_files.reading, Source("x", path="a.yaml"), text)
    assert [warning.message for warning in found.warnings] == [message]
    assert [block.kind for block in found.blocks or ()] == ["code"]


def test_a_changed_figure_is_found_with_its_line(tmp_path: Path) -> None:
    text = (
        '{\n "name": "Ardle Ferry",\n "foundingDate": "1894",\n "about": "A caf\\u00e9 has 40 seats over there."\n}\n'
    )
    (tmp_path / "ferry.json").write_text(text, encoding="utf-8")
    (tmp_path / "about.md").write_text("# Ardle Ferry\n\nThe Ardle Ferry was founded in 1896.\n", encoding="utf-8")
    report = check_paths([tmp_path])
    assert len([f for f in report.findings if f.relation == "conflict"]) == 1
    claims = [claim for claim in report.claims if claim.source == "ferry"]
    assert [(claim.value.text, claim.evidence.line) for claim in claims] == [("1894", 3), ("40", 4)]
    for claim in claims:
        evidence, value = claim.evidence, claim.value
        assert text[evidence.start : evidence.end] == evidence.quote
        assert text[value.start : value.end] == value.text


@pytest.mark.parametrize("ending", ["json", "yaml", "toml"])
def test_damaged_files_are_read_or_refused(tmp_path: Path, ending: str) -> None:
    data = {"name": "Ardle", "boats": [{"name": "Ada", "seats": 120}], "about": "It has \u00a35 and 40 seats or more."}
    whole = {
        "json": json.dumps(data).encode(),
        "yaml": b'name: Ad\nboats:\n- {name: Ada, seats: &x 120}\n- *x\nabout: "It \\u00e9 40\n  seats"\nx: |-\n  1\n',
        "toml": b'name = "A\\u00e9"\n[[boats]]\nseats = {a = 12}\n[x."y z"]\nl = [1, [2, 3],\n4]\nd = 1894-01-02\n',
    }[ending]
    for n, broken in enumerate(damaged(whole)):
        path = tmp_path / f"{n}.{ending}"
        path.write_bytes(broken)
        try:
            found = read(path, Source("x"))
            assert len(found.blanked) == len(found.form.text if found.form else found.text)
        except Unreadable as error:
            assert "\n" not in error.reason


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("a.json", '{"a":1},'),
        ("a.yaml", "- {a: 1, name: b}\n"),
        ("a.toml", '[[a]]\nname="b"\nc=1\n'),
        ("b.yaml", "a: &a [*a]\n"),
    ],
)
def test_time_grows_with_size(name: str, piece: str) -> None:
    text = piece * (190_000 // len(piece))
    text = f"[{text[:-1]}]".replace(",", ",\n") if name.endswith("json") else text
    started = time.perf_counter()
    try:
        facts(text, name)
    except Unreadable as error:
        assert "no valid" in error.reason
    assert time.perf_counter() - started < 20
