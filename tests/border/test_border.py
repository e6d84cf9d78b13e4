"""The border: distances against an exhaustive search, and everything that rests on them."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import warnings
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyproj import CRS, Geod, Transformer
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from geomap.border import buffers as _buffers
from geomap.border import capsules as _capsules
from geomap.border import ends as _ends
from geomap.border.ends import AREA_TOLERANCE_M
from geomap.border.line import Border
from geomap.errors import DataError, MissingError
from geomap.model import Region

GEOD = Geod(ellps="WGS84")
EXAMPLES = int(os.environ.get("GEOMAP_EXAMPLES", "60"))
NUMBA = importlib.util.find_spec("numba") is not None
FULL = Path(__file__).parents[3] / "shared" / "data" / "border_irn_pak_full.geojson"

WAYS = [
    pytest.param(False, id="plain"),
    pytest.param(True, id="compiled", marks=pytest.mark.skipif(not NUMBA, reason="numba is not installed")),
]


def exhaustive(parts, lon, lat):
    """Least geodesic distance over every segment: a golden-section search on each stretch of at most 20 km.

    A stretch is left out only where neither end is near enough for any of its points to be nearest.
    """
    start, end = np.concatenate([part[:-1] for part in parts]), np.concatenate([part[1:] for part in parts])
    azimuth, _, length = GEOD.inv(*start.T, *end.T)
    count = np.maximum(1, np.ceil(length / 20_000)).astype(int)
    segment = np.repeat(np.arange(len(count)), count)
    step = (length / count)[segment]
    first = step * (np.arange(len(segment)) - np.repeat(np.cumsum(count) - count, count))
    golden = (5**0.5 - 1) / 2
    least = []
    for x, y in zip(np.atleast_1d(lon), np.atleast_1d(lat), strict=True):

        def away(segment, at, x=x, y=y):
            u, v, _ = GEOD.fwd(start[segment, 0], start[segment, 1], azimuth[segment], at)
            return GEOD.inv(u, v, np.full(len(segment), x), np.full(len(segment), y))[2]

        ends = away(segment, first), away(segment, first + step)
        best = min(ends[0].min(), ends[1].min())
        open_ = (ends[0] + ends[1] - step) / 2 <= best + 1
        some, low, high = segment[open_], first[open_], (first + step)[open_]
        while (high - low).max() > 1e-3:
            a, b = high - golden * (high - low), low + golden * (high - low)
            from_a, from_b = away(some, a), away(some, b)
            best = min(best, from_a.min(), from_b.min())
            low, high = np.where(from_a < from_b, low, a), np.where(from_a < from_b, b, high)
        least.append(best)
    return np.array(least)


def line(*points):
    return np.array(points, dtype=float)


def walk(lon, lat, *steps):
    """A part from azimuths and lengths."""
    points = [(lon, lat)]
    for azimuth, length in steps:
        points.append(GEOD.fwd(*points[-1], azimuth, length)[:2])
    return np.array(points)


def projected(shape, change):
    return shapely.transform(shape, lambda xy: np.column_stack(change.transform(*xy.T)))


@pytest.fixture(scope="module")
def border():
    return Border.read("IRN-PAK")


# -- distance -------------------------------------------------------------------------------------------------------------

places = st.tuples(
    st.one_of(st.floats(-180, 180), st.sampled_from([-180.0, 180.0, 179.9999, 0.0])),
    st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, 90.0, 89.9999, 0.0])),
)
azimuths = st.floats(-180, 180)
lengths = st.one_of(st.just(0.0), st.floats(-1, 6.2).map(lambda p: 10**p))
walks = st.builds(lambda at, steps: walk(*at, *steps), places, st.lists(st.tuples(azimuths, lengths), min_size=1, max_size=8))
around = st.tuples(st.integers(0, 1000), azimuths, st.one_of(st.just(0.0), st.floats(-3, 7.301).map(lambda p: 10**p)))


def points_around(parts, offsets):
    """Points at azimuths and distances from vertices."""
    vertices = np.concatenate(parts)
    return np.array([GEOD.fwd(*vertices[k % len(vertices)], azimuth, away)[:2] for k, azimuth, away in offsets]).T


@pytest.mark.parametrize("fast", WAYS)
@settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(walks, min_size=1, max_size=3), st.lists(around, min_size=1, max_size=6))
def test_no_leg_is_nearer_than_the_measured_distance(fast, parts, offsets):
    lon, lat = points_around(parts, offsets)
    found = Border("x", parts).measure(lon, lat, fast=fast)
    assert np.abs(found.distance_m - exhaustive(parts, lon, lat)).max() < 1e-3
    again = GEOD.inv(found.nearest_lon, found.nearest_lat, lon, lat)[2]
    assert np.abs(again - found.distance_m).max() < 1e-3


def two_ways():
    """A point, and border points east and north of it: the way east is 100 m shorter, its chord 200 m longer."""
    at = (62.0, 0.0)
    east, north = GEOD.fwd(*at, 90, 3_000_000 - 100)[:2], GEOD.fwd(*at, 0, 3_000_000)[:2]
    return at, [walk(*east, (0, 10)), walk(*north, (90, 10))]


NASTY = {
    "two ways": two_ways()[1],
    "hairpin": [walk(62, 27, (10, 40_000), (190.2, 40_000), (10, 40_000))],
    "zero-width spike": [line((62, 27), (62.5, 27.5), (62, 27), (63, 27))],
    "two limbs": [walk(62, 27, (0, 80_000)), walk(62.01, 27, (0, 80_000))],
    "duplicate vertices": [line((62, 27), (62, 27), (62.3, 27.1), (62.3, 27.1), (62.3, 27.1), (62.4, 27))],
    "all one point": [line((62, 27), (62, 27))],
    "one segment of no length but for rounding": [line((-180, 5.7e-160), (180, 0))],
    "a speck among segments": [line((62, 0), (62, 5.7e-160), (62.3, 0.1))],
    "one short segment": [line((62, 27), (62.00001, 27))],
    "one segment across an ocean": [line((-70, 40), (10, 50))],
    "through the pole": [line((10, 80), (-170, 80))],
    "vertex on the pole": [line((10, 80), (77, 90), (100, 80))],
    "antimeridian": [line((179.5, -17), (-179.5, -16.8), (179.8, -16.5), (-179.9, -16))],
    "along the antimeridian": [line((180, 10), (-180, 11), (180, 12))],
    "equator": [line((-1, 0), (0, 0), (1, 0))],
    "closed ring": [line((4.9, 51.4), (4.95, 51.4), (4.95, 51.45), (4.9, 51.4))],
    "far apart": [walk(62, 27, (0, 3000)), walk(-100, -40, (80, 9000)), walk(170, 60, (80, 2e6))],
    "crossing itself": [line((62, 27), (63, 28), (62, 28), (63, 27))],
    "a circle about the point": [walk(62, 27, *[(k, 20_000.0) for k in range(0, 360, 5)])],
}


@pytest.mark.parametrize("fast", WAYS)
@pytest.mark.parametrize("name", NASTY)
def test_nasty_shapes_are_measured_to_a_millimetre(name, fast):
    parts = NASTY[name]
    rng = np.random.default_rng(list(NASTY).index(name))
    offsets = [(int(rng.integers(1000)), rng.uniform(-180, 180), 10 ** rng.uniform(-3, 7.3)) for _ in range(40)]
    lon, lat = points_around(parts, offsets)
    vertices = np.concatenate(parts)
    opposite = np.column_stack([(vertices[:, 0] + 360) % 360 - 180, -vertices[:, 1]])
    lon = np.concatenate([lon, vertices[:, 0], opposite[:3, 0], [0, 0, 180, -180, 62]])
    lat = np.concatenate([lat, vertices[:, 1], opposite[:3, 1], [90, -90, 0, 0, 0]])
    found = Border("x", parts).measure(lon, lat, fast=fast)
    assert np.abs(found.distance_m - exhaustive(parts, lon, lat)).max() < 1e-3
    assert found.distance_m[len(offsets) : len(offsets) + len(vertices)].max() < 1e-6


@pytest.mark.parametrize("fast", WAYS)
def test_feet_inside_a_leg_far_away_are_measured_to_a_millimetre(fast):
    # There the foot of the shortest chord and that of the shortest geodesic lie up to kilometres apart.
    rng = np.random.default_rng(11)
    for azimuth in (10, 40, 75, -20):
        part = walk(60, 20, (azimuth, 2_000_000))
        x, y, _ = GEOD.fwd(*np.full((40, 2), (60.0, 20.0)).T, np.full(40, float(azimuth)), rng.uniform(0, 2_000_000, 40))
        across = GEOD.inv(x, y, *np.full((40, 2), part[1]).T)[0] + rng.choice([-90, 90], 40)
        lon, lat, _ = GEOD.fwd(x, y, across, rng.uniform(100_000, 5_500_000, 40))
        found = Border("x", [part]).measure(lon, lat, fast=fast)
        assert np.abs(found.distance_m - exhaustive([part], lon, lat)).max() < 1e-3


@pytest.mark.parametrize("fast", WAYS)
def test_no_chord_leaves_a_foot_beside_its_leg(fast):
    # A foot that is lifted from a chord away from the Earth's centre, not along the normal, lies 0.3 mm beside a leg of 2 km.
    rng = np.random.default_rng(12)
    parts = [walk(-110, 49, *[(90, 1_990.0)] * 60), walk(20, 64, *[(75, 1_990.0)] * 60)]
    lon, lat = points_around(parts, [(int(rng.integers(120)), rng.uniform(0, 360), 10 ** rng.uniform(2, 6)) for _ in range(80)])
    found = Border("x", parts).measure(lon, lat, fast=fast)
    assert np.abs(found.distance_m - exhaustive(parts, lon, lat)).max() < (2e-5 if fast else 2e-6)


@pytest.mark.parametrize("fast", WAYS)
@pytest.mark.parametrize("within_m", [100, 5_000, 100_000, 1_500_000, 6_000_000, 20_000_000])
def test_the_shipped_border_is_measured_to_a_millimetre(border, within_m, fast):
    rng = np.random.default_rng(within_m)
    lon, lat = points_around(
        border.parts, [(int(rng.integers(6583)), rng.uniform(0, 360), within_m * rng.random()) for _ in range(25)]
    )
    found = border.measure(lon, lat, fast=fast)
    assert np.abs(found.distance_m - exhaustive(border.parts, lon, lat)).max() < 1e-3


@pytest.mark.skipif(not NUMBA, reason="numba is not installed")
def test_both_ways_give_the_same_answer(border):
    rng = np.random.default_rng(7)
    lon, lat = rng.uniform(-180, 180, 4000), np.degrees(np.arcsin(rng.uniform(-1, 1, 4000)))
    near = points_around(
        border.parts, [(int(rng.integers(6583)), rng.uniform(0, 360), 10 ** rng.uniform(0, 6.4)) for _ in range(4000)]
    )
    lon, lat = np.append(lon, near[0]), np.append(lat, near[1])
    plain, compiled = border.measure(lon, lat, fast=False), border.measure(lon, lat, fast=True)
    assert np.abs(plain.distance_m - compiled.distance_m).max() < 1e-3


def test_the_nearest_point_lies_on_the_leg_it_names(border):
    rng = np.random.default_rng(3)
    lon, lat = points_around(
        border.parts, [(int(rng.integers(6583)), rng.uniform(0, 360), 10 ** rng.uniform(0, 6)) for _ in range(500)]
    )
    found = border.measure(lon, lat)
    start, end = border.parts[0][found.segment], border.parts[0][found.segment + 1]
    whole = GEOD.inv(*start.T, *end.T)[2]
    first = GEOD.inv(*start.T, found.nearest_lon, found.nearest_lat)[2]
    second = GEOD.inv(*end.T, found.nearest_lon, found.nearest_lat)[2]
    assert np.abs(first + second - whole).max() < 1e-3


def test_the_lowest_leg_is_named_where_several_are_as_near():
    star = [line((62, 27), (62.1, 27)), line((62, 27), (62, 27.1)), line((62, 27), (61.9, 27.0))]
    for fast in (False, True)[: 1 + NUMBA]:
        assert Border("x", star).measure(62, 27, fast=fast).segment == 0


def test_the_answer_has_the_shape_of_the_question(border):
    assert border.measure(61.5, 27.2).distance_m.shape == ()
    assert border.measure([61.5, 61.6], [27.2, 27.3]).segment.shape == (2,)
    assert border.measure(np.full((2, 3), 61.5), 27.2).nearest_lon.shape == (2, 3)
    assert border.measure([], []).distance_m.shape == (0,)


@pytest.mark.parametrize(
    ("lon", "lat", "where"),
    [
        ([61, np.nan], [27, 27], r"lon\[1\] is nan"),
        ([61, 61], [27, np.inf], r"lat\[1\] is inf"),
        ([[61], [200]], 27, r"lon\[1, 0\] is 200"),
        (61, 91, "lat is 91"),
    ],
)
def test_a_coordinate_that_is_not_on_earth_is_named(border, lon, lat, where):
    with pytest.raises(ValueError, match=where):
        border.measure(lon, lat)


def test_a_line_is_checked_when_it_is_given():
    with pytest.raises(ValueError, match="at least one line"):
        Border("x", [])
    with pytest.raises(ValueError, match=r"part 1 has the shape \(1, 2\)"):
        Border("x", [line((0, 0), (1, 1)), line((0, 0))])
    with pytest.raises(ValueError, match=r"lat\[1\] is nan"):
        Border("x", [line((0, 0), (1, np.nan))])


@given(places, azimuths, st.floats(0, 7).map(lambda p: 10**p))
@settings(deadline=None)
def test_moving_changes_the_distance_by_no_more_than_the_way(at, azimuth, way):
    border = Border("x", [walk(62, 27, (40, 300_000), (100, 200_000), (10, 50_000))])
    to = GEOD.fwd(*at, azimuth, way)[:2]
    d = border.measure([at[0], to[0]], [at[1], to[1]]).distance_m
    assert abs(d[0] - d[1]) <= way + 1e-3


# -- the bound ------------------------------------------------------------------------------------------------------------


def test_the_gradient_of_the_excess_stays_under_the_stated_square():
    # Step 4 of the proof, with the ellipsoid's own numbers.
    a, b = GEOD.a, GEOD.b
    least, most = b**2 / a, a**2 / b
    r = (0.5 * (least**-2 + most**-2)) ** -0.5
    kappa, tau = 1 / least, 0.5 * (1 / (a * (1 - GEOD.es)) - 1 / a)
    c = np.linspace(1e3, _capsules.REACH_M, 100_000)
    d = 2 * least * np.arcsin(c / 2 / least)
    w = kappa * tau * d**3 / 6 / c
    cos_psi = np.sqrt(1 - (c / 2 / r) ** 2)
    for other in (least, most):
        u = np.sqrt(1 - (c / 2 / other) ** 2 - w**2)
        assert np.all(np.abs(1 - u / cos_psi) + w / cos_psi <= _capsules.TURN * c**2)
    assert np.pi / 2 * a / b <= _capsules.PATH
    assert c[-1] < 2 * least


@settings(deadline=None, max_examples=30)
@given(st.lists(walks, min_size=1, max_size=3), st.sampled_from([2, 8]))
def test_a_capsule_holds_its_pieces(parts, fan):
    tree = _capsules.Tree(_capsules.Pieces.of(parts), fan)
    for level in tree.levels:
        node = np.arange(len(tree.pieces.segment)) // level.width
        segment = level.start[node], level.along[node], level.per_length2[node]
        for ends in (tree.pieces.start, tree.pieces.end):
            assert np.all(_capsules.to_chord(ends, *segment)[0] <= level.radius[node])
            assert np.all(np.linalg.norm(ends - level.middle[node], axis=1) <= level.half[node])
        # From anywhere some piece is within reach of the segment's nearest point.
        at = level.start + 0.37 * level.along
        least = [np.linalg.norm(tree.pieces.start[node == k] - at[k], axis=1).min() for k in range(len(at))]
        assert np.all(least <= level.reach + _capsules.PIECE_M)


@settings(deadline=None, max_examples=500)
@given(places, azimuths, st.floats(3, 6.75), azimuths, st.floats(-7, -2).map(lambda p: 10**p), st.sampled_from([-1, 1]))
def test_what_the_bound_rules_out_is_farther(at, azimuth, power, turn, more, sign):
    # Two border points about equally far from a point: where the bound rules one out by its chord, its geodesic is longer.
    away = 10**power
    q0 = GEOD.fwd(*at, azimuth, away)[:2]
    q1 = GEOD.fwd(*at, azimuth + turn, away * (1 + sign * more))[:2]
    p, x0, x1 = _capsules.to_earth(np.array([at[0], q0[0], q1[0]]), np.array([at[1], q0[1], q1[1]]))
    c0, c1, apart = (np.array([np.linalg.norm(v)]) for v in (x0 - p, x1 - p, x1 - x0))
    d0, d1 = GEOD.inv(*at, *q0)[2], GEOD.inv(*at, *q1)[2]
    if c1 - c0 > _capsules.allowance(c0, apart):
        assert d1 > d0


@pytest.mark.parametrize("fast", WAYS)
def test_a_weaker_bound_is_found_out(fast, monkeypatch):
    at, parts = two_ways()
    true = exhaustive(parts, *at)
    assert np.abs(Border("x", parts).measure([at[0]], [at[1]], fast=fast).distance_m - true).max() < 1e-3
    monkeypatch.setattr(_capsules, "TURN", 0.0)
    assert np.abs(Border("x", parts).measure([at[0]], [at[1]], fast=fast).distance_m - true).max() > 1


# -- side -----------------------------------------------------------------------------------------------------------------


def test_left_and_right_of_a_line_are_its_countries():
    border = Border("A-B", [line((62, 27), (62, 28), (63, 28))], countries=("A", "B"), left="A")
    assert border.country_at([61.9, 62.1, 62.5, 62.5, 61.99], [27.5, 27.5, 27.9, 28.1, 28.01]).tolist() == [
        "A",
        "B",
        "B",
        "A",
        "A",
    ]


def test_side_holds_at_sharp_bends():
    # Nearest of the point inside the bend is a segment, of the point outside it the tip, whichever segment is named.
    border = Border("A-B", [line((62, 27), (62.2, 27.01), (62, 27.02))], countries=("A", "B"), left="A")
    assert border.country_at([62.1, 62.3, 62.2005], [27.01, 27.01, 27.0104]).tolist() == ["A", "B", "B"]


@pytest.mark.parametrize(
    ("lon", "lat"), [(62.0, 26.9), (62.0, 27.5), (70.0, 27.5)], ids=["beyond the end", "on the line", "far away"]
)
def test_side_cannot_be_said_everywhere(lon, lat):
    border = Border("A-B", [line((62, 27), (62, 28))], countries=("A", "B"), left="A")
    assert border.country_at(lon, lat).item() is None


def test_areas_tell_the_side_far_from_the_line_and_the_line_beside_it():
    # The areas' edge lies a kilometre off the line: beside the line the line is believed.
    a, b = box(60, 26, 62.01, 29), box(62.01, 26, 64, 29)
    border = Border("A-B", [line((62, 29), (62, 26))], countries=("A", "B"), areas={"a": a, "b": b}, codes={"A": "a", "B": "b"})
    assert border.country_at([62.005, 61.995, 60.5, 63.5, 66], [27.5] * 5).tolist() == ["b", "a", "a", "b", None]


def test_each_part_is_held_against_the_areas():
    a, b = box(60, 26, 62, 29), box(62, 26, 64, 29)
    parts = [line((62, 26), (62, 27)), line((62, 29), (62, 28))]  # one north, one south
    border = Border("a-b", parts, countries=("a", "b"), areas={"a": a, "b": b})
    assert border.country_at([61.999, 62.001] * 2, [26.5, 26.5, 28.5, 28.5]).tolist() == ["a", "b", "a", "b"]


def test_the_country_on_the_left_is_one_of_the_two():
    with pytest.raises(ValueError, match="C is on the left"):
        Border("A-B", [line((62, 27), (62, 28))], countries=("A", "B"), left="C")


# -- regions --------------------------------------------------------------------------------------------------------------


def region(geometry, radius_m=None, country="XX"):
    return Region(geometry=geometry, name="x", level="settlement", method="", sources=(), country=country, radius_m=radius_m)


def inside(region, count, rng):
    """Random points of a region."""
    if region.radius_m is not None:
        away = region.radius_m * np.sqrt(rng.random(count))
        x, y = np.full(count, region.geometry.x), np.full(count, region.geometry.y)
        return GEOD.fwd(x, y, rng.uniform(0, 360, count), away)[:2]
    west, south, east, north = region.geometry.bounds
    x, y = rng.uniform(west, east, 20 * count), rng.uniform(south, north, 20 * count)
    within = np.flatnonzero(shapely.contains_xy(region.geometry, x, y))[:count]
    return x[within], y[within]


def assert_interval_holds(border, some, tolerance_m, count=10_000):
    found = border.relation(some)
    d = border.measure(*inside(some, count, np.random.default_rng(5))).distance_m
    assert len(d) > count / 20
    assert found.min_m - 1e-3 <= d.min()
    assert d.max() <= found.max_m + 1e-3
    ends = border.measure(*np.array([found.nearest, found.farthest]).T)
    assert np.abs(ends.distance_m - [found.min_m, found.max_m]).max() <= tolerance_m
    if some.radius_m is None:
        assert shapely.distance(some.geometry, Point(found.nearest)) < 1e-9
        assert shapely.distance(some.geometry, Point(found.farthest)) < 1e-9
    else:
        centre = (some.geometry.x, some.geometry.y)
        for end in (found.nearest, found.farthest):
            assert GEOD.inv(*centre, *end)[2] <= some.radius_m + 1e-3
    return found


def test_a_disc_has_the_exact_interval(border):
    for lon, lat, radius in ((64.1, 26.96, 20_000), (44.0, 36.19, 30_000), (62.5, 26.6, 2_000), (62, 28, 0.0)):
        found = assert_interval_holds(border, region(Point(lon, lat), float(radius)), 1e-2, count=4000)
        assert found.min_m == pytest.approx(found.distance_m - radius, abs=1e-3)
        assert found.distance_m == pytest.approx(float(border.measure(lon, lat).distance_m))


def test_a_disc_over_the_line_begins_at_nothing(border):
    found = assert_interval_holds(border, region(Point(63.2, 26.9), 60_000.0), 1e-2)
    assert found.min_m == 0
    assert found.country is None


def test_a_disc_between_two_limbs_is_farthest_inside_not_on_its_edge():
    # Two lines 100 km apart: the ridge between them is the farthest, not the edge of the disc.
    two = Border("x", [walk(62, 27, (0, 400_000)), walk(*GEOD.fwd(62, 27, 90, 100_000)[:2], (0, 400_000))])
    centre = GEOD.fwd(*GEOD.fwd(62, 27, 0, 200_000)[:2], 90, 40_000)[:2]
    found = assert_interval_holds(two, region(Point(*centre), 30_000.0), 1e-2)
    assert 49_000 < found.max_m < 51_000


polygons = {
    "beside": box(64, 26.5, 65, 27.5),
    "with a hole": box(64, 26.5, 65, 27.5).difference(box(64.2, 26.6, 64.9, 27.4)),
    "two parts": MultiPolygon([box(64, 26.5, 64.2, 26.7), box(60, 26.5, 60.4, 27)]),
    "across": box(62, 26, 64, 28),
    "along": Polygon([(62.9, 27.3), (63.4, 27.1), (63.5, 27.4), (63.0, 27.5)]),
    "large": box(40, 10, 60, 30),
    "far away": box(-70, -40, -60, -30),
    "a hole that the line runs through": box(60, 25, 65, 31).difference(box(60.2, 25.1, 64.5, 30)),
}


@pytest.mark.parametrize("name", polygons)
def test_every_point_of_an_area_lies_in_its_interval(border, name):
    assert_interval_holds(border, region(polygons[name]), AREA_TOLERANCE_M, count=4000)


@pytest.mark.parametrize("name", ["beside", "with a hole", "large", "far away"])
def test_an_interval_that_is_found_coarsely_is_too_wide_and_never_too_narrow(border, monkeypatch, name):
    exact = border.relation(region(polygons[name]))
    monkeypatch.setattr(_ends, "AREA_TOLERANCE_M", 20_000.0)
    coarse = Border("x", border.parts).relation(region(polygons[name]))
    assert exact.min_m - 20_000 <= coarse.min_m <= exact.min_m + AREA_TOLERANCE_M
    assert exact.max_m - AREA_TOLERANCE_M <= coarse.max_m <= exact.max_m + 20_000


def test_a_line_inside_an_area_is_reached_by_it():
    found = Border("x", [line((62.4, 27.5), (62.6, 27.5))]).relation(region(box(62, 27, 63, 28)))
    assert (found.min_m, found.nearest) == (0, found.nearest_on_border)


def assert_same(some, others):
    """Relations are the same but for rounding, which depends on how many are worked out at once."""
    for one, other in zip(some, others, strict=True):
        assert (one.country, one.near) == (other.country, other.near)
        ends = [[r.min_m, r.max_m, r.distance_m or 0.0] for r in (one, other)]
        assert np.abs(np.subtract(*ends)).max() < 1e-3


def test_many_regions_lie_as_each_does_by_itself(border):
    rng = np.random.default_rng(11)
    discs = [region(Point(*rng.uniform((55, 24), (70, 31))), float(r)) for r in (0, 0, 10, 500, *rng.uniform(1e3, 2e5, 20))]
    areas = [region(shape) for shape in polygons.values()]
    mixed = [*discs, *areas, discs[3], areas[0]]
    rng.shuffle(mixed)
    together = Border("x", border.parts).relations(mixed)
    assert_same([Border("x", border.parts).relation(some) for some in mixed], together)
    assert Border("x", border.parts).relations([]) == []


def test_more_regions_than_are_measured_at_once(border, monkeypatch):
    discs = [region(Point(60 + k / 10, 27), 5_000.0) for k in range(23)]
    whole = Border("x", border.parts).relations(discs)
    monkeypatch.setattr("geomap.border.relations.REGIONS", 5)
    assert_same(Border("x", border.parts).relations(discs), whole)


def test_a_relation_has_the_distance_of_the_region_s_own_point(border):
    area, disc = region(box(64, 26.9, 64.2, 27.1)), region(Point(64.1, 26.96), 20_000.0)
    pinned = replace(area, point=(64.09459, 26.97186))
    found = border.relations([disc, pinned, area, replace(disc, point=(64, 27))])
    assert [relation.distance_m for relation in found] == [
        float(border.measure(64.1, 26.96).distance_m),
        float(border.measure(64.09459, 26.97186).distance_m),
        None,
        float(border.measure(64, 27).distance_m),
    ]


def test_an_end_of_the_line_is_where_no_part_goes_on():
    border = Border("x", [line((60, 25), (61, 26)), line((61, 26), (62, 27)), line((63, 25), (64, 25), (64, 26), (63, 25))])
    ends = [(x, y) for x, y in [(60, 25), (61, 26), (62, 27), (63, 25), (64, 25), (61.5, 26.5)] if border.is_end(x, y)]
    assert ends == [(60, 25), (62, 27)]
    assert not Border("x", [border.parts[2]]).is_end(63, 25)


def test_near_is_yes_no_or_cannot_be_said(border):
    disc = region(Point(64.1, 26.96), 20_000.0)
    d = float(border.measure(64.1, 26.96).distance_m)
    assert border.relation(disc, near_m=d + 20_001).near is True
    assert border.relation(disc, near_m=d + 19_960).near is True  # an area "within 50 km" is drawn to within 25 m
    assert border.relation(disc, near_m=d - 20_001).near is False
    assert border.relation(disc, near_m=d).near is None


def test_side_of_a_region_is_its_one_country():
    areas = {"a": box(60, 26, 62, 29), "b": box(62, 26, 64, 29), "c": box(64, 26, 66, 29)}
    border = Border("a-b", [line((62, 26), (62, 29))], countries=("a", "b"), areas=areas)

    def side(west, east):
        return border.relation(region(box(west, 27, east, 27.5), country="zz")).country

    assert side(60.5, 61.5) == "a"
    assert side(61.5, 62.0003) == "a"  # 30 m over the line: within what it is drawn with
    assert side(62, 63) == "b"  # touches the line and stays on its side
    assert side(61.5, 62.5) is None
    assert side(63.5, 64.5) is None
    assert side(64.5, 65.5) == "c"
    assert side(67, 68) == "zz"


def test_a_region_of_a_few_metres_beside_the_line_has_the_side_of_its_points(border):
    lon, lat, _ = GEOD.fwd(*border.parts[0][1000:1060:3].T, np.full(20, 80.0), np.full(20, 25.0))
    sides = border.country_at(lon, lat)
    boxes = [region(box(x - 1e-5, y - 1e-5, x + 1e-5, y + 1e-5), country="zz") for x, y in zip(lon, lat, strict=True)]
    assert {"IR", "PK"} & set(sides)
    for found, some, side in zip(border.relations(boxes), boxes, sides, strict=True):
        if set(border.country_at(*shapely.get_coordinates(some.geometry).T)) == {side}:
            assert found.country == side


# -- length ---------------------------------------------------------------------------------------------------------------


def test_length_as_drawn_is_the_sum_of_the_legs(border):
    assert border.length() == pytest.approx(GEOD.geometry_length(border.line), abs=1e-3)


@pytest.mark.parametrize(("tolerance_m", "km"), [(10, 1008), (25, 993), (100, 961), (250, 931), (500, 906), (1000, 872)])
def test_length_at_a_detail_agrees_with_that_of_the_full_line(border, tolerance_m, km):
    # Measured elsewhere on the full OpenStreetMap line, by GEOS in a transverse Mercator.
    assert border.length(tolerance_m) / 1000 == pytest.approx(km, abs=1.5)


def test_simplification_agrees_with_geos_in_a_projection(border):
    local = Transformer.from_crs("EPSG:4326", CRS("+proj=tmerc +lon_0=62 +lat_0=27"), always_xy=True)
    metres = projected(border.line, local)
    for tolerance in (50, 300, 2000):
        ours = border.detail(tolerance).vertices
        assert ours == pytest.approx(len(metres.simplify(tolerance, preserve_topology=False).coords), rel=0.02)


def test_length_only_shrinks_as_the_detail_gets_coarser(border):
    lengths = [border.length(t) for t in np.geomspace(10, 1e6, 60)]
    assert all(a >= b for a, b in pairwise(lengths))
    assert lengths[-1] == pytest.approx(GEOD.inv(*border.parts[0][0], *border.parts[0][-1])[2])


@pytest.mark.parametrize("km", [900, 909, 959, 1008])
def test_the_detail_for_a_length_is_where_it_holds(border, km):
    tolerance = border.detail_for(km * 1000)
    assert border.length(tolerance) >= km * 1000 > border.length(tolerance * (1 + 1e-9))


def test_no_detail_gives_an_impossible_length(border):
    assert border.detail_for(1_100_000) is None
    assert border.detail_for(300_000) is None


def test_a_length_finer_than_the_line_is_refused(border):
    with pytest.raises(ValueError, match="drawn at 10 m; a length at 5 m"):
        border.length(5)


def test_a_closed_ring_has_a_length_at_any_detail():
    ring = Border("x", [walk(4.9, 51.4, (0, 1000), (90, 1000), (180, 1000), (270, 1000))])
    closed = Border("x", [np.vstack([ring.parts[0][:-1], ring.parts[0][:1]])])
    assert closed.length(1) == pytest.approx(4000, rel=1e-3)
    assert closed.length(1e5) == 0


def test_a_description_never_gives_a_length_without_its_detail(border):
    said = border.describe()
    assert said.details[0].tolerance_m == border.tolerance_m == 10
    assert [d.tolerance_m for d in said.details] == sorted({d.tolerance_m for d in said.details})
    assert all(d.vertices > 1 and d.length_m > 0 for d in said.details)
    assert said.source
    assert "OpenStreetMap" in said.attribution


# -- buffers ----------------------------------------------------------------------------------------------------------------


def assert_buffer_is_exact(border, distance_m, tolerance_m=25.0):
    buffer = border.buffer(distance_m, tolerance_m=tolerance_m)
    assert buffer.is_valid
    edge = shapely.get_coordinates(shapely.segmentize(buffer.boundary, 0.003))
    edge = edge[np.abs(np.abs(edge[:, 0]) - 180) > 1e-6]  # where a buffer is cut at the antimeridian it has no outline
    assert np.abs(border.measure(*edge.T).distance_m - distance_m).max() <= tolerance_m
    return buffer


@pytest.mark.parametrize(
    ("name", "km"), [("IRN-PAK", 10), ("IRN-PAK", 25), ("IRN-PAK", 50), ("IRN-PAK", 100), ("IND-PAK", 15), ("IND-PAK", 45)]
)
def test_the_edge_of_a_buffer_is_a_geodesic_distance_away(name, km):
    border = Border.read(name)
    buffer = assert_buffer_is_exact(border, km * 1000.0)
    rng = np.random.default_rng(km)
    lon, lat = points_around(
        border.parts, [(int(rng.integers(6583)), rng.uniform(0, 360), 2e3 * km * rng.random()) for _ in range(2000)]
    )
    d = border.measure(lon, lat).distance_m - km * 1000
    sure = np.abs(d) > 25
    assert np.array_equal(shapely.contains_xy(buffer, lon, lat)[sure], (d < 0)[sure])


def test_a_buffer_is_exact_whatever_corners_its_outline_begins_with(border, monkeypatch):
    long = 3 * np.sqrt(2 * 50_000 * 40)  # edges of that length leave a circle of the radius by twice the tolerance
    monkeypatch.setattr(_buffers, "_cornered", lambda area, *_: area.segmentize(long))
    assert_buffer_is_exact(Border("x", border.parts), 50_000.0, tolerance_m=40)


@pytest.mark.parametrize(("km", "more", "tolerance"), [(12.5, 300, 40), (50, 1900, 250)])
def test_a_pocket_that_a_buffer_lies_all_around_is_outside_it(km, more, tolerance):
    around = GEOD.fwd(np.full(73, 62.0), np.full(73, 27.0), np.linspace(0, 360, 73), np.full(73, km * 1000 + more))
    ring = np.column_stack(around[:2])
    ring[-1] = ring[0]
    assert not Border("x", [ring]).buffer(km * 1000, tolerance_m=tolerance).contains(Point(62, 27))


def test_a_buffer_is_in_normal_form(border):
    buffer = border.buffers([20_000.0])[0]
    assert shapely.normalize(buffer).wkb == buffer.wkb


def test_areas_may_be_plain_polygons(border):
    area = box(64, 26.9, 64.2, 27.1)
    assert border.relations([area]) == border.relations([region(area, country=None)])
    for wrong in (Point(64, 27), Polygon(), (64, 27)):
        with pytest.raises(ValueError, match=r"areas\[1\] is a .* that has no area"):
            border.relations([area, wrong])


def test_a_point_that_is_none_is_refused(border):
    with pytest.raises(ValueError, match="lat"):
        border.relation(replace(region(Point(64, 27), 5_000.0), point=(64.0, 95.0)))


def test_buffers_of_two_stretches_do_not_meet_across_a_gap():
    apart = GEOD.fwd(62, 27, 90, 30_700)[:2]
    parts = [walk(62, 27, (200, 80_000)), walk(*apart, (160, 80_000))]
    buffer = Border("x", parts).buffer(15_000, tolerance_m=40)
    assert len(shapely.get_parts(buffer)) == 2
    assert np.allclose(Border("x", parts).buffers([5_000, 15_000], tolerance_m=40)[1].area, buffer.area)


@pytest.mark.parametrize(
    "parts",
    [
        [walk(179.5, -17, (80, 100_000), (20, 60_000))],
        [walk(62, 70, (90, 3_000_000))],
        [walk(62, 27, *[(k, 20_000.0) for k in range(0, 360, 10)])],
        [walk(62, 27, (0, 50_000)), walk(72, 37, (0, 50_000))],
    ],
    ids=["antimeridian", "long and far north", "ring", "two parts"],
)
def test_buffers_hold_elsewhere_too(parts):
    assert_buffer_is_exact(Border("x", parts), 20_000.0)


def test_a_buffer_around_a_pole_is_refused():
    with pytest.raises(DataError, match="pole"):
        Border("x", [line((10, 88), (-170, 88))]).buffer(50_000.0)
    with pytest.raises(ValueError, match="more than tolerance_m"):
        Border("x", [line((10, 8), (11, 8))]).buffer(10.0)


# -- reading --------------------------------------------------------------------------------------------------------------


def test_a_pair_is_read_in_either_order_and_by_either_code(border):
    for name in ("PAK-IRN", "IR-PK", "irn-pak"):
        assert Border.read(name).id == border.id == "IRN-PAK"


@pytest.mark.parametrize("pair", ["IND-PAK", "IRQ-TUR", "AFG-PAK", "CHE-FRA"])
def test_any_land_border_is_read(pair):
    found = Border.read(pair)
    assert set(found.countries) == set(pair.split("-"))
    assert found.tolerance_m == 25
    assert found.length() > 300_000


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("PAK-TUR", "PAK borders AFG, CHN, IND, IRN; TUR borders"),
        ("IRN-PKA", "the nearest are IRN-PAK"),
        ("nowhere/line.gpkg", "no such file; name a file, or a pair"),
    ],
)
def test_an_unknown_border_is_one_sentence_with_the_nearest(name, words):
    with pytest.raises(MissingError, match=words) as error:
        Border.read(name)
    assert "\n" not in str(error.value)


def write(path, shapes, crs="EPSG:4326", **columns):
    import geopandas

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "'crs' was not provided")
        geopandas.GeoDataFrame(columns, geometry=shapes, crs=crs).to_file(path)
    return path


@pytest.mark.parametrize("name", ["line.geojson", "line.gpkg", "line.fgb"])
def test_a_line_of_ones_own_is_read_from_any_format(tmp_path, border, name):
    file = write(tmp_path / name, [LineString(border.parts[0][:50]), LineString(border.parts[0][49:90])])
    found = Border.read(file)
    assert np.allclose(found.parts[0], border.parts[0][:90])
    assert found.country_at(64.1, 26.96).item() == "PK"


def test_a_file_in_another_reference_system_is_read_in_degrees(tmp_path, border):
    change = Transformer.from_crs("EPSG:4326", "EPSG:32641", always_xy=True)
    file = write(tmp_path / "utm.gpkg", [projected(border.line, change)], crs="EPSG:32641")
    x, y = [61.5, 64.1], [27.2, 26.96]
    assert Border.read(str(file)).measure(x, y).distance_m == pytest.approx(border.measure(x, y).distance_m, abs=1e-3)


def test_two_areas_stand_for_the_edge_they_share(tmp_path):
    edge = [(62, 26), (62.1, 27), (62, 28)]
    west, east = Polygon([*edge, (60, 28), (60, 26)]), Polygon([*edge, (64, 28), (64, 26)])
    found = Border.read(write(tmp_path / "areas.gpkg", [west, east]))
    assert found.line.equals(LineString(edge))
    assert list(found.country_at([61.9, 62.2, 60.5, 63.5, 65], [27, 27, 27, 27, 27])) == [
        "left",
        "right",
        "left",
        "right",
        None,
    ]


def test_an_empty_feature_takes_no_area_s_name(tmp_path):
    empty, west, east = Polygon(), box(0, 46, 2, 48), box(2, 46, 4, 48)
    found = Border.read(write(tmp_path / "three.gpkg", [empty, west, east], name=["None", "Westland", "Eastland"]))
    assert found.countries == ("Westland", "Eastland")


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        ({"name": ["Westland", "Eastland"]}, ("Westland", "Eastland")),
        ({"name": ["Same", "Same"], "id": [7, 8]}, ("7", "8")),
        ({"iso_a3": ["IRN", "PAK"], "name": ["Iran", "Pakistan"]}, ("IR", "PK")),
        ({"a": ["AAA", "AAA"], "b": ["BBB", "BBB"], "name": ["X", "Y"]}, ("AAA", "BBB")),
        ({"a": ["AAA", "AAA"], "b": ["BBB", "BBB"], "left": ["BBB", "BBB"]}, ("BBB", "AAA")),
        ({"a": ["AAA", "AAA"], "b": ["BBB", "CCC"], "code": ["P", "Q"]}, ("P", "Q")),
        ({"name": ["", "Eastland"]}, ("left", "right")),
    ],
)
def test_two_areas_of_a_file_are_the_two_countries(tmp_path, columns, names):
    edge = [(2, 46), (2.1, 47), (2, 48)]
    west, east = Polygon([*edge, (0, 48), (0, 46)]), Polygon([*edge, (4, 48), (4, 46)])
    mercator = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
    for crs, areas in (("EPSG:4326", [west, east]), ("EPSG:3857", [projected(west, mercator), projected(east, mercator)])):
        found = Border.read(write(tmp_path / f"{crs[5:]}.gpkg", areas, crs=crs, **columns))
        assert list(found.country_at([2.09, 0.5, 2.11, 3.5], [47, 47, 47, 47])) == [names[0]] * 2 + [names[1]] * 2
        assert found.relation(box(2.2, 46.5, 2.3, 46.6)).country == names[1]


@pytest.mark.parametrize(
    ("shapes", "words"),
    [
        ([Point(1, 1)], "holds Point; a border is lines"),
        ([box(0, 0, 1, 1)], r"holds 1 area\(s\)"),
        ([box(0, 0, 1, 1), box(3, 3, 4, 4)], "share no edge"),
        ([LineString()], "has no line in it"),
    ],
    ids=["point", "one area", "no shared edge", "empty"],
)
def test_a_file_without_a_border_says_what_it_holds(tmp_path, shapes, words):
    with pytest.raises(DataError, match=words):
        Border.read(write(tmp_path / "wrong.gpkg", shapes))


def test_a_file_that_is_not_a_map_is_refused(tmp_path):
    (tmp_path / "line.gpkg").write_text("not a database")
    with pytest.raises(DataError, match="not a vector file"):
        Border.read(tmp_path / "line.gpkg")
    with pytest.raises(MissingError, match=r"the nearest are line\.gpkg"):
        Border.read(tmp_path / "line.gpk")


def test_a_file_of_metres_without_a_reference_system_is_refused(tmp_path):
    with pytest.raises(DataError, match="state its reference system"):
        Border.read(write(tmp_path / "metres.gpkg", [LineString([(400000, 3000000), (500000, 3000000)])], crs=None))


# -- cost -----------------------------------------------------------------------------------------------------------------


def test_a_small_question_loads_no_compiler_and_no_tables():
    code = (
        "import sys; from geomap.border.line import Border; Border('x', [[(62, 27), (62, 28)]]).measure([61.5], [27.2]);"
        "print(sorted({'numba', 'scipy', 'pandas', 'geopandas', 'pyogrio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_ten_times_the_vertices_cost_less_than_twice_the_work(border):
    # Counted, not timed: the pieces whose capsules are looked at.
    rng = np.random.default_rng(1)
    looked = []
    for bends in (600, 6000):
        steps = [(120 + 40 * rng.standard_normal(), 900_000 / bends) for _ in range(bends)]
        wiggly = Border("x", [walk(61, 30, *steps)])
        lon, lat = points_around(
            wiggly.parts, [(int(rng.integers(bends)), rng.uniform(0, 360), 1.5e6 * rng.random()) for _ in range(2000)]
        )
        count, whole = [0], _capsules.to_chord

        def counted(xyz, *rest, count=count, whole=whole):
            count[0] += len(xyz)
            return whole(xyz, *rest)

        wiggly._tree  # noqa: B018 - built before counting
        _capsules.to_chord = counted
        try:
            wiggly.measure(lon, lat, fast=False)
        finally:
            _capsules.to_chord = whole
        looked.append(count[0])
    assert looked[1] < 2 * looked[0]


@pytest.mark.skipif(
    not FULL.exists() and not os.environ.get("GEOMAP_REQUIRE_ALL"), reason="the full line is not beside the project"
)
def test_the_shipped_line_stays_within_its_tolerance_of_the_full_one(border):
    full = np.array(json.loads(FULL.read_text())["features"][0]["geometry"]["coordinates"])
    assert border.measure(*full.T).distance_m.max() < border.tolerance_m + 1.0
