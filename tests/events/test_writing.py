"""What GDAL would change, or refuse in its own words, in a table that `geomap near` writes."""

import json

import pytest
from click.testing import CliRunner
from conftest import needed

from geomap.cli.group import main

try:
    import pyarrow as pa
    import pyogrio
except ImportError:
    pa = None
needed(pa, "pyarrow is not installed")

AT = {"type": "Point", "coordinates": [61.5, 27.2]}


def near(*arguments):
    return CliRunner().invoke(main, ["near", *map(str, arguments), "--border", "IRN-PAK"])


def table(path, header, row):
    path.write_text(f"{header},lon,lat\n{row},61.5,27.2\n", encoding="utf-8")
    return path


def features(path):
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def collection(path, *shapes, **properties):
    made = [{"type": "Feature", "properties": properties, "geometry": shape} for shape in shapes]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": made}), encoding="utf-8")
    return path


@pytest.mark.parametrize("names", ["ID,id", "Name,name", "GEOM,geom"])
@pytest.mark.parametrize("suffix", [".geojson", ".gpkg"])
def test_names_that_differ_by_capitals_alone_are_refused_and_what_was_there_stays(names, suffix, tmp_path):
    out = tmp_path / f"o{suffix}"
    out.write_bytes(b"before")
    done = near(table(tmp_path / "t.csv", names, "A,a"), "-o", out)

    first, second = names.split(",")
    said = f"o{suffix}: the columns {first!r} and {second!r} would be one in it; rename one, or write CSV or Parquet\n"
    assert (done.exit_code, done.stderr) == (1, said)
    assert out.read_bytes() == b"before"
    for name in ("o.csv", "o.jsonl"):
        assert near(tmp_path / "t.csv", "-o", tmp_path / name).exit_code == 0


@pytest.mark.parametrize("name", ["geom", "Geom", "fid", "FID"])
def test_a_geopackage_has_a_column_of_any_name(name, tmp_path):
    done = near(table(tmp_path / "t.csv", name, "A"), "-o", tmp_path / "o.gpkg")
    assert done.exit_code == 0, done.stderr
    again = near(tmp_path / "o.gpkg", "--prefix", "x_", "-o", tmp_path / "again.gpkg")
    assert again.exit_code == 0, again.stderr

    for file in ("o.gpkg", "again.gpkg"):
        frame = pyogrio.read_dataframe(tmp_path / file)
        assert list(frame[name]) == ["A"]
        assert (frame.geometry.x[0], frame.geometry.y[0]) == (61.5, 27.2)


def test_a_geopackage_s_points_are_called_geom_where_no_column_is(tmp_path):
    near(table(tmp_path / "t.csv", "n", "A"), "-o", tmp_path / "o.gpkg")
    near(tmp_path / "o.gpkg", "--prefix", "x_", "-o", tmp_path / "again.gpkg")

    assert [pyogrio.read_info(tmp_path / file)["geometry_name"] for file in ("o.gpkg", "again.gpkg")] == ["geom"] * 2


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson"])
def test_the_same_table_gives_the_same_bytes(suffix, tmp_path):
    import time

    given = table(tmp_path / "t.csv", "n", "A")
    written = []
    for _ in range(2):
        near(given, "-o", tmp_path / f"o{suffix}")
        written.append((tmp_path / f"o{suffix}").read_bytes())
        time.sleep(0.01)  # the last change of a GeoPackage counts milliseconds

    assert written[0] == written[1]
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None


def test_geojson_moves_no_point_onto_earth_and_keeps_other_shapes(tmp_path):
    area = {"type": "Polygon", "coordinates": [[[61.0, 27.0], [62.0, 27.0], [62.0, 28.0], [61.0, 27.0]]]}
    off = [{"type": "Point", "coordinates": at} for at in ([190.0, 27.2], [-180.5, 27.2], [61.5, 91.0])]
    edge = {"type": "Point", "coordinates": [180.0, 27.2]}
    near(collection(tmp_path / "t.geojson", *off, AT, edge, area), "-o", tmp_path / "o.geojson")
    rows = features(tmp_path / "o.geojson")

    assert [row["geometry"] for row in rows] == [None, None, None, AT, edge, area]
    assert [row["properties"]["not_measured"] for row in rows[:4]] == ["not on Earth"] * 3 + [None]


CELLS = {
    "object": '{"a":1}',
    "list": "[1,2]",
    "hour": "10:00",
    "day": "2021-01-02",
    "time": "2021-01-02 10:00:00",
    "zone": "2021-01-02 10:00:00+02:00",
    "fine": "2021-01-02 10:00:00.1234567+02:00",
}


@pytest.mark.parametrize("suffix", [".geojson", ".jsonl", ".ndjson"])
def test_cells_of_csv_are_the_texts_in_json_that_they_were(suffix, tmp_path):
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in CELLS.values())
    near(table(tmp_path / "t.csv", ",".join(CELLS), row), "-o", out := tmp_path / f"o{suffix}")
    found = features(out)[0]["properties"] if suffix == ".geojson" else json.loads(out.read_text(encoding="utf-8"))

    assert {name: found[name] for name in CELLS} == CELLS


def test_a_geopackage_keeps_all_digits_of_a_time_and_the_hour_of_a_day(tmp_path):
    near(
        table(tmp_path / "t.csv", ",".join(CELLS), ",".join(f'"{c}"'.replace('"a"', '""a""') for c in CELLS.values())),
        "-o",
        tmp_path / "o.gpkg",
    )
    row = pyogrio.read_dataframe(tmp_path / "o.gpkg").iloc[0]

    assert {name: row[name] for name in ("object", "list", "hour", "fine")} == {
        name: CELLS[name] for name in ("object", "list", "hour", "fine")
    }
    assert (row["day"].isoformat(), row["time"].isoformat()) == ("2021-01-02T00:00:00", "2021-01-02T10:00:00")


def test_what_csv_cannot_hold_is_said_with_the_file(tmp_path):
    said = near(collection(tmp_path / "t.geojson", AT, lists=[1, 2]), "-o", tmp_path / "o.csv")

    assert said.exit_code == 1
    assert said.stderr.startswith("o.csv: column 'lists' is list<")


def test_a_number_too_large_for_a_column_is_called_so(tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_text('{"id": 12345678901234567890, "lon": 61.5, "lat": 27.2}\n', encoding="utf-8")
    said = near(path, "-o", tmp_path / "o.csv").stderr

    large = "'id' has a whole number of more digits than a column holds near line 1"
    assert said == f"{path}: {large}; write this key's values as texts\n"


@pytest.mark.parametrize("verb", ["near", "map"])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--lon", "lon", "--lat", "lon"), "--lon and --lat name the same column 'lon'"),
        (("--radii", "25", "--precision", "n"), "one radius of all rows leaves no use for --precision"),
        (("--near-km", "0"), "0.0 is not in the range 0<x<=20000"),
    ],
)
def test_options_that_cannot_both_be_meant_are_refused(verb, options, said, tmp_path):
    out = tmp_path / "o.html" if verb == "map" else tmp_path / "o.csv"
    given = table(tmp_path / "t.csv", "n", "1")
    done = CliRunner().invoke(main, [verb, str(given), "--border", "IRN-PAK", "-o", str(out), *options])

    assert done.exit_code != 0
    assert said in done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("options", "out", "said"),
    [
        (("--near-km", "10"), "o.html", "--near-km needs --border"),
        ((), "o.txt", "o.txt: the map is a page; give -o a name that ends in .html or .htm"),
        ((), "o", "o: the map is a page; give -o a name that ends in .html or .htm"),
    ],
)
def test_a_map_takes_no_option_without_use_and_no_other_name(options, out, said, tmp_path):
    done = CliRunner().invoke(main, ["map", str(table(tmp_path / "t.csv", "n", "1")), "-o", str(tmp_path / out), *options])

    assert done.exit_code != 0
    assert said in done.stderr
    assert not (tmp_path / out).exists()


def test_objects_and_lists_of_geojson_stay_what_they_are(tmp_path):
    properties = {"object": {"a": 1}, "mixed": [1, "x"], "text": "[1,2]", "list": [1, 2]}
    near(collection(tmp_path / "t.geojson", AT, **properties), "-o", tmp_path / "o.geojson")

    found = features(tmp_path / "o.geojson")[0]["properties"]
    assert {name: found[name] for name in properties} == properties
