"""Reads sources into text, one reader for each format."""

from checker.sources.plain import from_text

__all__ = ["from_text"]
