"""How the page looks and reads: on a phone and a wide screen, in the dark, on paper, and to assistive technology."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from checker.model.report import Report
from tests.browser.conftest import Open
from tests.reports.invented import college, ferry, museum
from tests.reports.pages import decided, followed, hostile, with_texts

VIEWS = ["", "#status=any", "#finding=3f9a21bc", "#status=agree", "#text=letter"]


def complaints(page: Page) -> list[str]:
    """What axe-core finds on the page as it is, with the elements."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("async () => JSON.stringify((await axe.run()).violations)")
    return [
        f"{one['impact']}: {one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in json.loads(found)
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_by_day_or_night(open_page: Open, view: str) -> None:
    page = open_page(decided(), view)
    assert complaints(page) == []
    page.emulate_media(color_scheme="dark")
    assert complaints(page) == []


def test_axe_finds_nothing_in_what_is_possible_and_in_facts(open_page: Open) -> None:
    page = open_page(ferry(), "#status=any")
    page.get_by_text("1 possible conflict, the surest first").click()
    page.locator("#possible .possible-one > summary").click()
    page.locator("#possible .how > summary").click()
    assert complaints(page) == []
    page.emulate_media(color_scheme="dark")
    assert complaints(page) == []


def test_axe_finds_nothing_on_a_phone_in_hostile_text_and_in_the_list_of_keys(open_page: Open) -> None:
    page = open_page(hostile(), viewport={"width": 360, "height": 700})
    assert complaints(page) == []
    page.keyboard.press("?")
    assert complaints(page) == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "report", [decided(), hostile(), college(), ferry()], ids=["decided", "hostile", "college", "ferry"]
)
def test_no_width_scrolls_sideways(open_page: Open, report: Report, view: str) -> None:
    page = open_page(report, view)
    for width in (320, 390, 768, 1280, 2560):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_width_scrolls_sideways_without_scripts(open_page: Open) -> None:
    page = open_page(decided(), viewport={"width": 320, "height": 800}, java_script_enabled=False)
    right = page.locator("body > *").evaluate_all(
        "all => Math.max(...all.map(one => one.getBoundingClientRect().right))"
    )
    assert right <= 320


def test_the_positions_stand_side_by_side_where_there_is_room(open_page: Open) -> None:
    for width, beside in ((1280, True), (390, False)):
        page = open_page(with_texts(museum()), "#finding=3f9a21bc", viewport={"width": width, "height": 800})
        first, second = (box.bounding_box() for box in page.locator("article:focus .position").all())
        assert first is not None
        assert second is not None
        assert (first["y"] == second["y"]) is beside


def test_on_paper_there_is_nothing_to_click(open_page: Open) -> None:
    page = open_page(decided())
    page.emulate_media(media="print")
    for name in ("nav", ".filters", ".command button"):
        expect(page.locator(name).first).to_be_hidden()
    expect(page.locator("article").first).to_be_visible()


@pytest.mark.parametrize("report", [decided(), college(), ferry()], ids=["decided", "college", "ferry"])
def test_on_a_phone_the_first_screen_has_the_values_the_words_and_where_they_stand(
    open_page: Open, report: Report
) -> None:
    page = open_page(report, viewport={"width": 390, "height": 844})
    card = page.locator("#list article").first
    parts = [card.locator(part).first.bounding_box() for part in (".values", "h3", "blockquote", "figcaption")]
    ends = [box["y"] + box["height"] for box in parts if box is not None]
    assert ends == sorted(ends)
    assert len(ends) == 4
    assert ends[-1] <= 844


@pytest.mark.parametrize("width", [320, 390])
def test_tables_are_read_on_a_phone_without_a_sideways_move(open_page: Open, width: int) -> None:
    for report, at in ((decided(), "#text=letter"), (ferry(), ""), (followed(), ""), (hostile(), "#text=one")):
        page = open_page(report, at, viewport={"width": width, "height": 800})
        for summary in page.locator("section.text.open details:not([open]) > summary").all():
            summary.click()
        for region in page.locator(".wide:has(.stacked):visible").all():
            assert region.evaluate("region => region.scrollWidth <= region.clientWidth")


def test_axe_finds_nothing_in_plots_and_in_texts_as_tables(open_page: Open) -> None:
    page = open_page(followed(), "#filter")
    page.get_by_text("1 plot").click()
    expect(page.locator("#series svg.timeline")).to_be_visible()
    assert complaints(page) == []
    for at in ("#text=ledger", "#text=figures"):
        page.evaluate("at => { location.hash = at }", at)
        expect(page.locator("section.text.open table.grid")).to_be_visible()
        assert complaints(page) == []
    page.emulate_media(color_scheme="dark")
    assert complaints(page) == []


def test_words_stand_on_their_own_bars(open_page: Open) -> None:
    for width in (390, 1280):
        page = open_page(with_texts(museum()), "#finding=3f9a21bc", viewport={"width": width, "height": 800})
        for row in page.locator("article:focus svg.timeline > g").all():
            words, bar = row.locator("text").bounding_box(), row.locator("rect").bounding_box()
            assert words is not None
            assert bar is not None
            assert words["y"] + words["height"] <= bar["y"] + 4
            assert words["x"] <= bar["x"] + bar["width"]
            assert words["x"] + words["width"] >= bar["x"]
