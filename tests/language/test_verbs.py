"""The base of a verb's form, by the tables and by its ending."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.language import table
from checker.language.verbs import auxiliaries, base, forms, looks_past, present_plurals, presents

BASES = """
    absorb acquire add administer agree announce appear approve argue arrange ask assume avoid award bake become begin
    belong blame board build call cancel capture carry cause change charge claim clone close code collect combine
    compare complete compute consume contain continue contribute control cost create cure decide declare deliver deposit
    describe develop die divide donate double drop edit employ engage enter equip escape examine exclude exhibit expire
    explain explore fade fail fix float focus follow gain generate handle hold honor hope host house include increase
    injure inspire install invest invite issue join judge kill list load locate make manage map measure merge monitor
    name need note occur offer open operate organise own pass patrol pay permit pilot place plan play pour prepare press
    print produce promote provide publish purchase quote raise reach receive record recruit reduce release repair
    require reside restore review rule run scale schedule score secure serve settle share ship show solve sponsor stop
    store survive target taste tie total trade train travel treat try unite use value visit vote walk waste welcome
"""


@pytest.mark.parametrize("verb", BASES.split())
def test_every_form_leads_back(verb: str) -> None:
    assert {form: base(form) for form, kind in forms(verb).items() if kind != "ing"} == {
        form: verb for form, kind in forms(verb).items() if kind != "ing"
    }


@pytest.mark.parametrize(
    ("form", "expected"),
    [("issuing", "issue"), ("stopping", "stop"), ("has", "have"), ("was", "be"), ("is", "is"), ("focus", "focus")],
)
def test_single_forms(form: str, expected: str) -> None:
    assert base(form) == expected


@given(st.text("abcdeinorstu", min_size=1, max_size=12))
def test_any_word_has_a_base(word: str) -> None:
    assert base(word)


def test_no_ending_is_told_in_two_ways() -> None:
    endings = table("language/verb_endings")
    assert set(endings["with"]).isdisjoint(endings["without"])


@pytest.mark.parametrize(
    ("verb", "third", "ed", "ing"),
    [
        ("bake", "bakes", "baked", "baking"),
        ("carry", "carries", "carried", "carrying"),
        ("play", "plays", "played", "playing"),
        ("stop", "stops", "stopped", "stopping"),
        ("tap", "taps", "tapped", "tapping"),
        ("trim", "trims", "trimmed", "trimming"),
        ("enrol", "enrols", "enrolled", "enrolling"),
        ("visit", "visits", "visited", "visiting"),
        ("aim", "aims", "aimed", "aiming"),
        ("opt", "opts", "opted", "opting"),
        ("end", "ends", "ended", "ending"),
        ("chart", "charts", "charted", "charting"),
        ("ax", "axes", "axed", "axing"),
        ("fix", "fixes", "fixed", "fixing"),
        ("row", "rows", "rowed", "rowing"),
        ("wash", "washes", "washed", "washing"),
        ("march", "marches", "marched", "marching"),
        ("pass", "passes", "passed", "passing"),
        ("buzz", "buzzes", "buzzed", "buzzing"),
        ("veto", "vetoes", "vetoed", "vetoing"),
    ],
)
def test_regular_forms(verb: str, third: str, ed: str, ing: str) -> None:
    assert forms(verb) == {verb: "base", third: "third", ed: "ed", ing: "ing"}


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("build", {"built": "ed"}),
        ("begin", {"began": "past", "begun": "participle"}),
        ("go", {"went": "past", "gone": "participle"}),
    ],
)
def test_irregular_forms(verb: str, expected: dict[str, str]) -> None:
    assert {form: kind for form, kind in forms(verb).items() if kind in {"ed", "past", "participle"}} == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("died", "die"),
        ("dies", "die"),
        ("carries", "carry"),
        ("flies", "fly"),
        ("carried", "carry"),
        ("ing", "ing"),
        ("sing", "sing"),
        ("bed", "bed"),
        ("runs", "run"),
        ("was", "be"),
        ("gas", "gas"),
        ("its", "its"),
        ("bus", "bus"),
        ("basis", "basis"),
        ("boss", "boss"),
        ("passes", "pass"),
        ("washes", "wash"),
        ("boxes", "box"),
        ("goes", "go"),
        ("buzzes", "buzz"),
        ("filled", "fill"),
        ("missed", "miss"),
        ("hissing", "hiss"),
        ("freed", "free"),
        ("added", "add"),
        ("tapped", "tap"),
        ("seeing", "see"),
        ("aping", "ape"),
        ("baring", "bare"),
    ],
)
def test_bases_by_ending(form: str, expected: str) -> None:
    assert base(form) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("opened", True),
        ("freed", True),
        ("ended", True),
        ("used", False),
        ("shed", True),
        ("built", True),
        ("carries", False),
        ("baked", True),
        ("bread", False),
        ("hundred", False),
    ],
)
def test_looks_past(word: str, expected: bool) -> None:
    assert looks_past(word) == expected


def test_auxiliaries_and_presents() -> None:
    assert auxiliaries()["was"] == "be" and auxiliaries()["may"] == "modal" and "mill" not in auxiliaries()
    assert "boasts" in presents() and "opened" not in presents()


@pytest.mark.parametrize(
    ("word", "third", "plural"),
    [
        ("has", False, False),
        ("have", False, True),
        ("runs", True, False),
        ("run", False, True),
        ("stand", False, True),
        # Irregular verbs have a plural, whether or not their form in -s tells of a thing.
        ("swim", False, True),
        ("swims", False, False),
        ("swam", False, False),
        ("mast", False, False),
        ("", False, False),
    ],
)
def test_verbs_in_the_present_behind_one_thing_and_behind_several(word: str, third: bool, plural: bool) -> None:
    assert (word in presents(), word in present_plurals()) == (third, plural)


@pytest.mark.parametrize("word", sorted(table("language/presents")))
def test_every_verb_in_the_present_has_a_plural(word: str) -> None:
    assert base(word) in present_plurals()
