"""The words the tool ships with, as data: every table is a YAML file beside this one."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def table(name: str) -> Any:
    """The table ``name`` (``values/months``, ``attributes``) with every scalar as the string written."""
    file = resources.files(__name__).joinpath(f"{name}.yaml")
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
