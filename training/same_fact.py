"""Fits the weights by which two statements are told to be of one fact, and judges them on corpora held out.

    python -m training.same_fact folders:PATH pool:PATH articles:FILE ... [--records DIR] [--write]

Positives are the labelled pairs of one fact, whatever their values: what is the same fact does not depend on them.
Negatives are all other pairs of documents that are labelled whole, and in clean documents every pair whose values
conflict: there are thousands, and they keep ordinary folders quiet. Corpora are held out whole, in five parts.
Each collection has its own constant while the weights are fitted, so that no feature learns which collection it is in.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import pickle
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker import sources, value_relation
from checker.comparison import confidence, vetoes
from checker.comparison.compare import prepared, representatives
from checker.comparison.confidence import Tally
from checker.comparison.features import FEATURES, RIVAL_FEATURES
from checker.comparison.pair import Pair
from checker.comparison.profiles import SCOPING, Profile
from checker.comparison.rivals import standings
from checker.comparison.scoring import is_copy, measured
from checker.comparison.thresholds import HOPELESS, LIKELY
from checker.extraction.extract_one import document_of, lexicon_of, record_of
from checker.extraction.text_positions import as_read
from checker.language.language import of_corpus, using
from checker.model.claim import Record
from checker.model.user_error import Unreadable
from checker.pipeline import recommended
from training.corpora import Corpus, Place, read

FOLDS = 5
STRENGTH = 0.05
"""Of the fit: the smaller, the nearer are all weights to nothing."""
_LARGE = 10_000
"""Of a collection with more negatives only as many are seen by the fit."""
_HOPELESS = -4.0
"""What scores lower is told to be of two facts whatever its values are, but for copies."""
CHANGE, YEARS, SAME_YEAR = 0.22, 5, 0.4
"""How far the value of a twin is changed: a factor's logarithm in the middle, years on average, days of one year."""
FIXED = {"conflict": {"crowd": -0.7}, "copy": {"crowd": -0.7}}
"""Weights of a confidence that are not fitted. Of twice as many documents twice as many look alike: half the odds. The
labelled folders are small and full of conflicts, the public ones large and almost without; a fit would take that
for the effect of size, and keep large folders silent."""
TOLD_AGAIN = 0.3
"""How much a pair counts that is of one fact only because one sentence is told twice."""
OUT = Path("checker/vocabulary/common/weights")
Matrix = Any


@dataclass(slots=True)
class Example:
    """All candidate pairs of one corpus."""

    corpus: Corpus
    profiles: list[Any]
    folder: Any
    places: list[tuple[int, int]]
    alone: Matrix
    """The features of each pair alone."""
    labels: Matrix
    """1 of one fact, 0 of two, -1 not known."""
    relation: list[str]
    """How the values of each pair stand."""
    links: list[tuple[str, bool, list[int]]]
    """For each labelled link of one fact: how the values stand, whether both are claims, and its pairs."""
    vetoed: Matrix
    weight: float = 1.0
    kept: float = 1.0
    """The share of its negatives that the fit sees."""
    among: Matrix = None
    score: Matrix = None
    sure: dict[tuple[str, str], tuple[Matrix, Matrix, list[int]]] = field(default_factory=dict)
    """What ``confidence_rows`` found."""

    @property
    def fold(self) -> int:
        return zlib.crc32(self.corpus.group.encode()) % FOLDS


def records_of(corpus: Corpus) -> list[tuple[Record, Record]]:
    """The record of each text, with places in the text as given and as it is compared."""
    book = recommended()
    lexicon = lexicon_of(book)
    found = []
    for name, text in sorted(corpus.texts.items()):
        try:
            record = record_of(document_of(sources.from_text(name, text)), book, lexicon)
        except Unreadable:
            continue
        found.append((record, as_read(record, text)))
    return found


def example_of(corpus: Corpus, records: list[tuple[Record, Record]]) -> Example:
    """The candidate pairs of a corpus with their features and labels."""
    book = recommended()
    with using(of_corpus(book.vocabulary)):
        ready = prepared([read_record for _, read_record in records], book)
        profiles, folder = ready.profiles, ready.folder
        features = measured(profiles, folder)
        places = sorted(features)
        relation, vetoed = [], []
        for left, right in places:
            one, other = representatives(profiles[left], profiles[right])
            relation.append(value_relation.relation(*value_relation.with_lent_unit(one.value, other.value))[0])
            vetoed.append(bool(vetoes.of_pair(Pair(profiles[left], profiles[right], folder), relation[-1])))
    values = {claim.id: claim.value for given, _ in records for claim in given.claims}
    at = defaultdict(list)
    for n, profile in enumerate(profiles):
        value = values[profile.claims[0].id]
        at[profile.source].append((value.start, value.end, n))
    number = {place: n for n, place in enumerate(places)}
    known: dict[int, bool] = {}
    links = []
    for link in corpus.links:
        lefts, rights = _at(at, link.left), _at(at, link.right)
        pairs = {(min(a, b), max(a, b)) for a in lefts for b in rights if a != b}
        standing = [number[pair] for pair in sorted(pairs) if pair in number]
        for n in standing:
            known[n] = known.get(n, False) or link.same
        if link.same:
            links.append((link.relation, bool(pairs), standing))
    labels = np.full(len(places), -1, dtype=np.int8)
    for n, how in enumerate(relation):
        if profiles[places[n][0]].family == SCOPING:
            continue
        if n in known:
            labels[n] = known[n]
        elif corpus.whole or (corpus.clean and how == "conflict"):
            labels[n] = 0
    alone = np.array([features[p] for p in places], dtype=np.float32).reshape(len(places), len(FEATURES))
    return Example(corpus, profiles, folder, places, alone, labels, relation, links, np.array(vetoed, dtype=bool))


def _at(at: dict[str, list[tuple[int, int, int]]], place: Place) -> list[int]:
    source, start, end = place
    return [n for a, b, n in at.get(source, ()) if a < end and start < b]


class Fit:
    """The weights of one step, standardised while they are fitted."""

    def __init__(self, examples: Sequence[Example], matrix: str, collections: Sequence[str]) -> None:
        rows, labels, weights, which = [], [], [], []
        for example in examples:
            chosen = _chosen(example)
            rows.append(getattr(example, matrix)[chosen])
            own = example.labels[chosen]
            labels.append(own)
            weights.append(np.where(own == 1, 1.5, 1 / example.kept) * example.weight)
            which.append(np.full(len(own), collections.index(example.corpus.collection)))
        table, label = np.vstack(rows).astype(float), np.concatenate(labels)
        mean, deviation = table.mean(0), table.std(0) + 1e-6
        own_constants = np.eye(len(collections))[np.concatenate(which)] * 2
        model = LogisticRegression(C=STRENGTH, solver="newton-cholesky")
        model.fit(np.hstack([(table - mean) / deviation, own_constants]), label, sample_weight=np.concatenate(weights))
        self.standard = model.coef_[0][: table.shape[1]]
        self.weights = self.standard / deviation
        self.always = float(model.intercept_[0] - (self.weights * mean).sum())

    def scores(self, matrix: Matrix) -> Matrix:
        return matrix @ self.weights + self.always


def _chosen(example: Example) -> Matrix:
    """The labelled pairs that the fit sees: all positives, and a share of the negatives."""
    draw = np.random.RandomState(1).rand(len(example.labels))
    return (example.labels == 1) | ((example.labels == 0) & (draw < example.kept))


def with_rivals(example: Example, scores: Matrix) -> Matrix:
    """The features of each pair alone and among its rivals."""
    found = standings(example.profiles, dict(zip(example.places, map(float, scores), strict=True)))
    among = [[float(feature.measure(found[place])) for feature in RIVAL_FEATURES] for place in example.places]
    return np.hstack([example.alone, np.array(among, dtype=np.float32).reshape(len(among), len(RIVAL_FEATURES))])


def fitted(examples: Sequence[Example], collections: Sequence[str]) -> tuple[Fit, Fit]:
    """Both steps; rivals are seen with weights that were fitted on the other half."""
    halves = [[e for e in examples if zlib.crc32(f"half {e.corpus.group}".encode()) % 2 == n] for n in range(2)]
    for n, half in enumerate(halves):
        fit = Fit(halves[1 - n], "alone", collections)
        for example in half:
            example.among = with_rivals(example, fit.scores(example.alone))
    return Fit(examples, "alone", collections), Fit(examples, "among", collections)


def judged(examples: Sequence[Example], collections: Sequence[str]) -> None:
    """Score each corpus by weights that were fitted without it and all others of its part."""
    for fold in range(FOLDS):
        alone, among = fitted([e for e in examples if e.fold != fold], collections)
        for example in examples:
            if example.fold == fold:
                example.score = among.scores(with_rivals(example, alone.scores(example.alone)))


CONFLICTS = ("conflict", "copy")
"""The confidences of conflicts: of copied sentences, and of all others."""
MEASURES = {"conflict": confidence.CONFLICT, "copy": confidence.COPY, "agreement": confidence.AGREEMENT}


def confidence_rows(example: Example, what: str, wanted: str) -> tuple[Matrix, Matrix, list[int]]:
    """Of the pairs whose values stand as wanted: what their confidence is made of, and whether they are one fact."""
    if (what, wanted) in example.sure:
        return example.sure[what, wanted]
    rows, labels, places = [], [], []
    profiles = example.profiles
    is_copy = copies_of(example)

    def standing(n: int) -> tuple[Profile, Profile, Any]:
        left, right = example.places[n]
        return profiles[left], profiles[right], example.relation[n]

    tally = Tally(
        ((*standing(n), float(example.score[n])) for n in np.flatnonzero(example.score >= LIKELY)),
        (standing(n) for n in np.flatnonzero(is_copy)),
    )
    for n, (left, right) in enumerate(example.places):
        hopeless = example.score[n] < (HOPELESS if is_copy[n] else _HOPELESS)
        known = example.labels[n] >= 0 or (
            is_copy[n] and wanted == "agree" and _told_again(profiles[left], profiles[right])
        )
        if what != "agreement" and is_copy[n] != (what == "copy"):
            continue
        if example.relation[n] == wanted and known and not example.vetoed[n] and not hopeless:
            score = float(example.score[n])
            values = example.alone[n].tolist()
            stated = tally.stated(profiles[left], profiles[right], wanted, score, example.folder, values)
            rows.append([float(measure(stated)) for measure in MEASURES[what]])
            labels.append(int(example.labels[n] != 0))
            places.append(n)
    found = np.array(rows).reshape(len(rows), len(MEASURES[what])), np.array(labels, dtype=int), places
    example.sure[what, wanted] = found
    return found


def copies_of(example: Example) -> Matrix:
    """Which pairs have sentences that are copies but for their values."""
    return np.array([is_copy(values) for values in example.alone], dtype=bool)


def _told_again(left: Profile, right: Profile) -> bool:
    """Two documents state one rare value in copied sentences: they say the same, without a label."""
    return left.source != right.source and left.rare and right.rare


def twins(example: Example, what: str) -> tuple[Matrix, Matrix]:
    """Each pair that agrees, with one of its values changed: a conflict of one fact. Also how much each counts."""
    rows, labels, places = confidence_rows(example, what, "agree")
    found = np.array(rows[labels == 1]).reshape(-1, len(MEASURES[what]))
    chosen = [place for place, label in zip(places, labels, strict=True) if label == 1]
    names = [measure.__name__ for measure in MEASURES[what]]
    draw = np.random.RandomState(zlib.crc32(example.corpus.group.encode()))
    for row, place in zip(found, chosen, strict=True):
        profile = example.profiles[example.places[place][0]]
        row[names.index("distance")] = _drawn_distance(profile, draw)
    counts = np.where(example.labels[chosen] == 1, 1.0, TOLD_AGAIN) if chosen else np.zeros(0)
    return found, counts


def _drawn_distance(profile: Profile, draw: np.random.RandomState) -> float:
    """How far apart two values of one fact may be, as ``confidence.distance`` tells it: mostly near."""
    if profile.family != "date":
        return float(min(3.0, np.exp(draw.normal(np.log(CHANGE), 1.0))))
    if profile.claims[0].value.resolution != "year" and draw.rand() < SAME_YEAR:
        return 0.0
    return float(np.log1p(min(40, draw.geometric(1 / YEARS))) / 4)


class ConfidenceFit:
    """The weights of a confidence, fitted on scores of corpora held out.

    Collections have no constant of their own here: how often what looks alike is one fact depends on what the features
    tell, how many documents there are and how long they are, and not on the collection. Where all pairs are of one
    fact, or none is, only how often that was seen counts.
    """

    def __init__(self, examples: Sequence[Example], what: str, wanted: str) -> None:
        rows, labels, weights = [], [], []
        for example in examples:
            own, truth, places = confidence_rows(example, what, wanted)
            counts = np.ones(len(truth))
            if what == "agreement" and len(places):
                counts[(truth == 1) & (example.labels[places] != 1)] = TOLD_AGAIN
            if what != "agreement":
                more, more_counts = twins(example, what)
                own, truth = np.vstack([own, more]), np.concatenate([truth, np.ones(len(more), dtype=int)])
                counts = np.concatenate([counts, more_counts])
            rows.append(own)
            labels.append(truth)
            weights.append(counts * example.weight)
        table, truth = np.vstack(rows), np.concatenate(labels)
        fixed = np.array([FIXED.get(what, {}).get(measure.__name__, 0.0) for measure in MEASURES[what]])
        table[:, fixed != 0] = 0
        if len(set(truth.tolist())) < 2:
            self.weights = np.zeros(len(MEASURES[what]))
            self.always = float(np.log((truth.sum() + 1) / (len(truth) - truth.sum() + 1)))
            return
        mean, deviation = table.mean(0), table.std(0) + 1e-6
        model = LogisticRegression(C=0.3, solver="newton-cholesky")
        model.fit((table - mean) / deviation, truth, sample_weight=np.concatenate(weights))
        self.weights = model.coef_[0] / deviation
        self.always = float(model.intercept_[0] - (self.weights * mean).sum())
        self.weights += fixed

    def of(self, rows: Matrix) -> Matrix:
        return 1 / (1 + np.exp(-(rows @ self.weights + self.always))) if len(rows) else np.zeros(0)


@dataclass(slots=True)
class Judged:
    """What one collection's pairs of one relation came to: confidence and truth, and how many there are to find."""

    sure: list[tuple[float, bool]]
    wanted: int
    documents: int


def outcomes(examples: Sequence[Example], wanted: str, parts: Sequence[str]) -> dict[str, Judged]:
    """By collection the held-out confidence of each pair; of several pairs of one link the best."""
    found: dict[str, Judged] = defaultdict(lambda: Judged([], 0, 0))
    for fold in range(FOLDS):
        fits = {part: ConfidenceFit([e for e in examples if e.fold != fold], part, wanted) for part in parts}
        for example in examples:
            if example.fold != fold:
                continue
            one = found[example.corpus.collection]
            one.documents += len(example.corpus.texts)
            by_pair: dict[int, float] = {}
            for part, sure in fits.items():
                rows, labels, places = confidence_rows(example, part, wanted)
                own = dict(zip(places, map(float, sure.of(rows)), strict=True))
                one.sure += [(own[n], False) for n, label in zip(places, labels, strict=True) if not label]
                by_pair |= own
            for relation, _, pairs in example.links:
                if relation == wanted:
                    one.wanted += 1
                    best = [by_pair[n] for n in pairs if n in by_pair]
                    if best:
                        one.sure.append((max(best), True))
    return found


def table_of(found: dict[str, Judged]) -> Iterator[str]:
    """Recall at some precisions, and at some rates of false ones for 100 documents."""
    for collection, one in found.items():
        ranked = sorted(one.sure, reverse=True)
        right, best = 0, {}
        false_rates = {}
        for n, (sure, is_right) in enumerate(ranked, 1):
            right += is_right
            for precision in (0.95, 0.9, 0.8, 0.5):
                if one.wanted and right / n >= precision:
                    best[precision] = f"{right / one.wanted:.2f} from {sure:.2f}"
            for rate in (0.2, 2, 4):
                if (n - right) * 100 <= rate * one.documents:
                    false_rates[rate] = f"{right} from {sure:.2f}"
        precise = f" AP {average_precision(one):.3f}" if one.wanted else ""
        yield f"{collection:40} {one.wanted:4} wanted {one.documents:5} documents{precise} | " + "; ".join(
            [f"P {p}: R {r}" for p, r in best.items()] + [f"{rate} false/100: {n}" for rate, n in false_rates.items()]
        )


BINS = (0.2, 0.4, 0.6, 0.85, 0.95, 1.01)
"""Between these the confidence is held against how often it was right."""


def average_precision(one: Judged) -> float:
    """Of the ranked list; what was not found ends it."""
    right, total = 0, 0.0
    for n, (_, is_right) in enumerate(sorted(one.sure, reverse=True), 1):
        right += is_right
        total += is_right * right / n
    return total / max(1, one.wanted)


def calibration_of(found: dict[str, Judged]) -> Iterator[str]:
    """For each form of collection how often what is about so sure is right."""
    forms: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for collection, one in found.items():
        forms[collection.partition(":")[0]] += one.sure
    for form, sure in forms.items():
        parts = []
        for low, high in itertools.pairwise(BINS):
            own = [is_right for value, is_right in sure if low <= value < high]
            if own:
                parts.append(f"{low:.2f}-{min(high, 1):.2f}: {sum(own)} of {len(own)} ({sum(own) / len(own):.2f})")
        yield f"{form:12} {'; '.join(parts)}"


def ablated(examples: Sequence[Example], collections: Sequence[str]) -> Iterator[str]:
    """What the ranking of conflicts loses where the features of one group are left out."""
    whole = {name: average_precision(one) for name, one in outcomes(examples, "conflict", CONFLICTS).items()}
    for group in sorted({feature.group for feature in FEATURES}):
        without = [n for n, feature in enumerate(FEATURES) if feature.group == group]
        kept = [example.alone for example in examples]
        for example in examples:
            example.alone = example.alone.copy()
            example.alone[:, without] = 0
            example.sure = {}
        judged(examples, collections)
        found = outcomes(examples, "conflict", CONFLICTS)
        yield f"without {group:12} " + " ".join(
            f"{name[-24:]}:{average_precision(one) - whole[name]:+.3f}" for name, one in found.items() if one.wanted
        )
        for example, alone in zip(examples, kept, strict=True):
            example.alone, example.sure = alone, {}
    judged(examples, collections)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collections", nargs="+", metavar="FORM:PATH[*WEIGHT]")
    parser.add_argument(
        "--records",
        type=Path,
        help="keep what is read from documents here, to be used again while the documents are the same",
    )
    parser.add_argument("--dump", type=Path, help="keep the judged examples here, to be looked at")
    parser.add_argument("--ablate", action="store_true", help="also say what each group of features is worth")
    parser.add_argument("--write", action="store_true", help="write the weights")
    options = parser.parse_args(arguments)
    examples: list[Example] = []
    names = []
    for given in options.collections:
        collection, _, weight = given.partition("*")
        names.append(collection)
        own = list(_examples(collection, options.records))
        negatives = sum(int((e.labels == 0).sum()) for e in own)
        for example in own:
            example.weight = float(weight or 1)
            example.kept = min(1.0, _LARGE / max(1, negatives))
        examples += own
        links = [link for e in own for link in e.links]
        print(
            f"{collection}: {len(own)} corpora, {len(links)} links, {sum(c for _, c, _ in links)} both claims, "
            f"{sum(bool(p) for _, _, p in links)} candidates; {negatives} negatives",
            flush=True,
        )
    judged(examples, names)
    for wanted, parts in (("conflict", CONFLICTS), ("agree", ("agreement",))):
        print(wanted)
        found = outcomes(examples, wanted, parts)
        for line in (*table_of(found), *calibration_of(found)):
            print("  " + line)
    if options.dump:
        options.dump.write_bytes(pickle.dumps(examples))
    if options.ablate:
        for line in ablated(examples, names):
            print(line, flush=True)
    alone, among = fitted(examples, names)
    both = zip((*FEATURES, *RIVAL_FEATURES), among.standard, strict=True)
    print(" ".join(f"{f.name}:{w:+.2f}" for f, w in sorted(both, key=lambda entry: -abs(entry[1]))))
    if options.write:
        write(alone, among, confidence_fits(examples))


def confidence_fits(examples: Sequence[Example]) -> dict[str, ConfidenceFit]:
    """The weights of each confidence, fitted on all examples."""
    return {what: ConfidenceFit(examples, what, "agree" if what == "agreement" else "conflict") for what in MEASURES}


def _examples(collection: str, keep: Path | None) -> list[Example]:
    corpora = list(read(collection))
    read_of = hashlib.sha256(collection.encode())
    for corpus in corpora:
        read_of.update(repr(sorted(corpus.texts.items())).encode("utf-8", "surrogatepass"))
    name = read_of.hexdigest()[:12]
    file = keep / f"{name}.records" if keep else None
    if file and file.exists():
        records = pickle.loads(file.read_bytes())
    else:
        with ProcessPoolExecutor() as pool:
            records = list(pool.map(records_of, corpora, chunksize=2))
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(pickle.dumps(records))
    with ProcessPoolExecutor() as pool:
        return list(pool.map(example_of, corpora, records, chunksize=2))


def write(alone: Fit, among: Fit, confidence_by_name: Mapping[str, ConfidenceFit]) -> None:
    """Write the tables of weights; thresholds stay as they are."""
    names = [feature.name for feature in FEATURES]
    lines = [f"# {line}" for line in _HEAD.splitlines()]
    for step, fit, own in (
        ("alone", alone, names),
        ("among", among, [*names, *(feature.name for feature in RIVAL_FEATURES)]),
    ):
        lines += [f"{step}:", f"  always: {fit.always:.3f}"]
        lines += [f"  {name}: {weight:.3f}" for name, weight in zip(own, fit.weights, strict=True)]
    (OUT / "same_fact.yaml").write_text("\n".join((*lines, "")), encoding="utf-8")
    for name, sure in confidence_by_name.items():
        path = OUT / f"{name}.yaml"
        head = path.read_text(encoding="utf-8").partition("weights:")[0]
        own = [f"  always: {sure.always:.3f}"]
        own += [f"  {m.__name__}: {w:.3f}" for m, w in zip(MEASURES[name], sure.weights, strict=True)]
        path.write_text(head + "\n".join(("weights:", *own, "")), encoding="utf-8")


_HEAD = """The weights by which two statements are told to be of one fact, whatever their values are.
A feature counts for one fact above 0 and against it below; alone: each pair by itself, among: among its rivals.
Fitted by training/same_fact.py; docs/model.md says on what, and how good they are."""

if __name__ == "__main__":
    main()
