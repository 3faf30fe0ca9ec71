"""The process that checks one folder: it answers what the server asks until that is gone."""

from __future__ import annotations

import gc
import os
import sys
import time
from typing import IO

from checker.lsp.folder_check import FolderCheck
from checker.lsp.framing import packed, received
from checker.lsp.messages import Answer, Failed, Problem, Progress
from checker.model.user_error import UserError

_ALLOCATIONS = 2_000_000
"""How many objects may be made before garbage is looked for: a check makes many that all stay."""
_PAUSE = 0.1
"""Seconds between two messages on how far a check is."""


def serve() -> None:
    """Answer requests from standard input until there are no more; what else is printed goes to standard error."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    gc.set_threshold(_ALLOCATIONS)
    start = received(requests)
    check: FolderCheck | None = None
    watch = _Watch(answers)
    while start is not None and (request := received(requests)) is not None:
        answer: Answer
        try:
            check = check or FolderCheck(start.folder, start.encoding)
            answer = check.answer(request, watch.show)
        except UserError as error:
            answer = Failed((Problem(None, 0, str(error)),))
        try:
            _send(answers, answer)
        except BrokenPipeError:
            return


class _Watch:
    """Tells the server how many sources are read, not too often."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self._next = 0.0

    def show(self, done: int, of: int) -> None:
        now = time.monotonic()
        if now >= self._next or done == of:
            self._next = now + _PAUSE
            _send(self._answers, Progress(done, of))


def _send(answers: IO[bytes], message: object) -> None:
    answers.write(packed(message))
    answers.flush()
