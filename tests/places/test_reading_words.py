"""The words and the interval of every reading: what is printed with each answer."""

from dataclasses import replace
from math import inf

import pytest
from shapely import MultiPolygon
from shapely.geometry import box
from two_lands import GAZETTEER, WIDE, WORLD

from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Place
from geomap.model import Cited, Claim, Days, Incident, Statement
from geomap.places.locating import locate, locate_statements, parts_of
from geomap.places.statements import SpatialContext, readings

BORDER_45 = {"of": "WW-EE", "distance_m": 45_000.0}
MILL = {"of": "Millford"}
BY_ROAD = "a road is 1.1 to 2.1 times as long"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (dict(relation="distance", about=True, **BORDER_45), ["45 ± 5 km in a straight line from the border"]),
        (dict(relation="beyond", **BORDER_45), ["at least 45 ± 2.5 km in a straight line from the border"]),
        (
            dict(relation="distance", distance_m=90_000.0, **MILL),
            [
                "90 ± 5 km in a straight line from Millford",
                f"90 ± 5 km by road from Millford, so 40 to 87 km in a straight line ({BY_ROAD})",
            ],
        ),
        (
            dict(relation="beyond", distance_m=90_000.0, **MILL),
            [
                "at least 90 ± 5 km in a straight line from Millford",
                f"at least 90 ± 5 km by road from Millford, so at least 40 km in a straight line ({BY_ROAD})",
            ],
        ),
        (dict(relation="near", of="WW-EE"), ["within 50 km of the border (said to be near it)"]),
        (dict(relation="near", **MILL), ["within 25 km of Millford (said to be near it)"]),
        (dict(relation="along", of="WW-EE"), ["within 15 km of the border (said to lie along it)"]),
        (dict(relation="outskirts", **MILL), ["2 to 8 km from the middle of Millford (its outskirts)"]),
        (
            dict(relation="direction", bearing="NE", **MILL),
            ["0 to 100 km north-east of Millford, give or take 22.5 degrees of bearing"],
        ),
        (
            dict(relation="direction", bearing="N", distance_m=12_500.0, **MILL),
            ["12.45 to 12.55 km north of Millford, give or take 45 degrees of bearing"],
        ),
        (
            dict(relation="between", to="Farwick", **MILL),
            ["between Millford and Farwick, no more than 1.1 times the straight way"],
        ),
        (
            dict(relation="between", to="Farwick", distance_m=40_000.0, about=True, **MILL),
            ["between Millford and Farwick, no more than 1.1 times the straight way, 16 to 64 km from Millford"],
        ),
        (
            dict(relation="road", to="Farwick", distance_m=30_000.0, **MILL),
            ["on the road from Millford to Farwick, within 10 km of the straight line between them, 18 to 42 km from Millford"],
        ),
        (dict(relation="nearest", **MILL), ["nearer to Millford than to any other town of the gazetteer"]),
    ],
)
def test_a_reading_says_its_tolerance_in_words(statement, words):
    assert [reading.words for reading in readings(Statement(**statement), WIDE)] == words


@pytest.mark.parametrize(
    ("statement", "hows", "intervals"),
    [
        (dict(relation="near", of="WW-EE"), ["as said"], [(0.0, 50_000.0)]),
        (dict(relation="near", **MILL), ["as said"], [(0.0, 25_000.0)]),
        (dict(relation="along", of="WW-EE"), ["as said"], [(0.0, 15_000.0)]),
        (dict(relation="outskirts", **MILL), ["as said"], [None]),
        (dict(relation="beyond", **BORDER_45), ["straight line"], [(42_500.0, inf)]),
        (dict(relation="direction", bearing="NE", **MILL), ["straight line"], [None]),
        (dict(relation="between", to="Farwick", **MILL), ["as said"], [None]),
        (dict(relation="road", to="Farwick", **MILL), ["by road"], [None]),
        (dict(relation="distance", distance_m=90e3, by_road=True, **MILL), ["by road"], [(85e3 / 2.1, 95e3 / 1.1)]),
    ],
)
def test_a_reading_says_how_it_takes_the_words_and_what_distance_it_allows(statement, hows, intervals):
    found = readings(Statement(**statement), WIDE)

    assert [reading.how for reading in found] == hows
    for reading, interval in zip(found, intervals, strict=True):
        assert reading.interval_m == (None if interval is None else pytest.approx(interval))


def test_a_place_without_a_point_is_no_finer_than_what_holds_it_and_says_so():
    region = locate(("Hidden", "Millford district"), WORLD)

    assert (region.name, region.level, region.point) == ("Hidden", "district", None)
    assert region.method.startswith("no source prints a point for Hidden; ")


def test_a_road_is_the_corridor_along_its_places_cut_to_its_country():
    border_town = Place(
        name="Gate", level="settlement", country="EE", within="North", lon=10.02, lat=47, radius_m=9, source="X"
    )
    road = Place(name="Mill Road", level="district", country="EE", within="North", road=("Gate", "Millford"))
    places = GAZETTEER.places | {"Gate": border_town, "Mill Road": road}
    context = SpatialContext(gazetteer=Gazetteer(places, GAZETTEER.areas), border=WORLD.border)
    region = locate(("Mill Road",), context)
    wide = locate(("Mill Road",), replace(context, tolerances=replace(context.tolerances, road_half_width_m=20_000.0)))

    assert region.method.startswith("within 10 km of the straight lines Gate–Millford, which Mill Road follows")
    assert (region.level, region.point, region.province) == ("district", None, "North")
    assert region.district is None  # a road is no district
    assert region.geometry.bounds[0] >= 10.0
    assert wide.geometry.area == pytest.approx(2 * region.geometry.area, rel=0.02)


def test_statements_without_a_place_make_the_border_area():
    region = locate_statements((), [Statement(relation="near", of="WW-EE")], WORLD)

    assert (region.name, region.level, region.sources) == ("the border area", "province", ())


def test_only_a_region_of_several_areas_without_sites_has_parts():
    def cited(value):
        return Cited(value=value, derivation="read by a person")

    said = (cited(Statement(relation="nearest", of="Millford")),)
    claim = Claim(id="a/1", article="a", sub_event_type=cited("Attack"), days=cited(Days()), statements=said)
    halves = MultiPolygon([box(10.4, 46.9, 10.6, 47.1), box(11.8, 47.5, 12.0, 47.7)])
    region = replace(locate(("Eastland",), WIDE), geometry=halves)

    def parts(region):
        incident = Incident(
            id="i", title="T", sub_event_type="Attack", days=Days(), claims=(claim,), judgements=(), regions={},
            region=region, region_reason="r",
        )  # fmt: skip
        return parts_of(incident, WIDE)

    assert [(part.letter, len(part.against)) for part in parts(region)] == [("A", 0), ("B", 1)]
    assert parts(locate(("Millford",), WIDE)) == ()
    assert parts(replace(region, geometry=halves.geoms[0])) == ()


def test_a_disc_says_its_radius_its_place_and_that_it_was_cut():
    whole, cut = (locate((name,), context) for name, context in (("Millford", WIDE), ("Gate", _with_gate())))

    assert whole.method == "4 km around the point of Millford"
    assert cut.method == "4.5 km around the point of Gate; as far as it lies in its country or province"
    assert cut.geometry.bounds[0] >= 10


def _with_gate():
    gate = Place(name="Gate", level="settlement", country="EE", within="North", lon=10.02, lat=47, radius_m=4500, source="X")
    return SpatialContext(gazetteer=Gazetteer(GAZETTEER.places | {"Gate": gate}, GAZETTEER.areas), border=WORLD.border)


def test_a_road_is_cut_to_what_holds_it():
    far = Place(name="Far End", level="settlement", country="EE", within="North", lon=13, lat=47, radius_m=9, source="X")
    road = Place(name="Mill Road", level="district", country="EE", within="Millford district", road=("Millford", "Far End"))
    places = GAZETTEER.places | {"Far End": far, "Mill Road": road}
    region = locate(("Mill Road",), SpatialContext(gazetteer=Gazetteer(places, GAZETTEER.areas), border=WORLD.border))

    assert "as far as it lies in Millford district" in region.method
    assert region.district == "Millford district"
    assert region.geometry.bounds[2] < 11.4


@pytest.mark.parametrize("bearing", [None, "N"])
def test_a_direction_without_a_place_or_a_bearing_says_nothing(bearing):
    assert readings(Statement(relation="direction", of="Hidden", bearing=bearing), WIDE) == ()
    assert bool(readings(Statement(relation="direction", of="Millford", bearing=bearing), WIDE)) == bool(bearing)
