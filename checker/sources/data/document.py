"""Reads the facts in JSON, YAML, TOML and CFF files: labelled values, records of one kind, and prose.

The text is the file's own, so that lines are. What machines write for machines states nothing: schemas, settings of
tools, lists of dependencies, and whatever is too large, too deep or too long in its lines for people to write.
"""

from __future__ import annotations

from pathlib import PurePath

from checker.language.language import derived, table
from checker.model.canonical import Canonical
from checker.model.document import Block, Metadata, Reading, Source, Warning
from checker.sources.data import facts as data_facts
from checker.sources.data import json_tree, node_tree, toml_tree, yaml_tree
from checker.sources.data.facts import spelt
from checker.sources.data.node_tree import Node, TooDeep

_LARGEST = 200_000
_LONGEST_LINE = 20_000
_CFF = ".cff"
_PUBLISHED = ("date released", "date published", "datepublished", "published", "publication date")


def reading(source: Source, text: str) -> Reading:
    """``text`` with the blocks of its facts, and all that stands between them blanked."""
    path = PurePath((source.path or source.id).lower())
    why = _too_much(text)
    if why:
        return _silent(source, text, why)
    try:
        trees = _trees(path.suffix, text)
    except TooDeep:
        return _silent(source, text, f"its values are nested more than {node_tree.DEEPEST} deep")
    kept = _kept(path)
    if kept is None and trees and _is_for_machines(trees[0], text):
        return _silent(source, text)
    form = Canonical(text).edited(node_tree.edits(trees))
    facts = data_facts.Facts(text, form, kept, raw=_holds_settings(path))
    for tree in trees:
        facts.document(tree)
    blocks = facts.in_order()
    if not blocks:
        return _silent(source, text)
    found = Reading(source, text, facts.blanked(blocks), blocks, metadata=_metadata(trees[0], text))
    return found if form.text == text else _with_form(found, form)


def _with_form(reading: Reading, form: Canonical) -> Reading:
    return Reading(reading.source, reading.text, reading.blanked, reading.blocks, form=form, metadata=reading.metadata)


def _silent(source: Source, text: str, why: str = "") -> Reading:
    """A file that states nothing."""
    warnings = (Warning(source.id, 1, f"is taken for data that states nothing: {why}"),) if why else ()
    return Reading(source, text, text, (Block("code", 0, len(text)),), warnings)


def _too_much(text: str) -> str:
    if len(text) > _LARGEST:
        return f"it is longer than {_LARGEST:,} characters"
    if max(map(len, text.split("\n"))) > _LONGEST_LINE:
        return f"a line of it is longer than {_LONGEST_LINE:,} characters"
    return ""


def _trees(ending: str, text: str) -> list[Node]:
    if ending == ".json":
        return json_tree.trees(text)
    if ending == ".toml":
        return toml_tree.trees(text)
    return yaml_tree.trees(text)


def _is_for_machines(tree: Node, text: str) -> bool:
    first = next((item for item in tree.items[:1]), tree)
    keys = {spelt(node_tree.words(key, text)) for key, _ in first.entries}
    return any(marks <= keys for marks in _machines())


@derived
def _machines() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, table("text/data_files")["machines"]))


def _kept(path: PurePath) -> frozenset[str] | None:
    """The keys that say something in a file of this name; None for all."""
    packages = table("text/data_files")["packages"]
    kept = packages.get(path.name) or (packages["cff"] if path.suffix == _CFF else None)
    return frozenset(kept) if kept is not None else None


def _holds_settings(path: PurePath) -> bool:
    return not frozenset(table("text/data_files")["settings"]).isdisjoint(spelt(path.stem).split())


def _metadata(tree: Node, text: str) -> Metadata:
    """The title and the day of publication that the file states of itself."""
    stated = {spelt(node_tree.words(key, text)): value for key, value in tree.entries if value.is_scalar}
    title = stated.get("title")
    day = next((words[:10] for key in _PUBLISHED if key in stated and _is_day(words := _said(stated[key], text))), None)
    return Metadata(title=_said(title, text) or None if title is not None else None, published=day)


def _said(node: Node, text: str) -> str:
    return node_tree.words(node, text)


def _is_day(words: str) -> bool:
    return len(words) >= 10 and words[:4].isdecimal() and words[4] == words[7] == "-" and words[8:10].isdecimal()
