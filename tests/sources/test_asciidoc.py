"""AsciiDoc: the blocks of its grammar, and nothing of its marks as text."""

from pathlib import Path

import pytest

import checker
from checker.model.document import Source
from checker.sources import plain
from checker.sources.asciidoc import document as asciidoc
from tests.sources.marked_up import blocks, claims, mutated, read, rows, words

PAGE = """\
// A comment of 1999
= Corran Mill
Ann Dale <ann@corran.example>
v1.2, 2021-03-04
:organization: Corran Trust
:toc:
:looms: 212
:icons: font

[[history]]
The mill was built in *1843* by
// with a remark
https://dale.example/1900[Ann Dale,window=_blank] and has {looms} looms.footnote:[Counted in 1850.]

== Rooms ==

.Parts of it
* forty rooms
on two floors
** nested
* the last
+
A paragraph of the item.
+
[source,python]
----
looms = 1999
----

Then:

. first
. second

So:

Wheel:: It is 12 m wide.
Race::
  It is 40 m long.

NOTE: It closed in 1901.

[WARNING]
====
It opened again.

* carefully
====

image::mill-1932.png[Mill,300,200]

[quote, Ann Dale, 1871]
____
A quoted line.
____

 literal 1999

++++
<b>1999</b>
++++

////
A long comment of 1999.
////

Old Heading
~~~~~~~~~~~

<1> It runs.

ifdef::extra[]
include::part1.adoc[]
endif::[]
"""


def test_blocks() -> None:
    assert blocks(asciidoc, PAGE) == [
        ("heading", 1, "Corran Mill"),
        ("paragraph", 0, "The mill was built in 1843 by Ann Dale and has 212 looms. (Counted in 1850.)"),
        ("heading", 2, "Rooms"),
        ("paragraph", 0, "Parts of it:"),
        ("item", 1, "forty rooms on two floors"),
        ("item", 2, "nested"),
        ("item", 1, "the last"),
        ("paragraph", 0, "A paragraph of the item."),
        ("code", 0, "looms = 1999"),
        ("paragraph", 0, "Then:"),
        ("item", 1, "first"),
        ("item", 1, "second"),
        ("paragraph", 0, "So:"),
        ("pair", 1, "Wheel | It is 12 m wide."),
        ("pair", 1, "Race | It is 40 m long."),
        ("paragraph", 0, "It closed in 1901."),
        ("paragraph", 0, "It opened again."),
        ("item", 1, "carefully"),
        ("paragraph", 0, "A quoted line."),
        ("code", 0, "literal 1999"),
        ("heading", 3, "Old Heading"),
        ("item", 1, "It runs."),
    ]


def test_what_a_file_says_of_itself() -> None:
    metadata = read(asciidoc, PAGE).metadata
    assert (metadata.published, metadata.publisher) == ("2021-03-04", "Corran Trust")
    assert read(asciidoc, "= Mill\n:revdate: 2020-05\n\nText.").metadata.published == "2020-05"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It has *forty* and _fifty_ `looms`.", "It has forty and fifty looms ."),
        ("It has **for**ty looms.", "It has forty looms."),
        ("See link:/looms/1999[the looms] and <<looms-1999,them>>.", "See the looms and them ."),
        ("See xref:mill:looms-1999.adoc#a[the looms].", "See the looms ."),
        ("See {site}/looms/1999[the looms].", "See the looms ."),
        ("See https://corran.example/1999 for more.", "See for more."),
        ("It is image:loom-1999.png[Loom,20] so.", "It is so."),
        ("Press kbd:[Ctrl] now.", "Press Ctrl now."),
        ("It holds stem:[n = 312] and stem:[x^14].", "It holds n = 312 and ."),
        ("It has looms^[1]^ on 5^th^ May.", "It has looms on 5th May."),
        ("It has {nbsp}40{plus} looms, {unknown}.", "It has 40+ looms, ."),
        ("It is [.small]#small# and #marked#.", "It is small and marked ."),
        ("Corran(TM) is [[here]]here.", "Corran™ is here."),
        ("A mill(((mill,looms))) of ((Corran)).", "A mill of Corran ."),
        ("One \\*star\\* and 2*3*4.", "One *star* and 2*3*4."),
        ("Mill Lane 4 +\nCorran", "Mill Lane 4 Corran"),
    ],
)
def test_marks(text: str, left: str) -> None:
    assert words(asciidoc, text).replace(" .", ".") == left.replace(" .", ".")


def test_attributes() -> None:
    assert words(asciidoc, "It has {a} looms.\n\n:b: 212\n") == "It has looms."
    text = ":looms: 212\n:kind: iron\n:both: {looms} {kind}\n\nIt has {both} looms."
    assert words(asciidoc, text) == "It has 212 iron looms."


TABLES = """\
.Mills
[cols="1,2,1",options="header",width="80%"]
|===
| Mill | Opened
| Staff

| *Old* Mill | 1843 | 212

| New Mill
| 1901
| 310 +
(2004)
|===

|===
|Mill |Opened |Staff

|Low \\| Mill |1850 |31
2+|High Mill |32
|===

[%header,format=csv]
|===
Mill,Opened,Staff
"East, Mill",1861,41
|===

[cols="3*",options="header"]
|===
|Mill a|Opened h|Staff
.2+|West |1862 |42
|1863 |43
3*|7
|===
"""


def test_tables() -> None:
    heads = ("Mill", "Opened", "Staff")
    assert rows(asciidoc, TABLES) == [
        (heads, ("Old Mill", "1843", "212")),
        (heads, ("New Mill", "1901", "310 (2004)")),
        (heads, ("Low \\| Mill", "1850", "31")),
        (heads, ("High Mill", "", "32")),
        (heads, ("East, Mill", "1861", "41")),
        (heads, ("West", "1862", "42")),
        (heads, ("", "1863", "43")),
        (heads, ("7", "7", "7")),
    ]


def test_nothing_of_the_marks_is_a_claim(tmp_path: Path) -> None:
    values = {value for value, _ in claims(tmp_path, "mill.adoc", PAGE)}
    assert {"1843", "{looms}", "12 m", "1901"} <= values
    assert not {"1999", "1932", "300", "200", "1900", "1871", "1", "1.2"} & values


def test_a_changed_figure_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Corran Mill\n\nCorran Mill was built in 1843.\n", encoding="utf-8")
    text = "= Corran Mill\n:year: 1848\n\n*Corran Mill* was built in {year}.\n"
    (tmp_path / "b.adoc").write_text(text, encoding="utf-8")
    report = checker.check_paths([tmp_path]).to_json()
    assert [finding["relation"] for finding in report["findings"]] == ["conflict"]
    (claim,) = (claim for claim in report["claims"] if claim["source"] == "b")
    assert claim["value"]["text"] == text[claim["value"]["start"] : claim["value"]["end"]] == "{year}"
    assert text[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["quote"]
    assert claim["evidence"]["line"] == 4


def test_a_signature_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "mill.adoc").write_text("The mill was built in 1843.\n", encoding="utf-8")
    (tmp_path / "mill.tar.asc").write_text("-----BEGIN PGP SIGNATURE-----\n\niQIz1843\n", encoding="utf-8")
    report = checker.check_paths([tmp_path])
    assert (len(report.claims), report.not_checked) == (1, ())
    assert [one.kind for one in report.ignored] == ["system file"]


def test_line_ends_of_all_kinds() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert blocks(asciidoc, PAGE.replace("\n", end)) == blocks(asciidoc, PAGE)


def test_any_text_is_read() -> None:
    signs = [
        "|===\n",
        "|",
        "[",
        "]",
        "{",
        "}",
        "*",
        "_",
        "`",
        "\n+\n",
        "----\n",
        "====\n",
        "::",
        "\n\n",
        "<<",
        "3*|",
        "\x00",
    ]
    for text in mutated(PAGE + TABLES, signs, 200):
        read(asciidoc, text)
    for sign in (*signs, "link:a[", "((", "* a\n", "a::\n", "= a\n", "http://a["):
        plain.read_with(asciidoc.reading, Source("mill"), (sign * 20000)[:20000])
    read(asciidoc, "\n".join("=" * n for n in range(4, 1500)))
