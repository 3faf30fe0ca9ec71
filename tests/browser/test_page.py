"""The page in a browser: filters, keys, links, texts, and nothing asked of the network."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from checker.model.fact import Fact
from checker.reports.html import render
from tests.browser.conftest import Open
from tests.reports.invented import college, ferry, museum, shipping_line
from tests.reports.pages import ATTACK, HOSTILE, decided, followed, hostile, many, with_texts

REPORTS = {
    "museum": with_texts(museum()),
    "college": college(),
    "shipping_line": shipping_line(),
    "ferry": ferry(),
    "hostile": hostile(),
    "decided": decided(),
    "followed": followed(),
}


def keys(page: Page) -> list[str]:
    """The keys of the findings that are listed."""
    return [
        (article.get_attribute("id") or "").removeprefix("finding=") for article in page.locator("#list article").all()
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_every_view_opens_without_a_fault(open_page: Open, name: str) -> None:
    report = REPORTS[name]
    page = open_page(report)
    for asked in (
        "#status=any",
        "#status=agree",
        "#severity=error",
        "#finding=none",
        "#page=99",
        "#at=1",
        "#%zz=%zz&rule=%zz",
    ):
        page.evaluate("asked => { location.hash = asked }", asked)
        expect(page.locator("#count")).to_be_visible()
    for link in page.locator("#source-list tbody a").all():
        page.evaluate("asked => { location.hash = asked }", link.get_attribute("href"))
        expect(page.locator("section.text.open")).to_have_count(1)
    assert page.locator("#plain").count() == 0


@pytest.mark.parametrize(
    ("filter", "listed"),
    [
        ("", ["3f9a21bc", "99999999", "cc112233"]),
        ("severity=info", ["cc112233"]),
        ("rule=founding-year-agrees", ["3f9a21bc"]),
        ("rule=founding-year-agrees&status=any", ["3f9a21bc", "77777777", "bb000000"]),
        ("status=waived", ["77777777"]),
        ("status=agree", ["aa000000", "bb000000"]),
        ("source=letter", ["3f9a21bc", "cc112233"]),
        ("source=ann", ["3f9a21bc"]),
        ("subject=northern%20quay", ["cc112233"]),
        ("subject=Harbour%20Museum&status=any", ["3f9a21bc", "77777777", "bb000000"]),
        ("attribute=holdings&status=any", ["aa000000"]),
        ("source=nobody", []),
    ],
)
def test_filters_stand_in_the_address(open_page: Open, filter: str, listed: list[str]) -> None:
    page = open_page(decided(), f"#{filter}")
    assert keys(page) == listed
    for part in filter.split("&"):
        name, _, value = part.partition("=")
        if name:
            assert page.locator(f"#filter-{name}").input_value() == value.replace("%20", " ")


def test_filters_are_set_by_hand_and_undone_by_going_back(open_page: Open) -> None:
    page = open_page(decided())
    page.get_by_label("Severity").select_option("error")
    assert page.url.endswith("#severity=error")
    expect(page.locator("#list article")).to_have_count(1)
    page.get_by_role("combobox", name="Source").fill("letter")
    page.get_by_role("combobox", name="Source").press("Enter")
    page.get_by_label("Status").select_option("any")
    assert page.url.endswith("#status=any&severity=error&source=letter")
    assert keys(page) == ["3f9a21bc", "77777777"]
    page.go_back()
    expect(page.locator("#list article")).to_have_count(1)
    page.get_by_role("button", name="clear").click()
    expect(page.locator("#list article")).to_have_count(3)


def test_j_and_k_walk_over_page_ends(open_page: Open) -> None:
    page = open_page(many(45))

    def here() -> str:
        return page.evaluate("document.activeElement.id")

    ids = keys(page)
    assert len(ids) == 20
    page.keyboard.press("j")
    assert here() == f"finding={ids[0]}"
    for _ in range(20):
        page.keyboard.press("j")
    second = keys(page)
    assert here() == f"finding={second[0]}"
    assert page.url.endswith("#page=2")
    page.keyboard.press("k")
    assert here() == f"finding={ids[-1]}"
    page.get_by_role("combobox", name="Source").focus()
    page.keyboard.press("j")
    assert page.get_by_role("combobox", name="Source").input_value() == "j"


def test_a_question_mark_lists_the_keys(open_page: Open) -> None:
    page = open_page(decided())
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next finding")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
    page.get_by_role("button", name="close").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_conflict_shows_all_that_is_known(open_page: Open) -> None:
    page = open_page(decided(), "#finding=3f9a21bc")
    card = page.locator("article:focus")
    expect(card.locator(".values .value")).to_have_text([" 1894", " 1897"])
    expect(card.locator("mark")).to_have_text(["1894", "1894", "1897"])
    expect(card.locator(".support")).to_have_text(["2 sources", "1 source, stands alone"])
    expect(card.locator("blockquote").nth(1)).to_have_text(
        "Harbour Museum The Harbour Museum was founded in 1894 by seven retired pilots. "
        "Its library keeps 12,400 charts."
    )
    expect(card.locator(".steps li")).to_have_text(
        ["A thing is founded once.", "the years 1894 and 1897 do not overlap"]
    )
    expect(card.get_by_role("img")).to_have_attribute("aria-label", "Timeline. 1894: 1894; 1897: 1897")
    expect(card.locator(".decisions li.changed")).to_contain_text(
        "1894 is right, by A. Clerk on 2029-03-04 (the values have changed"
    )
    expect(card.locator(".decisions li.expired")).to_contain_text("Then: letter: 1896")


def test_dates_are_drawn_as_precise_as_they_are(open_page: Open) -> None:
    page = open_page(hostile())
    assert page.locator("svg.timeline .bar").count() == 0
    assert page.locator("svg.timeline .shape").count() == 2
    page = open_page(with_texts(museum()), "#finding=3f9a21bc")
    assert page.locator("svg.timeline .bar").count() == 2


def test_the_command_follows_the_verdict_and_is_copied(open_page: Open) -> None:
    page = open_page(decided(), "#finding=3f9a21bc", permissions=["clipboard-read", "clipboard-write"])
    card = page.locator('[id="finding=3f9a21bc"]')
    choice = card.get_by_label("Decide", exact=True)
    assert choice.input_value() == ""
    expect(card.locator(".command code")).to_be_hidden()
    assert choice.locator("option").all_text_contents()[1:3] == ["1894: this is right", "1897: this is right"]
    choice.select_option(label="1897: this is right")
    card.get_by_role("button", name="copy").click()
    expect(card.get_by_role("button", name="copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "check-claims decide 3f9a21bc --verdict right"


def test_a_notice_about_a_decision_is_not_decided(open_page: Open) -> None:
    assert open_page(decided(), "#finding=99999999").locator("article:focus .command").count() == 0


def test_a_claim_leads_to_its_text_and_from_there_to_its_finding(open_page: Open) -> None:
    page = open_page(with_texts(museum()), "#finding=3f9a21bc")
    page.locator("article:focus").get_by_role("link", name="letter, line 2").click()
    expect(page.locator("section.text.open h3")).to_have_text("letter")
    expect(page.locator(".claim.here")).to_have_text("1897")
    expect(page.locator("#scripted")).to_be_hidden()
    expect(page.locator("pre .claim")).to_have_text(["1897", "three winters", "12,400 charts"])
    page.locator(".claim.here").click()
    expect(page.locator("article:focus")).to_have_attribute("id", "finding=3f9a21bc")
    expect(page.locator("section.text.open")).to_be_hidden()


def test_a_hostile_document_stays_text(open_page: Open) -> None:
    page = open_page(hostile(), "#status=any")
    assert page.evaluate("window.broken") is None
    assert page.locator("img, iframe, object, script:not([type]), body > svg").count() == 2  # its own two
    expect(page.locator("#list h3")).to_have_text(
        [f"{ATTACK}\\x00\\x07\\x1b]0;owned\\x07\\x7f\\x85\\u200b\\u202e\\u2028\\u2066\\ufeff"] * 2
    )
    expect(page.locator("#list blockquote mark")).to_have_text(["1901", "1902", "1902"] * 2)
    for number, link in enumerate(page.locator("#source-list tbody a").all()):
        page.evaluate("asked => { location.hash = asked }", link.get_attribute("href"))
        shown = page.locator("section.text.open pre").inner_text()
        assert all(words in shown for words in ("Adler", "was founded in 190"))
        assert ("onerror=" in shown) == ("onerror=" in list(HOSTILE.values())[number])
        assert [c for c in shown if not c.isprintable() and c not in "\n\t"] == []
    assert page.evaluate("window.broken") is None


def test_the_policy_holds(open_page: Open) -> None:
    page = open_page(with_texts(museum()), faultless=False)
    refused = page.evaluate(
        """async () => {
          const refused = [];
          addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
          const script = document.createElement('script');
          try { script.text = 'window.broken = 1'; } catch { refused.push('trusted-types'); }
          try { document.body.innerHTML += '<b>x</b>'; } catch { refused.push('trusted-types'); }
          const style = document.createElement('style');
          style.textContent = 'body { display: none }';
          document.body.append(style);
          await fetch('https://x.example/').catch(() => 0);
          await new Promise((done) => setTimeout(done, 50));
          return refused;
        }"""
    )
    assert {"trusted-types", "style-src-elem", "connect-src"} <= set(refused)
    assert page.evaluate("window.broken") is None


def test_without_scripts_everything_is_there(open_page: Open) -> None:
    page = open_page(decided(), "#finding=3f9a21bc", java_script_enabled=False)
    expect(page.locator("article").first).to_be_in_viewport()
    expect(page.locator("article")).to_have_count(4)
    expect(page.locator("section.text pre")).to_have_count(3)
    expect(page.locator("#help-button")).to_be_hidden()
    page.get_by_role("link", name="letter.txt, line 2").first.click()
    expect(page.locator('[id="text=letter"]')).to_be_in_viewport()


def test_where_the_script_fails_the_plain_form_comes_back(open_page: Open) -> None:
    broken = render(decided()).replace('id="data">{', 'id="data">')
    page = open_page(broken, faultless=False)
    expect(page.locator("#plain")).to_be_visible()
    expect(page.locator("article")).to_have_count(4)


def test_thousands_of_findings_are_shown_in_parts(open_page: Open) -> None:
    page = open_page(many(5000))
    expect(page.locator("#count")).to_have_text("5000 findings of 5000")
    assert page.locator("#list article").count() == 20
    assert page.locator("*").count() < 5000
    page.evaluate("location.hash = '#severity=warning&page=100'")
    expect(page.locator("#list h3").first).to_contain_text("number 3961: ")


def test_possible_conflicts_are_folded_and_drawn_when_opened(open_page: Open) -> None:
    page = open_page(ferry())
    assert keys(page) == ["4a4a4a4a"]
    expect(page.locator("#possible li")).to_be_hidden()
    page.get_by_text("1 possible conflict, the surest first").click()
    page.get_by_text("Osprey: passengers: 240: almanac, board; 260: gazette").click()
    expect(page.locator("#possible mark")).to_have_text(["240 passengers", "240 passengers", "260 passengers"])
    assert page.locator("#possible .command").count() == 0
    page.locator("#possible .how summary").click()
    page.get_by_role("link", name="6c6c6c6c").click()
    expect(page.locator("article:focus .severity")).to_have_text("possible")


def test_possible_conflicts_are_listed_by_their_status(open_page: Open) -> None:
    page = open_page(ferry())
    page.get_by_role("link", name="1 possible").click()
    assert keys(page) == ["6c6c6c6c"]
    page = open_page(ferry(), "#status=possible&source=yard")
    assert keys(page) == []
    expect(page.locator("#possible-count")).to_have_text("0 possible conflicts, the surest first")


def test_facts_stand_by_sources_with_their_values(open_page: Open) -> None:
    page = open_page(ferry())
    table = page.locator(".facts-table")
    cells = [row.locator("td, th[scope=col]").all_inner_texts() for row in table.locator("tr").all()]
    assert [[cell.strip() for cell in row] for row in cells] == [
        ["fact", "almanac", "board", "gazette", "yard"],
        ["1911", "1911\nsame text as almanac", "1912\nstands alone", "1911"],
        ["= 240 passengers", "= 240 passengers", "", ""],
        ["240 passengers", "240 passengers", "260 passengers", ""],
    ]
    shapes = [
        [chip.get_attribute("class") for chip in row.locator("td .shape").all()]
        for row in table.locator("tbody tr").all()
    ]
    assert shapes[0] == ["shape position-0", "shape position-0", "shape position-1", "shape position-0"]
    assert shapes[1] == []
    heads = table.locator("tbody th").all_inner_texts()
    assert [" ".join(head.split()) for head in heads] == [
        "Osprey launched 1911: 2 voices 1912: 1 voice error 96% sure 3 voices",
        "Osprey passengers agreement 2 voices",
        "Osprey passengers 240 passengers: 2 voices 260 passengers: 1 voice possible 41% sure",
    ]
    table.get_by_role("link", name="1912").click()
    expect(page.locator(".claim.here")).to_have_text("1912")


def test_facts_of_one_source_alone_have_its_columns_and_lead_to_their_finding(open_page: Open) -> None:
    page = open_page(ferry(), "#source=yard")
    assert page.locator(".facts-table tbody tr").count() == 1
    page.get_by_role("link", name="Osprey, launched: error").click()
    expect(page.locator("article:focus")).to_have_attribute("id", "finding=4a4a4a4a")


def test_the_heads_of_a_wide_table_of_facts_stay_in_sight(open_page: Open) -> None:
    report = ferry()
    claims = [replace(report.claims[0], id=f"c{n:03}", source=f"source-{n:03}") for n in range(90)]
    facts = tuple(Fact("launched", (tuple(c.id for c in claims[n : n + 45]),), ()) for n in range(45))
    page = open_page(replace(report, claims=(*report.claims, *claims), facts=facts))
    table = page.locator(".facts-table")
    assert table.locator("tbody tr").count() == 13
    assert table.locator("thead th").count() == 58
    before = [box.bounding_box() for box in (table.locator("thead th").first, table)]
    table.evaluate("table => { table.scrollTop = 300; table.scrollLeft = 300; }")
    assert [box.bounding_box() for box in (table.locator("thead th").first, table)] == before
    row = table.locator("tbody th").nth(8).bounding_box()
    assert row is not None
    assert before[1] is not None
    assert row["x"] - before[1]["x"] < 2
    page.get_by_role("button", name="Next page of facts").click()
    expect(table.locator("thead th").last).to_have_text("source-069")


def test_rows_are_quoted_under_their_heads(open_page: Open) -> None:
    page = open_page(followed(), "#finding=d0d0d0d0")
    quoted = page.locator("article:focus table.quoted")
    assert [row.locator("th, td").all_text_contents() for row in quoted.locator("tr").all()] == [
        ["Year", "Guests, all", "Rooms"],
        ["1901", "300", "40"],
        ["Year", "Guests", "Rooms"],
        ["1901", "310", "40"],
    ]
    expect(quoted.locator("mark")).to_have_text(["300", "310"])


def test_tables_are_shown_as_tables_and_sheets_under_their_names(open_page: Open) -> None:
    page = open_page(followed(), "#text=ledger")
    rows = page.locator("section.text.open table.grid tr")
    expect(rows).to_have_count(4)
    expect(rows.first.locator("td")).to_have_text(["Year", "Guests, all", "Rooms"])
    expect(page.locator("section.text.open .grid .claim")).to_have_text(["300", "350", "420"])
    page.evaluate("location.hash = '#text=figures'")
    sheet = page.locator("section.text.open .leaf")
    expect(sheet.locator(".division")).to_have_text("sheet Guests")
    expect(sheet.locator("table.grid tr")).to_have_count(3)
    expect(sheet.locator("pre")).to_have_text(["Seaview Hotel", "As counted at the door."])


def test_values_over_time_are_drawn_and_lead_to_their_sentences(open_page: Open) -> None:
    page = open_page(followed())
    section = page.locator("#series")
    expect(section.locator("svg")).to_have_count(0)
    section.get_by_text("1 plot").click()
    marks = section.locator("svg.timeline a")
    expect(marks).to_have_count(5)
    names = [mark.get_attribute("aria-label") for mark in marks.all()]
    assert names == [
        "ledger: 300, 1901",
        "ledger: 350, 1902",
        "ledger: 420, 1903",
        "figures: 310, 1901",
        "figures: 450, 1904",
    ]
    heights = [box["y"] for mark in marks.all() if (box := mark.locator(".shape").bounding_box()) is not None]
    assert heights[4] < heights[2] < heights[1] < heights[3] < heights[0]
    expect(section.locator(".legend")).to_contain_text("ledger")
    marks.last.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".claim.here")).to_have_text("450")


def test_each_standing_has_a_sign_of_its_own(open_page: Open) -> None:
    page = open_page(decided(), "#text=letter")
    signs = page.locator("section.text.open .legend .cell").all_text_contents()
    assert len(signs) == len(set(signs)) == 2


def test_ten_findings_are_walked_by_keys_alone(open_page: Open) -> None:
    page = open_page(many(10))
    for number in range(10):
        page.keyboard.press("j")
        expect(page.locator("article:focus h3")).to_contain_text("number ")
        if number == 0:
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('article') !== null")


def test_two_hundred_long_documents_open_at_once(open_page: Open) -> None:
    report = with_texts(museum())
    names = [f"source-{n:03}" for n in range(200)]
    first = report.claims[0]
    claims = tuple(
        replace(first, id=f"{name}-{n}", source=name, attribute=f"attribute {n}") for name in names for n in range(20)
    )
    facts = tuple(
        Fact(f"attribute {n}", (tuple(f"{name}-{n}" for name in names[m : m + 5]),), ())
        for n in range(20)
        for m in range(195)
    )
    report = replace(
        report,
        sources=tuple(replace(report.sources[0], source=replace(report.sources[0].source, id=name)) for name in names),
        claims=(*report.claims, *claims),
        facts=facts,
        texts=tuple((name, "The museum was founded in 1894. " * 500) for name in names),
    )
    page = open_page(report)
    timing = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert timing < 4000
    assert page.locator("#plain").count() == 0
