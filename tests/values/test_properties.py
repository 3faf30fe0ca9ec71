"""What holds for any text: no exception, spans in order and inside, one result for every kind of space."""

from __future__ import annotations

import pickle
import string
from dataclasses import FrozenInstanceError, fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import find_values
from checker.model.value import Mention

_WORDS = [
    "in",
    "since",
    "from",
    "to",
    "until",
    "between",
    "and",
    "about",
    "more than",
    "up to",
    "the",
    "a",
    "of",
    "FY",
    "fiscal year",
    "May",
    "March",
    "Sept.",
    "January",
    "Q3",
    "early",
    "mid-",
    "1960s",
    "'90s",
    "21st century",
    "1976",
    "2001",
    "2019-20",
    "1887\u201389",
    "15",
    "5th",
    "$",
    "€",
    "£",
    "US$",
    "50",
    "4,000",
    "1.5",
    "million",
    "billion",
    "k",
    "%",
    "percent",
    "dollars",
    "years",
    "old",
    "-day",
    "km",
    "sq mi",
    "km²",
    "people",
    "flight hours",
    "students",
    "one",
    "two",
    "twenty",
    "hundred",
    "half",
    "third",
    "a dozen",
    "several hundred",
    "thousands",
    "first",
    "eighth",
    "in five",
    ":",
    "-",
    "–",
    "—",
    "/",
    "+",
    "~",
    "(",
    ")",
    "[17]",
    "No.",
    "Pub. L.",
    "COVID-19",
    "twice",
    "first",
    "last",
    "three months",
    "early in",
    "turn of the",
    "12th",
    "centuries",
    "decade of the",
    "fiscal years",
    "quarter of",
    "-plus",
    "-odd",
    "-to-",
    "point",
    "June",
    "or",
    "'",
    '"',
    "lasted",
    "W",
    "MM",
    "Baker Street",
    "hours",
    "of a",
    "million3",
    "lb",
    "oz",
    "last year",
    "later",
    "World War II",
    "\n",
    "\t",
    ".",
    ",",
    ";",
    "\u00ad",
    "\u200b",
    "½",
    "１２",
    "BC",
    "AD",
    "c.",
    "'",
]
_SPACES = [" ", "\u00a0", "\u2009", "\u202f", "\u3000", "\u2003"]
_prose = st.lists(st.sampled_from(_WORDS), max_size=24)


@pytest.fixture(scope="module", autouse=True)
def _tables() -> None:
    """Loads the tables of words, which takes longer than one example may."""
    find_values("About 3 people in May 1990 paid $3 million for 5 km.")


def _check(text: str) -> None:
    last = 0
    for mention in find_values(text):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        last = mention.end


@pytest.mark.parametrize(
    "unit", ["first half of the ", "May and ", "the 12th to the ", "1 and ", "fiscal years 2000, "]
)
def test_no_repetition_is_too_deep(unit: str) -> None:
    _check(unit * 2000)


@given(st.text())
def test_any_text(text: str) -> None:
    _check(text)


@given(st.text(alphabet=string.digits + " .,-/:'$%()[]km\n"))
def test_any_figures(text: str) -> None:
    _check(text)


@settings(max_examples=400)
@given(_prose)
def test_any_words(words: list[str]) -> None:
    _check(" ".join(words))
    _check("".join(words))


@settings(max_examples=300)
@given(_prose, st.lists(st.sampled_from(_SPACES), min_size=24, max_size=24))
def test_one_space_is_as_good_as_another(words: list[str], spaces: list[str]) -> None:
    usual = " ".join(words)
    other = "".join(word + space for word, space in zip(words, spaces, strict=False))[: len(usual)]
    found, swapped = find_values(usual), find_values(other)
    assert [(m.kind, m.start, m.end, m.low, m.high, m.unit) for m in found] == [
        (m.kind, m.start, m.end, m.low, m.high, m.unit) for m in swapped
    ]


@given(_prose)
def test_bounds_are_plain_and_in_order(words: list[str]) -> None:
    for mention in find_values(" ".join(words)):
        assert mention.low is None or "E" not in mention.low
        if mention.kind not in ("date", "time") and mention.low is not None and mention.high is not None:
            assert float(mention.low) <= float(mention.high)
        if mention.kind == "date" and mention.low is not None and mention.high is not None and mention.low[0] != "-":
            assert mention.low <= mention.high


def test_a_mention_is_as_one_made_by_its_constructor() -> None:
    (found,) = find_values("It cost $26 million.")
    made = Mention(**{field.name: getattr(found, field.name) for field in fields(Mention)})
    assert type(found) is Mention
    assert (found, hash(found), repr(found)) == (made, hash(made), repr(made))
    assert pickle.loads(pickle.dumps(found)) == replace(found) == made
    with pytest.raises(FrozenInstanceError):
        found.low = "1"
