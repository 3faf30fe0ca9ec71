"""The order of work: sources, text, values, claims, comparison, rules."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import files, isolation, limits, review, sources
from checker.corpus import corpus_of
from checker.extraction import Resources, UnreadSource, gathered, late, parts
from checker.extraction import document_of as document_of
from checker.extraction import lexicon_of as lexicon_of
from checker.extraction import read_of as read_of
from checker.extraction import record_of as record_of
from checker.extraction.text_positions import as_read, as_they_stand
from checker.language.characters import fold
from checker.language.language import of_corpus, using
from checker.model.comparison import in_order
from checker.model.constraint import NO_CONSTRAINTS, Constraints
from checker.model.document import Division, Source, Warning
from checker.model.finding import NotChecked
from checker.model.report import Checked, Ignored, Report
from checker.model.rule import GroupWeights
from checker.model.rule_input import RuleInput
from checker.model.user_error import Unreadable, UserError
from checker.review import Override, Policy, baseline
from checker.strictyaml import modelines

if TYPE_CHECKING:
    from checker.cache import CacheEntry
    from checker.claims.attribute_triggers import Lexicon
    from checker.comparison import Compared
    from checker.comparison.known_pairs import KnownPairs
    from checker.corpus import Corpus
    from checker.inputs import Input
    from checker.model.claim import Orphan, Record
    from checker.model.decision import Decision
    from checker.model.document import Reading
    from checker.model.memo import Memo
    from checker.model.rule import Rulebook
    from checker.model.value import Mention
    from checker.review import Policy


def find_values(text: str, *, explain: bool = False) -> list[Mention]:
    """Every value that ``text`` states; ``explain`` says of each how it was read."""
    return parts.values.find(fold(text), text, explain=explain)


def check_texts(texts: Mapping[str, str]) -> Report:
    """Compare plain texts by source id with the recommended rules."""
    return check_with(texts, recommended(), _recommended_lexicon())


def check_paths(paths: Sequence[Path]) -> Report:
    """Compare the documents at ``paths`` as the command line does: with the configuration around them."""
    return check(corpus_of([str(path) for path in paths]))


def check_with(texts: Mapping[str, str], rulebook: Rulebook, lexicon: Lexicon | None = None) -> Report:
    """Compare plain texts by source id with the rules given; ``lexicon`` is that of the rules, made once."""
    with using(of_corpus(rulebook.vocabulary)):
        return _checked(texts, rulebook, lexicon or lexicon_of(rulebook))


def _checked(texts: Mapping[str, str], rulebook: Rulebook, lexicon: Lexicon) -> Report:
    run = Run(rulebook, lexicon)
    for identifier in sorted(texts):
        try:
            most = limits.seconds(len(texts[identifier]), None)
            with limits.within(most):
                run.take(sources.from_text(identifier, texts[identifier]))
        except limits.Late:
            run.miss(Source(identifier), late(most))
        except Exception as error:
            run.miss(Source(identifier), isolation.reason(error), isolation.trace(error))
    return run.report()


def check(corpus: Corpus, policy: Policy | None = None, resources: Resources | None = None) -> Report:
    """Compare every source of a corpus; claims come from their files where those are current.

    ``policy`` gives the status of findings; None is this day and the decisions of the corpus. ``resources``
    change nothing but the time that it takes; None is this process alone, without a cache.
    """
    return settled(taken(corpus, resources).report(), corpus, policy)


def taken(corpus: Corpus, resources: Resources | None = None) -> Run:
    """Every source of a corpus with its claims, ready to be compared."""
    resources = resources or Resources()
    run = Run(corpus.rulebook, memory=resources.memory(), ignored=corpus.ignored, known=resources.known)
    for given, found in zip(corpus.inputs, gathered(corpus, resources, stored=True), strict=True):
        if isinstance(found, UnreadSource):
            run.miss(found.source, found.reason, found.trace)
            continue
        file = corpus.claims_file(given)
        if given.moved_from is not None:
            run.warnings.append(Warning(given.source.id, 0, _moved(given)))
        if file is not None and (found.stale or found.claims is None):
            what = "is out of date" if found.stale else "is missing"
            message = f"{corpus.shown(file)} {what}: run check-claims extract"
            run.warnings.append(Warning(given.source.id, 0, message))
        run.add(
            found.source,
            found.text,
            found.record,
            found.warnings,
            found.key,
            found.divisions,
            found.unread,
            found.constraints,
        )
        if file is not None:
            orphans = found.record.orphaned
            run.warnings += [
                Warning(given.source.id, 0, parts.claims_file_state.orphaned(corpus, file, o)) for o in orphans
            ]
    for file in corpus.claims_without_source():
        run.warnings.append(Warning(file.stem, 0, f"{corpus.shown(file)} {parts.claims_file_state.WITHOUT_SOURCE}"))
    return run


def _moved(given: Input) -> str:
    """What to do about a document that was moved."""
    name, stem = given.source.id, Path(given.source.path or "").stem
    rename = f", or run check-claims rename {name} {stem}" if stem != name else ""
    return f"it was moved to {given.source.path}, and the register has file: {given.moved_from}; correct that{rename}"


def settled(report: Report, corpus: Corpus, policy: Policy | None = None) -> Report:
    """``report`` with its findings as decisions, baselines and overrides leave them."""
    with using(corpus.language):
        return review.settle(report, corpus.rulebook.rules, policy or policy_of(corpus, known=corpus.baseline))


def policy_of(corpus: Corpus, today: str | None = None, known: Path | None = None) -> Policy:
    """The decisions of a corpus as of ``today``, an ISO day (None is this one), and the baseline ``known``."""
    day = today or datetime.date.today().isoformat()
    decisions = _decided(corpus.decisions) if corpus.decisions is not None else ()
    decisions = tuple(replace(decision, where=corpus.shown(Path(decision.where))) for decision in decisions)
    overrides = tuple(Override(o.sources, o.severity, o.ignore) for o in corpus.overrides)
    entries = baseline.read(known) if known is not None else ()
    tuned = corpus.rulebook.weights != GroupWeights()
    return Policy(day, decisions, corpus.whole, entries, idle=corpus.idle, overrides=overrides, tuned=tuned)


def _decided(folder: Path) -> tuple[Decision, ...]:
    from checker.review import decisions_file

    return decisions_file.load(folder)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a claims file holds, None where there is no file yet, and what it would hold."""

    file: Path
    before: str | None
    after: str
    record: Record
    text: str
    added: tuple[dict[str, Any], ...] = ()
    """Claims that somebody else read, as a claims file holds them."""
    schema: str | None = None
    """Where the schema of claims files is, relative to this one."""

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """What people wrote and has no place in the source any more."""
        return parts.claims_file.orphans(self.after, str(self.file))


def extract(
    corpus: Corpus,
    unread: list[Unreadable],
    added: Mapping[str, tuple[dict[str, Any], ...]] | None = None,
    resources: Resources | None = None,
) -> Iterator[Extraction]:
    """The claims of each source, read anew, beside its claims file; nothing is written.

    ``added`` are claims of others by source id, which were verified before.

    A source that cannot be read is added to ``unread``. Raises UserError for a claims file that is
    malformed: what a person wrote there must not be lost.
    """
    kept = replace(corpus, inputs=tuple(given for given in corpus.inputs if corpus.claims_file(given) is not None))
    return _beside(kept, gathered(kept, resources or Resources(), stored=False), unread, added or {})


def _beside(
    corpus: Corpus,
    gained: Sequence[CacheEntry | UnreadSource],
    unread: list[Unreadable],
    added: Mapping[str, tuple[dict[str, Any], ...]],
) -> Iterator[Extraction]:
    for given, found in zip(corpus.inputs, gained, strict=True):
        file, name = corpus.claims_file(given), given.source.path or given.source.id
        if isinstance(found, UnreadSource):
            unread.append(Unreadable(name, found.reason, found.trace))
        elif file is not None:
            before = parts.claims_file.contents(file) if file.exists() else None
            more = added.get(given.source.id, ())
            schema = modelines.reference(corpus.schemas, "claims", file)
            try:
                after = parts.claims_file.dump(found.record, before, str(file), found.text, more, schema)
            except UserError:
                raise
            except Exception as error:
                unread.append(Unreadable(name, isolation.reason(error), isolation.trace(error)))
                continue
            yield Extraction(file, before, after, found.record, found.text, more, schema)


def keep(extraction: Extraction) -> None:
    """Write a claims file, whole, with everything a person wrote there."""
    with files.locked(extraction.file.parent, "the claims"):
        parts.claims_file.write(
            extraction.file, extraction.record, extraction.text, extraction.added, extraction.schema
        )


@cache
def recommended() -> Rulebook:
    """The rules that ship with the package."""
    from checker.rules import load

    return load.load(None)


@cache
def _recommended_lexicon() -> Lexicon:
    return lexicon_of(recommended())


@dataclass(slots=True)
class Run:
    """One check under way: what was read so far, and what could not be."""

    rulebook: Rulebook
    lexicon: Lexicon | None = None
    """Of the rulebook; made when a text is first read for this run."""
    checked: list[Checked] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    not_checked: list[NotChecked] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    divisions: list[tuple[str, tuple[Division, ...]]] = field(default_factory=list)
    ignored: tuple[Ignored, ...] = ()
    memory: Memo | None = None
    """What earlier runs found, which changes nothing but the time that it takes."""
    constraints: dict[str, Constraints] = field(default_factory=dict)
    """By source what must fit together in it."""
    marks: dict[str, bytes] = field(default_factory=dict)
    """By source a digest of all that its record follows from, where there is one."""
    known: KnownPairs | None = None
    """What this process remembers of earlier comparisons, which changes nothing but the time that it takes."""

    def take(self, reading: Reading) -> None:
        """Add one source with the claims read from it now."""
        if self.lexicon is None:
            self.lexicon = lexicon_of(self.rulebook)
        try:
            with using(of_corpus(self.rulebook.vocabulary)):
                document = document_of(reading)
        except Unreadable as error:
            self.miss(reading.source, error.reason)
            return
        record, constraints = read_of(document, self.rulebook, self.lexicon)
        record = replace(record, source=reading.source)
        divisions = reading.places.divisions()
        self.add(reading.source, reading.text, record, document.warnings, None, divisions, reading.unread, constraints)

    def add(
        self,
        source: Source,
        text: str,
        record: Record,
        warnings: Sequence[Warning],
        mark: bytes | None = None,
        divisions: Sequence[Division] = (),
        unread: Sequence[str] = (),
        constraints: Constraints = NO_CONSTRAINTS,
    ) -> None:
        """Add one source with its claims, and what must fit together in it.

        ``divisions``: where its pages, slides or sheets start in its text; ``unread``: why parts of it are not checked.
        """
        if mark is not None:
            self.marks[source.id] = mark
        self.records.append(record)
        if constraints != NO_CONSTRAINTS:
            self.constraints[source.id] = constraints
        self.checked.append(Checked(source, "checked"))
        self.warnings.extend(warnings)
        self.texts.append((source.id, text))
        self.not_checked.extend(NotChecked(source.id, None, reason) for reason in unread)
        if divisions:
            self.divisions.append((source.id, tuple(divisions)))

    def miss(self, source: Source, reason: str, trace: str | None = None) -> None:
        """List one source as not checked."""
        self.checked.append(Checked(source, "not-checked", reason))
        self.not_checked.append(NotChecked(source.id, None, reason, trace))

    def report(self) -> Report:
        """Compare everything taken in, and run the rules over it."""
        return self.concluded(self.compared())

    def compared(self) -> Compared:
        """Everything taken in, compared; a source that this cannot be done with is not checked, and the others are."""
        from checker import comparison

        texts = dict(self.texts)

        def compare(records: Sequence[Record]) -> Compared:
            read = [as_read(record, texts[record.source.id]) for record in records]
            return comparison.compare(read, self.rulebook, self.known)

        with using(of_corpus(self.rulebook.vocabulary)):
            found, faults = isolation.without(self.records, compare)
        for fault in faults:
            for record in [fault.thing] if fault.thing is not None else self.records:
                self._drop(record.source, fault.reason, fault.trace)
        return found if found is not None else comparison.compare([], self.rulebook)

    def under(self, rulebook: Rulebook) -> Run:
        """The same sources under other rules; what befalls one run does not befall the other."""
        return replace(
            self,
            rulebook=rulebook,
            checked=list(self.checked),
            records=list(self.records),
            not_checked=list(self.not_checked),
            constraints=dict(self.constraints),
        )

    def _drop(self, source: Source, reason: str, trace: str) -> None:
        """List a source as not checked that was taken in before."""
        self.records = [record for record in self.records if record.source.id != source.id]
        self.checked = [one for one in self.checked if one.source.id != source.id]
        self.constraints.pop(source.id, None)
        self.miss(source, reason, trace)
        self.checked.sort(key=lambda one: one.source.id)

    def concluded(self, compared: Compared) -> Report:
        """What the rules say of everything compared."""
        from checker import rules

        given = RuleInput(
            {claim.id: claim for claim in compared.claims},
            compared.comparisons,
            {record.source.id: record.source for record in self.records},
            self.rulebook.attributes,
            compared.copies,
            compared.texts_naming,
            self.memory,
            compared.facts,
            self.marks,
            self.constraints,
        )
        with using(of_corpus(self.rulebook.vocabulary)):
            found = rules.run(self.rulebook.rules, given)
        claims = as_they_stand(compared.claims, self.records)
        stated = {claim.id: claim for claim in claims} | given.terms
        return Report(
            sources=tuple(self.checked),
            claims=claims,
            comparisons=tuple(sorted(map(in_order, compared.comparisons), key=attrgetter("left", "right"))),
            findings=rules.without_repeats(found.findings, stated),
            possible=rules.without_repeats(found.possible, stated),
            facts=compared.facts,
            not_checked=(*self.not_checked, *found.not_checked),
            warnings=tuple(self.warnings),
            ignored=self.ignored,
            texts=tuple(self.texts),
            constraints=tuple(self.constraints.items()),
            divisions=tuple(self.divisions),
        )
