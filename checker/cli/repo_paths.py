"""Tells the paths of a report from the top of the repository, as CI systems do."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.corpus import Corpus
    from checker.model.report import Report


def from_top(report: Report, corpus: Corpus) -> Report:
    """``report`` with each source's path relative to the repository around the working folder.

    Where there is no repository, they are relative to the folder of the configuration, or from the working folder.
    """
    top = _top(Path.cwd()) or corpus.root
    files = {given.source.id: given.file for given in corpus.inputs}
    sources = []
    for checked in report.sources:
        file = files.get(checked.source.id)
        if file is not None:
            path = Path(os.path.relpath(file, top)).as_posix()
            checked = dataclasses.replace(checked, source=dataclasses.replace(checked.source, path=path))
        sources.append(checked)
    return dataclasses.replace(report, sources=tuple(sources))


def _top(folder: Path) -> Path | None:
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)
