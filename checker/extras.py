"""Says which extras of the package are missing, and which command installs what they bring."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec


def install(extra: str) -> str:
    """The command that installs the libraries of an extra, wherever check-claims itself came from."""
    mark = re.compile(rf"""extra\s*==\s*["']{extra}["']""")
    metadata = import_module("importlib.metadata")
    try:
        needs = [need.partition(";") for need in metadata.requires("check-claims") or () if mark.search(need)]
    except metadata.PackageNotFoundError:
        needs = []
    if not needs:
        # It runs from its own folder, which names them.
        return f"python -m pip install '.[{extra}]'"
    return f"python -m pip install {' '.join(_bare(name) for name, _, _ in needs)}"


def missing(library: str) -> bool:
    """Whether a library is not installed; nothing of it is imported."""
    return find_spec(library) is None


def no_p_values() -> str | None:
    """Why p values are not worked out, with what to do about it; None where the library that does it is installed."""
    if find_spec("scipy") is not None:
        return None
    return f"p values are not worked out, since scipy is not installed: {install('statistics')}"


def no_language_server() -> str | None:
    """Why there is no language server, with what to do about it; None where the library that it needs is installed."""
    if find_spec("pygls") is not None:
        return None
    return f"the language server needs pygls, which is not installed: {install('lsp')}"


def _bare(need: str) -> str:
    """``lxml`` of ``lxml>=5.0``: the command is to be typed without quotes."""
    return re.split(r"[\s<>=!~\[(]", need.strip(), maxsplit=1)[0]
