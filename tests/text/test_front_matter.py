"""The header of a page: its title, its labelled values, and what is only there for the publishing system."""

import pytest

from tests.text.shapes import shapes

BODY = "The weir holds back the river for the paper works below the bridge."


def read(header: str, rule: str = "---") -> list[str]:
    """The blocks of a page with this header that are no boilerplate, without its one paragraph."""
    found = [line for line in shapes(f"{rule}\n{header}\n{rule}\n\n{BODY}") if not line.startswith("boilerplate")]
    assert found[-1] == f"paragraph: {BODY}"
    return found[:-1]


@pytest.mark.parametrize(
    ("header", "blocks"),
    [
        ("title: The Weir\nlooms: 12", ["title: The Weir", "pair <looms>: looms: 12"]),
        ('paper_tons: "1,400"', ['pair <paper tons>: paper_tons: "1,400']),
        ("paperTons: 1400", ["pair <paper tons>: paperTons: 1400"]),
        ("crew:\n  night: 4\n  day: 9", ["pair <crew night>: night: 4", "pair <crew day>: day: 9"]),
        ("crew:\n  night: 4\nlooms: 3", ["pair <crew night>: night: 4", "pair <looms>: looms: 3"]),
        ("looms: 12 # with the old ones", ["pair <looms>: looms: 12"]),
        ("wheels:\n- 3\n- 4\nlooms: 3", ["pair <looms>: looms: 3"]),
        ("layout: post\nweight: 30\nlooms: 3", ["pair <looms>: looms: 3"]),
        ("post_id: 2212\nlooms: 3", ["pair <looms>: looms: 3"]),
        ("date: 2019-04-02\nlooms: 3", ["pair <date>: date: 2019-04-02", "pair <looms>: looms: 3"]),
        ("menu:\n  weight: 4\n  depth: 2\nlooms: 3", ["pair <looms>: looms: 3"]),
    ],
)
def test_yaml(header: str, blocks: list[str]) -> None:
    assert read(header) == blocks


@pytest.mark.parametrize(
    ("header", "blocks"),
    [
        ('title = "The Weir"\nlooms = 12', ["title: The Weir", "pair <looms>: looms = 12"]),
        ("draft = false\nlooms = 12", ["pair <looms>: looms = 12"]),
        ("[crew]\nnight = 4", ["pair <crew night>: night = 4"]),
        ("[menu]\nweight = 4\ndepth = 2\n[crew]\nday = 4", ["pair <crew day>: day = 4"]),
    ],
)
def test_toml(header: str, blocks: list[str]) -> None:
    assert read(header, "+++") == blocks


@pytest.mark.parametrize("text", ["---\n\nlooms: 12\n", "---\nA line of words\n---\n", "+++\nlooms: 12\n"])
def test_what_is_no_header(text: str) -> None:
    assert not any(line.startswith("boilerplate") for line in shapes(text))
