"""CSV as a stream: what is quick says the same as what is exact."""

import csv
import gzip
import io
import re
import time

import numpy as np
import pytest
from conftest import needed
from event_tables import read
from hypothesis import given
from hypothesis import strategies as st

from geomap import Border
from geomap.events import Asked, To, csv_rows, handed, near_table
from geomap.events.csv_rows import read_csv

try:
    import pyarrow as pa
except ImportError:
    pa = None
needed(pa, "pyarrow is not installed")

WORDS = "the words of a row that are as many as those of a report often are and a few more behind them"
LETTERS = st.text(alphabet='ab",\n\r', max_size=24)
CELLS = st.text(alphabet="0123456789.-+ e", max_size=18) | st.floats().map(repr) | st.integers().map(str)


def looked_at(text, size):
    counted = handed.Counting(io.BytesIO(text.encode()), ",")
    while counted.read(size):
        pass
    return counted


@given(LETTERS, st.integers(1, 9))
def test_marks_that_are_proper_are_read_without_a_fault(text, size):
    counted = looked_at(text, size)
    if counted.proper and counted.quotes % 2 == 0:
        list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert counted.quotes == text.count('"')


@given(st.lists(LETTERS, max_size=8), st.integers(1, 9))
def test_what_a_program_writes_has_proper_marks(cells, size):
    text = io.StringIO(newline="")
    csv.writer(text).writerow([*cells, "end"])
    counted = looked_at(text.getvalue(), size)

    assert counted.proper
    assert counted.quotes % 2 == 0
    assert counted.lines == max(text.getvalue().count("\n"), text.getvalue().count("\r"))


@given(st.lists(CELLS | st.none(), max_size=6), st.sampled_from(["int64", "double"]), st.integers(0, 2))
def test_cells_that_are_bare_are_not_changed_by_a_number(cells, name, begin):
    array = pa.array(cells, pa.string())[begin:]
    if csv_rows.is_bare(array, name):
        assert not any(re.match(csv_rows._NO_NUMBER[name], cell) for cell in array.to_pylist() if cell)


def test_common_numbers_are_bare():
    for cells, name in ([["1", "-20", "0", None, ""], "int64"], [["61.5", "-0.25", "0", "120", None], "double"]):
        assert csv_rows.is_bare(pa.array(cells, pa.string()), name)
    for cells, name in ([["007"], "int64"], [["-"], "int64"], [["1234567890123456"], "double"], [["00.5"], "double"]):
        assert not csv_rows.is_bare(pa.array(cells, pa.string()), name)


def test_cells_of_several_lines_do_not_have_the_table_read_once_more(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_rows, "_refuse_open_quote", lambda *_: (_ for _ in ()).throw(AssertionError("read again")))
    rows = "".join(f'61.5,27.2,"some\nwords ""{k}"""\n' for k in range(60_000))
    (tmp_path / "t.csv").write_text("lon,lat,words\n" + rows, encoding="utf-8")
    near_table(tmp_path / "t.csv", tmp_path / "o.csv", To(borders=[Border.read("IRN-PAK")], near_m=5e4), Asked())

    words = [row["words"] for row in read(tmp_path / "o.csv")]
    assert words == [f'some\nwords "{k}"' for k in range(60_000)]
    assert np.unique(words).size == 60_000


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz"])
def test_how_many_rows_there_are_is_known_from_the_first_part_however_far_arrow_read_ahead(tmp_path, suffix):
    count, path = 300_000, tmp_path / f"t{suffix}"
    text = "id,lon,lat,words\n" + "".join(f"{k},{60 + k % 7},27.5,{WORDS}\n" for k in range(count))
    path.write_bytes(gzip.compress(text.encode()) if suffix.endswith("gz") else text.encode())
    with read_csv(path, as_text=False, types={}) as rows:
        first = next(rows.gathered()).num_rows
        time.sleep(0.1)  # in which Arrow reads on

        assert first < count / 2
        assert rows.total(first) == pytest.approx(count, rel=0.1)
