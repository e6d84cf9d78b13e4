"""The examples of docs/engines.md run, and give the rows that one process gives."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from conftest import needs

import geomap

needs("pyarrow", "numba")
import pyarrow as pa  # noqa: E402
from pyarrow import parquet  # noqa: E402

PAGE = Path(__file__).resolve().parents[2] / "docs" / "engines.md"
#: The examples, each with the section that it stands in.
EXAMPLES = [
    (section.splitlines()[0], language, code)
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
    for language, code in re.findall(r"```(python|sh)\n(.*?)```", section, re.DOTALL)
]
ROWS = 20_000


def test_there_are_examples_of_each_engine():
    assert [name for name, _, _ in EXAMPLES] == ["Dask", "Ray", "DuckDB", "DuckDB", "Polars"]


@pytest.mark.parametrize(("name", "language", "code"), EXAMPLES, ids=[f"{name}-{k}" for k, (name, _, _) in enumerate(EXAMPLES)])
def test_an_example_gives_the_rows_of_one_process(name, language, code, tmp_path):
    needs(*(["distributed"] if name == "Dask" else [name.lower()]))
    rng = np.random.default_rng(7)
    lon = pa.array(rng.uniform(55, 70, ROWS), mask=np.arange(ROWS) % 97 == 96)
    given = pa.table({"id": np.arange(ROWS)[::-1], "longitude": lon, "latitude": rng.uniform(22, 34, ROWS)})
    parquet.write_table(given, tmp_path / "events.parquet", row_group_size=5_000)
    command = [sys.executable, "-c", code] if language == "python" else [sys.executable, "-m", *shlex.split(code)]
    env = os.environ | {"PYTHONPATH": str(PAGE.parents[1]), "RAY_USAGE_STATS_ENABLED": "0"}
    done = subprocess.run(command, check=False, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == (3 if language == "sh" else 0), done.stderr  # 3: rows without coordinates are counted

    out = next(path for path in (tmp_path / "near", tmp_path / "near.parquet") if path.exists())
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    found = pa.concat_tables(parquet.read_table(file) for file in files)
    if name == "Ray":  # whose parts are in no order
        found = found.sort_by([("id", "descending")])
    expected = geomap.near_arrow(given, border="IRN-PAK", radius_m=2_000 if "radi" in code else None, fast=True)
    new = [column for column in found.schema.names if column not in given.schema.names]

    assert found["id"].to_pylist() == given["id"].to_pylist()
    assert "distance_km" in new
    for column in new:
        if pa.types.is_floating(found[column].type):
            assert found[column].null_count == expected[column].null_count
            assert np.allclose(found[column].to_numpy(), expected[column].to_numpy(), atol=0.0011, equal_nan=True)
        else:
            assert found[column].to_pylist() == expected[column].to_pylist(), column
