"""The land borders of all pairs of countries: against Natural Earth's, and what they say of gaps and sides."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from pyproj import Geod

from geomap import project
from geomap.border.answers import Gap
from geomap.border.gaps import may_be_nearer
from geomap.border.line import Border
from geomap.border.neighbours import Neighbour
from geomap.checks.lengths import length_verdict
from geomap.model import Region, Statement

GEOD = Geod(ellps="WGS84")
PAIRS = {row["pair"]: row for row in json.loads(Path(__file__).with_name("natural_earth_pairs.json").read_text())["pairs"]}

#: Nearer than this to one of the two lines, it is Natural Earth that may have the side wrong.
BEYOND_M = 15_000.0

#: Natural Earth's corners with third countries are off by up to this: that of China, North Korea and Russia by 15.2 km.
CORNER_M = 16_000.0


@cache
def read(pair):
    return Border.read(pair)


def away(lon, lat, points):
    """Metres from one point to some."""
    points = np.array(points, dtype=float).reshape(-1, 2)
    return GEOD.inv(np.full(len(points), lon), np.full(len(points), lat), *points.T)[2]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_line_is_about_as_long_as_natural_earth_s(pair):
    assert 0.9 < read(pair).length() / 1000 / PAIRS[pair]["km"] < 1.6


@pytest.mark.parametrize("pair", PAIRS)
def test_points_beyond_15_km_are_in_the_country_that_natural_earth_has_them_in(pair):
    border = read(pair)
    for kind, country in zip(("a", "b"), border.countries, strict=True):
        lon, lat = np.array(PAIRS[pair][kind]).T
        found = border.measure(lon, lat)
        beyond = found.distance_m > BEYOND_M
        told = border.country_at(lon, lat)[beyond]
        assert beyond.sum() >= 15
        agreed = told[~found.at_gap[beyond]]  # at a gap, maps differ: no line was agreed
        assert set(agreed) - {None} == {border.code(country)}
        # Only past an end, by the sea or at a gap, can it not be said.
        feet = zip(found.nearest_lon[beyond], found.nearest_lat[beyond], strict=True)
        assert all(border.is_end(*foot) for foot, code in zip(feet, told, strict=True) if code is None)


@pytest.mark.parametrize("pair", [pair for pair, row in PAIRS.items() if row["other"]])
def test_points_in_a_third_country_are_in_neither(pair):
    border = read(pair)
    lon, lat = np.array(PAIRS[pair]["other"]).T
    beyond = border.measure(lon, lat).distance_m > BEYOND_M
    assert not set(border.country_at(lon, lat)[beyond]) & {border.code(country) for country in border.countries}


@pytest.mark.parametrize("pair", PAIRS)
def test_a_line_stops_only_where_natural_earth_s_does_or_at_a_listed_gap(pair):
    border = read(pair)
    known = [*PAIRS[pair]["ends"], *(end for gap in border.gaps for end in (gap.start, gap.end))]
    ends = [end for part in border.parts for end in part[[0, -1]] if border.is_end(*end)]
    assert [end for end in ends if away(*end, known).min() > CORNER_M] == []


@pytest.fixture(scope="module")
def records():
    return pyogrio.read_dataframe(project.path("borders/world.fgb.zip"))


def test_a_gap_has_two_ends_and_is_as_long_as_the_straight_way_at_least(records):
    for row in records.itertuples():
        ends = np.concatenate([np.array(part.coords)[[0, -1]] for part in row.geometry.geoms])
        for gap in json.loads(row.gaps):
            straight = away(*gap["start"], gap["end"])[0] / 1000
            assert straight - 0.051 <= gap["km"], (row.a, row.b, gap)
            assert min(away(*gap["start"], ends).min(), away(*gap["end"], ends).min()) < 1
            assert gap["why"]


def test_sides_are_told_48_metres_from_any_line(records):
    for row in records.iloc[::12].itertuples():
        border = Border.read(f"{row.a}-{row.b}")
        start, end = max(
            (pair for part in border.parts for pair in pairwise(part)),
            key=lambda p: away(*p[0], p[1])[0],
        )
        azimuth, _, length = GEOD.inv(*start, *end)
        lon, lat, _ = GEOD.fwd(*start, azimuth, length / 2)
        beside = [GEOD.fwd(lon, lat, azimuth + turn, min(48.0, length / 8))[:2] for turn in (-90, 90)]
        assert list(border.country_at(*np.transpose(beside))) == [border.code(row.a), border.code(row.b)]
        assert border.left == row.left == row.a


# -- what gaps and neighbours do, on lines of the test's own --------------------------------------------------------------

WEST, EAST = (10.0, 45.0), (11.0, 45.0)
LENGTH = GEOD.inv(*WEST, *EAST)[2]
GAP = Gap(start=WEST, end=EAST, length_m=LENGTH * 1.2, why="disputed")


def two_parts(**more):
    return Border("x", [[(9.0, 45.0), WEST], [EAST, (12.0, 45.0)]], countries=("NNN", "SSS"), left="NNN", **more)


def test_a_gap_matters_wherever_a_line_of_its_length_could_be_nearer():
    border, rng = two_parts(gaps=[GAP]), np.random.default_rng(1)
    lon, lat = rng.uniform(8.5, 12.5, 400), rng.uniform(44, 46, 400)
    found = border.measure(lon, lat)
    nearer = np.full(400, False)
    for x, y in zip(rng.uniform(9.8, 11.2, 400), rng.uniform(44.6, 45.4, 400), strict=True):
        if GEOD.line_length(*zip(WEST, (x, y), EAST, strict=True)) <= GAP.length_m:
            nearer |= Border("y", [[WEST, (x, y), EAST]]).measure(lon, lat).distance_m < found.distance_m
    assert found.at_gap[nearer].all()
    assert 100 < nearer.sum() <= found.at_gap.sum() < 300
    assert not two_parts().measure(lon, lat).at_gap.any()


def test_of_many_gaps_each_matters_as_if_it_were_the_only_one():
    rng = np.random.default_rng(4)
    west = np.column_stack([rng.uniform(-179, 179, 12), rng.uniform(-85, 85, 12)])
    east = west + np.column_stack([rng.uniform(-8, 8, 12), rng.uniform(-3, 3, 12)])
    length = 1.1 * GEOD.inv(*west.T, *east.T)[2]
    gaps = [Gap(start=tuple(a), end=tuple(b), length_m=m, why="") for a, b, m in zip(west, east, length, strict=True)]
    lon, lat = rng.uniform(-180, 180, 9_000), rng.uniform(-90, 90, 9_000)
    away = 10 ** rng.uniform(4, 6.6, 9_000)

    for some in (gaps, gaps[:1]):
        ways = [[GEOD.inv(lon, lat, *np.full((9_000, 2), end).T)[2] for end in (gap.start, gap.end)] for gap in some]
        near = [sum(two) - gap.length_m < 2 * away for two, gap in zip(ways, some, strict=True)]
        assert may_be_nearer(some, lon, lat, away).tolist() == np.any(near, axis=0).tolist()
        assert 50 < np.any(near, axis=0).sum() < 8_900


def test_at_gap_has_the_shape_of_the_points_and_is_false_on_the_line():
    found = two_parts(gaps=[GAP]).measure([[10.5], [WEST[0]], [9.1]], [45.1, 45.0])
    assert found.at_gap.tolist() == [[True, True], [True, False], [False, False]]
    # What is measured on the line is a few nanometres off it, more or less by versions of libraries.
    off = np.array([0.0, 3e-9, 1e-3])
    assert may_be_nearer([GAP], np.full(3, WEST[0]), np.full(3, WEST[1]), off).tolist() == [False, False, True]


def test_a_line_s_gaps_are_in_its_description_the_longest_first():
    short = Gap(start=(9.0, 45.0), end=(8.9, 45.0), length_m=8_000.0, why="sea")
    assert two_parts(gaps=[short, GAP]).describe().gaps == (GAP, short)


def test_without_areas_the_nearest_line_tells_the_side_and_it_may_be_a_neighbour_s():
    neighbour = Neighbour("WWW", "NNN", np.array([(9.0, 45.0), (9.2, 46.0)]))  # north, so that NNN begins at 9 degrees
    points = [(9.5, 45.2), (9.5, 44.9), (8.95, 45.2), (9.5, 46.0)]
    assert list(two_parts(neighbours=lambda: [neighbour]).country_at(*np.transpose(points))) == ["NNN", "SSS", "WWW", None]
    assert list(two_parts().country_at(*np.transpose(points))) == ["NNN", "SSS", None, None]


def test_a_side_is_told_over_the_sea_but_not_where_the_border_may_run_nor_over_a_dispute():
    points = np.transpose([(10.5, 45.25), (10.5, 44.75), (10.5, 45.02)])
    by_sea = Gap(start=WEST, end=EAST, length_m=LENGTH * 1.05, why="sea")
    assert list(two_parts(gaps=[by_sea]).country_at(*points)) == ["NNN", "SSS", None]
    assert list(two_parts(gaps=[GAP]).country_at(*points)) == [None, None, None]
    straight = Gap(start=WEST, end=EAST, length_m=LENGTH, why="sea")  # a length is given to 100 m
    assert list(two_parts(gaps=[straight]).country_at([10.5, 10.5], [45.012, 45.03])) == [None, "NNN"]


def test_a_region_that_reaches_over_a_line_without_areas_is_in_no_one_country():
    border = two_parts()
    assert border.relation(shapely.box(9.3, 45.05, 9.4, 45.1)).country == "NNN"
    assert border.relation(shapely.box(9.3, 44.95, 9.4, 45.1)).country is None
    assert border.relation(shapely.box(9.3, 44.4, 9.4, 45.1)).country is None  # its southern corners are far from any line
    disc = Region(geometry=shapely.Point(9.5, 44.95), radius_m=2_000.0, name="", level="site", method="", sources=())
    assert border.relation(disc).country == "SSS"


def test_a_region_of_which_only_one_country_is_on_the_map_is_not_in_that_one_alone():
    north = shapely.box(9, 45, 10, 46)
    border = two_parts(areas={"NNN": north})
    assert border.relation(shapely.box(9.3, 44.8, 9.6, 45.2)).country is None
    assert border.relation(shapely.box(9.3, 45.1, 9.6, 45.2)).country == "NNN"


def test_a_region_by_a_gap_says_so_and_is_not_said_to_be_far():
    for border, at_gap, near in ((two_parts(gaps=[GAP]), True, None), (two_parts(), False, False)):
        for shape in (
            {"geometry": shapely.box(10.4, 45.05, 10.6, 45.1)},
            {"geometry": shapely.Point(10.5, 45.1), "radius_m": 2e3},
        ):
            found = border.relation(Region(name="", level="site", method="", sources=(), **shape), near_m=10_000)
            assert (found.at_gap, found.near) == (at_gap, near)
    far = Region(geometry=shapely.Point(9.1, 45.1), radius_m=2e3, name="", level="site", method="", sources=())
    assert not two_parts(gaps=[GAP]).relation(far).at_gap
    # Near at the most is near all the more.
    by_the_end = Region(geometry=shapely.Point(10.01, 45.01), radius_m=2e3, name="", level="site", method="", sources=())
    assert (two_parts(gaps=[GAP]).relation(by_the_end).at_gap, two_parts(gaps=[GAP]).relation(by_the_end).near) == (True, True)


def test_a_length_s_verdict_names_the_gaps_that_it_does_not_count():
    length = Statement(relation="length", of="x", distance_m=160_000.0)
    assert length_verdict(two_parts(gaps=[GAP]), length)["measured"].endswith("; without gaps of 94.6 km")
    assert "gaps" not in length_verdict(two_parts(), length)["measured"]
