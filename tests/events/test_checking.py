"""`geomap near --check-text`: the columns of what a table's words say of where its rows lie."""

import csv
import json

import pytest
from click.testing import CliRunner
from conftest import needed
from event_tables import acled_rows, csv_text, ged_rows, read, write

from geomap import Border
from geomap.cli.group import main
from geomap.events import Asked, To, near_table
from geomap.events import rows as _rows

try:
    import pyarrow
    from pyarrow import parquet
except ImportError:
    pyarrow = None
needed(pyarrow, "pyarrow is not installed")

TO = To(borders=[Border.read("IRN-PAK")], near_m=50_000)
NEW = [
    *("text_holds", "text_column", "text_start", "text_end", "text_of", "text_source", "text_least_km", "text_most_km"),
    *("text_bearing", "text_found_km", "text_tolerance_km", "text_off_km", "text_off_deg", "text_reason", "text_statements"),
]
#: lon, lat, precision, the name of the place, and what is said of it; the columns that must come of it.
ROWS = [
    ("64.0", "27.0", "1", "Marsville town", "an attack in Marsville", {}),
    ("64.2", "27.0", "1", "Aville village", "Aville, 20 km east of Marsville", {"text_holds": "yes", "text_bearing": "E"}),
    ("64.5", "27.0", "1", "Bville village", "20 km from Marsville", {"text_off_km": 19.6, "text_tolerance_km": 5.0}),
    ("64.1", "27.0", "1", "Cville village", "14 km from Marsville", {"text_holds": "yes", "text_source": "row 1"}),
    ("64.1", "27.1", "1", "Dville village", "24 km from Marsville", {"text_holds": "by road", "text_statements": 1}),
    ("64.5", "27.0", "4", "Balochistan province", "20 km from Marsville", {"text_holds": "unknown", "text_tolerance_km": None}),
    ("", "", "1", "Marsville town", "20 km from Marsville", {}),
    ("64.5", "27.0", "1", "Eville village", "", {}),
    ("64.6", "27.0", "1", "Fville village", "10 km from Eville", {"text_holds": "yes", "text_source": "row 8"}),
    ("66.0", "27.0", "4", "Zarkam village", "", {}),
    ("64.5", "27.0", "1", "Hville village", "5 km from Zarkam", {"text_holds": "unknown", "text_source": None}),
]


def near(*arguments):
    return CliRunner().invoke(main, ["near", *map(str, arguments)])


@pytest.fixture
def ged():
    rows = ged_rows([row[:3] for row in ROWS])
    for row, (*_, place, words, _) in zip(rows, ROWS, strict=True):
        row |= {"where_coordinates": place, "where_description": words, "source_headline": ""}
    return rows


def checked(file, out, columns=("where_description",), **asked):
    done = near_table(file, out, TO, Asked(texts=columns, **asked))
    return read(out), done


def as_number(cell):
    try:
        return float(cell)
    except (TypeError, ValueError):
        return cell or None


@pytest.mark.parametrize("suffix", ["csv", "parquet", "gpkg", "jsonl"])
def test_the_columns_stand_beside_the_rows_own_in_every_format(ged, tmp_path, suffix):
    file = tmp_path / "ged.csv"
    file.write_text(csv_text(ged), encoding="utf-8")

    rows, done = checked(file, tmp_path / f"out.{suffix}")

    assert dict(done.texts) == {"yes": 3, "no": 1, "by road": 1, "unknown": 2}
    for row, (*_, expected) in zip(rows, ROWS, strict=True):
        assert set(NEW) <= set(row)
        for name, value in expected.items():
            assert as_number(row[name]) == (pytest.approx(value, abs=0.2) if isinstance(value, float) else value)
        if not expected:
            assert [row[name] for name in NEW if as_number(row[name]) is not None] == []


def test_offsets_are_of_the_column_that_is_named(ged, tmp_path):
    ged[1] |= {"where_description": "Aville", "source_headline": "Two die, 20 km east of Marsville"}
    file = tmp_path / "ged.csv"
    file.write_text(csv_text(ged), encoding="utf-8")

    rows, _ = checked(file, tmp_path / "out.parquet", ("where_description", "source_headline"))

    row = rows[1]
    assert row["text_column"] == "source_headline"
    assert row["source_headline"][int(row["text_start"]) : int(row["text_end"])] == "20 km east of Marsville"


def test_offsets_and_counts_are_whole_numbers_and_lengths_are_not(ged, tmp_path):
    file = tmp_path / "ged.csv"
    file.write_text(csv_text(ged), encoding="utf-8")

    checked(file, tmp_path / "out.parquet")

    types = {one.name: str(one.type) for one in parquet.read_schema(tmp_path / "out.parquet")}
    assert {types[name] for name in ("text_start", "text_end", "text_statements")} == {"int64"}
    assert {types[name] for name in NEW if name.endswith(("_km", "_deg"))} == {"double"}
    assert {types[name] for name in ("text_holds", "text_of", "text_reason")} <= {"string", "large_string"}


def test_a_table_in_parts_gives_the_same(ged, tmp_path, monkeypatch):
    file = tmp_path / "ged.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(ged), file, row_group_size=2)
    whole, _ = checked(file, tmp_path / "whole.jsonl")
    monkeypatch.setattr(_rows.Rows.gathered, "__defaults__", (1,))

    parts, _ = checked(file, tmp_path / "parts.jsonl")

    assert parts == whole


def test_a_table_without_a_header_row_has_the_columns_of_its_kind(ged, tmp_path):
    file = tmp_path / "ged.csv"
    file.write_text(csv_text(ged, header=False), encoding="utf-8")

    _, done = checked(file, tmp_path / "out.csv")

    assert done.texts["no"] == 1


def test_acleds_places_are_known_by_their_names(tmp_path):
    rows = acled_rows()
    rows[0] |= {"longitude": "64.0", "latitude": "27.0", "location": "Marsville"}
    rows[1] |= {"longitude": "64.2", "latitude": "27.0", "location": "Aville", "notes": "Clash 60 km from Marsville."}
    file = write(tmp_path / "acled.csv", rows)

    _, done = checked(file, tmp_path / "out.csv", ("notes",), radii_km=2.0)

    assert done.texts["no"] == 1


def test_without_the_option_nothing_is_added(ged, tmp_path):
    file = tmp_path / "ged.csv"
    file.write_text(csv_text(ged), encoding="utf-8")

    rows, done = checked(file, tmp_path / "out.csv", ())

    assert [name for name in rows[0] if name.startswith("text_")] == []
    assert not done.texts


def test_the_verb_says_what_it_found(ged, tmp_path):
    file, out = tmp_path / "ged.csv", tmp_path / "out.csv"
    file.write_text(csv_text(ged), encoding="utf-8")

    said = near(file, "--border", "IRN-PAK", "--check-text", "where_description, source_headline", "-o", out)
    as_json = near(file, "--border", "IRN-PAK", "--check-text", "where_description", "-o", out, "--json")

    words = "words of 7 rows say where they lie: 3 hold, 1 hold if along a road, 1 do not hold, 2 cannot be said"
    assert words in said.stderr
    assert json.loads(as_json.stdout)["texts"] == {"yes": 3, "no": 1, "by road": 1, "unknown": 2}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--check-text", "where_descriptio"], "has no column 'where_descriptio'; the nearest are where_description"),
        (["--check-text", "where_description", "--prefix", ""], "has text_holds already; put letters before the names"),
    ],
)
def test_a_column_that_is_not_there_or_would_be_replaced_is_one_sentence(ged, tmp_path, arguments, said):
    for row in ged:
        row["text_holds"] = "mine"
    file = tmp_path / "ged.csv"
    file.write_text(csv_text(ged), encoding="utf-8")

    found = near(file, "--border", "IRN-PAK", *arguments, "-o", tmp_path / "out.csv")

    assert found.exit_code == 1
    assert said in found.stderr


def test_a_prefix_stands_before_the_names(ged, tmp_path):
    file, out = tmp_path / "ged.csv", tmp_path / "out.csv"
    file.write_text(csv_text(ged), encoding="utf-8")

    near(file, "--border", "IRN-PAK", "--check-text", "where_description", "--prefix", "g_", "-o", out)

    with out.open(encoding="utf-8", newline="") as lines:
        assert {f"g_{name}" for name in NEW} <= set(next(csv.reader(lines)))


def test_a_column_of_numbers_says_nothing(ged, tmp_path):
    file = tmp_path / "ged.parquet"
    parquet.write_table(pyarrow.Table.from_pylist([row | {"best": k} for k, row in enumerate(ged)]), file)

    _, done = checked(file, tmp_path / "out.parquet", ("best",))

    assert not done.texts


def test_the_verb_counts_why_words_cannot_be_said(ged, tmp_path):
    file, out = tmp_path / "ged.csv", tmp_path / "out.csv"
    file.write_text(csv_text(ged), encoding="utf-8")

    found = near(file, "--border", "IRN-PAK", "--check-text", "where_description", "-o", out, "--json")
    said = near(file, "--border", "IRN-PAK", "--check-text", "where_description", "-o", out).stderr

    why = {"the point stands for a district, a province or a road": 1, "the name has no point": 1}
    assert json.loads(found.stdout)["texts_unknown"] == why
    assert all(f"cannot be said in 1 row: {words}" in said for words in why)


def test_a_plain_table_has_places_in_the_column_that_is_named(ged, tmp_path):
    keep = {"longitude": "lon", "latitude": "lat", "where_coordinates": "spot", "where_description": "notes"}
    rows = [{new: row[old] for old, new in keep.items()} for row in ged]
    file, out = tmp_path / "plain.csv", tmp_path / "out.csv"
    file.write_text(csv_text(rows), encoding="utf-8")

    without, _ = (
        near(file, "--border", "IRN-PAK", "--check-text", "notes", *more, "-o", out) for more in ((), ("--place", "spot"))
    )
    wrong = near(file, "--border", "IRN-PAK", "--check-text", "notes", "--place", "spott", "-o", out)

    assert "0 hold, 0 hold if along a road, 0 do not hold, 7 cannot be said" in without.stderr
    assert read(out)[3]["text_source"] == "row 1"
    assert "has no column 'spott'; the nearest are spot" in wrong.stderr
