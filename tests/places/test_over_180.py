"""Words about places around 180 degrees, in a country on both sides of it."""

from types import SimpleNamespace

import pytest
from shapely.geometry import LineString, MultiPolygon, Point, box, shape

from geomap.border.line import Border
from geomap.decisions.candidates import region_state
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Place
from geomap.gazetteer.reading import wrong
from geomap.geometry import disc
from geomap.model import Region, Statement, separate_areas
from geomap.places.parts import weigh
from geomap.places.statements import SpatialContext, readings

ATOLLS = MultiPolygon([box(176, -20, 180, -14), box(-180, -20, -178, -14)])
WIDE = Place(name="Atolls", level="country", country="FJ", area=("FJ",))
TOWN = Place(name="Somosomo", level="settlement", country="FJ", within="Atolls", lon=179.98, lat=-17, radius_m=5000, source="X")
BEYOND = Place(name="Far", level="settlement", country="FJ", within="Atolls", lon=-177.95, lat=-17, radius_m=5000, source="X")
GAZETTEER = Gazetteer({place.name: place for place in (WIDE, TOWN, BEYOND)}, {"FJ": ATOLLS})
AROUND = SpatialContext(gazetteer=GAZETTEER, border=Border("line", [[(176, -25), (180, -25), (-178, -25)]]))


def said(relation, of="Somosomo", **more):
    (first, *_) = readings(Statement(relation=relation, of=of, **more), AROUND)
    return first.area


def test_near_the_edge_of_a_country_is_not_along_the_line_at_which_it_is_cut():
    edge = said("near", "Atolls")

    assert edge.covers(Point(180, -14.1))
    assert edge.covers(Point(-178.1, -17))
    assert not edge.covers(Point(179.9, -17))
    assert not edge.covers(Point(-179.9, -17))


@pytest.mark.parametrize("relation", ["near", "outskirts", "distance", "direction", "beyond"])
def test_what_is_said_of_a_town_beside_180_holds_on_both_sides(relation):
    more = {"near": {}, "outskirts": {}, "direction": {"bearing": "N"}}.get(relation, {"distance_m": 30_000.0})
    area = said(relation, **more)

    assert area.is_valid
    assert area.bounds[::2] == (-180, 180)
    assert len(separate_areas(area)) == 1


def test_between_and_along_a_road_over_180():
    for relation in ("between", "road"):
        area = said(relation, to="Far")
        assert area.covers(Point(180, -17))
        assert area.covers(Point(-179, -17.0))
        assert not area.covers(Point(0, -17))


@pytest.mark.parametrize(("bearing", "holds"), [("E", -178.2), ("W", 176.2)])
def test_the_sides_of_a_country_over_180(bearing, holds):
    area = said("part", "Atolls", bearing=bearing)

    assert area.covers(Point(holds, -17))
    assert not area.covers(Point(176.2 if bearing == "E" else -178.2, -17))


def test_a_place_around_a_pole_has_no_side_and_a_middle():
    cap = Place(name="Cap", level="country", country="AQ", area=("AQ",))
    around = SpatialContext(gazetteer=Gazetteer({"Cap": cap}, {"AQ": disc(0, -90, 2e6)}), border=AROUND.border)

    assert readings(Statement(relation="part", of="Cap", bearing="E"), around) == ()
    assert readings(Statement(relation="part", of="Cap"), around)[0].area.covers(Point(0, -89))


def test_the_parts_of_a_region_over_180_are_counted_on_the_earth():
    island = box(170, -17, 170.5, -16)
    parts = weigh(MultiPolygon([*ATOLLS.geoms, island]), ())

    assert [(part.letter, part.key, round(part.share, 2)) for part in parts] == [("A", "A", 0.99), ("B", "B", 0.01)]
    assert sum(part.area for part in parts[0].geometry.geoms) == 36


def test_a_town_on_the_other_side_of_180_is_as_near_to_the_shore_as_it_is():
    shore = MultiPolygon([box(176, -20, 180, -14)])
    beside = Place(name="Isle", level="settlement", country="FJ", lon=-179.95, lat=-17, radius_m=500, source="X")

    assert wrong(beside, Gazetteer({"Isle": beside}, {"FJ": shore})) == []
    assert wrong(BEYOND, Gazetteer({"Far": BEYOND, "Atolls": WIDE}, {"FJ": shore})) != []


def test_a_border_over_180_is_drawn_on_both_sides_and_reaches_what_lies_on_it():
    line = Border("line", [[(179, -17), (-179, -17)]])

    assert [part.coords[:] for part in line.line.geoms] == [[(179, -17), (180, -17)], [(-180, -17), (-179, -17)]]
    assert isinstance(Border("line", [[(179, -17), (180, -17)]]).line, LineString)
    on_it = MultiPolygon([box(179.9999, -18, 180, -16), box(-180, -18, -179.9999, -16)])
    assert line.relations([on_it])[0].min_m == 0


@pytest.mark.parametrize("lon", [179.9, -179.9, -178.0])
def test_a_review_draws_a_region_in_the_world_of_its_border(lon):
    line = Border("line", [[(179, -18), (-179, -18)]])
    review = SimpleNamespace(border=line, story=SimpleNamespace(near_km=50))
    common = {"name": "a", "level": "settlement", "method": "", "sources": ()}
    region = Region(geometry=Point(lon, -17), radius_m=30_000, point=(lon, -17), **common)
    found = region_state(review, region)

    assert found["point"] == [lon % 360, -17]
    assert shape(found["geometry"]).geom_type == "Polygon"
    assert shape(found["geometry"]).bounds[::2] == pytest.approx((lon % 360 - 0.2822, lon % 360 + 0.2822), abs=2e-3)
