"""Takes in claims of a source that a person or another tool wrote, each checked against the source's text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker import files, pipeline
from checker.claims_files import claims_file, imported_claims
from checker.corpus import Corpus
from checker.inputs import Input
from checker.model.user_error import Unreadable, UserError
from checker.strictyaml.suggestions import suggestion


@dataclass(frozen=True, slots=True)
class Given:
    """The claims of a file that its source bears out, as a claims file holds them, and what is wrong with the rest."""

    source: str
    claims: tuple[dict[str, Any], ...]
    problems: tuple[UserError, ...]


def take_in(corpus: Corpus, file: Path) -> Given:
    """Read and verify the claims in ``file``, YAML or JSON, for the source that it or the corpus names.

    Raises UserError for a file that is malformed, and where the source is unknown or cannot be read.
    """

    try:
        text = files.read_text(file, "utf-8-sig")
    except OSError as error:
        raise UserError(f"the claims cannot be read: {error.strerror}", str(file)) from error
    except UnicodeDecodeError as error:
        raise UserError("the claims are not UTF-8", str(file), "save them as UTF-8") from error
    parsed = imported_claims.read(text, str(file))
    source = _source(corpus, imported_claims.source_of(parsed), str(file))
    try:
        reading = corpus.reading(source)
    except Unreadable as error:
        raise UserError(error.reason, error.path) from error
    stored = corpus.claims_file(source)
    taken = (
        claims_file.by_id(claims_file.contents(stored), str(stored)) if stored is not None and stored.exists() else {}
    )
    good, problems = imported_claims.verified(parsed, reading.text, taken, pipeline.find_values)
    return Given(source.source.id, tuple(good), tuple(problems))


def _source(corpus: Corpus, named: str | None, where: str) -> Input:
    known = {given.source.id: given for given in corpus.inputs if corpus.claims_file(given) is not None}
    if named is None and len(known) == 1:
        return next(iter(known.values()))
    if named is None:
        raise UserError("which source are these claims of?", where, "add source: ID, or give the source's path")
    if named not in known:
        raise UserError(f"no source '{named}'", where, suggestion(named, known))
    return known[named]
