"""What a reader sees at first sight, in a small window above all: nothing is cut, covered, or off to the side."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from invented import incident, layers, page
from shapely.geometry import LineString, Point

Opening = Callable[..., Visit]
SMALL = {"viewport": {"width": 360, "height": 740}}
SIZES = ((1400, 900), (768, 1024), (360, 740))

#: What is wider than the window, of the page itself and of what is open on it.
SIDEWAYS = """() => [document.documentElement, ...document.querySelectorAll("dialog[open], dialog[open] .scroll, #list, #card")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.id || one.tagName} ${one.scrollWidth}`)"""


@pytest.mark.parametrize("link", ["", "#r=table", "#r=method", "#s=distance", "#p=filters", "#i=2024-01-16-sabz-koh"])
def test_no_part_of_a_story_s_page_scrolls_sideways_on_a_phone(visit: Opening, built: Path, link: str) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"), link, **SMALL)
    for language in ("en", "fa", "ur"):
        opened.run("(language) => geomap.page.store.set({ language })", language)
        assert opened.run(SIDEWAYS) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_title_without_a_blank_stays_on_the_page(visit: Opening, built: Path, width: int) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"), viewport={"width": width, "height": 740})
    opened.run("(title) => { document.querySelector('h1').textContent = title; }", "Grenzgebiet" * 12)
    assert opened.run(SIDEWAYS) == []


@pytest.mark.parametrize("width", [320, 360, 768])
def test_the_method_page_does_not_scroll_sideways_and_names_its_cells(browser: Any, built: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740}, offline=True)
    tab = context.new_page()
    tab.goto((built / "method.html").as_uri())
    assert tab.evaluate(SIDEWAYS) == []
    cells = tab.evaluate("""() => [...document.querySelectorAll("td")].map((cell) => [cell.dataset.head,
        [...cell.closest("table").tHead.rows[0].cells][cell.cellIndex].textContent])""")
    assert len(cells) > 100
    assert all(own == head for own, head in cells)
    context.close()


def test_every_value_of_the_table_is_in_view_on_a_phone_beside_its_head(visit: Opening, built: Path) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"), "#r=table", **SMALL)
    rows = opened.run("""() => [...document.querySelectorAll("#table tbody tr")].map((row) => [...row.cells]
        .filter((cell) => cell.textContent).map((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            return [cell.dataset.head, getComputedStyle(cell, "::before").content, left >= 0 && right <= innerWidth]; }))""")
    assert len(rows) == 21
    for row in rows:
        assert all(seen for _, _, seen in row)
        assert all(said == f'"{head}"' for head, said, _ in row[2:])
        assert {"When", "Distance from the border", "Killed"} <= {head for head, *_ in row}


def test_links_and_heads_that_sort_stand_on_the_line_of_their_row(visit: Opening, built: Path) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"), "#r=table")
    off = opened.run("""() => [...document.querySelectorAll("#table tr")].flatMap((row) => {
        const tops = [...row.cells].filter((cell) => cell.textContent.trim()).map((cell) => {
            const words = document.createRange();
            words.selectNodeContents(cell.querySelector("button") || cell);
            return Math.min(...[...words.getClientRects()].filter(({ width }) => width).map(({ top }) => top)); });
        return tops.map((top) => Math.abs(top - tops[0])); })""")
    assert len(off) > 150
    assert max(off) <= 1


#: The share of the map over which the incidents lie, whether all are in view, and whether some of the border is.
SPREAD = """() => {
    const { layer, map } = geomap.page;
    const spots = layer.placed.map((mark) => layer.spotOfMark(mark));
    const { x: wide, y: high } = map.getSize();
    const spread = (end) => Math.max(...spots.map((spot) => spot[end])) - Math.min(...spots.map((spot) => spot[end]));
    const foot = document.getElementById("map-foot").getBoundingClientRect().top;
    const frame = map.getContainer().getBoundingClientRect();
    return { count: spots.length, spread: Math.max(spread("x") / wide, spread("y") / high),
        free: spots.every(({ x, y }) => x > 0 && y > 0 && x < wide && y + frame.top < foot),
        border: geomap.page.border.lines.flat().some((path) => path.some((_, i) => i % 2 === 0 &&
            map.getBounds().contains(geomap.latLng(path[i], path[i + 1])))) };
}"""


def long_border(rows: list[dict[str, Any]]) -> str:
    """A page whose border is some 2,000 km long."""
    shown = layers(rows)
    line = LineString([(61 + 0.2 * n, 20 + 0.15 * n) for n in range(101)])
    shown.border.loc[:, "geometry"] = [line] * len(shown.border)
    return page(shown)


@pytest.mark.parametrize("size", SIZES)
def test_the_first_view_holds_the_incidents_and_the_border_near_them(visit: Opening, size: tuple[int, int]) -> None:
    rows = [incident(n, geometry=Point(70.2 + 0.3 * (n % 3), 27 + 0.4 * (n // 3)), distance_min_km=30.0 * n) for n in range(6)]
    opened = visit(long_border(rows), viewport={"width": size[0], "height": size[1]})
    seen = opened.run(SPREAD)
    assert seen["count"] == 6
    assert seen["spread"] > 0.12  # 0.05 where the whole border is on view
    assert seen["free"]
    assert seen["border"]


def test_without_incidents_on_the_map_the_first_view_is_the_border(visit: Opening) -> None:
    opened = visit(long_border([incident(0, geometry=None)]))
    assert opened.run("geomap.page.map.getBounds().contains(geomap.page.home())")
    assert opened.run("geomap.page.home().getNorth() - geomap.page.home().getSouth()") == pytest.approx(15, abs=0.1)


#: Names on the backdrop that are cut at the map's edge, cross a symbol, or say again what a mark near them is called.
NAMES = """() => {
    const { backdrop, layer, map } = geomap.page;
    const shift = map.layerPointToContainerPoint(backdrop._bounds.min);
    const { x: wide, y: high } = map.getSize();
    const marks = layer.marksOn(backdrop._view);
    const gap = ([left, top, right, bottom], { x, y }) =>
        Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const places = new Set(layer.labels.map(({ text }) => text.split(" · ")[0]));
    const wrong = [];
    for (const { text, box } of backdrop.names) {
        const [left, top, right, bottom] = [box[0] + shift.x, box[1] + shift.y, box[2] + shift.x, box[3] + shift.y];
        if (left < -0.5 || top < -0.5 || right > wide + 0.5 || bottom > high + 0.5) wrong.push(`${text} is cut`);
        if (marks.some((mark) => gap(box, mark) < mark.reach - 0.5)) wrong.push(`${text} is covered`);
        if (places.has(text)) wrong.push(`${text} stands twice`);
    }
    return { wrong, names: backdrop.names.length };
}"""


@pytest.mark.parametrize("size", SIZES)
def test_names_on_the_map_are_whole_and_clear_of_symbols_and_stand_once(
    visit: Opening, built: Path, size: tuple[int, int]
) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"), viewport={"width": size[0], "height": size[1]})
    opened.until("geomap.page.layer.labels.length && geomap.page.backdrop.names.length")
    seen = opened.run(NAMES)
    assert seen["names"] >= 15
    # In a crowd a symbol has its name all the same.
    crowded = [one for one in seen["wrong"] if one.endswith(" is covered")] if size != SIZES[0] else []
    assert len(crowded) <= 5
    assert [one for one in seen["wrong"] if one not in crowded] == []


def test_symbols_that_are_set_side_by_side_keep_to_their_own_sides(visit: Opening) -> None:
    rows = [incident(n, geometry=Point(62.5 - 0.1 * n, 27)) for n in range(2)]
    opened = visit(page(layers(rows)), "#v=7_27_62.5")
    east, west = sorted(
        opened.run("geomap.page.layer.placed.map(({ row, x, y, tipX }) => ({ row, x, y, tipX }))"), key=lambda one: one["row"]
    )
    assert 0 < east["tipX"] - west["tipX"] < 15
    assert east["x"] - west["x"] > 20
    assert abs(east["y"] - west["y"]) < 1


def test_the_strip_of_a_few_days_names_each_of_them(visit: Opening) -> None:
    rows = [incident(n, first_day=dt.date(2031, 3, 29 + n) if n < 3 else dt.date(2031, 4, n - 2)) for n in range(6)]
    for row in rows:
        row["last_day"] = row["first_day"]
    opened = visit(page(layers(rows)))
    said = opened.run("[...document.querySelectorAll('#chart text.year')].map((one) => one.textContent)")
    assert {"29 March 2031", "30", "31", "1 April 2031", "2", "3"} <= set(said)
    opened.tab.set_viewport_size({"width": 360, "height": 740})
    opened.until("document.querySelector('#chart svg').getBoundingClientRect().width < 360")
    boxes = opened.run("""[...document.querySelectorAll("#chart line.year ~ text.year[y='88']")].map((one) => {
        const { left, right } = one.getBoundingClientRect(); return [left, right]; })""")
    boxes.sort()
    assert len(boxes) >= 4
    assert all(one[1] <= other[0] for one, other in pairwise(boxes))


@pytest.mark.parametrize("size", SIZES)
def test_symbols_of_distances_by_date_stand_clear_of_the_words_beside_them(
    visit: Opening, built: Path, size: tuple[int, int]
) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"), viewport={"width": size[0], "height": size[1]})
    ends = opened.run("""() => { const brush = CanvasRenderingContext2D.prototype; const { fillText } = brush; const ends = [];
        brush.fillText = function (text, x, ...rest) {
            if (x === 4) ends.push(x + this.measureText(text).width);
            fillText.call(this, text, x, ...rest); };
        geomap.page.store.set({ timeline: "distance" });
        brush.fillText = fillText;
        return ends; }""")
    firsts = opened.run("geomap.page.panels.find((part) => part.counts).scatter.spots.map(({ x }) => x)")
    assert len(ends) == 8
    assert len(firsts) > 15
    assert min(firsts) >= max(ends)


def test_every_two_rows_of_the_list_have_a_line_between_them(browser: Any, visit: Opening, built: Path) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"))
    for moved in range(8):  # rows end anywhere within a pixel
        opened.run(f"document.getElementById('list').style.paddingTop = '{moved / 8}px'")
        line = opened.run("""() => { const style = getComputedStyle(document.documentElement).getPropertyValue("--line");
            return style.match(/[0-9a-f]{2}/g).map((two) => parseInt(two, 16)).join(); }""")
        box = opened.run(
            "(() => { const b = document.getElementById('list').getBoundingClientRect(); return [b.left, b.top, b.bottom]; })()"
        )
        ends = opened.run("[...document.querySelectorAll('#list > li')].map((one) => one.getBoundingClientRect().bottom)")
        clip = {"x": box[0] + 4, "y": 0, "width": 1, "height": 900}
        picture = base64.b64encode(opened.tab.screenshot(clip=clip)).decode()
        plain = browser.new_page()
        colours = plain.evaluate(
            """async (data) => {
            const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const context = new OffscreenCanvas(1, 900).getContext("2d");
            context.drawImage(image, 0, 0);
            const { data: found } = context.getImageData(0, 0, 1, 900);
            return Array.from({ length: 900 }, (_, y) => [...found.slice(4 * y, 4 * y + 3)].join()); }""",
            picture,
        )
        plain.close()
        between = [end for end in ends[:-1] if box[1] < end < box[2] - 3]
        assert len(between) >= 3
        for end in between:
            assert line in colours[int(end) - 2 : int(end) + 3], (moved, end)


def test_what_goes_on_below_in_the_legend_fades_and_its_last_line_does_not(visit: Opening, built: Path) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"))
    seen = opened.run("""() => {
        const legend = document.getElementById("legend");
        const fade = getComputedStyle(legend, "::after");
        legend.scrollTop = legend.scrollHeight;
        const last = [...document.querySelectorAll("#legend-lines > *")].at(-1).getBoundingClientRect().bottom;
        return { cut: legend.scrollHeight > legend.clientHeight, position: fade.position, height: parseFloat(fade.height),
            left: legend.getBoundingClientRect().bottom - last }; }""")
    assert seen["cut"]
    assert seen["position"] == "sticky"
    assert 12 <= seen["height"] <= seen["left"]
