"""A failure: input that makes the answer untrustworthy, described in one line."""

from __future__ import annotations


class UserError(Exception):
    """What is wrong, where, and what to do; ``notes`` holds further such lines found in the same pass."""

    def __init__(self, what: str, where: str = "", remedy: str = "", notes: tuple[str, ...] = ()) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy
        self.notes = notes

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line}; {self.remedy}" if self.remedy else line


class Unreadable(Exception):
    """One source that cannot be read: it is not checked, and the others go on."""

    def __init__(self, path: str, reason: str, trace: str | None = None) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.trace = trace
