"""Every threshold of linguistics, in one place; the tables in ``tests/linguistics`` have a case on either side of each.

Distances are counted in characters where the name says so, and in words elsewhere. How long a pattern may run is said
in the pattern.
"""

from __future__ import annotations

# agents: who is taken for a person
PERSON_NAMES = 3
"""A person's name has no more words than this where nothing but its form tells that it is one."""
NAMES_BEHIND_GIVEN = 3
"""No more words than this stand behind a given name."""

# alias_patterns, definitional_subject
ALIAS_CHARACTERS = 90
"""How far behind a name "also known as" may stand."""
SAID_TO_BE_CHARACTERS = 150
"""How far behind a name "is a" is read, over what brackets add."""
DEFINED_CHARACTERS = 90
"""The same for any verb that makes a sentence one about the name that it opens with."""

# coreference
RECENT_TOPICS = 30
"""How many of the last things that sentences were about a pronoun may refer to."""
RECENTLY_NAMED = 30
"""How many of the last names a definite phrase, or a pronoun for a person, may refer to."""
TOPICS_FOR_A_NOUN = 6
"""How many of the last things that sentences were about a definite phrase refers to rather than to the topic."""
HEADING_SHARE = 0.6
"""A name is what a section is about where it makes up this share of the heading."""
LOWER_NAME_CHARACTERS = 4
"""A word in lower case is a name in a heading from this many letters on."""
BELOW_HEADING_CHARACTERS, BELOW_HEADING_WORDS = 400, 12
"""So soon below a heading in lower case the text names what the heading does."""

# entity_clusters
OPENING_CHARACTERS = 200
"""A surname alone refers to the person whom a text names this early, though it names others of that surname."""
PERSON_WITH_MIDDLE_NAMES = 4
"""The longest name of a person that is taken for the same as one without the names between."""
INITIALS = 3
"""Initials stand for a name from this many letters on."""
PERSON_BY_SURNAME = 4
"""A name of more words than this is nobody who is called by the last of them."""

# entity_recognition
FIRST_NAME_CHARACTERS = 140
"""How far before an earlier name "founded as" is looked for."""
NAMES_BEFORE_FIRST_NAME = 4
"""Among how many names before an earlier name the topic stands that bore it."""
GROUP_CHARACTERS = 120
"""How near to a surely counted group of people another word for people is a counted group too."""
HOME_SHARE = 0.35
"""A country named this often, beside the name most often named, is where the document is at home."""
HOME_COUNT = 2
"""It is named at least so often."""

# entity_typing
STATED_TYPE_CHARACTERS = 180
"""How far behind a name "is a film director" is read."""
BESIDE_CHARACTERS = 90
"""How far behind a name ", a steamer of 900 tons," and what tells it from its namesakes is read."""
NOUN_CHARACTERS = 40
"""How far before or behind a name the noun beside it is read."""
ARTICLE_BEFORE_NOUN = 3
"""Among how many words before the noun of "the old ferry Lucinda" its article stands."""

# infobox_topic
BOX_TITLE = 10
"""The title of an infobox page has no more words than this."""
BOX_NAME = 6
"""A full name on a labelled line has no more words than this."""
BOX_FIRST_BLOCKS = 4
"""Half of so many blocks below the title are labelled lines, where a page goes on with them."""
BOX_BLOCKS = 12
"""How many blocks below its heading a box gives the name at the latest."""

# name_keys
SHORT_NAME_CHARACTERS = 6
"""A single word no longer than this is a name without the "programme" behind it."""

# name_segmentation
RUN_OF_NAMES = 6
"""A name of so many capital words without "of", "for" or "and" is several names, if one of them is known."""
KNOWN_NAME = 5
"""The longest known name that is looked for in such a run."""
HEADED_NAME = 5
"""A name that its last word says the type of is whole, up to this many words."""
BOX_RUN = 4
"""How many words a run of capitals has that two labels make a box."""
AREA_CHARACTERS = 32
"""In how many characters the words beside a name are looked for that make it that of another place."""
NAMESAKE_CHARACTERS = 20
"""How far before a name the article stands that parts it from its namesake, and how long a word behind it is."""
PEER_CHARACTERS = 8
"""How far before a title "4th" and its comma stand."""

# sentence
NOUNS_BEHIND_NAME = 3
"""How many nouns behind a name say what it is."""
DETERMINER_REACH = 3
"""How many words behind "the" the noun of a definite phrase stands."""

# syntax
ADVERBS_BEFORE_VERB = 3
"""How many adverbs may stand between a verb and its auxiliary."""
RELATIVE_REACH = 13
"""How far before its verb a relative pronoun stands."""
ANTECEDENT_REACH = 3
"""How many words may stand between a relative pronoun and what it refers to."""
OBJECT_REACH = 7
"""How far behind its verb an object begins."""
WORDS_BETWEEN_OBJECTS = 3
"""How many words may stand between two objects that "and" joins."""
WORDS_BETWEEN_SUBJECTS = 4
"""The same for two subjects."""
OWNER_REACH = 5
"""How many words may stand between the owner of a subject, as in "the bridge's span", and the verb."""

# salience and topic_detection
BEFORE_NAME_CHARACTERS = 24
"""How far before a name its preposition and article are looked for."""
PROSE_CHARACTERS = 40
"""A sentence that says what a text is about is longer than this."""
EARLY_SENTENCES = 3
"""Among how many sentences one says early what something is."""
TITLE_WORDS = 6
"""A longer title is no name."""
NAMED_OFTEN = 3
"""A text in which no entity has so many mentions names nothing often."""

# clauses
CLAUSE_REACH = 12
"""How many words behind "and" or "which" the verb stands that makes a clause of them."""
CLAUSE_PHRASES = 3
"""The subject of such a clause and what belongs to it are no more phrases than this."""
