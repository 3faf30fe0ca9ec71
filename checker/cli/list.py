"""The command ``list``: the registered sources, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli import output, parts
from checker.reports.terminal import columns, fit, pad, safe

if TYPE_CHECKING:
    from checker.collection.corpus_paths import Place

_HEADS = ("id", "published", "authority", "claims", "file", "title")


@click.command(short_help="List the registered sources.")
def list() -> int:
    """List the sources in the register: date (with ? where it is a guess), authority, stored claims, file, title."""
    here = parts.corpus_paths.here()
    rows = [_HEADS]
    for entry in here.sources():
        source = entry.source
        doubt = "?" if source.published and source.published_basis == "inferred" else ""
        rows.append(
            (
                safe(source.id),
                safe(source.published or "-") + doubt,
                "-" if source.authority is None else str(source.authority),
                _stored(here, source.id),
                safe(here.shown(entry.file)),
                safe(source.title or ""),
            )
        )
    widths = [max(columns(row[n]) for row in rows) for n in range(len(_HEADS))]
    for row in rows:
        line = "  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        output.say(
            f"{fit(line, output.width())}\n" if output.has_unicode() else f"{fit(line, output.width(), '...')}\n"
        )
    return 0


def _stored(here: Place, identifier: str) -> str:
    """How many claims are stored for a source."""
    file = here.claims_file(identifier)
    if file is None or not file.exists():
        return "-"
    data = parts.strictyaml.parse(parts.claims_file.contents(file), here.shown(file))
    return str(len(data.get("claims") or ()))
