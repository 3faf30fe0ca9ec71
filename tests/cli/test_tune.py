"""The command ``tune``: weights are written where they do better on documents held out, and a check goes by them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from checker import pipeline, review
from checker.comparison import tuning
from checker.comparison.scoring import weights_of
from checker.model.finding import Finding, Position
from checker.model.rule import GroupWeights
from checker.review import decisions_file
from checker.rules import KINDS, load
from tests.cli.conftest import Command

TREES = ("Alder", "Birch", "Cedar", "Hazel", "Juniper", "Larch", "Maple", "Poplar", "Rowan", "Spruce", "Willow", "Yew")
WORDINGS = {
    "guide": "The {tree} Mill ground {sacks:,} sacks of flour in its best year. The floor has {feet:,} square feet.",
    "letter": "In a good season {sacks:,} sacks came out of the {tree} Mill. It has {feet:,} square feet of floor.",
    "ledger": "Best season of the {tree} Mill, in sacks of flour: {sacks:,}. Floor: {feet:,} square feet.",
    "survey": "Nobody ground more than the {tree} Mill with {sacks:,} sacks. It has a floor of {feet:,} square feet.",
}
FERRY = "The Alder Ferry was founded in {} by the town of Lundby.\n"
HEAD = "# How much each group of features counts"


@pytest.fixture
def mills(folder: Path) -> Path:
    """Four documents that tell the same of twelve mills in other words, and two that conflict, with rules."""
    docs = folder / "docs"
    docs.mkdir()
    for name, wording in WORDINGS.items():
        told = [
            f"## The {tree} Mill\n\n{wording.format(tree=tree, sacks=3121 + 457 * n, feet=9973 - 311 * n)}\n"
            for n, tree in enumerate(TREES)
        ]
        (docs / f"{name}.md").write_text("\n".join((f"# The mills, a {name}\n", *told)))
    (docs / "poster.txt").write_text(FERRY.format(1894))
    (docs / "plaque.txt").write_text(FERRY.format(1897))
    (folder / "rules").mkdir()
    (folder / "rules/own.yaml").write_text("extends: recommended\n")
    (folder / "check-claims.yaml").write_text("sources: docs\nrules: rules/*.yaml\n")
    return folder


def written(folder: Path) -> str:
    return (folder / "rules/weights.yaml").read_text()


def decide_the_ferry(folder: Path, verdict: str) -> None:
    """Keep a decision on when the ferry was founded, whatever a check says of it."""
    claims = [claim for claim in pipeline.check_paths([]).claims if claim.source in ("plaque", "poster")]
    assert len(claims) == 2
    positions = tuple(Position(claim.value.text, (claim.id,)) for claim in claims)
    ids = tuple(claim.id for claim in claims)
    finding = Finding("once-only", "agreement", "error", "conflict", ids, positions, "", (), "0123456789abcdef")
    by_id = {claim.id: claim for claim in claims}
    made = review.decide(finding, by_id, verdict, by="Ann", on="2031-05-17", scope="two boats")
    decisions_file.keep(folder / "rules/decisions", [made])


def test_weights_are_written_and_a_check_goes_by_them(mills: Path, command: Command) -> None:
    ran = command("tune")
    assert (ran.code, ran.err) == (0, "")
    assert "pairs of statements are labelled, 0 of them by decisions.\n" in ran.out
    table = [line.split() for line in ran.out.splitlines() if line.startswith(("of ", "log loss"))]
    assert [row[:2] for row in table] == [["of", "one"], ["of", "two"], ["log", "loss"]]
    assert float(table[2][3]) < float(table[2][2])
    assert "\nConflicts that change in a check: " in ran.out
    assert ran.out.endswith("\nrules/weights.yaml written\n")
    book = load.load([mills / "rules/own.yaml", mills / "rules/weights.yaml"], kinds=KINDS)
    assert written(mills).startswith(HEAD)
    assert book.weights != GroupWeights()
    corpus = pipeline.corpus_of(())
    assert corpus.rulebook.weights == book.weights
    assert pipeline.taken(corpus).compared().weights == weights_of(book.weights)
    assert command("rules").code == 0
    assert command("--fail-on", "never").code == 0


def test_the_same_documents_give_the_same_file(mills: Path, command: Command) -> None:
    command("tune")
    first = written(mills)
    again = command("tune")
    assert written(mills) == first
    assert "\nConflicts that change in a check: 0\n" in again.out
    for number, path in enumerate(sorted((mills / "docs").iterdir(), reverse=True)):
        path.rename(path.with_name(f"text-{number}{path.suffix}"))
    (mills / "rules/weights.yaml").unlink()
    for seed in ("1", "77"):
        program = (
            "import sys; from checker.cli.commands import run; sys.exit(run(['tune', '--no-cache', '--jobs', '1']))"
        )
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
        subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True, cwd=mills)
        assert written(mills) == first


def test_decisions_are_labels(mills: Path, command: Command) -> None:
    command("tune")
    first = written(mills)
    (mills / "rules/weights.yaml").unlink()
    decide_the_ferry(mills, "both")
    assert "are labelled, 1 of them by decisions.\n" in command("tune").out
    both = written(mills)
    (mills / "rules/weights.yaml").unlink()
    decide_the_ferry(mills, "left")
    command("tune")
    assert len({first, both, written(mills)}) == 3


def test_a_dry_run_writes_nothing_and_needs_no_configuration(mills: Path, command: Command) -> None:
    ran = command("tune", "--dry-run")
    assert ran.code == 0
    assert f"\n\n{HEAD}" in ran.out
    assert not (mills / "rules/weights.yaml").exists()
    assert command("tune", "--dry-run", "--no-config", "docs").out == ran.out
    (mills / "check-claims.yaml").unlink()
    ran = command("tune", "docs")
    assert (ran.code, ran.out) == (2, "")
    assert "no configuration, so no place for weights; make one: check-claims init, or add --dry-run" in ran.err


def test_weights_that_do_no_better_are_not_written(
    mills: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("tune")
    first = written(mills)
    found: list[tuning.Tuned] = []

    def worse(pairs: list[object]) -> tuning.Tuned:
        found.append(replace(fitted(pairs), after=0.5, before=0.5))
        return found[-1]

    fitted = tuning.tuned
    monkeypatch.setattr(tuning, "tuned", worse)
    ran = command("tune")
    assert (ran.code, len(found)) == (0, 1)
    assert ran.out.endswith(
        "No better on pairs that it was not fitted to: nothing is written; without weights.yaml it is as good.\n"
    )
    assert written(mills) == first
    (mills / "rules/weights.yaml").unlink()
    assert command("tune").out.endswith("fitted to: nothing is written.\n")
    assert not (mills / "rules/weights.yaml").exists()


def test_too_few_labels_are_refused(corpus: Path, command: Command) -> None:
    ran = command("tune")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "check-claims: error: too few labelled pairs: 0 of one fact and 0 of two, and 10 of each are needed; "
        "decide conflicts with check-claims review, or add documents\n"
    )


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "weights.yaml",
            "extends: recommended\nweights: {words: 2}\n",
            "rules/weights.yaml: this file has more than weights; move everything else to another rules file",
        ),
        (
            "more.yaml",
            "extends: recommended\nweights: {words: 2}\n",
            "rules/more.yaml:2: this file has weights; move them to rules/weights.yaml",
        ),
        (
            "weights.yaml",
            "weights: {wording: 2}\n",
            "rules/weights.yaml:1: unknown key 'wording' in weights; did you mean 'words'?",
        ),
    ],
)
def test_files_that_are_in_the_way(mills: Path, command: Command, file: str, text: str, said: str) -> None:
    (mills / "rules" / file).write_text(text)
    ran = command("tune")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.replace(f"{mills}/", "") == f"check-claims: error: {said}\n"
    assert (mills / "rules" / file).read_text() == text


@pytest.mark.parametrize(
    ("setting", "place", "named"),
    [
        ("rules: rules/own.yaml\n", "rules/weights.yaml", False),
        ("", "rules/weights.yaml", False),
        ("rules: [rules/own.yaml, rules/weights.yaml]\n", "rules/weights.yaml", True),
        ("rules: rules/**/*.yaml\n", "rules/weights.yaml", True),
        ("rules: '*/*.yaml'\n", "weights.yaml", False),
    ],
)
def test_where_weights_are_written(mills: Path, command: Command, setting: str, place: str, named: bool) -> None:
    (mills / "check-claims.yaml").write_text(f"sources: docs\n{setting}")
    if "rules/weights.yaml" in setting:
        (mills / "rules/weights.yaml").write_text("weights: {words: 0}\n")
    ran = command("tune")
    assert ran.out.endswith(f"\n{place} written\n")
    assert ran.err == ("" if named else f"The configuration does not name it yet: add {place} to rules.\n")
    assert (mills / place).read_text().startswith(HEAD)
    assert (pipeline.corpus_of(()).rulebook.weights != GroupWeights()) is named


def test_the_file_names_its_schema_once(mills: Path, command: Command) -> None:
    (mills / "check-claims.yaml").write_text("sources: docs\nrules: rules/*.yaml\nschemas: schemas\n")
    for _ in range(2):
        assert command("tune").code == 0
        first, second, *_ = written(mills).splitlines()
        assert first == "# yaml-language-server: $schema=../schemas/rules.json"
        assert second.startswith(HEAD)


def test_weights_are_not_written_through_a_link(mills: Path, command: Command) -> None:
    (mills / "elsewhere").write_text("weights: {words: 0}\n")
    (mills / "rules/weights.yaml").symlink_to(mills / "elsewhere")
    ran = command("tune")
    assert (ran.code, ran.out) == (2, "")
    assert "the file of weights is not written through a symbolic link" in ran.err


def test_what_cannot_be_read_is_said(mills: Path, command: Command) -> None:
    (mills / "docs/empty.txt").write_text("")
    ran = command("tune")
    assert ran.code == 2
    assert "rules/weights.yaml written\n" in ran.out
    assert ran.out.splitlines()[-1].startswith("not checked: empty: ")


def test_a_decision_that_weights_leave_without_a_conflict_is_kept(mills: Path, command: Command) -> None:
    """It is one of the labels that the weights were fitted to."""
    decide_the_ferry(mills, "both")
    (mills / "rules/weights.yaml").write_text("weights: {always: -90}\n")
    assert "is not needed" not in command("--fail-on", "never").out
    assert command("decide", "--prune").out == "0 removed\n"
