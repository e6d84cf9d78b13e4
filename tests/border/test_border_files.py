"""Files of somebody's own are read as they are meant, or refused in one sentence; never otherwise without a word."""

import json
import shutil
import sqlite3
import warnings
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely
from click.testing import CliRunner
from conftest import change
from pyproj import Geod, Transformer
from shapely.geometry import GeometryCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon, box, mapping

from geomap import project
from geomap.border import Border, border_of
from geomap.border.kept import _KEPT, BORDERS
from geomap.cli.group import main
from geomap.errors import DataError, MissingError

GEOD = Geod(ellps="WGS84")
EDGE = [(61, 27), (62, 27.5), (63, 27.2)]
PLAIN = Border("plain", [EDGE])
POINTS = ([61.3, 62.6, 62.87, 60.5, 63.2], [27.8, 27.6, 27.14, 26.8, 27.2])
OUTPUT = Path(__file__).resolve().parents[2] / "output"


def geojson(path, *shapes, crs=None, properties=None):
    features = [{"type": "Feature", "properties": properties or {}, "geometry": mapping(shape)} for shape in shapes]
    document = {"type": "FeatureCollection", "features": features}
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def layers(path, **shapes):
    for name, shape in shapes.items():
        geopandas.GeoDataFrame(geometry=shape if isinstance(shape, list) else [shape], crs="EPSG:4326").to_file(
            path, layer=name
        )
    return path


def refused(path, error=DataError):
    """The one sentence that a file is refused with, in Python and on the command line."""
    with pytest.raises(error) as told:
        Border.read(path)
    sentence = str(told.value)
    assert len(sentence.splitlines()) == 1
    done = CliRunner().invoke(main, ["measure", "--lon", "61.5", "--lat", "27.2", "--border", str(path)])
    assert (done.exit_code, done.stderr) == (1, f"{sentence}\n")
    return sentence


def same(found, right=PLAIN):
    """Whether two lines are measured to alike."""
    assert found.measure(*POINTS).distance_m == pytest.approx(right.measure(*POINTS).distance_m, abs=1e-3)
    assert found.length() == pytest.approx(right.length(), abs=1e-3)


# -- layers ---------------------------------------------------------------------------------------------------------------


def test_the_one_layer_with_a_line_is_taken_wherever_it_stands(tmp_path):
    same(Border.read(layers(tmp_path / "a.gpkg", pins=Point(1, 1), line=LineString(EDGE), more=Point(2, 2))))


def test_several_layers_with_lines_are_listed_and_one_can_be_named(tmp_path):
    file = layers(tmp_path / "a.gpkg", roads=LineString([(1, 1), (2, 2)]), pins=Point(1, 1), frontier=LineString(EDGE))

    sentence = refused(file)

    assert "in its layers roads, frontier; name one" in sentence
    assert "pins" not in sentence
    assert f"{file}|layername=roads" in sentence
    same(Border.read(f"{file}|layername=frontier"))
    same(Border.read(Path(f"{file}|layername=frontier")))


def test_a_layer_that_is_not_there_is_told_with_the_nearest(tmp_path):
    file = layers(tmp_path / "a.gpkg", frontier=LineString(EDGE), pins=Point(1, 1))

    assert "has no layer 'frontiers'; the nearest are frontier" in refused(f"{file}|layername=frontiers", MissingError)
    assert "names no layer; write" in refused(f"{file}|layerid=0")
    assert "has no such" not in refused(f"{file}|layername=pins")


def test_a_layer_called_border_is_the_border(tmp_path):
    same(Border.read(layers(tmp_path / "a.gpkg", roads=LineString([(1, 1), (2, 2)]), border=LineString(EDGE))))


def test_our_own_geopackage_is_a_border_with_its_source_and_detail(tmp_path):
    ours, shipped = Border.read(OUTPUT / "geomap.gpkg"), Border.read("IRN-PAK")

    assert ours.measure(*POINTS).distance_m == pytest.approx(shipped.measure(*POINTS).distance_m, abs=1e-3)
    assert ours.tolerance_m == 10
    assert ours.source.startswith("OpenStreetMap")
    found = CliRunner().invoke(
        main, ["measure", "--lon", "61.5", "--lat", "27.2", "--compare", str(OUTPUT / "geomap.gpkg"), "--json"]
    )
    assert json.loads(found.stdout)["spread_km"] == 0


def test_a_geopackage_of_a_table_and_a_line_is_read(tmp_path):
    file = layers(tmp_path / "a.gpkg", line=LineString(EDGE))
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE aaa (id INTEGER PRIMARY KEY, name TEXT)")
        database.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('aaa', 'attributes', 'aaa')")

    same(Border.read(file))


KML = '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{}</Document></kml>'
PIN = "<Folder><name>{}</name><Placemark><Point><coordinates>61,27</coordinates></Point></Placemark></Folder>"
PATH = (
    "<Folder><name>{}</name><Placemark><LineString><coordinates>61,27 62,27.5 63,27.2</coordinates></LineString>"
    "</Placemark></Folder>"
)


def test_a_kml_of_pins_and_a_line_is_the_line(tmp_path):
    file = tmp_path / "a.kml"
    file.write_text(KML.format(PIN.format("pins") + PATH.format("line")), encoding="utf-8")
    same(Border.read(file))

    file.write_text(KML.format(PATH.format("one") + PATH.format("other")), encoding="utf-8")
    assert "in its layers one, other; name one" in refused(file)
    same(Border.read(f"{file}|layername=other"))


def test_a_gpx_track_or_route_is_its_line(tmp_path):
    points = [f'<{{}} lat="{y}" lon="{x}"/>' for x, y in EDGE]
    track = f"<trk><trkseg>{''.join(points).replace('{}', 'trkpt')}</trkseg></trk>"
    route = f"<rte>{''.join(points).replace('{}', 'rtept')}</rte>"
    for name, inside in (("track", track), ("route", route), ("pin", f'<wpt lat="1" lon="1"/>{track}')):
        file = tmp_path / f"{name}.gpx"
        file.write_text(
            f'<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">{inside}</gpx>', encoding="utf-8"
        )
        same(Border.read(file))

    file.write_text(
        f'<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">{route}{track}</gpx>', encoding="utf-8"
    )
    assert "in its layers routes, tracks; name one" in refused(file)


# -- two areas ------------------------------------------------------------------------------------------------------------


def areas(edge_of_north, edge_of_south):
    """Two areas that meet along an edge from west to east: the first north of it."""
    return Polygon([*edge_of_north, (63, 29), (61, 29)]), Polygon([*edge_of_south, (63, 26), (61, 26)])


WITH_ONE_MORE = [(61, 27), (62, 27.5), (62.5, 27.35), (63, 27.2)]


@pytest.mark.parametrize(("north", "south"), [(EDGE, WITH_ONE_MORE), (WITH_ONE_MORE, EDGE), (WITH_ONE_MORE, WITH_ONE_MORE)])
def test_a_vertex_more_on_the_common_edge_loses_nothing(tmp_path, north, south):
    found = Border.read(geojson(tmp_path / "areas.geojson", *areas(north, south)))

    same(found, PLAIN if north != south else Border("x", [WITH_ONE_MORE]))
    assert found.weak == ()


def wavy():
    """A wavy edge and the same with a vertex in the middle of every sixth leg."""
    edge = [(round(61 + k / 30, 6), round(27.05 + 0.25 * np.sin(k * 0.7) * np.cos(k * 0.11), 6)) for k in range(61)]
    more = []
    for k, (start, end) in enumerate(pairwise(edge)):
        more += [start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)] if k % 6 == 3 else [start]
    return edge, [*more, edge[-1]]


@pytest.mark.parametrize("turned", [False, True])
def test_a_vertex_on_every_sixth_leg_loses_no_leg(tmp_path, turned):
    edge, more = wavy()
    both = areas(edge, more)[:: -1 if turned else 1]

    found = Border.read(geojson(tmp_path / "areas.geojson", *both))

    same(found, Border("x", [edge]))
    assert len(found.parts) == 1
    # The first area is on the left: the edge runs west where that is north of it, since it is then gone against the clock.
    assert (found.parts[0][0][0] < found.parts[0][-1][0]) == (not turned)


def test_vertices_that_differ_by_less_than_a_metre_are_the_same(tmp_path):
    edge, _ = wavy()
    rough = [(x + 3e-6 * (-1) ** k, y - 4e-6) for k, (x, y) in enumerate(edge)]
    found = Border.read(geojson(tmp_path / "areas.geojson", *areas(edge, rough)))

    assert found.weak == ()
    assert found.measure(*POINTS).distance_m == pytest.approx(Border("x", [edge]).measure(*POINTS).distance_m, abs=1)


def test_a_curve_that_both_areas_draw_with_vertices_of_their_own_keeps_its_shape(tmp_path):
    x = np.linspace(61, 63, 8001)
    curve = np.column_stack([x, 27 + 0.3 * np.sin((x - 61) * np.pi / 2)])
    odd, even = [curve[0], *curve[1::2], curve[-1]], curve[::2]
    found = Border.read(geojson(tmp_path / "areas.geojson", *areas(odd, even)))

    assert found.weak == ()
    assert found.length() == pytest.approx(Border("x", [curve]).length(), rel=1e-5)
    assert found.measure(*POINTS).distance_m == pytest.approx(Border("x", [curve]).measure(*POINTS).distance_m, abs=2)


def test_areas_in_metres_are_matched_in_metres(tmp_path):
    utm = Transformer.from_crs("EPSG:4326", "EPSG:32641", always_xy=True)
    edge = np.column_stack(utm.transform(*np.array(EDGE).T))
    middle = (edge[1] + edge[2]) / 2 + (0.3, 0.3)
    away = np.array([0, 200_000])
    north = Polygon([*edge, edge[2] + away, edge[0] + away])
    south = Polygon([edge[0], edge[1], middle, edge[2], edge[2] - away, edge[0] - away])
    file = tmp_path / "utm.gpkg"
    geopandas.GeoDataFrame(geometry=[north, south], crs="EPSG:32641").to_file(file)

    same(Border.read(file))


def test_what_has_no_partner_is_named_with_its_length_and_place(tmp_path):
    edge, _ = wavy()
    other = list(edge)
    other[20] = (edge[20][0], edge[20][1] + 0.01)  # 1.1 km off: two legs have no partner
    found = Border.read(geojson(tmp_path / "areas.geojson", *areas(edge, other)))

    lost = Border("x", [edge[19:22]]).length() / 1000
    (sentence,) = found.weak
    assert sentence.startswith(f"{lost:.1f} km of the first area's edge have no partner within 1 m")
    assert f"from {edge[19][0]:.4f} {edge[19][1]:.4f} to {edge[21][0]:.4f} {edge[21][1]:.4f}" in sentence
    assert found.length() / 1000 == pytest.approx(Border("x", [edge]).length() / 1000 - lost, abs=1e-3)
    done = CliRunner().invoke(main, ["measure", "--lon", "61.5", "--lat", "27.2", "--border", str(tmp_path / "areas.geojson")])
    assert sentence in done.stdout


@pytest.mark.parametrize("bent", [1, 59])
def test_a_leg_at_an_end_of_the_line_without_a_partner_is_named_too(tmp_path, bent):
    edge, _ = wavy()
    other = list(edge)
    other[bent] = (edge[bent][0], edge[bent][1] + 0.01)
    lost = Border("x", [edge[bent - 1 : bent + 2]]).length() / 1000

    (sentence,) = Border.read(geojson(tmp_path / "areas.geojson", *areas(edge, other))).weak

    assert sentence.startswith(f"{lost:.1f} km of the first area's edge")


def test_what_lies_between_two_stretches_of_a_border_is_not_said_to_be_missing(tmp_path):
    # A third country of 100 km between, and far sides that begin beside the line's ends.
    north = Polygon([(60, 27), (61, 27), (61.5, 28), (62, 28), (62.5, 27), (63.5, 27), (63.5, 30), (60, 30)])
    south = Polygon([(60, 27), (61, 27), (61.5, 26), (62, 26), (62.5, 27), (63.5, 27), (63.5, 24), (60, 24)])
    found = Border.read(geojson(tmp_path / "areas.geojson", north, south))

    assert found.weak == ()
    assert len(found.parts) == 2


def test_coasts_that_begin_at_the_line_s_ends_are_not_said_to_be_missing(tmp_path):
    north, south = (shapely.segmentize(box(61, y, 63, y + 2), 0.01) for y in (27, 25))
    found = Border.read(geojson(tmp_path / "areas.geojson", north, south))

    assert found.weak == ()
    assert found.length() == pytest.approx(Border("x", [[(61 + k / 100, 27) for k in range(201)]]).length(), abs=1e-3)


def test_an_enclave_has_the_hole_s_edge_also_with_a_vertex_more(tmp_path):
    around = Polygon([(60, 25), (64, 25), (64, 29), (60, 29)], [[(61, 26), (61, 27), (62, 27), (62, 26)]])
    enclave = Polygon([(61, 26), (61.5, 26), (62, 26), (62, 27), (61, 27)])
    found = Border.read(geojson(tmp_path / "enclave.geojson", around, enclave))

    same(found, Border("x", [[(61, 26), (61, 27), (62, 27), (62, 26), (61, 26)]]))
    assert found.weak == ()


def test_an_enclave_with_one_leg_drawn_otherwise_says_so(tmp_path):
    around = Polygon([(60, 25), (64, 25), (64, 29), (60, 29)], [[(61, 26), (61, 27), (62, 27), (62, 26)]])
    enclave = Polygon([(61, 26), (61.5, 26.01), (62, 26), (62, 27), (61, 27)])
    (sentence,) = Border.read(geojson(tmp_path / "enclave.geojson", around, enclave)).weak

    assert sentence.startswith("100.1 km of the first area's edge have no partner")


def test_two_areas_that_are_apart_share_no_edge(tmp_path):
    assert "share no edge" in refused(geojson(tmp_path / "a.geojson", box(1, 1, 2, 2), box(2.001, 1, 3, 2)))


# -- reference systems ----------------------------------------------------------------------------------------------------


def test_a_reference_system_that_nobody_knows_is_refused(tmp_path):
    assert "reference system 'EPSG:999999' is not known" in refused(
        geojson(tmp_path / "a.geojson", LineString(EDGE), crs="EPSG:999999")
    )


def test_a_zip_of_geojson_with_such_a_system_is_refused_too(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    geojson(folder / "a.geojson", LineString(EDGE), crs="EPSG:999999")
    file = shutil.make_archive(str(tmp_path / "a"), "zip", folder)

    assert "reference system 'EPSG:999999' is not known" in refused(file)


def test_a_plane_that_lies_nowhere_on_earth_is_refused(tmp_path):
    file = tmp_path / "a.gpkg"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        geopandas.GeoDataFrame(geometry=[LineString(EDGE)], crs=None).to_file(file)
    with closing(sqlite3.connect(file)) as database, database:
        for table in ("gpkg_contents", "gpkg_geometry_columns"):
            database.execute(f"UPDATE {table} SET srs_id = -1")

    assert "does not lead to lon and lat" in refused(file)


@pytest.mark.parametrize("crs", [None, "EPSG:4326"])
def test_longitudes_past_180_are_refused(tmp_path, crs):
    file = tmp_path / "a.gpkg"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        geopandas.GeoDataFrame(geometry=[LineString([(170, 10), (190, 10)])], crs=crs).to_file(file)

    assert ("state its reference system" if crs is None else "write longitudes from -180 to 180") in refused(file)


# -- vertices -------------------------------------------------------------------------------------------------------------


def test_a_vertex_that_is_no_number_is_named(tmp_path):
    file = geojson(tmp_path / "a.geojson", MultiLineString([[(60, 26), (61, 27)], [(61, 27), (62.5, 27.5), (63, 27.2)]]))
    file.write_text(file.read_text(encoding="utf-8").replace("62.5", "NaN"), encoding="utf-8")
    assert "vertex 2 of line 2 is nan 27.5" in refused(file)

    file = geojson(tmp_path / "b.geojson", box(5, 5, 6, 6), Polygon([(0, 0), (1, 0), (1, 1.25), (0, 1)]))
    file.write_text(file.read_text(encoding="utf-8").replace("1.25", "NaN"), encoding="utf-8")
    assert "vertex 3 of area 2 is 1 nan" in refused(file)


def test_doubled_vertices_are_one(tmp_path):
    found = Border.read(geojson(tmp_path / "a.geojson", LineString([EDGE[0], *EDGE[:2], EDGE[1], EDGE[2]])))

    same(found)
    assert len(found.parts[0]) == 3


def test_a_line_of_two_equal_points_has_no_length(tmp_path):
    assert "has no length" in refused(geojson(tmp_path / "a.geojson", LineString([(61, 27), (61, 27)])))


def test_a_line_in_a_collection_is_taken(tmp_path):
    same(Border.read(geojson(tmp_path / "a.geojson", GeometryCollection([LineString(EDGE), Point(61, 27)]))))
    nested = GeometryCollection([Point(61, 27), GeometryCollection([MultiLineString([EDGE])])])
    same(Border.read(geojson(tmp_path / "b.geojson", nested)))


def test_lines_beside_areas_are_refused(tmp_path):
    assert "holds LineString and Polygon" in refused(geojson(tmp_path / "a.geojson", LineString(EDGE), box(1, 1, 2, 2)))


def test_a_table_without_geometry_is_refused(tmp_path):
    (tmp_path / "a.csv").write_text("id,name\n1,a\n", encoding="utf-8")
    assert "not a vector file that is read here" in refused(tmp_path / "a.csv")
    (tmp_path / "a.geojson").write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": 1}, "geometry": null}]}'
    )
    assert "has no line in it" in refused(tmp_path / "a.geojson")


@pytest.mark.parametrize(
    "properties",
    [
        {"a": ["IRN"], "b": {"x": {"y": [1]}}, "weak": [1, 2], "source": 5, "left": None},
        {"a": "2024-01-01", "source": "2024-01-01T10:00:00Z", "other": [[1], ["a"]], "tolerance_m": None},
        {"weak": {"x": 1}, "attribution": ["x", "y"], "left": True, "more": [{"a": 1}]},
    ],
)
def test_columns_of_odd_types_say_nothing(tmp_path, properties):
    same(Border.read(geojson(tmp_path / "a.geojson", LineString(EDGE), properties=properties)))


@pytest.mark.parametrize("value", [{"x": 1}, "fine", -5, "nan", "inf"])
def test_a_tolerance_that_is_no_number_of_metres_is_refused(tmp_path, value):
    assert "write metres as a number" in refused(
        geojson(tmp_path / "a.geojson", LineString(EDGE), properties={"tolerance_m": value})
    )


def test_a_binary_column_is_left_unread(tmp_path):
    file = layers(tmp_path / "a.gpkg", line=LineString(EDGE))
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("ALTER TABLE line ADD COLUMN source BLOB DEFAULT x'00ff'")

    assert Border.read(file).source is None


# -- the antimeridian -----------------------------------------------------------------------------------------------------


def test_a_line_over_the_antimeridian_is_the_same_whole_and_cut(tmp_path):
    line = [(179, 65), (-179, 66), (-170, 65.5)]
    cut = MultiLineString([[(179, 65), (180, 65.5)], [(-180, 65.5), (-179, 66), (-170, 65.5)]])
    points = [178, 179.9, -179.9, -175], [64.5, 65.8, 65.0, 66.5]
    whole, halves = (
        Border.read(geojson(tmp_path / name, shape)) for name, shape in (("a.geojson", LineString(line)), ("b.geojson", cut))
    )

    assert halves.measure(*points).distance_m == pytest.approx(whole.measure(*points).distance_m, abs=1e-3)
    assert len(halves.parts) == 1
    assert not halves.is_end(180, 65.5)


def test_a_vertex_of_the_line_on_the_antimeridian_is_kept(tmp_path):
    cut = MultiLineString([[(179, 65), (180, 65.5)], [(-180, 65.5), (-170, 65.5)]])
    found = Border.read(geojson(tmp_path / "a.geojson", cut))

    assert found.measure(180, 65.5).distance_m == pytest.approx(0, abs=1e-3)
    assert found.measure(-180, 65.5).distance_m == pytest.approx(0, abs=1e-3)


def test_areas_over_the_antimeridian_are_cut_or_refused(tmp_path):
    north, south = ([(175, 65), (-175, 65), (-175, y), (175, y)] for y in (70, 60))
    assert "cut it at the antimeridian" in refused(geojson(tmp_path / "a.geojson", Polygon(north), Polygon(south)))

    cut = [MultiPolygon([box(175, y, 180, y + 5), box(-180, y, -175, y + 5)]) for y in (65, 60)]
    found = Border.read(geojson(tmp_path / "b.geojson", *cut))
    assert len(found.parts) == 1
    same(found, Border("x", [[(175, 65), (-175, 65)]]))


def test_a_file_s_line_is_named_by_every_verb_that_takes_one(tmp_path):
    other = [EDGE[0], (62, 27.51), EDGE[2]]
    file = geojson(tmp_path / "mine.geojson", *areas([*WITH_ONE_MORE], [(61, 27), (61.9, 27.46), *WITH_ONE_MORE[2:]]))
    (lost,) = Border.read(file).weak
    for verb in (["measure", "--lon", "61.5", "--lat", "27.2"], ["locate", "near the border"], ["border"]):
        shown = CliRunner().invoke(main, [*verb, "--border", str(file)]).stdout
        assert "mine" in shown
        assert lost in shown
    assert "share no edge" in refused(geojson(tmp_path / "b.geojson", *areas(EDGE, other)))


def test_a_line_read_again_is_the_same_border_until_its_file_changes(tmp_path):
    path = geojson(tmp_path / "line.geojson", LineString(EDGE))
    first = Border.read(path)
    again = Border.read(path)
    geojson(path, LineString([*EDGE, (64, 27)]))
    changed = Border.read(path)

    assert again is first
    assert Border.read("IRN-PAK") is Border.read("PAK-IRN")
    assert changed is not first
    assert changed.length() > first.length()


def test_a_story_s_border_is_known_again_by_what_its_base_map_holds_and_is_read_where_that_lies(tmp_path):
    def border(name):
        return border_of(project.read_story(tmp_path / name), "IRN-PAK")

    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        settings = 'format = 1\ntitle = "T"\nborder = "IRN-PAK"\nbasemap = "basemap"\n'
        (tmp_path / name / "geomap.toml").write_text(settings, encoding="utf-8")
        shutil.copytree(project.root() / "basemap", tmp_path / name / "basemap")
    # What another test has read of the countries would do for both.
    change(tmp_path / "one/basemap/countries.geojson", "{", "{ ")
    change(tmp_path / "other/basemap/countries.geojson", "{", "{ ")
    first = border("one")
    shutil.rmtree(tmp_path / "one")

    assert border("other") is first
    assert set(first.areas) >= {"IR", "PK"}
    change(tmp_path / "other/basemap/countries.geojson", "{ ", "{")
    assert border("other") is not first


def test_no_more_borders_buffers_and_regions_are_kept_than_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("geomap.border.line.BUFFERS", 2)
    monkeypatch.setattr("geomap.border.relations.KEPT", 2)
    for kept in range(2 * BORDERS):
        Border.read(geojson(tmp_path / f"{kept}.geojson", LineString([*EDGE, (64, 27 + kept / 10)])))
    border = Border.read(tmp_path / "0.geojson")
    areas = [box(61 + n, 26, 61.5 + n, 26.5) for n in range(4)]
    wanted = [(border.buffer(1000.0 * n), border.relation(area)) for n, area in enumerate(areas, 1)]

    assert len(_KEPT) == BORDERS
    for n, (area, (buffer, relation)) in enumerate(zip(areas, wanted, strict=True), 1):
        again = border.relation(area)
        assert border.buffer(1000.0 * n).equals_exact(buffer, 1e-9)  # old numpy differs in the last digit
        assert (again.country, again.near) == (relation.country, relation.near)
        assert (again.min_m, again.max_m) == pytest.approx((relation.min_m, relation.max_m))
    assert len(border._buffers) <= 3
    assert len(border._relations._found) <= 3
    assert border.relations([*areas, *areas]) == 2 * [relation for _, relation in wanted]


@pytest.mark.parametrize(("lon", "country"), [(178, "WS"), (-179, "VU")])
def test_a_line_beside_the_antimeridian_knows_the_countries_beyond_it(tmp_path, lon, country):
    line = Border.read(geojson(tmp_path / "line.geojson", LineString([(lon, -15), (lon, -14)])))

    assert country in line.areas


def test_a_folder_that_is_called_as_a_pair_hides_no_border(tmp_path, monkeypatch):
    (tmp_path / "IRN-PAK").mkdir()
    monkeypatch.chdir(tmp_path)

    assert Border.read("IRN-PAK").countries == ("IRN", "PAK")
