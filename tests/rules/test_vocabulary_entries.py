"""Rules files add words to the tables; what is wrong is said with its line; runs without are as before."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from checker import pipeline
from checker.cache import Keys
from checker.cli.schema import text_of
from checker.model.document import Source
from checker.model.rule import Rulebook
from checker.model.user_error import UserError
from checker.rules.load import load, recommended


def book_of(folder: Path, *vocabularies: str) -> Rulebook:
    paths = []
    for number, written in enumerate(vocabularies):
        paths.append(folder / f"{number}.yaml")
        paths[-1].write_text(f"extends: recommended\nvocabulary:\n{written}")
    return load(paths)


def conflicts(texts: dict[str, str], book: Rulebook) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    report = pipeline.check_with(texts, book)
    found = [finding for finding in report.findings if finding.relation == "conflict"]
    claims = {claim.id: claim for claim in report.claims}
    return [
        (
            tuple(sorted(claims[one].source for one in finding.claims)),
            tuple(sorted(claims[one].value.text for one in finding.claims)),
        )
        for finding in found
    ]


@pytest.mark.parametrize(
    ("vocabulary", "texts", "plain", "added"),
    [
        (
            "  values/numerals:\n    teens: {Elventy: 110}\n",
            {"a": "The Corran Mill has elventy rooms.", "b": "The Corran Mill has 115 rooms."},
            [],
            [(("a", "b"), ("115", "elventy"))],
        ),
        (
            "  values/standard_units:\n    length: {verge: {factor: 2, symbols: [vg]}}\n"
            "  values/units: {verge: [verge]}\n",
            {"a": "The Corran Tower is 50 verges tall.", "b": "The Corran Tower is 80 metres tall."},
            [],
            [(("a", "b"), ("50 verges", "80 metres"))],
        ),
        (
            "  values/standard_units:\n    length: {verge: {factor: 2, symbols: [vg]}}\n"
            "  values/units: {verge: [verge]}\n",
            {"a": "The Corran Tower is 50 verges tall.", "b": "The Corran Tower is 100 metres tall."},
            [],
            [],
        ),
        (
            "  values/calendar:\n    months: {Floreal: 4}\n",
            {"a": "The Corran Mill was founded in Floreal 1871.", "b": "The Corran Mill was founded in May 1871."},
            [],
            [(("a", "b"), ("Floreal 1871", "May 1871"))],
        ),
    ],
)
def test_added_words_are_read(
    tmp_path: Path, vocabulary: str, texts: dict[str, str], plain: list[object], added: list[object]
) -> None:
    assert conflicts(texts, recommended()) == plain
    assert conflicts(texts, book_of(tmp_path, vocabulary)) == added
    assert conflicts(texts, recommended()) == plain


def test_the_files_of_a_corpus_add_up(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        "  names/places: {cities: [Ellery]}\n  language/irregular: {wend: [went, wended]}\n",
        "  names/places: {cities: [Ellery, Corran], regions: {Wolds: [Woldsman]}}\n"
        "  language/irregular: {wend: [wended, wended]}\n",
    )
    assert book.vocabulary == {
        "names/places": {"cities": ["Ellery", "Corran"], "regions": {"Wolds": ["Woldsman"]}},
        "language/irregular": {"wend": ["wended", "wended"]},
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "  values/numeral: {teens: {elventy: 110}}\n",
            "0.yaml:3: there is no table 'values/numeral' of words; did you mean 'values/numerals'?",
        ),
        (
            "  names/places:\n    citys: [Ellery]\n",
            "0.yaml:4: vocabulary.names/places.citys unknown key 'citys'; did you mean 'cities'?",
        ),
        (
            "  values/numerals:\n    teens:\n      elventy: many\n",
            "0.yaml:5: vocabulary.values/numerals.teens.elventy must be a number, not 'many'; "
            "see the table values/numerals",
        ),
        (
            "  text/abbreviations:\n    inside: Dept\n",
            "0.yaml:4: vocabulary.text/abbreviations.inside must be a list; see the table text/abbreviations",
        ),
        (
            "  language/wholes:\n    shares: [make, {take: up}]\n",
            "0.yaml:4: vocabulary.language/wholes.shares[2] must be text; see the table language/wholes",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, written: str, expected: str) -> None:
    with pytest.raises(UserError) as caught:
        book_of(tmp_path, written)
    assert str(caught.value).replace(f"{tmp_path}/", "") == expected


def test_all_problems_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        book_of(tmp_path, "  names/plases: {cities: [Ellery]}\n  values/numerals: {teens: {elventy: many}}\n")
    assert len(caught.value.notes) == 1


def test_the_cache_tells_vocabularies_apart(tmp_path: Path) -> None:
    def key(book: Rulebook) -> bytes:
        return Keys(book).of(Source("a"), ".md", "0" * 64, None)

    one = book_of(tmp_path, "  names/places: {cities: [Ellery]}\n")
    other = book_of(tmp_path, "  names/places: {cities: [Corran]}\n")
    assert len({key(recommended()), key(one), key(other)}) == 3
    assert key(one) == key(replace(one))


@pytest.mark.parametrize(
    ("vocabulary", "fits"),
    [
        ({"names/places": {"cities": ["Ellery"]}}, True),
        ({"language/stopwords": ["hereby"]}, True),
        ({"names/plases": {"cities": ["Ellery"]}}, False),
        ({"names/places": ["Ellery"]}, False),
    ],
)
def test_editors_know_the_tables(vocabulary: object, fits: bool) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(text_of("rules")))
    assert validator.is_valid({"extends": "recommended", "vocabulary": vocabulary}) is fits
