"""An entry is found again as long as everything that it follows from is the same."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from checker.cache import keys
from checker.cache.keys import Keys
from checker.model.document import Source
from checker.model.rule import AttributeEntry, EntityEntry, Rulebook

SOURCE = Source("mill", path="mill.txt", title="Corran Mill")
BOOK = Rulebook(
    attributes={"wheels": AttributeEntry(value="count", nouns=("wheel",))},
    entities={"mill": EntityEntry(name="Corran Mill")},
    vocabulary={"text/reports": ["leaflet"]},
)


def key(book: Rulebook = BOOK, source: Source = SOURCE, *, suffix: str = ".txt", claims: str | None = None) -> bytes:
    return Keys(book).of(source, suffix, "0" * 64, claims)


def test_the_same_gives_the_same_key_wherever_the_file_is() -> None:
    assert key() == key(replace(BOOK, rules=())) == key(source=replace(SOURCE, path="moved/mill.txt"))


@pytest.mark.parametrize(
    "book",
    [
        replace(BOOK, attributes={}),
        replace(BOOK, attributes={"wheels": AttributeEntry(value="count", nouns=("wheel", "waterwheel"))}),
        replace(BOOK, entities={"mill": EntityEntry(name="Corran Mill", not_=("New Mill",))}),
        replace(BOOK, vocabulary={}),
        replace(BOOK, vocabulary={"text/reports": ["flyer"]}),
    ],
)
def test_other_words_give_another_key(book: Rulebook) -> None:
    assert key(book) != key()


def test_another_source_gives_another_key() -> None:
    others = [replace(SOURCE, id="mills"), replace(SOURCE, title="New Mill"), replace(SOURCE, authority=2)]
    found = {key(source=other) for other in others} | {key(suffix=".md"), key(claims="1" * 64), key()}
    assert len(found) == 6


def test_another_release_of_a_package_gives_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for release in ("1.0", "1.1"):
        folder = tmp_path / release
        (folder / f"waterwheel-{release}.dist-info").mkdir(parents=True)
        (folder / "waterwheel").mkdir()
        monkeypatch.setattr(sys, "path", [str(folder), str(folder), str(tmp_path / "gone")])
        keys.extraction_digest.cache_clear()
        found.append(key())
        assert keys._installed() == [f"waterwheel-{release}.dist-info"]
    keys.extraction_digest.cache_clear()
    assert found[0] != found[1]
