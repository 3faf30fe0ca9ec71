"""Puts what stands on a slide in the order of reading: from the top down, and from the left where it stands abreast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

_ABREAST = 0.5
"""The share of the lower one's height that two share which stand abreast."""
_COLUMN = 0.5
"""The share of the narrower one's width that two share which stand one below the other."""


@dataclass(frozen=True, slots=True)
class Box(Generic[T]):
    """Something on a slide and where it stands, in any unit."""

    what: T
    left: float
    top: float
    width: float
    height: float


def in_order(boxes: Iterable[Box[T]]) -> list[T]:
    """What stands in the boxes, in the order of reading."""
    found: list[T] = []
    band: list[Box[T]] = []
    for box in sorted(boxes, key=lambda box: (box.top, box.left)):
        if band and not _overlap(band[0].top, band[0].height, box.top, box.height, _ABREAST):
            found += _columns(band)
            band = []
        band.append(box)
    return found + _columns(band)


def _columns(band: list[Box[T]]) -> list[T]:
    """What stands abreast, column by column."""
    found: list[T] = []
    column: list[Box[T]] = []
    for box in sorted(band, key=lambda box: (box.left, box.top)):
        if column and not _overlap(column[0].left, column[0].width, box.left, box.width, _COLUMN):
            found += _down(column)
            column = []
        column.append(box)
    return found + _down(column)


def _down(column: list[Box[T]]) -> list[T]:
    return [box.what for box in sorted(column, key=lambda box: box.top)]


def _overlap(start: float, length: float, other: float, other_length: float, share: float) -> bool:
    """Whether two stretches share so much of the shorter one."""
    shared = min(start + length, other + other_length) - max(start, other)
    shorter = min(length, other_length)
    return start == other if shorter <= 0 else shared > share * shorter
