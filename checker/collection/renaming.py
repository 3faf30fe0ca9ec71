"""Renames a source everywhere at once: its entry and file, its claims, and the decisions that name it."""

from __future__ import annotations

from pathlib import Path

from checker import files
from checker.claims_files import claims_file
from checker.collection.adding import refuse_id
from checker.collection.corpus_paths import Place
from checker.model.user_error import UserError
from checker.review import decisions_file
from checker.sources import registry, registry_editor


def rename(place: Place, old: str, new: str, *, dry_run: bool = False) -> list[str]:
    """Give the source ``old`` the id ``new``; what was (or would be) done, a line each.

    Every step finds what an earlier run that was broken off has done already, and the register comes last, so that
    the same command finishes it. Raises UserError for ids that do not fit and for files in the way.
    """
    entry = place.source(old)
    refuse_id(new, [e.source.id for e in place.sources() if e.source.id != old], place)
    if new == old:
        raise UserError(f"'{old}' is its id already")
    file = _file(place, entry.file, old, new)
    source, target = place.claims_file(old), place.claims_file(new)
    done = []
    with files.locked(place.register.parent, "the register of sources"):
        if source is not None and target is not None and source.exists():
            text = claims_file.renamed(claims_file.contents(source), str(source), old, new)
            if target.exists() and claims_file.contents(target) != text:
                raise UserError("a claims file is in the way", place.shown(target), "move it away")
            done.append(f"{place.shown(source)} -> {place.shown(target)}")
        if file != entry.file and file.exists() and files.read_bytes(file) != files.read_bytes(entry.file):
            raise UserError("a file is in the way", place.shown(file), "move it away")
        changes = decisions_file.rename(place.decisions, old, new, dry_run=dry_run)
        done += [f"{place.shown(change.path)}: decisions name '{new}'" for change in changes]
        if source is not None and target is not None and source.exists() and not dry_run:
            files.replace(target, text, "the claims file")
            source.unlink()
        if file != entry.file:
            done.append(f"{place.shown(entry.file)} -> {place.shown(file)}")
        if not dry_run:
            _register(place, old, new, entry.file, file)
        done.append(f"{place.shown(place.register)}: '{old}' is '{new}'")
    return done


def _file(place: Place, file: Path, old: str, new: str) -> Path:
    """The document's path afterwards: named by its new id, if it was named by its old one."""
    return file.with_stem(new) if file.stem == old else file


def _register(place: Place, old: str, new: str, before: Path, after: Path) -> None:
    if after != before:
        files.replace(after, files.read_bytes(before), "the source")
    path = after.relative_to(place.register.parent).as_posix()
    text = registry_editor.renamed(registry.text_of(place.register), str(place.register), old, new, path)
    files.replace(place.register, text, "the register of sources")
    if after != before:
        before.unlink()
