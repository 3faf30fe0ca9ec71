"""Says of claims files what holds: which are current, why one cannot be used, and what in them waits for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker import strictyaml
from checker.claims_files import claims_file
from checker.model.user_error import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.corpus import Corpus
    from checker.model.claim import Claim, Orphan, Record
    from checker.model.document import Reading
    from checker.model.qualifiers import Qualifiers

WITHOUT_SOURCE = "belongs to no source: rename or remove it"
"""The warning about a claims file that belongs to no source."""


def current(written: str, file: Path, reading: Reading) -> Record | None:
    """The claims that a claims file holds; None where they are not of the text as it is now, or not as claims are
    written now.

    Raises UserError for a file that is malformed, or whose quotes are not in the text it was made from.
    """
    try:
        record = claims_file.parse(written, str(file), reading.text, qualifiers_of)
    except UserError:
        if _digest(written, file) in (None, reading.source.sha256):
            raise
        return None
    if record.source.sha256 != reading.source.sha256 or claims_file.is_of_earlier_version(written, str(file)):
        return None
    return record


def qualifiers_of(claim: Claim, beside: Sequence[Claim]) -> Qualifiers:
    """What the quote of a claim that a person added, with other claims, says of its value."""

    from checker import claims

    return claims.qualifiers_in_quote(claim, beside)


def orphaned(corpus: Corpus, file: Path, orphan: Orphan) -> str:
    """What to do about something a person wrote that no longer fits its source."""
    return (
        f"{corpus.shown(file)}: {orphan.what} no longer fits the source and is kept under orphaned: "
        "move it to where it belongs, or delete it"
    )


def unusable(failure: UserError, file: Path | None, corpus: Corpus) -> str:
    """Why the claims of a source cannot be used: the first problem that has a line, and how many more there are."""
    problems = [str(failure), *failure.notes]
    if file is not None:
        problems = [line.replace(str(file), corpus.shown(file)) for line in problems]
        placed = [line for line in problems if line.removeprefix(f"{corpus.shown(file)}:")[:1].isdecimal()]
        problems = [*placed[:1], *(line for line in problems if line not in placed[:1])]
    first, *others = problems
    noun = "problem" if len(others) == 1 else "problems"
    return f"{first} (and {len(others)} more {noun} in it)" if others else first


def _digest(text: str, file: Path) -> str | None:
    """The digest of the source that a claims file was made from, as far as it says."""
    data = strictyaml.parse(text, str(file))
    source = data.get("source") if isinstance(data, dict) else None
    digest = source.get("sha256") if isinstance(source, dict) else None
    return digest if isinstance(digest, str) else None
