"""A person's corrections: taken from an edited file, kept with who and when, made on the map, and never stale unseen."""

from __future__ import annotations

import datetime as dt
import json
import runpy
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPoint, Point

from geomap.corrections import Correction, Pin, corrected, corrections_text, pin_of, read_corrections, write_corrections
from geomap.errors import DataError, MissingError
from geomap.export.edits import read_edits
from geomap.export.geojson import write_geojson
from geomap.export.published import write_published
from geomap.layers import Layers
from geomap.model import Region, Unlocated

WORLD = runpy.run_path(str(Path(__file__).with_name("test_export.py")))
WHO = {"by": "A. Reader", "on": dt.date(2024, 3, 1), "reason": "seen on site"}

pins = st.builds(Pin, lon=st.floats(-180, 180), lat=st.floats(-90, 90), radius_km=st.floats(0.1, 500))
texts = st.text(st.characters(codec="utf-8"))
corrections = st.one_of(
    st.builds(Correction, incident=texts, field=st.just("point"), by=texts, on=st.dates(), reason=texts,
              was=st.none() | pins, now=pins),
    st.builds(Correction, incident=texts, field=st.sampled_from(["first_day", "last_day"]), by=texts, on=st.dates(),
              reason=texts, was=st.none() | st.dates(), now=st.none() | st.dates()),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(corrections, max_size=3))
def test_corrections_read_back_as_they_were_written(tmp_path_factory: pytest.TempPathFactory, made: list[Correction]):
    path = tmp_path_factory.mktemp("corrections") / "corrections.toml"
    path.write_text(corrections_text(made), encoding="utf-8")
    assert read_corrections(path) == tuple(made)
    write_corrections(path, made)
    assert read_corrections(path) == (*made, *made)


def test_without_a_file_there_are_no_corrections(tmp_path: Path):
    assert read_corrections(tmp_path / "corrections.toml") == ()


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ('field = "point"\nnow = { lon = 1.0, lat = 2.0 }', "needs radius_km"),
        ('field = "point"\nnow = { lon = 181.0, lat = 2.0, radius_km = 1.0 }', "lon is within 180"),
        ('field = "point"', "cannot be taken away"),
        ('field = "first_day"\nnow = { lon = 1.0, lat = 2.0, radius_km = 1.0 }', "takes a day"),
        ('field = "title"', "correction 1: field: "),
        ('field = "first_day"\nwas = 2024-01-01\nwhy = "x"', "correction 1: why: "),
    ],
)
def test_a_record_that_cannot_be_right_is_refused_by_name(record: str, message: str, tmp_path: Path):
    path = tmp_path / "corrections.toml"
    path.write_text(f'[[corrections]]\nincident = "a"\nby = "B"\non = 2024-01-01\nreason = "r"\n{record}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"^corrections\.toml: correction 1: ") as caught:
        read_corrections(path)
    assert message in str(caught.value)


@pytest.fixture(scope="module")
def world() -> Layers:
    return WORLD["small_world"]()


def edited(world: Layers, path: Path, **changes: Any) -> Path:
    """Our GeoJSON of the incidents, with properties of incident ``a`` changed."""
    write_geojson(world.incidents, path, name="incidents", description="")
    collection = json.loads(path.read_text(encoding="utf-8"))
    feature = collection["features"][0]
    if "geometry" in changes:
        point = changes.pop("geometry")
        feature["geometry"] = point and {"type": "Point", "coordinates": point}
    feature["properties"].update(changes)
    path.write_text(json.dumps(collection), encoding="utf-8")
    return path


def test_an_unchanged_file_asks_for_nothing(world: Layers, tmp_path: Path):
    write_published(world, tmp_path)
    for file in ("geomap.gpkg", "incidents.geojson", "areas.geojson"):
        edits = read_edits(tmp_path / file, world, **WHO)
        assert (edits.corrections, edits.refused) == ((), ())


def test_a_moved_point_and_a_fixed_day_become_corrections(world: Layers, tmp_path: Path):
    path = edited(world, tmp_path / "incidents.geojson", geometry=[63.5, 27.5], last_day="2024-01-17")
    edits = read_edits(path, world, **WHO)
    assert edits.refused == ()
    assert {(c.field, c.was, c.now) for c in edits.corrections} == {
        ("point", Pin(lon=64.1, lat=26.97, radius_km=5.0), Pin(lon=63.5, lat=27.5, radius_km=5.0)),
        ("last_day", dt.date(2024, 1, 16), dt.date(2024, 1, 17)),
    }
    assert {(c.by, c.on, c.reason) for c in edits.corrections} == {tuple(WHO.values())}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"geometry": None}, "incidents a: point: a point cannot be taken away"),
        ({"geometry": [63, 27], "radius_km": None}, "incidents a: point: a point needs radius_km"),
        ({"geometry": [190, 27]}, "incidents a: point: lon is within 180"),
        ({"last_day": "2024-01-02"}, "incidents a: last_day: is 2024-01-02, but then the first day 2024-01-16 is after"),
        ({"last_day": "soon"}, "incidents a: last_day: last_day takes a day, found soon"),
        ({"killed_min": 3}, "incidents a: killed_min: was 2.0, is 3.0; it follows from the claims"),
        ({"killed_min": "two"}, "incidents a: killed_min: was 2.0, is 'two'; it follows from the claims"),
        ({"title": "Other"}, "incidents a: title: was 'Incident a', is 'Other'; it follows from the claims"),
    ],
)
def test_an_edit_that_cannot_be_taken_is_said(changes: dict[str, Any], message: str, world: Layers, tmp_path: Path):
    edits = read_edits(edited(world, tmp_path / "incidents.geojson", **changes), world, **WHO)
    assert edits.corrections == ()
    assert any(line.startswith(message) for line in edits.refused), edits.refused


def test_rows_and_columns_that_come_or_go_are_said(world: Layers, tmp_path: Path):
    path = edited(world, tmp_path / "incidents.geojson")
    collection = json.loads(path.read_text(encoding="utf-8"))
    for feature in collection["features"]:
        feature["properties"]["mine"] = "x"
        del feature["properties"]["target"]
    collection["features"][2]["id"] = "new"
    del collection["features"][1]
    path.write_text(json.dumps(collection), encoding="utf-8")
    edits = read_edits(path, world, **WHO)
    assert edits.corrections == ()
    assert [line.split(";")[0] for line in edits.refused] == [
        "incidents: column mine: not ours", "incidents: column target: is gone", "incidents b: row is gone",
        "incidents c: row is gone", "incidents new: a new row",
    ]  # fmt: skip


def test_a_file_of_other_sources_is_refused_whole(world: Layers, tmp_path: Path):
    path = edited(world, tmp_path / "incidents.geojson", geometry=[63.5, 27.5])
    since = replace(world, incidents=world.incidents.assign(title="Another headline"))
    edits = read_edits(path, since, **WHO)
    assert edits.corrections == ()
    (line,) = edits.refused
    assert line == (
        "incidents.geojson: incidents: made from other sources than there are now; "
        "build again, and make the edit in the new file"
    )
    collection = json.loads(path.read_text(encoding="utf-8"))
    del collection["fingerprint"]
    path.write_text(json.dumps(collection), encoding="utf-8")
    (line,) = read_edits(path, world, **WHO).refused
    assert "without the fingerprint" in line


def test_edits_of_other_tables_are_said_with_where_they_belong(world: Layers, tmp_path: Path):
    write_published(world, tmp_path)
    path = tmp_path / "geomap.gpkg"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE claims SET killed_min = 7 WHERE id = 'x/1'")
    gpd.GeoDataFrame({"note": ["x"]}, geometry=[MultiPoint([(1, 1)])], crs=4326).to_file(path, layer="mine", driver="GPKG")
    lines = read_edits(path, world, **WHO).refused
    assert "claims x/1: killed_min: was 2.0, is 7.0; a claim is what its article says: change geodata/articles/" in lines
    assert any(line.startswith("geomap.gpkg: mine: not a table of ours") for line in lines)


def test_a_file_that_is_none_of_ours_is_refused(world: Layers, tmp_path: Path):
    with pytest.raises(MissingError, match="no such file"):
        read_edits(tmp_path / "x.gpkg", world, **WHO)
    (tmp_path / "x.geojson").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError, match="neither a GeoPackage nor GeoJSON"):
        read_edits(tmp_path / "x.geojson", world, **WHO)
    gpd.GeoDataFrame({"a": [1]}, geometry=[Point(1, 1)], crs=4326).to_file(tmp_path / "y.geojson")
    with pytest.raises(DataError, match=r"no table of ours in it \(found y\)"):
        read_edits(tmp_path / "y.geojson", world, **WHO)


def test_a_value_that_cannot_be_read_is_said_with_the_file(world: Layers, tmp_path: Path, monkeypatch):
    path = edited(world, tmp_path / "incidents.geojson", last_day="2024-02-01")

    def fail(*_, **__):  # as newer readers do at 30 February; older ones let it pass as text
        raise ValueError("day is out of range for month")

    monkeypatch.setattr("geomap.export.edits.pyogrio.read_dataframe", fail)
    with pytest.raises(DataError, match=r"incidents\.geojson: a value cannot be read \(day is out of range"):
        read_edits(path, world, **WHO)


def test_a_correction_moves_the_incident_and_keeps_every_account(story):
    before = next(i for i in story.incidents if isinstance(i.region, Region) and i.region.point)
    move = Correction(incident=before.id, field="point", was=pin_of(before), now=Pin(lon=62.0, lat=27.0, radius_km=2.0), **WHO)
    (after,) = (i for i in corrected(story.incidents, [move]) if i.id == before.id)
    assert isinstance(after.region, Region)
    assert (after.region.point, after.region.radius_m) == ((62.0, 27.0), 2000.0)
    assert "A. Reader moved it from lon" in after.region_reason
    assert after.regions == before.regions
    assert after.differences[-1].field == "corrected point"
    assert after.differences[:-1] == before.differences
    others = [i for i in corrected(story.incidents, [move]) if i.id != before.id]
    assert others == [i for i in story.incidents if i.id != before.id]


def test_an_incident_without_a_point_gets_one_that_shows(story):
    before = next(i for i in story.incidents if isinstance(i.region, Unlocated) or not i.region.point)
    move = Correction(incident=before.id, field="point", now=Pin(lon=62.0, lat=27.0, radius_km=20.0), **WHO)
    (after,) = (i for i in corrected(story.incidents, [move]) if i.id == before.id)
    assert (after.region.point, after.region.level in ("site", "settlement", "district")) == ((62.0, 27.0), True)


def test_days_are_corrected_one_after_the_other(story):
    before = next(i for i in story.incidents if i.days.first and i.days.first == i.days.last)
    day, week = before.days.first, dt.timedelta(days=7)
    steps = [
        Correction(incident=before.id, field="last_day", was=day, now=day + week, **WHO),
        Correction(incident=before.id, field="last_day", was=day + week, now=None, **WHO),
        Correction(incident=before.id, field="first_day", was=day, now=day - week, **WHO),
    ]
    (after,) = (i for i in corrected(story.incidents, steps) if i.id == before.id)
    assert (after.days.first, after.days.last) == (day - week, None)


def test_a_correction_of_what_is_no_longer_so_is_refused_all_at_once(story):
    some = next(i for i in story.incidents if isinstance(i.region, Region) and i.region.point)
    stale = [
        Correction(incident="nowhere", field="first_day", **WHO),
        Correction(incident=some.id, field="first_day", was=dt.date(1999, 1, 1), now=dt.date(1999, 1, 2), **WHO),
        Correction(incident=some.id, field="point", was=Pin(lon=0, lat=0), now=Pin(lon=1, lat=1, radius_km=1), **WHO),
    ]
    with pytest.raises(DataError) as caught:
        corrected(story.incidents, stale)
    lines = str(caught.value).splitlines()
    assert [line.split(": ")[2] for line in lines] == ["first_day", "first_day", "point"]
    assert all(word in str(caught.value) for word in ("no such incident", "1999-01-01", "lon 0, lat 0"))
