"""Builds the page for many sources and findings: how large it is, how long it takes, and how soon a browser paints it.

usage: python benchmarks/report_page.py [--sources 2000] [--findings 5000] [--keep PATH]

The documents are those of benchmarks/check.py, about 2 kB each; their figures are taken for claims, twenty or so a
document, and put against each other in conflicts of two to four claims. The times in the browser need chromium and
playwright: first contentful paint, the page complete, and the slowest of some filters and views.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.check import documents
from checker.model.claim import Claim, Evidence, Scope
from checker.model.document import Source
from checker.model.finding import Finding, Position, Severity
from checker.model.line_index import Lines
from checker.model.report import Checked, Report
from checker.model.subject_ref import SubjectRef
from checker.model.value import Mention
from checker.reports import html

_FIGURE = re.compile(r"\d[\d,.]*\d")
_ATTRIBUTES = ("founded", "staff", "visitors", "budget", "moved", "restored", "opened", "share", "members", "cost")
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "warning", "info")
_TIMES = """() => ({
  paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  complete: performance.getEntriesByType('navigation')[0].domComplete,
  nodes: document.querySelectorAll('*').length,
})"""
_FILTER = """async (hash) => {
  const start = performance.now();
  location.hash = hash;
  await new Promise((done) => addEventListener('hashchange', done, {once: true}));
  await new Promise(requestAnimationFrame);
  const taken = performance.now() - start;
  await new Promise((done) => setTimeout(done, 500));
  return taken;
}"""
_ASKED = ("#severity=error", "#source=text-000077", "#subject=Quenby", "#attribute=founded&page=3", "#text=text-000005")


def report_of(sources: int, findings: int, seed: int) -> Report:
    """An invented report of that size; the same for the same seed."""
    chance = random.Random(seed)
    texts = dict(list(documents(sources * 2000, seed).items())[:sources])
    claims = [claim for source, text in texts.items() for claim in _claims(source, text, chance)]
    by_attribute: dict[str, list[Claim]] = {}
    for claim in claims:
        by_attribute.setdefault(claim.attribute, []).append(claim)
    return Report(
        sources=tuple(
            Checked(Source(s, f"docs/{s}.txt", published=str(1950 + n % 70)), "checked") for n, s in enumerate(texts)
        ),
        claims=tuple(claims),
        comparisons=(),
        findings=tuple(_finding(by_attribute, n, chance) for n in range(findings)),
        texts=tuple(texts.items()),
    )


def _claims(source: str, text: str, chance: random.Random) -> list[Claim]:
    lines, name = Lines(text), re.findall(r"[A-Z]\w+ (?:Museum|College|Library|Institute)", text)
    found = []
    for match in _FIGURE.finditer(text):
        start = max(text.rfind(". ", 0, match.start()) + 2, text.rfind("\n", 0, match.start()) + 1)
        end = min(at for at in (text.find(". ", match.end()) + 1, len(text)) if at > 0)
        year = int(match[0]) if match[0].isdecimal() and 1800 < int(match[0]) < 2030 else chance.randrange(1850, 2020)
        line, column = lines.at(match.start())
        value = Mention("date", match.start(), match.end(), match[0], f"{year}-01-01", f"{year}-12-31", edtf=str(year))
        held = Evidence(text[start:end], start, end, line, column)
        subject = name[0] if name else "Quenby Hospital"
        attribute = chance.choice(_ATTRIBUTES)
        claim_id = f"{source}-{match.start()}"
        found.append(Claim(claim_id, source, SubjectRef(subject), subject, attribute, value, Scope(), "asserted", held))
    return found


def _finding(by_attribute: dict[str, list[Claim]], number: int, chance: random.Random) -> Finding:
    attribute = chance.choice(sorted(by_attribute))
    held = chance.sample(by_attribute[attribute], chance.randrange(2, 5))
    first, *others = held
    said = f"{first.subject_name}: {attribute}: {first.value.text}: {first.source}; "
    said += f"{others[0].value.text}: {', '.join(claim.source for claim in others)}"
    return Finding(
        f"rule-{number % 23}",
        "agreement",
        _SEVERITIES[number % len(_SEVERITIES)],
        "conflict",
        tuple(claim.id for claim in held),
        (Position(first.value.text, (first.id,)), Position(others[0].value.text, tuple(c.id for c in others))),
        said,
        (
            "It happens once, so two sources that date it differently cannot both be right.",
            f"the dates lie apart ({number})",
        ),
        f"{chance.randrange(16**32):032x}",
    )


def in_browser(path: Path) -> list[str]:
    """What chromium says of the page at ``path``."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(path.as_uri())
        times = page.evaluate(_TIMES)
        taken = {asked: page.evaluate(_FILTER, asked) for asked in _ASKED}
        browser.close()
    slowest = max(taken, key=lambda asked: taken[asked])
    return [
        f"first paint after {times['paint'] / 1000:.2f} s, complete after {times['complete'] / 1000:.2f} s",
        f"{times['nodes']:,} elements; the slowest filter, {slowest}, took {taken[slowest]:.0f} ms",
    ]


def main() -> None:
    """Print size and times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, default=2000)
    parser.add_argument("--findings", type=int, default=5000)
    parser.add_argument("--keep", type=Path, help="leave the page there")
    options = parser.parse_args()
    report = report_of(options.sources, options.findings, 1)
    start = time.process_time()
    page = html.render(report)
    taken = time.process_time() - start
    size = len(page.encode())
    print(f"{len(report.sources)} sources, {len(report.claims)} claims, {len(report.findings)} findings")
    print(f"{size / 1e6:.2f} MB (goal: 10), built in {taken:.2f} s of processor time")
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8")
        print(*in_browser(path.resolve()), sep="\n")


if __name__ == "__main__":
    main()
