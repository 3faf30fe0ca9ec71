"""Extracts the claims of one document: a subject, an attribute, a scope, a modality and evidence for each value.

Names are grouped into entities and typed first, and the topic is found. Then the sentences are read in order: each is
parsed, the attribute triggers around its values are scored, and for each value the subject is resolved and the claim
is built. Tables, key-value lines, timelines and names of laws and works have readers of their own.
"""

from __future__ import annotations

import hashlib
import itertools
from bisect import bisect_left, bisect_right
from dataclasses import replace

from checker import limits
from checker.claims import (
    announced_lists,
    answers,
    claimhood,
    date_headings,
    document_period,
    infobox_lists,
    key_subjects,
    key_value_lines,
    quotations,
    releases,
    settings,
    statute_dates,
    tables,
    work_dates,
)
from checker.claims.attribute_triggers import Lexicon, Trigger
from checker.claims.claim_builder import ClaimBuilder
from checker.claims.competing_dates import dates_another, year_before
from checker.claims.date_range_ends import range_ends
from checker.claims.labels import Outline
from checker.claims.open_attributes import open_attribute, open_words
from checker.claims.qualifiers import qualifiers_of, versions_of
from checker.claims.scope import scope_of, time_of
from checker.claims.subject_ranking import subjects_of
from checker.claims.subject_resolution import event_after
from checker.claims.thresholds import (
    ACRONYM_CONTEXT,
    CROWDED,
    OWN_COST,
    SENTENCES_BACK,
    TRIGGER_COST,
    TYPED_COST,
    UNIT_WORDS,
    UNTYPED_COST,
)
from checker.language import names as naming
from checker.language.names import Name, places
from checker.language.verbs import auxiliaries
from checker.language.words import stem
from checker.linguistics import agents
from checker.linguistics.coreference import Discourse
from checker.linguistics.document_entities import entities_of_document
from checker.linguistics.entity_recognition import entities_of, home_of
from checker.linguistics.sentence import ParsedSentence, parse
from checker.linguistics.subject_candidate import SubjectCandidate, as_topic
from checker.model.claim import YEAR_IN_NAME, Claim, Record, Scope, completed
from checker.model.document import Document, Sentence
from checker.model.labels import NO_WORDS
from checker.model.line_index import Lines
from checker.model.period import NO_OUTSIDE_DATES, OutsideDates
from checker.model.qualifiers import NO_QUALIFIERS, Qualifiers, beside
from checker.model.reasons import AttributeReason, ClaimBasis
from checker.model.rule import Rulebook
from checker.model.value import Mention

_RESTATED = frozenset({"measure", "number", "money", "percentage"})


def extract_claims(
    document: Document,
    mentions: list[Mention],
    book: Rulebook,
    lexicon: Lexicon | None = None,
    least: float | None = None,
    outside: OutsideDates = NO_OUTSIDE_DATES,
) -> Record:
    """The claims of one document, in order of position, with the entities it names.

    ``outside`` are the dates that are known of the document from outside its text.
    ``least`` is how likely a value has to be to state anything; None takes the threshold that was fitted.
    """
    lexicon = lexicon or Lexicon(book)
    plain = document.plain
    spans = [(s.start, s.end) for s in document.sentences]
    found = entities_of_document(document, book.entities)
    names, entities = found.names, found.entities
    lines = Lines(document.text)
    starts = [m.start for m in mentions]
    builder = ClaimBuilder(document, lexicon, entities, names, found.beginning, lines, home_of(names), mentions, starts)
    period = document_period.period_of(document, mentions, starts, outside)
    builder.discourse = builder.discourse._replace(document_period=period)
    topic = found.beginning.topic
    if topic is not None:
        builder.subjects[topic.key] = topic
    series = document_period.series_of(document, mentions, starts)
    name_starts = [n.start for n in names]
    outline = Outline(document)
    sentences = [part for s in document.sentences for part in _stretches(s, mentions, starts)]
    counts = [bisect_left(starts, s.end) - bisect_left(starts, s.start) for s in sentences]
    for n, sentence in enumerate(sentences):
        near = counts[n + 1 : n + 1 + SENTENCES_BACK]
        a, b = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        x, y = bisect_left(name_starts, sentence.start), bisect_left(name_starts, sentence.end)
        entered = sentence.block != builder.discourse.block
        discourse = builder.discourse.at_block(document, sentence.block, names)
        if entered:
            discourse = discourse._replace(speaker=quotations.speaker_of(document, sentence.block, entities))
        discourse = date_headings.under_heading(discourse, document, sentence, mentions[a:b], series)
        discourse = releases.under_heading(discourse, builder, sentence.block, mentions[a:b])
        builder.discourse = discourse
        before = len(builder.claims)
        infobox_lists.read(builder, document.blocks[sentence.block], sentence)
        _complete(builder, outline, sentence, None, before)
        limits.check()
        if b - a >= CROWDED and (written := plain[sentence.start : sentence.end]).upper() == written.lower():
            continue  # figures without a word say nothing of anybody
        if a == b and not any(near) and discourse.heading_date is None:
            builder.discourse = discourse.having_named(names[x:y])
            continue
        named = releases.without_verb(builder, sentence, names[x:y])
        parsed = parse(plain, sentence.start, sentence.end, named, mentions[a:b])
        before = len(builder.claims)
        builder.discourse = discourse.at_sentence(parsed)
        if discourse.release_block == sentence.block:
            releases.state(builder, parsed)
        elif a < b:
            question = outline.question_before(sentence.block)
            if question is None or not answers.read(builder, question, parsed):
                _read_sentence(builder, sentence, parsed)
        under = date_headings.under_date(builder, sentence, parsed, builder.claims[before:])
        if under is not None:
            _state_mention(builder, *under, None, sentence.block)
        _complete(builder, outline, sentence, parsed, before)
        heading = document.blocks[sentence.block].kind in {"heading", "title"}
        builder.discourse = discourse.behind_sentence(parsed, heading=heading)
    _state_acronyms(builder, outline, spans)
    values = {(c.value.start, c.value.end) for c in builder.claims}
    builder.claims = claimhood.stating(builder.claims, document, names, least)
    values -= {(c.value.start, c.value.end) for c in builder.claims}
    builder.claims.sort(key=lambda c: (c.value.start, c.value.end, c.attribute, c.subject))
    return Record(
        document.source,
        entities_of(entities, builder.claims, builder.subjects.values()),
        tuple(announced_lists.announced(document, builder.claims)),
        names=frozenset(n.key for n in names),
        left_out=len(values),
    )


def _stretches(sentence: Sentence, mentions: list[Mention], starts: list[int]) -> list[Sentence]:
    """The sentence itself, or stretches of a run of values that no person would call a sentence."""
    a, b = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    if b - a <= CROWDED:
        return [sentence]
    cuts = [sentence.start, *(mentions[i].start for i in range(a + CROWDED, b, CROWDED)), sentence.end]
    return [replace(sentence, start=x, end=y) for x, y in itertools.pairwise(cuts) if x < y]


def _complete(
    builder: ClaimBuilder, outline: Outline, sentence: Sentence, parsed: ParsedSentence | None, first: int
) -> None:
    """Give the claims from ``first`` on, all of one sentence, what the sentence says of them and what labels them."""
    stated = builder.claims[first:]
    found = qualifiers_of(parsed, stated) if parsed is not None and stated else list(map(_of_versions, stated))
    for n, (claim, qualifiers) in enumerate(zip(stated, found, strict=True), first):
        qualifiers = beside(qualifiers, claim.qualifiers)
        builder.claims[n] = completed(claim, outline.of(claim, sentence.block, sentence.start), qualifiers)


def _of_versions(claim: Claim) -> Qualifiers:
    """What is known of a claim whose sentence is not laid out: which versions its words name."""
    versions = versions_of(claim)
    return Qualifiers(versions=versions) if versions else NO_QUALIFIERS


def _state_acronyms(builder: ClaimBuilder, outline: Outline, spans: list[tuple[int, int]]) -> None:
    """An acronym spelt out is a claim too: of the attribute ``stands_for``, its unit the acronym."""
    starts = [a for a, _ in spans]
    for d in builder.entities.definitions:
        n = bisect_right(starts, d.start) - 1
        if n < 0 or d.end > spans[n][1]:
            continue
        mention = Mention("text", d.start, d.end, builder.document.text[d.start : d.end], None, None, d.acronym)
        near = max(spans[n][0], d.start - ACRONYM_CONTEXT), min(spans[n][1], d.end + ACRONYM_CONTEXT)
        parsed = parse(builder.document.plain, *near, [], [mention])
        entity = builder.entities.find(Name(d.start, d.end, d.expansion, naming.fold(d.expansion)))
        before = len(builder.claims)
        builder.state(entity, "stands_for", mention, Scope(), parsed, 0, False, AttributeReason.ACRONYM.basis())
        _complete(builder, outline, builder.document.sentences[n], None, before)


def _read_sentence(builder: ClaimBuilder, sentence: Sentence, parsed: ParsedSentence) -> None:
    """State the claims of one sentence."""
    block = builder.document.blocks[sentence.block]
    triggers = [
        [t for t in builder.lexicon.triggers(parsed, index) if t.cost <= TRIGGER_COST]
        for index in range(len(parsed.mentions))
    ]
    for index in range(1, len(parsed.mentions)):
        of = _restated_amount(parsed, index)
        if of is not None:
            best = min(triggers[of], triggers[index], key=lambda found: found[0].cost if found else TRIGGER_COST + 1)
            for n in (of, index):
                triggers[n] = [t for t in best if builder.lexicon.fits(t.attribute, parsed.mentions[n])] or triggers[n]
    labelled = {"pair": key_value_lines.read, "row": tables.read}.get(block.kind)
    if labelled is not None and labelled(builder, block, parsed, triggers):
        return
    times: dict[int, int] = {}
    scoping: set[int] = set()
    dated: set[int] = set()
    for index, mention in enumerate(parsed.mentions):
        if mention.kind != "date":
            when = time_of(parsed, index, times)
            if when is not None and not _has_own_verb(builder, parsed, index, when, triggers[when]):
                times[index] = when
                strong = any(t.cost <= OWN_COST for t in triggers[when][:1]) or _is_dated_itself(builder, parsed, when)
                if not strong:
                    scoping.add(when)
    scoping |= _days_of_values(builder, parsed, triggers)
    for index, mention in enumerate(parsed.mentions):
        if not mention.is_stated or index in scoping:
            continue
        if block.kind in {"heading", "title"} and mention.kind in {"date", "ordinal"}:
            if key_value_lines.life_of(builder, parsed, index) is not None:
                _state_mention(builder, parsed, index, [], None, sentence.block)
            elif block.kind == "heading":
                date_headings.state_day(builder, block, parsed, index)
            elif block.kind == "title" and mention.kind == "date" and builder.discourse.topic is not None:
                topic = builder.discourse.topic
                builder.state(
                    topic,
                    YEAR_IN_NAME,
                    mention,
                    Scope(),
                    parsed,
                    index,
                    True,
                    AttributeReason.TITLE_DATE.basis(),
                    "topic",
                )
            continue
        d = builder.discourse
        heading_date = (d.entry_date or d.heading_date) if mention.kind != "date" else None
        has_time = index in times and not dates_another(parsed, times[index])
        holds_for = parsed.mentions[times[index]] if has_time else heading_date
        holds_for = year_before(parsed, index, holds_for) if mention.kind != "date" else holds_for
        if holds_for is not None and holds_for is d.release_date:
            holds_for = releases.before_it(parsed, index, holds_for)
        stated = _state_mention(builder, parsed, index, triggers[index], holds_for, sentence.block)
        if index in times and times[index] in scoping - dated and stated:
            dated.add(times[index])
            _state_time(builder, stated[0], parsed, times[index])


def _days_of_values(builder: ClaimBuilder, parsed: ParsedSentence, triggers: list[list[Trigger]]) -> set[int]:
    """Days without a year that only say when a value holds, in a sentence that has a date with its year too."""
    dates = [m for m in parsed.mentions if m.kind == "date" and not m.relative]
    open_days = [m for m in dates if m.low is None and m.high is None]
    if not open_days or len(open_days) == len(dates):
        return set()
    found = set()
    for index, mention in enumerate(parsed.mentions):
        when = time_of(parsed, index, {}, 0) if mention.kind != "date" else None
        if when is not None and parsed.mentions[when] in open_days:
            own = any(t.cost <= OWN_COST for t in triggers[when][:1])
            if not own and not _has_own_verb(builder, parsed, index, when, triggers[when]):
                found.add(when)
    return found


def _restated_amount(parsed: ParsedSentence, index: int) -> int | None:
    """``9.9 per square mile (3.8/km²)``, ``£41 million (2022: £38 million)``: the amount before, said for elsewhere."""
    n, b = index - 1, parsed.spans[index][0] - 1
    if n > 0 and parsed.mentions[n].kind == "date" and parsed.lower_forms[b] == ":" and parsed.spans[n][1] == b:
        n, b = n - 1, parsed.spans[n][0] - 1
    a, kind = parsed.spans[n][1], parsed.mentions[index].kind
    if kind != parsed.mentions[n].kind or kind not in _RESTATED or not a <= b or parsed.lower_forms[b] != "(":
        return None
    plain = b - a <= UNIT_WORDS and not any(a <= v < b for v in parsed.verbs) and "," not in parsed.lower_forms[a:b]
    return n if plain else None


def _has_own_verb(
    builder: ClaimBuilder, parsed: ParsedSentence, index: int, when: int, triggers: list[Trigger]
) -> bool:
    """The date belongs to another verb: ``employs 340 and was founded in 1871``, ``founded in 1871, employs``."""
    first, last = parsed.spans[index]
    a, b = parsed.spans[when]
    trigger = next((t for t in triggers[:3] if t.at in parsed.verbs), None)
    if trigger is None or trigger.cost > OWN_COST:
        return False
    if last <= a:
        between = parsed.lower_forms[last : trigger.at]
        return last < trigger.at < a and "and" in between and any(low in auxiliaries() for low in between)
    once = builder.lexicon.entries[trigger.attribute].holds == "once"
    return once and trigger.at < a and "," in parsed.lower_forms[b:first]


def _state_time(builder: ClaimBuilder, of: Claim, parsed: ParsedSentence, n: int) -> None:
    """The date that a value holds for is compared only where the whole sentence is said again."""
    mention = parsed.mentions[n]
    if not mention.is_stated:
        return
    base = "\x1f".join((of.id.removeprefix(f"{of.source}-"), mention.text))
    digest = hashlib.sha256(base.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    builder.claims.append(
        replace(
            of, id=f"{of.source}-{digest}", attribute="as_of", value=mention, scope=Scope(), open=True, words=NO_WORDS
        )
    )


def _is_dated_itself(builder: ClaimBuilder, parsed: ParsedSentence, index: int) -> bool:
    """The date is a claim of its own beside the value it scopes: it dates a name, a law, or a state since then."""
    opens = parsed.spans[index][0] == 0 and parsed.mentions[index].modifier == "at_least"
    named = (
        event_after(parsed, index, builder.discourse) is not None
        or statute_dates.law_of(builder, parsed, index) is not None
    )
    return opens or named or work_dates.work_of(builder, parsed, index) is not None


def _state_mention(
    builder: ClaimBuilder, parsed: ParsedSentence, index: int, triggers: list[Trigger], when: Mention | None, block: int
) -> list[Claim]:
    """State the claims that one mention makes, and give them."""
    before = len(builder.claims)
    _state_readings(builder, parsed, index, triggers, when, block)
    return builder.claims[before:]


def _state_readings(
    builder: ClaimBuilder, parsed: ParsedSentence, index: int, triggers: list[Trigger], when: Mention | None, block: int
) -> None:
    mention = parsed.mentions[index]
    person = key_value_lines.life_of(builder, parsed, index)
    if person is not None:
        for attribute, date in zip(("born", "died"), range_ends(mention) or (), strict=False):
            builder.state(person, attribute, date, Scope(), parsed, index, False, AttributeReason.LIFE_SPAN.basis())
        return
    labelled = key_value_lines.headed(builder, block, parsed, index) or key_value_lines.run_in(builder, parsed, index)
    if labelled is not None:
        attribute, entity, key = labelled
        scope = scope_of(parsed, index, when, None, builder.home) if mention.kind != "date" else Scope()
        builder.state(
            entity,
            attribute,
            mention,
            scope,
            parsed,
            index,
            False,
            AttributeReason.LABEL.basis(key),
            "referred",
            label=key,
        )
        return
    work = work_dates.work_of(builder, parsed, index)
    if work is not None:
        builder.state(*work, mention, Scope(), parsed, index, False, AttributeReason.WORK_YEAR.basis())
        return
    law = statute_dates.law_of(builder, parsed, index)
    if law is not None:
        own = statute_dates.ends_name(parsed, index)
        dated = YEAR_IN_NAME if own else "enacted"
        builder.state(law, dated, mention, Scope(), parsed, index, own, AttributeReason.LAW_YEAR.basis())
        made = [t for t in triggers if statute_dates.made_by_law(parsed, index, t)]
        if not made:
            return
        triggers = made
    called = builder.lexicon.entries[triggers[0].attribute] if triggers else None
    by_law = law is not None
    subjects = subjects_of(parsed, index, triggers, builder.discourse, called, by_law, builder.grammar_of)
    tellers = {teller for t in triggers[:2] for teller in builder.lexicon.entries[t.attribute].told_by}
    if subjects and ("person" in tellers or ("role" in tellers and all(map(agents.holds_office, subjects)))):
        subjects = _reported_topic(builder.discourse, subjects)
    chosen = _choose_trigger(builder.lexicon, triggers, subjects)
    stage = builder.lexicon.entries[chosen.attribute].stage if chosen is not None else None
    scope = scope_of(parsed, index, when, stage, builder.home)
    attribute = chosen.attribute if chosen is not None else open_attribute(parsed, index)
    words = open_words(parsed, index) if chosen is None else NO_WORDS
    if attribute == mention.kind and not any(w.is_word for w in parsed.words):
        return
    setting = _setting_named(builder, parsed, index, subjects, block)
    if setting and chosen is None:
        attribute, words = settings.role_of(parsed, index), NO_WORDS
    for one in subjects:
        if one.part_name and _is_worded_by(attribute, one.part):
            one = replace(one, part="", part_name="")
        if setting:
            one = replace(one, part=setting, part_name="")
        why = ClaimBasis(one.basis.text, _attribute_reason(parsed, chosen))
        builder.state(
            one.entity,
            attribute,
            mention,
            _without_own_place(scope, one),
            parsed,
            index,
            chosen is None,
            why,
            one.binding,
            one.part,
            words=words,
            part_name=one.part_name,
        )
        spans = builder.lexicon.entries[attribute].spans if chosen is not None else ()
        for of_end, end in zip(spans, range_ends(mention) or (), strict=False):
            builder.state(one.entity, of_end, end, Scope(), parsed, index, False, why, one.binding, one.part)


def _is_worded_by(attribute: str, part: str) -> bool:
    """The attribute has a word of it, so that it says what is stated and not of what: ``annual figures, 2022``."""
    stated = set(attribute.split("_"))
    return any(word in stated or stem(word) in stated for word in part.split(" "))


def _setting_named(
    builder: ClaimBuilder, parsed: ParsedSentence, index: int, about: list[SubjectCandidate], block: int
) -> str:
    """The setting that an item of a list names, where what the value is about is only the topic or the release."""
    d = builder.discourse
    if builder.document.blocks[block].kind != "item" or any(one.entity not in (d.topic, d.section) for one in about):
        return ""
    return key_subjects.part_name(settings.named_in(builder.document, parsed, index))


def _attribute_reason(parsed: ParsedSentence, chosen: Trigger | None) -> str:
    """Why the attribute: the word that called for it, or that nothing did."""
    if chosen is not None and chosen.at < len(parsed.words):
        return AttributeReason.WORD.text(parsed.words[chosen.at].low, chosen.manner)
    return AttributeReason.OWN_WORDS.text()


def _reported_topic(discourse: Discourse, about: list[SubjectCandidate]) -> list[SubjectCandidate]:
    """The topic, where the subject is a person who only reports the value."""
    if not all(agents.is_person_or_acting_place(a.entity) or agents.is_role(a.entity) for a in about):
        return about
    entity = next(
        (
            t
            for t in (discourse.paragraph, discourse.section, discourse.topic)
            if t is not None and not agents.is_person_or_acting_place(t)
        ),
        None,
    )
    entity = entity or discourse.topic
    return as_topic(entity) or about


def _without_own_place(scope: Scope, about: SubjectCandidate) -> Scope:
    """A place is no scope of itself."""
    if scope.place is not None and places().get(about.entity.key) == scope.place:
        return replace(scope, place=None)
    return scope


def _choose_trigger(lexicon: Lexicon, triggers: list[Trigger], about: list[SubjectCandidate]) -> Trigger | None:
    """The cheapest trigger whose attribute applies to the subject's type."""
    types = {a.entity.type for a in about}
    best: tuple[float, Trigger] | None = None
    for trigger in triggers[:8]:
        applies = {trigger.of} if trigger.of else set(lexicon.entries[trigger.attribute].applies_to)
        if trigger.of and any(a.binding != "named" for a in about):
            continue
        if applies and None not in types and not types & applies:
            continue
        cost = trigger.cost + (UNTYPED_COST if applies and not types & applies else TYPED_COST if applies else 0.0)
        if best is None or cost < best[0]:
            best = (cost, trigger)
    return best[1] if best is not None else None
