"""Characters that nobody sees are told of where they can change a value."""

import pytest

from checker.sources.invisible import warnings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5,000 rooms", []),
        ("zero\u200bwidth in a word", []),
        ("line\n5\u200b000 rooms", [(2, "invisible U+200B inside a number")]),
        ("1,\u00ad250", [(1, "invisible U+00AD inside a number")]),
        ("1\ufeff9\u20606", [(1, "invisible U+2060 U+FEFF inside a number")]),
        ("in \u202e1894\u202c", [(1, "invisible U+202C U+202E near a value")]),
        ("\u202eno value" + " far" * 20 + " 1894", []),
    ],
)
def test_warnings(text: str, told: list[tuple[int, str]]) -> None:
    assert [(w.line, w.message) for w in warnings("a", text)] == told


def test_many_are_summed_up() -> None:
    told = warnings("a", "5\u200b0\n" * 100)
    assert len(told) == 21
    assert told[-1].message == "invisible characters on 80 more lines"
