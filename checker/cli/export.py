"""The command ``export``: claims, facts or findings as a table for spreadsheets and data tools."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import extras
from checker.cli import output, parts
from checker.cli.arguments import corpus_options, resource_options
from checker.cli.commands import show_traces
from checker.model.user_error import UserError
from checker.reports.terminal import safe

if TYPE_CHECKING:
    from checker.model.report import Report

INCOMPLETE = 2
WHAT = ("claims", "facts", "findings")
_ENDINGS = {".csv": "csv", ".xlsx": "xlsx", ".parquet": "parquet"}
_NEEDS = {"xlsx": ("sheets", "xlsxwriter"), "parquet": ("parquet", "pyarrow")}


@click.command(short_help="Write claims, facts or findings as CSV, XLSX or Parquet.")
@click.argument("what", type=click.Choice(WHAT))
@corpus_options
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to PATH, which ends in .csv, .xlsx or .parquet.  [default: CSV to standard output]",
)
@resource_options
def export(
    what: str, paths: tuple[str, ...], configured: bool, target: Path | None, jobs: int | None, cached: bool
) -> int:
    """Check the documents at PATHS, or those of the configuration, and write one table of the outcome.

    Claims have a row each, facts a row for each value that is stated, findings one for each of their positions; what
    the columns hold says docs/export.md. Exits with 2 where something was not checked, and with 0 otherwise.
    """
    form = _form(target)
    corpus = parts.corpus.corpus_of(paths, configured=configured)
    if target is not None:
        output.validated((output.Target("text", target),))
        output.refuse_inputs("a table", target, corpus)
    with parts.resources.resources_for(corpus, jobs=jobs, cached=cached) as resources:
        report = parts.pipeline.check(corpus, resources=resources)
    _write(report, what, form, target)
    show_traces(missed.trace for missed in report.not_checked)
    for missed in report.not_checked:
        where = f"{missed.source}: " if missed.source is not None else ""
        output.remark(f"not checked: {safe(f'{where}{missed.reason}')}\n")
    return INCOMPLETE if report.not_checked else 0


def _form(target: Path | None) -> str:
    """The format that a path asks for. Raises UserError where it is none, or where its library is not installed."""
    if target is None:
        return "csv"
    form = _ENDINGS.get(target.suffix.lower())
    if form is None:
        raise UserError(f"no such format: {target.name}", remedy=f"end it in {', '.join(_ENDINGS)}")
    if form in _NEEDS:
        extra, library = _NEEDS[form]
        missing = extras.missing(library)
        if missing:
            raise UserError(f"{library} is not installed, which writes such files", remedy=extras.install(extra))
    return form


def _write(report: Report, what: str, form: str, target: Path | None) -> None:
    table = parts.reports_tables.TABLES[what](report)
    if target is None:
        output.say(parts.reports_tables_csv.render(table).removeprefix(parts.reports_tables_csv.MARK), encoding="utf-8")
        return
    if form == "csv":
        data = parts.reports_tables_csv.render(table).encode("utf-8", "backslashreplace")
    elif form == "xlsx":
        data = parts.reports_tables_xlsx.render([table], os.path.relpath(Path.cwd(), target.parent))
    else:
        data = parts.reports_tables_parquet.render(table)
    output.write_bytes(target, data)
    count = len(table.rows)
    output.remark(f"{safe(str(target))}: {count} {'row' if count == 1 else 'rows'}\n")
