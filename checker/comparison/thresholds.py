"""Every threshold of comparing, in one place; the tables in ``tests/comparison`` have a case on either side of each.

Words are content words, by their stems, unless the name says otherwise; a share goes from 0 to 1. What can be fitted is
no threshold: the weights of features, and from which probability on a finding is an error, stand in
``vocabulary/common/weights``.
"""

from __future__ import annotations

# profiles of statements
NEIGHBOURS = 4
"""So many of the nearest content words on either side of a value, within its clause, are its neighbours."""
WEIGHT_HALVED_AFTER = 4
"""Words, beyond the first two, after which a word counts half as much."""
FAR_MARK = 8
"""A full stop or a cell's border is as far as so many words."""
ADJACENT = 0.75
"""The weight of a word from which on it stands right beside the value."""
MEANT_FROM, STRONGLY_MEANT_FROM = 0.3, 0.6
"""The weight of a word from which on it may state an attribute of the value, and may well state it."""
COPY = 0.85
"""From this likeness on two sentences are copies but for their values."""
PHRASE_WEIGHT = 1.2
"""How much more a phrase tells of a meaning than its words."""
RARE_DIGITS = 3
"""Significant digits of a number that two texts seldom share by chance."""
FRAME_WORDS = 4
"""A sentence of fewer words and marks beside its figures and names is no frame."""
FRAME_NEIGHBOURS = 2
"""So many of the nearest words on one side of a value make a frame by themselves."""

# how much is looked at, so that the cost does not grow with pairs
CANDIDATES = 16
"""So many statements that may state the same fact are weighed for each."""
STATEMENTS_UNDER_KEY = 400
"""A key that more statements share tells too little of any of them."""
LENT = 0.6
"""How much a key counts between a bare number and a value whose unit it may leave out."""
TEXTS_NAMING = 32
"""How many texts and subjects one word of a name is looked up in."""

# which subjects are one
TRIMMED_NAME = 3
"""A name of so many words may go without "programme" or a ship's prefix."""
NAME_WITHOUT_FIRST = 4
"""A person with so many names may go without the first."""
ACRONYM_ALONE = 3
TOPIC_NAME = 4
"""An acronym, or a name of one word for a text's topic, of so many characters tells a thing from others."""
ACRONYM_SHOWN = (2, 8)
"""Characters of an acronym that is shown behind a name, at least and at most."""
COMMON_TOPIC = 3
COMMON_TOPIC_SHARE = 0.5
"""How many documents, and which share of those with a topic, must be about a thing before the folder is about it."""

# scopes
MONTH_DAYS = 31
"""A time of no more days says how things stood then, and is of no extent."""
YEAR_DAYS = (300, 430)
"""More days than these are about a year, and several."""
YEAR, SEVERAL_YEARS = 12, 24
"""The extents of these, in months."""

# near-duplicate text
VERBATIM = 0.8
"""Share of words that near-verbatim sentences have in common."""
VERBATIM_ORDER = 0.6
"""Share of pairs of neighbouring words: the same words in another order are no copy."""
VERBATIM_WORDS = 4
"""Words below which two writers may well choose the same sentence by themselves."""

# which pairs of a corpus are known to be of one fact
LIKE_WORDS = 0.2
"""Share of the words near a rare value that must stand around the same value in another document."""

# a text of one sentence
HONOUR_LETTERS = 3
"""Letters of an honour that may be run into the end of a name."""

# rivals
MOST_MARGIN = 4.0
"""By how much a pair may score more than its best rival, at most."""
NEARLY_AS_GOOD = 1.5
"""A counterpart whose score is lower by no more is nearly as good."""

# explanations
COUNTERPARTS = 3
"""So many claims that come nearest to one are shown."""

# confidence
LIKELY = -1.0
"""The score from which on a pair is likely enough of one fact to tell how two documents stand to each other."""
HOPELESS = -7.0
"""Statements whose score is lower are of two facts, whatever their values are."""
FEW_DOCUMENTS = 6
"""In so few documents or fewer, what looks like one fact is as often one."""
