"""Reads the words of the diagrams of Office (SmartArt) as a list: what is drawn below or inside of what."""

from __future__ import annotations

from collections.abc import Iterator

from checker.sources.office.story import Element

_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST = 20


def items(data: Element) -> Iterator[tuple[str, int]]:
    """The words of each point of a diagram, in order, and its depth from 1."""
    points = {point.get("modelId"): point for point in data.iter(f"{_D}pt")}
    below: dict[str | None, list[tuple[int, str | None]]] = {}
    for link in data.iter(f"{_D}cxn"):
        if link.get("type", "parOf") == "parOf":
            order = link.get("srcOrd") or "0"
            place = int(order) if order.isdecimal() else 0
            below.setdefault(link.get("srcId"), []).append((place, link.get("destId")))
    told: set[str | None] = set()

    def under(name: str | None, depth: int) -> Iterator[tuple[str, int]]:
        for _, child in sorted(below.get(name, ()), key=lambda entry: entry[0]):
            if child in told or child not in points or depth > _DEEPEST:
                continue
            told.add(child)
            lines = ("".join(t.text or "" for t in line.iter(f"{_A}t")) for line in points[child].iter(f"{_A}p"))
            if words := " ".join(filter(None, lines)):
                yield words, depth
            yield from under(child, depth + bool(words))

    for name, point in points.items():
        if point.get("type") == "doc":
            yield from under(name, 1)
