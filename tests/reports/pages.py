"""Reports made by hand for the page: hostile through and through, decided in every way, and very many findings."""

from __future__ import annotations

from dataclasses import replace

from checker.model.claim import Scope
from checker.model.decision import Decision, Ruling, Side
from checker.model.document import Source
from checker.model.fact import Fact
from checker.model.report import Checked, Report
from tests.reports.invented import MUSEUM, claim, finding, museum

ATTACK = (
    "</script><script>window.broken=1</script><img src=x onerror=\"window.broken=1\"><svg onload='window.broken=1'>"
)
CONTROLS = "\x00\x07\x1b]0;owned\x07\x7f\x85\u200b\u202e\u2028\u2066\ufeff"
HOSTILE = {
    f"a'\"><b>{ATTACK}\u202e": f"]]>{ATTACK}--><!--\r\n{CONTROLS}\rThe 😀 Adler &amp; co. was founded in 1901.\r\n",
    "javascript:alert(1)": f"\n\nThe Adler was founded in 1902, {ATTACK} said {CONTROLS}.\n",
    "{{ 7 * 7 }}": "The Adler was founded in 1902 {% raw %} &lt;b&gt;.\n",
}


def hostile() -> Report:
    """Every string that a person or a document can bring in tries to be markup, script or invisible."""
    claims = [
        replace(
            claim(source, text, year, name=f"Adler{ATTACK}", attribute=f"founded{ATTACK}{CONTROLS}", low=day, high=day),
            id=f"{source}-{ATTACK}",
            scope=Scope(time=ATTACK, place=CONTROLS),
        )
        for (source, text), year in zip(HOSTILE.items(), ("1901", "1902", "1902"), strict=True)
        for day in (f"{year}-05-17",)
    ]
    urls = (
        "javascript:window.broken=1",
        "data:text/html,<script>window.broken=1</script>",
        f"https://x.example/{ATTACK.replace(' ', '')}",
    )
    sides = tuple(Side(source, ATTACK, text) for source, text in HOSTILE.items())
    decision = Decision(
        f"one{ATTACK}", ATTACK, ATTACK, (), "both", ATTACK, "2031-05-17", ATTACK, CONTROLS, None, sides[:1], sides[1:]
    )
    conflict = finding(
        f"one{ATTACK}{CONTROLS}",
        (f"1901{ATTACK}", claims[:1]),
        (f"1902{CONTROLS}", claims[1:]),
        message=f"{ATTACK}{CONTROLS}",
        explanation=[ATTACK, CONTROLS],
        key="abcdef0123456789",
    )
    return Report(
        sources=tuple(
            Checked(Source(source, f"docs/{ATTACK}", ATTACK, CONTROLS, ATTACK, url=url), "checked")
            for source, url in zip(HOSTILE, urls, strict=True)
        ),
        claims=tuple(claims),
        comparisons=(),
        findings=(conflict,),
        possible=(replace(conflict, fingerprint="bbbbbb0123456789", confidence=0.4, possible=True),),
        facts=(Fact(claims[0].attribute, ((claims[0].id,), tuple(c.id for c in claims[1:])), (), "error", 0.97),),
        texts=tuple(HOSTILE.items()),
        rulings=(Ruling(decision, "changed", conflict.fingerprint),),
    )


def decided() -> Report:
    """The museum's conflict with another decision on it in each state, one of them waived, and a notice."""
    report = with_texts(museum())
    conflict, *others = report.findings
    decision = Decision(
        conflict.rule,
        "harbour-museum",
        "founded",
        (("annual", "0" * 12), ("letter", "1" * 12)),
        "waived",
        "A. Clerk",
        "2030-01-02",
        "the archive is being asked",
        None,
        "2031-05-17",
        (Side("annual", "1894", "Set up in 1894, the Harbour Museum is older than its harbour."),),
        (Side("letter", "1896", "the Harbour Museum was founded in 1896"),),
    )
    older = replace(decision, verdict="left", on="2029-03-04", expires=None, reason=None)
    waived = replace(conflict, fingerprint="77" * 8, status="waived", message="Harbour Museum: this one is waived")
    notice = finding(
        "decision-expired",
        kind="decision",
        severity="warning",
        message="the decision 'waived' on the harbour museum ended on 2031-05-17",
        explanation=["decided by A. Clerk", "decide again"],
        key="99" * 8,
    )
    return replace(
        report,
        findings=(conflict, waived, *others, notice),
        rulings=(
            Ruling(older, "changed", conflict.fingerprint),
            Ruling(decision, "expired", conflict.fingerprint),
            Ruling(decision, "active", waived.fingerprint),
        ),
    )


def with_texts(report: Report) -> Report:
    """The museum's report with the texts it was made from."""
    return replace(report, texts=tuple(MUSEUM.items()))


def many(findings: int) -> Report:
    """The museum's conflict again and again, every other time as an error."""
    report = with_texts(museum())
    conflict = report.findings[0]
    again = tuple(
        replace(
            conflict,
            fingerprint=f"{n:08x}{n:024x}",
            message=f"number {n}: {conflict.message}",
            severity="warning" if n % 2 else "error",
        )
        for n in range(findings)
    )
    return replace(report, findings=again)


FOLLOWED = {
    "ledger": 'Year,"Guests, all",Rooms\n1901,300,40\n1902,350,40\n1903,420,41\n',
    "figures": "Seaview Hotel\n\nYear | Guests | Rooms\n1901 | 310 | 40\n1904 | 450 | 41\n\nAs counted at the door.",
}


def followed() -> Report:
    """Two sources that follow one figure over the years, one of them a CSV file, the other taken out of a workbook."""
    stated = (
        ("ledger", "300", "1901"),
        ("ledger", "350", "1902"),
        ("ledger", "420", "1903"),
        ("figures", "310", "1901"),
        ("figures", "450", "1904"),
    )
    claims = [
        claim(
            source,
            FOLLOWED[source],
            value,
            name="Seaview Hotel",
            attribute="guests",
            kind="count",
            low=value,
            high=value,
            scope=Scope(year, f"{year}-01-01", f"{year}-12-31", "stated"),
        )
        for source, value, year in stated
    ]
    conflict = finding(
        "one-value-at-a-time",
        ("300", claims[:1]),
        ("310", claims[3:4]),
        message="Seaview Hotel had 300 or 310 guests in 1901: ledger and figures disagree",
        key="d0d0d0d000000000",
    )
    return Report(
        sources=(
            Checked(Source("ledger", path="docs/ledger.csv"), "checked"),
            Checked(Source("figures", path="docs/figures.xlsx", extracted=True), "checked"),
        ),
        claims=tuple(claims),
        comparisons=(),
        findings=(conflict,),
        texts=tuple(FOLLOWED.items()),
        divisions=(("figures", ((0, "sheet Guests"),)),),
    )
