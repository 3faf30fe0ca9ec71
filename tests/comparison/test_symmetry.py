"""How two claims stand does not hang on names, order, line ends, wrapping or the hash seed, alone and all together."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from checker import pipeline, sources
from checker.comparison import Compared, compare, vetoes
from checker.comparison.compare import judged
from checker.comparison.confidence import AGREEMENT, COPY
from checker.comparison.features import FEATURES
from checker.comparison.pair import Pair
from checker.comparison.thresholds import LIKELY
from checker.model.claim import Claim, Record, of_source
from checker.model.comparison import Relation

NAMES = ("The Calder Mill", "Osier Ferry Company", "the Harlow Bridge", "It")
SENTENCES = (
    "{name} was founded in {year} by two brothers from the river towns.",
    "{name} was founded on 3 May {year}.",
    "In {year}, {name} employed {count} people and drew {count},400 visitors.",
    "Version {count} of {name} cost ${count} million in {year}.",
    "{name} has {count} members in each of its wings.",
    "A fire at {name} killed {count} men in {year}.",
    "More than {count} rowers stayed at {name} throughout.",
)
SENTENCE = st.tuples(
    st.sampled_from(SENTENCES), st.sampled_from(NAMES), st.integers(1880, 1882), st.sampled_from([12, 14, 412])
).map(lambda parts: parts[0].format(name=parts[1], year=parts[2], count=parts[3]))
TEXT = st.lists(SENTENCE, min_size=1, max_size=5).map(lambda said: f"# The Calder Mill\n\n{' '.join(said)}\n")
TEXTS = st.lists(TEXT, min_size=2, max_size=4, unique=True)
"""Of texts that are the same to the letter any may stand for the others."""
TABLE = "# Halls\n\n| Hall | Members | Cost |\n|---|---|---|\n| The Calder Mill | 12 | 9 |\n| Osier Ferry | 14 | 7 |\n"
"""Its figures may lack the units of others."""
BOOK = pipeline.recommended()
UNLIKELY = LIKELY - 1
RELATIONS: tuple[Relation, ...] = ("agree", "conflict")
Outcome = tuple[object, ...]


def records(texts: Mapping[str, str]) -> list[Record]:
    run = pipeline.Run(BOOK)
    for name, text in texts.items():
        run.take(sources.from_text(name, text))
    return run.records


def outcomes(found: Compared, names: Mapping[str, str], by_place: bool = True) -> list[Outcome]:
    """Each comparison by its two values and their sources, under the names given."""
    place = {
        c.id: (names[c.source], c.value.start if by_place else "", c.attribute, c.value.text) for c in found.claims
    }
    told = [(sorted((place[c.left], place[c.right])), c.relation, c.tier, c.score, c.reason) for c in found.comparisons]
    facts = [(sorted(sorted(place[c] for c in p) for p in f.positions), f.tier, f.confidence) for f in found.facts]
    return sorted([*told, *facts], key=str)


def renamed(record: Record, name: str) -> Record:
    own = record.source.id
    claims = tuple(of_source(claim, f"{name}{claim.id[len(own) :]}", name) for claim in record.claims)
    return replace(record, source=replace(record.source, id=name), claims=claims)


def named(texts: list[str]) -> dict[str, str]:
    return {f"s{n}": text for n, text in enumerate(texts)}


@given(TEXTS)
@settings(deadline=None, max_examples=20)
def test_all_together_under_any_names(texts: list[str]) -> None:
    """Neither the names of texts nor their order decide which claims are compared, or how they stand."""
    forth = [renamed(record, f"s{n}") for n, record in enumerate(records(named(texts)))]
    back = [renamed(record, f"s{len(forth) - 1 - n}") for n, record in enumerate(forth)]
    own = {f"s{n}": f"s{n}" for n in range(len(forth))}
    swapped = {f"s{len(forth) - 1 - n}": f"s{n}" for n in range(len(forth))}
    assert any(record.claims for record in forth)
    assert outcomes(compare(forth, BOOK), own) == outcomes(compare(back[::-1], BOOK), swapped)


@given(TEXTS)
@settings(deadline=None, max_examples=20)
def test_each_pair_is_the_same_from_either_side(texts: list[str]) -> None:
    found = compare(records(named([*texts, TABLE])), BOOK)
    folder = found.folder
    for pair in found.pairs[:60]:
        left, right = found.profiles[pair.left], found.profiles[pair.right]
        one, other = Pair(left, right, folder), Pair(right, left, folder)
        assert one.wording == other.wording
        assert vetoes.of_pair(one) == vetoes.of_pair(other)
        for feature in FEATURES:
            assert feature.measure(one) == feature.measure(other), feature.name
        for relation in RELATIONS:
            forth = found.tally.stated(left, right, relation, UNLIKELY, folder, pair.values)
            back = found.tally.stated(right, left, relation, UNLIKELY, folder, pair.values)
            for measure in (*COPY, *AGREEMENT):
                assert measure(forth) == measure(back), measure.__name__
        known = pair.score, folder, found.tally, pair.values
        forth, back = (judged(*sides, *known) for sides in ((left, right), (right, left)))
        assert forth == back


@given(TEXTS, st.sampled_from(["\r\n", "\r"]))
@settings(deadline=None, max_examples=12)
def test_under_any_line_ends(texts: list[str], end: str) -> None:
    own = {name: name for name in named(texts)}
    plain = compare(records(named(texts)), BOOK)
    other = compare(records(named([text.replace("\n", end) for text in texts])), BOOK)
    assert outcomes(plain, own, by_place=False) == outcomes(other, own, by_place=False)


@given(TEXTS, st.integers(24, 90))
@settings(deadline=None, max_examples=12)
def test_under_any_wrapping(texts: list[str], width: int) -> None:
    """Where the lines of a sentence end says nothing, whatever it may say to those who read paragraphs."""

    def wrapped(claim: Claim) -> Claim:
        quote = textwrap.fill(claim.evidence.quote, width, break_long_words=False, break_on_hyphens=False)
        assert len(quote) == len(claim.evidence.quote)
        return replace(claim, evidence=replace(claim.evidence, quote=quote))

    own = {name: name for name in named(texts)}
    plain = records(named(texts))
    broken = [replace(record, claims=tuple(map(wrapped, record.claims))) for record in plain]
    assert outcomes(compare(plain, BOOK), own) == outcomes(compare(broken, BOOK), own)


SCRIPT = """
import hashlib, json, sys
from checker import comparison, pipeline, sources
run = pipeline.Run(pipeline.recommended())
for name, text in json.loads(sys.stdin.read()).items():
    run.take(sources.from_text(name, text))
found = comparison.compare(run.records, run.rulebook)
told = [(pair.left, pair.right, pair.values, pair.score) for pair in found.pairs], found.comparisons, found.facts
print(len(found.pairs), hashlib.sha256(repr(told).encode()).hexdigest())
"""
FOLDER = {
    "guide": "# Calder Mill\n\nThe Calder Mill was founded in 1871 by Amos Pike. It has 412 looms and 1,250 members.\n",
    "letter": "The Calder Mill, founded in 1875, has 421 looms. In 1999 it drew 96,400 visitors; its staff is 40.\n",
    "sheet": "# Calder Mill\n\nFounded: 1871\nLooms: 412\nVisitors (1999): 94,600\nStaff: 40\nMembers: 1,250\n",
    "list": "| Hall | Looms | Cost |\n|---|---|---|\n| Calder Mill | 412 | $9 m |\n| Osier Mill | 57 | $3 m |\n",
}


def test_the_same_bytes_for_any_hash_seed() -> None:
    """Each feature of each pair, to its last digit."""
    digests = set()
    for seed in ("0", "1", "2026"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=json.dumps(FOLDER),
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout)
    assert len(digests) == 1
    assert not digests.pop().startswith("0 ")
