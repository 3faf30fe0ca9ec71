"""Fits the weights by which the subject of a value is ranked, and says how often it is right on parts held out.

    python -m training.subjects LABELS.yaml:FOLDER[:WEIGHT] ... [--pairs PAIRS.jsonl] [--write]

LABELS lists ``{folder, file, line, text, nth, subject: [names]}`` of the texts below FOLDER, in which FOLDER stands for
the label's folder; ``start`` and ``end`` may stand in place of the line, and do in files that are no text: there they
are those of the text taken out. PAIRS has two texts ``a`` and ``b`` a line, with ``a_span`` and ``b_span`` of a value
that is of the thing ``title``. Labels of one folder are held out together. Only values whose subject no clause says
outright are fitted on, as only those are ranked.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from checker import pipeline, sources
from checker.claims import extract
from checker.claims.attribute_triggers import Trigger
from checker.claims.subject_ranking import RankedSubject, ranking_of, subjects_of
from checker.linguistics.clauses import Grammar, grammar_of
from checker.linguistics.coreference import Discourse
from checker.linguistics.sentence import ParsedSentence
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.model.document import Source
from checker.model.rule import AttributeEntry
from checker.sources import formats
from training.conditional_logit import Group, best_is_right, fit
from training.naming import names_it, words_of

WEIGHTS = Path(__file__).parent.parent / "checker/vocabulary/common/weights/subject.yaml"
_STRENGTH = 100.0
"""With less, weights fitted on few folders lose on texts of other authors what they gain on the parts held out."""
_LEAST = 20
"""A feature that fewer candidates have gets no weight."""


@dataclass(frozen=True, slots=True)
class Label:
    """A value in a text, and the names of what it is of."""

    start: int
    end: int
    subject: list[str]


@dataclass(frozen=True, slots=True)
class _Ranking:
    start: int
    end: int
    ranked: list[RankedSubject]
    aliases: Mapping[str, set[str]]


def groups_of(text: str | Path, labels: list[Label], part: str, weight: float) -> Iterator[Group]:
    """The candidates of each labelled value of a text, or of a file read as its format says, that are ranked."""
    rankings = _rankings(text)
    for label in labels:
        found = next((r for r in rankings if r.start < label.end and label.start < r.end), None)
        if found is None or not found.ranked:
            continue
        right = [_is_right(r, found.aliases, label.subject) for r in found.ranked]
        yield Group([dict(r.features) for r in found.ranked], right, part, weight)


def _is_right(ranked: RankedSubject, aliases: Mapping[str, set[str]], subject: list[str]) -> bool:
    """A phrase is right only where the label has a word of it: the owner alone makes no part of it right."""
    read = ranked.read
    if read.phrase is not None:
        own = words_of(read.phrase.text) - words_of(read.entity.name)
        told = [name for name in subject if words_of(name) & own]
        forms = {f"{read.entity.name} {read.phrase.written}"}
        return names_it({read.phrase.text, read.phrase.written}, subject) or names_it(forms, told)
    return names_it({read.entity.key, read.entity.name, *read.entity.spellings, *aliases[read.entity.key]}, subject)


def _rankings(text: str | Path) -> list[_Ranking]:
    found: list[_Ranking] = []

    def ranking(
        parsed: ParsedSentence,
        index: int,
        triggers: list[Trigger],
        discourse: Discourse,
        entry: AttributeEntry | None = None,
        by_law: bool = False,
        grammar: Callable[[ParsedSentence], Grammar] = grammar_of,
    ) -> list[SubjectCandidate]:
        mention = parsed.mentions[index]
        _, ranked = ranking_of(parsed, index, triggers, discourse, entry, by_law, grammar)
        if ranked:
            aliases: dict[str, set[str]] = defaultdict(set)
            for short, key in discourse.entities.alias.items():
                aliases[key].add(short)
            found.append(_Ranking(mention.start, mention.end, ranked, aliases))
        return subjects_of(parsed, index, triggers, discourse, entry, by_law, grammar)

    extract.subjects_of = ranking  # the one place where subjects are asked for
    try:
        if isinstance(text, Path):
            pipeline.check_paths([text])
        else:
            pipeline.check_texts({"text.md": text})
    finally:
        extract.subjects_of = subjects_of
    return found


def labelled(given: str) -> Iterator[Group]:
    """The groups of a file of labels."""
    path, root, *weight = given.split(":")
    by_file: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for label in yaml.safe_load(Path(path).read_text(encoding="utf-8")):
        if label.get("subject") and label.get("is_claim", True):
            by_file[label["folder"], label["file"]].append(label)
    for (folder, file), labels in sorted(by_file.items()):
        at = Path(root.replace("FOLDER", folder)) / file
        text = at if _is_extracted(at) else at.read_text(encoding="utf-8-sig")
        placed = [(place, label) for label in labels if (place := _place(text, label)) is not None]
        yield from groups_of(
            text,
            [Label(*place, label["subject"]) for place, label in placed],
            folder,
            float(weight[0]) if weight else 1.0,
        )


def _is_extracted(file: Path) -> bool:
    """Whether what is read of a file is text taken out of it: of a web page, a PDF, a sheet."""
    return formats.has_reader(file) and sources.read(file, Source("a")).source.extracted


def _place(text: str | Path, label: Mapping[str, Any]) -> tuple[int, int] | None:
    if "start" in label:
        return label["start"], label["end"]
    if isinstance(text, Path):
        return None
    lines = text.split("\n")
    if label["line"] > len(lines):
        return None
    before = sum(len(line) + 1 for line in lines[: label["line"] - 1])
    at = -1
    for _ in range(int(label.get("nth") or 1)):
        at = lines[label["line"] - 1].find(str(label["text"]), at + 1)
    return None if at < 0 else (before + at, before + at + len(str(label["text"])))


def pairs(path: Path, weight: float) -> Iterator[Group]:
    """The groups of pairs of texts, in ten parts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        part = f"pairs {int(case['id'], 16) % 10}"
        for side in "ab":
            yield from groups_of(case[side], [Label(*case[f"{side}_span"], [case["title"]])], part, weight)


def main() -> None:
    """Fit, say what the ranking gets right, and write the weights."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("labels", nargs="*")
    options.add_argument("--pairs", type=Path)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    sets = {name.split(":")[0].rsplit("/", 1)[-1]: list(labelled(name)) for name in given.labels}
    if given.pairs:
        sets["pairs"] = list(pairs(given.pairs, 0.4))
    groups = [group for found in sets.values() for group in found]
    counts = Counter(name for g in groups for f in g.features for name in f)
    names = sorted(name for name, n in counts.items() if n >= _LEAST)
    parts = sorted({g.part for g in groups})
    right: dict[str, list[bool]] = defaultdict(list)
    for n in range(10):
        out = set(parts[n::10])
        weights = fit([g for g in groups if g.part not in out], names, _STRENGTH)
        for name, found in sets.items():
            right[name] += [best_is_right(g, weights) for g in found if g.part in out]
    weights = fit(groups, names, _STRENGTH)
    for name, found in sets.items():
        known = sum(any(g.right) for g in found) / max(1, len(found))
        own = sum(best_is_right(g, weights) for g in found) / max(1, len(found))
        print(
            f"{name}: {len(found)} values; among the candidates {known:.3f}; right, held out by folder, "
            f"{sum(right[name]) / max(1, len(right[name])):.3f}; fitted on all {own:.3f}"
        )
    if given.write:
        lines = [f"{name}: {weight}\n" for name, weight in sorted(weights.items()) if weight]
        WEIGHTS.write_text("# Fitted by training/subjects.py.\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
