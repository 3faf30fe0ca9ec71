"""Laws that hold for every text: exact quotes, one answer whatever the order, copies that never conflict."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.model.report import Report

NAMES = st.sampled_from(
    [
        "Calder College",
        "the Pell Museum",
        "Bruma Steel",
        "the Osier Rowing Club",
        "the Harlow Bridge",
        "Clara Voss",
        "the Inland Ports Agency",
        "the ferry Elsie Marlow",
        "Lundby",
        "the Corran Trust",
        "the Tarn Tower",
        "the film Night Ferry",
        "the Sable Bay Flood",
        "the Lantern Prize",
    ]
)
YEARS = st.integers(1700, 2024).map(str)
SMALL = st.integers(2, 999).map(str)
LARGE = st.integers(1000, 9_999_999).map("{:,}".format)
MONTHS = st.sampled_from(["January", "May", "June", "September", "December"])
DAYS = st.tuples(st.integers(1, 28), MONTHS, YEARS).map(lambda day: f"{day[0]} {day[1]} {day[2]}")
WHEN = st.one_of(YEARS, DAYS, YEARS.map("the {}".format), YEARS.map("around {}".format), YEARS.map("FY{}".format))
MONEY = st.tuples(st.sampled_from(["$", "£", "€", "about $", "more than €"]), st.integers(1, 900)).map(
    lambda amount: f"{amount[0]}{amount[1]} million"
)
SPACES = st.sampled_from([" ", "  ", "\u00a0", "\n"])
TEMPLATES = [
    "{name} was founded in {when}.",
    "{name} was opened on {when} by Lady Maud Corran.",
    "Founded in {when}, {name} has {small} members.",
    "{name}, which was built in {year}, cost {money}.",
    "In {year} {name} had {large} visitors and a budget of {money}.",
    "{name} employed {large} people in {year}, and {small} in {when}.",
    "It is said that {name} was closed in {year}; it was not closed in {when}.",
    "{name} is {small} metres long.",
    "Its budget grew from {money} in {year} to {money} in {when}, an increase of {small}%.",
    "Since {year} it has trained {large} pilots (see page {small}).",
    "- Founded: {when}\n- Members: {large}\n",
    "## {name}\n\nOpened: {year}\nCost: {money}\n",
    "| Year | Budget |\n|---|---|\n| {year} | {money} |\n",
    "The Joint Harbour Rescue Exercise (JHRE) began in {year}.",
    "The Joint Harbour Rescue Exchange (JHRE) began in {year}.",
    "“{name}” – as it’s called – closed in {year} [{small}].",
]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A template, each of its blanks filled anew; a blank of a kind that stands twice is filled alike."""
    name = draw(NAMES)
    blanks = {"name": name, "when": draw(WHEN), "year": draw(YEARS), "small": draw(SMALL), "large": draw(LARGE)}
    written = draw(st.sampled_from(TEMPLATES)).format(**blanks, money=draw(MONEY))
    return written[:1].upper() + written[1:]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A few sentences, with spaces, no-break spaces or line breaks between them."""
    parts = draw(st.lists(sentences(), min_size=1, max_size=5))
    space = draw(SPACES)
    return "".join(part if part.endswith("\n") else part + space for part in parts)


def written(report: Report) -> str:
    return json.dumps(report.to_json(), ensure_ascii=False)


def exact(report: Report, texts: dict[str, str]) -> None:
    """Every quote and every value is what stands in the text at its span, on the line it says."""
    ids = [claim.id for claim in report.claims]
    assert len(ids) == len(set(ids))
    for claim in report.claims:
        text = texts[claim.source]
        evidence, value = claim.evidence, claim.value
        assert text[evidence.start : evidence.end] == evidence.quote
        assert text[value.start : value.end] == value.text
        assert evidence.start <= value.start < value.end <= evidence.end
        before = text[: evidence.start].replace("\r\n", "\n").replace("\r", "\n")
        assert evidence.line == before.count("\n") + 1
        assert evidence.column == len(before) - before.rfind("\n")
        assert claim.subject
        assert claim.attribute


@settings(max_examples=60)
@given(st.lists(documents(), min_size=1, max_size=3))
def test_evidence_is_what_the_text_says(texts: list[str]) -> None:
    given_texts = {f"text{n}": text for n, text in enumerate(texts)}
    exact(checker.check_texts(given_texts), given_texts)


@settings(max_examples=60)
@given(st.lists(documents(), min_size=1, max_size=3))
def test_the_same_input_gives_the_same_bytes(texts: list[str]) -> None:
    given_texts = {f"text{n}": text for n, text in enumerate(texts)}
    once = written(checker.check_texts(given_texts))
    assert written(checker.check_texts(given_texts)) == once
    assert written(checker.check_texts(dict(reversed(given_texts.items())))) == once


@settings(max_examples=60)
@given(sentences(), st.integers(2, 4))
def test_copies_of_one_sentence_never_conflict(text: str, copies: int) -> None:
    report = checker.check_texts({f"copy{n}": text for n in range(copies)})
    assert [
        finding.message for finding in report.findings if finding.kind == "agreement" and finding.relation == "conflict"
    ] == []


@settings(max_examples=60)
@given(documents(), st.integers(2, 4))
def test_copies_of_one_text_bring_no_conflict_of_their_own(text: str, copies: int) -> None:
    """A text may contradict itself; its copies say no more than it does."""
    alone = checker.check_texts({"copy0": text})
    several = checker.check_texts({f"copy{n}": text for n in range(copies)})
    if any(finding.relation == "conflict" for finding in alone.findings):
        return
    assert [finding.message for finding in several.findings if finding.relation == "conflict"] == []


@pytest.mark.parametrize("copies", [2, 3, 4, 8])
def test_copies_make_a_conflict_no_surer(copies: int) -> None:
    text = "Calder College was founded in 1700. " * 4 + "Calder College was founded in 1702. "
    alone = checker.check_texts({"copy0": text})
    several = checker.check_texts({f"copy{n}": text for n in range(copies)})
    assert len(several.claims) == copies * len(alone.claims) == copies * 5
    (before,) = alone.possible
    (after,) = several.possible
    assert after.confidence == before.confidence
    assert {claim.source for claim in several.claims if claim.id in after.claims} == {f"copy{n}" for n in range(copies)}
    assert [finding for finding in several.findings if finding.relation == "conflict"] == []


def test_a_copy_stands_on_the_side_of_what_it_copies() -> None:
    text = "The Ardle Bridge was opened in 1886. It is 212 m long and cost £41,000."
    other = "The Ardle Bridge was opened in 1888. It is 212 m long and cost £41,000."
    pair = checker.check_texts({"a": text, "b": other})
    several = checker.check_texts({"a": text, "a again": text, "b": other})
    (before,) = (finding for finding in pair.findings if finding.relation == "conflict")
    (after,) = (finding for finding in several.findings if finding.relation == "conflict")
    assert after.confidence == before.confidence
    sides = {position.value: len(position.claims) for position in after.positions}
    assert sides == {"1886": 2, "1888": 1}


@settings(max_examples=60)
@given(st.lists(documents(), min_size=1, max_size=3))
def test_findings_name_what_the_report_holds(texts: list[str]) -> None:
    report = checker.check_texts({f"text{n}": text for n, text in enumerate(texts)})
    ids = {claim.id for claim in report.claims}
    for finding in report.findings:
        stated = [claim for position in finding.positions for claim in position.claims]
        assert set(finding.claims) <= ids
        assert set(stated) == set(finding.claims)
        assert len(stated) == len(set(stated))
        assert finding.relation == "agree" or len(finding.positions) >= 2
        assert finding.message
        assert "\n" not in finding.message
    for one in report.comparisons:
        assert {one.left, one.right} <= ids
        assert one.left != one.right
    fingerprints = [finding.fingerprint for finding in report.findings if finding.relation == "conflict"]
    assert len(fingerprints) == len(set(fingerprints))


@settings(max_examples=60)
@given(documents(), documents())
def test_a_text_s_claims_do_not_hang_on_its_neighbours(text: str, other: str) -> None:
    """Beside another text, a text's values are read as they are alone."""
    alone = checker.check_texts({"text": text}).claims
    beside = [c for c in checker.check_texts({"text": text, "other": other}).claims if c.source == "text"]
    assert [(c.id, c.attribute, c.value, c.scope, c.modality) for c in alone] == [
        (c.id, c.attribute, c.value, c.scope, c.modality) for c in beside
    ]


@settings(max_examples=60)
@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    exact(checker.check_texts({"any": text}), {"any": text})


PIECES = st.sampled_from(
    [
        "$",
        "1911",
        "IPA",
        "(",
        ")",
        "%",
        "-",
        "|",
        "#",
        ":",
        ";",
        "The",
        "it",
        "was founded",
        "in",
        "of",
        "and",
        "Act",
        "'s",
        "1,000",
        "\n",
        "\n\n",
        " ",
        "\t",
        "\u00a0",
        "\r\n",
        "\u2028",
        "½",
        "٣",
        "é",
        "𝟙",
        "—",
        "…",
        "[1]",
        "<b>",
        "**",
        "A.",
        "million",
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map(" ".join))
def test_any_heap_of_signs_can_be_read(left: str, right: str) -> None:
    texts = {"left": left, "right": right}
    exact(checker.check_texts(texts), texts)


@pytest.mark.parametrize("text", ["\ud800", "The Corran Trust \udcff was founded in 1911."])
def test_half_a_character_is_read(text: str) -> None:
    """A file name or a mail may leave one behind; it is no reason to stop."""
    exact(checker.check_texts({"half": text}), {"half": text})
