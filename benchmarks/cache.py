"""Times a whole check of made-up documents cold and warm, in one process and in two, and how much memory it takes.

usage: python benchmarks/cache.py [--documents 1000] [--things N] [--own-words] [--memory 1000,4000]

Without --things the documents tell of a few dozen things, so that comparing them outweighs reading them. Without
--own-words they are all written from ten sentences, so that nearly every two are near copies of each other: in life
that is so of forms and of nothing else.

Every run is a process of its own, as in a pipeline; what counts is the processor time of the whole run against that
of the cold one, all taken in one go. The documents are those of benchmarks/check.py.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from check import documents

_PROGRAM = "from checker.cli import main; main()"


def write(folder: Path, count: int, seed: int, things: int | None = None, *, own_words: bool = False) -> None:
    """That many documents of two thousand characters."""
    folder.mkdir(parents=True)
    for name, text in documents(2000 * count, seed, things, own_words=own_words).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def run(folder: Path, *arguments: str) -> tuple[float, float, float]:
    """Processor seconds of a check and all its processes, seconds by the clock, and the most MB of one process."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        os.environ["CHECK_CLAIMS_CACHE"] = str(folder / "cache")
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.execv(
            sys.executable,
            [
                sys.executable,
                "-c",
                _PROGRAM,
                "docs",
                "--no-config",
                "--fail-on",
                "never",
                "--allow-incomplete",
                *arguments,
            ],
        )
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"a run ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024


def main() -> None:
    """Print each run's time and its ratio to the cold one, and the memory of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--things", type=int)
    parser.add_argument("--own-words", action="store_true")
    parser.add_argument("--memory", default="1000,4000")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "docs", options.documents, 7, options.things, own_words=options.own_words)
        cold = None
        for label, change, arguments in (
            ("cold, one process, without a cache", False, ["--jobs", "1", "--no-cache"]),
            ("cold, two processes, without a cache", False, ["--jobs", "2", "--no-cache"]),
            ("cold, one process", False, ["--jobs", "1"]),
            ("warm, nothing changed", False, []),
            ("warm, one changed, one process", True, ["--jobs", "1"]),
            ("warm, one changed, two processes", True, ["--jobs", "2"]),
        ):
            if change:
                first = min((folder / "docs").iterdir())
                first.write_text(f"{first.read_text(encoding='utf-8')}\nThe ferry left in 1901.\n", encoding="utf-8")
            used, passed, held = run(folder, *arguments)
            cold = cold or used
            print(
                f"{label:40} {used:7.2f} s of processor   {passed:7.2f} s   {held:6.0f} MB   {cold / used:5.1f} times"
            )
    for count in map(int, filter(None, options.memory.split(","))):
        with tempfile.TemporaryDirectory() as name:
            write(Path(name) / "docs", count, 7)
            used, _, held = run(Path(name), "--no-cache", "--jobs", "1")
            print(f"{count:6} documents: {held:6.0f} MB, {used:.1f} s of processor")


if __name__ == "__main__":
    main()
