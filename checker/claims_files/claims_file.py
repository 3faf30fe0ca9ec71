"""Keeps what was read from a source in ``claims/<source>.yaml``, and everything a person wrote there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from checker import files, strictyaml
from checker.claims_files import digest, review_merge, yaml_comments
from checker.claims_files.evidence_check import Verifier
from checker.claims_files.schema import ClaimEntry, RecordEntry
from checker.claims_files.yaml_writer import emit, scalar
from checker.model.claim import Claim, Entity, Evidence, Listing, Orphan, Record, Scope
from checker.model.document import Source
from checker.model.labels import NO_LABELS, NO_WORDS, Labels, OpenWords
from checker.model.qualifiers import NO_QUALIFIERS, Qualifiers, plain, restored
from checker.model.reasons import ClaimBasis
from checker.model.subject_ref import SubjectRef
from checker.model.user_error import UserError
from checker.model.value import Mention
from checker.strictyaml import modelines

SCHEMA_VERSION = 2
"""Version 1 said nothing of labels, qualifiers and words: it is still read, and written anew as this one."""
_Leaf = Mention | Scope | Evidence | Entity | Listing
QualifierReader = Callable[[Claim, Sequence[Claim]], Qualifiers]
_READ = ("1", str(SCHEMA_VERSION))


def dump(
    record: Record,
    existing: str | None = None,
    where: str = "",
    text: str | None = None,
    added: Sequence[digest.Data] = (),
    schema: str | None = None,
) -> str:
    """``record`` as YAML: sorted, without dates of writing, without paths.

    ``existing`` is what the file held: its manual claims, review marks and comments are kept, and what no
    longer has a place in ``text``, the source, moves to ``orphaned``. Raises UserError where ``existing``
    cannot be understood, so that it is never overwritten. ``added`` are claims of others, verified before;
    ``schema`` is where their JSON Schema is, for the first line.
    """
    data = _record_data(record)
    if existing is None or not existing.strip():
        return modelines.headed(emit(review_merge.merge({"claims": added}, data, text) if added else data), schema)
    parsed = strictyaml.read(existing, where)
    _check_version(parsed)
    strictyaml.validate(RecordEntry, parsed)
    claims = [*(parsed.data.get("claims") or ()), *added]
    new = yaml_comments.keep(
        modelines.without(existing), emit(review_merge.merge({**parsed.data, "claims": claims}, data, text))
    )
    return modelines.headed(new, schema, existing)


def orphans(yaml_text: str, where: str) -> tuple[Orphan, ...]:
    """What people wrote into a claims file and has no place in the source; ``yaml_text`` was read before."""
    if "\norphaned:" not in yaml_text:
        return ()
    return _orphans(strictyaml.read(yaml_text, where))


def is_of_earlier_version(yaml_text: str, where: str) -> bool:
    """Whether a claims file, which was read before, is of a schema version that extraction brings up to date."""
    line = next((line for line in yaml_text.splitlines() if line.startswith("schema_version:")), None)
    version = strictyaml.parse(line or yaml_text, where)["schema_version"]
    return str(version) != str(SCHEMA_VERSION)


def parse(yaml_text: str, where: str, source_text: str, qualifiers_of: QualifierReader | None = None) -> Record:
    """The record that ``yaml_text`` holds; claims that a person rejected are left out.

    ``qualifiers_of`` reads in its quote, of which it is given the other claims too, what a claim that a person added,
    and that says nothing of them, is qualified by.
    Raises UserError, all problems at once, for a malformed file, a schema version this release does not
    know, and every claim whose quote or value is not in ``source_text`` where it says.
    """
    parsed = strictyaml.read(yaml_text, where)
    _check_version(parsed)
    entry = strictyaml.validate(RecordEntry, parsed)
    verifier = Verifier(source_text, parsed)
    names = [digest.name_of(claim) for claim in parsed.data.get("claims") or ()]
    claims = [_claim(c, i, names[i], entry.source.id, verifier) for i, c in enumerate(entry.claims)]
    verifier.refuse_problems()
    if qualifiers_of is not None:
        sentences: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            sentences[claim.evidence.start].append(claim)
        for n, written in enumerate(entry.claims):
            if written.origin == "manual" and written.qualifiers is None:
                beside = [c for c in sentences[claims[n].evidence.start] if c.id != claims[n].id]
                claims[n] = replace(claims[n], qualifiers=qualifiers_of(claims[n], beside))
    kept = (c for c, e in zip(claims, entry.claims, strict=True) if not _rejected(e))
    return Record(
        source=Source(entry.source.id, sha256=entry.source.sha256),
        entities=tuple(Entity(**dict(thing)) for thing in entry.entities),
        claims=tuple(kept),
        names=frozenset(entry.names),
        orphaned=_orphans(parsed),
    )


def read(path: Path, source_text: str) -> Record:
    """The record that the file at ``path`` holds, as ``parse``."""
    return parse(contents(path), str(path), source_text)


def write(
    path: Path,
    record: Record,
    text: str | None = None,
    added: Sequence[digest.Data] = (),
    schema: str | None = None,
) -> bool:
    """Put ``record`` at ``path`` and keep what a person wrote there; whether the file changed.

    The file is the old one or the new one at every moment. ``text`` is the source's text, by which manual
    claims are placed; ``added`` and ``schema`` are as in ``dump``.
    """
    existing = contents(path) if path.exists() else None
    new = dump(record, existing, str(path), text, added, schema)
    if new == existing:
        return False
    files.replace(path, new, "the claims file")
    return True


def contents(path: Path) -> str:
    """The text of the claims file at ``path``; raises UserError where it cannot be read."""
    try:
        return files.read_text(path)
    except OSError as error:
        raise UserError(f"the claims file cannot be read: {error.strerror}", str(path)) from error
    except UnicodeDecodeError as error:
        raise UserError("the claims file is not UTF-8", str(path), "save it as UTF-8") from error


def _check_version(parsed: strictyaml.Parsed) -> None:
    version = parsed.data.get("schema_version") if isinstance(parsed.data, dict) else None
    if version in _READ:
        return
    where = parsed.at(("schema_version",))
    if version is None:
        raise UserError("the file does not say its schema_version", where, f"add schema_version: {SCHEMA_VERSION}")
    if isinstance(version, str) and version.isdecimal() and int(version[:9]) > SCHEMA_VERSION:
        raise UserError(
            f"the file was written by a newer release (schema_version {version})", where, "upgrade check-claims"
        )
    raise UserError(f"no such schema_version: {version}", where, f"write schema_version: {SCHEMA_VERSION}")


def _rejected(entry: ClaimEntry) -> bool:
    return entry.review is not None and entry.review.status == "rejected"


def by_id(yaml_text: str, where: str) -> dict[str, digest.Data]:
    """The claims of a claims file by id, as they are written."""
    parsed = strictyaml.read(yaml_text, where)
    _check_version(parsed)
    strictyaml.validate(RecordEntry, parsed)
    return {str(claim["id"]): claim for claim in parsed.data.get("claims") or () if claim.get("id")}


def by_people(yaml_text: str, where: str) -> tuple[Orphan, ...]:
    """Everything in a claims file that a person wrote: claims, marks, what is orphaned, and comments."""
    parsed = strictyaml.read(yaml_text, where)
    claims = enumerate(parsed.data.get("claims") or ())
    return (
        *(Orphan(_summary(c), parsed.line(("claims", i)) or 0) for i, c in claims if review_merge.is_by_person(c)),
        *_orphans(parsed),
        *(Orphan(f"the comment '{c.text}'", c.line) for c in strictyaml.comments(modelines.without(yaml_text))),
    )


def renamed(yaml_text: str, where: str, old: str, new: str) -> str:
    """A claims file for the source ``new`` that was that of ``old``: other ids, every other character as it was."""
    parsed = strictyaml.read(yaml_text, where)
    lines = yaml_text.splitlines(keepends=True)
    stem = f"{old}-"
    ids = {
        (section, index, "id"): (str(entry["id"]), f"{new}-{str(entry['id']).removeprefix(stem)}")
        for section in ("claims", "orphaned")
        for index, entry in enumerate(parsed.data.get(section) or ())
        if str(entry.get("id", "")).startswith(stem)
    }
    for place, (before, after) in ((("source", "id"), (old, new)), *ids.items()):
        number = (parsed.line(place) or 1) - 1
        front, found, rest = lines[number].partition("id:")
        quoted = next((q for q in (f'"{before}"', f"'{before}'", before) if q in rest), None)
        if not found or quoted is None:
            raise UserError("an id is not on a line of its own", parsed.at(place), "write it so")
        lines[number] = f"{front}id:{rest.replace(quoted, scalar(after), 1)}"
    return "".join(lines)


def _orphans(parsed: strictyaml.Parsed) -> tuple[Orphan, ...]:
    entries = parsed.data.get("orphaned") or ()
    return tuple(Orphan(_summary(e), parsed.line(("orphaned", i)) or 0) for i, e in enumerate(entries))


def _summary(entry: dict[str, Any]) -> str:
    status = digest.status(entry)
    what = f"the mark '{status}'" if status in ("confirmed", "rejected") else "the claim"
    value = entry.get("value") or {}
    return f"{what} on {entry.get('subject')}, {entry.get('attribute')}: {value.get('text')}"


def _claim(entry: ClaimEntry, index: int, identifier: str, source: str, verifier: Verifier) -> Claim:
    evidence = verifier.evidence(entry.evidence, ("claims", index), f"claim '{identifier}'")
    start, end = verifier.value(entry.value, evidence, index, identifier)
    if entry.origin == "manual":
        verifier.bounds(entry.value, index, identifier)
    verifier.unique(identifier, index)
    value = dict(entry.value) | {"start": start, "end": end}
    return Claim(
        id=identifier,
        source=source,
        subject=SubjectRef.parse(entry.subject),
        subject_name=entry.subject_name or entry.subject,
        attribute=entry.attribute,
        value=Mention(**value),
        scope=Scope(**dict(entry.scope)),
        modality=entry.modality,
        evidence=evidence,
        origin=entry.origin,
        open=entry.open,
        basis=ClaimBasis.parse(entry.basis),
        binding=entry.binding,
        listed=Listing(**dict(entry.listed)) if entry.listed is not None else None,
        labels=Labels(**dict(entry.labels)) if entry.labels is not None else NO_LABELS,
        qualifiers=restored(entry.qualifiers.model_dump()) if entry.qualifiers is not None else NO_QUALIFIERS,
        words=OpenWords(**dict(entry.words)) if entry.words is not None else NO_WORDS,
    )


def _record_data(record: Record) -> dict[str, Any]:
    data: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "source": {"id": record.source.id}}
    if record.source.sha256:
        data["source"]["sha256"] = record.source.sha256
    if record.entities:
        data["entities"] = [_plain(thing) for thing in sorted(record.entities, key=lambda e: (e.id, e.name))]
    if record.names:
        data["names"] = sorted(record.names)
    data["claims"] = [_claim_data(claim) for claim in sorted(record.claims, key=_place)]
    return data


def _place(claim: Claim) -> tuple[int, int, int, str, str]:
    return (claim.value.start, claim.value.end, claim.evidence.start, claim.attribute, claim.id)


def _claim_data(claim: Claim) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": claim.id,
        "subject": claim.subject.text,
        "subject_name": claim.subject_name,
        "attribute": claim.attribute,
        "value": {"kind": claim.value.kind, "text": claim.value.text, **_plain(claim.value)},
        "scope": _plain(claim.scope),
        "modality": claim.modality,
        "evidence": _plain(claim.evidence),
    }
    if not data["scope"]:
        del data["scope"]
    if claim.origin != "extracted":
        data["origin"] = claim.origin
    if claim.open:
        data["open"] = True
    if claim.basis:
        data["basis"] = claim.basis.text
    if claim.binding != "named":
        data["binding"] = claim.binding
    if claim.listed is not None:
        data["listed"] = _plain(claim.listed)
    around = {"labels": claim.labels, "qualifiers": claim.qualifiers, "words": claim.words}
    data |= {name: said for name, leaf in around.items() if (said := plain(leaf))}
    if claim.origin == "extracted":
        data["digest"] = digest.digest(data)
    return data


def _plain(leaf: _Leaf) -> dict[str, Any]:
    """The fields of ``leaf`` that differ from what they are when nothing is said."""
    return {
        field.name: getattr(leaf, field.name)
        for field in fields(leaf)
        if field.name != "steps" and getattr(leaf, field.name) not in (field.default, None)
    }
