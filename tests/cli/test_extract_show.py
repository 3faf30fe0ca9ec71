"""``extract --show``: one document's claims beside its text, for a person to judge, and nothing written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli.claim_facts import label_facts, limit_facts, qualifier_facts, time_fact
from checker.cli.claims_shown import lines_of
from checker.corpus import corpus_of
from checker.extraction.document_claims import DocumentClaims, Topic, claims_of
from checker.extraction.extract_one import Extractor, UnreadSource
from checker.model.claim import Claim, Evidence, Scope
from checker.model.labels import Labels, OpenWords
from checker.model.qualifiers import DateNearby, Divided, DurationContext, NamedPart, Qualifiers
from checker.model.subject_ref import SubjectRef
from checker.model.value import Mention
from checker.reports.terminal import Look
from tests.cli.conftest import GUIDE, Command
from tests.snapshot import matches

SNAPSHOTS = Path(__file__).parent / "snapshots"
FERRIES = """# The Lantern Quay Ferry Museum

The Lantern Quay Ferry Museum was founded in 1931 by Ida Marsh of Port Elder. In 2019 it had about 48,000 visitors, and
the trustees of the museum hope to reach 60,000 visitors by 2030. It was closed during the Cold War.

## Boats

| Boat | Built | Length |
|---|---|---|
| Heron | 1898 | 21 m |

Entry: £7.50

## Repairs

The roof repair cost $2.4 million in total, of which 40% came from Port Elder.
"""


@pytest.fixture
def ferries(folder: Path) -> Path:
    file = folder / "ferries.md"
    file.write_text(FERRIES, encoding="utf-8")
    return file


def test_the_whole_output_at_80_columns(ferries: Path, command: Command) -> None:
    ran = command("extract", "--show", "ferries.md")
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    matches(SNAPSHOTS / "ferries.txt", ran.out)


def test_claims_stand_in_order_of_place_and_nothing_is_written(ferries: Path, command: Command) -> None:
    before = sorted(ferries.parent.rglob("*"))
    lines = command("extract", "--show", "ferries.md").out.splitlines()
    numbers = [int(found[1]) for line in lines if (found := re.match(r" {1,4}(\d+)  \S", line))]
    claims = numbers[: int(re.findall(r"(\d+) claims", "\n".join(lines))[0])]
    assert len(claims) > 5
    assert claims == sorted(claims)
    assert sorted(ferries.parent.rglob("*")) == before


def test_what_is_left_out_is_what_the_record_counts(ferries: Path) -> None:
    corpus = corpus_of(["ferries.md"], configured=False)
    (given,) = corpus.inputs
    found = claims_of(corpus, given)
    entry = Extractor(corpus, stored=False).read(given)
    assert not isinstance(entry, UnreadSource)
    record = entry.record
    assert [claim.value.text for claim in found.left_out] == ["Cold War"]
    assert record.left_out == 1
    assert found.claims == record.claims


@pytest.mark.parametrize(
    ("likelihood", "said"),
    [
        (0.0, "0%"),
        (0.0099, "under 1%"),
        (0.01, "1%"),
        (0.5, "50%"),
        (0.99, "99%"),
        (0.9901, "over 99%"),
        (1.0, "100%"),
    ],
)
def test_how_likely_a_topic_is(likelihood: float, said: str) -> None:
    found = DocumentClaims("", (), (Topic("Tarn", likelihood), Topic(None, 1 - likelihood)), None, 0, ())
    lines = lines_of("a.txt", found, None, Look())
    assert lines[1] == f"about: Tarn ({said})"
    assert lines[2].startswith("next likely: something that it never names (")


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("boats.md", "", "from: unknown"),
        ("boats.md", "Last updated: 3 May 2024\n", 'from: 2024-05-03 (in its last lines: "3 May 2024")'),
        ("boats_2023.md", "", 'reports on: 2023 (in the name of its file: "2023")'),
    ],
)
def test_when_a_document_is_from(folder: Path, command: Command, name: str, line: str, said: str) -> None:
    (folder / name).write_text(f"# Port Elder Boats\n\nPort Elder Boats has 40 boats.\n\n{line}", encoding="utf-8")
    assert f"\n{said}\n" in command("extract", "--show", name).out


def test_values_are_marked_by_colour_where_there_is_colour(ferries: Path, command: Command) -> None:
    out = command("extract", "--show", "ferries.md", "--color", "always").out
    assert "founded in \x1b[1;7m1931\x1b[0m by" in out
    assert "^^^^" not in out


@pytest.mark.parametrize("named", ["guide", "docs/guide.txt"])
def test_a_registered_source_by_its_id_or_its_file(corpus: Path, command: Command, named: str) -> None:
    ran = command("extract", "--show", named)
    assert ran.code == 0
    assert ran.out.startswith("docs/guide.txt\nabout: Harbour Watch (")
    assert "\nnext likely: Joint Harbour Watch Exercise (" in ran.out
    assert ran.out.endswith("\n\nTo correct a claim, extract and edit claims/guide.yaml: docs/review.md\n")
    assert not (corpus / "claims").exists()


def test_corrections_are_shown_and_kept(corpus: Path, command: Command) -> None:
    command("extract")
    stored = corpus / "claims/guide.yaml"
    text = stored.read_text(encoding="utf-8").replace("modality: asserted", "modality: projected")
    stored.write_text(text, encoding="utf-8")
    assert "modality: projected" in command("extract", "--show", "guide").out
    assert "modality:" not in command("extract", "--show", "letter").out
    assert stored.read_text(encoding="utf-8") == text


def test_a_document_that_states_nothing(folder: Path, command: Command) -> None:
    (folder / "walk.txt").write_text("We went home by the river.\n", encoding="utf-8")
    ran = command("extract", "--show", "walk.txt")
    assert ran.code == 0
    assert "\nabout: something that it never names (" in ran.out
    assert "\n0 values read, 0 claims, 0 values left out as stating nothing\n" in ran.out
    assert "left out as stating nothing:" not in ran.out


def test_hostile_characters_are_shown_and_not_obeyed(folder: Path, command: Command) -> None:
    (folder / "hostile.txt").write_text(GUIDE.replace("312 boats", "312 \x1b]0;x boats"), encoding="utf-8")
    ran = command("extract", "--show", "hostile.txt", "--color", "never")
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\\x1b]0;x" in ran.out


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("binary.txt", b"a\0b", "binary.txt: holds NUL bytes"),
        ("plan.png", b"\x89PNG\r\n", "plan.png: no reader for .png yet"),
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("gone.txt", None, "gone.txt: no such file or folder"),
    ],
)
def test_a_file_that_cannot_be_read(
    folder: Path, command: Command, name: str, content: bytes | None, line: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    ran = command("extract", "--show", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"check-claims: error: {line}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("named", ["giude", "docs/none.txt"])
def test_a_name_that_is_neither_file_nor_source(corpus: Path, command: Command, named: str) -> None:
    ran = command("extract", "--show", named)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"check-claims: error: {named}: no such file or folder\n"


@pytest.mark.parametrize("named", ["docs", "-"])
def test_one_document_alone(docs: Path, command: Command, named: str) -> None:
    ran = command("extract", "--show", named)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"check-claims: error: {named}: not one document; name a file, or a source by its id\n"


@pytest.mark.parametrize("others", [("docs/guide.txt",), ("--check",), ("--diff",), ("--from", "more.yaml")])
def test_it_stands_alone(docs: Path, command: Command, others: tuple[str, ...]) -> None:
    ran = command("extract", "--show", "docs/guide.txt", *others)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("check-claims: error: --show takes one document; give it alone, without PATHS or another mode\n")


def claim(
    scope: Scope | None = None,
    labels: Labels | None = None,
    qualifiers: Qualifiers | None = None,
    words: OpenWords | None = None,
) -> Claim:
    return Claim(
        "a-1",
        "a",
        SubjectRef("quay"),
        "Quay",
        "boats",
        Mention("count", 0, 2, "14", "14", "14", "boat"),
        scope or Scope(),
        "asserted",
        Evidence("14 boats", 0, 8, 1, 1),
        labels=labels or Labels(),
        qualifiers=qualifiers or Qualifiers(),
        words=words or OpenWords(),
    )


@pytest.mark.parametrize(
    ("qualifiers", "said"),
    [
        (Qualifiers(), []),
        (Qualifiers(of_whom=True, role="crew"), ["of whom", "role crew"]),
        (Qualifiers(ordinals=("third", "fourth")), ["ordinals third, fourth"]),
        (Qualifiers(parts=(NamedPart("sex", "men"),)), ["parts (whole sex, part men)"]),
        (Qualifiers(divides=Divided("30", "all")), ["divides (figure 30, division all)"]),
        (Qualifiers(lasting=DurationContext(near=("stem",), alone=True)), []),
        (Qualifiers(lasting=DurationContext(dates=(DateNearby("in 1931"),))), ["lasting in 1931"]),
    ],
)
def test_qualifiers_in_words(qualifiers: Qualifiers, said: list[str]) -> None:
    assert qualifier_facts(claim(qualifiers=qualifiers)) == said


@pytest.mark.parametrize(
    ("scope", "time", "limits"),
    [
        (Scope(), None, []),
        (Scope(time="../2030", basis="stated"), "2030 or earlier (stated in the text)", []),
        (Scope(time="2008", basis="document"), "2008 (from the period of the text around it)", []),
        (
            Scope(place="chile", population="crew", stage="planned", included=("tax",), speaker="Ida Marsh"),
            None,
            ["in chile", "of crew", "stage planned", "with tax", "said by Ida Marsh"],
        ),
        (Scope(excluded=("tax", "tips")), None, ["without tax, tips"]),
    ],
)
def test_scopes_in_words(scope: Scope, time: str | None, limits: list[str]) -> None:
    made = claim(scope=scope)
    assert (time_fact(made), limit_facts(made)) == (time, limits)


def test_labels_in_words() -> None:
    labels = Labels("Title", ("Fleet", "Ferries"), "Boats", "Heron", "2019", "How many?", "Boats\nby year")
    assert label_facts(claim(labels=labels, words=OpenWords("keep", "boat", ("pilot",)))) == [
        "under Fleet > Ferries",
        "label Boats",
        "row Heron",
        "column 2019",
        "question How many?",
        "caption Boats by year",
        "counted pilot boat",
        "verb keep",
    ]
