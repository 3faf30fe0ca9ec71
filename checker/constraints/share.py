"""Holds a percentage against the count that it is of: ``45 (23%) of 196``.

The base is sure where the sentence names it beside the count. Otherwise each count nearby is tried: a share that fits
one of them is right, and one that fits none is wrong only where the others of its sentence or list all fit one base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from checker.constraints import share_cells, share_products
from checker.constraints.context import Context, Draft
from checker.constraints.quantities import Passage, passages
from checker.constraints.share_bases import candidates, chosen, fits, fits_sum, near, ranked
from checker.constraints.share_pairs import Pair, pairs_of
from checker.constraints.shares import KIND, drafted, drafted_part, is_anywhere
from checker.language.language import any_of, table

_WORDS = "constraints/share"
_LISTED = frozenset(("item", "pair"))
_OVER_ALL = 6
"""A base so clear is meant even where some number elsewhere in the document fits."""


def find(context: Context) -> Iterator[Draft]:
    """Every percentage beside the count that it is of, in prose and in the cells of tables."""
    everything = passages(context)
    pairs: list[Pair] = []
    for index, passage in enumerate(everything):
        for pair in pairs_of(passage):
            pair = _opened(everything, index, pair)
            if pair.base is not None:
                context.saw(KIND)
                yield _named(context, pair)
            else:
                pairs.append(pair)
    at = {id(passage): n for n, passage in enumerate(everything)}
    parts = {pair.part.start for pair in pairs}
    for _, group in groupby(pairs, key=lambda pair: _list_of(context, pair)):
        yield from _unnamed(context, list(group), everything, at, parts)
    yield from share_products.find(context, everything)
    yield from share_cells.find(context)


def _named(context: Context, pair: Pair, sure: bool = True) -> Draft:
    assert pair.base is not None
    if pair.stated_part:
        return drafted_part(context, pair.part, pair.share, pair.base, sure)
    return drafted(context, pair.part, pair.share, pair.base, (pair.base.span,), sure)


def _opened(everything: Sequence[Passage], index: int, pair: Pair) -> Pair:
    """The pair with the base that opens its clause: ``Of the 196 patients, 45 (23%) ...``; only for the first count."""
    passage = everything[index]
    if pair.base is not None or pair.back or pair.of_noun:
        return pair
    n = passage.quantities.index(pair.part)
    if n == 0:
        return pair
    base = passage.quantities[n - 1]
    opening, determiners = any_of(table(_WORDS)["opening"]), any_of(table(_WORDS)["determiners"])
    ahead = passage.ahead(base)
    opens = re.search(
        rf"(?:^|[;:(\u2014-]\s?|\band\s|,\s)\s*(?:{opening})\s+(?:(?:{determiners})\s+)?$", ahead, re.IGNORECASE
    )
    gap = passage.gap(n)
    if opens is None or gap.count(",") > 1 or any(mark in gap for mark in ".;:()") or not base.is_like(pair.part):
        return pair
    if base.value < pair.part.value or base.value == 1:
        return pair
    return Pair(passage, pair.part, pair.share, base)


def _list_of(context: Context, pair: Pair) -> int:
    """The block that a pair stands in; the items of one list are one."""
    blocks, block = context.document.blocks, pair.passage.block
    while (
        block
        and {blocks[block].kind, blocks[block - 1].kind} <= _LISTED
        and (blocks[block].level == blocks[block - 1].level)
    ):
        block -= 1
    return block


def _unnamed(
    context: Context, pairs: Sequence[Pair], everything: Sequence[Passage], at: dict[int, int], parts: set[int]
) -> Iterator[Draft]:
    """Shares of one paragraph or list whose base is not named beside them."""
    around = near(context, pairs, everything, at)
    for pair in pairs:
        found = candidates(pair, around)
        base = fits(pair, found)
        if base is not None:
            context.saw(KIND)
            yield drafted(context, pair.part, pair.share, base, (base.span,))
            continue
        wrong = None if fits_sum(pair, found, pairs) else chosen(pair, ranked(pair, found, pairs, parts))
        context.saw(KIND, read=wrong is not None)
        if wrong is None:
            continue
        best, sure = wrong
        if best.points < _OVER_ALL and is_anywhere(context, pair.part, pair.share):
            sure = False
        yield _named(context, replace(pair, base=best.quantity), sure)
