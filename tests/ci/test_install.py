"""From a checkout or a wheel to CI of a project of one's own: each command as it is written, in empty environments."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.collection import scaffold, wheel
from tests.ci.conftest import AGREE, CONFLICT, ROOT, commit, write

DOCUMENTS = {name: text for name, text in AGREE.items() if name.startswith("docs")}
PAGE = (ROOT / "docs/install.md").read_text(encoding="utf-8")
ARGUMENTS = ("--yes", "--hook", "--github", "--gitlab")


def shell(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script as CI systems do: bash that stops at the first error."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def empty(venv: Path, offline: dict[str, str]) -> dict[str, str]:
    """A virtual environment of its own, activated."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    return {**offline, "PATH": f"{venv / 'bin'}:{offline['PATH']}"}


@pytest.fixture
def installed(tmp_path: Path, published: Path, offline: dict[str, str]) -> dict[str, str]:
    """An environment with the wheel of this project; nothing else of it is left."""
    environment = empty(tmp_path / "venv", offline)
    ran = shell(
        f"python -m pip wheel --no-deps --no-build-isolation --wheel-dir wheels {published}\n"
        "python -m pip install wheels/check_claims-*.whl",
        tmp_path,
        environment,
    )
    assert ran.returncode == 0, ran.stderr
    shutil.rmtree(tmp_path / "wheels")
    shutil.rmtree(published)
    return environment


@pytest.fixture
def checkout(tmp_path: Path, installed: dict[str, str]) -> Path:
    """A clone of a repository that ``init`` has set up, as CI gets it."""
    ours = write(tmp_path / "ours", DOCUMENTS)
    subprocess.run(["git", "init", "-q"], cwd=ours, check=True)
    ran = shell(f"check-claims init {' '.join(ARGUMENTS)}", ours, installed)
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr
    commit(ours)
    subprocess.run(["git", "clone", "-q", str(ours), str(tmp_path / "clone")], check=True)
    return tmp_path / "clone"


def read(checkout: Path, name: str) -> Any:
    return yaml.safe_load((checkout / name).read_text(encoding="utf-8"))


def contradict(checkout: Path) -> None:
    """Change a document so that it conflicts with another, in a project where warnings fail a run too."""
    write(checkout, {"docs/letter.txt": CONFLICT["docs/letter.txt"]})
    with (checkout / "check-claims.yaml").open("a", encoding="utf-8") as file:
        file.write("fail-on: warning\n")


def test_the_steps_for_github_run(checkout: Path, tmp_path: Path, offline: dict[str, str]) -> None:
    steps = read(checkout, scaffold.GITHUB)["jobs"]["check-claims"]["steps"]
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
        "actions/upload-artifact",
    ]
    scripts = [step["run"] for step in steps if "run" in step and "== 'pull_request'" not in step.get("if", "")]
    environment = {**empty(tmp_path / "runner", offline), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    for script in scripts:
        ran = shell(script, checkout, environment)
        assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "runner/bin/check-claims").exists()
    assert (tmp_path / "summary").read_text()
    contradict(checkout)
    _, drift, red = [shell(script, checkout, environment) for script in scripts]
    assert (drift.returncode, red.returncode) == (1, 1)
    assert re.search(r"::(error|warning) file=docs/", red.stdout)


def test_the_steps_of_a_pull_request_run(checkout: Path, tmp_path: Path, offline: dict[str, str]) -> None:
    """On the merge that GitHub checks out, with one commit behind it."""
    contradict(checkout)
    git = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for words in (
        ["checkout", "-q", "-b", "work"],
        ["commit", "-qam", "another year"],
        ["checkout", "-q", "-"],
        ["commit", "-q", "--allow-empty", "-m", "meanwhile"],
        ["merge", "-q", "--no-ff", "-m", "merged", "work"],
    ):
        subprocess.run([*git, *words], cwd=checkout, check=True, capture_output=True)
    clone = tmp_path / "merge"
    steps = read(checkout, scaffold.GITHUB)["jobs"]["check-claims"]["steps"]
    depth = str(steps[0]["with"]["fetch-depth"])
    subprocess.run(["git", "clone", "-q", "--depth", depth, f"file://{checkout}", str(clone)], check=True)
    environment = {**empty(tmp_path / "runner", offline), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    install, _, check = [s["run"] for s in steps if "run" in s and "!= 'pull_request'" not in s.get("if", "")]
    assert shell(install, clone, environment).returncode == 0
    red = shell(check, clone, environment)
    assert red.returncode == 1, red.stderr
    assert "file=docs/letter.txt,line=1," in red.stdout
    comment = (clone / steps[-1]["with"]["path"]).read_text(encoding="utf-8")
    assert "1 of them on changed lines" in comment
    assert "docs/letter\\.txt, line 1 (**changed**)" in comment


def test_the_script_for_gitlab_runs(checkout: Path, tmp_path: Path, offline: dict[str, str]) -> None:
    (included,) = read(checkout, scaffold.GITLAB_MAIN)["include"]
    job = read(checkout, included["local"])["check-claims"]
    environment = empty(tmp_path / "runner", offline)
    ran = shell("\n".join(job["script"]), checkout, environment)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "runner/bin/check-claims").exists()
    assert not (checkout / job["artifacts"]["paths"][0]).exists()
    base = subprocess.run(["git", "rev-parse", "HEAD"], cwd=checkout, check=True, capture_output=True, text=True)
    merging = {**environment, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base.stdout.strip()}
    assert shell("\n".join(job["script"][1:]), checkout, merging).returncode == 0
    assert (checkout / job["artifacts"]["paths"][0]).is_file()
    reports = job["artifacts"]["reports"]
    assert [name for name in reports.values() if not (checkout / name).is_file()] == []
    contradict(checkout)
    assert shell(job["script"][-1], checkout, environment).returncode == 1


def test_the_hook_runs(checkout: Path, tmp_path: Path, installed: dict[str, str]) -> None:
    environment = {**installed, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    run = f"{sys.executable} -m pre_commit run --all-files"
    green = shell(run, checkout, environment)
    assert (green.returncode, "Passed" in green.stdout) == (0, True), green.stdout + green.stderr
    contradict(checkout)
    red = shell(run, checkout, environment)
    assert (
        red.returncode,
        "founded in 1894 or 1897: " in " ".join(red.stdout.split()),
    ) == (1, True)


def test_the_python_for_ci_is_one_that_the_project_runs_on() -> None:
    wanted = re.search(r'requires-python = ">=3\.(\d+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert wanted
    texts = [scaffold.template("github.yaml"), scaffold.template("gitlab.yaml"), (ROOT / "action.yml").read_text()]
    named = [re.findall(r'(?:python-version: "|image: python:)3\.(\d+)', text) for text in texts]
    assert [len(set(versions)) for versions in named] == [1, 1, 1]
    assert all(int(versions[0]) >= int(wanted[1]) for versions in named)


def test_the_commands_of_the_page_run(tmp_path: Path, published: Path, offline: dict[str, str]) -> None:
    commit(published)
    folder = write(tmp_path / "ours", DOCUMENTS)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    environment = {**offline, "PATH": f"{Path(sys.executable).parent}:{offline['PATH']}"}
    script = "\n".join(re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    ran = shell(script.replace("ADDRESS", str(published)), folder, environment)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "check-claims 0." in ran.stdout
    (release,) = (folder / scaffold.RELEASE).iterdir()
    assert [path.name for path in (folder / "dist").iterdir()] == [release.name]


def test_the_hooks_and_the_action_of_the_page_are_there() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    (step,), config = (yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.M | re.S))
    assert set(step["with"]) <= set(inputs)
    assert {hook["id"] for hook in config["repos"][0]["hooks"]} == hooks


def test_the_packed_release_is_the_wheel_that_is_built(
    tmp_path: Path, published: Path, offline: dict[str, str]
) -> None:
    ran = shell(f"python -m pip wheel --no-deps --wheel-dir . {published}", tmp_path, empty(tmp_path / "venv", offline))
    assert ran.returncode == 0, ran.stderr
    (built,) = tmp_path.glob("*.whl")
    (tmp_path / "packed").mkdir()
    packed = tmp_path / "packed" / wheel.name()
    packed.write_bytes(wheel.packed())
    assert (packed.name, packed.read_bytes()) == (built.name, wheel.packed())
    with zipfile.ZipFile(built) as one, zipfile.ZipFile(packed) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
        code = [name for name in one.namelist() if name.startswith("checker/")]
        assert len(code) > 100
        assert [name for name in code if one.read(name) != other.read(name)] == []
