"""Builds the claims of one document while it is read."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace

from checker.claims.attribute_triggers import Lexicon
from checker.claims.modality import modality_of
from checker.claims.period_scope import holds_in
from checker.claims.table_columns import Columns
from checker.language.canonical import canonical_quote
from checker.language.names import Name
from checker.linguistics.clauses import Grammar, grammar_of
from checker.linguistics.coreference import Discourse
from checker.linguistics.entity_clusters import EntityCluster, EntityIndex
from checker.linguistics.sentence import ParsedSentence
from checker.model.claim import Binding, Claim, Evidence, Modality, Scope
from checker.model.document import Document
from checker.model.labels import NO_LABELS, NO_WORDS, Labels, OpenWords
from checker.model.line_index import Lines
from checker.model.qualifiers import NO_QUALIFIERS, Qualifiers
from checker.model.reasons import ClaimBasis
from checker.model.subject_ref import SubjectRef
from checker.model.value import Mention


@dataclass(slots=True)
class ClaimBuilder:
    """One document being read."""

    document: Document
    lexicon: Lexicon
    entities: EntityIndex
    names: list[Name]
    discourse: Discourse
    lines: Lines
    home: frozenset[str]
    """The countries that the document names about as often as its topic: it is at home in them."""
    mentions: list[Mention] = field(default_factory=list)
    """All mentions of the document in order, those outside its sentences too."""
    starts: list[int] = field(default_factory=list)
    """Where each of them begins."""
    claims: list[Claim] = field(default_factory=list)
    subjects: dict[str, EntityCluster] = field(default_factory=dict)
    """The entities that claims are about, by their keys."""
    ids: Counter[str] = field(default_factory=Counter)
    tables: dict[int, Columns] = field(default_factory=dict)
    """What the columns of each table that was met are, by its number."""
    sheets: dict[int, str] | None = None
    """The names of the sheets whose tables have the same labels, by the number of the table; None before any is met."""
    captions: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """The lines over each table of two columns that was met, by its number."""
    quoted: Evidence | None = None
    """What was quoted last: all claims of a sentence share it."""
    grammar: Grammar | None = None
    """The sentence whose clauses were read last: all of its values share it."""

    def evidence(self, start: int, end: int) -> Evidence:
        """The source's words from start to end, with line and column from 1."""
        if self.quoted is None or (self.quoted.start, self.quoted.end) != (start, end):
            self.quoted = Evidence(self.document.text[start:end], start, end, *self.lines.at(start))
        return self.quoted

    def grammar_of(self, parsed: ParsedSentence) -> Grammar:
        """The clauses and phrases of a sentence."""
        if self.grammar is None or self.grammar.parsed is not parsed:
            self.grammar = grammar_of(parsed)
        return self.grammar

    def state(
        self,
        entity: EntityCluster,
        attribute: str,
        mention: Mention,
        scope: Scope,
        parsed: ParsedSentence,
        index: int,
        is_open: bool,
        basis: ClaimBasis,
        binding: Binding = "named",
        part: str = "",
        label: str | None = None,
        words: OpenWords = NO_WORDS,
        part_name: str = "",
        qualifiers: Qualifiers = NO_QUALIFIERS,
    ) -> None:
        """Write one claim down; ``label`` is the words that label it in its own line, ``words`` those of an open
        attribute, ``part_name`` a part as people write it, ``qualifiers`` what its place in a table says of it."""
        entity = self.subjects.setdefault(entity.key, entity)
        evidence = self.evidence(parsed.start, parsed.end)
        attribute, scope = self._of_the_counted(attribute, scope)
        if scope.place is not None and not self._local(entity, attribute, mention):
            scope = replace(scope, place=None)
        modality = modality_of(parsed, index)
        scope = self._in_period(attribute, mention, scope, modality, parsed, index)
        place = scope.place or ""
        subject = SubjectRef(self.entities.identity(entity), part, place.replace(" ", "_"))
        name = ", ".join(filter(None, (self.shown(entity), part_name or part, place.title())))
        base = "\x1f".join(
            (
                subject.text,
                attribute,
                mention.kind,
                str(mention.low),
                str(mention.high),
                str(mention.unit),
                canonical_quote(evidence.quote).text,
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
                modality,
                evidence,
                open=is_open,
                basis=basis,
                binding=binding,
                labels=Labels(key=label) if label is not None else NO_LABELS,
                qualifiers=qualifiers,
                words=words,
            )
        )

    def _of_the_counted(self, attribute: str, scope: Scope) -> tuple[str, Scope]:
        """``enrols 900 undergraduates``: those counted have an attribute of their own, which says who they are."""
        own, entry = self.lexicon.entries.get(scope.population or ""), self.lexicon.entries.get(attribute)
        if own is None or entry is None or own.holds != "per_time" or set(own.units).isdisjoint(entry.units):
            return attribute, scope
        return scope.population or attribute, replace(scope, population=None)

    def _in_period(
        self, attribute: str, mention: Mention, scope: Scope, modality: Modality, parsed: ParsedSentence, index: int
    ) -> Scope:
        """The scope, with the nearest period that the text is for where the value has no date of its own."""
        period = self.discourse.current_period()
        if period is None:
            return scope
        block = self.document.blocks[self.discourse.block]
        before = self.mentions[bisect_left(self.starts, block.start) : bisect_left(self.starts, parsed.start)]
        dates = [other for other in before if other.kind == "date"]
        entry = self.lexicon.entries.get(attribute)
        labelled = block.kind in {"pair", "row"}
        if not holds_in(period, entry, mention, scope, modality, parsed, index, dates, labelled):
            return scope
        return replace(scope, time=period.edtf, low=period.low, high=period.high, basis="document")

    def _local(self, entity: EntityCluster, attribute: str, mention: Mention) -> bool:
        """What holds in one country is a claim about the entity in that country, a subject of its own."""
        entry = self.lexicon.entries.get(attribute)
        once = entry is not None and entry.holds == "once"
        return entity.type not in {"person", "place", "event", "law"} and not (once and mention.kind == "date")

    def shown(self, entity: EntityCluster) -> str:
        """A thing's name as people write it."""
        name = entity.name
        if entity.acronym and entity.acronym not in name:
            return f"{name} ({entity.acronym})"
        return name
