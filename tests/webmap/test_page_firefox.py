"""The page in Firefox ESR, beside Chromium: what no reader can do without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from firefox import Firefox
from invented import incident, layers, page

IDS = "[...geomap.page.list.rows].map((row) => geomap.page.model.value('id', row))"
Reading = Callable[[str], Firefox]


@pytest.fixture
def reading(firefox: Firefox, tmp_path: Path) -> Reading:
    """Open a page of four incidents with a link."""
    rows = [incident(n, symbol="clash" if n % 2 else "strike") for n in range(4)]
    (tmp_path / "map.html").write_text(page(layers(rows)), encoding="utf-8")

    def opened(link: str = "") -> Firefox:
        firefox.open(f"{(tmp_path / 'map.html').as_uri()}{link}")
        return firefox

    return opened


def test_it_opens_with_map_and_list_and_asks_for_nothing(reading: Reading) -> None:
    opened = reading("")
    assert opened.run("document.querySelectorAll('#list .item').length") == 4
    assert opened.run("geomap.page.layer.placed.length") == 4
    colours = """new Set(document.querySelector(".leaflet-marker-pane canvas").getContext("2d")
        .getImageData(0, 0, 2000, 2000).data).size"""
    assert opened.run(colours) > 20
    assert opened.run("performance.getEntriesByType('resource').length") == 0


def test_search_and_filter_leave_what_they_say(reading: Reading) -> None:
    opened = reading("")
    opened.type("#search", "strike 2")
    opened.until("geomap.page.model.shown.length === 1")
    assert opened.run(IDS) == ["invented-0002"]
    opened.click("#chips .chip")
    opened.until("geomap.page.model.shown.length === 4")
    opened.click("#tab-filters")
    opened.click("#panel-filters li label")
    opened.until("geomap.page.model.shown.length === 2")
    assert "2 of 4 shown" in opened.run("document.getElementById('counters').textContent")


def test_a_card_opens_by_click_and_closes_by_key(reading: Reading) -> None:
    opened = reading("")
    opened.click("#list .item")
    opened.until("document.querySelector('#card h2') !== null")
    assert opened.run("document.querySelector('#card h2').textContent") == "Invented strike 0"
    assert opened.run("document.activeElement.tagName") == "H2"
    opened.type("#card h2", "\ue00c")  # Escape
    opened.until("document.getElementById('card').hidden")


def test_a_link_restores_what_it_was_copied_from(reading: Reading) -> None:
    opened = reading("#f=kind:clash&i=invented-0003&l=ur&b=1")
    state = "[geomap.page.model.shown.length, JSON.stringify(geomap.page.store.state), document.documentElement.dir]"
    before = opened.run(state)
    assert (before[0], before[2]) == (2, "rtl")
    assert all(part in before[1] for part in ('"invented-0003"', '"bands":true'))
    link = opened.run("geomap.page.permalink()")
    again = reading(link[link.index("#") :])
    assert again.run(state) == before


def test_a_picture_is_drawn_and_paper_is_laid_out(reading: Reading) -> None:
    opened = reading("#l=fa&i=invented-0001")
    assert opened.run("geomap.picture(geomap.page).toDataURL().length") > 20_000
    assert opened.run("geomap.vectorPicture(geomap.page).startsWith('<svg')")
    assert (
        opened.run("(window.dispatchEvent(new Event('beforeprint')), document.querySelectorAll('#paper tbody tr').length)") >= 4
    )
