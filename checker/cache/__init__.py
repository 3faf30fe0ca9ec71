"""Keeps what was read from each source and what was compared, so that a later run need not do it again."""

from checker.cache.entry_codec import CacheEntry, dump, load
from checker.cache.folder import folder
from checker.cache.keys import Keys
from checker.cache.memo_store import MemoStore
from checker.cache.status import state
from checker.cache.store import Cache

__all__ = ["Cache", "CacheEntry", "Keys", "MemoStore", "dump", "folder", "load", "state"]
