"""Reads a document's claims off its mentions: subject, attribute, scope, modality and evidence for each."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace

from checker.claims import discourse, labels
from checker.claims.attributes import Lexicon, Trigger, open_attribute
from checker.claims.discourse import Discourse
from checker.claims.entities import Thing, Things
from checker.claims.modality import modality_of
from checker.claims.parse import Parse, parse
from checker.claims.scope import scope_of, time_of
from checker.claims.subjects import About, event_after, subjects_of
from checker.language import names as naming
from checker.language.names import Name, countries, places
from checker.model.claim import Binding, Claim, Entity, Evidence, Record, Scope
from checker.model.lines import Lines
from checker.model.document import Document, Sentence
from checker.model.rule import Rulebook
from checker.model.value import Mention


_FAR = 16
_LOOKBACK = 3
"""How many sentences back a reference may reach."""
_AT_HOME = 0.35
_UNTYPED = 4.0
"""What it costs a trigger that its attribute is for certain types and the subject's type is unknown."""


@dataclass(slots=True)
class _Reader:
    """One document being read."""

    document: Document
    lexicon: Lexicon
    things: Things
    names: list[Name]
    discourse: Discourse
    lines: Lines
    home: frozenset[str]
    """The countries that the document names about as often as its topic: it is at home in them."""
    claims: list[Claim] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)

    def evidence(self, start: int, end: int) -> Evidence:
        """The source's words from start to end, with line and column from 1."""
        return Evidence(self.document.text[start:end], start, end, *self.lines.at(start))

    def state(
        self,
        thing: Thing,
        attribute: str,
        mention: Mention,
        scope: Scope,
        p: Parse,
        m: int,
        is_open: bool,
        basis: str,
        binding: Binding = "named",
        part: str = "",
    ) -> None:
        """Write one claim down."""
        evidence = self.evidence(p.start, p.end)
        subject = self.things.ids.get(thing.key, thing.key.replace(" ", "_"))
        name = self.shown(thing)
        if part:
            subject, name = f"{subject}#{part}", f"{name}, {part}"
        if scope.place is not None and self._local(thing, attribute, mention):
            subject, name = f"{subject}@{scope.place.replace(' ', '_')}", f"{name}, {scope.place.title()}"
        base = "\x1f".join(
            (
                subject,
                attribute,
                mention.kind,
                str(mention.low),
                str(mention.high),
                str(mention.unit),
                evidence.quote,
            )
        )
        digest = hashlib.sha256(base.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        self.ids[digest] += 1
        n = self.ids[digest]
        identity = f"{self.document.source.id}-{digest}" + (f"-{n}" if n > 1 else "")
        self.claims.append(
            Claim(
                identity,
                self.document.source.id,
                subject,
                name,
                attribute,
                mention,
                scope,
                modality_of(p, m),
                evidence,
                open=is_open,
                basis=basis,
                binding=binding,
            )
        )

    def _local(self, thing: Thing, attribute: str, mention: Mention) -> bool:
        """What holds in one country is said of the thing there: such a subject is a part of its own."""
        entry = self.lexicon.entries.get(attribute)
        once = entry is not None and entry.holds == "once"
        return thing.type not in {"person", "place", "event", "law"} and not (once and mention.kind == "date")

    def shown(self, thing: Thing) -> str:
        """A thing's name as people write it."""
        name = thing.name
        if thing.acronym and thing.acronym not in name:
            return f"{name} ({thing.acronym})"
        return name


def bind(
    document: Document, mentions: list[Mention], book: Rulebook, lexicon: Lexicon | None = None
) -> Record:
    """The claims of one document, in order of position, with the things it names."""
    lexicon = lexicon or Lexicon(book)
    plain = document.plain
    spans = [(s.start, s.end) for s in document.sentences]
    common = set(plain.split())
    names = _proper(document, [(a, n) for a, b in spans for n in naming.find(plain, a, b)], common)
    things = Things(dict(book.entities))
    things.learn(plain, names)
    _type_things(document, names, things)
    state = Discourse(things)
    state.topic = discourse.find_topic(document, names, things)
    if state.topic is not None:
        state.topic.topic = True
    lines = Lines(document.text)
    reader = _Reader(document, lexicon, things, names, state, lines, _home(names))
    starts = [m.start for m in mentions]
    name_starts = [n.start for n in names]
    counts = [bisect_left(starts, s.end) - bisect_left(starts, s.start) for s in document.sentences]
    for n, sentence in enumerate(document.sentences):
        near = counts[n + 1 : n + 1 + _LOOKBACK]
        a, b = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        x, y = bisect_left(name_starts, sentence.start), bisect_left(name_starts, sentence.end)
        discourse.enter(state, document, sentence.block, names)
        if a == b and not any(near):
            continue
        p = parse(plain, sentence.start, sentence.end, names[x:y], mentions[a:b])
        if a < b:
            _read(reader, sentence, p)
        lead = discourse.lead_of(p, state)
        told = document.blocks[sentence.block].kind not in {"heading", "title"}
        if lead is not None and lead.type != "place" and told:
            state.leads.append(lead)
            if lead.type == "person":
                state.people.append(lead)
    _spelt_out(reader, spans)
    reader.claims.sort(key=lambda c: (c.value.start, c.value.end, c.attribute, c.subject))
    return Record(
        document.source,
        _entities(things, reader.claims),
        tuple(reader.claims),
        names=frozenset(n.key for n in names),
    )


def _spelt_out(reader: _Reader, spans: list[tuple[int, int]]) -> None:
    """An acronym spelt out is a claim too: of the attribute ``stands_for``, its unit the acronym."""
    starts = [a for a, _ in spans]
    for d in reader.things.definitions:
        n = bisect_right(starts, d.start) - 1
        if n < 0 or d.end > spans[n][1]:
            continue
        mention = Mention(
            "text", d.start, d.end, reader.document.text[d.start : d.end], None, None, d.acronym
        )
        p = parse(reader.document.plain, *spans[n], [], [mention])
        thing = reader.things.of(Name(d.start, d.end, d.expansion, naming.fold(d.expansion)))
        reader.state(
            thing, "stands_for", mention, Scope(), p, 0, False, "an acronym in parentheses behind its words"
        )


def _home(names: list[Name]) -> frozenset[str]:
    tally = Counter(places().get(n.key, n.key) for n in names)
    most = max(tally.values(), default=0)
    return frozenset(place for place in countries() if tally[place] >= max(2, most * _AT_HOME))


def _proper(document: Document, found: list[tuple[int, Name]], common: set[str]) -> list[Name]:
    """Names without the single words that are capital only because they open a sentence or stand in a heading."""
    inner = {
        n.key
        for at, n in found
        if document.plain[at : n.start].strip("\"'( *#")
        and document.blocks[_block_at(document, n.start)].kind not in {"heading", "title"}
    }
    kept = []
    for at, n in found:
        if n.key in inner or n.key in places() or n.text.isupper():
            kept.append(n)
        elif " " not in n.text:
            opening = not document.plain[at : n.start].strip("\"'( *#")
            if opening and (n.text.lower() in common or n.text.endswith("ly")):
                continue
            if not opening or document.blocks[_block_at(document, n.start)].kind not in {"heading"}:
                kept.append(n)
        else:
            kept.append(n)
    return kept


def _block_at(document: Document, at: int) -> int:
    return max(0, bisect_right(document.blocks, at, key=lambda b: b.start) - 1)


def _read(reader: _Reader, sentence: Sentence, p: Parse) -> None:
    """State the claims of one sentence."""
    block = reader.document.blocks[sentence.block]
    triggers = [[t for t in reader.lexicon.triggers(p, m) if t.cost <= _FAR] for m in range(len(p.mentions))]
    if block.kind in {"pair", "row"} and labels.read(reader, block, p, triggers):
        return
    times: dict[int, int] = {}
    scoping: set[int] = set()
    for m, mention in enumerate(p.mentions):
        if mention.kind != "date":
            when = time_of(p, m, times)
            if when is not None:
                times[m] = when
                strong = any(t.cost <= 8 for t in triggers[when][:1]) or _dates_itself(reader, p, when)
                if not strong:
                    scoping.add(when)
    for m, mention in enumerate(p.mentions):
        if mention.relative or (mention.low is None and mention.high is None) or m in scoping:
            continue
        if block.kind in {"heading", "title"} and mention.kind in {"date", "ordinal"}:
            continue
        when_mention = p.mentions[times[m]] if m in times else None
        _state_mention(reader, p, m, triggers[m], when_mention)


def _dates_itself(reader: _Reader, p: Parse, m: int) -> bool:
    """The date is a claim of its own beside the value it scopes: it dates a name, a law, or a state since then."""
    opens = p.spans[m][0] == 0 and p.mentions[m].modifier == "at_least"
    return opens or event_after(p, m, reader.discourse) is not None or labels.law_of(reader, p, m) is not None


def _state_mention(reader: _Reader, p: Parse, m: int, triggers: list[Trigger], when: Mention | None) -> None:
    mention = p.mentions[m]
    law = labels.law_of(reader, p, m)
    if law is not None:
        reader.state(law, "enacted", mention, Scope(), p, m, False, "the year in the law's name")
        made = [t for t in triggers if labels.made_by_law(p, m, t)]
        if not made:
            return
        triggers = made
    applies = reader.lexicon.entries[triggers[0].attribute].applies_to if triggers else ()
    about = subjects_of(p, m, triggers, reader.discourse, applies, law is not None)
    chosen = _chosen(reader.lexicon, triggers, about)
    stage = reader.lexicon.entries[chosen.attribute].stage if chosen is not None else None
    scope = scope_of(p, m, when, stage, reader.home)
    attribute = chosen.attribute if chosen is not None else open_attribute(p, m)
    for one in about:
        why = f"subject: {one.basis}; attribute: " + (
            f'"{p.words[chosen.at].low}" ({chosen.manner})'
            if chosen is not None and 0 <= chosen.at < len(p.words)
            else "the text's own words"
        )
        reader.state(one.thing, attribute, mention, _without(scope, one), p, m, chosen is None, why, one.binding, one.part)


def _without(scope: Scope, about: About) -> Scope:
    """A place is no scope of itself."""
    if scope.place is not None and places().get(about.thing.key) == scope.place:
        return replace(scope, place=None)
    return scope


def _chosen(lexicon: Lexicon, triggers: list[Trigger], about: list[About]) -> Trigger | None:
    """The cheapest trigger whose attribute applies to the subject's type."""
    types = {a.thing.type for a in about}
    best: tuple[float, Trigger] | None = None
    for trigger in triggers[:8]:
        applies = {trigger.of} if trigger.of else set(lexicon.entries[trigger.attribute].applies_to)
        if trigger.of and any(a.binding != "named" for a in about):
            continue
        if applies and None not in types and not types & applies:
            continue
        cost = trigger.cost + (_UNTYPED if applies and not types & applies else -0.3 if applies else 0.0)
        if best is None or cost < best[0]:
            best = (cost, trigger)
    return best[1] if best is not None else None


def _type_things(document: Document, names: list[Name], things: Things) -> None:
    """Give things a type from places, titles before them and what the text says they are."""
    known = places()
    titles = naming.titles()
    openings = {s.start for s in document.sentences}
    for name in names:
        thing = things.of(name)
        if name.start in openings and not thing.qualifiers:
            thing.qualifiers |= labels.qualifiers(document.plain, name.end)
        if thing.type is not None and thing.type != "person":
            continue
        if name.key in known:
            thing.type = "place"
            continue
        before = name.text.split(" ", 1)[0].lower().rstrip(".")
        if before in titles and " " in name.text:
            thing.type = "person"
            continue
        said = labels.said_type(document.plain, name.end) or labels.headed_type(document.plain, name.end)
        if said is not None:
            thing.type = said


def _entities(things: Things, claims: list[Claim]) -> tuple[Entity, ...]:
    used = Counter(c.subject.replace("#", "@").partition("@")[0] for c in claims)
    aliases: dict[str, list[str]] = {}
    for short, key in things.alias.items():
        aliases.setdefault(key, []).append(short)
    found = []
    for key, thing in things.by_key.items():
        identity = things.ids.get(key, key.replace(" ", "_"))
        if used[identity]:
            spellings = {s for s in thing.spellings} | set(aliases.get(key, ())) - {key}
            found.append(
                Entity(
                    identity,
                    thing.name,
                    tuple(sorted(spellings)),
                    thing.type,
                    thing.topic,
                    tuple(sorted(thing.qualifiers)),
                )
            )
    return tuple(sorted(found, key=lambda e: e.id))
