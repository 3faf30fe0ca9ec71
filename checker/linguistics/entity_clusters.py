"""Groups the names of one document by the entity that they name: acronyms, short forms, other names."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.language import acronyms
from checker.language.acronyms import Definition
from checker.language.language import derived, phrases, table
from checker.language.names import (
    Name,
    bodies,
    fold,
    places,
    type_of,
)
from checker.language.ships import ship_prefixes
from checker.linguistics.alias_patterns import other_names
from checker.linguistics.entity_typing import stated_type
from checker.linguistics.name_keys import canonical
from checker.linguistics.namesakes import Namesakes
from checker.linguistics.thresholds import (
    INITIALS,
    OPENING_CHARACTERS,
    PERSON_BY_SURNAME,
    PERSON_WITH_MIDDLE_NAMES,
)
from checker.model.claim import UNNAMED
from checker.model.rule import EntityEntry
from checker.model.subject_ref import entity_id

_UNNAMED_TEXT = "the topic of the text"
_municipal = phrases("names/types", "municipal")


@derived
def _surroundings() -> tuple[str, ...]:
    return tuple(f" {words}" for words in table("names/types")["surroundings"])


def _stated_types(plain: str, names: list[Name]) -> dict[str, set[str]]:
    """By key, the types that "X is a ..." states for a name."""
    found: dict[str, set[str]] = {}
    for name in names:
        stated = stated_type(plain, name.end)
        if stated is not None:
            found.setdefault(canonical(name.key), set()).add(stated)
    return found


@dataclass(slots=True)
class EntityCluster:
    """One entity of a document while it is being read, with all its names."""

    key: str
    name: str
    type: str | None = None
    spellings: set[str] = field(default_factory=set)
    count: int = 0
    first: int = 1 << 60
    acronym: str | None = None
    topic: bool = False
    qualifiers: set[str] = field(default_factory=set)


class EntityIndex:
    """All entities of one document, found by any of their names."""

    def __init__(self, known: dict[str, EntityEntry]) -> None:
        self.by_key: dict[str, EntityCluster] = {}
        self.alias: dict[str, str] = {}
        self.definitions: list[Definition] = []
        self.ids: dict[str, str] = {}
        self.namesakes = Namesakes(known)
        for identity, entry in known.items():
            key = self.namesakes.keys[identity]
            self.alias |= {canonical(f): key for f in self.namesakes.own_names(entry)}
            self._add(key, entry.name).type = entry.type
            self.ids[key] = identity
            self.alias[key] = key

    def _add(self, key: str, name: str) -> EntityCluster:
        """The entity of a key, added where the key is new."""
        return self.add(self._at(key, name))

    def _at(self, key: str, name: str) -> EntityCluster:
        """The entity of a key, or one that is not in the index yet."""
        return self.by_key.get(key) or EntityCluster(key, name, type_of(key))

    def add(self, entity: EntityCluster) -> EntityCluster:
        """Take in an entity that was looked up and is new; any other stays as it is."""
        return self.by_key.setdefault(entity.key, entity)

    def learn(self, plain: str, names: list[Name]) -> None:
        """Take in a document's names: acronyms first, then full names, then short forms of them."""
        self.definitions = acronyms.find(plain)
        for d in self.definitions:
            key, short = (self.namesakes.key_of(fold(name)) for name in (d.expansion, d.acronym))
            key = self.alias.get(key, key)
            if short not in self.alias and len(key) > len(short) and not self.namesakes.are_apart(short, key):
                self.alias[short] = key
                entity = self._add(self.alias[short], d.expansion)
                entity.acronym = entity.acronym or d.acronym
        self.namesakes.place(plain, names, self.alias)
        for name in names:
            key = self.namesakes.key_at(name)
            spelling = self.namesakes.text_of(name)
            entity = self._add(self.alias.get(key, key), spelling)
            entity.spellings.add(spelling)
            entity.count += 1
            entity.first = min(entity.first, name.start)
        self._other_names(plain, names)
        self._initials()
        self._middle_names()
        self._municipalities()
        self._short_forms(_stated_types(plain, names))

    def _other_names(self, plain: str, names: list[Name]) -> None:
        """Let both names stand for one thing where the text says that it is also known by the other."""
        for left, right in other_names(plain, names):
            key, short = self.namesakes.key_at(left), self.namesakes.key_at(right)
            while key not in self.by_key:
                key = self.alias[key]
            while short not in self.by_key:
                short = self.alias[short]
            entity, other = self.by_key[key], self.by_key[short]
            apart = entity.type is not None and other.type is not None and entity.type != other.type
            if key != short and not apart and short not in self.ids and not {key, short} & places().keys():
                self._merge(short, key)

    def _initials(self) -> None:
        """Let TVNT stand for the Tern Valley Navigation Trust, when it is the one name with these initials."""
        spelt: dict[str, list[str]] = {}
        for key, entity in self.by_key.items():
            if " " in key and entity.count and not entity.name.isupper():
                spelt.setdefault(acronyms.initials(entity.name), []).append(key)
        for key in [k for k, t in self.by_key.items() if t.count and t.name.isupper() and t.name.isalpha()]:
            fitting = spelt.get(self.by_key[key].name, [])
            if len(key) >= INITIALS and len(fitting) == 1 and key not in self.alias and key not in self.ids:
                name, target = self.by_key[key].name, self.by_key[fitting[0]]
                self._merge(key, fitting[0])
                target.acronym = target.acronym or name

    def _middle_names(self) -> None:
        """Let "Ada Corran" and "Ada M. Corran" be one person: the same first and last name, no other between."""
        ends: dict[tuple[str, str], list[str]] = {}
        for key, entity in self.by_key.items():
            parts = key.split(" ")
            if (
                2 <= len(parts) <= PERSON_WITH_MIDDLE_NAMES
                and entity.type in {None, "person"}
                and type_of(key) is None
                and "and" not in parts
            ):
                ends.setdefault((parts[0], parts[-1]), []).append(key)
        for group in (keys for keys in ends.values() if len(keys) > 1):
            longest = max(group, key=lambda k: (k.count(" "), len(k), k))
            for key in group:
                if key != longest and key not in self.alias and set(key.split(" ")) <= set(longest.split(" ")):
                    self._merge(key, longest)

    def _municipalities(self) -> None:
        """Let "City of Lundby" be Lundby, where the text calls it by both names."""
        for key in [k for k in self.by_key if k.startswith(_municipal())]:
            short = key.partition(" of ")[2]
            if short in self.by_key and key not in self.ids and self.by_key[short].type in {None, "place"}:
                self._merge(key, short)
                self.by_key[short].type = "place"

    def _short_forms(self, stated_types: dict[str, set[str]]) -> None:
        """Let "Corran" and "Osier Marlow" stand for the one longer name that they begin or end.

        ``stated_types``: the types that the text states for a name, by which it may be no short form at all.
        """
        longer: dict[str, list[str]] = {}
        for key in self.by_key:
            parts = key.split(" ")
            if len(parts) >= 2:
                longer.setdefault(parts[-1], []).append(key)
                if len(parts) > 2 and parts[0] in ship_prefixes():
                    longer.setdefault(" ".join(parts[1:]), []).append(key)
                for n in range(1, len(parts)):
                    short = " ".join(parts[:n])
                    if short in self.by_key:
                        longer.setdefault(short, []).append(key)
        for key in sorted(self.by_key.keys() & longer.keys(), key=lambda k: (k.count(" "), k)):
            options = [k for k in longer.get(key, ()) if k != key and k not in self.alias]
            if not options or key in places() or self.by_key[key].acronym or self.by_key[key].name.isupper():
                continue
            if key in bodies():
                continue
            stated = stated_types.get(key, set())
            person = [
                k for k in options if k.endswith(" " + key) and type_of(k) is None and k.count(" ") < PERSON_BY_SURNAME
            ]
            if "place" in stated:
                person = []
            group = [
                k
                for k in options
                if k.startswith(key + " ")
                and type_of(k) is not None
                and " and " not in k
                and (not stated or (type_of(k) in stated and "place" not in stated))
                and not k.endswith(_surroundings())
            ]
            heads = {k for k in group if k.count(" ") == key.count(" ") + 1}
            if len(person) > 1:
                chief = min(person, key=lambda k: (self.by_key[k].first, k))
                person = [chief] if self.by_key[chief].first < OPENING_CHARACTERS else person
            ships = [k for k in options if k.endswith(" " + key) and k.split(" ")[0] in ship_prefixes()]
            if len(ships) == 1 and ships[0].count(" ") == key.count(" ") + 1:
                self._merge(key, ships[0])
                continue
            chosen = person if " " not in key else sorted(heads or group)
            if " " not in key and not person and len(heads) == 1:
                chosen = sorted(heads)
            if len(chosen) == 1 and type_of(key) is None:
                self._merge(key, chosen[0])

    def earlier_name(self, name: Name, of: EntityCluster) -> None:
        """Let a name that the text says ``of`` bore at first stand for it."""
        key = self.namesakes.key_at(name)
        key = self.alias.get(key, key)
        if key != of.key and key in self.by_key and key not in self.ids and key not in places():
            self._merge(key, of.key)

    def whole_name(self, name: Name, noun: str) -> None:
        """Let "the Corran bridge" stand for the one Tern Corran Bridge that the text names."""
        key = self.namesakes.key_at(name)
        if not noun or key in self.alias or key not in self.by_key or key in self.ids or key in places():
            return
        whole = [k for k in self.by_key if f" {k}".endswith(f" {key} {noun}") and k not in self.alias]
        if len(whole) == 1 and type_of(key) is None:
            self._merge(key, whole[0])

    def _merge(self, short: str, long: str) -> None:
        if self.namesakes.are_apart(short, long):
            return
        entity, target = self.by_key.pop(short), self.by_key[long]
        target.count += entity.count
        target.first = min(target.first, entity.first)
        target.spellings.update(entity.spellings)
        self.alias[short] = long

    def identity(self, entity: EntityCluster) -> str:
        """The id of the entity in claims."""
        return self.ids.get(entity.key) or entity_id(entity.key)

    def speaker(self) -> EntityCluster:
        """Whoever says "I" in the text."""
        return self._at("speaker", "the author")

    def unnamed(self, kind: str | None = None) -> EntityCluster:
        """The topic of a text that never names it, or only calls it "the tower", by its type."""
        return self.by_key.get(UNNAMED) or EntityCluster(UNNAMED, _UNNAMED_TEXT, kind)

    def find(self, name: Name) -> EntityCluster:
        """The entity with this name; for a name that is new, one that is not in the index until it is added."""
        return self._at(self._whole_key(self.namesakes.key_at(name)), name.text)

    def _whole_key(self, key: str) -> str:
        """The key of the entity that a key stands for, which may stand for another in turn."""
        while (whole := self.alias.get(key, key)) != key:
            key = whole
        return key
