"""Reads claims outside full sentences: ``Key: value`` lines, table rows, a life span behind a name."""

from __future__ import annotations

from checker.claims import tables
from checker.claims.attribute_triggers import Trigger
from checker.claims.claim_builder import ClaimBuilder
from checker.claims.date_range_ends import range_ends
from checker.claims.open_attributes import words_of_label
from checker.claims.scope import scope_of, time_of
from checker.claims.thresholds import LABEL_WORDS, LABELLED_COST, LABELLED_WORDS, LIFE_BEFORE, LIFE_YEARS, UNDER_HEADING
from checker.language.language import word_set
from checker.language.names import fold, honours
from checker.language.verbs import looks_past
from checker.language.words import singular, stem, stopwords, words
from checker.linguistics.entity_clusters import EntityCluster
from checker.linguistics.name_keys import canonical
from checker.linguistics.name_segmentation import divisions
from checker.linguistics.sentence import PREPOSITIONS, ParsedSentence
from checker.model.claim import Binding, Scope
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
    d = builder.discourse
    topic = d.section if d.section is not None and d.block - d.heading_block <= UNDER_HEADING else d.topic
    cells = block.cells
    for index, mention in enumerate(parsed.mentions):
        if mention.relative or (mention.low is None and mention.high is None):
            continue
        key, subject, column, cell = block.key, topic, 0, None
        if block.kind == "row" and block.heads and cells:
            column = next((i for i, (a, b) in enumerate(cells) if a <= mention.start < b), 0)
            if column == 0:
                continue
            cell = tables.cell_of(builder, block, column)
            named = _row_subject(builder, block.key) or tables.thing_of_row(builder, block)
            key, subject = cell.key, named or cell.subject or topic
        elif mention.start < cells[0][1]:
            continue
        if subject is None:
            continue
        binding: Binding = "referred"
        if block.kind == "pair":
            subject = _row_subject(builder, key, known=True) or subject
        mention = tables.whole(builder, block, column, mention, builder.lexicon.of_money(key))
        options = builder.lexicon.by_key(key, mention) or _people(builder, key, mention)
        when_index = (
            time_of(parsed, index, {}) if mention.kind != "date" and (cell is None or cell.when is None) else None
        )
        if mention.kind == "date" and not options and any(x.kind != "date" for x in parsed.mentions):
            continue
        if options:
            attribute, is_open = min(options, key=lambda a: _strangeness(builder, a, subject)), False
        elif triggers[index] and triggers[index][0].cost <= LABELLED_COST and cell is None:
            attribute, is_open = triggers[index][0].attribute, False
        else:
            attribute, is_open = _open_key(key), True
        own_words = words_of_label(key) if is_open else NO_WORDS
        stage = builder.lexicon.entries[attribute].stage if not is_open else None
        when = parsed.mentions[when_index] if when_index is not None else cell.when if cell is not None else None
        scope = scope_of(parsed, index, when, stage, builder.home) if mention.kind != "date" else Scope()
        part = _part(block.key) if cell is not None and cell.own and named is None else _divided(key)
        builder.state(
            subject,
            attribute,
            mention,
            scope,
            parsed,
            index,
            is_open,
            AttributeReason.LABEL.basis(key),
            binding,
            part,
            words=own_words,
        )
    return True


def _divided(key: str) -> str:
    """``Population of the county``: the larger or smaller place beside a text's topic that a label is of."""
    last = key.lower().split("(")[0].split(",")[0].strip().rpartition(" of the ")[2]
    return last if last in divisions() else ""


def _part(row: str) -> str:
    """Which part of the topic a row is of: none where it is a time, or the total."""
    low = row.lower()
    return "" if any(map(str.isdigit, low)) or low.split(" ")[0] in tables.TOTALS else _open_key(low)


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


def _row_subject(builder: ClaimBuilder, key: str, known: bool = False) -> EntityCluster | None:
    """The thing a row's first cell names, if it names one that the text knows."""
    folded = canonical(fold(key))
    folded = builder.entities.alias.get(folded, folded)
    entity = builder.entities.by_key.get(folded)
    if entity is not None and entity.count and (not known or entity.count > 1) and key[:1].isupper() and " " in key:
        return entity
    return None


def _open_key(key: str) -> str:
    """The label in the form of the text's own words for what is counted: ``Orders issued`` is order, issue."""
    low = key.lower()
    found = [w.low for w in words(low, 0, len(low)) if w.is_word and w.low not in stopwords()]
    if 1 < len(found) <= LABEL_WORDS and looks_past(found[-1]) and found[-2].endswith("s"):
        return "_".join(map(singular, found[:-1])) + f"__{stem(found[-1])}"
    return "__".join(map(stem, found)) or "value"
