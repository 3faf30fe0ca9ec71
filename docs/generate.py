"""Writes the parts of docs/ that are made from the tool itself; `make docs` runs it."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parent


def pages() -> dict[str, str]:
    """Each generated file, as told from docs/, with its text."""
    from checker.cli.schema import WRITTEN, text_of

    return {f"schemas/{name}.json": text_of(name) for name in WRITTEN}


if __name__ == "__main__":
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
