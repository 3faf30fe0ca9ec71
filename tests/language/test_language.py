"""A language is a folder of tables; one is in use at a time, and what follows from its words follows it."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest

from checker import values, vocabulary
from checker.language.language import (
    Language,
    any_of,
    derived,
    in_use,
    of_corpus,
    shipped,
    table,
    table_names,
    using,
    word_set,
)
from checker.language.names import type_of
from checker.language.words import singular

NUMERALS = """
units: {null: 0, eins: 1, zwei: 2, drei: 3, vier: 4}
teens: {zehn: 10, elf: 11, zwölf: 12}
tens: {zwanzig: 20}
scales: {tausend: 1000}
marks: {decimal: ',', thousands: '.'}
"""
CALENDAR = """
months: {januar: 1, februar: 2, märz: 3, april: 4, mai: 5, juni: 6, juli: 7, august: 8,
  september: 9, oktober: 10, november: 11, dezember: 12}
month_cues: [im]
"""
JOINTS = "same_figure: ['. ']\n"


@pytest.fixture
def german(tmp_path: Path) -> Language:
    folder = tmp_path / "de"
    (folder / "values").mkdir(parents=True)
    for name, written in {"numerals": NUMERALS, "calendar": CALENDAR, "joints": JOINTS}.items():
        (folder / "values" / f"{name}.yaml").write_text(written, encoding="utf-8")
    return Language(folder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Brücke wurde am 3. Mai 1871 eröffnet.", [("date", "3. Mai 1871", "1871-05-03", "1871-05-03")]),
        ("Im März 1990 schloss die Mühle.", [("date", "März 1990", "1990-03-01", "1990-03-31")]),
        ("Die Kirche hat zwölf Glocken.", [("number", "zwölf", "12", "12")]),
        ("Der Ort hat 1.200 Einwohner.", [("number", "1.200", "1200", "1200")]),
        ("Der Turm misst 12,5 m.", [("measure", "12,5 m", "12.5", "12.5")]),
        ("Der Bau kostete 1.250.000,50 €.", [("money", "1.250.000,50 €", "1250000.5", "1250000.5")]),
        ("They keep twelve bells.", []),
    ],
)
def test_a_language_is_begun_without_code(german: Language, text: str, expected: list[tuple[str, ...]]) -> None:
    found = values.find(text, language=german)
    assert [(m.kind, m.text, m.low, m.high) for m in found] == expected


@pytest.mark.parametrize("text", ["Die Kirche hat zwölf Glocken.", "Im März 1990 schloss die Mühle."])
def test_english_knows_none_of_its_words(german: Language, text: str) -> None:
    with using(german):
        assert values.find(text)
    assert not [m for m in values.find(text) if not m.text.isdecimal()]


def test_what_a_language_lacks_is_empty_but_for_marks(german: Language) -> None:
    assert german.code == "de"
    assert german.table("values/numerals")["hundreds"] == {}
    assert german.table("values/modifiers")["before"]["about"] == []
    assert german.table("values/modifiers")["signs"] == shipped().table("values/modifiers")["signs"]
    assert german.table("language/stopwords") == []
    assert german.table("values/joints")["spans"] == ["-", " - "]


@pytest.mark.parametrize("name", table_names())
def test_every_table_can_be_missing(tmp_path: Path, name: str) -> None:
    language = Language(tmp_path / "xx")
    assert type(language.table(name)) is type(shipped().table(name))


def test_a_name_that_no_table_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        shipped().table("values/nothing")


def test_derived_words_and_word_sets_follow_the_language(german: Language) -> None:
    @derived
    def teens() -> frozenset[str]:
        return frozenset(table("values/numerals")["teens"])

    cues = word_set("values/calendar", "month_cues")
    assert "twelve" in teens() and "in" in cues
    with using(german):
        assert teens() == {"zehn", "elf", "zwölf"} and cues == {"im"}
    assert "twelve" in teens() and "in" in cues


def test_additions_last_as_long_as_they_are_in_use() -> None:
    more = of_corpus({"names/types": {"heads": {"bridge": ["wadeway"]}}, "language/plurals": {"weirfolk": "weirman"}})
    assert (type_of("ellery wadeway"), singular("weirfolk")) == (None, "weirfolk")
    with using(more), using(more):
        assert (type_of("ellery wadeway"), singular("weirfolk")) == ("bridge", "weirman")
        assert type_of("ellery bridge") == "bridge"
    assert (type_of("ellery wadeway"), singular("weirfolk")) == (None, "weirfolk")
    assert in_use() == shipped() == of_corpus({})


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("dredgermen", "dredgerman"),
        ("omen", "omen"),
        ("ferries", "ferry"),
        ("ties", "tie"),
        ("glasses", "glass"),
        ("ashes", "ash"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("basis", "basis"),
        ("boats", "boat"),
        ("gas", "gas"),
        ("children", "child"),
    ],
)
def test_singulars_follow_the_endings_and_the_table(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_an_ending_can_be_added() -> None:
    with using(of_corpus({"language/endings": {"plural": {"eaux": ["eau", "5"]}}})):
        assert singular("plateaux") == "plateau"
    assert singular("plateaux") == "plateaux"


@pytest.mark.parametrize("first", [True, False])
def test_letters_of_scale_can_be_added(first: bool) -> None:
    """Whatever was read before with other words."""
    more = of_corpus({"values/numerals": {"suffixes": {"myr": "10000"}, "plain_suffixes": ["myr"], "tails": ["myr"]}})
    if not first:
        values.find("5k boats")
    assert [m.low for m in values.find("It has 5myr boats.", language=more)] == ["50000"]
    assert [m.low for m in values.find("It has 5k boats.")] == ["5000"]
    assert not any(m.low == "50000" for m in values.find("It has 5myr boats."))


def test_no_two_languages_are_in_use_in_one_thread(german: Language) -> None:
    with using(german), pytest.raises(RuntimeError, match="de is in use"), using(shipped()):
        pass
    assert in_use() == shipped()


def test_threads_wait_for_each_others_language(german: Language) -> None:
    found: list[list[str]] = []
    started, go = threading.Event(), threading.Event()

    def read() -> None:
        with using(german):
            started.set()
            go.wait(5)
            found.append([m.text for m in values.find("zwölf twelve")])

    thread = threading.Thread(target=read)
    thread.start()
    assert started.wait(5)
    other = threading.Thread(
        target=lambda: found.append([m.text for m in values.find("zwölf twelve", language=shipped())])
    )
    other.start()
    go.set()
    thread.join()
    other.join()
    assert found == [["zwölf"], ["twelve"]]


def test_the_shapes_name_tables_that_there_are() -> None:
    notes = vocabulary.in_folder(vocabulary.ROOT, "shapes")
    assert set(notes) <= set(table_names())
    for name, entry in notes.items():
        words = table(name)
        assert set(entry) <= {"open", "closed", "rows"}, name
        for keys in (entry.get("closed", []), entry.get("rows", [])):
            assert keys == "true" or set(keys) <= set(words), name


@pytest.mark.parametrize(
    ("words", "fitting", "other"),
    [(["known as", "a.b"], ["known as", "a.b"], ["known", "axb", ""]), ([], [], ["", "a", "a b"])],
)
def test_a_pattern_for_any_of_some_words(words: list[str], fitting: list[str], other: list[str]) -> None:
    assert [word for word in [*fitting, *other] if re.fullmatch(any_of(words), word)] == fitting
