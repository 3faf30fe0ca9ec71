"""Gathers lines that tabs part into columns: several of one kind are a table, one alone may be a label and a value."""

from __future__ import annotations

import re

from checker.sources.text_builder import TextBuilder, clean

_LABEL = 50
_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]+)[.)]?|[-•–*§]")
_SENTENCE_ENDS = (".", "!", "?", ";", ",")


class TabbedLines:
    """Lines that wait for those that follow them."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._waiting: list[list[str]] = []

    def line(self, text: str) -> None:
        """A paragraph as it is; with tabs inside, it may be a row with those before and behind it."""
        cells = [clean(cell) for cell in text.strip().split("\t")]
        cells = [cell for cell in cells if cell]
        if len(cells) < 2 or "\n" in text.strip() or _NUMBER.fullmatch(cells[0]):
            self.end()
            self._builder.paragraph(text.replace("\t", " "))
            return
        if self._waiting and len(self._waiting[-1]) != len(cells):
            self.end()
        self._waiting.append(cells)

    def end(self) -> None:
        """Hand on the lines that wait."""
        rows, self._waiting = self._waiting, []
        if len(rows) > 1 and all(len(cell) <= _LABEL for row in rows for cell in row):
            self._builder.table(rows)
            return
        for cells in rows:
            if len(cells) == 2 and _is_label(cells[0], cells[1]):
                self._builder.pair(cells[0].rstrip(": "), cells[1])
            else:
                self._builder.paragraph(" ".join(cells))


def _is_label(label: str, value: str) -> bool:
    """Whether the words before a tab name what stands behind it."""
    if len(label) > _LABEL or label.endswith(_SENTENCE_ENDS):
        return False
    return label.endswith(":") or (value[:1].isdecimal() and not any(map(str.isdecimal, label)))
