"""Lists behind a number: what is counted, by which marks, and when the count is sure."""

from collections.abc import Iterable

import pytest

from checker import pipeline, sources
from checker.claims_files import claims_file
from checker.model.claim import Listing

TRUST = "The Northwind Trust was founded in 1901. "


def listed(text: str) -> list[Listing | None]:
    """The lists of the counts that the text states, in order."""
    report = pipeline.check_texts({"a": TRUST + text})
    return [c.listed for c in sorted(report.claims, key=lambda c: c.value.start) if c.value.kind in {"count", "number"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trust has three aims: to sail; to row; and to swim.", Listing(3, "semicolons", True)),
        ("The trust has three main aims: to sail; to row; to swim; to dive.", Listing(4, "semicolons", True)),
        ("The trust has three aims: to sail; to row and to swim.", Listing(2, "semicolons", False)),
        ("The trust has three aims: to sail; to row; to swim; etc.", Listing(4, "semicolons", False)),
        ("The trust has three aims, according to Ada Holt: to sail; to row; to swim.", Listing(3, "semicolons", True)),
        ("The trust has three aims: a) to sail; b) to row; and c) to swim.", Listing(3, "letters", True)),
        ("The trust has three aims: (1) to sail, (2) to row and (3) to swim.", Listing(3, "letters", True)),
        ("The trust has three aims: (i) to sail, (ii) to row.", Listing(2, "letters", True)),
        ("The trust has three aims, (a) to sail, (b) to row and (c) to swim.", Listing(3, "letters", True)),
        ("The trust has four aims: (1) To sail. (2) To row. (3) To swim.", Listing(3, "letters", True)),
        ("The trust has three aims: to sail, to row and to swim.", Listing(3, "commas", False)),
        ("The trust has two aims: to sail and row, and to swim.", Listing(2, "commas", False)),
        ("The trust has five aims: to sail, to row and to swim.", Listing(3, "commas", False)),
        ("The trust has three aims: first, to sail; second, to row; third, to swim.", Listing(3, "semicolons", True)),
        ("The trust has three aims: first to sail, second to row, third to swim.", Listing(3, "words", False)),
        ("The trust has three boats: two in Tarn; four in Ardle.", Listing(2, "semicolons", False)),
    ],
)
def test_inside_the_sentence(text: str, expected: Listing) -> None:
    assert listed(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The trust has three aims.",
        "The trust has three aims including: to sail; to row.",
        "The trust has three aims, for example: to sail; to row.",
        "The trust met one of its three aims: to sail; to row.",
        "The trust has three aims and it owns: boats; sails.",
        "The trust has about thirty aims: to sail; to row.",
        "The trust has 300 members: sailors; rowers.",
        "The trust sold three boats at 10:30 to Tarn; Ardle; Holt.",
    ],
)
def test_no_list_of_what_is_counted(text: str) -> None:
    assert set(listed(text)) <= {None}


@pytest.mark.parametrize(("items", "counted"), [(19, 19), (20, 20), (21, 21), (22, 21)])
@pytest.mark.parametrize("labels", ["abcdefghijklmnopqrstuv", range(1, 23)])
def test_one_item_more_than_can_be_announced_is_counted(labels: Iterable[object], items: int, counted: int) -> None:
    told = " ".join(f"({label}) to row;" for label in list(labels)[:items])
    (found,) = listed(f"The trust has twenty aims: {told.removesuffix(';')}.")
    assert found is not None
    assert (found.items, found.by) == (counted, "letters")


@pytest.mark.parametrize(("between", "expected"), [(7, Listing(3, "semicolons", True)), (8, None)])
def test_how_many_words_tie_a_noun_to_its_list(between: int, expected: Listing | None) -> None:
    text = f"The trust has three aims of {'so ' * between}old: to sail; to row; to swim."
    assert listed(text) == [expected]


@pytest.mark.parametrize(("between", "expected"), [(1, None), (2, Listing(2, "semicolons", True))])
def test_how_near_a_number_others_are_chosen_from_it(between: int, expected: Listing | None) -> None:
    assert listed(f"The trust met one {'so ' * between}of its three aims: to sail; to row.")[-1] == expected


ITEMS = "\n\n- to sail\n- to row\n- to swim\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The trust has three aims:{ITEMS}\nIt is old.", Listing(3, "bullets", True)),
        (f"The trust has three aims:{ITEMS}", Listing(3, "bullets", True)),
        (f"The trust has four aims:{ITEMS}\nIt is old.", Listing(3, "bullets", True)),
        (f"The trust has four aims:{ITEMS}", Listing(3, "bullets", False)),
        (f"The trust has two aims:{ITEMS}", Listing(3, "bullets", True)),
        (
            "The trust has two aims:\n\n1. to sail\n   - by day\n   - by night\n2. to row\n\nIt is old.",
            Listing(2, "bullets", True),
        ),
        (
            "The trust has three duties:\n\n- Boats: mend them\n- Sails: sew them\n- Oars: carve them\n\nIt is old.",
            Listing(3, "bullets", True),
        ),
        ("The trust has three aims:\n\nTo sail and to row.", None),
        # A heading, a paragraph and a mark of another kind each end the list.
        (f"The trust has two aims:{ITEMS}\n## Boats\n\n- a yawl\n- a skiff\n", Listing(3, "bullets", False)),
        (f"The trust has two aims:{ITEMS}\nIt is old. It owns:\n\n- a yawl\n", Listing(3, "bullets", False)),
        (f"The trust has two aims:{ITEMS}1. a yawl\n2. a skiff\n\nIt is old.", Listing(3, "bullets", False)),
        (
            "The trust has two aims:\n\n9. to sail\n10. to row\n\n* a yawl\n* a skiff\n\nIt is old.",
            Listing(2, "bullets", False),
        ),
        # An item's own list is of a deeper level.
        ("\n\n- The trust has two aims:\n- to sail\n- to row\n- to swim\n\nIt is old.", None),
        ("\n\n- The trust has two aims:\n  - to sail\n  - to row\n- It is old.\n", Listing(2, "bullets", True)),
        ("\n\n- The trust has two aims:\n  - to sail\n  - to row\n  - to swim\n\nOld.", Listing(3, "bullets", True)),
        # What stands behind an item with a colon may be of its own list.
        ("The trust has two aims:\n\n- to sail\n- to own:\n- a yawl\n- a skiff\n\nOld.", Listing(4, "bullets", False)),
    ],
)
def test_items_behind_the_sentence(text: str, expected: Listing | None) -> None:
    assert listed(text)[0] == expected


def test_a_list_survives_the_claims_file() -> None:
    text = TRUST + "The trust has three aims: to sail; to row; and to swim."
    document = pipeline.document_of(sources.from_text("a", text))
    record = pipeline.record_of(document, pipeline.recommended(), pipeline.lexicon_of(pipeline.recommended()))
    written = claims_file.dump(record)
    assert "listed:" in written
    kept = claims_file.parse(written, "a.yaml", text)
    assert [c.listed for c in kept.claims] == [c.listed for c in record.claims]
    assert claims_file.dump(kept) == written
