"""reStructuredText: the blocks of its grammar and of Sphinx, and nothing of its marks as text."""

from pathlib import Path

import pytest

import checker
from checker.model.document import Source
from checker.sources import plain
from checker.sources.rst import document as rst
from tests.sources.marked_up import blocks, claims, mutated, read, rows, words

PAGE = """\
==========
Corran Mill
==========

:Date: 2021-03-04
:Organization: Corran Trust
:Opened: 1843
:orphan:

.. This is a comment of 1999
   over two lines.

The mill was built in **1843** by `Ann Dale <https://dale.example/1900>`_ and
has ``212`` looms [#looms]_.

Rooms
-----

* forty rooms
  on two floors

  A paragraph of the item.

  1. nested

     a. deeper
* the last

Wheel : iron
    It is 12 m wide.

    It turns.

.. note:: It closed in 1901.
   It opened again.

.. image:: mill-1932.png
   :width: 300px

.. figure:: wheel-7.png
   :height: 20

   The wheel in 1911.

.. code-block:: python

   looms = 1999

The code is::

    x = 14

.. option:: --looms N

   The looms, 212 where nobody says otherwise.

.. versionchanged:: 2.4
   The looms run.

.. toctree::
   :maxdepth: 2

   part1

Looms
~~~~~

-v, --verbose  Says 3 lines more.

    A quoted line of 1871.

    -- Ann Dale

| Mill Lane 4
| Corran

>>> 4 + 4
8

.. [#looms] Counted in 1850.
.. [Dale1987] A. Dale, *Mills*, 1987.
.. _target: https://corran.example/1843
.. |looms| replace:: 212
"""


def test_blocks() -> None:
    assert blocks(rst, PAGE) == [
        ("heading", 1, "Corran Mill"),
        ("pair", 0, "Date | 2021-03-04"),
        ("pair", 0, "Organization | Corran Trust"),
        ("pair", 0, "Opened | 1843"),
        ("paragraph", 0, "The mill was built in 1843 by Ann Dale and has 212 looms ."),
        ("heading", 2, "Rooms"),
        ("item", 1, "forty rooms on two floors"),
        ("paragraph", 0, "A paragraph of the item."),
        ("item", 2, "nested"),
        ("item", 3, "deeper"),
        ("item", 1, "the last"),
        ("pair", 0, "Wheel | It is 12 m wide."),
        ("paragraph", 0, "It turns."),
        ("paragraph", 0, "It closed in 1901. It opened again."),
        ("paragraph", 0, "The wheel in 1911."),
        ("code", 0, "looms = 1999"),
        ("paragraph", 0, "The code is:"),
        ("code", 0, "x = 14"),
        ("pair", 0, "--looms N | The looms, 212 where nobody says otherwise."),
        ("paragraph", 0, "The looms run."),
        ("heading", 3, "Looms"),
        ("item", 1, "-v, --verbose Says 3 lines more."),
        ("paragraph", 0, "A quoted line of 1871."),
        ("paragraph", 0, "-- Ann Dale"),
        ("paragraph", 0, "Mill Lane 4 Corran"),
        ("code", 0, ">>> 4 + 4 8"),
        ("paragraph", 0, "Counted in 1850."),
        ("links", 0, "A. Dale, *Mills*, 1987."),
    ]


def test_what_a_file_says_of_itself() -> None:
    metadata = read(rst, PAGE).metadata
    assert (metadata.published, metadata.publisher) == ("2021-03-04", "Corran Trust")


def test_the_head_of_a_proposal() -> None:
    head = "Number: 719\nTitle: Looms of Corran\nCreated: 26-May-2023\nPost-History: 12-Jun-2023,\n   14-Jun-2023\n"
    assert blocks(rst, f"{head}\nText.\n") == [
        ("pair", 0, "Number | 719"),
        ("title", 1, "Looms of Corran"),
        ("pair", 0, "Created | 26-May-2023"),
        ("paragraph", 0, "Text."),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It has *forty* looms.", "It has forty looms."),
        ("It has ``40`` looms.", "It has 40 looms."),
        ("Its :ref:`looms <looms-1999>` run.", "Its looms run."),
        ("Its :py:func:`~corran.mill.run` runs.", "Its run runs."),
        ("It follows :rfc:`2119`.", "It follows RFC 2119."),
        ("It is so in :issue:`1999`.", "It is so in ."),
        ("It holds :math:`n = 312` and :math:`x^{14}`.", "It holds n = 312 and ."),
        ("It has H\\ :sub:`2`\\ O.", "It has H2O."),
        ("It has |looms| looms.\n\n.. |looms| replace:: 212", "It has 212 looms."),
        ("It is |release| now.", "It is now."),
        ("It has looms [1]_ [#a]_ [Dale1987]_.", "It has looms ."),
        ("See Corran_ and `the mill`_.", "See Corran and the mill."),
        ("It costs 5\\*4 pounds.", "It costs 5*4 pounds."),
        ("See https://corran.example/1999 for more.", "See for more."),
        ("A 2*3*4 box and snake_case_name.", "A 2*3*4 box and snake_case_name."),
    ],
)
def test_marks(text: str, left: str) -> None:
    assert words(rst, text).replace(" .", ".") == left.replace(" .", ".")


TABLES = """\
.. list-table:: Mills of Corran
   :header-rows: 1
   :widths: 20 40 10

   * - Mill
     - Opened
     - Staff
   * - *Old* Mill
     - 1843
     - 212
   * - New Mill
     - 1901
     -

.. csv-table::
   :header: "Mill", "Opened", "Staff"
   :widths: 15, 10, 30

   "Low, Mill", 1850, 31
   High Mill, "1851",  "32
   33"

========  ======  =====
Mill      Opened  Staff
========  ======  =====
**East**  1861    41
West      1862    42
========  ======  =====

+-------+--------+-------+
| Mill  | Opened | Staff |
+=======+========+=======+
| North | 1871   | 51    |
+-------+--------+-------+
| South | 1872   | 52    |
+-------+--------+-------+
"""


def test_tables() -> None:
    heads = ("Mill", "Opened", "Staff")
    assert rows(rst, TABLES) == [
        (heads, ("Old Mill", "1843", "212")),
        (heads, ("New Mill", "1901", "")),
        (heads, ("Low, Mill", "1850", "31")),
        (heads, ("High Mill", "1851", "32 33")),
        (heads, ("East", "1861", "41")),
        (heads, ("West", "1862", "42")),
        (heads, ("North", "1871", "51")),
        (heads, ("South", "1872", "52")),
    ]


def test_a_table_without_marks() -> None:
    text = "=====  ======\nMill   Opened\n=====  ======\nEast   1861\nWest   1862\n=====  ======\n"
    assert rows(rst, f"Mills\n-----\n\n{text}") == [
        (("Mill", "Opened"), ("East", "1861")),
        (("Mill", "Opened"), ("West", "1862")),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A. Dale built it\nand sold it.", ["paragraph"]),
        ("A. built\nB. sold", ["item", "item"]),
        ("Text\n\n----\n\nMore", ["paragraph", "paragraph"]),
        (
            "Note\n====\n\n.. unknown:: Two looms run\n   :width: 30\n\n   It has 5 looms.",
            ["heading", "paragraph", "paragraph"],
        ),
        (".. rubric:: Looms\n\nText.", ["heading", "paragraph"]),
        (".. |x| image:: mill-1999.png\n\nText.", ["paragraph"]),
        ("::\n\n  x = 1999\n\nText.", ["code", "paragraph"]),
        ("So::\n\n> quoted 1999\n> more\n\nText.", ["paragraph", "code", "paragraph"]),
        (":param int looms: the looms", ["pair"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in blocks(rst, text)] == kinds


def test_nothing_of_the_marks_is_a_claim(tmp_path: Path) -> None:
    found = claims(tmp_path, "mill.rst", PAGE)
    values = [value for value, _ in found]
    assert {"1843", "212", "1901"} <= set(values)
    assert not {"1999", "1932", "300px", "1900", "1987", "2.4", "20", "7"} & set(values)


def test_a_changed_figure_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Corran Mill\n\nCorran Mill was built in 1843.\n", encoding="utf-8")
    text = "Corran Mill\n===========\n\n**Corran Mill** was built in |year|.\n\n.. |year| replace:: 1848\n"
    (tmp_path / "b.rst").write_text(text, encoding="utf-8")
    report = checker.check_paths([tmp_path]).to_json()
    assert [finding["relation"] for finding in report["findings"]] == ["conflict"]
    (claim,) = (claim for claim in report["claims"] if claim["source"] == "b" and claim["value"]["low"] is not None)
    assert claim["value"]["text"] == text[claim["value"]["start"] : claim["value"]["end"]] == "|year|"
    assert text[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["quote"]
    assert claim["evidence"]["line"] == 4


def test_line_ends_of_all_kinds() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert blocks(rst, PAGE.replace("\n", end)) == blocks(rst, PAGE)


def test_any_text_is_read() -> None:
    signs = [
        "::",
        "`",
        "``",
        "|",
        "**",
        "_",
        "\n",
        "\n\n",
        "   ",
        ".. ",
        "- ",
        ":a:",
        "+--",
        "====\n",
        "\t",
        "\x00",
        "\r",
    ]
    for text in mutated(PAGE + TABLES, signs, 200):
        read(rst, text)
    for sign in (*signs, ".. a::\n", "a\n  ", "- \n  ", "1. ", "=== ===\n"):
        plain.read_with(rst.reading, Source("mill"), (sign * 20000)[:20000])
