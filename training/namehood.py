"""Fits the weights by which a run of capitals is told to be a name, and judges them on folders held out.

    python training/namehood.py --names NAMES.yaml=DOCUMENTS --out checker/vocabulary/common/weights/namehood.yaml

The labels are a list of runs with ``folder``, ``file``, ``name`` and ``is_name``. ``--folders`` are folders of labelled
values (see ``claimhood.py``) whose subjects are names. It needs scikit-learn, which the
program itself does not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import yaml
from claimhood import readings
from logistic_fit import FOLDS, Fit, written
from sklearn.model_selection import GroupKFold

from checker.extraction.extract_one import document_of
from checker.language.names import fold
from checker.linguistics.document_entities import candidates_of
from checker.linguistics.namehood import described

_LOST = 0.02
"""The share of names that may be lost."""
_HEAD = """\
# How much each feature of a run of capitals says for its being a name (above 0) or none (below), fitted by
# training/namehood.py: what is less likely than the threshold is no name.
"""


def named(argument: str) -> Iterator[tuple[Path, str, bool]]:
    """Runs of capitals that were labelled."""
    labels, _, root = argument.partition("=")
    for row in yaml.safe_load(Path(labels).read_text(encoding="utf-8")):
        yield Path(root) / row["folder"] / row["file"], row["name"], row["is_name"]


def subjects(root: str) -> Iterator[tuple[Path, str, bool]]:
    """Names of what labelled values are about, in every document of their folder."""
    for labels in sorted(Path(root).glob("*/labels.yaml")):
        told = yaml.safe_load(labels.read_text(encoding="utf-8"))["values"]
        names = {name for row in told for name in row.get("subject") or [] if _is_capital(str(name))}
        for file in sorted({row["file"] for row in told}):
            yield from ((labels.parent / "docs" / file, name, True) for name in sorted(names))


def _is_capital(name: str) -> bool:
    return all(word[:1].isupper() or word in {"of", "the", "and", "for"} for word in name.split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", required=True, metavar="LABELS=ROOT")
    parser.add_argument("--folders", nargs="*", default=[], metavar="ROOT")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    by_file: dict[Path, dict[str, bool]] = {}
    for file, name, is_name in [*named(given.names), *(row for root in given.folders for row in subjects(root))]:
        by_file.setdefault(file, {}).setdefault(fold(name), is_name)
    examples, states, groups, shown = [], [], [], []
    for file, names in sorted(by_file.items()):
        for reading in readings(file):
            document = document_of(reading)
            found = candidates_of(document)
            keys = {name.key: names[name.key] for name, _, _ in found if name.key in names}
            for key, features in described(found, document.plain, set(document.plain.split())).items():
                if key in keys:
                    examples.append(dict.fromkeys(features, 1.0))
                    states.append(keys[key])
                    groups.append("/".join(file.parts[:5]))
                    shown.append(f"{file.name}: {key}")
    likely = [0.0] * len(examples)
    weight = [1.0] * len(examples)
    for inside, outside in GroupKFold(FOLDS).split(examples, states, groups):
        fit = Fit([examples[i] for i in inside], [states[i] for i in inside], [1.0] * len(inside))
        for i, p in zip(outside, fit.likelihoods([examples[i] for i in outside]), strict=True):
            likely[i] = p
    names_likely = sorted(p for p, state in zip(likely, states, strict=True) if state)
    threshold = round(names_likely[int(len(names_likely) * _LOST)] - 0.005, 2)
    none = [p for p, state in zip(likely, states, strict=True) if not state]
    lost, dropped = sum(p < threshold for p in names_likely), sum(p < threshold for p in none)
    print(
        f"threshold {threshold}; of folders held out: "
        f"names lost {lost}/{len(names_likely)}, others dropped {dropped}/{len(none)}"
    )
    for p, state, name in sorted(zip(likely, states, shown, strict=True)):
        if state == (p < threshold):
            print(f"  {p:.2f} {'lost' if state else 'kept'} {name}")
    given.out.write_text(written(_HEAD, Fit(examples, states, weight).weights(), threshold), encoding="utf-8")


if __name__ == "__main__":
    main()
