"""Where a configured corpus keeps its sources, claims and decisions."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from checker import configuration, moved_documents
from checker.corpus import stored_as
from checker.model.user_error import UserError
from checker.sources import registry
from checker.sources.registry import Registered
from checker.strictyaml.suggestions import suggestion

SET_ASIDE = "removed"
"""The folder beside the claims files that takes those of removed sources."""


@dataclass(frozen=True, slots=True)
class Place:
    """The paths that the configuration names."""

    root: Path
    register: Path
    claims: Path | None
    decisions: Path
    max_bytes: int
    schemas: Path | None = None
    moved: registry.Mover | None = None
    """Finds a registered document that was moved."""

    def shown(self, file: Path) -> str:
        """How messages name a file: relative to the root."""
        return Path(os.path.relpath(file, self.root)).as_posix()

    def sources(self) -> tuple[Registered, ...]:
        """The sources in the register."""
        return registry.load(self.register, root=self.root, may_be_empty=True, moved=self.moved)

    def source(self, identifier: str) -> Registered:
        """The registered source of this id; raises UserError with the nearest one where there is none."""
        known = {entry.source.id: entry for entry in self.sources()}
        if identifier not in known:
            raise UserError(
                f"no source '{identifier}' in {self.shown(self.register)}", "", suggestion(identifier, known)
            )
        return known[identifier]

    def claims_file(self, identifier: str) -> Path | None:
        """Where the claims of a source are stored, if anywhere."""
        return stored_as(self.claims, identifier) if self.claims is not None else None

    def set_aside(self, identifier: str) -> Path | None:
        """Where the claims file of a source is kept that was removed."""
        return stored_as(self.claims / SET_ASIDE, identifier) if self.claims is not None else None


def here() -> Place:
    """The place that the configuration around the current folder describes; UserError where it names no register."""
    settings = configuration.find(Path.cwd())
    if settings is None:
        raise UserError("no configuration, so no register of sources", remedy="make one: check-claims init")
    register = settings.registry_file()
    if register is None:
        raise UserError(
            "the configuration names no register of sources", str(settings.file), "add registry: seeds/sources.yaml"
        )
    return Place(
        settings.root,
        register,
        settings.claims_folder(),
        settings.decisions_folder(),
        settings.max_file_size,
        settings.schemas_folder(),
        moved_documents.moved_documents(settings),
    )
