"""Faults in what people write as YAML, or leave out: one line says what and where, and the code is 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.conftest import CONFIG, REGISTER, RULES, Command

RULE = """rules:
  - id: own
    kind: agreement
    why: It holds.
    attributes: [founded]
    examples: {agree: ["It was founded in 1894."]}
"""
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a]\n" for n in range(9))
NESTED = "rules: " + "[" * 5000 + "]" * 5000 + "\n"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        pytest.param("rules.yaml", RULES + "extends: recommended\n", ["rules.yaml:2", "1"], id="14-duplicate-key"),
        pytest.param("docs/sources.yaml", REGISTER + "sources: []\n", ["sources.yaml:4", "1"], id="14-duplicate-list"),
        pytest.param("rules.yaml", BOMB, ["rules.yaml:", "alias"], id="15-alias-bomb"),
        pytest.param("rules.yaml", "a: &a\n  b: *a\n", ["rules.yaml:", "alias"], id="15-alias-cycle"),
        pytest.param("rules.yaml", NESTED, ["rules.yaml", "deep"], id="16-deep-nesting"),
        pytest.param(
            "rules.yaml",
            "rules: !!python/object:os.system x\n",
            ["rules.yaml:1", "tag"],
            id="17-python-object",
        ),
        pytest.param("check-claims.yaml", CONFIG + "failon: error\n", ["'failon'", "'fail_on'"], id="19-unknown-key"),
        pytest.param("rules.yaml", RULE.replace("kind:", "knd:"), ["'knd'", "'kind'"], id="19-unknown-rule-key"),
        pytest.param("rules.yaml", "", ["rules.yaml", "empty"], id="20-empty-rules"),
        pytest.param(
            "check-claims.yaml",
            CONFIG.replace("[rules", "[gone"),
            ["gone.yaml", "matches no file"],
            id="20-no-rules",
        ),
        pytest.param(
            "docs/sources.yaml",
            REGISTER.replace("letter", "gone"),
            ["sources.yaml:3", "gone.txt"],
            id="21-missing-source",
        ),
        pytest.param(
            "check-claims.yaml",
            "sources: ['docs/*.rst']\n",
            ["docs/*.rst", "matches no file"],
            id="21-empty-glob",
        ),
        pytest.param("check-claims.yaml", "sources: rules\n", ["rules", "matches no file"], id="21-no-files"),
        pytest.param(
            "rules.yaml",
            RULE + "    pattern: (?<=x)y\n",
            ["rules.yaml:7", "'pattern'"],
            id="12-a-pattern-is-no-key",
        ),
        pytest.param("check-claims.yaml", CONFIG + "claims: [\n", ["check-claims.yaml:"], id="broken-yaml"),
    ],
)
def test_it_is_refused_with_its_place(town: Path, command: Command, file: str, text: str, said: list[str]) -> None:
    (town / file).write_text(text, encoding="utf-8")
    ran = command("check")
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert [words for words in said if words not in ran.err] == [], ran.err


def test_14_both_lines_of_a_duplicate_are_said(town: Path, command: Command) -> None:
    (town / "rules.yaml").write_text("extends: recommended\n\nextends: recommended\n")
    assert {"1", "3"} <= set(command("check").err.replace(":", " ").replace(",", " ").replace(";", " ").split())


def test_13_all_that_is_wrong_is_said_at_once(town: Path, command: Command) -> None:
    (town / "rules.yaml").write_text(RULE.replace("agreement", "agrement").replace("[founded]", "[fonded]"))
    ran = command("check")
    assert (ran.code, "'agrement'" in ran.err, "'fonded'" in ran.err) == (2, True, True)


@pytest.mark.parametrize("written", ["no", "010", "12:30", "4.10", "0x1f", "1e3", "2016-05-03", "~x"])
def test_18_a_scalar_stays_what_was_written(town: Path, command: Command, written: str) -> None:
    (town / "docs/sources.yaml").write_text(f"sources:\n  - file: guide.txt\n    title: {written}\n", "utf-8")
    ran = command("check", "-o", "json")
    assert f'"title": "{written}"' in ran.out
