"""Names sources as people know them: by their files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from checker.model.document import Source


def source_names(sources: Iterable[Source]) -> Mapping[str, str]:
    """By id the file name of each source, with as many of its folders as tell it from the others.

    A source without a file goes by its id.
    """
    named: dict[str, str] = {}
    parts: dict[str, list[str]] = {}
    for source in sources:
        if source.path is None:
            named[source.id] = source.id
        else:
            parts[source.id] = [part for part in source.path.split("/") if part not in ("", ".")] or [source.id]
    depth: dict[str, int] = defaultdict(lambda: 1)
    while True:
        shown = {id: "/".join(path[-depth[id] :]) for id, path in parts.items()}
        often = Counter([*shown.values(), *named.values()])
        longer = [id for id, name in shown.items() if often[name] > 1 and depth[id] < len(parts[id])]
        if not longer:
            return named | shown
        for id in longer:
            depth[id] += 1
