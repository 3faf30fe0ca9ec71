"""Each form of labelled documents is read as it says: the texts, the places of the values, and what is of one fact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from training.corpora import Corpus, Link, read

WEIR = "# Tarn Weir\n\nTarn Weir has 40 gates.\nIt opened in 1871.\n"
MILL = "Tarn Weir, a mile from the mill, has\n43 gates. It has 40 steps.\n"


def put(root: Path, files: dict[str, str | bytes | list[Any] | dict[str, Any]]) -> None:
    """Write these files; what is no text becomes YAML."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else shown(content).encode())


def shown(content: str | list[Any] | dict[str, Any]) -> str:
    return content if isinstance(content, str) else yaml.safe_dump(content)


def lines(*cases: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(case)}\n" for case in cases)


def corpora(form: str, path: Path) -> list[Corpus]:
    found = list(read(f"{form}:{path}"))
    assert all(corpus.collection == f"{form}:{path}" for corpus in found)
    assert all(corpus.group.startswith(corpus.collection) for corpus in found)
    return found


def told(corpus: Corpus) -> list[tuple[str, str, bool, str]]:
    """The links by the words at their places."""

    def words(link: Link, side: str) -> str:
        source, start, end = getattr(link, side)
        return corpus.texts[source][start:end]

    return [(words(link, "left"), words(link, "right"), link.same, link.relation) for link in corpus.links]


def span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def value(name: str, file: str, text: str, words: str) -> dict[str, Any]:
    start, end = span(text, words)
    return {"id": name, "file": file, "start": start, "end": end}


def test_folders(tmp_path: Path) -> None:
    values = [value("w", "weir.md", WEIR, "40"), value("m", "mill.txt", MILL, "43"), value("s", "mill.txt", MILL, "40")]
    relations = [{"a": "w", "b": "m", "label": "conflict"}, {"a": "w", "b": "s", "label": "trap"}]
    labels = {"values": values, "relations": relations}
    put(tmp_path, {"weir/docs/weir.md": WEIR, "weir/docs/mill.txt": MILL, "weir/labels.yaml": labels})
    put(tmp_path, {"unlabelled/docs/weir.md": WEIR})
    (corpus,) = corpora("folders", tmp_path)
    assert corpus.texts == {"mill.txt": MILL, "weir.md": WEIR}
    assert told(corpus) == [("40", "43", True, "conflict"), ("40", "40", False, "trap")]
    assert (corpus.whole, corpus.clean, corpus.group.rpartition("/")[2]) == (True, True, "weir")


def test_only_texts_are_read_and_no_more_than_twenty(tmp_path: Path) -> None:
    docs: dict[str, str | bytes | list[Any] | dict[str, Any]] = {f"weir/docs/{n:02}.txt": WEIR for n in range(25)}
    docs |= {"weir/docs/00.png": b"\x89", "weir/docs/01.txt": b"\xff\xfe\xff", "weir/docs/02.txt": "\ufeff" + WEIR}
    put(tmp_path, docs)
    (corpus,) = corpora("text", tmp_path)
    assert list(corpus.texts) == [f"{n:02}.txt" for n in range(21) if n != 1]
    assert corpus.texts["02.txt"] == WEIR
    assert (corpus.links, corpus.whole, corpus.clean) == ([], False, True)


def test_a_folder_without_documents_is_no_corpus(tmp_path: Path) -> None:
    put(tmp_path, {"weir/weir.md": WEIR, "notes.txt": MILL})
    assert corpora("text", tmp_path) == []


def fact(folder: str, line: int, text: str) -> dict[str, Any]:
    places = {"file_a": "weir.md", "line_a": 3, "text_a": "40 gates", "file_b": "mill.txt"}
    return {"folder": folder, "relation": "conflict", "line_b": line, "text_b": text} | places


def test_a_pool_with_known_facts(tmp_path: Path) -> None:
    put(tmp_path, {"weir/weir.md": WEIR, "weir/mill.txt": MILL, "alone/weir.md": WEIR})
    assert [corpus.links for corpus in corpora("pool", tmp_path)] == [[]]
    known = [fact("weir", 2, "43"), fact("weir", 9, "43"), fact("weir", 1, "57"), fact("other", 2, "43")]
    put(tmp_path, {"facts.yaml": [*known, fact("weir", 1, "40") | {"file_b": "none.txt"}]})
    (corpus,) = corpora("pool", tmp_path)
    assert told(corpus) == [("40 gates", "43", True, "conflict")]
    assert (corpus.whole, corpus.clean) == (False, True)


def test_a_text_is_looked_for_from_its_line_on(tmp_path: Path) -> None:
    twice = "40 gates\n40 gates\n"
    put(tmp_path, {"weir/weir.md": WEIR, "weir/mill.txt": twice, "facts.yaml": [fact("weir", 2, "40")]})
    (corpus,) = corpora("pool", tmp_path)
    assert corpus.links[0].right == ("mill.txt", 9, 11)


def test_facts(tmp_path: Path) -> None:
    facts = [value("w", "weir.md", WEIR, "40"), value("m", "mill.txt", MILL, "43"), value("s", "mill.txt", MILL, "40")]
    relations = [
        {"a": "w", "b": "m", "label": "conflict"},
        {"a": "w", "b": "s", "label": "other"},
        {"a": "m", "b": "s", "label": "agree", "tier": "optional"},
    ]
    corpus = {"texts": [{"file": "weir.md"}, {"file": "mill.txt"}], "facts": facts, "relations": relations}
    put(tmp_path, {"weir.md": WEIR, "mill.txt": MILL, "all.yaml": {"weir": corpus}})
    (found,) = corpora("facts", tmp_path / "all.yaml")
    assert told(found) == [("40", "43", True, "conflict"), ("40", "40", False, "other")]
    assert (found.whole, found.clean) == (False, True)


def test_claims(tmp_path: Path) -> None:
    def claim(name: str, source: str, text: str, words: str) -> dict[str, Any]:
        start, end = span(text, words)
        return {"id": name, "source": source, "value_start": start, "value_end": end}

    claims = [claim("1", "w", WEIR, "40"), claim("2", "m", MILL, "43"), claim("3", "m", MILL, "40")]
    labels = {
        "documents": {"w": {"file": "weir.md"}, "m": {"file": "mill.txt"}},
        "claims": claims,
        "relations": [
            {"pairing": "all_pairs", "label": "conflict", "ids": ["1", "2", "unknown"]},
            {"pairing": "all_pairs", "label": "trap", "ids": ["1", "3"]},
            {"pairing": "all_pairs", "label": "compatible", "ids": ["2", "3"]},
            {"pairing": "none", "label": "agree", "ids": ["2", "3"]},
        ],
    }
    put(tmp_path, {"seeds/weir.md": WEIR, "seeds/mill.txt": MILL, "labels/all.yaml": labels})
    (corpus,) = corpora("claims", tmp_path / "labels" / "all.yaml")
    assert told(corpus) == [("40", "43", True, "conflict"), ("40", "40", False, "trap")]


def test_articles(tmp_path: Path) -> None:
    case = {"id": "weir", "a": WEIR, "b": MILL, "a_span": span(WEIR, "40"), "b_span": span(MILL, "43")}
    put(tmp_path, {"all.jsonl": lines(case, case | {"id": "again"})})
    first, again = corpora("articles", tmp_path / "all.jsonl")
    assert told(first) == told(again) == [("40", "43", True, "agree")]
    assert first.texts == {"a": WEIR, "b": MILL}
    assert first.group != again.group


@pytest.mark.parametrize(
    ("label", "evidence", "links", "clean"),
    [
        ("conflict", ["40 gates", "43 gates"], [("40 gates", "43 gates", True, "conflict")], False),
        ("agree", ["40 gates", "43 gates"], [("40 gates", "43 gates", True, "agree")], True),
        ("unrelated", ["40 gates", "43 gates"], [("40 gates", "43 gates", False, "unrelated")], True),
        ("conflict", ["40 gates", "57 gates"], [], False),
        ("conflict", None, [], False),
    ],
)
def test_web(
    tmp_path: Path, label: str, evidence: list[str] | None, links: list[tuple[str, str, bool, str]], clean: bool
) -> None:
    case = {
        "id": "weir-2",
        "label": label,
        "evidence": evidence,
        "docs": [{"name": "a", "text": WEIR}, {"name": "b", "text": MILL}],
    }
    put(tmp_path, {"all.jsonl": lines(case)})
    (corpus,) = corpora("web", tmp_path / "all.jsonl")
    assert told(corpus) == links
    assert corpus.clean is clean
    assert corpus.group.rpartition("/")[2] == "weir"


def expected(kind: str, *expect: dict[str, Any]) -> dict[str, str | bytes | list[Any] | dict[str, Any]]:
    return {"docs/weir.md": WEIR, "docs/mill.txt": MILL, "expect.yaml": {"kind": kind, "expect": list(expect)}}


def test_cases(tmp_path: Path) -> None:
    conflict = {"conflict": [["weir.md", "40 gates"], ["mill.txt", "43 gates"]]}
    agree = {"agree": [["weir.md", "Tarn Weir", 2], ["mill.txt", "Tarn Weir, a mile from the mill, has 43"]]}
    lost = {"agree": [["weir.md", "57"], ["mill.txt", "43"]]}
    put(tmp_path / "weir-1", expected("true", {"any": [conflict]}, agree, lost, {"agree": [["weir.md", "40"]]}))
    put(tmp_path / "weir-2", expected("trap", {"no_conflict": True}))
    put(tmp_path / "weir-3", expected("open", conflict))
    first, second = corpora("cases", tmp_path)
    assert told(first) == [
        ("40 gates", "43 gates", True, "conflict"),
        ("Tarn Weir", "Tarn Weir, a mile from the mill, has\n43", True, "agree"),
    ]
    assert first.links[1].left[1] > 2, "the second one is meant"
    assert (first.clean, second.clean, second.links) == (False, True, [])
    assert first.group == second.group, "the cases of one author are held out together"


def test_pairs(tmp_path: Path) -> None:
    def pair(kind: str, words: str = "43 gates") -> dict[str, Any]:
        return {
            "kind": kind,
            "texts": {"weir": WEIR, "mill": MILL},
            "left": ["weir", "40"],
            "right": ["mill", words],
        }

    entries = [pair("conflict"), pair("apart"), pair("agree"), pair("conflict", "57"), pair("agree"), pair("apart")]
    put(tmp_path, {"gates.yaml": entries, "shares.yaml": {"gates": 0.9}})
    found = corpora("pairs", tmp_path)
    assert [link for corpus in found for link in told(corpus)] == [
        ("40", "43 gates", kind != "apart", kind) for kind in ("conflict", "apart", "agree", "agree", "apart")
    ]
    assert [bool(corpus.links) for corpus in found] == [True, True, True, False, True, True]
    assert [corpus.group.rpartition("/")[2] for corpus in found] == ["gates 0"] * 5 + ["gates 1"]


def test_a_form_that_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"nothing:.*: the form must be one of folders, pool, text"):
        list(read(f"nothing:{tmp_path}"))


@pytest.mark.parametrize("form", ["folders", "pool", "text", "cases", "pairs"])
def test_an_empty_collection(tmp_path: Path, form: str) -> None:
    assert corpora(form, tmp_path) == []
