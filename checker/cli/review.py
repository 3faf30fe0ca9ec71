"""The command ``review``: decide open conflicts at the terminal, one screen each."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import INTERRUPTED, output, pager, parts
from checker.cli.arguments import color_option
from checker.cli.decide import person, right_of, write
from checker.cli.editor_command import command_of
from checker.model.user_error import Unreadable, UserError
from checker.reports.terminal import Look, columns, safe, wrap

if TYPE_CHECKING:
    from checker.corpus import Corpus
    from checker.extraction import Resources
    from checker.model.claim import Claim
    from checker.model.finding import Finding
    from checker.model.report import Report
    from checker.review import Policy
    from checker.review.session import Session

_LEAST_HEIGHT = 16
_KEYS = (
    "f fix",
    "b both",
    "x both wrong",
    "n not one fact",
    "e misread",
    "w waive",
    "s skip",
    "u undo",
    "o open",
    "? explain",
    "q quit",
)
_END = ("q", "\x04", "\x03")
_ESCAPE = "\x1b"
_NAMES = {
    _ESCAPE: "Esc",
    "\t": "Tab",
    "\r": "Enter",
    "\n": "Enter",
    " ": "Space",
    "\x7f": "Backspace",
    "\x1b[a": "Up",
    "\x1b[b": "Down",
    "\x1b[c": "Right",
    "\x1b[d": "Left",
    "\x1boa": "Up",
    "\x1bob": "Down",
    "\x1boc": "Right",
    "\x1bod": "Left",
}
"""What people call keys that print nothing."""
_ESCAPE_ENDS = tuple(rf'"\e{end}": "\C-a\C-k\C-v\e\C-m"' for end in (r"\C-m", r"\C-j"))
"""Esc and then Enter empties the line, and ends it with a mark that nobody types."""
_MOST_MESSAGE = 3
_MOST_SUMMARY = 8
_TWO = 2


@click.command(short_help="Decide open conflicts at the terminal, one screen each.")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Only conflicts of this rule; may be repeated.")
@click.option("--subject", metavar="TEXT", help="Only conflicts about a subject whose name contains TEXT.")
@click.option("--severity", type=click.Choice(["error", "warning", "info"]), help="Only conflicts of this severity.")
@click.option("--source", metavar="ID", help="Only conflicts that involve this source.")
@click.option("--plain", is_flag=True, help="Plain lines instead of full screens; Enter ends an answer.")
@click.option("--by", metavar="NAME", help="Who makes the decision.  [default: the user's name]")
@color_option
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Use DATE (2031-05-17) as today.")
def review(
    rules: tuple[str, ...],
    subject: str | None,
    severity: str | None,
    source: str | None,
    plain: bool,
    by: str | None,
    color: str,
    today: datetime.datetime | None,
) -> int:
    """Show each open conflict and keep what you say of it, answer by answer.

    \b
      1 2 ...  the side of that number is right     s  skip for now
      f        fix: correct the documents           u  undo the last answer
      b        both are right, under a scope        o  open in $EDITOR
      x        both are wrong: correct them         ?  explain everything
      n        they are not the same fact           q  quit
      e        the text was read wrongly
      w        waive for a while, with a reason

    Esc, then Enter, leaves a question.
    f shows a patch of the documents that state another value than the right one, and writes it if you agree.
    Decisions that end within two weeks come up again. Where there is no terminal, the decide commands are listed.
    """
    corpus = parts.corpus.corpus_of(())
    if corpus.decisions is None:
        raise UserError("no configuration, so no folder for decisions", remedy="make one: check-claims init")
    day = (today or datetime.datetime.now()).date()
    with parts.resources.resources_for(corpus) as resources:
        policy = parts.pipeline.policy_of(corpus, day.isoformat(), corpus.baseline)
        report = parts.pipeline.check(corpus, policy, resources)
        resources = replace(resources, watch=None)

        def waiting_in(report: Report) -> list[Finding]:
            """The conflicts to review in a report, as the options choose them."""
            soon = (day + datetime.timedelta(parts.session.SOON)).isoformat()
            waiting = parts.session.queue(report, day.isoformat(), soon)
            return [f for f in waiting if _wanted(f, report, rules, subject, severity, source)]

        chosen = waiting_in(report)
        if not chosen:
            output.say(_nothing(report, bool(rules or subject or severity or source)))
            return 0
        if not sys.stdin.isatty() or not sys.stdout.isatty():
            output.say("".join(_command(finding) for finding in chosen))
            return 0
        session = parts.session.Session(corpus.decisions, chosen, corpus.schemas)
        look = Look(width=output.width(), color=not plain and output.colored(color), unicode=output.has_unicode())
        work = _Work(corpus, policy, resources, waiting_in)
        return _Screens(session, report, work, look, plain, by or person(), day.isoformat()).run()


def _nothing(report: Report, filtered: bool) -> str:
    """That there is nothing to review, and what is left to be done all the same."""
    wrong = len(parts.session.to_correct(report))
    left = f"{wrong} decided as both wrong {'stays' if wrong == 1 else 'stay'} open: correct the documents.\n"
    return f"Nothing to review: no open conflict{' of these' if filtered else ''}.\n" + (left if wrong else "")


def _wanted(
    finding: Finding,
    report: Report,
    rules: tuple[str, ...],
    subject: str | None,
    severity: str | None,
    source: str | None,
) -> bool:
    inside = set(finding.claims)
    claims = [claim for claim in report.quoted if claim.id in inside]
    return (
        (not rules or finding.rule in rules)
        and (severity is None or finding.severity == severity)
        and (source is None or any(claim.source == source for claim in claims))
        and (subject is None or any(subject.casefold() in claim.subject_name.casefold() for claim in claims))
    )


def _command(finding: Finding) -> str:
    """What decides a conflict without a terminal, under a line that says what it is about."""
    return f"# {safe(finding.message)}\ncheck-claims decide {finding.fingerprint[:8]} --verdict VERDICT\n"


@dataclass(frozen=True, slots=True)
class _Work:
    """What a correction is worked out with."""

    corpus: Corpus
    policy: Policy
    resources: Resources
    waiting_in: Callable[[Report], list[Finding]]


class _Screens:
    """The loop: a screen, a key, an answer that is kept at once."""

    def __init__(
        self, session: Session, report: Report, work: _Work, look: Look, plain: bool, by: str, day: str
    ) -> None:
        self.session, self.report, self.work, self.corpus, self.look = session, report, work, work.corpus, look
        self.plain, self.by, self.day = plain, by, day
        self.claims = {claim.id: claim for claim in report.quoted}
        self.message = ""

    def run(self) -> int:
        """Go through the conflicts; 0, or 130 where Ctrl-C ended it. Every answer given is kept either way."""
        code = 0
        while (finding := self.session.current) is not None:
            self._show(finding)
            try:
                key = self._key()
                if key in _END:
                    code = INTERRUPTED if key == "\x03" else 0
                    break
                self._take(key, finding)
            except EOFError:
                break
            except (KeyboardInterrupt, click.Abort):
                code = INTERRUPTED
                break
        output.say(self._end())
        return code

    def _end(self) -> str:
        """What was done, where it is kept, and how much is left."""
        decided, wrong, corrected = self.session.decided, self.session.both_wrong, self.session.corrected
        left = len(self.session.findings) - decided + wrong
        kept = f", saved in {safe(self.corpus.shown(self.session.folder))}/" if decided else ""
        said = [f"{decided} decided{kept}."]
        said += [f"{corrected} corrected in the documents."] if corrected else []
        said += [f"{left} left open" + (f", {wrong} of them both wrong: correct them." if wrong else ".")]
        said = said if left else [*said[:-1], "None left open."]
        lines = [line for text in (safe(self.message), " ".join(said)) for line in wrap(text, self.look.width)]
        return "".join(f"{line}\n" for line in ("", *lines))

    def _show(self, finding: Finding) -> None:
        height = max(_LEAST_HEIGHT, shutil.get_terminal_size((80, 24)).lines) if not self.plain else 60
        keys = self._keys(finding)
        message = wrap(safe(self.message), self.look.width)[:_MOST_MESSAGE]
        lines = parts.reports_review_screen.screen(
            finding,
            self.report,
            self.look,
            place=(self.session.at + 1, len(self.session.findings)),
            height=height - len(keys) - 2 - max(1, len(message)),
            badges=parts.reports_review_screen.badges(self.report.rulings_on(finding.fingerprint)),
        )
        if not self.plain:
            click.clear()
        painted = [self.look.paint("good", line) for line in message]
        output.say("\n".join([*lines, "", *keys, *painted]) + "\n")
        self.message = ""

    def _keys(self, finding: Finding) -> list[str]:
        """The keys and what they mean, none cut from its meaning at a line's end."""
        lines = [""]
        for part in (f"{_sides(finding)} is right", *_KEYS):
            if lines[-1] and len(lines[-1]) + len(part) + 3 > self.look.width:
                lines.append("")
            lines[-1] += f"   {part}" if lines[-1] else part
        return [self.look.paint("quiet", line) for line in lines]

    def _key(self) -> str:
        if self.plain:
            message = self._ask("Answer (Enter skips)").lower() or "s"
            return message if message.isdecimal() else message[:1]
        key = click.getchar().lower()
        if not key:
            raise EOFError
        return "\x03" if "\x03" in key else key

    def _take(self, key: str, finding: Finding) -> None:
        try:
            if key == "s":
                self.session.skip()
            elif key == "u":
                self.message = "Undone." if self.session.undo() else "Nothing to undo."
            elif key == "?":
                self._explain(finding)
            elif key == "o":
                self._open(finding)
            elif key.isdecimal():
                self._decide(finding, key)
            elif key == "b":
                self._decide(finding, "both", scope=self._needed("Both are right: what makes both true"))
            elif key == "e":
                self._decide(finding, "extraction-error", reason=self._ask("What was misread (Enter: no comment)"))
            elif key == "f":
                self._fix(finding)
            elif key == "x":
                why = self._ask("Both are wrong: what is right, or where does it stand (Enter: no comment)")
                self._decide(finding, "both-wrong", reason=why)
            elif key == "n":
                why = self._ask("Not the same fact: what is each of (Enter: no comment)")
                self._decide(finding, "not-same-fact", reason=why)
            elif key == "w":
                why = self._needed("Reason for the waiver")
                self._decide(finding, "waived", reason=why, expires=self._last_day())
            else:
                letters = " ".join((_sides(finding), *(part.split()[0] for part in _KEYS)))
                self.message = f"No such key: {_name_of(key)}. The keys are {letters}"
        except UserError as failure:
            # A remedy speaks of options, which there are none of here.
            self.message = f"{failure.what}. Nothing was saved."

    def _decide(
        self,
        finding: Finding,
        verdict: str,
        scope: str | None = None,
        reason: str | None = None,
        expires: str | None = None,
    ) -> None:
        decision = parts.review.decide(
            finding, self.claims, verdict, by=self.by, on=self.day, reason=reason, scope=scope, expires=expires
        )
        self.session.answer(decision, self.report.rulings_on(finding.fingerprint))
        stays = "; it stays open until it is corrected" if decision.verdict == "both-wrong" else ""
        self.message = f"Saved {finding.fingerprint[:8]}: {decision.verdict}{stays}. Press u to undo."

    def _fix(self, finding: Finding) -> None:
        """Show how the documents would be corrected, and write it where the answer is y."""
        right = self._right(finding)
        choice = parts.correcting.Choice(finding, right)
        if not self.plain:
            output.say("Working out the correction, and checking it ...\n")
        corpus, policy, resources = self.corpus, self.work.policy, self.work.resources
        correction = parts.correcting.corrected([choice], self.report, corpus, policy, resources)
        shown = parts.correction_shown
        lines = [*shown.patch_lines(correction, color=self.look.color), "", *shown.summary_lines(correction)]
        self._preview(lines)
        if self._ask("Write this? y writes it, Enter does not").lower() not in ("y", "yes"):
            self.message = "Nothing was written."
            return
        before = self.report
        changes = write(correction, [finding], self.report, corpus)

        def take_back() -> None:
            parts.corrections.take_back(correction)
            parts.decisions_file.take_back(self.session.folder, changes)
            self._take_in(before)

        self._take_in(correction.report)
        self.session.correct(self.work.waiting_in(correction.report), take_back)
        names = ", ".join(patch.shown for patch in correction.patches)
        left = "; ".join(str(one) for one in correction.by_hand)
        self.message = f"Wrote {names}. Press u to undo." + (f" Left to you: {left}" if left else "")

    def _right(self, finding: Finding) -> int:
        """The position, from 0, that is right: by the decision that there is, else asked for."""
        try:
            return right_of(finding, self.report, None)
        except UserError:
            count = len(finding.positions)
            answer = self._needed(f"Which is right, {_sides(finding)}") if count > 1 else "1"
            return parts.review.right_position(finding, answer)

    def _preview(self, lines: list[str]) -> None:
        """A patch on a screen of its own; in the pager where it is longer."""
        width, height = shutil.get_terminal_size((80, 24))
        rows = sum(max(1, -(-columns(click.unstyle(line)) // width)) for line in lines)
        text = "\n".join(lines) + "\n"
        if self.plain:
            output.say(text)
            return
        click.clear()
        if rows > height - 2:
            pager.show(text, color=self.look.color)
            click.clear()
            output.say("\n".join(lines[-(height - _MOST_MESSAGE) :][-_MOST_SUMMARY:]) + "\n")
        else:
            output.say(text)

    def _take_in(self, report: Report) -> None:
        """Go on with what another check says."""
        self.report = report
        self.claims = {claim.id: claim for claim in report.quoted}

    def _ask(self, question: str) -> str:
        """The line that was typed; raises EOFError at the end of input, and UserError where Esc was."""
        import readline  # its keys edit the line

        for keys in _ESCAPE_ENDS:
            readline.parse_and_bind(keys)
        message = input(f"{question}: ").strip()
        if _ESCAPE in message:
            raise UserError("Left with Esc")
        return message

    def _needed(self, question: str) -> str:
        """The line that was typed; UserError for an empty one."""
        message = self._ask(f"{question} (Enter: leave it open)")
        if not message:
            raise UserError("No answer")
        return message

    def _last_day(self) -> str:
        """The last day of a waiver, ISO: asked for again until it is one."""
        today = datetime.date.fromisoformat(self.day)
        while True:
            message = self._needed(f"Last day, such as {today + datetime.timedelta(30)}, or days from today")
            try:
                if message.isdecimal() and len(message) < 5:
                    return (today + datetime.timedelta(int(message))).isoformat()
                day = datetime.date.fromisoformat(message)
            except ValueError:
                output.say(f"{safe(message)} is no day.\n")
                continue
            if day >= today:
                return day.isoformat()
            output.say(f"{day} is over.\n")

    def _explain(self, finding: Finding) -> None:
        text = "\n".join(parts.explanation.finding_lines(finding, self.report, self.look)) + "\n"
        if self.plain:
            output.say(text)
        else:
            pager.show(text, color=self.look.color)

    def _open(self, finding: Finding) -> None:
        """Open the first claim's source in the editor, at its line."""
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        stated = [self.claims[claim] for claim in finding.claims if claim in self.claims]
        files = {given.source.id: given.file for given in self.corpus.inputs}
        if not editor or not stated or files.get(stated[0].source) is None:
            raise UserError("EDITOR is not set") if not editor else UserError("There is no file to open")
        claim, file = stated[0], Path(str(files[stated[0].source]))
        try:
            before = file.read_bytes()
            command = command_of(editor, file, self._line(claim, before, file.name))
        except Unreadable as failure:
            raise UserError(f"{file.name}: {failure.reason}, so open it in its own program") from failure
        except OSError as error:
            raise UserError(f"{file.name} cannot be read: {error.strerror}") from error
        try:
            with _interrupts_left_to_it():
                subprocess.run(command, check=False)
        except OSError as error:
            raise UserError(f"{command[0]} cannot be started: {error.strerror}", remedy="set EDITOR") from error
        if not file.is_file() or file.read_bytes() != before:
            self.message = f"{file.name} changed: start review again to see what it says now."

    def _line(self, claim: Claim, data: bytes, name: str) -> int:
        """The line of the file that a claim stands on, or is likeliest to."""
        sources = {checked.source.id: checked.source for checked in self.report.sources}
        text = dict(self.report.texts).get(claim.source, "")
        value = claim.value
        return parts.text_edits.place_in_file(data, sources[claim.source], text, value.start, value.end, name)


@contextmanager
def _interrupts_left_to_it() -> Iterator[None]:
    """Ctrl-C is for the program that has the terminal, and does not end the review."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _sides(finding: Finding) -> str:
    """The numbers of its positions: ``1/2``, ``1-3``."""
    count = len(finding.positions)
    return "1" if count < _TWO else "1/2" if count == _TWO else f"1-{min(9, count)}"


def _name_of(key: str) -> str:
    """What people call a key; of several at once the first."""
    if key in _NAMES:
        return _NAMES[key]
    return "a special key" if key.startswith(_ESCAPE) else safe(key)
