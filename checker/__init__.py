"""Reads what documents claim and says which claims agree, which conflict and what was not checked."""

from __future__ import annotations

from checker.version import __version__

TYPE_CHECKING = False
"""Nothing is imported for annotations: until the command line runs, Ctrl-C would end in a trace."""
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from checker.model.report import Report
    from checker.model.value import Mention

__all__ = ["__version__", "check_paths", "check_texts", "find_values"]


def check_texts(texts: Mapping[str, str]) -> Report:
    """Compare plain texts, given by source id, with the recommended rules; nothing is read from disk."""
    from checker import pipeline

    return pipeline.check_texts(texts)


def check_paths(paths: Iterable[Path]) -> Report:
    """Compare the documents at these paths, files or folders, as the command line does."""
    from checker import pipeline

    return pipeline.check_paths(list(paths))


def find_values(text: str) -> list[Mention]:
    """Every value that a text states, in order of position, without overlaps."""
    from checker import pipeline

    return pipeline.find_values(text)
