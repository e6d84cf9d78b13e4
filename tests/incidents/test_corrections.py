"""A person's corrections: taken from an edited file, kept with who and when, made on the map, and never stale unseen."""

from __future__ import annotations

import datetime as dt
import json
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
from small_tables import small_world

from geomap.errors import DataError, MissingError
from geomap.export.edits import WHERE, read_edits
from geomap.export.geojson import write_geojson
from geomap.export.published import write_published
from geomap.geometry.shapes import disc
from geomap.incidents.corrections import (
    Correction,
    Pin,
    corrected,
    corrections_text,
    pin_of,
    read_corrections,
    write_corrections,
)
from geomap.model import Incident, Region, RegionKey, Unlocated
from geomap.pipeline import Analysis, analyse
from geomap.tables.columns import day_of
from geomap.tables.frames import Tables
from geomap.tables.schema import SCHEMA

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
def world() -> Tables:
    return small_world()


def edited(world: Tables, path: Path, incident: str = "a", **changes: Any) -> Path:
    """Our GeoJSON of the incidents, with properties of one of them changed."""
    write_geojson(world.incidents, path, name="incidents", description="")
    collection = json.loads(path.read_text(encoding="utf-8"))
    feature = next(feature for feature in collection["features"] if feature["id"] == incident)
    if "geometry" in changes:
        point = changes.pop("geometry")
        feature["geometry"] = point and {"type": "Point", "coordinates": point}
    feature["properties"].update(changes)
    path.write_text(json.dumps(collection), encoding="utf-8")
    return path


def test_an_unchanged_file_asks_for_nothing(world: Tables, tmp_path: Path):
    write_published(world, tmp_path)
    for file in ("geomap.gpkg", "incidents.geojson", "areas.geojson"):
        edits = read_edits(tmp_path / file, world, **WHO)
        assert (edits.corrections, edits.refused) == ((), ())


def test_a_moved_point_and_a_fixed_day_become_corrections(world: Tables, tmp_path: Path):
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
def test_an_edit_that_cannot_be_taken_is_said(changes: dict[str, Any], message: str, world: Tables, tmp_path: Path):
    edits = read_edits(edited(world, tmp_path / "incidents.geojson", **changes), world, **WHO)
    assert edits.corrections == ()
    assert any(line.startswith(message) for line in edits.refused), edits.refused


def test_rows_and_columns_that_come_or_go_are_said(world: Tables, tmp_path: Path):
    path = edited(world, tmp_path / "incidents.geojson")
    collection = json.loads(path.read_text(encoding="utf-8"))
    for feature in collection["features"]:
        feature["properties"]["mine"] = "x"
        del feature["properties"]["targets"]
    collection["features"][2]["id"] = "new"
    del collection["features"][1]
    path.write_text(json.dumps(collection), encoding="utf-8")
    edits = read_edits(path, world, **WHO)
    assert edits.corrections == ()
    assert [line.split(";")[0] for line in edits.refused] == [
        "incidents: column mine: not ours", "incidents: column targets: is gone", "incidents b: row is gone",
        "incidents c: row is gone", "incidents new: a new row",
    ]  # fmt: skip


def test_a_file_of_other_sources_is_refused_whole(world: Tables, tmp_path: Path):
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
    assert "the mark that says which build it was made from is missing" in line


def test_a_table_that_was_written_anew_needs_the_name_of_what_it_was_copied_from(world: Tables, tmp_path: Path):
    write_published(world, tmp_path)
    gpd.read_file(tmp_path / "geomap.gpkg", layer="incidents").to_file(tmp_path / "copy.gpkg", layer="incidents")
    (line,) = read_edits(tmp_path / "copy.gpkg", world, **WHO).refused
    assert line.startswith("copy.gpkg: incidents: the mark")
    assert line.endswith("name the file that it was copied from (--built-from FILE)")
    assert "build again" not in line


def test_edits_of_other_tables_are_said_with_where_they_belong(world: Tables, tmp_path: Path):
    write_published(world, tmp_path)
    path = tmp_path / "geomap.gpkg"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE claims SET killed_min = 7 WHERE id = 'x/1'")
    gpd.GeoDataFrame({"note": ["x"]}, geometry=[MultiPoint([(1, 1)])], crs=4326).to_file(path, layer="mine", driver="GPKG")
    lines = read_edits(path, world, **WHO).refused
    assert "claims x/1: killed_min: was 2.0, is 7.0; a claim is what its article says: change articles/" in lines
    assert any(line.startswith("geomap.gpkg: mine: not a table of ours") for line in lines)


def test_of_every_table_it_is_said_where_a_change_belongs():
    assert set(WHERE) == set(SCHEMA)


def test_a_file_that_is_none_of_ours_is_refused(world: Tables, tmp_path: Path):
    with pytest.raises(MissingError, match="no such file"):
        read_edits(tmp_path / "x.gpkg", world, **WHO)
    for text, said in (("{}", "it is no collection of features"), ("[1, 2]", "not a vector file of its suffix")):
        (tmp_path / "x.geojson").write_text(text, encoding="utf-8")
        with pytest.raises(DataError, match=said):
            read_edits(tmp_path / "x.geojson", world, **WHO)
    gpd.GeoDataFrame({"a": [1]}, geometry=[Point(1, 1)], crs=4326).to_file(tmp_path / "y.geojson")
    with pytest.raises(DataError, match=r"no table of ours in it \(found y\)"):
        read_edits(tmp_path / "y.geojson", world, **WHO)


def test_a_value_that_cannot_be_read_is_said_with_the_file(world: Tables, tmp_path: Path, monkeypatch):
    path = edited(world, tmp_path / "incidents.geojson", last_day="2024-02-01")

    def fail(*_, **__):  # as newer readers do at 30 February; older ones let it pass as text
        raise ValueError("day is out of range for month")

    monkeypatch.setattr("geomap.export.edited_files.pyogrio.read_dataframe", fail)
    with pytest.raises(DataError, match=r"incidents\.geojson: a value cannot be read \(day is out of range"):
        read_edits(path, world, **WHO)


def named(story: Analysis, incident: str) -> Incident:
    return next(i for i in story.incidents if i.id == incident)


def moved(story: Analysis, incident: Incident, lon: float, lat: float, radius_km: float = 5.0, **who: Any) -> Region:
    """The region of an incident whose point a person moved."""
    now = Pin(lon=lon, lat=lat, radius_km=radius_km)
    move = Correction(incident=incident.id, field="point", was=pin_of(incident), now=now, **(WHO | who))
    (after,) = corrected([incident], [move], story.inputs.gazetteer.areas)
    assert isinstance(after.region, Region)
    assert after.region.point == (lon, lat)
    return after.region


def test_a_correction_moves_the_incident_and_keeps_every_account(story: Analysis):
    before = named(story, "2023-06-24-turbat")
    move = Correction(incident=before.id, field="point", was=pin_of(before), now=Pin(lon=65.0, lat=27.0, radius_km=2.0), **WHO)
    everything = corrected(story.incidents, [move], story.inputs.gazetteer.areas)
    (after,) = (i for i in everything if i.id == before.id)
    assert isinstance(after.region, Region)
    assert (after.region.point, after.region.radius_m) == ((65.0, 27.0), 2000.0)
    assert after.region_reason == "A. Reader moved it from lon 63.0485, lat 26.0012 on 2024-03-01: seen on site"
    assert after.region.method == f"2 km around lon 65, lat 27; {after.region_reason}"
    assert after.regions == before.regions
    assert after.differences[-1].field == "corrected point"
    assert after.differences[:-1] == before.differences
    assert [i for i in everything if i.id != before.id] == [i for i in story.incidents if i.id != before.id]


@pytest.mark.parametrize(
    ("incident", "lon", "lat", "lost"),
    [
        ("2023-12-15-rask", 61.41, 26.24, set()),
        ("2023-12-15-rask", 60.5, 27.5, set()),  # elsewhere in the province
        ("2023-12-15-rask", 51.4, 35.7, {"province"}),
        ("2023-08-07-lyari", 67.0, 24.9, set()),  # a site, also where 5 km would make a settlement
        ("2023-06-24-turbat", 63.3, 26.2, set()),  # in the district, as another account's region has it
        ("2023-06-24-turbat", 66.9, 30.2, {"district"}),
        ("2023-06-24-turbat", 68.4, 25.4, {"district", "province"}),
    ],
)
def test_what_is_known_of_a_place_stays_as_far_as_the_point_stays_in_it(
    story: Analysis, incident: str, lon: float, lat: float, lost: set[str]
):
    before = named(story, incident)
    region = moved(story, before, lon, lat)
    fields = ("name", "level", "country", "province", "district", "sources")
    assert isinstance(before.region, Region)
    assert {f for f in fields if getattr(region, f) != getattr(before.region, f)} == lost
    assert all(getattr(region, f) is None for f in lost)


def test_a_moved_disc_is_cut_to_its_country(story: Analysis):
    before = named(story, "2023-12-15-rask")
    relation, iran = story.relations[RegionKey(before.id)], story.inputs.gazetteer.areas["IR"]
    (x, y), (to_x, to_y) = before.region.point, relation.nearest_on_border
    region = moved(story, before, x + 0.98 * (to_x - x), y + 0.98 * (to_y - y))
    assert region.method.endswith("; as far as it lies in its country")
    assert region.geometry.difference(iran).area < 1e-9
    whole = disc(*region.point, 5000)
    assert region.geometry.area == pytest.approx(whole.intersection(iran).area)
    assert region.geometry.area < 0.95 * whole.area
    inland = moved(story, before, 61.4, 27.5)
    assert (inland.radius_m, "as far as" in inland.method) == (5000.0, False)


def test_a_point_in_no_country_that_the_accounts_name_is_refused(story: Analysis):
    rask = named(story, "2023-12-15-rask")
    for lon, lat in ((-100.0, 40.0), (63.25, 26.65), (61.4, 15.0)):  # America, 5 km into Pakistan, the high sea
        with pytest.raises(DataError, match=r"^corrections\.toml: 2023-12-15-rask: point: .* accounts name \(IR\)"):
            moved(story, rask, lon, lat)
    move = Correction(incident=rask.id, field="point", was=pin_of(rask), now=Pin(lon=-100, lat=40, radius_km=5), **WHO)
    with pytest.raises(DataError, match=r"lon -100, lat 40 lies in no country"):
        analyse(replace(story.inputs, corrections=(move,)))


def test_an_edit_that_leaves_the_country_is_refused_by_name_and_the_others_are_taken(tables: Tables, tmp_path: Path):
    path = edited(tables, tmp_path / "incidents.geojson", "2023-12-15-rask", geometry=[-100.0, 40.0], first_day="2023-12-14")
    edits = read_edits(path, tables, **WHO)
    (refused,) = edits.refused
    assert refused.startswith(
        "incidents 2023-12-15-rask: point: lon -100, lat 40 lies in no country that the accounts name (IR)"
    )
    assert [c.field for c in edits.corrections] == ["first_day"]


def test_a_point_off_the_shore_keeps_its_country_and_its_whole_disc(story: Analysis):
    lyari = named(story, "2023-08-07-lyari")
    lon, lat = 66.8, 24.82  # 2 km from the land
    assert not any(area.covers(Point(lon, lat)) for area in story.inputs.gazetteer.areas.values())
    region = moved(story, lyari, lon, lat)
    assert (region.name, region.country, region.radius_m) == (lyari.region.name, "PK", 5000.0)


def test_a_point_in_the_other_country_that_an_account_names_takes_what_that_account_says(story: Analysis):
    rask, turbat = named(story, "2023-12-15-rask"), named(story, "2023-06-24-turbat")
    both = replace(rask, regions={**rask.regions, "x/1": turbat.region})
    region = moved(story, both, 63.06, 26.01)
    assert (region.name, region.country, region.province, region.district) == ("Turbat", "PK", "Balochistan", "Kech district")


def test_a_country_that_is_not_drawn_is_not_judged(story: Analysis):
    rask = named(story, "2023-12-15-rask")
    far = replace(rask.region, country="FR")
    region = moved(story, replace(rask, region=far, regions={"x/1": far}), -100.0, 40.0)
    assert (region.country, region.province, region.district) == (None, None, None)
    assert moved(story, replace(rask, region=far, regions={"x/1": far}), 61.4, 26.24).country == "FR"


def test_a_correction_without_a_reason_says_none(story: Analysis):
    region = moved(story, named(story, "2023-12-15-rask"), 61.41, 26.24, reason=" ")
    assert region.method.endswith("A. Reader moved it from lon 61.399, lat 26.2368 on 2024-03-01")


@pytest.mark.parametrize("shift", [-7, 7])
def test_days_that_both_move_never_cross_on_the_way(shift: int, story: Analysis, tables: Tables, tmp_path: Path):
    before = named(story, "2023-06-24-turbat")
    assert before.days.first == before.days.last
    day = before.days.first + dt.timedelta(days=shift)
    path = edited(tables, tmp_path / "incidents.geojson", before.id, first_day=str(day), last_day=str(day))
    edits = read_edits(path, tables, **WHO)
    assert edits.refused == ()
    (after,) = corrected([before], edits.corrections, {})
    assert (after.days.first, after.days.last) == (day, day)


def test_an_incident_without_a_point_gets_one_that_shows(story):
    before = next(i for i in story.incidents if isinstance(i.region, Unlocated) or not i.region.point)
    move = Correction(incident=before.id, field="point", now=Pin(lon=62.0, lat=27.0, radius_km=20.0), **WHO)
    (after,) = corrected([before], [move], story.inputs.gazetteer.areas)
    assert (after.region.point, after.region.level in ("site", "settlement", "district")) == ((62.0, 27.0), True)


@pytest.mark.parametrize(("radius_km", "level"), [(1.0, "site"), (1.1, "settlement"), (10.0, "settlement"), (10.1, "district")])
def test_a_point_where_none_was_is_as_fine_as_its_radius(radius_km: float, level: str, story: Analysis):
    before = replace(named(story, "2023-12-15-rask"), region=Unlocated(reason="no place is named"), regions={})
    region = moved(story, before, 61.4, 26.2, radius_km)
    assert (region.level, region.radius_m) == (level, radius_km * 1000)


def test_a_settlement_that_is_moved_stays_one_however_wide_the_disc(story: Analysis):
    before = next(
        i for i in story.incidents if isinstance(i.region, Region) and i.region.level == "settlement" and i.region.point
    )
    lon, lat = before.region.point
    assert moved(story, before, lon, lat, 30.0).level == "settlement"


def test_both_values_stand_side_by_side_with_who_corrected_them(story: Analysis):
    before = named(story, "2023-12-15-rask")
    move = Correction(
        incident=before.id, field="point", was=pin_of(before), now=Pin(lon=61.41, lat=26.24, radius_km=2.0), **WHO
    )
    (after,) = corrected([before], [move], story.inputs.gazetteer.areas)
    assert [version.says for version in after.differences[-1].versions] == [
        "lon 61.399, lat 26.2368",
        "lon 61.41, lat 26.24, corrected by A. Reader on 2024-03-01",
    ]


@pytest.mark.parametrize("radius_km", [0.0, -1.0, 1000.1, float("nan")])
def test_a_radius_is_more_than_nothing_and_no_part_of_the_earth(radius_km: float):
    with pytest.raises(ValueError, match=f"a radius is more than 0 and at most 1000 km, found {radius_km}"):
        Pin(lon=0, lat=0, radius_km=radius_km)


def test_the_file_of_corrections_says_what_it_holds(tmp_path: Path):
    path = tmp_path / "corrections.toml"
    write_corrections(path, [Correction(incident="a", field="first_day", now=dt.date(2024, 1, 1), **WHO)])
    assert path.read_text(encoding="utf-8").startswith("# What people corrected on the map: each record with what it was")


def test_days_are_corrected_one_after_the_other(story):
    before = next(i for i in story.incidents if i.days.first and i.days.first == i.days.last)
    day, week = before.days.first, dt.timedelta(days=7)
    steps = [
        Correction(incident=before.id, field="last_day", was=day, now=day + week, **WHO),
        Correction(incident=before.id, field="last_day", was=day + week, now=None, **WHO),
        Correction(incident=before.id, field="first_day", was=day, now=day - week, **WHO),
    ]
    (after,) = corrected([before], steps, {})
    assert (after.days.first, after.days.last) == (day - week, None)


def test_a_correction_of_what_is_no_longer_so_is_refused_all_at_once(story):
    some = next(i for i in story.incidents if isinstance(i.region, Region) and i.region.point)
    stale = [
        Correction(incident="nowhere", field="first_day", **WHO),
        Correction(incident=some.id, field="first_day", was=dt.date(1999, 1, 1), now=dt.date(1999, 1, 2), **WHO),
        Correction(incident=some.id, field="point", was=Pin(lon=0, lat=0), now=Pin(lon=1, lat=1, radius_km=1), **WHO),
    ]
    with pytest.raises(DataError) as caught:
        corrected(story.incidents, stale, {})
    lines = str(caught.value).splitlines()
    assert [line.split(": ")[2] for line in lines] == ["first_day", "first_day", "point"]
    assert all(word in str(caught.value) for word in ("no such incident", "1999-01-01", "lon 0, lat 0"))


def test_an_incident_of_several_sites_has_no_point_to_move(story: Analysis):
    before = named(story, "2024-01-18-saravan")
    assert len(before.sites) > 1
    with pytest.raises(DataError, match=r"2024-01-18-saravan: point: it hit several sites, so no one point is its own"):
        moved(story, before, 62.6, 27.0)


# ---- days are taken as they are written -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written", ["2024-01-17T00:00:00+05:00", "2024-01-17T00:00:00Z", "2024-01-17 00:00:00", "2024-01-17T00:00:00.000-08:00"]
)
def test_a_midnight_is_the_day_that_it_is_written_on_in_whatever_zone(world: Tables, tmp_path: Path, written: str):
    edits = read_edits(edited(world, tmp_path / "incidents.geojson", last_day=written), world, **WHO)
    assert [(c.field, c.now) for c in edits.corrections] == [("last_day", dt.date(2024, 1, 17))]
    assert edits.refused == ()


@pytest.mark.parametrize("written", ["17/01/2024", "soon", 20240117, "2024-01-17T14:30:00+05:00", "2024-13-01"])
def test_what_cannot_be_read_as_a_day_is_refused_by_row_and_value_and_never_an_open_end(
    world: Tables, tmp_path: Path, written: object
):
    edits = read_edits(edited(world, tmp_path / "incidents.geojson", last_day=written), world, **WHO)
    assert edits.corrections == ()
    assert [line.startswith("incidents a: last_day: ") and str(written) in line for line in edits.refused] == [True]


@pytest.mark.parametrize(
    ("written", "day"), [("2024-01-17", dt.date(2024, 1, 17)), ("2024-01-17T00:00:00+05:00", dt.date(2024, 1, 17)),
                         ("17/01/2024", None), ("soon", None), (20240117, None), ("2024-01-17 14:30:00", None)],
)  # fmt: skip
def test_a_cell_of_a_geopackage_is_taken_as_it_stands(world: Tables, tmp_path: Path, written: object, day: dt.date | None):
    write_published(world, tmp_path)
    path = tmp_path / "geomap.gpkg"
    with closing(sqlite3.connect(path)) as database:
        for trigger in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger[0]}"')
        database.execute("UPDATE incidents SET last_day = ? WHERE id = 'a'", (written,))
        database.commit()
    edits = read_edits(path, world, **WHO)
    assert [c.now for c in edits.corrections] == ([day] if day else [])
    assert [f"{written}" in line for line in edits.refused] == ([] if day else [True])


def test_a_day_that_was_taken_away_is_an_open_end(world: Tables, tmp_path: Path):
    edits = read_edits(edited(world, tmp_path / "incidents.geojson", first_day=None), world, **WHO)
    assert [(c.field, c.now) for c in edits.corrections] == [("first_day", None)]


def test_a_point_for_an_incident_of_several_sites_is_refused_before_anything_is_kept(world: Tables, tmp_path: Path):
    edits = read_edits(edited(world, tmp_path / "incidents.geojson", incident="f", geometry=[63.5, 27.0]), world, **WHO)
    assert edits.corrections == ()
    assert "incidents f: point: it hit several sites" in edits.refused[0]


@pytest.mark.parametrize(
    "value",
    [dt.datetime(2024, 1, 17), dt.datetime(2024, 1, 17, tzinfo=dt.timezone(dt.timedelta(hours=5))), dt.date(2024, 1, 17)],
)
def test_a_day_with_a_zone_is_not_a_day_earlier_on_the_page(value: dt.date):
    assert day_of(value) == dt.date(2024, 1, 17)
    with pytest.raises(ValueError, match="is no day; write it as in 2024-01-17"):
        day_of(dt.datetime(2024, 1, 17, 1))
