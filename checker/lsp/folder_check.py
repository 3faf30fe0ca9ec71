"""Checks one folder again and again, as the command ``check`` does, and lays out what an editor shows of it."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from checker import configuration, files, isolation, pipeline, review, rules
from checker.cache import Cache, folder
from checker.comparison.known_pairs import KnownPairs
from checker.corpus import Corpus, corpus_of, places_of
from checker.extraction import Resources
from checker.language.attribute_label import attribute_label
from checker.language.language import using
from checker.lsp.messages import (
    Answer,
    Check,
    Checked,
    Conflict,
    Decide,
    Failed,
    Grade,
    Held,
    KnownFact,
    Problem,
    Proposed,
    Remark,
    Request,
    Stated,
    Waive,
    Written,
)
from checker.lsp.positions import TOP, Encoding, TextPositions
from checker.model.claim import Claim
from checker.model.finding import RIVALS, Finding
from checker.model.report import Report
from checker.model.user_error import UserError
from checker.reports.conflicts import Index, label_of, reason_of
from checker.review import decisions_file, session
from checker.review.reviewer import person
from checker.rules import finding_builder

WAIVED_FOR = datetime.timedelta(days=90)
"""How long a waiver from an editor holds."""
_PLACE = re.compile(r"(.+?):(\d+)(?::\d+)?")
_NOTE = re.compile(r"(.+?):(\d+): (.+)")
_RULE = re.compile(r" *- id: ([^\s#]+) *")
_NOT_CHECKED = "not-checked"


class FolderCheck:
    """One folder of an editor's workspace, with what its last check found."""

    def __init__(self, folder: str, encoding: Encoding) -> None:
        """``folder`` is the folder as the editor names it; this process works in it from now on.

        Raises UserError where there is no such folder, or it may not be entered.
        """
        self._folder = Path(folder)
        self._encoding = encoding
        try:
            os.chdir(folder)
        except OSError as error:
            raise UserError(f"the folder cannot be checked: {(error.strerror or '').lower()}", folder) from error
        self._real = Path.cwd()
        self._corpus: Corpus | None = None
        self._report: Report | None = None
        self._known = KnownPairs()

    def answer(self, request: Request, watch: Callable[[int, int], None]) -> Answer:
        """What a request gives; whatever goes wrong is an answer as well. ``watch`` is told how far a check is."""
        try:
            if isinstance(request, Check):
                return self._checked(request, watch)
            return self._decided(request) if isinstance(request, Decide) else self._proposed(request)
        except UserError as error:
            return Failed(tuple(self._problems(error)))
        except RecursionError:
            return Failed((Problem(None, 0, "the input is nested too deeply to be read"),))
        except Exception as error:
            return Failed((Problem(None, 0, isolation.reason(error)),), isolation.trace(error))

    def _checked(self, request: Check, watch: Callable[[int, int], None]) -> Checked:
        corpus = corpus_of(self._paths()).with_unsaved(request.texts)
        kept = Cache(folder())
        try:
            with using(corpus.language):
                report = pipeline.check(corpus, None, Resources(kept, corpus.jobs, watch, self._known))
                found = _Shown(report, corpus, self._named, self._encoding).all(possible=request.possible)
        finally:
            kept.close()
        self._corpus, self._report = corpus, report
        trouble = () if kept.trouble is None else (f"the cache cannot be used in full: {kept.trouble}",)
        return Checked(**found, log=(*trouble, *_log(report)))  # type: ignore[arg-type]

    def _paths(self) -> tuple[str, ...]:
        """What is given to check: nothing where the configuration names the sources, else the folder as it is."""
        settings = configuration.find(self._real)
        return () if settings is not None and (settings.sources or settings.registry) else (".",)

    def _named(self, file: Path) -> str:
        """A file as the editor names it: below the folder that it opened, whatever links lead there."""
        whole = Path(os.path.normpath(self._real / file))
        return str(self._folder / whole.relative_to(self._real) if whole.is_relative_to(self._real) else whole)

    def _decided(self, request: Decide) -> Written:
        corpus, report, finding = self._found(request.fingerprint)
        made = review.decide(finding, _claims(report), request.verdict, by=person(), on=_today().isoformat())
        old = session.superseded(report.rulings_on(finding.fingerprint))
        changes = decisions_file.keep(_decisions(corpus), [made], old, corpus.schemas)
        return Written(tuple(self._named(change.path) for change in changes))

    def _proposed(self, request: Waive) -> Proposed:
        corpus, report, finding = self._found(request.fingerprint)
        today = _today()
        made = review.decide(
            finding,
            _claims(report),
            "waived",
            by=person(),
            on=today.isoformat(),
            reason=request.reason,
            expires=(today + WAIVED_FOR).isoformat(),
        )
        old = session.superseded(report.rulings_on(finding.fingerprint))
        changes = decisions_file.keep(_decisions(corpus), [made], old, corpus.schemas, dry_run=True)
        change = next(change for change in changes if change.after is not None and request.reason in change.after)
        after = change.after or ""
        at = after.index(request.reason)
        blank = TextPositions(after, self._encoding).span(at, at + len(request.reason))
        return Proposed(self._named(change.path), change.before, after, blank)

    def _found(self, fingerprint: str) -> tuple[Corpus, Report, Finding]:
        if self._corpus is None or self._report is None:
            raise UserError("the folder is not checked yet", remedy="try again")
        return self._corpus, self._report, review.finding_of(self._report.findings, fingerprint)

    def _problems(self, error: UserError) -> Iterable[Problem]:
        """An error with its notes, each at its place as far as that is in a file that is there."""
        file, line = self._place(error.where)
        yield Problem(file or self._configuration(), line, str(error))
        for note in error.notes:
            match = _NOTE.fullmatch(note)
            file, line = self._place(f"{match[1]}:{match[2]}") if match is not None else (None, 0)
            yield Problem(file or self._configuration(), line, note)

    def _place(self, where: str) -> tuple[str | None, int]:
        match = _PLACE.fullmatch(where)
        for name, line in ([(match[1], int(match[2]))] if match is not None else []) + [(where, 1)]:
            if name and Path(name).is_file():
                return self._named(Path(name)), line - 1
        return None, 0

    def _configuration(self) -> str | None:
        """The file that configures the folder, as far as it can be told while something is wrong with it."""
        for place in (self._real, *self._real.parents):
            for name in (configuration.YAML_NAME, configuration.TOML_NAME):
                if (place / name).is_file() and (name == configuration.YAML_NAME or _configures(place / name)):
                    return self._named(place / name)
        return None


def _configures(file: Path) -> bool:
    try:
        return f"[tool.{configuration.location.TABLE}" in file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _decisions(corpus: Corpus) -> Path:
    if corpus.decisions is None:
        raise UserError("no configuration, so no folder for decisions", remedy="make one: check-claims init")
    return corpus.decisions


def _claims(report: Report) -> dict[str, Claim]:
    return {claim.id: claim for claim in report.quoted}


def _today() -> datetime.date:
    return datetime.date.today()


def _log(report: Report) -> Iterable[str]:
    """A line for each source that was not checked, and one for each rule."""
    for missed in report.not_checked:
        about = ", ".join(filter(None, (missed.source, f"rule {missed.rule}" if missed.rule else None)))
        yield f"not checked: {about}: {missed.reason}" + (f"\n{missed.trace}" if missed.trace else "")


class _Shown:
    """What an editor shows of one report."""

    def __init__(self, report: Report, corpus: Corpus, named: Callable[[Path], str], encoding: Encoding) -> None:
        self.report = report
        self.corpus = corpus
        self.named = named
        self.encoding = encoding
        self.files = {given.source.id: named(given.file) for given in corpus.inputs if given.file is not None}
        self.claims = {claim.id: claim for claim in report.quoted}
        self.index = Index({checked.source.id: checked.source for checked in report.sources}, self.claims)
        self.texts = dict(report.texts)
        self.positions: dict[str, TextPositions] = {}

    def all(self, *, possible: bool) -> dict[str, object]:
        """The parts of the answer to a check."""
        open_ = [f for f in self.report.findings if f.relation == "conflict" and f.status == "open"]
        placed = [f for f in open_ if any(claim in self.claims for claim in f.claims)]
        conflicts = [self.conflict(f, f.severity) for f in placed]
        conflicts += [self.conflict(f, "possible") for f in self.report.possible if possible]
        return {
            "stated": {claim.id: self.stated(claim) for claim in self.claims.values()},
            "facts": tuple(self.facts()),
            "conflicts": tuple(conflicts),
            "remarks": (*map(self.bare, (f for f in open_ if f not in placed)), *self.unchecked()),
            "links": _links([conflict.rule for conflict in conflicts], self.named),
            "decides": self.corpus.decisions is not None,
        }

    def stated(self, claim: Claim) -> Stated:
        source = self.index.sources.get(claim.source)
        in_text = source is not None and not source.extracted and claim.source in self.texts
        label = attribute_label(claim)
        return Stated(
            self.files.get(claim.source),
            self.at(claim.source).span(claim.value.start, claim.value.end) if in_text else TOP,
            in_text and claim.source in self.files,
            label_of(claim, self.index),
            f"{claim.subject_name}, {label}" if claim.subject_name else label,
            claim.value,
            claim.evidence.quote,
            claim.value.start - claim.evidence.start,
        )

    def at(self, source: str) -> TextPositions:
        """The places of a source's text, laid out once."""
        if source not in self.positions:
            self.positions[source] = TextPositions(self.texts[source], self.encoding)
        return self.positions[source]

    def facts(self) -> Iterable[KnownFact]:
        for fact in self.report.facts:
            groups = [self.index.claims_of(position) for position in fact.positions]
            held = tuple(
                Held(position.value, position.claims)
                for position in map(finding_builder.position, filter(None, groups))
            )
            if held:
                yield KnownFact(self.stated(self.claims[held[0].claims[0]]).about, held)

    def conflict(self, finding: Finding, grade: Grade) -> Conflict:
        positions = tuple(Held(p.value, p.claims) for p in finding.positions)
        named = {claim for held in positions for claim in held.claims}
        others = tuple(claim for claim in finding.claims if claim not in named)
        why = reason_of(finding)
        return Conflict(
            finding.rule,
            grade,
            finding.fingerprint,
            finding.message,
            why,
            positions,
            others,
            finding.kind in RIVALS,
        )

    def bare(self, finding: Finding) -> Remark:
        """A finding that is about no claim, at the line that it is about, else at the configuration."""
        source, line = finding.about or ("", 0)
        file = self.files.get(source)
        configured = self.corpus.configuration
        if file is None and configured is not None:
            file, line = self.named(configured), 0
        remedy = reason_of(finding)
        message = f"{finding.message}; {remedy}" if remedy else finding.message
        return Remark(file, max(0, line - 1), finding.severity, finding.rule, message)

    def unchecked(self) -> Iterable[Remark]:
        """A remark on each file that was not checked in full."""
        for missed in self.report.not_checked:
            file = self.files.get(missed.source or "")
            if file is not None:
                rule = f" by rule {missed.rule}" if missed.rule else ""
                yield Remark(file, 0, "warning", _NOT_CHECKED, f"not checked{rule}: {missed.reason}")


@cache
def _shipped() -> dict[str, str]:
    """By rule that ships with the tool the address of its description: its heading in the documentation of a checkout,
    else its entry in the rules file."""
    package = Path(rules.__file__).parent.parent
    page = package.parent / "docs" / "rules.md"
    found = {}
    for file in sorted((package / "rules").glob("*.yaml")):
        for number, line in enumerate(files.read_text(file, "utf-8").splitlines(), 1):
            match = _RULE.fullmatch(line)
            if match is not None:
                found[match[1]] = f"{page.as_uri()}#{match[1]}" if page.is_file() else f"{file.as_uri()}#L{number}"
    return found


def _links(named: Iterable[str], shown: Callable[[Path], str]) -> dict[str, str]:
    """By rule the address of its description: of one that ships with the tool as above, else its entry in its file."""
    wanted = frozenset(named)
    if not wanted:
        return {}
    found = {rule: link for rule, link in _shipped().items() if rule in wanted}
    for rule, place in places_of().items():
        match = _PLACE.fullmatch(place)
        if match is not None and rule in wanted:
            found[rule] = f"{Path(shown(Path(match[1]))).as_uri()}#L{match[2]}"
    return found
