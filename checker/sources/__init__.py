"""Reads sources into text, one reader for each format."""

from checker.sources.discovery import Found, discover, identify
from checker.sources.files import MAX_BYTES, contents
from checker.sources.plain import from_text
from checker.sources.reading import from_bytes, read
from checker.sources.source_ids import free

__all__ = ["MAX_BYTES", "Found", "contents", "discover", "free", "from_bytes", "from_text", "identify", "read"]
