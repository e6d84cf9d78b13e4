"""A name in its context becomes a region, or stays unlocated with its reason."""

import datetime as dt
from dataclasses import replace

import pytest
import shapely
from shapely.geometry import LineString
from two_lands import AREAS, BORDER, WIDE, WORLD

from geomap.gazetteer.place import Place
from geomap.gazetteer.spelling import folded
from geomap.geometry.ellipsoid import GEOD
from geomap.geometry.regions import area_of
from geomap.model import Cited, Claim, Days, Region, Statement, Unlocated
from geomap.places.locating import locate, locate_claim, locate_statements, other_readings
from geomap.places.statements import SpatialContext, readings


def claim(place=None, *statements):
    said = lambda value: Cited(value=value, derivation="read by a person")  # noqa: E731
    return Claim(
        id="a/1",
        article="a",
        sub_event_type=said("Attack"),
        days=said(Days(first=dt.date(2024, 1, 1), last=dt.date(2024, 1, 1))),
        place=said(place) if place else None,
        statements=tuple(map(said, statements)),
    )


def find(*path):
    return locate(path, WORLD)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sham' Sar", "Sham‘ Sar"), ("Rāsk", "Rask"), ("Sistan-Baluchestan", "sistan  baluchestan"), ("Erbil", "ERBIL")],
)
def test_spellings_that_differ_in_marks_only_are_one(one, other):
    assert folded(one) == folded(other)


def test_a_settlement_is_a_disc_around_its_point_with_its_containers_named():
    region = find("Millford")

    assert (region.radius_m, region.point) == (4000, (10.5, 47))
    assert (region.district, region.province, region.country) == ("Millford district", "North", "EE")


def test_a_district_is_its_disc_clipped_to_its_province():
    region = find("Millford district")

    assert region.radius_m is None
    assert region.geometry.bounds[0] >= 10
    assert region.point == (10.5, 47)


def test_a_province_is_its_area_and_has_no_point():
    region = find("North")

    assert region.geometry.equals(AREAS["EE-N"])
    assert region.point is None


def test_a_place_along_the_border_is_the_strip_of_its_district_without_a_point():
    region = find("Raven's Post")

    assert (region.name, region.point, region.country) == ("Rāven", None, "EE")
    x = shapely.get_coordinates(region.geometry)[:, 0]
    assert x.min() >= 10
    assert GEOD.inv(x.max(), 47, 10, 47)[2] <= 16_000


def test_a_place_without_a_printed_point_is_no_finer_than_what_the_article_says_holds_it():
    assert find("Hidden").geometry.equals(find("Millford district").geometry)
    assert find("Hidden", "Eastland").geometry.equals(AREAS["EE"])
    assert find("Hidden").name == "Hidden"
    assert find("Hidden").point is None
    assert "no source prints a point for Hidden" in find("Hidden").method


def test_a_place_that_is_only_the_one_known_says_so_and_has_no_pin(story):
    context = SpatialContext(gazetteer=story.inputs.gazetteer, border=story.inputs.border)
    region, sure = (locate(("Zehak", holder), context) for holder in ("Iran", "Sistan and Baluchestan"))

    assert (region.point, bool(sure.point), sure.doubt) == (None, True, None)
    assert region.geometry == sure.geometry
    assert "Zehak is the only one known here" in region.method
    assert region.no_point_reason == region.doubt


def test_statements_about_a_place_that_is_only_the_one_known_say_so():
    doubted = replace(WIDE.gazetteer.places["Millford"], doubt="another may be meant")
    gazetteer = replace(WIDE.gazetteer, places={**WIDE.gazetteer.places, "Millford": doubted})
    context = SpatialContext(gazetteer=gazetteer, border=BORDER)
    for statement in (
        Statement(relation="near", of="Millford"),
        Statement(relation="distance", of="Millford", distance_m=12_000.0),
        Statement(relation="between", of="Farwick", to="Millford"),
    ):
        words, sure = ([way.words for way in readings(statement, known)] for known in (context, WIDE))
        assert words == [f"{said}; another may be meant" for said in sure]
        assert sure


def test_a_place_along_the_border_of_a_province_is_known_to_the_province():
    ridge = Place(name="Ridge", level="site", country="EE", within="North", along="WW-EE")
    places = {**WORLD.gazetteer.places, "Ridge": ridge}
    region = locate(("Ridge",), SpatialContext(gazetteer=replace(WORLD.gazetteer, places=places), border=BORDER))

    assert (region.level, find("Raven's Post").level) == ("province", "district")


def test_an_unknown_name_stays_unlocated():
    assert find("Atlantis") == Unlocated(reason="Atlantis is not in the gazetteer")


def test_a_place_is_not_looked_for_outside_its_context():
    found = find("Millford", "South")

    assert isinstance(found, Unlocated)
    assert "not in South" in found.reason
    assert "Millford" in found.refused[0]


def test_a_place_that_is_no_area_and_no_point_says_why():
    assert find("Sea of Mist").reason == "a sea area; no source prints its limits"


def test_a_statement_near_the_border_narrows_a_district():
    region = locate_claim(claim(("Millford district",), Statement(relation="near", of="WW-EE")), WORLD)
    wide = find("Millford district")

    assert area_of(region).area < area_of(wide).area
    assert region.level == "district"


@pytest.mark.parametrize(
    ("statements", "level"),
    [
        ((), "country"),
        ((Statement(relation="beyond", of="WW-EE", distance_m=3000.0),), "country"),
        ((Statement(relation="beyond", of="Millford", distance_m=3000.0),), "country"),
        ((Statement(relation="near", of="WW-EE"),), "province"),
        ((Statement(relation="near", of="Millford"),), "province"),
        ((Statement(relation="distance", of="Millford", distance_m=12_000.0),), "province"),
        ((Statement(relation="distance", of="WW-EE", distance_m=30_000.0),), "province"),
        (
            (
                Statement(relation="distance", of="WW-EE", distance_m=30_000.0),
                Statement(relation="distance", of="Millford", distance_m=12_000.0),
            ),
            "district",
        ),
    ],
)
def test_what_a_statement_leaves_of_a_country_is_no_country_unless_it_is_most_of_it(statements, level):
    assert locate_statements(("Eastland",), statements, WORLD).level == level


def test_two_distances_meet_in_the_parts_where_both_hold():
    statements = [
        Statement(relation="distance", of="WW-EE", distance_m=45_000, about=True),
        Statement(relation="distance", of="Millford", distance_m=90_000),
    ]
    region = locate_claim(claim(("Hidden", "Eastland"), *statements), WORLD)

    assert len(shapely.get_parts(region.geometry)) == 2
    for part in shapely.get_parts(region.geometry):
        x, y = part.representative_point().coords[0]
        assert 40_000 <= BORDER.measure(x, y).distance_m <= 50_000
        assert 85_000 <= GEOD.inv(x, y, 10.5, 47)[2] <= 95_000


def test_the_order_of_statements_does_not_matter():
    statements = [
        Statement(relation="distance", of="WW-EE", distance_m=45_000, about=True),
        Statement(relation="distance", of="Millford", distance_m=90_000),
        Statement(relation="near", of="WW-EE"),
    ]
    one = locate_claim(claim(("Hidden", "Eastland"), *statements), WORLD)
    other = locate_claim(claim(("Hidden", "Eastland"), *statements[::-1]), WORLD)

    assert one.geometry.symmetric_difference(other.geometry).area < 1e-12


def test_a_place_and_words_that_cannot_hold_together_leave_the_area_around_it_that_can():
    far = Statement(relation="distance", of="WW-EE", distance_m=300_000)
    region = locate_claim(claim(("Millford",), far), WORLD)

    # Its district ends 100 km from the border, its province does not.
    assert (region.name, region.level, region.point) == ("North", "province", None)
    assert region.geometry.equals(AREAS["EE-N"])
    assert "these cannot hold together: Millford; 300 ± 25 km in a straight line from the border" in region.method


@pytest.mark.parametrize("path", [("Millford",), ("Millford", "Eastland")])
def test_what_lies_outside_a_town_is_near_it_and_not_in_it(path):
    region = locate_claim(claim(path, Statement(relation="outside", of="Millford")), WORLD)
    near = locate_statements((), [Statement(relation="near", of="Millford")], WORLD)

    assert (region.name, region.level, region.point) == ("Millford", "district", None)
    assert not area_of(region).intersects(area_of(find("Millford")).buffer(-1e-6))
    assert area_of(near).buffer(1e-6).contains(area_of(region))


def test_what_lies_so_far_from_the_town_that_it_is_named_by_is_so_far_from_it():
    far = Statement(relation="distance", of="Millford", distance_m=20_000)
    region = locate_claim(claim(("Millford",), far), WORLD)

    for x, y in shapely.get_coordinates(area_of(region)):
        assert 14_000 <= GEOD.inv(x, y, 10.5, 47)[2] <= 26_000


EAST = Statement(relation="direction", of="Millford", distance_m=20_000, bearing="E")


@pytest.mark.parametrize("path", [("Millford",), ("Millford", "North"), ("Millford", "Eastland")])
def test_what_lies_so_far_and_which_way_of_the_town_that_it_is_named_by_is_there(path):
    region = locate_claim(claim(path, EAST), WORLD)

    assert (region.name, region.level, region.point) == ("Millford", "district", None)
    assert "cannot hold together" not in region.method
    for x, y in shapely.get_coordinates(area_of(region)):
        assert x > 10.5
        assert 14_900 <= GEOD.inv(x, y, 10.5, 47)[2] <= 25_100


def test_what_holds_the_town_that_a_distance_counts_from_need_not_reach_so_far():
    north = Statement(relation="direction", of="Millford", distance_m=100_000, bearing="N")
    region = locate_claim(claim(("Millford", "Millford district"), north), WORLD)

    assert not area_of(region).intersects(area_of(find("Millford district")))
    assert area_of(region).within(area_of(find("North")).buffer(1e-6))
    assert "cannot hold together" not in region.method


def test_a_town_and_a_distance_from_another_that_it_does_not_have_contradict_each_other():
    far = replace(EAST, of="Farwick")

    assert "cannot hold together: Millford" in locate_claim(claim(("Millford",), far), WIDE).method


def test_the_area_left_is_the_first_that_the_account_names():
    far = Statement(relation="distance", of="WW-EE", distance_m=300_000)

    assert locate_claim(claim(("Millford", "Eastland"), far), WORLD).name == "Eastland"


def test_of_words_that_contradict_each_other_alone_the_place_is_kept_whole_and_without_a_point():
    both = [Statement(relation="distance", of="WW-EE", distance_m=m) for m in (10_000, 60_000)]
    region = locate_claim(claim(("Millford district",), *both), WORLD)

    assert (region.name, region.point) == ("Millford district", None)
    assert region.geometry.equals(find("Millford district").geometry)
    assert "these cannot hold together: 10 ± 5 km" in region.method


def test_words_that_hold_in_no_area_around_a_place_leave_it_unlocated():
    never = Statement(relation="distance", of="WW-EE", distance_m=2_000_000)
    found = locate_claim(claim(("Millford",), never), WORLD)

    assert isinstance(found, Unlocated)
    assert found.refused == ("Millford",)


def test_words_alone_that_cannot_hold_together_leave_nothing():
    both = [Statement(relation="distance", of="WW-EE", distance_m=m) for m in (10_000, 60_000)]

    assert isinstance(locate_claim(claim(None, *both), WORLD), Unlocated)
    assert isinstance(locate_statements(("Millford",), both, WORLD), Unlocated)


def test_a_reading_by_road_is_shown_only_where_it_holds():
    said = (
        Statement(relation="distance", of="Hidden", distance_m=1),
        Statement(relation="distance", of="Millford", distance_m=9e5),
    )
    (by_road,) = other_readings(claim(("Millford district",), *said), WORLD).values()

    assert isinstance(by_road, Unlocated)


def test_without_a_place_the_statement_alone_is_the_region():
    region = locate_claim(claim(None, Statement(relation="near", of="WW-EE")), WORLD)

    assert isinstance(region, Region)
    assert region.geometry.contains(LineString([(10, 42), (10, 48)]))


def test_border_town_and_length_narrow_nothing():
    statements = [Statement(relation="border town", of="WW-EE"), Statement(relation="length", of="WW-EE", distance_m=9e5)]

    assert locate_claim(claim(("Millford",), *statements), WORLD) == find("Millford")
