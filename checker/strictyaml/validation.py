"""Checks data against a model and says in plain words what is wrong, on which line, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checker.model.user_error import UserError
from checker.strictyaml.reading import Parsed, Path
from checker.strictyaml.suggestions import suggestion

T = TypeVar("T", bound=BaseModel)

_LONGEST_SHOWN = 40
_UNKNOWN_KEY = {"extra_forbidden", "unexpected_keyword_argument"}
_EXPECTED = {
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must hold keys with values",
    "model_type": "must hold keys with values",
    "dataclass_type": "must hold keys with values",
    "string_type": "must be text",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "finite_number": "must be a number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
}


def validate(model: type[T], parsed: Parsed, at: Path = ()) -> T:
    """``parsed.data``, or the part of it at ``at``, as a ``model``.

    Raises one UserError for the first thing wrong, with all the others as its notes; each names the file,
    the line and the key, and for a name that is not known the nearest one that is.
    """
    data = parsed.data
    for part in at:
        data = data[part]
    if not isinstance(data, dict):
        raise UserError(f"{_named(at) or 'the file'} must hold keys with values", parsed.at(at))
    try:
        return model.model_validate(data)
    except ValidationError as error:
        failures = {str(f): f for f in (_failure(model, e, parsed, at) for e in error.errors())}
        first, *others = sorted(failures.values(), key=lambda f: _line_of(f.where))
        raise UserError(first.what, first.where, first.remedy, tuple(map(str, others))) from error


def _line_of(where: str) -> int:
    line = where.rpartition(":")[2]
    return int(line) if line.isdecimal() else 0


def _failure(model: type[BaseModel], error: ErrorDetails, parsed: Parsed, at: Path) -> UserError:
    location = tuple(error["loc"])
    kept = _written(location, at, parsed)
    where = parsed.at((*at, *kept))
    name = _named((*at, *kept))
    kind = error["type"]
    shown = _shown(error["input"])
    if kind in _UNKNOWN_KEY:
        owner = _named((*at, *kept[:-1]))
        inside = f" in {owner}" if owner else ""
        return UserError(
            f"unknown key '{location[-1]}'{inside}", where, suggestion(str(location[-1]), _keys(model, location))
        )
    if kind == "missing":
        owner = name or "the file"
        return UserError(f"{owner} lacks '{location[-1]}'", where, f"add {location[-1]}")
    if kind == "literal_error":
        allowed = _allowed(model, location)
        return UserError(f"{name} cannot be {shown}", where, suggestion(str(error["input"]), allowed))
    if error["input"] == "":
        return UserError(f"{name} is empty", where, "write its value or leave the key out")
    if kind == "value_error":
        return UserError(f"{name} cannot be {shown}: {error['msg'].removeprefix('Value error, ')}", where)
    expected = _EXPECTED.get(kind, f"is wrong: {_lower_first(error['msg'])}")
    return UserError(f"{name} {expected}, not {shown}", where)


def _written(location: Path, at: Path, parsed: Parsed) -> Path:
    """The part of ``location`` that stands in the file; pydantic adds the names of union members to it."""
    kept: list[str | int] = []
    for part in location:
        if (*at, *kept, part) in parsed.lines:
            kept.append(part)
    return tuple(kept)


def _named(path: Path) -> str:
    """``rules[2].severity`` for a path, items counted from 1."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return f"'{text}'" if len(text) <= _LONGEST_SHOWN else f"'{text[:_LONGEST_SHOWN]}...'"


def _lower_first(message: str) -> str:
    return message[:1].lower() + message[1:]


def _keys(model: type[BaseModel], location: Path) -> Iterable[str]:
    """The keys that the model knows where the last part of ``location`` stands."""
    types = _types_at(model, location[:-1])
    return [key for kind in types for key, _ in _fields(kind)]


def _allowed(model: type[BaseModel], location: Path) -> list[str]:
    return [
        str(value) for kind in _types_at(model, location) if get_origin(kind) is Literal for value in get_args(kind)
    ]


def _types_at(model: type[BaseModel], location: Path) -> list[Any]:
    """The types that a value at ``location`` may have."""
    types: list[Any] = [model]
    for part in location:
        following: list[Any] = []
        for kind in types:
            following += _inside(kind, part)
        types = following or types
    return types


def _inside(kind: Any, part: str | int) -> list[Any]:
    for key, annotation in _fields(kind):
        if part == key:
            return _members(annotation)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is dict and isinstance(part, str):
        return _members(arguments[1])
    if origin in (list, tuple) and isinstance(part, int):
        return _members(arguments[0])
    return []


def _fields(kind: Any) -> Iterator[tuple[str, Any]]:
    """The keys of a model, or of a dataclass that pydantic reads, each with the type of its values."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, info in kind.model_fields.items():
            yield info.alias or name, info.annotation
    elif isinstance(kind, type) and is_dataclass(kind):
        types = get_type_hints(kind)
        for field in fields(kind):
            yield field.name.rstrip("_"), types[field.name]


def _members(kind: Any) -> list[Any]:
    if get_origin(kind) in (Union, UnionType):
        return [member for argument in get_args(kind) for member in _members(argument)]
    return [kind]
