"""One text in another form gives the same claims, findings and keys."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.canonical import canonical, canonical_quote
from tests.invariance.written import CORPUS, FORMS, assert_the_words_stand_there, each, report, told, wrapped


@cache
def base() -> object:
    return told(report(CORPUS))


def test_the_corpus_says_much() -> None:
    found = report(CORPUS)
    assert len(CORPUS) >= 12
    assert len(found.claims) > 100
    assert sum(f.relation == "conflict" for f in (*found.findings, *found.possible)) >= 5
    assert sum(f.relation == "agree" for f in found.findings) >= 10
    assert_the_words_stand_there(found, CORPUS)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_form(form: Callable[[str], str]) -> None:
    texts = each(form)
    found = report(texts)
    assert texts != CORPUS
    assert told(found) == base()
    assert_the_words_stand_there(found, texts)


@pytest.mark.parametrize("width", range(20, 101, 10))
def test_a_width(width: int) -> None:
    texts = each(lambda text: wrapped(text, width))
    found = report(texts)
    assert told(found) == base()
    assert_the_words_stand_there(found, texts)


@settings(deadline=None, max_examples=12)
@given(
    st.dictionaries(
        st.sampled_from(sorted(CORPUS)), st.tuples(st.integers(20, 100), st.sets(st.sampled_from(sorted(FORMS))))
    )
)
def test_every_document_in_a_form_of_its_own(changes: dict[str, tuple[int, set[str]]]) -> None:
    texts = dict(CORPUS)
    for name, (width, forms) in changes.items():
        text = wrapped(texts[name], width)
        for form in sorted(forms - {"CR"}, key=lambda form: form in ("CRLF", "a byte order mark")):
            text = FORMS[form](text)
        texts[name] = text
    found = report(texts)
    assert told(found) == base()
    assert_the_words_stand_there(found, texts)


NAMES = st.sampled_from(["Élan Harbour Trust", "Society of Saint Brannoc", "Tarn Hill Choir", "Müller Hall"])
DAYS = st.builds(
    "{} {} {}".format, st.integers(1, 28), st.sampled_from(["May", "June", "October"]), st.integers(1850, 2020)
)
MONEY = st.builds("{}{} million".format, st.sampled_from("£$€"), st.integers(2, 90))
SENTENCES = st.one_of(
    st.builds("The {} was founded on {}.".format, NAMES, DAYS),
    st.builds(
        "In {} the {} had {:,} members and spent {}.".format,
        st.integers(1950, 2020),
        NAMES,
        st.integers(20, 90_000),
        MONEY,
    ),
    st.builds(
        "The {}, which opened on {}, seats {} people in its large hall.".format, NAMES, DAYS, st.integers(30, 900)
    ),
)
PARAGRAPHS = st.lists(SENTENCES, min_size=3, max_size=5).map(" ".join)


@settings(deadline=None, max_examples=40)
@given(PARAGRAPHS, PARAGRAPHS, st.integers(20, 100), st.sampled_from(sorted(FORMS)))
def test_generated_texts(one: str, other: str, width: int, form: str) -> None:
    texts = {"a.txt": f"{one}\n", "b.md": f"# A report\n\n{other}\n"}
    changed = {"a.txt": FORMS[form](wrapped(texts["a.txt"], width)), "b.md": FORMS[form](wrapped(texts["b.md"], width))}
    found = report(changed)
    assert told(found) == told(report(texts))
    assert_the_words_stand_there(found, changed)


@pytest.mark.parametrize(
    ("quote", "read"),
    [
        ("on 9\nJune", "on 9 June"),
        ("on 9\r\n  June", "on 9 June"),
        ("on 9\rJune", "on 9 June"),
        ("on 9\u00a0June", "on 9 June"),
        ("on 9  June", "on 9 June"),
        ("a\tb", "a\tb"),
        ("e\u0301t\u00e9", "\u00e9t\u00e9"),
    ],
)
def test_a_quote_on_one_line(quote: str, read: str) -> None:
    form = canonical_quote(quote)
    assert form.text == read
    assert form.given(len(read)) == len(quote)
    assert form.read(len(quote)) == len(read)


@pytest.mark.parametrize("text", ["Ville de Québec", "각하", "o\u0302\u0301 a", "\u0958 x", "plain"])
def test_no_letter_is_lost_on_the_way_back(text: str) -> None:
    for written in (text, unicodedata.normalize("NFD", text), f"\ufeff{text}\r\n\r\n\r\n{text}  end"):
        form = canonical(written)
        assert unicodedata.is_normalized("NFC", form.text)
        places = [form.given(at) for at in range(len(form.text) + 1)]
        assert places == sorted(places)
        assert places[-1] == len(written)
        assert form.read(places[0]) == 0
