"""The page of a table of events in a browser: from a dot to its row, filters, and what a table does not have."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from conftest import needed

from geomap import Border, project
from geomap.events import Asked, Shown, To, table_for_map
from geomap.model import Story
from geomap.webmap import draw_events, extent_of_events

try:
    import pyarrow as pa
except ImportError:
    pa = None
needed(pa, "pyarrow is not installed")

Opening = Callable[..., Visit]
TABLE = """id,day,lon,lat,prec,kind,who,country,note
A1,2021-03-02,61.5,27.2,1,raid,Group A,Iran,"<img src=x onerror=alert(1)>, a"
A2,2021-03,62.9,27.3,2,raid,,Pakistan,b
A3,,66.97,30.19,4,rally,Group B,Pakistan,https://example.org/x
A4,some day,,,1,rally,Group B,Pakistan,no place
"""


def page(folder: Path, *, border: bool = True, text: str = TABLE, limit: int = 1000) -> str:
    """The page of a small table."""
    (folder / "events.csv").write_text(text, encoding="utf-8")
    asked = Asked(precision="prec", radii_km={"1": 2.0, "2": 25.0}) if border else Asked()
    borders = [Border.read("IRN-PAK")] if border else []
    to = To(borders=borders, near_m=50_000) if border else None
    table = table_for_map(folder / "events.csv", asked, to=to, limit=limit)
    basemap = project.read_basemap(Story(), extent_of_events(table))
    return draw_events(table, basemap=basemap, build={"geomap": "0", "inputs_sha256": "0", "near_km": 50.0}, borders=borders)


def test_a_dot_leads_to_its_row_and_every_cell(visit: Opening, tmp_path: Path) -> None:
    opened = visit(page(tmp_path))
    spot = opened.run("() => geomap.page.layer.spotOf(0)")
    opened.run("(spot) => geomap.page._clicked(L.point(spot.x, spot.y))", spot)
    opened.until("!document.getElementById('card').hidden")
    text = opened.tab.locator("#card").inner_text()
    for words in ("Row 1 of 4 in events.csv", "61.50000, 27.20000", "as the table gives it", "within 2 km", "2 March 2021"):
        assert words in text
    cells = opened.run(
        "[...document.querySelectorAll('#card .cells tr')].map((row) => [...row.cells].map((one) => one.textContent))"
    )
    assert ["note", "<img src=x onerror=alert(1)>, a"] in cells
    assert ["id", "A1"] in cells
    assert opened.is_quiet()


def test_the_link_to_a_row_and_a_filter_opens_again(visit: Opening, tmp_path: Path) -> None:
    html = page(tmp_path)
    opened = visit(html, "#p=filters")
    assert opened.tab.locator("#panel-filters summary").first.inner_text() == "kind"
    opened.tab.locator("#panel-filters label", has_text="raid").click()
    opened.until("geomap.page.model.shown.length === 2")
    opened.run("geomap.page.select(1)")
    opened.until("location.hash.includes('i=2')")
    again = visit(html, opened.run("location.hash"))
    assert again.run("geomap.page.model.shown.length") == 2
    text = again.tab.locator("#card").inner_text()
    assert "Row 2 of 4" in text
    assert "1 March 2021 to 31 March 2021" in text
    assert again.is_quiet()


def test_what_has_no_place_or_day_is_counted_listed_and_said(visit: Opening, tmp_path: Path) -> None:
    opened = visit(page(tmp_path))
    scope = opened.tab.locator("#scope").inner_text()
    for words in (
        "4 rows of events.csv",
        "as the table gives them",
        "1 rows have no place",
        "1 rows have a day",
        "1 rows have a precision",
    ):
        assert words in scope
    assert "1 without a place" in opened.tab.locator("#counters").inner_text()
    assert "no coordinates" in opened.tab.locator("#list").inner_text()
    cut = visit(page(tmp_path, limit=2))
    assert "of 4 rows in the table these are the 2 nearest to the border" in cut.tab.locator("#scope").inner_text()


@pytest.mark.parametrize(
    "look", ["", "#l=fa&i=1", "#l=ur&p=filters", "#c=dark", "#e=1", "#r=table", "#r=method", "#s=distance", "#q=group"]
)
def test_every_look_says_whose_points_they_are_without_a_complaint(visit: Opening, tmp_path: Path, look: str) -> None:
    opened = visit(page(tmp_path), look)
    assert "events.csv" in opened.tab.locator("#credit").inner_text()
    assert opened.tab.locator("#credit").is_visible()
    assert opened.run("geomap.page.vector === undefined && geomap.vectorPicture(geomap.page).includes('events.csv')")
    assert opened.is_quiet()


@pytest.mark.parametrize("look", ["", "#i=1", "#p=filters", "#r=table", "#r=method&l=ur"])
def test_axe_finds_nothing(visit: Opening, tmp_path: Path, axe: str, look: str) -> None:
    assert visit(page(tmp_path), look).is_accessible(axe)


def test_without_a_border_nothing_is_said_of_distances(visit: Opening, tmp_path: Path) -> None:
    opened = visit(page(tmp_path, border=False), "#i=1")
    assert opened.tab.locator("#timeline-distance").count() == 0
    assert opened.tab.locator(".card-distance").count() == 0
    assert "border" not in opened.tab.locator("#legend").inner_text().casefold()
    assert "not known" in opened.tab.locator("#card").inner_text()  # how far off: no radius was given
    assert opened.is_quiet()


def test_downloads_have_the_tables_own_columns_and_rows(visit: Opening, tmp_path: Path) -> None:
    opened = visit(page(tmp_path))
    opened.run("geomap.page.store.set({ query: 'group b' })")
    opened.until("geomap.page.model.shown.length === 2")
    features = json.loads(opened.run("geomap.page.downloads.geojson()"))["features"]
    by_id: dict[str, Any] = {one["properties"]["id"]: one for one in features}
    assert set(by_id) == {"A3", "A4"}
    assert by_id["A3"]["properties"]["geomap_row"] == 3
    assert by_id["A3"]["geometry"]["coordinates"] == [66.97, 30.19]
    assert by_id["A4"]["geometry"] is None
    assert {"note", "kind", "geomap_distance_km"} <= set(by_id["A4"]["properties"])
    assert opened.is_quiet()


def test_a_hundred_thousand_rows_wait_for_their_columns(visit: Opening, tmp_path: Path) -> None:
    """What is asked before all columns are read is done once they are."""
    lines = (
        f"E{k},2021-03-{k % 28 + 1:02},{60 + k % 997 / 100:.5f},{25 + k % 613 / 100:.5f},1,kind {k % 5},G{k % 7},Iran,n{k}"
        for k in range(100_000)
    )
    text = TABLE.splitlines()[0] + "\n" + "\n".join(lines)
    opened = visit(page(tmp_path, border=False, text=text, limit=200_000))
    assert "Many events: dots" in opened.tab.locator("#legend").inner_text()
    opened.run("geomap.page.store.set({ query: 'n99999' })")
    opened.until("geomap.page.model.shown.length === 1")
    assert opened.run("geomap.page.model.value('id', geomap.page.list.rows[0])") == "100000"
    assert opened.is_quiet()


def test_the_list_begins_with_the_same_words_before_every_column_is_read(visit: Opening, tmp_path: Path) -> None:
    lines = (
        f"E{k},{2024 + k * k % 11}-{k % 12 + 1:02}-{k * 5 % 28 + 1:02},{60 + k % 997 / 100:.5f},{25 + k % 613 / 100:.5f},"
        f"{k % 3},kind {k % 5},G{k},Iran,n{k}"
        for k in range(2000)
    )
    text = TABLE.splitlines()[0].replace("note", "place") + "\n" + "\n".join(lines)
    opened = visit(page(tmp_path, text=text, limit=2000))
    opened.until("!geomap.page.rest")
    whole = opened.tab.locator("#list").inner_text()
    assert all(words in whole for words in ("kind 3", "1 January 2024", "n1848 · ", " km"))
    opened.run("delete geomap.page.tables.incidents.rest; geomap.page.list.render(true)")
    assert opened.tab.locator("#list").inner_text() == whole
    with pytest.raises(Exception, match="still being read"):
        opened.run("geomap.page.model.table('distance_km')")
    assert "28 December 2033" in visit(page(tmp_path, text=text, limit=2000), "#o=newest").tab.locator("#list").inner_text()


def test_what_nobody_checked_is_said_on_a_phone_and_on_paper(visit: Opening, tmp_path: Path) -> None:
    opened = visit(page(tmp_path))
    opened.tab.set_viewport_size({"width": 360, "height": 640})
    opened.settle()
    assert opened.tab.locator("#scope").is_visible()
    assert "nobody checked them" in opened.tab.locator("#scope").inner_text()
    opened.run("window.dispatchEvent(new Event('beforeprint'))")
    paper = opened.tab.locator("#paper").text_content() or ""
    assert "nobody checked them" in paper
    assert "outside publications" not in paper


def test_a_colour_that_does_not_tell_all_values_stands_beside_a_filter_with_all_of_them(visit: Opening, tmp_path: Path) -> None:
    kinds = "".join(f"B{n},2021-03-02,61.5,27.2,1,kind {n % 9},,Iran,\n" for n in range(40))
    opened = visit(page(tmp_path, text=TABLE.partition("\n")[0] + "\n" + kinds), "#p=filters")
    heads = opened.run("[...document.querySelectorAll('#panel-filters summary')].map((one) => one.textContent)")
    assert {"kind ●", "kind"} <= set(heads)
    key = next(key for key in opened.run("geomap.FACETS") if key.startswith("c"))
    opened.run("(key) => geomap.page.store.toggle(key, 'kind 8')", key)
    opened.until("geomap.page.model.shown.length === 4")


def test_without_a_radius_the_distance_is_the_point_s_and_says_so(visit: Opening, tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(TABLE, encoding="utf-8")
    border = Border.read("IRN-PAK")
    table = table_for_map(tmp_path / "events.csv", Asked(), to=To(borders=[border], near_m=50_000))
    basemap = project.read_basemap(Story(), extent_of_events(table))
    build = {"geomap": "0", "inputs_sha256": "0", "near_km": 50.0}
    opened = visit(draw_events(table, basemap=basemap, build=build, borders=[border]))
    assert "No radius is known" in opened.tab.locator("#scope").inner_text()
    assert "the point itself: " in opened.tab.locator("#list").inner_text()


def test_cells_called_like_members_of_an_object_are_words(visit: Opening, tmp_path: Path) -> None:
    rows = "A1,2021-03-02,61.5,27.2,constructor,toString,__proto__,Iran,x\nA2,2021-03-03,61.6,27.2,1,b,hasOwnProperty,Iran,y\n"
    opened = visit(page(tmp_path, text=TABLE.partition("\n")[0] + "\n" + rows), "#i=1")
    text = opened.tab.locator("#card").inner_text()
    assert "toString" in text
    assert "__proto__" in text
    assert "function" not in text
    assert "[object" not in opened.tab.locator("body").inner_text()
    assert opened.is_quiet()


def test_days_as_many_numbers_are_those_days(visit: Opening, tmp_path: Path) -> None:
    days = [dt.date(2018, 1, 1) + dt.timedelta(days=n) for n in range(501)]
    rows = "".join(f"A{n},{day:%Y%m%d},61.5,27.2,1,raid,,Iran,\n" for n, day in enumerate(days))
    opened = visit(page(tmp_path, text=TABLE.partition("\n")[0] + "\n" + rows), "#i=40")
    text = opened.tab.locator("#card").inner_text()
    assert "9 February 2018" in text
    assert "20180209" in text
    assert "undefined" not in text


def test_the_column_of_days_may_colour_the_dots(visit: Opening, tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(TABLE, encoding="utf-8")
    table = table_for_map(tmp_path / "events.csv", Asked(), shown=Shown(colour="day"))
    basemap = project.read_basemap(Story(), extent_of_events(table))
    opened = visit(
        draw_events(table, basemap=basemap, build={"geomap": "0", "inputs_sha256": "0", "near_km": 50.0}, borders=[])
    )
    assert "2 March 2021" in opened.tab.locator("#list").inner_text()
    assert opened.is_quiet()


def test_a_long_table_is_turned_page_by_page(visit: Opening, tmp_path: Path) -> None:
    rows = "".join(f"A{n},2021-03-02,61.5,27.2,1,raid,,Iran,\n" for n in range(150))
    opened = visit(page(tmp_path, text=TABLE.partition("\n")[0] + "\n" + rows), "#r=table")
    count = "document.querySelectorAll('#table tbody tr').length"
    opened.until(f"{count} === 100")
    before, after = opened.tab.locator("#table").locator("xpath=../..").locator(".turn button").all()
    assert before.is_disabled()
    after.click()
    opened.until(f"{count} === 50")


@pytest.mark.parametrize("look", ["", "#l=fa", "#l=ur"])
def test_the_page_says_how_days_that_can_be_two_are_read(visit: Opening, tmp_path: Path, look: str) -> None:
    rows = "A1,03/02/2021,61.5,27.2,1,raid,,Iran,\nA2,25/03/2021,61.5,27.2,1,raid,,Iran,\n"
    opened = visit(page(tmp_path, text=TABLE.partition("\n")[0] + "\n" + rows), look)
    scope = opened.tab.locator("#scope").inner_text()
    assert "03/02/2021" in scope
    assert "25/03/2021" in scope
    assert opened.is_quiet()


def test_rows_without_a_radius_are_within_by_their_point_alone(visit: Opening, tmp_path: Path) -> None:
    rows = "N1,2021-03-02,62.5,26.6,9,raid,,Iran,\nN2,2021-03-03,66.97,30.19,9,raid,,Pakistan,\n"  # 9 has no radius
    opened = visit(page(tmp_path, text=TABLE.partition("\n")[0] + "\n" + rows), "#d=50")
    assert opened.run("[...geomap.page.model.shown]") == [0]
    assert "0 certainly, 0 possibly, 1 by their point alone" in opened.tab.locator("#counters").inner_text()
    assert "how far the event may lie from its point is not known" in opened.tab.locator("#list").inner_text()


def test_what_has_no_full_date_is_one_click_away(visit: Opening, tmp_path: Path) -> None:
    text = TABLE + "A5,2021,61.5,27.2,1,raid,,Iran,a year\nA6,2021-03-05,61.5,27.2,1,raid,,Iran,a day\n"
    opened = visit(page(tmp_path, text=text))
    opened.tab.locator("#counters button", has_text="4 without a full date").click()
    opened.until("geomap.page.model.shown.length === 4")
    assert opened.run("[...geomap.page.model.shown]") == [1, 2, 3, 4]  # a month, nothing, no day, a year
    again = visit(page(tmp_path, text=text), opened.run("location.hash"))
    assert again.run("geomap.page.model.shown.length") == 4
    again.tab.locator("#chips .chip", has_text="only without a full date").click()
    again.until("geomap.page.model.shown.length === 6")
    again.run("geomap.page.store.set({ undated: false })")
    again.until("geomap.page.model.shown.length === 2")


def test_names_of_columns_stand_as_they_are_and_downloads_lose_none(visit: Opening, tmp_path: Path) -> None:
    text = "x,y,{a} {credit},geomap_row,lon,n\n" + "".join(f'61.5,27.2,"{k % 3 or ""}",7,8,{k / 4:.2f}\n' for k in range(600))
    (tmp_path / "{file} {b}.csv").write_text(text, encoding="utf-8")
    table = table_for_map(tmp_path / "{file} {b}.csv", Asked(lon="x", lat="y"))
    build = {"geomap": "0", "inputs_sha256": "0", "near_km": 50.0}
    basemap = project.read_basemap(Story(), extent_of_events(table))
    opened = visit(draw_events(table, basemap=basemap, build=build, borders=[]), "#p=filters")
    assert "{a} {credit}" in opened.run(
        "[...document.querySelectorAll('#panel-filters summary')].map((one) => one.textContent)"
    )
    assert "{file} {b}.csv" in opened.tab.locator("#scope").inner_text()
    assert opened.run("geomap.page.model.counts('c0').map(({ value }) => value)") == ["1", "2"]  # an empty text is no value
    assert opened.tab.locator("#timeline").is_hidden()
    names, first, second = opened.run("geomap.page.downloads.csv()").split("\r\n")[:3]
    assert names == "geomap_row_,{a} {credit},geomap_row,lon,n,lon_,lat"
    assert first == "1,,7,8,0.00,61.5,27.2"
    assert second == "2,1,7,8,0.25,61.5,27.2"
    assert opened.is_quiet()
