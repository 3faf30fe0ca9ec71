"""Fits the weights by which two figures of one document are told to be one, and judges them on folders held out.

    python -m training.restatement --told DOCUMENTS ... --others DOCUMENTS ... [--write]

No labels are needed. A figure of three digits or more that a document under ``--told`` states twice is one told twice,
and stands for one with a slip: the form of the slip is drawn by the shares that slips of the hand have. Two figures
that a slip parts in documents as found, under either option, are two things: of the hundreds of such pairs hardly one
is an error. Documents are read as the program reads them; a folder right under the one given is held out whole.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sklearn.model_selection import GroupKFold

from checker import values
from checker.constraints.context import Context
from checker.constraints.restatement import WEIGHTS
from checker.constraints.retellings import DIGIT, DROPPED, EQUAL, SWAPPED, Pair, features, pairs, tellings
from checker.corpus import corpus_of
from checker.extraction.extract_one import document_of
from checker.language.language import using
from checker.model.user_error import Unreadable, UserError
from checker.sources import formats
from training.logistic_fit import FOLDS, Fit, written

_SHARES = {SWAPPED: 0.45, DIGIT: 0.4, DROPPED: 0.15}
"""Of the slips in which two tellings of a figure differ."""
_MOST_TOLD, _MOST_APART = 8, 40
"""So many pairs of one document count, of those told twice and of those that a slip parts."""
OUT = Path(__file__).parent.parent / "checker/vocabulary/common/weights" / f"{WEIGHTS}.yaml"
_HEAD = """\
# How much each feature of two figures of one document says for their being one that is told twice (above 0) or two
# things (below), fitted by training/restatement.py: from the threshold on, two that a slip parts are a conflict; from
# the lower one on, a possible one.
"""
_THRESHOLD, _POSSIBLE = 0.85, 0.6

Example = tuple[str, str, str, dict[str, float]]
"""The folder held out together, the document, the form and the features of a pair."""


def documents(folders: list[Path]) -> Iterator[tuple[str, Path]]:
    """Each document under some folders, with the folder that is held out together."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and formats.has_reader(path):
                yield f"{folder.name}/{path.relative_to(folder).parts[0]}", path


def _drawn(path: Path, n: int) -> str:
    """The form of a slip, drawn by the document's name: the same each time."""
    at = int(hashlib.sha256(f"{path.name} {n}".encode()).hexdigest()[:8], 16) / 0x1_0000_0000
    for form, share in _SHARES.items():
        at -= share
        if at < 0:
            return form
    return next(iter(_SHARES))


def examples(group: str, path: Path, told: bool) -> list[Example]:
    """The pairs of one document, equal ones only where it tells things twice; none where it cannot be read."""
    try:
        corpus = corpus_of([str(path)], configured=False)
        with using(corpus.language):
            document = document_of(corpus.reading(corpus.inputs[0]))
            mentions = values.find(document.plain, document.text)
            found: list[Example] = []
            count: Counter[bool] = Counter()
            for n, pair in enumerate(pairs(tellings(Context(document, mentions)))):
                same = pair.form == EQUAL
                if (same and not told) or count[same] == (_MOST_TOLD if same else _MOST_APART):
                    continue
                count[same] += 1
                slipped = (
                    Pair(pair.first, pair.second, _drawn(path, n), (1, pair.told[0] - 1), pair.figures)
                    if same
                    else pair
                )
                found.append((group, str(path), EQUAL if same else pair.form, dict(features(slipped))))
            return found
    except (Unreadable, UserError) as error:
        print(f"not read: {path}: {error}", file=sys.stderr)
        return []


def _read(folders: list[Path], told: bool) -> list[Example]:
    named = list(documents(folders))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        groups, paths = zip(*named, strict=True) if named else ((), ())
        read = pool.map(examples, groups, paths, [told] * len(named), chunksize=8)
        return [example for several in read for example in several]


def main() -> None:
    """Read the documents, say how good a fit is, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--told", type=Path, nargs="+", required=True, help="folders of documents that tell things twice"
    )
    parser.add_argument("--others", type=Path, nargs="*", default=[], help="folders of further documents")
    parser.add_argument("--write", action="store_true", help=f"write the weights to {OUT.name}")
    parser.add_argument("--show", type=int, default=0, help="show so many of the likeliest pairs that are two things")
    given = parser.parse_args()
    known = _read(given.told, True) + _read(given.others, False)
    described = [example[3] for example in known]
    states = [example[2] == EQUAL for example in known]
    weight = [1.0] * len(known)
    print(f"{sum(states)} told twice, {len(states) - sum(states)} parted by a slip")
    likely = [0.0] * len(known)
    groups = [example[0] for example in known]
    for fit, held in GroupKFold(FOLDS).split(described, states, groups):
        model = Fit([described[n] for n in fit], [states[n] for n in fit], [weight[n] for n in fit])
        for n, p in zip(held, model.likelihoods([described[n] for n in held]), strict=True):
            likely[n] = p
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        found = [p >= threshold for p, state in zip(likely, states, strict=True) if state]
        wrong = {e[1] for e, p, state in zip(known, likely, states, strict=True) if p >= threshold and not state}
        print(
            f"from {threshold}: {sum(found) / len(found):.2f} of those told twice; {len(wrong)} documents with others"
        )
    ranked = sorted(range(len(known)), key=lambda n: -likely[n])
    for n in [n for n in ranked if not states[n]][: given.show]:
        print(f"{likely[n]:.2f} {known[n][2]} {known[n][1]} {known[n][3]}")
    if given.write:
        text = written(_HEAD, Fit(described, states, weight).weights(), _THRESHOLD)
        OUT.write_text(text.replace("weights:", f"possible: {_POSSIBLE}\nweights:"), encoding="utf-8")


if __name__ == "__main__":
    main()
