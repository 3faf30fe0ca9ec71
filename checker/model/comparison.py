"""A comparison: the relation of two claims, and the reason."""

from __future__ import annotations

from dataclasses import dataclass, fields, make_dataclass
from typing import Any, Literal

from checker.model.reasons import Reason

Relation = Literal["agree", "compatible", "conflict", "incomparable"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relation of two claims; symmetric in ``left`` and ``right``."""

    left: str
    right: str
    relation: Relation
    reason: Reason
    support: int = 0
    """Points of evidence that both claims speak of one subject; 0 where the question did not arise."""


_Writable: Any = make_dataclass(
    "_Writable", [field.name for field in fields(Comparison)], slots=True, repr=False, eq=False
)


def comparison(left: str, right: str, relation: Relation, reason: Reason, support: int) -> Comparison:
    """A comparison of all its fields, without the cost of a frozen class's constructor."""
    made: Comparison = _Writable(left, right, relation, reason, support)
    made.__class__ = Comparison
    return made


def in_order(given: Comparison) -> Comparison:
    """The comparison with the lesser id first, as reports have it."""
    if given.left <= given.right:
        return given
    return comparison(given.right, given.left, given.relation, given.reason, given.support)
