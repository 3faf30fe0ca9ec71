"""Reads the marks inside the words of AsciiDoc: attributes, links, macros, notes, emphasis."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.language.language import derived, table
from checker.sources import formulas
from checker.sources.markings import Markings

_SIGNS = re.compile(r"[\[\]<>{}*_`#^~+:\\(]")
_BRACKETED = r"(?:\\\]|[^\[\]\n]|\n(?![ \t]*\n)|\[[^\[\]\n]{0,200}\]){0,1000}"
_BRACKETS = (
    rf"(?P<address>\b(?:https?|ftp|irc|mailto):[^\s\[\]<>\"|]{{1,2000}})\[(?P<of_address>{_BRACKETED})\]"
    rf"|\b(?P<macro>[a-z][a-z0-9_]{{1,20}}):(?P<of_macro>[^\s\[\]|]{{0,500}})\[(?P<words>{_BRACKETED})\]"
    rf"|(?P<based>\{{[\w-]{{1,60}}\}}[^\s\[\]{{}}|]{{0,300}})\[(?P<of_based>{_BRACKETED})\]"
    r"|\[\[\[?[^\[\]\n]{1,200}\]\]\]?"
    r"|(?<![\w\]])\[(?P<role>[.#%][\w.#% -]{0,80}|[a-z]{1,20}(?:-[a-z]{1,20}){0,3})\](?=[#*_`^~])|"
)
_PLAIN = (
    r"\{(?P<attribute>[A-Za-z0-9_][\w-]{0,60}|counter2?:[\w:-]{1,60}|set:[^{}\n]{1,100})\}"
    r"|<<(?P<target>[^<>,\n]{1,300})(?:,(?P<named>[^<>]{1,500}))?>>"
    r"|\(\(\((?P<index>[^()\n]{1,200})\)\)\)"
    r"|\(\((?P<term>[^()\n]{1,200})\)\)"
    r"|(?P<sign>\((?:C|R|TM)\))"
    r"|(?<=\s)(?P<broken>\+)(?=[ \t]*(?:\n|$))"
    r"|(?P<raw>\+{2,3})(?=\S)(?P<of_raw>[^+\n]{1,400})(?P=raw)"
    r"|(?P<twin>\*\*|__|``|\#\#)(?=\S)(?P<of_twin>(?:(?!(?P=twin))[^\n]){1,600})(?P=twin)"
    r"|(?<![\w*_`#^~+:;{}<>])(?P<mark>[*_`#+])(?=\S)(?P<of_mark>(?:(?!(?P=mark))[^\n]|\n(?![ \t]*\n)"
    r"|(?<=\w)(?P=mark)(?=\w)){1,800}?)(?<=\S)(?P=mark)(?!\w)"
    r"|(?P<raised>[\^~])(?=\S)(?P<of_raised>[^\s^~]{1,100})(?P=raised)"
)
_ESCAPED = r"\\(?P<escaped>[\[<{*_`#^~+:(a-z])|"
_MARKS = re.compile(_ESCAPED + _BRACKETS + _PLAIN)
_SIMPLE = re.compile(rf"(?=[\\{{<(+*_`#^~])(?:{_ESCAPED}{_PLAIN})")
"""The marks of words without brackets."""
_NUMBER = re.compile(r"\[?\d{1,3}\]?")
_OPTIONS = re.compile(r"(?:,[ \t]*)?(?:\b[\w-]{1,30}=(?:\"[^\"\n]{0,300}\"|[^,\n]{0,300})[,]?[ \t]*){1,9}$|\^$")


def mark(markings: Markings, start: int, end: int, attributes: Mapping[str, str]) -> None:
    """Leaves out the marks in a stretch of text, and puts in what they stand for."""
    text = markings.text
    if _SIGNS.search(text, start, end) is None:
        return
    marks = _MARKS if text.find("[", start, end) >= 0 else _SIMPLE
    at = start
    while (found := marks.search(text, at, end)) is not None:
        at = _read(markings, found, attributes)


def _read(markings: Markings, found: re.Match[str], attributes: Mapping[str, str]) -> int:
    """Reads one mark; the place from which to look for more."""
    first, last = found.span()
    group = found.lastgroup
    if group == "escaped":
        markings.read_as(first, last, found["escaped"])
        return last
    if group == "attribute":
        name = found["attribute"].lower()
        markings.read_as(first, last, attributes.get(name, macros().attributes.get(name, "")))
    elif group == "sign":
        markings.read_as(first, last, macros().signs[found["sign"]])
    elif group in ("of_address", "of_based"):
        return _words(markings, found, group)
    elif group == "words":
        return _macro(markings, found)
    elif group == "named":
        return _words(markings, found, "named")
    elif group == "term":
        return _words(markings, found, "term")
    elif group in ("of_twin", "of_mark", "of_raw"):
        return _words(markings, found, group)
    elif group == "of_raised":
        if found["raised"] == "^" and _NUMBER.fullmatch(found["of_raised"]):
            markings.leave_out(first, last)
            return last
        return _words(markings, found, group)
    else:
        markings.leave_out(first, last)
    return last


def _words(markings: Markings, found: re.Match[str], group: str) -> int:
    """Leaves out what stands around the words of a group, in which there may be more marks."""
    start, end = found.span(group)
    options = _OPTIONS.search(markings.text, start, end) if group in ("of_address", "of_based") else None
    if options is not None:
        end = options.start()
    markings.leave_out(found.start(), start)
    markings.leave_out(end, found.end())
    return start if start < end else found.end()


def _macro(markings: Markings, found: re.Match[str]) -> int:
    name = found["macro"]
    known = macros()
    if name in ("footnote", "footnoteref"):
        start, end = found.span("words")
        if start == end:
            markings.leave_out(*found.span())
            return found.end()
        markings.read_as(found.start(), start, " (")
        markings.read_as(end, found.end(), ")")
        return start
    if name in known.formulas:
        formulas.read(markings, found.start(), found.span("words"), found.end())
        return found.end()
    if name in known.unsaid:
        markings.leave_out(*found.span())
        return found.end()
    return _words(markings, found, "words")


class Macros:
    """What macros and attributes stand for."""

    def __init__(self) -> None:
        words = table("text/asciidoc")
        self.attributes: dict[str, str] = words["attributes"]
        self.signs: dict[str, str] = words["signs"]
        self.unsaid = frozenset(words["unsaid_macros"])
        self.formulas = frozenset(words["formula_macros"])


@derived
def macros() -> Macros:
    """The macros and attributes that are known."""
    return Macros()
