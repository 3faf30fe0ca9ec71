"""Holds changes, differences and multiples against the two figures that they are between.

The two stand as "from 50 to 80", "to 80 from 50", "80, up 60% on last year's 50" or "80 against 50". Where several
pairs may be meant, a change that fits any of them is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from checker.constraints import change_ends, share_pairs, table_changes
from checker.constraints.change_fits import Ends, drafted, off
from checker.constraints.context import Context, Draft
from checker.constraints.quantities import RANGE, Passage, Quantity, passages
from checker.constraints.results import KIND
from checker.language.language import any_of, derived, table

_WORDS = "constraints/arithmetic"
_REACH = 34
"""So many characters from a change may the word stand that says whether it is up or down."""
_FROM = re.compile(r"\bfrom\s(?:[a-z']+\s){0,3}?[£$€]?$|\bfrom\s[£$€]?$", re.IGNORECASE)
_TO = re.compile(r"(?:^|\s)(?:to|and)\s(?:[a-z']+\s){0,2}?[£$€]?$|^\s?(?:→|->|-->|=>)\s?$", re.IGNORECASE)
_TO_ONLY = re.compile(r"(?:^|\s)(?:to|reached|at)\s(?:[a-z']+\s){0,2}?[£$€]?$", re.IGNORECASE)
_APART = re.compile(r"\b(?:and|while|but|whereas)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s?(?:[a-z]+\s){0,2}?\((?:in\s)?(?:19|20)\d\d(?:[/-]\d\d)?:?\s?[£$€]?"
    r"|(?:\s[a-z]+){0,2}?,?\s\(?(?:compared (?:with|to)|as against|against|vs\.?|versus|up from|down from"
    r"|instead of|rather than|in place of)\s(?:[\w']+\s){0,4}?[£$€]?",
    re.IGNORECASE,
)
"""Between a later and an earlier figure."""
_TIGHT = re.compile(
    r"(?:\sin (?:19|20)\d\d)?\)?(?:,|\s-|\s\u2013|\s\u2014|\s\()\s?(?:an?\s)?"
    r"(?:up|down|rise|fall|increase|"
    r"decrease|drop|growth|gain|reduction|decline)\s(?:by |of )?(?:about |some |just |over )?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;]|\.\s")
_SMALL = 10
"""A smaller number behind "than" may be the name of something."""


def find(context: Context) -> Iterator[Draft]:
    """Every change beside its ends."""
    everything = passages(context)
    for n, passage in enumerate(everything):
        if passage.single:
            before = [p for p in everything[max(0, n - 2) : n] if p.block == passage.block]
            yield from _of_passage(context, passage, before)


def _of_passage(context: Context, passage: Passage, before: Sequence[Passage]) -> Iterator[Draft]:
    ends = list(_from_to(passage))
    shares = {pair.share.start for pair in share_pairs.pairs_of(passage)}
    for change in passage.quantities:
        if change.start in shares or (change.sort == "multiple" and _of_change().search(passage.ahead(change, 40))):
            continue
        if change.modifier == RANGE or any(change.start in (e.start.start, e.end.start) for e in ends):
            continue
        if change.sort == "count" and re.match(r"\s?(?:percentage\s)?points?\b", passage.behind(change, 20)):
            change = replace(change, sort="points")
        if change.sort in {"percent", "points", "multiple", "fraction"} or _says_difference(passage, change, ends):
            direction = _direction(passage, change)
            if direction == 0 and _says_by(passage, change, ends):
                direction = 1 if ends[0].end.value > ends[0].start.value else -1
            if direction == 0 and change.sort not in {"multiple"} and not _is_plain_difference(passage, change):
                yield from _of_last_ends(context, passage, change, before)
                continue
            beside = [*_clause_of(passage, change, ends), *_since(passage, change), *_turned(passage, change)]
            beside = beside or list(_by_year(passage, change))
            if not beside and not any(pair.start.sort == change.sort or change.sort != "points" for pair in ends):
                beside = _meant(passage, change, before, direction)
            rivals = sum(q.sort == change.sort for q in passage.single) > 1 and change.sort == "percent"
            loose = [] if beside and not rivals else list(_loose(passage, change, before))
            found = _judged(context, passage, change, direction, beside, [*ends, *loose], rivals)
            found = found or _of_table(context, passage, change, direction)
            if found is not None:
                yield found


def _of_table(context: Context, passage: Passage, change: Quantity, direction: int) -> Draft | None:
    """``Income grew by 5.7%`` over a table with a row for income."""
    if change.sort not in {"percent", "multiple", "count", "money"} or change.rough:
        return None
    if change.sort == "percent" and direction == 0:
        return None
    row = table_changes.row_of(context, passage, change)
    latest = _of_latest(context, passage, change, direction)
    if row is None or latest is not None:
        return latest
    dated = table_changes.dated(row, passage, change)
    pairs = [Ends(start, end, True) for start, end in ([dated] if dated else table_changes.ends(row, passage))]
    for pair in pairs:
        away, expected, form = off(passage, change, direction, pair)
        if away <= 1:
            context.saw(KIND)
            return drafted(context, change, pair, away, expected, form)
    clause = re.split(r"[,;(]", passage.ahead(change, 90))[-1]
    tied = change.sort == "multiple" or _TIED.search(clause) is not None or _moved().search(clause) is not None
    tied = tied or _is_plain_difference(passage, change) or table_changes.moves(passage, change) is not None
    plain = tied and (dated is not None or table_changes.is_plain(row, passage)) and not _OTHER_BASE.search(clause)
    context.saw(KIND, read=plain)
    if not plain or pairs[0].start.sort == "percent":
        return None
    away, expected, form = off(passage, change, direction, pairs[0])
    return drafted(context, change, pairs[0], away, expected, form)


def _of_latest(context: Context, passage: Passage, change: Quantity, direction: int) -> Draft | None:
    """``Kirk Bay, where we found 33 in 2014, now has four times as many pups`` over a table with a row for Kirk Bay."""
    counts = [q for q in passage.single if q.sort == "count" and q.start != change.start]
    if len(counts) != 1 or change.sort not in {"multiple", "percent"} or not change_ends.is_now(passage):
        return None
    pairs = [Ends(counts[0], cell, True) for cell in table_changes.cells_of(context, passage)]
    if not pairs:
        return None
    for pair in pairs:
        away, expected, form = off(passage, change, direction, pair)
        if away <= 1:
            context.saw(KIND)
            return drafted(context, change, pair, away, expected, form)
    context.saw(KIND, read=len(pairs) == 1)
    if len(pairs) > 1:
        return None
    away, expected, form = off(passage, change, direction, pairs[0])
    return drafted(context, change, pairs[0], away, expected, form)


_BY = re.compile(r"\bby\s(?:about |some |just |only |over |nearly )?[£$€]?$", re.IGNORECASE)
_TIED = re.compile(r"\bby\s(?:about |some |just |only |over |nearly )?$", re.IGNORECASE)


@derived
def _moved() -> re.Pattern[str]:
    up, down = (any_of(table(_WORDS)[key]) for key in ("up", "down"))
    return re.compile(rf"\b(?:{up}|{down})\s(?:by|of)?\s?(?:about |some |just |only |over |nearly )?$", re.IGNORECASE)


_OTHER_BASE = re.compile(
    r"\b(?:budget|forecast|target|plan|planned|average|per|without|excluding|leaving|adjusted"
    r"|real terms|like-for-like|inflation|expected|will|would|could|"
    r"share|rate|first half|quarter|since|most|some|almost|nearly|parts?|decade|month)\b",
    re.IGNORECASE,
)


@derived
def _moved_by() -> re.Pattern[str]:
    up, down = (any_of(table(_WORDS)[key]) for key in ("up", "down"))
    return re.compile(rf"\b(?:{up}|{down})\s(?:by|of)?\s?(?:about |some |just |only |over )?[£$€]?$", re.IGNORECASE)


def _says_difference(passage: Passage, change: Quantity, ends: Sequence[Ends]) -> bool:
    """``an increase of 20``, ``up 20``, ``20 more``: a plain figure that is itself a change."""
    if change.sort not in {"count", "money", "measure", "time"}:
        return False
    ahead = _moved_by().search(passage.ahead(change, 30))
    return ahead is not None or _says_by(passage, change, ends) or _is_plain_difference(passage, change)


@derived
def _of_change() -> re.Pattern[str]:
    """Before a multiple that is of a change: "a drop more than twice as great"."""
    up, down = (any_of(table(_WORDS)[key]) for key in ("up", "down"))
    return re.compile(rf"\ban?\s(?:{up}|{down})\s(?:more than |almost |nearly |about )?$", re.IGNORECASE)


def _says_by(passage: Passage, change: Quantity, ends: Sequence[Ends]) -> bool:
    """``from 26 weeks to 18 weeks, that is by 8 weeks``"""
    return any(change.is_like(p.start) for p in ends) and _BY.search(passage.ahead(change, 20)) is not None


@derived
def _than() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:\w+\s)?(?:{any_of(table(_WORDS)['than'])})\s(?:than|on)\b", re.IGNORECASE)


def _is_plain_difference(passage: Passage, change: Quantity) -> bool:
    """``20 more than``, ``2,300 better than the year before``."""
    return (
        change.sort in {"count", "money", "measure", "time"} and _than().match(passage.behind(change, 40)) is not None
    )


@derived
def _up() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['up'])})\b", re.IGNORECASE)


@derived
def _down() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(_WORDS)['down'])})\b", re.IGNORECASE)


def _direction(passage: Passage, change: Quantity) -> int:
    """1 for a rise, -1 for a fall, by the nearest word beside the change; 0 where none says so."""
    plain = _than().match(passage.behind(change, 40)) if _is_plain_difference(passage, change) else None
    if plain is not None and not any(pattern.search(plain[0]) for pattern in (_up(), _down())):
        return 0
    ahead, behind = passage.ahead(change, _REACH), passage.behind(change, 22)
    cut = max(ahead.rfind(mark) for mark in (";", ". "))
    ahead = ahead[cut + 1 :]
    best: tuple[int, int] | None = None
    for sign, pattern in ((1, _up()), (-1, _down())):
        for found in pattern.finditer(ahead):
            best = min(best or (999, 0), (len(ahead) - found.end(), sign))
        near = pattern.search(behind)
        if near is not None and not re.search(r"[,;.]", behind[: near.start()]):
            best = min(best or (999, 0), (near.start(), sign))
    if best is not None:
        return best[1]
    words = passage.text
    ups, downs = len(_up().findall(words)), len(_down().findall(words))
    return 1 if ups and not downs else -1 if downs and not ups else 0


def _from_to(passage: Passage) -> Iterator[Ends]:
    """``from A to B``, ``to B from A``."""
    quantities = passage.quantities
    for n, first in enumerate(quantities[:-1]):
        later = next((q for q in quantities[n + 1 : n + 4] if _alike(first, q) is not None), None)
        if later is None:
            continue
        gap = passage.between(first.end, later.start)
        scaled = _alike(first, later) or first
        if not change_ends.same_tail(passage, first, later):
            continue
        if len(gap) > 60 or ";" in gap:
            continue
        if _FROM.search(passage.ahead(first, 40)) and _TO.search(gap):
            yield Ends(scaled, later, True)
        elif re.search(r"\bfrom\s(?:[a-z']+\s){0,3}?[£$€]?$", gap, re.I) and _TO_ONLY.search(passage.ahead(first, 40)):
            yield Ends(later, first, True)
        elif re.fullmatch(r"\s?(?:→|->|-->|=>)\s?", gap):
            yield Ends(scaled, later, True)
        elif _COMPARED.fullmatch(gap) and first.is_like(later):
            yield Ends(later, first, True, tight=True)


_BRACKET = re.compile(
    r"(?:\s[a-z][\w'-]*){0,5}\s?[(,\u2013\u2014-]\s?(?:that is |or |i\.e\. |an? )?"
    r"(?:about |some |just over |just under )?"
)


def _moves_behind(passage: Passage, change: Quantity) -> bool:
    """``(40% less)``"""
    words = passage.behind(change, 16)
    return any(pattern.match(words.lstrip()) is not None for pattern in (_up(), _down()))


def _alike(first: Quantity, later: Quantity) -> Quantity | None:
    """The first as a figure like the later one: "from 2.7 to 3.1 million" leaves out the unit and the scale."""
    if first.sort in {"percent", "points"} and later.sort in {"percent", "points"}:
        return first
    if first.is_like(later) and first.sort not in {"multiple", "fraction"}:
        if later.step >= 1000 and first.step < 1000 and first.value < 1000:
            scale = Decimal(10) ** later.value.adjusted() / Decimal(10) ** first.value.adjusted()
            power = Decimal(10) ** (3 * round(scale.adjusted() / 3))
            return replace(first, value=first.value * power, step=first.step * power)
        return first
    if first.sort == "count" and not first.noun and later.sort in {"percent", "money", "measure", "time"}:
        return replace(first, sort=later.sort, unit=later.unit)
    return None


def _clause_of(passage: Passage, change: Quantity, ends: Sequence[Ends]) -> Sequence[Ends]:
    """The one pair of ends nearest to a change with no end of a clause between; none where two are as near."""
    near = []
    for pair in ends:
        if change in (pair.start, pair.end):
            continue
        low, high = sorted((pair.start, pair.end), key=lambda q: q.start)
        gap = (
            passage.between(high.end, change.start)
            if change.start > high.end
            else passage.between(change.end, low.start)
        )
        behind = change.start > high.end
        bracket = behind and _BRACKET.fullmatch(gap) is not None and _moves_behind(passage, change)
        if pair.tight and not bracket and not (_TIGHT if behind else _TO_ONLY).fullmatch(gap):
            continue
        if not _CLAUSE.search(gap) and len(gap) < 70 and not (behind and _APART.search(gap)):
            near.append((len(gap), pair))
    near.sort(key=lambda found: found[0])
    return [near[0][1]] if near else []


@derived
def _since_words() -> re.Pattern[str]:
    return re.compile(
        rf"\s?(?:[a-z]+\s){{0,3}}?\(?(?:as\s\w+\sas|the|{any_of(table(_WORDS)['since'])})\s(?:the\s|our\s|its\s|about\s)?(?:[\w'-]+\s){{0,4}}?(?:of\s|total\sof\s|figure\sof\s)?\(?[£$€]?$",
        re.IGNORECASE,
    )


def _since(passage: Passage, change: Quantity) -> Iterator[Ends]:
    """``312 members, up 10% on last autumn's 283``, ``up 1,200 on last year's 8,400 to 9,500``."""
    n = next(n for n, q in enumerate(passage.quantities) if q.start == change.start)
    earlier = passage.quantities[n + 1] if n + 1 < len(passage.quantities) else None
    if (
        earlier is None
        or (earlier.sort == "count" and earlier.value < _SMALL)
        or not _since_words().match(passage.gap(n + 1))
        or len(passage.gap(n + 1)) > 60
        or _TURNED.search(passage.gap(n + 1))
    ):
        return
    after = passage.quantities[n + 2] if n + 2 < len(passage.quantities) else None
    if after is not None and _alike(earlier, after) and re.match(r"\s?(?:[a-z]+\s)?to\s[£$€]?$", passage.gap(n + 2)):
        yield Ends(earlier, after, True)
        return
    later = next((q for q in reversed(passage.quantities[:n]) if q.is_like(earlier)), None)
    if later is None:
        return
    gap = passage.between(later.end, change.start)
    if len(gap) <= 60 and not re.search(r"[;.]", gap):
        yield Ends(earlier, later, True)


_TURNED = re.compile(r"\s(?:to|at)\s(?:about |some |just |only |over )?[£$€]?$", re.IGNORECASE)


def _turned(passage: Passage, change: Quantity) -> Iterator[Ends]:
    """``the £60 fee is halved to £30``."""
    n = next(n for n, q in enumerate(passage.quantities) if q.start == change.start)
    if change.sort != "multiple" or n == 0 or n + 1 >= len(passage.quantities):
        return
    earlier, later = passage.quantities[n - 1], passage.quantities[n + 1]
    if earlier.is_like(later) and _TURNED.fullmatch(passage.gap(n + 1)) and not re.search(r"[;.,]", passage.gap(n)):
        yield Ends(earlier, later, True)


_DATED = re.compile(
    r"(?:\s[a-z][\w'-]*){0,3}?\s\(?(?:in|for|at the end of|by|during)?\s?((?:19|20)\d\d)\b", re.IGNORECASE
)


def _by_year(passage: Passage, change: Quantity) -> Iterator[Ends]:
    """``£1.2 million in 2023 and £1.5 million in 2024, a rise of 25%``: two like figures, each with its year."""
    before = [q for q in passage.single if q.end <= change.start and q.sort in {"count", "money", "measure"}]
    if len(before) != 2 or _alike(before[0], before[1]) is None:
        return
    years = [_DATED.match(passage.behind(q, 50)) for q in before]
    gap = passage.between(before[1].end, change.start)
    if years[0] is None or years[1] is None or years[0][1] == years[1][1] or not re.search(r"[,(]|\s-\s", gap):
        return
    if len(gap) > 50 or re.search(r"[;.]", gap):
        return
    first, last = sorted(before, key=lambda q: (years[before.index(q)] or [0, 0])[1])
    yield Ends(_alike(first, last) or first, last, True)


def _loose(passage: Passage, change: Quantity, before: Sequence[Passage]) -> Iterator[Ends]:
    """Every two like figures of the sentence and the one before, in either order."""
    near = [q for p in (*before, passage) for q in p.quantities if q is not change][:12]
    own = {q.start for q in near if q.start >= passage.start and q.sort in {"count", "money", "measure"}}
    own = set() if change_ends.refers(passage) or change.sort != "multiple" else own
    for one in near:
        for other in near:
            if (
                one is not other
                and (not own or one.start in own or other.start in own)
                and _alike(one, other) is not None
                and one.sort not in {"multiple", "fraction", "points"}
            ):
                yield Ends(_alike(one, other) or one, other, False)


def _judged(
    context: Context,
    passage: Passage,
    change: Quantity,
    direction: int,
    firm: Sequence[Ends],
    others: Sequence[Ends],
    rivals: bool,
) -> Draft | None:
    for pair in (*firm, *others):
        if change.start in (pair.start.start, pair.end.start):
            continue
        away, expected, form = off(passage, change, direction, pair)
        if away <= 1:
            context.saw(KIND)
            return drafted(context, change, pair, away, expected, form)
    readable = [
        pair for pair in firm if pair.firm and _can_be(change, pair) and pair.start.value not in (0, pair.end.value)
    ]
    if _ADJUSTED.search(passage.text) or change.modifier in {"less_than", "up_to", "at_least"}:
        readable = []
    if rivals and len({(e.start.start, e.end.start) for e in (*firm, *others) if e.firm}) < 2:
        readable = []
    if not readable or (change.sort == "fraction" and direction == 0):
        if firm:
            context.saw(KIND, read=False)
        return None
    away, expected, form = off(passage, change, direction, readable[0])
    context.saw(KIND)
    return drafted(context, change, readable[0], away, expected, form)


def _can_be(change: Quantity, ends: Ends) -> bool:
    """Whether a change of its sort may lie between two figures of theirs."""
    if change.sort == "fraction":
        return ends.firm and ends.start.sort != "time"
    if change.value < 0:
        return False
    if change.sort == "points":
        return ends.start.sort == "percent"
    return change.sort in {"percent", "multiple", "fraction"} or change.is_like(ends.start)


_ADJUSTED = re.compile(
    r"\b(?:leaving|excluding|excl|without|adjusted|like-for-like|real terms|inflation|seasonally"
    r"|underlying|weighted)\b",
    re.IGNORECASE,
)
"""A change of other figures than those that are told."""


def _meant(passage: Passage, change: Quantity, before: Sequence[Passage], direction: int) -> list[Ends]:
    """``It was 50. Now it is 80. That is an increase of 60%.``"""
    if change.sort == "multiple" and _multiplies().match(passage.text, change.start - passage.start) is None:
        return []
    if change.sort in {"count", "money", "measure", "time"} and not change_ends.refers(passage):
        return []
    found = change_ends.meant(passage, change, before, direction)
    return [Ends(found[0], found[1], True)] if found is not None else []


@derived
def _multiplies() -> re.Pattern[str]:
    """A number of times that is of an amount: "doubled", "twice as many", not "won twice"."""
    verbs, behind = (any_of(table(_WORDS)[key]) for key in ("multiplied", "times_what"))
    return re.compile(rf"(?:{verbs})|[\w.,-]+(?:[\s-](?:times|fold|x))?\s?(?:{behind})\b", re.IGNORECASE)


@derived
def _subject_of() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(table(_WORDS)['being'])})\b", re.IGNORECASE)


def _of_last_ends(context: Context, passage: Passage, change: Quantity, before: Sequence[Passage]) -> Iterator[Draft]:
    """``The fee goes up from £64 to £80. 35 per cent is a great deal.``"""
    if change.sort != "percent" or sum(q.sort == "percent" for q in passage.quantities) > 1 or not before:
        return
    told = [pair for pair in _from_to(before[-1]) if not pair.tight and pair.start.sort != "percent"]
    if len(told) != 1 or any(q.sort == "percent" for q in before[-1].quantities):
        return
    if _subject_of().match(passage.behind(change, 12)) is None:
        return
    direction = 1 if told[0].end.value > told[0].start.value else -1
    away, expected, form = off(passage, change, direction, told[0])
    context.saw(KIND)
    yield drafted(context, change, told[0], away, expected, form)
