"""Reads labelled documents for the fit of comparing: which statements are of one fact, and which are not.

Each collection is given as ``FORM:PATH``. The forms:

``folders``
    Folders with ``docs/`` and ``labels.yaml``: ``values`` with ``id``, ``file``, ``start``, ``end``; ``relations``
    between two of them, labelled ``agree``, ``conflict`` or ``trap``. Every other pair of values is of two facts.
``pool``
    Folders of documents as they were found. Whatever conflicts in them is no conflict, but for facts that
    ``facts.yaml`` beside them names.
``facts``
    A YAML file that names by corpus its ``texts``, ``facts`` with offsets, and ``relations``.
``articles``
    Lines of JSON: one fact in two texts ``a`` and ``b``, at ``a_span`` and ``b_span``.
``cases``
    Folders with ``docs/`` and ``expect.yaml``: places that conflict, agree or must not.
``web``
    Lines of JSON with two web texts each, ``label`` and the ``evidence`` in both; ``unrelated`` ones are of two things.
``pairs``
    YAML files of pairs: ``texts``, ``left`` and ``right`` with the text and the words of the value, and ``kind``:
    ``conflict``, ``agree`` or ``apart``.
``text``
    Folders with ``docs/`` in plain text, in which nothing conflicts.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_TEXT = {".md", ".txt", ".markdown", ".text", ""}
_MOST_DOCUMENTS = 20
Place = tuple[str, int, int]
"""A source, and where a value begins and ends in it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two labelled values: of one fact or of two, and how they stand."""

    left: Place
    right: Place
    same: bool
    relation: str


@dataclass(slots=True)
class Corpus:
    """Some texts that are compared together, with their labels."""

    collection: str
    group: str
    """What is held out together: one folder, one author's case, one article."""
    texts: dict[str, str]
    links: list[Link] = field(default_factory=list)
    whole: bool = False
    """Every pair without a label is of two facts."""
    clean: bool = True
    """Whatever conflicts without a label is of two facts."""


def read(given: str) -> Iterator[Corpus]:
    """The corpora of one collection, ``FORM:PATH``."""
    form, _, path = given.partition(":")
    if form not in _FORMS:
        raise SystemExit(f"{given}: the form must be one of {', '.join(_FORMS)}")
    yield from _FORMS[form](Path(path), given)


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _texts(folder: Path, most: int = _MOST_DOCUMENTS) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in _TEXT and path.name not in ("labels.yaml", "expect.yaml"):
            try:
                found[path.relative_to(folder).as_posix()] = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                continue
    return dict(itertools.islice(found.items(), most))


def _folders(root: Path, collection: str) -> Iterator[Corpus]:
    for path in sorted(root.glob("*/labels.yaml")):
        labels = _yaml(path)
        places = {v["id"]: (v["file"], v["start"], v["end"]) for v in labels["values"]}
        links = [Link(places[r["a"]], places[r["b"]], r["label"] != "trap", r["label"]) for r in labels["relations"]]
        yield Corpus(collection, f"{collection}/{path.parent.name}", _texts(path.parent / "docs"), links, whole=True)


def _pool(root: Path, collection: str) -> Iterator[Corpus]:
    known = _yaml(root / "facts.yaml") if (root / "facts.yaml").exists() else []
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        texts = _texts(folder)
        if len(texts) < 2:
            continue
        links = []
        for fact in known:
            if fact["folder"] == folder.name:
                places = [_on_line(texts, fact[f"file_{s}"], fact[f"line_{s}"], fact[f"text_{s}"]) for s in "ab"]
                if None not in places:
                    links.append(Link(places[0], places[1], True, fact["relation"]))
        yield Corpus(collection, f"{collection}/{folder.name}", texts, links)


def _on_line(texts: dict[str, str], file: str, line: int, text: str) -> Place | None:
    if file not in texts:
        return None
    begin = sum(len(one) + 1 for one in texts[file].split("\n")[: line - 1])
    at = texts[file].find(text, begin)
    return (file, at, at + len(text)) if at >= 0 else None


def _plain(root: Path, collection: str) -> Iterator[Corpus]:
    for folder in sorted(path for path in root.iterdir() if (path / "docs").is_dir()):
        yield Corpus(collection, f"{collection}/{folder.name}", _texts(folder / "docs"))


def _facts(path: Path, collection: str) -> Iterator[Corpus]:
    for name, corpus in _yaml(path).items():
        texts = {text["file"]: (path.parent / text["file"]).read_text(encoding="utf-8") for text in corpus["texts"]}
        places = {fact["id"]: (fact["file"], fact["start"], fact["end"]) for fact in corpus["facts"]}
        links = [
            Link(places[r["a"]], places[r["b"]], r["label"] in ("agree", "conflict"), r["label"])
            for r in corpus["relations"]
            if r.get("tier") != "optional"
        ]
        yield Corpus(collection, f"{collection}/{name}", texts, links)


def _claims(path: Path, collection: str) -> Iterator[Corpus]:
    labels = _yaml(path)
    root = path.parent.parent / "seeds"
    texts = {key: (root / one["file"]).read_text(encoding="utf-8") for key, one in labels["documents"].items()}
    places = {c["id"]: (c["source"], c["value_start"], c["value_end"]) for c in labels["claims"]}
    links = [
        Link(places[a], places[b], r["label"] != "trap", r["label"])
        for r in labels["relations"]
        if r["pairing"] == "all_pairs" and r["label"] in ("agree", "conflict", "trap")
        for a, b in itertools.combinations(r["ids"], 2)
        if a in places and b in places
    ]
    yield Corpus(collection, collection, texts, links)


def _articles(path: Path, collection: str) -> Iterator[Corpus]:
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        link = Link(("a", *case["a_span"]), ("b", *case["b_span"]), True, "agree")
        yield Corpus(collection, f"{collection}/{case['id']}", {"a": case["a"], "b": case["b"]}, [link])


def _web(path: Path, collection: str) -> Iterator[Corpus]:
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        texts = {document["name"]: document["text"] for document in case["docs"]}
        places = []
        for name, evidence in zip(texts, case.get("evidence") or (), strict=False):
            at = texts[name].find(evidence)
            if at >= 0:
                places.append((name, at, at + len(evidence)))
        same = case["label"] != "unrelated"
        links = [Link(places[0], places[1], same, case["label"])] if len(texts) == len(places) == 2 else []
        yield Corpus(
            collection, f"{collection}/{case['id'].split('-')[0]}", texts, links, clean=case["label"] != "conflict"
        )


def _cases(root: Path, collection: str) -> Iterator[Corpus]:
    for path in sorted(root.glob("*/expect.yaml")):
        expected = _yaml(path)
        if expected["kind"] not in ("true", "trap"):
            continue
        texts = _texts(path.parent / "docs")
        checks = [check for given in expected["expect"] for check in (given, *given.get("any", [])[:1])]
        links = []
        for check in checks:
            for what in ("conflict", "agree"):
                if what in check:
                    places = [_said(texts, place) for place in check[what][:2]]
                    if len(places) == 2 and None not in places:
                        links.append(Link(places[0], places[1], True, what))
        name = re.sub(r"-\d$", "", path.parent.name)
        yield Corpus(collection, f"{collection}/{name}", texts, links, clean=any("no_conflict" in c for c in checks))


def _said(texts: dict[str, str], place: Any) -> Place | None:
    if not isinstance(place, list) or len(place) < 2:
        return None
    file, text, *which = place
    found = list(re.finditer(r"\s+".join(map(re.escape, str(text).split())), texts.get(file, "")))
    n = int(which[0]) - 1 if which else 0
    return (file, *found[n].span()) if n < len(found) else None


def _pairs(root: Path, collection: str) -> Iterator[Corpus]:
    for path in sorted(root.glob("*.yaml")):
        entries = _yaml(path)
        for n, entry in enumerate(entries if isinstance(entries, list) else ()):
            places = [_said(entry["texts"], place) for place in (entry["left"], entry["right"])]
            links = []
            if None not in places:
                links.append(Link(places[0], places[1], entry["kind"] != "apart", entry["kind"]))
            yield Corpus(collection, f"{collection}/{path.stem} {n // 5}", dict(entry["texts"]), links)


_FORMS: dict[str, Callable[[Path, str], Iterator[Corpus]]] = {
    "folders": _folders,
    "pool": _pool,
    "text": _plain,
    "facts": _facts,
    "claims": _claims,
    "articles": _articles,
    "web": _web,
    "pairs": _pairs,
    "cases": _cases,
}
