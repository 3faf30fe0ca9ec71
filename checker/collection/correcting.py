"""Corrects documents by what a conflict says: the values that are wrong give way to the one that is right.

Nothing is written before somebody agrees. A correction is worked out first, as patches of text files, and checked: the
documents are read with it, the new values must be read where the old ones stood, and the conflict must be gone. What
cannot be written without doubt is left to be changed by hand, with the reason.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from checker import files, pipeline, value_relation
from checker.collection.corrections import ByHand, Correction, Patch, Replacement
from checker.collection.worked_out_words import worked_out
from checker.corpus import Corpus
from checker.extraction import Resources
from checker.language.language import using
from checker.language.words import LISTED
from checker.model.claim import Claim
from checker.model.document import Source
from checker.model.finding import RIVALS, Finding
from checker.model.report import Report
from checker.model.user_error import Unreadable, UserError
from checker.model.value import Mention
from checker.reports.locations import place_words
from checker.review import Policy
from checker.sources import formats, text_edits
from checker.sources.text_edits import TextEdit
from checker.values import restating

_WORKED_OUT = frozenset({"arithmetic", "calendar", "partition", "share", "spelled", "table"})
"""The kinds of constraint that say what must stand in place of the figure or word that does not fit."""
_BOTH_WAYS = "spelled"
"""The kind whose two sides say the same, so that either can be written from the other."""
_MOST_WORDINGS = 3
"""So many ways to write a value are tried."""
_LETTER = re.compile(r"[^\W\d_]")
_CONSTRAINT_POSITIONS = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """A conflict, and which of its positions, from 0, is right."""

    finding: Finding
    right: int


@dataclass(slots=True)
class _Target:
    """One losing value, and the texts that may take its place."""

    claim: Claim
    meant: str
    """The right value as people read it."""
    values: Sequence[Mention]
    """The right value as it is stated elsewhere; empty where it was worked out."""
    rule: str
    winners: frozenset[tuple[str, str]] = frozenset()
    """The sources that state the right value, each with its words for it; none where it was worked out."""
    wordings: list[str] = field(default_factory=list)
    problem: str | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """Its source and its span there."""
        return self.claim.source, self.claim.value.start, self.claim.value.end


def corrected(
    choices: Sequence[Choice], report: Report, corpus: Corpus, policy: Policy, resources: Resources
) -> Correction:
    """How the documents of ``corpus`` are corrected so that ``choices`` hold; nothing is written.

    ``report`` is of these documents as they are. Raises UserError where a conflict does not say what to write, where
    nothing can be written at all, and for a file that changed since.
    """
    work = _Work(report, corpus, policy, resources)
    with using(corpus.language):
        targets = [target for choice in choices for target in work.targets(choice)]
        correction = work.tried(_each_once(targets))
    if not correction.patches:
        first, *others = correction.by_hand
        raise UserError(str(first), notes=tuple(map(str, others)))
    return correction


def _each_once(targets: Sequence[_Target]) -> list[_Target]:
    """One target a place; two that want other words there are refused."""
    by_place: dict[tuple[str, int, int], _Target] = {}
    for target in targets:
        known = by_place.setdefault(target.place, target)
        if known is not target and known.wordings[:1] != target.wordings[:1]:
            known.problem = known.problem or f"another conflict wants '{target.meant}' there"
    return [by_place[place] for place in sorted(by_place)]


class _Work:
    """One correction under way."""

    def __init__(self, report: Report, corpus: Corpus, policy: Policy, resources: Resources) -> None:
        self.report, self.corpus, self.policy, self.resources = report, corpus, policy, resources
        self.claims = {claim.id: claim for claim in report.quoted}
        self.texts = dict(report.texts)
        self.sources = {checked.source.id: checked.source for checked in report.sources}
        self.inputs = {given.source.id: given for given in corpus.inputs}
        self.contents: dict[str, bytes] = {}
        self.alike: list[tuple[Claim, str]] = []
        """Claims that state a losing value, perhaps of another fact, and the right value."""

    def targets(self, choice: Choice) -> Iterator[_Target]:
        """The losing values of a conflict with their possible texts."""
        finding = choice.finding
        if finding.kind in RIVALS:
            yield from self._rivals(finding, choice.right)
        elif finding.kind in _WORKED_OUT and len(finding.positions) == _CONSTRAINT_POSITIONS:
            yield self._worked_out(finding, choice.right)
        else:
            raise UserError(
                f"{finding.fingerprint[:8]} does not say which words would be right ({finding.rule})",
                remedy="correct the document by hand",
            )

    def _rivals(self, finding: Finding, right: int) -> Iterator[_Target]:
        winners = [self.claims[c] for c in finding.positions[right].claims if c in self.claims]
        values = list(dict.fromkeys(claim.value for claim in winners))
        stated = frozenset((claim.source, claim.value.text) for claim in winners)
        for n, position in enumerate(finding.positions):
            wrong = self._of_the_fact(finding, n, right) if n != right else set()
            for name in position.claims if n != right else ():
                if name in self.claims and name not in wrong:
                    self.alike.append((self.claims[name], finding.positions[right].value))
                elif name in self.claims:
                    claim = self.claims[name]
                    target = _Target(claim, finding.positions[right].value, values, finding.rule, stated)
                    target.wordings = self._fitting(
                        claim, (t for v in values for t in restating.restated(claim.value, v))
                    )
                    listed = claim.attribute.startswith(LISTED)
                    target.problem = "it counts a list" if listed else self._problem(target)
                    yield target

    def _of_the_fact(self, finding: Finding, losing: int, right: int) -> set[str]:
        """The claims of a losing position that are sure to speak of the same fact: those that were compared with the
        right ones, or else with any other position, and what they say again. The others only state the same value."""
        own = set(finding.positions[losing].claims)
        for others in (set(finding.positions[right].claims), set(finding.claims) - own):
            pairs = [{c.left, c.right} for c in self.report.comparisons if c.relation == "conflict"]
            compared = {name for pair in pairs if pair & own and pair & others for name in pair & own}
            if compared:
                said = {self._said(name) for name in compared}
                return {name for name in own if name in self.claims and self._said(name) in said}
        return own

    def _said(self, name: str) -> tuple[str, str]:
        claim = self.claims[name]
        return claim.source, claim.attribute

    def _worked_out(self, finding: Finding, right: int) -> _Target:
        """Of a constraint the words that do not fit, and what follows from the others."""
        losing, winning = finding.positions[1 - right], finding.positions[right]
        if right == 0 and (finding.kind != _BOTH_WAYS or len(losing.claims) != 1):
            raise UserError(
                f"{finding.fingerprint[:8]} does not say which other words are wrong if {winning.value} is right",
                remedy="correct the document by hand",
            )
        (name,) = losing.claims
        claim = self.claims[name]
        target = _Target(claim, winning.value, (), finding.rule)
        target.wordings = self._fitting(claim, worked_out(finding.kind, claim.value.text, winning.value))
        target.problem = self._problem(target)
        return target

    def _fitting(self, claim: Claim, wordings: Iterator[str]) -> list[str]:
        """The texts that are no doubling of the words beside them."""
        text = self.texts.get(claim.source, "")
        before = text[: claim.value.start][-60:].split()[-1:]
        after = text[claim.value.end :][:60].split()[:1]
        fitting = []
        for wording in dict.fromkeys(wordings):
            words = wording.split()
            doubled = [words[0].lower()] == [w.lower() for w in before] or words[-1:] == after
            if wording != claim.value.text and not (doubled and _LETTER.search(wording)):
                fitting.append(wording)
        return fitting[:_MOST_WORDINGS]

    def _problem(self, target: _Target) -> str | None:
        """Why a value cannot be replaced, as far as that is known before it is tried."""
        claim = target.claim
        given = self.inputs.get(claim.source)
        source = self.sources.get(claim.source)
        if given is None or given.file is None or source is None:
            return "it was not read from a file"
        form = formats.format_of(given.file)
        if form.packed:
            return f"it is no text file ({form.name})"
        link = files.linked(given.file, self.corpus.root)
        if link is not None:
            return f"{self.corpus.shown(link)} is a symbolic link"
        if not os.access(given.file, os.W_OK):
            return "the file is read-only"
        if self.texts.get(claim.source, "")[claim.value.start : claim.value.end] != claim.value.text:
            return "the document has other words there"
        if not target.wordings:
            return "it cannot be written in the style of these words without doubt"
        return None

    def data_of(self, source: Source) -> bytes:
        """The bytes of a source's file; UserError where they are not those that were checked."""
        if source.id not in self.contents:
            file = self.inputs[source.id].file
            shown = self.corpus.shown(file) if file is not None else source.id
            try:
                data = files.read_bytes(file) if file is not None else b""
            except OSError as error:
                raise UserError(f"it cannot be read: {error.strerror}", shown) from error
            if hashlib.sha256(data).hexdigest() != source.sha256:
                raise UserError("it changed since it was checked", shown, "check again")
            self.contents[source.id] = data
        return self.contents[source.id]

    def tried(self, targets: Sequence[_Target]) -> Correction:
        """The correction of all targets that can be written, each with the first wording that is read as it should."""
        while True:
            patches = self._patches([target for target in targets if target.problem is None])
            writing = [target for target in targets if target.problem is None]
            if not writing:
                return self._made(targets, (), self.report)
            report = self._checked(patches)
            failed = self._failed(writing, report, alone=len(writing) == len(targets))
            if not failed:
                return self._made(targets, tuple(patches.values()), report)
            for target, why in failed:
                target.wordings.pop(0)
                target.problem = None if target.wordings else why

    def _patches(self, targets: Sequence[_Target]) -> dict[str, Patch]:
        """The patches by source; a target that cannot be written gets its problem."""
        by_source: dict[str, list[_Target]] = defaultdict(list)
        for target in targets:
            by_source[target.claim.source].append(target)
        patches = {}
        for name, members in sorted(by_source.items()):
            source, file = self.sources[name], self.inputs[name].file
            assert file is not None
            data = self.data_of(source)
            edits = [TextEdit(*target.place[1:], target.wordings[0]) for target in members]
            try:
                after = text_edits.edited(data, source, self.texts[name], edits, file.name)
            except Unreadable as error:
                for target in members:
                    target.problem = error.reason
                continue
            texts = text_edits.text_of(data, file.name), text_edits.text_of(after, file.name)
            patches[name] = Patch(file, self.corpus.shown(file), data, after, texts)
        return patches

    def _checked(self, patches: Mapping[str, Patch]) -> Report:
        """What a check says of the corrected documents, which are read from copies."""
        with TemporaryDirectory() as folder:
            inputs = []
            for n, given in enumerate(self.corpus.inputs):
                patch = patches.get(given.source.id)
                if patch is not None:
                    copy = Path(folder, str(n), patch.file.name)
                    copy.parent.mkdir()
                    copy.write_bytes(patch.after)
                    source = replace(given.source, path=given.source.path or patch.file.as_posix())
                    given = replace(given, source=source, file=copy)
                inputs.append(given)
            return pipeline.check(replace(self.corpus, inputs=tuple(inputs)), self.policy, self.resources)

    def _failed(self, targets: Sequence[_Target], report: Report, *, alone: bool) -> list[tuple[_Target, str]]:
        """The targets that are not read as they should be, each with the reason.

        ``alone`` says that nothing is left to be changed by hand, so that the conflicts must be gone.
        """
        read: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        terms = [term for _, found in report.constraints for term in found.terms]
        for claim in (*report.claims, *terms):
            read[claim.source, claim.value.start].append(claim)
        conflicts = [
            f for f in (*report.findings, *report.possible) if f.relation == "conflict" and f.kind != "decision"
        ]
        failed = []
        named = {claim.id: (claim.source, claim.value.text) for claim in report.quoted}

        def remains(target: _Target, names: set[str]) -> bool:
            """A conflict of the same rule has the value and, where that is stated somewhere, the right one."""
            return any(
                conflict.rule == target.rule
                and names & set(conflict.claims)
                and (not target.values or target.winners & {named[c] for c in conflict.claims if c in named})
                for conflict in conflicts
            )

        for target in targets:
            source, start, _ = target.place
            others = [t for t in targets if t.claim.source == source and t.place[1] < start]
            start += sum(len(other.wordings[0]) - len(other.claim.value.text) for other in others)
            there = [c for c in read.get((source, start), ()) if c.value.text == target.wordings[0]]
            if target.values:
                there = [c for c in there if any(_same(c.value, value, target.claim.value) for value in target.values)]
            names = {claim.id for claim in there}
            if not there:
                failed.append((target, "it would not be read as that value there"))
            elif alone and remains(target, names):
                failed.append((target, "the conflict would still be there"))
        return failed

    def _made(self, targets: Sequence[_Target], patches: tuple[Patch, ...], report: Report) -> Correction:
        known = {finding.fingerprint for finding in self.report.findings}
        rules = {target.rule for target in targets if target.problem is not None}
        arising = tuple(
            finding
            for finding in report.findings
            if finding.relation == "conflict"
            and finding.status == "open"
            and finding.kind != "decision"
            and finding.rule not in rules
            and finding.fingerprint not in known
        )
        replacements, by_hand = [], []
        for target in targets:
            where, before = self._where(target.claim), " ".join(target.claim.value.text.split())
            if target.problem is None:
                replacements.append(Replacement(where, before, target.wordings[0]))
            else:
                by_hand.append(ByHand(where, before, target.meant, target.problem))
        places = {target.place for target in targets}
        alike = {
            (claim.source, claim.value.start): Replacement(
                self._where(claim), " ".join(claim.value.text.split()), meant
            )
            for claim, meant in self.alike
            if (claim.source, claim.value.start, claim.value.end) not in places
        }
        unchanged = tuple(alike[place] for place in sorted(alike))
        return Correction(tuple(replacements), patches, tuple(by_hand), unchanged, report, arising)

    def _where(self, claim: Claim) -> str:
        return f"{self._shown(claim)}, {place_words(claim, self.sources.get(claim.source))}"

    def _shown(self, claim: Claim) -> str:
        given = self.inputs.get(claim.source)
        return self.corpus.shown(given.file) if given is not None and given.file is not None else claim.source


def _same(read: Mention, meant: Mention, stated: Mention) -> bool:
    """A value reads as what was meant, as far as what stood there said it."""
    relation = value_relation.relation(read, meant)[0]
    return relation == "agree" or (relation == "compatible" and read.resolution == stated.resolution)
