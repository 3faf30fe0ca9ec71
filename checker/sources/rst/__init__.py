"""Reads reStructuredText in place."""
