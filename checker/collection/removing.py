"""Removes a source with what the tool wrote about it; what people wrote is named and kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker import configuration, files, inputs
from checker.claims_files import claims_file
from checker.collection.corpus_paths import Place
from checker.model.user_error import UserError
from checker.review import decisions_file
from checker.sources import registry, registry_editor

if TYPE_CHECKING:
    from checker.sources.registry import Registered


@dataclass(frozen=True, slots=True)
class Leaving:
    """A source about to be removed, and what people wrote of it: a line each, with its place."""

    entry: Registered
    claims: Path | None
    """Its claims file, where there is one."""
    written: tuple[str, ...]
    """What is in the claims file by people: it cannot be read from the source again."""
    decided: tuple[str, ...]
    """The decisions that name it."""


def leaving(place: Place, identifier: str) -> Leaving:
    """What removing a source would touch; raises UserError where there is no such source or a file is malformed."""
    entry = place.source(identifier)
    file = place.claims_file(identifier)
    there = file if file is not None and file.exists() else None
    written = claims_file.by_people(claims_file.contents(there), str(there)) if there is not None else ()
    decided = [d for d in decisions_file.load(place.decisions) if identifier in decisions_file.sources_of(d)]
    return Leaving(
        entry,
        there,
        tuple(f"{place.shown(there)}:{one.line}: {one.what}" for one in written) if there is not None else (),
        tuple(
            f"{place.shown(Path(d.where.rpartition(':')[0]))}:{d.where.rpartition(':')[2]}: "
            f"the decision '{d.verdict}' by {d.by}"
            for d in decided
        ),
    )


def remove(place: Place, going: Leaving, *, force: bool, delete_file: bool) -> list[str]:
    """Take the source out of the register; what was done, a line each.

    Raises UserError, with all that people wrote of it as notes, unless there is nothing or ``force``: then its claims
    file is set aside, and the decisions stay, to be reported until somebody deals with them.
    """
    name = going.entry.source.id
    persons = (*going.written, *going.decided)
    if persons and not force:
        raise UserError(
            f"people wrote {len(persons)} {'thing' if len(persons) == 1 else 'things'} about '{name}'",
            remedy="--force sets its claims aside and leaves the decisions where they are",
            notes=persons,
        )
    done = []
    with files.locked(place.register.parent, "the register of sources"):
        changed = registry_editor.removed(registry.text_of(place.register), str(place.register), name)
        files.replace(place.register, changed, "the register of sources")
    done.append(f"{place.shown(place.register)}: entry '{name}' removed")
    done += _claims(place, going)
    if delete_file:
        going.entry.file.unlink(missing_ok=True)
        done.append(f"{place.shown(going.entry.file)} deleted")
    else:
        done.append(f"{place.shown(going.entry.file)} stays (--delete-file deletes it)")
        done += still_checked(place, going)
    done += [f"{line} stays, and is reported as orphaned" for line in going.decided]
    return done


def still_checked(place: Place, going: Leaving) -> list[str]:
    """A line where the configuration names the document by a folder or a pattern, so that it is checked as before."""
    settings = configuration.find(Path.cwd())
    if settings is None:
        return []
    found, _ = inputs.configured(settings, {}, may_be_empty=True)
    file = os.path.realpath(going.entry.file)
    if all(given.file is None or os.path.realpath(given.file) != file for given in found):
        return []
    name, setting = place.shown(going.entry.file), settings.origin("sources")
    where = place.shown(Path(setting.rpartition(":")[0])) if ":" in setting else place.shown(settings.file)
    return [f"{name} is still checked: sources: in {where} covers it; delete it, or name it under exclude: there"]


def _claims(place: Place, going: Leaving) -> list[str]:
    aside = place.set_aside(going.entry.source.id)
    if going.claims is None or aside is None:
        return []
    if not going.written:
        going.claims.unlink(missing_ok=True)
        return [f"{place.shown(going.claims)} deleted (nothing in it was written by hand)"]
    aside.parent.mkdir(parents=True, exist_ok=True)
    number, free = 1, aside
    while free.exists():
        number += 1
        free = aside.with_stem(f"{aside.stem}.{number}")
    going.claims.replace(free)
    return [f"{place.shown(going.claims)} set aside as {place.shown(free)}"]
