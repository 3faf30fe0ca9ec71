"""Describes a value by named features of what stands in and around it, by which it is seen to state something or not.

A number may be part of a name, a step, a version, a mark of a note or a code. No single sign tells these from what a
text claims, so every sign is noted by its name, and ``claimhood`` weighs them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from checker.language.language import derived_up_to, table
from checker.language.names import Name
from checker.language.words import singular, stopwords
from checker.model.claim import UNNAMED, Claim
from checker.model.document import Document

_FIGURE = re.compile(r"\d")
_PLAIN_FIGURE = re.compile(r"\d{1,4}\Z")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,3}\Z")
_POINTS = re.compile(r"\.\d+\.")
_NUMBERED = re.compile(r"(?<=[^\W\d_]) (\d{1,4})(?![\w.,]{0,8}\d)")
_NOUN = 24
"""The longest noun before a number that is looked at."""
_NAME_OF = re.compile(r"[^\W\d_]* of \Z")
_CITED = re.compile(r"(?:\b[A-Z]{1,2}\.?,? |\bet al\.?,? |[A-Z]\w+, )\(\Z")
_AUTHOR = re.compile(r"(?:\bet al\.?|\b[A-Z]\w+ (?:and|&) [A-Z]\w+|[(;] ?(?:[A-Z]\w+ ){1,3}?[A-Z]?\w+),? \(?\Z")
"""Before the year of a work: ``Larch et al., 2014``, ``(Core Team, 2023``."""
_SITE = re.compile(r"\b(?:at|address:?) \Z")
_VERSION = re.compile(r"\d\.\d+\.\d|\bv\d")
_PLACE_OF_PRINT = re.compile(r"\([A-Z][^()\n]{1,60}, \Z")
"""Before a year in a bracket: ``(Leiden, 1974)``, ``(2d Cir. 2005)``."""
_WORK = re.compile(r"[A-Z][\w'-]+,? (?:[A-Z]\.|et al|and [A-Z][\w'-]+,? \d{4}|\(?[12]\d{3}[a-z]?\)?[.:])")
"""How an entry of a list of works begins: the author with an initial, or with the year."""
_STREET = re.compile(r",? (?:[NSEW]\.? )?((?:[A-Z][\w'-]*[. ]{1,2}){1,3}[A-Za-z]*)")
_FORMULA = re.compile(r"[=^\\{}]|\s[*/]\s")
_FIGURES = 0.5
"""A block of which so large a share of the words are figures is an axis, a code or a sum, unless it is a row."""
_LOOK_BACK = 6
"""How many words before a value may say that it is a code or a version."""
_LISTED = re.compile(r"(?m)^[ \t#*_>|-]*(\d{1,3})(?:[.):]|\s)")
_WORD_BEFORE = re.compile(r"([\w'&.@/+-]*[\w+])?(\W*)\Z")
_WORD_BEHIND = re.compile(r"(\W*)([\w'&.@/+-]*\w)?")
_SPAN = 48
"""How many characters before and behind a value are looked at."""
_CODE_SPAN = re.compile(r"`[^`\n]{1,200}`")
_QUOTES = {"`": "code", '"': "quote", "'": "quote"}
_OPEN_MARKS = {"(": "round", "[": "square", "^": "note", "#": "hash", "=": "equals"} | _QUOTES
_CLOSE_MARKS = {")": "round", "]": "square", ".": "point", ":": "colon", ",": "comma"} | _QUOTES
_MARKS = " \t*_>#|-[("
"""What may stand before the first word of a line."""
_SHORT = 6
"""A block of fewer words is a label or a cell, no sentence."""


@derived_up_to(16)
def _words(group: str) -> frozenset[str]:
    return frozenset(table("language/claimhood")[group])


class Surroundings:
    """What a document shows of the numbers in it, gathered in one pass."""

    def __init__(self, document: Document, names: list[Name], claims: Iterable[Claim]) -> None:
        self._document = document
        self._starts = [block.start for block in document.blocks]
        self._names = names
        self._name_starts = [name.start for name in names]
        self._series: dict[str, set[int]] = defaultdict(set)
        for match in _NUMBERED.finditer(document.plain):
            noun, figure = document.plain[max(0, match.start() - _NOUN) : match.start()].split("\n")[-1], match[1]
            noun = noun.rpartition(" ")[2].lstrip("(*_[#")
            if noun.isalpha() and noun.lower() not in stopwords() and not (len(figure) == 4 and noun.islower()):
                self._series[singular(noun.lower())].add(int(figure))
        openings = [(m.start(1), int(m[1])) for m in _LISTED.finditer(document.plain)]
        self._items = {
            at
            for n, (at, figure) in enumerate(openings)
            if (n and openings[n - 1][1] == figure - 1) or (n + 1 < len(openings) and openings[n + 1][1] == figure + 1)
        }
        self._timed: dict[int, set[str | None]] = defaultdict(set)
        for claim in claims:
            if claim.scope.low is not None and claim.scope.basis != "document" and claim.value.kind != "date":
                self._timed[claim.evidence.start].add(claim.scope.low)
        self._sentence: tuple[int, int, list[str]] = (-1, -1, [])
        self._code = [m.span() for m in _CODE_SPAN.finditer(document.text)]
        self._block: tuple[int, list[str]] = (-1, [])

    def features(self, claim: Claim) -> list[str]:
        """The names of all that is so of a claim's value, in order."""
        found = [
            *self._form(claim),
            *self._beside(claim),
            *self._place(claim),
            *_bound(claim),
            *_labelled(claim),
            *self._scoping(claim),
        ]
        return sorted(set(found))

    def _scoping(self, claim: Claim) -> list[str]:
        """Whether the value is a date that another claim of its sentence holds at."""
        if claim.value.kind != "date":
            return []
        timed = self._timed.get(claim.evidence.start, set())
        return ["scopes another"] if claim.value.low in timed else ["shares its sentence"] if timed else []

    def _form(self, claim: Claim) -> list[str]:
        """How the value itself is written."""
        value, text = claim.value, claim.value.text
        figure = bool(_FIGURE.search(text))
        found = [f"kind {value.kind}", "figure" if figure else "spelt"]
        if value.kind in {"count", "number"}:
            found.append("noun" if value.noun else "unit" if value.unit else "bare")
            if not value.noun and not value.unit:
                found.append("bare spelt" if not figure else "bare figure")
        if value.modifier != "exact":
            found += ["modified", f"{value.kind} {value.modifier}"]
        if value.kind == "date":
            found.append(f"date {value.resolution}" + (" words" if not figure else ""))
            if value.low is None and value.high is None:
                found.append("date without year")
        if _PLAIN_FIGURE.match(text) and value.kind in {"count", "number"}:
            found.append(f"digits {len(text)}")
        if _DECIMAL.match(text) and value.unit is None:
            found.append("decimal")
        if not figure and value.low in {"0", "1", "2"}:
            found.append(f"word {value.low}")
            if text[:1].isupper():
                found.append("word capital")
        if "," in text and figure and value.kind != "date":
            found.append("grouped")
        return found

    def _beside(self, claim: Claim) -> list[str]:
        """What stands right before and right behind."""
        plain, text = self._document.plain, self._document.text
        start, end = claim.value.start, claim.value.end
        bare = claim.value.kind in {"count", "number"} and not claim.value.unit and not claim.value.noun
        found = []
        before = _WORD_BEFORE.search(plain[max(0, start - _SPAN) : start].rpartition("\n")[2])
        behind = _WORD_BEHIND.match(plain[end : end + _SPAN].partition("\n")[0])
        assert before is not None and behind is not None
        word, gap = before[1] or "", before[2]
        low, one = word.lower(), singular(word.lower())
        mark = _OPEN_MARKS.get(text[start - 1 : start])
        if mark:
            found.append(f"before {mark}")
        close = _CLOSE_MARKS.get(text[end : end + 1])
        if close:
            found.append(f"behind {close}")
        if mark and mark == close:
            found.append(f"within {mark}")
        if start and text[start - 1].isalnum():
            found.append("glued before")
        elif start and text[start - 1] in "-/.+~<>|&%$_":
            found.append("joined before")
        if end < len(text) and text[end].isalnum():
            found.append("glued behind")
        elif text[end : end + 1] and text[end] in "-/+~<>&_" and not text[end + 1 : end + 2].isspace():
            found.append("joined behind")
        if _POINTS.search(text[max(0, start - 2) : end + 3]):
            found.append("points")
        near = gap in {" ", "", " #", " ("}
        touched = text[start - 1 : start] not in " *_~" and start > 0
        closed = text[end : end + 1] not in " *_~\n" and end < len(text)
        if word and gap.strip(" *_") == "" and not touched:
            if word[:1].isupper() and low not in stopwords():
                found.append("capital before")
                if bare or claim.value.kind == "date":
                    found.append(f"capital before {claim.value.kind}")
            elif low in _words("pointing"):
                found.append("pointing before")
                if not _FIGURE.search(claim.value.text):
                    found.append("pointing before word")
            elif low in _words("dating"):
                found.append(f"preposition before {claim.value.kind}")
            elif low in _words("having"):
                found.append("verb before")
            elif low not in stopwords():
                found.append("noun before" if bare else f"word before {claim.value.kind}")
                if bare and word.isalpha() and not closed:
                    found.append("noun before open")
        elif not word:
            found.append("nothing before")
        elif gap.strip(" *_").startswith(("=", ":")):
            found.append("key before")
        if near and (one in _words("numbered") or low in _words("numbered")):
            found.append("numbered noun before" + (" bare" if bare else ""))
            line = plain[max(0, start - _SPAN) : start - len(word) - len(gap)].rpartition("\n")[2]
            if bare and not line.strip(_MARKS):
                found.append("numbered noun opens")
        back = plain[max(0, start - _SPAN) : start].rpartition("\n")[2].lower().split()[-_LOOK_BACK:]
        if near and low.rstrip(".") in _words("registered"):
            found.append("register before")
        if bare and any(w.strip("(,.:;*`_") in _words("registered") for w in back):
            found.append("register near")
        if bare and any(w.strip("(,.:;*`_") in _words("versioned") for w in back):
            found.append("version near")
        if claim.value.kind == "date":
            if (at := _NAME_OF.search(plain[max(0, start - _SPAN) : start])) and at[0][:1].isupper():
                found.append("capital of date")
            if _CITED.search(plain[max(0, start - 12) : start]):
                found.append("cited")
            if _AUTHOR.search(plain[max(0, start - _SPAN) : start]):
                found.append("authored")
            if close == "round" and _PLACE_OF_PRINT.search(plain[max(0, start - _SPAN) : start]):
                found.append("printed")
            if mark == "round" and close == "round":
                found.append("date in brackets" + (" then point" if text[end + 1 : end + 2] == "." else ""))
        street = _STREET.match(plain[end : end + _SPAN]) if bare else None
        if street and not _words("streets").isdisjoint(street[1].lower().replace(".", " ").split()[1:]):
            found.append("street behind")
        if street and _SITE.search(plain[max(0, start - _SPAN) : start]):
            found.append("at a site")
        if _FORMULA.search(text[max(0, start - 4) : start]) or _FORMULA.search(text[end : end + 4]):
            found.append("formula")
        figure = int(claim.value.text) if _PLAIN_FIGURE.match(claim.value.text) else None
        if figure is not None and gap.strip() in {"", "#"}:
            series = self._series.get(one, set())
            if series & {figure - 1, figure + 1}:
                found.append("series")
            elif len(series) > 1:
                found.append("several")
        after, between = behind[2] or "", behind[1]
        if after and between.strip(" *_") == "" and not closed:
            if after[:1].isupper():
                found.append("capital behind")
                if "capital before" in found:
                    found.append("capitals around")
            elif after[:1].isdigit():
                found.append("figure behind")
            elif after.lower() in stopwords():
                found.append("function word behind")
            else:
                found.append("word behind")
        elif not after and not between.strip():
            found.append("nothing behind")
        if claim.value.text.lower() in {"one"} or (claim.value.noun or "").rpartition(" ")[2] in _words("loosely"):
            found.append("loose")
        n = bisect_right(self._name_starts, start) - 1
        for name in self._names[max(0, n - 1) : n + 2]:
            if name.start <= start < name.end:
                found.append("in name")
            elif name.end <= start <= name.end + 1 and not plain[name.end : start].strip():
                found.append("behind name")
                found.append("behind name " + claim.value.kind)
            elif end <= name.start <= end + 1 and not plain[end : name.start].strip():
                found.append("before name")
        return found

    def _place(self, claim: Claim) -> list[str]:
        """Where in the document, in which block and sentence."""
        plain = self._document.plain
        start, end = claim.value.start, claim.value.end
        n = bisect_right(self._starts, start) - 1
        block = self._document.blocks[n]
        found = [f"in {block.kind}"]
        bare = claim.value.kind in {"count", "number"} and not claim.value.unit and not claim.value.noun
        if bare:
            found.append(f"bare in {block.kind}")
        a, b = max(block.start, start - 400), min(block.end, end + 400)
        lead, rest = plain[a:start], plain[end:b]
        if not lead.strip(_MARKS):
            found.append("opens block")
            if bare:
                found.append("opens block bare")
        if start in self._items:
            found.append("item in order")
        if not (lead + rest).strip(" \t*_>#|-.:()[]"):
            found.append("alone")
        k = bisect_left(self._code, (start + 1,)) - 1
        if k >= 0 and self._code[k][0] <= start < self._code[k][1]:
            found.append("code span")
            if bare:
                found.append("code span bare")
        found += self._of_block(n)
        said = self._said(claim.evidence.start, claim.evidence.end)
        return [*found, *said, *(["version in sentence bare"] if bare and "version in sentence" in said else ())]

    def _of_block(self, n: int) -> list[str]:
        """What is so of a block; the values of one are asked about one after the other."""
        if self._block[0] == n:
            return self._block[1]
        block = self._document.blocks[n]
        text = self._document.plain[block.start : block.end]
        found = ["work"] if block.kind != "row" and _WORK.match(text.lstrip(_MARKS)) else []
        words = text.split()
        figures = sum(any(map(str.isdigit, word)) for word in words)
        if block.kind != "row" and figures > 2 and figures >= _FIGURES * len(words):
            found.append("figures")
        self._block = n, found
        return found

    def _said(self, start: int, end: int) -> list[str]:
        """What is so of a sentence; the values of one are asked about one after the other."""
        if self._sentence[:2] == (start, end):
            return self._sentence[2]
        sentence = self._document.plain[start:end].lower()
        words = [word.strip("(,.:;*_") for word in sentence.split()]
        found = ["short"] if len(words) < _SHORT else []
        if sentence.rstrip(" *_").endswith("?"):
            found.append("question")
        if not _words("supposed").isdisjoint(words):
            found.append("supposed")
        if words and words[0] in _words("ordered"):
            found.append("order")
        if _VERSION.search(sentence):
            found.append("version in sentence")
        if not _words("addressed").isdisjoint(words):
            found.append("reader addressed")
        if "http" in sentence or "://" in sentence:
            found.append("address")
        citing = len(_words("citing").intersection(words))
        if citing:
            found += ["cites", "cites much"] if citing > 1 else ["cites"]
        self._sentence = start, end, found
        return found


def _labelled(claim: Claim) -> list[str]:
    """What its headings, its column and its row say of it."""
    labels, found = claim.labels, []
    heading = labels.headings[-1].strip(" .:").lower() if labels.headings else ""
    found += [f"under {name}" for name in ("notes", "references") if heading in _words(name)]
    for name, label in (("column", labels.column), ("row", labels.row), ("key", labels.key)):
        words = (label or "").lower().replace("#", " no ").split()
        if words and {words[0].strip(".:"), words[-1].strip(".:")} & _words("counting_off"):
            found.append(f"{name} counts off")
    if labels.column is not None:
        found.append("headed column")
    return found


def _bound(claim: Claim) -> list[str]:
    """How the claim was bound: by a word of the vocabulary, a label, or only its own words."""
    state = "none" if claim.attribute == claim.value.kind else "open" if claim.open else "known"
    if claim.attribute == claim.value.kind:
        found = ["attribute none"]
    elif claim.open:
        found = ["attribute open"]
        if claim.words.verb:
            found.append("governed")
        elif claim.words.noun:
            found.append("ungoverned")
    else:
        found = ["attribute known"]
        if claim.labels.key is not None or "label" in claim.basis.attribute:
            found.append("attribute labelled")
        _, bracket, manner = claim.basis.attribute.rpartition("(")
        if bracket:
            found.append(f"called {manner.rstrip(')')}")
    found.append(f"{claim.value.kind} of attribute {state}")
    if claim.labels.question is not None:
        found.append("answers")
        found.append(f"answers {claim.value.kind}")
    found.append(f"subject {claim.binding}")
    if claim.subject.text.startswith(UNNAMED):
        found.append("subject unnamed")
    if claim.scope.time is not None and claim.scope.basis != "document":
        found.append("timed")
    return found
