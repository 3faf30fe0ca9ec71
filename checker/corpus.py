"""What one run works on: its sources, its rules, and where its claims are stored."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker import configuration, files, limits, sources, strictyaml
from checker import inputs as finding
from checker.configuration.patterns import fits
from checker.inputs import Input
from checker.model.user_error import Unreadable, UserError
from checker.sources import source_ids
from checker.strictyaml.suggestions import suggestion

if TYPE_CHECKING:
    from checker.configuration import Configuration
    from checker.language.language import Language
    from checker.model.document import Reading
    from checker.model.finding import Severity
    from checker.model.report import Ignored
    from checker.model.rule import Rulebook

DEFAULT_FAIL_ON = "error"
DEFAULT_CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class SettingsFor:
    """Settings that the configuration has for some sources: severities by rule id, and rules left out."""

    sources: frozenset[str]
    severity: dict[str, Severity]
    ignore: frozenset[str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The inputs in order of their ids, and the rules and settings that apply to them."""

    inputs: tuple[Input, ...]
    rulebook: Rulebook
    claims: Path | None
    """The folder of claims files, where the configuration names one."""
    root: Path
    fail_on: str = DEFAULT_FAIL_ON
    max_bytes: int | None = None
    max_seconds: float | None = None
    """What reading one source may take; None decides by its size."""
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
    idle: frozenset[str] = frozenset()
    """Ids of the rules that there are and that this run leaves out."""
    registry: Path | None = None
    """The register of sources, where the configuration names one."""
    jobs: int | None = None
    """The most processes that the configuration allows."""
    rule_patterns: tuple[str, ...] = ()
    """Where rules are looked for, relative to the root."""
    left_out: frozenset[str] = frozenset()
    """Ids of the rules that the configuration leaves out."""
    ignored: tuple[Ignored, ...] = ()
    """What is no document in the folders of the inputs."""

    @property
    def language(self) -> Language:
        """The language that it is read in, with the words that its rules files add."""
        from checker.language.language import of_corpus

        return of_corpus(self.rulebook.vocabulary)

    @property
    def configuration(self) -> Path | None:
        """The file that configures it, where there is one."""
        return self.governing[0] if self.governing else None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the inputs are read from."""
        return tuple(given.file for given in self.inputs if given.file is not None)

    def reading(self, given: Input) -> Reading:
        """What the reader of its format gives; raises Unreadable with the reason."""
        if given.problem is not None:
            raise Unreadable(given.source.path or given.source.id, given.problem)
        if given.file is None:
            return sources.from_bytes(sys.stdin.buffer.read(), given.source)
        return sources.read(
            given.file,
            given.source,
            max_bytes=self.most_bytes,
            seconds=limits.seconds(given.size, self.max_seconds),
            unsaved=given.unsaved,
        )

    def content(self, given: Input) -> bytes:
        """The bytes of an input that has a file, or what an editor holds of it; raises Unreadable with the reason."""
        if given.file is None:
            raise Unreadable(given.source.id, "it has no file")
        return given.unsaved if given.unsaved is not None else sources.contents(given.file, self.most_bytes)

    @property
    def most_bytes(self) -> int:
        """The most bytes that a file may have."""
        return sources.MAX_BYTES if self.max_bytes is None else self.max_bytes

    def with_unsaved(self, texts: Mapping[str, str]) -> Corpus:
        """The same with what an editor holds of some files and has not saved, by their real paths."""
        if not texts:
            return self
        inputs = []
        for given in self.inputs:
            text = texts.get(os.path.realpath(given.file)) if given.file is not None else None
            kept = given if text is None else replace(given, unsaved=text.encode("utf-8", "surrogatepass"))
            inputs.append(kept)
        return replace(self, inputs=tuple(inputs))

    def governs(self, file: Path) -> bool:
        """Whether a file, there or gone, says how all sources are checked; ``file`` has no links in it."""
        if file in {Path(os.path.realpath(known)) for known in self.governing}:
            return True
        if self.decisions is not None and file.is_relative_to(os.path.realpath(self.decisions)):
            return True
        root = Path(os.path.realpath(self.root))
        return any(fits(file, pattern, root) for pattern in self.rule_patterns)

    def is_input(self, file: Path) -> bool:
        """Whether a run reads a file, there or not, beside the documents; ``file`` has no links in it."""
        if self.registry is not None and file == Path(os.path.realpath(self.registry)):
            return True
        folders = [Path(os.path.realpath(folder)) for folder in (self.claims, self.schemas) if folder is not None]
        return self.governs(file) or any(file.is_relative_to(folder) for folder in folders)

    def shown(self, file: Path) -> str:
        """How reports name a file of the corpus: relative to its root."""
        return Path(os.path.relpath(file, self.root)).as_posix()

    def claims_without_source(self) -> list[Path]:
        """The claims files that belong to no source, where all sources are here."""
        if self.claims is None or not self.whole:
            return []
        known = {given.source.id for given in self.inputs}
        return sorted(path for path in self.claims.glob("*.yaml") if path.stem not in known)

    def claims_file(self, given: Input) -> Path | None:
        """Where the claims of a source are stored; None where they never are."""
        if self.claims is None or not given.registered:
            return None
        return stored_as(self.claims, given.source.id)


def stored_as(folder: Path, identifier: str) -> Path:
    """The file of a source in a folder; UserError for an id that would lead to another folder."""
    unfit = source_ids.problem(identifier)
    if unfit is not None:
        raise UserError(f"the id '{identifier}' {unfit}", str(folder), "register the source under another id")
    return folder / f"{identifier}.yaml"


def corpus_of(
    paths: Sequence[str],
    *,
    configured: bool = True,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    may_be_empty: bool = False,
) -> Corpus:
    """The documents at ``paths``, or those of the configuration where none is given, and the rules in force.

    Raises UserError for a path, rule or configuration that is wrong, and where there is nothing to read; with
    ``may_be_empty`` a register without documents is none of these.
    """
    settings = _settings(configured)
    written = _written(settings)
    rulebook = _chosen(_configured_rules(written, settings), select, ignore)
    idle = frozenset(rule.id for rule in written.rules) - {rule.id for rule in rulebook.rules}
    registered = finding.registered(settings, may_be_empty)
    if paths:
        inputs, ignored = finding.given(paths, registered, settings)
    elif settings is not None and (settings.sources or settings.registry):
        inputs, ignored = finding.configured(settings, registered, may_be_empty)
    else:
        raise UserError("no sources", remedy="give a path, or set the folder up: check-claims init")
    finding.refuse_shared_ids(inputs)
    _refuse_idle(rulebook, settings, left_out=bool(idle or (settings is not None and settings.ignore)))
    if settings is None:
        return Corpus(inputs, rulebook, None, Path(), whole=True, idle=idle, ignored=ignored)
    return Corpus(
        inputs,
        rulebook,
        settings.claims_folder(),
        settings.root,
        settings.fail_on or DEFAULT_FAIL_ON,
        settings.max_file_size,
        settings.max_seconds,
        settings.decisions_folder(),
        not paths,
        settings.governing(),
        settings.baseline_path(),
        _overrides(settings, inputs, written),
        settings.schemas_folder(),
        idle,
        settings.registry_file(),
        settings.jobs,
        settings.rules,
        frozenset(settings.ignore),
        ignored,
    )


def _refuse_idle(rulebook: Rulebook, settings: Configuration | None, *, left_out: bool) -> None:
    """Raise UserError where no rule would compare any claim with another: such a run can only be green."""
    if any(rule.kind != "decision" for rule in rulebook.rules):
        return
    where = "" if settings is None else str((settings.rule_paths() or [settings.file])[0])
    if left_out:
        remedy = "ignore fewer of them"
    else:
        remedy = "add the line extends: recommended to the rules file, or rules of your own"
    raise UserError("no rule runs, so nothing would be compared", where, remedy)


def rulebook_of(*, configured: bool = True) -> Rulebook:
    """The rules in force: the configured ones, or the recommended ones where nothing is configured."""
    settings = _settings(configured)
    return _configured_rules(_written(settings), settings)


def places_of(*, configured: bool = True) -> dict[str, str]:
    """The file and line of each configured rule and attribute, by id; recommended ones have none."""
    from checker.rules import load

    settings = _settings(configured)
    places: dict[str, str] = {}
    paths = settings.rule_paths() if settings is not None else []
    further = load.pack_files(paths, settings.packs) if settings is not None else []
    for path in (*further, *paths):
        parsed = strictyaml.read(files.read_text(path, "utf-8-sig"), str(path))
        places |= {name: parsed.at(("attributes", name)) for name in parsed.data.get("attributes", {})}
        rules = enumerate(parsed.data.get("rules", ()))
        places |= {rule["id"]: parsed.at(("rules", index, "id")) for index, rule in rules}
    return places


def refuse_unknown(names: Collection[str], known: Collection[str], what: str) -> None:
    """Raise UserError for the names that are not known, each with the nearest that is."""
    unknown = [UserError(f"no {what} '{name}'", remedy=suggestion(name, known)) for name in names if name not in known]
    if unknown:
        first, *others = unknown
        raise UserError(first.what, remedy=first.remedy, notes=tuple(map(str, others)))


def _settings(configured: bool) -> Configuration | None:
    if not configured:
        return None
    return configuration.find(Path.cwd())


def _written(settings: Configuration | None) -> Rulebook:
    """All rules that there are, before any setting of them."""
    from checker.rules import KINDS, load

    if settings is None:
        return load.load(kinds=KINDS)
    return load.load(settings.rule_paths(), kinds=KINDS, packs=settings.packs)


def _configured_rules(book: Rulebook, settings: Configuration | None) -> Rulebook:
    if settings is None or not (settings.severity or settings.ignore):
        return book
    refuse_unknown([*settings.severity, *settings.ignore], [rule.id for rule in book.rules], "rule")
    rules = (
        replace(rule, severity=settings.severity.get(rule.id, rule.severity))
        for rule in book.rules
        if rule.id not in settings.ignore
    )
    return replace(book, rules=tuple(rules))


def _overrides(settings: Configuration, inputs: Sequence[Input], rulebook: Rulebook) -> tuple[SettingsFor, ...]:
    """The configuration's settings for some paths, by the sources that they fit."""
    known = {rule.id for rule in rulebook.rules}
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
    return replace(book, rules=tuple(rules))
