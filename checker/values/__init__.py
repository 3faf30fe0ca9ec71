"""Finds every value that a text states: dates, times, money, counts, percentages, durations, measures and the like."""

from __future__ import annotations

from checker.language.language import Language, in_use, using
from checker.model.value import Mention

__all__ = ["find"]


def find(
    plain: str,
    text: str | None = None,
    *,
    explain: bool = False,
    fiscal: str | None = "United States",
    language: Language | None = None,
) -> list[Mention]:
    """Every value in folded text, in order of position, without overlaps.

    ``plain`` is the text with look-alike characters folded; ``text`` is the original of the same length, from
    which each mention's text is cut. With ``explain`` each mention carries the steps that led to it. ``fiscal``
    is the country whose calendar fiscal years follow, by its name in the table ``values/fiscal``, or the number of the
    month that they begin in (ValueError for another); None where that is unknown, so that they have no bounds; what
    the text itself says of them comes first. ``language`` is the one whose words are read;
    None is the one in use. No text raises an error; cost grows with its length.

    What a mention holds is what is stated and nothing else. Its span takes in the approximator or bound, the
    currency and the unit, but not the counted noun. Bounds are decimal strings, or ISO days for dates; None is
    an open end. The text is read from left to right, and no value reaches back into the one before. Where a
    place can be read in several ways, a date goes first, then what a currency, a percent sign or a unit beside a
    number makes of it, then ratios, multiples and ages, then counts, then bare numbers; each takes the longest
    form that it knows.

    ====================================  ==========  ============  ============  ==========  =========
    text                                  kind        low           high          unit        modifier
    ====================================  ==========  ============  ============  ==========  =========
    May 15, 1889                          date        1889-05-15    1889-05-15    -           exact
    the early 1960s                       date        1960-01-01    1963-12-31    -           exact
    FY1999                                date        1998-10-01    1999-09-30    -           exact
    the 1800s                             date        1800-01-01    1899-12-31    -           exact
    the year ended 30 June 2019           date        2018-07-01    2019-06-30    -           exact
    the 21st century                      date        2000-01-01    2099-12-31    -           exact
    from 1987 until 1991                  date        1987-01-01    1991-12-31    -           range
    November 2010 to 2015                 date        2010-11-01    2015-12-31    -           range
    since March 1947                      date        1947-03-01    -             -           at_least
    until 1984                            date        -             1984-12-31    -           up_to
    before 1990                           date        -             1990-01-01    -           less_than
    after 1990                            date        1990-12-31    -             -           more_than
    by the end of 1990                    date        -             1990-12-31    -           up_to
    c. 1850                               date        1850-01-01    1850-12-31    -           about
    last month                            date        -             -             -           exact
    in May                                date        -             -             -           exact
    at 2:20 p.m.                          time        14:20         14:20         -           exact
    from 9 a.m. to 5 p.m.                 time        09:00         17:00         -           range
    half past nine                        time        09:30         09:30         -           exact
    before noon                           time        -             12:00         -           less_than
    14:30 GMT                             time        14:30         14:30         UTC         exact
    $4.2 million                          money       4200000       4200000       USD         exact
    three to five million dollars         money       3000000       5000000       USD         range
    approximately €40m                    money       40000000      40000000      EUR         about
    50 cents                              money       50            50            cent        exact
    more than 100 countries               count       100           -             country     more_than
    between 9,000 and 30,000 people       count       9000          30000         person      range
    several hundred courses               count       200           999           course      range
    thousands of pupils                   count       1000          -             pupil       more_than
    nearly 400 spans                      count       400           400           span        almost
    twenty-one trillion                   number      21000000000000  21000000000000  -       exact
    two and a half million                number      2500000       2500000       -           exact
    three-quarters                        number      0.75          0.75          -           exact
    at least 5 percent                    percentage  5             -             percent     at_least
    5-10%                                 percentage  5             10            percent     range
    50 basis points                       percentage  0.5           0.5           percentage_point  exact
    34 active years                       duration    34            34            year        exact
    up to six months                      duration    -             6             month       up_to
    2 years, 3 months                     duration    27            27            month       exact
    2 hours and 10                        duration    130           130           minute      exact
    several weeks                         duration    3             9             week        range
    a few days                            duration    3             6             day         range
    a full year                           duration    1             1             year        exact
    over a decade                         duration    1             -             decade      more_than
    746 feet                              measure     746           746           foot        exact
    50 to 60 tonnes                       measure     50            60            tonne       range
    5 feet 10 inches                      measure     70            70            inch        exact
    one in five                           ratio       0.2           0.2           -           exact
    a ratio of 6:1                        ratio       6             6             -           exact
    threefold                             multiple    3             3             -           exact
    won 3-2                               score       2             3             -           exact
    eighth in the nation                  ordinal     8             8             -           exact
    ====================================  ==========  ============  ============  ==========  =========

    A plural such as "dozens" states a lower bound only (24, 100, 1000 and so on); "several hundred" lies between two
    hundred and the next thousand, "several weeks" are three to nine and "a few" three to six. An amount in a part of
    a currency unit keeps that part as its unit, and a name that several countries share ("francs") stays a name. A
    ratio is the first side over the second; a score has the smaller side as its low. A day or a month without its
    year has no bounds, only its ``edtf`` (XXXX-11-01), and a month needs a word before it that makes it a date. A
    time of day is HH:MM, or HH:MM:SS; its ``resolution`` is half-day where the half of the day is not stated ("half
    past nine"), and figures alone ("14:30") need a word or a date before them that makes them a time. The
    1800s are a century, the 2000s a decade. No more of a text than some ten thousands of characters is in hand at once.
    """
    from checker.values.document_search import find as search
    from checker.values.fiscal_calendar import stated as fiscal_calendar

    with using(language or in_use()):
        fiscal = fiscal_calendar(plain) or fiscal
        return search(plain, plain if text is None else text, explain=explain, fiscal=fiscal)
