"""What is given to a border in Python or on the command line is taken as it is meant, or refused in one sentence."""

import math

import geopandas
import numpy as np
import pytest
import shapely
from click.testing import CliRunner
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from geomap.border import Border
from geomap.cli.group import main
from geomap.errors import DataError
from geomap.model import Region

BORDER = Border("x", [[(61, 27), (62, 27.5), (63, 27.2)]], tolerance_m=10)
AREA = box(61.2, 27.8, 61.4, 28)
UTM = "EPSG:32641"
NO_METRES = [math.nan, math.inf, -1.0, 3e7]


def disc(radius):
    return Region(geometry=Point(62, 28), name="Milltown", level="site", method="", sources=(), radius_m=radius)


@pytest.mark.parametrize("metres", NO_METRES)
@pytest.mark.parametrize(
    ("ask", "name"),
    [
        (lambda m: BORDER.relations([AREA], near_m=m), "near_m"),
        (lambda m: BORDER.relations([disc(m)]), "radius_m of Milltown"),
        (BORDER.length, "tolerance_m"),
        (lambda m: BORDER.describe([m]), "tolerance_m"),
        (lambda m: Border("y", BORDER.parts, tolerance_m=m), "y: tolerance_m"),
        (lambda m: BORDER.detail_for(m * 1000), "length_m"),
    ],
    ids=["near_m", "radius", "length", "describe", "tolerance", "detail_for"],
)
def test_what_is_no_distance_is_refused_in_one_sentence(ask, name, metres):
    with pytest.raises(ValueError, match=rf"^{name} is .*; write metres from 0 to ") as told:
        ask(metres)
    assert len(str(told.value).splitlines()) == 1


@pytest.mark.parametrize("metres", [*NO_METRES, 0.0, 25.0])
@pytest.mark.parametrize("ask", [BORDER.buffer, lambda m: BORDER.buffers([5_000.0, m])], ids=["buffer", "buffers"])
def test_what_is_no_width_of_a_buffer_is_refused_in_one_sentence(ask, metres):
    with pytest.raises(ValueError, match=r"^distance_m is .*, more than tolerance_m \(25\) and at most 20,000,000$"):
        ask(metres)


@pytest.mark.parametrize("tolerance", [math.nan, math.inf, -1.0, 0.0])
def test_a_buffer_has_a_tolerance(tolerance):
    with pytest.raises(ValueError, match=r"^tolerance_m is .*; write metres, more than 0$"):
        BORDER.buffer(5_000.0, tolerance_m=tolerance)


@pytest.mark.parametrize("point", [(math.nan, 27), (61, math.inf), (200, 27), (61, -91)])
def test_a_point_that_is_not_on_earth_is_no_end_and_no_disc_s_middle(point):
    with pytest.raises(ValueError, match="write degrees from"):
        BORDER.is_end(*point)
    wrong = Region(geometry=Point(point), name="Milltown", level="site", method="", sources=(), radius_m=5.0)
    with pytest.raises(ValueError, match="write degrees from"):
        BORDER.relations([wrong])


@pytest.mark.parametrize("km", ["nan", "inf", "-1", "20001", "1e300"])
@pytest.mark.parametrize(
    "verb",
    [
        ["measure", "--lon", "61.5", "--lat", "27.2", "--near-km"],
        ["build", "--near-km"],
        ["export", "--near-km"],
        ["explain", "2024-01-16-sabz-koh", "--near-km"],
    ],
    ids=lambda verb: verb[0],
)
def test_near_is_a_distance_on_earth(verb, km):
    done = CliRunner().invoke(main, [*verb, km])

    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith("Error: Invalid value for '--near-km'")


def test_a_length_is_finite_on_the_command_line():
    for km in ("1e306", "inf", "0", "-5"):
        assert CliRunner().invoke(main, ["border", "--length-km", km]).exit_code == 2


# -- frames ---------------------------------------------------------------------------------------------------------------


def series(*shapes, crs="EPSG:4326"):
    return geopandas.GeoSeries(list(shapes), crs=crs)


@pytest.mark.parametrize("crs", [UTM, "EPSG:3857", "OGC:CRS84"])
def test_areas_of_a_frame_in_another_system_are_reprojected(crs):
    # The edges of a frame are straight in its own coordinates, so their middles differ by a few metres.
    (right,) = BORDER.relations([AREA])
    for frame in (series(AREA).to_crs(crs), geopandas.GeoDataFrame({"n": [1]}, geometry=series(AREA).to_crs(crs))):
        (found,) = BORDER.relations(frame)
        assert (found.min_m, found.max_m) == pytest.approx((right.min_m, right.max_m), abs=2)
        assert found.near == right.near


def test_points_of_a_frame_in_another_system_are_reprojected():
    points = series(Point(61.3, 27.8), Point(62.5, 27.0))
    right = BORDER.measure([61.3, 62.5], [27.8, 27.0]).distance_m

    assert BORDER.measure(points.to_crs(UTM)).distance_m == pytest.approx(right, abs=1e-3)
    assert BORDER.measure(geopandas.GeoDataFrame(geometry=points)).distance_m == pytest.approx(right, abs=1e-3)


def test_a_frame_without_a_system_is_refused():
    for ask in (BORDER.relations, BORDER.measure):
        with pytest.raises(DataError, match="states no reference system"):
            ask(series(AREA if ask == BORDER.relations else Point(61, 27), crs=None))


def test_geometries_are_no_longitudes():
    points = series(Point(61.3, 27.8))
    for lon, lat in ((points, points), (points, [27.8]), (Point(61, 27), 27)):
        with pytest.raises(DataError, match="give numbers in degrees"):
            BORDER.measure(lon, lat)


def test_a_frame_of_metres_that_says_degrees_is_refused():
    metres = geopandas.GeoSeries([box(400_000, 3_000_000, 500_000, 3_100_000)], crs="EPSG:4326")
    with pytest.raises(DataError, match="a vertex is 500000 3e"):
        BORDER.relations(metres)
    with pytest.raises(DataError, match="a vertex is"):
        BORDER.relations([box(400_000, 3_000_000, 500_000, 3_100_000)])


def test_a_vertex_of_an_area_that_is_no_number_is_refused():
    with np.errstate(invalid="ignore"):
        area = shapely.polygons([(61, 27), (62, math.nan), (62, 28)])
        with pytest.raises(DataError, match="a vertex is 62 nan"):
            BORDER.relations([area])


# -- the antimeridian -----------------------------------------------------------------------------------------------------

OVER = Border("over", [[(176, 60), (-178, 62), (-174, 61)]])


def test_an_area_cut_at_the_antimeridian_has_the_interval_of_its_points():
    area = MultiPolygon([box(179, 62.2, 180, 63), box(-180, 62.2, -179, 63)])
    (found,) = OVER.relations([area])
    x, y = np.meshgrid(np.linspace(179, 181, 201), np.linspace(62.2, 63, 81))
    x = np.where(x > 180, x - 360, x)
    away = OVER.measure(x, y).distance_m

    assert away.min() - 100 < found.min_m <= away.min()
    assert away.max() <= found.max_m < away.max() + 10
    (over,) = OVER.relations([MultiPolygon([box(179, 60, 180, 63), box(-180, 60, -179, 63)])])
    assert over.min_m == 0


def test_an_area_that_is_not_cut_at_the_antimeridian_is_refused():
    area = Polygon([(179, 62.2), (-179, 62.2), (-179, 63), (179, 63)])
    with pytest.raises(DataError, match=r"an edge from 179 62.2 to -179 62.2 spans more than 180 degrees; cut it"):
        OVER.relations([area])
    with pytest.raises(DataError, match="a vertex is 181"):
        OVER.relations([box(179, 62.2, 181, 63)])


def test_lines_are_no_areas_in_a_frame_either():
    with pytest.raises(ValueError, match=r"areas\[0\] is a LineString"):
        BORDER.relations(series(LineString([(61, 27), (62, 28)])))
