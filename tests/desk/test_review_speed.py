"""How soon `geomap review` shows what a key does, and how soon it opens, in a story of 300 articles and 2,100 proposals."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

import pytest
from conftest import needs
from reviewed import begun, bulletin

pytestmark = pytest.mark.alone

LONGEST_MS = 100.0  #: from a key to what it does on the screen
MOST_TIMES = 1.5  #: as long as a bare page with the same words takes to open
#: From a key to the second frame after the page shows another state than before; ``seen`` gives that state.
EFFECT = """(key) => new Promise((done) => {
  const seen = () => JSON.stringify([desk.at, desk.article.id, desk.story.decided]);
  const [before, start] = [seen(), performance.now()];
  const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  const look = new MutationObserver(() => seen() !== before && (look.disconnect(), frames()));
  look.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  setTimeout(() => done(Infinity), 5000);
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
})"""
#: When what a person wants to see has been on the screen for a frame, milliseconds after the page was asked for.
SHOWN = """new MutationObserver((_, look) => {
  if (!document.querySelector(".stop.now, #bare")) return;
  look.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => (window.shown = performance.now())));
}).observe(document, { subtree: true, childList: true })"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of the story, by somebody who is named."""
    needs("starlette", "uvicorn")
    folder: Path = begun(tmp_path_factory.mktemp("many") / "story", {f"bulletin-{n:03}": bulletin(n) for n in range(300)})
    settings = folder / "geomap.toml"
    settings.write_text('decides = "Ana"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "geomap", "review", "--project", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.kill()


def busy() -> float:
    """How much longer things take because others use this machine, too."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)) if hasattr(os, "getloadavg") else 1.0


def opened(tab: Any, url: str) -> float:
    """Milliseconds until a page is seen."""
    tab.goto("about:blank")
    tab.goto(url)
    while not (shown := tab.evaluate("window.shown")):
        tab.wait_for_timeout(20)
    return float(shown)


def test_the_effect_of_a_key_is_seen_within_100_ms(address, browser, record_property):
    with browser.new_context(viewport={"width": 1400, "height": 850}) as context:
        tab = context.new_page()
        tab.goto(address)
        tab.wait_for_selector("#articles option:nth-child(300)", state="attached")
        tab.wait_for_timeout(1000)  # the map is drawn
        took = {}
        for keys in ("jk", "lh", "np", ("Enter",), "u"):  # the best of three rounds: machines are shared
            rounds = [[tab.evaluate(EFFECT, keys[n % len(keys)]) for n in range(6)] for _ in range(3)]
            took[keys[0]] = min(map(median, rounds))

    record_property("ms", {key: round(ms) for key, ms in took.items()})
    assert max(took.values()) <= busy() * LONGEST_MS, (took, busy())


def test_it_opens_within_one_and_a_half_times_a_bare_page_of_the_same_words(address, browser, record_property):
    with browser.new_context(viewport={"width": 1400, "height": 850}) as context:
        tab = context.new_page()
        tab.add_init_script(SHOWN)
        tab.goto(address)
        tab.wait_for_selector("#articles option:nth-child(300)", state="attached")
        parts = ["#articles", "#text", "#claims"]
        words = "\n".join(tab.locator(part).evaluate("(one) => one.outerHTML") for part in parts)
        bare = f"<!DOCTYPE html><meta charset='utf-8'>{words.replace(' now', '')}<p id='bare'>".encode()

        class Bare(BaseHTTPRequestHandler):
            """The same words without style and script."""

            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("content-type", "text/html")
                self.end_headers()
                self.wfile.write(bare)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        with HTTPServer(("127.0.0.1", 0), Bare) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            plain = f"http://127.0.0.1:{server.server_port}/"
            for _ in range(3):  # machines are shared: it is measured again before the limit is called broken
                both = [(opened(tab, address), opened(tab, plain)) for _ in range(11)]
                ours, theirs = (median(times) for times in zip(*both[1:], strict=True))
                if holds := ours <= busy() * MOST_TIMES * theirs:
                    break
            server.shutdown()

    record_property("ms", {"review": round(ours), "bare": round(theirs)})
    assert holds, (both, busy())
