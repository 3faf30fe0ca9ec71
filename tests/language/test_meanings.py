"""Words and phrases of one meaning share a group, and groups that are not the same exclude each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.language.language import Language, of_corpus, table, using
from checker.language.meanings import apart, meanings, phrases
from checker.language.words import stem, stems


def groups() -> list[str]:
    return list(table("language/word_net")["words"])


def named(written: str) -> set[str]:
    """The groups of a word, or of a phrase that stands in the text as written."""
    first, *rest = map(stem, written.split())
    found = [group for whole, group in phrases(first) if whole == (first, *rest)] if rest else meanings(first)
    return {groups()[group] for group in found}


@pytest.mark.parametrize(
    ("one", "other", "group"),
    [
        ("visitors", "attendance", "attendance"),
        ("visitors", "through the doors", "attendance"),
        ("pupils", "on roll", "students"),
        ("opened", "opened its doors", "opening"),
        ("takeover", "took over", "takeover"),
        ("took part", "takes part", "event_participants"),
        ("bought", "purchased", "purchase_price"),
        ("children", "infants", "nursery_places"),
        ("kept", "retained", "data_retention"),
        ("left", "resigned", "resignation"),
        ("full-time equivalent", "full time equivalents", "full_time_equivalent"),
        ("call-outs", "call outs", "incidents"),
        ("wte", "fte", "full_time_equivalent"),
    ],
)
def test_words_of_one_meaning_share_a_group(one: str, other: str, group: str) -> None:
    assert group in named(one) & named(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("monks", "nuns"),
        ("cattle", "sheep"),
        ("sunrise", "sunset"),
        ("pre-tax profit", "net profit"),
        ("employees", "volunteers"),
        ("severance", "several"),
        ("country", "state"),
    ],
)
def test_words_of_two_meanings_share_none(one: str, other: str) -> None:
    assert not named(one) & named(other)


@pytest.mark.parametrize("word", ["", "zzz", "through", "the", "came"])
def test_a_word_without_a_meaning(word: str) -> None:
    assert meanings(stem(word)) == ()


def test_a_word_that_opens_no_phrase_has_none() -> None:
    assert phrases("zzz") == ()


@pytest.mark.parametrize("word", ["take", "took", "open", "per", "full-tim"])
def test_a_phrase_is_given_under_its_first_word_once(word: str) -> None:
    found = phrases(word)
    assert found and len(found) == len(set(found))
    assert all(whole[0] == word and len(whole) > 1 for whole, _ in found)


def test_a_word_with_several_meanings_has_them_in_order() -> None:
    found = meanings(stem("rate"))
    assert len(found) > 2 and found == tuple(sorted(set(found)))


def test_a_form_that_the_table_gives_stands_for_itself() -> None:
    assert named("found") == {"founding"}
    assert named("find") >= {"discovery", "finds"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("attendance", "employees", True),
        ("employees", "attendance", True),
        ("attendance", "opening_time", False),
        ("attendance", "attendance", False),
    ],
)
def test_groups_that_exclude_each_other(one: str, other: str, expected: bool) -> None:
    names = groups()
    assert (names.index(other) in apart(names.index(one))) is expected


def test_to_exclude_is_mutual() -> None:
    for group in range(len(groups())):
        assert group not in apart(group)
        assert all(group in apart(other) for other in apart(group))


def test_a_corpus_adds_a_group_and_what_it_is_not() -> None:
    ours = {
        "words": {"looms": "loom, weaving frame"},
        "apart": {"looms": "sewing_machines, machines_hired", "volunteers": "looms"},
    }
    assert named("looms") == set()
    with using(of_corpus({"language/word_net": ours})):
        assert named("looms") == named("weaving frames") == {"looms"}
        names = groups()
        assert apart(names.index("looms")) == {names.index("volunteers")}
    assert named("looms") == set()


def test_a_language_without_the_table_has_no_meanings(tmp_path: Path) -> None:
    with using(Language(tmp_path)):
        assert meanings("visitor") == phrases("through") == ()
    assert meanings("visitor")


def test_stems_of_many_words_are_those_of_each() -> None:
    words = ["visitors", "attendance", "took", "visitors", "Café", "x-ray"]
    assert stems(words) == {word: stem(word) for word in words}
    assert stems([]) == {}


def test_a_language_without_a_stemmer_keeps_words_whole(tmp_path: Path) -> None:
    with using(Language(tmp_path)):
        assert stems(["visitors"]) == {"visitors": stem("visitors")} == {"visitors": "visitors"}
