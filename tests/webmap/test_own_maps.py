"""Our layers on a folium map of somebody else's: credit, switches, reference systems, and what cannot be drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
import pandas as pd
import pytest
from invented import basemap, incident, layers
from shapely.geometry import MultiPoint, Point, box

import geomap
from geomap.errors import DataError
from geomap.tables.frames import Tables
from geomap.webmap import Backdrop, Borders, Incidents
from geomap.webmap.elements import leaflet, script


def own_map(*elements: Any) -> folium.Map:
    """A map that asks for nothing."""
    made = folium.Map(location=[27, 63], zoom_start=7, tiles=None)
    made.default_js, made.default_css = [], []
    made.get_root().header.add_child(script(leaflet("leaflet.js")), name="leaflet")
    for element in (*elements, folium.LayerControl(collapsed=False)):
        element.add_to(made)
    return made


def opened_in(browser: Any, made: folium.Map, folder: Path) -> Any:
    """The map in a tab without network."""
    made.save(str(folder / "own.html"))
    tab = browser.new_context(offline=True).new_page()
    tab.goto((folder / "own.html").as_uri())
    return tab


def points(geometry: list[Any] | None = None, crs: int | None = 4326, **columns: Any) -> gpd.GeoDataFrame:
    geometry = [Point(63, 27), Point(63.5, 27.5)] if geometry is None else geometry
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=crs)


def spots(layer: Incidents) -> str:
    return layer.packs["first_paint"]


def test_each_layer_names_whom_to_credit_and_is_switched_off_and_on(browser: Any, tmp_path: Path) -> None:
    table = layers([incident(0)])
    table = replace(table, border=table.border.assign(attribution="© <b>Surveyors</b>"))
    own = geomap.IncidentLayer(points(title=["One", "Two"]), name="<i>Mine</i>", credit="The Gazette")
    hidden = geomap.IncidentLayer(points([Point(64, 27)]), name="Hidden", show=False)
    made = own_map(Backdrop(basemap()), Borders(table), Incidents(table), own, hidden)
    tab = opened_in(browser, made, tmp_path)
    tab.wait_for_selector("canvas.geomap-canvas >> nth=3", state="attached")
    credit = tab.locator(".leaflet-control-attribution")
    assert all(words in credit.inner_text() for words in ("© <b>Surveyors</b>", "GeoNames", "The Gazette"))
    boxes = tab.locator(".leaflet-control-layers-overlays label")
    assert [words.strip() for words in boxes.all_inner_texts()] == ["Backdrop", "Border", "Incidents", "<i>Mine</i>", "Hidden"]
    assert [boxes.nth(i).locator("input").is_checked() for i in range(5)] == [True, True, True, True, False]
    boxes.nth(3).locator("input").click()
    tab.wait_for_function("document.querySelectorAll('canvas.geomap-canvas').length === 3")
    assert "The Gazette" not in credit.inner_text()
    boxes.nth(3).locator("input").click()
    tab.wait_for_function("document.querySelectorAll('canvas.geomap-canvas').length === 4")
    boxes.nth(4).locator("input").click()
    tab.wait_for_function("document.querySelectorAll('canvas.geomap-canvas').length === 5")


def test_a_layer_that_is_switched_off_opens_no_popup(browser: Any, tmp_path: Path) -> None:
    made = own_map(geomap.IncidentLayer(points([Point(63, 27)], title=["<b>One</b>"], first_day=[dt.date(2024, 1, 2)])))
    tab = opened_in(browser, made, tmp_path)
    tab.wait_for_selector("canvas.geomap-canvas", state="attached")
    name = made.get_name()
    tab.evaluate(f"async () => {{ window.layer = await {name}.geomap.incidents; }}")
    tab.wait_for_function("layer.placed.length === 1")
    middle = tab.evaluate(f"(() => {{ const s = layer.spotOf(0); const b = {name}.getContainer().getBoundingClientRect();"
                          " return [b.left + s.x, b.top + s.y]; })()")  # fmt: skip
    tab.mouse.click(*middle)
    assert "<b>One</b>, 2024-01-02" in tab.locator(".leaflet-popup-content").inner_text()
    tab.evaluate(f"{name}.closePopup()")
    tab.locator(".leaflet-control-layers-overlays input").click()
    tab.mouse.click(*middle)
    tab.wait_for_timeout(300)
    assert tab.locator(".leaflet-popup-content").count() == 0


def test_two_maps_of_one_frame_are_the_same_bytes_and_two_frames_have_ids_of_their_own() -> None:
    one, again, other = (geomap.IncidentLayer(points([Point(x, 27)])) for x in (63, 63, 64))
    assert one.get_name() == again.get_name() != other.get_name()


def test_a_frame_in_any_reference_system_gives_the_same_points() -> None:
    assert spots(geomap.IncidentLayer(points().to_crs(32641))) == spots(geomap.IncidentLayer(points()))


def test_tables_in_any_reference_system_give_the_same_drawings() -> None:
    table = layers()
    moved = {name: frame.to_crs(3857) for name, frame in table.frames.items() if isinstance(frame, gpd.GeoDataFrame)}
    other = replace(table, **moved)
    under = {name: frame.to_crs(3857) for name, frame in basemap().items()}
    for one, two in ((Incidents(table), Incidents(other)), (Borders(table), Borders(other))):
        assert one.packs == two.packs
    assert Backdrop(under).packs == Backdrop(basemap()).packs


def test_what_is_no_point_is_not_drawn_and_what_is_one_in_another_form_is() -> None:
    plain = geomap.IncidentLayer(points([Point(63, 27), None, None]))
    other = geomap.IncidentLayer(points([MultiPoint([(63, 27)]), Point(), None]))
    assert spots(plain) == spots(other)


def test_midnight_in_any_zone_is_its_day() -> None:
    days = ["2024-01-17", "2024-01-18"]
    zoned = pd.to_datetime(days).tz_localize("Asia/Karachi")
    assert spots(geomap.IncidentLayer(points(first_day=zoned))) == spots(geomap.IncidentLayer(points(first_day=days)))


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (points(crs=None), r"^Incidents: states no reference system; set the one .*$"),
        (points([Point(63, 27), MultiPoint([(63, 27), (64, 27)])]), r"^row 2 has 2 points; give one point, or none$"),
        (points([box(63, 27, 64, 28)]), r"^row 1 has a Polygon; give one point, or none$"),
        (points(symbol=["attack", "bomb"]), r"^row 2: symbol is 'bomb'; choose from strike, .*$"),
        (
            points(first_day=pd.to_datetime(["2024-01-17", "2024-01-18"]).tz_localize("Asia/Karachi").tz_convert("UTC")),
            r"^row 1: '2024-01-16T19:00:00\+00:00' is no day; write it as in 2024-01-17, without a time$",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(frame: gpd.GeoDataFrame, said: str) -> None:
    with pytest.raises(DataError, match=said) as caught:
        geomap.IncidentLayer(frame)
    assert len(str(caught.value).splitlines()) == 1


def test_tables_with_several_points_or_a_time_are_refused_in_one_sentence() -> None:
    table: Tables = layers([incident(0)])
    many = table.incidents.set_geometry([MultiPoint([(63, 27), (64, 27)])], crs=4326)
    with pytest.raises(DataError, match="row 1 has 2 points"):
        Incidents(replace(table, incidents=many))
    noon = table.incidents.assign(first_day=[dt.datetime(2024, 1, 1, 12)])
    with pytest.raises(DataError, match=r"^first_day: '2024-01-01T12:00:00' is no day"):
        Incidents(replace(table, incidents=noon))


def test_a_layer_in_a_group_says_where_it_belongs() -> None:
    made = folium.Map()
    group = folium.FeatureGroup().add_to(made)
    geomap.IncidentLayer(points(), name="Mine").add_to(group)
    with pytest.raises(DataError, match=r"^Mine: it is drawn on a map; add it to a folium\.Map"):
        made.get_root().render()
