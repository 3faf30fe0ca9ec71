"""Rules that look at one source at a time say the same whether or not an earlier run is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import pytest

from checker import pipeline, sources
from checker.model.report import Report
from checker.rules import per_source
from checker.rules.engine import KINDS, LOCAL
from tests.rules.told import Told, recommended_rule, rule_input

CONVERSION = "converted-right"

TEXTS = {
    "ferry": "The ferry company keeps 5 boats. Of its 40 rowers, 25 are men and 14 women.",
    "tower": "The Tarn Tower is 100 feet (50 metres) high. Of its members 55% said yes, 30% no and 25% none.",
    "mill": "The Pell Mill employed 300 people, 200 men and 100 women. It is 10 miles (16 km) from Lundby.",
    "mill-again": "The Pell Mill employed 300 people, 200 men and 90 women. It is 10 miles (16 km) from Lundby.",
}


class CacheEntry:
    """A memory that counts what it is given."""

    def __init__(self) -> None:
        self.held: dict[bytes, bytes] = {}
        self.given = 0

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        return {key: self.held[key] for key in keys if key in self.held}

    def keep(self, key: bytes, found: bytes) -> None:
        self.given += 1
        self.held[key] = found


def report(
    texts: dict[str, str], memory: CacheEntry | None = None, severity: str = "", *, marked: bool = True
) -> Report:
    book = pipeline.recommended()
    if severity:
        rules = tuple(replace(rule, severity=severity) for rule in book.rules)
        book = replace(book, rules=rules)
    run = pipeline.Run(book, memory=memory)
    for source, text in texts.items():
        run.take(sources.from_text(source, text))
        if marked:
            run.marks[source] = sha256(f"{source} {text}".encode()).digest()
    return run.report()


def test_every_kind_that_is_remembered_finds_something_here() -> None:
    kinds = {finding.kind for finding in report(TEXTS).findings}
    assert {"conversion", "total"} <= kinds & LOCAL


@pytest.mark.parametrize("left_out", [None, *TEXTS])
def test_what_is_remembered_changes_nothing(left_out: str | None) -> None:
    memory = CacheEntry()
    report(TEXTS, memory)
    texts = {source: text for source, text in TEXTS.items() if source != left_out}
    assert report(texts, memory) == report(texts)


def test_an_edit_is_seen() -> None:
    memory = CacheEntry()
    report(TEXTS, memory)
    texts = TEXTS | {"mill": TEXTS["mill"].replace("100 women", "90 women")}
    assert report(texts, memory) == report(texts) != report(TEXTS)


def test_another_severity_is_seen() -> None:
    memory = CacheEntry()
    report(TEXTS, memory)
    assert report(TEXTS, memory, "error") == report(TEXTS, severity="error") != report(TEXTS)


def test_nothing_is_judged_twice() -> None:
    memory = CacheEntry()
    report(TEXTS, memory)
    once = memory.given
    report(TEXTS, memory)
    assert memory.given == once > 0


def test_a_source_without_a_digest_is_judged_anew() -> None:
    memory = CacheEntry()
    report(TEXTS, memory)
    keys = set(memory.held)
    texts = TEXTS | {"mill": TEXTS["mill"].replace("100 women", "90 women")}
    assert report(texts, memory, marked=False) == report(texts)
    assert set(memory.held) == keys


def test_without_a_memory_nothing_is_written_down_and_with_one_each_source_is() -> None:
    known = rule_input([Told("It is 14 miles (25 km) long.", {"14 miles": "l", "25 km": "l"}, source=s) for s in "ab"])
    rules = [(recommended_rule(CONVERSION), KINDS["conversion"])]
    plain = per_source.findings(rules, known)
    memory = CacheEntry()
    marked = replace(known, memory=memory, digests={s: s.encode() for s in "ab"})
    assert per_source.findings(rules, marked) == plain
    assert memory.given == 2
    assert [len(found) for found in plain.values()] == [2]
    assert per_source.findings(rules, replace(marked, memory=None)) == plain
    assert memory.given == 2
    other = dict(marked.claims)
    first = next(iter(other))
    other[first] = replace(other[first], subject_name="The Marlow")
    per_source.findings(rules, replace(marked, claims=other))
    assert memory.given == 3
