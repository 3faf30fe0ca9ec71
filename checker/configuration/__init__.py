"""Finds the configuration of a corpus and says what is wrong with it.

A run without a configuration has no settings to read, so the modules that read them are imported when there is one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from checker.configuration import location
from checker.configuration.location import TOML_NAME, YAML_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from checker.configuration.reading import load
    from checker.configuration.settings import Configuration, Override
else:
    _MODULES = {"load": "reading", "Configuration": "settings", "Override": "settings"}

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def find(start: Path, *, above: bool = True) -> Configuration | None:
    """The configuration nearest to the folder ``start``, in it or above it; None where there is none.

    Raises UserError for one that is malformed, where a folder has two, and for one above ``start`` that belongs to
    somebody else. Nothing above ``start`` is looked at unless ``above``.
    """
    found = location.nearest(start, above=above)
    if found is None:
        return None
    from checker.configuration import reading

    return reading.load(*found)


__all__ = ["TOML_NAME", "YAML_NAME", "Configuration", "Override", "find", "load"]
