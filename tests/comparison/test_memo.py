"""What an earlier run judged is taken over where nothing it hangs on has changed, and nowhere else."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import pipeline, sources
from checker.comparison import Compared, compare
from checker.comparison.memo import ComparisonMemo
from checker.comparison.thresholds import REMEMBERED_BY_ATTRIBUTE, REMEMBERED_CLAIMS
from checker.model.claim import Claim, Record
from checker.model.document import Source
from checker.model.rule import Rulebook
from checker.model.subject_ref import SubjectRef
from tests.comparison.stated import book, evidence, stated

NAMES = ("The Calder Mill", "Osier Ferry Company", "the Harlow Bridge", "Tarn Hill Observatory")
SENTENCES = (
    "{name} was founded in {year} by two brothers from the river towns.",
    "In {year}, {name} employed {count} people and drew {large} visitors from the whole valley.",
    "The budget of {name} was ${count} million in {year}.",
    "It opened on 4 May {year}, and {count} boatmen with their families watched from the pier.",
    "About {count} of the rowers stayed in {year}.",
    "Clara Voss, who led {name}, said that it has {count} members.",
)
SENTENCE = st.tuples(
    st.sampled_from(SENTENCES), st.sampled_from(NAMES), st.integers(1880, 1884), st.sampled_from([12, 40, 45, 300])
).map(lambda told: told[0].format(name=told[1], year=told[2], count=told[3], large=f"{told[3] * 1010:,}"))
TEXT = st.lists(SENTENCE, min_size=1, max_size=7).map(" ".join)
TEXTS = st.lists(TEXT, min_size=2, max_size=6)
EDITS = st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), TEXT)), min_size=1, max_size=3)


class CacheEntry:
    """A memory that counts what it is given."""

    def __init__(self, spoilt: Callable[[bytes], bytes] = bytes) -> None:
        self.held: dict[bytes, bytes] = {}
        self.given = 0
        self.spoilt = spoilt

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        return {key: self.spoilt(self.held[key]) for key in keys if key in self.held}

    def keep(self, key: bytes, found: bytes) -> None:
        self.given += 1
        self.held[key] = found


@cache
def record(source: str, text: str) -> Record:
    run = pipeline.Run(pipeline.recommended())
    run.take(sources.from_text(source, text))
    return run.records[0]


def compared(texts: Sequence[str], memory: CacheEntry | None = None) -> Compared:
    named = {f"text-{n}": text for n, text in enumerate(texts)}
    records = [record(source, text) for source, text in named.items()]
    marks = {source: sha256(f"{source} {text}".encode()).digest() for source, text in named.items()}
    return compare(records, pipeline.recommended(), memory, marks)


def told(found: Compared) -> object:
    return found.claims, found.comparisons, found.copies, found.crowded


@given(TEXTS, EDITS)
def test_what_is_remembered_changes_nothing(texts: list[str], edits: list[tuple[int, str | None]]) -> None:
    memory = CacheEntry()
    for n, text in ((0, texts[0]), *edits):
        at = n % len(texts)
        texts = [*texts[:at], *([text] if text is not None else []), *texts[at + 1 :]] or [texts[0]]
        assert told(compared(texts, memory)) == told(compared(texts))


MANY = [
    " ".join(SENTENCES[:5]).format(name=NAMES[n // 13], year=1890 + n % 4, count=30 + n % 5, large="9,000")
    for n in range(18)
]


def test_what_is_the_same_is_judged_once() -> None:
    memory = CacheEntry()
    first = compared(MANY, memory)
    after = memory.given
    assert after > len(MANY)
    assert told(compared(MANY, memory)) == told(first)
    assert memory.given == after


def test_one_new_text_is_judged_with_those_it_touches() -> None:
    memory = CacheEntry()
    compared(MANY, memory)
    before = memory.given
    texts = [*MANY, "Nobody in Lundby counted the 17 lanterns that hung over its pier in 1911."]
    assert told(compared(texts, memory)) == told(compared(texts))
    assert memory.given - before < before / 4


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda found: b"",
        lambda found: found[:-3],
        lambda found: b"no answer",
        lambda found: zlib.compress(b"[[[1"),
        lambda found: zlib.compress(b"{}"),
    ],
)
def test_what_is_spoilt_is_judged_anew(spoilt: Callable[[bytes], bytes]) -> None:
    memory = CacheEntry(spoilt)
    first = compared(MANY, memory)
    after = memory.given
    assert told(compared(MANY, memory)) == told(first)
    assert memory.given == 2 * after


@pytest.mark.parametrize(
    ("claims", "kept"),
    [
        (REMEMBERED_CLAIMS - 1, 0),
        (REMEMBERED_CLAIMS, 1),
        (REMEMBERED_BY_ATTRIBUTE - 1, 1),
        (REMEMBERED_BY_ATTRIBUTE, 2),
    ],
)
def test_from_how_many_claims_on_a_subject_is_remembered(claims: int, kept: int) -> None:
    """Up to many claims under one key, and from there on each attribute and all else under keys of their own."""

    def given(many: int) -> int:
        memory = CacheEntry()
        told = [stated("43 of", "43", source="ab"[n % 2], start=9 * n) for n in range(many)]
        records = [Record(Source(source), (), tuple(c for c in told if c.source == source)) for source in "ab"]
        compare(records, book(gates={"value": "count", "holds": "once"}), memory, {"a": b"a" * 32, "b": b"b" * 32})
        return memory.given

    assert given(claims) - given(2) == kept


def test_what_a_source_is_seen_as() -> None:
    """Sixteen bytes for each source that is known, none for others, and none of anything without a memory."""
    told = [stated("43 of", "43", source=source) for source in "ab"]
    records = [Record(Source(claim.source), (), (claim,)) for claim in told]
    past = ComparisonMemo(CacheEntry(), {"a": b"a" * 32}, records, told, evidence(told))
    assert (len(past.sight("a") or b""), past.sight("b")) == (16, None)
    assert (past.mark("a"), past.mark("b")) == (b"a" * 32, None)
    assert past.digests == {"a": past.sight("a")}
    assert past.key("words", [past.mark("a")]) != past.key("wording", [past.mark("a")])
    assert past.key("words", [past.mark("a"), None]) is None
    forgetful = ComparisonMemo(None, {"a": b"a" * 32}, records, told, evidence(told))
    assert (forgetful.sight("a"), forgetful.mark("a"), forgetful.key("words", [b"a"])) == (None, None, None)


def test_a_source_is_seen_anew_where_its_claims_or_subjects_are_others() -> None:
    told = [stated("43 of", "43", source=source) for source in "ab"]
    records = [Record(Source(claim.source), (), (claim,)) for claim in told]

    def sight(claims: list[Claim], mark: bytes = b"b", common: str | None = None) -> bytes | None:
        support = evidence(claims, common=common)
        return ComparisonMemo(CacheEntry(), {"b": mark}, records, claims, support).sight("b")

    assert sight(told) == sight(told)
    assert sight(told) == sight([replace(told[0], subject=SubjectRef("osier")), told[1]])
    assert sight(told) != sight([told[0], replace(told[1], subject=SubjectRef("osier"))])
    assert sight(told) != sight(told, mark=b"c")
    assert sight(told) != sight(told, common="tarn_weir")


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [(("alder birch 43 gates", "alder birch 57 gates"), 1), (("alder birch 43 gates", "yew 57 doors"), 0)],
)
def test_near_copies_are_remembered(sentences: tuple[str, str], expected: int) -> None:
    """Under one key for the earlier of two sources, beside one for the words and one for the wording of each."""
    memory = CacheEntry()
    told = [stated(text, text.split(" ")[-2], source=s) for s, text in zip("ab", sentences, strict=True)]
    records = [Record(Source(claim.source), (), (claim,)) for claim in told]
    compare(records, Rulebook(), memory, {source: source.encode() * 32 for source in "ab"})
    assert memory.given - 2 * len(records) == expected
