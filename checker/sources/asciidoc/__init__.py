"""Reads AsciiDoc in place."""
