"""What a terminal may be given: nothing that acts, in the columns it has."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.reports.quotes import LINES, quote_lines
from checker.reports.terminal import Look, columns, fit, pad, safe, wrap
from tests.reports.invented import claim

ANY_TEXT = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — text", "plain — text"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x1b]8;;http://x\x07", "\\x1b]8;;http://x\\x07"),
        ("a\x9bb", "a\\x9bb"),
        ("a\x7fb", "a\\x7fb"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("5\u202e00", "5\\u202e00"),
        ("5\u200b00", "5\\u200b00"),
        ("soft\xadhyphen", "soft\\xadhyphen"),
        ("a\u2028b", "a\\u2028b"),
        ("no\u00a0break", "no break"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("half\ud83d", "half\\ud83d"),
        ("船長 é", "船長 é"),
    ],
)
def test_safe(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(ANY_TEXT)
def test_safe_text_is_printable_and_stays_as_it_is(text: str) -> None:
    assert safe(text).isprintable()
    assert safe(safe(text)) == safe(text)


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("船長", 4), ("e\u0301", 1), ("ｆｕｌｌ", 8), ("", 0), ("…", 1)]
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


@given(ANY_TEXT.map(safe), st.integers(2, 30))
def test_fit_and_wrap_keep_to_the_width(text: str, width: int) -> None:
    assert columns(fit(text, width)) <= width
    assert all(columns(line) <= width for line in wrap(text, width))
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_pad_counts_columns() -> None:
    assert pad("船", 4) + "|" == "船  |"


@example(before="", value="0", after="0\x1b\x1b" + "\x7f" * 10, width=48, look=Look())
@given(
    before=st.text(max_size=300),
    value=st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=20),
    after=st.text(max_size=300),
    width=st.integers(48, 110),
    look=st.sampled_from([Look(), Look(unicode=False)]),
)
def test_a_quote_keeps_its_value_in_two_lines(before: str, value: str, after: str, width: int, look: Look) -> None:
    text = " ".join(f"{before} {value} {after}".split())
    start = text.index(value)
    stated = claim("a", text, value, name="x", attribute="y")
    assert stated.value.start == start
    lines = quote_lines([stated], width, look)
    assert all(columns(line) <= width for line in lines)
    assert all(line.isprintable() for line in lines)
    drawn = [line for line in lines if set(line) - set(" ^") or "^" not in line]
    assert len(drawn) <= LINES
    assert "".join(value.split()) in "".join("".join(drawn).split())
    if "^" not in text:
        assert sum(line.count("^") for line in lines) == columns(safe(value))


def test_a_sentence_of_a_million_characters_is_cut() -> None:
    text = "word " * 100_000 + "1894 " + "word " * 100_000
    (line, below) = quote_lines([claim("a", text, "1894", name="x", attribute="y")], 40, Look())[:2]
    assert line.startswith("… word")
    assert "1894" in line + below
