"""Documents of several fields, the report on them, and the ways to write them in another form."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from checker import pipeline
from checker.model.document import Source
from checker.model.line_index import Lines
from checker.model.report import Report
from checker.sources import formats, plain

Texts = Mapping[str, str]
CORPUS = {file.name: file.read_text(encoding="utf-8") for file in sorted(Path(__file__).with_name("corpus").iterdir())}
_MARKS = ("#", "|", ">", "-", "*", "1.", "2.")


@cache
def _lexicon() -> pipeline.Lexicon:
    return pipeline.lexicon_of(pipeline.recommended())


def report(texts: Texts) -> Report:
    """The report on documents by file name, each read as its format says."""
    run = pipeline.Run(pipeline.recommended(), _lexicon())
    for name in sorted(texts):
        run.take(plain.read_with(formats.reader(formats.format_of(Path(name))), Source(name, path=name), texts[name]))
    return run.report()


def told(found: Report, names: Mapping[str, str] | None = None) -> tuple[Counter[object], Counter[object]]:
    """Claims and findings without offsets; ``names`` has what a source is called instead."""
    names = names or {}

    def named(source: str) -> str:
        return names.get(source, source)

    ids = {claim.id: f"{named(claim.source)}{claim.id.removeprefix(claim.source)}" for claim in found.claims}
    claims = [
        (ids[c.id], c.subject, c.subject_name, c.attribute, c.value.low, c.value.high, c.value.unit, c.scope)
        for c in found.claims
    ]
    findings = [
        (
            f.rule,
            f.relation,
            f.severity,
            f.fingerprint,
            frozenset(ids[i] for i in f.claims),
            frozenset((p.value, frozenset(ids[i] for i in p.claims)) for p in f.positions),
        )
        for f in found.findings
    ]
    return Counter(claims), Counter(findings)


def assert_the_words_stand_there(found: Report, texts: Texts) -> None:
    """Evidence and value of every claim are the text as given, at their offsets and at their line."""
    lines = {name: Lines(text) for name, text in texts.items()}
    for claim in found.claims:
        text, said, value = texts[claim.source], claim.evidence, claim.value
        assert text[said.start : said.end] == said.quote
        assert text[value.start : value.end] == value.text
        assert lines[claim.source].at(said.start) == (said.line, said.column)


def each(change: Callable[[str], str], texts: Texts = CORPUS) -> dict[str, str]:
    """The documents, every one changed."""
    return {name: change(text) for name, text in texts.items()}


def is_prose(block: str) -> bool:
    """Whether a block between blank lines is a paragraph that an editor would break over several lines."""
    first = block.split("\n", 1)[0]
    return not block.startswith(_MARKS) and ". " in f"{block} " and ": " not in first[:20]


def wrapped(text: str, width: int) -> str:
    """The text with its paragraphs broken at a width."""
    return "\n\n".join(
        textwrap.fill(" ".join(block.split()), width, break_long_words=False, break_on_hyphens=False)
        if is_prose(block)
        else block
        for block in text.strip("\n").split("\n\n")
    )


def doubled(text: str) -> str:
    """Two blanks for each between two words; how far lines are indented stays."""
    return "\n".join(
        line[: len(line) - len(line.lstrip())] + line.lstrip().replace(" ", "  ") for line in text.split("\n")
    )


FORMS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "doubled blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "blank lines with blanks": lambda text: text.replace("\n\n", "\n  \n\t\n"),
    "blanks behind lines": lambda text: text.replace("\n", "  \n"),
    "doubled blanks": doubled,
    "no-break spaces": lambda text: text.replace(" million", "\u00a0million").replace(" people", "\u00a0people"),
}
