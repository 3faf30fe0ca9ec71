"""Chromium, without a window, on pages written to a folder; whatever goes wrong on one of them fails its test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from checker.model.report import Report
from checker.reports.html import render

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    if path is None:
        pytest.fail("no chromium: apt-get install chromium, or name another one with CHROMIUM=/path/to/it")
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a report (or a page as text) at a fragment.

    The test fails where a page writes to the console, raises an error, breaks its policy, or asks for anything but
    its own file.
    """
    wrong: list[str] = []
    contexts = []

    def opened(report: Report | str, at: str = "", *, faultless: bool = True, **options: Any) -> Page:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_text(report if isinstance(report, str) else render(report), encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
        contexts.append(context)
        page = context.new_page()
        if faultless:
            page.on("console", lambda said: wrong.append(f"console: {said.text}"))
            page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
            page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        context.on(
            "request",
            lambda asked: None if asked.url.split("#")[0] == path.as_uri() else wrong.append(f"request: {asked.url}"),
        )
        page.goto(path.as_uri() + at)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
