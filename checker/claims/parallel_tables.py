"""Finds the tables of a workbook that say the same of several things: one sheet each, with the same labels on all.

A row of such a table is of what its sheet is named after.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from checker.model.document import Document

_SHARED = 0.5
"""Two tables have the same labels where they share more of those of either."""
_LEAST = 2


def sheets(document: Document) -> dict[int, str]:
    """By the number of each such table the name of its sheet; nothing for a document that is no workbook."""
    if not any(place.cell is not None for place in document.places.places):
        return {}
    named: dict[int, str] = {}
    labels: dict[int, set[str]] = defaultdict(set)
    heading = ""
    for block in document.blocks:
        if block.kind == "heading":
            heading = " ".join(document.plain[block.start : block.end].split())
        elif block.table and block.key and heading:
            named[block.table] = heading
            labels[block.table].add(block.key.lower())
    on: dict[str, list[int]] = defaultdict(list)
    for number, held in labels.items():
        for label in held:
            on[label].append(number)
    found = {}
    for number, held in labels.items():
        shared = Counter(other for label in held for other in on[label] if named[other] != named[number])
        if any(count >= _LEAST and count > _SHARED * max(len(held), len(labels[n])) for n, count in shared.items()):
            found[number] = named[number]
    return found
