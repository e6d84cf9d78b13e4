"""`geomap near`: a table in, the same table with how each event lies to a border out."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from click.testing import CliRunner
from conftest import needed
from event_tables import PLACES, acled_rows, csv_text, gdelt_rows, ged_rows, read, typed, write
from shapely.geometry import MultiPoint
from timing import least

from geomap import Border
from geomap.cli.group import main
from geomap.errors import DataError
from geomap.events import Asked, To, near_table, streaming
from geomap.events import measuring as _measuring
from geomap.events import rows as _rows
from geomap.events.lying import BORDER_COLUMNS
from geomap.project import replacing

try:
    import pyarrow as pa
    from pyarrow import parquet
except ImportError:
    pa = None
needed(pa, "pyarrow is not installed")

NEW = (*BORDER_COLUMNS, "not_measured")
TO = To(borders=[Border.read("IRN-PAK")], near_m=50_000)
FORMATS = [
    "ged.csv",
    "ged.tsv",
    "ged.zip",
    "ged.csv.gz",
    "ged.parquet",
    "ged.geoparquet",
    "ged.gpkg",
    "ged.geojson",
    "ged.jsonl",
]
OUTS = ["out.csv", "out.tsv", "out.csv.gz", "out.parquet", "out.geoparquet", "out.gpkg", "out.geojson", "out.jsonl"]


def near(*arguments):
    return CliRunner().invoke(main, ["near", *map(str, arguments)])


def added(rows):
    """What was added to each row, as numbers and words, whatever the format made of them."""
    words = {"true": True, "false": False, True: True, False: False}  # 1 and 0 are these
    found = []
    for row in rows:
        new = {name: row[name] for name in NEW}
        for name in NEW:
            if name.endswith(("_km", "_lon", "_lat")) and new[name] is not None:
                new[name] = float(new[name])
        found.append(new | {"at_gap": None if new["at_gap"] is None else words[new["at_gap"]]})
    return found


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """What is added to the rows of `ged_rows`, by the face of the wing alone."""
    import pandas as pd

    import geomap

    rows = pd.DataFrame(typed(ged_rows()))
    found = geomap.near(rows, border="IRN-PAK", radius_m=rows["where_prec"].map({1: 2000.0, 2: 25_000.0}))
    return [
        {k: None if v is None or v is pd.NA or v != v else v for k, v in row.items()}
        for row in found[list(NEW)].to_dict("records")
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_table_of_any_format_is_measured_in_its_order(name, tmp_path, expected):
    path = write(tmp_path / name, ged_rows())
    done = near(path, "--border", "IRN-PAK", "-o", tmp_path / "out.jsonl")
    rows = read(tmp_path / "out.jsonl")

    assert done.exit_code == 3, done.output  # three rows have no usable coordinates
    assert [str(row["id"]) for row in rows] == [row["id"] for row in ged_rows()]
    spatial = name.endswith((".gpkg", ".geojson", ".geoparquet"))  # a point in half is none
    for found, right in zip(added(rows), expected, strict=True):
        assert found | {"not_measured": None} == right | {"not_measured": None}
        assert found["not_measured"] == right["not_measured"] or spatial
    assert "UCDP GED" in done.stderr
    assert "6 of 9 rows measured" in done.stderr


@pytest.mark.parametrize("name", OUTS)
def test_a_table_is_written_in_the_format_of_its_suffix(name, tmp_path, expected):
    path = write(tmp_path / "ged.parquet", ged_rows())
    done = near(path, "--border", "IRN-PAK", "-o", tmp_path / name)
    rows = read(tmp_path / name)

    assert done.exit_code == 3, done.output
    assert added(rows) == expected
    for row, given in zip(rows, typed(ged_rows()), strict=True):
        for column in ("id", "source_headline", "adm_1", "longitude"):
            assert (None if row[column] is None else str(row[column])) == (
                None if given[column] is None else str(given[column])
            )
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["ged.parquet", name])


def test_the_cells_of_a_csv_stay_as_they_are_written(tmp_path):
    text = csv_text(ged_rows()).replace("1.10", "1.10").replace(",5000,", ',"",')
    (tmp_path / "ged.csv").write_text(text, encoding="utf-8")
    near(tmp_path / "ged.csv", "--border", "IRN-PAK", "-o", tmp_path / "out.csv")
    before, after = (list(csv.reader(io.StringIO(t, newline=""))) for t in (text, (tmp_path / "out.csv").read_bytes().decode()))

    assert [row[:49] for row in after] == before
    lines = zip(text.split("\n"), (tmp_path / "out.csv").read_bytes().decode().split("\n"), strict=True)
    assert all(new.startswith(old) for old, new in lines)  # byte by byte, but for what is added


def test_an_empty_text_is_not_a_missing_one(tmp_path):
    (tmp_path / "t.csv").write_text('lon,lat,a,b\n61.5,27.2,"",\n61.5,27.2,x,"q ""r"""\n', encoding="utf-8")
    near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    lines = (tmp_path / "o.csv").read_text(encoding="utf-8").splitlines()

    assert lines[1].startswith('61.5,27.2,"",,')
    assert lines[2].startswith('61.5,27.2,x,"q ""r""",')


@pytest.mark.parametrize("name", ["ged.parquet", "ged.geoparquet", "ged.gpkg"])
def test_types_stay(name, tmp_path):
    path = write(tmp_path / name, ged_rows())
    if name == "ged.parquet":
        table = parquet.read_table(path)
        stamps = pa.array([None, *range(8)], pa.timestamp("ms", tz="Asia/Karachi"))
        small = pa.array([1, None, *range(7)], pa.int16())
        parquet.write_table(table.append_column("stamp", stamps).append_column("small", small), path)
    near(path, "--border", "IRN-PAK", "-o", tmp_path / ("out" + path.suffix))
    if name == "ged.gpkg":
        import pyogrio

        before, after = (pyogrio.read_info(p)["dtypes"] for p in (path, tmp_path / "out.gpkg"))
        assert list(after)[: len(before)] == list(before)
    else:
        before, after = parquet.read_schema(path), parquet.read_schema(tmp_path / ("out" + path.suffix))
        assert [after.field(k) for k in range(len(before))] == list(before)
        assert after.metadata == before.metadata


def test_a_geoparquet_is_read_by_geopandas_with_its_points(tmp_path):
    import geopandas as gpd

    given = gpd.read_parquet(write(tmp_path / "ged.geoparquet", ged_rows()))
    given.to_crs(32641).to_parquet(tmp_path / "utm.geoparquet")
    write(tmp_path / "ged.csv", ged_rows())
    for name in ("ged.geoparquet", "utm.geoparquet", "ged.csv"):
        near(tmp_path / name, "--border", "IRN-PAK", "-o", tmp_path / "out.geoparquet")
        found = gpd.read_parquet(tmp_path / "out.geoparquet")
        assert found.crs == {"utm.geoparquet": 32641, "ged.geoparquet": 4326, "ged.csv": 4326}[name]
        if "utm" in name:
            assert found.geometry.geom_equals(given.to_crs(32641).geometry)[:6].all()
        assert found["distance_km"].round(1).tolist()[1] == 77.3
        assert found.geometry.isna().tolist()[6:8] == [True, True]


@pytest.mark.parametrize(
    ("rows", "kind", "how"),
    [
        (ged_rows, "UCDP GED", {}),
        (acled_rows, "ACLED", {}),
        (gdelt_rows, "GDELT 2 events", {"separator": "\t", "quoting": csv.QUOTE_NONE}),
    ],
)
@pytest.mark.parametrize("header", [True, False])
def test_each_schema_is_known_with_a_header_row_and_without(rows, kind, how, header, tmp_path, expected):
    if header:  # which a program wrote that quotes
        how = {name: value for name, value in how.items() if name != "quoting"}
    text = csv_text(rows(), header=header, **how)
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "--json", "-o", tmp_path / "out.csv")
    found = read(tmp_path / "out.csv")

    assert json.loads(done.stdout)["kind"] == kind
    assert json.loads(done.stdout)["measured"] == 6
    assert list(found[0])[: len(rows()[0])] == list(rows()[0])
    assert [row["distance_km"] for row in found] == [
        None if e["distance_km"] is None else f"{e['distance_km']:g}" for e in expected
    ] or [row["distance_km"] and float(row["distance_km"]) for row in found] == [e["distance_km"] for e in expected]
    for row, given in zip(found, rows(), strict=True):
        assert {name: row[name] or "" for name in given} == given


def test_gdelt_s_marks_and_codes_come_back(tmp_path):
    (tmp_path / "t.csv").write_text(
        csv_text(gdelt_rows(), header=False, separator="\t", quoting=csv.QUOTE_NONE), encoding="utf-8"
    )
    near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "out.parquet")
    row = read(tmp_path / "out.parquet")[0]

    assert (row["Actor1Name"], row["EventCode"], row["GLOBALEVENTID"]) == ('"RED" BRIGADE', "010", 990)


def test_radii_are_the_codebook_s_a_person_s_or_none(tmp_path):
    path = write(tmp_path / "ged.csv", ged_rows())

    def widths(*arguments):
        done = near(path, "--border", "IRN-PAK", "-o", tmp_path / "out.jsonl", *arguments)
        rows = read(tmp_path / "out.jsonl")[:4]
        return (
            [r["distance_max_km"] and round(r["distance_max_km"] - r["distance_km"]) for r in rows],
            [r["near_border"] for r in rows],
            done,
        )

    assert widths()[0] == [2, 25, 2, None]
    assert "no radius for precision 4 (1 row): no interval and no side, near is unknown" in widths()[2].stderr
    assert widths()[1] == ["no", "no", "yes", "unknown"]
    assert widths("--radii", "1=5,4=100")[0] == [5, None, 5, 100]
    assert widths("--radii", "7")[0] == [7, 7, 7, 7]
    assert widths("--precision", "type_of_violence", "--radii", "1=3")[0] == [3, 3, 3, 3]
    width, close, done = widths("--precision", "type_of_violence")
    assert (width, close) == ([None] * 4, ["no", "no", "yes", "no"])
    assert "side and nearness are of the point" in done.stderr


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("", (), "t.csv: it is empty; give the whole table"),
        ("\n\n", (), "t.csv: it is empty; give the whole table"),
        ("a,b\n1,2\n", (), "no longitude and latitude are known in it; name them with --lon and --lat; it has 'a', 'b'"),
        ("1,2\n3,4\n", (), "it has 'column_1', 'column_2'"),
        ("lon,lat\n61,27\n", ("--lon", "lom", "--lat", "lat"), "has no column 'lom'; the nearest are lon"),
        ("lon,lat\n61,27\n", ("--country", "land"), "has no column 'land'"),
        ("lon,lat\n61,27\n", ("--lon", "lon"), "--lon and --lat go together"),
        ("lon,lat\n61,27\n", ("--radii", "1=2"), "radii by code need a column of codes"),
        ("lon,lat\n61,27\n", ("--radii", "1=2,1=3"), "each code stands once"),
        ("lon,lat\n61,27\n", ("--radii", "1=far"), "'far' is no radius; write km from 0 to 1,000"),
        ("lon,lat\n61,27\n", ("--radii", "nan"), "'nan' is no radius"),
        ("lon,lat\n61,27\n", ("--border", "pk-ir"), "two borders would add IRN_PAK_distance_km; name each border once"),
        ("lon,lat,lon\n61,27,3\n", (), "two columns are called 'lon'"),
        ("lon,lat,,\n61,27,,\n", (), "two columns have no name; give each a name of its own, or take out those that are empty"),
        ("sep=;\r\nlon;lat\r\n61;27\r\n", (), "the first line, 'sep=;', is for a spreadsheet alone; take it out"),
        (
            "lon,lat,Distance_KM\n61,27,3\n",
            (),
            "has distance_km already; put letters before the names that are added: --prefix geomap_",
        ),
        ("lon,lat\n27.2,61.5\n27.3,61.6\n", (), "longitudes and latitudes look swapped"),
        ("lon,lat\n27.2,101.5\n27.3,101.6\n", (), "longitudes and latitudes look swapped"),
        ("lon,lat,a\n1,2\n3,4\n", (), "no row has as many cells as the first; the first that differs: '1,2'"),
        ('lon,lat,a\n61,27,x\n61,27,"x\n61,27,y\n', (), "the row of line 3 opens a quotation mark and never closes it"),
        ("lon,lat\n61,27\n".encode("utf-16"), (), "it is written in UTF-16; save it in UTF-8"),
        ("lon,lat,a\n61,27,é\n61,27,caf\xe9\n".encode("latin-1"), (), "line 2 is not UTF-8; save the table in UTF-8"),
        (b"lon,lat\n\x00\x00\n", (), "holds zero bytes"),
        (b"PK\x03\x04broken", (), "cannot be unpacked"),
        (b"\x1f\x8bbroken", (), "cannot be unpacked"),
    ],
)
@pytest.mark.parametrize("out", ["out.csv", "out.parquet"])
def test_what_is_no_table_is_said_in_one_sentence_and_nothing_is_written(text, arguments, said, out, tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = near(path, "--border", "IRN-PAK", *arguments, "-o", tmp_path / out)

    assert done.exit_code == 1, done.output
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]


def test_swapped_columns_are_put_right_by_name_and_taken_when_meant(tmp_path):
    (tmp_path / "t.csv").write_text("lon,lat\n27.2,61.5\n27.3,61.6\n", encoding="utf-8")
    named = near(tmp_path / "t.csv", "--border", "IRN-PAK", "--lon", "lat", "--lat", "lon", "-o", tmp_path / "o.csv")
    meant = near(tmp_path / "t.csv", "--border", "IRN-PAK", "--yes", "-o", tmp_path / "p.csv")

    assert (named.exit_code, meant.exit_code) == (0, 0)
    assert float(read(tmp_path / "o.csv")[0]["distance_km"]) < 500
    assert float(read(tmp_path / "p.csv")[0]["distance_km"]) > 3000


def test_coordinates_in_odd_forms_are_read_or_counted(tmp_path):
    cells = [" 61.5", "6.15e1", "61,5", "61.5°", "nan", "NA", "+61.5", "61.5.1"]
    text = "lon,lat\n" + "".join(f'"{cell}",27.2\n' for cell in cells)
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    rows = read(tmp_path / "o.csv")

    assert done.exit_code == 3
    assert [row["lon"] for row in rows] == cells
    assert [row["not_measured"] is None for row in rows] == [True, True, False, True, False, False, True, False]
    assert "2 rows not measured: no coordinates" in done.stderr
    assert "2 rows not measured: coordinates that cannot be read (the first: '61,5', row 3)" in done.stderr


def test_broken_rows_are_left_out_and_counted(tmp_path):
    rows = [f"{k},61.5,27.2" + (",too,many" if k % 100 == 50 else "") for k in range(1000)]
    (tmp_path / "t.csv").write_text("id,lon,lat\n" + "\n".join(rows) + "\n", encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")

    assert done.exit_code == 3
    assert "10 rows left out, with too few or too many cells; the first: '50,61.5,27.2,too,many'" in done.stderr
    assert [row["id"] for row in read(tmp_path / "o.csv")] == [str(k) for k in range(1000) if k % 100 != 50]


def test_a_message_names_the_row_of_the_table_with_those_that_are_left_out(tmp_path):
    (tmp_path / "t.csv").write_text("lon,lat\n61.5,27.2\n1,2,3\n61.5,27.2\nx,27.2\n", encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.csv", "--json")
    assert "(the first: 'x', row 4)" in done.stderr
    assert json.loads(done.stdout)["first_unread"] == {"cell": "x", "row": 4}


def test_a_type_that_does_not_hold_for_a_later_row_is_widened_and_nothing_is_rounded(tmp_path, monkeypatch):
    from geomap.events import csv_rows

    monkeypatch.setattr(csv_rows, "BLOCK", 1 << 12)
    late = {"whole": "3.5", "number": "n/a", "nothing": "9", "words": "x", "day": "in May", "code": "1"}
    early = {"whole": "7", "number": "1.5", "nothing": "", "words": "", "day": "2021-03-01", "code": "007"}
    long = early | {"whole": "8", "nothing": "123456789012345678901"}
    rows = [early] * 2000 + [late, long]
    text = "lon,lat," + ",".join(early) + "\n" + "".join(f"61.5,27.2,{','.join(row.values())}\n" for row in rows)
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.parquet")
    table = parquet.read_table(tmp_path / "o.parquet")

    assert done.exit_code == 0, done.output
    assert len(table) == 2002
    assert table.schema.field("whole").type == pa.float64()
    assert table.slice(2000)["whole"].to_pylist() == [3.5, 8.0]
    assert table["number"][2000].as_py() == "n/a"
    assert table["nothing"].to_pylist()[1999:] == [None, "9", "123456789012345678901"]
    assert table["day"].to_pylist()[1999:2001] == ["2021-03-01", "in May"]
    assert table["code"].to_pylist()[1999:2001] == ["007", "1"]


ROW = "61.5,27.2,{},some words\n"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({29_999: '"some'}, "the row of line 30001 opens a quotation mark and never closes it"),
        ({9_999: '"some'}, "the row of line 10001 opens a quotation mark and never closes it"),  # a block holds less
        ({29_999: '"some', 34_999: '"some'}, "in the row of line 30001 a cell goes on after its closing quotation mark"),
        ({39_998: '"some', 39_999: '"some'}, "in the row of line 40000 a cell goes on after its closing quotation mark"),
    ],
)
@pytest.mark.parametrize("out", ["o.csv", "o.parquet"])
@pytest.mark.parametrize("end", ["\n", ""])
def test_rows_behind_an_open_quotation_mark_are_never_swallowed(cells, said, out, end, tmp_path):
    rows = [ROW.format(k).replace("some", cells.get(k, "some")) for k in range(40_000)]
    (tmp_path / "t.csv").write_text("lon,lat,code,words\n" + "".join(rows).removesuffix("\n") + end, encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / out)

    assert done.exit_code == 1, done.output
    assert said in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quoted_cells_of_several_lines_and_marks_within_words_are_read(end, tmp_path):
    cells = ['"one\ntwo"', '"say ""no"""', '5" pipe', '"a,b"', ""]
    text = "\ufefflon,lat,words\n" + "".join(f"61.5,27.2,{cell}\n" for cell in cells) + "\n" * 5000
    (tmp_path / "t.csv").write_text(text.replace("\n", end), encoding="utf-8", newline="")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")

    assert done.exit_code == 0, done.output
    assert [row["words"] for row in read(tmp_path / "o.csv")] == [f"one{end}two", 'say "no"', '5" pipe', "a,b", None]


@pytest.mark.parametrize("line", [0, 1, 500])
def test_a_long_cell_is_read_wherever_it_stands(line, tmp_path):
    rows = ["lon,lat,words"] + ["61.5,27.2,x"] * 600
    rows[line] = ",".join([*rows[line].split(",")[:2], "y" * 300_000])
    (tmp_path / "t.csv").write_text("\n".join([*rows, '61.5,27.2,5" pipe', ""]), encoding="utf-8")
    before = csv.field_size_limit()
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.parquet")
    table = parquet.read_table(tmp_path / "o.parquet")

    assert (done.exit_code, len(table)) == (0, 601), done.output
    assert max(map(len, [table.schema.names[2], *table.columns[2].to_pylist()])) == 300_000
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('lon,lat,"words\n', "the row of line 1 opens a quotation mark and never closes it"),
        ('lon,lat,"words"x\n', "in the row of line 1 a cell goes on after its closing quotation mark"),
        (f"lon,lat,{'x' * 600_000}\n", "the first row is longer than 0.5 MB"),
    ],
)
@pytest.mark.parametrize("times", [1, 60_000])
def test_a_first_row_that_does_not_end_is_said(head, said, times, tmp_path):
    (tmp_path / "t.csv").write_text(head + "61.5,27.2,x\n" * times, encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    assert (done.exit_code, said in done.stderr) == (1, True), done.stderr


def test_a_mark_in_the_first_row_of_gdelt_is_a_letter(tmp_path):
    rows = gdelt_rows()
    for k, row in enumerate(rows):
        row["Actor1Name"] = "BLUE" if k else '"RED BRIGADE'
    text = csv_text(rows, header=False, separator="\t", quoting=csv.QUOTE_NONE)
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.jsonl")

    assert "6 of 9 rows measured" in done.stderr
    assert read(tmp_path / "o.jsonl")[0]["Actor1Name"] == '"RED BRIGADE'


@pytest.mark.parametrize(
    ("early", "late", "type"),
    [
        ("7", "007", "string"),
        ("7", "-07", "string"),
        ("7.5", "007", "string"),
        ("7", "12345678901234567", "int64"),
        ("7", "12345678901234567890", "string"),
        ("7.5", "12345678901234567", "string"),
        ("7", " 8 ", "int64"),
        ("7", "0", "int64"),
        ("7", "0.5", "double"),
        ("2021-03-01", "2021-03-02", "date32[day]"),
    ],
)
@pytest.mark.parametrize("at", [1, 39_000])
def test_a_code_in_any_row_keeps_its_zeros_and_its_digits(early, late, type, at, tmp_path):
    rows = [ROW.format(late if k == at else early) for k in range(40_000)]
    (tmp_path / "t.csv").write_text("lon,lat,code,words\n" + "".join(rows), encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.parquet")
    column = parquet.read_table(tmp_path / "o.parquet")["code"]

    assert done.exit_code == 0, done.output
    assert str(column.type) == type
    found = str(column[at].as_py())
    assert (found if type == "string" else found.strip()) == (late if type == "string" else late.strip())


@pytest.mark.parametrize(
    "text",
    [
        '"lon";"lat";"which, where, who"\n61.5;27.2;x\n',
        "lon, lat, words\n61.5, 27.2, x\n",
        "Lon ;LAT; words\n61.5 ;27.2;x\n",
        '\ufeff"lon"\t"lat"\t"words"\r\n"61.5"\t"27.2"\t"x"\r\n',
        "lon|lat|words|\n61.5|27.2|x|\n\n\n",
        "\n\nlon,lat,words\n61.5,27.2,x",
    ],
)
@pytest.mark.parametrize("out", ["o.csv", "o.parquet"])
def test_a_table_is_read_as_spreadsheets_write_it(text, out, tmp_path):
    (tmp_path / "t.csv").write_text(text, encoding="utf-8", newline="")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / out)

    assert done.exit_code == 0, done.output
    assert "1 of 1 rows measured" in done.stderr
    assert [str(cell).strip() for cell in read(tmp_path / out)[0].values()][:3] == ["61.5", "27.2", "x"]


def test_empty_rows_and_a_second_header_row_are_counted(tmp_path):
    (tmp_path / "t.csv").write_text("lon,lat,a\n61.5,27.2,x\nlon,lat,a\n61.5,27.2,x\n" + ",,\n" * 5000, encoding="utf-8")
    done = near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")

    assert done.exit_code == 3
    assert "5,000 rows not measured: no coordinates" in done.stderr
    assert "1 row not measured: coordinates that cannot be read (the first: 'lon', row 2)" in done.stderr
    assert "2 of 5,003 rows measured" in done.stderr


def test_no_option_is_taken_that_changes_nothing(tmp_path):
    path = write(tmp_path / "ged.csv", ged_rows())
    done = near(path, "--border", "IRN-PAK", "--json", "-o", tmp_path / "o.csv")

    assert near(path, "--border", "IRN-PAK", "--date", "date_start", "-o", tmp_path / "o.csv").exit_code == 2
    assert list(json.loads(done.stdout)["columns"]) == ["lon", "lat", "precision", "country"]


def test_without_pyarrow_one_sentence_says_how_to_get_it(tmp_path, monkeypatch):
    path = write(tmp_path / "ged.csv", ged_rows())
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = near(path, "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    wanted = "pyarrow is not installed, which tables of events need; in geomap's folder: pip install '.[parquet]'\n"
    assert (done.exit_code, done.stderr) == (1, wanted)


def test_a_table_without_rows_has_the_columns_still(tmp_path):
    (tmp_path / "t.csv").write_text("lon,lat,a\n", encoding="utf-8")
    for name in ("o.csv", "o.parquet", "o.gpkg"):
        assert near(tmp_path / "t.csv", "--border", "IRN-PAK", "-o", tmp_path / name).exit_code == 0
        assert read(tmp_path / name) == []
    assert (tmp_path / "o.csv").read_text(encoding="utf-8").splitlines() == [",".join(("lon", "lat", "a", *NEW))]


def test_many_small_pieces_make_the_same_table_as_one(tmp_path, monkeypatch, expected):
    rows = ged_rows(PLACES * 40)
    path = write(tmp_path / "ged.csv", rows)
    near(path, "--border", "IRN-PAK", "-o", tmp_path / "one.csv")
    from geomap.events import csv_rows

    monkeypatch.setattr(csv_rows, "BLOCK", 1 << 11)
    monkeypatch.setattr(_rows.Rows.gathered, "__defaults__", (17,))
    near(path, "--border", "IRN-PAK", "-o", tmp_path / "many.csv")

    assert (tmp_path / "many.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()
    assert added(read(tmp_path / "many.csv")) == expected * 40


def test_several_borders_and_any_are_columns_side_by_side(tmp_path):
    path = write(tmp_path / "ged.csv", ged_rows())
    near(path, "--border", "any", "--border", "AFG-PAK", "--border", "any", "-o", tmp_path / "o.csv")
    rows = read(tmp_path / "o.csv")

    assert [name for name in rows[0] if name.endswith("distance_km")] == ["any_distance_km", "AFG_PAK_distance_km"]
    assert rows[1]["any_border"] == "IRN-PAK"
    assert rows[3]["any_border"] == "AFG-PAK"


def test_without_a_file_the_table_goes_to_the_standard_output(tmp_path):
    path = write(tmp_path / "ged.csv", ged_rows())
    near(path, "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    assert near(path, "--border", "IRN-PAK").stdout_bytes == (tmp_path / "o.csv").read_bytes()
    assert near(path, "--border", "IRN-PAK", "--json").exit_code == 2


@pytest.mark.parametrize("name", OUTS)
@pytest.mark.parametrize("error", [KeyboardInterrupt, DataError("t.csv: late")])
def test_what_ends_early_leaves_no_part_of_a_table(name, error, tmp_path, monkeypatch):
    path = write(tmp_path / "ged.csv", ged_rows(PLACES * 20))
    (tmp_path / name).write_bytes(b"before")
    own, calls = _measuring.lie, []

    def lie(*arguments):
        calls.append(0)
        if len(calls) > 2:
            raise error
        return own(*arguments)

    monkeypatch.setattr(_measuring, "lie", lie)
    monkeypatch.setattr(_rows.Rows.gathered, "__defaults__", (1,))
    from geomap.events import csv_rows

    monkeypatch.setattr(csv_rows, "BLOCK", 1 << 10)
    with pytest.raises(type(error) if not isinstance(error, type) else error):
        near_table(path, tmp_path / name, TO, Asked())

    assert len(calls) == 3
    assert (tmp_path / name).read_bytes() == b"before"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["ged.csv", name])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows interrupts in another way")
def test_an_interrupted_command_says_so_and_leaves_nothing(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("lon,lat\n" + "61.5,27.2\n" * 400_000, encoding="utf-8")
    code = "from geomap.cli import main; main()"
    command = [
        sys.executable,
        "-c",
        code,
        "near",
        str(path),
        "--border",
        "IRN-PAK",
        "--border",
        "AFG-PAK",
        "-o",
        str(tmp_path / "o.gpkg"),
    ]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ)
    until = time.monotonic() + 60
    while not [*tmp_path.glob(".geomap-*/o.gpkg")] and time.monotonic() < until:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)

    assert running.returncode == 130, said
    assert said.strip().endswith("interrupted")
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says in another way that a process crashed")
def test_a_table_that_is_left_while_it_is_read_ends_python_in_order(tmp_path):
    """Arrow reads ahead in a thread of its own: Python that ends while it is in our file crashes."""
    path = tmp_path / "t.csv"
    path.write_text("lon,lat\n" + "61.5,27.2\n" * 800_000, encoding="utf-8")
    code = """
import sys, time
from pathlib import Path
from geomap.events import csv_rows, handed

look = handed.Counting._look
def slow(*arguments):
    time.sleep(0.3)
    look(*arguments)
handed.Counting._look = slow
csv_rows.TOGETHER = 1
with csv_rows.read_csv(Path(sys.argv[1]), as_text=False, types={}) as rows:
    next(rows.batches)
    sys.exit(3)
"""
    done = subprocess.run([sys.executable, "-c", code, str(path)], stderr=subprocess.PIPE, text=True, check=False, timeout=60)

    assert (done.returncode, done.stderr) == (3, "")


def test_a_table_that_cannot_be_written_leaves_no_thread(tmp_path, monkeypatch):
    def fails(out, schema, tables, geometry):
        next(tables)
        raise DataError("full")

    monkeypatch.setitem(streaming.WRITERS, ".csv", (fails, False))
    path = tmp_path / "t.csv"
    path.write_text("lon,lat\n" + "61.5,27.2\n" * 900_000, encoding="utf-8")
    before = set(threading.enumerate())
    with pytest.raises(DataError, match="full") as raised:
        near_table(path, tmp_path / "o.csv", TO, Asked())

    assert set(threading.enumerate()) - before == set(), raised


def test_a_folder_is_free_for_others_while_a_table_is_written(tmp_path, monkeypatch):
    own, seen = _measuring.lie, []

    def lie(*arguments):
        seen.append(sorted(p.name.partition("-")[0] for p in tmp_path.iterdir()))
        with replacing(tmp_path) as folder:
            (folder / "other.txt").write_text("x", encoding="utf-8")
        return own(*arguments)

    monkeypatch.setattr(_measuring, "lie", lie)
    near_table(write(tmp_path / "ged.csv", ged_rows()), tmp_path / "o.csv", TO, Asked())

    assert seen == [[".geomap", "ged.csv"]]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ged.csv", "o.csv", "other.txt"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    done = near(write(tmp_path / "ged.csv", ged_rows()), "--border", "IRN-PAK", "-o", tmp_path / "none" / "o.csv")
    assert (done.exit_code, "no such folder" in done.stderr, (tmp_path / "none").exists()) == (1, True, False)


def test_the_table_itself_is_not_written_over(tmp_path):
    path = write(tmp_path / "ged.csv", ged_rows())
    done = near(path, "--border", "IRN-PAK", "-o", tmp_path / "." / "ged.csv")
    assert (done.exit_code, path.read_text(encoding="utf-8")) == (1, csv_text(ged_rows()))
    assert "is the table itself" in done.stderr


@pytest.mark.parametrize(
    ("name", "said"), [("t.doc", "what format is it?"), ("none.csv", "no such file"), ("t.zip", "holds a.txt")]
)
def test_a_file_of_no_known_format_is_refused(name, said, tmp_path):
    import zipfile

    (tmp_path / "t.doc").write_bytes(b"x")
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    done = near(tmp_path / name, "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    assert (done.exit_code, said in done.stderr) == (1, True), done.stderr
    assert near(tmp_path / "t.doc", "--border", "IRN-PAK", "-o", tmp_path / "o.xls").exit_code == 1


def test_a_file_of_areas_is_refused_and_sets_of_one_point_keep_their_type(tmp_path):
    import pyogrio
    from event_tables import points

    frame = points(ged_rows()[:6])
    frame.to_crs(32641).buffer(1000).to_file(tmp_path / "areas.gpkg", layer="a", driver="GPKG")
    frame.geometry.map(lambda point: MultiPoint([point])).to_file(tmp_path / "sets.gpkg", layer="a", driver="GPKG")
    areas = near(tmp_path / "areas.gpkg", "--border", "IRN-PAK", "-o", tmp_path / "o.gpkg")
    assert (areas.exit_code, "holds Polygon; give points" in areas.stderr) == (1, True), areas.stderr
    assert not (tmp_path / "o.gpkg").exists()

    assert near(tmp_path / "sets.gpkg", "--border", "IRN-PAK", "-o", tmp_path / "o.gpkg").exit_code == 0
    assert pyogrio.read_info(tmp_path / "o.gpkg")["geometry_type"] == "MultiPoint"
    assert round(read(tmp_path / "o.gpkg")[1]["distance_km"], 1) == 77.3


def test_days_in_geojson_are_not_written_otherwise(tmp_path):
    properties = {"day": "2021/03/01", "time": "2021-03-01T10:00:00+05:00", "code": "007"}
    feature = {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": [61.5, 27.2]}}
    (tmp_path / "t.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    for name in ("o.geojson", "o.jsonl"):
        near(tmp_path / "t.geojson", "--border", "IRN-PAK", "-o", tmp_path / name)
    features = json.loads((tmp_path / "o.geojson").read_text(encoding="utf-8"))

    assert "crs" not in features
    assert {name: features["features"][0]["properties"][name] for name in properties} == properties
    assert features["features"][0]["geometry"] == feature["geometry"]
    assert {name: read(tmp_path / "o.jsonl")[0][name] for name in properties} == properties


def test_a_layer_of_several_is_named(tmp_path):
    from event_tables import points

    for layer in ("one", "two"):
        points(ged_rows()).to_file(tmp_path / "t.gpkg", layer=layer, driver="GPKG")
    asked = near(tmp_path / "t.gpkg", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    named = near(f"{tmp_path / 't.gpkg'}|layername=two", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")

    assert "has the layers one, two; name one" in asked.stderr
    assert named.exit_code == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [("{]\n", "line 1 is not JSON"), ('{"lon": 1, "lat": 2}\n[1]\n', "line 2 is no object"), ("\n", "it is empty")],
)
def test_json_lines_that_are_none_are_said_with_their_line(text, said, tmp_path):
    (tmp_path / "t.jsonl").write_text(text, encoding="utf-8")
    done = near(tmp_path / "t.jsonl", "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    assert (done.exit_code, said in done.stderr) == (1, True), done.stderr


def test_a_packed_table_that_ends_early_is_said(tmp_path):
    path = write(tmp_path / "ged.csv.gz", ged_rows(PLACES * 500))
    path.write_bytes(path.read_bytes()[:-200])
    done = near(path, "--border", "IRN-PAK", "-o", tmp_path / "o.csv")

    assert (done.exit_code, "cannot be unpacked" in done.stderr) == (1, True), done.output
    assert [p.name for p in tmp_path.iterdir()] == ["ged.csv.gz"]


def test_a_broken_parquet_is_said(tmp_path):
    path = write(tmp_path / "ged.parquet", ged_rows())
    path.write_bytes(path.read_bytes()[:-20])
    done = near(path, "--border", "IRN-PAK", "-o", tmp_path / "o.csv")
    assert (done.exit_code, "not a Parquet file that can be read" in done.stderr) == (1, True), done.output


def test_keys_that_come_late_in_json_lines_are_columns_too(tmp_path, monkeypatch):
    from geomap.events import other_rows

    monkeypatch.setattr(other_rows, "LINES", 64)
    lines = [{"lon": 61.5, "lat": 27}] * 20 + [{"lon": 61, "lat": 27.5, "late": [1, 2]}]
    (tmp_path / "t.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    near(tmp_path / "t.jsonl", "--border", "IRN-PAK", "-o", tmp_path / "o.jsonl")
    rows = read(tmp_path / "o.jsonl")

    assert [row["late"] for row in rows] == [None] * 20 + [[1, 2]]
    assert rows[20]["distance_km"] is not None


@pytest.mark.alone
def test_a_table_four_times_as_long_takes_no_more_memory(tmp_path):
    code = (
        "import atexit, pyarrow; from geomap.cli import main\n"
        "atexit.register(lambda: print(pyarrow.default_memory_pool().max_memory()))\nmain()"
    )

    def most(times):
        path = tmp_path / f"{times}.csv"
        path.write_text("lon,lat,words\n" + f"61.5,27.2,{'x' * 600}\n" * (50_000 * times), encoding="utf-8")
        command = [sys.executable, "-c", code, "near", str(path), "--border", "IRN-PAK", "-o", str(tmp_path / "o.parquet")]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    enough = 1.5 * most(2)  # how far reading runs ahead depends on what else the machine does

    assert least(lambda: most(8), enough) < enough
    assert parquet.read_metadata(tmp_path / "o.parquet").num_rows == 400_000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_a_person_at_a_terminal_sees_how_far_it_is(tmp_path):
    path = write(tmp_path / "ged.csv", ged_rows())
    terminal, end = os.openpty()
    code = "from geomap.cli import main; main()"
    command = [sys.executable, "-c", code, "near", str(path), "--border", "IRN-PAK", "-o", str(tmp_path / "o.csv")]
    done = subprocess.run(command, stderr=end, stdout=subprocess.PIPE, env=os.environ | {"TERM": "xterm"}, check=False)
    os.close(end)
    said = b""
    while part := _rest(terminal):
        said += part

    assert done.returncode == 3
    assert b"9 rows" in said
    assert b"100%" in said
    assert b"wrote" in said


def _rest(terminal):
    """What a terminal still shows; nothing once its other end is closed."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""
