"""Says which formulas are plain words and figures: ``n = 312`` says what it says without its signs."""

from __future__ import annotations

import re

from checker.language.language import derived, table

_PLAIN = re.compile(r"[\w\s.,=<>≤≥≈~±×%°²³$£€/()+−-]+")
_GROUPED = re.compile(r"\{([\w.,%°]{1,12})\}")
_COMMAND = re.compile(r"\\(?:[A-Za-z]{1,20}|[%$,;:! &])")
_WRITTEN = re.compile(r"\\(?:text|mathrm|textrm|mathbf|textbf|mathit|operatorname|rm|mbox)\s{0,3}\{([^{}\\$]{1,200})\}")
_SUFFIX = re.compile(r"\^\s?\{?\s?(?:\\(?:text|mathrm|textrm)\{)?(th|st|nd|rd)\}{0,2}")
_SPACED = re.compile(r"\s{2,}")

_RAISED = {"^2": "²", "^3": "³"}


def is_plain(formula: str) -> bool:
    """Whether a formula holds words, figures and comparisons alone."""
    return _PLAIN.fullmatch(formula) is not None


def said(formula: str) -> str:
    """What a formula of TeX says in words, figures and comparisons; "" where it says more than that."""
    if len(formula) > 400:
        return ""
    words = _RAISED.get(formula.replace("{", "").replace("}", "").strip(), formula)
    if "^" in words:
        words = _SUFFIX.sub(r"\1", words.replace(r"^\circ", "°").replace(r"^{\circ}", "°"))
    if "\\" in words:
        words = _COMMAND.sub(_sign, _WRITTEN.sub(r"\1", words))
    if "{" in words:
        words = _GROUPED.sub(r"\1", words)
    words = _SPACED.sub(" ", words).strip()
    return words if is_plain(words) else ""


def _sign(found: re.Match[str]) -> str:
    return _signs().get(found[0][1:], found[0])


@derived
def _signs() -> dict[str, str]:
    return {name: sign for name, sign in table("text/formulas")["signs"].items()}
