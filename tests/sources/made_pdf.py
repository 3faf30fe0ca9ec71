"""Writes small PDF files for tests: words in Helvetica at places of pages, rules, pictures and bookmarks."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

PLAIN, BOLD, FIXED = "F1", "F2", "F3"
_FONTS = {PLAIN: "Helvetica", BOLD: "Helvetica-Bold", FIXED: "Courier"}


def _string(text: str) -> bytes:
    data = text.encode("cp1252")
    return b"(" + data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


@dataclass
class Page:
    """One page, 595 points wide and 842 high; y grows upwards."""

    parts: list[bytes] = field(default_factory=list)
    picture: bool = False
    rotate: int = 0
    fields: list[tuple[float, float, str]] = field(default_factory=list)
    """Where fields of a form stand, and what is filled in."""

    def text(
        self, x: float, y: float, words: str, size: float = 10, font: str = PLAIN, mode: int = 0, spaced: float = 0,
        matrix: str = "1 0 0 1",
    ) -> None:  # fmt: skip
        """Words at a place; ``mode`` 3 is invisible, ``spaced`` widens all letters, ``matrix`` turns them."""
        head = f"BT /{font} {size} Tf {mode} Tr {spaced} Tc {matrix} {x} {y} Tm ".encode()
        self.parts.append(head + _string(words) + b" Tj ET\n")

    def lines(self, x: float, y: float, words: Sequence[str], size: float = 10, step: float = 12) -> float:
        """Lines one under the other; the height of what would be the next."""
        for n, line in enumerate(words):
            self.text(x, y - n * step, line, size)
        return y - len(words) * step

    def marked(self, x: float, y: float, before: str, mark: str, after: str = "", size: float = 10) -> None:
        """Words with a small raised mark between them."""
        head = f"BT /F1 {size} Tf 0 Tr 0 Tc 1 0 0 1 {x} {y} Tm ".encode()
        up = f" Tj /F1 {size * 0.6} Tf {size * 0.35} Ts ".encode()
        down = f" Tj /F1 {size} Tf 0 Ts ".encode()
        self.parts.append(head + _string(before) + up + _string(mark) + down + _string(after) + b" Tj ET\n")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A drawn line."""
        self.parts.append(f"{x0} {y0} m {x1} {y1} l S\n".encode())

    def row(self, y: float, cells: Sequence[tuple[float, str]], size: float = 10) -> None:
        """Words on one line at several places."""
        for x, words in cells:
            self.text(x, y, words, size)


def paper(
    pages: Sequence[Page], info: str = "", bookmarks: Sequence[tuple[str, int]] = (), encrypted: bool = False
) -> bytes:
    """The file of these pages; ``bookmarks``: words and the page, counted from 0, that they lead to."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>", b"", b"", info.encode()]
    fonts = []
    for name, font in _FONTS.items():
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode())
        fonts.append(f"/{name} {len(objects)} 0 R")
    data = zlib.compress(b"\x80" * 100)
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Filter /FlateDecode /Length %d >> stream\n%s\nendstream" % (len(data), data)
    )
    resources = f"<< /Font << {' '.join(fonts)} >> /XObject << /Im {len(objects)} 0 R >> >>"
    kids = []
    for page in pages:
        content = b"".join(page.parts) + (b"q 500 0 0 700 50 70 cm /Im Do Q\n" if page.picture else b"")
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {page.rotate} /Resources {resources}"
            f" /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(len(objects))
    _fill(objects, pages, kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    first = len(objects) + 1
    for n, (words, page) in enumerate(bookmarks):
        after = f" /Next {first + n + 1} 0 R" if n + 1 < len(bookmarks) else ""
        head = f"<< /Parent 3 0 R /Dest [{kids[page]} 0 R /Fit]{after} /Title ".encode()
        objects.append(head + _string(words) + b" >>")
    ends = f" /First {first} 0 R /Last {len(objects)} 0 R /Count {len(bookmarks)}" if bookmarks else ""
    objects[2] = f"<< /Type /Outlines{ends} >>".encode()
    objects[3] = b"<< " + info.encode("cp1252") + b" >>"
    return _file(objects, encrypted)


def _fill(objects: list[bytes], pages: Sequence[Page], kids: Sequence[int]) -> None:
    """Add the fields of forms, each with its looks."""
    all_fields = []
    for page, kid in zip(pages, kids, strict=True):
        numbers = []
        for x, y, words in page.fields:
            looks = b"/Tx BMC BT /F1 10 Tf 2 3 Td " + _string(words) + b" Tj ET EMC"
            objects.append(
                b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 14] /Resources << /Font << /F1 5 0 R >> >>"
                b" /Length %d >> stream\n%s\nendstream" % (len(looks), looks)
            )
            head = f"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T (f{len(objects)}) /AP << /N {len(objects)} 0 R >>"
            objects.append(f"{head} /Rect [{x} {y} {x + 200} {y + 14}] /V ".encode() + _string(words) + b" >>")
            numbers.append(f"{len(objects)} 0 R")
        all_fields += numbers
        if numbers:
            objects[kid - 1] = objects[kid - 1][:-2] + f"/Annots [{' '.join(numbers)}] >>".encode()
    if all_fields:
        form = f" /AcroForm << /Fields [{' '.join(all_fields)}] /DR << /Font << /F1 5 0 R >> >> >> >>"
        objects[0] = objects[0][:-3] + form.encode()


def _file(objects: Sequence[bytes], encrypted: bool) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    starts = []
    for n, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    lock = b""
    if encrypted:
        key = b"<" + b"41" * 32 + b">"
        lock = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00> <00>]" % (key, key)
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, lock, table,
    )  # fmt: skip
    return bytes(out)
