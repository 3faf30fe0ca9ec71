"""Fits the weights by which a document's topic is ranked, and says how often the ranking is right on texts held out.

    python -m training.topics ARTICLES.jsonl.gz [LABELS.yaml:FOLDER ...] [--write]

ARTICLES has a ``title`` and a ``text`` a line: the title is the topic, to be found in the text alone, in an excerpt
from the middle, and below a title line. LABELS lists ``{folder, file, topic: [names]}`` of the texts below FOLDER,
in which FOLDER stands for the folder of the label.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

from checker import sources
from checker.linguistics.document_entities import named_entities
from checker.linguistics.topic_detection import rank_topics
from checker.linguistics.topic_features import names_of_features
from checker.model.claim import UNNAMED
from checker.model.document import Document, Source
from checker.model.user_error import Unreadable
from checker.sources import formats, plain
from checker.text.parse import read
from training.conditional_logit import Group, accuracy, fit
from training.naming import names_it

WEIGHTS = Path(__file__).parent.parent / "checker/vocabulary/common/weights/topic.yaml"


def group_of(document: Document, topic: list[str], part: str, weight: float = 1.0) -> Group:
    """The candidates for a document's topic, those right that a name in ``topic`` names (none: nobody)."""
    names, entities = named_entities(document, {})
    ranked = rank_topics(document, names, entities)
    aliases: dict[str, set[str]] = defaultdict(set)
    for short, key in entities.alias.items():
        aliases[key].add(short)
    right = [
        names_it({r.entity.name, *r.entity.spellings, *aliases[r.entity.key]}, topic)
        if topic
        else r.entity.key == UNNAMED
        for r in ranked
    ]
    return Group([dict(r.features) for r in ranked], right, part, weight)


def document_of(text: str, path: str = "text.txt") -> Document:
    """A text read as the format of its file name says."""
    try:
        reader = formats.reader(formats.format_of(Path(path)))
    except Unreadable:
        reader = plain.reading
    return read(plain.read_with(reader, Source("a"), text))


def articles(path: Path, step: int) -> Iterator[tuple[str, Group]]:
    """Each article whole, in an excerpt and below its title; every fifth is ``held out``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if n % step:
                continue
            article = json.loads(line)
            if not re.search(r"[A-Za-z]{3}", article["title"]):
                continue
            part = "held out" if n // step % 5 == 2 else "articles"
            for kind, text in _variants(article["title"], article["text"], random.Random(n)):
                yield kind, group_of(document_of(text), [article["title"]], part)


def _variants(title: str, text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "whole", text
    parts = text.split("\n\n")
    if len(parts) >= 4:
        first = chance.randrange(max(1, len(parts) // 3), max(2, len(parts) - 1))
        yield "excerpt", "\n\n".join(parts[first:])[: chance.randrange(900, 2600)]
    if chance.random() < 0.5:
        yield "titled", f"{title}\n\n{text}"


def labelled(given: str) -> Iterator[tuple[str, Group]]:
    """The documents that a file of labels names, each folder a part of its own."""
    path, _, root = given.partition(":")
    for label in yaml.safe_load(Path(path).read_text(encoding="utf-8")):
        file = Path(root.replace("FOLDER", label["folder"])) / label["file"]
        yield "labelled", group_of(_document_at(file), label["topic"], label["folder"], 4.0)


def _document_at(file: Path) -> Document:
    """A file read as its format says, as plain text where it has none."""
    if formats.has_reader(file):
        return read(sources.read(file, Source("a")))
    return document_of(file.read_text(encoding="utf-8-sig"), file.name)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=Path)
    options.add_argument("labels", nargs="*")
    options.add_argument("--step", type=int, default=1, help="take every so manieth article")
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    found = [*articles(given.articles, given.step), *(pair for labels in given.labels for pair in labelled(labels))]
    names = sorted(names_of_features())
    kept = [g for _, g in found if g.part != "held out"]
    weights = fit(kept, names)
    for kind in ("whole", "excerpt", "titled"):
        held = [g for k, g in found if k == kind and g.part == "held out"]
        named = [g for g in held if any(g.right)]
        print(f"{kind}: {accuracy(held, weights):.3f} of {len(held)}; ", end="")
        print(f"where it is named {accuracy(named, weights):.3f} of {len(named)}")
    folders = sorted({g.part for k, g in found if k == "labelled"})
    tally: dict[str, list[float]] = defaultdict(list)
    for fold_at in range(5):
        out = set(folders[fold_at::5])
        part = fit([g for g in kept if g.part not in out], names)
        for _, g in found:
            if g.part in out:
                tally["labelled"].append(accuracy([g], part))
                if any(g.right):
                    tally["named"].append(accuracy([g], part))
    for k, v in tally.items():
        print(f"{k}, by folder held out: {sum(v) / len(v):.3f} of {len(v)}")
    if given.write:
        lines = [f"{name}: {weight}\n" for name, weight in sorted(weights.items())]
        WEIGHTS.write_text("# Fitted by training/topics.py.\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
