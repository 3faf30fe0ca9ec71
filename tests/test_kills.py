"""A process killed at any moment of writing leaves the old file or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

KILLS = int(os.environ.get("KILLS", "20"))
ROUNDS = """
import sys
from dataclasses import replace
from pathlib import Path
from checker.claims_files import claims_file
from checker.review import decisions_file
from tests.test_kills import decision, record

claims, folder = Path(sys.argv[1]), Path(sys.argv[2])
version = 0
while True:
    version = 1 - version
    claims_file.write(claims, record(version))
    decisions_file.keep(folder, [decision(version)])
    print("written", flush=True)
"""


def record(version: int) -> object:
    """A record of many claims, all of one version."""
    from checker.model.claim import Claim, Evidence, Record, Scope
    from checker.model.document import Source
    from checker.model.subject_ref import SubjectRef
    from checker.model.value import Mention

    claims = []
    for number in range(60):
        start = number * 20
        text = f"{version}{number:03}"
        value = Mention("count", start, start + 4, text, text, text)
        evidence = Evidence(f"{text} boats in all.", start, start + 18, number + 1, 1)
        claims.append(
            Claim(
                f"ferry-{number}", "ferry", SubjectRef("ferry"), "Ferry", "boats", value, Scope(), "asserted", evidence
            )
        )
    return Record(Source("ferry", sha256=f"{version}"), (), tuple(claims))


def decision(version: int) -> object:
    """A decision with a long reason, of one version."""
    from checker.model.decision import Decision

    reason = f"version {version} " * 2000
    return Decision("once-only", "ferry", "founded", (("a", "1"), ("b", "2")), "left", "Ann", "2031-05-17", reason)


def test_every_kill_leaves_a_whole_file(tmp_path: Path) -> None:
    from checker.claims_files import claims_file
    from checker.review import yaml_blocks

    claims, folder = tmp_path / "claims/ferry.yaml", tmp_path / "decisions"
    root = Path(__file__).parent.parent
    whole = {claims_file.dump(record(version)) for version in (0, 1)}
    decided = {yaml_blocks.HEAD + yaml_blocks.block(decision(version)) for version in (0, 1)}
    chance = random.Random(20310517)
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", ROUNDS, str(claims), str(folder)],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "written\n"
        time.sleep(chance.uniform(0.0, 0.12))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        if claims.exists():
            assert claims.read_text(encoding="utf-8") in whole
        if (folder / "ferry.yaml").exists():
            assert (folder / "ferry.yaml").read_text(encoding="utf-8") in decided
    assert claims.exists()
    assert (folder / "ferry.yaml").exists()
