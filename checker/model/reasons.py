"""Why a claim is of its subject and attribute: codes, each with its one text.

What decides reads the code; the text is only shown. A claims file keeps the text, as a person may have corrected it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
