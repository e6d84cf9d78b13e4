"""The page within other pages, as a saved copy, and in browsers that set their own colours."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from invented import incident, layers, page

Opening = Callable[..., Visit]

# ---- embedded


def wheel(opened: Visit, *keys: str) -> float:
    """How far a turn of the wheel over the middle of the map zooms it in."""
    box = opened.tab.locator("#map-frame").bounding_box()
    opened.tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = opened.run("geomap.page.map.getZoom()")
    for key in keys:
        opened.tab.keyboard.down(key)
    opened.tab.mouse.wheel(0, -300)
    opened.tab.wait_for_timeout(400)
    for key in keys:
        opened.tab.keyboard.up(key)
    return float(opened.run("geomap.page.map.getZoom()") - before)


@pytest.mark.parametrize("width", [320, 600, 1000])
def test_an_embedded_page_is_the_map_with_a_slim_head(visit: Opening, width: int) -> None:
    opened = visit(page(), "#e=1", viewport={"width": width, "height": 480})
    head, map_box = (opened.tab.locator(name).bounding_box() for name in ("header", "#map-frame"))
    assert head["height"] <= 40
    assert map_box["height"] >= 430
    assert map_box["width"] == width
    assert opened.run("document.documentElement.scrollHeight") <= 480
    for name in ("#side", "#timeline", "#tools", "#shown"):
        assert opened.tab.locator(name).is_hidden()
    opened.run("geomap.page.select(0)")
    shared = opened.tab.locator("#map-frame").bounding_box()
    assert opened.tab.locator("#card").bounding_box()["y"] < 480
    assert shared["width"] >= 300 or shared["height"] >= 215
    assert opened.is_quiet()


def test_a_question_mark_embeds_too_and_the_whole_map_is_one_link_away(visit: Opening) -> None:
    opened = visit(page(), "?embed#i=invented-0001")
    assert opened.tab.locator("html.embedded").count() == 1
    href = opened.tab.locator("#whole").get_attribute("href")
    assert href.endswith("map.html#i=invented-0001")
    whole = visit(page())
    assert whole.tab.locator("html.embedded").count() == 0
    assert whole.tab.locator("#whole").is_hidden()


def test_the_wheel_turns_the_outer_page_until_the_map_is_chosen_or_ctrl_is_held(visit: Opening) -> None:
    opened = visit(page(), "#e=1")
    assert wheel(opened) == 0
    assert opened.tab.locator("#wheel-hint").is_visible()
    assert wheel(opened, "Control") > 0
    opened.tab.mouse.down()
    opened.tab.mouse.up()
    assert wheel(opened) > 0
    opened.tab.mouse.move(2, 2)
    assert wheel(opened) == 0
    assert wheel(visit(page())) > 0, "the whole page's wheel is the map's"


class Tags(HTMLParser):
    """The tags of a text, each with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] = dict(attrs)


def test_the_code_to_embed_is_escaped_and_names_this_view_with_a_still_beside_it(visit: Opening) -> None:
    title = 'A "quoted" <b>title</b>'
    opened = visit(page(title=title), "#k=1&i=invented-0001")
    opened.tab.locator("#downloads summary").click()
    opened.tab.locator("#download-embed").click()
    frame, still = (Tags(opened.tab.locator(f"#embed-{key}").input_value()).found for key in ("frame", "still"))
    assert set(frame) == {"iframe"}
    assert frame["iframe"]["title"] == title
    assert frame["iframe"]["src"] == "https://example.org/map.html#k=1&i=invented-0001&e=1"
    assert "allow-downloads" in (frame["iframe"]["sandbox"] or "")
    assert list(still) == ["a", "img"]
    assert still["a"]["href"] == "https://example.org/map.html#k=1&i=invented-0001"
    assert still["img"]["alt"] == f"{title}: 3 of 3 shown"
    with opened.tab.expect_download() as download:
        opened.tab.locator("#embedding").get_by_text("Picture of the map").click()
    assert download.value.suggested_filename == still["img"]["src"]
    opened.tab.locator("#embed-copy-frame").click()
    opened.until("document.querySelector('#embedding [role=status]').textContent !== ''")
    copied = opened.tab.evaluate("navigator.clipboard.readText()")
    assert Tags(copied).found == frame
    assert opened.is_quiet()


@pytest.mark.parametrize("look", ["#e=1", "#e=1&i=invented-0001&l=ur", "dialog"])
def test_axe_finds_nothing_in_an_embedded_page(visit: Opening, axe: str, look: str) -> None:
    opened = visit(page(), "" if look == "dialog" else look, viewport={"width": 700, "height": 480})
    if look == "dialog":
        opened.run("geomap.page.panels.find((part) => part instanceof geomap.Embed).open()")
    assert opened.is_accessible(axe)
