"""The page as text: whole without scripts, closed to the network, and nothing in it but what was said."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from checker.model.finding import PositionSource
from checker.model.report import Report
from checker.reports.html import page_model, render
from checker.reports.html.claim_status import keys
from checker.reports.html.links import inside, web_address
from checker.reports.terminal import safe
from tests.reports.invented import college, ferry, finding, museum, shipping_line
from tests.reports.pages import ATTACK, HOSTILE, decided, followed, hostile, many, with_texts

REPORTS: dict[str, Callable[[], Report]] = {
    "museum": lambda: with_texts(museum()),
    "college": college,
    "shipping_line": shipping_line,
    "ferry": ferry,
    "hostile": hostile,
    "decided": decided,
    "followed": followed,
    "nothing": lambda: Report(sources=(), claims=(), comparisons=(), findings=()),
}
VOID = {"meta", "link"}


class Read(HTMLParser):
    """The elements of a page with their attributes, the text of each kind of element, and whether all are closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.said: dict[str, list[str]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.said.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.said[self.open[-1]][-1] += data


@pytest.fixture(params=REPORTS)
def page(request: pytest.FixtureRequest) -> str:
    return render(REPORTS[request.param]())


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, object] = json.loads(found[1])
    return read


def test_every_element_is_closed(page: str) -> None:
    assert Read(page).open == []


def test_its_policy_allows_its_own_script_and_style_and_nothing_else(page: str) -> None:
    read = Read(page)
    (policy,) = [
        a["content"] or ""
        for tag, a in read.elements
        if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert rules["script-src"].split() == [digest(text) for text in inline]
    assert rules["style-src"].split() == [digest(text) for text in re.findall(r"<style>(.*?)</style>", page, re.DOTALL)]
    closed = {name: said for name, said in rules.items() if name not in ("default-src", "script-src", "style-src")}
    assert closed == {
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    assert "unsafe" not in policy


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_it_asks_the_network_for_nothing(page: str) -> None:
    for tag, attributes in Read(page).elements:
        assert not {"src", "srcset", "action", "formaction", "poster", "background", "style"} & attributes.keys()
        assert not any(name.startswith("on") for name in attributes)
        if "href" in attributes:
            assert tag in ("a", "link")
            assert (attributes["href"] or "").startswith(("#", "https://x.example/", "data:,"))


def test_only_what_the_page_is_made_of_is_an_element(page: str) -> None:
    scripts = [attributes for tag, attributes in Read(page).elements if tag == "script"]
    assert scripts == [{}, {"type": "application/json", "id": "data"}, {}]
    assert not {"img", "svg", "iframe", "object", "b>"} & {tag for tag, _ in Read(page).elements}


def test_nothing_invisible_is_in_it(page: str) -> None:
    assert [char for char in page if not char.isprintable() and char not in "\n\t"] == []
    page.encode("utf-8")


def test_what_the_data_holds_can_end_no_element(page: str) -> None:
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    assert not set("<>&") & set(found[1])
    assert "__proto__" not in found[1]
    assert data_of(page)["statuses"]


def test_a_hostile_text_is_shown_word_for_word() -> None:
    texts = [said.removeprefix("\n") for said in Read(render(hostile())).said["pre"]]
    expected = [
        "".join(c if c in "\n\t" else safe(c) for c in text.replace("\r\n", "\n").replace("\r", "\n"))
        for text in HOSTILE.values()
    ]
    assert texts == expected


def test_each_claim_is_found_in_the_text_as_shown() -> None:
    page = render(hostile())
    texts = [said.removeprefix("\n").encode("utf-16-le") for said in Read(page).said["pre"]]
    claims = data_of(page)["claims"]
    assert isinstance(claims, list)
    values = [
        texts[source][start * 2 : (start + length) * 2].decode("utf-16-le")
        for source, held in enumerate(claims)
        for _, _, start, length, *_ in held
    ]
    assert values == ["1901", "1902", "1902"]


def test_it_is_whole_without_scripts() -> None:
    said = Read(render(decided())).said
    page = " ".join(text for texts in said.values() for text in texts)
    for one in decided().findings:
        assert one.message in page
    for words in (
        "annual.txt (2004), line 1",
        "the years 1894 and 1897 do not overlap",
        "check-claims decide 3f9a21bc --verdict ...",
    ):
        assert words in page
    assert "binary: a NUL byte at offset 12" in page
    assert "expired: waived, by A. Clerk on 2030-01-02, until 2031-05-17, the archive is being asked" in page
    assert said["mark"].count("1897") == 2


def test_what_changed_is_counted_on_the_first_screen_and_told_below() -> None:
    page = render(decided())
    strip = page[page.index('class="strip"') : page.index("</header>")]
    assert '<span class="number">2</span> decisions to look at again' in strip
    assert '<span class="number">1</span> not checked' in strip
    first = page[page.index('<h3 id="now-changed"') :]
    assert "the values have changed since it was decided: Harbour Museum" in first
    assert "ended on 2031-05-17" in first


def test_what_was_not_checked_is_never_green() -> None:
    page = render(museum())
    assert '<li class="bad"><a class="jump" href="#now-unread">' in page
    assert "every source was read" not in page
    read = Read(page)
    cards = {a["aria-labelledby"]: a["class"] for tag, a in read.elements if "card" in (a.get("class") or "").split()}
    assert cards == {"now-unread": "card bad", "now-changed": "card good"}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(decided()) == render(decided())


def test_thousands_of_conflicts_are_a_line_each_where_no_script_runs() -> None:
    page = render(many(1000))
    assert page.count('<article class="finding ') == 300
    assert all(f"number {n}: " in page for n in range(1000))
    assert len(page) < 1_500_000


def test_texts_beyond_the_room_there_is_are_cut_down_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_model, "MOST_TEXT", 200)
    long = "Nothing is said of it here. " * 500
    report = with_texts(museum())
    report = replace(report, texts=tuple((source, text + long) for source, text in report.texts))
    page = render(report)
    assert page.count("Not the whole text") == 3
    assert len(page) < len(render(replace(report, texts=report.texts))) + 1
    assert page.count("Nothing is said") < 60
    claims = data_of(page)["claims"]
    assert isinstance(claims, list)
    texts = [said.removeprefix("\n") for said in Read(page).said["pre"]]
    shown = [texts[n][c[2] : c[2] + c[3]] for n, held in enumerate(claims) for c in held if c[2] >= 0]
    assert shown == ["1894", "1894", "12,400 charts", "1897", "three winters", "12,400 charts"]


def test_a_claim_without_its_source_s_text_still_has_its_quote() -> None:
    page = render(museum())
    assert "The Harbour Museum was founded in 1894 by seven retired pilots." in " ".join(Read(page).said["pre"])


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://fas.example/a?b=c#d", True),
        ("http://[2001:db8::1]/", True),
        ("HTTPS://fas.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//fas.example", False),
        ("https://", False),
        ("https://fas.example@evil.example/", False),
        ("http://[broken", False),
        ("https://x.example/\u202egnp", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, links: bool) -> None:
    assert web_address(url) == (url if links else None)


def test_a_url_that_is_no_link_is_shown_as_text() -> None:
    read = Read(render(hostile()))
    assert any("javascript:window.broken=1" in said for said in read.said["span"])
    assert not any((a.get("href") or "").startswith("javascript") for _, a in read.elements)
    assert [a["rel"] for tag, a in read.elements if tag == "a" and "rel" in a] == ["noreferrer noopener nofollow"]
    assert ATTACK.replace(" ", "") in " ".join(read.said["a"])


def test_a_link_into_the_page_carries_any_name() -> None:
    assert inside("text", 'a b"&=#/ü') == "#text=a%20b%22%26%3D%23%2F%C3%BC"


def test_keys_are_as_long_as_they_must_be() -> None:
    prints = ["aaaa1111", "aaaa1122", "aaaa1122", "bbbb0000"]
    assert keys([finding("r", key=one) for one in prints], 4) == {
        "aaaa1111": "aaaa111",
        "aaaa1122": "aaaa112",
        "bbbb0000": "bbbb",
    }


def test_possible_conflicts_are_folded_where_no_script_runs() -> None:
    page = render(ferry())
    folded = page[page.index('id="possible"') : page.index('id="agreements-title"')]
    assert "1 possible conflict, the surest first" in folded
    assert folded.index("<details>") < folded.index('id="finding=6c6c6c6c"') < folded.index("</details>")
    assert "41% sure" in folded
    assert "decide 6c6c6c6c" not in page
    assert '<a href="#status=possible"><span class="number">1</span> possible</a>' in page
    assert 'id="possible"' not in render(museum())


def test_how_sure_a_conflict_is_stands_beside_its_severity() -> None:
    block = render(ferry()).split('id="finding=4a4a4a4a"')[1]
    assert "96% sure" in block[: block.index("</p>")]
    block = render(museum()).split('id="finding=3f9a21bc"')[1]
    assert "% sure" not in block[: block.index("</article>")]


def test_many_possible_conflicts_are_a_line_each_where_no_script_runs() -> None:
    (one,) = ferry().possible
    many_of_them = tuple(replace(one, fingerprint=f"{n:08x}{n:024x}", message=f"number {n}") for n in range(120))
    page = render(replace(ferry(), possible=many_of_them))
    assert page.count('<article class="finding ') == 51
    assert all(f"number {n}<" in page for n in range(120))


def test_agreements_of_one_voice_are_counted_and_not_listed() -> None:
    report = museum()
    (alike,) = [f for f in report.findings if f.fingerprint == "aa00000000000000"]
    copied = replace(
        alike,
        fingerprint="ab00000000000000",
        message="said by one voice",
        positions=tuple(
            replace(p, sources=(PositionSource("guide"), PositionSource("letter", same_text_as="guide")))
            for p in alike.positions
        ),
    )
    page = render(replace(report, findings=(*report.findings, copied)))
    listed = page[page.index('id="agreements-title"') : page.index('id="facts"')]
    assert "Harbour Museum library: 12,400 charts" in listed
    assert "said by one voice" not in page
    assert "1 more is not listed" in listed
    found = data_of(page)["findings"]
    assert isinstance(found, list)
    assert len(found) == len(report.findings)


def test_rows_are_quoted_as_tables_where_no_script_runs() -> None:
    page = render(followed())
    assert '<table class="quoted"><thead><tr><th scope="col">Year</th><th scope="col">Guests, all</th>' in page
    assert "<td><mark>300</mark></td>" in page
