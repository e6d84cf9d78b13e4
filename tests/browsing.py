"""A page that is open in a browser without network, and what it asks for."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SCHEMES = ("file:", "data:", "blob:")


def violations(tab: Any, engine: str) -> list[tuple[str, list[str]]]:
    """What axe finds in a tab, each with the first elements that have it.

    Its script is added by the browser's tools, which the page's own law does not bind. What holds is not listed element by
    element: that takes axe longer than to look.
    """
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(engine)
    found = tab.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]


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

    def until(self, condition: str) -> None:
        """Wait until something holds in the page; the browser tool's own way would need ``eval``, which the page forbids."""
        for _ in range(100):
            if self.run(condition):
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError(f"never came true: {condition}")

    def is_accessible(self, engine: str) -> bool:
        """Whether axe finds nothing."""
        assert violations(self.tab, engine) == []
        return True

    def is_quiet(self) -> bool:
        """Whether nothing was asked for but the file itself, and nothing complained."""
        outside = [url for url in self.requests if not url.startswith(SCHEMES)]
        files = {url.split("#")[0] for url in self.requests if url.startswith("file:")}
        assert (outside, self.complaints, self.dialogs, len(files)) == ([], [], [], 1)
        return True
