"""Tables that a spreadsheet saved are read where they can mean one thing, and refused in one sentence where not."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import DataError
from geomap.reading import parse_rows, read_rows

COLUMNS = ("name", "spellings", "note")
ROWS = [
    {"name": "Sham' Sar", "spellings": "Sham Sar;Shamsar", "note": 'called "the village", so'},
    {"name": "Kermān", "spellings": "", "note": "کرمان"},
]


def saved(rows, delimiter=",", end="\r\n", columns=COLUMNS, quoting=csv.QUOTE_MINIMAL):
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return buffer.getvalue()


def parse(data):
    return parse_rows(data if isinstance(data, bytes) else data.encode(), "a.csv", ("name", "note"), ("spellings",), ("name",))


def refused(data):
    with pytest.raises(DataError) as error:
        parse(data)
    return str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_a_table_means_the_same_however_a_spreadsheet_saved_it(encoding, delimiter, end, quoting):
    assert parse(saved(ROWS, delimiter, end, quoting=quoting).encode(encoding)) == ROWS


@given(
    st.lists(st.fixed_dictionaries({name: st.text("ab ,;\t\"'\nکÄ=", min_size=1).map(lambda s: f"x{s}x") for name in COLUMNS})),
    st.sampled_from(",;\t"),
)
def test_any_rows_come_back_as_they_were_written(rows, delimiter):
    assert parse(saved(rows, delimiter, "\n")) == rows


def test_empty_rows_and_cells_at_the_end_and_spaces_around_cells_are_nothing():
    assert parse("name,note,,\r\n Mill , x,,\r\n,,,\r\n\r\n") == [{"name": "Mill", "note": "x"}]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.csv: is empty; its first line names the columns: name, note"),
        (b"\xef\xbb\xbf\r\n", "a.csv: is empty; its first line names the columns: name, note"),
        ("name,note\nÄ,\n".encode("cp1252"), "a.csv: line 2, character 1: not UTF-8; save the file as UTF-8"),
        (b"name,note\nA,b\nB,\xc4\n", "a.csv: line 3, character 3: not UTF-8; save the file as UTF-8"),
        ("name,note\n".encode("utf-16-le"), "a.csv: line 1, character 2: a character NUL; save the file as UTF-8"),
        (b"name,nte\n", "lacks note; its columns are name, note\na.csv: line 1: nte: no such column; the nearest is note"),
        (b"name,note,name\n", "a.csv: line 1: the header has name 2 times; name each column once"),
        (b"name,note,,spellings\n", "a.csv: line 1: column 3 has no name; write it, or take the column out"),
        (b"name,note\nA,b\nname,note\n", "a.csv: line 3: is the header again; take it out"),
        (b"name,note\nA,b\nB\n", "a.csv: line 3: has 1 cells, and the header 2"),
        (b"name,note\nA,b,c\n", "a.csv: line 2: has 3 cells, and the header 2"),
        (b"name,note\n,b\n", "a.csv: line 2: column 1: name is empty; write it, or take the row out"),
        (b'name,note\nA,"b\nB,c\n', "a.csv: line 2, column 2: a quote that is not closed"),
        (b'name,note\nA,b\nB,"b"c\n', "a.csv: line 3, column 2: a quote that is not closed, or stands inside"),
        (b"name,note\nA," + b"x" * 200_000 + b"\n", "a.csv: line 2, column 2: a cell of 200,001 characters; write less"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_may_mean_two_things_is_refused_by_line_and_column(data, said):
    assert said in refused(data)
    assert refused(data).startswith("a.csv: ")


def test_lines_are_counted_as_an_editor_counts_them():
    assert (
        refused('name,note\nA,"two\nlines"\n\n,x\n') == "a.csv: line 5: column 1: name is empty; write it, or take the row out"
    )


def test_a_table_is_read_from_its_file(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(saved(ROWS, ";").encode("utf-8-sig"))

    assert read_rows(file, COLUMNS) == ROWS
