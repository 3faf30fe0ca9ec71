"""Review at a terminal of 80 columns and 24 lines: every key, every answer kept, and every way out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.reports.terminal import columns
from checker.review import decisions_file
from tests.cli.conftest import Command
from tests.cli.terminal import Terminal

DOCUMENTS = {
    "guide.txt": (
        "The Harbour Museum\n\nIt stands at the northern quay. The Harbour Museum was founded in 1894 by seven "
        "retired pilots. They had lost their rooms.\n\nThe Tide School was founded in 1911.\n"
    ),
    "letter.txt": (
        "A letter\n\nSeven retired pilots founded the Harbour Museum in 1897, and none too soon.\n\n"
        "It was in 1912 that the Tide School was founded. The Coast Guild has 312 members at Port Ellery.\n"
    ),
    "annual.txt": (
        "Founded in 1901 by pilots, the Harbour Museum is older than its harbour.\n\n"
        "At Port Ellery the Coast Guild has 313 members.\n"
    ),
}
"""Three conflicts: of the Harbour Museum with three positions, of the Tide School, and of the Coast Guild."""
DAY = "2031-05-17"

Review = Callable[..., Terminal]


@pytest.fixture
def town(folder: Path) -> Path:
    (folder / "docs").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    (folder / "check-claims.yaml").write_text(
        "sources: docs\nseverity: {once-only: warning, one-value-at-a-time: info}\n", encoding="utf-8"
    )
    return folder


@pytest.fixture
def review(town: Path) -> Review:
    def started(*arguments: str, **settings: object) -> Terminal:
        return Terminal(town, "review", "--today", DAY, "--by", "Ida", *arguments, **settings)

    return started


def decided(town: Path) -> dict[str, str]:
    """Verdicts by subject."""
    return {d.subject: d.verdict for d in decisions_file.load(town / "rules/decisions")}


def test_a_screen_shows_the_conflict_and_fits_the_terminal(review: Review) -> None:
    with review() as terminal:
        shown = terminal.until("q quit")
        lines = shown.split("\n")
        assert lines[0].startswith("1 of 3  warning  once-only  ")
        assert lines[0].endswith("[new]")
        assert lines[1].startswith("The Harbour Museum was founded in 1894, 1897 or 1901: ")
        for said in (
            "  1  1894\n",
            "— guide.txt, line 3",
            "— letter.txt, line 3",
            "— annual.txt, line 1",
            "1-3 is right",
        ):
            assert said in shown
        assert "It stands at the northern quay. The Harbour Museum was founded in 1894" in shown
        assert terminal.widest <= 80
        assert "\x1b[1;7m1894\x1b[0m" in terminal.raw.decode()
        terminal.type("s", "2 of 3", "The Tide School was founded in 1911", "difference: 1 year", "1/2 is right")
        assert terminal.text.startswith("2 of 3")
        terminal.type("q", "0 decided. 3 left open.")
        assert terminal.end() == 0


def test_the_last_answer_ends_the_review(review: Review, town: Path) -> None:
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type("3", "2 of 3", "Saved ", "left. Press u to undo.")
        terminal.type("2", "3 of 3", "right. Press u to undo.")
        terminal.type("1", "3 decided, saved in rules/decisions/. None left open.")
        assert terminal.end() == 0
    assert decided(town) == {"harbour_museum": "left", "tide_school": "right", "coast_guild": "left"}
    (museum,) = [d for d in decisions_file.load(town / "rules/decisions") if d.subject == "harbour_museum"]
    assert [side.value for side in museum.left] == ["1901"]
    assert {side.value for side in museum.right} == {"1894", "1897"}
    with review() as terminal:
        terminal.until("Nothing to review: no open conflict.")
        assert terminal.end() == 0


def test_answers_with_words(review: Review, town: Path) -> None:
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type("b", "Both are right: what makes both true (Enter: leave it open):")
        terminal.type("\n", "1 of 3", "No answer. Nothing was saved.")
        terminal.type("b", "what makes both true")
        terminal.type("the society, the house, the é charter\n", "2 of 3", "both. Press u to undo.")
        terminal.type("e", "What was misread (Enter: no comment):")
        terminal.type("\n", "3 of 3", "extraction-error. Press u to undo.")
        terminal.type("w", "Reason for the waiver (Enter: leave it open):")
        terminal.type("asked the author\n", "Last day, such as 2031-06-16, or days from today (Enter: leave it open):")
        terminal.type("soon\n", "soon is no day.", "Last day")
        terminal.type("2031-05-16\n", "2031-05-16 is over.", "Last day")
        terminal.type("14\n", "3 decided")
        assert terminal.end() == 0
    by_subject = {d.subject: d for d in decisions_file.load(town / "rules/decisions")}
    assert by_subject["harbour_museum"].scope == "the society, the house, the é charter"
    assert by_subject["tide_school"].reason is None
    waiver = by_subject["coast_guild"]
    assert (waiver.verdict, waiver.reason, waiver.expires, waiver.by, waiver.on) == (
        "waived",
        "asked the author",
        "2031-05-31",
        "Ida",
        DAY,
    )


def test_undo_puts_files_back_byte_for_byte(review: Review, town: Path) -> None:
    kept = town / "rules/decisions/tide_school.yaml"
    with review("--subject", "tide") as terminal:
        terminal.until("1 of 1")
        terminal.type("u", "Nothing to undo.")
        terminal.type("1", "1 decided")
        assert terminal.end() == 0
    text = kept.read_bytes().replace(b"  - rule", b"  # ask Ida\r\n  - rule").replace(b"\n", b"\r\n")
    kept.write_bytes(b"\xef\xbb\xbf# ours\r\n" + text.replace(b"\r\r", b"\r"))
    (town / "docs/letter.txt").write_text(DOCUMENTS["letter.txt"].replace("1912", "1913"), encoding="utf-8")
    before = kept.read_bytes()
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type("s", "2 of 3", "[changed]", "decided before: left by Ida on 2031-05-17 (the values have changed")
        terminal.type("2", "3 of 3")
        assert b"# ours\r\n" in kept.read_bytes()
        assert b"# ask Ida\r\n" in kept.read_bytes()
        assert kept.read_bytes().count(b"verdict: ") == 1
        assert b"verdict: right\r\n" in kept.read_bytes()
        terminal.type("u", "2 of 3", "Undone.")
        assert kept.read_bytes() == before
        terminal.type("u", "1 of 3", "Undone.")
        terminal.type("q", "0 decided. 3 left open.")


def test_an_answer_is_not_taken_back_over_an_edit(review: Review, town: Path) -> None:
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type("1", "2 of 3")
        (kept,) = (town / "rules/decisions").glob("*.yaml")
        kept.write_text(kept.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
        terminal.type("u", "2 of 3", "edited since, so the answer is not undone. Nothing was saved.")
        terminal.type("q", "1 decided")
    assert decided(town) == {"harbour_museum": "left"}


def test_the_editor_is_opened_at_the_line(review: Review, town: Path) -> None:
    script = town / "vi"
    script.write_text('#!/bin/sh\necho "$@" >opened\n[ -z "$EDIT" ] || echo more >>"$2"\n', encoding="utf-8")
    script.chmod(0o755)
    with review(EDITOR=str(script)) as terminal:
        terminal.until("1 of 3")
        terminal.type("o", "1 of 3", "q quit")
        assert (town / "opened").read_text(encoding="utf-8").split()[0] == "+3"
        assert (town / "opened").read_text(encoding="utf-8").split()[1].endswith("guide.txt")
    with review(EDITOR=str(script), EDIT="1") as terminal:
        terminal.until("1 of 3")
        terminal.type("o", "guide.txt changed: start review again to see what it says now.")
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type("o", "EDITOR is not set")
    with review(EDITOR="/nowhere/vi") as terminal:
        terminal.until("1 of 3")
        terminal.type("o", "/nowhere/vi cannot be started")


def test_a_web_page_is_opened_where_the_value_stands(review: Review, town: Path) -> None:
    script = town / "vi"
    script.write_text('#!/bin/sh\necho "$@" >opened\n', encoding="utf-8")
    script.chmod(0o755)
    lines = ["<html><body><p>In 1850 it rained. Its 1890 boats are old.</p>"] + ["<p>It is quiet.</p>"] * 40
    lines += ["<p>The <b>Harbour</b> Museum was founded in&nbsp;<i>1890</i> by pilots.</p>", "</body></html>"]
    (town / "docs/a.html").write_text("\n".join(lines), encoding="utf-8")
    with review("--source", "a", EDITOR=str(script)) as terminal:
        terminal.until("1 of 1", "1890")
        terminal.type("o", "1 of 1", "q quit")
        assert (town / "opened").read_text(encoding="utf-8").split()[0] == "+42"


def test_an_interrupt_in_the_editor_is_the_editors(review: Review, town: Path) -> None:
    script = town / "vi"
    script.write_text("#!/bin/sh\ntrap 'echo caught >caught' INT\necho ready\nread line\nread line\n", encoding="utf-8")
    script.chmod(0o755)
    with review(EDITOR=str(script)) as terminal:
        terminal.until("1 of 3")
        terminal.press("o", "ready")
        terminal.press("\x03", "^C")
        terminal.press("\n\n\n", "1 of 3", "q quit")
        assert (town / "caught").exists()
        terminal.type("q", "0 decided")


def test_the_pager_says_how_to_go_back(review: Review) -> None:
    for options in ("", "-FX"):
        with review(LESS=options, PAGER="less") as terminal:
            terminal.until("1 of 3")
            terminal.type("?", "(q goes back to the review)", "q goes back to the review, Space shows more")
            assert "sure, by once-only, key" in terminal.text
            terminal.type("q", "1 of 3", "q quit")


def test_another_pager_is_left_with_any_key(review: Review) -> None:
    with review(PAGER="cat") as terminal:
        terminal.until("1 of 3")
        terminal.type("?", "Any key goes back to the review.")
        assert "sure, by once-only, key" in terminal.raw.decode()
        terminal.type("x", "1 of 3", "q quit")


KEYS = "The keys are 1-3 f b x n e w s u o ? q"


@pytest.mark.parametrize(
    ("key", "name"),
    [("z", "z"), ("\x1b", "Esc"), ("\x1b[A", "Up"), ("\x1b[15~", "a special key"), (" ", "Space"), ("\n", "Enter")],
)
def test_other_keys_say_which_there_are(review: Review, town: Path, key: str, name: str) -> None:
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type(key, f"No such key: {name}. {KEYS}", "1 of 3")
        terminal.type("9", "there is no position 9. Nothing was saved.", "1 of 3")
        terminal.type("S", "2 of 3")
        terminal.type("q", "0 decided. 3 left open.")
        assert terminal.end() == 0
    assert decided(town) == {}


@pytest.mark.parametrize(
    ("key", "question"),
    [
        ("w", "Reason for the waiver"),
        ("b", "Both are right"),
        ("x", "Both are wrong"),
        ("n", "Not the same"),
        ("f", "Which"),
    ],
)
def test_escape_leaves_a_question(review: Review, town: Path, key: str, question: str) -> None:
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type(key, question)
        terminal.type("half an ans\x1b[D\x1b[Dwer", "half an awerns")
        terminal.press("\x1b\r", "Left with Esc. Nothing was saved.", "1 of 3", "q quit")
        terminal.type("q", "0 decided")
    assert decided(town) == {}


def test_both_wrong_and_not_the_same_fact(review: Review, town: Path, command: Command) -> None:
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type("x", "Both are wrong: what is right, or where does it stand (Enter: no comment):")
        terminal.type("the deed says 1896\n", "2 of 3", "both-wrong; it stays open until it is corrected.")
        terminal.type("n", "Not the same fact: what is each of (Enter: no comment):")
        terminal.type("\n", "3 of 3", "not-same-fact. Press u to undo.")
        terminal.type("s", "2 decided, saved in rules/decisions/. 2 left open, 1 of them both wrong:")
        assert terminal.end() == 0
    assert decided(town) == {"harbour_museum": "both-wrong", "tide_school": "not-same-fact"}
    ran = command("check", "--today", DAY)
    said = " ".join(ran.out.split())
    assert "annual.txt says 1901; all are wrong: correct the documents" in said
    assert "decided before: both-wrong by Ida on 2031-05-17: the deed says 1896 (open until corrected)" in said
    assert command("review", "--today", DAY, "--subject", "museum").out == (
        "Nothing to review: no open conflict of these.\n1 decided as both wrong stays open: correct the documents.\n"
    )


def test_fix_writes_after_consent_and_is_undone(review: Review, town: Path, command: Command) -> None:
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type("f", "Which is right, 1-3 (Enter: leave it open):")
        terminal.type("1\n", "-Founded in 1901 by pilots", "+Founded in 1894 by pilots", "Write this?")
        assert "docs/letter.txt, line 3: '1897' becomes '1894'" in terminal.text
        terminal.type("\n", "1 of 3", "Nothing was written.")
        assert (town / "docs/annual.txt").read_text(encoding="utf-8") == DOCUMENTS["annual.txt"]
        terminal.type("f", "Which is right")
        terminal.type("1\n", "Write this?")
        terminal.type("y\n", "1 of 2", "Tide School", "Wrote docs/annual.txt, docs/letter.txt. Press u to undo.")
        assert "1894" in (town / "docs/annual.txt").read_text(encoding="utf-8")
        terminal.type("u", "1 of 3", "The Harbour Museum was founded in 1894", "Undone.")
        assert (town / "docs/annual.txt").read_text(encoding="utf-8") == DOCUMENTS["annual.txt"]
        terminal.type("f", "Which is right")
        terminal.type("3\n", "q goes back to the review")
        terminal.type("q", "docs/guide.txt, line 3: '1894' becomes '1901'", "Write this?")
        terminal.type("y\n", "1 of 2", "Tide School")
        terminal.type("2", "2 of 2", "Coast Guild")
        terminal.type("f", "Which is right, 1/2")
        terminal.type("2\n", "Write this?")
        terminal.type("y\n", "1 decided, saved in rules/decisions/. 2 corrected in the documents. None left")
        assert terminal.end() == 0
    assert "founded in 1901 by seven" in (town / "docs/guide.txt").read_text(encoding="utf-8")
    assert command("check", "--today", DAY).code == 0


def test_a_correction_is_not_taken_back_over_an_edit(review: Review, town: Path) -> None:
    with review("--subject", "guild") as terminal:
        terminal.until("1 of 1")
        terminal.type("f", "Which is right")
        terminal.type("0\n", "there is no position 0. Nothing was saved.", "1 of 1")
        terminal.type("f", "Which is right")
        (town / "docs/annual.txt").write_text("All new.\n", encoding="utf-8")
        terminal.type("1\n", "it changed since it was checked. Nothing was saved.", "1 of 1")
        assert (town / "docs/annual.txt").read_text(encoding="utf-8") == "All new.\n"


@pytest.mark.parametrize(
    ("keys", "code"),
    [("q", 0), ("\x04", 0), ("\x03", 130), ("w\x04", 0), ("w\x03", 130), ("f\x04", 0), ("f\x03", 130)],
)
def test_every_way_out_keeps_the_answers(review: Review, town: Path, keys: str, code: int) -> None:
    with review() as terminal:
        terminal.until("1 of 3")
        terminal.type("1", "2 of 3")
        for key in keys[:-1]:
            terminal.type(key, "(Enter: leave it open)")
        terminal.type(keys[-1], "1 decided, saved in rules/decisions/. 2 left open.")
        assert terminal.end() == code
    assert decided(town) == {"harbour_museum": "left"}


def test_plain_lines_without_screens(review: Review, town: Path) -> None:
    with review("--plain", height=60) as terminal:
        terminal.until("1 of 3", "Answer (Enter skips):")
        terminal.type("3\n", "2 of 3", "Answer")
        terminal.type("\n", "3 of 3", "Answer")
        terminal.type("waive\n", "Reason for the waiver")
        terminal.type("\n", "3 of 3", "No answer")
        terminal.type("\x04", "1 decided")
        assert terminal.end() == 0
        assert "\x1b[2J" not in terminal.raw.decode()
        assert "\x1b[1;7m" not in terminal.raw.decode()
    assert decided(town) == {"harbour_museum": "left"}


def test_no_color(review: Review) -> None:
    with review(NO_COLOR="1") as terminal:
        shown = terminal.until("q quit")
        assert "^^^^" in shown
        assert re.search(r"\x1b\[[0-9;]*m", terminal.raw.decode()) is None
        assert terminal.widest <= 80
        assert shown.startswith("1 of 3")


@pytest.mark.parametrize(("width", "height"), [(40, 24), (80, 16), (60, 20), (200, 50)])
def test_other_terminals(review: Review, width: int, height: int) -> None:
    with review(width=width, height=height) as terminal:
        for number in (1, 2, 3):
            shown = terminal.until(f"{number} of 3", "q quit")
            assert shown.startswith(f"{number} of 3")
            assert terminal.widest <= width
            if number < 3:
                terminal.type("s", f"{number + 1} of 3")


@pytest.mark.parametrize(
    ("filters", "subjects"),
    [
        (["--subject", "GUILD"], ["Coast Guild"]),
        (["--severity", "warning"], ["Harbour Museum", "Tide School"]),
        (["--source", "guide"], ["Harbour Museum", "Tide School"]),
        (["--rule", "one-value-at-a-time", "--source", "annual", "--severity", "info"], ["Coast Guild"]),
        (["--rule", "percent-change"], []),
    ],
)
def test_filters_and_commands_where_there_is_no_terminal(
    command: Command, town: Path, filters: list[str], subjects: list[str]
) -> None:
    ran = command("review", "--today", DAY, *filters)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    if not subjects:
        assert lines == ["Nothing to review: no open conflict of these."]
        return
    assert [[s for s in ("Harbour Museum", "Tide School", "Coast Guild") if s in line] for line in lines[::2]] == [
        [subject] for subject in subjects
    ]
    for line in lines[1::2]:
        words = line.split()
        assert words[:2] == ["check-claims", "decide"]
        assert words[3:] == ["--verdict", "VERDICT"]
        assert command("decide", words[2], "--verdict", "1", "--today", DAY, "--dry-run").code == 0


def test_a_decision_that_ends_soon_comes_up_again(review: Review, town: Path, command: Command) -> None:
    key = command("review", "--subject", "tide").out.split()[-3]
    waived = ("--verdict", "waived", "--reason", "asked", "--expires", "2031-05-20")
    assert command("decide", key, *waived, "--today", DAY).code == 0
    with review("--subject", "tide") as terminal:
        terminal.until("1 of 1", "[expiring 2031-05-20]", "decided before: waived by")
        terminal.type("1", "1 decided")
    assert decided(town)["tide_school"] == "left"
    assert all(columns(line) <= 80 for line in terminal.text.splitlines())
