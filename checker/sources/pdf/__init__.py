"""Reads PDF: the words of its pages in the order in which people read them, and the structure that these show."""

from __future__ import annotations

from checker.sources.pdf.document import reading

__all__ = ["reading"]
