"""Parts the labels and values of a fact box that a page's copy has run together: ``Founded1888HeadquartersCorran``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.language.language import derived, table
from checker.model.canonical import Edit
from checker.text.thresholds import GLUED_LABELS

_SEAM = re.compile(r"[a-z0-9)%²][A-Z][a-z]")


def seams(plain: str) -> list[Edit]:
    """The edits that put each label of a glued box on a line of its own, a colon behind it."""
    found = [match.start() for match in _SEAM.finditer(plain)]
    edits: list[Edit] = []
    done = 0
    for at, third in zip(found, found[GLUED_LABELS - 1 :], strict=False):
        end = plain.find("\n\n", at)
        end = len(plain) if end < 0 else end
        if at < done or third > end:
            continue
        start = max(done, plain.rfind("\n\n", 0, at) + 2)
        labels = [match.span() for match in _labels().finditer(plain, start, end)]
        if len(labels) >= GLUED_LABELS:
            edits += _parted(plain, end, labels)
        done = end
    return edits


def _parted(plain: str, end: int, labels: Sequence[tuple[int, int]]) -> list[Edit]:
    """The edits of one paragraph; a line that ends inside it ends no value."""
    found: list[Edit] = [(n, n + 1, " ") for n in range(labels[0][0], end) if plain[n] == "\n"]
    for start, stop in labels:
        found += [(start, start, "\n"), (stop, stop, ": ")]
    return sorted(found, key=lambda edit: edit[:2])


@derived
def _labels() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, table("text/boxes")), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<=[a-z0-9)%²])(?:{names})(?=[A-Z0-9(£$€~])")
