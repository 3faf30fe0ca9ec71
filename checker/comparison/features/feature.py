"""A feature: a small named function of two statements, whose docstring says in plain words what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import isfunction
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its name in the table of weights, its group, what it says in plain words, and how it is measured."""

    name: str
    group: str
    words: str
    measure: Callable[[Any], float]


def features_of(group: ModuleType) -> tuple[Feature, ...]:
    """The public functions of a module, in their order: each is a feature of the group that the module is named for."""
    functions = [
        (name, function)
        for name, function in vars(group).items()
        if isfunction(function) and function.__module__ == group.__name__ and not name.startswith("_")
    ]
    group_name = group.__name__.rpartition(".")[2]
    return tuple(Feature(name, group_name, _words(function.__doc__ or name), function) for name, function in functions)


def _words(docstring: str) -> str:
    """The line as it stands inside a sentence."""
    line = docstring.strip().partition("\n")[0].removesuffix(".")
    return line[:1].lower() + line[1:]
