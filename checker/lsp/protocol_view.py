"""Puts what a check found into the protocol's words: diagnostics, hovers, places and code actions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types
from pygls.uris import from_fs_path

from checker.lsp.folder_view import FolderView, Taking, still_there
from checker.lsp.messages import Conflict, Grade, Held, Problem, Remark, Stated
from checker.lsp.positions import Span, TextPositions
from checker.lsp.replacement import in_place_of
from checker.reports.terminal import safe

SOURCE = "check-claims"
DECIDE = "check-claims.decide"
IGNORE = "check-claims.ignore"
SHOW = "check-claims.show"
CONFIGURATION = "configuration"
_SEVERITIES: dict[Grade, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
    "possible": types.DiagnosticSeverity.Hint,
}
_COMMENTED = (".md", ".markdown")
"""Documents in which a comment may waive a conflict, and whose text is read in place."""
_MOST_RELATED = 20
_LONGEST_QUOTE = 300
_MARKUP = re.compile(r"([\\`*_\[\]<>~|$])")


@dataclass(frozen=True, slots=True)
class Editor:
    """What the editor can do, as far as it matters here."""

    related: bool = False
    """Shows further places of a diagnostic."""
    markdown: bool = False
    """Shows hovers in Markdown."""
    changes: bool = False
    """Takes edits of documents of one version."""


def uri_of(file: str) -> str:
    """The address of a file."""
    return from_fs_path(file) or ""


def range_of(span: Span) -> types.Range:
    """A stretch in the protocol's words."""
    return types.Range(types.Position(span.line, span.character), types.Position(span.end_line, span.end_character))


def location_of(stated: Stated) -> types.Location:
    """Where a claim stands; the top of its file where that is no text."""
    return types.Location(uri_of(stated.file or ""), range_of(stated.span))


def diagnostics(view: FolderView, editor: Editor) -> dict[str, list[types.Diagnostic]]:
    """By file what is open in it, in the order of the text."""
    found: dict[str, list[types.Diagnostic]] = {
        file: [_diagnostic(taking, view, editor) for taking in takings] for file, takings in view.takings.items()
    }
    for remark in view.checked.remarks:
        if remark.file is not None:
            found.setdefault(remark.file, []).append(_remark(remark))
    for listed in found.values():
        listed.sort(key=lambda d: (d.range.start.line, d.range.start.character, str(d.code), d.message))
    return found


def problem_diagnostic(problem: Problem) -> types.Diagnostic:
    """What is wrong with the configuration, at its line."""
    return types.Diagnostic(
        _whole_line(problem.line),
        safe(problem.message),
        severity=types.DiagnosticSeverity.Error,
        code=CONFIGURATION,
        source=SOURCE,
    )


def _whole_line(line: int) -> types.Range:
    """A line without its end: the protocol cuts what is behind it."""
    return types.Range(types.Position(line, 0), types.Position(line, 2**31 - 1))


def _remark(remark: Remark) -> types.Diagnostic:
    return types.Diagnostic(
        _whole_line(remark.line),
        safe(remark.message),
        severity=_SEVERITIES[remark.grade],
        code=remark.rule,
        source=SOURCE,
    )


def _diagnostic(taking: Taking, view: FolderView, editor: Editor) -> types.Diagnostic:
    conflict, stated = taking.conflict, view.checked.stated[taking.claim]
    others = [place for place in view.places(conflict.claims) if _place_of(place) != _place_of(stated)]
    lines = [safe(conflict.message)]
    lines += [_said(place) for place in others if not (editor.related and place.in_text)][:_MOST_RELATED]
    if conflict.why:
        lines.append(f"why: {safe(conflict.why)}")
    link = view.checked.links.get(conflict.rule)
    return types.Diagnostic(
        range_of(stated.span),
        "\n".join(lines),
        severity=_SEVERITIES[conflict.grade],
        code=conflict.rule,
        code_description=types.CodeDescription(link) if link else None,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(location_of(place), _said(place)) for place in others[:_MOST_RELATED]
        ]
        if editor.related
        else None,
        data={"key": conflict.fingerprint, "claim": taking.claim},
    )


def _place_of(stated: Stated) -> tuple[object, ...]:
    """What tells two places apart; those in a file that is no text by their words."""
    return stated.file, stated.span, "" if stated.in_text else stated.where


def _said(stated: Stated) -> str:
    return f"{safe(_cut(stated.where))}: {safe(stated.value.text)}"


def hover(view: FolderView, names: Sequence[str], editor: Editor) -> types.Hover | None:
    """What claims at one place state, what else states it, and what conflicts."""
    if not names:
        return None
    plain = _Markdown(view) if editor.markdown else _Plain(view)
    lines: list[str] = []
    conflicts = view.conflicts_of(names)
    told = {claim for conflict in conflicts for claim in conflict.claims}
    facts = [fact for fact in view.facts_of(names) if not told.issuperset(fact.claims)]
    for conflict in conflicts:
        lines += [*plain.conflict(conflict), ""]
    for fact in facts:
        lines += [*plain.heading(fact.about), *plain.positions(fact.positions, set(names)), ""]
    if not lines:
        for name in names:
            stated = view.checked.stated[name]
            lines += [*plain.heading(stated.about), *plain.alone(stated), ""]
    kind = types.MarkupKind.Markdown if editor.markdown else types.MarkupKind.PlainText
    span = view.checked.stated[names[0]].span
    return types.Hover(types.MarkupContent(kind, "\n".join(lines).strip()), range_of(span))


class _Plain:
    """A hover as plain text."""

    def __init__(self, view: FolderView) -> None:
        self.view = view

    def text(self, text: str) -> str:
        return safe(text)

    def strong(self, text: str) -> str:
        return self.text(text)

    def item(self, text: str) -> str:
        return f"- {text}"

    def place(self, stated: Stated) -> str:
        return self.text(stated.where)

    def heading(self, text: str) -> list[str]:
        return [self.strong(text), ""]

    def conflict(self, conflict: Conflict) -> list[str]:
        head = f"{conflict.grade} {conflict.rule} {conflict.fingerprint[:8]}: {conflict.message}"
        lines = [self.strong(head), "", *self.positions(conflict.positions, set())]
        lines += [self.item(self.quoted(stated)) for stated in self.view.places(conflict.others)]
        return [*lines, "", self.text(f"why: {conflict.why}")] if conflict.why else lines

    def positions(self, positions: Iterable[Held], here: set[str]) -> list[str]:
        lines = []
        for held in positions:
            places = list(self.view.places(held.claims))
            shown = places[:_MOST_RELATED]
            lines += [self.item(f"{self.strong(held.value)}, {self.quoted(stated)}") for stated in shown]
            if len(places) > _MOST_RELATED:
                lines.append(self.item(self.text(f"{held.value}, in {len(places) - _MOST_RELATED} more places")))
        return lines

    def quoted(self, stated: Stated) -> str:
        return f"{self.place(stated)}: {self.text(_cut(stated.quote))}"

    def alone(self, stated: Stated) -> list[str]:
        return [self.item(f"{self.strong(stated.value.text)}, {self.text('stated here alone')}")]


class _Markdown(_Plain):
    """A hover as Markdown; nothing in a document is taken for markup."""

    def text(self, text: str) -> str:
        return _MARKUP.sub(r"\\\1", safe(text)).replace("&", "&amp;")

    def strong(self, text: str) -> str:
        return f"**{self.text(text)}**"

    def place(self, stated: Stated) -> str:
        line = f"#L{stated.span.line + 1}" if stated.in_text else ""
        return f"[{self.text(stated.where)}](<{uri_of(stated.file or '')}{line}>)"


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()}..."


def other_places(view: FolderView, names: Sequence[str]) -> list[types.Location]:
    """Where else a fact is stated: where it conflicts, or where it is the same if it conflicts nowhere."""
    conflicts = view.conflicts_of(names)
    own = {(s.file, s.span) for s in (view.checked.stated[name] for name in names)}
    claims = [claim for conflict in conflicts for claim in conflict.claims]
    if not claims:
        claims = [c for fact in view.facts_of(names) for held in fact.positions for c in held.claims]
    return [location_of(s) for s in view.places(claims) if (s.file, s.span) not in own]


def all_places(view: FolderView, names: Sequence[str]) -> list[types.Location]:
    """Every place of the facts and conflicts of some claims."""
    claims = [claim for conflict in view.conflicts_of(names) for claim in conflict.claims]
    claims += [c for fact in view.facts_of(names) for held in fact.positions for c in held.claims]
    return [location_of(stated) for stated in view.places([*names, *claims])]


@dataclass(frozen=True, slots=True)
class Document:
    """An open document: its file, its address and version as the editor has them, and its text."""

    file: str
    uri: str
    version: int | None
    text: TextPositions


def actions(
    view: FolderView, folder: str, document: Document, span: Span, editor: Editor
) -> Iterator[types.CodeAction]:
    """What may be done about the conflicts at a stretch of a document, each action once."""
    for taking in view.takings.get(document.file, ()):
        stated = view.checked.stated[taking.claim]
        if stated.span.meets(span) and (not stated.in_text or still_there(stated, document.text)):
            about = [_diagnostic(taking, view, editor)]
            if stated.in_text:
                yield from _replacements(taking, stated, view, document, editor, about)
            if taking.conflict.grade != "possible":
                yield from _ignoring(taking.conflict, stated, view, folder, document, editor, about)
                if view.checked.decides:
                    yield from _decisions(taking.conflict, folder, about)


def _replacements(
    taking: Taking,
    stated: Stated,
    view: FolderView,
    document: Document,
    editor: Editor,
    about: list[types.Diagnostic],
) -> Iterator[types.CodeAction]:
    """The value of each other position in place of this one, where it can be written in the style of these words."""
    if taking.position is None or not taking.conflict.rivals:
        return
    seen: set[str] = set()
    for held in taking.conflict.positions:
        for claim in held.claims if held is not taking.position else ():
            other = view.checked.stated.get(claim)
            words = in_place_of(stated.value, other.value, stated.quote, stated.at) if other is not None else None
            if other is not None and words is not None and words not in seen:
                seen.add(words)
                edit = types.TextEdit(range_of(stated.span), words)
                yield types.CodeAction(
                    f"Replace by {safe(words)} ({safe(other.where)})",
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=about,
                    edit=edited(document.uri, document.version, edit, editor),
                )


def _ignoring(
    conflict: Conflict,
    stated: Stated,
    view: FolderView,
    folder: str,
    document: Document,
    editor: Editor,
    about: list[types.Diagnostic],
) -> Iterator[types.CodeAction]:
    """A comment above the paragraph whose reason is to be written, or a waiver among the decisions."""
    line = _comment_line(document, stated) if stated.in_text else None
    if line is not None:
        before, after = f"<!-- check-claims: ignore {conflict.rule} ", " -->"
        ending = "\r\n" if "\r\n" in document.text.text else "\n"
        at = types.Position(line, 0)
        cursor = Span(line, len(before), line, len(before))
        yield types.CodeAction(
            f"Ignore {conflict.rule} here: write the reason",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=about,
            edit=edited(
                document.uri, document.version, types.TextEdit(types.Range(at, at), before + after + ending), editor
            ),
            command=types.Command("Show", SHOW, arguments=[document.uri, *_numbers(cursor)]),
        )
    elif view.checked.decides:
        yield _command(
            f"Ignore {conflict.rule} for 90 days: write the reason", IGNORE, [folder, conflict.fingerprint], about
        )


def _comment_line(document: Document, stated: Stated) -> int | None:
    """Where a comment covers a place: the first line of its paragraph, list or table. None where none may stand."""
    if not document.file.lower().endswith(_COMMENTED):
        return None
    line = stated.span.line
    while line > 0 and (document.text.line_text(line - 1) or "").strip():
        line -= 1
    first = (document.text.line_text(line) or "").strip()
    return None if line == 0 and first in ("---", "+++") else line


def _decisions(conflict: Conflict, folder: str, about: list[types.Diagnostic]) -> Iterator[types.CodeAction]:
    for number, held in enumerate(conflict.positions, 1):
        if len(conflict.positions) > 1:
            arguments = [folder, conflict.fingerprint, str(number)]
            yield _command(f"Decide: {safe(held.value)} is right", DECIDE, arguments, about)
    yield _command(
        "Decide: read wrongly, no conflict", DECIDE, [folder, conflict.fingerprint, "extraction-error"], about
    )


def _command(title: str, name: str, arguments: list[str], about: list[types.Diagnostic]) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        command=types.Command(title, name, arguments=list(arguments)),
    )


def _numbers(span: Span) -> list[int]:
    return [span.line, span.character, span.end_line, span.end_character]


def edited(uri: str, version: int | None, edit: types.TextEdit, editor: Editor) -> types.WorkspaceEdit:
    """One edit of one document: of this version of it, where the editor knows such."""
    if not editor.changes:
        return types.WorkspaceEdit(changes={uri: [edit]})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [edit])])
