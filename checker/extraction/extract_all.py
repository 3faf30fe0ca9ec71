"""Extracts every source: takes what the cache has, and reads the rest anew in as many processes as pay."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from checker.cache import Keys, MemoStore, dump, load
from checker.extraction import parts
from checker.extraction.extract_one import Extractor, UnreadSource, digest, late
from checker.language.language import using
from checker.model.user_error import Unreadable, UserError

if TYPE_CHECKING:
    from checker.cache import Cache, CacheEntry, Keys
    from checker.comparison.known_pairs import KnownPairs
    from checker.corpus import Corpus
    from checker.engines import Died, Overdue
    from checker.inputs import Input
    from checker.model.memo import Memo

_PAYS = 150_000
"""Bytes of text from which on another process pays for its start."""
_DIED = "the process that read it was ended, as happens where memory runs out"


@dataclass(frozen=True, slots=True)
class Resources:
    """How the work is done, which no report shows."""

    cache: Cache | None = None
    jobs: int | None = None
    """The most processes; None decides by the amount of text."""
    watch: Callable[[int, int], None] | None = None
    """Told how many sources are done, and of how many, whenever one is."""
    known: KnownPairs | None = None
    """What this process remembers of earlier comparisons."""

    def memory(self) -> Memo | None:
        """What earlier runs judged, where there is a cache."""
        if self.cache is None:
            return None
        return MemoStore(self.cache)


class Gathering:
    """The sources of a corpus on their way: what the cache has, and then what it has not."""

    def __init__(self, corpus: Corpus, resources: Resources, *, stored: bool) -> None:
        self.corpus = corpus
        self.resources = resources
        self.extractor = Extractor(corpus, stored)
        self.found: list[CacheEntry | UnreadSource | None] = [None] * len(corpus.inputs)
        self.done = 0

    @cached_property
    def keys(self) -> Keys:
        return Keys(self.corpus.rulebook)

    def all(self) -> list[CacheEntry | UnreadSource]:
        """What each source gives, in the order of the corpus."""
        with using(self.corpus.language):
            return self._all()

    def _all(self) -> list[CacheEntry | UnreadSource]:
        if self.resources.cache is not None:
            for n, given in enumerate(self.corpus.inputs):
                self._put(n, self._kept(given, self.resources.cache))
        missing = [n for n, kept in enumerate(self.found) if kept is None]
        here = [n for n in missing if self.corpus.inputs[n].file is None]
        self._read_here(here)
        self._read([n for n in missing if n not in set(here)])
        return [kept for kept in self.found if kept is not None]

    def _put(self, n: int, kept: CacheEntry | UnreadSource | None) -> None:
        self.found[n] = kept
        self.done += kept is not None
        if kept is not None and self.resources.watch is not None:
            self.resources.watch(self.done, len(self.found))

    def _kept(self, given: Input, cache: Cache) -> CacheEntry | None:
        """What the cache has for a source as it is now."""
        if given.file is None or given.problem is not None:
            return None
        try:
            data = self.corpus.content(given)
            claims = self.extractor.claims_text(given)
        except (Unreadable, UserError):
            return None
        known = digest(claims) if claims is not None else None
        key = self._key(given, hashlib.sha256(data).hexdigest(), known)
        return cache.get(key, data, given.source.path or given.file.as_posix())

    def _key(self, given: Input, sha256: str, claims: str | None) -> bytes:
        suffix = given.file.suffix.lower() if given.file is not None else ""
        return self.keys.of(given.source, suffix, sha256, claims)

    def _read_here(self, missing: Sequence[int]) -> None:
        for n in missing:
            kept = self.extractor.read(self.corpus.inputs[n])
            self._put(n, self._keep(n, kept, None))

    def _read(self, missing: list[int]) -> None:
        """Read sources anew, the largest first; the smallest before that, so that copies of this process know words."""
        sizes = {n: self.corpus.inputs[n].size for n in missing}
        missing.sort(key=lambda n: (-sizes[n], n))
        processes = self._processes(sum(sizes.values()))
        if processes < 2 or len(missing) < 3:
            self._read_here(missing)
            return
        self._read_here(missing[-1:])
        things = [self.corpus.inputs[n] for n in missing[:-1]]
        with closing(parts.engines.each(self.extractor.packed, things, processes, self.extractor.patience)) as answers:
            for index, answer in answers:
                n = missing[index]
                if isinstance(answer, tuple):
                    text, data = answer
                    kept: CacheEntry | UnreadSource = load(data, text)
                    kept = self._keep(n, kept, data)
                else:
                    kept = self._missed(self.corpus.inputs[n], answer)
                self._put(n, kept)

    def _missed(self, given: Input, answer: UnreadSource | Died | Overdue) -> UnreadSource:
        """The reason given for a source whose process gave nothing."""
        if isinstance(answer, UnreadSource):
            return answer
        return UnreadSource(
            given.source, _DIED if isinstance(answer, parts.engines.Died) else late(self.extractor.most(given))
        )

    def _processes(self, size: int) -> int:
        if self.resources.jobs is not None:
            return self.resources.jobs
        if size < 2 * _PAYS:
            return 1
        return min(parts.engines.cores(), size // _PAYS)

    def _keep(self, n: int, kept: CacheEntry | UnreadSource, data: bytes | None) -> CacheEntry | UnreadSource:
        """Put what was read into the cache, under the content that was read; what was read, with its key there."""
        given = self.corpus.inputs[n]
        cache = self.resources.cache
        if cache is None or isinstance(kept, UnreadSource) or given.file is None or kept.source.sha256 is None:
            return kept
        text = kept.text.encode("utf-8", "surrogatepass")
        same = hashlib.sha256(text).hexdigest() == kept.source.sha256
        key = self._key(given, kept.source.sha256, kept.claims)
        cache.put(key, data if data is not None else dump(kept), None if same else text)
        return replace(kept, key=key)


def gathered(corpus: Corpus, resources: Resources, *, stored: bool) -> list[CacheEntry | UnreadSource]:
    """What each source of a corpus gives, in order; the same for any ``resources``.

    ``stored`` takes claims from their files where those are current. An interrupt leaves no process behind.
    """
    return Gathering(corpus, resources, stored=stored).all()
