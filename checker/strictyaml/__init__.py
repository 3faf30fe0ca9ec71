"""Loads YAML as plain strings and refuses whatever could be read in two ways.

A run without a configuration reads no such file, so each name is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.strictyaml import modelines
    from checker.strictyaml.comment_tokens import Comment, comments
    from checker.strictyaml.reading import Parsed, parse, read
    from checker.strictyaml.suggestions import nearest
    from checker.strictyaml.validation import validate
else:
    _MODULES = {
        "Comment": "comment_tokens",
        "comments": "comment_tokens",
        "Parsed": "reading",
        "parse": "reading",
        "read": "reading",
        "nearest": "suggestions",
        "validate": "validation",
    }

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


__all__ = ["Comment", "Parsed", "comments", "modelines", "nearest", "parse", "read", "validate"]
