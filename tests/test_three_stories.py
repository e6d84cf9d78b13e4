"""Three stories of three continents, begun in an empty folder and built by commands alone, pass what the first story passes."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import shapely
from browsing import Visit
from conftest import needed
from qgis_here import missing, qgis_check
from shapely.geometry import shape
from three_stories import STORIES, begin

from geomap import project


def geomap(*arguments, folder):
    """A command in a process of its own, as a newcomer's: it must succeed."""
    done = subprocess.run(
        [Path(sys.executable).parent / "geomap", *map(str, arguments)],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module", params=STORIES)
def story(request, tmp_path_factory):
    """A story's folder, built, and what it was made from."""
    folder = tmp_path_factory.mktemp("empty")
    begin(STORIES[request.param], folder / "story", lambda *arguments: geomap(*arguments, folder=folder))
    geomap("check", "--project", "story", folder=folder)
    geomap("build", "--project", "story", folder=folder)
    return folder / "story", STORIES[request.param]


def features(folder, name):
    return json.loads((folder / "output" / f"{name}.geojson").read_text(encoding="utf-8"))["features"]


def test_a_newcomer_s_story_has_its_own_title_border_sides_and_base_map(story):
    folder, told = story
    page = (folder / "output" / "map.html").read_text(encoding="utf-8")
    settings = project.read_story(folder)

    assert f"<title>{told.title}</title>" in page
    assert told.border in {border["id"] for border in features(folder, "border")}
    assert {row["properties"]["actor_side"] for row in features(folder, "incidents")} <= set(settings.side_of)
    assert set(settings.home) == set(project.codes_of(told.border))
    with closing(sqlite3.connect(folder / "output" / "geomap.gpkg")) as package:
        countries = {code for (code,) in package.execute("SELECT iso_a2 FROM countries")}
        sides = {value for (value,) in package.execute(
            "SELECT value FROM gpkg_data_column_constraints WHERE constraint_name = 'actor_side'")}  # fmt: skip
    assert countries >= set(settings.home)
    assert sides == set(settings.side_of)
    for word in ("Iran", "IRN", "Sabz Koh", "Jaish"):
        assert word not in "".join((folder / "output" / name).read_text(encoding="utf-8") for name in ("incidents.geojson",))


def test_its_places_lie_in_the_country_that_they_are_listed_in(story):
    folder, _ = story
    outlines = project.read_outlines(project.read_story(folder))
    for row in features(folder, "places"):
        point, country = shape(row["geometry"]), row["properties"]["country"]
        assert outlines[country].distance(point) < 0.03, row["id"]


def test_every_report_is_on_the_map_with_its_distance(story):
    folder, told = story
    rows = features(folder, "incidents")

    assert len(rows) == 3
    assert all(row["properties"]["distance_min_km"] is not None for row in rows)
    assert all(row["properties"]["first_day"] for row in rows)
    assert sum(row["geometry"] is not None for row in rows) >= 2
    assert {row["properties"]["border"] for row in rows} == {told.border}


def test_two_builds_of_it_are_the_same_bytes(story, tmp_path):
    folder, _ = story
    shutil.copytree(folder, tmp_path / "again", ignore=shutil.ignore_patterns("output", ".geomap"))
    geomap("build", "--project", "again", folder=tmp_path)
    first = {file.name: file.read_bytes() for file in (folder / "output").iterdir()}
    again = {file.name: file.read_bytes() for file in (tmp_path / "again" / "output").iterdir()}

    assert sorted(first) == sorted(again)
    assert [name for name in first if first[name] != again[name]] == []


@pytest.mark.parametrize("width", [1400, 360])
def test_its_page_asks_for_nothing_and_axe_finds_nothing(story, browser, axe, tmp_path, width):
    folder, told = story
    page = tmp_path / "map.html"
    shutil.copyfile(folder / "output" / "map.html", page)
    opened = Visit(browser, page, viewport={"width": width, "height": 800})
    try:
        assert opened.is_accessible(axe)
        seen = opened.run("['West', 'South', 'East', 'North'].map((side) => geomap.page.map.getBounds()[`get${side}`]())")
        where = shapely.box(*seen)
        assert all(where.intersects(shape(row["geometry"])) for row in features(folder, "incidents") if row["geometry"])
        assert where.area < 2500
        assert opened.run("document.title") == told.title
        assert opened.is_quiet()
    finally:
        opened.context.close()


@pytest.mark.parametrize("file", ["geomap.gpkg", "geomap.qgz"])
def test_qgis_opens_it_styled_and_dated(story, file):
    folder, _ = story
    needed(missing() is None, missing() or "")
    report = qgis_check(folder / "output" / file, "--expect-style", "--expect-temporal")

    assert (report["code"], report["failures"]) == (0, [])
    assert {layer["name"].lower() for layer in report["layers"]} >= {"incidents", "areas", "border", "countries"}
