"""``decide --fix`` corrects documents by what a conflict says, after consent, and the conflict is gone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from checker import files
from checker.model.user_error import UserError
from tests.cli.conftest import Command
from tests.cli.terminal import Terminal

TODAY = ("--today", "2031-05-17")
GUIDE = "# The Harbour Museum\n\nThe Harbour Museum was founded in 1894 by pilots. It cost $1.2 million.\n"
LETTER = (
    "\ufeffA letter\r\n\r\nPilots founded the Harbour Museum in 1897, and none too soon.\r\n"
    "The Harbour Museum cost $1,350,000.\r\n"
)


def conflicts(command: Command) -> dict[str, tuple[str, str]]:
    """By each attribute that a conflict is of, or its rule, its key and its status."""
    report = json.loads(command("-o", "json", *TODAY).out)
    attributes = {claim["id"]: claim["attribute"] for claim in report["claims"]}
    return {
        about: (f["fingerprint"][:8], f["status"])
        for f in report["findings"]
        if f["relation"] == "conflict"
        for about in {attributes[claim] for claim in f["claims"]} or {f["rule"]}
    }


def corpus_of(folder: Path, **documents: str) -> Path:
    (folder / "docs").mkdir(exist_ok=True)
    for name, text in documents.items():
        (folder / "docs" / name.replace("_", ".")).write_bytes(text.encode())
    (folder / "check-claims.yaml").write_text("sources: docs\n", encoding="utf-8")
    return folder / "docs"


@pytest.fixture
def town(folder: Path) -> Path:
    return corpus_of(folder, guide_md=GUIDE, letter_txt=LETTER)


def test_the_losing_document_is_corrected_and_the_conflict_is_gone(town: Path, command: Command) -> None:
    known = conflicts(command)
    assert known.keys() == {"founded", "cost"}
    ran = command("decide", *(key for key, _ in known.values()), "--verdict", "left", "--fix", "--yes", *TODAY)
    assert (ran.code, ran.out.splitlines()[:6]) == (
        0,
        [
            "--- a/docs/letter.txt",
            "+++ b/docs/letter.txt",
            "@@ -1,4 +1,4 @@",
            " A letter",
            " ",
            "-Pilots founded the Harbour Museum in 1897, and none too soon.",
        ],
    )
    assert ran.out.endswith("docs/letter.txt written\n")
    assert ran.err == (
        "docs/letter.txt, line 3: '1897' becomes '1894'\ndocs/letter.txt, line 4: '$1,350,000' becomes '$1,200,000'\n"
    )
    assert (town / "guide.md").read_bytes() == GUIDE.encode()
    wanted = LETTER.replace("1897", "1894").replace("$1,350,000", "$1,200,000")
    assert (town / "letter.txt").read_bytes() == wanted.encode()
    assert conflicts(command) == {}
    assert command(*TODAY).code == 0
    assert not (town.parent / "rules").exists()


def test_by_the_decision_that_there_is_which_is_then_taken_out(town: Path, command: Command) -> None:
    key = conflicts(command)["cost"][0]
    assert command("decide", key, "--fix", "--yes").err == (
        "check-claims: error: no verdict, and no decision that one side is right; add --verdict left or right\n"
    )
    command("decide", key, "--verdict", "right", "--by", "Ann", *TODAY)
    ran = command("decide", key, "--fix", "--yes", *TODAY)
    assert ran.out.endswith(
        "docs/guide.md written\nrules/decisions/harbour_museum.yaml: the decision is not needed any more\n"
    )
    assert "It cost $1.35 million." in (town / "guide.md").read_text(encoding="utf-8")
    assert conflicts(command).keys() == {"founded"}


def test_nothing_is_written_without_consent(town: Path, command: Command) -> None:
    key = conflicts(command)["founded"][0]
    ran = command("decide", key, "--verdict", "left", "--fix", *TODAY)
    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        "check-claims: error: nothing is written unless somebody agrees; add --yes",
    )
    assert "+Pilots founded the Harbour Museum in 1894" in ran.out
    dry = command("decide", key, "--verdict", "left", "--fix", "--dry-run", *TODAY)
    assert (dry.code, dry.out) == (0, ran.out)
    assert (town / "letter.txt").read_bytes() == LETTER.encode()


@pytest.mark.parametrize(
    ("answer", "code", "year"), [("\n", 1, "1897"), ("n\n", 1, "1897"), ("y\n", 0, "1894"), ("\x03", 130, "1897")]
)
def test_the_question_at_a_terminal(town: Path, command: Command, answer: str, code: int, year: str) -> None:
    key = conflicts(command)["founded"][0]
    with Terminal(town.parent, "decide", key, "--verdict", "left", "--fix", *TODAY) as terminal:
        terminal.until("'1897' becomes '1894'", "Write this? [y/N]:")
        terminal.press(answer)
        assert terminal.end() == code
    assert f"in {year}, and" in (town / "letter.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--verdict", "both"], "'both' names no side that is right; left, right or a position's number"),
        (["--verdict", "both-wrong"], "names no side that is right"),
        (["--verdict", "3"], "there is no position 3"),
        (["--verdict", "left", "--reason", "x"], "--fix keeps no decision, so it takes no --reason"),
    ],
)
def test_what_does_not_go_with_it(town: Path, command: Command, arguments: list[str], said: str) -> None:
    ran = command("decide", conflicts(command)["cost"][0], "--fix", "--yes", *arguments, *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "no use without --fix" in command("decide", "abcd1234", "--verdict", "left", "--yes").err


def test_what_cannot_be_written_is_left_with_its_place(town: Path, command: Command) -> None:
    (town / "letter.txt").write_text("The Harbour Museum was founded on 3 May 1897.\n", encoding="utf-8")
    ran = command("decide", conflicts(command)["founded"][0], "--verdict", "left", "--fix", "--yes", *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "check-claims: error: docs/letter.txt, line 1: write '1894' for '3 May 1897' by hand: it cannot be written in "
        "the style of these words without doubt\n"
    )


def test_a_link_is_left(town: Path, command: Command) -> None:
    key = conflicts(command)["founded"][0]
    moved = town.parent / "elsewhere.txt"
    (town / "letter.txt").rename(moved)
    (town / "letter.txt").symlink_to(moved)
    ran = command("decide", key, "--verdict", "left", "--fix", "--yes", *TODAY)
    assert ran.code == 2
    assert moved.read_bytes() == LETTER.encode()


def test_a_document_of_another_format_stays_open(town: Path, command: Command) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Facts"
    book.active.append(["The Harbour Museum was founded in 1901 by pilots."])
    book.save(town / "book.xlsx")
    key = conflicts(command)["founded"][0]
    ran = command("decide", key, "--verdict", "1", "--fix", "--yes", *TODAY)
    assert ran.code == 0
    left = "write '1894' for '1901' by hand: it is no text file (Excel workbooks)"
    assert f"Left to you: docs/book.xlsx, cell Facts!A1: {left}\n" in ran.err
    assert (town / "letter.txt").read_bytes() == LETTER.replace("1897", "1894").encode()
    key = conflicts(command)["founded"][0]
    ran = command("decide", key, "--verdict", "1", "--fix", "--yes", *TODAY)
    assert (ran.code, ran.err) == (2, f"check-claims: error: docs/book.xlsx, cell Facts!A1: {left}\n")


def test_only_what_is_said_of_the_fact_changes(town: Path, command: Command) -> None:
    (town / "letter.txt").unlink()
    page = (
        "<html><body><p>In all 1890 boats. The <b>Harbour Museum</b> was founded in <i>1890</i>&nbsp;by pilots.</p>\n"
        "<p>The year 1890 was wet.</p></body></html>"
    )
    (town / "page.html").write_text(page, encoding="utf-8")
    ran = command("decide", conflicts(command)["founded"][0], "--verdict", "2", "--fix", "--yes", *TODAY)
    assert ran.code == 0, ran.err
    assert (town / "page.html").read_text(encoding="utf-8") == page.replace("<i>1890", "<i>1894")
    assert "Not changed: docs/page.html, at its start: '1890', which may be of something else\n" in ran.err
    assert conflicts(command) == {}


WITHIN = """# Harbour report

The meeting was held on Monday, 12 May 2026. Payment is due within thirty (45) days.

| Year | North | South | Total |
|---|---|---|---|
| 2021 | 1,200 | 800 | 2,000 |
| 2022 | 1,300 | 850 | 2,150 |
| 2023 | 1,400 | 900 | 2,900 |
| Total | 3,900 | 2,550 | 6,450 |

Of 196 respondents, 45 (33%) said yes. The committee has 64 members, 30 of them women and 32 men.

Revenue rose by 25% from $40 million to $48 million. The fee of fifty thousand pounds (£60,000) is due.
"""


@pytest.mark.parametrize(
    ("rule", "verdict", "before", "after"),
    [
        ("weekday-of-date", "right", "Monday, 12", "Tuesday, 12"),
        ("words-against-figures", "right", "thirty (45)", "forty-five (45)"),
        ("words-against-figures", "left", "thirty (45)", "thirty (30)"),
        ("words-against-figures", "right", "fifty thousand pounds", "sixty thousand pounds"),
        ("words-against-figures", "left", "(£60,000)", "(£50,000)"),
        ("table-total", "right", "2,900", "2,300"),
        ("share-of-count", "right", "33%", "23%"),
        ("parts-make-whole", "right", "64 members", "62 members"),
        ("figures-work-out", "right", "25%", "20%"),
    ],
)
def test_within_one_document(folder: Path, command: Command, rule: str, verdict: str, before: str, after: str) -> None:
    docs = corpus_of(folder, report_md=WITHIN)

    def keys() -> set[str]:
        found = json.loads(command("-o", "json", *TODAY).out)["findings"]
        return {f["fingerprint"][:8] for f in found if f["relation"] == "conflict" and f["rule"] == rule}

    first = keys()
    texts = set()
    for key in first:
        (docs / "report.md").write_text(WITHIN, encoding="utf-8")
        assert command("decide", key, "--verdict", verdict, "--fix", "--yes", *TODAY).code == 0
        assert keys() == first - {key}
        texts.add((docs / "report.md").read_text(encoding="utf-8"))
    assert WITHIN.replace(before, after) in texts


@pytest.mark.parametrize("rule", ["weekday-of-date", "table-total", "share-of-count", "parts-make-whole"])
def test_within_one_document_what_is_not_certain_is_refused(folder: Path, command: Command, rule: str) -> None:
    corpus_of(folder, report_md=WITHIN)
    found = json.loads(command("-o", "json", *TODAY).out)["findings"]
    (key,) = [f["fingerprint"][:8] for f in found if f["relation"] == "conflict" and f["rule"] == rule]
    ran = command("decide", key, "--verdict", "left", "--fix", "--yes", *TODAY)
    assert ran.code == 2
    assert "does not say which other words are wrong" in ran.err


def test_what_comes_up_with_it_is_said_before(folder: Path, command: Command) -> None:
    corpus_of(
        folder,
        guide_md="The Harbour Museum opened on Tuesday, 12 May 2026.\n",
        letter_md="The Harbour Museum opened on 13 May 2026, as planned.\n",
    )
    ran = command("decide", conflicts(command)["opened"][0], "--verdict", "right", "--fix", "--dry-run", *TODAY)
    assert ran.code == 0
    assert "With this, 1 other conflict comes up:\n  error  weekday-of-date: 13 May 2026" in ran.err


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(
    town: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (town / "other.md").write_text("The Harbour Museum was founded in 1901.\n", encoding="utf-8")
    real, written = files.replace, []

    def replace(path: Path, text: str | bytes, what: str) -> None:
        written.append(path.name)
        if path.name == "other.md":
            raise UserError("the document cannot be written: no space", str(path))
        real(path, text, what)

    monkeypatch.setattr(files, "replace", replace)
    ran = command("decide", conflicts(command)["founded"][0], "--verdict", "1", "--fix", "--yes", *TODAY)
    assert (ran.code, written) == (2, ["letter.txt", "other.md", "letter.txt"])
    assert (town / "letter.txt").read_bytes() == LETTER.encode()


def test_a_file_that_is_read_only_stays(town: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    ran = command("decide", conflicts(command)["founded"][0], "--verdict", "left", "--fix", "--yes", *TODAY)
    assert ran.code == 2
    assert "the file is read-only" in ran.err
