"""A story around 180°: a place whose extent reaches over it, and a direction across it, from reports to every file."""

import json
import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from browsing import Visit
from conftest import needed, needs
from qgis_here import in_qgis, missing, qgis_check
from shapely.geometry import MultiPolygon, shape
from test_three_stories import geomap
from three_stories import InventedStory, Report, begin

from geomap import project
from geomap.border import border_of
from geomap.geometry import GEOD, over_antimeridian

#: A line at sea, over 180°, which is nobody's: it is this test's.
LINE = [[178.6, -15.4], [179.5, -15.6], [180.0, -15.7]], [[-180.0, -15.7], [-179.4, -15.8], [-178.7, -16.3]]
TAVEUNI = (-179.97, -16.85)
ATTACK = 'sub_event_type = {value = "Attack", derivation = "term", spans = [«attacked»]}'
EAST = (
    '{value = {relation = "direction", of = "Labasa", bearing = "E", distance_m = 80000.0}, derivation = "statement", '
    "spans = [«east of», «80 km», «Labasa»]}"
)
FIJI = InventedStory(
    border="line.geojson",
    title="Attacks on boats around 180°, as two invented reports tell it",
    settings="",
    places="""Taveuni,,,district,FJ,,-179.97,-16.85,60000,,,,,GeoNames (CC BY 4.0),
Somosomo,,,settlement,FJ,,-179.9714,-16.7714,4000,,,,,GeoNames (CC BY 4.0),
Labasa,,,settlement,FJ,,179.3752,-16.4332,4000,,,,,GeoNames (CC BY 4.0),
""",
    actors="",
    incidents="",
    reports={
        "gazette": Report(
            published="2031-02-11",
            publisher="The Gazette",
            text="Boats\n\nPirates attacked two boats in Taveuni on 10 February 2031, killing one fisherman.\n",
            claims=(
                f"""
{ATTACK}
days = {{value = {{first = 2031-02-10, last = 2031-02-10}}, derivation = "date", spans = [«10 February 2031»]}}
place = {{value = ["Taveuni"], derivation = "spelling", spans = [«Taveuni»]}}
spans = [«Pirates attacked two boats in Taveuni on 10 February 2031, killing one fisherman»]
counts = [
  {{value = {{of = "killed", low = 1, high = 1}}, derivation = "number", spans = [«one fisherman», «killing»]}},
]
""",
            ),
        ),
        "herald": Report(
            published="2031-02-13",
            publisher="The Herald",
            text="A ferry\n\nPirates attacked a ferry 80 km east of Labasa on 12 February 2031.\n",
            claims=(
                f"""
{ATTACK}
days = {{value = {{first = 2031-02-12, last = 2031-02-12}}, derivation = "date", spans = [«12 February 2031»]}}
place = {{value = ["Taveuni"], derivation = "read by a person", note = "its waters"}}
spans = [«Pirates attacked a ferry 80 km east of Labasa on 12 February 2031»]
statements = [
  {EAST},
]
""",
            ),
        ),
    },
)


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """What a build of the story writes."""
    folder = tmp_path_factory.mktemp("fiji")
    line = {"type": "MultiLineString", "coordinates": LINE}
    feature = {"type": "Feature", "properties": {"a": "FJI", "b": "Tonga's waters"}, "geometry": line}
    (folder / "line.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    begin(FIJI, folder / "story", lambda *arguments: geomap(*arguments, folder=folder))
    geomap("check", "--project", "story", folder=folder)
    geomap("build", "--project", "story", folder=folder)
    return folder / "story" / "output"


def features(output: Path, name: str) -> list[dict[str, object]]:
    return json.loads((output / f"{name}.geojson").read_text(encoding="utf-8"))["features"]


def test_both_reports_have_an_area_over_180_in_one_part(output):
    areas = [row for row in features(output, "areas") if row["properties"]["role"] == "best"]

    assert len(areas) == 2
    for row in areas:
        area = shape(row["geometry"])
        assert isinstance(area, MultiPolygon)
        assert area.is_valid
        assert over_antimeridian([area]) is None
        assert area.bounds[::2] == (-180, 180)
        assert row["properties"]["part_count"] == 1
    assert not (output / "area_parts.csv").exists()


def test_lines_over_180_are_cut_there(output):
    lines = [shape(row["geometry"]) for name in ("border", "links") for row in features(output, name)]

    assert sum(line.bounds[::2] == (-180, 180) for line in lines) >= 3
    for line in lines:
        assert all(np.ptp(shapely.get_coordinates(part)[:, 0]) < 3 for part in shapely.get_parts(line))


def test_the_areas_hold_what_lies_within_the_distance(output):
    disc, sector = (shape(row["geometry"]) for row in features(output, "areas") if row["properties"]["role"] == "best")
    rng = np.random.default_rng(1)
    x, y = rng.uniform(178.9, 181.2, 4000), rng.uniform(-17.6, -16.0, 4000)
    lon = np.where(x > 180, x - 360, x)
    far = np.asarray(GEOD.inv(np.full(4000, TAVEUNI[0]), np.full(4000, TAVEUNI[1]), lon, y)[2])
    turn, _, from_labasa = map(np.asarray, GEOD.inv(np.full(4000, 179.3752), np.full(4000, -16.4332), lon, y))
    clear = np.abs(far - 60_000) > 50

    assert (shapely.contains_xy(disc, lon, y) == (far < 60_000))[clear].all()
    held = shapely.contains_xy(sector, lon, y)
    assert held.sum() > 30
    assert set(np.sign(lon[held])) == {-1, 1}
    assert (far[held] < 60_050).all()
    assert (np.abs(turn[held] - 90) < 45.2).all()
    assert (np.abs(from_labasa[held] - 80_000) < 11_000).all()


def test_distances_to_a_line_over_180_are_those_of_its_points(output):
    (row, _) = (row["properties"] for row in features(output, "incidents"))
    points = [point for part in LINE for point in shapely.get_coordinates(shapely.segmentize(shapely.LineString(part), 0.001))]
    away = np.asarray(GEOD.inv(*np.full((len(points), 2), TAVEUNI).T, *np.array(points).T)[2]).min() / 1000

    assert row["distance_min_km"] == pytest.approx(away - 60, abs=0.2)
    assert 10 < row["distance_min_km"] < row["distance_max_km"] < 250


def test_files_hold_the_same_areas(output):
    package = gpd.read_file(output / "geomap.gpkg", layer="areas", engine="pyogrio")
    written = gpd.read_file(output / "areas.geojson", engine="pyogrio")

    assert all(one.equals(other) for one, other in zip(package.geometry, written.geometry, strict=True))
    assert package.geometry.is_valid.all()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_shows_both_sides_side_by_side(output, browser, axe, width):
    opened = Visit(browser, output / "map.html", viewport={"width": width, "height": 800})
    try:
        west, east = opened.run("[geomap.page.map.getBounds().getWest(), geomap.page.map.getBounds().getEast()]")
        assert west < 179.5 < 180.5 < east
        assert east - west < 60
        marks = opened.run("geomap.page.layer.placed.map(({ row }) => row)")
        assert sorted(marks) == [0, 1]
        assert opened.is_accessible(axe)
        assert opened.is_quiet()
    finally:
        opened.context.close()


def test_the_still_map_holds_both_sides(output):
    page = (output / "map.html").read_text(encoding="utf-8")
    still = re.search(r'<svg class="still".*?</svg>', page, re.DOTALL)[0]
    height = int(re.search(r'viewBox="0 0 960 (\d+)"', still)[1])

    assert height > 200  # a map of the whole width of the Earth would be flat


def test_qgis_opens_its_areas(output):
    needed(missing() is None, missing() or "")
    report = qgis_check(output / "geomap.gpkg", "--expect-style", "--expect-temporal")

    assert (report["code"], report["failures"]) == (0, [])


def test_qgis_opens_the_project_on_both_sides_side_by_side(output):
    needed(missing() is None, missing() or "")
    script = """
project = QgsProject.instance()
project.read(path)
view = project.viewSettings().defaultViewExtent()
print(json.dumps([project.crs().authid(), view.crs().authid(), view.width(), view.height()]))
"""
    system, of_view, width, height = in_qgis(script, output / "geomap.qgz")

    assert (system, of_view) == ("EPSG:3832", "EPSG:3832")
    assert 200_000 < max(width, height) < 600_000


def test_the_map_of_a_review_is_whole_around_180(output):
    needs("starlette", "tomlkit", "uvicorn")
    from geomap.desk import ground_of

    story = project.read_story(output.parent)
    border = border_of(story, story.border)
    ground = ground_of(story, border)
    west, _, east, _ = shape(ground["border"]).bounds
    land = shapely.union_all([shape(one["geometry"]) for one in ground["countries"]["features"]])

    assert (west, east) == pytest.approx((178.6, 181.3))
    assert 170 < land.bounds[0] < land.bounds[2] < 190
    assert land.intersects(shapely.Point(180.03, -16.9).buffer(0.05))
