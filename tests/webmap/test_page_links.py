"""The link of the page and the browser's history, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from invented import page

Opening = Callable[..., Visit]


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Opening]:
    """Open the page of three incidents, with a link."""
    file = tmp_path / "map.html"
    file.write_text(page(), encoding="utf-8")
    open_now: list[Visit] = []

    def opening(link: str = "", **context: Any) -> Visit:
        open_now.append(Visit(browser, file, link, **context))
        return open_now[-1]

    yield opening
    for one in open_now:
        one.context.close()


def drag(opened: Visit, dx: int, dy: int) -> None:
    box = opened.tab.locator("#map-frame").bounding_box()
    x, y = box["x"] + 0.3 * box["width"], box["y"] + 0.8 * box["height"]
    opened.tab.mouse.move(x, y)
    opened.tab.mouse.down()
    opened.tab.mouse.move(x + dx, y + dy, steps=4)
    opened.tab.mouse.up()
    opened.settle()


def view(opened: Visit) -> list[float]:
    return opened.run("[geomap.page.map.getCenter().lat, geomap.page.map.getCenter().lng]")


def test_the_first_move_of_the_map_is_in_the_link(visit: Opening) -> None:
    opened = visit()
    opened.tab.wait_for_timeout(150)
    assert "v=" not in opened.run("location.hash")
    drag(opened, -80, 0)
    opened.until("geomap.page.store.state.view !== null")
    assert view(opened)[1] == pytest.approx(opened.run("geomap.page.store.state.view.lng"), abs=1e-4)
    opened.until("location.hash.includes('v=')")


@pytest.mark.parametrize("change", ["window", "card", "strip"])
def test_a_map_that_only_became_larger_or_smaller_is_still_the_one_of_the_start(visit: Opening, change: str) -> None:
    opened = visit()
    if change == "window":
        opened.tab.set_viewport_size({"width": 1200, "height": 700})
    elif change == "card":
        opened.run("geomap.page.select(1)")
    else:
        opened.run("geomap.page.store.set({ timeline: 'distance' })")
    opened.tab.wait_for_timeout(200)
    assert opened.run("geomap.page.store.state.view") is None


@pytest.mark.parametrize("more", ["&s=distance", "&s=distance&i=invented-0001", "&i=invented-0001", "&k=1&d=50&dated=1"])
def test_a_link_that_is_opened_again_and_again_stays_where_it_is(visit: Opening, more: str) -> None:
    link = f"#v=7.5_27.2500_62.7500{more}"
    for _ in range(3):
        opened = visit(link)
        opened.tab.wait_for_timeout(250)
        assert view(opened) == pytest.approx([27.25, 62.75], abs=0.01)  # a pixel and a half
        again = opened.run("`#${geomap.toHash(geomap.page.store.state)}`")
        assert again.partition("&")[0] == link.partition("&")[0]
        link = again


def test_once_around_the_world_everything_is_drawn_and_the_link_is_read(visit: Opening) -> None:
    opened = visit("#v=7_27_422.5")
    assert opened.tab.locator("#counters").inner_text().startswith("3 of 3")
    assert opened.run("geomap.page.layer.placed.length") == 3
    for turns in (1, -2):
        # As a long drag leaves it, which does not pass by `setView`.
        opened.run("(turns) => geomap.page.map.panBy([turns * 256 * 2 ** 7, 3], { animate: false })", turns)
        opened.until("geomap.page.layer.placed.length === 3")
        assert view(opened)[1] == pytest.approx(62.5, abs=0.01)
    assert opened.is_quiet()


def test_a_drawing_of_another_world_is_that_of_the_first(visit: Opening) -> None:
    opened = visit("#v=7_27_62.5")
    at = "(lng) => { const map = geomap.page.map; map.off('moveend'); map.setView([27, lng], 7, { animate: false }); }"
    opened.run(at, 62.5 + 720)
    assert opened.run("geomap.page.map.getCenter().lng") > 700
    opened.run("geomap.page.layer._update()")
    assert opened.run("geomap.page.layer.placed.length") == 3


def test_the_link_is_copied_from_the_toolbar(visit: Opening) -> None:
    opened = visit("#k=1")
    opened.tab.locator("#copy-link").click()
    opened.tab.locator("#copied", has_text="Copied").wait_for()
    assert opened.run("navigator.clipboard.readText()") == opened.run("geomap.page.permalink()")
    assert opened.run("navigator.clipboard.readText()").endswith("#k=1")
    opened.run("() => { geomap.copy = async () => false; }")
    opened.tab.locator("#copy-link").click()
    opened.until("document.querySelector('#copied input')")
    assert opened.tab.locator("#copied input").input_value().endswith("#k=1")
    assert opened.is_quiet()


def test_back_closes_the_card_and_nothing_else_and_forward_opens_it_again(visit: Opening) -> None:
    opened = visit("#k=1")
    for number in (0, 1):  # the second card stands in the same place of the history
        opened.tab.locator(".item").nth(number).click()
    opened.run("geomap.page.store.set({ distance: 50 })")
    opened.tab.wait_for_timeout(150)
    opened.tab.evaluate("() => history.back()")
    opened.until("geomap.page.store.state.selected === null")
    assert opened.tab.locator("#card").is_hidden()
    assert opened.run("[geomap.page.store.state.killed, geomap.page.store.state.distance]") == [1, 50]
    opened.until("location.hash === '#k=1&d=50'")
    opened.tab.evaluate("() => history.forward()")
    opened.until("geomap.page.store.state.selected === 'invented-0001'")
    opened.tab.evaluate("() => history.back()")
    opened.until("geomap.page.store.state.selected === null")
    assert opened.is_quiet()


def test_back_leaves_the_page_once_its_card_was_closed(visit: Opening) -> None:
    opened = visit()
    here = opened.run("location.href")
    opened.tab.goto("about:blank")
    opened.tab.goto(here)
    opened.tab.wait_for_selector("html[data-ready]")
    opened.tab.locator(".item").first.click()
    opened.tab.keyboard.press("Escape")
    opened.tab.wait_for_timeout(150)
    opened.tab.evaluate("() => history.back()")
    opened.tab.wait_for_url("about:blank")


def test_an_address_that_is_changed_by_hand_is_followed(visit: Opening) -> None:
    opened = visit()
    opened.tab.locator(".item").first.click()
    for link in ("#i=invented-0002", "#f=kind.strike&k=1", "#i=invented-0001&l=ur"):
        opened.tab.evaluate("(link) => { location.hash = link; }", link)
        opened.until(f"`#${{geomap.toHash(geomap.page.store.state)}}` === {json.dumps(link)}")
