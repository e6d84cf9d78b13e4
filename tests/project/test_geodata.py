"""The door to the data files, and that the borders and the base map are what sources.toml and README.md say."""

import datetime as dt
import hashlib
import itertools
import json
import re
import shutil
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from conftest import change, read_from
from pyproj import Geod, Transformer
from shapely.geometry import LineString, Point, Polygon, shape

from geomap import project
from geomap.articles import read_text
from geomap.checks import check
from geomap.errors import DataError, MissingError

GEOD = Geod(ellps="WGS84")
BORDER = shape(project.read_geojson("borders/IRN-PAK.geojson")[0]["geometry"])
COUNTRIES = {f["properties"]["iso_a2"]: shape(f["geometry"]) for f in project.read_geojson("basemap/countries.geojson")}
ADMIN1 = {f["properties"]["iso_3166_2"]: shape(f["geometry"]) for f in project.read_geojson("basemap/admin1.geojson")}
LAND = shape(project.read_geojson("basemap/land.geojson")[0]["geometry"])
PINNED = [source.file for source in project.read_sources() if source.sha256]
GEOJSON = sorted(name for name in project.names() if name.endswith(".geojson"))


def metres(geometry):
    """A geometry near the border in a transverse Mercator of its own, true to a few parts in ten thousand."""
    local = Transformer.from_crs("EPSG:4326", "+proj=tmerc +lon_0=62.1 +lat_0=27.5", always_xy=True)
    return shapely.transform(geometry, lambda points: np.column_stack(local.transform(*points.T)))


# -- the door -------------------------------------------------------------------------------------------------------------


def test_the_records_and_the_files_agree():
    assert project.check_sources() == []
    assert len(PINNED) >= 6


@pytest.mark.parametrize("name", PINNED)
def test_one_changed_byte_of_a_pinned_file_is_told_with_both_hashes(copied, name):
    file = copied / name
    recorded = hashlib.sha256(file.read_bytes()).hexdigest()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    found = hashlib.sha256(content).hexdigest()

    (problem,) = project.check_sources()
    assert problem.startswith(f"{name}: ")
    assert recorded in problem
    assert found in problem


def test_every_problem_is_told_at_once(copied):
    (copied / "borders" / "IRN-PAK.geojson").unlink()
    (copied / "basemap" / "new.geojson").write_text("{}", encoding="utf-8")
    with (copied / "basemap" / "land.geojson").open("a", encoding="utf-8") as file:
        file.write("\n")
    change(copied / "sources.toml", 'file = "places.csv"', 'file = "a*.csv"')

    assert [re.sub("[0-9a-f]{64}", "HASH", problem) for problem in project.check_sources()] == [
        "sources.toml: borders/IRN-PAK.geojson: no such file in geodata/; restore the file or remove the record",
        "basemap/land.geojson: sha256 is HASH, but sources.toml records HASH; "
        "restore the file, or record the new one with its source",
        "sources.toml: actors.csv: recorded as a*.csv and as actors.csv; keep one record",
        "basemap/new.geojson: has no record in sources.toml; add where it comes from and its licence",
        "places.csv: has no record in sources.toml; add where it comes from and its licence",
    ]


def test_an_empty_article_folder_is_a_record_without_a_file(copied):
    shutil.rmtree(copied / "articles")

    assert project.check_sources() == [
        "sources.toml: articles/*.toml: no such file in geodata/; restore the file or remove the record"
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('licence = "ODbL-1.0"\n', "", "sources.toml: borders/IRN-PAK.geojson: licence is missing; add it"),
        ("licence =", "license =", "sources.toml: borders/IRN-PAK.geojson: license is no field of a source"),
        ("retrieved = 2026-11-21", 'retrieved = "lately"', "sources.toml: borders/IRN-PAK.geojson: retrieved is 'lately'"),
        ('file = "borders/IRN-PAK.geojson"', "", "sources.toml: record 1: file is missing; add it"),
        ("[[source]]", "[[source", "sources.toml: "),
        ("[[source]]", "[source]", "sources.toml: "),
    ],
)
def test_a_record_that_cannot_be_right_is_told_by_file_and_field(copied, old, new, sentence):
    change(copied / "sources.toml", old, new)

    assert any(problem.startswith(sentence) for problem in project.check_sources())
    with pytest.raises(DataError):
        project.read_sources()


def test_records_that_are_no_list_are_told(copied):
    (copied / "sources.toml").write_text('source = "ours"\n', encoding="utf-8")

    assert project.check_sources() == ["sources.toml: Input should be a valid tuple; begin each record with [[source]]"]


def test_a_source_says_what_republishing_needs():
    source = next(s for s in project.read_sources() if s.file == "borders/IRN-PAK.geojson")

    assert source.licence == "ODbL-1.0"
    assert source.attribution == "© OpenStreetMap contributors"
    assert source.retrieved >= dt.date(2026, 11, 21)
    assert "timezonefinder-data 3.2026.3.post1" in source.version


def test_what_a_script_made_names_a_script_that_is_there():
    scripts = [source.made_by for source in project.read_sources() if source.sha256]

    assert scripts
    for command in scripts:
        assert (Path(__file__).parents[2] / command.removeprefix("python ")).is_file()


def test_a_missing_file_is_told_with_the_nearest_names():
    with pytest.raises(
        MissingError, match=r"borders/IRN-PAK\.json: no such file in geodata/; the nearest are .*IRN-PAK\.geojson"
    ):
        project.path("borders/IRN-PAK.json")


def test_what_is_no_data_and_hidden_files_are_not_listed(copied):
    before = project.names()
    (copied / "borders" / ".DS_Store").write_bytes(b"")
    (copied / "scripts").mkdir()
    (copied / "scripts" / "make.py").write_bytes(b"")

    assert project.names() == before
    assert before == tuple(sorted(before))
    assert not {"sources.toml", "README.md"} & set(before)


def test_an_installed_package_reads_its_own_files(tmp_path, monkeypatch):
    package = tmp_path / "site" / "geomap"
    (package / "_data").mkdir(parents=True)
    (package / "_data" / "sources.toml").write_bytes(b"")
    monkeypatch.setattr("geomap.project.files.__file__", str(package / "project" / "files.py"))
    assert project.root() == package / "_data"

    (package / "_data" / "sources.toml").unlink()
    with pytest.raises(MissingError, match="neither"):
        project.root()


@pytest.mark.parametrize("content", ["", "[]", '{"type": "FeatureCollection"}', "\x00"])
def test_a_file_that_is_no_geojson_is_told(copied, content):
    (copied / "basemap" / "new.geojson").write_text(content, encoding="utf-8")

    with pytest.raises(DataError, match=r"^basemap/new\.geojson: not a GeoJSON FeatureCollection"):
        project.read_geojson("basemap/new.geojson")


# -- the files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GEOJSON)
def test_geojson_is_as_rfc_7946_wants_it(name):
    text = project.path(name).read_text(encoding="utf-8")
    document = json.loads(text)

    assert set(document) == {"type", "name", "features"}
    assert text.count("\n") == len(document["features"]) + 2  # one feature a line
    assert not re.search(r"\d\.\d{6}", text)
    for feature in document["features"]:
        assert set(feature) == {"type", "properties", "geometry"}
        geometry = shape(feature["geometry"])
        assert geometry.is_valid
        for part in shapely.get_parts(geometry):
            if isinstance(part, Polygon):
                assert part.exterior.is_ccw
                assert not any(hole.is_ccw for hole in part.interiors)


def test_the_border_is_as_long_as_its_record_says():
    (feature,) = project.read_geojson("borders/IRN-PAK.geojson")
    length_km = GEOD.geometry_length(BORDER) / 1000

    assert length_km == pytest.approx(1008.3, abs=0.5)
    assert feature["properties"]["length_km"] == round(length_km, 1)
    assert feature["properties"]["attribution"] == "© OpenStreetMap contributors"


def test_a_border_is_named_by_its_countries_the_left_one_first(tables):
    record = tables.border.to_dict("records")[0]

    assert (record["name"], record["licence"], record["detail_m"]) == ("Iran–Pakistan", "ODbL-1.0", 10.0)
    assert record["countries"] == ("IR", "PK")


def test_the_border_stays_within_its_tolerance_of_the_full_line(shared):
    full = shape(json.loads((shared / "data" / "border_irn_pak_full.geojson").read_text())["features"][0]["geometry"])
    ours, theirs = metres(BORDER), metres(full)

    # 10 m by the method and half a metre by rounding to five decimals. Between vertices both lines are straight, so the
    # vertices of each are the farthest points from the other.
    assert shapely.distance(shapely.points(shapely.get_coordinates(theirs)), ours).max() < 10.8
    assert shapely.distance(shapely.points(shapely.get_coordinates(ours)), theirs).max() < 0.8


def test_the_border_is_the_one_that_was_made_before(shared):
    before = shape(json.loads((shared / "data" / "border_irn_pak_10m.geojson").read_text())["features"][0]["geometry"])

    assert len(BORDER.coords) == len(before.coords)
    assert shapely.hausdorff_distance(metres(BORDER), metres(before)) < 2


def test_iran_and_pakistan_meet_in_the_border_itself():
    met = shapely.line_merge(COUNTRIES["IR"].boundary.intersection(COUNTRIES["PK"].boundary))

    assert isinstance(met, LineString)
    assert shapely.get_coordinates(met).tolist() in (list(map(list, BORDER.coords)), list(map(list, BORDER.coords[::-1])))


def beside_the_border(offset_m):
    """Points on both sides of the middle of each of the border's segments: left, right; shape (n, 2)."""
    points = np.array(BORDER.coords)
    middle = (points[:-1] + points[1:]) / 2
    ahead, _, _ = GEOD.inv(*points[:-1].T, *points[1:].T)
    return [np.column_stack(GEOD.fwd(*middle.T, ahead + turn, np.full(len(middle), offset_m))[:2]) for turn in (-90, 90)]


def test_iran_is_on_the_left_of_the_border_and_pakistan_on_its_right():
    left, right = beside_the_border(0.5)

    assert shapely.contains_xy(COUNTRIES["IR"], *left.T).all()
    assert shapely.contains_xy(COUNTRIES["PK"], *right.T).all()


def test_50_m_from_the_border_one_is_in_one_of_the_two_countries():
    left, right = beside_the_border(50)
    iran, pakistan = (shapely.contains_xy(COUNTRIES[code], *np.vstack([left, right]).T) for code in ("IR", "PK"))
    expected = np.repeat([True, False], len(left))

    assert (iran ^ pakistan).all()
    # In a hairpin 50 m may lead over the next segment; wherever no other segment is nearer, the side is right.
    distance_m = shapely.distance(metres(shapely.points(np.vstack([left, right]))), metres(BORDER))
    clear = distance_m > 49
    assert clear.mean() > 0.7
    assert (iran == expected)[clear].all()


def test_countries_and_other_land_neither_overlap_nor_leave_gaps():
    areas = [*COUNTRIES.values(), LAND]

    assert len(COUNTRIES) == 20
    assert all(a.intersection(b).area == 0 for a, b in itertools.combinations(areas, 2))
    holes = [Polygon(hole) for part in shapely.get_parts(shapely.coverage_union_all(areas)) for hole in part.interiors]
    assert [hole.contains(Point(51, 41)) for hole in holes] == [True]  # the Caspian Sea and nothing else


@pytest.mark.parametrize(("country", "count"), [("AF", 34), ("IQ", 18), ("IR", 31), ("PK", 7), ("SY", 14)])
def test_first_level_areas_make_up_their_country(country, count):
    areas = [area for code, area in ADMIN1.items() if code[:2] == country]

    assert len(areas) == count
    assert all(a.intersection(b).area == 0 for a, b in itertools.combinations(areas, 2))
    assert shapely.equals(shapely.normalize(shapely.coverage_union_all(areas)), shapely.normalize(COUNTRIES[country]))


@pytest.mark.parametrize(
    ("town", "lon", "lat", "code", "province", "country"),
    # Coordinates by GeoNames, rounded; the province by ISO 3166-2.
    [
        ("Panjgur", 64.10, 26.97, "PK-BA", "Balochistan", "Pakistan"),
        ("Gwadar", 62.33, 25.13, "PK-BA", "Balochistan", "Pakistan"),
        ("Miranshah", 70.07, 33.00, "PK-KP", "Khyber Pakhtunkhwa", "Pakistan"),
        ("Muzaffarabad", 73.47, 34.37, "PK-JK", "Azad Kashmir", "Pakistan"),
        ("Saravan", 62.33, 27.37, "IR-11", "Sistan and Baluchestan", "Iran"),
        ("Sanandaj", 47.00, 35.31, "IR-12", "Kurdistan", "Iran"),
        ("Kerman", 57.07, 30.29, "IR-08", "Kerman", "Iran"),
        ("Hamadan", 48.51, 34.80, "IR-13", "Hamadan", "Iran"),
        ("Karaj", 50.99, 35.83, "IR-30", "Alborz", "Iran"),
        ("Erbil", 44.01, 36.19, "IQ-AR", "Erbil", "Iraq"),
        ("Duhok", 42.99, 36.87, "IQ-DA", "Duhok", "Iraq"),
        ("Sulaymaniyah", 45.43, 35.56, "IQ-SU", "Sulaymaniyah", "Iraq"),
        ("Kirkuk", 44.39, 35.47, "IQ-KI", "Kirkuk", "Iraq"),
        ("Idlib", 36.63, 35.93, "SY-ID", "Idlib", "Syria"),
        ("Gardez", 69.23, 33.60, "AF-PIA", "Paktia", "Afghanistan"),
        ("Sharana", 68.73, 33.13, "AF-PKA", "Paktika", "Afghanistan"),
        ("Bazarak", 69.52, 35.31, "AF-PAN", "Panjshir", "Afghanistan"),
        ("Nili", 66.13, 33.72, "AF-DAY", "Daykundi", "Afghanistan"),
    ],
)
def test_a_town_lies_in_its_province_and_country_under_todays_codes(town, lon, lat, code, province, country):
    areas = project.read_areas(project.example())
    holding = {found: area.name for found, area in areas.items() if area.geometry.contains(Point(lon, lat))}

    assert holding == {code: province, code[:2]: country}, town
    assert (areas[code].level, areas[code].country, areas[code[:2]].level) == ("province", code[:2], "country")


def test_kashmir_is_marked_as_disputed():
    areas = project.read_areas(project.example())
    assert {code for code, area in areas.items() if area.disputed} == {"PK-GB", "PK-JK"}

    lines = {f["properties"]["between"]: f for f in project.read_geojson("basemap/disputed.geojson")}
    control = shape(lines["IN-PK"]["geometry"])
    assert "Kashmir" in lines["IN-PK"]["properties"]["note"]
    points = shapely.points(shapely.get_coordinates(control))
    assert max(shapely.distance(points, COUNTRIES[code].boundary).max() for code in ("IN", "PK")) < 1e-5  # rounding
    assert control.distance(Point(74.04, 34.10)) < 0.1  # Uri
    assert control.distance(Point(74.57, 31.60)) > 0.5  # Wagah, where nobody disputes the line


def test_the_base_map_fits_in_a_page():
    size = sum(project.path(f"basemap/{name}.geojson").stat().st_size for name in ("countries", "admin1", "land", "disputed"))

    assert size < 1_300_000


# -- all pairs ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def world():
    return pyogrio.read_dataframe(project.path("borders/world.fgb.zip"))


def test_the_world_holds_each_pair_once_in_alphabetical_order(world):
    pairs = list(zip(world.a, world.b, strict=True))

    assert pairs == sorted(set(pairs))
    assert all(a < b for a, b in pairs)
    assert len(pairs) == 329
    assert project.path("borders/world.fgb.zip").stat().st_size < 6_000_000
    assert world.crs == "EPSG:4326"


def test_the_lengths_in_the_world_are_those_of_its_lines(world):
    measured = [GEOD.geometry_length(line) / 1000 for line in world.geometry]

    assert np.abs(np.array(measured) - world.km).max() <= 0.051


def test_the_world_has_at_least_what_a_world_cut_at_wide_rivers_has(world, shared):
    before = {
        (f["properties"]["a"], f["properties"]["b"]): f["properties"]["km"]
        for f in json.loads((shared / "data" / "world_borders_100m.geojson").read_text())["features"]
    }
    ours = {(row.a, row.b): row.km + sum(gap["km"] for gap in json.loads(row.gaps)) for row in world.itertuples()}

    # That one counts the coasts of overlapping claims as borders: Crimea, Oecusse, Puerto Rico, Hong Kong.
    assert len(set(before) & set(ours)) == 317
    assert {pair for pair in ours if ours[pair] < 0.97 * before.get(pair, 0.0)} == {
        ("ESP", "GIB"),
        ("IDN", "TLS"),
        ("RUS", "UKR"),
    }
    longer = {pair for pair in ours if ours[pair] > 1.5 * before.get(pair, 0.0)}
    assert {("CHN", "RUS"), ("COD", "COG"), ("NOR", "SWE")} <= longer


@pytest.mark.parametrize(
    ("a", "b"), [p for p in itertools.combinations(sorted(COUNTRIES), 2) if COUNTRIES[p[0]].touches(COUNTRIES[p[1]])]
)
def test_a_country_lies_on_the_left_of_its_borders_with_later_ones(world, a, b):
    long = {f["properties"]["iso_a2"]: f["properties"]["iso_a3"] for f in project.read_geojson("basemap/countries.geojson")}
    first, second = sorted((a, b), key=long.get)
    found = world[(world.a == long[first]) & (world.b == long[second])]
    if found.empty:
        pytest.fail(f"{long[first]}-{long[second]} is not in the world's borders")
    right, wrong = 0.0, 0.0
    for part in shapely.get_parts(found.geometry.iloc[0]):
        points = np.array(part.coords)
        ahead, _, length = GEOD.inv(*points[:-1].T, *points[1:].T)
        middle = (points[:-1] + points[1:]) / 2
        # Natural Earth's lines are some kilometres off, so most points, not all, can be told apart 5 km from the line.
        for turn, here, there in ((-90, first, second), (90, second, first)):
            x, y, _ = GEOD.fwd(*middle.T, ahead + turn, np.full(len(middle), 5000.0))
            right += length[shapely.contains_xy(COUNTRIES[here], x, y)].sum()
            wrong += length[shapely.contains_xy(COUNTRIES[there], x, y)].sum()
    assert right > 2 * wrong


KEPT = (
    "actors.csv",
    "corrections.toml",
    "incidents.toml",
    "places.csv",
    "sources.toml",
    "terms.csv",
    "articles/tns-2024-01-28.toml",
)


@pytest.mark.parametrize("name", KEPT)
def test_a_file_that_people_keep_is_refused_in_another_encoding_and_taken_with_a_byte_order_mark(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copytree(project.root(), tmp_path / "geodata")
    read_from(monkeypatch, tmp_path / "geodata")
    file = tmp_path / "geodata" / name
    text = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + text)
    assert check().problems == []
    file.write_bytes(text + b"\xe9")
    problems = set(check().problems)
    assert len(problems) == 1
    assert re.fullmatch(rf"{file.name}: line \d+, character 1: not UTF-8; save the file as UTF-8", problems.pop())


@pytest.mark.parametrize("name", ["actors.csv", "places.csv", "terms.csv"])
def test_an_empty_list_lacks_its_columns(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shutil.copytree(project.root(), tmp_path / "geodata")
    read_from(monkeypatch, tmp_path / "geodata")
    (tmp_path / "geodata" / name).write_bytes(b"")
    assert all(problem.startswith(f"{name}: is empty; its first line names the columns") for problem in check().problems)
    assert check().problems


def test_a_text_in_another_encoding_is_one_sentence(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"Jos\xe9")
    with pytest.raises(DataError, match=r"a\.txt: 'utf-8' codec .* in UTF-8$"):
        read_text(tmp_path, "a", None)
