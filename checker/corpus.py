"""What one run works on: its sources, its rules, and where its claims are stored."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.document import Source
from checker.model.failure import Failure, Unreadable

if TYPE_CHECKING:
    from checker.configuration import Configuration
    from checker.model.document import Reading
    from checker.model.finding import Severity
    from checker.model.rule import Rulebook
    from checker.sources import Found

STANDARD_INPUT = "-"
DEFAULT_FAIL_ON = "warning"
DEFAULT_CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class Input:
    """One source to read: its file (None for standard input), or the reason why it cannot be."""

    source: Source
    file: Path | None
    problem: str | None = None
    registered: bool = False
    """It belongs to the configuration, so that its claims may be stored."""


@dataclass(frozen=True, slots=True)
class SettingsFor:
    """Settings that the configuration has for some sources: severities by rule id, and rules left out."""

    sources: frozenset[str]
    severity: dict[str, Severity]
    ignore: frozenset[str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The inputs in order of their ids, and what they are held against."""

    inputs: tuple[Input, ...]
    rulebook: Rulebook
    claims: Path | None
    """The folder of claims files, where the configuration names one."""
    root: Path
    fail_on: str = DEFAULT_FAIL_ON
    max_bytes: int | None = None
    decisions: Path | None = None
    """The folder of decisions, where there is a configuration."""
    whole: bool = False
    """The inputs are all the sources that the configuration has."""
    governing: tuple[Path, ...] = ()
    """The files that say how sources are checked: the configuration, the rules and the register."""
    baseline: Path | None = None
    """The baseline that the configuration names."""
    overrides: tuple[SettingsFor, ...] = ()
    schemas: Path | None = None
    """The folder of JSON Schemas that the configuration names."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the inputs are read from."""
        return tuple(given.file for given in self.inputs if given.file is not None)

    def reading(self, given: Input) -> Reading:
        """What the reader of its format hands on; raises Unreadable with the reason."""
        from checker import sources

        if given.problem is not None:
            raise Unreadable(given.source.path or given.source.id, given.problem)
        if given.file is None:
            return sources.from_bytes(sys.stdin.buffer.read(), given.source)
        limit = {} if self.max_bytes is None else {"max_bytes": self.max_bytes}
        return sources.read(given.file, given.source, **limit)

    def shown(self, file: Path) -> str:
        """How reports name a file of the corpus: as told from its root."""
        return Path(os.path.relpath(file, self.root)).as_posix()

    def homeless_claims(self) -> list[Path]:
        """The claims files that belong to no source, where all sources are here."""
        if self.claims is None or not self.whole:
            return []
        known = {given.source.id for given in self.inputs}
        return sorted(path for path in self.claims.glob("*.yaml") if path.stem not in known)

    def claims_file(self, given: Input) -> Path | None:
        """Where the claims of a source are stored; None where they never are."""
        if self.claims is None or not given.registered:
            return None
        return self.claims / f"{given.source.id}.yaml"


def corpus_of(
    paths: Sequence[str],
    *,
    configured: bool = True,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    may_be_empty: bool = False,
) -> Corpus:
    """The documents at ``paths``, or those of the configuration where none is given, and the rules in force.

    Raises Failure for a path, rule or configuration that is wrong, and where there is nothing to read; with
    ``may_be_empty`` a register without documents is none of these.
    """
    settings = _settings(configured)
    rulebook = _chosen(_rulebook(settings), select, ignore)
    registered = _registered(settings, may_be_empty)
    if paths:
        inputs = _given(paths, registered)
    elif settings is not None and (settings.sources or settings.registry):
        inputs = _configured(settings, registered, may_be_empty)
    else:
        raise Failure("no sources", remedy="give a path, or name sources in a check-claims.yaml")
    _refuse_shared_ids(inputs)
    if settings is None:
        return Corpus(inputs, rulebook, None, Path())
    return Corpus(
        inputs,
        rulebook,
        settings.claims_folder(),
        settings.root,
        settings.fail_on or DEFAULT_FAIL_ON,
        settings.max_file_size,
        settings.decisions_folder(),
        not paths,
        settings.governing(),
        settings.baseline_path(),
        _overrides(settings, inputs, rulebook),
        settings.schemas_folder(),
    )


def rulebook_of(*, configured: bool = True) -> Rulebook:
    """The rules in force: the configured ones, or the recommended ones where nothing is configured."""
    return _rulebook(_settings(configured))


def places_of(*, configured: bool = True) -> dict[str, str]:
    """The file and line of each configured rule and attribute, by id; recommended ones have none."""
    from checker import strictyaml
    from checker.rules import load

    settings = _settings(configured)
    places: dict[str, str] = {}
    paths = settings.rule_paths() if settings is not None else []
    further = load.pack_files(paths, settings.packs) if settings is not None else []
    for path in (*further, *paths):
        parsed = strictyaml.read(path.read_text(encoding="utf-8-sig"), str(path))
        places |= {name: parsed.at(("attributes", name)) for name in parsed.data.get("attributes", {})}
        rules = enumerate(parsed.data.get("rules", ()))
        places |= {rule["id"]: parsed.at(("rules", index, "id")) for index, rule in rules}
    return places


def refuse_unknown(names: Collection[str], known: Collection[str], what: str) -> None:
    """Raise Failure for the names that are not known, each with the nearest that is."""
    from checker.strictyaml.nearest import suggestion

    unknown = [Failure(f"no {what} '{name}'", remedy=suggestion(name, known)) for name in names if name not in known]
    if unknown:
        first, *others = unknown
        raise Failure(first.what, remedy=first.remedy, notes=tuple(map(str, others)))


def _settings(configured: bool) -> Configuration | None:
    if not configured:
        return None
    from checker import configuration

    return configuration.find(Path.cwd())


def _rulebook(settings: Configuration | None) -> Rulebook:
    from checker.rules import KINDS, load

    if settings is None:
        return load.load(kinds=KINDS)
    book = load.load(settings.rule_paths(), kinds=KINDS, packs=settings.packs)
    if not (settings.severity or settings.ignore):
        return book
    refuse_unknown([*settings.severity, *settings.ignore], [rule.id for rule in book.rules], "rule")
    rules = (
        rule.model_copy(update={"severity": settings.severity.get(rule.id, rule.severity)})
        for rule in book.rules
        if rule.id not in settings.ignore
    )
    return book.model_copy(update={"rules": tuple(rules)})


def _overrides(settings: Configuration, inputs: Sequence[Input], rulebook: Rulebook) -> tuple[SettingsFor, ...]:
    """The configuration's settings for some paths, by the sources that they fit."""
    from checker.configuration.patterns import fits

    known = {rule.id for rule in rulebook.rules} | set(settings.ignore)
    found = []
    for override in settings.overrides:
        refuse_unknown([*override.severity, *override.ignore], known, "rule")
        fitting = frozenset(
            given.source.id
            for given in inputs
            if given.file is not None and any(fits(given.file, pattern, settings.root) for pattern in override.paths)
        )
        found.append(SettingsFor(fitting, override.severity, frozenset(override.ignore)))
    return tuple(found)


def _chosen(book: Rulebook, select: Collection[str], ignore: Collection[str]) -> Rulebook:
    if not select and not ignore:
        return book
    refuse_unknown([*select, *ignore], [rule.id for rule in book.rules], "rule")
    rules = (rule for rule in book.rules if (not select or rule.id in select) and rule.id not in ignore)
    return book.model_copy(update={"rules": tuple(rules)})


def _registered(settings: Configuration | None, may_be_empty: bool) -> dict[str, Input]:
    """The sources of the register by the real path of their file."""
    if settings is None or settings.registry is None:
        return {}
    path = settings.registry_file() if may_be_empty else settings.registry_path()
    if path is None:
        return {}
    from checker.sources import registry

    entries = registry.load(path, root=settings.root, may_be_empty=may_be_empty)
    return {os.path.realpath(e.file): Input(e.source, e.file, registered=True) for e in entries}


def _given(paths: Sequence[str], registered: dict[str, Input]) -> tuple[Input, ...]:
    from checker import sources

    files = [Path(path) for path in dict.fromkeys(paths) if path not in ("", STANDARD_INPUT)]
    if "" in paths:
        raise Failure("an empty path", remedy="name a file or a folder; . is this folder")
    inputs = _named(sources.discover(files), registered, None) if files else []
    if STANDARD_INPUT in paths:
        inputs.append(Input(Source("stdin"), None))
    return tuple(sorted(inputs, key=lambda given: given.source.id))


def _configured(settings: Configuration, registered: dict[str, Input], may_be_empty: bool) -> tuple[Input, ...]:
    from checker import sources

    if not settings.sources:
        return tuple(sorted(registered.values(), key=lambda given: given.source.id))
    found = sources.discover(settings.source_paths(may_be_empty=may_be_empty), may_be_empty=may_be_empty)
    inputs = [replace(given, registered=True) for given in _named(found, registered, settings.root)]
    seen = {given.source.id for given in inputs}
    inputs += [given for given in registered.values() if given.source.id not in seen]
    return tuple(sorted(inputs, key=lambda given: given.source.id))


def _named(found: Found, registered: dict[str, Input], root: Path | None) -> list[Input]:
    """The documents found: under their registered names, else under ids made from their paths."""
    from checker import sources

    problems = {Path(skipped.path): skipped.reason for skipped in found.skipped}
    known = {path: registered[os.path.realpath(path)] for path in found.files if os.path.realpath(path) in registered}
    ids = sources.identify([*(path for path in found.files if path not in known), *problems])
    inputs = list(known.values())
    for path, identifier in ids.items():
        shown = path if root is None else Path(os.path.relpath(path, root))
        inputs.append(Input(Source(identifier, path=shown.as_posix()), path, problems.get(path)))
    return inputs


def _refuse_shared_ids(inputs: Sequence[Input]) -> None:
    seen: dict[str, Input] = {}
    for given in inputs:
        other = seen.setdefault(given.source.id.casefold(), given)
        if other is not given:
            raise Failure(
                f"two sources have the id '{given.source.id}'",
                f"{other.source.path or 'standard input'} and {given.source.path or 'standard input'}",
                "register one of them under another id",
            )
