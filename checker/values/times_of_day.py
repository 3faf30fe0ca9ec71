"""Times of day and ranges of them: 14:30, 2:20 pm, 9am, noon, half past nine, five o'clock, 9 am to 5 pm."""

from __future__ import annotations

from typing import NamedTuple

from checker.language.language import derived, phrases, word_set
from checker.model.value import HALF_DAY, Kind, Modifier
from checker.values import modifiers
from checker.values.cursor import BETWEEN, BETWEEN_AND, CLOSING, RANGE_OPENERS, Reading
from checker.values.lexicon import listed, mapped, mapped_list
from checker.values.mention_draft import Draft
from checker.values.token import CLOCK, PLAIN, Token

_JOINTS = word_set("values/joints", "times")
_DATED = word_set("values/joints", "time_date")
_LISTED = word_set("values/joints", "times_listed")
_SPELT = frozenset(("units", "teens", "tens", "fraction"))
_minutes = phrases("values/times", "behind_minutes")
_BOUND = 24
_LONGEST_JOINT = 9
_CELLS = 80
"""How far before a bare time its row is looked at."""
_EDGES = frozenset("|\t:>")
"""What ends a cell or a key."""
_ITEM = "-+\u2022.)"
"""What marks an item of a list, beside a number."""
_ENDS = frozenset(("", " ", "\n", "\t", "|", "*", "_", ",", ";", ".", "-", "\r"))
_MARKS = "|:()*_,."
_AWAY = word_set("values/times", "away")
_PLACING = word_set("values/particles", "before_hours")
"""Words before a figure that what is behind it makes a time of day: at 1400 hours, at 7 in the evening."""
_AMOUNTS = frozenset(("month", "scales", "hundreds", "dozens"))
AHEAD = word_set("values/times", "ahead")
"""What a number word has behind it, three characters, where it may be an hour."""


class _Time(NamedTuple):
    """A time as written, in seconds; ``half`` is am, pm, open ("") or whole for one of 24 hours. ``sure`` where its
    own words make it a time; ``colon`` where it has minutes behind a colon."""

    seconds: int
    start: int
    end: int
    next: int
    half: str
    resolution: str
    sure: bool
    colon: bool = False
    zone: str | None = None


def read(reading: Reading, i: int, behind: Kind | None = None) -> Draft | None:
    """The time of day, or the range of two, that starts at token ``i``; ``behind``: the kind of the value before it."""
    first = _told(reading, i)
    if first is None:
        return None
    word, at = reading.word_before(first.start)
    second = _second(reading, first, word, at)
    if second is not None:
        draft = _range(first, second)
        if word in RANGE_OPENERS:
            draft.start = at
    elif first.sure or (_stands(first) and _is_cued(reading, first, word, at, behind)):
        draft = Draft("time", first.start, first.end, _iso(first), _iso(first), first.next, first.zone)
        draft.resolution = _resolution(first)
        _modify(reading, draft)
    else:
        return None
    return draft


def _told(reading: Reading, i: int) -> _Time | None:
    """The time at token ``i``, also one that is told by how far it is from an hour."""
    token = reading.tokens[i]
    away = token.kind == "tens" or reading.text[token.end : token.end + 3] in _AWAY
    return (_past(reading, i, token) if away else None) or _one(reading, i)


@derived
def words_behind() -> frozenset[str]:
    """The words, lower case, that may make an hour, or minutes, of the figure before them; of phrases the first."""
    keys = ("halves", "hours", "military", "zones", "names", "past", "joints")
    return frozenset(words.partition(" ")[0] for key in keys for words in listed("times", key))


def _stands(time: _Time) -> bool:
    return time.colon or time.half == "whole"


def _opens_cell(reading: Reading, time: _Time) -> bool:
    """Whether hours and minutes open a cell, a value behind its key, or a line of a schedule."""
    text, start = reading.text, time.start
    if not time.colon or time.resolution != "minute" or text[time.end : time.end + 1] not in _ENDS:
        return False
    line = text[max(0, start - _CELLS, text.rfind("\n", 0, start) + 1) : start]
    edge = line.rstrip(" *_~")
    item = edge.strip().rstrip(_ITEM)
    if edge and edge[-1] not in _EDGES and line[-2:] != "  " and item and not (item.isdecimal() and item != edge):
        return False
    return listed("times", "spans").isdisjoint(word.strip(_MARKS) for word in line.lower().split())


def _has_two_digits(reading: Reading, time: _Time) -> bool:
    """Whether the hour has two digits, as no ratio and few lengths of time have."""
    return reading.text[time.start + 2 : time.start + 3] == ":"


def _is_cued(reading: Reading, time: _Time, word: str, at: int, behind: Kind | None) -> bool:
    """Whether what is beside a bare time makes it one."""
    if reading.word_after(time.end)[0].lower().rstrip(CLOSING) in listed("times", "others"):
        return False
    gap = reading.text[reading.covered : time.start]
    if _has_two_digits(reading, time) and ((behind == "time" and gap in _LISTED) or _opens_cell(reading, time)):
        return True
    if behind == "date" and gap in _DATED:
        return True
    cue = _last(word)
    if cue not in listed("times", "cues"):
        modifier, start = modifiers.before(reading, time.start)
        cue = reading.word_before(start)[0] if modifier in ("about", "almost", "exact") else ""
    return cue in listed("times", "cues")


def _second(reading: Reading, first: _Time, word: str, at: int) -> _Time | None:
    """The end of the range that ``first`` opens, if one follows."""
    if first.next >= len(reading.tokens) or reading.tokens[first.next].start - first.end > _LONGEST_JOINT:
        return None
    other = _told(reading, first.next)
    if other is None:
        return None
    gap = reading.text[first.end : other.start]
    between = word in BETWEEN and gap in BETWEEN_AND
    if gap not in _JOINTS and not between:
        return None
    if first.sure or other.sure:
        return other
    cue = _last(word)
    if first.colon and other.colon:
        known = between or cue in listed("times", "cues") or not cue
        known = known or (_opens_cell(reading, first) and _has_two_digits(reading, other))
        return other if known else None
    if first.half == "" and other.half == "" and first.next == other.next - 1 and not first.colon and not other.colon:
        return other if cue in listed("times", "opening") and 0 < first.seconds <= 43200 else None
    return other if (_stands(first) or _stands(other)) and cue in listed("times", "cues") else None


def _last(word: str) -> str:
    """The word that stands before a time, or its part behind the hyphen: Mon-Fri."""
    return word.rstrip(":,;").rpartition("-")[2]


def _range(first: _Time, second: _Time) -> Draft:
    """From 9 to 5 p.m.: what the first leaves open it takes from the second."""
    if first.half == "" and second.half in ("am", "pm"):
        same = first.seconds % 43200 <= second.seconds % 43200
        first = first._replace(half=second.half if same else "am" if second.half == "pm" else "pm")
    elif first.half == "am" and second.half == "" and first.seconds % 43200 >= second.seconds % 43200:
        second = second._replace(half="pm")
    elif first.half == "" and second.half == "whole" and second.seconds in (0, 43200) and not second.colon:
        first = first._replace(half="am" if second.seconds else "pm")
    draft = Draft("time", first.start, second.end, _iso(first), _iso(second), second.next, second.zone, "range")
    draft.resolution = HALF_DAY if HALF_DAY in (_resolution(first), _resolution(second)) else _resolution(second)
    return draft


def _iso(time: _Time) -> str:
    seconds = time.seconds
    if time.half in ("am", "pm") and seconds < 13 * 3600:
        seconds = seconds % 43200 + (43200 if time.half == "pm" else 0)
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}" + (f":{rest:02d}" if time.resolution == "second" else "")


def _resolution(time: _Time) -> str:
    return HALF_DAY if time.half == "" and 3600 <= time.seconds < 13 * 3600 else time.resolution


def _modify(reading: Reading, draft: Draft) -> None:
    """About 9 p.m., before noon, until 14:30."""
    modifier, start = modifiers.before(reading, draft.start)
    if modifier in ("about", "almost", "exact"):
        draft.start, draft.modifier = start, modifier
    bound, start = _bound(reading, draft.start)
    if bound is not None:
        draft.start, draft.modifier = start, bound
        draft.low, draft.high = modifiers.bounds(draft.low, draft.high, bound)


def _bound(reading: Reading, start: int) -> tuple[Modifier | None, int]:
    before = reading.text[max(reading.covered, start - _BOUND) : start].lower()
    for modifier in _bounds():
        for phrase in mapped_list("times", "bounds", modifier):
            at = start - len(phrase) - 1
            if before.endswith(f"{phrase} ") and not reading.text[at - 1 : at].isalnum():
                return modifier, at
    return None, start


@derived
def _bounds() -> tuple[Modifier, ...]:
    return ("at_least", "up_to", "less_than", "more_than")


def _one(reading: Reading, i: int) -> _Time | None:
    """The time at token ``i``, by what is written there and right behind it."""
    token = reading.tokens[i]
    kind = token.kind
    if kind == "daytime":
        return _named(reading, token, i)
    if kind in PLAIN:
        size = token.end - token.start
        return _figures(reading, token, i) if size <= 2 else _military(reading, token, i) if size == 4 else None
    if kind == "clock" or kind == "num":
        return _figures(reading, token, i)
    if kind in ("units", "teens") and 1 <= token.value <= 12:
        return _behind(reading, _Time(int(token.value) * 3600, token.start, token.end, i + 1, "", "hour", False))
    return None


def _named(reading: Reading, token: Token, i: int) -> _Time:
    """Noon, midnight; 12 noon is read from its figure on."""
    hours = mapped("times", "names")[token.text.lower()]
    return _Time(int(hours[:2]) * 3600, token.start, token.end, i + 1, "whole", "minute", False)


def _figures(reading: Reading, token: Token, i: int) -> _Time | None:
    match = CLOCK.fullmatch(token.text)
    if match is None:
        return None
    hour, mark, minutes, seconds, half, letter = match.groups()
    if int(hour) > 24 or (int(hour) == 24 and int(minutes or 0)):
        return None
    total = int(hour) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    whole = hour[0] == "0" or int(hour) > 12
    resolution = "second" if seconds else "minute" if minutes else "hour"
    found = _Time(
        total, token.start, token.end, i + 1, "whole" if whole and mark == ":" else "", resolution, False, mark == ":"
    )
    if half is not None:
        found = found._replace(half=f"{half.lower()}m", sure=True, end=_with_point(reading.text, token))
        return _zoned(reading, found) if int(hour) <= 12 or minutes else None
    if letter is not None:
        return found._replace(half="whole", zone="UTC" if letter in "zZ" else None) if mark == ":" else None
    if seconds is None or mark == ":":
        return _behind(reading, found)
    return None


def _with_point(text: str, token: Token) -> int:
    """Where 9p.m. ends, whose last point was taken for the end of a sentence."""
    return token.end + (token.text[-2:-1] == "." and text.startswith(".", token.end))


def _behind(reading: Reading, found: _Time) -> _Time | None:
    """With the half of the day, "o'clock", the zone and the name that stand behind an hour."""
    text, end = reading.text, found.end
    if text[end : end + 1] not in (" ", "-"):
        return found
    word, _, stop = reading.word_after(end)
    low = word.lower()
    if low in listed("times", "hours") and found.seconds < 13 * 3600:
        found = found._replace(end=stop, sure=True)
        return _zoned(reading, _in_words(reading, found))
    half = mapped("times", "halves").get(low)
    if half is not None and text[end] == " ":
        stop += "." in low and text.startswith(".", stop)
        return _zoned(reading, found._replace(half=half, end=stop, sure=True))
    if low in mapped("times", "names") and found.seconds == 43200 and text[end] == " ":
        seconds = 43200 if mapped("times", "names")[low] == "12:00" else 0
        return found._replace(seconds=seconds, half="whole", end=stop, next=found.next + 1, sure=True)
    if found.colon and low in listed("times", "military") and found.half == "whole":
        return found._replace(end=stop)
    placed = found.colon or reading.word_before(found.start)[0] in _PLACING
    return _zoned(reading, _in_words(reading, found) if placed else found)


def _in_words(reading: Reading, found: _Time) -> _Time:
    """Nine o'clock in the evening."""
    if found.half == "" and reading.text.startswith((" in the ", " at night"), found.end):
        window = reading.text[found.end + 1 : found.end + 20].lower()
        for words, half in mapped("times", "halves").items():
            if " " in words and window.startswith(words):
                return found._replace(half=half, end=found.end + 1 + len(words), sure=True)
    return found


def _zoned(reading: Reading, found: _Time) -> _Time:
    """With its zone; an hour alone with a zone is a time too: 14 GMT."""
    if reading.text[found.end : found.end + 1] != " ":
        return found
    word, _, stop = reading.word_after(found.end)
    zone = mapped("times", "zones").get(word.lower()) if word.isupper() else None
    return found if zone is None else found._replace(zone=zone, end=stop, sure=True)


def _military(reading: Reading, token: Token, i: int) -> _Time | None:
    """At 1400 hours."""
    if token.value > 2400 or token.value % 100 > 59:
        return None
    word, _, stop = reading.word_after(token.end)
    if word not in listed("times", "military") or reading.text.startswith(" of ", stop):
        return None
    if reading.word_before(token.start)[0] not in _PLACING:
        return None
    seconds = int(token.value) // 100 * 3600 + int(token.value) % 100 * 60
    return _Time(seconds, token.start, stop, i + 1, "whole", "minute", True)


def _past(reading: Reading, i: int, token: Token) -> _Time | None:
    """Half past nine, a quarter to ten, twenty-five past six, ten minutes to midnight."""
    text = reading.text
    if token.kind not in _SPELT and not (token.kind == "int" and len(token.text) <= 2):
        return None
    amount, end, j, sure = _minutes_at(reading, i)
    if not 0 < amount < 60:
        return None
    for word in _minutes():
        if text.startswith(f"{word} ", end):
            end, sure = end + len(word), True
    joint = next((w for w in _directions() if text.startswith(f" {w} ", end)), None)
    if joint is None or j >= len(reading.tokens) or reading.tokens[j].start != end + len(joint) + 2:
        return None
    hour = _one(reading, j)
    if hour is None or hour.colon or (hour.resolution == "minute" and hour.half != "whole"):
        return None
    hour = _in_words(reading, hour)
    if joint not in listed("times", "past") and not sure and reading.word_before(token.start)[0] != "at":
        return None
    behind = reading.near(hour.next, 1)
    if token.kind == "fraction" and behind is not None and behind.kind in _AMOUNTS:
        return None
    shift = amount * 60 if joint in listed("times", "past") else -amount * 60
    half, seconds = hour.half, hour.seconds + shift
    if half == "whole":
        seconds %= 86400
    elif seconds < 3600:
        seconds += 43200
    start = token.start - 2 if text.startswith("a ", token.start - 2) and token.kind == "fraction" else token.start
    return _Time(seconds, start, hour.end, hour.next, half, "minute", True, zone=hour.zone)


@derived
def _directions() -> tuple[str, ...]:
    return (*listed("times", "past"), *listed("times", "to"))


def _minutes_at(reading: Reading, i: int) -> tuple[int, int, int, bool]:
    """The minutes at token ``i``, where they end, the index behind them, and whether they are a part of an hour."""
    token = reading.tokens[i]
    if token.kind == "fraction":
        known = token.value in (2, 4) and not token.text.lower().endswith("s")
        return (60 // int(token.value) if known else 0), token.end, i + 1, True
    following = reading.near(i + 1, 1)
    if token.kind == "tens" and following is not None and following.kind == "units" and reading.gap(i) in ("-", " "):
        return int(token.value + following.value), following.end, i + 2, False
    return int(token.value), token.end, i + 1, False
