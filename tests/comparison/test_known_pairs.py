"""Comparing with what earlier comparisons measured gives what comparing without it gives."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import fields, replace

from benchmarks.check import documents
from checker import pipeline
from checker.comparison import Compared, compare
from checker.comparison.known_pairs import KnownPairs
from checker.language.language import of_corpus, using
from checker.model.claim import Record
from checker.model.rule import Rulebook
from checker.sources import from_text

_COMPARED = ("claims", "comparisons", "facts", "copies", "texts_naming", "pairs")


def records(texts: Mapping[str, str], book: Rulebook) -> list[Record]:
    """The claims of each text, read once for one wording."""
    lexicon = pipeline.lexicon_of(book)
    return [
        replace(pipeline.record_of(pipeline.document_of(from_text(name, text)), book, lexicon))
        for name, text in sorted(texts.items())
    ]


def same(one: Compared, other: Compared) -> None:
    assert {field.name for field in fields(Compared)} > set(_COMPARED)
    for name in _COMPARED:
        assert getattr(one, name) == getattr(other, name), name


def test_edits_of_documents_change_what_they_would_change_anyway() -> None:
    book, known, chance = pipeline.recommended(), KnownPairs(), random.Random(5)
    texts = dict(list(documents(40_000, 3, 6).items())[:16])
    edits = [
        lambda text: text.replace("9", "8", 3),
        lambda text: f"The Ostrey Museum was founded in 1931. {text}",
        lambda text: text.replace("Foundation", "Foundation Trust"),
        lambda text: "",
    ]
    measured = []
    with using(of_corpus(book.vocabulary)):
        for edit in (lambda text: text, lambda text: text, *edits):
            name = chance.choice(sorted(texts))
            texts[name] = edit(texts[name])
            read = records({name: text for name, text in texts.items() if text}, book)
            same(compare(read, book, known), compare(read, book))
            measured.append(known.measured)
    assert measured[0] > 100
    assert all(count < measured[0] / 2 for count in measured[1:]), measured


def test_a_copy_of_a_document_and_other_rules_change_nothing_else() -> None:
    book, known = pipeline.recommended(), KnownPairs()
    texts = dict(list(documents(10_000, 3, 2).items())[:4])
    copied = texts | {"again": texts["text-000001"]}
    other = replace(book, attributes={name: entry for name, entry in book.attributes.items() if name != "founded"})
    with using(of_corpus(book.vocabulary)):
        for given, rules in ((texts, book), (copied, book), (texts, other), (copied, other), (texts, book)):
            read = records(given, rules)
            same(compare(read, rules, known), compare(read, rules))
