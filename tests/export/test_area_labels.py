"""In QGIS an incident that has no point is named in each of its areas, with its symbol; nothing of it is written as a point."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from qgis_here import in_qgis, missing

from geomap.export.published import write_published
from geomap.tables.frames import Tables
from geomap.vocabulary.symbols import SHAPES, SIGNS

NAMED = """
project = QgsProject.instance()
assert project.read(path)
(layer,) = [one for one in project.mapLayers().values() if "areas" in one.id() or one.name().lower().startswith("areas")]
settings = layer.labeling().settings()
context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
expression = QgsExpression(settings.fieldName)
said = {}
for feature in layer.getFeatures():
    context.setFeature(feature)
    text = expression.evaluate(context)
    said[feature["id"]] = text if isinstance(text, str) else None
print(json.dumps([settings.labelPerPart, layer.labelsEnabled(), said]))
"""


@pytest.fixture(scope="module")
def published(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    write_published(tables, folder)
    return folder


def test_each_area_of_an_incident_without_a_point_is_named_in_qgis(published: Path, tables: Tables) -> None:
    if reason := missing():
        pytest.fail(reason) if os.environ.get("GEOMAP_REQUIRE_ALL") == "1" else pytest.skip(reason)
    per_part, enabled, said = in_qgis(NAMED, published / "geomap.qgz")
    assert (per_part, enabled) == (True, True)
    pinned = set(tables.incidents["id"][~tables.incidents.geometry.isna()])
    for area in tables.areas.itertuples():
        wanted = area.role == "best" and area.level not in ("province", "country") and area.incident not in pinned
        assert bool(said[area.id]) == wanted, area.id
    assert said["2024-01-16-sabz-koh/best"] == "▲ Sabz Koh\n1 of 2 areas"


def test_each_symbol_has_a_character_of_its_own() -> None:
    assert list(SIGNS) == list(SHAPES)
    assert len(set(SIGNS.values())) == len(SHAPES)


def test_nothing_of_an_area_is_exported_as_a_point(published: Path, tables: Tables) -> None:
    bare = set(tables.incidents["id"][tables.incidents.geometry.isna()])
    assert bare
    for file in ("incidents", "areas"):
        features = json.loads((published / f"{file}.geojson").read_text(encoding="utf-8"))["features"]
        for feature in features:
            if feature["properties"].get("incident", feature["id"]) in bare:
                assert feature["geometry"] is None or feature["geometry"]["type"] == "MultiPolygon"
