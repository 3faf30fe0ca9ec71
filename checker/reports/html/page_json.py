"""Turns a report into the plain data that the page's script draws: short lists, every string safe to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from checker.model.claim import Claim
from checker.model.decision import Ruling, Side
from checker.model.document import Source
from checker.model.finding import Finding
from checker.model.report import Checked
from checker.reports.dates import date_words, period_words
from checker.reports.html.claim_status import MARKS, MEANINGS, STANDINGS, is_notice, status_of
from checker.reports.html.fact_matrix import GRADES, Row
from checker.reports.html.links import web_address
from checker.reports.html.page_model import Contents
from checker.reports.html.provenance import support_of
from checker.reports.html.quotations import by_sentence, quoted, shared_sentence
from checker.reports.html.series import Series
from checker.reports.html.sides import between, side_name, verdict_words
from checker.reports.html.timeline import timeline_of
from checker.reports.locations import place_words
from checker.reports.terminal import safe

SEVERITIES = ("error", "warning", "info")
_MOST_QUOTED = 12
"""So many sentences of a position are quoted; of the others there is the place."""
STATUSES = ("open", "waived", "resolved", "baseline", "agree", "possible")


class Strings:
    """Strings by number, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of ``text`` as it is safe to show."""
        return self._numbers.setdefault(safe(text), len(self._numbers))

    def all(self) -> list[str]:
        """The strings in the order of their numbers."""
        return list(self._numbers)


class Quotations:
    """Quotations by number, each kept once."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._numbers: dict[tuple[str, ...], int] = {}
        self._plain: list[object] = []

    def number(self, claims: Sequence[Claim]) -> int:
        """The number of the quotation of ``claims``, which share a sentence."""
        named = tuple(claim.id for claim in claims)
        if named not in self._numbers:
            self._numbers[named] = len(self._plain)
            self._plain.append(quoted(claims, self._contents).plain())
        return self._numbers[named]

    def all(self) -> list[object]:
        """The quotations in the order of their numbers."""
        return self._plain


def page_data(contents: Contents, rows: Sequence[Row], series: Sequence[Series]) -> dict[str, Any]:
    """The data of the page; offsets are UTF-16 units into the texts as shown, -1 where that part is not there.

    ``claims`` are grouped by source, in the order of ``sources``, and numbered through: [subject, attribute, start,
    length of the value, from the sentence's start to the value's, from the value's end to the sentence's, line,
    standing, remarks, place]. ``facts`` are [subject, attribute, grade, key, confidence in percent, cells], a cell
    [source, values, the source that it copies], a value [position, text, claim, odd one out]. ``series`` are [subject,
    attribute, plot], the marks of a plot with the number of the claim at their end.
    """
    strings, quotes = Strings(), Quotations(contents)
    numbers = {claim: number for number, claim in enumerate(contents.claims)}
    groups = {
        source: list(stated) for source, stated in groupby(contents.claims.values(), key=lambda claim: claim.source)
    }
    places = {checked.source.id: place for place, checked in enumerate(contents.sources)}
    return {
        "sources": [_source(checked, contents) for checked in contents.sources],
        "claims": [
            [_claim(claim, contents, strings) for claim in groups.get(checked.source.id, ())]
            for checked in contents.sources
        ],
        "findings": [_finding(finding, contents, numbers, strings, quotes) for finding in contents.findings],
        "facts": [_fact(row, contents, numbers, places, strings) for row in rows],
        "series": [_series(one, numbers, strings) for one in series],
        "quotes": quotes.all(),
        "strings": strings.all(),
        "severities": SEVERITIES,
        "statuses": STATUSES,
        "grades": GRADES,
        "standings": [[name, MARKS[name], MEANINGS[name]] for name in (*STANDINGS, "unread")],
    }


def _source(checked: Checked, contents: Contents) -> dict[str, Any]:
    source = checked.source
    text = contents.texts.get(source.id)
    facts = {
        "title": source.title,
        "publisher": source.publisher,
        "published": date_words(source.published) if source.published else None,
        "authority": str(source.authority) if source.authority is not None else None,
        "url": source.url,
        "path": source.path,
        "reason": checked.reason,
    }
    starts = dict(contents.report.divisions).get(source.id, ()) if text is not None else ()
    shown = [(text.shown.at(at), safe(words)) for at, words in starts] if text is not None else []
    divisions = {"divisions": [[at, words] for at, words in shown if at is not None]} if shown else {}
    rows = _rows(source)
    return (
        {
            "id": safe(source.id),
            "link": web_address(source.url) is not None,
            "read": checked.status == "checked",
            "text": "none" if text is None else "whole" if text.whole else "parts",
        }
        | {name: safe(parts) for name, parts in facts.items() if parts is not None}
        | divisions
        | ({"rows": rows} if rows else {})
    )


def _rows(source: Source) -> str:
    """How the rows of tables stand in its text: ``comma`` separated values, or cells with a ``bar`` between them."""
    if (source.path or "").lower().endswith((".csv", ".tsv")):
        return "comma"
    return "bar" if source.extracted else ""


def _claim(claim: Claim, contents: Contents, strings: Strings) -> list[int]:
    value, evidence = claim.value, claim.evidence
    shown = contents.texts[claim.source].shown
    places = [shown.at(offset) for offset in (evidence.start, value.start, value.end, evidence.end)]
    first, start, end, last = (-1 if place is None else place for place in places)
    spans = [start, end - start, start - first, last - end] if -1 not in (first, start, end, last) else [-1, 0, 0, 0]
    parts = [
        strings.number(claim.subject_name),
        strings.number(contents.attributes[claim.attribute]),
        *spans,
        evidence.line,
        contents.standing[claim.id],
    ]
    facts = remarks(claim)
    source = contents.index.sources.get(claim.source)
    place = place_words(claim, source) if source is not None and source.extracted else ""
    if facts or place:
        parts += [strings.number(facts), strings.number(place)]
    return parts


def remarks(claim: Claim) -> str:
    """The scope and modality of a claim: ``for FY1999, in Peru, requested``; empty where none is stated."""
    scope = claim.scope
    facts = [
        _period(scope.time) if scope.time else None,
        f"in {scope.place}" if scope.place else None,
        f"among {scope.population}" if scope.population else None,
        scope.stage,
        f"with {', '.join(scope.included)}" if scope.included else None,
        f"without {', '.join(scope.excluded)}" if scope.excluded else None,
        "cumulative" if scope.cumulative else None,
        f"according to {scope.speaker}" if scope.speaker else None,
        claim.modality if claim.modality != "asserted" else None,
        "written by hand" if claim.origin == "manual" else None,
    ]
    return ", ".join(dict.fromkeys(fact for fact in facts if fact))


def _period(time: str) -> str:
    words = period_words(time)
    return words if words.startswith(("since ", "until ")) else f"for {words}"


def _finding(
    finding: Finding, contents: Contents, numbers: Mapping[str, int], strings: Strings, quotes: Quotations
) -> dict[str, Any]:
    """``k`` key, ``r`` rule, ``v`` severity, ``s`` status, ``m`` message, ``p`` positions as [value, sentences,
    support], each sentence its claims and the number of its quotation, ``b`` what stands between them, and, where
    there is one, ``o`` the sentences of no position and their support, ``u`` the only sentence, which all share,
    ``e`` steps, ``t`` timeline, ``d`` decisions, ``n`` a notice, ``c`` how sure it is, in percent.
    """
    positions = [contents.claims_of(position.claims) for position in finding.positions]
    taken = {claim for position in finding.positions for claim in position.claims}
    rest = contents.claims_of(claim for claim in finding.claims if claim not in taken)

    def sentences(claims: Sequence[Claim]) -> list[list[Any]]:
        groups = by_sentence(claims)
        return [
            [[numbers[c.id] for c in group], quotes.number(group) if place < _MOST_QUOTED else -1]
            for place, group in enumerate(groups)
        ]

    common = shared_sentence([*positions, rest])
    timeline = timeline_of(positions) if finding.relation == "conflict" else None
    optional = {
        "o": [sentences(rest), strings.number(support_of(rest, contents.index.sources))] if rest else None,
        "u": [[numbers[claim.id] for claim in common], quotes.number(common)] if common else None,
        "e": [strings.number(step) for step in finding.explanation if step.strip()],
        "t": timeline.plain() if timeline is not None else None,
        "d": [_ruling(r) for r in contents.rulings.get(finding.fingerprint, ())],
        "n": is_notice(finding),
        "c": percent(finding.confidence) if finding.relation == "conflict" else None,
    }
    return {
        "k": contents.keys[finding.fingerprint],
        "r": strings.number(finding.rule),
        "v": SEVERITIES.index(finding.severity),
        "s": STATUSES.index(status_of(finding)),
        "m": safe(finding.message),
        "b": between(finding),
        "p": [
            [
                side_name(position, stated, finding),
                sentences(stated),
                strings.number(support_of(stated, contents.index.sources, position)),
            ]
            for position, stated in zip(finding.positions, positions, strict=True)
        ],
    } | {name: parts for name, parts in optional.items() if parts}


def _fact(
    row: Row, contents: Contents, numbers: Mapping[str, int], places: Mapping[str, int], strings: Strings
) -> list[Any]:
    return [
        strings.number(row.subject),
        strings.number(row.attribute),
        GRADES.index(row.grade),
        contents.keys[row.finding.fingerprint] if row.finding is not None else "",
        percent(row.confidence),
        [
            [
                places[source],
                [[v.position, strings.number(v.text), numbers[v.claim], int(v.odd)] for v in cell.values],
                places.get(cell.same_as or "", -1),
            ]
            for source, cell in row.cells.items()
        ],
    ]


def _series(series: Series, numbers: Mapping[str, int], strings: Strings) -> list[Any]:
    plot = series.plot.plain()
    plot["m"] = [[*mark.plain(), numbers[claim]] for mark, claim in zip(series.plot.marks, series.claims, strict=True)]
    return [strings.number(series.subject), strings.number(series.attribute), plot]


def percent(confidence: float) -> int:
    """How sure, of a hundred; 0 where nothing was weighed."""
    return min(99, round(confidence * 100)) if confidence < 1 else 0


def _ruling(ruling: Ruling) -> dict[str, Any]:
    decision = ruling.decision
    facts = {
        "verdict": verdict_words(decision),
        "by": decision.by,
        "on": decision.on,
        "reason": decision.reason,
        "scope": decision.scope,
        "expires": decision.expires,
    }
    return {
        "state": ruling.state,
        "left": [_side(side) for side in decision.left],
        "right": [_side(side) for side in decision.right],
    } | {name: safe(parts) for name, parts in facts.items() if parts}


def _side(side: Side) -> list[str]:
    return [safe(side.source), safe(side.value), safe(side.quote)]
