"""Rules files add words to the tables; what is wrong is said with its line; runs without are as before."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from checker import pipeline, value_relation
from checker.cache import Keys
from checker.cli.schema import text_of
from checker.language.language import of_corpus, using
from checker.model.document import Source
from checker.model.rule import Rulebook
from checker.model.user_error import UserError
from checker.model.value import Mention
from checker.rules.load import load, recommended


def book_of(folder: Path, *vocabularies: str) -> Rulebook:
    paths = []
    for number, written in enumerate(vocabularies):
        paths.append(folder / f"{number}.yaml")
        paths[-1].write_text(f"extends: recommended\nvocabulary:\n{written}")
    return load(paths)


def read(text: str, book: Rulebook) -> dict[str, Mention]:
    """The values of the claims of a text, by how they are written."""
    return {claim.value.text: claim.value for claim in pipeline.check_with({"a": text}, book).claims}


VERGES = "  values/standard_units:\n    length: {verge: {factor: 2, symbols: [vg]}}\n  values/units: {verge: [verge]}\n"


@pytest.mark.parametrize(
    ("vocabulary", "text", "other", "relation"),
    [
        (
            "  values/numerals:\n    teens: {Elventy: 110}\n",
            ("The Corran Mill has elventy rooms.", "elventy"),
            ("The Corran Mill has 115 rooms.", "115"),
            "conflict",
        ),
        (
            VERGES,
            ("The Corran Tower is 50 verges tall.", "50 verges"),
            ("The Corran Tower is 80 metres tall.", "80 metres"),
            "conflict",
        ),
        (
            VERGES,
            ("The Corran Tower is 50 verges tall.", "50 verges"),
            ("The Corran Tower is 100 metres tall.", "100 metres"),
            "agree",
        ),
        (
            "  values/calendar:\n    months: {Floreal: 4}\n",
            ("The Corran Mill was founded in Floreal 1871.", "Floreal 1871"),
            ("The Corran Mill was founded in May 1871.", "May 1871"),
            "conflict",
        ),
    ],
)
def test_added_words_are_read(
    tmp_path: Path, vocabulary: str, text: tuple[str, str], other: tuple[str, str], relation: str
) -> None:
    assert text[1] not in read(text[0], recommended())
    added = book_of(tmp_path, vocabulary)
    one, another = (read(sentence, added)[value] for sentence, value in (text, other))
    with using(of_corpus(added.vocabulary)):
        assert value_relation.relation(one, another)[0] == relation
    assert text[1] not in read(text[0], recommended())


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
