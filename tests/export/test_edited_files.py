"""An edited file that cannot be taken is refused for the reason that is so, never for another."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
from conftest import needed
from shapely.geometry import Point
from small_tables import small_world

from geomap.errors import DataError
from geomap.export.edits import read_edits
from geomap.export.published import write_published
from geomap.incidents import Pin
from geomap.tables import Tables

WHO = {"by": "A. Reader", "on": dt.date(2024, 3, 1), "reason": "seen on site"}


@pytest.fixture(scope="module")
def world() -> Tables:
    return small_world()


@pytest.fixture(scope="module")
def published(world: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    write_published(world, folder)
    return folder


def edited_with_a_log(path: Path) -> None:
    """Moves a day by a program that is killed, so that the change stands in the write-ahead log alone."""
    code = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    database.execute(f'DROP TRIGGER "{name}"')
database.execute("UPDATE incidents SET last_day = '2024-01-20' WHERE id = 'a'")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def copied(how: str, published: Path, folder: Path) -> tuple[Path, Path]:
    """An untouched copy by another program, and the file that it was made from."""
    original = published / ("geomap.gpkg" if how.endswith("gpkg") else "incidents.geojson")
    copy = folder / f"copy.{'gpkg' if 'to gpkg' in how else 'geojson'}"
    if how.startswith("ogr2ogr"):
        needed(shutil.which("ogr2ogr"), "GDAL's ogr2ogr")
        moved = ["-t_srs", "EPSG:3857"] if "metres" in how else []
        subprocess.run(["ogr2ogr", *moved, "-nln", "x", str(copy), str(original), "incidents"], check=True, capture_output=True)
    elif how.startswith("to_json"):
        copy.write_text(gpd.read_file(original, layer="incidents").to_json(default=str), encoding="utf-8")
    else:
        gpd.read_file(original, layer="incidents").to_file(copy)
    return copy, original


COPIES = [f"{way} of {file}" for file in ("geojson", "gpkg") for way in (
    "geopandas to gpkg", "geopandas to geojson", "to_json", "ogr2ogr to gpkg", "ogr2ogr to geojson",
    "ogr2ogr in metres to gpkg",
)]  # fmt: skip


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_by_another_program_has_no_change(how: str, world: Tables, published: Path, tmp_path: Path):
    copy, original = copied(how, published, tmp_path)
    edits = read_edits(copy, world, **WHO, built_from=original)
    assert (edits.corrections, [line for line in edits.refused if ": not ours; it is left behind" not in line]) == ((), [])


@pytest.mark.parametrize("name", ["copy.gpkg", "copy.geojson"])
def test_a_change_in_a_copy_is_taken_by_the_id_of_its_row(name: str, world: Tables, published: Path, tmp_path: Path):
    table = gpd.read_file(published / "incidents.geojson").sort_values("id", ascending=False)
    table.loc[table["id"] == "a", "geometry"] = Point(64.2, 27)
    table[table["id"] != "b"].to_file(tmp_path / name)
    edits = read_edits(tmp_path / name, world, **WHO, built_from=published / "geomap.gpkg")
    assert [(c.incident, c.field, c.now) for c in edits.corrections] == [("a", "point", Pin(lon=64.2, lat=27, radius_km=5.0))]
    assert [line.split(";")[0] for line in edits.refused] == ["incidents b: row is gone"]


def test_a_copy_says_how_it_is_taken_and_none_is_of_a_file_that_is_itself_a_copy(
    world: Tables, published: Path, tmp_path: Path
):
    gpd.read_file(published / "incidents.geojson").to_file(tmp_path / "x.gpkg", layer="incidents")
    (line,) = read_edits(tmp_path / "x.gpkg", world, **WHO).refused
    assert line.endswith("name the file that it was copied from (--built-from FILE)")
    with pytest.raises(DataError, match=r"does not say which build it is of; give the file as geomap wrote it$"):
        read_edits(tmp_path / "x.gpkg", world, **WHO, built_from=tmp_path / "x.gpkg")
    older = replace(world, incidents=world.incidents.assign(title="Another"))
    (line,) = read_edits(tmp_path / "x.gpkg", older, **WHO, built_from=published / "geomap.gpkg").refused
    assert "made from other sources than there are now" in line


def test_a_byte_order_mark_is_no_change(world: Tables, published: Path, tmp_path: Path):
    path = tmp_path / "incidents.geojson"
    path.write_bytes(b"\xef\xbb\xbf" + (published / "incidents.geojson").read_bytes())
    edits = read_edits(path, world, **WHO)
    assert (edits.corrections, edits.refused) == ((), ())


@pytest.mark.parametrize(
    ("name", "harm", "said"),
    [
        ("incidents.geojson", lambda data: b"", r"it is empty; give the whole file$"),
        ("geomap.gpkg", lambda data: b"", r"it is empty; give the whole file$"),
        ("incidents.geojson", lambda data: data.decode().encode("utf-16"), r"it is written in UTF-16; save it in UTF-8$"),
        (
            "incidents.geojson",
            lambda data: data.replace(b"Panjgur", b"Panj\xe9ur"),
            r"can't decode byte 0xe9.*; save it in UTF-8$",
        ),
        ("incidents.geojson", lambda data: data[: len(data) // 2], r"it is no JSON .* half written: take a whole copy$"),
        ("geomap.gpkg", lambda data: data[: len(data) // 2], r"malformed; it is damaged or half written: take a whole copy$"),
        ("geomap.gpkg", lambda data: data[:100], r"it is damaged or half written: take a whole copy$"),
        (
            "geomap.gpkg",
            lambda data: data[:32768] + b"\xff" * 4096 + data[36864:],
            r"it is damaged or half written: take a whole copy$",
        ),
        ("geomap.gpkg", lambda data: data[:-4096], r"it is damaged or half written: take a whole copy$"),
    ],
)
def test_a_file_that_is_not_whole_or_in_another_encoding_is_said_to_be_so(
    name: str, harm: Callable[[bytes], bytes], said: str, world: Tables, published: Path, tmp_path: Path
):
    (tmp_path / name).write_bytes(harm((published / name).read_bytes()))
    with pytest.raises(DataError, match=said) as caught:
        read_edits(tmp_path / name, world, **WHO)
    assert len(str(caught.value).splitlines()) == 1


def test_a_folder_is_no_missing_file(world: Tables, tmp_path: Path):
    (tmp_path / "geomap.gpkg").mkdir()
    with pytest.raises(DataError, match=r"geomap\.gpkg: it is a folder; give a GeoPackage or GeoJSON$"):
        read_edits(tmp_path / "geomap.gpkg", world, **WHO)


def test_a_file_that_may_not_be_read_is_not_called_another(world: Tables, published: Path, monkeypatch: pytest.MonkeyPatch):
    def denied(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(PermissionError, match="Permission denied"):
        read_edits(published / "incidents.geojson", world, **WHO)


def test_a_name_in_another_encoding_is_said_to_be_so(world: Tables, published: Path, tmp_path: Path):
    path = tmp_path / os.fsdecode(b"Jos\xe9.geojson")
    shutil.copyfile(published / "incidents.geojson", path)
    with pytest.raises(DataError, match=r"its name is not in UTF-8; rename it$"):
        read_edits(path, world, **WHO)


def test_a_geopackage_that_another_program_writes_to_is_said_to_be_locked(
    world: Tables, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "geomap.gpkg"
    shutil.copyfile(published / "geomap.gpkg", path)
    connect = sqlite3.connect
    with closing(connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr("sqlite3.connect", lambda *args, **more: connect(*args, timeout=0, **more))
        with pytest.raises(DataError, match=r"database is locked; another program is writing to it: save and close it there$"):
            read_edits(path, world, **WHO)


def test_changes_in_a_log_are_read(world: Tables, published: Path, tmp_path: Path):
    path = tmp_path / "geomap.gpkg"
    shutil.copyfile(published / "geomap.gpkg", path)
    edited_with_a_log(path)
    assert [c.now for c in read_edits(path, world, **WHO).corrections] == [dt.date(2024, 1, 20)]


def test_a_geopackage_beside_which_nothing_can_be_written_is_read_where_it_has_no_log_and_refused_where_it_has(
    world: Tables, published: Path, tmp_path: Path
):
    path, log = tmp_path / "geomap.gpkg", tmp_path / "geomap.gpkg-wal"
    shutil.copyfile(published / "geomap.gpkg", path)
    edited_with_a_log(path)
    (tmp_path / "geomap.gpkg-shm").unlink()
    (tmp_path / "geomap.gpkg-shm").symlink_to(
        tmp_path / "nowhere" / "x"
    )  # so that SQLite cannot make it, as on a read-only disk
    with pytest.raises(DataError, match=r"what was changed last is in geomap\.gpkg-wal, which cannot be read here: copy both"):
        read_edits(path, world, **WHO)
    log.unlink()
    edits = read_edits(path, world, **WHO)
    assert (edits.corrections, edits.refused) == ((), ())


def test_a_feature_without_properties_is_no_crash(world: Tables, tmp_path: Path):
    path = tmp_path / "incidents.geojson"
    feature = '{"type": "Feature", "id": "a", "properties": null, "geometry": null}'
    feature += ', {"type": "Feature", "id": "b", "properties": {"last_day": null}, "geometry": null}'
    path.write_text(f'{{"type": "FeatureCollection", "name": "incidents", "features": [{feature}]}}', encoding="utf-8")
    (line,) = read_edits(path, world, **WHO).refused
    assert "the mark that says which build it was made from is missing" in line


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "Feature", "properties": {}, "geometry": null}',
        '{"type": "FeatureCollection", "features": [null]}',
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": [1], "geometry": null}]}',
        '{"type": "FeatureCollection", "features": [], "n": ' + "7" * 5000 + "}",
    ],
)
def test_geojson_that_is_no_collection_of_features_is_said_to_be_none(text: str, world: Tables, tmp_path: Path):
    (tmp_path / "incidents.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"^incidents\.geojson: it is no (collection of features|JSON)"):
        read_edits(tmp_path / "incidents.geojson", world, **WHO)
