"""Markup becomes blanks, one for one; the words stay where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.sources.markup import blank


def words(text: str) -> list[str]:
    """The blanked text line by line, its blanks run together."""
    return [" ".join(line.split()) for line in blank(text).splitlines() if line.split()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Opened:** 1931", ["Opened: 1931"]),
        ("the _Morning Star_ and the __Evening Star__", ["the Morning Star and the Evening Star"]),
        ("a *loud* word, ***loudest***", ["a loud word, loudest"]),
        ("`code` here", ["code here"]),
        ("3 * 4 * 5 and snake_case_name", ["3 * 4 * 5 and snake_case_name"]),
        ("* an item", ["* an item"]),
        ("see [the mill](https://mill.example/2001/03) now", ["see the mill now"]),
        ("![a mill in 1931](mill.png) Text", ["Text"]),
        ("see [the mill][1] now\n\n[1]: http://mill.example/1999", ["see the mill now"]),
        ("[[Old Mill]] and [[Mill (river)|the river]]", ["Old Mill and the river"]),
        ("[[File:Mill 1931.jpg|thumb|The mill in 1931]] Text", ["Text"]),
        ("taken in 1931]] Although it rained", ["taken in 1931", "Although it rained"]),
        ("{{cite web |year=1931}} Text", ["Text"]),
        ("It has 40 rooms.[3][12] It opened [note 2] late", ["It has 40 rooms. It opened late"]),
        ("[1] Miller, J. The Mill", ["[1] Miller, J. The Mill"]),
        ("History[edit]\nIt opened", ["History", "It opened"]),
        ("History [ edit ] It opened", ["History", "It opened"]),
        ("It opened[citation needed] early", ["It opened early"]),
        ("more at https://mill.example/2001?x=5.", ["more at ."]),
        ('<p class="x">One.</p>Two.', ["One.", "Two."]),
        ("<span class='date'>1931</span><br />Text", ["1931", "Text"]),
        ("<h2>History</h2>Text", ["## History", "Text"]),
        ("<ul><li>one</li><li>two</li></ul>", ["- one", "- two"]),
        ("<tr><td>Opened</td><td>1931</td></tr>", ["| Opened | 1931"]),
        ("<script>var x = 1999;</script>Text", ["Text"]),
        ("<!-- built 1999 -->Text", ["Text"]),
        ("a < b and c > d", ["a < b and c > d"]),
        ("a <notatag> b", ["a <notatag> b"]),
        ("Mill &amp; Sons, 5&nbsp;rooms &#8211; new", ["Mill & Sons, 5 rooms – new"]),
        ("AT&T & others &bogus;", ["AT&T & others &bogus;"]),
        ('[caption id="a_1" width="143"]<a href="x"><img src="y" /></a> The mill[/caption] Text', ["The mill", "Text"]),
        ("an unclosed <script> stays readable", ["an unclosed stays readable"]),
    ],
)
def test_words_that_stay(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("text", ["plain words, 1931; 5 rooms.", "Größe – 5 m", ""])
def test_plain_text_stays(text: str) -> None:
    assert blank(text) == text


_PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<li>",
        "<h3>",
        "<",
        ">",
        "[",
        "]",
        "[[",
        "]]",
        "](",
        ")",
        "**",
        "_",
        "`",
        "&amp;",
        "{{",
        "}}",
        "<!--",
        "-->",
        "<script>",
        "http://a.b/c",
        "[1]",
        "[edit]",
        "word",
        "1931",
        "é",
        "]:",
    ]
) | st.sampled_from([" ", "\n", "\r\n", ": "])


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_length_and_words_survive(text: str) -> None:
    blanked = blank(text)
    assert len(blanked) == len(text)
    for at, (old, new) in enumerate(zip(text, blanked, strict=True)):
        assert new == old or new in " \n-#|&", (at, old, new)
        assert old not in "\r\n" or new == old
