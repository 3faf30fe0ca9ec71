"""Dates in context: ranges, open ranges, bounds, approximators, and whether four digits are a year at all."""

from __future__ import annotations

from dataclasses import replace

from checker.model.value import Modifier
from checker.values import dates, measures, modifiers, nouns, periods
from checker.values.dates import Dated
from checker.values.draft import Draft
from checker.values.lexicon import listed
from checker.values.periods import Period
from checker.values.reading import Reading

_TO = frozenset((" to ", "-", " - ", " until ", " till ", " through ", " thru ", " to about ", " up to ", "~", " to the ", " until the ",
                 " through the ", " - the ", " -", "- ", " until about ", " to early ", " to late ", "--", " to mid-", "-early ", "-mid-", "-late ",
                 " until early ", " until late ", " through late ", " through early ", " to circa ", "-c. ", " to c. "))  # fmt: skip
_AND = frozenset((" and ", " and the ", " to ", "-", " - ", " through ", "~"))
_OPEN_ENDS = (" to the present", " to present", "-present", " - present", " to date", " until today", " until the present", " through the present", " to today",
              " onwards", " onward", " and later", " and after", " on", " - today", "-today", " and onwards")  # fmt: skip
_SINCE = ("since", "as early as", "dating back to", "dating to", "starting in", "starting from", "beginning in", "from", "since about", "since at least", "ever since")
_AHEAD: tuple[tuple[str, Modifier], ...] = (
    ("ever since", "at_least"), ("since", "at_least"), ("until", "up_to"), ("till", "up_to"), ("through", "up_to"), ("up to", "up_to"),
    ("before", "less_than"), ("prior to", "less_than"), ("after", "more_than"), ("following", "more_than"), ("by", "up_to"), ("no later than", "up_to"),
    ("up until", "up_to"), ("as of", "exact"),
)  # fmt: skip
_FILLERS = (" the ", " about ", " around ", " at least ", " as early as ", " circa ", " c. ", " roughly ", " the end of ", " the year ", " late ", " early ", " ")


def read(reading: Reading, i: int) -> Draft | None:
    """The date or range of dates that starts at token ``i``."""
    found = dates.read(reading, i)
    if found is None:
        return None
    ranged = _range(reading, found, i)
    if ranged is not None:
        return ranged
    if found.bare and not reads_as_year(reading, found):
        return None
    return _single(reading, found)


def _draft(found: Dated, period: Period) -> Draft:
    draft = Draft("date", found.start, found.end, period.first, period.last, found.next)
    draft.edtf, draft.resolution, draft.calendar = period.edtf, period.resolution, period.calendar
    return draft


def _single(reading: Reading, found: Dated) -> Draft | None:
    text, period = reading.text, found.period
    draft = _draft(found, period)
    ahead, start = modifiers.before(text, found.start)
    if ahead in ("about", "almost"):
        draft.modifier, draft.start = "about", start
        draft.edtf = f"{period.edtf}~" if "/" not in period.edtf else period.edtf
    for ending in _OPEN_ENDS:
        if text.startswith(ending, draft.end) and not text[draft.end + len(ending) : draft.end + len(ending) + 1].isalpha():
            if ending == " on" and not _is_from(reading, draft.start):
                continue
            return _open(draft, period, _from_start(reading, draft.start), draft.end + len(ending), "at_least")
    bound, at = _bound(reading, draft.start, period)
    if bound is None or bound == "exact" or period.first is None or period.last is None:
        return draft
    return _open(draft, period, at, draft.end, bound)


def _is_from(reading: Reading, start: int) -> bool:
    return reading.word_before(start)[0] == "from"


def _from_start(reading: Reading, start: int) -> int:
    word, at = reading.word_before(start)
    return at if word in ("from", "since") else start


def _open(draft: Draft, period: Period, start: int, end: int, modifier: Modifier) -> Draft:
    draft.start, draft.end, draft.modifier = start, end, modifier
    if period.first is None or period.last is None:
        return draft
    both = (period.first, period.last)
    if modifier in ("at_least", "more_than"):
        draft.high, draft.first, draft.edtf = None, both, f"{period.edtf.partition('/')[0]}/.."
        if modifier == "more_than":
            draft.low = period.last
    else:
        draft.low, draft.last, draft.edtf = None, both, f"../{period.edtf.rpartition('/')[2]}"
        if modifier == "less_than":
            draft.high = period.first
    return draft


def _bound(reading: Reading, start: int, period: Period) -> tuple[Modifier | None, int]:
    low = reading.text[max(0, start - 34) : start].lower()
    for filler in _FILLERS:
        if not low.endswith(filler):
            continue
        head = low[: len(low) - len(filler)]
        if filler == " the " and not _takes_article(period):
            continue
        for word, modifier in _AHEAD:
            if head.endswith(word) and not head[: -len(word)][-1:].isalpha():
                return modifier, start - len(filler) - len(word)
    return None, start


def _takes_article(period: Period) -> bool:
    """Whether an article before the period is its own: the 1960s, but not the 1976 act."""
    return period.resolution in ("decade", "century", "quarter", "half") or period.named


def _range(reading: Reading, found: Dated, i: int) -> Draft | None:
    tokens, text = reading.tokens, reading.text
    j = found.next
    if j >= len(tokens):
        return None
    word, at = reading.word_before(found.start)
    gap = text[found.end : tokens[j].start].lower()
    between = word == "between"
    if gap not in (_AND if between else _TO) and not (between and gap == " and "):
        return _present(reading, found) if not between else None
    short = _short_end(reading, found, j, gap)
    if short is not None:
        return short
    other = dates.read(reading, j)
    if other is None:
        return None
    if found.bare and other.bare and not (between or word in ("from", "in", "of", "during", "years") or gap.strip() == "-" or _both_years(reading, found, other)):
        return None
    head, tail = _completed(found, other)
    both = None if head is None or tail is None else periods.span(head, tail)
    if both is None or head is None or tail is None:
        return None
    if (head.first, head.last) == (tail.first, tail.last):
        return None
    if head.calendar == "fiscal" and tail.calendar is None and tail.resolution == "year":
        tail = periods.fiscal(tail.year)
        both = periods.span(head, tail)
        assert both is not None
    draft = _draft(found, both)
    draft.end, draft.next, draft.modifier = other.end, other.next, "range"
    draft.first = (head.first or "", head.last or "")
    draft.last = (tail.first or "", tail.last or "")
    if between or word == "from":
        draft.start = at
    return draft


def _both_years(reading: Reading, found: Dated, other: Dated) -> bool:
    return reads_as_year(reading, other) and reads_as_year(reading, found)


def _present(reading: Reading, found: Dated) -> Draft | None:
    return None


def _completed(found: Dated, other: Dated) -> tuple[Period | None, Period | None]:
    """Both ends with what the other end's year lends them."""
    head, tail = found.period, other.period
    if found.short and other.period.first is not None:
        value = tail.year
        if found.day:
            first = periods.day(value, found.month, found.day)
            if first is not None and first.first is not None and tail.last is not None and first.first > tail.last:
                first = periods.day(value - 1, found.month, found.day)
            return first, tail
        start = periods.month(value, found.month)
        if start.first is not None and tail.last is not None and start.first > tail.last:
            start = periods.month(value - 1, found.month)
        return start, tail
    return head, tail


def _short_end(reading: Reading, found: Dated, j: int, gap: str) -> Draft | None:
    """1887-89, 2019/20, May 5-7, 1912."""
    token = reading.tokens[j]
    if not (found.bare and gap == "-" and token.is_plain and len(token.text) == 2):
        return None
    value = found.period.year
    last = value - value % 100 + int(token.text)
    if last <= value or reading.text[token.end : token.end + 1] in ("-", "/", "%") or reading.text[token.end : token.end + 2].lower().startswith((".0", " %")):
        if not (value % 100 == 99 and token.text == "00"):
            return None
        last = value + 1
    both = periods.span(periods.year(value), periods.year(last))
    assert both is not None
    draft = _draft(found, both)
    draft.end, draft.next, draft.modifier = token.end, j + 1, "range"
    draft.first = (f"{value}-01-01", f"{value}-12-31")
    draft.last = (f"{last}-01-01", f"{last}-12-31")
    word, at = reading.word_before(found.start)
    if last == value + 1 and (word == "year" or _academic_follows(reading, token.end)):
        period = periods.academic(value)
        draft = _draft(found, period)
        draft.end, draft.next = token.end, j + 1
    return draft


def _academic_follows(reading: Reading, end: int) -> bool:
    low = reading.text[end : end + 20].lower()
    return low.startswith((" academic", " school year"))


def reads_as_year(reading: Reading, found: Dated) -> bool:
    """Whether four digits with nothing else to mark them are a year rather than a number."""
    text, value = reading.text, found.period.year
    start, end = found.start, found.end
    previous, following = text[start - 1 : start], text[end : end + 1]
    if previous in ("$", "£", "€", "¥", "#", "-", "+", "/", "₹", "~", ">", "<") and not (previous in "-/~" and text[start - 2 : start - 1].isalpha()):
        return previous == "/" and text[start - 2 : start - 1].isalpha()
    if following in ("%", "°", "+", "x", "×", "$", "€", "£") or following.isalpha() or following == "," and text[end + 1 : end + 2].isdigit():
        return False
    word, _ = reading.word_before(start)
    word = word.strip(",;:(")
    if measures.unit_after(reading, end) is not None or _other_unit(reading, end, found.next):
        return False
    if word in ("some", "nearly", "almost", "approximately", "roughly", "than", "over", "least", "exactly", "only", "another", "estimated", "total", "under", "exceeding"):
        if not (word in ("over", "than", "under") and False):
            return False
    cued = word in listed("noise", "year_cues") or previous == "(" and text[end : end + 1] in (")", ",", ";", "-")
    noun = nouns.after(reading, end)
    counted = noun is not None and text[end : end + 1] == " " and text[end + 1].islower() and noun.head + "s" not in listed("noise", "dated") and noun.phrase.split(" ")[-1] not in listed("noise", "dated")
    if cued and not (counted and word in ("by", "after", "before", "around", "following", "through", "during") and value % 100 == 0):
        return 1000 <= value <= 2199 and not (counted and value % 100 == 0 and word in ("in", "class") and not text[max(0, start - 3) : start - 1] == "In")
    if not 1500 <= value <= 2099:
        return False
    if counted:
        return word in ("the", "a", "its", "their", "his", "her", "our", "an") and value % 100 != 0 and value > 1700
    return True


def _other_unit(reading: Reading, end: int, nxt: int) -> bool:
    from checker.values import durations, money

    if durations.unit_after(reading, end) is not None and reading.text[end : end + 1] == " ":
        return True
    tokens = reading.tokens
    if nxt < len(tokens) and tokens[nxt].kind in ("scales", "hundreds", "dozens") and reading.text[end : tokens[nxt].start] == " ":
        return True
    word, _, _ = reading.word_after(end)
    low = word.lower()
    return low in ("percent", "per", "pct") or low in money.signs().names or word in money.signs().names.values()


__all__ = ["read", "reads_as_year", "replace"]
