"""What comparison asks of a claim's words: each part of the profile, on both sides of its reach."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.comparison.profiles import content_of, figures_of, profile_of, verbatim_key
from checker.model.claim import Claim, Evidence, Scope
from checker.model.subject_ref import SubjectRef
from checker.model.value import Mention


def claim_of(sentence: str, value: str, start: int = 0) -> Claim:
    at = start + sentence.index(value)
    mention = Mention("count", at, at + len(value), value, value, value)
    evidence = Evidence(sentence, start, start + len(sentence), 1, 1)
    return Claim("a-1", "a", SubjectRef.parse("weir"), "Weir", "gates", mention, Scope(), "asserted", evidence)


@pytest.mark.parametrize(
    ("sentence", "near"),
    [
        ("The weir has 40 gates.", {"weir", "gate"}),
        ("Weir the of the of the of the 40 gates.", {"weir", "gate"}),
        ("Weir the of the of the of the of 40 gates.", {"gate"}),
        ("40 the of the of the of the gates", {"gate"}),
        ("40 the of the of the of the of gates", set()),
    ],
)
def test_words_near_the_value(sentence: str, near: set[str]) -> None:
    assert profile_of(claim_of(sentence, "40")).near == near


def test_what_is_content_and_what_is_not() -> None:
    claim = claim_of("In May the 12 wardens of Tarn may open 40 gates, 3 million euros in all.", "40")
    assert profile_of(claim).content == content_of(claim) == {"warden", "tarn", "open", "gate", "euro"}
    assert profile_of(claim).mask[:5] == ("in", "may", "the", "#", "wardens")
    assert profile_of(claim).names == {"tarn"}


def test_where_the_value_stands() -> None:
    profile = profile_of(claim_of("The weir has more than 40 gates.", "more than 40", start=100))
    assert profile.mask[profile.at : profile.behind] == ("more", "than", "#")
    assert list(profile.starts) == [0, 4, 9, 13, 18, 23, 26, 31]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("has 40 gates", True),
        ("Has 40", True),
        ("gates , all", True),
        ("gate", False),
        ("weir 40", False),
    ],
)
def test_whether_a_phrase_is_said(phrase: str, expected: bool) -> None:
    assert profile_of(claim_of("The weir has 40 gates, all of oak.", "40")).says(phrase) is expected


def test_figures_as_they_are_written() -> None:
    figures = figures_of(claim_of("From 1894 on 1,200 men built 40 gates.", "40", start=50))
    assert figures.texts == ("1894", "1,200", "40")
    assert figures.starts == (55, 63, 79)
    assert figures.mask[-1] == "." and figures.mask.count("#") == 3


@pytest.mark.parametrize(
    ("other", "expected"),
    [("The weir has 40 gates.", True), ("The weir has 40 gates", False), ("the weir has 40 gates.", False)],
)
def test_the_very_same_sentence(other: str, expected: bool) -> None:
    one, another = claim_of("The weir has 40 gates.", "40"), claim_of(other, "40", start=9)
    assert (verbatim_key(one) == verbatim_key(another)) is expected


WORDS = st.sampled_from(["the", "weir", "gates", "opened", "May", "12", "1894,", "of", "Tarn", "million"])


@given(st.lists(WORDS, max_size=24), st.integers(0, 23), st.integers(0, 1000))
@settings(deadline=None)
def test_a_profile_is_the_same_wherever_the_sentence_stands(words: list[str], place: int, start: int) -> None:
    sentence = " ".join([*words[:place], "40", *words[place:]])
    here, there = profile_of(claim_of(sentence, "40")), profile_of(claim_of(sentence, "40", start))
    assert (here.near, here.content, here.mask, here.at, here.behind) == (
        there.near,
        there.content,
        there.mask,
        there.at,
        there.behind,
    )
    assert here.near <= here.content
    assert here.mask[here.at] == "#"
