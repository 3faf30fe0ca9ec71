"""The order of work: sources, text, values, claims, comparison, rules."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import files, stored
from checker.model.document import Warning
from checker.model.failure import Failure, Unreadable
from checker.model.finding import NotChecked
from checker.model.report import Checked, Report

if TYPE_CHECKING:
    from checker.claims.attributes import Lexicon
    from checker.comparison import Compared
    from checker.corpus import Corpus
    from checker.model.claim import Orphan, Record
    from checker.model.document import Document, Reading, Source
    from checker.model.rule import Rulebook
    from checker.model.value import Mention
    from checker.review import Policy


def find_values(text: str, *, explain: bool = False) -> list[Mention]:
    """Every value that ``text`` states; ``explain`` says of each how it was read."""
    from checker import values
    from checker.language.characters import fold

    return values.find(fold(text), text, explain=explain)


def check_texts(texts: Mapping[str, str]) -> Report:
    """Compare plain texts by source id with the recommended rules."""
    return check_with(texts, recommended(), _recommended_lexicon())


def check_paths(paths: Sequence[Path]) -> Report:
    """Compare the documents at ``paths`` as the command line does: with the configuration around them."""
    from checker.corpus import corpus_of

    return check(corpus_of([str(path) for path in paths]))


def check_with(texts: Mapping[str, str], rulebook: Rulebook, lexicon: Lexicon | None = None) -> Report:
    """Compare plain texts by source id with the rules given; ``lexicon`` is that of the rules, made once."""
    from checker import sources

    run = Run(rulebook, lexicon or lexicon_of(rulebook))
    for identifier in sorted(texts):
        run.take(sources.from_text(identifier, texts[identifier]))
    return run.report()


def check(corpus: Corpus, policy: Policy | None = None) -> Report:
    """Compare every source of a corpus; claims come from their files where those are current.

    ``policy`` says what the report is held against; None is this day and the decisions of the corpus.
    """
    return settled(taken(corpus).report(), corpus, policy)


def taken(corpus: Corpus) -> Run:
    """Every source of a corpus with its claims, ready to be compared."""
    run = Run(corpus.rulebook, lexicon_of(corpus.rulebook))
    for given in corpus.inputs:
        try:
            reading = corpus.reading(given)
        except Unreadable as error:
            run.miss(given.source, error.reason)
            continue
        file = corpus.claims_file(given)
        try:
            if file is None:
                run.take(reading)
                continue
            record = stored.current(file, reading)
            if record is None:
                what = "is out of date" if file.exists() else "is missing"
                said = f"{corpus.shown(file)} {what}: run check-claims extract"
                run.warnings.append(Warning(given.source.id, 0, said))
                reading, record = _merged(file, reading, run)
        except Failure as failure:
            run.miss(given.source, stored.unusable(failure, file, corpus))
            continue
        run.take(reading, record)
        run.warnings += [Warning(given.source.id, 0, stored.orphaned(corpus, file, o)) for o in record.orphaned]
    for file in corpus.homeless_claims():
        run.warnings.append(Warning(file.stem, 0, f"{corpus.shown(file)} {stored.HOMELESS}"))
    return run


def settled(report: Report, corpus: Corpus, policy: Policy | None = None) -> Report:
    """``report`` with its findings as decisions, baselines and overrides leave them."""
    from checker import review

    return review.settle(report, corpus.rulebook.rules, policy or policy_of(corpus))


def policy_of(corpus: Corpus, today: str | None = None) -> Policy:
    """The decisions of a corpus, as of ``today``, an ISO day; None is this one."""
    from checker.review import Override, Policy, ledger

    day = today or datetime.date.today().isoformat()
    decisions = ledger.load(corpus.decisions) if corpus.decisions is not None else ()
    decisions = tuple(replace(decision, where=corpus.shown(Path(decision.where))) for decision in decisions)
    overrides = tuple(Override(o.sources, o.severity, o.ignore) for o in corpus.overrides)
    return Policy(day, decisions, corpus.whole, idle=corpus.idle, overrides=overrides)


def _merged(file: Path, reading: Reading, run: Run) -> tuple[Reading, Record]:
    """The claims of a source read anew, with what people wrote into its claims file where that has a place."""
    from checker.claims import store

    document = document_of(reading)
    record = replace(record_of(document, run.rulebook, run.lexicon), source=reading.source)
    if file.exists():
        text = store.dump(record, store.contents(file), str(file), reading.text)
        record = store.parse(text, str(file), reading.text)
    return replace(reading, warnings=document.warnings), record


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
    """Where the schema of claims files is, as told from this one."""

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """What people wrote and has no place in the source any more."""
        from checker.claims import store

        return store.orphans(self.after, str(self.file))


def extract(
    corpus: Corpus, unread: list[Unreadable], added: Mapping[str, tuple[dict[str, Any], ...]] | None = None
) -> Iterator[Extraction]:
    """The claims of each source, read anew, beside its claims file; nothing is written.

    ``added`` are claims of others by source id, which were verified before.

    A source that cannot be read is added to ``unread``. Raises Failure for a claims file that is
    malformed: what a person wrote there must not be lost.
    """
    from checker.claims import store
    from checker.strictyaml import modelines

    lexicon = lexicon_of(corpus.rulebook)
    for given in corpus.inputs:
        file = corpus.claims_file(given)
        if file is None:
            continue
        try:
            reading = corpus.reading(given)
        except Unreadable as error:
            unread.append(error)
            continue
        record = replace(record_of(document_of(reading), corpus.rulebook, lexicon), source=reading.source)
        before = store.contents(file) if file.exists() else None
        more = (added or {}).get(given.source.id, ())
        schema = modelines.reference(corpus.schemas, "claims", file)
        after = store.dump(record, before, str(file), reading.text, more, schema)
        yield Extraction(file, before, after, record, reading.text, more, schema)


def keep(extraction: Extraction) -> None:
    """Write a claims file, whole, with everything a person wrote there."""
    from checker.claims import store

    with files.locked(extraction.file.parent, "the claims"):
        store.write(extraction.file, extraction.record, extraction.text, extraction.added, extraction.schema)


@cache
def recommended() -> Rulebook:
    """The rules that ship with the package."""
    from checker.rules import load

    return load.load(None)


@cache
def _recommended_lexicon() -> Lexicon:
    return lexicon_of(recommended())


def lexicon_of(rulebook: Rulebook) -> Lexicon:
    """The words of a rulebook's attributes, ready to be met in texts."""
    from checker.claims.attributes import Lexicon

    return Lexicon(rulebook)


def document_of(reading: Reading) -> Document:
    """The structure and the sentences of what a reader handed on."""
    from checker import text

    return text.read(reading)


def record_of(document: Document, rulebook: Rulebook, lexicon: Lexicon) -> Record:
    """The claims of one document."""
    from checker import claims, values

    return claims.bind(document, values.find(document.plain, document.text), rulebook, lexicon)


@dataclass(slots=True)
class Run:
    """One check under way: what was read so far, and what could not be."""

    rulebook: Rulebook
    lexicon: Lexicon
    checked: list[Checked] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    not_checked: list[NotChecked] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)

    def take(self, reading: Reading, stored: Record | None = None) -> None:
        """Add one source with its claims: the stored ones, or those read from it now."""
        record, warnings = stored, reading.warnings
        if record is None:
            document = document_of(reading)
            record, warnings = record_of(document, self.rulebook, self.lexicon), document.warnings
        self.records.append(replace(record, source=reading.source))
        self.checked.append(Checked(reading.source, "checked"))
        self.warnings.extend(warnings)
        self.texts.append((reading.source.id, reading.text))

    def miss(self, source: Source, reason: str) -> None:
        """List one source as not checked."""
        self.checked.append(Checked(source, "not-checked", reason))
        self.not_checked.append(NotChecked(source.id, None, reason))

    def report(self) -> Report:
        """Compare everything taken in, and run the rules over it."""
        return self.concluded(self.compared())

    def compared(self) -> Compared:
        """Everything taken in, compared."""
        from checker import comparison

        return comparison.compare(self.records, self.rulebook)

    def concluded(self, compared: Compared) -> Report:
        """What the rules say of everything compared."""
        from checker import rules
        from checker.model.facts import Facts

        facts = Facts(
            {claim.id: claim for claim in compared.claims},
            compared.comparisons,
            {record.source.id: record.source for record in self.records},
            self.rulebook.attributes,
            compared.copies,
            compared.crowded,
        )
        return Report(
            sources=tuple(self.checked),
            claims=compared.claims,
            comparisons=compared.comparisons,
            findings=tuple(rules.run(self.rulebook.rules, facts)),
            not_checked=(*self.not_checked, *rules.unfinished(self.rulebook.rules, facts)),
            warnings=tuple(self.warnings),
            texts=tuple(self.texts),
        )
