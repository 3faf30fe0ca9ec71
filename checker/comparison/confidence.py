"""Says how sure a conflict or an agreement is: that both state one fact, and then how the two values look.

Values far apart are more often of two things; so are those of documents that differ in most of what they share, and
those in a frame that many documents fill with other values. Sentences that are copies but for their values are weighed
by themselves: the one is an edit of the other, or both are one form filled for two things. The same value in two
documents is the likelier one fact the rarer such a value is. Weights are fitted: ``weights/conflict`` with the tiers,
``weights/copy`` and ``weights/agreement``.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from checker.comparison.folder import Folder
from checker.comparison.pair import logarithm
from checker.comparison.profiles import Profile
from checker.comparison.scoring import ALWAYS, is_copy, value_of
from checker.comparison.thresholds import LIKELY
from checker.language.language import derived, table
from checker.model.comparison import Relation, Tier
from checker.model.value import Mention
from checker.value_relation import key, with_lent_unit


@dataclass(frozen=True, slots=True)
class Stated:
    """Two values stated of what may be one fact."""

    left: Profile
    right: Profile
    score: float
    """The logarithm of the odds that both state one fact."""
    folder: Folder
    values: Sequence[float]
    """The features of the pair."""
    agreeing: int = 0
    """How many other pairs of the two documents are likely of one fact, and agree."""
    differing: int = 0
    """How many other pairs of the two documents are as likely of one fact, and conflict."""
    likelier: int = 0
    """How many of these are likelier still."""
    told: int = 0
    """How many of the two documents likely state the other's value of this fact too."""
    copies: tuple[int, int] | None = None
    """Where the two sentences are copies but for their values: how many other such copies the two documents have whose
    values agree, and how many whose values conflict."""


class Tally:
    """By two documents, how many of their pairs are likely of one fact and agree, and how many conflict.

    Copies, and tellings of one story, agree in most of what they tell; the months of a series differ in most of it.
    """

    def __init__(
        self,
        likely: Iterable[tuple[Profile, Profile, Relation, float]],
        copies: Iterable[tuple[Profile, Profile, Relation]] = (),
    ) -> None:
        """``likely`` with their scores; ``copies``: the pairs whose sentences are copies, likely or not."""
        self._copies: dict[tuple[str, str], Counter[Relation]] = defaultdict(Counter)
        self._told: set[tuple[str, tuple[int, int], str]] = set()
        for left, right, relation in copies:
            self._copies[_both(left, right)][relation] += 1
            if relation == "agree":
                self._tell(left, right)
        self._found: dict[tuple[str, str], Counter[Relation]] = defaultdict(Counter)
        self._conflicts: dict[tuple[str, str], list[float]] = defaultdict(list)
        for left, right, relation, score in likely:
            self._found[_both(left, right)][relation] += 1
            if relation == "conflict":
                self._conflicts[_both(left, right)].append(score)
            if relation == "agree":
                self._tell(left, right)
        for scores in self._conflicts.values():
            scores.sort()

    def under(self, sources: Mapping[str, str]) -> Tally:
        """The same under the sources' own ids."""
        made = Tally(())
        tables: tuple[tuple[dict[tuple[str, str], Any], dict[tuple[str, str], Any]], ...] = (
            (self._found, made._found),
            (self._copies, made._copies),
            (self._conflicts, made._conflicts),
        )
        for mine, theirs in tables:
            for (one, other), found in mine.items():
                left, right = sorted((sources[one], sources[other]))
                theirs[left, right] = found
        made._told = {(sources[one], place, sources[other]) for one, place, other in self._told}
        return made

    def stated(
        self, left: Profile, right: Profile, relation: Relation, score: float, folder: Folder, values: Sequence[float]
    ) -> Stated:
        """Two values among all that their documents state; ``values``: the features of the pair."""
        copies = self._copies.get(_both(left, right), Counter())
        found = self._found.get(_both(left, right), Counter())
        scores = self._conflicts.get(_both(left, right), [])
        own = score >= LIKELY
        return Stated(
            left,
            right,
            score,
            folder,
            values,
            agreeing=max(0, found["agree"] - (own and relation == "agree")),
            differing=max(0, found["conflict"] - (own and relation == "conflict")),
            likelier=len(scores) - bisect_right(scores, score),
            told=0 if relation == "agree" else self._tells(left, right) + self._tells(right, left),
            copies=(
                max(0, copies["agree"] - (relation == "agree")),
                max(0, copies["conflict"] - (relation == "conflict")),
            )
            if is_copy(values)
            else None,
        )

    def _tell(self, left: Profile, right: Profile) -> None:
        self._told |= {(left.source, left.place, right.source), (right.source, right.place, left.source)}

    def _tells(self, one: Profile, other: Profile) -> bool:
        """The document of ``other`` likely states the value of ``one`` of the same fact."""
        return one.source != other.source and (one.source, one.place, other.source) in self._told


def _both(left: Profile, right: Profile) -> tuple[str, str]:
    return (left.source, right.source) if left.source <= right.source else (right.source, left.source)


def same_fact(stated: Stated) -> float:
    """How likely both state one fact, whatever their values are."""
    return stated.score


def distance(stated: Stated) -> float:
    """How far apart the values are: as factors of e, and years by their logarithm, ten of them as much as .6."""
    one, other = with_lent_unit(stated.left.claims[0].value, stated.right.claims[0].value)
    if one.kind == "date":
        years = [int(v.low[:4]) for v in (one, other) if v.low and v.low[:4].isdigit()]
        return min(3.0, math.log1p(abs(years[0] - years[-1])) / 4) if len(years) > 1 else 0.0
    if one.kind == "time" or other.kind == "time":
        return 1.0
    a, b = _number(one), _number(other)
    if a is None or b is None:
        return 0.0
    if a <= 0 or b <= 0:
        return 1.5
    return min(3.0, abs(math.log(a) - math.log(b)))


def states_both(stated: Stated) -> float:
    """One document also states the other's value of this fact, and so contradicts itself or tells of two."""
    return stated.told


def agreeing(stated: Stated) -> float:
    """The two documents agree on much else."""
    return min(3.0, math.log1p(stated.agreeing))


def differing(stated: Stated) -> float:
    """The two documents differ in much else, as the months of a series do."""
    return min(4.0, math.log1p(stated.differing))


def varied(stated: Stated) -> float:
    """Many documents state other values in this frame, or under this label: each speaks of its own thing."""
    shared = [slot for slot in stated.left.slots if slot in stated.right.slots]
    return max((logarithm(stated.folder.variety(slot) - 1, 4.0) for slot in shared), default=0.0)


def crowd(stated: Stated) -> float:
    """The more documents speak of one thing, the more of them state what only looks like one fact."""
    return stated.folder.crowd(stated.left, stated.right)


def copied(stated: Stated) -> float:
    """The documents share other sentences with the same values: the one is a copy of the other."""
    return min(3.0, math.log1p(stated.copies[0])) if stated.copies else 0.0


def copied_words(stated: Stated) -> float:
    """The sentence has many words: a short line is a form rather than a copy."""
    words = min(len(stated.left.mask) + len(stated.left.cell), len(stated.right.mask) + len(stated.right.cell))
    return min(3.0, math.log2(max(1.0, words / 4)))


def copied_name(stated: Stated) -> float:
    """The sentence names who or what it tells of."""
    return min(1.0, value_of("name_shared", stated.values))


def filled_named(stated: Stated) -> float:
    """The sentence names who or what it tells of, and the documents share other such sentences with other values."""
    return copied_name(stated) * filled(stated)


def filled(stated: Stated) -> float:
    """The documents share other such sentences with other values: one form filled for two things."""
    return min(3.0, math.log1p(stated.copies[1])) if stated.copies else 0.0


def same_figures(stated: Stated) -> float:
    """The two sentences share other figures: of an edit one differs, of a form mostly all."""
    return min(3.0, math.log1p((Counter(stated.left.figures) & Counter(stated.right.figures)).total()))


def other_figures(stated: Stated) -> float:
    """The two sentences differ in other figures too."""
    left, right = Counter(stated.left.figures), Counter(stated.right.figures)
    return min(3.0, math.log1p(max((left - right).total(), (right - left).total())))


def rough(stated: Stated) -> float:
    """One value is only about right, or a bound."""
    return sum(p.claims[0].value.modifier not in ("exact", "range") for p in (stated.left, stated.right))


def likelier(stated: Stated) -> float:
    """Other values in which the two documents differ are likelier of one fact."""
    return min(4.0, math.log1p(stated.likelier))


def length(stated: Stated) -> float:
    """The more one of the documents states, the more of it only looks like one fact."""
    return math.log2(max(stated.folder.statements(stated.left.source), stated.folder.statements(stated.right.source)))


def other_times(stated: Stated) -> float:
    """The documents are of other times."""
    return value_of("other_times_by_document", stated.values)


def one_document(stated: Stated) -> float:
    """Both stand in one document."""
    return stated.left.source == stated.right.source


def date(stated: Stated) -> float:
    """The values are dates."""
    return stated.left.family == "date"


def date_of_once(stated: Stated) -> float:
    """The values are dates of what happens once to a thing, such as its founding."""
    return date(stated) * (value_of("holds_once", stated.values) > 0)


def small(stated: Stated) -> float:
    """A number of one digit."""
    return any(len(_figures(p.claims[0].value)) < 2 for p in (stated.left, stated.right))


def rare(stated: Stated) -> float:
    """Two texts seldom share such a value by chance."""
    return stated.left.rare and stated.right.rare


CONFLICT: tuple[Callable[[Stated], float], ...] = (
    same_fact,
    distance,
    states_both,
    agreeing,
    differing,
    likelier,
    varied,
    crowd,
    length,
    one_document,
    date,
    date_of_once,
    rare,
)
COPY: tuple[Callable[[Stated], float], ...] = (
    *CONFLICT,
    copied,
    filled,
    same_figures,
    other_figures,
    copied_words,
    copied_name,
    filled_named,
    other_times,
)
"""Of conflicts in sentences that are copies but for their values."""
AGREEMENT: tuple[Callable[[Stated], float], ...] = (
    same_fact,
    rare,
    agreeing,
    differing,
    crowd,
    rough,
    one_document,
    date,
    small,
)


@derived
def tiers() -> Mapping[Tier, float]:
    """The least confidence of a conflict in each tier, the surest first."""
    return {tier: float(table("weights/conflict")["tiers"][tier]) for tier in ("error", "warning", "possible")}


@derived
def least_agreement() -> float:
    """The least confidence of an agreement."""
    return float(table("weights/agreement")["threshold"])


def of_conflict(stated: Stated) -> float:
    """How sure it is, from 0 to 1, that the two values contradict each other."""
    if stated.copies is not None:
        return _probability("copy", COPY, stated)
    return _probability("conflict", CONFLICT, stated)


def of_agreement(stated: Stated) -> float:
    """How sure it is, from 0 to 1, that both state one fact with one value."""
    return _probability("agreement", AGREEMENT, stated)


def tier_of(confidence: float) -> Tier | None:
    """The tier of a conflict, or None below all."""
    return next((tier for tier, least in tiers().items() if confidence >= least), None)


def _probability(name: str, measures: tuple[Callable[[Stated], float], ...], stated: Stated) -> float:
    weigh = table(f"weights/{name}")["weights"]
    total = float(weigh[ALWAYS]) + sum(float(weigh[m.__name__]) * m(stated) for m in measures)
    return 1 / (1 + math.exp(-max(-500.0, total)))


def _number(value: Mention) -> float | None:
    """The lower bound, or else the upper one, in the base unit."""
    normal = key(value)
    bound = normal.low if normal.low is not None else normal.high
    return float(bound) if isinstance(bound, Decimal) else None


def _figures(value: Mention) -> str:
    if value.kind == "date":
        return (value.low or "")[:4] if value.resolution != "day" else (value.low or "")
    return (value.low or value.high or "").replace(".", "").strip("0") or "0"
