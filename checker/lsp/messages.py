"""What the server asks of the process that checks a folder, and what that answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from checker.lsp.positions import TOP, Encoding, Span
from checker.model.value import Mention

Grade = Literal["error", "warning", "info", "possible"]


@dataclass(frozen=True, slots=True)
class Start:
    """The first request: which folder is checked, and how the editor counts characters."""

    folder: str
    encoding: Encoding


@dataclass(frozen=True, slots=True)
class Check:
    """Check the folder, with what the editor holds of some files, by their real paths."""

    texts: Mapping[str, str]
    possible: bool = False


@dataclass(frozen=True, slots=True)
class Decide:
    """Write a decision on a conflict of the last check: ``verdict`` as the command ``decide`` takes it."""

    fingerprint: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Waive:
    """Say what the file of decisions would hold with a waiver of a conflict, whose reason is to be filled in."""

    fingerprint: str
    reason: str


Request = Check | Decide | Waive


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim, or words that take part in a finding, where they stand."""

    file: str | None
    """None for what was not read from a file."""
    span: Span
    """The value in the file; its start where the file is no text."""
    in_text: bool
    """The file is text, so that the value has a place in it."""
    where: str
    """The place in words: ``guide (2008), line 3``."""
    about: str
    """Subject and attribute."""
    value: Mention
    quote: str
    at: int
    """Where the value begins in the quote."""


@dataclass(frozen=True, slots=True)
class Held:
    """One value of a fact or a conflict, and the ids of the claims that state it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownFact:
    """What several claims state."""

    about: str
    positions: tuple[Held, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all its claims."""
        return tuple(claim for held in self.positions for claim in held.claims)


@dataclass(frozen=True, slots=True)
class Conflict:
    """An open conflict."""

    rule: str
    grade: Grade
    fingerprint: str
    message: str
    why: str
    positions: tuple[Held, ...]
    others: tuple[str, ...] = ()
    """Claims that take part and hold no position."""
    rivals: bool = False
    """Its positions are values of one thing, so that each may stand in place of another."""

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all that take part, those of the positions first."""
        return tuple(dict.fromkeys([*(c for held in self.positions for c in held.claims), *self.others]))


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a file or of the whole folder, and has no words of a document to stand at."""

    file: str | None
    line: int
    """From 0."""
    grade: Grade
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Progress:
    """So many sources are read, of so many."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    stated: Mapping[str, Stated] = field(default_factory=dict)
    facts: tuple[KnownFact, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    remarks: tuple[Remark, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    """By rule the address of its description, where there is one."""
    decides: bool = False
    """There is a configuration, so that decisions have a folder."""
    log: tuple[str, ...] = ()
    """Lines for whoever looks for the cause of trouble."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the configuration, the rules or the decisions, and where."""

    file: str | None
    line: int
    """From 0; 0 as well where it is not known."""
    message: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing could be checked or done."""

    problems: tuple[Problem, ...]
    trace: str | None = None
    """Where an error happened that nobody foresaw."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written."""

    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a file would hold, None where it is not there yet, and the words in it that are to be filled in."""

    file: str
    before: str | None
    after: str
    blank: Span = TOP


Answer = Checked | Failed | Written | Proposed
