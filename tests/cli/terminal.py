"""A command on a terminal of its own, with a screen that can be read and a keyboard that can be typed on."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType

import pyte

from checker.reports.terminal import columns
from tests.interrupts import INTERRUPTIBLE

ROOT = Path(__file__).parents[2]
SECONDS = float(os.environ.get("TERMINAL_SECONDS", "60"))
_SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")
_COMMAND = (
    INTERRUPTIBLE + "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from checker.cli import main; main()"
)
"""Takes the terminal for its own first, so that Ctrl-C on it reaches the command."""
_CLEARED = "\x1b[2J"


class Terminal:
    """A running command and what is on its screen."""

    def __init__(self, folder: Path, *arguments: str, width: int = 80, height: int = 24, **environment: str) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.width, self.height = width, height
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL")}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _COMMAND, *arguments],
            cwd=folder,
            env=plain | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "LANG": "C.UTF-8"} | environment,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    @property
    def text(self) -> str:
        """The screen as it is, lines without the spaces at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    @property
    def widest(self) -> int:
        """The columns of the widest line that was written since the screen was cleared."""
        said = self.raw.decode("utf-8", "replace").rpartition(_CLEARED)[2]
        return max(columns(_SEQUENCE.sub("", line).rstrip("\r")) for line in said.split("\n"))

    def until(self, *words: str) -> str:
        """The screen once all ``words`` are on it; fails where they do not come."""
        end = time.monotonic() + SECONDS
        while not all(word in self.text for word in words):
            assert self._read(end), f"{words} never came; the screen:\n{self.text}"
        return self.text

    def type(self, keys: str, *words: str) -> str:
        """Press ``keys``, once they are waited for, on an empty screen and wait for ``words``."""
        end = time.monotonic() + SECONDS
        while termios.tcgetattr(self._master)[3] & termios.ICANON:
            assert time.monotonic() < end, f"no key is waited for; the screen:\n{self.text}"
            time.sleep(0.01)
        return self.press(keys, *words)

    def press(self, keys: str, *words: str) -> str:
        """The same at once, whatever reads the keys."""
        self.screen.reset()
        os.write(self._master, keys.encode())
        return self.until(*words)

    def end(self) -> int:
        """The exit code, once the command is over."""
        end = time.monotonic() + SECONDS
        while self._read(end):
            pass
        return self._process.wait(SECONDS)

    def _read(self, end: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)
