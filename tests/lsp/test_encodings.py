"""Places are right in every encoding that an editor may ask for, amid emoji and combining marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor, play

LINE = "\N{SHIP} \N{SHIP} cafe\N{COMBINING ACUTE ACCENT} \N{WAVING BLACK FLAG}: the Harbour Watch was founded in 1894."
KINDS = types.PositionEncodingKind


@pytest.mark.parametrize("saved", [True, False])
@pytest.mark.parametrize(
    ("asked", "agreed", "codec", "width"),
    [
        ([KINDS.Utf8], KINDS.Utf8, "utf-8", 1),
        ([KINDS.Utf16], KINDS.Utf16, "utf-16-le", 2),
        ([KINDS.Utf32, KINDS.Utf16], KINDS.Utf32, "utf-32-le", 4),
        (None, KINDS.Utf16, "utf-16-le", 2),
        (["utf-7"], KINDS.Utf16, "utf-16-le", 2),
    ],
)
def test_places_in_the_encoding_agreed(
    town: Path, asked: list[KINDS | str] | None, agreed: KINDS, codec: str, width: int, saved: bool
) -> None:
    guide = town / "docs" / "guide.md"
    text = f"# Guide\n\n{LINE}\n"
    guide.write_text(text if saved else "# Guide\n", encoding="utf-8")
    before = len(LINE[: LINE.index("1894")].encode(codec)) // width
    able = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=asked))

    async def scene(editor: Editor) -> None:
        assert editor.server is not None and editor.server.capabilities.position_encoding == agreed
        editor.open(guide, text)
        (found,) = await editor.diagnostics(guide)
        assert (found.range.start.character, found.range.end.character) == (before, before + 4)
        assert await editor.hover(guide, 2, before + 1) is not None
        assert await editor.hover(guide, 2, before - 1) is None
        assert await editor.actions(guide, found) != {}

    play(scene, town, able=able)
