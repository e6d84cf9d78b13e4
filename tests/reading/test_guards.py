"""Files that would take a reader's time or memory are refused at once, whichever verb they are given to."""

import json
import os
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from functools import partial

import pytest

from geomap import project
from geomap.articles import read_text
from geomap.errors import DataError
from geomap.reading import check_json_depth

SECONDS, MEGABYTES = 2.0, 200.0


#: Runs a verb from a small process: a child is born with the memory of its parent, and pytest has much.
LAUNCH = """
import json, resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "geomap", *sys.argv[1:]], capture_output=True, text=True, timeout=30)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, done.stderr]))
"""


def spent(*arguments):
    """The processor's seconds that a verb takes to refuse wrong input, in at most 200 MB, and what it says."""
    command = [sys.executable, "-c", LAUNCH, *map(str, arguments)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, timeout=60)
    code, seconds, megabytes, said = json.loads(done.stdout)
    assert code == 1, said
    assert "Traceback" not in said
    assert megabytes < MEGABYTES
    return seconds, said


def view(path, sql):
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, srs_id INTEGER)")
        database.execute(f"CREATE VIEW incidents AS {sql}")
        database.execute("INSERT INTO gpkg_contents VALUES ('incidents', 'attributes', 'x', 0)")
        database.commit()
    return path


def test_a_view_of_a_geopackage_is_not_run(tmp_path):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10) SELECT i AS id FROM n"
    path = view(tmp_path / "edited.gpkg", endless)

    with pytest.raises(DataError, match="holds the view incidents, which is a program; save it as a table"):
        project.check_vector_file(path)


def test_what_only_looks_like_a_geopackage_is_told(tmp_path):
    path = tmp_path / "edited.gpkg"
    path.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)

    with pytest.raises(DataError, match="is not a database; it is damaged or half written"):
        project.check_vector_file(path)


@pytest.mark.parametrize("deep", ["[" * 101 + "]" * 101, '{"a":' * 101 + "1" + "}" * 101, "[" * 200_000])
def test_json_that_is_deeper_than_any_map_is_refused(tmp_path, deep):
    path = tmp_path / "a.geojson"
    path.write_text('{"x": ' + deep, encoding="utf-8")

    began = time.process_time()
    with pytest.raises(DataError, match="lists in lists more than 100 deep; no map needs so many"):
        project.check_vector_file(path)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.geojson", '{"x": ' + "[" * 101, "a.geojson: lists in lists more than 100 deep"),
        ("a.gpkg", "SQLite format 3\x00", "holds a.gpkg; a GeoPackage is read as it is, so take it out of the ZIP"),
        ("a.geojson", "{" + " " * 201_000_000, "has 201 MB when unpacked; at most 200 MB are read"),
    ],
    ids=["deep", "database", "large"],
)
def test_a_zip_holds_no_more_than_a_file_may(tmp_path, name, content, said):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(name, content)

    with pytest.raises(DataError, match=said):
        project.check_vector_file(path)


@pytest.mark.parametrize("text", ["[" * 500, '\\"' + "[" * 500, "\\\\", "{" * 500 + "\\"])
def test_brackets_in_texts_are_no_depth(text):
    check_json_depth(json.dumps({"text": text, "lists": [[1]] * 500}).encode(), "a.json")


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".zip", ".shp", ".kml"])
def test_a_pipe_is_no_vector_file_and_nobody_waits_for_it(tmp_path, suffix):
    os.mkfifo(tmp_path / f"pipe{suffix}")

    seconds, said = spent("measure", "--lon", 61, "--lat", 27, "--border", tmp_path / f"pipe{suffix}")

    assert "is a pipe; name a regular file" in said
    assert seconds < SECONDS


def test_a_device_is_no_border(tmp_path):
    (tmp_path / "zero.geojson").symlink_to("/dev/zero")

    _, said = spent("measure", "--lon", 61, "--lat", 27, "--border", tmp_path / "zero.geojson")

    assert "is a device; name a regular file" in said


def test_a_pipe_among_the_texts_is_told(tmp_path):
    os.mkfifo(tmp_path / "tns-2024-01-28.txt")

    with pytest.raises(DataError, match="is a pipe; name a regular file"):
        read_text(tmp_path, "tns-2024-01-28", None)


def test_a_thousand_phrases_are_refused_at_once():
    seconds, said = spent("locate", ", ".join(f"{n} km from Turbat" for n in range(20, 3020)))

    assert "'20 km from Turbat" in said
    assert "characters; write at most 500 about a place" in said
    assert seconds < SECONDS


def test_a_geopackage_that_another_program_holds_is_looked_through_all_the_same(tmp_path, monkeypatch):
    file = tmp_path / "held.gpkg"
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE a (x)")
        database.execute("CREATE VIEW looking AS SELECT x FROM a")
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr("sqlite3.connect", partial(sqlite3.connect, timeout=0))
        with pytest.raises(DataError, match="looking"):
            project.check_vector_file(file)
