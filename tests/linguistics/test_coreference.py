"""What a pronoun, a definite phrase or a name refers to, and how what is known moves on as a document is read."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import values
from checker.language import names as naming
from checker.language.characters import fold
from checker.linguistics.coreference import Discourse
from checker.linguistics.entity_clusters import EntityIndex
from checker.linguistics.sentence import ParsedSentence, parse
from checker.linguistics.thresholds import RECENT_TOPICS, RECENTLY_NAMED
from checker.model.reasons import SubjectReason
from tests.linguistics.documents import last


def entities_in(text: str) -> EntityIndex:
    entities = EntityIndex({})
    entities.learn(fold(text), naming.find(fold(text)))
    return entities


def sentence(text: str) -> ParsedSentence:
    plain = fold(text)
    return parse(plain, 0, len(plain), naming.find(plain), values.find(plain, text))


def read(*texts: str) -> Discourse:
    """The discourse behind some sentences."""
    discourse = Discourse(entities_in(" ".join(texts)))
    for text in texts:
        parsed = sentence(text)
        discourse = discourse.at_sentence(parsed).behind_sentence(parsed, heading=False)
    return discourse


TEXTS = [
    "The Corvelan computer weighed 45 kg and it used 70 watts.",
    "In 1871 the Corvelan bridge was built by Ada Tarn.",
    "The Corran fire killed 9 people, and she led the Lundby company.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_look_up_adds_and_changes_nothing(text: str) -> None:
    parsed = sentence(text)
    discourse = Discourse(entities_in(text)).at_sentence(parsed)
    before = deepcopy(discourse.entities.by_key)
    first = [discourse.resolve(referent) for referent in parsed.referents]
    assert first and first == [discourse.resolve(referent) for referent in parsed.referents]
    assert discourse.entities.by_key == before


@given(st.permutations(range(len(TEXTS))))
@settings(deadline=None)
def test_a_place_is_known_alike_however_often_it_is_read(order: list[int]) -> None:
    """The discourse of a place gives the same one behind it, whatever was read from other places in between."""
    start = Discourse(entities_in(" ".join(TEXTS)))
    parsed = [sentence(text) for text in TEXTS]
    behind = [start.at_sentence(p).behind_sentence(p, heading=False) for p in parsed]
    entities = deepcopy(start.entities.by_key)
    for n in order:
        within = start.at_sentence(parsed[n])
        assert within.behind_sentence(parsed[n], heading=False) == behind[n]
        assert [within.resolve(r) for r in parsed[n].referents] == [within.resolve(r) for r in parsed[n].referents]
    assert start.entities.by_key == entities
    assert start.recent_topics == start.recently_named == ()


def test_a_name_that_is_new_is_looked_up_and_not_added() -> None:
    entities = entities_in("The Corran Bridge opened in 1871.")
    (new,) = naming.find("In Tarn Hall.")
    assert entities.find(new) == entities.find(new)
    assert new.key not in entities.by_key
    assert entities.add(entities.find(new)) is entities.find(new)
    assert entities.add(entities.unnamed("bridge")) is entities.unnamed()
    assert entities.unnamed().type == "bridge"


def test_an_event_is_named_with_its_noun() -> None:
    parsed = sentence("The Corran fire killed 9 people.")
    discourse = Discourse(entities_in("Corran lies here.")).at_sentence(parsed)
    entity, why = discourse.resolve(parsed.referents[0])
    assert entity is not None and (entity.key, entity.type) == ("corran fire", "event")
    assert why.reason is SubjectReason.NAMED


def test_what_a_sentence_was_about_is_remembered_and_a_heading_is_not() -> None:
    parsed = sentence("The Corvelan Bridge opened in 1871.")
    discourse = Discourse(entities_in("The Corvelan Bridge opened in 1871.")).at_sentence(parsed)
    assert [e.name for e in discourse.behind_sentence(parsed, heading=False).recent_topics] == ["Corvelan Bridge"]
    behind = discourse.behind_sentence(parsed, heading=True)
    assert behind.recent_topics == ()
    assert [e.name for e in behind.recently_named] == ["Corvelan Bridge"]


def test_a_place_is_named_and_is_no_topic() -> None:
    discourse, _ = last("Norway has 5 million people, and 9 of them fish. Corran Bridge is new.")
    assert discourse.recent_topics == ()
    assert [e.name for e in discourse.recently_named] == ["Norway"]


@pytest.mark.parametrize(("most", "attribute"), [(RECENT_TOPICS, "recent_topics"), (RECENTLY_NAMED, "recently_named")])
def test_only_the_last_are_remembered(most: int, attribute: str) -> None:
    texts = [f"The Corran Bridge{n} opened in 1871." for n in range(most + 1)]
    kept = [entity.name for entity in getattr(read(*texts), attribute)]
    assert kept == [f"Corran Bridge{n}" for n in range(1, most + 1)]
