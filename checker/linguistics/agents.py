"""Tells persons and acting places from the entities that texts are about: "Chile joined the programme"."""

from __future__ import annotations

from checker.language.language import derived, table
from checker.language.names import given, reporters
from checker.language.words import singular
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.subject_candidate import SubjectCandidate
from checker.linguistics.thresholds import (
    NAMES_BEHIND_GIVEN,
    PERSON_NAMES,
)

_AGENTS = frozenset({"census", "place", "legislature", "government", "country"})


def like_a_person(entity: EntityCluster) -> bool:
    """Two or three names without a noun that says what it is: most often a person."""
    parts = entity.name.split(" ")
    if len(parts) == PERSON_NAMES and len(parts[1]) == len("R.") and parts[1][0].isupper() and parts[1][1] == ".":
        parts = [parts[0], parts[2]]
    capital = all(part[:1].isupper() and not part.isupper() and part.replace("'", "").isalpha() for part in parts)
    return entity.type is None and 2 <= len(parts) <= PERSON_NAMES and capital and entity.acronym is None


def is_person_or_acting_place(entity: EntityCluster) -> bool:
    """A person by all that is said, or by a common given name where nothing is."""
    first, _, rest = entity.name.partition(" ")
    words = rest.replace(".", "").replace("'", "").split(" ")
    called = (
        first.lower() in given()
        and len(words) <= NAMES_BEHIND_GIVEN
        and all(w.isalpha() and w[0].isupper() for w in words)
    )
    return entity.type == "person" or (entity.type is None and entity.acronym is None and called)


@derived
def _roles() -> frozenset[str]:
    return frozenset(table("names/generic")["roles"])


def is_role(entity: EntityCluster) -> bool:
    """An office or its holder: the governor, councillors."""
    return entity.key in _roles() or singular(entity.key) in _roles()


def holds_office(about: SubjectCandidate) -> bool:
    """An office, or the person who is called by it: ``the governor serves a term of four years``."""
    return is_role(about.entity) or (about.binding == "referred" and is_person_or_acting_place(about.entity))


def is_agent(entity: EntityCluster) -> bool:
    """Countries, governments and those who count or rate act on what a text is about; they are rarely its topic."""
    return entity.type in _AGENTS or entity.key in reporters()


def acts_beside(entity: EntityCluster, about: EntityCluster | None) -> bool:
    """A place in a text about something else."""
    return is_agent(entity) and about is not None and not is_agent(about)
