"""Binds each mention to who it is about, what it says and under which scope."""

from checker.claims.bind import bind

__all__ = ["bind"]
