"""The command ``completion``: what it prints makes a shell complete commands, options and paths."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli.commands import COMMANDS
from tests.cli.conftest import Command

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_prints_what_the_shell_takes(command: Command, shell: str) -> None:
    ran = command("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert f"_CHECK_CLAIMS_COMPLETE={shell}_complete" in ran.out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=ran.out, text=True, check=True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check-claims", ""], set(COMMANDS)),
        (["check-claims", "ex"], {"extract", "explain", "export"}),
        (["check-claims", "check", "--fail"], {"--fail-on"}),
        (["check-claims", "check", "--fail-on", ""], {"error", "warning", "info", "never"}),
        (["check-claims", "rules", ""], {"test", "new"}),
        (["check-claims", "schema", "r"], {"report", "rules"}),
        (["check-claims", "completion", ""], {"bash", "zsh", "fish"}),
        (["check-claims", "do"], {"doctor"}),
        (["check-claims", "pa"], {"-o", "default"}),
    ],
)
def test_bash_completes(folder: Path, command: Command, words: list[str], expected: set[str]) -> None:
    (folder / "papers").mkdir()
    program = folder / "check-claims"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom checker.cli import main\nmain()\n"
    )
    program.chmod(0o755)
    script = command("completion", "bash").out
    quoted = " ".join(f"'{word}'" for word in words)
    script += f"\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}\n"
    script += "_check_claims_completion ./check-claims\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    ran = subprocess.run(
        ["bash"], input="compopt() { echo $*; }\n" + script, cwd=folder, capture_output=True, text=True, check=True
    )
    assert set(ran.stdout.split()) == expected
