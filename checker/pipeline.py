"""The order of work: sources, text, values, claims, comparison, rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.failure import Failure
from checker.model.finding import NotChecked
from checker.model.report import Checked, Report

if TYPE_CHECKING:
    from checker.corpus import Corpus
    from checker.model.claim import Record
    from checker.model.document import Document, Reading, Warning
    from checker.model.rule import Rulebook
    from checker.model.value import Mention


def find_values(text: str, *, explain: bool = False) -> list[Mention]:
    """Every value that ``text`` states; ``explain`` says of each how it was read."""
    from checker import values
    from checker.language.characters import fold

    return values.find(fold(text), text, explain=explain)


def check_texts(texts: Mapping[str, str]) -> Report:
    """Compare plain texts by source id with the recommended rules."""
    return check_with(texts, recommended())


def check_paths(paths: Sequence[Path]) -> Report:
    """Compare the documents at ``paths`` as the command line does: with the configuration around them."""
    from checker.corpus import corpus_of

    return check(corpus_of([str(path) for path in paths]))


def check_with(texts: Mapping[str, str], rulebook: Rulebook) -> Report:
    """Compare plain texts by source id with the rules given."""
    from checker import sources

    run = Run(rulebook)
    for identifier in sorted(texts):
        run.read(sources.from_text(identifier, texts[identifier]))
    return run.report()


@cache
def recommended() -> Rulebook:
    """The rules that ship with the package."""
    from checker.rules import load

    return load.load(None)


def document_of(reading: Reading) -> Document:
    """The structure and the sentences of what a reader handed on."""
    from checker import text

    return text.read(reading)


def record_of(document: Document, rulebook: Rulebook) -> Record:
    """The claims of one document."""
    from checker import claims, values

    return claims.bind(document, values.find(document.plain, document.text), rulebook)


@dataclass(slots=True)
class Run:
    """One check under way: what was read so far, and what could not be."""

    rulebook: Rulebook
    checked: list[Checked] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    not_checked: list[NotChecked] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)

    def read(self, reading: Reading) -> None:
        """Take in the claims of one source; what fails on it is listed and stops no other source."""
        document = document_of(reading)
        self.records.append(record_of(document, self.rulebook))
        self.checked.append(Checked(reading.source, "checked"))
        self.warnings.extend(document.warnings)
        self.texts.append((reading.source.id, reading.text))

    def report(self) -> Report:
        """Compare everything taken in, and run the rules over it."""
        from checker import comparison, rules
        from checker.model.facts import Facts

        compared = comparison.compare(self.records, self.rulebook)
        facts = Facts(
            {claim.id: claim for claim in compared.claims},
            compared.comparisons,
            {record.source.id: record.source for record in self.records},
            self.rulebook.attributes,
        )
        return Report(
            sources=tuple(self.checked),
            claims=compared.claims,
            comparisons=compared.comparisons,
            findings=tuple(rules.run(self.rulebook.rules, facts)),
            not_checked=tuple(self.not_checked),
            warnings=tuple(self.warnings),
            texts=tuple(self.texts),
        )
