"""The hooks that are published and the one that ``init`` writes, run by pre-commit on a repository made for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.conftest import AGREE, CONFLICT, ROOT, commit, write

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def pre_commit(folder: Path, home: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"],
        cwd=folder,
        env={**environment, "PRE_COMMIT_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_published_hooks_run(tmp_path: Path, published: Path, offline: dict[str, str]) -> None:
    revision = commit(published)
    config = {"repos": [{"repo": str(published), "rev": revision, "hooks": [{"id": hook["id"]} for hook in HOOKS]}]}
    folder = write(tmp_path / "ours", {**AGREE, ".pre-commit-config.yaml": yaml.safe_dump(config)})
    with (folder / "check-claims.yaml").open("a", encoding="utf-8") as file:
        file.write("claims: claims\nfail-on: warning\n")
    commit(folder)
    first = pre_commit(folder, tmp_path / "home", offline)
    assert first.returncode == 1, first.stderr
    assert "claims/guide.yaml is missing" in first.stdout
    (entry,) = (tmp_path / "home").glob("repo*/py_env-*/bin/check-claims")
    subprocess.run([str(entry), "extract"], cwd=folder, env=offline, check=True, capture_output=True)
    commit(folder)
    clean = pre_commit(folder, tmp_path / "home", offline)
    assert clean.returncode == 0, clean.stdout
    assert clean.stdout.count("Passed") == len(HOOKS)
    write(folder, {"docs/letter.txt": CONFLICT["docs/letter.txt"]})
    subprocess.run([str(entry), "extract"], cwd=folder, env=offline, check=True, capture_output=True)
    commit(folder)
    red = pre_commit(folder, tmp_path / "home", offline)
    assert red.returncode == 1
    assert "founded in 1894 or 1897: " in " ".join(red.stdout.split())


@pytest.mark.parametrize(("files", "code"), [(AGREE, 0), (CONFLICT, 1)])
def test_the_hook_that_init_writes_runs(
    tmp_path: Path, offline: dict[str, str], files: dict[str, str], code: int
) -> None:
    folder = write(tmp_path / "ours", {name: text for name, text in files.items() if name.startswith("docs")})
    environment = {**offline, "PYTHONPATH": f"{ROOT}:{offline['PYTHONPATH']}"}
    program = tmp_path / "bin/check-claims"
    write(tmp_path, {"bin/check-claims": f"#!{sys.executable}\nfrom checker.cli import main\nmain()\n"})
    program.chmod(0o755)
    environment["PATH"] = f"{program.parent}:{environment['PATH']}"
    commit(folder)
    words = [str(program), "init", "--hook", "--no-baseline"]
    subprocess.run(words, cwd=folder, env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    with (folder / "check-claims.yaml").open("a", encoding="utf-8") as file:
        file.write("fail-on: warning\n")
    commit(folder)
    ran = pre_commit(folder, tmp_path / "home", environment)
    assert ran.returncode == code, ran.stdout + ran.stderr
