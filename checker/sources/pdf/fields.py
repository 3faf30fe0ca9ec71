"""Reads what is filled in in the fields of a form, as words at the places of the fields."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from checker.sources.pdf.fragments import Fragment

MOST_FIELDS = 2_000
"""Of one page."""
_LONGEST = 20_000
_TYPE = 10.0
"""The size of type that fields are mostly filled in with."""
_WIDTH = 0.5
"""The breadth of a letter as a part of its height."""


class Form:
    """The form of a document, if there is one."""

    def __init__(self, document: Any) -> None:
        self._form: Any = None
        if document.get_formtype() in (pdfium.FORMTYPE_ACRO_FORM, pdfium.FORMTYPE_XFA_FOREGROUND):
            document.init_forms()
            self._form = document.formenv

    def filled(self, page: Any) -> Iterator[Fragment]:
        """The words in the fields of a page."""
        if self._form is None:
            return
        for n in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_FIELDS)):
            note = pdfium.FPDFPage_GetAnnot(page.raw, n)
            if not note:
                continue
            if pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_WIDGET:
                yield from self._words(note)
            pdfium.FPDFPage_CloseAnnot(note)

    def _words(self, note: Any) -> Iterator[Fragment]:
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form.raw, note)
        if kind not in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX):
            return
        edges = pdfium.FS_RECTF()
        if not pdfium.FPDFAnnot_GetRect(note, ctypes.byref(edges)):
            return
        high = abs(edges.top - edges.bottom)
        size = min(_TYPE, 0.8 * high) or _TYPE
        y = (
            max(edges.top, edges.bottom) - size
            if high > 2.5 * size
            else min(edges.top, edges.bottom) + (high - 0.7 * size) / 2
        )
        for line in self._value(note).splitlines():
            if text := " ".join(line.split()):
                x0 = min(edges.left, edges.right) + 2
                yield Fragment(x0, x0 + _WIDTH * size * len(text), y, size, False, text, tall=size)
            y -= 1.2 * size

    def _value(self, note: Any) -> str:
        """What is filled in in a field."""
        length = pdfium.FPDFAnnot_GetFormFieldValue(self._form.raw, note, None, 0)
        if not 2 < length < _LONGEST:
            return ""
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        pdfium.FPDFAnnot_GetFormFieldValue(self._form.raw, note, buffer, length)
        return bytes(buffer).decode("utf-16-le", "ignore").split("\0")[0].replace("\r", "\n")
