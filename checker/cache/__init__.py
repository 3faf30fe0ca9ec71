"""Keeps what was read from each source, so that a later run need not read it again."""

from checker.cache.entries import Kept, dump, load
from checker.cache.keys import Keys
from checker.cache.place import folder
from checker.cache.state import state
from checker.cache.store import Cache

__all__ = ["Cache", "Kept", "Keys", "dump", "folder", "load", "state"]
