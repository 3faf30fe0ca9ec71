"""What is laid out of each stated value: each part of the profile, on both sides of its reach."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.comparison.profiles import NEVER_ALONE, Profile, is_rare, profiles_of
from checker.comparison.thresholds import MEANT_FROM, STRONGLY_MEANT_FROM
from checker.language.language import of_corpus, table, using
from checker.language.rarity import rarity
from checker.model.claim import Claim
from checker.model.labels import Labels
from tests.comparison.stated import book, stated

GATES = book(
    gates={"value": "count", "nouns": ["sluice"], "units": ["gate"]},
    opened={"value": "date", "verbs": ["open"], "says": ["first used in {value}"]},
)


def profile(sentence: str, value: str = "40", **changes: Any) -> Profile:
    (found,) = profiles_of([stated(sentence, value, **changes)], GATES.attributes)
    return found


# nearness


@pytest.mark.parametrize(
    ("between", "weight"),
    [
        ("", 1.0),
        ("of", 1.0),
        ("of the", 4 / 5),
        ("of the of the of", 1 / 2),
        (",", 4 / 7),
        (":", 4 / 5),
        (". The", 1 / (1 + 9 / 4)),
        ("and 12", 4 / 6),
    ],
)
def test_how_near_a_word_stands(between: str, weight: float) -> None:
    """Beyond the first two words the weight halves after four; marks and figures part more than words."""
    assert profile(f"It has 40 {between} gates", "40").near["gate"] == pytest.approx(weight)


def test_a_word_on_both_sides_counts_as_the_nearer_one() -> None:
    found = profile("Gates of the of the of 40 gates", "40")
    assert found.near["gate"] == 1.0
    assert profile("Gates of the of the of 40 bars", "40").near["gate"] < 1.0


# clause ends


@pytest.mark.parametrize(
    ("sentence", "left", "right"),
    [
        ("Old oak weirs hold 40 strong iron gates.", ("hold", "weir", "oak", "old"), ("strong", "iron", "gate")),
        ("Very old oak weirs hold 40 gates.", ("hold", "weir", "oak", "old"), ("gate",)),
        ("Of oak, weirs hold 40 gates, bars and rails.", ("hold", "weir"), ("gate",)),
        ("Oak weirs, 40 gates", ("weir", "oak"), ("gate",)),
        ("Oak weirs, with 40 gates", (), ("gate",)),
        ("Weirs hold 40 gates and boats carry rails.", ("hold", "weir"), ("gate",)),
        ("Boats float while weirs hold 40 gates.", ("hold", "weir"), ("gate",)),
        ("Gates: 40", ("gate",), ()),
        ("It ends. Weirs hold 40 gates.", ("hold", "weir"), ("gate",)),
        ("Weirs (40 gates) stand.", ("weir",), ("gate",)),
    ],
)
def test_neighbours_stand_in_the_clause_of_the_value(
    sentence: str, left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    found = profile(sentence, "40")
    assert (found.left, found.right) == (left, right)


def test_the_words_right_before_and_behind() -> None:
    found = profile("The weir has 40 of them.", "40")
    assert (found.before, found.behind) == ("has", "of")
    assert (profile("40", "40").before, profile("40", "40").behind) == ("", "")


# labels

LABELS = Labels(title="Weir report", headings=("Oak", "Sluices"), row="North bank", column="Gates", key="Iron")


def test_labels_are_words_of_the_value() -> None:
    found = profile("40", "40", labels=LABELS)
    assert set(found.row) == {"iron", "north", "bank"}
    assert set(found.column) == {"gate"}
    assert set(found.labels) == {"iron", "north", "bank", "gate"}
    assert (set(found.headings), set(found.section)) == ({"oak", "sluic"}, {"sluic"})
    assert set(found.title) == {"weir", "report"}
    assert set(found.own) == {"iron", "north", "bank", "gate", "oak", "sluic"}


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (Labels(key="Iron"), True),
        (Labels(row="North bank"), True),
        (Labels(column="Gates"), True),
        (Labels(title="Weir report", headings=("Oak",), question="How many gates?"), False),
        (Labels(), False),
    ],
)
def test_what_stands_in_a_table_or_behind_a_key(labels: Labels, expected: bool) -> None:
    assert profile("40", "40", labels=labels).tabular is expected


def test_a_question_labels_its_answer() -> None:
    assert set(profile("40.", "40", labels=Labels(question="How many gates?")).column) == {"gate"}


@pytest.mark.parametrize(("where", "weight"), [("row", 0.9), ("headings", 0.6), ("title", 0.3), ("question", 0.9)])
def test_how_much_a_label_counts_in_the_context(where: str, weight: float) -> None:
    """A title counts, and less than what stands nearer."""
    words = ("Birch",) if where == "headings" else "Birch"
    found = profile("40", "40", labels=Labels(**{where: words}))
    assert found.context["birch"] == pytest.approx(weight * rarity("birch"))


def test_the_subject_and_the_far_end_of_the_sentence_are_context_too() -> None:
    found = profile("It holds 40 gates. It is of the of the of the of the of birch.", "40")
    assert found.context["tarn"] == pytest.approx(0.5 * rarity("tarn"))
    assert found.near["birch"] < 0.3
    assert found.context["birch"] == pytest.approx(found.near["birch"] * rarity("birch"))
    assert found.telling == {word: pytest.approx(near * rarity(word)) for word, near in found.near.items()}


# meanings


def test_words_of_one_meaning_are_one_group() -> None:
    staff, workers, oak = (profile(f"It has 40 {noun}.", "40") for noun in ("staff", "workers", "oaks"))
    assert staff.groups.keys() & workers.groups.keys()
    assert not staff.groups.keys() & oak.groups.keys()
    assert set(staff.top) <= set(staff.groups)
    assert len(profile("Members, visitors, staff and students: 40", "40").top) == 3


def test_a_phrase_means_something_where_all_its_words_are_near() -> None:
    whole, volunteers, hours = (profile(f"{words}: 40", "40") for words in ("Volunteer hours", "Volunteers", "Hours"))
    assert whole.groups.keys() - volunteers.groups.keys() - hours.groups.keys()


OURS = {"words": {"passages": "passage through the turnstile", "overruns": "overrun of it"}, "apart": {}}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Passages through the turnstile: 40", True),
        ("Passages, turnstile: 40", True),
        ("Passages: 40", False),
        ("Turnstile: 40", False),
        ("Overrun of it: 40", False),
    ],
)
def test_a_phrase_needs_no_stop_words_and_at_least_two_of_content(sentence: str, expected: bool) -> None:
    with using(of_corpus({"language/word_net": OURS})):
        names = list(table("language/word_net")["words"])
        found = {names[group] for group in profile(sentence, "40").groups}
    assert bool(found & OURS["words"].keys()) is expected


# attributes


@pytest.mark.parametrize(
    ("between", "meant", "strongly"),
    [
        ("", True, True),
        ("of the of the", True, False),
        ("of the of the of the of the of the of the", False, False),
    ],
)
def test_attributes_that_near_words_may_state(between: str, meant: bool, strongly: bool) -> None:
    found = profile(f"It has 40 {between} sluices", "40", attribute="other")
    assert (found.near["sluic"] > MEANT_FROM) is meant
    assert (found.near["sluic"] > STRONGLY_MEANT_FROM) is strongly
    assert found.meant == ({"other", "gates"} if meant else {"other"})
    assert found.strongly_meant == ({"other", "gates"} if strongly else {"other"})


def test_labels_state_attributes_at_any_distance() -> None:
    found = profile("40", "40", attribute="other", labels=Labels(column="Sluices"))
    assert found.strongly_meant == {"other", "gates"}
    section = profile("40", "40", attribute="other", labels=Labels(headings=("Sluices",)))
    assert (section.meant, section.strongly_meant) == ({"other", "gates"}, {"other"})


def test_common_words_of_a_phrase_state_no_attribute() -> None:
    assert profile("First 40", "40", attribute="other").meant == {"other"}


def test_an_open_attribute_is_none_of_the_vocabulary() -> None:
    found = profile("It has 40 gates.", attribute="gate", open=True)
    assert (found.attributes, found.open) == (set(), {"gate"})


# statements


def test_claims_of_one_value_are_one_statement() -> None:
    one = stated("It has 40 gates.", "40 gates")
    two = replace(one, id="a-x", attribute="bars", open=True)
    other = stated("It has 12 rails.", "12 rails", start=90)
    found = profiles_of([two, one, other], GATES.attributes)
    assert [[claim.id for claim in entry.claims] for entry in found] == [[one.id, two.id], [other.id]]
    assert [entry.crowd for entry in found] == [1, 1]


def test_how_many_values_a_sentence_states() -> None:
    sentence = "It has 40 gates and 12 rails."
    found = profiles_of([stated(sentence, "40 gates"), stated(sentence, "12 rails")], {})
    assert [entry.crowd for entry in found] == [2, 2]


@pytest.mark.parametrize("attribute", sorted(NEVER_ALONE))
def test_what_is_no_statement(attribute: str) -> None:
    assert profiles_of([stated("It has 40 gates.", "40 gates", attribute)], {}) == []


def test_the_date_of_a_value_is_a_statement_of_a_family_of_its_own() -> None:
    sentence = "It had 40 gates in 1851."
    claims = [stated(sentence, "40 gates"), stated(sentence, "1851", "as_of")]
    found = profiles_of(claims, {})
    assert [(entry.family, entry.crowd) for entry in found] == [("count", 1), ("as_of", 1)]
    also = profiles_of([*claims, stated(sentence, "1851", "counted")], {})
    assert [entry.family for entry in also] == ["count", "date"]


def test_equal_values_have_one_number_within_a_family() -> None:
    texts = [("It cost $40.", "$40"), ("It has 40 gates.", "40 gates"), ("$40.00 it was.", "$40.00"), ("$41", "$41")]
    claims = [stated(text, value, source=f"s{n}") for n, (text, value) in enumerate(texts)]
    cost, gates, again, more = (entry.value for entry in profiles_of(claims, {}))
    assert cost == again
    assert len({cost, gates, more}) == 3


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("It has 123 gates.", "123 gates", True),
        ("It has 12 gates.", "12 gates", False),
        ("It has 1,230 gates.", "1,230 gates", True),
        ("It has 1,200 gates.", "1,200 gates", False),
        ("It opened on 3 May 1894.", "3 May 1894", True),
        ("It opened in May 1894.", "May 1894", False),
        ("It took 123 days.", "123 days", False),
    ],
)
def test_which_values_are_rare(sentence: str, value: str, expected: bool) -> None:
    assert is_rare(stated(sentence, value)) is expected


def test_a_profile_under_another_name() -> None:
    one = stated("It has 40 gates.", "40 gates")
    renamed: Claim = replace(one, source="guide")
    (found,) = profiles_of([one], {})
    shown = found.under("guide", {one.id: renamed})
    assert (shown.source, shown.claims) == ("guide", (renamed,))
    assert shown.context == found.context
