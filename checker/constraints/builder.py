"""Makes the constraints of a document: has every finder look at it, and gives each draft its terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from checker import limits
from checker.constraints import (
    arithmetic,
    calendar,
    enumeration,
    impossible,
    partition,
    reference,
    restatement,
    share,
    spelled,
    statistic,
    table,
    terminology,
    timespan,
)
from checker.constraints.context import Context, Draft, Span
from checker.model.claim import Claim, Evidence, Scope
from checker.model.constraint import GIVEN, TERM, Constraint, Constraints
from checker.model.document import Document
from checker.model.line_index import Lines
from checker.model.subject_ref import SubjectRef
from checker.model.value import Mention

Finder = Callable[[Context], Iterator[Draft]]
FINDERS: tuple[Finder, ...] = (
    table.find,
    share.find,
    enumeration.find,
    spelled.find,
    calendar.find,
    timespan.find,
    arithmetic.find,
    partition.find,
    reference.find,
    terminology.find,
    statistic.find,
    impossible.find,
    restatement.find,
)
"""Every kind of constraint, in the order in which they are looked for."""
_NO_SCOPE = Scope()
_MOST_WRONG = 3
"""In a document in which more of a kind fail than this, they are likelier misread."""
_PLAIN = frozenset((calendar.KIND, spelled.KIND, impossible.KIND, statistic.KIND))
"""Kinds that a few words tell, whatever the layout: a programme with last year's weekdays has many."""


def find(document: Document, mentions: Sequence[Mention]) -> Constraints:
    """The constraints of a document with its values, in order of kind and place; offsets are those of its ``text``."""
    context = Context(document, mentions)
    builder = _Builder(context)
    for finder in FINDERS:
        limits.check()
        for draft in _doubted(list(finder(context))):
            builder.add(draft)
    for kind, judged in Counter(one.kind for one in builder.found).items():
        # One place may hold several constraints, as each cell of a column of totals does.
        context.seen[kind] = max(context.seen[kind], judged)
        context.read[kind] = max(context.read[kind], judged)
    return Constraints(
        tuple(builder.found),
        tuple(builder.terms),
        tuple(sorted(context.seen.items())),
        tuple(sorted(context.read.items())),
    )


def _doubted(drafts: list[Draft]) -> list[Draft]:
    """The drafts of one kind; those that fail are in doubt where so many do that the document is likelier misread."""
    failing = sum(draft.off > 1 and draft.sure and draft.kind not in _PLAIN for draft in drafts)
    if failing <= _MOST_WRONG:
        return drafts
    return [replace(draft, sure=False) if draft.off > 1 else draft for draft in drafts]


class _Builder:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.lines = Lines(context.document.text)
        self.found: list[Constraint] = []
        self.terms: list[Claim] = []

    def add(self, draft: Draft) -> None:
        """Keep the constraint of a draft, with a term for each of its spans."""
        subject = SubjectRef(draft.subject)
        stated = self._terms(draft, draft.stated, TERM, subject)
        given = self._terms(draft, draft.given, GIVEN, subject)
        self.found.append(
            Constraint(
                draft.kind,
                draft.form,
                draft.subject,
                stated,
                given,
                draft.says,
                draft.expected,
                draft.verdict,
                draft.sum,
                draft.off,
                draft.sure,
                draft.test,
            )
        )

    def _terms(self, draft: Draft, spans: Sequence[Span], attribute: str, subject: SubjectRef) -> tuple[str, ...]:
        ids = []
        text, source = self.context.document.text, self.context.document.source.id
        for start, end in spans:
            sentence = self.context.sentence_at(start)
            first, last = (sentence.start, max(end, sentence.end)) if sentence is not None else (start, end)
            evidence = Evidence(text[first:last], first, last, *self.lines.at(first))
            value = Mention("text", start, end, text[start:end], None, None)
            identifier = f"{source}@{len(self.terms) + 1}"
            self.terms.append(
                Claim(
                    identifier,
                    source,
                    subject,
                    draft.subject,
                    f"{draft.kind} {attribute}",
                    value,
                    _NO_SCOPE,
                    "asserted",
                    evidence,
                    origin="term",
                )
            )
            ids.append(identifier)
        return tuple(ids)
