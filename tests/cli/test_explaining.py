"""The commands that say how an answer came about: ``values``, ``rules`` and ``explain``."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import checker
from checker.cli.explanation import GROUPS, pair_lines
from checker.cli.values import mention_lines
from checker.comparison import explanation as comparison_explanation
from checker.comparison.explanation import PairExplanation, Weighed
from checker.comparison.features import FEATURES, RIVAL_FEATURES
from checker.model.value import Mention
from checker.reports.terminal import Look
from tests.cli.conftest import RULES, Command
from tests.reports.invented import ferry


def test_values_of_a_text(folder: Path, command: Command) -> None:
    out = command("values", "The fund spent $50 million in 1976.").out
    assert 'money  15:26  "$50 million"  50000000, USD' in out
    assert 'date  30:34  "1976"  1976-01-01 to 1976-12-31, EDTF 1976' in out


def test_values_of_a_document(docs: Path, command: Command) -> None:
    assert '"1894"  1894-01-01 to 1894-12-31' in command("values", "docs/guide.txt").out


def test_no_values(folder: Path, command: Command) -> None:
    assert command("values", "Nothing here.").out == "no values\n"


def test_values_of_a_document_that_cannot_be_read(docs: Path, command: Command) -> None:
    (docs / "binary.txt").write_bytes(b"a\0b" * 50)
    ran = command("values", "docs/binary.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("check-claims: error: docs/binary.txt: ")


@pytest.mark.parametrize(
    ("mention", "lines"),
    [
        (
            Mention("count", 0, 13, "more than 100", "100", None, "boat", "more_than", noun="pilot boats"),
            ['count  0:13  "more than 100"  100 to .., boat, pilot boats, more_than'],
        ),
        (
            Mention("money", 0, 6, "$5\x1b[1m", "5", "5", "USD", per="kg", steps=("a number", "a\x07sign")),
            ['money  0:6  "$5\\x1b[1m"  5, USD, per kg', "    a number", "    a\\x07sign"],
        ),
        (
            Mention("date", 3, 13, "last month", None, None, relative=True),
            ['date  3:13  "last month"  relative to the document\'s date'],
        ),
    ],
)
def test_a_mention_in_words(mention: Mention, lines: list[str]) -> None:
    assert mention_lines(mention) == lines


def test_rules_lists_each_with_its_reason(corpus: Path, command: Command) -> None:
    out = command("rules").out
    assert "acronym-is-tidy: definition, error\n    Whoever reads an acronym must know what it means.\n" in out
    assert "once-only: agreement, error" in out
    assert "acronym-is-tidy" not in command("rules", "--no-config").out


def test_rules_test_runs_the_examples_named(corpus: Path, command: Command) -> None:
    ran = command("rules", "test", "acronym-is-tidy")
    assert (ran.code, ran.out) == (0, "2 examples, all passed\n")


def test_rules_test_says_where_and_what_was_read_instead(corpus: Path, command: Command) -> None:
    rules = RULES.replace("Later the Alder Tree Sample (ATS) grew", "Later it grew")
    (corpus / "rules.yaml").write_text(rules, encoding="utf-8")
    ran = command("rules", "test", "acronym-is-tidy")
    assert ran.code == 1
    first, *got, last = ran.out.splitlines()
    assert first.endswith("rules.yaml:3: acronym-is-tidy: example 1 of conflict: expected a conflict")
    assert got[0] == "    text 1: The Alder Tree Survey (ATS) began. Later it grew."
    assert '    got "Alder Tree Survey" from text 1: Alder Tree Survey: stands_for' in got
    assert last == "2 examples, 1 failed"


def test_rules_test_refuses_a_name_that_is_none(corpus: Path, command: Command) -> None:
    ran = command("rules", "test", "acronym-is-tiddy")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'acronym-is-tidy'?" in ran.err


def test_explain_a_rule(corpus: Path, command: Command) -> None:
    assert command("explain", "acronym-is-tidy").out == (
        "acronym-is-tidy: definition, error\n"
        "    Whoever reads an acronym must know what it means.\n"
        "\n"
        "  conflict:\n"
        "    - The Alder Tree Survey (ATS) began. Later the Alder Tree Sample (ATS) grew.\n"
        "\n"
        "  no conflict:\n"
        "    - The Alder Tree Survey (ATS) began. Later the ATS grew.\n"
    )


def test_explain_a_finding_by_its_key(docs: Path, command: Command) -> None:
    (finding,) = (f for f in json.loads(command("docs", "-o", "json").out)["findings"] if f["relation"] == "conflict")
    out = command("explain", finding["fingerprint"][:8], "docs").out
    assert f"conflict, warning, by acronym-spelt-once, key {finding['fingerprint']}" in " ".join(out.split())
    for step in finding["explanation"].splitlines():
        assert step in " ".join(out.split())
    for position in finding["positions"]:
        assert f"\n{position['value']}\n" in out
    assert out.count("letter.txt, line 3, claim letter-") == 2


ONE = "Calder College was founded on 3 May 1871 by Amos Pike. Calder College had 2,300 students in 1999.\n"
OTHER = "Amos Pike founded Calder College on 3 May 1871. In 2004 Calder College taught 2,900 students.\n"


@pytest.fixture
def college(folder: Path) -> dict[str, str]:
    """Two documents in ``d/``, and the ids of their claims by value and source."""
    (folder / "d").mkdir()
    (folder / "d" / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "d" / "other.txt").write_text(OTHER, encoding="utf-8")
    claims = checker.check_texts({"one": ONE, "other": OTHER}).claims
    return {f"{claim.source}: {claim.value.text}": claim.id for claim in claims}


def test_explain_why_two_claims_were_not_compared(college: dict[str, str], command: Command) -> None:
    one, other = college["one: 2,300"], college["other: 2,900"]
    ran = command("explain", one, other, "d")
    assert ran.code == 0
    assert f"  one.txt, line 1, claim {one}\n" in ran.out
    assert f"\n{one} and {other}\n  not a conflict: both say when they hold, and the times differ\n" in ran.out
    out = " ".join(ran.out.split())
    assert 'value: "2,300" read as a count: 2300, student' in out
    assert "scope: 1999 (stated in the text); asserted" in out
    assert "values: the values differ" in out
    assert "cannot be one fact: both say when they hold, and the times differ" in out
    assert "what they state of it" in out
    assert out.endswith(" in all")


def test_explain_a_claim_beside_its_nearest_counterparts(college: dict[str, str], command: Command) -> None:
    one, other = college["one: 3 May 1871"], college["other: 3 May 1871"]
    out = command("explain", one, "d").out
    assert f"\n{one} and {other}\n  agree, " in out


def test_explain_a_claim_that_nothing_comes_near(folder: Path, command: Command) -> None:
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    claim = checker.check_texts({"one": ONE}).claims[0].id
    assert command("explain", claim, "one.txt").out.endswith("\nno claim of another source is similar to it\n")


def test_explain_says_on_what_a_conflict_rests(folder: Path, command: Command) -> None:
    (folder / "d").mkdir()
    (folder / "d" / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "d" / "other.txt").write_text(OTHER.replace("2004", "1999"), encoding="utf-8")
    (finding,) = (f for f in json.loads(command("d", "-o", "json").out)["findings"] if f["relation"] == "conflict")
    out = " ".join(command("explain", finding["fingerprint"][:6], "d").out.split())
    for said in (
        "sure: the values differ",
        "do both state one fact? points for (+) and against (-):",
        "what they are about",
        "what they state of it",
        "in all: with how the two values look beside each other, ",
    ):
        assert said in out


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("00000000", "no finding has the key 00000000"),
        ("acronym-spelt-onse", "did you mean 'acronym-spelt-once'?"),
        ("abc", "no rule, key or claim 'abc'"),
        ("guide-0123456789", "no rule, key or claim 'guide-0123456789'"),
    ],
)
def test_explain_what_there_is_not(docs: Path, command: Command, name: str, line: str) -> None:
    ran = command("explain", name, "docs")
    assert (ran.code, ran.out) == (2, "")
    assert line in ran.err


def test_explain_two_names_of_which_one_is_no_claim(college: dict[str, str], command: Command) -> None:
    one = college["one: 2,300"]
    for names, line in (
        ((one, "other-0000000000"), "no claim or path 'other-0000000000'; claims are named as in their claims file"),
        (("one-0000000000", one), "no claim 'one-0000000000'"),
        ((one, "nosuch"), "nosuch: no such file or folder"),
    ):
        ran = command("explain", *names, "d")
        assert (ran.code, ran.out) == (2, "")
        assert line in ran.err


@pytest.mark.parametrize("text", ["The dam cost 5 million dollars. " * 20, "9" * 4000, "a/" * 3000])
def test_a_text_may_be_longer_than_any_file_name(command: Command, text: str) -> None:
    ran = command("values", text)
    assert ran.code == 0
    assert ran.out.count("5000000, USD") == text.count("million")


def test_times_of_day_are_explained(command: Command) -> None:
    out = command("values", "It leaves at 2:20 p.m. from here.").out
    assert out.splitlines()[0] == 'time  13:22  "2:20 p.m."  14:20'
    assert "'2:20' is a time of day" in out


def test_explain_finds_a_possible_conflict(folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    tiers = {"error": 2.0, "warning": 1.5, "possible": 0.0}
    monkeypatch.setattr("checker.comparison.confidence.tiers", lambda: tiers)
    (folder / "d").mkdir()
    (folder / "d" / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "d" / "other.txt").write_text(OTHER.replace("2004", "1999"), encoding="utf-8")
    report = json.loads(command("d", "-o", "json").out)
    assert [finding for finding in report["findings"] if finding["relation"] == "conflict"] == []
    (possible,) = (p for p in report["possible"] if "2,900" in p["message"])
    ran = command("explain", possible["fingerprint"][:8], "d")
    assert ran.code == 0
    assert ran.out.startswith("conflict, possible, ")


def paired(score: float, **groups: float) -> PairExplanation:
    weighed = tuple(Weighed(f"what {group} says", group, part) for group, part in groups.items())
    return PairExplanation("a verdict", "the values differ", weighed, -1.0, score, 0.995)


def explained(found: PairExplanation, monkeypatch: pytest.MonkeyPatch, width: int = 80) -> list[str]:
    claim = ferry().claims[0]
    monkeypatch.setattr(comparison_explanation, "trace", lambda *_: found)
    return pair_lines(claim, claim, None, Look(width=width))[3:]


def test_the_parts_of_a_score_are_summed_by_group_and_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    assert explained(paired(0.85, subject=1.0, words=1.1, scope=-0.25), monkeypatch) == [
        "  do both state one fact? points for (+) and against (-):",
        "     +1.10  the words around the values",
        "             +1.10  what words says",
        "     +1.00  what they are about",
        "             +1.00  what subject says",
        "     -0.25  time, place, group and stage",
        "             -0.25  what scope says",
        "     -1.00  to begin with, as for every pair",
        "     +0.85  in all: with how the two values look beside each other, 99% sure",
    ]


def test_what_a_veto_forbids_is_never_called_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = explained(replace(paired(2.0, words=3.0), vetoes=("one is denied",)), monkeypatch)
    assert lines[0] == "  cannot be one fact: one is denied"
    assert lines[-1] == "     +2.00  in all"


@pytest.mark.parametrize(("part", "shown"), [(0.19, False), (0.2, True), (-0.19, False), (-0.2, True)])
def test_what_says_little_counts_in_its_group_alone(part: float, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = explained(paired(part - 1, words=part), monkeypatch)
    assert f"     {part:+.2f}  the words around the values" in lines
    assert any("what words says" in line for line in lines) is shown


def test_every_group_and_feature_is_in_plain_words_that_fit() -> None:
    assert {feature.group for feature in (*FEATURES, *RIVAL_FEATURES)} == GROUPS.keys()
    words = [feature.words for feature in (*FEATURES, *RIVAL_FEATURES)]
    assert len(set(words)) == len(words)
    assert [one for one in words if len(one) > 84 or not one[0].islower() or one.endswith(".")] == []


def test_no_line_of_an_explanation_is_wider_than_80_columns(college: dict[str, str], command: Command) -> None:
    out = command("explain", college["one: 2,300"], college["other: 2,900"], "d").out
    assert max(map(len, out.splitlines())) <= 80
