"""Decisions files: one block each, in order, comments kept, and never two verdicts on one conflict."""

from __future__ import annotations

import difflib
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from checker import files
from checker.model.decision import Decision, Side
from checker.model.user_error import UserError
from checker.review import decisions_file, yaml_blocks

FOUNDED = Decision(
    rule="once-only",
    subject="alder_ferry",
    attribute="founded",
    values=(("guide", "aaaaaaaaaaaa"), ("letter", "bbbbbbbbbbbb")),
    verdict="left",
    by="Ann",
    on="2031-05-17",
    reason='the charter says "1894" # twice',
    left=(Side("guide", "1894", "The ferry was founded in 1894."),),
    right=(Side("letter", "1897", "The ferry: 1897."),),
)
WAIVED = replace(
    FOUNDED, rule="same-value", attribute="boats", verdict="waived", reason="asked the author", expires="2032-01-01"
)
OTHER = replace(FOUNDED, subject="birch_mill")


def told(failure: pytest.ExceptionInfo[UserError]) -> list[str]:
    return [str(failure.value), *failure.value.notes]


def same(given: Decision) -> Decision:
    return replace(given, where="")


def test_what_is_kept_is_read_back_in_order(tmp_path: Path) -> None:
    decisions_file.keep(tmp_path, [WAIVED, OTHER, FOUNDED])
    assert [same(d) for d in decisions_file.load(tmp_path)] == [FOUNDED, WAIVED, OTHER]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alder_ferry.yaml", "birch_mill.yaml"]
    assert decisions_file.load(tmp_path)[0].where.endswith("alder_ferry.yaml:3")


def test_the_order_of_deciding_does_not_show(tmp_path: Path) -> None:
    decisions_file.keep(tmp_path / "a", [FOUNDED])
    decisions_file.keep(tmp_path / "a", [WAIVED])
    decisions_file.keep(tmp_path / "b", [WAIVED, FOUNDED])
    assert (tmp_path / "a/alder_ferry.yaml").read_bytes() == (tmp_path / "b/alder_ferry.yaml").read_bytes()


def test_a_decision_changes_its_own_lines_and_no_other(tmp_path: Path) -> None:
    decisions_file.keep(tmp_path, [FOUNDED, WAIVED])
    path = tmp_path / "alder_ferry.yaml"
    before = "# read in spring\n" + path.read_text().replace('  - rule: "same', '  # of the boats\n  - rule: "same')
    path.write_text(before)
    decisions_file.keep(tmp_path, [replace(FOUNDED, verdict="right")])
    changed = [line for line in difflib.ndiff(before.splitlines(), path.read_text().splitlines()) if line[0] in "+-"]
    assert changed == ["-     verdict: left", "+     verdict: right"]


def test_comments_survive_a_new_verdict(tmp_path: Path) -> None:
    decisions_file.keep(tmp_path, [FOUNDED])
    path = tmp_path / "alder_ferry.yaml"
    text = path.read_text().replace('    by: "Ann"', '    by: "Ann"  # she knows\n    # really')
    path.write_text(text.replace("  - rule", "  # above\n  - rule"))
    decisions_file.keep(tmp_path, [replace(FOUNDED, verdict="right")])
    assert [path.read_text().count(words) for words in ("# above", "# she knows", "# really")] == [1, 1, 1]
    assert '# twice"' in path.read_text()


def test_a_file_that_loses_its_last_decision_is_removed_but_for_its_comments(tmp_path: Path) -> None:
    decisions_file.keep(tmp_path, [FOUNDED])
    decisions_file.keep(tmp_path, [], [FOUNDED])
    assert not (tmp_path / "alder_ferry.yaml").exists()
    decisions_file.keep(tmp_path, [FOUNDED])
    path = tmp_path / "alder_ferry.yaml"
    path.write_text(path.read_text().replace("decisions:", "# ours\ndecisions:"))
    decisions_file.keep(tmp_path, [], [FOUNDED])
    assert "# ours" in path.read_text()
    decisions_file.keep(tmp_path, [WAIVED])
    assert "# ours" in path.read_text()
    assert [same(d) for d in decisions_file.load(tmp_path)] == [WAIVED]


def test_two_subjects_whose_files_have_one_name_keep_their_decisions(tmp_path: Path) -> None:
    twin = replace(FOUNDED, subject="alder?ferry")
    twin2 = replace(FOUNDED, subject="alder!ferry")
    decisions_file.keep(tmp_path, [twin])
    decisions_file.keep(tmp_path, [twin2])
    assert {d.subject for d in decisions_file.load(tmp_path)} == {"alder?ferry", "alder!ferry"}


def test_a_decision_that_a_person_put_elsewhere_is_replaced_there(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(yaml_blocks.HEAD + yaml_blocks.block(FOUNDED))
    decisions_file.keep(tmp_path, [replace(FOUNDED, verdict="right")])
    assert [d.verdict for d in decisions_file.load(tmp_path)] == ["right"]
    assert [path.name for path in tmp_path.iterdir()] == ["ours.yaml"]


def test_two_verdicts_on_one_conflict_are_refused_with_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(yaml_blocks.HEAD + yaml_blocks.block(FOUNDED))
    (tmp_path / "b.yaml").write_text(yaml_blocks.HEAD + yaml_blocks.block(replace(FOUNDED, verdict="right")))
    with pytest.raises(UserError) as caught:
        decisions_file.load(tmp_path)
    line = str(caught.value)
    assert "two verdicts on one conflict: 'left' at" in line
    assert "a.yaml:3 and 'right'" in line
    assert "b.yaml:3" in line


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("schema_version: 1", "schema_version: 2", "a.yaml:1: written by a newer release (schema_version 2)"),
        ("decisions:", "<<<<<<< ours\ndecisions:", "a.yaml:2: the file holds an unresolved merge conflict"),
        ("    verdict: left", "    verdikt: left", "unknown key 'verdikt' in decisions[1]; did you mean 'verdict'?"),
        ("    verdict: left", "    verdict: lefd", "decisions[1].verdict cannot be 'lefd'; did you mean 'left'?"),
        ("    verdict: left", "    verdict: both", "the verdict 'both' needs the scope that makes both true"),
        ("    verdict: left", "    verdict: waived", "a waiver needs a last day"),
        ('"2031-05-17"', '"17 May"', "decisions[1].on cannot be '17 May'"),
    ],
)
def test_a_file_that_is_wrong_says_where(tmp_path: Path, old: str, new: str, expected: str) -> None:
    text = yaml_blocks.HEAD + yaml_blocks.block(FOUNDED)
    assert old in text
    (tmp_path / "a.yaml").write_text(text.replace(old, new, 1))
    with pytest.raises(UserError) as caught:
        decisions_file.load(tmp_path)
    assert any(expected in line for line in told(caught)), told(caught)


def test_what_is_wrong_on_all_sides_needs_a_reason_to_be_waived(tmp_path: Path) -> None:
    wrong = replace(FOUNDED, verdict="both-wrong", reason=None)
    decisions_file.keep(tmp_path / "a", [wrong, replace(WAIVED, verdict="both-wrong")])
    assert {d.verdict for d in decisions_file.load(tmp_path / "a")} == {"both-wrong"}
    decisions_file.keep(tmp_path / "b", [replace(wrong, expires="2031-06-01")])
    with pytest.raises(UserError, match="with a last day is a waiver and needs a reason"):
        decisions_file.load(tmp_path / "b")


@pytest.mark.parametrize(
    "written",
    [
        "values: {guide: a, letter: b}",
        "values:\n      guide: a  # guide\n      'letter': b",
        'values:\n      "guide": a\n      "letter": b',
    ],
)
def test_renaming_a_source_changes_its_name_and_nothing_else(tmp_path: Path, written: str) -> None:
    text = (
        f"schema_version: 1\ndecisions:\n  # guide\n  - rule: guide\n    subject: guide\n    attribute: founded\n"
        f"    {written}\n    verdict: left\n    by: guide\n    on: 2031-05-17\n"
        "    sides:\n      left:\n        - source: guide\n          value: guide\n          quote: guide guide-2\n"
    )
    (tmp_path / "a.yaml").write_text(text)
    assert len(decisions_file.rename(tmp_path, "guide", "leaflet-9")) == 1
    after = (tmp_path / "a.yaml").read_text()
    found = decisions_file.load(tmp_path)[0]
    assert (found.sources, found.left[0].source) == (("leaflet-9", "letter"), "leaflet-9")
    assert (found.rule, found.by, found.left[0].quote) == ("guide", "guide", "guide guide-2")
    assert after.count("leaflet-9") == 2
    assert decisions_file.rename(tmp_path, "guide", "leaflet-9") == []


def test_a_name_that_would_make_two_verdicts_of_one_is_refused(tmp_path: Path) -> None:
    old = replace(FOUNDED, values=(("gone", "aaaaaaaaaaaa"), ("letter", "bbbbbbbbbbbb")), left=())
    decisions_file.keep(tmp_path, [FOUNDED, old])
    before = (tmp_path / "alder_ferry.yaml").read_bytes()
    with pytest.raises(UserError, match="two verdicts on one conflict"):
        decisions_file.rename(tmp_path, "gone", "guide")
    assert (tmp_path / "alder_ferry.yaml").read_bytes() == before


def test_a_second_writer_waits_or_fails_with_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with files.locked(tmp_path, "the decisions"):
        monkeypatch.setattr(files, "WAIT", 0.05)
        with pytest.raises(UserError, match="the decisions are being written by another run; try again") as caught:
            decisions_file.keep(tmp_path, [FOUNDED])
        assert "\n" not in str(caught.value)
        monkeypatch.setattr(files, "WAIT", 10.0)
        second = threading.Thread(target=decisions_file.keep, args=(tmp_path, [FOUNDED]))
        second.start()
        second.join(0.2)
        assert second.is_alive()
    second.join(10)
    assert [same(d) for d in decisions_file.load(tmp_path)] == [FOUNDED]
    assert [path.name for path in tmp_path.iterdir()] == ["alder_ferry.yaml"]


def test_what_was_changed_is_taken_back_unless_it_was_edited(tmp_path: Path) -> None:
    changes = decisions_file.keep(tmp_path, [FOUNDED])
    decisions_file.take_back(tmp_path, changes)
    assert not list(tmp_path.iterdir())
    changes = decisions_file.keep(tmp_path, [FOUNDED])
    path = tmp_path / "alder_ferry.yaml"
    path.write_text(path.read_text() + "# mine\n")
    with pytest.raises(UserError, match="edited since"):
        decisions_file.take_back(tmp_path, changes)
    assert path.read_text().endswith("# mine\n")
