"""Ranks the counts near a percentage as the whole that it is of: by words, by nearness, and by its neighbours.

Nothing here asks whether a percentage is right, except of its neighbours: beside "77% (151)", of 196, "23% (45)" is of
196 too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.constraints.context import Context
from checker.constraints.quantities import RANGE, Passage, Quantity, of_span
from checker.constraints.share_pairs import Pair
from checker.constraints.shares import off, off_number, off_part, window
from checker.language.language import any_of, derived, table
from checker.language.words import singular, stopwords

_WORDS = "constraints/share"
_NEAR = 4
"""The counts of so many passages before are tried as a base."""
_MOST = 24
"""Of so many counts, the nearest, one is chosen."""
_TAIL = 36
"""So many characters behind a count say what it is of."""
CLEAR = 4
"""What the base of a percentage needs, so that an error is sure."""
LIKELY = 3
"""The same, for an error that is possible."""
_AHEAD = 2
"""By so much it must be better than the next."""
_FAR = Decimal("2.5")
"""A percentage more than so many times what a base makes is of another one."""
_LOST = Decimal("0.97")
"""A base of which so much at least is left may have lost those who gave no answer."""


@dataclass(frozen=True, slots=True)
class Base:
    """A count as the whole of a percentage."""

    quantity: Quantity
    passage: Passage
    points: int
    siblings: int
    """So many other percentages of its paragraph or list are of it."""


def near(context: Context, pairs: Sequence[Pair], everything: Sequence[Passage], at: dict[int, int]) -> list[Passage]:
    """The passages in which the wholes of one paragraph's or list's percentages may stand, in order."""
    first, last = at[id(pairs[0].passage)], at[id(pairs[-1].passage)]
    found = list(everything[max(0, first - _NEAR) : last + 1])
    heading = _heading(context, pairs[0].passage.block)
    if heading is not None and not any(p.block == heading for p in found):
        block = context.document.blocks[heading]
        found.insert(0, of_span(context, block.start, block.end, heading))
    return found


def _heading(context: Context, block: int) -> int | None:
    blocks = context.document.blocks
    return next((n for n in range(block - 1, max(-1, block - 12), -1) if blocks[n].kind in {"heading", "title"}), None)


def candidates(pair: Pair, passages_near: Sequence[Passage]) -> list[tuple[Quantity, Passage]]:
    """The counts that may be the whole of a pair, the nearest first; those of its own sentence behind it last."""
    before: list[tuple[Quantity, Passage]] = []
    behind: list[tuple[Quantity, Passage]] = []
    for passage in reversed(passages_near):
        if passage.start > pair.passage.start:
            continue
        for q in reversed(passage.quantities):
            if q is pair.part or q is pair.share or q.modifier == RANGE or not q.is_like(pair.part):
                continue
            if q.value >= pair.part.value and q.value > 1:
                (before if q.start < pair.part.start else behind).append((q, passage))
    return [*before[:_MOST], *behind]


def fits(pair: Pair, found: Sequence[tuple[Quantity, Passage]]) -> Quantity | None:
    """The nearest count that the percentage is right of."""
    away = off_part if pair.stated_part else off
    return next((q for q, _ in found if away(pair.part, pair.share, q) <= 1), None)


def fits_sum(pair: Pair, found: Sequence[tuple[Quantity, Passage]], pairs: Sequence[Pair]) -> bool:
    """Whether it is right of all parts together, or of the sum or the difference of two counts near it.

    Those who gave no answer may have been left out.
    """
    parts = {p.part.start for p in pairs}
    values = [q.value for q, _ in found if q.start not in parts][:_MOST]
    low, high = window(pair.part, pair.share)
    for together in (pairs, [p for p in pairs if p.passage is pair.passage]):
        if len(together) > 1 and low <= sum(p.part.value for p in together) <= high:
            return True
    for n, one in enumerate(values):
        for other in values[n + 1 :]:
            for whole in (one + other, abs(one - other)):
                if low <= whole <= high and off_number(pair.part, pair.share, whole) <= 1:
                    return True
    return False


def ranked(pair: Pair, found: Sequence[tuple[Quantity, Passage]], pairs: Sequence[Pair], parts: set[int]) -> list[Base]:
    """The counts with what speaks for each, the best first; ``parts``: where the parts of all pairs stand."""
    ahead = [one for one in found if one[0].start < pair.part.start]
    bases = [_weighed(pair, q, passage, pairs, parts, ahead) for q, passage in found]
    best: dict[Decimal, Base] = {}
    for base in bases:
        if base.quantity.value not in best or best[base.quantity.value].points < base.points:
            best[base.quantity.value] = base
    return sorted(best.values(), key=lambda b: (-b.points, -b.quantity.start))


def chosen(pair: Pair, bases: Sequence[Base]) -> tuple[Base, bool] | None:
    """The base that a pair must be of that is right of none, and whether that is sure."""
    if not bases:
        return None
    best = bases[0]
    margin = best.points - (bases[1].points if len(bases) > 1 else 0)
    if best.points < LIKELY or margin < 1:
        return None
    implied = window(pair.part, pair.share)
    lost = (
        not pair.stated_part
        and best.siblings < 2
        and implied[1] >= best.quantity.value * _LOST
        and implied[0] < best.quantity.value
    )
    near = best.siblings > 1 or _is_slip(pair, best.quantity)
    return best, best.points >= CLEAR and margin >= _AHEAD and not lost and near


def _is_slip(pair: Pair, whole: Quantity) -> bool:
    """Whether the percentage is so near to what the base makes, or has its digits, that the base is meant."""
    exact = pair.part.value / whole.value * 100
    times = max(exact, pair.share.value) / max(min(exact, pair.share.value), Decimal("0.001"))
    return times <= _FAR or abs(times / 10 - 1) < Decimal("0.02")


def _weighed(
    pair: Pair,
    q: Quantity,
    passage: Passage,
    pairs: Sequence[Pair],
    parts: set[int],
    ahead: Sequence[tuple[Quantity, Passage]],
) -> Base:
    others = [p for p in pairs if p is not pair and p.base is None and p.part is not q]
    siblings = len({p.part.value for p in others if p.part.value < q.value and off(p.part, p.share, q) <= 1})
    points = 3 * min(siblings, 2)
    last = bool(ahead) and ahead[0][0] is q
    points += last and not (q.start in parts and not pair.back)
    points += pair.back and last and 2
    points += passage is pair.passage and q.start < pair.part.start
    points += _nouns(pair, q, passage)
    points += 2 * (_opens(passage, q) or _is_all(passage, q))
    points += _answered(pair, q, passage)
    if q.start in parts and not pair.back:
        points -= 5
    if others and not siblings:
        points -= 2
    if q.start > pair.part.start:
        points -= 3
    if q.sort == "time" or q.step > 100 * pair.part.step:
        points -= 2
    return Base(q, passage, points, siblings)


def _nouns(pair: Pair, q: Quantity, passage: Passage) -> int:
    """What the nouns say: of what the percentage is, and what is counted in both."""
    of, own = pair.of_noun, pair.part.noun
    about = _words_of(passage, q)
    if of:
        return 4 if of in about else 2 if any(are_kin(of, word) for word in about) else -2
    if not own and q.noun:
        ahead = pair.passage.ahead(min(pair.part, pair.share, key=lambda one: one.start), 40)
        subject = content(re.split(r"[,;:.()]|\d", ahead)[-1])
        return 2 if _is_thing(q.noun) and any(are_kin(q.noun, word) for word in subject) else 0
    if not own or not q.noun:
        return 0
    if own == q.noun:
        return 3
    return 2 if are_kin(own, q.noun) else -1 if _is_thing(own) and _is_thing(q.noun) else 0


def _words_of(passage: Passage, q: Quantity) -> frozenset[str]:
    """What a count is of: its noun and the words close behind it."""
    tail = re.split(r"[,;:.()]", passage.behind(q, _TAIL))[0]
    return frozenset((q.noun, *content(tail))) - {""}


def content(text: str) -> Iterator[str]:
    """The words that mean something, in the singular."""
    return (singular(word) for word in re.findall(r"[a-z][a-z'-]+", text.lower()) if word not in stopwords())


@derived
def _kin() -> Sequence[frozenset[str]]:
    return [frozenset(group) for group in table(_WORDS)["kin"].values()]


def are_kin(one: str, other: str) -> bool:
    """Whether two nouns may stand for the same things: participants and adults, replies and answers."""
    return one == other or any(one in group and other in group for group in _kin())


def _is_thing(noun: str) -> bool:
    return any(noun in group for group in _kin())


@derived
def _opening() -> re.Pattern[str]:
    words = table(_WORDS)
    return re.compile(
        rf"(?:^|[;:(\u2014-]\s?|\band\s|,\s)\s*(?:{any_of(words['opening'])})\s+(?:(?:{any_of(words['determiners'])})\s+)?$",
        re.IGNORECASE,
    )


def _opens(passage: Passage, q: Quantity) -> bool:
    return _opening().search(passage.ahead(q)) is not None


@derived
def _all_ahead() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(table(_WORDS)['all_ahead'])})[\s:,=]+(?:[a-z]+\s){{0,3}}?[£$€₹]?\s?$", re.IGNORECASE
    )


@derived
def _all_behind() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[a-z]+\s){{0,3}}?(?:{any_of(table(_WORDS)['all_behind'])})\b", re.IGNORECASE)


def _is_all(passage: Passage, q: Quantity) -> bool:
    """Whether the words beside a count say that it is of everything there is."""
    return (
        _all_ahead().search(passage.ahead(q, 40)) is not None or _all_behind().match(passage.behind(q, 40)) is not None
    )


@derived
def _answers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    asked, answered = (
        re.compile(rf"\b(?:{any_of(table(_WORDS)[key])})\b", re.IGNORECASE) for key in ("asked", "answered")
    )
    return asked, answered


def _answered(pair: Pair, q: Quantity, passage: Passage) -> int:
    """What tells the people who were asked from those who answered."""
    asked, answered = _answers()
    clause = re.split(r"[;:]", pair.passage.between(pair.passage.start, pair.part.end))[-1]
    around = f"{passage.ahead(q, 30)} {re.split(r'[,;.]', passage.behind(q, 40))[0]}"
    if passage is pair.passage:
        around = f"{passage.ahead(q, 20)} {passage.behind(q, 20)}"
    words = f"{clause} {pair.passage.between(pair.part.end, pair.share.start)} {pair.passage.behind(pair.share, 30)}"
    if not answered.search(words):
        return 0
    if passage is not pair.passage and answered.search(around):
        return 3
    is_sum = answered.search(pair.passage.behind(pair.share, 30)) or answered.search(
        pair.passage.between(pair.part.end, pair.share.start)
    )
    return 3 if asked.search(around) and is_sum else 0
