"""What the page says at first sight is what is known: tolls, nearness, areas, accounts, labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import shapely
from browsing import Visit
from invented import BUILD, claim, incident, layers, page
from shapely.geometry import MultiPolygon, Point, box

from geomap.project.basemap import read_basemap
from geomap.tables import Tables, extent_of
from geomap.tables.frames import frame, geoframe
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
    assert "7 to 9 · accounts differ (7: A; 9: B)" in unescape(html)


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


# -- areas ------------------------------------------------------------------------------------------------------------------

MARKS = """geomap.page.layer.placed.filter(({ part }) => part).map((mark) => ({
    row: mark.row, part: mark.part, parts: mark.parts, look: geomap.page.layer.lookOf(mark),
    at: ((spot) => [spot.lng, spot.lat])(geomap.page.map.containerPointToLatLng(geomap.page.layer.spotOfMark({
        x: mark.tipX, y: mark.tipY }))),
    said: (geomap.page.layer.labels.find((label) => label.mark === mark) || { text: null }).text }))"""
#: A horseshoe: the middle of its bounds lies outside of it.
HORSESHOE = box(62, 26, 63, 27).difference(box(62.2, 26.2, 62.8, 27))


def areas_of(levels: Sequence[str], shapes: Sequence[Any]) -> Tables:
    """An incident for each shape, which is known to it and to no point."""
    rows = [
        incident(n, geometry=None, level=level, place=f"Place {n}", no_point_reason="an area", near_border="unknown")
        for n, level in enumerate(levels)
    ]
    best = [{"id": f"{row['id']}/best", "incident": row["id"], "role": "best", "level": row["level"], "geometry": shape}
            for row, shape in zip(rows, shapes, strict=True)]  # fmt: skip
    several = [area for area in best if area["geometry"].geom_type == "MultiPolygon"]
    parts = [{"id": f"{area['id']}/{letter}", "area": area["id"], "incident": area["incident"], "letter": letter,
              "share_percent": 50.0} for area in several for letter in "AB"]  # fmt: skip
    return replace(layers(rows), areas=geoframe("areas", best), area_parts=frame("area_parts", parts))


def test_each_area_of_an_incident_without_a_point_has_a_mark_of_its_own_kind_with_its_name(visit: Opening) -> None:
    two = MultiPolygon([box(61, 28, 61.3, 28.3), box(61.8, 28.6, 62.1, 28.9)])
    levels, coarse = ["district", "settlement", "province", "country"], [box(63, 28, 64, 29), box(60, 25, 65, 30)]
    shown = areas_of(levels, [two, HORSESHOE, *coarse])
    opened = visit(page(shown))
    marks = opened.run(MARKS)
    assert [(mark["row"], mark["part"], mark["parts"]) for mark in marks] == [(0, 1, 2), (0, 2, 2), (1, 1, 1)]
    assert [mark["said"] for mark in marks] == ["Place 0 · A · 1 of 2 areas", "Place 0 · B · 2 of 2 areas", "Place 1"]
    assert all(mark["look"]["area"] and mark["look"]["kind"] == "strike" for mark in marks)
    for mark, shape in zip(marks, [*two.geoms, HORSESHOE], strict=True):
        assert shape.buffer(-0.01).contains(Point(mark["at"])), mark
    assert opened.tab.get_by_role("button", name=re.compile("A, 1 of 2 areas$")).count() == 1
    assert opened.run("geomap.symbolElement({ kind: 'strike', killed: 1, area: true }).querySelectorAll('path').length") == 4
    assert "in the area around it" in opened.tab.locator("#legend").inner_text()
    opened.tab.get_by_role("button", name=re.compile("B, 2 of 2 areas$")).press("Enter")
    assert opened.run("geomap.page.store.state.selected") == "invented-0000"
    written = opened.run("""() => { const brush = CanvasRenderingContext2D.prototype; const { fillText } = brush;
        const found = [];
        brush.fillText = function (text, ...at) { found.push(text); fillText.call(this, text, ...at); };
        geomap.picture(geomap.page); return found; }""")
    assert {"Place 0 · A · 1 of 2 areas", "Place 0 · B · 2 of 2 areas"} <= set(written)  # on the picture, which is printed too
    opened.run("geomap.page.store.set({ selected: null, query: 'strike 1' })")
    opened.run("void geomap.page.map.fitBounds([[25, 60], [30, 65]], { animate: false })")
    assert [mark["row"] for mark in opened.run(MARKS)] == [1]
    assert opened.is_quiet()


def test_names_of_marks_keep_off_each_other_and_off_marks(visit: Opening, shipped: str) -> None:
    opened = visit(shipped)
    labels = opened.run("geomap.page.layer.labels.map(({ text, box, mark }) => [text, box, [mark.x, mark.y]])")
    assert len(labels) >= 6
    for (_, one, _), (_, other, _) in combinations(labels, 2):
        assert one[0] > other[2] or other[0] > one[2] or one[1] > other[3] or other[1] > one[3]
    towns = opened.run("geomap.page.backdrop.names.map(({ text, box }) => [text, box])")
    assert not [(name, text) for name, box_ in towns for text, label, _ in labels if crossing(box_, label)]


def crossing(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_selecting_an_incident_shows_its_areas_and_the_nearest_border(visit: Opening, shipped: str, tables: Tables) -> None:
    opened = visit(shipped)
    links = tables.links[tables.links["link_end"] == "nearest"].set_index("incident").geometry
    best = tables.areas[tables.areas["role"] == "best"].set_index("incident")
    for row, name in enumerate(tables.incidents["id"]):
        if name not in links or best.loc[name, "level"] in ("province", "country"):
            continue
        opened.run("(row) => geomap.page.select(row)", row)
        wanted = box(*links[name].union(best.loc[name].geometry).bounds)
        west, south, east, north = opened.run("geomap.page.map.getBounds().toBBoxString().split(',').map(Number)")
        assert box(west - 1e-4, south - 1e-4, east + 1e-4, north + 1e-4).contains(wanted), name
    opened.run("() => geomap.page.select(geomap.page.model.rowOf('2024-01-16-sabz-koh'))")
    low, high = (
        opened.run("""(() => { const { layer, map, selectedRow } = geomap.page; const bounds = layer.boundsOf(selectedRow);
        return [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.latLngToContainerPoint(corner)); })()""")
    )
    size = opened.run("geomap.page.map.getSize()")
    assert low["y"] - high["y"] > 0.3 * size["y"]
    before = opened.run("geomap.page.map.getZoom()")
    opened.run("geomap.page.close()")
    opened.run("() => geomap.page.select(geomap.page.model.rowOf('2024-01-16-sabz-koh'))")
    assert opened.run("geomap.page.map.getZoom()") == before
    view = opened.run("geomap.page.store.state.view")
    opened.run("() => geomap.page.select(geomap.page.model.rowOf('2024-01-16-sabz-koh'))")
    assert opened.run("geomap.page.store.state.view") == view  # what is seen stays where it is


def test_incidents_off_the_map_are_counted_at_its_edges_and_a_click_shows_them(visit: Opening) -> None:
    spots = [Point(62, 27), Point(62, 40), Point(62, 41), Point(80, 27), Point(40, 27), Point(62, 5), Point(62.1, 27)]
    rows = [incident(n, geometry=spot, distance_min_km=20.0) for n, spot in enumerate(spots)]
    opened = visit(page(layers(rows)), "#v=7/27.0000/62.0000")
    said = {"north": 2, "east": 1, "west": 1, "south": 1}

    def counted() -> dict[str, int]:
        edges = opened.tab.locator("#edges .edge").all()
        return {edge.get_attribute("data-key"): int(edge.inner_text().split()[-1]) for edge in edges}

    assert counted() == said
    assert opened.tab.get_by_role("button", name="2 more to the north").count() == 1
    opened.run("geomap.page.store.set({ query: 'strike 3' })")
    assert counted() == {"east": 1}
    opened.run("geomap.page.store.set({ query: '' })")
    opened.tab.locator("#edges .north").click()
    opened.settle()
    assert "north" not in counted()
    assert opened.is_quiet()


# -- names ------------------------------------------------------------------------------------------------------------------

NAMES = """(() => {
  const { backdrop, layer, border } = geomap.page;
  const view = backdrop._view;
  const on = ({ x, y }) => [x * view.scale - view.left, y * view.scale - view.top];
  const line = border.lines.flat().map((path) => Array.from({ length: path.length / 2 }, (_, i) =>
    on({ x: path[2 * i], y: path[2 * i + 1] })));
  const countries = new Set(backdrop.countries.map(({ name }) => (name || "").toUpperCase()));
  return { line, countries: backdrop.names.filter(({ text }) => countries.has(text)), names: backdrop.names,
           marks: layer.marksOn(view), size: [view.width, view.height] };
})()"""


@pytest.mark.parametrize("size", [(1400, 900), (1100, 700), (768, 1024), (390, 800)])
def test_a_countrys_name_crosses_no_symbol_no_name_and_no_border(visit: Opening, shipped: str, size: tuple[int, int]) -> None:
    opened = visit(shipped, viewport={"width": 1400, "height": 900})
    opened.tab.set_viewport_size({"width": size[0], "height": size[1]})
    seen = 0
    for row in (None, *range(0, 21, 3)):
        opened.run("(row) => { row === null ? geomap.page.close() : geomap.page.select(row); }", row)
        found = opened.tab.evaluate(NAMES)
        lines = shapely.MultiLineString([path for path in found["line"] if len(path) > 1])
        for name in found["countries"]:
            box_ = box(*name["box"])
            seen += 1
            assert not box_.intersects(lines), (row, name)
            assert all(box_.distance(Point(m["x"], m["y"])) >= m["reach"] for m in found["marks"]), (row, name)
            assert not [n for n in found["names"] if n != name and crossing(n["box"], name["box"])], (row, name)
    assert seen >= 8


# -- accounts and legend ----------------------------------------------------------------------------------------------------


def test_a_card_speaks_of_accounts_by_publisher_and_day_and_keeps_ids_and_offsets_in_details(visit: Opening) -> None:
    told = [claim(0, alternatives=("invented-0001",)), claim(1)]
    opened = visit(page(layers([incident(0), incident(1)], told)), "#i=invented-0000")
    card = opened.tab.locator("#card")
    said = card.inner_text()  # what is in closed details is not in it
    assert "Gazette (1 January 2024)" in said
    for internal in ("gazette/0", "invented-0000", "invented-0001", "0-10", "3-6"):
        assert internal not in said
    for details in card.locator("details").all():
        details.evaluate("(element) => { element.open = true; }")
    open_ = card.inner_text()
    for internal in ("gazette/0", "invented-0000", "0-10", "3-6"):
        assert internal in open_
    assert "It might also tell of: Invented strike 1" in open_
    link = card.locator(".source a")
    assert (link.inner_text(), link.get_attribute("href")) == ("Gazette of nowhere", "https://example.org/1")
    assert link.get_attribute("rel") == "noopener noreferrer"
    card.get_by_role("button", name="Copy citation").click()
    opened.settle()
    citation = opened.tab.evaluate("navigator.clipboard.readText()")
    assert citation.startswith("Invented strike 0. As told by Gazette (1 January 2024). Invented, invented-0000.")
    assert opened.is_quiet()


def test_no_card_of_the_shipped_story_shows_an_internal_id(visit: Opening, shipped: str, tables: Tables) -> None:
    opened = visit(shipped)
    internal = {*tables.articles["id"], *tables.claims["id"], *tables.incidents["id"]}
    for row in range(len(tables.incidents)):
        opened.run("(row) => geomap.page.select(row)", row)
        said = opened.tab.locator("#card").inner_text()
        assert not [name for name in internal if name in said], row


def test_each_level_has_a_mark_of_its_own_in_the_legend_and_on_the_picture(visit: Opening) -> None:
    levels = ("site", "settlement", "district", "province", "country", "unlocated")
    opened = visit(page(layers([incident(n, level=level) for n, level in enumerate(levels)])))
    marks = {
        level: opened.tab.locator(f"#legend [data-key='level:{level}'] svg").evaluate("(svg) => svg.innerHTML")
        for level in levels
    }
    assert len(set(marks.values())) == len(levels)
    legend = opened.tab.locator("#legend").inner_text()
    for words in ("where it may lie", "Iran–Pakistan border", "so many in one place", "in the area around it"):
        assert words in legend
    written = opened.run("""() => { const brush = CanvasRenderingContext2D.prototype; const { fillText, setLineDash } = brush;
        const [found, dashes] = [[], []];
        brush.fillText = function (text, ...at) { found.push(text); fillText.call(this, text, ...at); };
        brush.setLineDash = function (dash) { dashes.push(String(dash)); setLineDash.call(this, dash); };
        geomap.picture(geomap.page); return [found.join(" "), dashes]; }""")
    for words in ("where it may lie", "Iran–Pakistan border", "number in the list", "in the area around it, not on a point"):
        assert words in re.sub("[\u2068\u2069]", "", written[0])
    assert "6,4" in written[1]
