"""Labelled pairs of values: each is read, and as many are told right as before the last change of weights."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.pair_scores import FILES, SHARES, Told, misses, pairs_of, shares

KINDS = {"conflict", "agree", "apart"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_pairs_are_read_and_told_right(path: Path) -> None:
    told = [Told.of(pair) for pair in pairs_of(path)]
    assert [f"{one.pair}: {', '.join(one.unread)} was not read" for one in told if one.unread] == []
    allowed = yaml.safe_load(SHARES.read_text(encoding="utf-8"))[path.stem]
    found = shares(told)
    assert allowed.keys() == found.keys() <= KINDS
    worse = [
        kind for kind, share in found.items() if (share > allowed[kind] if kind == "apart" else share < allowed[kind])
    ]
    assert worse == [], misses(told)


def test_each_pair_is_labelled_once() -> None:
    pairs = [pair for path in FILES for pair in pairs_of(path)]
    keys = [(frozenset(pair.texts.values()), frozenset((pair.left, pair.right))) for pair in pairs]
    assert len(set(keys)) == len(keys)
    assert all(side[1] in pair.texts[side[0]] for pair in pairs for side in (pair.left, pair.right))
