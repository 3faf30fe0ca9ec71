"""The configuration is found from a folder upwards, read strictly, and its paths stay inside."""

from pathlib import Path

import pytest

from checker.configuration import Configuration, find
from checker.configuration.patterns import fits_anywhere, leads_below
from checker.model.user_error import UserError

TOML = """\
[project]
name = "mill"

[tool.check-claims]
sources = "docs"
registry = "docs/sources.yaml"
claims = "claims"
rules = ["rules/*.yaml"]
fail-on = "warning"
jobs = 2
max-file-size = "5 MB"
ignore = ["once-only"]

[tool.check-claims.severity]
totals = "info"
"""
YAML = """\
sources: docs
registry: docs/sources.yaml
claims: claims
rules: [rules/*.yaml]
fail_on: warning
jobs: 2
max_file_size: 5 MB
ignore: once-only
severity: {totals: info}
"""


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / {"toml": "pyproject.toml", "yaml": "check-claims.yaml"}.get(name, name)
        path.write_text(text)
    return folder


def configured(folder: Path) -> Configuration:
    found = find(folder)
    assert found is not None
    return found


def problems(folder: Path) -> list[str]:
    with pytest.raises(UserError) as caught:
        find(folder)
    return [line.replace(str(folder) + "/", "") for line in (str(caught.value), *caught.value.notes)]


def test_both_forms_say_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = put(tmp_path / "one", toml=TOML), put(tmp_path / "two", yaml=YAML)
    assert configured(one).model_dump() == configured(two).model_dump()
    assert configured(one).max_file_size == 5_000_000
    assert configured(one).fail_on == "warning"
    assert configured(one).severity == {"totals": "info"}


def test_found_from_a_folder_below(tmp_path: Path) -> None:
    below = tmp_path / "docs" / "deep"
    below.mkdir(parents=True)
    put(tmp_path, yaml="sources: docs")
    put(tmp_path / "docs", toml="[project]\nname = 'other'\n")
    found = configured(below)
    assert found.root == tmp_path
    assert found.file == tmp_path / "check-claims.yaml"
    assert found.source_paths() == [tmp_path / "docs"]


def test_none(tmp_path: Path) -> None:
    put(tmp_path, toml="[project]\nname = 'check-claims-guide'\n")
    assert find(tmp_path) is None


def test_two_in_one_folder_are_refused(tmp_path: Path) -> None:
    put(tmp_path, toml=TOML, yaml=YAML)
    with pytest.raises(UserError, match=r"both check-claims\.yaml and pyproject\.toml configure this folder"):
        find(tmp_path)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"yaml": "source: docs"}, "check-claims.yaml:1: unknown key 'source'; did you mean 'sources'?"),
        (
            {"toml": "[tool.check-claims]\njobs = 1\nfail-onn = 'error'"},
            "pyproject.toml:3: unknown key 'fail_onn'; did you mean 'fail_on'?",
        ),
        ({"yaml": "fail_on: eror"}, "check-claims.yaml:1: fail_on cannot be 'eror'; did you mean 'error'?"),
        (
            {"toml": "[tool.check-claims.severity]\ntotals = 'warn'"},
            "pyproject.toml:2: severity.totals cannot be 'warn'; did you mean 'warning'?",
        ),
        ({"yaml": "jobs: many"}, "check-claims.yaml:1: jobs must be a whole number, not 'many'"),
        (
            {"yaml": "max_file_size: huge"},
            "check-claims.yaml:1: max_file_size cannot be 'huge': a size such as 50 MB is expected",
        ),
        ({"yaml": ""}, "check-claims.yaml: the file is empty; remove it or write what belongs in it"),
        (
            {"yaml": "rules: a\nrules: b"},
            "check-claims.yaml:2: the key 'rules' stands twice, on line 1 and on line 2; keep one",
        ),
        (
            {"toml": "[tool.check-claims]\njobs = = 1"},
            "pyproject.toml: cannot be read as TOML: Invalid value (at line 2, column 8)",
        ),
    ],
)
def test_problems(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    assert problems(put(tmp_path, **files)) == [expected]


@pytest.mark.parametrize(("written", "size"), [("50 MB", 50_000_000), ("800kB", 800_000), ("1 GB", 10**9), ("77", 77)])
def test_sizes(tmp_path: Path, written: str, size: int) -> None:
    assert configured(put(tmp_path, yaml=f"max_file_size: {written}")).max_file_size == size


def test_patterns(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    for name in ("b.yaml", "a.yaml", "notes.txt"):
        (tmp_path / "rules" / name).touch()
    found = configured(put(tmp_path, yaml="rules: [rules/*.yaml, rules/a.yaml]"))
    assert [path.name for path in found.rule_paths()] == ["a.yaml", "b.yaml"]
    assert found.registry_path() is None
    assert found.claims_folder() is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sources: docs/*.txt", "sources: 'docs/\\*.txt' matches no file; correct or remove it"),
        ("sources: nowhere", "sources: 'nowhere' matches no file"),
        ("sources: ../other", "sources: '../other' leads out of .*; set allow_outside: true to allow it"),
        ("sources: /etc", "sources: '/etc' leads out of"),
        ("sources: link", "sources: 'link' leads out of"),
        ("sources: '../*'", "leads out of"),
    ],
)
def test_paths_that_cannot_be_used(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "other").mkdir()
    root = tmp_path / "corpus"
    root.mkdir()
    (root / "link").symlink_to(tmp_path / "other")
    found = configured(put(root, yaml=text))
    with pytest.raises(UserError, match=message):
        found.source_paths()


def test_outside_when_allowed(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    root = tmp_path / "corpus"
    root.mkdir()
    found = configured(put(root, yaml="sources: ../other\nallow_outside: true"))
    assert [path.resolve() for path in found.source_paths()] == [tmp_path / "other"]


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.pdf", "a.pdf", True),
        ("*.pdf", "deep/er/a.pdf", True),
        ("*.pdf", "a.md", False),
        ("drafts", "docs/drafts", True),
        ("drafts/", "docs/drafts", True),
        ("docs/drafts", "docs/drafts/a.md", True),
        ("docs/drafts", "more/docs/drafts", False),
        ("reports/20??/*.csv", "reports/2031/a.csv", True),
        ("reports/20??/*.csv", "reports/1999/a.csv", False),
    ],
)
def test_patterns_without_a_slash_fit_in_every_folder(pattern: str, path: str, expected: bool) -> None:
    assert fits_anywhere(Path("/r") / path, pattern, Path("/r")) is expected


@pytest.mark.parametrize(
    ("pattern", "folder", "expected"),
    [
        (".github/*.md", ".github", True),
        (".github/**/a.md", ".github/deep", True),
        (".github", ".github", False),
        (".github/*.md", ".git", False),
        ("**/*.svg", "node_modules", False),
        ("*.svg", "node_modules", False),
    ],
)
def test_which_folders_a_pattern_leads_into(pattern: str, folder: str, expected: bool) -> None:
    assert leads_below(Path("/r") / folder, pattern, Path("/r")) is expected


def test_settings_of_another_folder_are_moved(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "shared" / "base.yaml").write_text(
        "sources: [../docs]\nexclude: [drafts, old/*.md]\ndecisions: rulings\nschemas: shapes\nclaims: read\n"
        "overrides: [{paths: [old/*.md], ignore: once-only}]\n"
    )
    found = configured(put(tmp_path, yaml="extends: shared/base.yaml\nfail_on: error\n"))
    assert (found.sources, found.exclude) == (("docs",), ("drafts", "shared/old/*.md"))
    assert (found.decisions, found.schemas, found.claims) == ("shared/rulings", "shared/shapes", "shared/read")
    assert [override.paths for override in found.overrides] == [("shared/old/*.md",)]
    assert (found.fail_on, found.registry, found.baseline, found.extends) == ("error", None, None, "shared/base.yaml")
    assert found.schemas_folder() == tmp_path / "shared/shapes"
    assert found.origin("sources").endswith("base.yaml:1")
    assert found.origin("fail_on").endswith("check-claims.yaml:2")
    assert found.origin("jobs") == "default"


@pytest.mark.parametrize(("count", "fits"), [(9, True), (10, False)])
def test_so_many_configurations_may_extend_each_other(tmp_path: Path, count: int, fits: bool) -> None:
    for number in range(1, count):
        following = f"extends: c{number + 1}.yaml\n" if number < count - 1 else "jobs: 3\n"
        (tmp_path / f"c{number}.yaml").write_text(following)
    put(tmp_path, yaml="extends: c1.yaml\n")
    if fits:
        assert configured(tmp_path).jobs == 3
    else:
        assert "more than 8 configurations extend each other" in problems(tmp_path)[0]


def test_an_extended_file_that_is_not_there(tmp_path: Path) -> None:
    put(tmp_path, yaml="extends: gone.yaml\n")
    assert problems(tmp_path) == [
        "check-claims.yaml:1: extends: no such file, and no such rule pack: gone.yaml; correct or remove it"
    ]


def test_a_configuration_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "check-claims.yaml").write_bytes(b"sources: caf\xe9\n")
    assert problems(tmp_path) == ["check-claims.yaml: the configuration cannot be read: it is not UTF-8"]


@pytest.mark.parametrize(
    ("path", "choice"),
    [
        ("docs/mill.md", None),
        ("drafts", "exclude"),
        ("docs/drafts", "exclude"),
        (".github", "enter"),
        (".github/mill.md", "include"),
        (".github/mill.txt", None),
        (".hidden", None),
        ("rules/mill.yaml", "own"),
        ("check-claims.yaml", "own"),
        ("rules/decisions/mill.yaml", "own"),
    ],
)
def test_what_is_chosen_in_a_folder(tmp_path: Path, path: str, choice: str | None) -> None:
    found = configured(put(tmp_path, yaml="exclude: drafts\ninclude: .github/*.md\nrules: ['rules/*.yaml']\n"))
    assert found.choice(tmp_path / path) == choice


def test_folders_that_are_not_named(tmp_path: Path) -> None:
    found = configured(put(tmp_path, yaml="jobs: 2\n"))
    assert (found.schemas_folder(), found.claims_folder(), found.baseline_path(), found.registry_file()) == (None,) * 4
    assert found.decisions_folder() == tmp_path / "rules/decisions"
