"""Finds and reads the configuration of a corpus, and says what is wrong with it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, WithJsonSchema

from checker import strictyaml
from checker.model.failure import Failure
from checker.model.finding import Severity

YAML_NAME = "check-claims.yaml"
TOML_NAME = "pyproject.toml"
TABLE = "check-claims"

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


_TEXTS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}

Paths = Annotated[tuple[str, ...], BeforeValidator(_as_list), WithJsonSchema({"anyOf": [{"type": "string"}, _TEXTS]})]

_DEEPEST = 8
"""So many configurations may extend each other."""


class Override(BaseModel):
    """Other settings where one of a finding's sources is among ``paths``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paths: Paths
    """Files or patterns such as ``archive/**``, told from the folder of the configuration."""
    severity: dict[str, Severity] = Field(default_factory=dict)
    ignore: Paths = ()


class Configuration(BaseModel):
    """The settings of a corpus; every path is told from ``root``, the folder of ``file``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    extends: str | None = None
    """Another configuration, whose settings hold where this one is silent."""
    sources: Paths = ()
    """Folders, files or patterns such as ``docs/**/*.md``."""
    registry: str | None = None
    """The ``sources.yaml`` that lists them."""
    claims: str | None = None
    """The folder of claims files."""
    rules: Paths = ()
    """Rules files or patterns."""
    decisions: str = "rules/decisions"
    """The folder of what people decided about conflicts."""
    baseline: str | None = None
    """The file of known conflicts, as ``--write-baseline`` wrote it."""
    fail_on: Literal["error", "warning", "info", "never"] | None = None
    jobs: int | None = Field(default=None, ge=1, le=256)
    max_file_size: Annotated[int, BeforeValidator(_as_bytes), WithJsonSchema({"type": ["integer", "string"]})] = Field(
        default=50_000_000, ge=1
    )
    """In bytes; written as ``50 MB`` or as a number."""
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
    _origins: dict[str, str] = PrivateAttr(default_factory=dict)

    @property
    def root(self) -> Path:
        """The folder that the configuration stands in."""
        return self._root

    @property
    def file(self) -> Path:
        """The file it was read from."""
        return self._file

    def origin(self, key: str) -> str:
        """``file:line`` of a setting; ``default`` where no file has it."""
        return self._origins.get(key, "default")

    def source_paths(self) -> list[Path]:
        """The files and folders that ``sources`` names."""
        return self._paths("sources", self.sources)

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
        self._refuse_outside("registry", self.registry, self._root / self.registry)
        return self._root / self.registry

    def claims_folder(self) -> Path | None:
        """The folder of claims files, if one is named; it need not exist yet."""
        if self.claims is None:
            return None
        self._refuse_outside("claims", self.claims, self._root / self.claims)
        return self._root / self.claims

    def decisions_folder(self) -> Path:
        """The folder of decisions; it need not exist yet."""
        self._refuse_outside("decisions", self.decisions, self._root / self.decisions)
        return self._root / self.decisions

    def baseline_path(self) -> Path | None:
        """The baseline, if one is named; it need not exist yet."""
        if self.baseline is None:
            return None
        self._refuse_outside("baseline", self.baseline, self._root / self.baseline)
        return self._root / self.baseline

    def governing(self) -> tuple[Path, ...]:
        """The files that say how all sources are checked: configurations, rules and the baseline."""
        baseline = self.baseline_path()
        return (*self._chain, *self.rule_paths(), *((baseline,) if baseline is not None else ()))

    def _paths(self, key: str, patterns: Sequence[str]) -> list[Path]:
        """What the patterns stand for; Failure for one that stands for nothing or leads outside."""
        found: dict[Path, None] = {}
        for pattern in patterns:
            self._refuse_outside(key, pattern, self._root / pattern.split("*", 1)[0])
            if _WILD.isdisjoint(pattern) or (self._root / pattern).exists():
                matches = [self._root / pattern] if (self._root / pattern).exists() else []
            else:
                matches = sorted(self._root.glob(pattern))
            if not matches:
                raise Failure(f"{key}: '{pattern}' matches no file", str(self._file), "correct or remove it")
            for match in matches:
                self._refuse_outside(key, pattern, match)
            found.update(dict.fromkeys(matches))
        return list(found)

    def _refuse_outside(self, key: str, pattern: str, path: Path) -> None:
        root = os.path.realpath(self._root)
        if self.allow_outside:
            return
        if Path(pattern).is_absolute() or os.path.commonpath((os.path.realpath(path), root)) != root:
            raise Failure(
                f"{key}: '{pattern}' leads out of {self._root}", str(self._file), "set allow_outside: true to allow it"
            )


def find(start: Path) -> Configuration | None:
    """The configuration nearest to the folder ``start``, in it or above it; None where there is none.

    It is ``check-claims.yaml`` or the table ``[tool.check-claims]`` of ``pyproject.toml``. Raises Failure
    for one that is malformed, and where a folder has both.
    """
    folder = start.resolve()
    for place in (folder, *folder.parents):
        found = [data for data in (_from_yaml(place), _from_toml(place)) if data is not None]
        if len(found) > 1:
            raise Failure(f"both {YAML_NAME} and {TOML_NAME} configure this folder", str(place), "keep one of them")
        if found:
            return load(found[0], place)
    return None


def load(parsed: strictyaml.Parsed, root: Path) -> Configuration:
    """The settings in ``parsed`` and, where it is silent, in what it extends; keys may be written with hyphens.

    Raises Failure, all problems of a file at once, and where configurations extend each other without end.
    """
    own = _read(parsed, root)
    given, origins = _given(own, parsed)
    base, seen = own, [Path(parsed.where).resolve()]
    while base.extends is not None:
        path = (base.root / base.extends).resolve()
        at = base.origin("extends")
        if len(seen) > _DEEPEST:
            raise Failure(f"extends: more than {_DEEPEST} configurations extend each other", at, "join some of them")
        if path.suffix == ".toml":
            raise Failure(f"extends: '{base.extends}' is no YAML file", at, f"put its settings into a {YAML_NAME}")
        if path in seen:
            raise Failure(f"extends: '{base.extends}' leads back here", at, "remove one of the two")
        own._refuse_outside("extends", base.extends, path)
        text = _text(path)
        if text is None:
            raise Failure(f"extends: no such file: {base.extends}", at, "correct or remove it")
        seen.append(path)
        further = strictyaml.read(text, str(path))
        base = _read(further, path.parent)
        said, places = _given(base, further)
        given = _moved(said, path.parent, root) | given
        origins = places | origins
    settings = Configuration(**given)
    settings._root, settings._file, settings._origins = root, Path(parsed.where), origins
    settings._chain = tuple(seen)
    return settings


def _read(parsed: strictyaml.Parsed, root: Path) -> Configuration:
    if isinstance(parsed.data, dict):
        data = {key.replace("-", "_"): value for key, value in parsed.data.items()}
        for key in parsed.data:
            if "-" in key and key.replace("-", "_") in parsed.data:
                raise Failure(f"'{key}' stands twice, with hyphens and without", parsed.at((key,)), "keep one")
        lines = {(str(p[0]).replace("-", "_"), *p[1:]): line for p, line in parsed.lines.items() if p}
        parsed = strictyaml.Parsed(data, parsed.where, lines)
    settings = strictyaml.validate(Configuration, parsed)
    settings._root, settings._file = root, Path(parsed.where)
    settings._origins = {key: parsed.at((key,)) for key in settings.model_fields_set}
    return settings


def _given(settings: Configuration, parsed: strictyaml.Parsed) -> tuple[dict[str, Any], dict[str, str]]:
    """What one file sets, and where."""
    return {key: getattr(settings, key) for key in settings.model_fields_set}, dict(settings._origins)


_PATHS = ("sources", "registry", "claims", "rules", "decisions", "baseline")


def _moved(given: dict[str, Any], folder: Path, root: Path) -> dict[str, Any]:
    """The settings of another folder's file with its paths told from ``root``."""

    def told(path: str) -> str:
        return Path(os.path.relpath(folder / path, root)).as_posix()

    moved = {key: value for key, value in given.items() if key != "extends"}
    for key in _PATHS:
        if key in moved and moved[key] is not None:
            moved[key] = told(moved[key]) if isinstance(moved[key], str) else tuple(map(told, moved[key]))
    if "overrides" in moved:
        moved["overrides"] = tuple(
            o.model_copy(update={"paths": tuple(map(told, o.paths))}) for o in moved["overrides"]
        )
    return moved


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise Failure(f"the configuration cannot be read: {reason}", str(path)) from error


def _from_yaml(folder: Path) -> strictyaml.Parsed | None:
    path = folder / YAML_NAME
    text = _text(path)
    return None if text is None else strictyaml.read(text, str(path))


def _from_toml(folder: Path) -> strictyaml.Parsed | None:
    path = folder / TOML_NAME
    text = _text(path) if path.is_file() else None
    if text is None or TABLE not in text:
        return None
    try:
        settings: Any = tomllib.loads(text).get("tool", {}).get(TABLE)
    except tomllib.TOMLDecodeError as error:
        raise Failure(f"cannot be read as TOML: {error}", str(path)) from error
    return None if settings is None else strictyaml.Parsed(settings, str(path), _toml_lines(text))


def _toml_lines(text: str) -> dict[tuple[str | int, ...], int]:
    """The line of each key in the table, as far as it is written one key a line."""
    lines: dict[tuple[str | int, ...], int] = {}
    table: tuple[str, ...] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("[") and "]" in bare:
            name = bare.strip("[] ").replace('"', "")
            prefix = f"tool.{TABLE}"
            inside = name == prefix or name.startswith(prefix + ".")
            table = tuple(filter(None, name[len(prefix) :].split("."))) if inside else None
            if inside:
                lines[table or ()] = number
        elif table is not None and "=" in bare and not bare.startswith("#"):
            lines[(*table, bare.split("=", 1)[0].strip().strip("\"'"))] = number
    return lines
