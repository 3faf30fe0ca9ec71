"""A sentence is cut into words, masks, stems and names once, the same wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.comparison.sentences import FIGURE, laid_out, sentence_of, stems_of, verbatim
from tests.comparison.stated import stated


@pytest.mark.parametrize(
    ("quote", "mask", "content"),
    [
        ("The weir has 40 gates.", ("the", "weir", "has", FIGURE, "gates", "."), {"weir", "gate"}),
        ("The WEIR opened in May 1901.", ("the", "weir", "opened", "in", FIGURE, FIGURE, "."), {"weir", "open"}),
        ("It may open.", ("it", "may", "open", "."), {"open"}),
        ("It cost 3 million.", ("it", "cost", FIGURE, "million", "."), {"cost"}),
        ("Plan B of x", ("plan", "b", "of", "x"), {"plan"}),
        ("", (), set()),
    ],
)
def test_masks_and_content(quote: str, mask: tuple[str, ...], content: set[str]) -> None:
    sentence = laid_out(quote)
    assert sentence.mask == mask
    assert sentence.content == content
    assert len(sentence.starts) == len(sentence.stems) == len(mask)
    assert {stem for stem in sentence.stems if stem} == content


def test_where_each_word_begins_and_which_names_there_are() -> None:
    sentence = laid_out("At Tarn Weir 40 gates rot.")
    assert list(sentence.starts) == [0, 3, 8, 13, 16, 22, 25]
    assert sentence.names == {"tarn weir"}


@pytest.mark.parametrize(
    ("quote", "frame"),
    [
        ("At Tarn Weir 40 gates rot.", ("gates", "rot", ".")),
        ("In May 1901 the weir opened, twice.", ("the", "weir", "opened", ",", "twice", ".")),
        ("Tarn Weir 1901", ()),
    ],
)
def test_a_frame_is_the_sentence_without_figures_and_names(quote: str, frame: tuple[str, ...]) -> None:
    assert laid_out(quote).frame == frame


def test_the_sentence_of_a_claim_is_that_of_its_quote() -> None:
    one, again, other = (
        stated(f"The weir has {n} gates.", f"{n} gates", source=source, start=start)
        for n, source, start in ((40, "a", 0), (40, "b", 90), (43, "a", 90))
    )
    assert sentence_of(one) == sentence_of(again) == laid_out("The weir has 40 gates.")
    assert sentence_of(one).mask == sentence_of(other).mask, "every figure is masked alike"
    assert (sentence_of(one).figures, sentence_of(other).figures) == (((3, "40"),), ((3, "43"),))
    assert verbatim(one) == verbatim(again) != verbatim(other)


@pytest.mark.parametrize(
    ("label", "stems"),
    [("Number of gates", {"number", "gate"}), ("2019", set()), ("of the", set()), ("Gates (oak)", {"gate", "oak"})],
)
def test_stems_of_a_label(label: str, stems: set[str]) -> None:
    assert stems_of(label) == stems


WORDS = st.sampled_from(["the", "Weir", "gates", "opened", "May", "12", "1894,", "of", "Tarn", "million", "(oak)"])


@given(st.lists(WORDS, max_size=20))
@settings(deadline=None)
def test_figures_are_masked_and_nothing_else_is_content(words: list[str]) -> None:
    sentence = laid_out(" ".join(words))
    assert all((mask == FIGURE) <= (stem == "") for mask, stem in zip(sentence.mask, sentence.stems, strict=True))
    assert not any(any(letter.isdigit() for letter in stem) for stem in sentence.content)
    assert sentence.mask == laid_out(" ".join(words)).mask
