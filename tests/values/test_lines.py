"""A text is read stretch by stretch, and that is not to be seen in its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.characters import fold
from checker.values import lines as cut
from checker.values.lines import lines
from checker.values.tokens import BREAK
from tests.values.stated import rows

_texts = st.lists(st.sampled_from(["a", "12 ", "1914—18", "word — ", ". ", "\n", "\r\n", "\r", "\u2028", "\u200b"]))


@given(_texts)
def test_stretches_make_no_lines(parts: list[str]) -> None:
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        whole = list(lines(fold(text), text))
        patch.setattr(cut, "_LONGEST", max(map(len, whole), default=0) + 1)
        assert list(lines(fold(text), text)) == whole


@given(_texts, st.integers(min_value=1, max_value=9))
def test_nothing_is_lost(parts: list[str], longest: int) -> None:
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "_LONGEST", longest)
        found = list(lines(fold(text), text))
    assert all(len(line) <= longest for line in found)
    assert "".join(found).replace(BREAK, "-") == fold(text)


def test_a_line_beyond_all_measure_is_cut_behind_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut, "_LONGEST", 40)
    written = ["1,200", "3,400", "5,600", "7,800", "9,900"]
    text = " ".join(f"There are {number} words." for number in written)
    assert rows(text) == [(n, n.replace(",", ""), n.replace(",", ""), "word", "exact") for n in written]
