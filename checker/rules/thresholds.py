"""Every threshold of the rules, in one place; the tables in ``tests/rules`` have a case on either side of each.

What a rule's author may set (a tolerance, say) is an option of the rule in YAML. What stands here holds for all
rules of a kind. Distances are counted in characters unless the name says otherwise.
"""

from __future__ import annotations

from decimal import Decimal

# change: a stated percent change
CHANGE_TO_AMOUNT = 400
"""How far from the change the amount may stand that it led to."""
AMOUNTS_LOOKED_AT = 64
"""Of more amounts of one year, or of one attribute, only the first are looked at: they are a table's."""
CHANGE_SPREAD = Decimal(1)
CHANGE_SPREAD_AT_MOST = Decimal(5)
"""Percentage points that rounded end points may cost: where that cannot be reckoned, and at most."""

# adjacent and total
SENTENCES_APART = 3
"""How far one sentence may end before the next one begins for the two to be neighbours."""

# conversion
CONVERSION_SHARE = Decimal("0.02")
"""The share that short factors, such as 1.6 km for a mile, may cost."""
ROUND_FIGURE_SHARE = Decimal("0.1")
"""Round figures, such as 100 miles, are seldom rounded by more than this share of themselves."""

# elapsed
DATES_BESIDE = 16
"""How many dates of the own source are looked at on either side of a duration."""
DATES_ELSEWHERE = 64
"""How many dates of other sources are looked at."""
DATES_AROUND = 600
"""How far a date of somebody only referred to may stand from the duration that it bears out."""
ROUGH_SHARE = Decimal("0.1")
"""The share of itself by which "about ten years" may be off, and the tolerance of a duration in days or weeks."""
COARSE_SHARE = Decimal("0.25")
COARSE_AT_MOST = Decimal("0.5")
"""Durations in decades or centuries may be off by this share of themselves, and by no more than so many units."""
OPEN_DATES = Decimal(2)
"""Dates that leave more units open than this, and more than half of the duration, bear nothing out."""
OPEN_BOUND = Decimal("1.5")
"""A bound such as "over ten years" is borne out only by up to so many times as much."""

# order
EARLIER_EVENTS = 64
"""How many earlier events a finding names at most."""

# ratio
RATIO_SHARE = Decimal("0.03")
"""The share by which a ratio may differ from its quotient where the rule sets no tolerance."""
RATIO_ROUND_SHARE = Decimal("0.1")
"""The largest share by which a round figure that a ratio is made of may be rounded."""
RATIO_FIGURES = 16
"""A subject of which more figures are stated is a table's, and no single one is meant."""

# total
SHARES_NEAR_100 = Decimal(15)
"""Shares that miss 100% by more were hardly meant to make one whole."""
SUM_CLOSE = 100
"""A sum that rounding explains agrees only where it misses by no more than this part of the total."""
TENS_BELOW = 1000
"""A count of tens below this is exact beside counts of ones."""
