"""Fits the weights by which a value is told to state something or nothing, and judges them on folders held out.

    python training/claimhood.py --out checker/vocabulary/common/weights/claimhood.yaml \
        --read CLAIMS.yaml=DOCUMENTS --folders LABELLED ... --facts LABELS.yaml=DOCUMENTS ...

Three forms of labels are taken. ``--read`` is a list of values with ``folder``, ``file``, ``start``, ``end`` and
``is_claim``. ``--folders`` is a folder of folders, each with ``docs`` and a ``labels.yaml``, whose ``values`` state
something and whose ``none`` do not, by ``line`` and ``text`` or by ``start`` and ``end``. ``--facts`` are values that
state something, anywhere in a YAML file, with ``file`` and their offsets. It needs scikit-learn, which the program
itself does not.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from logistic_fit import FOLDS, Fit, written
from sklearn.model_selection import GroupKFold

from checker import sources, values
from checker.claims.claimhood import SPARED
from checker.claims.claimhood_features import Surroundings
from checker.claims.extract import extract_claims
from checker.extraction.extract_one import document_of, lexicon_of
from checker.language.language import of_corpus, using
from checker.linguistics.document_entities import names_of
from checker.model.document import Reading, Source
from checker.model.user_error import Unreadable
from checker.pipeline import recommended
from checker.sources import formats

_LOST, _LOST_ANYWHERE = 0.03, 0.06
"""The share of values that state something which may be lost, of all and of any one collection."""
_JUDGED = 4
"""A value under ``--read`` counts as so many: those are drawn from what the program reads, as it meets them."""
_HEAD = """\
# How much each feature of a value says for its stating something (above 0) or nothing (below), fitted by
# training/claimhood.py: a value whose likelihood is below the threshold is no claim.
"""


@dataclass(frozen=True)
class Label:
    """One labelled stretch of a document."""

    collection: str
    group: str
    path: Path
    start: int
    end: int
    states: bool


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def read_values(argument: str) -> Iterator[Label]:
    labels, _, root = argument.partition("=")
    for row in yaml.safe_load(_text(Path(labels))):
        path = Path(root) / row["folder"] / row["file"]
        yield Label("read", row["folder"], path, row["start"], row["end"], row["is_claim"])


def labelled_folders(root: str) -> Iterator[Label]:
    for labels in sorted(Path(root).glob("*/labels.yaml")):
        told = yaml.safe_load(_text(labels))
        for states, rows in ((True, told["values"]), (False, told.get("none") or [])):
            for row in rows:
                path = labels.parent / "docs" / row["file"]
                span = (row["start"], row["end"]) if "start" in row else _located(_text(path), row)
                if span is not None:
                    yield Label(Path(root).name, labels.parent.name, path, *span, states)


def _located(text: str, row: dict[str, Any]) -> tuple[int, int] | None:
    """Where the words of a label stand in their line."""
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: row["line"] - 1])
    at = -1
    for _ in range(int(row.get("nth") or 1)):
        at = lines[row["line"] - 1].find(str(row["text"]), at + 1)
        if at < 0:
            return None
    return before + at, before + at + len(str(row["text"]))


def facts(argument: str) -> Iterator[Label]:
    labels, _, root = argument.partition("=")
    told = yaml.safe_load(_text(Path(labels)))
    files = {key: entry["file"] for key, entry in (told.get("documents") or {}).items()}
    rows = told["claims"] if files else [fact for corpus in told.values() for fact in corpus["facts"]]
    for row in rows:
        if files and row.get("kind") == "text":
            continue
        start, end = (row["value_start"], row["value_end"]) if files else (row["start"], row["end"])
        path = Path(root) / (files[row["source"]] if files else row["file"])
        yield Label(Path(labels).stem, f"{Path(labels).stem}/{path.parent.name}", path, start, end, True)


def readings(path: Path) -> Iterator[Reading]:
    """A document as its format says, and as plain text where it is one; of others, labels are of the text taken out."""
    read = sources.read(path, Source(path.name)) if formats.has_reader(path) else None
    if read is None or not read.source.extracted:
        yield sources.from_text(path.name, _text(path))
    if read is not None and path.suffix != ".txt":
        yield read


def rows(labels: list[Label]) -> Iterator[tuple[Label, list[list[str]]]]:
    """Each label with the features of all claims read at its place, once for each way to read its document."""
    by_path: dict[Path, list[Label]] = defaultdict(list)
    for label in labels:
        by_path[label.path].append(label)
    rulebook = recommended()
    lexicon = lexicon_of(rulebook)
    for path, wanted in sorted(by_path.items()):
        with using(of_corpus(rulebook.vocabulary)):
            for reading in readings(path):
                try:
                    document = document_of(reading)
                except Unreadable:
                    continue
                mentions = values.find(document.plain, document.text)
                claims = extract_claims(document, mentions, rulebook, lexicon, least=0).claims
                around = Surroundings(document, names_of(document), claims)
                form = document.form
                for label in wanted:
                    start, end = (form.read(label.start), form.read(label.end)) if form else (label.start, label.end)
                    there = [
                        c for c in claims if c.value.start < end and start < c.value.end and c.attribute not in SPARED
                    ]
                    if there:
                        yield label, [around.features(c) for c in there]


def examples(found: list[tuple[Label, list[list[str]]]]) -> tuple[list[dict[str, float]], list[int], list[float]]:
    """For each claim its features, the index of its value in ``found`` and its weight in the fit."""
    ways: dict[tuple[Path, int, int], int] = defaultdict(int)
    for label, claims in found:
        ways[label.path, label.start, label.end] += len(claims)
    described, value, weight = [], [], []
    for n, (label, claims) in enumerate(found):
        for features in claims:
            described.append(dict.fromkeys(features, 1.0))
            value.append(n)
            weight.append((_JUDGED if label.collection == "read" else 1) / ways[label.path, label.start, label.end])
    return described, value, weight


def held_out(found: list[tuple[Label, list[list[str]]]]) -> list[float]:
    """How likely each value is, by a fit on the folders that it is not of."""
    described, value, weight = examples(found)
    groups = [found[n][0].group for n in value]
    states = [found[n][0].states for n in value]
    best = [0.0] * len(found)
    for inside, outside in GroupKFold(FOLDS).split(described, states, groups):
        fit = Fit([described[i] for i in inside], [states[i] for i in inside], [weight[i] for i in inside])
        for i, likely in zip(outside, fit.likelihoods([described[i] for i in outside]), strict=True):
            best[value[i]] = max(best[value[i]], likely)
    return best


def threshold_of(found: list[tuple[Label, list[list[str]]]], likely: list[float]) -> float:
    """The highest at which few enough are lost, of all values and of those of each collection."""
    lowest = 1.0
    for name, most in [(None, _LOST), *((name, _LOST_ANYWHERE) for name in {label.collection for label, _ in found})]:
        pairs = zip(found, likely, strict=True)
        true = sorted(p for (label, _), p in pairs if label.states and name in {None, label.collection})
        if true:
            lowest = min(lowest, true[int(len(true) * most)])
    return round(lowest - 0.005, 2)


def report(found: list[tuple[Label, list[list[str]]]], likely: list[float], threshold: float) -> None:
    """Print what a threshold loses and drops, by collection."""
    by_kind: dict[tuple[str, bool], list[float]] = defaultdict(list)
    for (label, _), p in zip(found, likely, strict=True):
        by_kind[label.collection, label.states].append(p)
    for name in sorted({label.collection for label, _ in found}):
        true, none = by_kind[name, True], by_kind[name, False]
        lost, dropped = (sum(p < threshold for p in group) for group in (true, none))
        print(f"{name:12s} values lost {lost}/{len(true)}, numbers that state nothing dropped {dropped}/{len(none)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", nargs="*", default=[], metavar="LABELS=ROOT")
    parser.add_argument("--folders", nargs="*", default=[], metavar="ROOT")
    parser.add_argument("--facts", nargs="*", default=[], metavar="LABELS=ROOT")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    labels = [
        *(label for argument in given.read for label in read_values(argument)),
        *(label for argument in given.folders for label in labelled_folders(argument)),
        *(label for argument in given.facts for label in facts(argument)),
    ]
    found = list(rows(labels))
    likely = held_out(found)
    threshold = threshold_of(found, likely)
    print(f"threshold {threshold}; of folders held out:")
    report(found, likely, threshold)
    described, value, weight = examples(found)
    weights = Fit(described, [found[n][0].states for n in value], weight).weights()
    given.out.write_text(written(_HEAD, weights, threshold), encoding="utf-8")


if __name__ == "__main__":
    main()
