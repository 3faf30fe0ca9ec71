"""Every threshold of keyed lines, tables and the header of a page, in one place.

``tests/text/test_thresholds.py`` has a case on either side of each. Lengths are counted in characters unless the name
says otherwise.
"""

from __future__ import annotations

# blocks
SHEET_LINES = 3
"""So many lines of a run, and all that open in lower case, are labelled before any such is."""
SHEET_KEY = 32
"""The key of such a line is no longer than this."""
VALUE_BELOW = 64
"""The value on the line below an item that is a key is no longer than this."""
TABLE_TRIES = 3
"""A table starts at one of so many first lines of a run with gaps; no longer run is looked at again and again."""
CHRONICLE_LINES = 3
"""So many lines of a run that open with a date are entries of a chronicle."""
TERM = 110
"""A term or a question that its definition or answer stands below is no longer than this."""

# keyed_lines
KEY = 60
"""Behind so many characters no sign parts a key from its value."""
KEY_WORDS = 6
"""Such a key has no more words than this, nor has a value that only stands behind the name of a setting."""
KEYED_VALUE = 220
"""A longer stretch behind a key is no value."""
FIGURE_WORDS = 4
"""A value opens with a figure among so many first words: "about 40 m"."""

# glued
GLUED_LABELS = 3
"""Fewer glued labels than this in one paragraph are chance."""

# front_matter
HEADER = 60000
"""The header of a page ends before so many characters."""

# tables of bars and tabs
BAR_CELL = 160
"""A longer stretch between bars is no cell."""
BAR_LINK = 60
"""Longer stretches between bars are no links."""
BOX_LINE = 80
"""A longer line is no part of a box with bars."""
RULED_LINES = 3
"""The sign that ends the heads is on one of so many first lines."""

# aligned_tables
ALIGNED_CELL = 48
"""A table that blanks lay out has no longer cell."""
ALIGNED_VALUE = 24
"""A longer cell there is no value."""
ALIGNED_VALUE_WORDS = 4
"""A cell that opens with a figure goes on for no more words than this."""

# table_rows
HEAD_ROWS = 3
"""A table has no more rows of heads than this."""
TIME_WORDS = 3
"""A head that is a time has no more words and numbers than this."""
YEAR_DIGITS = 4
"""A head of more digits is no year."""
TWO_LABELS_ROWS = 3
"""A table of fewer rows has one column of labels."""

LABEL_WORDS = 9
"""A cell of more words is a remark, and labels no row."""
MOST_LABELS = 0.8
"""So large a share of a column's cells are words where the column may label rows."""
ROWS_TOLD_APART = 0.9
"""So large a share of the rows differ by labels that tell them apart, or go on by one from the row above."""
NUMBERED_ROWS = 5
"""Of fewer rows, all numbers from 1 on number them."""

# numbering
NUMBERING_STEP = 2
"""The next section of a level has the next number, or the one behind it."""
