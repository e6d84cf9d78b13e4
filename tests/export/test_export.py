"""Files for GIS people: what is written is what was tabulated, in the form that readers take."""

from __future__ import annotations

import csv
import datetime as dt
import importlib
import io
import json
import os
import sqlite3
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon
from small_tables import HOSTILE, incident, small_world

from geomap.errors import MissingError
from geomap.export.acled import ACLED, to_acled
from geomap.export.csv import FORMULA, csv_text, guarded_cell, unguarded_cell
from geomap.export.followthemoney import COLUMNS, statements
from geomap.export.formats import CROSSWALKS, FORMATS, SINGLE, table_text
from geomap.export.geojson import geojson_text, write_geojson
from geomap.export.provenance import provenance
from geomap.export.published import write_published
from geomap.export.schema import data_package, dictionary, json_schema
from geomap.export.tables import SPATIAL, fingerprint, normalised_geometries, tables_of
from geomap.export.ucdp_ged import UCDP_GED, to_ucdp_ged
from geomap.tables.frames import Tables, frame, geoframe, records
from geomap.tables.schema import SCHEMA
from geomap.vocabulary.choices import CHOICES


def tool(name: str) -> Any:
    """An optional package; without it the test is skipped, or fails where nothing may be."""
    try:
        return importlib.import_module(name)
    except ImportError:
        if os.environ.get("GEOMAP_REQUIRE_ALL") == "1":
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")


def assert_same_values(back: pd.DataFrame, table: pd.DataFrame, name: str) -> None:
    """What was read back holds the table's values: equal cells, days as days, equal geometries."""
    assert len(back) == len(table)
    if "id" in table:
        back, table = back.sort_values("id"), table.sort_values("id")
    for column in SCHEMA[name]:
        found, wanted = back[column.name], table[column.name]
        assert list(found.isna()) == list(wanted.isna()), column.name
        if column.type == "date" and str(found.dtype).startswith("datetime64"):
            found = found.dt.date
        assert found.dropna().tolist() == wanted.dropna().tolist(), column.name
    if isinstance(table, gpd.GeoDataFrame):
        assert back.crs == "EPSG:4326"
        for found, wanted in zip(back.geometry, normalised_geometries(table.geometry), strict=True):
            assert (found is None) == (wanted is None)
            assert wanted is None or shapely.equals_exact(found, wanted, tolerance=0)


@pytest.fixture(scope="module")
def world() -> Tables:
    return small_world()


@pytest.fixture(scope="module")
def published(world: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    write_published(world, folder)
    return folder


def test_the_small_world_has_rows_in_every_table(world: Tables):
    assert [name for name, table in tables_of(world).items() if not len(table)] == []


def test_a_feature_stands_on_its_own_line_sorted_by_id(world: Tables):
    shuffled = world.incidents.iloc[::-1]
    lines = geojson_text(shuffled, name="incidents", description="").splitlines()
    assert [json.loads(line.rstrip(","))["id"] for line in lines[1:-1]] == ["a", "b", "c", "d", "e", "f"]


def test_geojson_has_string_ids_no_crs_and_no_second_id(world: Tables):
    collection = json.loads(geojson_text(world.incidents, name="incidents", description="d"))
    assert {key: collection[key] for key in ("type", "name", "description")} == {
        "type": "FeatureCollection", "name": "incidents", "description": "d"}  # fmt: skip
    assert "crs" not in collection
    assert all(isinstance(f["id"], str) and "id" not in f["properties"] for f in collection["features"])
    assert list(collection["features"][0]["properties"]) == [c.name for c in SCHEMA["incidents"] if c.name != "id"]


def test_unknown_is_null_and_days_are_iso(world: Tables):
    b = json.loads(geojson_text(world.incidents, name="i", description=""))["features"][1]["properties"]
    assert [b[key] for key in ("first_day", "last_day", "killed_min", "killed_max")] == [None, "2023-06-01", 0, None]


def test_two_rows_with_one_id_are_refused(world: Tables):
    with pytest.raises(ValueError, match="share an id"):
        geojson_text(world.incidents.iloc[[0, 0]], name="i", description="")


def test_exterior_rings_run_counter_clockwise_and_holes_clockwise(world: Tables):
    features = json.loads(geojson_text(world.areas, name="areas", description=""))["features"]
    rings = [ring for f in features for polygon in f["geometry"]["coordinates"] for ring in polygon[:1]]
    holes = [ring for f in features for polygon in f["geometry"]["coordinates"] for ring in polygon[1:]]
    assert (len(rings), len(holes)) == (3, 1)
    assert all(shapely.LinearRing(ring).is_ccw for ring in rings)
    assert not any(shapely.LinearRing(hole).is_ccw for hole in holes)


def test_rounding_leaves_every_shipped_geometry_valid(tables: Tables):
    geometries = [g for name in SPATIAL for g in normalised_geometries(tables_of(tables)[name].geometry) if g is not None]
    assert len(geometries) > 50
    assert [shapely.is_valid_reason(g) for g in geometries if not g.is_valid] == []


def test_a_file_has_one_geometry_type(world: Tables):
    features = json.loads(geojson_text(world.areas, name="areas", description=""))["features"]
    assert {f["geometry"]["type"] for f in features} == {"MultiPolygon"}


degrees = st.integers(-890_000_000, 890_000_000).map(lambda n: n / 1e7)
corners = st.lists(st.tuples(degrees, degrees), min_size=3, max_size=8, unique=True).map(Polygon).filter(lambda p: p.is_valid)


@settings(deadline=None)
@given(st.lists(corners, min_size=1, max_size=3))
def test_any_polygon_is_written_with_six_decimals_closed_and_right_handed(polygons: list[Polygon]):
    rows = [{"id": f"{k}", "geometry": polygon} for k, polygon in enumerate(polygons)]
    features = json.loads(geojson_text(geoframe("areas", rows), name="areas", description=""))["features"]
    for feature, polygon in zip(features, polygons, strict=True):
        (rings,) = feature["geometry"]["coordinates"]
        assert all(len(ring) >= 4 and ring[0] == ring[-1] for ring in rings)
        assert all(round(value, 6) == value for ring in rings for point in ring for value in point)
        apart = np.array(rings[0])[:, None] - np.array(polygon.exterior.coords)[None]
        near = np.hypot(*np.moveaxis(apart, -1, 0)) < 0.75e-6  # half a unit of the last decimal, both ways
        assert near.any(axis=0).all()
        assert near.any(axis=1).all()
        if polygon.area > 1e-3:
            assert shapely.LinearRing(rings[0]).is_ccw


def test_the_contents_of_each_table_are_found_once_for_all_files(world: Tables, tmp_path: Path, monkeypatch):
    marked = []

    def marking(rows: Any, geometries: Any, mark: Any = fingerprint) -> str:
        marked.append([row.get("id") for row in rows])
        return mark(rows, geometries)

    monkeypatch.setattr("geomap.export.tables.fingerprint", marking)
    write_published(world, tmp_path)

    assert len(marked) == len(tables_of(world))


def test_a_file_that_stands_stays_where_two_rows_share_an_id(world: Tables, tmp_path: Path):
    path = tmp_path / "incidents.geojson"
    path.write_text("as it was")

    with pytest.raises(ValueError, match="two rows share an id"):
        write_geojson(world.incidents.iloc[[0, 0]], path, name="incidents", description="")
    assert path.read_text() == "as it was"


def test_two_writes_are_the_same_bytes(world: Tables, published: Path, tmp_path: Path):
    write_published(small_world(), tmp_path)
    files = sorted(file.name for file in published.iterdir())
    assert files == sorted(file.name for file in tmp_path.iterdir())
    assert files
    assert [f for f in files if (published / f).read_bytes() != (tmp_path / f).read_bytes()] == []


def test_geopandas_reads_geojson_back_with_equal_values(world: Tables, tmp_path: Path):
    for name in ("incidents", "areas"):
        write_geojson(tables_of(world)[name], tmp_path / f"{name}.geojson", name=name, description="")
        back = gpd.read_file(tmp_path / f"{name}.geojson")
        assert_same_values(back, tables_of(world)[name], name)
        assert str(back["first_day"].dtype).startswith("datetime64")


def test_a_published_validator_finds_nothing_against_rfc_7946(published: Path):
    validator = tool("geojson_validator")
    for name in SPATIAL:
        collection = json.loads((published / f"{name}.geojson").read_text(encoding="utf-8"))
        assert validator.validate_structure(collection) == {}
        assert validator.validate_geometries(collection)["invalid"] == {}


# The GeoPackage


@pytest.fixture(scope="module")
def database(published: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(published / "geomap.gpkg")) as database:
        yield database


def test_the_geopackage_says_that_it_is_one_of_version_1_3(published: Path, database: sqlite3.Connection):
    header = (published / "geomap.gpkg").read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\0"
    assert header[68:72] == b"GPKG"
    assert struct.unpack(">I", header[60:64]) == (10300,)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_geopackage_does_not_say_which_sqlite_wrote_it_nor_when(published: Path, database: sqlite3.Connection):
    header = (published / "geomap.gpkg").read_bytes()[:100]
    assert struct.unpack(">II", header[92:100]) == (1, 3_040_000)
    assert struct.unpack(">I", header[24:28]) == (1,)
    times = database.execute("SELECT last_change FROM gpkg_contents UNION SELECT update_time FROM layer_styles").fetchall()
    assert times == [("2024-01-18T00:00:00.000Z",)]


def test_nothing_is_left_between_a_pages_pointers_and_its_cells(published: Path):
    data = (published / "geomap.gpkg").read_bytes()
    assert struct.unpack(">H", data[16:18]) == (4096,)
    looked = 0
    for page in range(0, len(data), 4096):
        head = page + (100 if page == 0 else 0)
        if data[head] in (2, 5, 10, 13):
            cells, content = struct.unpack(">HH", data[head + 3 : head + 7])
            assert not any(data[head + (12 if data[head] < 10 else 8) + 2 * cells : page + content])
            looked += 1
    assert looked > 50


def test_every_table_of_the_schema_is_in_the_geopackage_with_equal_values(
    world: Tables, published: Path, database: sqlite3.Connection
):
    for name, table in tables_of(world).items():
        layer = pyogrio.read_dataframe(published / "geomap.gpkg", layer=name)
        assert_same_values(layer, table, name)
        declared = {row[1]: row[2] for row in database.execute(f'PRAGMA table_info("{name}")')}
        sql = {"text": "TEXT", "integer": "INTEGER", "number": "DOUBLE", "date": "DATE", "list": "TEXT"}
        assert {c.name: declared[c.name] for c in SCHEMA[name]} == {c.name: sql[c.type] for c in SCHEMA[name]}


def test_every_table_has_a_default_style_and_metadata(database: sqlite3.Connection):
    tables = {(name,) for name in SCHEMA}
    styled = database.execute("SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault").fetchall()
    assert {(name,) for name, _ in styled} == tables
    assert all(ET.fromstring(text.partition("\n")[2]).tag == "qgis" for _, text in styled)
    described = "SELECT table_name, metadata FROM gpkg_metadata_reference JOIN gpkg_metadata ON md_file_id = id"
    assert {(name,) for name, _ in database.execute(described)} == tables


def test_every_column_says_what_it_holds_in_the_geopackage(database: sqlite3.Connection):
    said = dict(database.execute("SELECT table_name || '.' || column_name, description FROM gpkg_data_columns").fetchall())
    assert set(said) == {f"{name}.{column.name}" for name, columns in SCHEMA.items() for column in columns}
    assert said["incidents.distance_km"] == "distance of the point from the border; null without a point (km)"


def test_the_spatial_index_holds_every_geometry_and_no_other(world: Tables, database: sqlite3.Connection):
    boxes = database.execute("SELECT id, minx, maxx, miny, maxy FROM rtree_incidents_geom ORDER BY id").fetchall()
    there = [(k, g.bounds) for k, g in enumerate(normalised_geometries(world.incidents.geometry), 1) if g is not None]
    assert [row[0] for row in boxes] == [k for k, _ in there]
    for (_, minx, maxx, miny, maxy), (_, (x0, y0, x1, y1)) in zip(boxes, there, strict=True):
        assert (minx, maxx, miny, maxy) == pytest.approx((x0, x1, y0, y1), abs=1e-5)
        assert minx <= x0
        assert x1 <= maxx


def test_every_area_carries_its_box(world: Tables, database: sqlite3.Connection):
    blobs = [blob for (blob,) in database.execute('SELECT geom FROM areas ORDER BY "fid"')]
    for blob, geometry in zip(blobs, normalised_geometries(world.areas.geometry), strict=True):
        xmin, ymin, xmax, ymax = geometry.bounds
        assert struct.unpack("<2sBBi4d", blob[:40]) == (b"GP", 0, 0b011, 4326, xmin, xmax, ymin, ymax)
        assert shapely.from_wkb(blob[40:]) == geometry


def test_a_claim_names_its_incident_by_a_foreign_key(database: sqlite3.Connection):
    keys = {(row[3], row[2], row[4]) for row in database.execute('PRAGMA foreign_key_list("claims")')}
    assert keys == {("incident", "incidents", "id"), ("article", "articles", "id"), ("site", "sites", "id")}


# CSV


@settings(deadline=None)
@given(st.one_of(st.none(), st.text(), st.text(alphabet="'=+-@\t\r\n＝a ")))
def test_a_cell_is_never_a_formula_and_reads_back(text: str | None):
    cell = guarded_cell(text)
    assert not cell.startswith(FORMULA)
    assert unguarded_cell(cell) == (text or None)


def test_a_csv_table_reads_back_with_geometry_as_wkt(world: Tables):
    rows = list(csv.reader(io.StringIO(csv_text(world.incidents), newline="")))
    assert rows[0] == [*(c.name for c in SCHEMA["incidents"]), "WKT"]
    wanted = records(tables_of(world)["incidents"])
    for row, record, geometry in zip(rows[1:], wanted, normalised_geometries(world.incidents.geometry), strict=True):
        assert [unguarded_cell(cell) for cell in row[:-1]] == [None if v is None else str(v) or None for v in record.values()]
        assert (shapely.from_wkt(row[-1]) if row[-1] else None) == geometry
    assert any(record["actors"] == HOSTILE for record in wanted)


def test_gdal_reads_csv_with_types_and_geometry(world: Tables, tmp_path: Path):
    FORMATS["csv"](world, tmp_path)
    back = pyogrio.read_dataframe(tmp_path / "incidents.csv")
    assert back.crs == "EPSG:4326"
    assert back["first_day"].dt.date.dropna().tolist() == world.incidents["first_day"].dropna().tolist()
    assert back["killed_min"].dropna().tolist() == world.incidents["killed_min"].dropna().tolist()
    assert back.geometry.notna().tolist() == world.incidents.geometry.notna().tolist()


def test_csv_files_open_in_excel_with_their_letters_and_streams_begin_with_the_header(
    world: Tables, tables: Tables, tmp_path: Path, built: Path
):
    FORMATS["csv"](world, tmp_path)
    files = [built / "statements.csv", *tmp_path.glob("*.csv")]
    assert len(files) == 1 + len(tables_of(world))
    for file in files:
        assert file.read_bytes().count(b"\xef\xbb\xbf") == 1, file
        assert file.read_bytes().startswith(b"\xef\xbb\xbf"), file
    for text in (table_text(world, "claims", "csv"), CROSSWALKS["acled"](world).csv()):
        assert not text.startswith("\ufeff")
    assert (built / "statements.csv").read_bytes().decode("utf-8-sig") == csv_text(tables.statements)


def test_pandas_and_gdal_find_the_first_column_of_a_csv_file(world: Tables, tmp_path: Path):
    FORMATS["csv"](world, tmp_path)
    for name in ("incidents", "claims"):
        assert pd.read_csv(tmp_path / f"{name}.csv").columns[0] == SCHEMA[name][0].name
        assert pyogrio.read_info(tmp_path / f"{name}.csv")["fields"][0] == SCHEMA[name][0].name


# KML, FlatGeobuf, GeoParquet


def test_kml_has_a_folder_of_each_kind_styles_by_side_and_open_time_spans(world: Tables, tmp_path: Path):
    FORMATS["kml"](world, tmp_path / "x.kml")
    kml = "{http://www.opengis.net/kml/2.2}"
    root = ET.parse(tmp_path / "x.kml").getroot()
    folders = [folder.findtext(f"{kml}name") for folder in root.iter(f"{kml}Folder")]
    assert folders == ["Incidents", "Sites", "Areas: the best reading", "Areas: by one account alone", "Border"]
    marks = {mark.get("id"): mark for mark in root.iter(f"{kml}Placemark")}
    assert len(marks) == 11
    b = marks["incidents-b"]
    assert (b.find(f"{kml}TimeSpan/{kml}begin"), b.findtext(f"{kml}TimeSpan/{kml}end")) == (None, "2023-06-01")
    assert marks["incidents-d"].find(f"{kml}Point") is None
    assert marks["incidents-e"].findtext(f"{kml}name") == HOSTILE
    styles = {style.get("id") for style in root.iter(f"{kml}Style")}
    assert {mark.findtext(f"{kml}styleUrl", "")[1:] for mark in marks.values()} <= styles
    assert "http" not in (tmp_path / "x.kml").read_text(encoding="utf-8").replace("http://www.opengis.net/kml/2.2", "")


def test_kml_holds_every_value_and_coordinate(world: Tables, tmp_path: Path):
    FORMATS["kml"](world, tmp_path / "x.kml")
    kml = "{http://www.opengis.net/kml/2.2}"
    marks = {mark.get("id"): mark for mark in ET.parse(tmp_path / "x.kml").getroot().iter(f"{kml}Placemark")}
    for row, geometry in zip(records(tables_of(world)["incidents"]), world.incidents.geometry, strict=True):
        mark = marks[f"incidents-{row['id']}"]
        held = {data.get("name"): data.findtext(f"{kml}value") for data in mark.iter(f"{kml}Data")}
        assert held == {key: str(value) for key, value in row.items() if value is not None}
        written = mark.findtext(f"{kml}Point/{kml}coordinates")
        assert (written is None) == (geometry is None)
        if written:
            assert [float(number) for number in written.split(",")] == pytest.approx([geometry.x, geometry.y], abs=1e-6)


def test_gdal_reads_every_placemark_of_the_kml(world: Tables, tmp_path: Path):
    FORMATS["kml"](world, tmp_path / "x.kml")
    layers = pyogrio.list_layers(tmp_path / "x.kml")[:, 0]
    found = sum(pyogrio.read_info(tmp_path / "x.kml", layer=layer)["features"] for layer in layers)
    assert found in (8, 11)  # some of GDAL's KML readers leave out the placemarks that have no place


def test_no_layer_of_the_kml_is_empty_and_the_first_has_the_incidents(world: Tables, tmp_path: Path):
    FORMATS["kml"](world, tmp_path / "x.kml")
    layers = pyogrio.list_layers(tmp_path / "x.kml")[:, 0]
    assert all(pyogrio.read_info(tmp_path / "x.kml", layer=layer)["features"] for layer in layers)
    located = world.incidents[world.incidents.geometry.notna()]
    # Versions of GDAL differ on the white space at the ends of a name.
    names = {" ".join(name.split()) for name in gpd.read_file(tmp_path / "x.kml", layer=layers[0])["Name"]}
    assert names >= {" ".join(title.split()) for title in located["title"]}


def test_flatgeobuf_has_every_row_with_a_geometry_and_an_index_and_counts_the_others(world: Tables, tmp_path: Path):
    left_out = FORMATS["fgb"](world, tmp_path)
    for name in SPATIAL:
        table = tables_of(world)[name]
        placed = table[table.geometry.notna()]
        assert_same_values(pyogrio.read_dataframe(tmp_path / f"{name}.fgb"), placed, name)
        assert pyogrio.read_info(tmp_path / f"{name}.fgb")["capabilities"]["fast_spatial_filter"], name
    assert left_out == {"incidents": 2, "sites": 1, "places": 1}


@pytest.mark.parametrize("rows", [[], [{"id": "Pakistan", "geometry": None}], [{"id": "Pakistan", "geometry": Polygon()}]])
def test_flatgeobuf_of_a_table_without_a_geometry_has_its_columns_and_no_row(rows: list[Any], world: Tables, tmp_path: Path):
    left_out = FORMATS["fgb"](replace(world, places=geoframe("places", rows)), tmp_path)
    back = pyogrio.read_dataframe(tmp_path / "places.fgb")
    assert len(back) == 0
    assert list(back.columns) == [*(column.name for column in SCHEMA["places"]), "geometry"]
    assert (left_out or {}).get("places", 0) == len(rows)


def test_geoparquet_is_version_1_1_and_reads_back_with_equal_values(world: Tables, tmp_path: Path):
    parquet = tool("pyarrow.parquet")
    FORMATS["parquet"](world, tmp_path)
    about = json.loads(parquet.read_metadata(tmp_path / "areas.parquet").metadata[b"geo"])
    assert about["version"] == "1.1.0"
    assert about["columns"]["geometry"]["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert str(parquet.read_schema(tmp_path / "incidents.parquet").field("first_day").type) == "date32[day]"
    for name in SPATIAL:
        assert_same_values(gpd.read_parquet(tmp_path / f"{name}.parquet"), tables_of(world)[name], name)
    for name in ("claims", "cited_values"):
        assert_same_values(pd.read_parquet(tmp_path / f"{name}.parquet"), tables_of(world)[name], name)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_the_same_bytes_twice(name: str, world: Tables, tmp_path: Path):
    if name == "parquet":
        tool("pyarrow")
    written = []
    for turn in ("one", "two"):
        path = tmp_path / turn / ("x" + SINGLE.get(name, ""))
        path.parent.mkdir()
        FORMATS[name](small_world(), path)
        written.append({f.name: f.read_bytes() for f in (path.iterdir() if path.is_dir() else [path])})
    assert written[0]
    assert [file for file in written[0] if written[0][file] != written[1][file]] == []


def test_a_layer_streams_as_text(world: Tables):
    assert table_text(world, "claims", "csv") == csv_text(world.claims)
    assert json.loads(table_text(world, "areas", "geojson"))["name"] == "areas"
    with pytest.raises(MissingError, match="no such table; there are incidents"):
        table_text(world, "claim", "csv")
    with pytest.raises(MissingError, match="cannot be streamed as geojson; use csv"):
        table_text(world, "claims", "geojson")


# Crosswalks


def test_a_crosswalk_has_the_other_schemas_columns_and_only_those(world: Tables):
    for name, columns in (("acled", ACLED), ("ucdp-ged", UCDP_GED)):
        crosswalk = CROSSWALKS[name](world)
        assert crosswalk.rows
        assert all(set(row) <= set(columns) for row in crosswalk.rows)
        assert next(csv.reader(io.StringIO(crosswalk.csv()))) == list(columns)


def test_acled_codes_follow_the_codebook(world: Tables):
    rows = {row["event_id_cnty"]: row for row in to_acled(world).rows}
    assert (rows["a"]["event_date"], rows["a"]["time_precision"], rows["a"]["fatalities"]) == ("2024-01-16", 1, 2)
    assert (rows["d"]["event_date"], rows["d"]["time_precision"]) == ("2023-12-26", 3)  # thirteen days: a month's code
    assert (rows["b"]["event_date"], rows["b"]["fatalities"]) == (None, 0)
    assert (rows["c"]["fatalities"], rows["d"]["latitude"], rows["d"]["geo_precision"]) == (None, None, 3)


def test_ged_takes_lethal_incidents_only_and_says_which_it_leaves(world: Tables):
    crosswalk = to_ucdp_ged(world)
    assert [row["id"] for row in crosswalk.rows] == ["a", "f/site-1"]
    assert {line.split(":")[0] for line in crosswalk.unmapped if "left out: UCDP GED" in line} == {
        "b",
        "c",
        "d",
        "e",
        "f/site-2",
    }
    row = crosswalk.rows[0]
    assert (row["low"], row["best"], row["high"], row["date_prec"], row["geom_wkt"]) == (2, 2, 2, 1, "POINT (64.1 26.97)")


def test_an_incident_with_sites_is_an_event_per_site_with_its_own_place_and_toll(world: Tables):
    acled, ged = to_acled(world), to_ucdp_ged(world)
    rows = {row["event_id_cnty"]: row for row in acled.rows}
    assert "f" not in rows
    assert (rows["f/site-1"]["fatalities"], rows["f/site-1"]["longitude"], rows["f/site-1"]["geo_precision"]) == (3, 63.5, 1)
    assert (rows["f/site-2"]["fatalities"], rows["f/site-2"]["longitude"], rows["f/site-2"]["event_date"]) == (
        None, None, "2024-01-16",
    )  # fmt: skip
    assert [(row["best"], row["high"]) for row in ged.rows if row["id"] == "f/site-1"] == [(3, 4)]
    for crosswalk in (acled, ged):
        (said,) = (line for line in crosswalk.unmapped if line.startswith("f/site-1: site 1 of 2 of f"))
        assert said.endswith("counts of the whole are in no row; killed there: 3 to 9")


def test_a_site_has_its_own_sources_and_the_country_of_the_whole(world: Tables):
    claims = [{"id": "x/3", "incident": "f", "article": "x", "site": "f/site-1", "killed_min": 4},
              {"id": "w/1", "incident": "f", "article": "w", "killed_min": 9}]  # fmt: skip
    home = world.incidents.assign(country=["IR"] * len(world.incidents))
    changed = replace(world, claims=frame("claims", claims), incidents=home)
    rows = {row["event_id_cnty"]: row for row in to_acled(changed).rows}
    assert (rows["f/site-1"]["source"], rows["f/site-2"]["source"]) == ("x", "")
    assert rows["f/site-2"]["iso"] == 364
    assert [row["number_of_sources"] for row in to_ucdp_ged(changed).rows if row["id"] == "f/site-1"] == [1]


def test_a_toll_that_is_given_for_the_whole_alone_stays_one_event(world: Tables):
    silent = world.sites.assign(killed_min=None, killed_max=None)
    rows = {row["id"]: row for row in to_ucdp_ged(replace(world, sites=silent)).rows}
    assert (rows["f"]["low"], rows["f"]["high"]) == (3, 9)
    assert "f/site-1" not in rows


def test_the_best_of_a_site_is_that_of_its_own_judged_account(world: Tables):
    claims = [{"id": "x/3", "incident": "f", "article": "x", "site": "f/site-1", "killed_min": 4},
              {"id": "x/4", "incident": "f", "article": "x", "killed_min": 9}]  # fmt: skip
    judged = [{"incident": "f", "field": "killed", "version": "v", "claims": ("x/3", "x/4"), "is_better": 1}]
    changed = replace(world, claims=frame("claims", claims), differences=frame("differences", judged))
    assert [row["best"] for row in to_ucdp_ged(changed).rows if row["id"] == "f/site-1"] == [4]


def test_what_a_crosswalk_leaves_empty_it_says(world: Tables):
    for crosswalk, key, fields in (
        (to_acled(world), "event_id_cnty", ("event_date", "latitude", "fatalities", "geo_precision", "inter1", "iso")),
        (to_ucdp_ged(world), "id", ("date_start", "latitude", "country_id", "high")),
    ):
        empty = {(row[key], field) for row in crosswalk.rows for field in fields if row[field] is None}
        said = {tuple(line.split(": ")[:2]) for line in crosswalk.unmapped}
        assert empty
        assert empty <= said


def told(
    claims: list[tuple[str, int | None]],
    differences: Sequence[tuple[str, str, int]] = (),
    side: str = "Unknown",
    country: str | None = "IR",
    actor: str | None = None,
) -> Tables:
    """One incident: its claims' actors and killed, numbered from 1, and its differences' field, claims and better."""
    day = dt.date(2024, 1, 16)
    killed = [n for _, n in claims if n is not None]
    row = incident("a", first_day=day, last_day=day, actor_side=side, side_actor=actor, country=country,
                   actors=tuple(a for a, _ in claims if a) or None,
                   killed_min=min(killed, default=None), killed_max=max(killed, default=None))  # fmt: skip
    said = [{"id": f"x/{k}", "incident": "a", "article": "x", "actors": (a,) if a else None, "killed_min": n}
            for k, (a, n) in enumerate(claims, 1)]  # fmt: skip
    weighed = [{"incident": "a", "field": f, "version": names, "claims": tuple(names.split("; ")), "is_better": better,
                "reason": f"why {f}"} for f, names, better in differences]  # fmt: skip
    return replace(
        small_world(),
        incidents=geoframe("incidents", [row]),
        claims=frame("claims", said),
        differences=frame("differences", weighed),
        sites=geoframe("sites", []),
    )


@pytest.mark.parametrize("actor", ["BRAS", None])
def test_the_first_actor_is_the_one_that_the_side_stands_on_and_the_others_are_said(actor: str | None):
    named = ["unidentified gunmen", "BRAS", "BLA (alleged)"]
    world = told([(words, 1) for words in named], actor=actor)
    for crosswalk, column in ((to_acled(world), "actor1"), (to_ucdp_ged(world), "side_a")):
        assert crosswalk.rows[0][column] == actor
        said = [line for line in crosswalk.unmapped if line.startswith(f"a: {column}: ")]
        assert all(any(words in line for line in said) for words in named if words != actor)
        assert any("no account states" in line for line in said) == (actor is None)


@pytest.mark.parametrize(
    ("side", "country", "code"),
    [
        ("Iran", "IR", "State forces"),
        ("Iran", "PK", "External/Other forces"),
        ("Pakistan", "PK", "State forces"),
        ("Pakistan", "IR", "External/Other forces"),
        ("Pakistan", None, None),
        ("Jaish al-Adl", "IR", "Rebel group"),
        ("Jaish al-Adl", None, "Rebel group"),
        ("Protesters", "IQ", "Protesters"),
        ("Unknown", "IR", None),
    ],
)
def test_a_states_forces_are_state_forces_at_home_and_external_forces_abroad(side: str, country: str | None, code: str | None):
    crosswalk = to_acled(told([("x", 1)], [], side, country))
    assert crosswalk.rows[0]["inter1"] == code
    assert any(line.startswith("a: inter1: ") for line in crosswalk.unmapped) == (code is None)


@pytest.mark.parametrize(
    ("killed", "differences", "best", "unweighed"),
    [
        ([84, 91], [("killed", "x/1", 0), ("killed", "x/2", 1)], 91, False),
        ([7, 10, 9], [("killed", "x/1; x/2", 0), ("killed", "x/3", 1)], 9, False),
        ([3, 1], [("killed", "x/1", 0), ("killed", "x/2", 0)], 1, True),
        ([3, 1], [("injured", "x/1", 1), ("injured", "x/2", 0)], 1, True),
        ([3, None], [("killed", "x/1", 0), ("killed", "x/2", 1)], 3, False),
        ([3, 5, None], [("killed", "x/1", 0), ("killed", "x/3", 1)], 3, True),
        ([2, 2], [], 2, False),
    ],
)
def test_best_is_the_number_of_the_account_that_was_judged_better(
    killed: list[int | None], differences: list[tuple[str, str, int]], best: int, unweighed: bool
):
    crosswalk = to_ucdp_ged(told([("BLA", n) for n in killed], differences))
    (row,) = crosswalk.rows
    counts = [n for n in killed if n is not None]
    assert (row["low"], row["best"], row["deaths_unknown"], row["high"]) == (min(counts), best, best, max(counts))
    said = [line for line in crosswalk.unmapped if "best" in line]
    assert said == ["a: best: no account is judged better supported, so it is the fewest, like low"] * unweighed


def test_the_first_level_area_is_that_of_the_point_where_no_source_names_one(tables: Tables):
    bare = replace(tables, incidents=tables.incidents.assign(province=None), sites=tables.sites.assign(province=None))
    for crossed, column in ((to_acled, "admin1"), (to_ucdp_ged, "adm_1")):
        found = [(row["latitude"] is None, row[column]) for row in crossed(bare).rows]
        assert all((name is None) == pointless for pointless, name in found)
        assert {"Balochistan", "Kerman"} <= {name for _, name in found}
        assert "Kerman" in {row[column] for row in crossed(tables).rows}  # which places.csv puts in no province


def test_the_shipped_incidents_cross_over_as_their_judgements_say(tables: Tables):
    acled = {row["event_id_cnty"]: (row["actor1"], row["inter1"]) for row in to_acled(tables).rows}
    assert acled["2024-01-17-javdanfar"] == ("Jaish al-Adl", "Rebel group")
    assert acled["2022-09-30-zahedan"] == ("Iranian security forces", "State forces")
    assert acled["2024-01-16-sabz-koh"] == ("Iran", "External/Other forces")
    ged = {row["id"]: (row["low"], row["best"], row["high"]) for row in to_ucdp_ged(tables).rows}
    assert ged["2024-01-03-kerman"] == (84, 91, None)
    assert "2024-01-18-saravan" not in ged
    assert ged["2024-01-18-saravan/site-1"] == (7, 10, None)


# Provenance and the data dictionary


def test_every_value_has_its_article_and_spans_in_the_provenance(world: Tables):
    document = provenance(world)
    value = "geomap:value/x/1/days"
    assert document["entity"][value] == {"prov:value": "16 January 2024", "geomap:field": "days", "geomap:spans": "10-20",
                                         "geomap:derivation": "date"}  # fmt: skip
    (derived,) = (r for r in document["wasDerivedFrom"].values() if r["prov:generatedEntity"] == value)
    assert (derived["prov:usedEntity"], derived["geomap:spans"]) == ("geomap:article/x", "10-20")


def test_what_the_provenance_relates_is_there(world: Tables):
    document = provenance(world)
    known = {*document["entity"], *document["agent"]}
    relations = [r for name, rs in document.items() if name not in ("prefix", "entity", "agent") for r in rs.values()]
    ends = {end for relation in relations for key, end in relation.items() if key.startswith("prov:") and key != "prov:type"}
    assert ends
    assert ends <= known


#: Of the properties that followthemoney 4.11 has, those that we may give; its reader refuses a file with any other.
MONEY = {
    "Event": {"name", "summary", "startDate", "endDate", "location", "country", "involved", "proof", "recordId"},
    "LegalEntity": {"name"},
    "Article": {"title", "publisher", "publishedAt", "sourceUrl"},
}


def test_the_reader_of_follow_the_money_knows_every_property_that_is_given(tables: Tables):
    assert [(row["schema"], row["prop"]) for row in statements(tables) if row["prop"] not in MONEY[row["schema"]]] == []


def test_the_dataset_of_follow_the_money_has_a_name_that_its_reader_takes(tables: Tables):
    assert {row["dataset"] for row in statements(tables)} == {"geomap_irn_pak"}


def test_who_is_only_alleged_to_have_done_it_or_denies_it_is_told_in_words_to_follow_the_money(tables: Tables):
    rows = statements(tables)
    names = {row["entity_id"]: row["value"] for row in rows if row["schema"] == "LegalEntity"}
    (kerman,) = (row["entity_id"] for row in rows if (row["prop"], row["value"]) == ("recordId", "2024-01-03-kerman"))
    told = {
        prop: [row["value"] for row in rows if (row["entity_id"], row["prop"]) == (kerman, prop)]
        for prop in ("involved", "summary")
    }
    assert [names[one] for one in told["involved"]] == ["Islamic State"]  # which claimed it
    assert "Mossad (alleged, says Iran)" in told["summary"][0]


def test_a_publisher_without_a_name_is_not_given_to_follow_the_money(tables: Tables):
    assert "Unnamed publisher" in set(tables.articles["publisher"])
    assert "Unnamed publisher" not in {row["value"] for row in statements(tables)}


def test_every_incident_actor_and_article_is_an_entity_of_follow_the_money(tables: Tables):
    rows = statements(tables)
    entities: dict[str, dict[str, set[str]]] = {}
    for row in rows:
        assert set(row) == set(COLUMNS)
        entities.setdefault(row["entity_id"], {}).setdefault(row["prop"], set()).add(row["value"])
    assert len({row["id"] for row in rows}) == len(rows)
    kinds = {row["entity_id"]: row["schema"] for row in rows}
    by_kind = Counter(kinds.values())
    assert (by_kind["Event"], by_kind["Article"]) == (len(tables.incidents), len(tables.articles))
    assert by_kind["LegalEntity"] == tables.actors["actor"].nunique()
    for id, said in entities.items():
        assert said.get("name") or said.get("title"), id
        for prop, kind in (("involved", "LegalEntity"), ("proof", "Article")):
            assert {kinds[other] for other in said.get(prop, ())} <= {kind}
    (attack,) = (said for said in entities.values() if said.get("recordId") == {"2024-01-18-saravan"})
    assert (attack["startDate"], attack["endDate"]) == ({"2024-01-18"}, {"2024-01-18"})
    assert any("killed" in summary for summary in attack["summary"])


def test_the_json_schema_holds_for_what_is_written(published: Path):
    validator = tool("jsonschema").Draft202012Validator
    validator.check_schema(json_schema())
    for name in SPATIAL:
        collection = json.loads((published / f"{name}.geojson").read_text(encoding="utf-8"))
        assert [error.message for error in validator(json_schema()).iter_errors(collection)] == []
        collection["features"][0]["properties"]["surprise"] = 1
        assert list(validator(json_schema()).iter_errors(collection))


def test_the_dictionary_and_the_data_package_name_every_column_once():
    columns = [(name, column.name) for name, columns in SCHEMA.items() for column in columns]
    assert [(row["table"], row["column"]) for row in dictionary()] == columns
    fields = [(r["name"], f["name"]) for r in data_package()["resources"] for f in r["schema"]["fields"] if f["name"] != "WKT"]
    assert fields == columns


def test_choices_hold_for_the_shipped_data(tables: Tables):
    for name, table in tables_of(tables).items():
        for column, values in CHOICES.items():
            if column in table and name != "claims":
                assert set(table[column].dropna()) <= set(values), f"{name}.{column}"


def test_what_cannot_be_written_leaves_the_geojson_as_it_was(tmp_path: Path):
    path = tmp_path / "towns.geojson"
    path.write_bytes(b"before")
    towns = gpd.GeoDataFrame({"id": ["a", "b"], "km": [1.0, np.inf]}, geometry=gpd.points_from_xy([1, 2], [3, 4]), crs=4326)
    with pytest.raises(ValueError, match="JSON"):
        write_geojson(towns, path, name="towns", description="")
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["towns.geojson"]
