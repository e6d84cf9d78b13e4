"""Areas from pole to pole and over 180 degrees: a point is in one where geodesics say so."""

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from geomap.geometry import GEOD, are_within, centroid, cut, edges, over_antimeridian, part_towards, unrolled
from geomap.geometry.outlines import cut_line, joined_line
from geomap.geometry.shapes import corridor, disc, ellipse, middle_part, ring, sector
from geomap.model import Region, separate_areas

lons = st.one_of(st.floats(-180, 180), st.sampled_from([-180.0, 180.0, 179.9999, -179.97, 0.0]))
lats = st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, 90.0, 89.999, -89.5, 0.0]))
radii = st.floats(2, 7.29).map(lambda power: 10**power)  # 100 m to 19,500 km
bearings = st.floats(0, 360)


def away(lon, lat, *point):
    return GEOD.inv(lon, lat, *point)[2]


def is_drawn_right(area):
    """Whether an area is what RFC 7946, 3.1.9, asks for: valid, on the Earth, each edge the shorter way."""
    points = shapely.get_coordinates(area)
    return area.is_valid and (np.abs(points) <= (180, 90)).all() and over_antimeridian([area]) is None


@settings(max_examples=300)
@given(lons, lats, radii, bearings, st.floats(0, 1.5))
@example(180.0, -16.8, 60_000.0, 90.0, 0.9)
@example(0.0, 90.0, 1e6, 0.0, 0.0)
@example(30.0, 80.0, 1_116_825.8, 0.0, 0.99)  # its edge runs through a pole
@example(0.0, 0.0, 15e6, 180.0, 0.9)  # it holds both poles
def test_a_point_is_in_a_disc_where_it_is_no_farther_than_the_radius(lon, lat, radius_m, bearing, share):
    point = GEOD.fwd(lon, lat, bearing, radius_m * share)[:2]
    area, far_m = disc(lon, lat, radius_m), away(lon, lat, *point)

    assert is_drawn_right(area)
    if abs(far_m - radius_m) > 1e-3 * radius_m:
        assert area.covers(Point(point)) == (far_m < radius_m)


@settings(max_examples=20, deadline=None)
@given(lons, lats, radii)
def test_a_disc_is_right_all_over_the_earth(lon, lat, radius_m):
    rng = np.random.default_rng(1)
    x, y = rng.uniform(-180, 180, 2000), np.degrees(np.arcsin(rng.uniform(-1, 1, 2000)))
    far_m = np.asarray(GEOD.inv(np.full(2000, lon), np.full(2000, lat), x, y)[2])
    told = np.abs(far_m - radius_m) > 1e-3 * radius_m

    assert (shapely.contains_xy(disc(lon, lat, radius_m), x, y) == (far_m < radius_m))[told].all()


@settings(deadline=None)
@given(lons, lats, st.floats(0, 1))
def test_the_edge_of_a_disc_runs_on_its_circle(lon, lat, share):
    radius_m = 10 ** (4 + 2.5 * share)
    points = np.vstack(edges(disc(lon, lat, radius_m)))
    far_m = np.asarray(GEOD.inv(np.full(len(points), lon), np.full(len(points), lat), *points.T)[2])

    assert len(points) >= 180
    assert np.abs(far_m / radius_m - 1).max() < 3e-4


def test_a_disc_from_which_nothing_is_far_is_all_of_the_earth():
    assert disc(20, 30, 19_970_000).equals(box(-180, -90, 180, 90))


@pytest.mark.parametrize("radius_m", [0.0, 1e-9, 1e-3])
@pytest.mark.parametrize("at", [(64.0, 27.0), (180.0, -17.0), (-180.0, 65.0), (10.0, 90.0)])
def test_a_disc_of_next_to_no_size_stays_where_it_is(radius_m, at):
    points = shapely.get_coordinates(disc(*at, radius_m))

    assert len(points)
    assert np.asarray(GEOD.inv(*np.full((len(points), 2), at).T, *points.T)[2]).max() < 0.01


def test_a_disc_over_180_has_the_area_of_the_same_one_elsewhere_and_is_one_area():
    here, there = disc(180, -17, 60_000), disc(20, -17, 60_000)

    assert sorted(lon for part in here.geoms for lon in part.bounds[::2]) == pytest.approx(
        [-180, -179.4366, 179.4366, 180], abs=1e-4
    )
    assert here.area == pytest.approx(there.area, rel=1e-9)
    assert len(separate_areas(here)) == 1
    assert Region(geometry=here, name="", level="district", method="", sources=()).part_count == 1


def test_a_disc_around_a_pole_is_its_cap():
    cap = disc(0, -90, 500_000)

    assert (cap.bounds[0], cap.bounds[1], cap.bounds[2]) == (-180, -90, 180)
    assert cap.bounds[3] == pytest.approx(-85.522, abs=1e-2)
    assert len(edges(cap)) == 1


@pytest.mark.parametrize("point", [(0.0, 80.0), (33.0, -71.5), (-180.0, 89.99)])
def test_a_disc_whose_edge_runs_through_a_pole_is_drawn(point):
    radius_m = away(*point, point[0], np.copysign(90, point[1]))
    area = disc(*point, radius_m)

    assert is_drawn_right(area)
    assert area.area == pytest.approx(disc(*point, radius_m * (1 + 1e-6)).area, rel=1e-3)


def test_a_line_from_one_side_of_180_to_the_other_has_no_length():
    assert joined_line(cut_line(np.array([(180.0, 5.0), (-180.0, 5.0)]))).length == 0


@settings(max_examples=200)
@given(
    lons,
    lats,
    st.floats(3, 6.6).map(lambda power: 10**power),
    st.one_of(st.just(0.0), st.floats(0.01, 0.9)),
    bearings,
    st.floats(5, 90),
    st.floats(-1, 1),
    st.floats(0, 1.2),
)
def test_a_point_is_in_a_sector_by_its_distance_and_bearing(lon, lat, high_m, inner, bearing, off, turn, share):
    area = sector((lon, lat), bearing, off, inner * high_m, high_m)
    ahead = bearing + 2 * off * turn
    point = GEOD.fwd(lon, lat, ahead, high_m * share)[:2]

    assert is_drawn_right(area)
    beside = high_m * share * np.sin(np.radians(abs(ahead - bearing) - off)) if abs(abs(ahead - bearing) - off) < 90 else np.inf
    if min(abs(beside), abs(share - 1) * high_m, abs(share - inner) * high_m) > 4e-3 * high_m and abs(turn) * 2 * off < 180:
        assert area.covers(Point(point)) == (abs(turn) * 2 < 1 and inner < share < 1)


@settings(max_examples=100)
@given(
    lons,
    st.one_of(st.floats(-89, 89), st.sampled_from([89.9, -89.9])),
    bearings,
    st.floats(5e4, 4e6),
    st.floats(-0.2, 1.2),
    st.floats(-2, 2),
)
@example(1.0, 89.9, 0.0, 223_383.0, 0.5, 0.0)  # it goes over the pole, and its outline begins beyond 180
def test_a_point_is_in_a_corridor_by_the_way_along_and_aside(lon, lat, bearing, long_m, along, aside):
    half_m = long_m / 20
    x, y, _ = GEOD.fwd(lon, lat, bearing, long_m)
    area = corridor([(lon, lat), (x, y)], half_m)
    u, v, behind = GEOD.fwd(lon, lat, bearing, along * long_m)
    point = GEOD.fwd(u, v, behind + 180 + 90, aside * half_m)[:2]

    assert is_drawn_right(area)
    if min(abs(along), abs(along - 1)) > 0.01 and abs(abs(aside) - 1) > 0.1:
        assert area.covers(Point(point)) == (0 < along < 1 and abs(aside) < 1)


@settings(max_examples=50)
@given(lons, lats, bearings, st.floats(1e4, 3e6), st.floats(1.05, 1.6), bearings, st.floats(0, 1))
def test_a_point_is_between_two_where_the_way_over_it_is_no_longer(lon, lat, bearing, long_m, factor, ahead, share):
    one, other = (lon, lat), GEOD.fwd(lon, lat, bearing, long_m)[:2]
    middle = GEOD.fwd(lon, lat, bearing, long_m / 2)[:2]
    point = GEOD.fwd(*middle, ahead, share * factor * long_m)[:2]
    area = ellipse(one, other, factor)
    ways = (away(*one, *point) + away(*other, *point)) / long_m

    assert is_drawn_right(area)
    if abs(ways - factor) > 0.01:
        assert area.covers(Point(point)) == (ways < factor)


def test_a_ring_over_180_and_a_pole_holds_what_lies_between():
    area = ring(175, 88, 100_000, 600_000)

    assert area.covers(Point(-10, 89))
    assert area.covers(Point(-175, 86.5))
    assert not area.covers(Point(175, 88))
    assert not area.covers(Point(-175, 80))


#: A district over 180 degrees, whole and cut.
WHOLE = Polygon([(178, 60), (183, 60), (184, 64), (179, 65)])
CUT = cut(WHOLE)


def test_an_area_over_180_is_cut_there_and_joined_again():
    assert CUT.geom_type == "MultiPolygon"
    assert {end for part in CUT.geoms for end in part.bounds[::2]} >= {-180, 180}
    assert unrolled(CUT).symmetric_difference(WHOLE).area < 1e-9
    assert separate_areas(CUT) == (CUT,)
    assert cut(box(10, 10, 20, 20)).equals(box(10, 10, 20, 20))


def test_areas_that_touch_180_in_other_latitudes_are_separate():
    apart = MultiPolygon([box(170, 0, 180, 1), box(-180, 2, -170, 3)])

    assert len(separate_areas(apart)) == 2
    assert len(separate_areas(MultiPolygon([box(170, 0, 180, 1), box(-180, 1, -170, 2)]))) == 2  # they share a point
    assert len(separate_areas(MultiPolygon([box(170, 0, 180, 1), box(170, 2, 180, 3), box(-180, 0, -170, 3)]))) == 1


def test_the_centroid_of_an_area_over_180_lies_in_it():
    assert CUT.covers(centroid(CUT))
    assert centroid(CUT).coords[0] == pytest.approx(((WHOLE.centroid.x + 180) % 360 - 180, WHOLE.centroid.y))
    assert not CUT.covers(CUT.centroid)


@pytest.mark.parametrize("bearing", [0, 90, 135, 270])
def test_a_side_of_an_area_over_180_is_that_of_the_same_area_elsewhere(bearing):
    there = shapely.transform(WHOLE, lambda xy: xy - (100, 0))
    found, expected = part_towards(CUT, bearing, 0.6), part_towards(there, bearing, 0.6)

    assert is_drawn_right(found)
    assert shapely.transform(unrolled(found), lambda xy: (xy + 360) % 360 - (100, 0)).symmetric_difference(expected).area < 1e-2


def test_the_middle_of_an_area_over_180_is_that_of_the_same_area_elsewhere():
    there = shapely.transform(WHOLE, lambda xy: xy - (100, 0))
    found, expected = middle_part(CUT, 0.6), middle_part(there, 0.6)

    assert shapely.transform(unrolled(found), lambda xy: xy - (100, 0)).symmetric_difference(expected).area < 1e-3


def test_an_area_around_the_earth_has_no_side():
    assert part_towards(disc(0, 90, 1e6), 90, 0.6) is None


def test_where_an_area_is_cut_it_has_no_edge():
    lines = [LineString(part) for part in edges(CUT)]

    assert len(lines) == 2  # one on each side
    assert sum(part.length for part in lines) == pytest.approx(WHOLE.exterior.length)
    assert sum(LineString(part).length for part in edges(box(170, 0, 180, 1))) == 22  # where nothing lies beyond, it ends there


@pytest.mark.parametrize(
    ("one", "other", "apart_deg"),
    [(Point(179.5, 0), Point(-179.75, 0), 0.75), (CUT, Point(-175, 63), WHOLE.distance(Point(185, 63)))],
)
def test_the_distance_in_degrees_is_the_shorter_way_around(one, other, apart_deg):
    assert are_within(one, other, apart_deg + 1e-9)
    assert are_within(other, one, apart_deg + 1e-9)
    assert not are_within(one, other, apart_deg - 1e-9)
