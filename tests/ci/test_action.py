"""The steps of the GitHub action, each run by the shell that it names, with its inputs as a runner gives them."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import AGREE, CONFLICT, ROOT, commit, write

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = [step for step in ACTION["runs"]["steps"] if "run" in step]
INPUT = re.compile(r"\$\{\{ *inputs\.([\w-]+) *\}\}")


@dataclass(frozen=True)
class Job:
    """What the steps of one run left behind."""

    code: int
    log: str
    output: str
    summary: str


class Runner:
    """Runs the steps as a runner does: bash that stops at the first error, inputs put in, conditions kept."""

    def __init__(self, folder: Path, environment: dict[str, str], state: Path) -> None:
        self.folder, self.environment, self.state = folder, environment, state

    def run(self, given: dict[str, str], steps: list[dict[str, Any]]) -> Job:
        inputs = {name: given.get(name, said["default"]) for name, said in ACTION["inputs"].items()}
        output, summary = self.state / "output", self.state / "summary"
        output.write_text("")
        summary.write_text("")
        log, code = "", 0
        for step in steps:
            if not self.wanted(step.get("if"), inputs):
                continue
            put = {name: INPUT.sub(lambda m: inputs[m[1]], text) for name, text in step.get("env", {}).items()}
            ran = subprocess.run(
                [step["shell"], "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.folder / INPUT.sub(lambda m: inputs[m[1]], step.get("working-directory", ".")),
                env={
                    **self.environment,
                    **put,
                    "GITHUB_OUTPUT": str(output),
                    "GITHUB_STEP_SUMMARY": str(summary),
                    "RUNNER_TEMP": str(self.state),
                },
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=300,
                check=False,
            )
            log, code = log + ran.stdout + ran.stderr, ran.returncode
            if code:
                break
        return Job(code, log, output.read_text(), summary.read_text())

    @staticmethod
    def wanted(condition: str | None, inputs: dict[str, str]) -> bool:
        if condition is None:
            return True
        name, value = re.fullmatch(r"inputs\.([\w-]+) == '(\w+)'", condition).groups()
        return inputs[name] == value


@pytest.fixture
def runner(tmp_path: Path, published: Path, offline: dict[str, str]) -> Runner:
    """An empty environment with the action installed by its own step."""
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    environment = {**offline, "PATH": f"{venv / 'bin'}:{offline['PATH']}", "GITHUB_ACTION_PATH": str(published)}
    runner = Runner(tmp_path / "work", environment, tmp_path)
    (tmp_path / "work").mkdir()
    installed = runner.run({}, STEPS[:1])
    assert installed.code == 0, installed.log
    assert (venv / "bin/check-claims").exists()
    return runner


def test_it_checks_annotates_and_says_so(runner: Runner) -> None:
    write(runner.folder, AGREE)
    job = runner.run({}, STEPS[1:])
    assert (job.code, job.output) == (0, "exit-code=0\n"), job.log
    write(runner.folder, CONFLICT)
    commit(runner.folder)
    red = runner.run({"reports": "sarif:out.sarif\njunit:out.xml\n", "fail-on": "warning"}, STEPS[1:])
    assert (red.code, red.output) == (1, "exit-code=1\n"), red.log
    assert re.search(r"::(error|warning) file=docs/", red.log)
    assert "founded" in red.summary
    assert (runner.folder / "out.sarif").is_file()
    assert (runner.folder / "out.xml").is_file()
    assert runner.run({"fail-on": "never"}, STEPS[1:]).code == 0
    assert runner.run({"comment": "true", "fail-on": "never"}, STEPS[1:]).code == 0
    kept = [step["with"]["path"] for step in ACTION["runs"]["steps"] if "upload-artifact" in step.get("uses", "")]
    assert kept == ["${{ runner.temp }}/check-claims.comment.md"]
    assert "open conflict" in (runner.state / "check-claims.comment.md").read_text(encoding="utf-8")
    assert runner.run({"since": "HEAD"}, STEPS[1:]).code == 0
    assert runner.run({"paths": "docs/guide.txt"}, STEPS[1:]).code == 0
    assert runner.run({"paths": "gone.txt; touch made"}, STEPS[1:]).code == 2
    assert not (runner.folder / "made").exists()
    assert runner.run({"stored-claims": "true"}, STEPS[1:]).code == 2
    write(runner.folder, {"check-claims.yaml": "sources: docs\nclaims: claims\n"})
    assert runner.run({"stored-claims": "true", "fail-on": "never"}, STEPS[1:]).code == 1
    write(runner.folder / "sub", AGREE)
    assert runner.run({"working-directory": "sub"}, STEPS[1:]).code == 0


def test_no_input_is_put_into_a_script() -> None:
    assert not [step["name"] for step in STEPS if "${{" in step["run"]]
    assert all(said["description"].endswith(".") for said in ACTION["inputs"].values())
