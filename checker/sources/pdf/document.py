"""Reads a PDF as one document: its pages in order, their paragraphs, lists, headings and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from checker.model.document import Metadata, Place, Reading, Source
from checker.model.user_error import Unreadable
from checker.sources.pdf import columns, contents, flow, headings, marks, rules, running
from checker.sources.pdf.boxes import Box, Line, Table, lines
from checker.sources.pdf.characters import Fonts, sheet
from checker.sources.pdf.fields import Form
from checker.sources.pdf.flow import Piece
from checker.sources.pdf.fragments import Fragment, Sheet
from checker.sources.pdf.paragraphs import Passage, passages, with_captions
from checker.sources.pdf.words import Words
from checker.sources.text_builder import TextBuilder

MOST_PAGES = 5_000
_DAMAGED = "it is no PDF, or damaged: open it and save it anew"
_SCANNED = "there is no text in it: it looks scanned, so run text recognition (OCR) over it first"
_RECOGNISE = "run text recognition (OCR) over them first"
_GARBLED = "its fonts do not say which letters they show: run text recognition (OCR) over it first"
_MOST_UNREAD = 0.3
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|indd|qxd|xlsx?|pptx?|rtf|tex|dvi|pub|odt|txt)\b|^Microsoft |^untitled", re.I)


def reading(source: Source, data: bytes) -> Reading:
    """The text of a PDF, page by page, with what its type and places show of its structure."""
    document = _opened(data)
    try:
        if len(document) > MOST_PAGES:
            raise Unreadable("", f"it has more than {MOST_PAGES:,} pages: split it")
        sheets, grids, scanned = _sheets(document)
        _refuse_without_text(sheets, bool(scanned))
        running.without_running(sheets)
        words = Words(f.text for page in sheets for f in page.fragments)
        pieces = flow.joined([p for page in sheets for p in _pieces(page, grids[page.number])], words)
        headings.mark([p for p in pieces if isinstance(p, Passage)], _outline(document))
        builder = TextBuilder()
        _write(builder, pieces, len(sheets))
        return builder.reading(source, (), _metadata(document), _unread(scanned, len(sheets)))
    finally:
        document.close()


def _opened(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Unreadable("", "it is encrypted: save it without a password") from error
        raise Unreadable("", _DAMAGED) from error


def _sheets(document: Any) -> tuple[list[Sheet], dict[int, list[rules.Grid]], list[int]]:
    """The fragments and the rules of all pages, and the numbers of those that are pictures."""
    fonts = Fonts()
    sheets: list[Sheet] = []
    grids: dict[int, list[rules.Grid]] = {}
    scanned: list[int] = []
    form = Form(document)
    for n in range(len(document)):
        try:
            page = document[n]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise Unreadable("", f"its page {n + 1} is damaged: open it and save it anew") from error
        found = sheet(page, text_page, n + 1, fonts)
        if not found.turn:
            found.fragments += form.filled(page)
        sheets.append(found)
        grids[n + 1] = rules.grids(*rules.rules(page, found.turn)) if len(found.fragments) > 3 else []
        if not found.fragments and _is_picture(page):
            scanned.append(n + 1)
        text_page.close()
        page.close()
    return sheets, grids, scanned


def _is_picture(page: Any) -> bool:
    handle = page.raw
    count = min(pdfium.FPDFPage_CountObjects(handle), 50)
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(handle, n)) for n in range(count))
    return pdfium.FPDF_PAGEOBJ_IMAGE in kinds


def _refuse_without_text(sheets: Sequence[Sheet], pictures: bool) -> None:
    letters = sum(len(f.text) for page in sheets for f in (*page.fragments, *page.sideways))
    unread = sum(page.unread for page in sheets)
    if unread > _MOST_UNREAD * (letters + unread):
        raise Unreadable("", _GARBLED)
    if not letters:
        raise Unreadable("", _SCANNED if pictures else "there is no text in it")


def _unread(scanned: Sequence[int], pages: int) -> list[str]:
    if not scanned:
        return []
    which = ", ".join(map(str, scanned[:10])) + (" and more" if len(scanned) > 10 else "")
    return [f"no text on {len(scanned)} of its {pages} pages, which look scanned: {which}; {_RECOGNISE}"]


def _pieces(page: Sheet, grids: Sequence[rules.Grid]) -> Iterator[Piece]:
    """The passages and tables of a page in reading order."""
    left: list[Fragment] = page.fragments
    boxes: list[Box] = []
    for grid in grids:
        found = rules.table(grid, left)
        if found is not None:
            boxes.append(found[0])
            inside = set(map(id, found[1]))
            left = [f for f in left if id(f) not in inside]
    for part in columns.parts([*marks.with_marks(left), *boxes]):
        if isinstance(part, Table):
            yield flow.Set(part, page.number)
        else:
            yield from _column(lines(part.fragments), page.number)
    if page.sideways:
        yield flow.Aside(" ".join(f.text for f in page.sideways), page.number)


def _column(column: Sequence[Line], page: int) -> Iterator[Piece]:
    """The passages of a column; lines led by dots are entries of a table of contents or of a list."""
    run: list[Line] = []
    led: list[tuple[str, str]] = []
    opens = True
    for line in [*column, None]:
        entry = contents.led(line) if line is not None else None
        if entry is not None:
            if run:
                yield from flow.opened(with_captions(passages(run, page)), opens)
                run, opens = [], False
            led.append(entry)
            continue
        if led and line is not None and len(led) > 1 and not run and _between(line):
            continue
        if led:
            yield flow.Led(led, page)
            led, opens = [], False
        if line is not None:
            run.append(line)
    yield from flow.opened(with_captions(passages(run, page)), opens)


def _between(line: Line) -> bool:
    return running.page_number(line.text) is not None


def _write(builder: TextBuilder, pieces: Sequence[Piece], pages: int) -> None:
    heading = ""
    title = _title([p for p in pieces if isinstance(p, Passage)])
    for piece in pieces:
        builder.place = Place(page=piece.page)
        if isinstance(piece, flow.Aside):
            builder.furniture(piece.text)
        elif isinstance(piece, flow.Led):
            if contents.tells_pages([value for _, value in piece.entries], pages):
                builder.furniture("\n".join(f"{key} {value}" for key, value in piece.entries), "links")
                continue
            for key, value in piece.entries:
                builder.pair(key, value)
        elif isinstance(piece, flow.Set):
            if contents.is_contents(piece.table, heading, pages):
                builder.furniture("\n".join(" ".join(row) for row in piece.table.rows), "links")
            else:
                builder.table(piece.table.rows)
        elif piece is title:
            builder.title(" ".join(piece.text.split()))
        elif piece.kind == "heading":
            heading = piece.text
            builder.heading(piece.text, piece.level)
        elif piece.mark:
            builder.item(piece.text, piece.level or 1)
        else:
            builder.paragraph(piece.text)


def _title(found: Sequence[Passage]) -> Passage | None:
    """The heading on the first page that is set larger than all others."""
    sized = [p for p in found if p.kind == "heading"]
    if not sized:
        return None
    largest = max(sized, key=lambda p: p.size)
    alone = sum(p.size > largest.size - 0.6 for p in sized) == 1
    return largest if alone and largest.page == found[0].page and len(sized) > 1 else None


def _outline(document: Any) -> dict[tuple[int, str], int]:
    """The levels of the document's own outline by page and words."""
    found: dict[tuple[int, str], int] = {}
    try:
        for bookmark in document.get_toc(max_depth=6):
            target = bookmark.get_dest()
            index = target.get_index() if target is not None else None
            words = headings.known(bookmark.get_title())
            if index is not None and words:
                found.setdefault((index + 1, words), bookmark.level + 1)
            if len(found) > 20_000:
                break
    except pypdfium2.PdfiumError:
        return {}
    return found


def _metadata(document: Any) -> Metadata:
    told = document.get_metadata_dict(skip_empty=True)
    title = " ".join(told.get("Title", "").split())
    if (
        len(title) < 4
        or _FILE_NAME.search(title)
        or not any(map(str.isalpha, title))
        or ("_" in title and " " not in title)
    ):
        title = ""
    # The day when the file was made is often years after what it reports on.
    return Metadata(title or None)
