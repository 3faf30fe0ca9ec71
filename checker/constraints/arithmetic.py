"""Holds changes, differences, ratios, averages, rates, products and taxes against the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.constraints import changes, conversions, equations, rates
from checker.constraints.context import Context, Draft
from checker.constraints.quantities import passages


def find(context: Context) -> Iterator[Draft]:
    """Every figure of the prose that follows from others beside it."""
    yield from changes.find(context)
    yield from equations.find(context)
    yield from rates.find(context)
    for passage in passages(context):
        yield from conversions.find(context, passage)
