"""The line for editors stands once, at the top, and names the schema from where the file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.strictyaml import modelines

LINE = "# yaml-language-server: $schema=../schemas/rules.json\n"


@pytest.mark.parametrize(
    ("folder", "file", "expected"),
    [
        (Path("/p/schemas"), Path("/p/rules/own.yaml"), "../schemas/rules.json"),
        (Path("/p/schemas"), Path("/p/check.yaml"), "schemas/rules.json"),
        (Path("/p/docs/schemas"), Path("/p/rules/decisions/a.yaml"), "../../docs/schemas/rules.json"),
        (None, Path("/p/rules/own.yaml"), None),
    ],
)
def test_a_schema_is_told_from_its_file(folder: Path | None, file: Path, expected: str | None) -> None:
    assert modelines.reference(folder, "rules", file) == expected


@pytest.mark.parametrize(
    ("text", "schema", "before", "expected"),
    [
        ("a: 1\n", "../schemas/rules.json", None, LINE + "a: 1\n"),
        (LINE + "a: 1\n", "../schemas/rules.json", None, LINE + "a: 1\n"),
        ("# yaml-language-server: $schema=old.json\na: 1\n", "../schemas/rules.json", None, LINE + "a: 1\n"),
        ("  # yaml-language-server: $schema=old.json\na: 1\n", "../schemas/rules.json", None, LINE + "a: 1\n"),
        (LINE + "# why\na: 1\n", None, None, LINE + "# why\na: 1\n"),
        ("a: 2\n", None, LINE + "a: 1\n", LINE + "a: 2\n"),
        ("a: 1\n", None, None, "a: 1\n"),
        ("# a remark\na: 1\n", "../schemas/rules.json", None, LINE + "# a remark\na: 1\n"),
        ("", "../schemas/rules.json", None, LINE),
    ],
)
def test_the_line_is_there_once(text: str, schema: str | None, before: str | None, expected: str) -> None:
    headed = modelines.headed(text, schema, before)
    assert headed == expected
    assert modelines.headed(headed, schema, headed) == headed
