"""`geomap map`: a table of events as a page, built without a browser."""

import base64
import datetime as dt
import json
import re
import zlib

import numpy as np
import pytest
from click.testing import CliRunner
from conftest import needed
from event_tables import acled_rows, csv_text, gdelt_rows, ged_rows
from event_tables import write as write_rows

from geomap.cli.group import main
from geomap.errors import DataError
from geomap.events import Asked, Shown, table_for_map
from geomap.events.dates import days_of
from geomap.webmap import draw_events
from geomap.webmap.event_page import extent_of_events

try:
    import pyarrow as pa
except ImportError:
    pa = None
needed(pa, "pyarrow is not installed")


def drawn(*arguments):
    return CliRunner().invoke(main, ["map", *map(str, arguments)])


def about(html):
    return json.loads(re.search(r'id="geomap-about">(.*?)</script>', html)[1])


class Unpacked:
    """What stands in a pack of a page, as the page's own script reads it."""

    def __init__(self, html, name):
        pieces = re.findall(rf'id="\w+-{name}(?:-\d+)?">([^<]*)</script>', html)
        data = zlib.decompress(b"".join(map(base64.b64decode, pieces)), -15)
        size = int.from_bytes(data[:4], "little")
        self.header, self.data = json.loads(data[4 : 4 + size]), data[4 + size :]
        self.rows, self.columns = self.header["incidents"]["rows"], self.header["incidents"]["columns"]

    def stored(self, column):
        planes = [
            np.frombuffer(self.data, np.uint8, column["rows"], at).astype(np.int64) << 8 * k
            for k, at in enumerate(column["at"])
        ]
        return sum(planes)

    def numbers(self, name):
        column = self.columns[name]
        if "same" in column:
            return self.numbers(column["same"])
        stored = self.stored(column)
        values = np.where(stored == 0, np.nan, (stored + column["least"] - 1) / column["scale"])
        if "by" in column:
            values = values[self.codes(self.columns[column["by"]])]
        return np.round(values + np.nan_to_num(self.numbers(column["above"])), 6) if "above" in column else values

    def words(self, name):
        column = self.columns[name]
        words = [None, *self.data[column["words"] : column["words"] + column["size"]].decode().split("\0")]
        if "shared" in column:
            for k, shared in enumerate(self.stored(column["shared"]) + column["shared"]["least"] - 1, 1):
                words[k] = (words[k - 1] or "")[:shared] + words[k]
        return [words[code] for code in self.codes(column)]

    def codes(self, column):
        return self.stored(column) if "width" in column else np.arange(1, column["rows"] + 1)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("map")
    (folder / "ged.csv").write_text(csv_text(ged_rows()), encoding="utf-8")
    result = drawn(folder / "ged.csv", "--border", "IRN-PAK", "-o", folder / "map.html")
    assert result.exit_code == 3, result.output  # three rows have no place
    return (folder / "map.html").read_text(encoding="utf-8")


def test_the_page_has_the_tables_own_columns_points_and_days(page):
    told, first, details, rest = about(page), *(Unpacked(page, name) for name in ("first_paint", "details", "rest"))
    rows = ged_rows()
    names = dict((name, key) for key, name in told["events"]["columns"])
    assert {"id", "side_a", "where_prec", "date_start", "best"} <= set(names)
    cells = rest.words(names["id"])
    assert cells == [row["id"] for row in rows]
    assert rest.words(names["adm_1"]) == ["NA"] * 9  # a text, not nothing
    lon = first.numbers("lon")
    assert lon[:6].tolist() == [61.5, 64.09459, 62.52978, 66.97, 63.2, 44.00943]
    assert np.isnan(lon[6:]).all()
    days = details.numbers("first_day")
    assert days.tolist() == [(dt.date(2021, 3, k + 1) - dt.date(1970, 1, 1)).days for k in range(9)]
    assert details.words("no_point_reason")[5:] == [None, "no coordinates", "no coordinates", "not on Earth"]


def test_distances_are_those_of_near_rounded_outwards(page, tmp_path):
    rest = Unpacked(page, "rest")
    (tmp_path / "ged.csv").write_text(csv_text(ged_rows()), encoding="utf-8")
    near = CliRunner().invoke(main, ["near", str(tmp_path / "ged.csv"), "--border", "IRN-PAK", "-o", str(tmp_path / "o.jsonl")])
    assert near.exit_code == 3
    said = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text().splitlines()]
    least, most, at = (rest.numbers(f"distance_{name}km") for name in ("min_", "max_", ""))
    for k, row in enumerate(said):
        if row["distance_km"] is None:
            assert np.isnan(at[k])
            continue
        assert at[k] == pytest.approx(row["distance_km"], abs=0.0501)
        if row["distance_min_km"] is None:  # its precision has no radius
            assert np.isnan([least[k], most[k]]).all()
        else:
            assert row["distance_min_km"] - 0.1 < least[k] <= row["distance_min_km"]
            assert row["distance_max_km"] <= most[k] < row["distance_max_km"] + 0.1
    assert rest.words("near_border") == [row["near_border"] for row in said]


def test_what_is_left_out_is_said_on_the_page(page, tmp_path):
    assert about(page)["notes"] == [["placeless", {"count": 3}], ["radius", {"count": 1}]]
    text = csv_text(ged_rows()) + "broken,row\n"
    (tmp_path / "ged.csv").write_text(text.replace("2021-03-02 00:00:00.000", "some day"), encoding="utf-8")
    result = drawn(tmp_path / "ged.csv", "--limit", 3, "-o", tmp_path / "map.html")
    assert result.exit_code == 3
    notes = about((tmp_path / "map.html").read_text(encoding="utf-8"))["notes"]
    assert ["newest", {"rows": 10, "shown": 3}] in notes
    assert ["broken", {"count": 1}] in notes
    assert ["days", {"count": 1}] in notes


def test_rows_keep_the_tables_own_numbers_where_some_are_left_out(tmp_path):
    lines = ["lon,lat,name", "61.5,27.2,a", "too,many,cells,here", "", "61.6,27.2,b", '61.7,27.2,"c\nd"', "few", "61.8,27.2,e"]
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert drawn(tmp_path / "t.csv", "-o", tmp_path / "m.html").exit_code == 3
    html = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert Unpacked(html, "details").numbers("row_number").tolist() == [1, 3, 4, 6]
    assert about(html)["events"]["rows"] == 6


def test_the_same_table_gives_the_same_bytes_with_no_address_to_ask(tmp_path):
    (tmp_path / "a.csv").write_text(csv_text(acled_rows()), encoding="utf-8")
    for name in ("one.html", "two.html"):
        assert drawn(tmp_path / "a.csv", "-o", tmp_path / name).exit_code == 3
    one, two = ((tmp_path / name).read_bytes() for name in ("one.html", "two.html"))
    assert one == two
    assert re.search(rb"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-", one)
    assert not re.search(rb'<(?:script|img|link)[^>]+(?:src|href)="?http', one)


@pytest.mark.parametrize(
    ("limit", "border", "rank", "kept"),
    [(9, None, "", [1, 2, 3, 4, 5, 6, 7, 8, 9]), (3, None, "newest", [4, 5, 6]), (2, "IRN-PAK", "nearest", [3, 5])],
)
def test_of_more_rows_than_the_limit_the_ones_that_rank_first_are_kept(tmp_path, limit, border, rank, kept):
    from geomap import Border
    from geomap.events import To

    (tmp_path / "ged.csv").write_text(csv_text(ged_rows()), encoding="utf-8")
    to = To(borders=[Border.read(border)], near_m=50_000) if border else None
    table = table_for_map(tmp_path / "ged.csv", Asked(), to=to, limit=limit)
    assert (table.rank, table.numbers.tolist()) == (rank, kept)
    assert table.done.rows == 9


@pytest.mark.parametrize("name", ["ged.csv", "ged.zip", "ged.parquet", "ged.geojson", "ged.gpkg", "ged.jsonl"])
def test_every_format_gives_the_same_points_and_cells(tmp_path, name):
    write_rows(tmp_path / name, ged_rows())
    table = table_for_map(tmp_path / name, Asked())
    assert table.numbers.tolist() == list(range(1, 10))
    assert np.nan_to_num(table.lon[:2]).tolist() == [61.5, 64.09459]
    assert [str(cell) for cell in table.columns["id"].to_pylist()] == [row["id"] for row in ged_rows()]
    assert table.first_day[0] == (dt.date(2021, 3, 1) - dt.date(1970, 1, 1)).days


def test_a_table_of_gdelt_has_the_countries_of_its_points(tmp_path):
    (tmp_path / "g.csv").write_text(csv_text(gdelt_rows(), header=False, separator="\t", quoting=3), encoding="utf-8")
    assert drawn(tmp_path / "g.csv", "-o", tmp_path / "map.html").exit_code == 3
    html = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "country" in about(html)["facets"]
    assert Unpacked(html, "rest").words("country")[:2] == ["IR", "PK"]


def test_columns_headings_and_days_are_those_that_are_asked_for(tmp_path):
    (tmp_path / "t.csv").write_text("x1,y1,von,what,n\n61.5,27.2,2021-02,raid,1\n62,28,,rally,2\n", encoding="utf-8")
    asked = ["--lon", "x1", "--lat", "y1", "--date", "von", "--heading", "what,n", "--columns", "n,what", "--title", "Mine <b>"]
    assert drawn(tmp_path / "t.csv", *asked, "-o", tmp_path / "m.html").exit_code == 0
    html = (tmp_path / "m.html").read_text(encoding="utf-8")
    told, details = about(html), Unpacked(html, "details")
    assert [name for _, name in told["events"]["columns"]] == ["n", "what"]
    assert details.numbers("last_day")[0] - details.numbers("first_day")[0] == 27
    assert "<title>Mine &#60;b&#62;</title>" in html
    assert told["events"]["heading"] == [
        key for name in ("what", "n") for key, named in told["events"]["columns"] if named == name
    ]


def test_wrong_columns_and_files_are_one_sentence(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("lon,lat\n61.5,27.2\n", encoding="utf-8")
    with pytest.raises(DataError, match="has no column 'kind'"):
        table_for_map(file, Asked(), shown=Shown(colour="kind"))
    for out, words in [(file, "is the table itself"), (tmp_path / "none" / "m.html", "no such folder")]:
        result = drawn(file, "-o", out)
        assert result.exit_code == 1
        assert words in result.output.casefold()
        assert len(result.output.strip().splitlines()) == 1
    file.write_text("lon,lat\n27.2,161.5\n", encoding="utf-8")
    assert "look swapped" in drawn(file, "-o", tmp_path / "m.html").output


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2021-03-02", "2021-03-02", "2021-03-02"),
        ("2021-03-02 10:00:00.000", "2021-03-02", "2021-03-02"),
        (20210302, "2021-03-02", "2021-03-02"),
        ("02 March 2021", "2021-03-02", "2021-03-02"),
        ("2-Mar-2021", "2021-03-02", "2021-03-02"),
        ("Sept 2, 2021", "2021-09-02", "2021-09-02"),
        ("25/03/2021", "2021-03-25", "2021-03-25"),
        ("03/25/2021", "2021-03-25", "2021-03-25"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("February 2020", "2020-02-01", "2020-02-29"),
        ("2021.03.02", "2021-03-02", "2021-03-02"),
        ("2021-03-02 10:00:00.5+05:30", "2021-03-02", "2021-03-02"),
        ("March 2, 2021 3:05 PM", "2021-03-02", "2021-03-02"),
        ("2021-03-02 to 2021-03-05", None, None),
        ("2021-03-02 or later", None, None),
        ("2 March 2021 or 3 March 2021", None, None),
        ("2020-12", "2020-12-01", "2020-12-31"),
        (2021, "2021-01-01", "2021-12-31"),
        (dt.datetime(2021, 3, 2, 23, 59), "2021-03-02", "2021-03-02"),
        ("03/02/2021", None, None),
        ("31 February 2021", None, None),
        ("2 Foo 2021", None, None),
        ("unknown", None, None),
        (None, None, None),
    ],
)
def test_days_are_read_in_the_forms_that_tables_have(cell, first, last):
    found = days_of(cell)
    start = dt.date(1970, 1, 1)
    assert (None, None) if found is None else tuple(str(start + dt.timedelta(days=day)) for day in found) == (first, last)
    assert (found is None) == (first is None)


@pytest.mark.parametrize(
    ("cells", "asked", "days", "said"),
    [
        (["03/02/2021", "25/03/2021"], [], ["2021-02-03", "2021-03-25"], "read day first, as 25/03/2021 says"),
        (["03/02/2021", "03/25/2021"], [], ["2021-03-02", "2021-03-25"], "read month first, as 03/25/2021 says"),
        (["03/02/2021", "04/02/2021"], [], [None, None], "can be two; say with --date-order"),
        (["03/02/2021", "25/03/2021", "03/25/2021"], [], [None, "2021-03-25", "2021-03-25"], "can be two"),
        (["03/02/2021", "00/13/2021"], [], [None, None], "can be two"),  # what is no day speaks for no order
        (["03/02/2021", "45/03/2021", "04/30/2021"], [], ["2021-03-02", None, "2021-04-30"], "month first, as 04/30/2021 says"),
        (["03/02/2021", "25/03/2021"], ["--date-order", "mdy"], ["2021-03-02", None], "month first, as --date-order says"),
        (["03.02.2021 10:00", "3.2.2021"], ["--date-order", "dmy"], ["2021-02-03", "2021-02-03"], "day first, as --date-order"),
    ],
)
def test_days_that_can_be_two_are_read_as_other_cells_or_a_person_say(tmp_path, cells, asked, days, said):
    (tmp_path / "t.csv").write_text("lon,lat,date\n" + "".join(f"61.5,27.2,{cell}\n" for cell in cells), encoding="utf-8")
    result = drawn(tmp_path / "t.csv", *asked, "-o", tmp_path / "m.html")
    assert said in result.stderr
    html = (tmp_path / "m.html").read_text(encoding="utf-8")
    found = [
        None if n != n else str(dt.date(1970, 1, 1) + dt.timedelta(days=n))
        for n in Unpacked(html, "details").numbers("first_day")
    ]
    assert found == days
    notes = {key: told for key, told in about(html)["notes"] if key != "days"}
    assert [told["example"] for told in notes.values()] == ([] if "can be two" in said else [cells[0]])


def test_numbers_come_back_as_they_stand_in_the_table(tmp_path):
    rng = np.random.default_rng(2)
    values = np.round(rng.uniform(-1000, 1000, 2000), 4)
    text = "lon,lat,value,many\n" + "\n".join(f"61.5,27.2,{value},{k * 10**9}" for k, value in enumerate(values.tolist()))
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    table = table_for_map(tmp_path / "t.csv", Asked())
    html = draw_events(table, basemap={"countries": _nothing()}, build={})
    keys = {name: key for key, name in about(html)["events"]["columns"]}
    rest = Unpacked(html, "rest")
    assert rest.numbers(keys["value"]).tolist() == values.tolist()
    assert rest.numbers(keys["many"]).tolist() == [k * 10**9 for k in range(2000)]


def _nothing():
    import geopandas as gpd

    return gpd.GeoDataFrame({"name": [], "iso_a2": [], "source": []}, geometry=[], crs=4326)


def test_events_on_both_sides_of_180_degrees_open_side_by_side(tmp_path):
    table = tmp_path / "far.csv"
    table.write_text("lon,lat\n179,-17\n-179,-16\n", encoding="utf-8")

    west, south, east, north = extent_of_events(table_for_map(table, Asked()))

    assert (west, east) == pytest.approx((178.95, -178.95))
    assert (south, north) == pytest.approx((-17.05, -15.95))


def test_events_all_around_the_world_open_on_all_of_it(tmp_path):
    table = tmp_path / "world.csv"
    table.write_text("lon,lat\n" + "".join(f"{lon},{lon / 2}\n" for lon in range(-180, 181, 10)), encoding="utf-8")

    west, south, east, north = extent_of_events(table_for_map(table, Asked()))

    assert (west, east) == (-180, 180)
    assert -85.1 < south < -84
    assert 84 < north < 85.1


def test_an_extreme_integer_spoils_no_other_number(tmp_path):
    numbers = [*range(600), -(2**63)]
    table = tmp_path / "n.csv"
    table.write_text("lon,lat,n\n" + "".join(f"61,27,{n}\n" for n in numbers), encoding="utf-8")
    out = tmp_path / "n.html"

    assert drawn(table, "-o", out).exit_code == 0
    assert Unpacked(out.read_text(encoding="utf-8"), "rest").words("c0")[4] == "4"


def test_two_columns_of_one_name_and_lists_are_one_sentence(tmp_path):
    from pyarrow import parquet

    twice = pa.Table.from_arrays(
        [pa.array([61.0]), pa.array([27.0]), pa.array(["a"]), pa.array(["b"])], ["lon", "lat", "n", "n"]
    )
    parquet.write_table(twice, tmp_path / "twice.parquet")
    listed = pa.table({"lon": [61.0], "lat": [27.0], "date": [["2021-03-02"]]})
    parquet.write_table(listed, tmp_path / "listed.parquet")

    for name, words in (("twice", "has two columns 'n'"), ("listed", "holds list")):
        said = drawn(tmp_path / f"{name}.parquet", "-o", tmp_path / "o.html")
        assert said.exit_code == 1
        assert words in said.output


def test_a_link_is_written_through(tmp_path):
    (tmp_path / "t.csv").write_text("lon,lat\n61,27\n", encoding="utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "link.html").symlink_to(tmp_path / "other" / "real.html")

    assert drawn(tmp_path / "t.csv", "-o", tmp_path / "link.html").exit_code == 0
    assert (tmp_path / "other" / "real.html").is_file()
    assert (tmp_path / "link.html").is_symlink()


@pytest.mark.parametrize(
    ("cells", "kept"),
    [
        (lambda k: f"{k / 4:.2f}", "decimals"),  # 1.50
        (lambda k: f"{k / 4}", "point"),  # 1.0, but 1.25
        (lambda k: f"{k / 4:g}", "numbers"),
        (lambda k: f"{k + 0.5}", "numbers"),
        (lambda k: f"{k / 8:.2f}" if k % 2 else f"{k / 8:.3f}", "words"),
        (lambda k: f"-{k / 4:.1f}", "words"),  # -0.0
        (lambda k: f"{k}", "numbers"),
        (lambda k: f"{k:05}", "words"),
    ],
)
def test_cells_of_numbers_stay_as_they_are_written(tmp_path, cells, kept):
    rows = [cells(k) for k in range(700)]
    (tmp_path / "t.csv").write_text("lon,lat,n\n" + "".join(f"61.5,27.2,{n}\n" for n in rows), encoding="utf-8")
    assert drawn(tmp_path / "t.csv", "-o", tmp_path / "m.html").exit_code == 0
    rest = Unpacked((tmp_path / "m.html").read_text(encoding="utf-8"), "rest")
    column = rest.columns["c0"]
    assert next((how for how in ("words", "decimals", "point") if how in column), "numbers") == kept
    numbers = [] if kept == "words" else rest.numbers("c0").tolist()
    written = {"decimals": "{:.2f}".format, "point": str, "numbers": "{:g}".format}
    assert (rest.words("c0") if kept == "words" else [written[kept](n) for n in numbers]) == rows


AROUND = [("61.5", "27.2"), ("61.9", "27.3"), ("62.4", "27.0"), ("62.1", "26.8"), ("61.7", "27.1"), ("62.0", "27.6")]
SWAPPED = ("27.2", "61.5")
#: Nine out of ten near one another, on both sides of 180 degrees.
BULK = [(f"{180 - k / 10:.1f}", "10.0") for k in range(6)] + [(f"{-179.9 + k / 10:.1f}", "10.0") for k in range(6)]


@pytest.mark.parametrize(
    ("points", "arguments", "than"),
    [
        ([*AROUND[:3], SWAPPED, *AROUND[3:]], ["--border", "IRN-PAK"], "from the border and outside its countries"),
        ([*AROUND[:3], SWAPPED, *AROUND[3:], *AROUND], [], "from the middle of the others"),
        ([*AROUND[:3], SWAPPED, *AROUND[3:], *AROUND], ["--border", "any"], "from the middle of the others"),
        # Of a table that lies elsewhere, the border tells nothing.
        ([*BULK[:3], SWAPPED, *BULK[3:]], ["--border", "IRN-PAK", "--yes"], "from the middle of the others"),
    ],
)
def test_one_row_that_lies_far_off_is_outside_the_first_view_and_told(tmp_path, points, arguments, than):
    table, out = tmp_path / "t.csv", tmp_path / "t.html"
    table.write_text("lon,lat,country\n" + "".join(f"{lon},{lat},IRN\n" for lon, lat in points), encoding="utf-8")

    done = drawn(table, "-o", out, *arguments)

    west, south, east, north = about(out.read_text(encoding="utf-8"))["extent"]
    assert (east - west) % 360 < 3
    assert north - south < 3
    where = "row 4 at 27.2, 61.5 (lon, lat)"
    assert f"1 row lies outside the first view, farther than 1,000 km {than}; the first: {where}" in done.stderr


@pytest.mark.parametrize(
    ("points", "arguments"),
    [
        (AROUND, ["--border", "IRN-PAK"]),
        ([*AROUND, *BULK], []),  # in two places, neither is apart from the other
        ([("", ""), ("abc", "")], []),
    ],
)
def test_a_table_without_a_row_far_off_has_all_in_its_first_view(tmp_path, points, arguments):
    table, out = tmp_path / "t.csv", tmp_path / "t.html"
    table.write_text("lon,lat\n" + "".join(f"{lon},{lat}\n" for lon, lat in points), encoding="utf-8")

    done = drawn(table, "-o", out, *arguments)

    west, south, east, north = about(out.read_text(encoding="utf-8"))["extent"]
    assert "first view" not in done.stderr
    for lon, lat in ((float(lon), float(lat)) for lon, lat in points if lat):
        assert south <= lat <= north
        assert (lon - west) % 360 <= (east - west) % 360
