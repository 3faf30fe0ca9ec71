"""Lines with a key and a value, in all the ways in which people write them."""

import pytest

from checker.model.document import Source
from checker.sources import markdown
from checker.text import read
from checker.text.keyed_lines import keyed
from tests.text.shapes import shapes


def key_of(text: str, *, item: bool = False, named: bool = False) -> tuple[str, str] | None:
    found = keyed(text, item=item, named=named)
    return (text[: found.key].strip(), text[found.value :].strip()) if found is not None else None


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Looms: 12", "Looms", "12"),
        ("Looms = 12", "Looms", "12"),
        ("Looms .... 12", "Looms", "12"),
        ("Water depth . . . . 3 m", "Water depth", "3 m"),
        ("loom_count = 12", "loom_count", "12"),
        ("LOOM_COUNT=12", "LOOM_COUNT", "12"),
        ("loom.count 12", "loom.count", "12"),
        ("--looms N (default 12)", "--looms", "(default 12)"),
        ("loomCount: the looms that run. Default 12.", "loomCount", "the looms that run. Default 12."),
    ],
)
def test_keys(text: str, key: str, value: str) -> None:
    assert key_of(text) == (key, value)


@pytest.mark.parametrize(
    "text",
    [
        "Looms - 12",
        "Looms = many",
        "Looms ... many",
        "The looms are new = 12",
        "settings.md is long",
        "loom_count is in the file of the mill and in 12 of its copies",
        "e.g. 12 looms",
    ],
)
def test_no_keys(text: str) -> None:
    assert key_of(text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Looms - 12", "Looms"),
        ("Looms - about 12 in all", "Looms"),
        ("Looms - the old ones", None),
        ("loom_count: the looms that run, 12", "loom_count"),
        ("1854 - 12 looms bought", None),
    ],
)
def test_keys_of_items(text: str, key: str | None) -> None:
    found = key_of(text, item=True)
    assert (found[0] if found else None) == key


def test_a_word_in_marks_of_code_is_a_key() -> None:
    assert key_of("looms: how many run. Default: 12", named=True) == ("looms", "how many run. Default: 12")
    assert key_of("looms: how many run. Default: 12") is None


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Looms\n: 12\n", ["pair <Looms>: Looms : 12"]),
        ("Looms\n\n: 12\n", ["pair <Looms>: Looms : 12"]),
        ("Looms\n: 12\n\nWheels\n: 3 of oak\n", ["pair <Looms>: Looms : 12", "pair <Wheels>: Wheels : 3 of oak"]),
        ("Looms\n: 12 old\n: 4 new\n", ["pair <Looms>: Looms : 12 old", "pair <Looms>: 4 new"]),
        ("How many looms run?\n: 12\n", ["paragraph: How many looms run?", "paragraph: 12"]),
        (
            "**How many looms of oak run in the mill?**\n12\n",
            ["paragraph: How many looms of oak run in the mill?", "paragraph: 12"],
        ),
        (
            "**How many looms of oak run in the mill?**\n\n12 looms\n",
            ["paragraph: How many looms of oak run in the mill?", "paragraph: 12 looms"],
        ),
        ("- **Looms**\n  12\n- **Wheels**\n  3 of oak\n", ["pair <Looms>: Looms 12", "pair <Wheels>: Wheels 3 of oak"]),
        ("- `loom_count` (default 12)\n", ["pair <loom_count>: loom_count (default 12)"]),
        ("- The mill has 12 looms\n  and 3 wheels\n", ["item1: The mill has 12 looms and 3 wheels"]),
    ],
)
def test_definitions_and_answers(text: str, blocks: list[str]) -> None:
    text = f"# Corran Mill\n\n{text}"
    assert shapes(text)[1:] == blocks
    document = read(markdown.reading(Source("a"), text))
    assert [b.key for b in document.blocks[1:]] == [b.partition("<")[2].partition(">")[0] or None for b in blocks]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1871 Mill built\n1902 Mill burns\n1911 Mill sold\n", ["1871", "1902", "1911"]),
        (
            "3 May 1871. Mill built.\n4 May 1902. Mill burns.\n5 May 1911. Sold.",
            ["3 May 1871", "4 May 1902", "5 May 1911"],
        ),
        ("1871-03 Mill built\n1902-04-05 Mill burns\n1911 Sold\n", ["1871-03", "1902-04-05", "1911"]),
        ("- 3 May 1871 - the mill is built\n", ["3 May 1871"]),
        ("1871 people came to the mill\nand it was full.\n", [None]),
    ],
)
def test_chronicles(text: str, keys: list[str | None]) -> None:
    document = read(markdown.reading(Source("a"), text))
    assert [block.key for block in document.blocks] == keys
    if keys[0]:
        assert {block.kind for block in document.blocks} == {"item"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("v2.0 / 2015-06-01", "heading2"),
        ("[3.2.0] - 2023-11-06", "heading2"),
        ("Version 4.1 - May 2020", "heading2"),
        ("1.8.1 (2019-12-20) Heron", "heading2"),
        ("4.1 tons were spun in May 2020 and sold to the weavers of the next valley", "paragraph"),
    ],
)
def test_lines_of_releases(line: str, kind: str) -> None:
    found = shapes(f"The mill keeps a list of its programs and their releases here.\n\n{line}\n\nIt is new.")
    assert found[-2] == f"{kind}: {line}"


@pytest.mark.parametrize(
    "text",
    [
        "He has 3 looms and runs them. His mate, Ada\nCorran, 58, has four of them.",
        "The mill was shut in 1911. The Corran Spinning\nCompany bought its looms.",
    ],
)
def test_a_name_broken_at_a_line_end(text: str) -> None:
    assert shapes(f"# Mill\n\n{text}") == ["title: Mill", f"paragraph: {' '.join(text.split())}"]


@pytest.mark.parametrize(
    "text", ["The Spinners\nIn 1911 they sold their looms and left.", "Opening hours\nNine to five"]
)
def test_a_heading_stays_one(text: str) -> None:
    assert len(shapes(f"# Mill\n\n{text}")) == 3
