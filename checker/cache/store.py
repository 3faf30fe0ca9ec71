"""Holds entries by key in one SQLite file that several runs may use at once, and is never the reason a run fails."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from checker.cache import entry_codec
from checker.cache.entry_codec import CacheEntry

FILE = "sources.sqlite"
LAYOUT = 2
"""Raised whenever what is in the file changes its shape; a file of another layout is made anew."""
MOST = 500_000_000
"""Bytes of the file from which on the entries least recently asked for are removed."""
OLDEST = 30
"""Days after which an entry that nothing asked for is removed."""
_WAIT = 5.0
"""Seconds that one run waits for another one that is writing."""
_DAY = 86_400
_BATCH = 200
_AT_ONCE = 500
"""So many keys are asked for in one question."""
_TABLES = ("entry", "judged")
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_SCHEMA = """
CREATE TABLE entry (key BLOB PRIMARY KEY, day INTEGER NOT NULL, data BLOB NOT NULL, text BLOB);
CREATE INDEX by_day ON entry (day);
CREATE TABLE judged (key BLOB PRIMARY KEY, day INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX judged_by_day ON judged (day);
"""

_Answer = TypeVar("_Answer")


class Cache:
    """Entries by key; ``trouble`` says what kept them from being used or kept, if anything did.

    A text is stored only where it is not the source's bytes as UTF-8.
    """

    def __init__(self, folder: Path | None, *, today: int | None = None, most: int = MOST) -> None:
        self.trouble: str | None = None
        self._today = int(time.time() // _DAY) if today is None else today
        self._most = most
        self._fresh: dict[bytes, tuple[bytes, bytes | None]] = {}
        self._met: list[tuple[int, bytes]] = []
        self._judged: dict[bytes, bytes] = {}
        self._remembered: list[tuple[int, bytes]] = []
        self._base: sqlite3.Connection | None = None
        if folder is None:
            self.trouble = "there is no home folder to keep it in"
            return
        self._file = folder / FILE
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            self.trouble = f"{folder}: {error.strerror}"
            return
        self._connect()

    def get(self, key: bytes, bytes_read: bytes, path: str | None = None) -> CacheEntry | None:
        """The entry of a key for a source of these bytes at ``path``; None where there is none that is sound."""
        row = self._asked(
            lambda base: base.execute("SELECT day, data, text FROM entry WHERE key = ?", (key,)).fetchone()
        )
        if row is None:
            return None
        day, data, stored = row
        if not isinstance(data, bytes) or not isinstance(stored, bytes | None):
            return None
        try:
            text = (bytes_read if stored is None else stored).decode("utf-8", "surrogatepass" if stored else "strict")
            kept = entry_codec.load(data, text, path, key)
        except ValueError:
            return None
        if day != self._today:
            self._met.append((self._today, key))
        return kept

    def put(self, key: bytes, data: bytes, text: bytes | None) -> None:
        """Keep an entry, as ``entries.dump`` made it; ``text`` where it is not the source's bytes."""
        self._fresh[key] = data, text
        if len(self._fresh) >= _BATCH:
            self._flush()

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under those keys of what was judged."""
        found: dict[bytes, bytes] = {}
        for first in range(0, len(keys), _AT_ONCE):
            for key, day, data in self._asked(partial(_judged, keys[first : first + _AT_ONCE])) or ():
                if not isinstance(data, bytes):
                    continue
                found[key] = data
                if day != self._today:
                    self._remembered.append((self._today, key))
        return found

    def keep(self, key: bytes, found: bytes) -> None:
        """Keep what was judged under a key."""
        self._judged[key] = found

    def close(self) -> None:
        """Write what is not yet written, let go of what is old, and free the file."""
        written = bool(self._fresh or self._judged)
        self._flush()
        if written:
            self._asked(self._prune)
        if self._base is not None:
            self._base.close()
            self._base = None

    def _flush(self) -> None:
        rows = [(key, self._today, data, text) for key, (data, text) in self._fresh.items()]
        judged = [(key, self._today, data) for key, data in self._judged.items()]
        met, remembered = self._met, self._remembered
        self._fresh, self._judged, self._met, self._remembered = {}, {}, [], []

        def write(base: sqlite3.Connection) -> None:
            with base:
                base.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
                base.executemany("UPDATE entry SET day = ? WHERE key = ?", met)
                base.executemany("INSERT OR REPLACE INTO judged VALUES (?, ?, ?)", judged)
                base.executemany("UPDATE judged SET day = ? WHERE key = ?", remembered)

        if rows or met or judged or remembered:
            self._asked(write)

    def _prune(self, base: sqlite3.Connection) -> None:
        with base:
            for table in _TABLES:
                base.execute(f"DELETE FROM {table} WHERE day < ?", (self._today - OLDEST,))
            (pages,), (size,) = (
                base.execute("PRAGMA page_count").fetchone(),
                base.execute("PRAGMA page_size").fetchone(),
            )
            (free,) = base.execute("PRAGMA freelist_count").fetchone()
            used = (pages - free) * size
            for table in _TABLES if used > self._most else ():
                (count,) = base.execute(f"SELECT count(*) FROM {table}").fetchone()
                gone = count - int(count * self._most * 0.8 / used)
                oldest = f"SELECT key FROM {table} ORDER BY day LIMIT ?"
                base.execute(f"DELETE FROM {table} WHERE key IN ({oldest})", (gone,))
        base.execute("PRAGMA incremental_vacuum").fetchall()

    def _asked(self, question: Callable[[sqlite3.Connection], _Answer]) -> _Answer | None:
        """The answer of the file; None where it has none: one that is damaged is made anew."""
        if self._base is None:
            return None
        try:
            return question(self._base)
        except sqlite3.Error as error:
            self._give_up(error)
            return None

    def _connect(self) -> None:
        try:
            self._base = self._opened()
        except sqlite3.Error as error:
            self._give_up(error)

    def _opened(self) -> sqlite3.Connection:
        if self._file.exists() and not self._file.is_file():
            raise sqlite3.OperationalError("it is no file")
        base = sqlite3.connect(self._file, timeout=_WAIT)
        try:
            (layout,) = base.execute("PRAGMA user_version").fetchone()
            if layout != LAYOUT:
                self._lay_out(base)
            base.execute("PRAGMA journal_mode = WAL").fetchone()
            base.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            base.close()
            raise
        return base

    @staticmethod
    def _lay_out(base: sqlite3.Connection) -> None:
        """Make the file anew, unless another run has done it meanwhile."""
        base.execute("PRAGMA auto_vacuum = INCREMENTAL")
        base.isolation_level = None
        base.execute("BEGIN EXCLUSIVE")
        if base.execute("PRAGMA user_version").fetchone() != (LAYOUT,):
            tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in tables:
                base.execute('DROP TABLE "{}"'.format(name.replace('"', '""')))
            for statement in _SCHEMA.split(";"):
                base.execute(statement)
            base.execute(f"PRAGMA user_version = {LAYOUT}")
        base.execute("COMMIT")
        base.isolation_level = "DEFERRED"

    def _give_up(self, error: sqlite3.Error) -> None:
        """Make a damaged file anew, once a run; go on without one where that is not what is wrong."""
        if self._base is not None:
            self._base.close()
            self._base = None
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in _BROKEN and self.trouble is None:
            self.trouble = f"{self._file}: it was damaged and is created anew"
            try:
                for end in ("", "-wal", "-shm"):
                    self._file.with_name(self._file.name + end).unlink(missing_ok=True)
            except OSError as cause:
                self.trouble = f"{self._file}: it is damaged and cannot be removed: {cause.strerror}"
                return
            self._connect()
        else:
            self.trouble = f"{self._file}: {error}"


def _judged(keys: Sequence[bytes], base: sqlite3.Connection) -> list[tuple[bytes, int, bytes]]:
    marks = ", ".join("?" * len(keys))
    return base.execute(f"SELECT key, day, data FROM judged WHERE key IN ({marks})", keys).fetchall()
