"""Keeps what was read from each source and what was judged of it, so that a later run need not do it again."""

from checker.cache.entries import Kept, dump, load
from checker.cache.judged import Judged
from checker.cache.keys import Keys
from checker.cache.place import folder
from checker.cache.state import state
from checker.cache.store import Cache

__all__ = ["Cache", "Judged", "Kept", "Keys", "dump", "folder", "load", "state"]
