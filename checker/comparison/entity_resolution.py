"""Decides which subjects of different documents are one thing, by all their names and never by pairs of documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.comparison.thresholds import (
    ACRONYM_ALONE,
    ACRONYM_SHOWN,
    COMMON_TOPIC,
    COMMON_TOPIC_SHARE,
    NAME_WITHOUT_FIRST,
    TOPIC_NAME,
    TRIMMED_NAME,
)
from checker.language.language import word_set
from checker.language.names import fold, type_of
from checker.language.ships import ship_prefixes
from checker.model.claim import UNNAMED, Entity, Record
from checker.model.rule import EntityEntry

_TRAILING = word_set("names/types", "trailing")
_NAMESAKE = "~"
"""Parts the id of an entity from the number that tells it from its namesakes."""


@dataclass(frozen=True, slots=True)
class Identity:
    """For each (source, subject) the id and name it goes by in every document."""

    ids: dict[tuple[str, str], str]
    names: dict[str, str]
    entities: dict[str, tuple[tuple[str, Entity], ...]]
    """Id to the entities, each with its source, that were joined under it."""
    apart: frozenset[tuple[str, str]] = frozenset()
    """Ids of a known thing and of what bears a name that is not its own: neither is held against the other."""
    known: frozenset[str] = frozenset()
    """Ids of the entities that the rules name."""

    def are_apart(self, one: str, other: str) -> bool:
        """Whether two subjects are said to be other things, however like their names and sentences are."""
        if one != other and one in self.known and other in self.known:
            return True
        return (one, other) in self.apart or (other, one) in self.apart


def is_namesake(common: str, entity: str) -> bool:
    """``common`` is what ``entity`` goes by in every document, or what its namesakes do."""
    return common.partition(_NAMESAKE)[0] == entity


def _keys(entity: Entity) -> set[str]:
    """The names by which an entity may be known elsewhere; single common words are none."""
    keys = {entity.id.replace("_", " ")}
    for alias in (entity.name, *entity.aliases):
        key = fold(alias)
        short = " " not in key
        if (
            not short
            or (alias.isupper() and len(alias) >= ACRONYM_ALONE)
            or entity.type == "place"
            or (entity.topic and len(key) >= TOPIC_NAME)
        ):
            keys.add(key)
    trimmed = set()
    for key in keys:
        parts = key.split(" ")
        if len(parts) == NAME_WITHOUT_FIRST and entity.type == "person":
            trimmed.add(" ".join(parts[1:]))
        if len(parts) >= TRIMMED_NAME and parts[-1] in _TRAILING:
            trimmed.add(" ".join(parts[:-1]))
        if len(parts) >= TRIMMED_NAME and parts[0] in ship_prefixes():
            trimmed.add(" ".join(parts[1:]))
        trimmed.add(key)
    return trimmed


def identify(records: Sequence[Record], known: Mapping[str, EntityEntry] | None = None) -> Identity:
    """Join entities that share a name, unless what is known of them tells them apart.

    ``known`` are those of the rules: a name that is ``not`` one of theirs joins nothing to them.
    """
    barred = _barred(known or {})
    nodes = [(r.source.id, e) for r in records for e in r.entities]
    parent = list(range(len(nodes)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    by_key: dict[str, list[int]] = defaultdict(list)
    for i, (_, entity) in enumerate(nodes):
        if entity.id == UNNAMED:
            continue
        for key in sorted(_keys(entity).difference(*(barred.get(fold(n), ()) for n in (entity.name, *entity.aliases)))):
            by_key[key].append(i)
    for key in sorted(by_key):
        members = by_key[key]
        per_source = Counter(nodes[i][0] for i in members)
        if any(n > 1 for n in per_source.values()):
            exact = [i for i in members if nodes[i][1].id.replace("_", " ") == key]
            members = exact if len(exact) == len({nodes[i][0] for i in exact}) else []
        anchors: list[int] = []
        for i in members:
            for a in anchors:
                if _may_be_one(nodes[a][1], nodes[i][1]):
                    x, y = root(a), root(i)
                    parent[max(x, y)] = min(x, y)
                    break
            else:
                anchors.append(i)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(nodes)):
        groups[root(i)].append(i)
    return _kept_apart(_named(nodes, groups), known or {})


def _kept_apart(identity: Identity, known: Mapping[str, EntityEntry]) -> Identity:
    """``identity`` with what its known things are said not to be."""
    identity = replace(identity, known=frozenset(known))
    if not any(entry.not_ for entry in known.values()):
        return identity
    by_name: dict[str, set[str]] = defaultdict(set)
    by_own: dict[str, set[str]] = defaultdict(set)
    for common, entities in identity.entities.items():
        for _, entity in entities:
            for name in (entity.name, *entity.aliases):
                by_name[fold(name)].add(common)
            by_own[entity.id].add(common)
    pairs = (
        (own, other)
        for key, entry in known.items()
        for name in map(fold, entry.not_)
        for own in by_own[key]
        for other in by_name[name] - by_own[key]
    )
    return replace(identity, apart=frozenset(pairs))


def _barred(known: Mapping[str, EntityEntry]) -> dict[str, frozenset[str]]:
    """For each folded name that is not a known thing's, the names that are, by which it is not to be joined to it."""
    barred: dict[str, frozenset[str]] = {}
    for identity, entry in known.items():
        own = {identity.replace("_", " "), *map(fold, (entry.name, *entry.aliases))}
        for name in map(fold, entry.not_):
            barred[name] = barred.get(name, frozenset()) | (own - {name})
            barred |= {alias: barred.get(alias, frozenset()) | {name} for alias in own - {name}}
    return barred


def _may_be_one(left: Entity, right: Entity) -> bool:
    """No contradiction between what two documents say to tell the thing from its namesakes."""
    types = {left.type, right.type} - {None}
    if len(types) > 1 and not types.isdisjoint({"person", "place"}) and not _surname(left, right):
        return False
    if left.qualifiers and right.qualifiers:
        return bool(set(left.qualifiers) & set(right.qualifiers))
    prefixes = {e.id.split("_")[0] for e in (left, right)} & ship_prefixes()
    return len(prefixes) < 2 or left.id == right.id


def _surname(left: Entity, right: Entity) -> bool:
    """The one is a person, and the other of that name something else by its last word alone: Hall, Law, Park."""
    other = right if left.type == "person" else left
    return (
        left.id == right.id
        and "person" in (left.type, right.type)
        and other.type == type_of(other.id.replace("_", " "))
    )


def _named(nodes: list[tuple[str, Entity]], groups: dict[int, list[int]]) -> Identity:
    ids: dict[tuple[str, str], str] = {}
    names: dict[str, str] = {}
    entities: dict[str, tuple[tuple[str, Entity], ...]] = {}
    taken: Counter[str] = Counter()
    for members in sorted(groups.values(), key=lambda g: min(nodes[i][1].id for i in g)):
        tally = Counter(nodes[i][1].id for i in members)
        chosen = min(tally, key=lambda k: (-tally[k], -len(k), k))
        taken[chosen] += 1
        identity = chosen if taken[chosen] == 1 else f"{chosen}{_NAMESAKE}{taken[chosen]}"
        for i in members:
            ids[nodes[i][0], nodes[i][1].id] = identity
        spelled = Counter(nodes[i][1].name for i in members)
        name = min(spelled, key=lambda k: (-spelled[k], -len(k), k))
        shortest, longest = ACRONYM_SHOWN
        acronyms = sorted(
            {
                a
                for i in members
                for a in nodes[i][1].aliases
                if a.isupper() and shortest <= len(a) <= longest and a not in name
            },
            key=lambda a: (len(a), a),
        )
        names[identity] = f"{name} ({acronyms[0]})" if acronyms and not name.isupper() else name
        entities[identity] = tuple((nodes[i][0], nodes[i][1]) for i in members)
    return Identity(ids, names, entities)


def common_topic(records: Sequence[Record], identity: Identity) -> str | None:
    """What at least half of three or more documents are about, if one thing is; those that name no topic aside."""
    topics = [(r.source.id, e) for r in records for e in r.entities if e.topic and e.id != UNNAMED]
    tally = Counter(identity.ids[source, e.id] for source, e in topics)
    if not tally:
        return None
    best = min(tally, key=lambda k: (-tally[k], k))
    silent = sum(any(e.topic and e.id == UNNAMED for e in r.entities) for r in records)
    return best if tally[best] >= COMMON_TOPIC and tally[best] >= COMMON_TOPIC_SHARE * (len(records) - silent) else None


def names_of(subject: str, identity: Identity) -> frozenset[str]:
    """The names of several words, folded, that any document has for the subject."""
    names = {fold(n) for _, e in identity.entities[subject] for n in (e.name, *e.aliases)}
    return frozenset(name for name in names if " " in name)
