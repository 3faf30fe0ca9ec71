"""Says which formulas are plain words and figures: ``n = 312`` says what it says without its signs."""

from __future__ import annotations

import re

from checker.language.language import derived, table
from checker.model.canonical import Edit
from checker.sources.markings import Markings

_PLAIN = re.compile(r"[\w\s.,=<>≤≥≈~±×%°²³$£€/()+−-]+")
_MARKS = re.compile(
    r"\\(?:text|mathrm|textrm|mathbf|textbf|mathit|operatorname|rm|mbox)(?![A-Za-z])\s{0,3}(?=\{)"
    r"|\^\s?(?P<degree>\{\\circ\}|\\circ(?![A-Za-z]))"
    r"|\^(?P<ordinal>(?=\{?(?:\\(?:text|mathrm|textrm)\{)?(?:th|st|nd|rd)\}))"
    r"|\\(?P<command>[A-Za-z]{1,20}|[%$,;:! &])"
    r"|\{(?P<grouped>[.,])\}"
    r"|(?P<braces>[{}])"
)
_RAISED = {"^2": "²", "^3": "³", "^{2}": "²", "^{3}": "³"}
_LONGEST = 400


def is_plain(formula: str) -> bool:
    """Whether a formula holds words, figures and comparisons alone."""
    return _PLAIN.fullmatch(formula) is not None


def read(markings: Markings, start: int, inner: tuple[int, int], end: int) -> None:
    """Leave out the signs of a formula that says words, figures and comparisons, and any other formula whole."""
    formula = markings.text[slice(*inner)]
    if raised := _RAISED.get(formula.strip()):
        markings.read_as(start, end, raised)
        return
    edits = _edits(formula, inner[0])
    if edits is None:
        markings.leave_out(start, end)
        return
    markings.leave_out(start, inner[0])
    for edit in edits:
        markings.read_as(*edit)
    markings.leave_out(inner[1], end)


def _edits(formula: str, at: int) -> list[Edit] | None:
    """What is read in place of the marks in a formula that stands at ``at``; None where it is not plain."""
    if len(formula) > _LONGEST:
        return None
    edits: list[Edit] = []
    words: list[str] = []
    done = 0
    for found in _MARKS.finditer(formula):
        command = found["command"]
        sign = _signs().get(command) if command is not None else found["grouped"] or ("°" if found["degree"] else "")
        if sign is None:
            return None
        edits.append((at + found.start(), at + found.end(), sign))
        words += (formula[done : found.start()], sign)
        done = found.end()
    words.append(formula[done:])
    return edits if is_plain("".join(words)) else None


@derived
def _signs() -> dict[str, str]:
    return dict(table("text/formulas")["signs"])
