"""Why a claim is of its subject and attribute, and why two claims stand as they do: codes, each with its one text.

What decides reads the code; the text is only shown. A claims file keeps the text, as a person may have corrected it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique


class SubjectReason(Enum):
    """Why a value is of a subject, or what a pronoun or a definite phrase refers to."""

    NAMED = "named in the clause"
    TOPIC = "what the text is about"
    NAMED_BEFORE = "the one named before it"
    LAST_NAMED = "the last one named"
    SENTENCE_BEFORE = "what the sentence before is about"
    SHIP = "the ship told of"
    PERSON_BEFORE = "the person named before it"
    LAST_PERSON = "the person last named"
    NEVER_NAMED = "never named"
    FIRST_PERSON = "said in the first person"
    BEHIND_DATE = "named right behind the date"
    BEFORE_PARTICIPLE = "named right before the participle"
    OPENING_PARTICIPLE = "told of by the opening participle"
    OBJECT = "what was {}"
    THROUGH_TOPIC = "done through the text's topic, named in the clause"
    COUNTRY_IN_TOPIC = "the text's topic, in which a country takes part"
    PEOPLE_IN_IT = "in which the people counted take part"
    TOPIC_NAMED = "the text's topic, named in the sentence; the verb's subject only acts"


class AttributeReason(Enum):
    """Why a value is of an attribute."""

    WORD = '"{}" ({})'
    OWN_WORDS = "the text's own words"
    LABEL = 'label "{}"'
    LIST_LABEL = 'listed behind "{}"'
    TITLE_DATE = "a date in the title"
    LIFE_SPAN = "a life's span behind the name"
    WORK_YEAR = "the year right before a work's name"
    LAW_YEAR = "the year in the law's name"
    ACRONYM = "an acronym in parentheses behind its words"

    def text(self, *words: str) -> str:
        """What people read, with these words of the source in it."""
        return self.value.format(*words) if words else self.value

    def basis(self, *words: str) -> ClaimBasis:
        """The basis of a claim whose subject needs no reason: a label and a name say which it is."""
        return ClaimBasis(attribute=self.text(*words))


@dataclass(frozen=True, slots=True)
class SubjectBasis:
    """Why a value is of a subject."""

    reason: SubjectReason
    phrase: str = ""
    """The pronoun or the definite phrase that refers to the subject."""
    verb: str = ""
    """The verb that has the subject as its object."""
    participant: str = ""
    """Who takes part in the subject, where the clause speaks of that part."""
    part: str = ""
    """The part of the subject that is meant."""

    @property
    def text(self) -> str:
        """What people read."""
        text = self.reason.value.format(self.verb) if self.reason is SubjectReason.OBJECT else self.reason.value
        text = f'"{self.phrase}" is {text}' if self.phrase else text
        text = f"{text}; {self.participant} takes part in it" if self.participant else text
        return f"{text}, here its {self.part}" if self.part else text


_SUBJECT, _ATTRIBUTE = "subject: ", "; attribute: "


@dataclass(frozen=True, slots=True)
class ClaimBasis:
    """What people read of why a claim is of its subject and attribute."""

    subject: str = ""
    attribute: str = ""

    @classmethod
    def parse(cls, text: str) -> ClaimBasis:
        """The basis that ``text`` returns."""
        front, found, attribute = text.removeprefix(_SUBJECT).partition(_ATTRIBUTE)
        if text.startswith(_SUBJECT) and found and front:
            return cls(front, attribute)
        return cls(attribute=text)

    @property
    def text(self) -> str:
        """The serialised form."""
        return f"{_SUBJECT}{self.subject}{_ATTRIBUTE}{self.attribute}" if self.subject else self.attribute

    def __bool__(self) -> bool:
        return bool(self.subject or self.attribute)


NO_BASIS = ClaimBasis()
"""Of a claim that a person or a tool wrote."""


@unique
class ComparisonReason(Enum):
    """Why two claims agree, are compatible or conflict, or why nothing is said of them."""

    # how they were compared
    VALUES = "{}"
    ONE_VALUE = "the same value"
    RESTATED = "the same value in other words"
    NEAR_DUPLICATE = "near-identical sentences, {}"
    PARAPHRASE = "one statement in other words, {}"
    OTHER_YEAR = "one statement in other words, the same day of another year"
    ONE_EVENT = "one happening, {}"
    STATEMENT = "a statement and its text, {}"
    EDITED_COPY = "copies of one text that differ in this figure alone"

    # other scopes
    OTHER_PARTS = "other parts: {} and {}"
    OTHER_VERSIONS = "other versions: {} and {}"
    OTHER_TIMES = "other times: {} and {}"
    OTHER_PLACES = "other places: {} and {}"
    OTHER_POPULATIONS = "other populations: {} and {}"
    OTHER_STAGES = "other stages: {} and {}"
    RUNNING_TOTAL = "one is a running total"
    LEFT_OUT = "one includes what the other leaves out: {}"
    MODALITY = "one is asserted and the other is not: planned, asked for, denied or only supposed"
    TIME_UNKNOWN = "the value changes with time, and both are not known to be of one time"
    PART = "one amount is that of a part, or of work on what stood already"
    PART_OF_SUBJECT = "one is said of a part of the other's subject"
    EACH = "one is what each of several has, the other a total"

    # values that a thing may have beside each other
    OPEN_ATTRIBUTE = "the attribute is the text's own words, and may hold of many things at once"
    MANY_VALUES = "a thing may have several such values at once"
    ONE_FOR_EACH_VALUE = "the attribute may have several values: it has one for each value"
    ONE_FOR_EACH = "the attribute has one value for each {}, and both are not known to be of one"
    SAYS_BOTH = "one of the sources states both values, so that they are of two things or times"
    BOUNDED = "one source states the other's number too, as a bound"
    AGREES_ELSEWHERE = "one of the sources also states what agrees with the other's value"
    ONE_SOURCE = "both stand in one source, and are not firmly two dates of one thing"

    # too little that speaks for one thing
    STRANGER = "each sentence names something that the other text never names"
    OWN_TOPICS = "each text is about a thing of its own that the other never names"
    LITTLE_SUPPORT = "too little speaks for both sources telling of one thing"
    MANY_AMOUNTS = "too few words near the values are the same: a thing has many such amounts"
    ONLY_TOPIC = "the subject is only what a text is about, and too few words near the values are the same"
    TWO_EVENTS = "the texts may tell of two happenings"
    NO_ATTRIBUTE = "no attribute is known of them, and the sentences are no long copies that differ in this value alone"
    TWO_FACTS = "the sentences may state two facts: of other subjects, of other times, or of what a thing has many of"
    ONE_FORM = "the two texts look like one form filled for two things"
    SHORT_SENTENCES = "the subjects differ, and the sentences are too short to be one statement"

    # never held against each other
    OTHER_SUBJECTS = "other subjects: {} and {}"
    TWO_SUBJECTS = "other subjects"
    OTHER_ATTRIBUTES = "other attributes: {} and {}"
    RULES_OF_ITS_OWN = "{} is compared only in sentences said twice, or by rules of its own"
    OTHER_KINDS = "other kinds of value or other things counted: {} and {}"
    KINDS_OF_VALUE = "two kinds of value: {} and {}"
    IN_ONE_SOURCE = "both stand in one source"
    CROWDED = "the attribute has {} values; only {} are held against each other"
    SAME_IN_SCOPE = "the same value in the same scope"
    FEW_WORDS_SHARED = "the sentences share {}% of their content words; {} is near-identical"
    OTHER_PLACES_IN_SENTENCE = (
        "the sentences share {}% of their content words, and the values stand at other places in them"
    )
    FEW_WORDS_NEAR = "too few words near the values are the same: {}"
    NEARER_COUNTERPART = "one of the two has a nearer counterpart in the other's source"


@unique
class SupportReason(Enum):
    """What speaks for two sources telling of one thing."""

    ONE_SOURCE = "one source"
    BOTH_NAME = "both name {}"
    IN_FULL = "both name the person in full"
    COMMON = "most of the documents are about it"
    WIDELY_NAMED = "named in many of the sources"
    RARE_VALUE = "both state {}"
    RARE_VALUES = "{} rare values shared"
    NEAR_DUPLICATES = "near-identical sentences with equal values"
    MANY_NEAR_DUPLICATES = "many near-identical sentences"
    ONE_FACT = "both agree on {}"
    NAMES = "{} names shared"
    ALL_NAMES = "every name of the shorter text stands in the other"


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with the words of the sources, or of the values, that its text takes in."""

    code: ComparisonReason | SupportReason
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, code: ComparisonReason | SupportReason, *words: object) -> Reason:
        """The reason with these words in their order."""
        return cls(code, tuple(map(str, words)))

    @classmethod
    def of_either(cls, code: ComparisonReason, left: object, right: object) -> Reason:
        """The reason with the words of two claims, in an order that is the same from either side."""
        return cls(code, tuple(sorted((str(left), str(right)))))

    @property
    def text(self) -> str:
        """What people read."""
        text: str = self.code.value
        return text.format(*self.words)
