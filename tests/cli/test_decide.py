"""The command ``decide``: one verdict, kept once, for one conflict or several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

TODAY = ("--today", "2031-05-17")


@pytest.fixture
def keys(corpus: Path, command: Command) -> list[str]:
    """The keys of two conflicts between two sources."""
    ferry, mill = "The Alder Ferry was founded in {}. It carries 412 people.", "The Birch Mill was founded in {}."
    told = f"{ferry} {mill} It has 57 looms.\n"
    (corpus / "docs/guide.txt").write_text(told.format(1894, 1801))
    (corpus / "docs/letter.txt").write_text(told.format(1897, 1805))
    found = json.loads(command("-o", "json", *TODAY).out)["findings"]
    return sorted(f["fingerprint"][:8] for f in found if f["relation"] == "conflict" and f["rule"] == "once-only")


def statuses(command: Command) -> set[tuple[str, str]]:
    found = json.loads(command("-o", "json", *TODAY).out)["findings"]
    return {(f["fingerprint"][:8], f["status"]) for f in found if f["relation"] == "conflict"}


def test_several_keys_at_once(corpus: Path, command: Command, keys: list[str]) -> None:
    assert len(keys) == 2
    ran = command("decide", *keys, "--verdict", "left", "--by", "Ann", *TODAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "rules/decisions/alder_ferry.yaml written\nrules/decisions/birch_mill.yaml written\n"
    assert statuses(command) == {(key, "resolved") for key in keys}
    assert command("decide", *keys, "--verdict", "left", "--by", "Ann", *TODAY).out == ""


def test_a_dry_run_shows_the_block_and_writes_nothing(corpus: Path, command: Command, keys: list[str]) -> None:
    ran = command("decide", keys[0], "--verdict", "2", "--by", "Ann", "--dry-run", *TODAY)
    assert ran.code == 0
    assert "    verdict: right\n" in ran.out
    assert not (corpus / "rules").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--verdict", "waived"], "a waiver needs a reason; add --reason TEXT"),
        (["--verdict", "waived", "--reason", "x"], "a waiver needs a last day"),
        (["--verdict", "waived", "--reason", "x", "--expires", "2031-05-16"], "the last day, 2031-05-16, has passed"),
        (["--verdict", "both"], "'both' needs the scope that makes both true"),
        (["--verdict", "3"], "there is no position 3"),
        (["--verdict", "maybe"], "no verdict 'maybe'"),
    ],
)
def test_a_verdict_that_does_not_fit(
    corpus: Path, command: Command, keys: list[str], arguments: list[str], said: str
) -> None:
    ran = command("decide", *keys, *arguments, *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (corpus / "rules").exists()


def test_one_wrong_key_stops_all(corpus: Path, command: Command, keys: list[str]) -> None:
    assert command("decide", keys[0], "00000000", "--verdict", "left", *TODAY).code == 2
    assert not (corpus / "rules").exists()


def test_a_changed_value_opens_the_conflict_and_the_new_verdict_takes_its_place(
    corpus: Path, command: Command, keys: list[str]
) -> None:
    command("decide", *keys, "--verdict", "left", "--reason", "the charter", "--by", "Ann", *TODAY)
    letter = corpus / "docs/letter.txt"
    letter.write_text(letter.read_text().replace("1897", "1899"))
    opened = [key for key, status in statuses(command) if status == "open"]
    assert len(opened) == 1
    command("decide", opened[0], "--verdict", "right", "--by", "Bo", *TODAY)
    held = (corpus / "rules/decisions/alder_ferry.yaml").read_text()
    assert (held.count("verdict: right"), held.count("verdict: left")) == (1, 0)
    assert {status for _, status in statuses(command)} == {"resolved"}


def test_two_verdicts_are_refused_by_every_command(corpus: Path, command: Command, keys: list[str]) -> None:
    command("decide", *keys, "--verdict", "left", "--by", "Ann", *TODAY)
    path = corpus / "rules/decisions/alder_ferry.yaml"
    block = path.read_text().partition("decisions:\n")[2]
    path.write_text(path.read_text() + block.replace("verdict: left", "verdict: right"))
    for arguments in ([], ["decide", keys[0], "--verdict", "left"]):
        ran = command(*arguments, *TODAY)
        assert ran.code == 2
        assert "two verdicts on one conflict: 'left' at" in ran.err


def test_without_a_configuration(docs: Path, command: Command) -> None:
    assert "set the folder up: check-claims init" in command("decide", "abcd1234", "--verdict", "left").err


def test_what_decides_nothing_any_more_is_taken_out(corpus: Path, command: Command, keys: list[str]) -> None:
    assert command("decide", *keys, "--verdict", "left", "--by", "Ann", *TODAY).code == 0
    assert command("decide", "--prune", *TODAY).out == "0 removed\n"
    letter = corpus / "docs/letter.txt"
    letter.write_text(letter.read_text().replace("1897", "1894"))
    said = "orphaned: left on alder_ferry, founded (guide, letter), by Ann on 2031-05-17\n"
    assert command("decide", "--prune", "--dry-run", *TODAY).out == f"{said}1 would be removed\n"
    assert command("decide", "--prune", *TODAY).out == f"{said}1 removed\n"
    assert sorted(path.name for path in (corpus / "rules/decisions").glob("*.yaml")) == ["birch_mill.yaml"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no conflict to decide; name a KEY, as a report shows it"),
        (
            ["abcdef12"],
            "no verdict; add --verdict: left, right, both, both-wrong, not-same-fact, extraction-error, waived",
        ),
        (["abcdef12", "--prune"], "--prune takes no KEY"),
    ],
)
def test_what_is_missing_is_said(corpus: Path, command: Command, arguments: list[str], said: str) -> None:
    ran = command("decide", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
