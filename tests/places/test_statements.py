"""What the words about a place allow: areas on the ellipsoid, with their tolerance."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest
import shapely
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box
from two_lands import BORDER, FAR, WIDE

from geomap.cli.group import main
from geomap.geometry.ellipsoid import GEOD
from geomap.geometry.regions import area_of
from geomap.model import Statement, Unlocated
from geomap.places.locating import locate_statements
from geomap.places.parts import possible, smallest_contradiction, weigh
from geomap.places.statements import SpatialContext, readings
from geomap.places.tolerances import USUAL, adjusted, tolerance_m
from geomap.vocabulary.spatial import BEARINGS

MILL = (10.5, 47)


def area(**said):
    return readings(Statement(**said), WIDE)[0].area


@pytest.mark.parametrize(
    ("km", "about", "expected_km"),
    [
        (45, False, 2.5),
        (45, True, 5),
        (90, False, 5),
        (100, False, 25),
        (900, True, 50),
        (12, False, 0.5),
        (1000, False, 50),
        (50, False, 5),
        (12.5, False, 0.05),
        (12.3, False, 0.05),
        (0.5, False, 0.05),
    ],
)
def test_a_stated_distance_is_taken_as_finely_as_it_is_rounded(km, about, expected_km):
    assert tolerance_m(km * 1000, about=about) == expected_km * 1000


@pytest.mark.parametrize(("miles", "expected"), [(30, 5), (12, 0.5), (1.5, 0.05), (0.5, 0.05), (2.3, 0.05)])
def test_a_distance_in_miles_is_rounded_in_miles(miles, expected):
    assert tolerance_m(miles * 1609.344, about=False) == pytest.approx(expected * 1609.344)


def test_the_rounding_of_figures_is_adjustable():
    assert tolerance_m(45_000, about=True, tolerances=replace(USUAL, rounding=3)) == 15_000


@given(st.integers(1, 2000))
def test_about_never_makes_a_tolerance_smaller(km):
    assert tolerance_m(km * 1000, about=True) >= tolerance_m(km * 1000, about=False)


points = st.tuples(st.floats(9, 13), st.floats(45.5, 48.5))


def away(point, place=MILL):
    return GEOD.inv(*place, *point)[2]


@given(points)
def test_a_distance_from_the_border_holds_where_the_border_is_so_far(point):
    inside = area(relation="distance", of="WW-EE", distance_m=45_000).covers(Point(point))
    off = abs(float(BORDER.measure(*point).distance_m) - 45_000)

    assert inside == (off <= 2500) or abs(off - 2500) < 200


@pytest.mark.parametrize("rounding", [1.0, 8.0])
@pytest.mark.parametrize("metres", [0.0, 0.5, 1.0, 10.0, 30.0, 41.0, 60.0, 125.0])
def test_a_strip_however_thin_is_drawn_and_leaves_out_nothing_that_is_said(metres, rounding):
    said = Statement(relation="distance", of="WW-EE", distance_m=metres)
    (way,) = readings(said, replace(WIDE, tolerances=replace(USUAL, rounding=rounding)))
    deg = 1 / (111_320 * np.cos(np.radians(47)))

    low, high = way.interval_m
    assert all(way.area.covers(Point(10 + sign * off * deg, 47)) for sign in (-1, 1) for off in (low, metres, high))
    assert not way.area.covers(Point(10 + (high + 200) * deg, 47))
    assert area(relation="distance", of="WW-EE", distance_m=metres).difference(way.area.buffer(1e-9)).is_empty


@given(points)
def test_a_distance_from_a_town_holds_where_the_town_is_so_far(point):
    inside = area(relation="distance", of="Millford", distance_m=90_000).covers(Point(point))

    assert inside == (abs(away(point) - 90_000) <= 5000) or abs(abs(away(point) - 90_000) - 5000) < 100


@given(points)
def test_by_road_a_town_is_nearer_in_a_straight_line(point):
    straight, road = readings(Statement(relation="distance", of="Millford", distance_m=90_000), WIDE)
    low, high = 85_000 / 2.1, 95_000 / 1.1

    assert (straight.how, road.how) == ("straight line", "by road")
    assert (
        road.area.covers(Point(point)) == (low <= away(point) <= high) or min(abs(away(point) - r) for r in (low, high)) < 100
    )


def test_words_that_say_by_road_leave_no_other_reading():
    (only,) = readings(Statement(relation="distance", of="Millford", distance_m=90_000, by_road=True), WIDE)

    assert only.how == "by road"


@given(points, st.sampled_from(sorted(BEARINGS)))
def test_a_direction_holds_on_its_side(point, way):
    azimuth, _, off = GEOD.inv(*MILL, *point)
    turn = abs((azimuth - BEARINGS[way] + 180) % 360 - 180)
    give = 45 if len(way) == 1 else 22.5
    inside = area(relation="direction", of="Millford", bearing=way).covers(Point(point))

    assert inside == (turn <= give and off <= 100_000) or abs(turn - give) < 0.5 or abs(off - 100_000) < 500 or off < 500


@given(points)
def test_between_two_towns_the_way_over_it_is_hardly_longer(point):
    ways = (away(point) + away(point, (FAR.lon, FAR.lat))) / away((FAR.lon, FAR.lat))
    inside = area(relation="between", of="Millford", to="Farwick").covers(Point(point))

    assert inside == (ways <= 1.1) or abs(ways - 1.1) < 0.005


@given(points)
def test_the_nearest_town_is_nearer_than_any_other(point):
    reading = readings(Statement(relation="nearest", of="Millford"), WIDE)[0]
    own, other = away(point), away(point, (FAR.lon, FAR.lat))

    assert reading.soft
    assert reading.area.covers(Point(point)) == (own <= other) or abs(own - other) < 2000


@given(points)
@example((10.484375, 47.015625))
@example((10.52, 46.98))
@example((10.4, 46.95))
def test_a_road_between_two_towns_is_a_corridor_that_ends_at_both(point):
    half_width_m = USUAL.road_half_width_m
    inside = area(relation="road", of="Millford", to="Farwick").covers(Point(point))
    ahead, _, length = GEOD.inv(*MILL, FAR.lon, FAR.lat)
    way = np.linspace(0, length, 2000)
    off = GEOD.inv(*GEOD.fwd(np.full(2000, MILL[0]), np.full(2000, MILL[1]), np.full(2000, ahead), way)[:2],
                   np.full(2000, point[0]), np.full(2000, point[1]))[2]  # fmt: skip
    nearest = int(np.argmin(off))

    if 5 < nearest < 1994:  # beside it, not past an end
        assert inside == (off[nearest] <= half_width_m) or abs(off[nearest] - half_width_m) < 60
    elif nearest in (0, 1999):  # past an end, or beside it to a step of the way
        end, out = (MILL, ahead + 180) if nearest == 0 else ((FAR.lon, FAR.lat), GEOD.inv(FAR.lon, FAR.lat, *MILL)[0] + 180)
        bearing, _, distance = GEOD.inv(*end, *point)
        assert not inside or distance * np.cos(np.radians(bearing - out)) < 100


FROM_MILLFORD = {"of": "Millford", "distance_m": 60_000}


@given(points)
def test_a_bound_holds_to_its_own_rounding(point):
    nearer, farther = (area(relation=relation, **FROM_MILLFORD) for relation in ("near", "beyond"))

    assert nearer.covers(Point(point)) == (away(point) <= 65_000) or abs(away(point) - 65_000) < 100
    assert farther.covers(Point(point)) == (away(point) >= 55_000) or abs(away(point) - 55_000) < 100


@given(points)
def test_a_bound_holds_from_the_border_too(point):
    nearer, farther = (area(relation=relation, of="WW-EE", distance_m=60_000) for relation in ("near", "beyond"))
    off = float(BORDER.measure(*point).distance_m)

    assert nearer.covers(Point(point)) == (off <= 65_000) or abs(off - 65_000) < 200
    assert farther.covers(Point(point)) == (off >= 55_000) or abs(off - 55_000) < 200


def test_a_bound_by_road_is_nearer_in_a_straight_line():
    nearer, farther = (readings(Statement(relation=relation, **FROM_MILLFORD), WIDE)[1] for relation in ("near", "beyond"))
    off = {name: Point(GEOD.fwd(*MILL, 90, m)[:2]) for name, m in (("inner", 25_000), ("outer", 58_000), ("far", 60_000))}

    assert [nearer.area.covers(off[name]) for name in off] == [True, True, False]
    assert [farther.area.covers(off[name]) for name in off] == [False, True, True]
    assert "so at least 26 km" in farther.words
    assert nearer.how == farther.how == "by road"


def test_an_interval_is_the_ring_between_its_ends_each_with_its_rounding():
    ends = [
        Statement(relation="beyond", of="Millford", distance_m=45_000),
        Statement(relation="near", of="Millford", distance_m=50_000),
    ]
    region = area_of(locate_statements(("North",), ends, WIDE))

    for m, inside in ((42_000, False), (43_000, True), (54_500, True), (55_500, False)):
        assert region.covers(Point(GEOD.fwd(*MILL, 45, m)[:2])) is inside


def test_what_lies_beyond_a_distance_alone_is_nowhere_in_particular():
    beyond = Statement(relation="beyond", of="Millford", distance_m=45_000)

    assert "most of the Earth; say what holds the place" in locate_statements((), [beyond], WIDE).reason
    assert not isinstance(locate_statements((), [beyond, Statement(relation="near", of="WW-EE")], WIDE), Unlocated)


@given(points)
def test_halfway_is_about_as_far_from_both(point):
    far, way = (FAR.lon, FAR.lat), away((FAR.lon, FAR.lat))
    halfway = area(relation="between", of="Millford", to="Farwick", distance_m=way / 2)
    ways, off = away(point) + away(point, far), abs(away(point) - way / 2)

    assert (
        halfway.covers(Point(point)) == (ways <= 1.1 * way and off <= 0.1 * way)
        or min(abs(ways / way - 1.1), abs(off / way - 0.1)) < 0.005
    )
    wider = area(relation="between", of="Millford", to="Farwick", distance_m=way / 2, about=True)
    assert wider.area > halfway.area > 1e3 * halfway.difference(wider).area


@pytest.mark.parametrize(
    ("stated", "field", "value"),
    [
        ("rounding=2", "rounding", 2),
        ("near_border_km=30", "near_border_m", 30_000),
        ("reach_km = 12.5", "reach_m", 12_500),
        ("detour=1.2-1.6", "detour", (1.2, 1.6)),
        ("detour=1.6", "detour", (1.6, 1.6)),
        ("halfway=.25", "halfway", 0.25),
    ],
)
def test_a_tolerance_is_stated_as_key_and_value(stated, field, value):
    assert adjusted([stated]) == replace(USUAL, **{field: value})


@pytest.mark.parametrize(
    ("stated", "complaint"),
    [
        ("fuzz=2", "'fuzz' is no tolerance; name one of rounding, about, near_border_km, "),
        ("near_border_m=2", "'near_border_m' is no tolerance"),
        ("about", "about is ''; write a number"),
        ("about=many", "about is 'many'; write a number"),
        ("about=-2", "about is '-2'; write a number"),
        ("about=2-3", "about is '2-3'; write a number"),
        ("about=0.5", "about is 0.5; from 1 to 10 can be right"),
        ("near_border_km=0", "near_border_km is 0; from 0.1 to 1000 can be right"),
        ("detour=0.9-2", "detour is 0.9-2; from 1 to 10 can be right, the lesser first"),
        ("detour=2-1.5", "detour is 2-1.5; from 1 to 10 can be right, the lesser first"),
        ("detour=long", "detour is 'long'; write two numbers"),
        ("cardinal_deg=200", "cardinal_deg is 200; from 1 to 90"),
    ],
)
def test_a_tolerance_that_cannot_be_right_is_named(stated, complaint):
    with pytest.raises(ValueError, match=complaint):
        adjusted(["rounding=2", stated])


def test_no_tolerance_is_a_number_that_is_none():
    with pytest.raises(ValueError, match="about is nan"):
        replace(USUAL, about=float("nan"))


def test_the_command_names_every_tolerance_with_its_usual_value_and_takes_it():
    def run(*arguments):
        return CliRunner().invoke(main, ["locate", *arguments])

    shown = run("--help").stdout
    wrong = run("near Turbat", "--tolerance", "fuzz=2")
    near, nearer = (
        json.loads(run("near Turbat", "--json", *more).stdout)["readings"][0]["areas"][0]["km2"]
        for more in ((), ("--tolerance", "near_place_km=10", "--tolerance", "about=3"))
    )

    for pair in re.findall(r"\S+=\S+", shown.partition("Tolerances")[2].partition("Examples")[0]):
        assert adjusted([pair]) == USUAL, pair
    assert all(re.search(rf"\b{key}=", shown) for key in re.findall(r"\w+", wrong.stderr.partition("name one of")[2]))
    assert wrong.exit_code == 2
    assert "name one of" in wrong.stderr
    assert nearer / near == pytest.approx((10 / 25) ** 2, rel=1e-3)


def test_the_command_calls_no_point_a_middle_and_no_part_nothing():
    shown = CliRunner().invoke(main, ["locate", "3 to 9 miles inside Iran"]).stdout.splitlines()

    assert [line.split("(lon, lat)")[0].split()[:4] for line in shown if line.startswith("  ")] == [
        ["A", "100%", "of", "the"],
        ["B", "<1%", "of", "the"],
    ]
    assert not re.search(r" 0(\.0)? km²", shown[2])


def test_the_outskirts_are_a_ring_and_near_a_town_is_a_disc():
    outskirts, near = area(relation="outskirts", of="Millford"), area(relation="near", of="Millford")

    assert not outskirts.covers(Point(MILL))
    assert near.covers(Point(MILL))
    assert near.contains(outskirts)


@pytest.mark.parametrize("relation", ["border town", "across", "length", "in"])
def test_what_is_only_checked_narrows_nothing(relation):
    assert readings(Statement(relation=relation, of="WW-EE", distance_m=9e5), WIDE) == ()


def test_a_place_without_coordinates_gives_no_area():
    assert readings(Statement(relation="distance", of="Hidden", distance_m=9e4), WIDE) == ()


STATEMENTS = (
    Statement(relation="distance", of="WW-EE", distance_m=45_000),
    Statement(relation="distance", of="Millford", distance_m=90_000),
    Statement(relation="near", of="WW-EE"),
    Statement(relation="direction", of="Millford", bearing="N"),
    Statement(relation="near", of="Farwick"),
    Statement(relation="between", of="Millford", to="Farwick"),
    Statement(relation="near", of="Millford", distance_m=90_000),
    Statement(relation="beyond", of="WW-EE", distance_m=45_000),
    Statement(relation="between", of="Millford", to="Farwick", distance_m=60_000),
)


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(STATEMENTS), st.floats(1, 3))
def test_widening_a_tolerance_never_shrinks_an_area(statement, factor):
    wider = replace(
        USUAL,
        about=USUAL.about * factor,
        near_border_m=USUAL.near_border_m * factor,
        near_place_m=USUAL.near_place_m * factor,
        cardinal_deg=min(89, USUAL.cardinal_deg * factor),
        reach_m=USUAL.reach_m * factor,
        between=USUAL.between * factor,
        rounding=factor,
        halfway=min(0.5, USUAL.halfway * factor),
        detour=(max(1.0, USUAL.detour[0] / factor), USUAL.detour[1] * factor),
    )
    said = replace(statement, about=True)

    narrow = readings(said, WIDE)[0].area
    wide = readings(said, replace(WIDE, tolerances=wider))[0].area
    assert narrow.difference(wide.buffer(1e-3)).is_empty


@settings(deadline=None, max_examples=20)
@given(st.permutations(STATEMENTS[:4]))
def test_the_order_of_statements_does_not_matter(order):
    one, other = (locate_statements(("North",), said, WIDE) for said in (order, STATEMENTS[:4]))

    assert area_of(one).symmetric_difference(area_of(other)).area < 1e-9


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=3, unique=True))
def test_every_corner_of_a_region_satisfies_every_statement(said):
    region = locate_statements(("North",), said, WIDE)

    if not isinstance(region, Unlocated):
        for corner in shapely.get_coordinates(area_of(region)):
            for statement in said:
                assert readings(statement, WIDE)[0].area.distance(Point(corner)) < 1e-6


def test_an_empty_meeting_names_the_fewest_that_cannot_hold_together():
    far = Statement(relation="distance", of="WW-EE", distance_m=400_000)
    found = locate_statements(("North",), [STATEMENTS[1], far, STATEMENTS[4]], WIDE)

    assert isinstance(found, Unlocated)
    assert "400 ± 25 km" in found.reason
    assert found.reason.count(";") == 1


def test_the_smallest_contradiction_is_the_smallest():
    areas = [("a", box(0, 0, 4, 4)), ("b", box(3, 0, 9, 4)), ("c", box(5, 0, 9, 4)), ("d", box(0, 0, 9, 4))]

    assert smallest_contradiction(areas) == ("a", "c")
    assert smallest_contradiction(areas[:2]) == ()


def test_parts_are_ordered_by_what_speaks_against_them_and_have_their_share_of_the_area():
    region = shapely.MultiPolygon([box(11.8, 47.5, 12.1, 47.7), box(10.4, 46.9, 10.6, 47.1)])
    soft = readings(Statement(relation="nearest", of="Millford"), WIDE)

    first, second = weigh(region, soft)

    assert first.geometry.covers(Point(MILL))
    assert first.against == ()
    assert second.against == (f"not {soft[0].words}",)
    areas = [abs(GEOD.geometry_area_perimeter(part.geometry)[0]) for part in (first, second)]
    assert first.share == pytest.approx(areas[0] / sum(areas))
    assert first.share + second.share == pytest.approx(1)
    assert first.share < second.share


def test_what_drawing_a_buffer_may_leave_is_no_part_but_an_island_and_a_narrow_buffer_are():
    deg = 1 / 111_000  # of latitude, in metres
    land = box(10, 46, 11, 47)
    corner, island = box(12, 46, 12 + 2000 * deg, 46 + 60 * deg), Point(13, 46).buffer(400 * deg)
    buffers = [box(10, lat, 11, lat + 60 * deg) for lat in (46, 46.5)]

    assert [part.geometry for part in weigh(shapely.MultiPolygon([corner, land, island]), ())] == [land, island]
    assert len(weigh(shapely.MultiPolygon(buffers), ())) == 2


def islands(count):
    """A land of some 8000 km² with so many islands of a tenth of a per cent of it."""
    return [box(10, 46, 11, 47), *(box(11.5 + n, 46, 11.5 + n + 0.03, 46.03) for n in range(count))]


def test_small_parts_are_one_and_nothing_of_them_is_lost():
    region = shapely.MultiPolygon(islands(21))
    land, rest = weigh(region, ())

    assert (land.letter, land.key, rest.letter, rest.key) == ("A", "A", "and 21 smaller parts", "rest")
    assert land.share + rest.share == pytest.approx(1)
    assert rest.share == pytest.approx(21 * 0.0009, rel=0.02)
    assert shapely.union(land.geometry, rest.geometry).equals(region)
    assert possible(region) == "1 area and 21 smaller parts are possible"
    assert possible(shapely.MultiPolygon([*islands(3), box(30, 46, 31, 47)])) == "2 areas and 3 smaller parts are possible"
    assert [part.letter for part in weigh(shapely.MultiPolygon(islands(1)), ())] == ["A", "B"]
    assert possible(shapely.MultiPolygon(islands(1))) == "2 areas are possible"


def test_a_part_that_a_statement_speaks_for_is_told_by_itself_however_small():
    region = shapely.MultiPolygon([box(11.8, 47.5, 13.1, 48.7), *(box(x, 46.99, x + 0.01, 47) for x in (10.5, 10.6, 14, 15))])
    soft = readings(Statement(relation="nearest", of="Millford"), WIDE)

    assert [(part.letter, len(part.against)) for part in weigh(region, soft)] == [
        ("A", 0),
        ("B", 0),
        ("C", 1),
        ("and 2 smaller parts", 1),
    ]


def test_every_reading_says_its_tolerance():
    for statement in STATEMENTS:
        for reading in readings(statement, WIDE):
            assert any(character.isdigit() for character in reading.words), reading.words


def test_the_areas_of_sabz_koh_agree_with_a_grid_of_geodesics(story):
    """A grid of 500 m, each point measured to Panjgur and to the nearest stretches of the line by pyproj alone."""
    border = story.inputs.border
    context = SpatialContext(gazetteer=story.inputs.gazetteer, border=border)
    said = [
        Statement(relation="distance", of=border.id, distance_m=45_000, about=True),
        Statement(relation="distance", of="Panjgur", distance_m=90_000),
    ]
    region = area_of(locate_statements(("Pakistan",), said, context))
    panjgur = (64.09459, 26.97186)  # GeoNames 1168446

    x, y = (a.ravel() for a in np.meshgrid(np.arange(62.9, 65.3, 0.005), np.arange(25.9, 28.1, 0.0045)))
    off = np.asarray(GEOD.inv(*(np.full(len(x), c) for c in panjgur), x, y)[2])
    x, y = x[abs(off - 90_000) <= 5000], y[abs(off - 90_000) <= 5000]
    line = np.vstack([_every_100_m(part) for part in border.parts])
    line = line[(line[:, 0] > 61.5) & (line[:, 1] < 29)]
    near = np.argsort(((x[:, None] - line[None, ::20, 0]) * 0.89) ** 2 + (y[:, None] - line[None, ::20, 1]) ** 2, axis=1)[:, :3]
    least = np.full(len(x), np.inf)
    for k in range(near.shape[1]):
        for step in range(-20, 21):
            at = np.clip(near[:, k] * 20 + step, 0, len(line) - 1)
            least = np.minimum(least, GEOD.inv(x, y, line[at, 0], line[at, 1])[2])
    inside = shapely.contains_xy(story.inputs.gazetteer.areas["PK"], x, y) & (abs(least - 45_000) <= 5000)
    cells = shapely.points(x[inside], y[inside])

    two_km = 2 / 111
    assert inside.sum() > 500
    assert shapely.distance(cells, region).max() < two_km
    corners = shapely.points(shapely.get_coordinates(region))
    assert shapely.distance(corners, shapely.multipoints(cells)).max() < two_km


def _every_100_m(part):
    return shapely.get_coordinates(shapely.segmentize(shapely.linestrings(part), 0.001))


def test_a_statement_that_holds_in_a_small_part_of_an_area_speaks_against_it_with_its_share():
    region = shapely.MultiPolygon([box(10.4, 46.9, 10.6, 47.1), box(11.0, 47.4, 12.4, 47.5)])
    soft = readings(Statement(relation="nearest", of="Millford"), WIDE)
    share = region.geoms[1].intersection(soft[0].area).area / region.geoms[1].area

    first, second = weigh(region, soft)

    assert 0 < share < 0.5
    assert first.geometry.covers(Point(MILL))
    assert second.against == (f"only {share:.0%} of it is {soft[0].words}",)
