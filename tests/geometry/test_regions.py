"""Areas on the ellipsoid, and the best reading of several accounts."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from geomap.geometry.ellipsoid import GEOD
from geomap.geometry.regions import area_of, each_shape, fineness, narrow, same, share_nothing
from geomap.geometry.shapes import disc, distances, polygons, ring
from geomap.model import Region, Unlocated, once_per_shape
from geomap.places.best import best_region

lons = st.floats(-150, 150)
lats = st.floats(-70, 70)
radii = st.floats(100, 300_000)


def at(name, lon, lat, radius_m, level="settlement", country="PK"):
    return Region(
        geometry=Point(lon, lat),
        radius_m=radius_m,
        point=(lon, lat),
        name=name,
        level=level,
        method=name,
        sources=(),
        country=country,
    )


def area(name, geometry, level="province"):
    return Region(geometry=geometry, name=name, level=level, method=name, sources=())


@given(lons, lats, radii, st.floats(0, 360), st.floats(0, 0.999))
def test_a_point_nearer_than_the_radius_is_in_the_disc(lon, lat, radius_m, bearing, share):
    x, y, _ = GEOD.fwd(lon, lat, bearing, radius_m * share)

    assert disc(lon, lat, radius_m).covers(Point(x, y))


@given(lons, lats, radii, st.floats(0, 360), st.floats(1.001, 1.5))
def test_a_point_farther_than_the_radius_is_not_in_the_disc(lon, lat, radius_m, bearing, share):
    x, y, _ = GEOD.fwd(lon, lat, bearing, radius_m * share)

    assert not disc(lon, lat, radius_m).covers(Point(x, y))


@given(lons, lats, st.floats(1_000, 100_000), st.floats(0, 360), st.floats(0, 2.5))
def test_a_ring_holds_the_points_between_its_radii(lon, lat, radius_m, bearing, share):
    x, y, _ = GEOD.fwd(lon, lat, bearing, radius_m * share)
    inside = ring(lon, lat, radius_m, 2 * radius_m).covers(Point(x, y))

    if 1.001 < share < 1.999:
        assert inside
    elif share < 0.999 or share > 2.001:
        assert not inside


def test_a_disc_that_lies_wholly_in_an_area_stays_a_disc():
    narrowed = narrow(at("town", 64, 27, 5000), box(60, 25, 70, 30), "in its province")

    assert narrowed.radius_m == 5000
    assert "in its province" in narrowed.method


def test_a_disc_that_is_cut_keeps_its_point_only_where_the_point_is_left():
    town = at("town", 64, 27, 5000)

    assert narrow(town, box(63.99, 25, 70, 30), "east").point == (64, 27)
    assert narrow(town, box(64.01, 25, 70, 30), "east").point is None
    assert narrow(town, box(65, 25, 70, 30), "east") is None


def test_the_best_reading_is_the_finest_account_within_the_others():
    region, reason = best_region(
        {"a/1": area("province", box(60, 25, 64.02, 30)), "b/1": at("town", 64, 27, 5000), "c/1": Unlocated(reason="no place")}
    )

    assert region.name == "town"
    assert region.level == "settlement"
    assert area_of(region).bounds[2] <= 64.02
    assert "the finest account is b/1; a/1 agrees with it" in reason


def test_an_account_that_leaves_nothing_is_named_and_not_followed():
    region, reason = best_region({"a/1": at("far", 68, 30, 9000), "b/1": at("town", 64, 27, 5000)})

    assert region.name == "town"
    assert "outside it: a/1" in reason


def test_an_account_judged_the_weaker_is_not_followed_though_finer():
    accounts = {"a/1": at("village", 64, 27, 1000, "site"), "b/1": at("district", 64, 27, 80_000, "district")}

    region, reason = best_region(accounts, contradicted={"a/1"})

    assert region.name == "district"
    assert "judged the weaker: a/1" in reason


def test_a_region_is_named_after_the_account_that_makes_it_so_fine():
    district, strip = area("district", box(60, 25, 64, 30), "district"), area("strip", box(63.8, 25, 64, 30), "district")

    region, _ = best_region({"own/1": district, "out/1": strip}, outside={"out/1"})

    assert region.name == "strip"


def test_regions_that_only_look_alike_in_size_are_not_the_same():
    assert same(area("a", box(0, 0, 1, 1)), area("b", box(0, 0, 1, 1.0001)))
    assert not same(area("a", box(0, 0, 1, 1)), area("b", box(1, 0, 2, 1)))


def test_an_area_around_a_point_is_at_no_distance_from_it():
    low, high = distances(box(63, 26, 65, 28), 64, 27)

    assert low == 0
    assert high == pytest.approx(GEOD.inv(64, 27, 63, 26)[2], abs=100)
    assert distances(box(63, 26, 65, 28), 62, 27)[0] == pytest.approx(GEOD.inv(62, 27, 63, 27)[2], abs=200)


def test_an_outside_publication_gives_way_to_an_article_of_the_same_level():
    accounts = {"out/1": at("village", 66, 27, 1000), "own/1": at("town", 64.01, 27, 9000)}

    region, reason = best_region(accounts, outside={"out/1"})

    assert region.name == "town"
    assert "own/1" in reason.split(";")[0]
    assert "outside it: out/1" in reason


def test_an_outside_publication_may_say_where_in_an_articles_place_it_was():
    accounts = {"out/1": at("village", 64, 27, 1000), "own/1": at("town", 64.01, 27, 9000)}

    region, reason = best_region(accounts, outside={"out/1"})

    assert (region.name, region.point) == ("village", (64, 27))
    assert "own/1" in reason.split(";")[0]


def test_without_any_region_the_reasons_are_kept():
    region, _ = best_region({"a/1": Unlocated(reason="a sea area"), "b/1": Unlocated(reason="no place named")})

    assert isinstance(region, Unlocated)
    assert region.reason == "a sea area; no place named"


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_in_which_accounts_are_given_does_not_matter(order):
    regions = {
        "a": at("town", 64, 27, 5000),
        "b": area("east", box(63.99, 25, 70, 30)),
        "c": area("south", box(60, 25, 70, 27.01)),
        "d": at("far", 68, 30, 9000),
    }

    region, reason = best_region({key: regions[key] for key in order})
    expected, expected_reason = best_region(regions)

    assert shapely.equals(region.geometry, expected.geometry)
    assert reason == expected_reason


def test_fineness_puts_the_level_before_the_extent():
    wide_site, small_province = at("wide", 64, 27, 50_000, "site"), at("small", 64, 27, 1000, "province")

    assert fineness(wide_site) < fineness(small_province)


def test_an_intersection_that_leaves_only_a_line_is_nothing():
    assert narrow(area("left", box(0, 0, 1, 1)), box(1, 0, 2, 1), "right") is None


def test_the_polygon_of_a_disc_has_nearly_the_area_of_the_circle():
    measured = abs(GEOD.geometry_area_perimeter(disc(64, 27, 50_000))[0])

    assert measured == pytest.approx(np.pi * 50_000**2, rel=5e-4)


@pytest.mark.parametrize("begin", range(4))
def test_an_area_is_the_same_whichever_vertex_and_part_comes_first(begin):
    corners = [(0, 0), (2, 0), (2, 2), (0, 2)]
    square = Polygon(corners[begin:] + corners[:begin])
    other = Polygon([(5, 5), (6, 5), (6, 6)])
    parts = [square, other] if begin % 2 else [other, square]

    assert polygons(MultiPolygon(parts)).wkb == polygons(MultiPolygon([Polygon(corners), other])).wkb


def test_what_areas_share_is_of_these_areas_though_many_came_before_them():
    for number in range(200):  # each pair is gone before the next is made, and leaves its place in memory to it
        size = 1 + number % 7
        left = narrow(area("one", box(0, 0, 10, 10)), box(-1, -1, size, size), "cut")

        assert left.geometry.area == pytest.approx(size**2)
        assert same(area("one", box(0, 0, size, size)), left)
        assert fineness(left)[1] == pytest.approx(size**2, rel=0.01)


def test_rows_that_share_a_shape_share_its_answer_and_none_has_none():
    shared, asked = box(0, 0, 1, 1), []

    def answer(shape):
        asked.append(shape)
        return shape.area

    assert each_shape(answer, [shared, None, box(0, 0, 2, 2), shared]) == [1, None, 4, 1]
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("other", "nothing"),
    [
        (box(1, 1, 3, 3), False),  # a corner of each lies in the other
        (box(0.5, 0.5, 1, 1), False),  # one holds the other
        (box(0.5, -1, 1, 3), False),  # they cross, and no corner of one lies in the other
        (box(0, 0, 2, 2), False),  # the same again
        (box(2, 0, 4, 2), True),  # they have an edge in common
        (box(2, 2, 4, 4), True),  # they have a corner in common
        (box(5, 5, 6, 6), True),
    ],
)
def test_regions_share_nothing_where_no_area_is_in_both(other, nothing):
    one = area("one", box(0, 0, 2, 2))

    assert share_nothing(one, area("other", other)) is nothing
    assert share_nothing(area("other", other), one) is nothing


def test_what_is_asked_of_one_shape_is_found_once_and_of_an_equal_one_anew():
    asked = []
    answer = once_per_shape(lambda shape, more: asked.append(shape) or (shape.area, more))
    one, equal = box(0, 0, 1, 1), box(0, 0, 1, 1)

    assert [answer(one, 1), answer(one, 1), answer(equal, 1), answer(one, 2)] == [(1, 1), (1, 1), (1, 1), (1, 2)]
    assert len(asked) == 3
    assert asked[0] is asked[2] is one
    assert asked[1] is equal
