"""The files of a folder are one set: whatever kills or stops the command that writes them, and whoever else writes."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import killed_writers
import pytest
from click.testing import CliRunner
from conftest import files_no_larger_than, needs
from small_tables import small_world

from geomap import pipeline, project
from geomap.cli import main
from geomap.errors import DataError
from geomap.export.formats import FORMATS, SINGLE
from geomap.export.geopackage import write_geopackage
from geomap.export.published import check_private
from geomap.project import WORK, complete, is_pending, replacing

REPOSITORY = Path(__file__).resolve().parents[2]


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.is_file()}


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    command = [sys.executable, killed_writers.__file__, str(tmp_path_factory.mktemp("killed"))]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return json.loads(subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120).stdout)


def test_a_set_is_whole_after_the_next_command_whichever_step_was_the_last(killed: dict[str, Any]):
    assert len(killed["steps"]) > 20
    assert {tuple(step["completed"]) for step in killed["steps"]} == {("old",), ("new",)}
    assert {tuple(step.get("next", ["next"])) for step in killed["steps"]} <= {("old",), ("new",), ("next",)}
    assert any(len(step["killed"]) == 2 for step in killed["steps"])  # so that there was something to complete


def test_a_killed_command_leaves_what_is_not_its_own_and_nothing_else(killed: dict[str, Any]):
    assert [step["left"] for step in killed["steps"]] == [["mine.txt"]] * len(killed["steps"])


def test_git_lists_nothing_of_a_private_set_at_whichever_step_it_was_killed(killed: dict[str, Any]):
    assert all(step["hidden"] for step in killed["steps"])


def test_two_commands_that_write_at_once_leave_a_whole_set(killed: dict[str, Any]):
    assert {tuple(holds) for holds in killed["two"]} == {("one",), ("two",)}


def test_a_folder_in_a_files_place_is_said_before_anything_is_replaced(tmp_path: Path):
    out = write(tmp_path / "output", **{"a.txt": "old"})
    (out / "map.html").mkdir()
    with (
        pytest.raises(DataError, match=r"map\.html: is a folder, where a file is to be written; move it away"),
        replacing(out) as new,
    ):
        write(new, **{"a.txt": "new", "map.html": "new"})
    assert contents(out) == {"a.txt": "old"}
    assert sorted(path.name for path in out.iterdir()) == ["a.txt", "map.html"]


def test_a_file_that_another_program_holds_is_one_sentence_and_the_next_command_completes_the_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    out = write(tmp_path / "output", **{"a.txt": "old", "b.txt": "old"})
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if Path(target) == out / "b.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(target))
        replace(source, target)

    monkeypatch.setattr("os.replace", held)
    said = r"b\.txt: cannot be replaced \(permission denied\).* run the command again$"
    with pytest.raises(DataError, match=said) as caught, replacing(out) as new:
        write(new, **{"a.txt": "new", "b.txt": "new"})
    assert len(str(caught.value).splitlines()) == 1
    assert is_pending(out / "b.txt")
    monkeypatch.undo()
    complete(out)
    assert contents(out) == {"a.txt": "new", "b.txt": "new"}
    assert not (out / WORK).exists()


def test_a_failed_command_leaves_no_folder_that_it_made(tmp_path: Path):
    with pytest.raises(RuntimeError), replacing(tmp_path / "a" / "b") as new:
        raise RuntimeError(write(new, **{"a.txt": "new"}))
    assert list(tmp_path.iterdir()) == []


def test_another_command_waits_for_its_turn_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys.modules["geomap.project.replacing"], "WAIT_S", 0.2)
    write(tmp_path / WORK)
    with (tmp_path / WORK / "lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(DataError, match=r"another geomap has been writing into it for 0\.2 s"), replacing(tmp_path):
            pass
    with replacing(tmp_path) as new:
        write(new, **{"a.txt": "new"})
    assert contents(tmp_path) == {"a.txt": "new"}


def test_a_lock_that_its_holder_has_just_removed_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    module, first = sys.modules["geomap.project.replacing"], []
    hold = module._hold

    def freed(file: Any) -> bool:  # the holder removes the file and dies between its opening and its locking by us
        if not first:
            first.append(file)
            (tmp_path / WORK / "lock").unlink()
        return hold(file)

    monkeypatch.setattr(module, "_hold", freed)
    with replacing(tmp_path), (tmp_path / WORK / "lock").open("ab") as other:
        assert not hold(other)


@pytest.mark.parametrize("size", [1024, 3000])  # of a file in bytes, before GDAL wrote a part of one and said nothing
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_full_disk_is_one_sentence_and_leaves_the_set_as_it_was(form: str, size: int, tmp_path: Path):
    if form == "parquet":
        needs("pyarrow")
    out, world = write(tmp_path / "output", **{"mine.txt": "mine"}), small_world()
    with pytest.raises(DataError) as caught, files_no_larger_than(size), replacing(out) as new:
        FORMATS[form](world, new / "geomap.x" if form in SINGLE else new)
    assert str(caught.value).startswith(f"{out}: cannot be written (")
    assert str(caught.value).endswith("what was there before is unchanged")
    assert len(str(caught.value).splitlines()) == 1
    assert [path.name for path in out.iterdir()] == ["mine.txt"]


def with_open_log(path: Path) -> None:
    """A GeoPackage whose write-ahead log was left beside it, as by a program that was killed."""
    code = (
        "import os, sqlite3, sys; d = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "d.execute('PRAGMA journal_mode = WAL');"
        "d.execute('CREATE TABLE mine (a)'); d.executemany('INSERT INTO mine VALUES (?)', [('x' * 4000,)] * 50); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    assert path.with_name(f"{path.name}-wal").stat().st_size > 100_000


@pytest.mark.parametrize("straight", [True, False])
def test_a_log_that_was_left_beside_a_geopackage_is_not_read_into_the_next(straight: bool, tmp_path: Path):
    path = tmp_path / "geomap.gpkg"
    with_open_log(path)
    if straight:
        write_geopackage(small_world(), path)
    else:
        with replacing(tmp_path) as new:
            write_geopackage(small_world(), new / "geomap.gpkg")
    assert [file.name for file in tmp_path.iterdir()] == ["geomap.gpkg"]
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("SELECT count(*) FROM incidents").fetchone() == (6,)


# ---- private pages ------------------------------------------------------------------------------------------------------


def test_a_private_page_goes_into_a_folder_of_its_own(tmp_path: Path):
    check_private(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    check_private(tmp_path / "empty")
    check_private(write(tmp_path / "again", **{".gitignore": "*\n", "map.html": "private"}))


@pytest.mark.parametrize("spelling", ["site", "site/../site", "link", "site/texts", "link/texts"])
def test_a_private_page_is_refused_where_a_build_was_published_however_its_path_is_written(spelling: str, tmp_path: Path):
    write(tmp_path / "site", **{"map.html": "published", "incidents.geojson": "{}", ".gitignore": "*\n"})
    (tmp_path / "link").symlink_to("site")
    with pytest.raises(DataError, match=r"is private, and .*site is for what is published; name another folder"):
        check_private(tmp_path / spelling)


def test_a_private_page_is_refused_in_a_folder_that_git_lists(tmp_path: Path):
    with pytest.raises(DataError, match=r"git would list this folder; name a new one"):
        check_private(write(tmp_path / "docs", **{"map.html": "published"}))
    with pytest.raises(DataError, match=r"git would list this folder; name a new one"):
        check_private(write(tmp_path / "project", **{".gitignore": "*.log\n"}))


def test_a_private_build_asks_again_once_it_alone_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared: Path):
    out = tmp_path / "folder"
    tables = pipeline.tables

    def meanwhile(*arguments: Any) -> Any:  # another build publishes into the folder
        write(out, **{"map.html": "published", "incidents.geojson": "{}"})
        return tables(*arguments)

    monkeypatch.setattr(pipeline, "tables", meanwhile)
    with pytest.raises(DataError, match=r"is for what is published"):
        pipeline.build(out, texts=shared / "articles")
    assert contents(out) == {"map.html": "published", "incidents.geojson": "{}"}


# ---- commands -----------------------------------------------------------------------------------------------------------


def leave_ready(folder: Path, **files: str) -> None:
    """What a command leaves that is killed once its set is decided."""
    write(folder / WORK / "ready", **files)
    write(folder / WORK, **{".gitignore": "*\n", "lock": ""})


def test_a_build_that_is_refused_completes_an_earlier_one_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    out = write(tmp_path / "output", **{"a.txt": "old", "b.txt": "new"})
    leave_ready(out, **{"a.txt": "new"})
    story = replace(project.example(), folder=tmp_path / "nowhere")
    with pytest.raises(DataError, match="nowhere"):
        pipeline.build(out, story=story)
    assert contents(out) == {"a.txt": "new", "b.txt": "new"}


def test_an_edited_file_is_not_overwritten_by_what_an_interrupted_build_has_ready(tmp_path: Path):
    out = write(tmp_path / "output", **{"incidents.geojson": "edited"})
    leave_ready(out, **{"incidents.geojson": "new"})
    done = CliRunner().invoke(main, ["build", "--out", str(out), "--edits", str(out / "incidents.geojson"), "--by", "A"])
    assert (done.exit_code, "an interrupted build has a new one ready" in done.stderr) == (1, True)
    assert contents(out) == {"incidents.geojson": "edited"}


@pytest.mark.parametrize(
    ("arguments", "name"),
    [(("-f", "kml"), "x.kml"), (("-f", "gpkg"), "x.gpkg"), (("--table", "claims", "-f", "csv"), "x.csv"),
     (("--schema", "acled"), "x.csv")],
)  # fmt: skip
def test_an_export_that_fails_leaves_the_earlier_file(arguments: tuple[str, ...], name: str, tmp_path: Path):
    write(tmp_path, **{name: "old"})
    with files_no_larger_than(512):
        done = CliRunner().invoke(main, ["export", *arguments, "-o", str(tmp_path / name)])
    assert (done.exit_code, "cannot be written" in done.stderr.splitlines()[-1]) == (1, True)
    assert contents(tmp_path) == {name: "old"}


def test_an_export_to_a_pipe_or_through_a_link_goes_where_it_leads(tmp_path: Path):
    write(tmp_path / "there", **{"real.csv": "old"})
    (tmp_path / "link.csv").symlink_to(tmp_path / "there" / "real.csv")
    done = CliRunner().invoke(main, ["export", "--table", "claims", "-f", "csv", "-o", str(tmp_path / "link.csv")])
    assert done.exit_code == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert contents(tmp_path / "there")["real.csv"].startswith("\ufeffid,")
    os.mkfifo(tmp_path / "pipe.csv")
    reader = os.open(tmp_path / "pipe.csv", os.O_RDONLY | os.O_NONBLOCK)
    try:
        done = CliRunner().invoke(main, ["export", "--table", "places", "-f", "csv", "-o", str(tmp_path / "pipe.csv")])
        assert (done.exit_code, os.read(reader, 3)) == (0, b"id,")
    finally:
        os.close(reader)


def test_a_file_is_not_given_a_name_in_another_encoding(tmp_path: Path):
    done = CliRunner().invoke(main, ["export", "-f", "gpkg", "-o", str(tmp_path / "Jos\udce9.gpkg")])
    assert (done.exit_code, "the name is not in UTF-8; choose another" in done.stderr) == (2, True)


def test_two_sets_that_are_written_into_one_folder_keep_each_others_files(tmp_path: Path):
    for name in ("one", "two"):
        with project.replacing(tmp_path) as new:
            write(new, **{name: name})
    assert contents(tmp_path) == {"one": "one", "two": "two"}
