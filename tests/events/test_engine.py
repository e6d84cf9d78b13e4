"""`geomap near --engine dask`: the same rows, whoever measures them."""

import os
import signal
import threading
import time

import numpy as np
import pytest
from click.testing import CliRunner
from conftest import needs
from event_tables import ged_rows, typed

from geomap import Border
from geomap.cli.group import main
from geomap.errors import DataError, MissingError
from geomap.events import Asked, To, engine, near_parts, near_table, other_rows

needs("pyarrow", "dask", "distributed")
import distributed  # noqa: E402
import pyarrow as pa  # noqa: E402
from pyarrow import parquet  # noqa: E402

TO = To(borders=[Border.read("IRN-PAK"), "any"], near_m=50_000)
TO_ONE = To(borders=[Border.read("IRN-PAK")], near_m=50_000)
ROWS = 2_000


def write(path, rows=60 * ROWS, group=ROWS, **more):
    rng = np.random.default_rng(5)
    lon, lat = rng.uniform(55, 70, rows), rng.uniform(22, 34, rows)
    precision = rng.choice([1, 2, 3], rows)
    columns = {
        "id": np.arange(rows),
        "lon": lon,
        "lat": lat,
        "precision": precision,
        "words": np.repeat("some words", rows),
        **more,
    }
    parquet.write_table(pa.table(columns), path, row_group_size=group)
    return path


def parts(folder):
    """The rows of a folder, by the names of its files; there are no others."""
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == [f"part-{k:05}.parquet" for k in range(len(files))]
    return [parquet.read_table(file) for file in files]


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50
    ) as running:
        yield running


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    return write(tmp_path_factory.mktemp("table") / "t.parquet")


ASKED = Asked(precision="precision", radii_km={"1": 2.0, "2": 25.0})


def test_the_parts_hold_the_rows_that_one_process_writes(table, cluster, tmp_path, monkeypatch):
    monkeypatch.setattr(other_rows, "ROWS", 3 * ROWS - 1)
    shares = []
    done = near_parts(
        table,
        tmp_path / "o",
        TO,
        ASKED,
        scheduler=cluster.scheduler_address,
        progress=lambda share, rows: shares.append((share, rows)),
    )
    alone = near_table(table, tmp_path / "o.parquet", TO, ASKED)
    found = parts(tmp_path / "o")

    assert [len(part) for part in found] == [3 * ROWS] * 20
    assert pa.concat_tables(found).equals(parquet.read_table(tmp_path / "o.parquet"))
    for name in ("rows", "not_measured", "without_radius", "far", "first_far", "kind"):
        assert getattr(done, name) == getattr(alone, name), name
    assert shares[-1] == (1.0, 60 * ROWS)
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_worker_that_is_killed_costs_no_row(table, tmp_path, monkeypatch):
    monkeypatch.setattr(other_rows, "ROWS", 1)
    killed, missing = [], []

    def kill():
        while not (written := [*tmp_path.glob(".geomap-*/o/part-*.parquet")]):
            time.sleep(0.005)
        missing.append(60 - len(written))
        os.kill(pids[0], signal.SIGKILL)
        killed.append(pids[0])

    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50
    ) as running:
        pids = [worker.pid for worker in running.workers.values()]
        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        done = near_parts(table, tmp_path / "o", TO_ONE, ASKED, scheduler=running.scheduler_address)
        killer.join(10)
    near_table(table, tmp_path / "o.parquet", TO_ONE, ASKED)
    found = parts(tmp_path / "o")

    assert killed
    assert missing[0] > 0
    assert done.rows == 60 * ROWS
    assert pa.concat_tables(found).equals(parquet.read_table(tmp_path / "o.parquet"))


def test_a_part_that_is_made_again_has_the_same_bytes_and_what_died_leaves_nothing(table, cluster, tmp_path, monkeypatch):
    monkeypatch.setattr(other_rows, "ROWS", 1)
    own = engine.measured
    measuring = engine._planned(table, TO_ONE, ASKED, False)[0]
    packed = engine.pickle.dumps(measuring)
    seen = []
    for _ in range(2):
        tally = own(packed, [3, 4], str(tmp_path / "part-00000.parquet"))
        seen.append((tally.rows, (tmp_path / "part-00000.parquet").read_bytes()))
    assert seen[0] == seen[1]

    def leaves(client, measuring, groups, folder, progress):
        (folder / ".of-a-killed-worker").write_bytes(b"part of a part")
        return measured_by(client, measuring, groups, folder, progress)

    measured_by = engine._measured_by
    monkeypatch.setattr(engine, "_measured_by", leaves)
    near_parts(table, tmp_path / "o", TO_ONE, ASKED, scheduler=cluster.scheduler_address)
    assert len(parts(tmp_path / "o")) == 60


def test_the_command_starts_workers_of_its_own_and_takes_its_own_folder_s_place(tmp_path):
    path = tmp_path / "ged.parquet"
    parquet.write_table(pa.Table.from_pylist(typed(ged_rows())), path, row_group_size=4)
    command = ["near", str(path), "--border", "IRN-PAK", "--engine", "dask", "-o", str(tmp_path / "o")]
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "part-00099.parquet").write_bytes(b"before")
    done = CliRunner().invoke(main, command)
    alone = CliRunner().invoke(main, [*command[:4], "-o", str(tmp_path / "o.parquet")])

    assert (done.exit_code, alone.exit_code) == (3, 3), done.output
    assert done.stderr.replace(f"{tmp_path / 'o'}", "OUT") == alone.stderr.replace(f"{tmp_path / 'o.parquet'}", "OUT")
    assert pa.concat_tables(parts(tmp_path / "o")).equals(parquet.read_table(tmp_path / "o.parquet"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ged.parquet", "o", "o.parquet"]


def test_points_and_a_table_without_rows_have_their_parts(cluster, tmp_path):
    import geopandas as gpd

    given = gpd.GeoDataFrame({"a": [1, 2]}, geometry=gpd.points_from_xy([61.5, 62], [27.2, 27.4]), crs=4326).to_crs(3857)
    given.to_parquet(tmp_path / "t.parquet")
    near_parts(tmp_path / "t.parquet", tmp_path / "o", TO, Asked(), scheduler=cluster.scheduler_address)
    found = gpd.read_parquet(tmp_path / "o" / "part-00000.parquet")
    write(tmp_path / "none.parquet", rows=0)
    near_parts(tmp_path / "none.parquet", tmp_path / "p", TO, Asked(), scheduler=cluster.scheduler_address)

    assert found.crs == given.crs
    assert found.geometry.geom_equals(given.geometry).all()
    assert list(found["IRN_PAK_distance_km"] > 0) == [True, True]
    assert "border" in parts(tmp_path / "p")[0].schema.names[14]


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (lambda p: (p / "t.csv").write_text("lon,lat\n61,27\n") and p / "t.csv", DataError, "convert it to Parquet first"),
        (lambda p: write(p / "t.parquet", 10, lat=np.repeat("27,2", 10)), DataError, "'lat' holds string"),
        (lambda p: write(p / "t.parquet", 10, lon=np.full(10, 27.2), lat=np.full(10, 97.5)), DataError, "look swapped"),
        (lambda p: write(p / "t.parquet", 10, border=np.arange(10), any_border=np.arange(10)), DataError, "any_border already"),
        (lambda p: (p / "o" / "mine.txt").write_text("mine") and write(p / "t.parquet", 10), DataError, "holds other files"),
    ],
)
def test_what_cannot_be_done_in_parts_is_said_and_nothing_is_written(make, error, said, cluster, tmp_path):
    (tmp_path / "o").mkdir()
    path = make(tmp_path)
    with pytest.raises(error, match=said):
        near_parts(path, tmp_path / "o", TO, Asked(), scheduler=cluster.scheduler_address)

    assert not [*tmp_path.rglob("part-*")]
    assert not [*tmp_path.glob(".geomap*")]


def test_what_a_worker_finds_wrong_is_said_as_by_one_process(cluster, tmp_path):
    path = write(tmp_path / "t.parquet", rows=400_000, group=100_000, words=np.arange(400_000).astype(str))
    broken = bytearray(path.read_bytes())
    broken[len(broken) // 3 : len(broken) // 2] = bytes(len(broken) // 2 - len(broken) // 3)
    path.write_bytes(broken)
    with pytest.raises(DataError, match="is broken"):
        near_parts(path, tmp_path / "o", TO, Asked(), scheduler=cluster.scheduler_address)

    assert [p.name for p in tmp_path.iterdir()] == ["t.parquet"]


def test_where_no_scheduler_answers_one_sentence_says_so(table, tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "_WAIT_S", 0.5)
    with pytest.raises(MissingError, match="no scheduler of dask answers"):
        near_parts(table, tmp_path / "o", TO, ASKED, scheduler="tcp://127.0.0.1:9")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--scheduler", "tcp://127.0.0.1:9", "-o", "o"], "--scheduler needs --engine dask"),
        (["--engine", "dask"], "name it with -o"),
        (["--engine", "dask", "-o", "o", "--check-text", "words"], "leave out --engine"),
    ],
)
def test_options_that_do_not_go_together_are_said(arguments, said, table):
    done = CliRunner().invoke(main, ["near", str(table), "--border", "IRN-PAK", *arguments])

    assert done.exit_code == 2
    assert said in done.stderr
