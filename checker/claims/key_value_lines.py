"""Reads claims outside full sentences: ``Key: value`` lines, table rows, a life span behind a name."""

from __future__ import annotations

from checker.claims import document_period, key_subjects, settings, table_units
from checker.claims.attribute_triggers import Trigger
from checker.claims.claim_builder import ClaimBuilder
from checker.claims.date_range_ends import range_ends
from checker.claims.open_attributes import open_attribute, open_words, words_of_label
from checker.claims.scope import scope_of, time_of
from checker.claims.thresholds import LABEL_WORDS, LABELLED_COST, LABELLED_WORDS, LIFE_BEFORE, LIFE_YEARS, UNDER_HEADING
from checker.language.language import derived, table, word_set
from checker.language.names import fold, honours
from checker.language.verbs import looks_past
from checker.language.words import singular, stem, stopwords, words
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.name_keys import canonical
from checker.linguistics.name_segmentation import divisions
from checker.linguistics.sentence import PREPOSITIONS, ParsedSentence
from checker.model.claim import Scope
from checker.model.document import Block
from checker.model.labels import NO_WORDS
from checker.model.reasons import AttributeReason
from checker.model.value import Mention

_ALL = word_set("names/labels", "whole")
_DENSITY = word_set("names/labels", "density")
_BEFORE_VALUE = frozenset({"(", ")", ":"})
_OPENS = frozenset({".", "!", "?", '"', "'"})
_PEER = word_set("names/labels", "ordinal")
"""Small words between a person's name and a title behind it: "2nd Earl of Lundby"."""


def life_of(builder: ClaimBuilder, parsed: ParsedSentence, index: int) -> EntityCluster | None:
    """The person whose life a range of dates spans: ``Ada Corran, CBE (3 May 1871 - 9 June 1932)``.

    How the name is spoken, or was at birth, may stand before the dates in the brackets.
    """
    mention = parsed.mentions[index]
    if mention.kind != "date" or mention.first is None or mention.last is None:
        return None
    first, last = parsed.spans[index]
    opens = _bracket_before(parsed, first)
    if opens is None or last >= len(parsed.words) or parsed.words[last].low not in {")", ";"}:
        return None
    before = [referent for referent in parsed.referents if referent.kind == "name" and referent.last <= opens]
    between = parsed.words[before[-1].last : opens] if before else []
    if not before or any(w.is_word and not w.capital and w.low not in _PEER for w in between):
        return None
    name = before[-1].name
    assert name is not None
    entity = builder.entities.find(name)
    years = int(mention.last[0][:4]) - int(mention.first[0][:4])
    titled = any(w.low in honours() for w in between)
    fits = (titled or entity.type in {None, "person"}) and " " in entity.key and 1 < years < LIFE_YEARS
    return entity if fits and range_ends(mention) is not None else None


def _bracket_before(parsed: ParsedSentence, first: int) -> int | None:
    """The bracket that opens right before a word, or a few words before the mark right before it."""
    if first and parsed.lower_forms[first - 1] not in {"(", ";", "]", ","}:
        return None
    for i in range(first - 1, max(-1, first - LIFE_BEFORE - 1), -1):
        if parsed.lower_forms[i] == ")" or (parsed.covered[i] == 2 and parsed.lower_forms[i].isdigit()):
            return None
        if parsed.lower_forms[i] == "(":
            return i
    return None


def read(builder: ClaimBuilder, block: Block, parsed: ParsedSentence, triggers: list[list[Trigger]]) -> bool:
    """State the values of a labelled line under its label's attribute; False where it has no label."""
    if not block.key:
        return False
    setting = settings.is_setting(builder.document, block)
    if document_period.is_of_page(block) or _identifies(settings.spelt(block.key) if setting else block.key):
        return True
    d = builder.discourse
    topic = d.section if d.section is not None and d.block - d.heading_block <= UNDER_HEADING else d.topic
    cells = block.cells
    for index, mention in enumerate(parsed.mentions):
        if not mention.is_stated:
            continue
        if cells and mention.start < cells[0][1]:
            continue
        key, unit = block.key, ""
        if setting or block.header:
            name, unit = table_units.unit_behind(settings.spelt(key))
            key = key if setting else name
        subject = known_thing(builder, key, known=True) or topic
        if subject is None:
            continue
        of_money = builder.lexicon.of_money(key)
        mention = table_units.whole(
            mention,
            (f"({unit})",) if unit else (key, *block.heads[1:2]),
            _lines_over(builder, block),
            is_money=of_money,
            counted=not of_money and bool(builder.lexicon.keys.get(key.lower())),
            is_number=len(parsed.mentions) == 1
            and (of_money or builder.lexicon.of_number(key) or table_units.of_amount(key)),
        )
        if setting:
            if mention.kind != "date":
                _state_setting(builder, subject, key, parsed, index, mention)
            continue
        options = by_label(builder, key, mention, subject)
        if block.header and not options and not _counts_in_header(key, mention):
            continue
        thing = key_subjects.thing_of(builder, block, parsed, index, bool(options))
        if thing.entity is not None:
            subject = thing.entity
            options = by_label(builder, key, mention, subject)
        when_index = time_of(parsed, index, {}) if mention.kind != "date" else None
        if mention.kind == "date" and not options and any(x.kind != "date" for x in parsed.mentions):
            continue
        if options:
            attribute, is_open = options[0], False
        elif triggers[index] and triggers[index][0].cost <= LABELLED_COST:
            attribute, is_open = triggers[index][0].attribute, False
        elif thing.own_words:
            attribute, is_open = open_attribute(parsed, index), True
        else:
            attribute, is_open = open_key(key), True
        own_words = NO_WORDS
        if is_open:
            own_words = open_words(parsed, index) if thing.own_words else words_of_label(key)
        stage = builder.lexicon.entries[attribute].stage if not is_open else None
        when = parsed.mentions[when_index] if when_index is not None else None
        scope = scope_of(parsed, index, when, stage, builder.home) if mention.kind != "date" else Scope()
        builder.state(
            subject,
            attribute,
            mention,
            scope,
            parsed,
            index,
            is_open,
            AttributeReason.LABEL.basis(key),
            "referred",
            thing.part or _divided(key),
            words=own_words,
        )
    return True


def by_label(builder: ClaimBuilder, key: str, mention: Mention, subject: EntityCluster) -> list[str]:
    """The attributes that a label names, those that suit the subject's type best first."""
    options = builder.lexicon.by_key(key, mention) or _people(builder, key, mention)
    return sorted(options, key=lambda a: _strangeness(builder, a, subject))


def _lines_over(builder: ClaimBuilder, block: Block) -> tuple[str, ...]:
    """What the lines over a table of two columns say, for one of its rows."""
    if not block.table:
        return ()
    found = builder.captions.get(block.table)
    if found is None:
        spans = table_units.lines_over(builder.document, builder.discourse.block)
        found = tuple(" ".join(builder.document.plain[start:end].split()) for start, end in spans)
        builder.captions[block.table] = found
    return found


def _counts_in_header(key: str, mention: Mention) -> bool:
    """Whether a value in the header of a page is a day or a time, or told by its unit or the plural that it counts.

    Any other figure there may lay out the page: ``top_graphic: 1``.
    """
    if mention.kind == "time" or (mention.kind == "date" and mention.resolution == "day"):
        return True
    nouns = [word for word in key.lower().split() if word not in stopwords()]
    return mention.unit is not None or any(singular(noun) != noun for noun in nouns)


def _identifies(key: str) -> bool:
    """Whether the label says that the figure names something, and is no amount: ``Company number``, ``Phone``."""
    low = key.lower().strip(" *_.")
    return low in _identifiers() or low.rpartition(" ")[2] in _identifiers()


@derived
def _identifiers() -> frozenset[str]:
    return frozenset(table("language/identifying"))


def _state_setting(
    builder: ClaimBuilder,
    subject: EntityCluster,
    key: str,
    parsed: ParsedSentence,
    index: int,
    mention: Mention,
) -> None:
    """One value of a setting, which is a part of the product that the text is about."""
    role = settings.role_of(parsed, index)
    scope = scope_of(parsed, index, None, None, builder.home) if mention.kind != "date" else Scope()
    builder.state(
        subject,
        role,
        mention,
        scope,
        parsed,
        index,
        True,
        AttributeReason.LABEL.basis(key),
        "referred",
        key_subjects.part_name(key),
        words=settings.words_of_role(role),
    )


def _divided(key: str) -> str:
    """``Population of the county``: the larger or smaller place beside a text's topic that a label is of."""
    last = key.lower().split("(")[0].split(",")[0].strip().rpartition(" of the ")[2]
    return last if last in divisions() else ""


def _people(builder: ClaimBuilder, key: str, mention: Mention) -> list[str]:
    """A bare total with its density on a line below counts people."""
    if key.lower() not in _ALL or mention.kind != "number" or mention.unit is not None:
        return []
    below = builder.document.blocks[builder.discourse.block + 1 : builder.discourse.block + 1 + UNDER_HEADING]
    dense = any(block.kind == "pair" and (block.key or "").lower().startswith(tuple(_DENSITY)) for block in below)
    return ["population"] if dense and "population" in builder.lexicon.entries else []


def _strangeness(builder: ClaimBuilder, attribute: str, subject: EntityCluster) -> int:
    """How little an attribute suits the subject's type; those that suit it alike keep their order."""
    applies = builder.lexicon.entries[attribute].applies_to
    return 0 if subject.type in applies else 1 if not applies else 2


def run_in(builder: ClaimBuilder, parsed: ParsedSentence, index: int) -> tuple[str, EntityCluster, str] | None:
    """A box that lost its lines: attribute, thing and label of ``... Corran Born 3 May 1871 Lundby Died ...``."""
    at = parsed.spans[index][0]
    while at > 0 and (parsed.covered[at - 1] == 2 or parsed.lower_forms[at - 1] in _BEFORE_VALUE):
        at -= 1
    behind = parsed.spans[index][1]
    line = not any(v >= behind for v in parsed.verbs) and len(parsed.words) - behind <= LABELLED_WORDS
    for first in range(max(0, at - LABEL_WORDS), at):
        if not parsed.words[first].capital or any(parsed.words[i].capital for i in range(first + 1, at)):
            continue
        if not line if first == 0 else parsed.lower_forms[first - 1] in _OPENS:
            continue
        key = parsed.text(first, at)
        options = [a for a in builder.lexicon.keys.get(key, ()) if builder.lexicon.fits(a, parsed.mentions[index])]
        if not options:
            continue
        named = [
            referent
            for referent in parsed.referents
            if referent.kind == "name" and referent.name is not None and referent.last == first
        ]
        entity = builder.entities.find(named[0].name) if named and named[0].name is not None else None
        d = builder.discourse
        topic = d.current_topic() if builder.document.blocks[d.block].kind == "item" else d.topic
        if entity is None or entity.type == "place":
            entity = topic
        return (options[0], entity, key) if entity is not None else None
    return None


def headed(builder: ClaimBuilder, index: int, parsed: ParsedSentence, m: int) -> tuple[str, EntityCluster, str] | None:
    """A heading that is a label, right over a value: ``Founding date`` over ``1871, by charter``."""
    blocks = builder.document.blocks
    if index == 0 or blocks[index - 1].kind != "heading" or m > 0 or parsed.start != blocks[index].start:
        return None
    heading = blocks[index - 1]
    if any(w.is_word and w.low not in PREPOSITIONS for w in parsed.words[: parsed.spans[m][0]]):
        return None
    key = builder.document.plain[heading.start : heading.end].strip(" #*:\n")
    options = [a for a in builder.lexicon.keys.get(key.lower(), ()) if builder.lexicon.fits(a, parsed.mentions[m])]
    entity = builder.discourse.section or builder.discourse.topic
    return (options[0], entity, key) if options and entity is not None else None


def known_thing(builder: ClaimBuilder, key: str, known: bool = False) -> EntityCluster | None:
    """The thing a row's first cell names, if it names one that the text knows."""
    folded = canonical(fold(key))
    folded = builder.entities.alias.get(folded, folded)
    entity = builder.entities.by_key.get(folded)
    if entity is not None and entity.count and (not known or entity.count > 1) and key[:1].isupper() and " " in key:
        return entity
    return None


def open_key(key: str) -> str:
    """The label in the form of the text's own words for what is counted: ``Orders issued`` is order, issue."""
    low = key.lower()
    found = [w.low for w in words(low, 0, len(low)) if w.is_word and w.low not in stopwords()]
    if 1 < len(found) <= LABEL_WORDS and looks_past(found[-1]) and found[-2].endswith("s"):
        return "_".join(map(singular, found[:-1])) + f"__{stem(found[-1])}"
    return "__".join(map(stem, found)) or "value"
