"""Blanks links, shortcodes and citation marks in square brackets, one character for one."""

from __future__ import annotations

import re

from checker.language.language import derived, table

_SAID = 4
"""What an image shows is said in so many words at least; fewer name it."""
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,1000})\]\([^()\n]{0,4000}\)")
_LINK = re.compile(r"\[([^\[\]]{1,1000})\]\(([^()\n]{0,2000}(?:\([^()\n]{0,300}\)[^()\n]{0,300})?)\)")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,1000})\]\[[^\[\]\n]{0,300}\]")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[[^\[\]\n]{1,300}\]:[ \t]{1,20}\S[^\n]{0,4000}$")
_WIKI = re.compile(r"\[\[((?:[^\[\]|\n]{1,300}\|){0,6})([^\[\]|\n]{1,1000})\]\]")
_WIKI_FILE = ("file:", "image:", "category:")
_TEMPLATE = re.compile(r"\{\{[^{}]{0,2000}\}\}")
_CITATION = re.compile(r"\[ ?(?:(?:note|nb|n) )?[0-9]{1,3}(?:(?:, ?|[–-])[0-9]{1,3}){0,9} ?\]")


def blank(text: str) -> str:
    """``text`` with what its square brackets add to the words replaced by spaces, length kept."""
    if "{{" in text:
        text = _TEMPLATE.sub(_spaces, text)
    if "](" in text:
        text = _LINK.sub(_label, _IMAGE.sub(_image, text))
    if "]:" in text:
        text = _DEFINITION.sub(_spaces, text)
    if "[[" in text:
        text = _WIKI.sub(_wiki, text)
    if "][" in text:
        text = _REFERENCE.sub(_reference, text)
    text = text.replace("]]", " \n")
    if "[" not in text:
        return text
    text = _shortcode().sub(_break, text)
    markup = table("text/markup")
    for mark in markup["breaks"]:
        text = text.replace(mark, "\n" + " " * (len(mark) - 1))
    for mark in markup["asides"]:
        text = text.replace(mark, " " * len(mark))
    return _CITATION.sub(_citation, text)


@derived
def _shortcode() -> re.Pattern[str]:
    names = "|".join(table("text/markup")["shortcodes"])
    return re.compile(rf"\[/?(?:{names})(?:[ \t\n][^\[\]]{{0,4000}})?\]")


def written(text: str) -> str:
    """``text`` with brackets in place of what stands for them in text that was cut into words."""
    for spelt, bracket in table("text/markup")["spelt_brackets"].items():
        opens = bracket in "(["
        text = text.replace(spelt, bracket.ljust(len(spelt)) if opens else bracket.rjust(len(spelt)))
    return text


def _spaces(match: re.Match[str]) -> str:
    return "".join(c if c in "\r\n" else " " for c in match[0])


def _image(match: re.Match[str]) -> str:
    """What an image shows is text where it stands on a line alone and is said in more than a few words."""
    text = match.string
    alone = (
        text[: match.start()].rpartition("\n")[2].strip() == "" and text[match.end() :].partition("\n")[0].strip() == ""
    )
    shows = match[1]
    if not alone or len(shows.split()) < _SAID or not any(map(str.isdecimal, shows)):
        return _spaces(match)
    return f"  {shows} ".ljust(len(match[0]))


def _break(match: re.Match[str]) -> str:
    return "\n" + _spaces(match)[1:]


def _label(match: re.Match[str]) -> str:
    return f" {match[1]} {' ' * (len(match[2]) + 2)}"


def _reference(match: re.Match[str]) -> str:
    if match[1].isdecimal():
        return match[0]
    return f" {match[1]}".ljust(len(match[0]))


def _wiki(match: re.Match[str]) -> str:
    if match[0][2:].lower().startswith(_WIKI_FILE):
        return " " * len(match[0])
    return f"  {' ' * len(match[1])}{match[2]}  "


def _citation(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 1) : match.start()]
    return match[0] if before in ("", "\n", "\r") else " " * len(match[0])
