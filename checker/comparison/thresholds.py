"""Every threshold of comparing, in one place; the tables in ``tests/comparison`` have a case on either side of each.

Words are content words, by their stems, unless the name says otherwise; a share goes from 0 to 1.
"""

from __future__ import annotations

# what a profile holds
WORDS_NEAR = 8
"""How many words on either side of a value are near it."""

# points of evidence that two sources speak of one thing
SUPPORT_NEEDED = 2
"""Points before anything may conflict."""
SUPPORT_OF_ONE_VALUE = 3
SUPPORT_OF_RESTATEMENT = 2
SUPPORT_OF_STATEMENT = 2
SUPPORT_OF_EDIT = 3
"""Points of what needs no further evidence: one value in one scope, or in near-identical sentences; one value in
other words; a statement whose names all stand in the text; a figure changed in a copy."""
SUPPORT_OF_ONE_SOURCE = 3
"""Points of two claims of one source."""
RARE_DIGITS = 3
"""Significant digits of a number that two texts seldom share by chance."""
RARE_VALUES = 3
"""So many rare values that two sources share are a further point."""
NEAR_DUPLICATES_SHARED = 4
"""So many near-identical sentences with equal values are a further point."""
NAMES_SHARED = 4
NAMES_SHARED_SHARE = 0.5
"""Two sources must share so many names, and so much of the shorter list of names."""
WIDELY_NAMED = 3
WIDELY_NAMED_SHARE = 3
"""A subject is known that so many sources name, and one in so many of all."""
SHORT_NAME = 4
"""A name of one word with fewer characters is shared by chance."""
PERSON_IN_FULL = 3
"""Names of a person called in full, which namesakes seldom share."""
STATEMENT_WORDS = 4
"""Words near two values by which two statements of one known thing are the same statement."""
TOPIC_WORDS = 2
"""Two topics whose names share so many words may be one."""

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

# how much is looked at, so that the cost does not grow with pairs
VALUES_COMPARED = 64
"""So many distinct values of one attribute of one subject are held against each other, and no more."""
CLAIMS_PAIRED = 6
"""So many claims of either value, and so many pairs of them, are looked at for the best pair."""
TOLLS_COMPARED = 16
"""So many tolls of one thing are held against each other."""
STATEMENT_CLAIMS = 32
"""How many claims of one attribute are looked at, of any number of texts."""
TEXTS_NAMING = 32
"""How many texts and subjects one word of a name is looked up in."""
PARAPHRASES_COMPARED = 16
DAYS_COMPARED = 16
"""So many claims that may be one statement are held against each other."""
EDITED_SOURCES = 24
"""So many sources that hold one sentence are looked at."""
SENTENCES_IN_BUCKET = 24
"""So many sentences that share two rare words are looked at."""
RAREST_WORDS = 5
"""By so many of its rarest words a sentence is looked up."""
PAIRED_WORDS = 6
"""So many words near a value are paired to find it again under another attribute."""
COUNTERPARTS = 3
"""So many claims that come nearest to one are shown."""
REMEMBERED_CLAIMS = 12
"""Claims of a subject that are worth remembering how they stand: fewer are judged sooner than they are looked up."""
REMEMBERED_BY_ATTRIBUTE = 512
"""Claims of one subject from which on what is remembered is told attribute by attribute."""

# one attribute
AMOUNT_WORDS = 2
"""How many words two amounts must share near them: a thing has many costs, heights and deaths."""
AMOUNT_WORDS_ALONE = 1
"""The same, where no other such amount of a thing that many sources name shares as much."""
TOPIC_CLAIM_WORDS = 3
"""How many words two claims must share near their values where a subject is only the text's topic."""

# a date that slipped inside a source
SLIP_YEARS = 12
"""Years by which a slip of the pen may miss; a thing is founded again later than that."""
OPENING_WORDS = range(1, 4)
"""How many words before a value the sentence may begin that opens with its verb."""
AFRESH_WORDS = 10
"""How far from a value the words may stand that tell of a second founding."""

# scopes
MONTH_DAYS = 31
"""A time of no more days says how things stood then, and is of no extent."""
YEAR_DAYS = (300, 430)
"""More days than these are about a year, and several."""

# sentence alignment
NEAR_DUPLICATE = 0.6
"""Share of words that near-identical sentences have in common."""
OTHER_ATTRIBUTE = 0.75
"""The same, where the two values are of two attributes."""
SHORT_SENTENCE = 2
"""Sentences of fewer words than this are too common to be copies of each other."""
NEIGHBOURS = 5
"""How many words on either side of two values are compared, of any kind."""
NEIGHBOURS_ALIKE = 2
"""Neighbouring words that must be the same before two values stand at one place."""

# near-duplicate text
VERBATIM = 0.8
"""Share of words that near-verbatim sentences have in common."""
VERBATIM_ORDER = 0.6
"""Share of pairs of neighbouring words: the same words in another order are no copy."""
VERBATIM_WORDS = 4
"""Words below which two writers may well choose the same sentence by themselves."""

# near-identical sentences with other values
SENTENCE_WORDS = 4
"""Words a sentence must have before saying it twice shows that one event is meant, not two of a kind."""
COPY = 0.85
"""From this likeness on two sentences are copies, and even a fact that holds many times must be the same."""
ALIKE = 0.7
"""Likeness below which near-identical sentences never conflict."""
BOUND_ALIKE = 0.8
"""Likeness from which on another bound in the same wording is a change."""
FORM_SUPPORT = 4
"""Points by which sentences that look like a form filled for two things may conflict even so."""
EDIT_WORDS = 5
EDIT_SUPPORT = 2
"""Words two sentences must share, beside a value, so that they are one statement; and the points that gives."""
LONG_WORDS = 10
LONG_SUPPORT = 2
LONG_FIGURES = 4
"""Words that no two sentences share by chance, and the points that gives; unless they are a form with more figures."""
COPIED_SENTENCES = 3
"""Sentences of equal values by which a text is much copied from another."""
FORM_SHARE = 2
"""So many times as many sentences with other values as with equal ones make a form filled for two things."""

# paraphrases
CLOSE_WORDS = 3
"""How many words near their values two statements must share to be one statement with another value."""
CLOSE_WEIGHT, SAME_LOW_WEIGHT = 4, 8
"""How much a word near both values counts against one elsewhere in both sentences, and that both begin alike."""
RESTATED_WORDS = 2
RESTATED_WORDS_EVERYWHERE = 3
"""Words that two statements of an equal value must share near it, or else one near it and these in the sentence."""
RESTATED_WEIGHT, SAME_UNIT_WEIGHT, RARE_WEIGHT = 2, 2, 4
"""How much a word near both values counts, that both count one kind of thing, and that the value is rare."""
ONE_EVENT_WORDS = 3
"""Words near two values that show one event of a thing that has many, where only one text says when it was."""

# happenings
DATED_WORDS, UNDATED_WORDS, OTHER_TIME_WORDS = 1, 2, 3
"""Words that two tellings must share: for one time, with a time unknown, and for two times."""
EVENT_YEARS = 2
"""Two tellings that share so much may differ by so many years, and in their number, and still be of one happening."""

# a day of another year
SAME_DAY_WORDS = 4
"""Words that two sentences must share, the names of their subject left out."""
ROUND_YEARS = 5
"""Years between an event and the days on which it is remembered are often so many, or a multiple."""

# one figure changed in a copy
EDITED_SENTENCES = 2
"""Sentences two texts must share to the last figure before they are copies."""
EDITED_NAMES = 3
"""Names that two texts must share where they share fewer sentences than that."""
EDITED_NAMES_SHARE = 0.9
"""Share of all names of either text that the other must have."""

# a text of one sentence
ROW_WORDS = 6
"""Words of a fact sheet's row at most; a sentence as long says more of its amount than what is counted."""
LABEL_WORDS = 2
"""Words of a row that says no more than what its value is."""
UNNAMED_WORDS = 2
"""Words near two dates that say what happened, where one text never names what it happened to."""
HONOUR_LETTERS = 3
"""Letters of an honour that may be run into the end of a name."""
SURNAME_NAMES = 3
"""A name of more parts than this is no person's that a last name may stand for."""
