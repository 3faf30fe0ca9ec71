"""Finds fields that a page lays out without saying so: labels beside their values, and figures over what they count."""

from __future__ import annotations

from checker.sources.html import inline as html_inline
from checker.sources.html.tree import Element

Run = list[Element | str]

LONGEST_LABEL = 60
_LEAST_FIELDS = 3
_LONGEST_FIGURE = 12
_FIGURE_LETTERS = 3


def filled(element: Element) -> Run:
    """What is in an element and shows words."""
    return [child for child in element.children if (child.strip() if isinstance(child, str) else child.size)]


def is_figure_with_its_words(parts: Run) -> bool:
    """Whether parts are a figure and what it counts, each on its line, as pages show them large: ``14``, ``rooms``."""
    if len(parts) != 2:
        return False
    figure, words = (html_inline.line([part]) for part in parts)
    if len(figure) > _LONGEST_FIGURE or not any(map(str.isdecimal, figure)) or figure[-1:] in ".:":
        return False
    letters = sum(map(str.isalpha, figure))
    return (
        letters <= _FIGURE_LETTERS and 0 < len(words) <= LONGEST_LABEL and words[0].isalpha() and words[-1] not in ".?!"
    )


def are_fields(element: Element) -> bool:
    """Whether an element is a list of fields and no more: a few words and beside them what they are, with figures."""
    fields = filled(element)
    if len(fields) < _LEAST_FIELDS:
        return False
    figures = 0
    for field in fields:
        parts = filled(field) if isinstance(field, Element) and field.breaks and not field.links else []
        if len(parts) != 2:
            return False
        label, value = parts
        if not isinstance(label, Element) or not isinstance(value, Element) or label.tag[:1] == value.tag[:1] == "h":
            return False
        name = html_inline.line([label])
        if label.size > LONGEST_LABEL or value.size > LONGEST_LABEL * 2 or any(map(str.isdecimal, name)):
            return False
        if name[-1:] in ".?!" or any(inner.breaks for inner in value.elements):
            return False
        figures += any(map(str.isdecimal, html_inline.line([value])))
    return figures * 2 > len(fields)
