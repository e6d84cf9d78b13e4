"""The base map of the world: countries that agree with the border lines, first-level areas, slices, what a page is given."""

import subprocess
import sys
from functools import cache
from time import process_time
from zipfile import ZipFile

import numpy as np
import pyogrio
import pytest
import shapely
from shapely.geometry import Point, shape
from timing import least

from geomap import Border, project
from geomap.gazetteer.extract import EXTRACT, read_extract
from geomap.geometry.ellipsoid import GEOD
from geomap.model import Region, Story
from geomap.project import world
from geomap.project.basemap import read_outlines

INDEX = world._index("countries")
#: Border lines beside which the country is another, or none, and why.
EXCEPTIONS = {
    **dict.fromkeys(("BRA-FRA", "FRA-SUR"), "French Guiana, which has a code and an outline of its own"),
    **dict.fromkeys(("FRA-NLD", "FRA-SXM"), "Saint Martin, whose parts have codes and outlines of their own"),
    "MAR-MRT": "Western Sahara",
    "BHR-SAU": "an island of the causeway, which is left out",
    "FRA-MCO": "Monaco is less than 2 km across",
}
TABLES = ("countries", "admin1", "disputed", "land")
ALPHA3 = {about["iso_a3"]: about["iso_a2"] for code in INDEX for about, _ in world._slice("countries", code)}


@cache
def outline(code):
    ((_, geometry),) = world._slice("countries", code)
    return geometry


@pytest.fixture(scope="module")
def lines():
    return pyogrio.read_dataframe(project.path("borders/world.fgb.zip"))


def beside(line, metres):
    """Points to the left and right of the middle of a line's longest part, lon/lat."""
    part = max(shapely.get_parts(line), key=lambda part: part.length)
    points = shapely.get_coordinates(part)
    middle = part.interpolate(0.5, normalized=True)
    # Its course over some kilometres, not that of one short edge.
    start, end = (part.interpolate(np.clip(part.project(middle) + d, 0, part.length)) for d in (-0.03, 0.03))
    course = GEOD.inv(start.x, start.y, end.x, end.y)[0]
    assert len(points) > 1
    return [Point(GEOD.fwd(middle.x, middle.y, course + turn, metres)[:2]) for turn in (-90, 90)]


# -- countries ------------------------------------------------------------------------------------------------------------


def test_every_country_of_a_border_line_is_in_the_base_map(lines):
    assert {*lines["a"], *lines["b"]} <= set(ALPHA3)
    assert len(lines) == 329


def test_two_kilometres_beside_the_middle_of_each_border_one_is_in_the_right_country(lines):
    wrong, held = set(), 0
    for a, b, line in zip(lines["a"], lines["b"], lines.geometry, strict=True):
        for code, point in zip((a, b), beside(line, 2000), strict=True):
            away = GEOD.line_length(*shapely.get_coordinates(shapely.shortest_line(point, line)).T)
            if away < 1800:  # the line winds, and comes near again
                continue
            held += 1
            if not outline(ALPHA3[code]).covers(point):
                wrong.add(f"{a}-{b}")

    assert held >= 470
    assert wrong == set(EXCEPTIONS)


def test_every_valid_outline_of_a_country_is_valid_and_within_the_circle():
    for code in INDEX:
        west, south, east, north = outline(code).bounds
        assert outline(code).is_valid, code
        assert -180 <= west < east <= 180, code
        assert -90 <= south < north <= 90, code


def test_every_country_of_iso_3166_has_land():
    listed = {about["iso_a2"] for code in INDEX for about, _ in world._slice("countries", code)}
    gazetteer = read_extract(project.path(EXTRACT))
    places = {row["country"] for row in gazetteer if row["level"] == "country"}

    # Parts of countries that CLDR names and ISO 3166-1 does not: Ascension, Clipperton, Sark, Ceuta and Melilla, the Canaries.
    assert places - listed == {"AC", "CP", "CQ", "DG", "EA", "IC", "TA"} & places
    assert len(listed) == 250


def test_countries_do_not_overlap():
    codes = list(INDEX)
    shapes = [outline(code) for code in codes]
    tree = shapely.STRtree(shapes)
    overlaps = [
        (codes[i], codes[j], shapes[i].intersection(shapes[j]).area)
        for i, j in tree.query(shapes, "overlaps").T.tolist()
        if i < j
    ]

    assert [found for found in overlaps if found[2] > 1e-6] == []


@pytest.mark.parametrize(
    ("place", "lon", "lat", "code"),
    [
        ("Uelen, east of the antimeridian", -169.81, 66.16, "RU"),
        ("Anadyr", 177.5, 64.73, "RU"),
        ("Taveuni", -179.97, -16.85, "FJ"),
        ("Suva", 178.44, -18.13, "FJ"),
        ("the South Pole", 0.0, -89.9, "AQ"),
        ("a place on the ice", -179.9, -80.0, "AQ"),
        ("Quito, on the equator", -78.5, -0.05, "EC"),
        ("Mbandaka, on the equator", 18.28, 0.05, "CD"),
        ("Attu", 173.0, 52.9, "US"),
        ("Yangon", 96.16, 16.8, "MM"),
        ("Monaco", 7.42, 43.738, "MC"),
        ("the Vatican", 12.453, 41.9035, "VA"),
        ("Maseru in Lesotho", 27.6, -29.4, "LS"),
        ("Phú Quốc", 104.0, 10.2, "VN"),
        ("Simferopol", 34.1, 44.95, "UA"),
        ("Laayoune", -13.1, 27.1, "EH"),
        ("Cayenne", -52.4, 4.8, "GF"),
        ("Pristina", 21.16, 42.66, "XK"),
    ],
)
def test_a_place_lies_in_its_country(place, lon, lat, code):
    assert outline(code).covers(Point(lon, lat)), place


@pytest.mark.parametrize(
    ("place", "lon", "lat"), [("the North Pole", 0, 89.9), ("the Caspian", 50.5, 42), ("Bir Tawil", 33.7, 21.87)]
)
def test_what_is_no_country_is_in_none(place, lon, lat):
    assert not any(outline(code).covers(Point(lon, lat)) for code in INDEX), place


# -- first-level areas ----------------------------------------------------------------------------------------------------


def test_first_level_areas_make_up_their_country_and_do_not_overlap():
    for country in world._index("admin1"):
        areas = [area for _, area in world._slice("admin1", country)]
        whole = shapely.union_all(areas)

        assert whole.symmetric_difference(outline(country)).area < 1e-6, country
        assert abs(sum(area.area for area in areas) - whole.area) < 1e-6, country


@pytest.mark.parametrize(
    ("town", "lon", "lat", "code"),
    [
        ("Agadez", 7.99, 16.97, "NE-1"),
        ("Goma", 29.2, -1.65, "CD-NK"),
        ("Cúcuta", -72.51, 7.89, "CO-NSA"),
        ("El Paso", -106.4, 31.8, "US-TX"),
        ("Lahore", 74.3, 31.5, "PK-PB"),
        ("Markovo, inland from Anadyr", 170.4, 64.68, "RU-CHU"),
        ("Mandalay", 96.1, 21.98, "MM-04"),
        ("Darwin", 131.0, -12.5, "AU-NT"),
        ("Simferopol", 34.1, 44.95, "UA-43"),
    ],
)
def test_a_town_lies_in_its_first_level_area_by_todays_code(town, lon, lat, code):
    areas = project.read_world_areas([code[:2]])

    assert areas[code].geometry.covers(Point(lon, lat)), town
    assert (areas[code].level, areas[code].country, areas[code[:2]].level) == ("province", code[:2], "country")


# -- slices ---------------------------------------------------------------------------------------------------------------


def test_a_country_that_is_none_is_told():
    with pytest.raises(KeyError, match="XX: no country"):
        project.read_world_areas(["XX"])


def test_an_extent_gives_what_meets_it_also_across_the_antimeridian():
    fiji = project.read_world_areas(extent=(176.0, -20.0, -178.0, -15.0))

    assert {code for code in fiji if len(code) == 2} == {"FJ"}
    assert "CD" in project.read_world_areas(extent=(18.0, -0.5, 18.5, 0.5))
    assert set(project.read_world_areas(["NE"])) < set(project.read_world_areas(["NE"], extent=(0.0, 10.0, 3.0, 12.0)))


EXTENTS = {
    "Chad and Sudan": (21.0, 9.0, 25.0, 20.0),
    "Thailand and Cambodia": (102.0, 11.0, 108.0, 15.0),
    "Fiji": (176.0, -20.0, -178.0, -15.0),
    "Chukotka and Alaska": (170.0, 60.0, -160.0, 70.0),
    "Russia and China": (73.0, 40.0, 135.0, 55.0),
    "Norway": (4.0, 57.0, 31.0, 71.0),
    "a village": (7.4, 43.7, 7.45, 43.75),
    "all": (-180.0, -90.0, 180.0, 90.0),
}


@pytest.mark.parametrize("extent", EXTENTS.values(), ids=EXTENTS)
def test_a_page_is_given_four_tables_that_are_small_and_do_not_overlap(extent):
    tables = project.read_world_basemap(extent)

    assert tuple(tables) == TABLES
    assert sum(len(table.to_json(drop_id=True, show_bbox=False)) for table in tables.values()) < 2_500_000
    assert sum(int(shapely.get_num_coordinates(table.geometry.values).sum()) for table in tables.values()) < 90_000
    countries = tables["countries"]
    assert len(countries) >= 1
    assert all(countries.geometry.is_valid)
    assert {"iso_a2", "iso_a3", "name", "disputed"} <= set(countries.columns)
    for land in tables["land"].geometry:
        # Where all is coarse, land of nobody is not.
        assert shapely.union_all(countries.geometry.values).intersection(land).area < 0.03 * land.area


def test_the_tables_have_the_columns_of_the_first_story_s():
    first, here = project.read_basemap(project.example(), (60, 25, 70, 30)), project.read_world_basemap((21.0, 9.0, 25.0, 20.0))

    assert {name: set(table.columns) for name, table in here.items()} == {n: set(table.columns) for n, table in first.items()}


def test_disputed_edges_say_of_what_and_lie_on_an_edge_of_both():
    found = [(f["properties"], shape(f["geometry"])) for f in project.read_geojson("world/disputed.geojson")]

    assert len(found) >= 20
    for about, line in found:
        assert about["note"], about
        for code in about["between"].split("-", 1)[:1]:
            assert shapely.hausdorff_distance(line, outline(code).boundary.intersection(line.buffer(1e-3))) < 0.02, about
    kashmir = project.read_world_basemap((73.0, 32.0, 78.0, 37.0))["disputed"]
    assert {"IN-PK", "CN-IN"} <= set(kashmir["between"])


def test_importing_the_door_to_the_data_imports_no_geopandas():
    code = "import sys, geomap.project; print(sorted({'geopandas', 'pyogrio', 'pandas'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_a_country_is_read_without_the_rest_of_the_world():
    def seconds(codes):
        world._read_slice.cache_clear()
        start = process_time()
        project.read_world_areas(codes)
        return process_time() - start

    assert least(lambda: seconds(["NE"]) / seconds(list(INDEX)), 1 / 20) <= 1 / 20


def test_the_files_are_small_and_have_no_time_in_them():
    sizes = {name: project.path(f"world/{name}.geojson.zip").stat().st_size for name in ("countries", "admin1", "coarse")}

    assert sum(sizes.values()) < 9_000_000, sizes
    for name in sizes:
        with ZipFile(project.path(f"world/{name}.geojson.zip")) as packed:
            assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_across_the_antimeridian_a_page_is_given_both_sides():
    tables = project.read_world_basemap((170.0, 60.0, -160.0, 70.0))
    countries = tables["countries"].set_index("iso_a2")

    assert {"RU", "US"} <= set(countries.index)
    assert countries.loc["RU"].geometry.covers(Point(-172.5, 66.0))
    assert countries.loc["RU"].geometry.covers(Point(175.0, 66.0))
    assert countries.loc["US"].geometry.covers(Point(-162.0, 63.0))
    assert not countries.loc["RU"].geometry.covers(Point(100.0, 62.0))


@pytest.mark.parametrize(
    ("extent", "beside"),
    [((102.3, 11.6, 105.2, 14.5), (107.0, 12.5)), ((-10.0, 12.0, 4.0, 13.0), (-3.0, 16.0))],
    ids=["a tall extent on a wide screen", "a wide extent on a tall screen"],
)
def test_what_a_screen_shows_beside_an_extent_is_there_too(extent, beside):
    tables = project.read_world_basemap(extent)

    assert tables["countries"].geometry.contains(Point(beside)).any()
    assert not tables["land"].geometry.intersects(shapely.box(*extent)).any()


@pytest.mark.parametrize("pair", ["COL-VEN", "AFG-PAK", "TUR-IRQ", "RUS-UKR", "MLI-NER", "CHN-IND", "IRN-PAK"])
def test_an_area_at_the_border_lies_on_the_side_of_its_country_though_outlines_are_drawn_coarser_than_the_line(pair):
    border = Border.read(pair)
    home = tuple(map(border.code, border.countries))
    outlines = read_outlines(Story(border=pair, home=home))
    areas = [
        Region(geometry=shape, name=code, level="province", method="", sources=(), country=code[:2])
        for code, shape in outlines.items()
        if "-" in code and code[:2] in home
    ]
    at_border = [(area, found) for area, found in zip(areas, border.relations(areas), strict=True) if found.min_m < 2_000]

    assert len(at_border) >= 2
    assert [found.country for _, found in at_border] == [area.country for area, _ in at_border]


def test_a_disc_over_the_line_that_is_not_cut_lies_on_no_side():
    border = Border.read("COL-VEN")
    lon, lat = border.parts[0][len(border.parts[0]) // 2]
    over = Region(geometry=Point(lon, lat), name="", level="site", method="", sources=(), radius_m=9_000.0, country="CO")

    assert border.relation(over).country is None
