"""The extract of GeoNames, searched as text."""

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import DataError
from geomap.gazetteer.extract import COLUMNS, Extract, Slice, read_extract
from geomap.gazetteer.spelling import folded, skeleton

HEAD = "\t".join(COLUMNS)


def line(key, name, *names, level="settlement", country="EE", within="EE-N", lon="11.5", lat="47.25", population="1200"):
    names = [folded(name), *names]
    bones = dict.fromkeys(map(skeleton, names))
    cells = (key, level, country, within, lon, lat, population, name, "", f"|{'|'.join(names)}|", f"|{'|'.join(bones)}|")
    return "\t".join(cells)


LINES = [
    line("1", "New Mill", "newer mill"),
    line("2", "Mill"),
    line("3", "Newmill", country="WW", within="WW"),
    line("4", "Müll"),
    line("EE-N", "North", level="province", within="EE", lon="", lat="", population=""),
    line("WW-N", "North", level="province", country="WW", within="WW", lon="", lat="", population=""),
    line("EE", "Eastland", level="country", within="", lon="", lat="", population=""),
    line("5", "Last", "first mill"),
]
EXTRACT = Extract(Slice("\n".join([HEAD, *LINES]) + "\n"))


def packed(folder, **slices):
    file = folder / "extract.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in slices.items():
            archive.writestr(f"{name}.tsv", text)
    return file


def keys(rows):
    return [row["key"] for row in rows]


def test_a_row_has_a_cell_for_every_column():
    assert EXTRACT.row("1") == {
        "key": "1",
        "level": "settlement",
        "country": "EE",
        "within": "EE-N",
        "lon": "11.5",
        "lat": "47.25",
        "population": "1200",
        "name": "New Mill",
        "local": "",
        "names": "|new mill|newer mill|",
        "skeletons": f"|{skeleton('new mill')}|{skeleton('newer mill')}|",
    }


def test_rows_are_found_by_their_whole_key():
    assert all(EXTRACT.row(row["key"]) == row for row in EXTRACT)
    assert EXTRACT.row("") is EXTRACT.row("E") is EXTRACT.row("EE-") is EXTRACT.row("12") is None


def test_rows_come_in_the_order_of_the_file():
    assert keys(EXTRACT) == ["1", "2", "3", "4", "EE-N", "WW-N", "EE", "5"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("new mill", ["1", "3"]),
        ("newmill", ["1", "3"]),
        ("n e w mill", ["1", "3"]),
        ("newer mill", ["1"]),
        ("mill", ["2"]),
        ("north", ["EE-N", "WW-N"]),
        ("eastland", ["EE"]),
        ("last", ["5"]),
        ("first mill", ["5"]),
        ("ill", []),
        ("new", []),
        ("atlantis", []),
        ("", []),
        (" ", []),
    ],
)
def test_a_name_is_found_whole_but_for_its_spaces_in_every_row_that_has_it(name, found):
    assert keys(EXTRACT.exact(name)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("mell", ["2", "4"]),
        ("mulla", ["2", "4"]),
        ("nu mul", ["1", "3"]),
        ("north", ["EE-N", "WW-N"]),
        ("lost", ["5"]),
        ("", []),
        ("e", []),
    ],
)
def test_similar_names_are_found_by_their_skeletons(name, found):
    assert keys(EXTRACT.similar(name)) == found


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=4).map(str.strip).filter(bool), min_size=1, max_size=12))
def test_every_row_is_found_by_its_name_once(names):
    extract = Extract(Slice("\n".join([HEAD, *(line(str(i), name) for i, name in enumerate(names))])))

    for name in names:
        alike = [str(i) for i, other in enumerate(names) if folded(other).replace(" ", "") == folded(name).replace(" ", "")]
        assert keys(extract.exact(folded(name))) == alike


def test_provinces_are_known_by_name_and_country():
    assert EXTRACT.provinces == {("North", "EE"): "EE-N", ("North", "WW"): "WW-N"}


@pytest.mark.parametrize("head", ["id\tname", HEAD + "\tmore", HEAD.replace("key\tlevel", "level\tkey"), ""])
def test_an_extract_of_other_columns_is_refused_with_what_to_do(head, tmp_path):
    file = packed(tmp_path, world=f"{head}\n{LINES[0]}\n")

    with pytest.raises(DataError) as refused:
        read_extract(file)
    assert str(refused.value) == (
        "gazetteer/geonames.zip: its columns are not those of this version; make it again as sources.toml says"
    )


def test_a_packed_extract_reads_as_it_was_written(tmp_path):
    assert list(read_extract(packed(tmp_path, world="\n".join([HEAD, *LINES, ""])))) == list(EXTRACT)


def test_slices_add_their_settlements_in_place_of_those_that_the_world_has_of_the_country(tmp_path):
    world = "\n".join([HEAD, line("1", "Mill"), line("3", "Newmill", country="WW"), line("EE", "Eastland", level="country")])
    file = packed(tmp_path, world=world, EE=f"{HEAD}\n{line('1', 'Mill', 'moulin')}\n{line('9', 'Dell')}\n", WW=f"{HEAD}\n")

    assert keys(read_extract(file)) == ["1", "3", "EE"]
    assert keys(read_extract(file, ["EE", "XX"])) == ["3", "EE", "1", "9"]
    assert read_extract(file, ["EE"]).row("1")["names"] == "|mill|moulin|"
    assert keys(read_extract(file, ["WW"])) == ["1", "EE"]


@pytest.mark.parametrize("row", [LINES[0] + "\tmore", LINES[0].removeprefix("1\t")])
def test_a_row_with_a_cell_too_many_or_too_few_is_not_taken_for_another(row):
    with pytest.raises(ValueError, match=r"longer|shorter"):
        list(Extract(Slice(f"{HEAD}\n{row}\n")))
