"""The cache: what goes in comes out, two runs may share it, and whatever befalls its file, a run goes on."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from checker import cache
from checker.cache import Cache, CacheEntry, MemoStore, dump, load
from checker.cache.store import FILE, LAYOUT, OLDEST
from checker.model.claim import Claim, Entity, Evidence, Listing, Orphan, Record, Scope
from checker.model.document import Source, Warning
from checker.model.labels import Labels, OpenWords
from checker.model.qualifiers import Qualifiers
from checker.model.reasons import ClaimBasis
from checker.model.subject_ref import SubjectRef
from checker.model.value import Mention

TEXT = "The Ålder Trust drew 1,200 visitors in the early 1960s.\r\nIts halls hold 3 looms: oak, ash and elm."
VISITORS = Evidence(TEXT[:55], 0, 55, 1, 1)
LOOMS = Evidence(TEXT[57:], 57, len(TEXT), 2, 1, page=4, cell="B2")


def claim(n: int, value: Mention, evidence: Evidence, **more: object) -> Claim:
    common = Claim(
        f"a-{n}", "a", SubjectRef("alder_trust"), "Ålder Trust", "visitors", value, Scope(), "asserted", evidence
    )
    return replace(common, **more)


KEPT = CacheEntry(
    Source("a", "docs/a.txt", "A letter", "Trust", "1962", "stated", "https://example.org", 2, "ab" * 32),
    TEXT,
    (Warning("a", 2, "is odd"),),
    Record(
        Source("a", "docs/a.txt", "A letter", "Trust", "1962", "stated", "https://example.org", 2, "ab" * 32),
        (Entity("alder_trust", "Ålder Trust", ("AT",), "organization", True, ("1962",)), Entity("looms", "looms")),
        (
            claim(1, Mention("count", 21, 26, "1,200", "1200", "1200", "visitor", noun="visitors"), VISITORS),
            claim(
                2,
                Mention(
                    "date",
                    39,
                    54,
                    "early 1960s",
                    "1960-01-01",
                    "1963-12-31",
                    first=("1960-01-01", "1960-12-31"),
                    last=("1963-01-01", "1963-12-31"),
                ),
                VISITORS,
                scope=Scope("196X", "1960-01-01", None, "stated", "ålesund", "adults", "spent", True, "the keeper"),
                open=True,
                binding="topic",
                basis=ClaimBasis(attribute="why"),
            ),
            claim(3, Mention("count", 72, 73, "3", "3", None), LOOMS, listed=Listing(3, "commas", True)),
            claim(
                5,
                Mention("count", 72, 73, "3", "3", None),
                LOOMS,
                labels=Labels("A letter", ("Halls", "Looms"), "Looms", "Oak", "2019", "How many?", "Table 1"),
                qualifiers=Qualifiers(
                    True, True, True, True, True, ("third",), "crew", ("fire", "storm"), "rise", True, True, True
                ),
                words=OpenWords("hold", "loom", ("old", "oak")),
            ),
            claim(4, Mention("count", 72, 73, "3", "3", None), replace(LOOMS, quote="other words"), source="b"),
        ),
        frozenset({"ålder trust", "\ud800"}),
        (Orphan("a claim", 7),),
    ),
    "cd" * 32,
    True,
)


def test_what_goes_in_comes_out() -> None:
    assert load(dump(KEPT), TEXT) == KEPT


@pytest.mark.parametrize("cut", [0, 1, 20, -1])
def test_what_is_no_entry_is_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="no entry"):
        load(dump(KEPT)[:cut], TEXT)


def test_an_entry_of_another_shape_is_refused() -> None:
    import json
    import zlib

    rows = json.loads(zlib.decompress(dump(KEPT)))
    for changed in ([], {}, 7, [*rows, 1], [[*rows[0], 1], *rows[1:]], [*rows[:4], [["x"]], *rows[5:]]):
        with pytest.raises(ValueError):
            load(zlib.compress(json.dumps(changed).encode()), TEXT)


def filled(folder: Path, count: int = 3, **more: int) -> None:
    store = Cache(folder, **more)
    for n in range(count):
        store.put(bytes([n]), dump(KEPT), None if n % 2 else TEXT.encode())
    store.close()
    assert store.trouble is None


def held(folder: Path, count: int = 3, **more: int) -> int:
    """How many entries a later run finds."""
    store = Cache(folder, **more)
    found = [store.get(bytes([n]), TEXT.encode()) for n in range(count)]
    store.close()
    assert all(one in (None, replace(KEPT, key=bytes([n]))) for n, one in enumerate(found))
    return sum(one is not None for one in found)


def test_a_later_run_finds_what_an_earlier_one_kept(tmp_path: Path) -> None:
    filled(tmp_path / "new" / "folder")
    assert held(tmp_path / "new" / "folder") == 3
    assert cache.state(tmp_path / "new" / "folder").endswith("3 sources, 0.0 MB")
    assert (tmp_path / "new" / "folder").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"not a database" * 500, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    filled(tmp_path)
    (tmp_path / FILE).write_bytes(damage)
    assert held(tmp_path) == 0
    filled(tmp_path)
    assert held(tmp_path) == 3


def test_damage_within_the_file_costs_entries_and_no_more(tmp_path: Path) -> None:
    filled(tmp_path, 40)
    whole = (tmp_path / FILE).read_bytes()
    for start in range(100, len(whole), 4096):
        (tmp_path / FILE).write_bytes(whole[:start] + b"\xa5" * 300 + whole[start + 300 :])
        held(tmp_path, 40)
        filled(tmp_path, 1)


@pytest.mark.parametrize("column", ["data", "text"])
@pytest.mark.parametrize("value", ["'words'", "17", "1.5", "NULL"])
def test_an_entry_of_another_type_is_none(tmp_path: Path, column: str, value: str) -> None:
    filled(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as base:
        base.execute("PRAGMA ignore_check_constraints = ON")
        if (column, value) != ("data", "NULL"):  # which no file of this layout can hold
            base.execute(f"UPDATE entry SET {column} = {value}")
        base.commit()
    held(tmp_path)
    filled(tmp_path)
    assert held(tmp_path) == 3


def test_what_was_judged_in_another_type_is_not_recalled(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    store.keep(b"key", b"found")
    store.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as base:
        base.execute("UPDATE judged SET data = 'words'")
        base.commit()
    store = Cache(tmp_path)
    assert store.recall([b"key"]) == {}
    store.close()


def test_a_pipe_in_its_place_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE)
    assert "no file" in cache.state(tmp_path)
    store = Cache(tmp_path)
    store.close()
    assert store.trouble is not None
    filled(tmp_path)
    assert held(tmp_path) == 3


@pytest.mark.parametrize("layout", [0, LAYOUT + 1])
def test_a_file_of_another_layout_is_made_anew(tmp_path: Path, layout: int) -> None:
    base = sqlite3.connect(tmp_path / FILE)
    base.execute("CREATE TABLE entry (other TEXT)")
    base.execute('CREATE TABLE "odd ""name" (x)')
    base.execute(f"PRAGMA user_version = {layout}")
    base.commit()
    base.close()
    assert "another release" in cache.state(tmp_path)
    filled(tmp_path)
    assert held(tmp_path) == 3


@pytest.mark.parametrize("shape", ["file", "inside", "folder"])
def test_a_place_that_cannot_hold_it_is_told_once(tmp_path: Path, shape: str) -> None:
    place = tmp_path / "place"
    if shape == "folder":
        (place / FILE).mkdir(parents=True)
    else:
        place.write_text("in the way", encoding="utf-8")
    store = Cache(place / "deeper" if shape == "inside" else place)
    store.put(b"k", dump(KEPT), None)
    assert store.get(b"k", TEXT.encode()) is None
    store.close()
    assert store.trouble is not None
    assert str(place) in store.trouble
    assert Cache(None).trouble is not None


def test_two_runs_write_at_once(tmp_path: Path) -> None:
    troubles = []

    def run(first: int) -> None:
        for n in range(first, first + 20):
            store = Cache(tmp_path)
            store.put(bytes([n]), dump(KEPT), None)
            store.close()
            troubles.append(store.trouble)

    runs = [threading.Thread(target=run, args=(first,)) for first in (0, 20, 40)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert troubles == [None] * 60
    assert held(tmp_path, 60) == 60


def test_what_is_old_goes(tmp_path: Path) -> None:
    filled(tmp_path, 3, today=100)
    store = Cache(tmp_path, today=100 + OLDEST)
    assert store.get(b"\0", TEXT.encode()) == replace(KEPT, key=b"\0")
    store.close()
    store = Cache(tmp_path, today=101 + OLDEST)
    store.put(b"new", dump(KEPT), None)
    store.close()
    assert held(tmp_path) == 1


def test_what_is_too_much_goes_oldest_first(tmp_path: Path) -> None:
    filled(tmp_path, 100, today=100)
    store = Cache(tmp_path, today=101, most=60_000)
    store.put(b"new", dump(KEPT), None)
    store.close()
    assert 0 < held(tmp_path, 100) < 90
    store = Cache(tmp_path)
    assert store.get(b"new", TEXT.encode()) == replace(KEPT, key=b"new")
    store.close()
    assert (tmp_path / FILE).stat().st_size < 120_000


def judged(folder: Path, keys: list[bytes], **more: int) -> dict[bytes, bytes]:
    """What a later run recalls."""
    store = Cache(folder, **more)
    found = MemoStore(store).recall(keys)
    store.close()
    return found


def test_what_was_judged_is_recalled(tmp_path: Path) -> None:
    keys = [b"%d" % n for n in range(1200)]
    store = Cache(tmp_path)
    for key in keys:
        MemoStore(store).keep(key, b"found " + key)
    store.close()
    assert judged(tmp_path, [*keys, b"no such"]) == {key: b"found " + key for key in keys}
    assert store.trouble is None


def test_what_another_release_judged_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Cache(tmp_path)
    MemoStore(store).keep(b"one", b"found")
    store.close()
    monkeypatch.setattr("checker.cache.memo_store.comparison_digest", lambda: b"other")
    assert judged(tmp_path, [b"one"]) == {}


def test_what_was_judged_goes_when_nothing_asks_for_it(tmp_path: Path) -> None:
    store = Cache(tmp_path, today=100)
    for key in (b"one", b"two"):
        MemoStore(store).keep(key, b"found")
    store.close()
    assert judged(tmp_path, [b"one"], today=100 + OLDEST) == {b"one": b"found"}
    filled(tmp_path, 1, today=101 + OLDEST)
    assert judged(tmp_path, [b"one", b"two"]) == {b"one": b"found"}


def test_what_was_judged_is_lost_with_a_damaged_file_and_no_more(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 500)
    assert judged(tmp_path, [b"one"]) == {}
    store = Cache(tmp_path)
    MemoStore(store).keep(b"one", b"found")
    store.close()
    assert judged(tmp_path, [b"one"]) == {b"one": b"found"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"CHECK_CLAIMS_CACHE": "/a/b", "XDG_CACHE_HOME": "/x"}, "/a/b"),
        ({"CHECK_CLAIMS_CACHE": "", "XDG_CACHE_HOME": "/x"}, "/x/check-claims"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/check-claims"),
        ({"HOME": "/h"}, "/h/.cache/check-claims"),
    ],
)
def test_the_place(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str) -> None:
    for name in ("CHECK_CLAIMS_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cache.folder() == Path(expected)
