"""What else is told of a happening is read from the toll's own part of a sentence; words of one meaning are one."""

from __future__ import annotations

import pytest

from checker.comparison.event_mentions import event_mention_of, own_words
from checker.model.rule import AttributeEntry
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import stated

DEATHS = AttributeEntry(value="count", verbs=("kill",), nouns=("dead men",), units=("people",))


def told(sentence: str, value: str, *others: str, subject: str = "tarn_weir") -> set[str]:
    claims = [stated(sentence, one, "deaths", subject=subject) for one in (value, *others)]
    mention = event_mention_of(claims[0], claims, own_words(claims[0].subject, DEATHS))
    return set(mention.words)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A gale with hail killed 40 people.", {"kind storm", "hail"}),
        ("The weir at Tarn killed 40 people.", set()),
        ("In May 1907 dead men, 40 people, drift.", {"drift"}),
        ("In 1907 it was 5 for 40 people.", set()),
    ],
)
def test_the_words_told(sentence: str, expected: set[str]) -> None:
    assert told(sentence, "40 people") == expected


def test_words_of_one_meaning_are_one() -> None:
    (platform,) = told("A platform with 40 people", "40 people")
    assert told("Our scaffolds with 40 people", "40 people") == {platform}
    assert told("A boiler with 40 people", "40 people") != {platform}


@pytest.mark.parametrize("subject", ["osier_mill", "osier_mills", "osier_hall", "osier_factory"])
def test_what_the_subject_goes_by_is_no_word_of_it(subject: str) -> None:
    for noun in ("mill", "hall", "factory", "building"):
        assert told(f"Hail on the {noun} of Osier killed 40 people.", "40 people", subject=subject) == {"hail"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hail killed 40 people, frost killed 30 people.", ({"hail"}, {"frost"})),
        ("Hail hit 40 people and frost 30 people in mud.", ({"hail", "hit", "frost"}, {"mud"})),
        ("Hail, frost, 40 people, mud, 30 people, sand.", ({"hail", "frost", "mud"}, {"sand"})),
    ],
)
def test_the_part_of_a_sentence_that_tells_of_one_toll(sentence: str, expected: tuple[set[str], set[str]]) -> None:
    assert (told(sentence, "40 people", "30 people"), told(sentence, "30 people", "40 people")) == expected


def test_a_toll_of_another_sentence_parts_nothing() -> None:
    sentence = "Hail, frost and 40 people, mud."
    claim = stated(sentence, "40 people", "deaths")
    others = [stated("Sand 30 people.", "30 people", source=source, start=at) for source, at in (("a", 9), ("b", 0))]
    assert event_mention_of(claim, [claim, *others], frozenset({"peopl"})).words == {"hail", "frost", "mud"}


def test_the_words_of_an_attribute_and_of_none() -> None:
    assert own_words(SubjectRef("tarn_weir"), None) == {"tarn", "weir"}
    assert own_words(SubjectRef("tarn_weir"), DEATHS) >= {"tarn", "weir", "kill", "dead", "men", "peopl"}
