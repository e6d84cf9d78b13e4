"""A map around 180°: what lies on both sides of it stands side by side, on the page, in its pictures and its still form."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import geopandas as gpd
import pytest
import shapely
from browsing import Visit
from invented import PAGES, incident, layers, page
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, box

from geomap.tables import Tables, west_of
from geomap.tables.frames import geoframe

Opening = Callable[..., Visit]

#: Degrees east and north of the incidents; the second is known to an area over 180° and to no point.
SPOTS = [(177.0, -17.0), (180.0, -16.0), (-177.0, -18.0), (-179.5, -17.5)]
OVER = MultiPolygon([box(179.2, -16.6, 180, -15.4), box(-180, -16.6, -179.2, -15.4)])


def around() -> Tables:
    """Four incidents within 400 km of each other, a border and a band over 180°."""
    rows = [
        incident(n, place=f"Atoll {n}", country=None, province=None, geometry=Point(*spot) if n != 1 else None,
                 no_point_reason="an area" if n == 1 else None)
        for n, spot in enumerate(SPOTS)
    ]  # fmt: skip
    areas = [
        {"id": f"{row['id']}/best", "incident": row["id"], "role": "best", "level": row["level"], "geometry": area}
        for row, area in zip(
            rows,
            [Point(177, -17).buffer(0.3), OVER, Point(-177, -18).buffer(0.3), Point(-179.5, -17.5).buffer(0.3)],
            strict=True,
        )
    ]
    shown = layers(rows, areas=areas)
    line = MultiLineString([LineString([(178, -19.5), (180, -18.5)]), LineString([(-180, -18.5), (-178, -19.5)])])
    border = shown.border.assign(geometry=[line])
    band = MultiPolygon([box(178, -19.5, 180, -18.2), box(-180, -19.5, -178, -18.2)])
    buffers = geoframe("buffers", [{"id": "IRN-PAK/50", "border": "IRN-PAK", "distance_km": 50, "geometry": band}])
    return Tables(
        **{**{name: getattr(shown, name) for name in shown.__dataclass_fields__}, "border": border, "buffers": buffers}
    )


def islands() -> dict[str, gpd.GeoDataFrame]:
    """A country on both sides of 180°, cut there as RFC 7946 asks, and one far away that reaches over 0°."""
    shapes = [MultiPolygon([box(176, -20, 180, -14), box(-180, -20, -176, -14)]), box(-5, 42, 8, 51)]
    names = {"iso_a2": ["FJ", "FR"], "name": ["Atolls", "Far"]}
    return {"countries": gpd.GeoDataFrame(names, geometry=shapes, crs="EPSG:4326")}


def drawn(**more: Any) -> str:
    return page(around(), basemap=islands(), **more)


#: Where the marks stand on the map, left to right: the row and how far right, pixels.
MARKS = """() => geomap.page.layer.placed.map((mark) => [mark.row, geomap.page.layer.spotOfMark(mark).x])
    .sort((one, other) => one[1] - other[1])"""
#: The backdrop's colour at a place, degrees.
COLOUR = """([lng, lat]) => {
    const { backdrop, map } = geomap.page;
    const at = map.latLngToLayerPoint([lat, lng]).subtract(backdrop._bounds.min).multiplyBy(window.devicePixelRatio);
    return [...backdrop._context.getImageData(Math.round(at.x), Math.round(at.y), 1, 1).data].join();
}"""
ORDER = [0, 1, 3, 2]


@pytest.mark.parametrize("link", ["", "#v=6_-17.0_179.0", "#v=6_-17.0_-179.0", "#v=6_-17.0_181.0", "#v=6_-17.0_180.0"])
def test_what_lies_on_both_sides_stands_side_by_side(visit: Opening, link: str) -> None:
    opened = visit(drawn(), link)
    marks = opened.run(MARKS)
    assert [row for row, _ in marks] == ORDER
    first, second, third, last = (x for _, x in marks)
    assert (second - first) / (last - first) == pytest.approx(3 / 6, abs=0.02)
    assert (third - first) / (last - first) == pytest.approx(3.5 / 6, abs=0.02)
    assert opened.run("geomap.page.map.getSize().x > 0")
    assert opened.tab.locator("#edges button").count() == 0
    assert opened.is_quiet()


def test_the_view_stays_and_comes_back_from_its_link(visit: Opening) -> None:
    opened = visit(drawn())
    before = opened.run(MARKS)
    for by in (400, -800, 400):
        opened.run(f"geomap.page.map.panBy([{by}, 0], {{ animate: false }})")
    assert [row for row, _ in opened.run(MARKS)] == ORDER
    assert [x for _, x in opened.run(MARKS)] == pytest.approx([x for _, x in before], abs=2)
    view = opened.run("geomap.page.store.state.view")
    assert abs(view["lng"]) <= 180
    again = visit(drawn(), opened.run("location.hash"))
    assert [x for _, x in again.run(MARKS)] == pytest.approx([x for _, x in opened.run(MARKS)], abs=2)


def test_a_selected_incident_is_brought_into_view_with_its_neighbours(visit: Opening) -> None:
    opened = visit(drawn(), "#v=6_-17.0_179.0")
    for row in (2, 0, 3, 1):
        opened.run(f"geomap.page.select({row})")
        assert row in [mark for mark, _ in opened.run(MARKS)]
        centre = opened.run("geomap.page.map.getCenter()")
        assert 174 < centre["lng"] % 360 < 186
    opened.run("geomap.page.zoomTo(1)")
    inside = opened.run(
        "geomap.page.map.getBounds().contains([-16, 180.1]) && geomap.page.map.getBounds().contains([-16, 179.9])"
    )
    assert inside


def test_an_area_over_180_is_one_area_with_one_mark(visit: Opening) -> None:
    opened = visit(drawn())
    parts = opened.run("geomap.page.layer.placed.filter(({ row }) => row === 1).map(({ parts }) => parts)")
    assert parts == [1]
    for lng in (179.4, 180.6):
        found = opened.run(f"geomap.page.layer.at(geomap.page.map.latLngToContainerPoint([-16.4, {lng}]))")
        assert found == [1]


def test_land_is_whole_and_its_cut_is_no_coast(visit: Opening) -> None:
    opened = visit(drawn(), "#v=5_-17.0_180.0")
    land = {opened.run(COLOUR, [lng, -14.4]) for lng in (177.3, 179.9, 180.0, 180.1, 182.5)}
    assert len(land) == 1
    assert opened.run(COLOUR, [183.5, -13.7]) not in land


def test_bands_and_border_are_drawn_on_both_sides_and_have_no_edge_where_they_are_cut(visit: Opening) -> None:
    opened = visit(drawn(), "#b=1")
    painted = """([lng, lat]) => {
        const { border, map } = geomap.page;
        const at = map.latLngToLayerPoint([lat, lng]).subtract(border._bounds.min).multiplyBy(window.devicePixelRatio);
        return border._context.getImageData(Math.round(at.x), Math.round(at.y), 1, 1).data[3];
    }"""
    band = [opened.run(painted, [lng, -18.35]) for lng in (179, 179.99, 180, 180.01, 181)]
    assert min(band) > 0
    assert max(band) - min(band) <= 2
    line = [opened.run(painted, [lng, -18.5 - abs(lng - 180) / 2]) for lng in (178.5, 179.5, 180.5, 181.5)]
    assert min(line) > 200


def test_pictures_and_print_hold_both_sides(visit: Opening) -> None:
    opened = visit(drawn())
    vector = opened.run("geomap.vectorPicture(geomap.page)")
    assert set(re.findall(r">(\d)</text>", vector)) >= {"1", "2", "3", "4"}
    opened.run("window.dispatchEvent(new Event('beforeprint'))")
    picture = opened.run("document.querySelector('#paper canvas').toDataURL('image/png')")
    assert base64.b64decode(picture.split(",")[1]).startswith(b"\x89PNG")
    assert opened.tab.locator("#paper tbody tr").count() == 4


def test_the_still_map_holds_both_sides_side_by_side() -> None:
    still = re.search(r'<svg class="still".*?</svg>', drawn(), re.DOTALL)[0]
    at = [float(x) for x in re.findall(r'<polygon fill="[^"]*" points="([\d.]+),', still)]
    assert len(at) == 3
    assert max(at) - min(at) > 500
    width = shapely.total_bounds([LineString([(float(x), 0), (float(x), 1)]) for x in re.findall(r"M(-?\d+) ", still)])
    assert width[2] - width[0] < 2000


@pytest.mark.parametrize(("spots", "west"), [
    ([(61, 25), (70, 30)], -180.0),
    ([(-120, 30), (100, 30), (0, 30)], -180.0),
    ([(177, -17), (-177, -17)], 0.0),
    ([(170, 60), (-170, 60)], 0.0),
])  # fmt: skip
def test_the_drawn_world_begins_where_the_map_is_not_looked_at(spots: list[tuple[float, float]], west: float) -> None:
    rows = [incident(n, geometry=Point(*spot)) for n, spot in enumerate(spots)]
    shown = layers(rows, areas=[])
    line = shown.border.assign(geometry=[LineString([spots[0], spots[0]])])
    assert west_of(replace(shown, border=line)) == west


def test_other_maps_are_as_they_were() -> None:
    assert '"west":-180.0' in page(**PAGES["public"])
