"""The house keeps its shape: imports point down, modules are small, and each says what it promises."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "checker").rglob("*.py"))
LONGEST = 500


def test_imports_point_down() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_opens_with_its_promise_and_is_one_room(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    promise, _, body = (ast.get_docstring(ast.parse(source)) or "").partition("\n")
    assert promise.endswith("."), "the first line says in one sentence what the module promises"
    assert not body or body.startswith("\n"), "a blank line parts the promise from what follows"
    assert source.count("\n") <= LONGEST


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--version"], ["pydantic", "yaml", "re2", "sentencex", "rapidfuzz", "jinja2", "checker.pipeline"]),
        (["--help"], ["pydantic", "yaml", "re2", "sentencex", "rapidfuzz", "jinja2", "checker.pipeline"]),
        (["check", "--help"], ["pydantic", "yaml", "re2", "jinja2", "checker.pipeline", "checker.reports.html"]),
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


def test_nothing_is_imported_before_ctrl_c_is_caught() -> None:
    program = "import sys; known = set(sys.modules); import checker.cli; print(*(set(sys.modules) - known))"
    run = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert set(run.stdout.split()) <= {"checker", "checker.cli", "checker.version", "__future__", "gc"}


def test_a_run_without_a_configuration_reads_none_and_imports_nothing_for_it(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text("The mill at Corran was built in 1824.\n", encoding="utf-8")
    program = "import sys; from checker.cli.commands import run; run(['check', '--no-config', sys.argv[1]]); "
    program += "print(*sys.modules, file=sys.stderr)"
    heavy = {"pydantic", "tomllib", "jinja2", "checker.configuration.settings", "checker.sources.registry"}
    heavy |= {"checker.review.decisions_file", "checker.rules.rules_file", "checker.strictyaml.validation"}
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert "1 source, 1 claim" in run.stdout
    assert not heavy & set(run.stderr.split())


def test_the_dependencies_are_those_that_are_imported() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    extras = project["optional-dependencies"]
    entries = [*project["dependencies"], *extras["docs"], *extras["lsp"], *extras["statistics"]]
    declared = {normal(re.split(r"[<>=]", entry)[0]) for entry in entries}
    imported = {name for module in MODULES for name in imports(module)} - sys.stdlib_module_names
    distributions = packages_distributions()
    brought = {"pydantic-core"}  # pydantic pins its core itself
    assert {normal(distributions.get(name, [name])[0]) for name in imported - {"checker"}} - brought == declared


def imports(module: Path) -> set[str]:
    """The top-level packages that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


DOORS = {
    "checker/__init__.py",
    "checker/claims_file_state.py",
    "checker/claims_files/review_merge.py",
    "checker/cli/__init__.py",
    "checker/cli/commands.py",
    "checker/cli/completion.py",
    "checker/cli/review.py",
    "checker/configuration/__init__.py",
    "checker/configuration/location.py",
    "checker/configuration/reading.py",
    "checker/corpus.py",
    "checker/files.py",
    "checker/inputs.py",
    "checker/language/language.py",
    "checker/pipeline.py",
    "checker/reports/html/page.py",
    "checker/review/inline.py",
    "checker/rules/load.py",
    "checker/rules/significance.py",
    "checker/sources/encoding.py",
    "checker/sources/markdown.py",
    "checker/strictyaml/suggestions.py",
    "checker/values/__init__.py",
    "checker/sources/reading.py",
}
"""Where a part is loaded that most runs do without.

``cli/parts.py``, ``extraction/parts.py`` and the heads of ``configuration`` and ``strictyaml`` are the others.
"""


def test_imports_stand_at_the_head() -> None:
    found = set()
    for module in MODULES:
        functions = (
            n for n in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)
        )
        if any(isinstance(n, ast.Import | ast.ImportFrom) for function in functions for n in ast.walk(function)):
            found.add(module.relative_to(ROOT).as_posix())
    assert found == DOORS


def test_no_modules_of_a_room_import_each_other_in_a_ring() -> None:
    names = {".".join(m.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): m for m in MODULES}
    needs: dict[str, set[str]] = {}
    for name, module in names.items():
        needs[name] = set()
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module:
                full = {f"{node.module}.{alias.name}" for alias in node.names}
                needs[name] |= (full & names.keys()) or ({node.module} & names.keys())
    for room in ("checker.linguistics.", "checker.claims."):
        left = {
            name: {n for n in found if n.startswith(room)} for name, found in needs.items() if name.startswith(room)
        }
        while free := {name for name, found in left.items() if not found & left.keys()}:
            left = {name: found for name, found in left.items() if name not in free}
        assert not left


@pytest.mark.parametrize(
    "room", ["sources", "text", "values", "language", "linguistics", "claims", "value_relation", "comparison", "rules"]
)
def test_what_is_kept_follows_the_language_in_use(room: str) -> None:
    """A cache of functools would hold the words of one language when another comes into use."""
    for module in (ROOT / "checker" / room).rglob("*.py"):
        if module.name != "language.py":
            source = module.read_text(encoding="utf-8")
            assert "lru_cache" not in source and not re.search(r"import cache\b", source), module
            assert not re.search(r"^\w+(: [^=]+)? = (\{\}|\[\])$", source, re.MULTILINE), f"{module}: filled later"


QUOTE_READERS = {"checker/comparison/sentences.py"}
"""What is asked of the words of a sentence is asked of one module; everything else is on the claim already."""


def test_comparison_and_rules_take_no_sentence_apart() -> None:
    rooms = [module for room in ("comparison", "rules") for module in (ROOT / "checker" / room).rglob("*.py")]
    found = set()
    for module in rooms:
        nodes = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if any(isinstance(node, ast.Attribute) and node.attr == "quote" for node in nodes):
            found.add(module.relative_to(ROOT).as_posix())
    assert found == QUOTE_READERS
