"""Finds the pairs of statements in a corpus of which it is known whether they are of one fact.

People tell it of the conflicts that they decide. Beyond that, a rare value that two documents state in like words is of
one fact, and whatever else one of them states beside the other's is of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from checker.comparison import vetoes
from checker.comparison.compare import Compared, relation_of
from checker.comparison.duplicate_text import is_copied
from checker.comparison.features import FEATURES, RIVAL_FEATURES
from checker.comparison.pair import Pair
from checker.comparison.profiles import Profile
from checker.comparison.rivals import Place
from checker.comparison.scoring import ScoredPair, contributions
from checker.comparison.thresholds import LIKE_WORDS
from checker.comparison.word_weights import covered

WEIGHED = tuple(dict.fromkeys(feature.group for feature in (*FEATURES, *RIVAL_FEATURES)))
"""The groups of features, in the order of ``sums``."""


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """One pair of statements, what each group of features adds to its score, and whether it is of one fact."""

    places: Place
    documents: tuple[str, str]
    """Digests of what both documents state: their names decide nothing."""
    sums: tuple[float, ...]
    always: float
    """What every pair starts from."""
    same: bool
    decided: bool
    """People said so."""


def labelled(compared: Compared, decided: Mapping[frozenset[str], bool]) -> list[LabelledPair]:
    """The labelled pairs of a corpus that was compared, in the order of its pairs.

    ``decided`` says of the claims of two sides of a decision whether they are of one fact.
    """
    contents = _contents(compared)
    places = {claim.id: n for n, profile in enumerate(compared.profiles) for claim in profile.claims}
    by_people = {
        frozenset(places[claim] for claim in pair): same
        for pair, same in decided.items()
        if all(claim in places for claim in pair)
    }
    by_values = _by_values(compared)
    found = []
    for n, pair in enumerate(compared.pairs):
        both = frozenset((pair.left, pair.right))
        same = by_people.get(both, by_values.get(n))
        if same is None or _never(pair, compared):
            continue
        one, other = sorted(contents[compared.profiles[place].source] for place in (pair.left, pair.right))
        sums = _sums(pair, compared)
        found.append(
            LabelledPair((pair.left, pair.right), (one, other), sums, pair.score - sum(sums), same, both in by_people)
        )
    return found


def _by_values(compared: Compared) -> dict[int, bool]:
    """By the number of each pair that its values tell about, whether it is of one fact."""
    between: dict[tuple[int, str], list[int]] = defaultdict(list)
    for n, pair in enumerate(compared.pairs):
        left, right = compared.profiles[pair.left], compared.profiles[pair.right]
        if left.source != right.source:
            between[pair.left, right.source].append(n)
            between[pair.right, left.source].append(n)
    found: dict[int, bool] = {}
    same = [n for n, pair in enumerate(compared.pairs) if _states_one_rare_value(pair, compared)]
    for n in same:
        pair = compared.pairs[n]
        left, right = compared.profiles[pair.left], compared.profiles[pair.right]
        for other in (*between[pair.left, right.source], *between[pair.right, left.source]):
            if _conflict(compared.pairs[other], compared):
                found[other] = False
    return found | dict.fromkeys(same, True)


def _states_one_rare_value(pair: ScoredPair, compared: Compared) -> bool:
    """Two documents state one rare value, each of them once, in like words that are no copy."""
    left, right = compared.profiles[pair.left], compared.profiles[pair.right]
    if left.source == right.source or left.value != right.value or not (left.rare and right.rare):
        return False
    values = compared.folder.values
    if any(values[profile.source][profile.value] != 1 for profile in (left, right)):
        return False
    return _like_words(left, right) and not is_copied(left.claims[0], right.claims[0], compared.copies)


def _like_words(left: Profile, right: Profile) -> bool:
    return max(covered(left.own, right.context), covered(right.own, left.context)) >= LIKE_WORDS


def _conflict(pair: ScoredPair, compared: Compared) -> bool:
    profiles = compared.profiles[pair.left], compared.profiles[pair.right]
    return relation_of(*profiles, compared.folder)[0] == "conflict"


def _never(pair: ScoredPair, compared: Compared) -> bool:
    """A veto keeps the two apart, whatever their score and their values are."""
    both = Pair(compared.profiles[pair.left], compared.profiles[pair.right], compared.folder)
    return bool(vetoes.of_pair(both, "agree"))


def _sums(pair: ScoredPair, compared: Compared) -> tuple[float, ...]:
    sums = dict.fromkeys(WEIGHED, 0.0)
    for feature, part in contributions(pair, compared.weights):
        sums[feature.group] += part
    return tuple(sums.values())


def _contents(compared: Compared) -> dict[str, str]:
    """By source a digest of what it states, in which words."""
    stated: dict[str, list[str]] = defaultdict(list)
    for profile in compared.profiles:
        stated[profile.source].append(" ".join((profile.claims[0].value.text, *profile.mask)))
    return {source: _digest(sorted(texts)) for source, texts in stated.items()}


def _digest(texts: Sequence[str]) -> str:
    return sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
