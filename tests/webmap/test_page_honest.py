"""What the page says at first sight is what is known: tolls, nearness, areas, accounts, labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from invented import BUILD, incident, layers, page

from geomap.project.basemap import read_basemap
from geomap.tables import Tables, extent_of
from geomap.webmap import draw

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


@pytest.fixture(scope="module")
def shipped(tables: Tables) -> str:
    """The page of the shipped story."""
    return draw(tables, basemap=read_basemap(tables.story, extent_of(tables)), build=BUILD)


# -- tolls ------------------------------------------------------------------------------------------------------------------


def test_tolls_are_ranges_with_who_gives_their_ends_wherever_they_stand(visit: Opening) -> None:
    differing = incident(
        0, killed_min=7, killed_max=None, killed_most=9, killed_by=("7: Dawn (1 May 2023)", "9: Post (2 May 2023)"),
        injured_min=1, injured_max=4, injured_most=4, injured_by=("1: Post (2 May 2023)", "4: Dawn (1 May 2023)"),
        differing_fields=("killed",), difference_count=1,
    )  # fmt: skip
    opened = visit(page(layers([differing, incident(1, killed_max=2, killed_most=2, killed_by=("2: Gazette",))])))
    first, second = opened.tab.locator(".item").all()
    assert "killed: 7 to 9 or more · accounts differ" in first.inner_text()
    assert "7: Dawn (1 May 2023); 9: Post (2 May 2023)" in first.inner_text()
    assert "killed: 2\n" in second.inner_text() + "\n"
    assert "Gazette" not in second.inner_text()
    first.click()
    counts = opened.tab.locator(".card-counts").inner_text()
    assert "Killed: 7 to 9 or more · accounts differ 7: Dawn (1 May 2023); 9: Post (2 May 2023)" in counts
    assert "Injured: 1 to 4 1: Post (2 May 2023); 4: Dawn (1 May 2023)" in counts
    opened.run("geomap.page.store.set({dialog: 'table'})")
    cells = opened.tab.locator("#table tbody tr").first.inner_text()
    assert "7 to 9 or more · accounts differ 7: Dawn" in cells
    assert "1 to 4 1: Post" in cells
    opened.run("geomap.page.store.set({dialog: null})")
    opened.run("window.dispatchEvent(new Event('beforeprint'))")
    assert "7 to 9 or more · accounts differ 7: Dawn" in opened.run("geomap.get('paper').textContent")
    assert opened.is_quiet()


def test_without_scripts_tolls_are_ranges_too(browser: Any) -> None:
    html = page(layers([incident(0, killed_min=7, killed_max=9, killed_most=9, killed_by=("7: A", "9: B"),
                                 differing_fields=("killed",))]))  # fmt: skip
    assert "7 to 9 · accounts differ (7: A; 9: B)" in html


# -- nearness ---------------------------------------------------------------------------------------------------------------


def test_a_filter_by_distance_tells_certainly_from_possibly(visit: Opening) -> None:
    lie = [(2.0, 8.0), (0.0, 60.0), (9.5, 30.0), (12.0, 20.0), (None, None)]
    rows = [incident(n, distance_min_km=low, distance_max_km=high) for n, (low, high) in enumerate(lie)]
    opened = visit(page(layers(rows)), "#d=10")
    said = "within 10 km of the border: 1 certainly, 2 possibly"
    assert said in opened.tab.locator("#chips").inner_text()
    assert said in opened.tab.locator("#counters").inner_text()
    assert opened.tab.locator("#counters").inner_text().startswith("3 of 5 shown")
    words = [item.locator(".item-within").inner_text() for item in opened.tab.locator(".item").all()]
    assert words == ["certainly within 10 km of the border", *["possibly within 10 km of the border"] * 2]
    opened.run("geomap.page.store.set({distance: null})")
    assert opened.tab.locator(".item-within").count() == 0
    assert opened.is_quiet()


def test_within_a_distance_agrees_with_near_border_on_the_shipped_story(visit: Opening, shipped: str) -> None:
    opened = visit(shipped)
    near = opened.run("""() => {
        const { model } = geomap.page;
        const rows = Array.from({ length: model.rows }, (_, row) => row);
        return rows.map((row) => [model.value("near_border", row), model.within(row, 50), model.value("distance_min_km", row)]);
    }""")
    assert {said for said, _, _ in near} == {"yes", "no", "unknown"}
    assert all(within == (said if least is not None else "no") for said, within, least in near), near
