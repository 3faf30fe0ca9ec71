"""The language that texts are read in: a folder of word tables, and what a corpus adds to them.

``checker/vocabulary/en`` holds the words of English, ``checker/vocabulary/common`` what is the same in every language.
A table is named by its path (``values/numerals``). One language is in use at a time, English where nobody says
otherwise: ``using`` takes another one into use for a while. Whatever is worked out from the tables is kept by a
function marked ``derived`` or ``derived_up_to``, in a ``word_set`` or in
``phrases``; all follow the language in use.
"""

from __future__ import annotations

import functools
import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

LANGUAGE = "en"
"""The language in use where nobody says otherwise."""
COMMON = "common"
"""The folder of the tables that every language shares."""
_SHIPPED = Path(__file__).parent.parent / "vocabulary"

T = TypeVar("T")
_derived: list[_lru_cache_wrapper[Any]] = []
_word_sets: list[_WordSet] = []


@dataclass(frozen=True, slots=True)
class Language:
    """The tables of one language: those of ``folder``, and ``additions`` on top, as JSON."""

    folder: Path
    additions: str = ""

    @property
    def code(self) -> str:
        """The name of its folder: ``en``."""
        return self.folder.name

    def table(self, name: str) -> Any:
        """A table with every scalar as the string written.

        A table that a language begun lately lacks, and a list that its table lacks, has only marks: no words.
        """
        return _table(self, name)

    def with_additions(self, additions: Mapping[str, Any]) -> Language:
        """The same language with entries added to tables: the name of each table to what is added."""
        if not additions:
            return self
        return Language(self.folder, json.dumps(additions, ensure_ascii=False, sort_keys=True))


def shipped(code: str = LANGUAGE) -> Language:
    """A language that ships with the tool."""
    return Language(_SHIPPED / code)


def of_corpus(additions: Mapping[str, Any]) -> Language:
    """The language of a corpus whose rules files add these entries to its tables."""
    return _DEFAULT.with_additions(additions)


@functools.lru_cache(maxsize=512)
def _table(language: Language, name: str) -> Any:
    from checker import vocabulary

    if language.additions:
        added = json.loads(language.additions)
        base = Language(language.folder).table(name)
        return vocabulary.shapes.merged(base, added[name], vocabulary.shape(name)) if name in added else base
    found = vocabulary.in_folder(language.folder, name)
    if found is None:
        found = vocabulary.in_folder(_SHIPPED / COMMON, name)
    if language == _DEFAULT:
        if found is None:
            raise KeyError(name)
        return found
    return vocabulary.completed(name, found, _DEFAULT.table)


def table_names() -> list[str]:
    """The names of all tables."""
    from checker import vocabulary

    return vocabulary.names((_DEFAULT.folder, _SHIPPED / COMMON))


def table(name: str) -> Any:
    """A table of the language in use."""
    found = _in_use.tables.get(name)
    if found is None:
        found = _in_use.tables[name] = _in_use.language.table(name)
    return found


def in_use() -> Language:
    """The language that this thread reads by."""
    return _in_use.language if getattr(_in_use.own, "depth", 0) else _DEFAULT


def derived(function: Callable[..., T]) -> _lru_cache_wrapper[T]:
    """Keep what ``function`` works out from the tables for as long as their language is in use."""
    return derived_up_to(None)(function)


def derived_up_to(most: int | None) -> Callable[[Callable[..., T]], _lru_cache_wrapper[T]]:
    """The same, for the ``most`` answers that were asked for last."""

    def keep(function: Callable[..., T]) -> _lru_cache_wrapper[T]:
        kept = functools.lru_cache(maxsize=most)(function)
        _derived.append(kept)
        return kept

    return keep


def word_set(name: str, *keys: str) -> Set[str]:
    """The words of a table, or of its lists under ``keys``, as a set that is always that of the language in use."""
    words = _WordSet(name, keys)
    words.load()
    _word_sets.append(words)
    return words


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words; one that nothing fits where there are none."""
    return "|".join(map(re.escape, words)) or r"[^\s\S]"


def phrases(name: str, *keys: str) -> Callable[[], tuple[str, ...]]:
    """What gives the words of a table, or of its lists under ``keys``, in order, in the language in use."""

    @derived
    def found() -> tuple[str, ...]:
        words = table(name)
        return tuple(word for key in keys for word in words[key]) if keys else tuple(words)

    return found


class _WordSet(set[str]):
    """A set that is filled anew whenever another language comes into use."""

    def __init__(self, name: str, keys: tuple[str, ...]) -> None:
        super().__init__()
        self.name, self.keys = name, keys

    def load(self) -> None:
        words = table(self.name)
        self.clear()
        self.update(*(words[key] for key in self.keys) if self.keys else (words,))


class _InUse:
    """The language in use, and how many threads are reading by it."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.tables: dict[str, Any] = {}
        self.threads = 0
        self.changed = threading.Condition()
        self.own = threading.local()

    def enter(self, language: Language) -> None:
        with self.changed:
            depth = getattr(self.own, "depth", 0)
            if depth == 0:
                self.changed.wait_for(lambda: self.threads == 0 or self.language == language)
                self.threads += 1
            elif self.language != language:
                raise RuntimeError(f"the language {self.language.code} is in use here: leave it first")
            self.own.depth = depth + 1
            self.take(language)

    def leave(self) -> None:
        with self.changed:
            self.own.depth -= 1
            if self.own.depth == 0:
                self.threads -= 1
                if self.threads == 0:
                    self.take(_DEFAULT)
                    self.changed.notify_all()

    def take(self, language: Language) -> None:
        if self.language == language:
            return
        self.language = language
        self.tables = {}
        for kept in _derived:
            kept.cache_clear()
        for words in _word_sets:
            words.load()


@contextmanager
def using(language: Language) -> Iterator[None]:
    """Read by ``language`` within this block; another thread that reads by another language waits until it is over."""
    _in_use.enter(language)
    try:
        yield
    finally:
        _in_use.leave()


def adopt(language: Language) -> None:
    """Read by ``language`` from now on: for a process that does nothing else."""
    if _in_use.language != language:
        _in_use.enter(language)


_DEFAULT = shipped()
_in_use = _InUse(_DEFAULT)
