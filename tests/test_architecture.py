"""The house keeps its shape: imports point down, modules are small, and each says what it promises."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "checker").rglob("*.py"))
LONGEST = 300


def test_imports_point_down() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_its_promise_in_one_sentence_and_is_small(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    assert docstring.endswith(".")
    assert len([word for word in docstring.split() if word.endswith((".", "!", "?"))]) == 1
    assert "\n\n" not in docstring
    length = source.count("\n")
    assert length <= LONGEST


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--version"], ["pydantic", "yaml", "re2", "sentencex", "rapidfuzz", "checker.pipeline"]),
        (["--help"], ["pydantic", "yaml", "re2", "sentencex", "rapidfuzz", "checker.pipeline"]),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(arguments: list[str], heavy: list[str]) -> None:
    program = (
        "import sys; from checker.cli.commands import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not set(heavy) & set(run.stderr.split())
    assert run.stdout
