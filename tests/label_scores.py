"""How many labelled values of documents are read, and for how many of them subject, attribute and time are right.

Each folder of ``labelled_documents`` has ``docs`` and a ``labels.yaml``. Its ``values`` are what the documents state:
each with its line and words, the kind of ``block`` it stands in, every name of its ``subject`` and every word for its
``attribute`` that a reader accepts, and the ``time`` in which it holds, null where nobody can know. ``none`` are
numbers that state nothing. ``use: open`` marks folders that rules were made on, ``use: closed`` those that none was.

    python -m tests.label_scores > tests/labelled_documents/floors.yaml

sets the floors to what is measured, rounded down, and the ceilings to what is measured, rounded up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

import checker
from checker.language.characters import fold
from checker.language.words import stem
from checker.model.claim import Claim

FOLDER = Path(__file__).parent / "labelled_documents"
ASPECTS = ("read", "subject", "attribute", "time", "all")
FLOORS = FOLDER / "floors.yaml"
FOLDERS = sorted(path.parent for path in FOLDER.glob("*/labels.yaml"))
STEPS = 20
"""Floors and ceilings are whole twentieths."""
_HEAD = """\
# The least share of the labelled values of a kind of block that are read, that have the right subject, attribute and
# time, and that have all three right; and the greatest share of the numbers that state nothing which are read.
# tests/label_scores.py prints them.
"""
_ARTICLES_AND_SUCH = {"a", "an", "and", "for", "of", "the"}

Span = tuple[int, int]


@dataclass
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    def add(self, yes: bool) -> None:
        self.part += yes
        self.whole += 1

    def floor(self) -> float:
        return self.part * STEPS // self.whole / STEPS

    def ceiling(self) -> float:
        return -(-self.part * STEPS // self.whole) / STEPS

    def __str__(self) -> str:
        return f"{self.part} of {self.whole}, {self.part / self.whole:.3f}"


@dataclass
class Scores:
    """The shares of all folders of one use."""

    values: dict[str, dict[str, Share]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Share)))
    """Of the labelled values, by kind of block and aspect; ``all`` is subject, attribute and time right."""
    nothing: Share = field(default_factory=Share)
    """Of the numbers that state nothing, those that are read."""


def labels_of(folder: Path) -> Any:
    return yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))


def texts_of(folder: Path) -> dict[str, str]:
    docs = folder / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.*"))}


def place(text: str, label: dict[str, Any]) -> Span | None:
    """Where the words of a label stand in the text; None if they do not stand on its line."""
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: label["line"] - 1])
    found = list(re.finditer(re.escape(label["text"]), "".join(lines[label["line"] - 1 : label["line"]])))
    nth = label.get("nth", 1)
    return (before + found[nth - 1].start(), before + found[nth - 1].end()) if nth <= len(found) else None


def scores() -> dict[str, Scores]:
    """The scores by use, each folder read once."""
    found: dict[str, Scores] = defaultdict(Scores)
    for folder in FOLDERS:
        labels = labels_of(folder)
        _add(found[labels["use"]], labels, texts_of(folder))
    return found


def _add(found: Scores, labels: dict[str, Any], texts: dict[str, str]) -> None:
    claims = checker.check_texts(texts).claims
    for label in labels["values"]:
        for aspect, right in _aspects(label, _claims_at(label, texts, claims)).items():
            found.values[label["block"]][aspect].add(right)
    for label in labels["none"]:
        found.nothing.add(bool(_claims_at(label, texts, claims)))


def _claims_at(label: dict[str, Any], texts: dict[str, str], claims: Iterable[Claim]) -> list[Claim]:
    """The claims that are read at the words of a label; the day that a document is of is none of them."""
    span = place(texts[label["file"]], label)
    assert span, f"{label['file']}:{label['line']} has no {label['text']!r}"
    return [
        claim
        for claim in claims
        if claim.source == label["file"]
        and claim.value.start < span[1]
        and span[0] < claim.value.end
        and claim.attribute != "as_of"
    ]


def _aspects(label: dict[str, Any], claims: list[Claim]) -> dict[str, bool]:
    """What is right of a value: of one that is not read, nothing; its time counts only if it has one to be known."""
    right = {
        "read": bool(claims),
        "subject": any(_is_about(claim, label["subject"]) for claim in claims),
        "attribute": any(_states(claim, label["attribute"]) for claim in claims),
    }
    if _has_a_time(label):
        right["time"] = any(holds(claim.scope.time, label["time"]) for claim in claims)
    right["all"] = all(right.values())
    return right


def _is_about(claim: Claim, accepted: list[str]) -> bool:
    """Whether a name of the claim's subject, or of the part of it that has the value, is accepted."""
    _, *parts = claim.subject_name.split(", ")
    names = (claim.subject_name, *parts, claim.subject.entity.replace("_", " "))
    return any(is_one_name(name, other) for name in names for other in accepted)


def is_one_name(one: str, other: str) -> bool:
    """Whether names share more than half of their words, or the shorter is half of the longer."""
    ours, theirs = _words(one), _words(other)
    common, every = 2 * len(ours & theirs), len(ours | theirs)
    return common > every or (common == every > 0 and (ours <= theirs or theirs <= ours))


def _states(claim: Claim, accepted: list[str]) -> bool:
    """Whether the claim's attribute, the labels it was taken from or its own words have an accepted word."""
    labels, words = claim.labels, claim.words
    named = (claim.attribute, labels.key, labels.row, labels.column, labels.question, words.verb, words.noun)
    return not _stems(filter(None, (*named, *words.modifiers))).isdisjoint(_stems(accepted))


def _has_a_time(label: dict[str, Any]) -> bool:
    """Not where nobody can know it, nor for a date, which is its own time."""
    return label["time"] is not None and label["time"][:4] not in label["text"]


def holds(read: str | None, accepted: str) -> bool:
    """Whether the time is the accepted one, or one of the two is the other's year or month."""
    bare = (read or "").removeprefix("../")
    return bool(bare) and (bare.startswith(accepted) or accepted.startswith(bare))


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w{2,}", fold(name).lower())) - _ARTICLES_AND_SUCH


def _stems(names: Iterable[str]) -> set[str]:
    return {stem(word) for name in names for word in _words(name.replace("_", " "))}


def _floors(found: Scores) -> dict[str, Any]:
    blocks = {
        block: {aspect: shares[aspect].floor() for aspect in ASPECTS if aspect in shares}
        for block, shares in sorted(found.values.items())
    }
    return {"none_read_at_most": found.nothing.ceiling(), "blocks": blocks}


if __name__ == "__main__":
    floors = {use: _floors(found) for use, found in sorted(scores().items())}
    print(_HEAD + yaml.safe_dump(floors, default_flow_style=None, sort_keys=False, width=120), end="")
