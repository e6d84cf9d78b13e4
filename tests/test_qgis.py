"""QGIS opens what we publish: run with the interpreter that Debian's QGIS belongs to, without a display."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
from pathlib import Path
from typing import Any

import pytest

from geomap.export import write_published

PYTHON = "/usr/bin/python3"
SMALL_WORLD = runpy.run_path(str(Path(__file__).with_name("test_export.py")))["small_world"]
CHECK = Path(__file__).parents[2] / "shared" / "tools" / "qgis_check.py"


def missing() -> str | None:
    """Why these tests cannot run here; None where they can."""
    if not CHECK.is_file():
        return "qgis_check.py is not beside the repository"
    try:
        found = subprocess.run([PYTHON, "-c", "import qgis.core"], capture_output=True, check=False)
    except OSError:
        return f"there is no {PYTHON}"
    return "QGIS is not installed for Debian's Python" if found.returncode else None


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if reason := missing():
        pytest.fail(reason) if os.environ.get("GEOMAP_REQUIRE_ALL") == "1" else pytest.skip(reason)
    folder = tmp_path_factory.mktemp("output")
    write_published(SMALL_WORLD(), folder)
    return folder


def qgis_check(*arguments: object) -> dict[str, Any]:
    """What `qgis_check.py` reports; its exit code as ``code``."""
    command = [PYTHON, str(CHECK), *map(str, arguments), "--json"]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    )
    assert run.stdout, run.stderr
    return json.loads(run.stdout.splitlines()[-1]) | {"code": run.returncode}


DAYS = json.dumps({"first_day": "Date", "last_day": "Date"})


def test_qgis_reads_the_geojson_with_dates_as_dates(published: Path):
    incidents, areas = published / "incidents.geojson", published / "areas.geojson"
    report = qgis_check(incidents, areas, "--expect-fields", DAYS, "--min-features", 2)
    assert (report["code"], report["failures"]) == (0, [])
    assert [layer["geometry"] for layer in report["layers"]] == ["Point", "MultiPolygon"]
    assert report["layers"][0]["features"] == 5
    assert report["layers"][0]["fields"] | {"accounts": "Integer", "border_km": "Real"} == report["layers"][0]["fields"]


def test_qgis_reads_the_border(published: Path):
    report = qgis_check(published / "border.geojson", "--min-features", 1)
    assert (report["code"], report["layers"][0]["geometry"], report["layers"][0]["crs"]) == (0, "LineString", "EPSG:4326")
