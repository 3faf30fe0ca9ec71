"""The packages of this environment without this project, so that what CI installs is what runs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PUBLISHED = ("checker", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")
AGREE = {
    "docs/guide.txt": "The Harbour Watch was founded in 1894. The Harbour Watch keeps 312 boats.\n",
    "docs/letter.txt": "The Harbour Watch was founded in 1894. The Harbour Watch is well known.\n",
    "check-claims.yaml": "sources: docs\n",
}
CONFLICT = {**AGREE, "docs/letter.txt": "The Harbour Watch was founded in 1897. The Harbour Watch is well known.\n"}


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which pip installs a project without asking anybody for what it needs."""
    packages = tmp_path_factory.mktemp("packages")
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "check_claims" not in entry.name and entry.name != "__pycache__":
            (packages / entry.name).symlink_to(entry)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "PIP_"))}
    return {
        **kept,
        "PYTHONPATH": str(packages),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """This project as others get it."""
    import shutil

    folder = tmp_path / "published"
    folder.mkdir()
    for name in PUBLISHED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def commit(folder: Path) -> str:
    """Commit everything in a folder; the name of the commit."""
    said = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*said, "commit", "-q", "--no-verify", "-m", "all"]):
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    return head.stdout.strip()


def executable(name: str) -> str:
    return str(Path(sys.executable).parent / name)
