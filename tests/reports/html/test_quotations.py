"""Quotations: the sentence as people read it with its values marked, or a row of a table under its heads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.claim import Claim
from checker.model.document import Source
from checker.reports.html.quotations import LONGEST, Quotation, by_sentence, quotation
from tests.reports.invented import NASTY, claim


def stated(text: str, *values: str) -> list[Claim]:
    return [claim("guide", text, value, name="Quay", attribute="built") for value in values]


def quote(text: str, *values: str, path: str = "guide.md", extracted: bool = False) -> Quotation:
    return quotation(stated(text, *values), Source("guide", path=path, extracted=extracted), text)


def test_a_sentence_is_quoted_with_its_neighbours_and_without_its_marks() -> None:
    text = "Old days. **The quay** was built\tin [1894](x). It is long.\n\nAnother paragraph."
    one = claim("guide", text, "1894", name="Quay", attribute="built")
    start, end = text.index("**The"), text.index(" It is")
    one = replace(one, evidence=replace(one.evidence, quote=text[start:end], start=start, end=end))
    assert quotation([one], Source("guide", path="guide.md"), text) == Quotation(
        "Old days.", ("The quay was built in ", "1894", "."), "It is long."
    )


def test_several_values_of_a_sentence_are_marked() -> None:
    assert quote("Of 196 people 45 were young.", "196", "45").words == ("Of ", "196", " people ", "45", " were young.")


def test_a_long_sentence_is_cut_around_its_first_value() -> None:
    said = quote("word " * 200 + "in 1894 " + "word " * 200, "1894")
    assert said.words[0].startswith("… word ")
    assert said.words[1] == "1894"
    assert said.words[2].endswith(" word …")
    assert len("".join(said.words)) < LONGEST + 10
    assert (said.before, said.after) == ("", "")


@pytest.mark.parametrize(
    ("text", "path", "heads", "cells"),
    [
        (
            "| Item | 2022 | **2023** |\n|:---|---:|---|\n| Food | 1 | 2 |\n| Rent | 120 | 130 |\n",
            "a.md",
            ("Item", "2022", "2023"),
            (("Rent",), ("120",), ("", "130", "")),
        ),
        (
            "Item | 2022 | 2023\nRent | | 130",
            "a.docx",
            ("Item", "2022", "2023"),
            (("Rent",), ("",), ("", "130", "")),
        ),
        (
            'Item,"2022, net",2023\nRent,"1,20",130\n',
            "a.csv",
            ("Item", "2022, net", "2023"),
            (("Rent",), ("1,20",), ("", "130", "")),
        ),
        ("Item;2023\nRent;130\n", "a.csv", ("Item", "2023"), (("Rent",), ("", "130", ""))),
        ("Item\t2023\nRent\t130\n", "a.txt", ("Item", "2023"), (("Rent",), ("", "130", ""))),
        (
            "Item,a,b,c,d,e,f\nRent,1,2,3,4,130,6\n",
            "a.csv",
            ("Item", "d", "e", "f"),
            (("Rent",), ("4",), ("", "130", ""), ("6",)),
        ),
        ("130 | Rent\n9 | Food", "a.docx", (), (("", "130", ""), ("Rent",))),
    ],
)
def test_a_row_is_quoted_under_its_heads(
    text: str, path: str, heads: tuple[str, ...], cells: tuple[tuple[str, ...], ...]
) -> None:
    said = quote(text, "130", path=path, extracted=path.endswith("docx"))
    assert said.heads == heads
    assert said.cells == cells


@pytest.mark.parametrize("text", ["Either 130 | or more", "130,140 and 150", "P(A|B) is 130"])
def test_what_only_has_a_bar_or_a_comma_is_no_row(text: str) -> None:
    assert quote(text, "130").cells == ()


def test_without_the_text_the_evidence_is_quoted() -> None:
    text = "First line.\nIt was built in 1894."
    assert quotation(stated(text, "1894"), None, None).words == ("It was built in ", "1894", ".")


@pytest.mark.parametrize("path", ["a.md", "a.csv", "a.txt"])
@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_hostile_is_left(nasty: str, path: str) -> None:
    said = quote(f"{nasty} in 1894 {nasty}\n{nasty} | x", "1894", path=path)
    shown = [said.before, said.after, *said.heads, *said.words, *(piece for cell in said.cells for piece in cell)]
    assert all(piece.isprintable() for piece in shown)
    assert any("1894" in piece for piece in shown)


@given(
    st.text(st.sampled_from('ab, |"\n\t*_[](`')),
    st.text(st.sampled_from('ab, |"\n\t*_[](`')),
    st.sampled_from(["a.md", "a.csv"]),
)
def test_a_value_is_always_marked_once(before: str, after: str, path: str) -> None:
    text = f"{before}1894{after}"
    said = quote(text, "1894", path=path)
    pieces = [said.words, *said.cells] if said.cells else [said.words]
    assert [piece for cell in pieces for piece in cell[1::2]] == ["1894"]


def test_claims_of_one_sentence_are_quoted_together() -> None:
    text = "It was built in 1894 for 12 ships.\nIt sank in 1900."
    first, second, third = stated(text, "1894", "12", "1900")
    assert by_sentence([first, third, second]) == [[first, second], [third]]
