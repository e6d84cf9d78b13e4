"""QGIS opens what we publish: run with the interpreter that Debian's QGIS belongs to, without a display."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tomllib
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from invented import many
from qgis_here import DAYS, in_qgis, missing, qgis_check
from small_tables import small_world

from geomap.export.edits import read_edits
from geomap.export.published import write_published
from geomap.export.qgis_project import REFERENCES
from geomap.export.tables import rights_of
from geomap.incidents.corrections import Pin
from geomap.tables.frames import Tables
from geomap.tables.schema import SCHEMA


@pytest.fixture(scope="module")
def world() -> Tables:
    if reason := missing():
        pytest.fail(reason) if os.environ.get("GEOMAP_REQUIRE_ALL") == "1" else pytest.skip(reason)
    return small_world()


@pytest.fixture(scope="module")
def published(world: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    write_published(replace(world, story=replace(world.story, title="Small world")), folder)
    return folder


def test_qgis_reads_the_geojson_with_dates_as_dates_and_the_style_beside_it(published: Path):
    incidents, areas = published / "incidents.geojson", published / "areas.geojson"
    report = qgis_check(incidents, areas, "--expect-fields", DAYS, "--min-features", 2, "--expect-style", "--expect-temporal")
    assert (report["code"], report["failures"]) == (0, [])
    assert [layer["geometry"] for layer in report["layers"]] == ["Point", "MultiPolygon"]
    assert report["layers"][0]["features"] == 6
    assert report["layers"][0]["fields"] | {"account_count": "Integer", "distance_km": "Real"} == report["layers"][0]["fields"]
    assert all(layer["default_style_loaded"] and layer["licenses"] for layer in report["layers"])


def test_qgis_reads_the_border(published: Path):
    report = qgis_check(published / "border.geojson", "--min-features", 1, "--expect-style", "--expect-temporal")
    assert (report["code"], report["layers"][0]["geometry"], report["layers"][0]["crs"]) == (0, "LineString", "EPSG:4326")


@pytest.mark.parametrize("file", ["geomap.gpkg", "geomap.qgz"])
def test_qgis_opens_every_layer_styled_and_timed(file: str, published: Path, tmp_path: Path):
    report = qgis_check(published / file, "--expect-style", "--expect-temporal", "--png", tmp_path / "map.png")
    assert (report["code"], report["failures"], report["render"]["errors"]) == (0, [], [])
    assert {layer["name"].lower() for layer in report["layers"]} >= {"incidents", "areas", "border"}
    incidents = next(layer for layer in report["layers"] if layer["name"].lower() == "incidents")
    assert incidents["temporal"]["field"] == "first_day"
    assert incidents["fields"]["first_day"] == incidents["fields"]["last_day"] == "Date"
    assert incidents["aliases"].keys() >= {column.name for column in SCHEMA["incidents"]}
    assert incidents["map_tip"]
    assert incidents["labels"]


def test_the_project_measures_on_the_ellipsoid_and_opens_at_the_incidents_and_their_days(published: Path):
    answer = in_qgis(
        """
project = QgsProject.instance()
assert project.read(path)
span = project.timeSettings().temporalRange()
print(json.dumps([project.title(), project.crs().authid(), project.ellipsoid(), span.begin().toString(Qt.ISODate),
                  span.end().toString(Qt.ISODate), not project.viewSettings().defaultViewExtent().isEmpty()]))
""",
        published / "geomap.qgz",
    )
    assert answer == ["Small world", "EPSG:3857", "EPSG:7030", "2023-06-01T00:00:00Z", "2024-02-29T23:59:59Z", True]


SHEET = """
project = QgsProject.instance()
assert project.read(path)
(layout,) = project.layoutManager().printLayouts()
items = {item.id(): item for item in layout.items() if isinstance(item, QgsLayoutItem) and item.id() != "page"}
page = layout.pageCollection().page(0)
map, legend, scale = items["map"], items["legend"], items["scale"]
legend.updateLegend()
size = page.pageSize()
outside = [name for name, item in items.items() if not page.sceneBoundingRect().contains(item.sceneBoundingRect())]
names = [node.name() for node in legend.model().rootGroup().findLayers()]
done = QgsLayoutExporter(layout).exportToPdf(sys.argv[2], QgsLayoutExporter.PdfExportSettings())
png = QgsLayoutExporter.ImageExportSettings()
png.dpi = 80
QgsLayoutExporter(layout).exportToImage(sys.argv[2] + ".png", png)
crossing = [[a, b] for a in items for b in items
            if a < b and items[a].sceneBoundingRect().intersects(items[b].sceneBoundingRect())]
print(json.dumps({"name": layout.name(), "items": sorted(items), "size": [size.width(), size.height()], "outside": outside,
    "crossing": crossing, "linked": [legend.linkedMap() is map, scale.linkedMap() is map], "layers": names, "pdf": done,
    "text": [items["title"].text(), items["credit"].text()], "units": scale.unitLabel(),
    "shown": map.extent().contains(project.viewSettings().defaultViewExtent()),
    "picture": os.path.exists(items["north"].picturePath()) or items["north"].picturePath().startswith(":")}))
"""


def test_the_project_has_a_sheet_to_print_with_map_legend_scale_north_and_whom_to_name(
    world: Tables, published: Path, tmp_path: Path
):
    found = in_qgis(SHEET, published / "geomap.qgz", tmp_path / "sheet.pdf")
    assert (found["name"], found["size"]) == ("Small world", [297, 210])
    assert found["items"] == ["credit", "legend", "map", "north", "scale", "title"]
    assert (found["outside"], found["crossing"], found["linked"], found["units"]) == ([], [], [True, True], "km")
    assert found["text"] == ["Small world", " ".join(rights_of(world))]
    assert {"Incidents", "Border", "Areas"} <= set(found["layers"])
    assert (found["shown"], found["picture"], found["pdf"]) == (True, True, 0)
    assert (tmp_path / "sheet.pdf").stat().st_size > 10_000


def test_the_project_inside_the_geopackage_moves_with_it(published: Path, tmp_path: Path):
    moved = tmp_path / "geomap.gpkg"
    moved.write_bytes((published / "geomap.gpkg").read_bytes())
    answer = in_qgis(
        """
project = QgsProject.instance()
assert project.read(f"geopackage:{path}?projectName=geomap")
print(json.dumps({layer.id(): [layer.isValid(), layer.source().split("|")[0]] for layer in project.mapLayers().values()}))
""",
        moved,
    )
    assert answer.keys() == {f"geomap_{name}" for name in SCHEMA}
    assert all(state == [True, str(moved)] for state in answer.values())


def test_the_project_names_no_folder_and_no_host(published: Path):
    with zipfile.ZipFile(published / "geomap.qgz") as archive:
        (name,) = archive.namelist()
        text = archive.read(name).decode()
    assert text.count("<datasource>./geomap.gpkg|layername=") == len(SCHEMA)
    assert text.replace("http://mrcc.com/qgis.dtd", "").count("http") == 0
    assert str(published) not in text


def test_an_incidents_claims_stand_in_its_form(published: Path):
    answer = in_qgis(
        """
project = QgsProject.instance()
assert project.read(path)
relation = project.relationManager().relation("geomap_claims_incident")
incident = next(relation.referencedLayer().getFeatures("\\"id\\" = 'a'"))
claims = [claim["id"] for claim in relation.getRelatedFeatures(incident)]
print(json.dumps([relation.isValid(), claims, len(project.relationManager().relations())]))
""",
        published / "geomap.qgz",
    )
    assert answer == [True, ["x/1"], len([True for name, _ in REFERENCES if name in SCHEMA])]


def test_text_of_articles_is_text_in_a_map_tip(published: Path):
    tip = in_qgis(
        """
layer = QgsVectorLayer(f"{path}|layername=incidents", "incidents", "ogr")
layer.loadDefaultStyle()
feature = next(layer.getFeatures("\\"id\\" = 'e'"))
context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
context.setFeature(feature)
print(json.dumps(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)))
""",
        published / "geomap.gpkg",
    )
    assert "<script" not in tip
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ${x}" in tip
    assert "not stated" in tip
    assert "[%" not in tip


JANUARY = """
layer = QgsVectorLayer(f"{path}|layername=incidents", "incidents", "ogr")
layer.loadDefaultStyle()
month = QgsDateTimeRange(QDateTime(QDate(2024, 1, 1), QTime(12, 0), Qt.UTC),
                         QDateTime(QDate(2024, 1, 31), QTime(23, 59, 59), Qt.UTC))
settings = QgsMapSettings()
settings.setIsTemporal(True)
settings.setTemporalRange(month)
context = QgsVectorLayerTemporalContext()
context.setLayer(layer)
request = QgsFeatureRequest().setFilterExpression(layer.temporalProperties().createFilterString(context, month))
scopes = QgsExpressionContext()
scopes.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
scopes.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
request.setExpressionContext(scopes)
print(json.dumps([feature["id"] for feature in layer.getFeatures(request)]))
"""


def in_january(layers: Tables) -> set[str]:
    """The ids of incidents that may have been in January 2024; those with an open end count as undated, and are shown."""
    first, last = dt.date(2024, 1, 1), dt.date(2024, 1, 31)
    rows = [(row.id, row.first_day, row.last_day) for row in layers.incidents.itertuples()]
    return {i for i, a, b in rows if a is None or b is None or (a <= last and b >= first)}


def test_january_2024_shows_the_incidents_whose_days_overlap_it(published: Path, world: Tables):
    shown = in_qgis(JANUARY, published / "geomap.gpkg")
    assert in_january(world) == {"a", "b", "c", "d", "f"}  # b is open, c undated, d ends on the first day of the month
    assert sorted(shown) == ["a", "b", "c", "d", "f"]


def test_the_temporal_controller_finds_the_days_of_all_incidents(published: Path):
    answer = in_qgis(
        """
project = QgsProject.instance()
assert project.read(path)
span = QgsTemporalUtils.calculateTemporalRangeForProject(project)
print(json.dumps([span.begin().toString("yyyy-MM-dd"), span.end().toString("yyyy-MM-dd")]))
""",
        published / "geomap.qgz",
    )
    assert answer == ["2023-12-20", "2024-02-29"]


def test_qgis_opens_all_that_is_shipped(world: Tables, tables: Tables, tmp_path: Path):
    write_published(tables, tmp_path)
    files = sorted(tmp_path.glob("*.geojson"))
    assert len(files) > 3
    report = qgis_check(*files, tmp_path / "geomap.gpkg", tmp_path / "geomap.qgz", "--expect-style", "--expect-temporal")
    assert (report["code"], report["failures"]) == (0, [])
    assert len(report["layers"]) == 3 * len(files)
    wanted = in_january(tables)
    assert len(wanted) > 5
    assert set(in_qgis(JANUARY, tmp_path / "geomap.gpkg")) == wanted


def test_qgis_understands_every_expression_of_every_style(published: Path):
    answer = in_qgis(
        """
import re, glob
from xml.etree import ElementTree
found, wrong = 0, []
for file in sorted(glob.glob(f"{path}/*.qml")):
    root = ElementTree.parse(file).getroot()
    texts = [o.get("value") for o in root.iter("Option") if o.get("name") == "expression"]
    texts += [r.get("attr") for r in root.iter("renderer-v2") if r.get("attr")]
    texts += [t.get("fieldName") for t in root.iter("text-style")]
    texts += [root.findtext("previewExpression")] + re.findall(r"\\[%(.*?)%\\]", root.findtext("mapTip") or "", re.S)
    for text in texts:
        found += 1
        expression = QgsExpression(text)
        if expression.hasParserError():
            wrong.append([os.path.basename(file), text, expression.parserErrorString()])
print(json.dumps([found, wrong]))
""",
        published,
    )
    assert answer[0] > 50
    assert answer[1] == []


MOVE = """
layer = QgsVectorLayer(f"{path}|layername=incidents" if path.endswith(".gpkg") else path, "incidents", "ogr")
assert layer.startEditing()
feature = next(layer.getFeatures(f"\\"id\\" = '{sys.argv[2]}'"))
layer.changeGeometry(feature.id(), QgsGeometry.fromPointXY(QgsPointXY(63.5, 27.5)))
layer.changeAttributeValue(feature.id(), layer.fields().lookupField("first_day"), QDate.fromString(sys.argv[3], Qt.ISODate))
layer.changeAttributeValue(feature.id(), layer.fields().lookupField("title"), "Another title")
print(json.dumps(layer.commitChanges()))
"""


@pytest.mark.parametrize("file", ["geomap.gpkg", "incidents.geojson"])
def test_what_a_person_edits_in_qgis_comes_back_as_corrections(file: str, world: Tables, tmp_path: Path):
    write_published(world, tmp_path)
    assert in_qgis(MOVE, tmp_path / file, "a", "2024-01-15") is True
    edits = read_edits(tmp_path / file, world, by="A. Reader", on=dt.date(2024, 3, 1), reason="seen on site")
    assert {(c.incident, c.field, c.was, c.now) for c in edits.corrections} == {
        ("a", "first_day", dt.date(2024, 1, 16), dt.date(2024, 1, 15)),
        ("a", "point", Pin(lon=64.1, lat=26.97, radius_km=5.0), Pin(lon=63.5, lat=27.5, radius_km=5.0)),
    }
    (refused,) = edits.refused
    assert refused.startswith("incidents a: title: was 'Incident a', is 'Another title'; ")


ROW = """
layer = QgsVectorLayer(f"{path}|layername=incidents", "incidents", "ogr")
said = []
for change in (lambda f: layer.deleteFeature(f.id()),
               lambda f: layer.changeAttributeValue(f.id(), f.fieldNameIndex("id"), "z")):
    assert layer.startEditing()
    change(next(layer.getFeatures("\\"id\\" = 'a'")))
    done = layer.commitChanges()
    said.append([done, " ".join(layer.commitErrors())])
    layer.rollBack()
print(json.dumps([said, sorted(f["id"] for f in QgsVectorLayer(layer.source(), "again", "ogr").getFeatures())]))
"""


def test_qgis_says_why_a_row_cannot_be_deleted_nor_its_id_be_changed(published: Path, tmp_path: Path):
    shutil.copy(published / "geomap.gpkg", tmp_path / "geomap.gpkg")
    (deleted, renamed), ids = in_qgis(ROW, tmp_path / "geomap.gpkg")
    assert (deleted[0], "cannot be deleted here: change those and build again" in deleted[1]) == (False, True)
    assert (renamed[0], "cannot be changed here: change it in the files of the story" in renamed[1]) == (False, True)
    assert ids == ["a", "b", "c", "d", "e", "f"]


def test_an_edit_in_qgis_goes_round_to_a_judgement_and_a_changed_map(world: Tables, tmp_path: Path):
    repository = Path(__file__).parents[2]
    for folder in ("geomap", "geodata"):
        shutil.copytree(repository / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))

    def build(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "geomap", "build", *map(str, arguments)]
        environment = os.environ | {"PYTHONPATH": str(tmp_path)}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    def incident() -> dict[str, Any]:
        collection = json.loads((tmp_path / "output" / "incidents.geojson").read_text(encoding="utf-8"))
        return next(feature for feature in collection["features"] if feature["id"] == moved)

    moved = "2023-06-24-turbat"
    assert build().returncode == 0
    before, page = incident(), (tmp_path / "output" / "map.html").read_bytes()
    shutil.copy(tmp_path / "output" / "geomap.gpkg", tmp_path / "edited.gpkg")
    assert in_qgis(MOVE, tmp_path / "edited.gpkg", moved, "2023-06-20") is True
    done = build("--edits", tmp_path / "edited.gpkg", "--by", "A. Reader", "--on", "2024-03-01", "--why", "seen on site")
    assert done.returncode == 3, done.stderr
    (refused,) = [line for line in done.stderr.splitlines() if line.startswith("not taken: ")]
    assert f"incidents {moved}: title: was" in refused
    records = tomllib.loads((tmp_path / "geodata" / "corrections.toml").read_text(encoding="utf-8"))["corrections"]
    assert {(r["incident"], r["field"], r["by"], r["reason"]) for r in records} == {
        (moved, "point", "A. Reader", "seen on site"),
        (moved, "first_day", "A. Reader", "seen on site"),
    }
    after = incident()
    assert before["geometry"]["coordinates"] != after["geometry"]["coordinates"] == [63.5, 27.5]
    assert (before["properties"]["title"], after["properties"]["first_day"]) == (after["properties"]["title"], "2023-06-20")
    assert after["properties"]["distance_km"] != before["properties"]["distance_km"]
    assert (tmp_path / "output" / "map.html").read_bytes() != page
    with closing(sqlite3.connect(tmp_path / "output" / "geomap.gpkg")) as database:
        said = database.execute("SELECT version FROM differences WHERE incident = ?", (moved,)).fetchall()
    assert ("lon 63.5, lat 27.5, corrected by A. Reader on 2024-03-01",) in said
    again = build("--edits", tmp_path / "edited.gpkg", "--by", "A. Reader")
    assert (again.returncode, "made from other sources than there are now" in again.stderr) == (3, True)
    assert tomllib.loads((tmp_path / "geodata" / "corrections.toml").read_text(encoding="utf-8"))["corrections"] == records


ROOM = """
project = QgsProject.instance()
assert project.read(path)
(layout,) = project.layoutManager().printLayouts()
legend = layout.itemById("legend")
QgsLayoutExporter(layout).exportToPdf(sys.argv[2], QgsLayoutExporter.PdfExportSettings())
needed, there = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(), legend.sizeWithUnits()
layers = {node.name(): [entry.data(Qt.DisplayRole) for entry in legend.model().layerLegendNodes(node)]
          for node in legend.model().rootGroup().findLayers()}
page = layout.pageCollection().page(0).sceneBoundingRect()
print(json.dumps({"needed": [needed.width(), needed.height()], "there": [there.width(), there.height()], "layers": layers,
                  "on_page": page.contains(legend.sceneBoundingRect())}))
"""


@pytest.mark.parametrize("size", ["small", "of every kind and side"])
def test_no_entry_of_the_sheet_s_legend_leaves_it(world: Tables, published: Path, tmp_path: Path, size: str):
    folder = published
    if size != "small":
        folder = tmp_path / "output"
        folder.mkdir()
        write_published(many(400), folder)
    found = in_qgis(ROOM, folder / "geomap.qgz", tmp_path / "sheet.pdf")
    assert found["on_page"]
    assert found["needed"][0] <= found["there"][0]
    assert found["needed"][1] <= found["there"][1]
    entries = {name: [one for one in told if one] for name, told in found["layers"].items() if told}
    assert len(entries["Incidents"]) > (40 if size != "small" else 2)
    assert "Anything else" not in [one for told in entries.values() for one in told]


PREVIEWS = """
from qgis.PyQt.QtCore import QSize
project = QgsProject.instance()
assert project.read(path)
same = []
for category in project.mapLayer("geomap_incidents").renderer().embeddedRenderer().categories():
    symbol, plain = category.symbol(), category.symbol().clone()
    for _ in range(2):
        plain.deleteSymbolLayer(plain.symbolLayerCount() - 1)
    images = [one.asImage(QSize(40, 40)) for one in (symbol, plain)]
    same.append(images[0] == images[1])
print(json.dumps(same))
"""


def test_a_symbol_in_the_legend_has_no_badge_over_its_shape(published: Path):
    found = in_qgis(PREVIEWS, published / "geomap.qgz")
    assert len(found) > 2
    assert all(found)
