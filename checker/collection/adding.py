"""Adds a source: says what it agrees with, conflicts with and alone states, then keeps its file, claims and entry."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker import claims_file_state, files, pipeline, sources
from checker.collection.corpus_paths import Place
from checker.collection.intake import Arrival, Guess, guesses
from checker.corpus import corpus_of
from checker.inputs import Input
from checker.model.document import Source
from checker.model.json_report import single_source
from checker.model.user_error import Unreadable, UserError
from checker.sources import registry, registry_editor, source_ids
from checker.sources.files import contents
from checker.strictyaml import modelines

if TYPE_CHECKING:
    from checker.model.claim import Claim
    from checker.model.decision import Ruling
    from checker.model.finding import Finding
    from checker.model.report import Report

FACTS = ("title", "publisher", "published", "url", "authority")
"""What is known of a source besides its id and file."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """A document about to be registered: under which id, from which file, and what may be guessed of it."""

    arrival: Arrival
    identifier: str
    file: Path
    """Where it is to be; a document from the folder of sources is there already."""
    guessed: Mapping[str, Guess]
    warnings: tuple[str, ...]

    @property
    def in_place(self) -> bool:
        """Whether nothing has to be copied."""
        given = self.arrival.file
        return given is not None and self.file.exists() and given.resolve() == self.file.resolve()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a new source brings, from the report before it and the report with it."""

    report: Report
    claims: tuple[Claim, ...]
    agrees: tuple[Finding, ...]
    conflicts: tuple[Finding, ...]
    joins: tuple[Finding, ...]
    """Conflicts that were there before, in which it takes a side now."""
    alone: tuple[Claim, ...]
    reopened: tuple[Ruling, ...]
    """Decisions that no longer hold because it takes part in their conflict now."""


def new_source(place: Place, arrival: Arrival, on_disk: Path, identifier: str | None = None) -> NewSource:
    """What ``arrival`` would be registered as; ``on_disk`` is a file that holds it.

    Raises UserError for content that is registered already, an id that is taken or unfit, and a document that cannot
    be read.
    """
    known = place.sources()
    for entry in known:
        if _same(entry.file, arrival, place.max_bytes):
            raise UserError(
                f"this content is registered already, as the source '{entry.source.id}', {place.shown(entry.file)}",
                arrival.url or str(arrival.file),
            )
    try:
        reading = sources.read(on_disk, Source(identifier or "new", path=on_disk.name), max_bytes=place.max_bytes)
        document = pipeline.document_of(reading)
    except Unreadable as error:
        raise UserError(error.reason, arrival.url or str(arrival.file)) from error
    guessed = guesses(document, arrival.url)
    ids = [entry.source.id for entry in known]
    if identifier is not None:
        refuse_id(identifier, ids, place)
    name = identifier or source_ids.free(source_ids.clean(arrival.called), ids)
    folder = place.register.parent
    file = arrival.file
    if file is None or not file.resolve().is_relative_to(folder.resolve()):
        present = [path.stem for path in folder.glob("*")] if folder.is_dir() else []
        file = folder / f"{source_ids.free(name, present)}{arrival.suffix}"
    else:
        file = folder.resolve() / file.resolve().relative_to(folder.resolve())
    said = (*reading.unread, *(warning.message for warning in reading.warnings))
    return NewSource(arrival, name, file, guessed, said)


def refuse_id(identifier: str, taken: list[str], place: Place) -> None:
    """Raise UserError for an id that another source has, or that is unfit for the name of a file."""
    if source_ids.clean(identifier) != identifier.lower().replace("_", "-").strip("-"):
        raise UserError(
            f"'{identifier}' cannot be an id", remedy=f"take letters and hyphens: {source_ids.clean(identifier)}"
        )
    if identifier.casefold() in {one.casefold() for one in taken}:
        raise UserError(f"there is a source '{identifier}' already", place.shown(place.register), "take another id")


def outcome(place: Place, new: NewSource, on_disk: Path, facts: Mapping[str, str]) -> Outcome:
    """The reports without and with the new source, compared; nothing is written."""
    corpus = corpus_of((), may_be_empty=True)
    others = tuple(given for given in corpus.inputs if given.file is None or given.file.resolve() != new.file.resolve())
    corpus = replace(corpus, inputs=others)
    before = pipeline.check(corpus)
    source = source_of(new, facts, place)
    inputs = sorted((*others, Input(source, on_disk)), key=lambda given: given.source.id)
    after = pipeline.check(replace(corpus, inputs=tuple(inputs)))
    return _outcome(before, after, new.identifier)


def source_of(new: NewSource, facts: Mapping[str, str], place: Place) -> Source:
    """The source as it will be read from the register."""
    authority = facts.get("authority")
    return Source(
        new.identifier,
        place.shown(new.file),
        facts.get("title"),
        facts.get("publisher"),
        facts.get("published"),
        facts.get("published_basis"),
        facts.get("url"),
        int(authority) if authority is not None else None,
    )


def keep(place: Place, new: NewSource, facts: Mapping[str, str], remarks: Mapping[str, str]) -> list[str]:
    """Write the file, the entry and the claims of a new source; what was done, a line each.

    The entry comes last but for the claims: if the work is broken off before it, nothing is registered, and all can
    be done again.
    """
    done = []
    with files.locked(place.register.parent, "the register of sources"):
        ids = [entry.source.id for entry in place.sources()]
        refuse_id(new.identifier, ids, place)
        if not new.in_place:
            if new.file.exists():
                raise UserError("another file took this name meanwhile", place.shown(new.file), "add the source again")
            files.replace(new.file, new.arrival.data, "the source")
            more = ": edit this copy from now on" if new.arrival.file is not None else ""
            done.append(f"{place.shown(new.file)} written{more}")
        text = registry.text_of(place.register) if place.register.exists() else ""
        file = new.file.resolve().relative_to(place.register.parent.resolve()).as_posix()
        entry = {"id": new.identifier, "file": file, **facts}
        changed = registry_editor.added(text, str(place.register), entry, remarks)
        changed = modelines.headed(changed, modelines.reference(place.schemas, "sources", place.register), text)
        files.replace(place.register, changed, "the register of sources")
        done.append(f"{place.shown(place.register)}: entry '{new.identifier}' added")
    return done + _claims(place, new)


def _claims(place: Place, new: NewSource) -> list[str]:
    """Extract the new source; a claims file that was set aside when it was removed is taken back first."""
    corpus = corpus_of((str(new.file),))
    file, aside = place.claims_file(new.identifier), place.set_aside(new.identifier)
    if file is None or aside is None:
        return []
    done = []
    if aside.is_file() and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        aside.replace(file)
        done.append(f"{place.shown(aside)} restored, with what people wrote in it")
    for extraction in pipeline.extract(corpus, []):
        pipeline.keep(extraction)
        done.append(f"{place.shown(extraction.file)}: {len(extraction.record.claims)} claims")
        done += [claims_file_state.orphaned(corpus, extraction.file, orphan) for orphan in extraction.orphans]
    return done


def _same(file: Path, arrival: Arrival, max_bytes: int) -> bool:
    try:
        return hashlib.sha256(contents(file, max_bytes)).hexdigest() == arrival.sha256
    except Unreadable:
        return False


def _outcome(before: Report, after: Report, identifier: str) -> Outcome:
    claims = {claim.id: claim for claim in after.claims if claim.source == identifier}
    known = {finding.fingerprint for finding in before.findings}
    fresh = [
        finding
        for finding in after.findings
        if finding.kind != "decision"
        and (claims.keys() & set(finding.claims) or (finding.fingerprint not in known and finding.status != "baseline"))
    ]
    conflicts = [finding for finding in fresh if finding.relation == "conflict"]
    earlier = [(f.rule, frozenset(f.claims)) for f in before.findings if f.relation == "conflict"]
    joins = [
        f
        for f in conflicts
        if f.status == "baseline" or any(f.rule == rule and ids <= set(f.claims) for rule, ids in earlier)
    ]
    active = {(r.decision.where, r.decision) for r in before.rulings if r.state == "active"}
    return Outcome(
        after,
        tuple(claims.values()),
        tuple(f for f in fresh if f.relation == "agree"),
        tuple(f for f in conflicts if f not in joins),
        tuple(joins),
        tuple(claim for claim in single_source(after) if claim.source == identifier),
        tuple(r for r in after.rulings if r.state != "active" and (r.decision.where, r.decision) in active),
    )
