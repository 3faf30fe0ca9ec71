"""What an editor sees of conflicts: a real client, and the server in its own process."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from checker.lsp.folder_check import _shipped
from checker.review import decisions_file
from tests.lsp.conftest import GUIDE, LETTER
from tests.lsp.editor import ALL, NONE, Editor, edited, play

RULES = """extends: recommended
rules:
  - id: first-year
    kind: agreement
    attributes: [founded]
    why: A watch is founded once.
    examples:
      conflict:
        - [The Alder Mill was founded in 1820., The Alder Mill was founded in 1822.]
      agree:
        - [The Alder Mill was founded in 1820., The Alder Mill was founded in 1820.]
"""


def test_a_conflict_is_shown_in_both_documents_with_the_other_place(town: Path) -> None:
    guide, letter = town / "docs" / "guide.md", town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        (in_guide,) = await editor.diagnostics(guide)
        (in_letter,) = await editor.diagnostics(letter)
        assert in_guide.range == types.Range(types.Position(2, 33), types.Position(2, 37))
        assert in_letter.range == types.Range(types.Position(4, 33), types.Position(4, 37))
        assert in_guide.source == "check-claims"
        assert in_guide.severity == types.DiagnosticSeverity.Error
        assert in_guide.message.startswith(
            "The Harbour Watch was founded in 1894 or 1895: guide.md and letter.md disagree\nwhy: "
        )
        (other,) = in_guide.related_information or ()
        assert other.location == types.Location(letter.as_uri(), in_letter.range)
        assert other.message == "letter.md, line 5: 1895"
        assert isinstance(in_guide.data, dict) and isinstance(in_letter.data, dict)
        assert in_guide.data["key"] == in_letter.data["key"]
        assert in_guide.code_description is not None
        assert in_guide.code_description.href.endswith(f"docs/rules.md#{in_guide.code}")

    play(scene, town)


def test_hover_and_the_way_to_the_other_place(town: Path) -> None:
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(guide)
        editor.open(guide)
        shown = await editor.hover(guide, 2, 35)
        assert shown is not None
        assert "The Harbour Watch was founded" in shown
        assert f"**1895**, [letter.md, line 5](<{(town / 'docs' / 'letter.md').as_uri()}#L5>)" in shown
        alone = await editor.hover(guide, 2, GUIDE.splitlines()[2].index("312"))
        assert alone is not None and "stated here alone" in alone
        assert await editor.hover(guide, 0, 1) is None
        assert await editor.hover(guide, 99, 0) is None
        assert await editor.places(guide, 2, 35) == [("letter.md", 4, 33)]
        assert await editor.places(guide, 0, 0) == []

    play(scene, town)


def test_an_editor_that_can_do_little_is_told_everything_in_the_message(town: Path) -> None:
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(guide)
        assert found.related_information is None
        assert "letter.md, line 5: 1895" in found.message
        editor.open(guide)
        shown = await editor.hover(guide, 2, 35)
        assert shown is not None and "](" not in shown and "**" not in shown

    assert play(scene, town, able=NONE).progress == []


def test_what_is_written_is_checked_before_it_is_saved(town: Path) -> None:
    guide, letter = town / "docs" / "guide.md", town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(letter)
        editor.open(letter)
        editor.write(letter, LETTER.replace("1895", "1894"))
        await editor.clear(guide)
        await editor.clear(letter)
        editor.write(letter, "\n\n" + LETTER.replace("1895", "1896"))
        (found,) = await editor.diagnostics(letter)
        assert found.range.start == types.Position(6, 33)
        editor.close(letter)  # unsaved: the file still says 1895
        await editor.until(lambda: any("1895" in d.message for d in editor.found(guide)))

    play(scene, town)


def test_a_draft_of_an_earlier_day_is_checked_as_it_is_opened(town: Path) -> None:
    letter = town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(letter)
        editor.open(letter, LETTER.replace("1895", "1894"))
        await editor.clear(letter)

    play(scene, town)


def test_documents_may_be_checked_once_they_are_saved(town: Path) -> None:
    letter = town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(letter)
        editor.open(letter)
        editor.write(letter, LETTER.replace("1895", "1894"))
        editor.changed_outside(town / "check-claims.yaml")
        await editor.until(lambda: True)
        assert editor.found(letter)
        editor.save(letter, LETTER.replace("1895", "1894"))
        await editor.clear(letter)

    play(scene, town, options={"unsaved": False})


def test_a_file_that_changed_outside_is_checked(town: Path) -> None:
    letter = town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(letter)
        (watch,) = await editor.until(lambda: editor.watches)
        assert watch.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        letter.write_text(LETTER.replace("1895", "1894"), encoding="utf-8")
        editor.changed_outside(letter)
        await editor.clear(letter)

    play(scene, town)


def test_a_value_is_replaced_by_that_of_the_other_document(town: Path) -> None:
    letter = town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(letter)
        editor.open(letter)
        action = (await editor.actions(letter, found))["Replace by 1894 (guide.md, line 3)"]
        assert action.kind == types.CodeActionKind.QuickFix
        assert action.edit is not None
        (change,) = action.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit) and change.text_document.version == 1
        text = edited(LETTER, action.edit)
        assert text == LETTER.replace("1895", "1894")
        editor.save(letter, text)
        await editor.clear(letter)

    play(scene, town)


def test_no_value_is_replaced_that_has_moved_since(town: Path) -> None:
    letter = town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(letter)
        editor.open(letter)
        editor.write(letter, LETTER.replace("The Harbour", "  The Harbour"))
        assert await editor.actions(letter, found) == {}

    play(scene, town, options={"unsaved": False})


def test_a_conflict_is_decided(town: Path) -> None:
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(guide)
        editor.open(guide)
        actions = await editor.actions(guide, found)
        await editor.execute(actions["Decide: 1895 is right"])
        await editor.clear(guide)

    editor = play(scene, town)
    (decision,) = decisions_file.load(town / "rules" / "decisions")
    assert (decision.verdict, decision.by, decision.left[0].value) == ("right", "mara", "1894")
    assert len(editor.messages) == 1 and editor.messages[0].endswith(".yaml written")


def test_a_conflict_that_was_read_wrongly_is_decided(town: Path) -> None:
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(guide)
        editor.open(guide)
        await editor.execute((await editor.actions(guide, found))["Decide: read wrongly, no conflict"])
        await editor.clear(guide)

    play(scene, town)
    (decision,) = decisions_file.load(town / "rules" / "decisions")
    assert decision.verdict == "extraction-error"


def test_a_comment_waives_a_conflict_once_its_reason_is_written(town: Path) -> None:
    letter = town / "docs" / "letter.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(letter)
        editor.open(letter)
        action = (await editor.actions(letter, found))[f"Ignore {found.code} here: write the reason"]
        assert action.edit is not None
        text = edited(LETTER, action.edit)
        assert text.splitlines()[4] == f"<!-- check-claims: ignore {found.code}  -->"
        editor.write(letter, text)
        await editor.diagnostics(letter, str(found.code))
        (broken,) = await editor.until(lambda: [d for d in editor.found(letter) if "gives no reason" in d.message])
        assert broken.range.start.line == 4
        await editor.execute(action)
        (show,) = editor.shown
        assert show.uri == letter.as_uri() and show.selection is not None
        at = show.selection.start
        lines = text.splitlines()
        lines[at.line] = f"{lines[at.line][: at.character]}it counts from the charter{lines[at.line][at.character :]}"
        editor.write(letter, "\n".join(lines) + "\n")
        await editor.clear(letter)

    play(scene, town)


def test_a_document_without_comments_is_waived_among_the_decisions(town: Path) -> None:
    letter = town / "docs" / "letter.txt"
    (town / "docs" / "letter.md").rename(letter)

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(letter)
        editor.open(letter)
        await editor.execute(
            (await editor.actions(letter, found))[f"Ignore {found.code} for 90 days: write the reason"]
        )
        (edit,) = editor.edits
        create, change = edit.document_changes or ()
        assert isinstance(create, types.CreateFile) and isinstance(change, types.TextDocumentEdit)
        assert create.uri == change.text_document.uri
        written = edited("", edit)
        (show,) = editor.shown
        assert show.selection is not None
        line = written.splitlines()[show.selection.start.line]
        assert line[show.selection.start.character : show.selection.end.character] == "say why it may stay"
        assert not (town / "rules").exists()
        file = town / "rules" / "decisions" / create.uri.rpartition("/")[2]
        file.parent.mkdir(parents=True)
        file.write_text(written.replace("say why it may stay", "asked the author"), encoding="utf-8")
        editor.changed_outside(file)
        await editor.clear(letter)

    play(scene, town)


def test_a_folder_without_configuration_is_checked_as_it_is(town: Path) -> None:
    (town / "check-claims.yaml").unlink()
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(guide)
        editor.open(guide)
        assert [title.split()[0] for title in await editor.actions(guide, found)] == ["Replace", "Ignore"]

    play(scene, town)


def test_folders_come_and_go(town: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "a.md").write_text("The Ferry Line was founded in 1901.\n", encoding="utf-8")
    (other / "b.md").write_text("The Ferry Line was founded in 1902.\n", encoding="utf-8")
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        (in_town,) = await editor.diagnostics(guide)
        (in_other,) = await editor.diagnostics(other / "a.md")
        assert "Ferry Line" not in in_town.message and "Harbour" not in in_other.message
        event = types.WorkspaceFoldersChangeEvent([], [types.WorkspaceFolder(other.as_uri(), "other")])
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        await editor.clear(other / "a.md")
        event = types.WorkspaceFoldersChangeEvent([types.WorkspaceFolder(other.as_uri(), "other")], [])
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        await editor.diagnostics(other / "a.md")
        assert editor.found(guide) == [in_town]

    play(scene, town, other)


def test_one_file_of_two_folders_is_shown_once(town: Path) -> None:
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(guide)
        await editor.until(lambda: len(editor.published) == 2)
        editor.save(guide, GUIDE + "\n")
        editor.save(guide, GUIDE)
        assert len(await editor.diagnostics(guide)) == 1

    play(scene, town, town / "docs")


def test_no_folder_is_said(town: Path) -> None:
    async def scene(editor: Editor) -> None:
        await editor.until(lambda: editor.messages)

    assert "no folder is open" in play(scene).messages[0]


def test_possible_conflicts_are_hints_where_they_are_asked_for(town: Path) -> None:
    (town / "check-claims.yaml").write_text("sources: docs\nrules: rules.yaml\n", encoding="utf-8")
    (town / "rules.yaml").write_text("extends: recommended\nweights: {always: -4.5}\n", encoding="utf-8")
    guide = town / "docs" / "guide.md"

    async def scene(editor: Editor) -> None:
        (found,) = await editor.diagnostics(guide)
        assert found.severity == types.DiagnosticSeverity.Hint
        editor.open(guide)
        assert list(await editor.actions(guide, found)) == ["Replace by 1895 (letter.md, line 5)"]
        settings = types.DidChangeConfigurationParams({"check-claims": {"possible": False}})
        editor.client.workspace_did_change_configuration(settings)
        await editor.clear(guide)

    play(scene, town, options={"check-claims": {"possible": True}})


def test_progress_is_shown_for_a_check_that_takes_a_while(town: Path) -> None:
    for n in range(30):
        (town / "docs" / f"{n}.md").write_text(
            f"# Note {n}\n\n" + f"The Ferry Line {n} carried 12,{n:03} people in 2019. It is old.\n" * 40,
            encoding="utf-8",
        )

    async def scene(editor: Editor) -> None:
        await editor.diagnostics(town / "docs" / "guide.md")

    kinds = [value["kind"] for value in play(scene, town).progress]
    assert kinds[0] == "begin" and kinds[-1] == "end" and "report" in kinds


def test_what_the_server_offers() -> None:
    async def scene(editor: Editor) -> None:
        assert editor.server is not None
        able = editor.server.capabilities
        assert able.position_encoding == types.PositionEncodingKind.Utf16
        assert able.hover_provider and able.definition_provider and able.references_provider
        assert able.execute_command_provider is not None
        assert sorted(able.execute_command_provider.commands) == [
            "check-claims.decide",
            "check-claims.ignore",
            "check-claims.show",
        ]

    play(scene, able=ALL)


def test_a_rule_of_the_folder_leads_to_its_entry_and_one_that_ships_to_its_description(town: Path) -> None:
    rules, guide = town / "rules.yaml", town / "docs" / "guide.md"
    (town / "check-claims.yaml").write_text("sources: docs\nrules: rules.yaml\n", encoding="utf-8")
    rules.write_text(RULES, encoding="utf-8")

    async def scene(editor: Editor) -> None:
        found = await editor.diagnostics(guide)
        links = {d.code: d.code_description.href for d in found if d.code_description is not None}
        assert links["first-year"] == f"{rules.as_uri()}#L3"

    play(scene, town)
    for rule, link in _shipped().items():
        page, _, anchor = link.removeprefix("file://").partition("#")
        assert f"\n## {anchor}\n" in Path(page).read_text(encoding="utf-8") and anchor == rule
