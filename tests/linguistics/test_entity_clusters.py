"""A name that a rule says is another thing's is never taken for the thing, in one document or across several."""

import pytest
from pydantic import TypeAdapter

from checker.model.report import Report
from checker.model.rule import EntityEntry, Rulebook
from checker.pipeline import check_with, recommended


def checked(texts: list[str], *entities: dict[str, object]) -> Report:
    known = {f"thing{n}": TypeAdapter(EntityEntry).validate_python(entity) for n, entity in enumerate(entities)}
    book = Rulebook(entities=known, attributes=recommended().attributes, rules=recommended().rules)
    return check_with({f"text{n}": text for n, text in enumerate(texts)}, book)


def conflicts(report: Report) -> list[str]:
    """However sure they are."""
    return [finding.message for finding in (*report.findings, *report.possible) if finding.relation == "conflict"]


CASES = [
    (
        {"name": "Corran Mill", "type": "building"},
        "Corran Mill Project",
        [
            "The Corran Mill was founded in 1843 by Amos Pike.",
            "The Corran Mill Project, founded in 1844 by Amos Pike, is large.",
        ],
    ),
    (
        {"name": "Harbour Training", "type": "programme", "aliases": ["HT"]},
        "Expanded HT",
        [
            "HT was founded in 1843 by Amos Pike.",
            "The expanded HT, founded in 1844 by Amos Pike, is large. Later on expanded HT grew.",
        ],
    ),
    (
        {"name": "Lundby", "type": "place"},
        "City of Lundby",
        [
            "Lundby was founded in 1843 by Amos Pike.",
            "The City of Lundby, founded in 1844 by Amos Pike, is large. Lundby lies on the coast.",
        ],
    ),
]


@pytest.mark.parametrize(("entity", "other", "texts"), CASES)
def test_a_name_that_is_not_the_things(entity: dict[str, object], other: str, texts: list[str]) -> None:
    assert len(conflicts(checked(texts, entity))) == 1
    report = checked(texts, {**entity, "not": [other]})
    assert conflicts(report) == []
    founded = {claim.source: claim for claim in report.claims if claim.attribute == "founded"}
    assert founded["text0"].subject.text == "thing0"
    assert founded["text1"].subject.text == other.lower().replace(" ", "_")


@pytest.mark.parametrize(("entity", "other", "texts"), CASES)
def test_the_thing_itself_is_compared_all_the_same(entity: dict[str, object], other: str, texts: list[str]) -> None:
    report = checked([texts[0], f"Amos Pike founded {entity['name']} in 1844."], {**entity, "not": [other]})
    assert len(conflicts(report)) == 1


def test_the_other_thing_may_be_known_too() -> None:
    mill = {"name": "Corran Mill", "type": "building", "not": ["Corran Mill Project"]}
    project = {"name": "Corran Renewal", "type": "programme", "aliases": ["Corran Mill Project"]}
    texts = ["The Corran Mill was founded in 1843.", "The Corran Mill Project was founded in 1987."]
    report = checked([*texts, "Corran Renewal was founded in 1989."], mill, project)
    subjects = {c.source: c.subject.text for c in report.claims if c.attribute == "founded"}
    assert subjects == {"text0": "thing0", "text1": "thing1", "text2": "thing1"}
    assert conflicts(report) and all("1843" not in message for message in conflicts(report))


def test_a_text_that_says_that_both_are_one_does_not_join_them() -> None:
    text = "The Corran Mill, also known as the Corran Works, was founded in 1843. The Corran Works closed in 1950."
    told = {c.attribute: c.subject.text for c in checked([text], {"name": "Corran Mill", "type": "building"}).claims}
    assert set(told.values()) == {"thing0"}
    mill = {"name": "Corran Mill", "type": "building", "not": ["Corran Works"]}
    told = {c.attribute: c.subject.text for c in checked([text], mill).claims}
    assert told == {"founded": "thing0", "closed": "corran_works"}


@pytest.mark.parametrize(("other", "count"), [([], 1), (["Corran"], 0)])
def test_sentences_of_like_words_do_not_join_them(other: list[str], count: int) -> None:
    entity = TypeAdapter(EntityEntry).validate_python({"name": "Corran Mill", "type": "building", "not": other})
    book = Rulebook(entities={"mill": entity}, attributes=recommended().attributes, rules=recommended().rules)
    texts = {
        "a": "Corran Mill was founded in 1843 by Amos Pike.",
        "b": "Corran Mill lies on the river. Corran, founded in 1844 by Amos Pike, is large.",
    }
    report = check_with(texts, book)
    assert [c.attribute for c in report.claims] == ["founded", "founded"]
    assert len(conflicts(report)) == count
