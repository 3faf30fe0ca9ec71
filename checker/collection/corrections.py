"""A correction of documents: patches of text files, written whole and all together, or not at all."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker import files
from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.user_error import UserError

_CONTEXT = 2


@dataclass(frozen=True, slots=True)
class Replacement:
    """One value that gives way: its place for people, what stands there and what will."""

    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """One value that is left to be changed by hand, and why."""

    where: str
    before: str
    after: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: write '{self.after}' for '{self.before}' by hand: {self.why}"


@dataclass(frozen=True, slots=True)
class Patch:
    """A file before and after."""

    file: Path
    shown: str
    before: bytes
    after: bytes
    texts: tuple[str, str]
    """Both as text."""

    def diff(self) -> list[str]:
        """The unified diff, a line each without line ends."""
        old, new = (re.split(r"\r\n|\n|\r", re.sub(r"(?:\r\n|\n|\r)\Z", "", text)) for text in self.texts)
        return list(difflib.unified_diff(old, new, f"a/{self.shown}", f"b/{self.shown}", n=_CONTEXT, lineterm=""))


@dataclass(frozen=True, slots=True)
class Correction:
    """What would be written, what is left to people, and what a check says then."""

    replacements: tuple[Replacement, ...]
    patches: tuple[Patch, ...]
    by_hand: tuple[ByHand, ...]
    alike: tuple[Replacement, ...]
    """Other places where a document states the wrong value, perhaps of something else: they are left as they are."""
    report: Report
    """Of the corrected documents."""
    arising: tuple[Finding, ...]
    """The open conflicts in it that there were not before."""


def write(correction: Correction) -> None:
    """Write the patches, each file whole; UserError, and no file changed, where one is not as it was."""
    _put(correction.patches, [(patch.before, patch.after) for patch in correction.patches])


def take_back(correction: Correction) -> None:
    """Put the files back as they were; UserError, and nothing done, where one was edited since."""
    _put(correction.patches, [(patch.after, patch.before) for patch in correction.patches])


def _put(patches: Sequence[Patch], contents: Sequence[tuple[bytes, bytes]]) -> None:
    for patch, (known, _) in zip(patches, contents, strict=True):
        try:
            same = files.read_bytes(patch.file) == known
        except OSError as error:
            raise UserError(f"it cannot be read: {error.strerror}", patch.shown) from error
        if not same:
            raise UserError("it changed meanwhile, so nothing is written", patch.shown, "check again")
    done: list[tuple[Patch, bytes]] = []
    try:
        for patch, (known, wanted) in zip(patches, contents, strict=True):
            done.append((patch, known))
            files.replace(patch.file, wanted, "the document")
    except BaseException:
        for patch, known in done:
            if files.read_bytes(patch.file) != known:
                files.replace(patch.file, known, "the document")
        raise
