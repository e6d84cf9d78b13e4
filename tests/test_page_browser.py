"""The page in a real browser: Chromium, headless, without a network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from invented import HOSTILE, claim, incident, layers, page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SCHEMES = ("file:", "data:", "blob:")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, or a skip that says what is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None
    if not CHROMIUM or sync_playwright is None:
        reason = "no chromium on this machine" if sync_playwright else "playwright is not installed"
        if os.environ.get("GEOMAP_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


class Visit:
    """A page that is open in the browser, with what it asked for and what it complained of."""

    def __init__(self, browser: Any, file: Path, link: str = "", **context: Any) -> None:
        """Open a file and wait until the page says that it is ready."""
        context = {"viewport": {"width": 1400, "height": 900}, "offline": True, "accept_downloads": True} | context
        self.context = browser.new_context(**context)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.tab = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.tab.goto(file.as_uri() + link)
        self.tab.wait_for_selector("html[data-ready]", timeout=20_000)
        self.settle()

    def settle(self) -> None:
        """Wait until what was asked of the page is drawn."""
        self.tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def run(self, script: str, value: Any = None) -> Any:
        """The value of an expression in the page, after it is drawn."""
        result = self.tab.evaluate(script, value)
        self.settle()
        return result

    def is_quiet(self) -> bool:
        """Whether nothing was asked for but the file itself, and nothing complained."""
        outside = [url for url in self.requests if not url.startswith(SCHEMES)]
        files = {url.split("#")[0] for url in self.requests if url.startswith("file:")}
        assert (outside, self.complaints, self.dialogs, len(files)) == ([], [], [], 1)
        return True


Opening = Callable[..., Visit]


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Opening]:
    """Open HTML as the only file of an empty folder."""
    open_now: list[Visit] = []

    def opening(html: str, link: str = "", **context: Any) -> Visit:
        folder = tmp_path / f"alone{len(open_now)}"
        folder.mkdir()
        file = folder / "map.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        open_now.append(Visit(browser, file, link, **context))
        return open_now[-1]

    yield opening
    for one in open_now:
        one.context.close()


def test_every_card_opens_without_a_request_or_a_complaint(visit: Opening) -> None:
    opened = visit(page())
    for number in range(3):
        opened.tab.locator(".item").nth(number).click()
        assert opened.tab.locator("#card h2").inner_text() == f"Invented strike {number}"
    assert opened.is_quiet()


def test_hostile_text_shows_as_text_and_does_nothing(visit: Opening) -> None:
    words = (
        "title",
        "place",
        "place_local",
        "district",
        "province",
        "method",
        "reason",
        "no_pin",
        "actors",
        "target",
        "weapons",
        "confidence_rule",
    )
    told = ("when", "place", "region", "actors", "target", "weapons", "statements", "spans", "judgement", "alternatives")
    rows = [incident(n, **dict.fromkeys(words, text)) for n, text in enumerate(HOSTILE)]
    claims = [claim(n, **dict.fromkeys(told, text)) for n, text in enumerate(HOSTILE)]
    values = [
        {"claim": f"gazette/{n}", **dict.fromkeys(("field", "value", "by", "spans", "derivation", "note"), text)}
        for n, text in enumerate(HOSTILE)
    ]
    differences = [
        {
            "incident": f"invented-{n:04d}",
            "claims": f"gazette/{n}",
            "better": 1,
            **dict.fromkeys(("field", "account", "reason"), text),
        }
        for n, text in enumerate(HOSTILE)
    ]
    opened = visit(page(layers(rows, claims, values=values, differences=differences), title="; ".join(HOSTILE)))
    for number, text in enumerate(HOSTILE):
        opened.run("row => geomap.page.select(row)", number)
        shown = opened.tab.locator("#card h2").inner_text()
        assert shown == text.replace("\u202e", "[U+202E]")
        opened.tab.locator("#card details summary").first.click()
    assert opened.tab.locator("#app img, #app iframe, #app script").count() == 0
    assert opened.is_quiet()
