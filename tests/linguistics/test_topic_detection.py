"""What a document is about: told by how it names things, not by who keeps the page or what the things are called."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.linguistics.ranking import probabilities, score, weights
from checker.linguistics.topic_detection import RankedTopic, rank_topics
from checker.model.claim import UNNAMED
from tests.linguistics.documents import document, entities, topic
from tests.readings import told

COLLEGE = "President Joan Tressider will leave, said Otto Lund. Otto Lund is 61 and was born in Pell. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Home > Bridges > Tarn County\n\nHarlow Bridge\n\nFacts\nCompletion: 1907\nDeck: 12 m\n",
            ("Harlow Bridge", "built", "1907"),
            id="the way to a page",
        ),
        pytest.param(
            "Lundby Sea Museum\nVisit | Learn | Shop\n\nElsie Marlow (1954)\n\n"
            "Ferry Elsie Marlow left the yard in spring.\n\nKey facts\nLength: 61 m\nCrew: 19\n\n"
            "Elsie Marlow is a ferry. Elsie Marlow sails in summer.\n",
            ("Elsie Marlow", "length", "61 m"),
            id="a site's name over its menu",
        ),
        pytest.param(
            "Tarn Highway Office\n\nHarlow Bridge: questions\n\nHow long is Harlow Bridge?\n"
            "The bridge measures 412 metres. Trams left the bridge long ago.\n\n"
            "How high is the bridge?\nThe towers stand 96 metres above the water.\n",
            ("Harlow Bridge, towers", "height", "96 metres"),
            id="one labelled line makes no fact sheet",
        ),
        pytest.param(
            COLLEGE + "He came to Calder College in 2012. The college has 2,300 students. The college is old. "
            "Tuition rose. Its endowment stands at $412 million. The college grew.",
            ("Calder College", "endowment", "$412 million"),
            id="called by its noun",
        ),
        pytest.param(
            "# SS Elsie Marlow\n\n**SS *Elsie Marlow*** was a ferry of the Lund Line. She sank on 2 May 1961.\n",
            ("SS Elsie Marlow", "sunk", "2 May 1961"),
            id="a prefix before a name in italics",
        ),
        pytest.param(
            "# Harlow Bridge\n\nGround was broken in 1902. The piers go down 31 metres.\n",
            ("Harlow Bridge", "construction_started", "1902"),
            id="a common noun opens the sentence",
        ),
        pytest.param(
            "The Tern Harlow Bridge opened in 1907. Trams used the Harlow bridge. The bridge cost $2 million.",
            ("Tern Harlow Bridge", "cost", "$2 million"),
            id="a name without its last word",
        ),
    ],
)
def test_what_a_page_is_about(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(
            "# Elsie Marlow\n\nThe ferry Elsie Marlow was launched in 1954. An earlier Elsie Marlow, a barque of 900 "
            "tons, was wrecked in 1891.\n",
            ("Elsie Marlow", "sunk", "1891"),
            id="an earlier ship of the name",
        ),
        pytest.param(
            "# Harlow Bridge\n\nThe Harlow Bridge was opened in 1907. The old Harlow Bridge was opened in 1811.\n",
            ("Harlow Bridge", "opened", "1811"),
            id="the old one",
        ),
        pytest.param(
            "Crowds mark the day\n\nBy Ida Lund, Pell Courier\n\n16 June 2013\n\nThe Harlow Bridge opened to a crowd "
            "of Lundby people, and Clara Voss was among them when the tape was cut by the mayor of the town.\n",
            ("Harlow Bridge", "opened", "16 June 2013"),
            id="the day of a report",
        ),
        pytest.param(
            "# Harlow Bridge\n\nThe county finished painting the Harlow Bridge in 2004.\n",
            ("Harlow Bridge", "built", "2004"),
            id="the end of other work",
        ),
    ],
)
def test_what_it_is_not_about(text: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in told(text)


NOBODY = "the topic of the text"
LONG = " in the far north of the land"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # Nothing has a name, or what has one is not what the text is about.
        ("It grew.", NOBODY),
        ("The tower grew. It is high. The tower is old.", NOBODY),
        ("Corran met. The tower grew. It is old.", "Corran"),
        (f"Corran is a town{LONG}. The tower grew. The tower is old. The tower.", "Corran"),
        ("# Corran\n\nThe tower grew. The tower is old. The tower.", "Corran"),
        ("The mood grew. The mood is old. Corran met.", "Corran"),
        # A title that is a name, with and without the words that pages put around names.
        ("# Harlow Bridge\n\nIt grew.", "Harlow Bridge"),
        ("# About Harlow Bridge: facts\n\nTarn Hall met it.", "Harlow Bridge"),
        # A title that is no name.
        ("# Rope walk\n\nThe rope walk grew. The walk aged.", "Rope walk"),
        ("# Casting nets with twine\n\nIt grew.", NOBODY),
        # A fact sheet is about its title, by whichever part of it the text names.
        ("# Harlow Bridge\n\nLength: 3 m\nWidth: 2 m\n", "Harlow Bridge"),
        ("# Harlow Bridge facts\n\nLength: 3 m\nWidth: 2 m\n\nThe Harlow Bridge met Harlow Bridge.", "Harlow Bridge"),
        (
            "# Harlow Bridge 1871 Edition\n\nLength: 3 m\nWidth: 2 m\n\nHarlow Bridge met Harlow Bridge.",
            "Harlow Bridge",
        ),
        ("# Old Plan\n\nLength: 3 m\nWidth: 2 m\n", "Old Plan"),
        # A country that a text names often is where it is set.
        ("Harlow Bridge grew. It is in Norway. Trams from Norway met it in Norway.", "Harlow Bridge"),
    ],
)
def test_topics(written: str, expected: str) -> None:
    assert topic(written) == expected


def ranking(written: str) -> list[RankedTopic]:
    known = entities(written)
    return rank_topics(document(written), known.names, known.entities)


def test_the_last_resort_has_no_name() -> None:
    assert [one.entity.key for one in ranking("It grew.")] == [UNNAMED]
    assert [one.entity.key for one in ranking("Corran is a town.")] == ["corran", UNNAMED]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("The bridge grew. The bridge aged.", "bridge"),
        ("The bridge grew. The ship aged. The ship sank.", "ship"),
        ("The mood grew. The mood aged.", None),
        ("Tarn Bridge met. The bridge grew.", None),
    ],
)
def test_the_last_resort_has_the_type_of_a_noun_that_nothing_named_fits(written: str, kind: str | None) -> None:
    assert next(one.entity.type for one in ranking(written) if one.entity.key == UNNAMED) == kind


@pytest.mark.parametrize(
    ("words", "may"), [("One two three four five six", True), ("One two three four five six seven", False)]
)
def test_how_long_a_title_may_be_the_topic(words: str, may: bool) -> None:
    assert (words.lower() in {one.entity.key for one in ranking(f"# {words}\n\nIt grew.")}) == may


SENTENCES = (
    "{0} grew.",
    "{0} is a town in the far north of the land.",
    "The bridge aged.",
    "{1} met {0} in 1871.",
    "It was old.",
    "She saw {1}.",
    "# About {0}\n\n",
    "# Old plan\n\n",
    "\n\n## {1}\n\n",
    "\n\nLength: 3 m\nWidth: 2 m\n\n",
    "We like {2}.",
)
NAMES = ("Corholm", "Tarvick Bridge", "Ada Voss", "Norway", "Wrenby Trust")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.permutations(NAMES))
def test_a_ranking_is_in_order_and_its_probabilities_sum_to_one(sentences: list[str], names: list[str]) -> None:
    ranked = ranking(" ".join(sentences).format(*names))
    likely = probabilities([one.score for one in ranked])
    assert sum(likely) == pytest.approx(1)
    assert likely == sorted(likely, reverse=True) and min(likely) >= 0
    assert [one.score for one in ranked] == [score(one.features, weights("topic")) for one in ranked]
    keys = [one.entity.key for one in ranked]
    assert UNNAMED in keys and len(keys) == len(set(keys))


def test_no_candidates_have_no_probabilities() -> None:
    assert probabilities([]) == []
    assert probabilities([900.0, -900.0]) == [1.0, 0.0]
    assert probabilities([2.0, 2.0]) == [0.5, 0.5]


FIRST, LAST = ("Corv", "Tarv", "Lusk", "Bren"), ("holm", "wick", "mere", "nard")
"""Names of one length, as a name's share of its title counts."""
KINDS = ("{} Bridge", "{} Hall", "{} Trust", "The {} Institute of Dyeing")
TEXTS = (
    "{0} was opened in 1907. Trams met {1}. It cost $2 million.",
    "# {0}\n\nIt opened in 1907. {1} is old.",
    "It is old. We met {1} at {0}. {1} aged.",
    "# {0}\n\nLength: 3 m\nWidth: 2 m\n\nIt is at {1}, by {1}.",
    "# Notes\n\n{1} met {0}. {0}'s gate aged.\n\n## {1}\n\nIt grew.",
)
PLACES = st.builds(str.__add__, st.sampled_from(FIRST), st.sampled_from(LAST))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(TEXTS), st.sampled_from(KINDS), st.lists(PLACES, min_size=3, max_size=3, unique=True))
def test_another_name_is_as_much_the_topic(text: str, kind: str, places: list[str]) -> None:
    one, other, beside = (kind.format(place) for place in places)
    before, after = ranking(text.format(one, beside)), ranking(text.format(other, beside))
    renamed = {fold_name(one): fold_name(other)}
    assert [renamed.get(r.entity.key, r.entity.key) for r in before] == [r.entity.key for r in after]
    assert [r.score for r in before] == pytest.approx([r.score for r in after])


def fold_name(name: str) -> str:
    return name.removeprefix("The ").lower()
