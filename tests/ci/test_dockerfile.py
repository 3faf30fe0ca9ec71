"""The Dockerfile, read as a builder reads it: what it names is there, and its Python steps run.

Where a docker daemon answers, the image is built and run as well.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from checker.cache.folder import VARIABLE
from tests.ci.conftest import ROOT, write

TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def instructions() -> list[tuple[str, str]]:
    """Each instruction with its words; lines that go on are joined, comments left out."""
    lines = [line for line in TEXT.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [(line.split()[0], line.split(None, 1)[1]) for line in joined.splitlines() if line.strip()]


def context() -> dict[str, str]:
    """What the build stage copies from this repository, and where to."""
    copied = [words.split() for name, words in instructions() if name == "COPY" and "--from" not in words]
    return {source: words[-1] for words in copied for source in words[:-1]}


def test_what_it_copies_is_there_and_not_ignored() -> None:
    sources = context()
    assert {"pyproject.toml", "checker"} <= sources.keys()
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignored
    for source in sources:
        assert (ROOT / source).exists()
        assert f"!{source}" in ignored


def test_it_has_a_python_that_the_project_runs_on_and_extras_that_there_are() -> None:
    wanted = re.search(r">=3\.(\d+)", PROJECT["requires-python"])
    images = [words.split()[0] for name, words in instructions() if name == "FROM"]
    assert wanted
    assert all(int(re.fullmatch(r"python:3\.(\d+)-slim", image)[1]) >= int(wanted[1]) for image in images)
    (extras,) = re.findall(r"\.whl\)\[([\w,]+)\]", TEXT)
    assert set(extras.split(",")) <= PROJECT["optional-dependencies"].keys()
    assert f"ENV {VARIABLE}=" in TEXT
    (entry,) = [words for name, words in instructions() if name == "ENTRYPOINT"]
    assert entry == '["check-claims"]'
    assert "check-claims" in PROJECT["scripts"]


def test_its_python_steps_run(tmp_path: Path, offline: dict[str, str]) -> None:
    """In folders of their own, with the packages of this environment."""
    source, wheels = tmp_path / "source", tmp_path / "wheels"
    source.mkdir()
    for name, target in context().items():
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / target)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    environment = {**offline, "PATH": f"{tmp_path / 'venv/bin'}:{offline['PATH']}"}
    steps = [
        words.replace("/wheels", str(wheels)) for name, words in instructions() if name == "RUN" and "pip" in words
    ]
    assert len(steps) == 2
    for step in steps:
        ran = subprocess.run(
            ["sh", "-ec", step], cwd=source, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
    ran = subprocess.run(
        [str(tmp_path / "venv/bin/check-claims"), "--version"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.startswith("check-claims ")


def test_the_commands_of_the_page_fit_it() -> None:
    page = (ROOT / "docs/install.md").read_text(encoding="utf-8")
    build, run = [shlex.split(line) for line in page.splitlines() if line.startswith("docker ")]
    tag = build[build.index("-t") + 1]
    assert tag in run
    (work,) = [words for name, words in instructions() if name == "WORKDIR" and words != "/source"]
    assert f":{work}" in " ".join(run)


def test_it_is_built_and_run_where_docker_is(tmp_path: Path) -> None:
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "info"], capture_output=True, check=False).returncode:
        return  # the tests above are all that can be told without it
    subprocess.run([docker, "build", "-q", "-t", "check-claims-test", str(ROOT)], check=True, timeout=1200)
    write(tmp_path, {"a.txt": "The Tide School was founded in 1911.\n"})
    words = [docker, "run", "--rm", "-v", f"{tmp_path}:/documents", "check-claims-test", "."]
    ran = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert (ran.returncode, "1 source, 1 claim" in ran.stdout) == (0, True), ran.stderr
