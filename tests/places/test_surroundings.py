"""Parts of a place, what borders on it, and where several areas meet."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box
from two_lands import AREAS, BORDER, GAZETTEER, WORLD

from geomap.errors import DataError
from geomap.geometry import GEOD, area_of, disc, middle_part, part_towards
from geomap.model import Statement
from geomap.places import adjusted, locate_statements, readings
from geomap.places.phrases import parse
from geomap.places.words import locate_words
from geomap.vocabulary import BEARINGS

BORDERS = {"eastern border": "WW-EE", "border": "WW-EE", "eastland border": "WW-EE", "westland border": "WW-EE"}
IN_NORTH = ("North",)


def said(text):
    phrase = parse(text, GAZETTEER, BORDERS)
    return phrase.within, [(s.relation, s.of, s.bearing) for s in phrase.statements]


@pytest.mark.parametrize(
    "words",
    [
        *("in the south of Eastland", "the south of Eastland", "southern Eastland", "in southern Eastland", "south Eastland"),
        *(
            "in Eastland's south",
            "in the southern part of Eastland",
            "in the far south of Eastland",
            "southern parts of Eastland",
        ),
        *("in Eastland's restive mountainous south", "in the southern half of Eastland", "across the south of Eastland"),
        *("in the long-troubled south of Eastland", "in the desert south of Eastland", "in far southern Eastland"),
    ],
)
def test_a_part_of_a_place_lies_in_it_and_on_its_side(words):
    assert said(words) == (("Eastland",), [("part", "Eastland", "S")])


@pytest.mark.parametrize("words", ["central Eastland", "in the centre of Eastland", "in Eastland's interior"])
def test_the_middle_of_a_place_has_no_side(words):
    assert said(words) == (("Eastland",), [("part", "Eastland", None)])


@pytest.mark.parametrize(
    ("words", "within", "statements"),
    [
        ("south of Eastland's Millford", (), [("direction", "Millford", "S")]),
        ("to the south of Millford", (), [("direction", "Millford", "S")]),
        ("north of the southern town of Millford", (), [("direction", "Millford", "N")]),
        ("in the southern town of Millford", ("Millford",), []),
        ("in Eastland's southern Millford district", ("Millford district",), []),
        ("in the northern North province", ("North",), []),
        ("in the southern North province", ("North",), [("part", "North", "S")]),
        ("on the northern outskirts of Millford", (), [("outskirts", "Millford", None), ("direction", "Millford", "N")]),
        ("across most of Eastland", ("Eastland",), []),
    ],
)
def test_a_compass_word_is_no_part_where_it_says_something_else(words, within, statements):
    assert said(words) == (within, statements)


def test_a_name_that_begins_with_a_compass_word_is_not_taken_for_a_part_of_another():
    # South Waziristan is a district of its own, and no part of a place called Waziristan.
    with pytest.raises(DataError, match="south north"):
        said("in South North")


@pytest.mark.parametrize(
    ("words", "within", "statements"),
    [
        ("in North, which borders Westland", IN_NORTH, [("borders", "Westland", None)]),
        ("in North, bordered by South and Westland", IN_NORTH, [("borders", "South", None), ("borders", "Westland", None)]),
        ("in North, which shares a 500-km border with South", IN_NORTH, [("borders", "South", None)]),
        (
            "in North, squeezed between South and Westland",
            IN_NORTH,
            [("borders", "South", None), ("borders", "Westland", None)],
        ),
        ("in North, the only province bordering South", IN_NORTH, [("borders", "South", None)]),
        ("in a village bordering South", (), [("along", "South", None), ("outside", "South", None)]),
        ("a village in North bordering South", IN_NORTH, [("along", "South", None), ("outside", "South", None)]),
        ("outside South", (), [("near", "South", None), ("outside", "South", None)]),
        ("10 km outside Westland", (), [("distance", "WW-EE", None), ("outside", "Westland", None)]),
        ("on the border between North and South", (), [("along", "North", None), ("along", "South", None)]),
        ("in a district bordering South", (), [("near", "South", None)]),
        (
            "where North, South and Westland meet",
            (),
            [("along", "North", None), ("along", "South", None), ("along", "Westland", None)],
        ),
        ("at the tri-border of North, South and Westland", (), [("along", n, None) for n in ("North", "South", "Westland")]),
        ("where North meets South", (), [("along", "North", None), ("along", "South", None)]),
        ("at the North-South provincial boundary", (), [("along", "North", None), ("along", "South", None)]),
        ("on both sides of the border", (), [("along", "WW-EE", None)]),
        ("at the Millford border crossing", (), [("along", "WW-EE", None), ("near", "Millford", None)]),
    ],
)
def test_what_a_place_borders_on_is_understood(words, within, statements):
    assert said(words) == (within, statements)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "in North, which has no border with South",
            "in the district that formerly bordered South",
            "in North, far from South",
        ),
        *("in Millford, separated from South in 2021", "in North, which does not border South", "in former North"),
    ],
)
def test_what_is_denied_or_past_is_not_taken_for_so(words):
    with pytest.raises(DataError):
        said(words)


@pytest.mark.parametrize(
    ("bearing", "holds"), [("S", (15, 42)), ("N", (15, 48)), ("W", (11, 45)), ("E", (19, 45)), ("NE", (19, 49))]
)
def test_a_part_is_the_stated_share_of_the_area_on_its_side(bearing, holds):
    (reading,) = readings(Statement(relation="part", of="Eastland", bearing=bearing), WORLD)
    whole = AREAS["EE"]

    size = abs(GEOD.geometry_area_perimeter(reading.area)[0]) / abs(
        GEOD.geometry_area_perimeter(shapely.segmentize(whole, 0.1))[0]
    )
    assert size == pytest.approx(0.6, abs=0.01)
    assert reading.area.covers(Point(holds))
    assert not reading.area.covers(Point(2 * 15 - holds[0], 2 * 45 - holds[1]))
    assert "60% of its area" in reading.words


def degrees(least, most):
    """To about a metre: GEOS cuts wrongly beside numbers such as 1e-313, where no area begins."""
    return st.floats(least, most).map(lambda value: round(value, 5))


@settings(max_examples=60, deadline=None)
@given(
    degrees(-170, 150), degrees(-60, 60), degrees(1, 20), degrees(1, 15), st.sampled_from(sorted(BEARINGS)), degrees(0.1, 0.9)
)
def test_opposite_parts_fill_a_place_and_a_larger_share_holds_the_smaller(west, south, wide, high, bearing, share):
    area = box(west, south, west + wide, south + high).union(box(west, south, west + wide / 2, south + 1.3 * high))
    towards, away = (part_towards(area, BEARINGS[bearing] + turn, part) for turn, part in ((0, share), (180, 1 - share)))

    assert towards.intersection(away).area < 1e-4 * area.area
    assert shapely.union(towards, away).area == pytest.approx(area.area, rel=1e-4)
    more = part_towards(area, BEARINGS[bearing], min(1.0, share + 0.1))
    assert towards.difference(more).area < 1e-4 * area.area


def test_the_middle_of_a_place_lies_around_its_centroid():
    part = middle_part(AREAS["EE"], 0.6)

    assert part.area == pytest.approx(0.6 * AREAS["EE"].area, rel=1e-3)
    assert part.covers(AREAS["EE"].centroid)
    assert not any(part.covers(Point(corner)) for corner in shapely.get_coordinates(AREAS["EE"]))


def test_the_part_of_a_town_is_a_part_of_its_disc():
    found = locate_statements(("Millford",), [Statement(relation="part", of="Millford", bearing="N")], WORLD)

    assert found.located
    assert area_of(found).within(disc(10.5, 47, 4001))
    assert area_of(found).centroid.y > 47


def test_where_three_areas_meet_is_around_the_one_point():
    (ways,) = (locate_statements((), [Statement(relation="along", of=name) for name in ("North", "South", "WW-EE")], WORLD),)
    assert ways.located
    xy = shapely.get_coordinates(ways.geometry)
    away = GEOD.inv(np.full(len(xy), 10.0), np.full(len(xy), 45.0), xy[:, 0], xy[:, 1])[2]
    assert ways.geometry.covers(Point(10, 45))
    assert 14_000 < away.max() < 23_000  # within 15 km of three lines that meet at right angles


@pytest.mark.parametrize(
    "words", ["10 km from southern Eastland", "near eastern Eastland", "between northern Eastland and Millford"]
)
def test_nothing_is_measured_from_a_part_of_a_place(words):
    with pytest.raises(DataError, match="from a part of a place nothing can be measured"):
        said(words)


def test_a_town_that_bears_the_name_of_its_district_has_no_parts_until_it_is_said_which_is_meant():
    with pytest.raises(DataError, match="'millford' is Millford, a town, and Millford district, a district"):
        said("southern Millford")
    assert said("southern Millford district") == (("Millford district",), [("part", "Millford district", "S")])


def test_a_district_is_met_at_its_edge_and_not_at_its_seat():
    (near,) = readings(Statement(relation="near", of="Millford district"), WORLD)

    assert not near.area.covers(Point(10.5, 47))
    assert near.area.covers(Point(10.5, 47.54))
    assert readings(Statement(relation="distance", of="Millford district", distance_m=10e3), WORLD) == ()


def test_outside_a_place_is_not_in_it():
    found = locate_words("outside Iran")["readings"][0]
    assert "not in Iran" in found["found"]
    assert all(area["distance_km"][1] <= 51 for area in found["areas"])


@pytest.mark.parametrize(
    ("words", "least_km", "greatest_km"),
    [
        ("more than 100 km north of Quetta", 75, 1001),
        ("100 km to 200 km south of Quetta", 75, 225),
        ("up to 200 km south of Quetta", 0, 225),
    ],
)
def test_bounds_of_a_distance_reach_beyond_what_a_side_alone_does(words, least_km, greatest_km):
    (area,) = locate_words(words)["readings"][0]["areas"]
    xy = shapely.get_coordinates(shapely.geometry.shape(area["geometry"]))
    km = GEOD.inv(np.full(len(xy), 67.00141), np.full(len(xy), 30.18414), xy[:, 0], xy[:, 1])[2] / 1000
    assert km.min() == pytest.approx(least_km, abs=1)
    assert km.max() == pytest.approx(greatest_km, abs=1) if greatest_km < 1000 else km.max() > 300


def test_a_distance_by_road_stays_one_beside_a_compass_word():
    (reading,) = readings(Statement(relation="direction", of="Millford", distance_m=40e3, bearing="W", by_road=True), WORLD)
    assert (reading.how, reading.words.split(" west")[0]) == ("by road", "16.66 to 40.91 km")


def test_a_border_town_far_from_the_border_is_refused():
    with pytest.raises(DataError, match="Karachi lies 416 km from IRN-PAK, and is said to be at the border"):
        locate_words("the border city of Karachi")


@pytest.mark.parametrize("words", ["Diyala, which borders Iran", "Kandahar province, which borders Pakistan"])
def test_a_neighbour_is_held_against_its_own_edge_and_not_against_the_border_in_question(words):
    assert locate_words(words)["readings"][0]["areas"]


def test_near_an_area_is_near_its_edge():
    (near,) = readings(Statement(relation="near", of="South"), WORLD)
    (along,) = readings(Statement(relation="along", of="South"), WORLD)

    assert near.area.contains(along.area)
    assert near.area.covers(Point(15, 45.4))
    assert not near.area.covers(Point(15, 46))
    assert BORDER.relations  # the border itself is another line


def test_the_outskirts_of_a_district_are_not_those_of_a_town():
    assert readings(Statement(relation="outskirts", of="Millford district"), WORLD) == ()


@pytest.mark.parametrize(
    ("words", "km"),
    [("in Panjgur district, which borders Iran", None), ("in Kech district, bordered by Iran and Panjgur district", None)],
)
def test_a_neighbour_that_the_map_has_too_is_believed(words, km):
    (reading,) = locate_words(words)["readings"]
    assert "area" in reading["found"] or "around the point" in reading["found"]


def test_a_neighbour_that_the_map_does_not_have_is_refused():
    with pytest.raises(DataError, match="Panjgur district lies nowhere within 15 km of India, which it is said to border on"):
        locate_words("in Panjgur district, bordering India")


def test_the_point_where_iran_pakistan_and_afghanistan_meet_is_found():
    (reading,) = locate_words("where Iran, Pakistan and Afghanistan meet")["readings"]
    (area,) = reading["areas"]

    assert GEOD.inv(area["lon"], area["lat"], 60.87, 29.86)[2] < 20_000
    assert area["km2"] < 2_000


def test_a_strip_that_is_narrower_than_areas_are_drawn_is_drawn_finer():
    narrow, wide = (
        locate_words("a village bordering Iran", tolerances=adjusted([f"along_km={km}"]))["readings"][0]["areas"][0]["km2"]
        for km in (0.3, 3)
    )
    assert 0 < narrow < wide / 5
