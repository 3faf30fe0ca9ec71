"""The words the tool ships with, as data: every table is a YAML file beside this one."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_UNASKED = {"resolve": lambda *_: "", "descend_resolver": lambda *_: None, "ascend_resolver": lambda *_: None}
"""No scalar is asked what type it is of: all are strings, and asking takes longer than reading them."""
_Loader: Any = type("_Loader", (_Base,), _UNASKED)


@cache
def table(name: str) -> Any:
    """The table ``name`` (``values/months``, ``attributes``) with every scalar as the string written."""
    return read(resources.files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"))


def read(written: str) -> Any:
    """The data of YAML that ships with the tool, with every scalar as the string written."""
    loader = _Loader(written)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    return None if node is None else _plain(node)


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry) for entry in node.value]
    return {_plain(key): _plain(entry) for key, entry in node.value}
