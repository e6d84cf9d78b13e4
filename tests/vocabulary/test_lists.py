"""The closed lists, read as any table that a spreadsheet may have saved."""

from collections import Counter

import pytest

from geomap.errors import DataError
from geomap.vocabulary import lists


@pytest.mark.parametrize("name", ["countries.csv", "events.csv", "loaded_terms.csv", "persons.csv"])
def test_a_list_that_a_spreadsheet_saved_says_the_same(name, tmp_path, monkeypatch):
    file = lists.files("geomap.vocabulary") / name
    text = file.read_text(encoding="utf-8")
    columns = text.splitlines()[0].split(",")
    before = lists.read_list(name, *columns)

    (tmp_path / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    monkeypatch.setattr(lists, "files", lambda _: tmp_path)

    assert lists.read_list(name, *columns) == before
    assert len(before) > 5
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(DataError, match="is empty"):
        lists.read_list(name, *columns)


def test_no_row_of_a_list_stands_twice():
    folder = lists.files("geomap.vocabulary")
    files = [file for place in (folder, folder / "words") for file in place.iterdir() if file.name.endswith(".csv")]
    rows = Counter((file.name, line) for file in files for line in file.read_text(encoding="utf-8").splitlines())
    assert len(rows) > 1000
    assert [row for row, times in rows.items() if times > 1] == []
