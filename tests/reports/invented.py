"""Reports made by hand about a museum, a college and a shipping line, with evidence cut from real texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from checker.model.claim import Claim, Evidence, Scope
from checker.model.comparison import Comparison
from checker.model.decision import Decision, Ruling
from checker.model.document import Source, Warning
from checker.model.fact import Fact
from checker.model.finding import Finding, NotChecked, Position, PositionSource, Severity, Status
from checker.model.report import Checked, Report
from checker.model.rule import Examples, RuleEntry
from checker.model.subject_ref import SubjectRef
from checker.model.value import Kind, Mention


def claim(
    source: str,
    text: str,
    value: str,
    *,
    name: str,
    attribute: str,
    kind: Kind = "date",
    low: str | None = None,
    high: str | None = None,
    unit: str | None = None,
    edtf: str | None = None,
    scope: Scope | None = None,
) -> Claim:
    """The claim that ``value``, at its first place in ``text``, states; its sentence is its line."""
    start = text.index(value)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    return Claim(
        id=f"{source}-{attribute}-{start}",
        source=source,
        subject=SubjectRef(name.casefold().replace(" ", "-")),
        subject_name=name,
        attribute=attribute,
        value=Mention(kind, start, start + len(value), value, low, high, unit=unit, edtf=edtf),
        scope=scope or Scope(),
        modality="asserted",
        evidence=Evidence(text[first:last], first, last, text.count("\n", 0, start) + 1, start - first + 1),
    )


def finding(
    rule: str,
    *positions: tuple[str, Sequence[Claim]],
    kind: str = "agreement",
    severity: Severity = "error",
    relation: Literal["conflict", "agree"] = "conflict",
    message: str = "",
    explanation: Sequence[str] = (),
    key: str = "0123456789abcdef",
    status: Status = "open",
    held: Sequence[Sequence[PositionSource]] = (),
    odd: str | None = None,
) -> Finding:
    """``held`` are the sources of each position, in its order; ``odd`` the position that stands alone."""
    return Finding(
        rule=rule,
        kind=kind,
        severity=severity,
        relation=relation,
        claims=tuple(c.id for _, claims in positions for c in claims),
        positions=tuple(
            Position(value, tuple(c.id for c in claims), tuple(sources), value == odd)
            for (value, claims), sources in zip(positions, held or [()] * len(positions), strict=True)
        ),
        message=message,
        explanation=tuple(explanation),
        fingerprint=key,
        status=status,
    )


MUSEUM = {
    "guide": (
        "Harbour Museum\n"
        "The Harbour Museum was founded in 1894 by seven retired pilots.\n"
        "Its library keeps 12,400 charts.\n"
    ),
    "letter": (
        "To the editor\n"
        "When the tide tables were moved out of the customs house and the pilots lost the rooms in which "
        "they had met for a generation, the Harbour Museum was founded in 1897, and none too soon, since "
        "the sheds along the northern quay had burned down twice in the three winters before that.\n"
        "The library counts 12,400 charts today.\n"
    ),
    "annual": "Set up in 1894, the Harbour Museum is older than its harbour.\n",
}


def museum() -> Report:
    """One error, one warning, a note, two agreements, a warning about a source and one source unread."""
    founded = {
        source: claim(
            source,
            text,
            "1897" if source == "letter" else "1894",
            name="Harbour Museum",
            attribute="founded",
            low="1897-01-01" if source == "letter" else "1894-01-01",
            high="1897-12-31" if source == "letter" else "1894-12-31",
            edtf="1897" if source == "letter" else "1894",
        )
        for source, text in MUSEUM.items()
    }
    charts = {
        source: claim(
            source,
            MUSEUM[source],
            "12,400 charts",
            name="Harbour Museum library",
            attribute="holdings",
            kind="count",
            low="12400",
            high="12400",
            unit="chart",
        )
        for source in ("guide", "letter")
    }
    alone = claim(
        "letter",
        MUSEUM["letter"],
        "three winters",
        name="Northern Quay",
        attribute="burned",
        kind="duration",
        low="3",
        high="3",
        unit="winter",
    )
    return Report(
        sources=(
            Checked(Source("annual", path="docs/annual.txt", published="2004", sha256="a" * 64), "checked"),
            Checked(Source("guide", path="docs/guide.txt", published="1999/2002"), "checked"),
            Checked(Source("letter", path="docs/letter.txt"), "checked"),
            Checked(Source("plan", path="docs/plan.txt"), "not-checked", "binary: a NUL byte at offset 12"),
        ),
        claims=(*founded.values(), *charts.values(), alone),
        comparisons=(
            Comparison(
                founded["annual"].id,
                founded["letter"].id,
                "conflict",
                "1894 and 1897 do not overlap",
                0.93,
                "error",
            ),
            Comparison(founded["annual"].id, alone.id, "incomparable", "different subjects"),
            Comparison(charts["guide"].id, charts["letter"].id, "agree", "same value"),
        ),
        findings=(
            finding(
                "founding-year-agrees",
                ("1894", [founded["annual"], founded["guide"]]),
                ("1897", [founded["letter"]]),
                message="Harbour Museum: annual and guide say founded in 1894, letter says 1897",
                explanation=[
                    "A thing is founded once.",
                    "the years 1894 and 1897 do not overlap",
                ],
                key="3f9a21bc77d05e11",
                held=(
                    (
                        PositionSource("annual", "2004", 2),
                        PositionSource("guide", "1999/2002", 3),
                        PositionSource("leaflet", None, 1, "guide"),
                    ),
                    (PositionSource("letter"),),
                ),
                odd="1897",
            ),
            finding(
                "holdings-agree",
                ("12,400 charts", list(charts.values())),
                relation="agree",
                severity="info",
                message="Harbour Museum library: 12,400 charts",
                key="aa00000000000000",
            ),
            finding(
                "founding-year-agrees",
                ("1894", [founded["annual"], founded["guide"]]),
                relation="agree",
                severity="info",
                message="Harbour Museum: founded in 1894",
                key="bb00000000000000",
            ),
            finding(
                "acronym-has-one-expansion",
                ("three winters", [alone]),
                kind="definition",
                severity="info",
                message="NQ is spelt out as Northern Quay and as New Quay",
                key="cc11223344556677",
            ),
        ),
        not_checked=(NotChecked("plan", None, "binary: a NUL byte at offset 12"),),
        warnings=(Warning("letter", 2, "a zero-width space (U+200B) inside the number 1,200"),),
    )


COLLEGE = {
    "prospectus": (
        "Enrolment at Alder College grew by 40 percent in ten years, from 1,200 students in 2005 "
        "to 1,500 students in 2015.\n"
    ),
    "register": "Alder College listed 1,500 students in 2015.\n",
}


def college() -> Report:
    """One sum that does not come out, its parts in one sentence and in another source."""
    text = COLLEGE["prospectus"]
    name = "Alder College"
    stated = claim("prospectus", text, "40 percent", name=name, attribute="growth", kind="percentage")
    ends = [
        claim("prospectus", text, value, name=name, attribute="enrolment", kind="count")
        for value in ("1,200 students", "1,500 students")
    ]
    other = claim("register", COLLEGE["register"], "1,500 students", name=name, attribute="enrolment", kind="count")
    return Report(
        sources=(
            Checked(Source("prospectus", published="2016-03"), "checked"),
            Checked(Source("register", published="2015"), "checked"),
        ),
        claims=(stated, *ends, other),
        comparisons=(),
        findings=(
            finding(
                "change-adds-up",
                ("40 percent", [stated]),
                ("25 percent", [*ends, other]),
                kind="change",
                severity="warning",
                message="Alder College: a growth of 40 percent is stated, the figures give 25 percent",
                explanation=[
                    "A stated change must follow from its end points.",
                    "(1,500 - 1,200) / 1,200 = 25 percent, stated: 40 percent",
                ],
                key="deadbeef00000000",
            ),
        ),
    )


LINE = {
    "log\x1b[31m": "The ferry \x1b]0;owned\x07Adler carried 300 guests\u202e in 1901.\n",
    "ledger": "The ferry Adler carried 350 guests in 1901, wrote 船長 Ito in his 航海日誌 that evening.\n",
}


def shipping_line() -> Report:
    """Hostile names and texts, and wide letters."""
    claims = [
        claim(source, text, value, name="Adler\n::error::", attribute="passengers", kind="count")
        for (source, text), value in zip(LINE.items(), ("300 guests", "350 guests"), strict=True)
    ]
    return Report(
        sources=tuple(Checked(Source(source), "checked") for source in LINE),
        claims=tuple(claims),
        comparisons=(),
        findings=(
            finding(
                "one-count",
                ("300 guests\u202e", claims[:1]),
                ("350 guests", claims[1:]),
                message="Adler\n::error::\x1b[2J: 300 or 350 guests",
                explanation=["300 and 350\x9b differ"],
            ),
        ),
        not_checked=(NotChecked("a\rb.txt", "one\x1bcount", "not readable\u2028at all"),),
        warnings=(Warning("log\x1b[31m", 0, "bidirectional control \u202e"),),
    )


FERRY = {
    "almanac": "The ferry Osprey was launched in 1911.\nThe Osprey carries 240 passengers.\n",
    "board": "The ferry Osprey was launched in 1911.\nThe Osprey has room for 240 passengers.\n",
    "gazette": "In 1912 the ferry Osprey was launched.\nOn a calm day the Osprey takes 260 passengers.\n",
    "yard": "Launched at this yard in 1911: the ferry Osprey.\n",
}


def ferry() -> Report:
    """A sure conflict among four sources, two of them with one text, an agreement, and a possible conflict."""
    launched = {
        source: claim(
            source, text, year, name="Osprey", attribute="launched", low=f"{year}-01-01", high=f"{year}-12-31"
        )
        for (source, text), year in zip(FERRY.items(), ("1911", "1911", "1912", "1911"), strict=True)
    }
    room = {
        source: claim(
            source, FERRY[source], f"{n} passengers", name="Osprey", attribute="passengers", kind="count", low=n, high=n
        )
        for source, n in (("almanac", "240"), ("board", "240"), ("gazette", "260"))
    }
    early = [launched[source] for source in ("almanac", "board", "yard")]
    held = ((PositionSource("almanac"), PositionSource("board", None, None, "almanac"), PositionSource("yard")),)
    late = (PositionSource("gazette"),)
    apart = "the dates lie apart"
    alike = "the same number"
    differ = "the values differ"
    comparisons = (
        Comparison(launched["almanac"].id, launched["gazette"].id, "conflict", apart, 0.9612, "error"),
        Comparison(room["almanac"].id, room["board"].id, "agree", alike, 0.8),
        Comparison(room["almanac"].id, room["gazette"].id, "conflict", differ, 0.4138, "possible"),
    )
    conflict = finding(
        "once-only",
        ("1911", early),
        ("1912", [launched["gazette"]]),
        message="Osprey: launched: 1911: almanac, board, yard; 1912: gazette",
        explanation=["A ship is launched once.", "the dates lie apart (almanac, gazette)"],
        key="4a4a4a4a00000000",
        held=(*held, late),
        odd="1912",
    )
    agreement = finding(
        "one-value-at-a-time",
        ("240 passengers", [room["almanac"], room["board"]]),
        relation="agree",
        severity="info",
        message="Osprey: passengers: 240: almanac, board",
        key="5b5b5b5b00000000",
    )
    possible = finding(
        "one-value-at-a-time",
        ("240 passengers", [room["almanac"], room["board"]]),
        ("260 passengers", [room["gazette"]]),
        severity="info",
        message="Osprey: passengers: 240: almanac, board; 260: gazette",
        explanation=["There is one such figure at a time.", "the values differ (almanac, gazette)"],
        key="6c6c6c6c00000000",
    )
    positions = tuple(c.id for c in early), (launched["gazette"].id,)
    full = room["almanac"].id, room["board"].id
    return Report(
        sources=tuple(Checked(Source(source, path=f"docs/{source}.txt"), "checked") for source in FERRY),
        claims=(*launched.values(), *room.values()),
        comparisons=comparisons,
        findings=(replace(conflict, confidence=0.9612), replace(agreement, confidence=0.8)),
        possible=(replace(possible, confidence=0.4138, possible=True),),
        facts=(
            Fact("launched", positions, comparisons[:1], "error", 0.9612),
            Fact("passengers", (full,), comparisons[1:2], None, 0.8),
            Fact("passengers", (full, (room["gazette"].id,)), comparisons[2:], "possible", 0.4138),
        ),
        texts=tuple(FERRY.items()),
    )


NASTY = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
    "\x9b2J\x9d0;title\x9c",
    "12\n::error file=a,line=1::forged",
    "12\r\n##[error]forged",
    "::stop-commands::x%0A::warning::y,z:%25",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a | b || c \\| d \\",
    "``` `x` ~~~ **b** _i_ ~~s~~ $x^2$",
    "@mention #12 GH-12 !34 owner/repo#5 a@b.example :tada:",
    "[x](javascript:alert(1)) ![y](https://evil.example/z.png) javascript:alert(1)",
    "https://evil.example www.evil.example evil.example mailto:a@b.example //evil.example",
    "]]> <!-- --> <![CDATA[ &lt; &#60; &amp;",
    "\ufffe\uffff\ufdd0\ufeff",
    "half\ud83d pair \udc00",
    "nul\x00 del\x7f bell\x07 back\x08",
    "\u202e1894\u2066\u200b\u2028\u2029\U000e0041",
    "word " * 2_000,
    "=1+1 +2 -3 @4",
    "# x\n- y\n1. z\n=== {0} {{1}} [2](3)",
    "- y",
    "+ z",
    "17) a",
    "   === ",
)
"""Strings that mean something to a terminal, a runner, a page, a table or a parser."""


def nasty(text: str) -> Report:
    """A report with ``text`` in every place that a document, a register, a rule or a person can fill."""
    sides = []
    for number, value in enumerate((text, "other"), 1):
        name, said = f"{text}{number}", f"Before. {value} stands here. Behind."
        sides.append(replace(claim(name, said, value, name=text, attribute="founded", kind="count"), id=f"c{number}"))
        sides[-1] = replace(sides[-1], evidence=Evidence(said, 0, len(said), 1, 1))
    sources = [
        Checked(
            Source(f"{text}{n}", path=f"docs/{text}{n}", title=text, publisher=text, published=text, authority=n),
            "checked",
        )
        for n in (1, 2)
    ]
    sources.append(Checked(Source(f"{text}3", path=text), "not-checked", text))
    conflict = finding(text, (text, sides[:1]), ("other", sides[1:]), message=text, explanation=[text, text])
    waived = replace(conflict, fingerprint="f" * 32, status="waived")
    said = Decision(text, text, text, ((f"{text}1", "0" * 12),), "waived", text, "2031-05-17", text, text, "2031-06-17")
    bare = finding(text, kind="decision", severity="warning", message=text, explanation=[text], key="e" * 32)
    return Report(
        sources=tuple(sources),
        claims=tuple(sides),
        comparisons=(),
        findings=(conflict, waived, bare),
        possible=(replace(conflict, fingerprint="d" * 32, confidence=0.4, possible=True),),
        facts=(Fact("founded", tuple((side.id,) for side in sides), (), "error", 0.9),),
        not_checked=(NotChecked(f"{text}3", None, text), NotChecked(None, text, text)),
        warnings=(Warning(f"{text}1", 1, text),),
        texts=tuple((f"{text}{n}", side.evidence.quote) for n, side in enumerate(sides, 1)),
        rulings=(Ruling(said, "active", waived.fingerprint), Ruling(said, "changed", conflict.fingerprint)),
    )


def nasty_rule(text: str) -> RuleEntry:
    """The rule that ``nasty`` speaks of."""
    return RuleEntry(id=text, kind="agreement", why=text, since=text, examples=Examples(conflict=((text, text),)))
