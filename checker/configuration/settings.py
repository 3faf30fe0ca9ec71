"""The settings of a corpus, and the files and folders that they name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, WithJsonSchema

from checker.configuration.patterns import fits, fits_anywhere, leads_below
from checker.model.finding import Severity
from checker.model.user_error import UserError

_UNITS = {"kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "b": 1}
_WILD = frozenset("*?[")


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str) and value else value


def _as_bytes(value: object) -> object:
    """``50 MB`` as a number of bytes."""
    if isinstance(value, str):
        number = value.strip().rstrip("bBkKmMgG ")
        unit = value.strip()[len(number) :].strip().lower() or "b"
        if number.isdecimal() and len(number) < 16 and unit in _UNITS:
            return int(number) * _UNITS[unit]
        raise ValueError("a size such as 50 MB is expected")
    return value


_LISTED = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_SIZE = {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^ *[0-9]+ *([kKmMgG]?[bB])? *$"}]}
Paths = Annotated[tuple[str, ...], BeforeValidator(_as_list), WithJsonSchema(_LISTED)]


class Override(BaseModel):
    """Other settings where one of a finding's sources is among ``paths``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paths: Paths
    """Files or patterns such as ``archive/**``, relative to the folder of the configuration."""
    severity: dict[str, Severity] = Field(default_factory=dict)
    ignore: Paths = ()


class Configuration(BaseModel):
    """The settings of a corpus; every path is relative to ``root``, the folder of ``file``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    extends: str | None = None
    """Another configuration, whose settings hold where this one is silent, or the name of a rule pack."""
    sources: Paths = ()
    """Folders, files or patterns such as ``docs/**/*.md``."""
    exclude: Paths = ()
    """Files and folders, or patterns, that are not checked; a pattern without a slash fits in every folder."""
    include: Paths = ()
    """The same, of what is checked although folders are walked without it: ``.github``, ``**/*.svg``."""
    registry: str | None = None
    """The ``sources.yaml`` that lists them."""
    claims: str | None = None
    """The folder of claims files."""
    rules: Paths = ()
    """Rules files or patterns."""
    decisions: str = "rules/decisions"
    """The folder of what people decided about conflicts."""
    schemas: str | None = None
    """The folder of JSON Schemas that the files written name in their first line, for editors."""
    baseline: str | None = None
    """The file of known conflicts, as ``--write-baseline`` wrote it."""
    fail_on: Literal["error", "warning", "info", "never"] | None = None
    jobs: int | None = Field(default=None, ge=1, le=256)
    max_file_size: Annotated[int, BeforeValidator(_as_bytes), WithJsonSchema(_SIZE)] = Field(default=50_000_000, ge=1)
    """In bytes; written as ``50 MB`` or as a number."""
    max_seconds: float | None = Field(default=None, gt=0)
    """The computing time that reading one source may take; decided by its size where it is not set."""
    severity: dict[str, Severity] = Field(default_factory=dict)
    """By rule id."""
    ignore: Paths = ()
    """Ids of rules that do not run."""
    overrides: tuple[Override, ...] = ()
    """Settings for some paths, the later ones first."""
    allow_outside: bool = False
    """Paths may lead out of ``root``."""

    _root: Path = Path()
    _file: Path = Path()
    _chain: tuple[Path, ...] = ()
    """The file and those that it extends."""
    _packs: tuple[tuple[str, str], ...] = ()
    _origins: dict[str, str] = PrivateAttr(default_factory=dict)

    @property
    def root(self) -> Path:
        """The folder of the configuration file."""
        return self._root

    @property
    def file(self) -> Path:
        """The file it was read from."""
        return self._file

    @property
    def packs(self) -> tuple[tuple[str, str], ...]:
        """The rule packs that are extended, each with the file and line that names it."""
        return self._packs

    def origin(self, key: str) -> str:
        """``file:line`` of a setting; ``default`` where no file has it."""
        return self._origins.get(key, "default")

    def source_paths(self, *, may_be_empty: bool = False) -> list[Path]:
        """The files and folders that ``sources`` names; with ``may_be_empty`` they need not be there yet."""
        return self._paths("sources", self.sources, may_be_empty)

    def names_source(self, path: Path) -> bool:
        """Whether ``sources`` has this path itself, and not by a pattern that it fits."""
        return any(path == self._root / named for named in self.sources)

    def choice(self, path: Path) -> Literal["include", "enter", "exclude", "own"] | None:
        """What these settings say of a path found in a folder: taken, entered, ignored, or a file of their own."""
        if any(fits_anywhere(path, pattern, self._root) for pattern in self.exclude):
            return "exclude"
        if any(fits_anywhere(path, pattern, self._root) for pattern in self.include):
            return "include"
        if any(fits(path, own, self._root) for own in self._own()):
            return "own"
        return "enter" if any(leads_below(path, pattern, self._root) for pattern in self.include) else None

    def _own(self) -> tuple[str, ...]:
        """The files and folders, or patterns, that hold settings, rules, claims and decisions, and no documents."""
        named = (self.registry, self.claims, self.decisions, self.schemas, self.baseline)
        chain = (os.path.relpath(file, self._root) for file in self._chain)
        return (*chain, *self.rules, *(name for name in named if name is not None))

    def rule_paths(self) -> list[Path]:
        """The files that ``rules`` names."""
        return self._paths("rules", self.rules)

    def registry_path(self) -> Path | None:
        """The register of sources, if one is named."""
        return self._paths("registry", (self.registry,))[0] if self.registry else None

    def registry_file(self) -> Path | None:
        """Where the register of sources is, or is to be, if one is named."""
        if self.registry is None:
            return None
        self.refuse_outside("registry", self.registry, self._root / self.registry)
        return self._root / self.registry

    def claims_folder(self) -> Path | None:
        """The folder of claims files, if one is named; it need not exist yet."""
        if self.claims is None:
            return None
        self.refuse_outside("claims", self.claims, self._root / self.claims)
        return self._root / self.claims

    def decisions_folder(self) -> Path:
        """The folder of decisions; it need not exist yet."""
        self.refuse_outside("decisions", self.decisions, self._root / self.decisions)
        return self._root / self.decisions

    def schemas_folder(self) -> Path | None:
        """The folder of schemas, if one is named; it need not exist yet."""
        if self.schemas is None:
            return None
        self.refuse_outside("schemas", self.schemas, self._root / self.schemas)
        return self._root / self.schemas

    def baseline_path(self) -> Path | None:
        """The baseline, if one is named; it need not exist yet."""
        if self.baseline is None:
            return None
        self.refuse_outside("baseline", self.baseline, self._root / self.baseline)
        return self._root / self.baseline

    def governing(self) -> tuple[Path, ...]:
        """The files that say how all sources are checked: configurations, rules and the baseline."""
        baseline = self.baseline_path()
        return (*self._chain, *self.rule_paths(), *((baseline,) if baseline is not None else ()))

    def _paths(self, key: str, patterns: Sequence[str], may_be_empty: bool = False) -> list[Path]:
        """The paths that the patterns match; UserError for one that matches nothing or leads outside."""
        found: dict[Path, None] = {}
        for pattern in patterns:
            self.refuse_outside(key, pattern, self._root / pattern.split("*", 1)[0])
            if _WILD.isdisjoint(pattern) or (self._root / pattern).exists():
                matches = [self._root / pattern] if (self._root / pattern).exists() else []
            else:
                matches = sorted(self._root.glob(pattern))
            if not matches and not may_be_empty:
                raise UserError(f"{key}: '{pattern}' matches no file", str(self._file), "correct or remove it")
            for match in matches:
                self.refuse_outside(key, pattern, match)
            found.update(dict.fromkeys(matches))
        return list(found)

    def refuse_outside(self, key: str, pattern: str, path: Path) -> None:
        """Raise UserError for a path of the setting ``key`` that leads out of ``root``, unless that is allowed."""
        root = os.path.realpath(self._root)
        if self.allow_outside:
            return
        if Path(pattern).is_absolute() or os.path.commonpath((os.path.realpath(path), root)) != root:
            raise UserError(
                f"{key}: '{pattern}' leads out of {self._root}", str(self._file), "set allow_outside: true to allow it"
            )
