"""Coordinates as people write them, in tables and frames."""

import json

import pandas as pd
import pytest
from click.testing import CliRunner
from conftest import needed
from event_tables import read
from shapely.geometry import box

import geomap
from geomap.cli.group import main
from geomap.events.degrees import Axis

try:
    import pyarrow as pa
except ImportError:
    pa = None
needed(pa, "pyarrow is not installed")


def near(*arguments):
    return CliRunner().invoke(main, ["near", *map(str, arguments)])


def measured(tmp_path, text, *arguments, name="t.csv", out="o.csv", border="IRN-PAK"):
    """What the verb makes of a table, and its rows."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = near(tmp_path / name, "--border", border, *arguments, "-o", tmp_path / out)
    return done, read(tmp_path / out) if (tmp_path / out).exists() else []


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        ("61,5", "27,25"),
        ("61.5° E", "27.25° N"),
        ("61.5E", "N 27.25"),
        ("61,5°E", "27,25°N"),
        ("61°30'00\"E", "27°15'N"),
        ("61º 30′ 0″", "27° 15′ 0.0″ N"),
        ("\u00a061.5", "+27.25"),
    ],
)
@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_coordinate_is_read_as_people_write_it(lon, lat, separator, tmp_path):
    right = float(geomap.near(pd.DataFrame({"lon": [61.5], "lat": [27.25]}), border="IRN-PAK")["distance_km"].iloc[0])
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in (lon, lat)]
    done, rows = measured(tmp_path, f"lon{separator}lat\n{separator.join(quoted)}\n")
    frame = geomap.near(pd.DataFrame({"lon": [lon], "lat": [lat]}), border="IRN-PAK")

    assert done.exit_code == 0, done.output
    assert [float(row["distance_km"]) for row in rows] == [right]
    assert [(row["lon"], row["lat"]) for row in rows] == [(lon, lat)]
    assert list(frame["distance_km"]) == [right]


def test_west_and_south_and_every_minus_are_negative():
    assert list(Axis("EW").read(["72.5°W", "W 72.5", "−72.5", "–72.5", "-72°30'"])[0]) == [-72.5] * 5
    assert list(Axis("NS").read(["7,5 S", "-7,5", "7° 30' S"])[0]) == [-7.5] * 3


@pytest.mark.parametrize(
    "cell",
    [
        "7.9 N",
        "-72.5 W",
        "E 72.5 E",
        "72.5 O",
        "61.500.000",
        "1 234",
        "61°75'",
        "61.5°30'",
        "61°30'75\"",
        "six",
        "61.5.1",
        "6150,5",
    ],
)
def test_what_is_not_plain_is_not_guessed(cell):
    degrees, unread = Axis("EW").read([cell])

    assert unread == {0: cell}
    assert degrees[0] != degrees[0]


def test_a_comma_is_a_decimal_mark_only_where_no_cell_has_a_point():
    assert Axis("EW").read(["61,5", "62", "63,25"])[1] == {}
    assert Axis("EW").read(["61,5", "62.5"])[1] == {0: "61,5"}
    assert Axis("EW").read(["61,5", 62.5])[1] == {0: "61,5"}
    parts = Axis("EW")
    assert [parts.read(["61.5"])[1], parts.read(["61,5"])[1]] == [{}, {0: "61,5"}]


def test_what_cannot_be_read_is_told_apart_from_nothing_and_the_first_is_named(tmp_path):
    text = "lon;lat\n61.5;27.2\n;27.2\n61.5;north\n61.5;27,2\n"
    done, rows = measured(tmp_path, text)
    frame = pd.DataFrame({"lon": ["61.5", None, "61.5", "61.5"], "lat": ["27.2", "27.2", "north", "27,2"]})
    reasons = [None, "no coordinates", *["coordinates that cannot be read"] * 2]

    assert done.exit_code == 3
    assert [row["not_measured"] for row in rows] == reasons
    assert list(geomap.near(frame, border="IRN-PAK")["not_measured"]) == reasons
    assert "2 rows not measured: coordinates that cannot be read (the first: 'north', row 3)" in done.stderr
    assert "1 row not measured: no coordinates" in done.stderr


def test_the_first_that_cannot_be_read_is_counted_through_all_parts_of_a_table(tmp_path, monkeypatch):
    from geomap.events import csv_rows, rows

    monkeypatch.setattr(csv_rows, "BLOCK", 1 << 9)
    monkeypatch.setattr(rows.Rows.gathered, "__defaults__", (17,))
    done, _ = measured(tmp_path, "lon,lat\n" + "61.5,27.2\n" * 200 + "61.5,far\n61.5,off\n")

    assert "(the first: 'far', row 201)" in done.stderr


@pytest.mark.parametrize("word", ["N/A", "NA", "-", "null", "n.a.", " ", "NaN", "None"])
def test_a_word_for_nothing_is_nothing_in_the_columns_of_coordinates_alone(word, tmp_path):
    import pyogrio

    done, rows = measured(tmp_path, f"lon,lat,what\n61.5,27.2,{word}\n61.5,{word},b\n", out="o.gpkg")

    assert done.exit_code == 3
    assert "1 row not measured: no coordinates" in done.stderr
    assert pyogrio.read_info(tmp_path / "o.gpkg")["dtypes"][:3].tolist() == ["float64", "float64", "object"]
    assert [row["lat"] for row in rows] == [27.2, None]
    assert rows[0]["what"] == word


def test_a_word_for_nothing_that_comes_late_is_nothing_too(tmp_path, monkeypatch):
    from geomap.events import csv_rows

    monkeypatch.setattr(csv_rows, "BLOCK", 1 << 9)
    done, rows = measured(tmp_path, "lon,lat\n" + "61.5,27.2\n" * 200 + "61.5,N/A\n", out="o.jsonl")

    assert done.exit_code == 3
    assert [rows[0]["lat"], rows[-1]["lat"]] == [27.2, None]


def test_coordinates_that_are_no_numbers_stay_as_they_are_written(tmp_path):
    _, rows = measured(tmp_path, 'lon,lat\n61.5,N/A\n61.5,"27°12\'"\n', out="o.jsonl")

    assert [row["lat"] for row in rows] == ["N/A", "27°12'"]
    assert [row["distance_km"] is None for row in rows] == [True, False]


@pytest.mark.parametrize("given", ["t.csv", "t.geojson", "t.geoparquet"])
@pytest.mark.parametrize("out", ["o.gpkg", "o.geojson", "o.geoparquet"])
def test_points_have_the_reference_system_of_geomap_s_own_tables(given, out, tmp_path):
    import geopandas as gpd

    points = gpd.GeoDataFrame({"what": ["a"]}, geometry=gpd.points_from_xy([61.5], [27.25]), crs="OGC:CRS84")
    if given == "t.csv":
        (tmp_path / given).write_text("lon,lat\n61.5,27.25\n", encoding="utf-8")
    elif given == "t.geojson":
        points.to_file(tmp_path / given)
    else:
        points.to_crs(4326).to_parquet(tmp_path / given)
    assert near(tmp_path / given, "--border", "IRN-PAK", "-o", tmp_path / out).exit_code == 0
    found = (gpd.read_parquet if "parquet" in out else gpd.read_file)(tmp_path / out)

    assert found.crs == "EPSG:4326"
    assert len(found.sjoin(gpd.GeoDataFrame(geometry=[box(61, 27, 62, 28)], crs="EPSG:4326"))) == 1  # a mismatch would warn
    assert (found.geometry.x[0], found.geometry.y[0]) == (61.5, 27.25)


def test_degrees_of_ogc_are_written_as_geomap_s_own(tmp_path):
    import geopandas as gpd

    points = gpd.GeoDataFrame({"what": ["a"]}, geometry=gpd.points_from_xy([61.5], [27.25]), crs="OGC:CRS84")
    points.to_parquet(tmp_path / "t.geoparquet")
    near(tmp_path / "t.geoparquet", "--border", "IRN-PAK", "-o", tmp_path / "o.gpkg")
    found = gpd.read_file(tmp_path / "o.gpkg")

    assert found.crs == "EPSG:4326"
    assert (found.geometry.x[0], found.geometry.y[0]) == (61.5, 27.25)


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        ("longitud", "latitud"),
        ("Lon.", "Lat."),
        ("Long.", "Lat."),
        ("lon_dd", "lat_dd"),
        ("x_coord", "y_coord"),
        ("X-Coord", "Y-Coord"),
        ("Longitude décimale", "Latitude décimale"),
        ("Längengrad", "Breitengrad"),
        ("coordenada_x", "coordenada_y"),
        ("POINT_X", "POINT_Y"),
        ("decimalLongitude", "decimalLatitude"),
        ("Longitude (°)", "Latitude (°)"),
    ],
)
def test_columns_of_degrees_are_known_by_the_names_that_people_give_them(lon, lat, tmp_path):
    done, rows = measured(tmp_path, f"{lat};{lon}\n27.25;61.5\n")

    assert done.exit_code == 0, done.output
    assert geomap.near(pd.DataFrame({lat: [27.25], lon: [61.5]}), border="IRN-PAK")["distance_km"].tolist() == [
        float(rows[0]["distance_km"])
    ]


@pytest.mark.parametrize(("lon", "lat"), [("Länge", "Breite"), ("este", "norte"), ("lon", "latitud_aproximada")])
def test_columns_that_may_be_something_else_are_asked_for(lon, lat, tmp_path):
    done, _ = measured(tmp_path, f"{lon},{lat}\n61.5,27.25\n")

    assert done.exit_code == 1
    assert "name them with --lon and --lat" in done.stderr


@pytest.mark.parametrize("name", ["t.xlsx", "t.XLS", "t.ods"])
def test_a_spreadsheet_is_to_be_saved_as_csv(name, tmp_path):
    done, _ = measured(tmp_path, "PK", name=name)

    assert done.exit_code == 1
    assert done.stderr.strip().endswith(f"{name}: is a spreadsheet; save it as CSV")


def test_a_point_at_0_0_is_none(tmp_path):
    done, rows = measured(tmp_path, "lon,lat\n61.5,27.25\n0,0\n0.0,27.25\n-0.0,0.00\n", out="o.gpkg")
    frame = geomap.near(pd.DataFrame({"lon": [0, 0], "lat": [0, 27.0]}), border="IRN-PAK")
    reason = "coordinates 0, 0, which stand for none"

    assert done.exit_code == 3
    assert [row["not_measured"] for row in rows] == [None, reason, None, reason]
    assert list(frame["not_measured"]) == [reason, None]
    assert f"2 rows not measured: {reason}" in done.stderr
    import geopandas as gpd

    assert gpd.read_file(tmp_path / "o.gpkg").geometry.isna().tolist() == [False, True, False, True]


def test_rows_that_lie_far_from_the_border_and_its_countries_are_counted_and_the_first_is_named(tmp_path):
    tabriz = "46.29,38.08"  # in Iran, farther than 1,000 km from its border with Pakistan
    done, rows = measured(tmp_path, f"lon,lat\n61.5,27.25\n{tabriz}\n27.25,61.5\n-61.5,27.25\n")

    assert done.exit_code == 0  # nothing is left out
    assert float(rows[1]["distance_km"]) > 1000
    far = float(rows[2]["distance_km"])
    said = "2 rows lie farther than 1,000 km from each border and outside its countries; "
    assert f"{said}the first: row 3 at 27.25, 61.5 (lon, lat), {far:,.0f} km" in done.stderr
    assert all(row["not_measured"] is None for row in rows)


def test_a_row_is_far_only_if_it_is_far_from_every_border(tmp_path):
    text = "lon,lat\n61.5,27.25\n-72.5,7.9\n72.5,7.9\n"  # the last has lost its minus
    both, _ = measured(tmp_path, text, "--border", "COL-VEN")
    world, _ = measured(tmp_path, text, border="any")

    assert "1 row lies farther than 1,000 km from each border and outside its countries; the first: row 3" in both.stderr
    assert "farther than" not in world.stderr


def test_far_rows_are_said_in_json_too(tmp_path):
    done, _ = measured(tmp_path, "lon,lat\n61.5,27.25\n27.25,61.5\n", "--json")
    far = json.loads(done.stdout)["far"]

    assert (far["rows"], far["first"]["row"], far["first"]["lon"], far["first"]["lat"]) == (1, 2, 27.25, 61.5)


def test_a_line_of_one_s_own_without_known_countries_has_its_distance_alone(tmp_path):
    line = {"type": "LineString", "coordinates": [[61.0, 26.0], [62.0, 27.0]]}
    (tmp_path / "line.geojson").write_text(json.dumps(line), encoding="utf-8")
    done, _ = measured(tmp_path, "lon,lat\n61.5,27.25\n46.29,38.08\n", border=str(tmp_path / "line.geojson"))

    assert "1 row lies" in done.stderr


def test_help_and_readme_name_the_formats_that_are_written(readme):
    from geomap.events.writing import WRITERS

    help = " ".join(near("--help").output.split())
    row = next(line for line in readme.splitlines() if line.startswith("| `geomap near "))
    for suffix in WRITERS:
        assert suffix in help
        assert f"`{suffix}`" in row
    assert "0, 0" in help
    assert "1,000 km" in help


def test_a_border_s_help_and_the_readme_say_how_to_get_the_line(readme):
    help = " ".join(CliRunner().invoke(main, ["border", "--help"]).output.split())
    way = 'shapely.to_geojson(Border.read("IRN-PAK").line)'
    line = json.loads(eval(way, {"shapely": __import__("shapely"), "Border": geomap.Border}))

    assert way in help
    assert "shapely.to_geojson(border.line)" in readme
    assert line["type"] in ("LineString", "MultiLineString")
