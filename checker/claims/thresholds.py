"""Every threshold of claim extraction, in one place; the tables in ``tests/claims`` have a case on either side of each.

Distances are counted in words unless the name or the text says otherwise, and costs in the words that a trigger
would stand farther away.
"""

from __future__ import annotations

# sentences
CROWDED = 48
"""More values than this stand in no sentence; a table or a list was run together."""
SENTENCES_BACK = 3
"""How many sentences back a reference may reach."""
ACRONYM_CONTEXT = 1000
"""How many characters around an acronym spelt out are read with it."""

# document_period: when a text is for
PERIOD_DAYS = 731
"""A period that a text reports on has at most as many days between its first and its last."""
FIRST_LINES, LAST_LINES = 8, 4
"""How many blocks at the head and at the foot of a text may say when it is from."""
DATED_LINE = 120
"""How many characters a line has at most that says which period or meeting the text reports on."""
WORDS_BEHIND_DATE = 3
"""How many words may stand behind the date in a line that opens with "as of"; more go on to say what was so then."""
WORDS_BESIDE_DATE, NAMES_BESIDE_DATE = 1, 6
"""How many words may stand beside a date that has a line of its own: any words, and those of names."""
PAGE_WORDS_BEFORE = 8
"""How many words may stand before the day on which a page was changed, from the word that says so on."""
SERIES, SERIES_SHARE = 2, 0.5
"""How many headings of a level make a series where each has a date, and which share of that level they are at least."""
YEARS_BEHIND_PERIOD = 1
"""How many years after its period a text may name that no word of its title calls a report."""

# period_scope
AUXILIARY_REACH = 3
"""How many words before a verb its auxiliaries may stand: "had also been sold"."""

# attribute_triggers: which words call for an attribute
TRIGGER_BEFORE, TRIGGER_BEHIND = 28, 14
"""How far from a value a verb or noun may stand that calls for its attribute."""
PHRASE_BEFORE, PHRASE_BEHIND = 3, 3
"""How far from a value a phrase of the vocabulary may stand."""
SKIPPED_IN_PHRASE, SKIPPED_AT_GAP = 2, 4
"""How many words may be skipped between two words of a phrase, and where the phrase has a gap ("...")."""
STAGE_VERB = 2
"""How near before an amount the verb stands that says how far it has come: "earmarked $2 million"."""
WHOLE_BEFORE = 2
"""How near before a number the preposition stands that makes it a whole: "of the 420 on board, 35 died"."""

# attribute_triggers, extract: what a trigger costs
TRIGGER_COST = 16
"""A trigger that costs more calls for nothing."""
ALONE_COST = 9.0
"""A counted noun calls for its attribute by itself, at this cost less one for each word before its last."""
BEHIND_COST = 1.5
"""A word behind the value costs so much more than one before it."""
NOUN_COST = 0.5
"""A noun costs so much more than a verb as near, and one less for each further word."""
JOINT_COST = 1.5
"""A comma or an "and" between the word and the value."""
MARK_COST = 12
"""A mark that ends a clause."""
CLAUSE_COST = 5
"""A word that opens a clause."""
WHEN_COST = -2
"""A "when" right behind the value: what follows is what the value dates."""
RIVAL_COST = 6
"""Another value of the kind."""
NAME_COST = -0.5
"""A word of a name, which is no distance."""
JOINED_COST = 4.0
"""A word behind "and" calls for the date before it: "built in 1954 and entered service"."""
LISTED_COST = 8.0
"""A noun behind a comma calls for the count before it: "over 900 on her, soldiers and crew"."""
OTHER_CLAUSE_COST = 8.0
"""A word behind the comma calls for a date that the verb before it has."""
STAGED_COST = -3.0
"""The verb right before an amount says how far it has come."""
TYPED_COST = -0.3
"""The attribute is for the subject's type."""
TYPED_VERB_COST = -0.1
"""The verb speaks of one type of subject only."""
UNTYPED_COST = 4.0
"""The attribute is for certain types, and the subject's type is unknown."""
OWN_COST = 8.0
"""A date whose verb costs no more belongs to that verb."""
HEADING_DATE_COST = 8.0
"""What a verb may cost that a date in the heading over it dates."""
HEADING_DAY_WORDS = 8
"""How many words beside a day in a heading may name what was then."""
LABELLED_COST = 4
"""What a trigger may cost that says more of a labelled value than its label."""

# extract: amounts said twice
UNIT_WORDS = 3
"""How many words of its unit may stand between an amount and the same one in brackets."""

# open_attributes
VERB_REACH = 14
"""How far from a value its verb may stand."""
NOUN_BEFORE = 6
"""How far before a value the noun may stand that it is of."""
SHARE_WORDS = 4
"""How many words say what a share is a share of."""

# modality
CUE_BEFORE, CUE_BEHIND = 12, 4
"""How far from a value a cue of its modality may stand."""

# scope
TIME_BEHIND = 18
"""How far behind a value the date may stand that it holds for."""
TIME_BEFORE_COST = 3
"""What a date before a value costs, beside its distance; all that one costs that opens the sentence."""
TIME_RIVAL_COST = 8
"""What each other quantity between a value and a date costs."""
YEARLESS_COST = 1000
"""A day or a month without its year says less than any date that has one."""
STAGE_REACH = 14
"""A word that tells the stage of an amount stands nearer than this."""

# competing_dates
EVENT_WORDS = 8
"""How many words may name the event that a date is of: "after the crash of 1929"."""
EARLIER_REACH = 5
"""How far from a value the words may stand that move it to the year before."""
REPORT_COMPARED = 3
"""How near before a figure of a report the word stands that holds it against another time's."""

# inclusions
INCLUDED_WORDS = 4
"""How many words name what is included, at most."""
INCLUDED_REACH = 2
"""How far behind an amount of money "with" may stand: "£35 a head with wine"."""

# qualifiers
EACH_BEFORE, EACH_BEHIND = 12, 8
"""How far from a value the word may stand that makes it the value of each of several."""
SUM_REACH = 3
"""How far from a value a word may stand that makes it a sum, or the whole world's."""
OF_WHOM_WORDS = 3
"""How many words may stand between a count and those that it is of: ``12 of the injured passengers``."""
EVENT_REACH = 5
"""``during the great fire``: so near behind the word, an event is what the whole time is."""
CHANGE_BEFORE, CHANGE_BEHIND = 60, 24
"""How many characters from a percentage the word may stand that makes it a change."""
YEARLY_BEHIND = 60
"""How many characters behind a change it may be said to be one from the year before."""

# qualifiers of single kinds: rankings, parts_of_whole, conversions, per_units, versions, duration_context
RANKING_REACH = 12
"""How many words on either side of a place may name the set or the list."""
RANKING_SET = 2
"""A set is named by more words than these beside the superlative: the kind of thing and where."""
JOINT_CHARACTERS = 40
"""How far from the place, in characters, "joint" and the like may stand."""
PART_SHARE_OF = 3
"""How many words "18% of the adult residents" may take to say what it is a share of."""
PART_REACH = 10
"""How many words may stand between a figure and the word that names its part."""
CONVERSION_APART = 24
"""How many characters a measure may stand from its conversion."""
PER_APART = 24
"""How far from the figure, in characters, the sign or the word may stand."""
SHORT_NAME = 2
"""A name of no more characters than this is as likely a unit or an initial."""
DURATION_NEAR = 5
"""How many words on either side stand next to a duration."""
DURATION_TO_DATE = 9
"""How many words may stand between a duration and the date, or the word, that it belongs to."""
DURATION_FAR = 400
"""A date so many characters away belongs to something else."""
DURATION_TELLING = 12
"""A sentence with more words of meaning tells more than a duration."""

# subject_resolution and its parts
GAP = 3
"""How far a name may stand from the value whose verb it takes over ("and Otto in 1905"), an opening value from the
start of its sentence and the comma behind it, and a verb from those who take part in what it tells."""
PRESENT_BEFORE = 7
"""How far before a value its verb in the present may stand."""
OWNER_REACH = 4
"""How far from a noun the name of its owner may stand."""
SHARED_REACH = 3
"""How far behind "participation" the name may stand of what somebody takes part in."""
ADVERBS = 2
"""How many adverbs may stand between a verb and what it creates."""
CREATED_WORDS = 8
"""How many words may name what a verb creates."""
WORK_WORDS = 5
"""How far behind its year the noun for a work may stand: "her 1998 novel"."""
LAW_WORDS = 20
"""How many words may stand between a law and its year, where a bracket opens between them."""
LAW_BRACKET = 2
"""How many words may stand between a law and the bracket."""

# announced_lists and inline_lists, infobox_lists
ANNOUNCED_ITEMS = 20
"""The largest number that announces a list."""
ANNOUNCING_WORDS = 9
"""How many words may tie the counted noun to its list."""
CHOICE_BEFORE = 4
"""How near before the number the word stands that makes the list one of other things."""
ITEM_WORDS = 6
"""An item of a labelled list parted from others by commas has no more words than this."""

# labels and labelled lines, tables, headings
LABEL_CHARACTERS = 240
"""More characters than this are no label."""
LABEL_WORDS = 4
"""A label inside a line has no more words than this."""
LABELLED_WORDS = 8
"""A line that a label opens goes on for no more words than this."""
UNDER_HEADING = 3
"""How many blocks below a heading labelled lines still speak of what it names."""
LIFE_BEFORE = 15
"""In brackets, how far before the dates of a life the bracket may open."""
LIFE_YEARS = 120
"""Nobody's life spans so many years."""
SCALE_CHARACTERS = 240
"""A longer paragraph before a table says nothing of its figures."""
UNIT_LABEL_WORDS = 5
"""What names a unit in a label has no more words than this."""
ROW_LABEL_WORDS = 8
"""The label of a row or column that has more words is a sentence, and names nothing."""
CAPTION_WORDS = 5
"""A caption of more words names no attribute."""
CELL_CHARACTERS = 80
"""A cell of so many characters is read as sentences are."""
SHORT_HEADS = 3
"""So many short heads of one group are what that group says: P, W, Pts."""
ROWS_ARE_NAMES = 0.6
"""The share of labels in the form of names that makes a table's rows things."""
ROWS_ARE_KNOWN = 1 / 3
"""The share of labels named elsewhere in the text that makes them things."""
PARAGRAPH_CHARACTERS = 100
"""A longer paragraph is text, and no line about it."""
LEAD_CHARACTERS = 80
"""A line of so many characters opens no list of figures."""
DATED_CHARACTERS = 600
"""How many characters below its date an event may be."""
DATE_HEADING_LEVEL = 3
"""The level of a heading that is a date."""

# answers, key_subjects, settings
ANSWER_WORDS = 8
"""An answer of more words than this is read by itself."""
QUESTION_COST = 12
"""What a word may cost that calls for the attribute of an answer."""
PART_WORDS = 3
"""The name of a part that a question speaks of has no more words than this."""
KEY_WORDS = 4
"""A key of more words names no thing."""
KEY_REACH = 3
"""How near to a labelled value a verb stands that makes it a sentence, and the name of whose value it is."""
RANKING_WORDS = 2
"""Among so many first words of a key stands the one that asks who is first of a kind: "The longest run"."""
ROLE_REACH = 3
"""How many words before its value the word stands that says which one of a setting it is."""

# releases, quotations
RELEASE_REST = 30
"""How many characters may stand in a release's line beside its version and its day."""
SIGNATURE_CHARACTERS = 160
"""A longer line signs nothing."""

# subject_candidates
RECENT_TOPIC_CANDIDATES = 3
"""What so many of the last sentences were about may be the subject of one that names nothing."""
LAST_NAMED_CANDIDATES = 4
"""So many of the names before a sentence may be."""
OWNED_REACH = 2
"""How far behind a noun phrase the name of its owner may begin: "the roof of the Osier Hall"."""

# subject_features
CAPITALS_AS_NAME = 3
"""A name with no more characters is hardly a word."""

# subject_ranking
PARTICLE = 1
"""A verb and the small word of its trigger stand so many words apart: "built in"."""
PHRASE_PROBABILITY = 0.2
"""A noun phrase without a name is the subject, as a part of an entity, where it is at least so likely."""
PART_FOR_WHOLE = 0.5
"""How much of a part's likelihood counts for the entity that it is a part of."""
