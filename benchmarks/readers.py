"""Times each reader beside the library that it rests on, or that others take for its format, on the same files.

usage: python benchmarks/readers.py FOLDER [--repeat 3]

Both read every file of a format below the folder, in this process, and what counts is the time of the library against
that of the reader: the reader finds structure and places besides, and half of the bare library's speed is the goal.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

from checker.language.canonical import canonical
from checker.model.document import Source
from checker.sources import encoding, formats


def _pdf(data: bytes) -> object:
    pdfium = import_module("pypdfium2")
    document = pdfium.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def _word(data: bytes) -> object:
    document = import_module("docx").Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def _slides(data: bytes) -> object:
    document = import_module("pptx").Presentation(io.BytesIO(data))
    return [shape.text_frame.text for slide in document.slides for shape in slide.shapes if shape.has_text_frame]


def _workbook(data: bytes) -> object:
    book = import_module("openpyxl").load_workbook(io.BytesIO(data), data_only=True)
    return [row for sheet in book for row in sheet.iter_rows(values_only=True)]


def _page(data: bytes) -> object:
    return import_module("selectolax.lexbor").LexborHTMLParser(data).text()


def _markdown(data: bytes) -> object:
    return import_module("markdown_it").MarkdownIt().parse(data.decode())


def _yaml(data: bytes) -> object:
    return import_module("yaml").safe_load(data)


LIBRARIES: dict[str, Callable[[bytes], object]] = {
    ".pdf": _pdf,
    ".docx": _word,
    ".pptx": _slides,
    ".xlsx": _workbook,
    ".html": _page,
    ".md": _markdown,
    ".csv": lambda data: list(csv.reader(io.StringIO(data.decode()))),
    ".json": json.loads,
    ".ipynb": json.loads,
    ".yaml": _yaml,
    ".toml": lambda data: tomllib.loads(data.decode()),
}


def _read(ending: str, name: str, data: bytes) -> object:
    form = formats.READERS[ending]
    source = Source(name, name)
    if form.takes == "text":
        return formats.reader(form)(source, canonical(encoding.decode(data)[0]).text)
    return formats.reader(form)(source, data)


def seconds(work: Callable[[], object], repeat: int) -> float | None:
    """The least that a piece of work takes of this process's own time; None where it fails."""
    times = []
    for _ in range(repeat):
        start = time.process_time()
        try:
            work()
        except Exception:
            return None
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print, by format, files and bytes, the rate of the reader, and its speed as a share of the library's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(options.folder.rglob("*")):
        if path.is_file() and path.suffix.lower() in LIBRARIES:
            files[path.suffix.lower()].append(path)
    print(f"{'format':8}{'files':>6}{'MB':>9}{'MB/s':>9}{'of the library':>16}")
    for ending, paths in sorted(files.items()):
        size = own = bare = 0.0
        count = 0
        for path in paths:
            data = path.read_bytes()
            library = LIBRARIES[ending]
            here = seconds(partial(_read, ending, path.name, data), options.repeat)
            there = seconds(partial(library, data), options.repeat)
            if here is None or there is None:
                continue
            count, size, own, bare = count + 1, size + len(data), own + here, bare + there
        if count:
            print(
                f"{ending:8}{count:6}{size / 1e6:9.2f}{size / 1e6 / max(own, 1e-9):9.2f}{bare / max(own, 1e-9):16.2f}"
            )


if __name__ == "__main__":
    main()
