"""Writes one text in each format: a title, paragraphs, a heading, a list, a labelled value and a table."""

from __future__ import annotations

import html
import io
import json
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.sources.made_pdf import BOLD, Page, paper

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Text:
    """What is told, whatever the format."""

    title: str
    opening: str
    heading: str
    paragraph: str
    items: tuple[str, ...]
    key: str
    value: str
    rows: Rows

    def with_words(self, old: str, new: str) -> Text:
        """The text with one figure changed, wherever it stands."""

        def changed(said: str) -> str:
            return said.replace(old, new)

        return replace(
            self,
            opening=changed(self.opening),
            paragraph=changed(self.paragraph),
            items=tuple(map(changed, self.items)),
            value=changed(self.value),
            rows=tuple(tuple(map(changed, row)) for row in self.rows),
        )


MUSEUM = Text(
    title="Torside Ferry Museum",
    opening="Torside Ferry Museum was founded in 1894. The museum cost £41,000 and employs 12 people.",
    heading="Visitors",
    paragraph="In 2021 the museum had 4,120 visitors, of whom 18% were children.",
    items=("The lift carries 8 people", "The guided tour takes 45 minutes"),
    key="Annual budget",
    value="£310,000",
    rows=(("Year", "Visitors", "Boats"), ("2018", "3,900", "12"), ("2019", "3,490", "14"), ("2020", "1,210", "14")),
)


def markdown(text: Text) -> str:
    head, *body = text.rows
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *body)]
    items = "\n".join(f"- {item}" for item in text.items)
    return (
        f"# {text.title}\n\n{text.opening}\n\n## {text.heading}\n\n{text.paragraph}\n\n{items}\n\n"
        f"{text.key}: {text.value}\n\n" + "\n".join(lines) + "\n"
    )


def restructured(text: Text) -> str:
    widths = [max(len(row[n]) for row in text.rows) for n in range(len(text.rows[0]))]
    rule = "  ".join("=" * width for width in widths)
    rows = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in text.rows]
    items = "\n".join(f"* {item}" for item in text.items)
    return (
        f"{text.title}\n{'=' * len(text.title)}\n\n{text.opening}\n\n{text.heading}\n{'-' * len(text.heading)}\n\n"
        f"{text.paragraph}\n\n{items}\n\n:{text.key}: {text.value}\n\n"
        + "\n".join([rule, rows[0], rule, *rows[1:], rule])
        + "\n"
    )


def asciidoc(text: Text) -> str:
    rows = "\n".join("".join(f"|{cell} " for cell in row).rstrip() for row in text.rows[1:])
    head = "".join(f"|{cell} " for cell in text.rows[0]).rstrip()
    items = "\n".join(f"* {item}" for item in text.items)
    return (
        f"= {text.title}\n\n{text.opening}\n\n== {text.heading}\n\n{text.paragraph}\n\n{items}\n\n"
        f'{text.key}:: {text.value}\n\n[options="header"]\n|===\n{head}\n\n{rows}\n|===\n'
    )


def latex(text: Text) -> str:
    def plain(said: str) -> str:
        return said.replace("%", r"\%").replace("£", r"\pounds ")

    rows = " \\\\\n".join(" & ".join(map(plain, row)) for row in text.rows)
    items = "\n".join(rf"\item {plain(item)}" for item in text.items)
    return (
        "\\documentclass{article}\n"
        f"\\title{{{text.title}}}\n\\begin{{document}}\n\\maketitle\n\n{plain(text.opening)}\n\n"
        f"\\section{{{text.heading}}}\n\n{plain(text.paragraph)}\n\n\\begin{{itemize}}\n{items}\n\\end{{itemize}}\n\n"
        f"\\begin{{description}}\n\\item[{text.key}] {plain(text.value)}\n\\end{{description}}\n\n"
        f"\\begin{{tabular}}{{lrr}}\n{rows} \\\\\n\\end{{tabular}}\n\\end{{document}}\n"
    )


def page(text: Text) -> str:
    said = html.escape
    head = "".join(f"<th>{said(cell)}</th>" for cell in text.rows[0])
    body = "".join("<tr>" + "".join(f"<td>{said(cell)}</td>" for cell in row) + "</tr>" for row in text.rows[1:])
    items = "".join(f"<li>{said(item)}</li>" for item in text.items)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{said(text.title)}</title></head><body><main>"
        f"<h1>{said(text.title)}</h1><p>{said(text.opening)}</p><h2>{said(text.heading)}</h2>"
        f"<p>{said(text.paragraph)}</p><ul>{items}</ul>"
        f"<dl><dt>{said(text.key)}</dt><dd>{said(text.value)}</dd></dl>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></main></body></html>"
    )


def word(text: Text) -> bytes:
    import docx

    made = docx.Document()
    made.add_heading(text.title, 0)
    made.add_paragraph(text.opening)
    made.add_heading(text.heading, 1)
    made.add_paragraph(text.paragraph)
    for item in text.items:
        made.add_paragraph(item, style="List Bullet")
    made.add_paragraph(f"{text.key}: {text.value}")
    table = made.add_table(rows=0, cols=len(text.rows[0]))
    for row in text.rows:
        for cell, said in zip(table.add_row().cells, row, strict=True):
            cell.text = said
    return _saved(made.save)


_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"


def open_text(text: Text) -> bytes:
    said = html.escape
    items = "".join(f"<text:list-item><text:p>{said(item)}</text:p></text:list-item>" for item in text.items)
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{said(cell)}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in text.rows
    )
    spaces = " ".join(f'xmlns:{name}="{_OPEN_DOCUMENT}{name}:1.0"' for name in ("office", "text", "table"))
    content = (
        f"<office:document-content {spaces}><office:body><office:text>"
        f'<text:h text:outline-level="1">{said(text.title)}</text:h><text:p>{said(text.opening)}</text:p>'
        f'<text:h text:outline-level="2">{said(text.heading)}</text:h><text:p>{said(text.paragraph)}</text:p>'
        f"<text:list>{items}</text:list><text:p>{said(text.key)}: {said(text.value)}</text:p>"
        f"<table:table>{rows}</table:table></office:text></office:body></office:document-content>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", content)
    return data.getvalue()


def book(text: Text) -> bytes:
    """An electronic book of one chapter."""
    chapter = page(text).replace("<!DOCTYPE html><html>", '<html xmlns="http://www.w3.org/1999/xhtml">')
    chapter = chapter.replace("<meta charset='utf-8'>", "")
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="one"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("mimetype", "application/epub+zip")
        made.writestr("META-INF/container.xml", container)
        made.writestr("book.opf", package)
        made.writestr("one.xhtml", chapter)
    return data.getvalue()


def notebook(text: Text) -> str:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": part.splitlines(keepends=True)}
        for part in markdown(text).split("\n\n")
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def letter(text: Text) -> bytes:
    """A saved e-mail with the page as its body."""
    from email.message import EmailMessage

    made = EmailMessage()
    made["Subject"] = text.title
    made["From"] = "office@example.org"
    made.set_content(page(text), subtype="html")
    return made.as_bytes()


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    data = io.BytesIO()
    save(data)
    return data.getvalue()


def printed(text: Text) -> bytes:
    """The text as a page of a PDF, its lines wrapped and its table without rules."""
    sheet = Page()
    sheet.text(50, 800, text.title, 20, BOLD)
    y = sheet.lines(50, 770, textwrap.wrap(text.opening, 90)) - 14
    sheet.text(50, y, text.heading, 14, BOLD)
    y = sheet.lines(50, y - 20, textwrap.wrap(text.paragraph, 90)) - 12
    for item in text.items:
        sheet.row(y, [(60, "•"), (72, item)])
        y -= 14
    sheet.text(50, y - 12, f"{text.key}: {text.value}")
    for n, row in enumerate(text.rows):
        sheet.row(y - 50 - 16 * n, [(50 + 120 * column, cell) for column, cell in enumerate(row)])
    return paper([sheet])


WRITERS: dict[str, Callable[[Text], str | bytes]] = {
    ".md": markdown,
    ".html": page,
    ".rst": restructured,
    ".adoc": asciidoc,
    ".tex": latex,
    ".docx": word,
    ".odt": open_text,
    ".epub": book,
    ".ipynb": notebook,
    ".pdf": printed,
    ".eml": letter,
}


def written(text: Text, ending: str) -> bytes:
    """The text as a file of a format."""
    made = WRITERS[ending](text)
    return made if isinstance(made, bytes) else made.encode()
